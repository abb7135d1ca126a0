"""Editions: sealed at the end and again after changes, and who has a copy of which."""

from random import Random

import pytest

from consensus import events as e
from consensus.forgetting.retention import Retention
from consensus.record.lines import Section
from consensus.record.sealing import CopyTaken, Seal, Sealed, SealRecord, State, TakeCopy
from consensus.record.written import record
from consensus.refusal import Code
from consensus.roomwide import contacts, retention
from consensus.state import Meeting
from consensus.steps import turns
from consensus.views import everyone
from tests import meetings as played
from tests.consensus.given import SERVER, Situation, after, given, plan, room

ROOM = room(plan("talk", turns.Settings(by="people")))
CLOSED = (*ROOM, e.MeetingClosed(5))
FIRST = Sealed(1, "0f", "49RT", "4JN2", 6, 0)
CHANGE = contacts.Entered("ana", "01603 000000", "", "", False, "time", "", 7)


def seal(edition: int, by: str | None = None, changes: int = 0) -> Seal:
    return Seal(edition, "0f", "49RT", "4JN2", 6, changes, by)


def sealing(situation: Situation) -> State:
    return situation.meeting.sealing


def test_the_record_is_sealed_when_the_meeting_is_over() -> None:
    given(*ROOM).when(seal(1), by=SERVER).refused(Code.SEALED_AT_CLOSE)
    given(*CLOSED).when(seal(1), by=SERVER).then(FIRST)


def test_a_node_that_comes_second_seals_nothing() -> None:
    given(*CLOSED, FIRST).when(seal(1), by=SERVER).nothing()


def test_no_edition_is_left_out() -> None:
    given(*CLOSED).when(seal(2), by=SERVER).refused(Code.NOT_UNDERSTOOD)


def test_an_edition_that_misses_something_is_not_sealed() -> None:
    given(*CLOSED, CHANGE).when(seal(1), by=SERVER).refused(Code.TRY_AGAIN)
    given(*CLOSED, CHANGE).when(seal(1, changes=1), by=SERVER).done()


def test_only_the_server_seals_and_only_the_chair_may_ask_it_to() -> None:
    given(*CLOSED).when(seal(1), by="kit").refused(Code.NOT_UNDERSTOOD)
    given(*CLOSED).when(seal(1, by="ana"), by=SERVER).refused(Code.CHAIR_ONLY)
    given(*CLOSED).when(seal(1, by="nobody"), by=SERVER).refused(Code.CHAIR_ONLY)
    given(*CLOSED).when(seal(1, by="kit"), by=SERVER).done()


def test_what_changes_the_record_after_the_end_leaves_the_seal_behind() -> None:
    assert sealing(given(*CLOSED)).behind
    assert not sealing(given(*CLOSED, FIRST)).behind
    changed = given(*CLOSED, FIRST, CHANGE)
    assert sealing(changed).behind

    again = changed.when(seal(2, "kit", changes=1), by=SERVER).done()

    assert not sealing(again).behind
    assert len(sealing(again).editions) == 2


def test_what_is_no_part_of_the_record_leaves_the_seal_as_it_is() -> None:
    kept_longer = retention.RetentionSet(Retention(30), "kit", 7)

    assert not sealing(given(*CLOSED, FIRST, kept_longer)).behind


def test_what_changed_before_the_end_is_in_the_first_edition() -> None:
    assert not sealing(given(*ROOM, CHANGE, e.MeetingClosed(5), FIRST)).behind


def test_each_agency_takes_its_copy_of_an_edition_once() -> None:
    sealed = given(*CLOSED, FIRST)

    taken = sealed.when(TakeCopy("ana", 1), by=SERVER, at=9).then(CopyTaken("ana", "Health", 1, 9))

    taken.when(TakeCopy("ana", 1), by=SERVER).nothing()
    taken.when(TakeCopy("ben", 1), by=SERVER).done()


def test_a_copy_is_of_an_edition_that_there_is_and_for_somebody_who_is_there() -> None:
    sealed = given(*CLOSED, FIRST)

    sealed.when(TakeCopy("ana", 2), by=SERVER).refused(Code.NO_SUCH_EDITION)
    sealed.when(TakeCopy("ana", 0), by=SERVER).refused(Code.NO_SUCH_EDITION)
    sealed.when(TakeCopy("nobody", 1), by=SERVER).refused(Code.NOT_A_MEMBER)


def test_everyone_sees_by_which_marks_to_know_it_and_who_has_a_copy() -> None:
    situation = given(*CLOSED, FIRST, CopyTaken("ana", "Health", 1, 9))

    seen = everyone(situation.meeting)["seal"]

    assert seen == SealRecord(1, "49RT", "4JN2", 6, False, ("Health",))
    assert "seal" not in everyone(given(*CLOSED).meeting)


# What the record tells of beside the meeting itself.
BESIDE = {"series", "retention", "disclosures"}


@pytest.mark.parametrize("seed", range(30))
def test_whatever_changes_what_a_closed_record_says_leaves_its_seal_behind(seed: int) -> None:
    for act in played.play(Random(seed).choice).acts:
        if act.before.closed is None or not act.events:
            continue
        later = after(act.before, act.events)
        if says(later) != says(act.before):
            assert later.sealing.changes > act.before.sealing.changes, act.events


def says(meeting: Meeting) -> list[Section]:
    return [section for section in record(meeting).sections if section.id not in BESIDE]
