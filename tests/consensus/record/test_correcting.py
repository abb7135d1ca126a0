"""The record is put right while there is time, and nobody touches what they may not read."""

from typing import get_args

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus.dates import DAY
from consensus.people import Scene
from consensus.record import correcting
from consensus.record.lines import Line
from consensus.record.written import record
from consensus.refusal import Code
from consensus.roomwide import AFTER_CLOSE, corrections, parking
from consensus.roomwide.corrections import AnswerCorrection, ProposeCorrection, WithdrawCorrection
from consensus.roomwide.wording import Relabel, Restore, Reword
from consensus.steps import turns
from consensus.views import everyone
from tests.consensus.given import NOW, Situation, given, joined, plan, room

LINE, CELL, SAID = "statement.a", 1, "statement a"
REWORD = Reword(LINE, CELL, "Trust grows slowly", SAID)
PROPOSE = ProposeCorrection("c1", LINE, CELL, "Trust grows", "", SAID)
LAST = NOW + 10 * DAY


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
        WithdrawCorrection("c1"),
        AnswerCorrection("c1", True, "", SAID),
    ],
)
def test_after_that_nothing_is_and_the_refusal_says_when_it_ended(
    command: c.RecordCommand,
) -> None:
    too_late = closed().when(command, by="kit", at=LAST + 1)

    too_late.refused(Code.CORRECTIONS_OVER, day=11, month=1, year="1970")


def test_every_command_of_the_record_goes_on_after_the_close() -> None:
    assert set(get_args(c.RecordCommand)) <= set(AFTER_CLOSE)


def test_what_somebody_may_not_read_is_not_there_for_them() -> None:
    situation, line = with_news(meeting(case=True))
    assert line.readers == "professionals"
    asked = ProposeCorrection("c1", line.id, 0, "She moved school", "", "as told")

    situation.when(asked, by="fay").refused(Code.NO_SUCH_LINE)
    situation.when(asked, by="ben").done()


def test_own_words_are_accepted_in_others_only_from_whoever_said_them() -> None:
    situation, line = with_news(meeting())
    assert line.whose == "ana"
    asked = ProposeCorrection("c1", line.id, 0, "He moved house", "", "as told")
    yes = AnswerCorrection("c1", True, "", "as told")

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
    after = situation.when(replace(PROPOSE, line=line.id, cell=0, was="x"), by="ben").done()
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
