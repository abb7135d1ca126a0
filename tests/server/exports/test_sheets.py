"""Forms fit on one page of paper, and the family's message is nothing but the message."""

import io
import random
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest

from consensus import commands as c
from consensus.agenda import StepPlan
from consensus.record.readers import EVERYTHING
from consensus.steps import form
from server import library
from server.exports import copies, pdf, sheets
from server.exports.document import Document
from server.exports.one_page import print_size
from server.record.message import Message
from server.words import FALLBACK
from tests.consensus.given import given, plan, room
from tests.server.exports.made import WORDS

# What people write into such a field when they have ten minutes for the sheet: three sentences.
WORDS_WRITTEN = (
    "A teaching assistant and a health visitor went together, on the day that the family chose, and"
    " stayed for a cup of tea. They asked first what was going well. Nobody filled in a form there;"
    " what was agreed was written down afterwards and read back on the phone the next day. "
)


def forms() -> list[tuple[str, StepPlan]]:
    """Return every form in the ready-made agendas and steps."""
    agendas = library.templates(FALLBACK)
    plans = [(agenda.id, step) for agenda in agendas for step in agenda.steps]
    plans += [("steps", ready.step) for ready in library.ready_steps(FALLBACK)]
    return [(name, step) for name, step in plans if isinstance(step.settings, form.Settings)]


def written(field: form.Field) -> str:
    match field.kind:
        case "words":
            return WORDS_WRITTEN[: field.most or None]
        case "line":
            return WORDS_WRITTEN[:90]
        case "choice":
            return field.choices[0]
        case "date":
            return "2027-03-09"
        case "yes_no":
            return "dont_know"
        case "people":
            return "ana"
        case "number":
            return "3"


def copy_of(
    settings: form.Settings, title: str, words: Mapping[str, str] | None = None
) -> Document:
    """Return the record of a meeting in which somebody filled in every field of a form."""
    asked: list[tuple[str, c.Command]] = [("kit", c.OpenStep("sheet"))]
    for field in settings.fields:
        sheet = {"room": "room", "agency": "Health", "member": "ana"}[settings.per]
        value = written(field) if words is None else words[field.id]
        said = form.Fill("sheet", sheet, field.id, value)
        if field.voice:
            said = form.Fill(
                "sheet", sheet, field.id, written(field), source="a visit", when="2027-03-02"
            )
        asked.append(("ana", said))
    step = StepPlan("sheet", title, "", 10, form.Settings(settings.fields, settings.per))
    meeting = given(*room(plan("first", settings), step)).after(*asked).meeting
    everything = copies.whole(meeting, WORDS)
    return copies.opened(copies.copy(everything, copies.Reader("", WORDS, EVERYTHING)))


def as_long_as_allowed(field: form.Field, seed: int) -> str:
    """Return words of every length that fill a field to its last letter."""
    if field.kind == "choice":
        return field.choices[-1]
    draw = random.Random(f"{field.id} {seed}")
    words = ("".join(draw.choices("abemnowx", k=draw.randint(2, 14))) for _ in range(400))
    return " ".join(words)[: field.most].strip()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("id_", ["practice", "practice-learnt"])
def test_a_good_practice_sheet_that_is_as_full_as_it_can_be_is_one_a4_page(
    id_: str, seed: int
) -> None:
    template = library.template(FALLBACK, "good-practice", Path())
    settings = next(step.settings for step in template.steps if step.id == id_)
    assert isinstance(settings, form.Settings)
    full = {field.id: as_long_as_allowed(field, seed) for field in settings.fields}

    layout = sheets.form(copy_of(settings, "Write it up", full), "sheet", WORDS)

    assert layout is not None
    with pikepdf.open(io.BytesIO(pdf.write(layout, WORDS, pdf.SHEET))) as file:
        assert len(file.pages) == 1
    assert all(print_size(block) is not None for block in layout.blocks)


@pytest.mark.parametrize(("name", "step"), forms(), ids=lambda x: getattr(x, "id", x))
def test_each_ready_made_form_filled_in_is_one_a4_page(name: str, step: StepPlan) -> None:
    assert isinstance(step.settings, form.Settings)

    layout = sheets.form(copy_of(step.settings, step.title), "sheet", WORDS)

    assert layout is not None
    with pikepdf.open(io.BytesIO(pdf.write(layout, WORDS, pdf.SHEET))) as file:
        assert len(file.pages) == 1
        assert [round(float(side)) for side in file.pages[0].mediabox[2:]] == [595, 842]


def test_a_sheet_holds_what_was_asked_and_what_was_written() -> None:
    settings = form.Settings((form.Field("stuck", "What is stuck?"),))

    layout = sheets.form(copy_of(settings, "Entry"), "sheet", WORDS)

    assert layout is not None
    [block] = layout.blocks
    assert "Entry" in block.heading
    assert block.rows[0].cells == ("What is stuck?", WORDS_WRITTEN.strip())


def test_of_a_step_that_is_no_form_there_is_no_sheet() -> None:
    settings = form.Settings((form.Field("stuck", "What is stuck?"),))

    assert sheets.form(copy_of(settings, "Entry"), "nothing", WORDS) is None


def test_the_message_has_its_words_those_behind_it_and_the_day() -> None:
    found = Message("For Sam", ("We like you.", "We ask you first."), 2, ("School", "Health"))

    [block] = sheets.message([found], "3 May 2027", WORDS).blocks

    assert block.heading == "For Sam"
    assert block.plain
    assert [row.cells[0] for row in block.rows] == [
        "We like you.",
        "We ask you first.",
        f"{WORDS.say('message-from')} School, Health",
        "3 May 2027. Wording 2",
    ]


def test_where_there_is_no_message_it_says_so() -> None:
    [block] = sheets.message([], "3 May 2027", WORDS).blocks

    assert block.empty == WORDS.say("message-none")
