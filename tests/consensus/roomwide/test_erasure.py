"""Who may ask for their words to be removed, who answers, and what everybody sees of it."""

import pytest

from consensus import events as e
from consensus.refusal import Code
from consensus.roomwide.erasure import (
    AskToErase,
    DeclineToErase,
    Erase,
    ErasureAsked,
    ErasureDeclined,
    GoneRecord,
    PersonErased,
    WishRecord,
)
from consensus.views import chairs, concerns, everyone, mine
from tests.consensus.given import NOW, SERVER, Situation, given, joined, prepared

WHY = "the law wants this record to stand"
DECLINE = DeclineToErase("ana", WHY)
ERASE = Erase("ana", "own_wish")


def over(*more: e.Event) -> Situation:
    people = (joined("kit", "chair"), joined("ana"), joined("ben"))
    return given(prepared(), *people, e.MeetingClosed(1), *more)


def test_somebody_asks_once_the_meeting_is_over() -> None:
    over().when(AskToErase(), by="ana").then(ErasureAsked("ana", NOW))
    given(prepared(), joined("ana")).when(AskToErase(), by="ana").refused(Code.NOT_OVER_YET)


def test_asking_again_changes_nothing_while_the_answer_is_awaited() -> None:
    asked = over(ErasureAsked("ana", 5))

    asked.when(AskToErase(), by="ana").nothing()
    asked.after(("kit", DECLINE)).when(AskToErase(), by="ana").then(ErasureAsked("ana", NOW))


def test_the_chair_says_why_the_record_stands() -> None:
    declined = over(ErasureAsked("ana", 5)).when(DECLINE, by="kit")

    declined.then(ErasureDeclined("ana", WHY, "kit", NOW)).when(DECLINE, by="kit").nothing()


def test_only_the_chair_answers_only_a_wish_and_only_with_a_reason() -> None:
    asked = over(ErasureAsked("ana", 5))

    asked.when(DECLINE, by="ben").refused(Code.CHAIR_ONLY)
    asked.when(DeclineToErase("ben", WHY), by="kit").refused(Code.NOT_ASKED_TO_ERASE)
    asked.when(DeclineToErase("nobody", WHY), by="kit").refused(Code.NOT_ASKED_TO_ERASE)
    asked.when(DeclineToErase("ana", " "), by="kit").refused(Code.ERASURE_WHY)
    asked.when(DeclineToErase("ana", "y" * 601), by="kit").refused(Code.TEXT_TOO_LONG)


def test_a_wish_is_seen_by_whoever_has_it_and_the_chair_alone() -> None:
    meeting = over(ErasureAsked("ana", 5)).meeting
    wish = WishRecord("ana", 5, "")

    assert mine(meeting, "ana")["wish/ana"] == chairs(meeting)["wish/ana"] == wish
    assert "wish/ana" not in mine(meeting, "ben")
    assert "wish/ana" not in everyone(meeting)
    assert concerns(ErasureAsked("ana", 5), meeting) == frozenset({"ana"})


def test_the_server_removes_a_member_of_a_meeting_that_is_over() -> None:
    gone = over(ErasureAsked("ana", 5)).when(ERASE, by=SERVER)

    after = gone.then(PersonErased("ana", NOW, "own_wish"))
    assert everyone(after.meeting)["gone/ana"] == GoneRecord("ana", NOW)
    assert "wish/ana" not in chairs(after.meeting)
    after.when(ERASE, by=SERVER).nothing()
    after.when(AskToErase(), by="ana").nothing()


@pytest.mark.parametrize("member", ["kit", "ana"])
def test_nobody_in_the_room_removes_anybody_by_themselves(member: str) -> None:
    over().when(ERASE, by=member).refused(Code.NOT_UNDERSTOOD)


def test_nobody_is_removed_who_is_not_there_or_while_the_meeting_goes_on() -> None:
    over().when(Erase("nobody", "host"), by=SERVER).refused(Code.NO_SUCH_MEMBER)
    given(prepared(), joined("ana")).when(ERASE, by=SERVER).refused(Code.NOT_OVER_YET)


def test_who_was_taken_out_of_the_room_can_be_erased_too() -> None:
    people = (joined("kit", "chair"), joined("ana"))
    gone = given(prepared(), *people, e.MemberRemoved("ana"), e.MeetingClosed(5))

    gone.when(Erase("ana", "chair"), by=SERVER).then(PersonErased("ana", NOW, "chair"))
