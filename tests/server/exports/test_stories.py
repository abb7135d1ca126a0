"""Two stories are compared with what an outsider reads in the files: every point, and no more.

The points are taken from the PDF as another program reads it; the Word and Markdown copies of the
same reader have to tell the same.
"""

import io
import re
from collections.abc import Callable
from functools import cache
from typing import Literal

import docx
import pytest
from msgspec.structs import replace

from consensus.record.labels import Readers
from consensus.record.written import record
from consensus.state import Meeting
from server.exports import markdown, pdf, word
from server.exports.document import read_by
from server.exports.laid_out import Layout, laid_out
from server.words import FALLBACK, Words
from tests.server.exports import played, stories
from tests.server.exports.test_pdf import squeezed, text

Copy = Literal["keepers", "professionals", "family"]

WORDS = Words(FALLBACK)
STORIES: dict[str, Callable[[], Meeting]] = {
    "options": stories.options,
    "training": stories.training,
}
READS: dict[Copy, frozenset[Readers]] = {
    "keepers": frozenset({"all", "professionals", "restricted"}),
    "professionals": frozenset({"all", "professionals"}),
    "family": frozenset({"all"}),
}
_PAGE = re.compile(r"^\d+ of \d+$", re.MULTILINE)


@cache
def layout(story: str, copy: Copy) -> Layout:
    whole = played.read(STORIES[story]())
    found = replace(read_by(whole, READS[copy]), copy_for=f"This copy is for {copy}.")
    return laid_out(found, WORDS)


@cache
def told(story: str, copy: Copy) -> str:
    """Return what a PDF says, without spaces and without what stands at the foot of each page."""
    found = layout(story, copy)
    said = _PAGE.sub("", text(pdf.write(found, WORDS)))
    return squeezed(re.sub(f"^{re.escape(found.title)}$", "", said, flags=re.MULTILINE))


def tells(story: str, copy: Copy, point: str) -> bool:
    """Say whether a PDF tells a point: words that follow one another, or the cells of one row.

    The row is looked for where it was laid out: a page may end in the middle of it.
    """
    cells = [squeezed(cell) for cell in point.split(" | ")]
    if not all(cell in told(story, copy) for cell in cells):
        return False
    rows = (row.cells for block in layout(story, copy).blocks for row in block.rows)
    return len(cells) == 1 or any(_stands_in(row, cells) for row in rows)


def _stands_in(row: tuple[str, ...], cells: list[str]) -> bool:
    return len(row) >= len(cells) and all(
        squeezed(here).startswith(cell) for here, cell in zip(row, cells, strict=False)
    )


def of(copy: Copy, *points: str) -> list[tuple[Copy, str]]:
    return [(copy, point) for point in points]


# --- the options meeting about R.T. -----------------------------------------------------------

# What everybody reads: who was there and when, what was decided, who does what, what was told them.
EVERYBODY = (
    "Kit | Social care | Participant | In the room | From 10:30 to the end",
    "Ana | Health | Chair | In the room | From 10:30 to the end",
    "In the chair from 10:30: Kit (Social care).",
    "At 11:45, the chair was handed on to Ana (Health).",
    "Pat | Health | Participant | Without a screen: the chair wrote for them | From 10:30",
    "What was written for Pat (Health) was read back to them in: Agree on a way forward.",
    "Dot | Housing | Participant | In the room | From 10:44 to 11:51",
    "Mo | Family | Parent or carer | In the room | From 10:30 to the end",
    "Ada | Advocates for children | Advocate | In the room",
    "Probation was invited, and nobody from it was there.",
    "All the agencies that are needed for a decision were there.",
    "We will come and see you on Friday, after school.",
    "Your dog can come too.",
    "These agencies stand behind it: Social care, Health, School, Police. ",
    "Decided: A visit with his gran",
    "The reason: He trusts his gran",
    "Visit him at his gran’s | Ana (Health), Ben (School) | 15 May 2026 | A note in his file",
    "Write to Mr Hall | Kit (Social care) | 18 May 2026 | His answer",
    "The family will be told of this: “Write to Mr Hall”",
    "The child’s words: “I want my dog to come too” Where they come from: Ada, 11 May 2026.",
    "The family’s words: “Gran has him at weekends” Where they come from: Mo, 12 May 2026.",
    "Mo (Family) | Agreed",
    "CIN: A child who gets extra help",
    "Lead worker: Kit, Social care",
    "This room is deleted on",
    "Until then: “Planned for 12 May 2026, 10:30, 86 minutes long.”",
    "Planned for half past ten.",
)
# What those who work with the family read beside it: every dispute, how it went and how it ended.
AT_WORK = (
    "Zed | School | Participant | In the room | From 10:30, until the chair took them out",
    "Ben (School) | Did not agree | 12 May 2026, 10:32 | england 2026-11 | I must ask",
    "Pat (Health) | Agreed",
    "Dot (Housing) | Agreed | 12 May 2026, 10:45",
    "The reason that was written down for Probation: Their only worker is on leave",
    "Fire service was not invited.",
    f"To earlier words, Cam (Police) said no: “{stories.TOO_SOON}” They took that back",
    "This is wording 2:",
    "Yes (8): Ana (Health), Kit (Social care), Ben (School), Cam (Police), Pat (Health)",
    "Were away when it was settled: Dot (Housing).",
    "Settled with one “no”, which is kept below.",
    "Can live with it (1): Pat (Health).",
    "Ana (Health) says yes, with a note: “If she is told first”",
    "Say that it is not theirs to say (1): Mo (Family).",
    "Counted by person: 7 agree, one says no, one leaves it to others.",
    f"Ben (School) says no: “{stories.NO}”",
    f"What Ben (School) fears: “{stories.HARM}”",
    f"What Ben (School) knows about it: “{stories.EVIDENCE}”",
    f"What would settle it for Ben (School): “{stories.SETTLES}”",
    "The child is safe now, it was said.",
    "What those who say no had said together before they changed it: “No visits in school weeks.”",
    "What those who say no say together: “No visits on school days.”",
    "What those who agree had said together before they changed it: “A visit this week.”",
    "What those who agree say together: “A visit this week, after school.”",
    "1 of 7 on that side confirmed these words: Ana (Health).",
    "Stage 1 of 4, Practitioners talk it through: since 12 May 2026, 11:34.",
    "Stage 2 of 4, Their first-line managers: since 12 May 2026, 11:44. Reason: His head has",
    "It ended in part agreement: “The first visit is after school. We ask again in June.” 2 of 8",
    "“Visit him at his gran’s” was changed during the meeting. What was said yes to first: Visit "
    "him at his gran’s, by 14 May 2026.",
    "taken back in the meeting: Ring the youth club (Cam (Police)), by 20 May 2026.",
    "A talk at school |  | Ben (School)",
    "(put together with the note before) He sleeps badly after it",
    "Whether he would talk | A talk at school | Cam (Police)",
    f"{stories.HIDDEN} |  | Not said whose",
    "Kit (Social care) wrote down that this was thought about, and that there is nothing.",
    "nobody can say whose they are",
    "Ben (School) | C, B, A | Visits unsettle him",
    "Ben (School) | B, A, C",
    "Closer together than the time before",
    "Did not answer: Rae (Social care), Ada (Advocates for children).",
    "Cam (Police) asked Ben (School) why",
    "Ben (School) answered: “I teach him on Mondays”",
    "“He is tired on Fridays too”",
    "Ben (School) raised an immediate risk on 12 May 2026, 11:30.",
    "Cam brings people together by 12 May 2026, 14:00. Written down by Kit (Social care)",
    "Who pays for taxis? (from Cam (Police))",
    "School lunches (from Ben (School); taken off the list by Ben (School))",
    "5. What the family thinks, and what each of us can do | 8 min |  | Left out, because: Mo",
    "4. Strengths and worries of each option | 10 min | 14 min | Held; the meeting went back to it",
    "Held; it was added during the meeting",
    f"{stories.TALKED}",
    f"Until then: “A: A visit with his gran · 4 min · {stories.FIRST_TALKED}”",
    "It was about school",
    "We agreed on one reason",
)
# What only those read who keep the record.
KEPT = (
    "Mr Hall, his uncle was not there because the family did not want it.",
    f"The family’s reason about Mr Hall, his uncle: {stories.WISH}",
    "What happens if the family does not work with us: We write to him",
    f"What it is about: {stories.ALARM}",
)
# What was never said to anybody, or was taken out: no copy holds it.
NOWHERE = ("Ana M", "OwnToken")


@pytest.mark.parametrize(
    ("copy", "point"),
    [
        *of("keepers", *EVERYBODY, *AT_WORK, *KEPT),
        *of("professionals", *EVERYBODY, *AT_WORK),
        *of("family", *EVERYBODY),
    ],
)
def test_what_happened_in_the_options_meeting_is_told(copy: Copy, point: str) -> None:
    assert tells("options", copy, point)


@pytest.mark.parametrize(
    ("copy", "point"),
    [
        *of("keepers", *NOWHERE),
        *of("professionals", *KEPT, *NOWHERE),
        *of("family", *AT_WORK, *KEPT, *NOWHERE),
    ],
)
def test_nobody_reads_what_is_for_others(copy: Copy, point: str) -> None:
    assert not tells("options", copy, point)


@pytest.mark.parametrize(
    "words", ["below", "Disagree", "dissent", "says no", "Did not agree", "confirmed", "stage"]
)
def test_the_familys_copy_points_at_nothing_that_is_not_there(words: str) -> None:
    assert squeezed(words) not in told("options", "family")


def test_what_was_agreed_comes_before_who_was_there_and_how_it_came_about() -> None:
    headings = [block.heading for block in layout("options", "keepers").blocks]
    order = (
        "The message for the family",
        "What we agreed",
        "Who does what, by when",
        "Disagreements",
        "Who was there",
        "How we got there",
        "Times",
        "Corrections",
    )

    assert [heading for heading in headings if heading in order] == list(order)


@pytest.mark.parametrize("story", STORIES)
def test_no_heading_stands_twice_and_none_says_where_its_parts_are(story: str) -> None:
    headings = [block.heading for block in layout(story, "keepers").blocks]

    assert sorted(set(headings)) == sorted(headings)
    assert not any("?:" in heading for heading in headings)


# --- Task 5.1 at table 3 ----------------------------------------------------------------------

TRAINING = (
    "Kit | Training | Chair | In the room; did not answer or vote",
    "No agency was listed as missing.",
    "Our setting earns a good name in the neighbourhood: chosen by 2 people.",
    "One particular way of doing something gets better: chosen by 2 people.",
    "Good change is noticed, celebrated and told to others: chosen by one person.",
    "Set aside: Our setting earns a good name in the neighbourhood",
    "The reason: A name follows good work",
    "Ana (Health) says no: “It is how families find us”",
    "Of two minds are: Health.",
    "Cam (Police) | I, G, E, B, F, H, J, D, A | Less tension lets the rest happen",
    "Cam (Police) | A, D, J, I, H, F, B, E, G | I heard Ana",
    "Closer together than the time before: 5.8 times in 10 then, 9.2 times now",
    "Of the 5 who answered both times, 3 changed nothing.",
    "I: Tension between agencies goes down | 3 min | Cam has seen it go wrong",
    "Both are about families",
    "One is for staff",
    "Place 1: Things get better for the children we work with",
    "Place 2: People find more effective ways to work",
    "The reason: It is what we can change",
    "This was agreed here at first, and was then opened again: Practitioners think more creatively",
    "Place 3: Decisions, and the responsibility for them, are owned together",
    "Place 4: Families are more satisfied with joined-up help",
    "Eve (Housing) says no: “Families know best”",
    "Place 5: Staff enjoy their work more",
    "1. Read and talk | 13 min |  | Not held",
)


@pytest.mark.parametrize("point", TRAINING)
@pytest.mark.parametrize("copy", ["keepers", "family"])
def test_what_happened_at_table_three_is_told_to_everybody(copy: Copy, point: str) -> None:
    assert tells("training", copy, point)


# --- the other files --------------------------------------------------------------------------


@pytest.mark.parametrize("copy", READS)
@pytest.mark.parametrize("story", STORIES)
def test_word_and_markdown_tell_every_line_that_the_pdf_tells(story: str, copy: Copy) -> None:
    found = layout(story, copy)
    plain = squeezed(markdown.write(found).decode().replace("\\", ""))
    made = docx.Document(io.BytesIO(word.write(found, WORDS, played.BEGAN)))
    said = squeezed("".join(node.text or "" for node in made.element.iter() if node.text))

    for block in found.blocks:
        for cell in (block.heading, *(cell for row in block.rows for cell in row.cells)):
            assert squeezed(cell) in said
            assert squeezed(cell) in plain


def test_a_record_is_the_same_however_often_it_is_written() -> None:
    assert record(stories.options()) == record(stories.options())
