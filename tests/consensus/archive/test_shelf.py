"""Which sheets somebody may put into the library, and what of them is copied."""

import msgspec
import pytest
from msgspec.structs import replace

from consensus import events as e
from consensus.archive.archive import Written
from consensus.archive.shelf import Ready, Shelved, ask, days, ready
from consensus.people import MemberId
from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from consensus.steps import form
from tests.consensus.given import given, opened, plan, room

SHEET = form.Settings(
    (
        form.Field("name", "Called", required=True),
        form.Field("theme", "Theme"),
        form.Field("organisation", "Organisation"),
        form.Field("child", "The child's words", voice="child"),
        form.Field("who", "Who was there", kind="people"),
    )
)


def filled(field: str, value: str, by: str = "ana", step: str = "practice") -> form.Filled:
    return form.Filled(step, "room", field, value, "", "", "", by, 1)


def of(*events: e.Event, step: str = "practice") -> Meeting:
    return given(*room(plan(step, SHEET)), opened(step), *events).meeting


def found(meeting: Meeting, by: MemberId, step: str = "practice") -> tuple[Ready, ...]:
    return ready(meeting, step, meeting.members[by])


def test_a_copy_has_the_words_and_nothing_of_people_or_of_a_child() -> None:
    said = (filled("theme", "Sleep"), filled("child", "I sleep"), filled("who", "ana ben"))
    meeting = of(filled("name", "Quiet hour"), filled("organisation", "Health"), *said)
    fields = (Written("Called", "Quiet hour"), Written("Theme", "Sleep"))

    [one] = found(meeting, "ana")
    assert one.sheet == "room"
    assert one.shelved == Shelved(
        "Quiet hour", "Sleep", "Health", (*fields, Written("Organisation", "Health"))
    )
    assert b"ana" not in msgspec.json.encode(one.shelved)


def test_it_is_the_chairs_and_theirs_who_filled_it_alone() -> None:
    alone = of(filled("name", "Quiet hour"))
    together = of(filled("name", "Quiet hour"), filled("theme", "Sleep", by="ben"))

    assert [bool(found(alone, by)) for by in ("kit", "ana", "ben")] == [True, True, False]
    assert [bool(found(together, by)) for by in ("kit", "ana", "ben")] == [True, False, False]


def test_a_sheet_is_not_ready_while_what_is_needed_is_missing() -> None:
    assert found(of(), "kit") == ()
    assert found(of(filled("theme", "Sleep")), "kit") == ()


def test_nothing_goes_there_from_a_case_or_from_another_form() -> None:
    meeting = of(filled("name", "Quiet hour"))
    other = of(filled("name", "Quiet hour", step="sheet"), step="sheet")

    assert found(replace(meeting, case=True), "kit") == ()
    assert found(other, "kit", "sheet") == ()
    assert found(meeting, "kit", "nowhere") == ()


def test_it_stays_for_one_of_three_times() -> None:
    assert [days(typed) for typed in ("90", "365", "730")] == [90, 365, 730]
    for typed in ("", "91", "-90", "9" * 400):
        with pytest.raises(Refusal) as refused:
            days(typed)
        assert refused.value.code is Code.NO_SUCH_CHOICE


def test_who_may_be_asked_is_one_short_line_or_nothing() -> None:
    assert ask("") == ""
    assert ask(" The  night team\n") == "The night team"
    with pytest.raises(Refusal):
        ask("x" * 241)
