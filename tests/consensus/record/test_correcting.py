"""The record is put right while there is time, and nobody touches what they may not read."""

from typing import get_args

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus.dates import DAY
from consensus.people import Scene
from consensus.record import correcting
from consensus.record.lines import THE_FAMILYS, Line
from consensus.record.written import record
from consensus.refusal import Code
from consensus.roomwide import AFTER_CLOSE, corrections, parking
from consensus.roomwide.corrections import AnswerCorrection, ProposeCorrection, WithdrawCorrection
from consensus.roomwide.wording import Relabel, Restore, Reword
from consensus.steps import form, turns
from consensus.views import everyone
from tests.consensus.given import NOW, Situation, given, joined, opened, plan, room

LINE, CELL, SAID = "statement.a", 1, "statement a"
REWORD = Reword(LINE, CELL, "Trust grows slowly", SAID)
PROPOSE = ProposeCorrection("c1", LINE, CELL, "Trust grows", "", SAID)
LAST = NOW + 10 * DAY

# What somebody reads of what Ana parked.
TOLD = "Ana asks: He moved school"


def meeting(*events: e.Event, case: bool = False) -> Situation:
    """Return a room with Kit in the chair, Rae as recorder, Ana, Ben, and Fay of the family."""
    prepared, *others = room(plan("talk", turns.Settings()))
    assert isinstance(prepared, e.MeetingPrepared)
    people = joined("rae", "recorder"), joined("fay", "family")
    return given(replace(prepared, case=case), *others, *people, *events)


def closed() -> Situation:
    return meeting(e.MeetingClosed(NOW))


def with_news(situation: Situation) -> tuple[Situation, Line]:
    """Return a room in which Ana parked something for professionals, and the line of it."""
    after = situation.when(parking.Add("p1", "He moved school"), by="ana").done()
    found = record(after.meeting).line("parking.p1")
    assert found is not None
    return after, found


@pytest.mark.parametrize("at", [NOW, LAST])
def test_until_the_tenth_day_everything_may_be_put_right(at: int) -> None:
    closed().when(REWORD, by="kit", at=at).done()
    closed().when(PROPOSE, by="fay", at=at).done()


@pytest.mark.parametrize(
    "command",
    [
        REWORD,
        Relabel(LINE, "fact", "all"),
        Restore(LINE),
        PROPOSE,
    ],
)
def test_after_that_nothing_is_and_the_refusal_says_when_it_ended(
    command: c.RecordCommand,
) -> None:
    too_late = closed().when(command, by="kit", at=LAST + 1)

    too_late.refused(Code.CORRECTIONS_OVER, day=11, month=1, year="1970")


@pytest.mark.parametrize(
    ("by", "command"),
    [
        ("ana", WithdrawCorrection("c1")),
        ("kit", AnswerCorrection("c1", True, "", SAID)),
        ("rae", AnswerCorrection("c1", False, "We looked it up.", SAID)),
    ],
)
def test_what_was_proposed_in_time_is_answered_or_taken_back_after_it(
    by: str, command: c.RecordCommand
) -> None:
    in_time = closed().when(PROPOSE, by="ana", at=LAST).done()

    in_time.when(command, by=by, at=LAST + DAY).done()


def test_every_command_of_the_record_goes_on_after_the_close() -> None:
    assert set(get_args(c.RecordCommand)) <= set(AFTER_CLOSE)


def test_what_somebody_may_not_read_is_not_there_for_them() -> None:
    situation, line = with_news(meeting(case=True))
    assert line.readers == "professionals"
    asked = ProposeCorrection("c1", line.id, 0, "She moved school", "", TOLD)

    situation.when(asked, by="fay").refused(Code.NO_SUCH_LINE)
    situation.when(asked, by="ben").done()


def test_own_words_are_accepted_in_others_only_from_whoever_said_them() -> None:
    situation, line = with_news(meeting())
    assert line.whose == "ana"
    asked = ProposeCorrection("c1", line.id, 0, "He moved house", "", TOLD)
    yes = AnswerCorrection("c1", True, "", TOLD)

    bens = situation.when(asked, by="ben").done()
    bens.when(yes, by="kit").refused(Code.OWN_WORDS)
    bens.when(replace(yes, accepted=False, reason="Ask Ana."), by="kit").done()
    by_ana = bens.when(yes, by="ana").done()
    anas = situation.when(asked, by="ana").done().when(yes, by="kit").done()

    for after in (by_ana, anas):
        found = record(after.meeting).line(line.id)
        assert found is not None
        assert found.cells == ("He moved house",)
        assert [each.by for each in found.changes] == ["ana"]


def voiced(*events: e.Event) -> tuple[Situation, Line]:
    """Return a room in which Ana wrote down what the child said, and the line of it."""
    asked = form.Settings((form.Field("home", "About home", voice="child"),))
    prepared, *others = room(plan("words", asked))
    people = joined("rae", "recorder"), joined("fay", "family")
    held = given(prepared, *others, *people, opened("words"), *events)
    fill = form.Fill("words", "room", "home", "I like it", "", "a drawing", "2026-05-12")
    after = held.when(fill, by="ana").done()
    found = record(after.meeting).line("words.room.home")
    assert found is not None
    return after, found


CHILDS = ProposeCorrection("c1", "words.room.home", 0, "I love it", "", "said: I like it")


def test_nobody_puts_the_childs_own_words_in_others_by_themselves() -> None:
    situation, line = voiced()
    assert line.whose == THE_FAMILYS

    for by in ("kit", "rae", "ana", "fay"):
        reword = Reword(line.id, 0, "I love it", "said: I like it")
        situation.when(reword, by=by).refused(Code.OWN_WORDS)


@pytest.mark.parametrize(("by", "why"), [("fay", ""), ("ana", "Bea read it and asked for it.")])
def test_they_are_corrected_as_the_child_or_the_family_wish_it(by: str, why: str) -> None:
    proposed = voiced()[0].when(CHILDS, by=by).done()

    after = proposed.when(AnswerCorrection("c1", True, why, CHILDS.was), by="kit").done()

    found = record(after.meeting).line(CHILDS.line)
    assert found is not None
    assert (found.cells, found.changes[0].by) == (("I love it",), "kit")


def test_where_none_of_them_asked_for_it_the_record_says_how_they_wished_it() -> None:
    proposed = voiced()[0].when(CHILDS, by="ana").done()

    yes = AnswerCorrection("c1", True, " ", CHILDS.was)
    proposed.when(yes, by="kit").refused(Code.FAMILYS_WISH)
    proposed.when(yes, by="fay").refused(Code.CHAIR_OR_RECORDER)


def test_what_tells_of_corrections_stays_as_it_is() -> None:
    situation = meeting().when(PROPOSE, by="ana").done()
    reword = Reword("corrections.c1", CELL, "Never said", SAID)

    situation.when(reword, by="kit").refused(Code.LINE_STANDS)
    situation.when(reword, by="ana").refused(Code.LINE_STANDS)


def test_the_room_knows_how_much_was_done_and_until_when_it_may_be() -> None:
    assert "correcting" not in everyone(meeting().meeting)
    situation = meeting().after(("kit", REWORD), ("ana", replace(PROPOSE, was=REWORD.words)))

    assert everyone(situation.meeting)["correcting"] == correcting.CorrectingRecord(2, 1, None)
    over = situation.when(c.Close(), by="kit").done()
    assert everyone(over.meeting)["correcting"] == correcting.CorrectingRecord(2, 1, LAST)


def test_who_may_do_what_is_known_before_they_try() -> None:
    situation, line = with_news(meeting())
    after = situation.when(replace(PROPOSE, line=line.id, cell=0, was=TOLD), by="ben").done()
    members, asked = after.meeting.members, after.meeting.beside.corrections.entries["c1"]

    assert [m for m in members if correcting.may_change(line, members[m])] == ["ana"]
    assert [
        m for m in members if correcting.may_answer(asked, line, Scene(members[m], NOW, members))
    ] == ["kit", "ana", "rae"]
    assert correcting.is_open(closed().meeting, LAST)
    assert not correcting.is_open(closed().meeting, LAST + 1)


def test_a_correction_of_a_line_that_is_gone_is_only_declined() -> None:
    proposed = corrections.Proposed("c1", "nowhere", 0, "As it was", "Other", "", "ana", NOW, "all")
    situation = meeting(proposed)
    yes = AnswerCorrection("c1", True, "", "As it was")

    situation.when(yes, by="kit").refused(Code.NO_SUCH_LINE)
    situation.when(replace(yes, accepted=False, reason="It is gone."), by="kit").done()
