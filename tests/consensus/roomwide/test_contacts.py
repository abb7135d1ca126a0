"""How people are reached is for the people of the room: no screen on a wall is ever sent it."""

import pytest

from consensus import events as e
from consensus import views
from consensus.refusal import Code
from consensus.roomwide import contacts
from tests.consensus.given import NOW, Situation, given, room

ENTER = contacts.Enter(
    phone="01603 000000 ext 12",
    email="ana@health.example",
    second="Duty desk, 01603 000001",
    bringing="I see the family every week",
    level="practitioner",
)
ENTERED = contacts.Entered(
    member="ana",
    phone="01603 000000 ext 12",
    email="ana@health.example",
    second="Duty desk, 01603 000001",
    no_second=False,
    bringing="I see the family every week",
    level="practitioner",
    at=NOW,
)


def after_entry(*more: e.Event) -> Situation:
    return given(*room(), ENTERED, *more)


def test_somebody_says_how_they_are_reached_and_says_it_once() -> None:
    said = given(*room()).when(ENTER, by="ana").then(ENTERED)

    said.when(ENTER, by="ana", at=NOW + 1).nothing()


def test_contacts_are_ones_own_to_see_and_everybody_sees_what_one_brings() -> None:
    meeting = after_entry().meeting
    everyone, chairs = views.everyone(meeting), views.chairs(meeting)

    for private in ("01603", "health.example", "practitioner", "Duty"):
        assert private not in repr(everyone)
        assert private not in repr(views.mine(meeting, "ben"))
    assert everyone["bringing/ana"] == contacts.BringingRecord("ana", ENTERED.bringing)
    assert chairs["reach/ana"] == contacts.ReachRecord("ana", True, "practitioner")
    assert views.mine(meeting, "ana")["my_contacts"].phone == ENTERED.phone  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("entry", "complete"),
    [
        (contacts.Entry(phone="1", email="a", second="b"), True),
        (contacts.Entry(phone="1", email="a", no_second=True), True),
        (contacts.Entry(phone="1", email="a"), False),
        (contacts.Entry(phone="1", second="b"), False),
        (contacts.Entry(), False),
    ],
)
def test_an_entry_is_complete_when_somebody_would_get_through(
    entry: contacts.Entry, complete: bool
) -> None:
    assert entry.complete is complete


@pytest.mark.parametrize("phone", ["01603 000000", "+44 (0)1603 000-000", "101", "01603 1 x 7"])
def test_a_number_may_be_written_in_many_ways(phone: str) -> None:
    given(*room()).when(contacts.Enter(phone=phone), by="ana").done()


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (contacts.Enter(phone="none"), Code.PHONE_WRONG),
        (contacts.Enter(phone="12"), Code.PHONE_WRONG),
        (contacts.Enter(phone="0160; drop"), Code.PHONE_WRONG),
        (contacts.Enter(email="ana"), Code.EMAIL_WRONG),
        (contacts.Enter(email="ana@home"), Code.EMAIL_WRONG),
        (contacts.Enter(email="a b@home.example"), Code.EMAIL_WRONG),
        (contacts.Enter(second="x" * 121), Code.TEXT_TOO_LONG),
        (contacts.Enter(bringing="x" * 201), Code.TEXT_TOO_LONG),
    ],
)
def test_what_cannot_be_a_contact_is_refused(entry: contacts.Enter, code: Code) -> None:
    given(*room()).when(entry, by="ana").refused(code)


def test_somebody_to_ask_instead_is_somebody() -> None:
    entered = given(*room()).after(("ana", contacts.Enter(second="Ben", no_second=True)))

    assert not entered.meeting.beside.contacts.entries["ana"].no_second


def test_a_contact_is_put_right_after_the_end_too() -> None:
    late = after_entry(e.MeetingClosed(5)).when(contacts.Enter(phone="01603 999999"), by="ana")

    assert late.done().meeting.beside.contacts.entries["ana"].phone == "01603 999999"


def test_nothing_is_kept_of_an_empty_entry() -> None:
    given(*room()).when(contacts.Enter(), by="ana").nothing()


def test_the_record_holds_the_entries_by_member() -> None:
    assert contacts.minutes(after_entry().meeting.beside.contacts)["ana"].at == NOW


def test_whoever_is_taken_out_of_the_room_is_not_reached_through_it() -> None:
    gone = after_entry(e.MemberRemoved("ana")).meeting

    assert gone.beside.contacts == contacts.State()
