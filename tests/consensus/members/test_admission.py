"""Admission: who comes in, who waits at the door of a case room, and who is turned away."""

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.members.admission import MOST_MEMBERS, MOST_WAITING, WaitingRecord
from consensus.people import Member, Role
from consensus.refusal import Code
from consensus.steps import judge, turns
from consensus.text import NAME_LENGTH
from tests.consensus.given import SERVER, Situation, given, joined, opened, plan, room

READ, RANK = plan("read", turns.Settings()), plan("rank", judge.Settings())
LOBBY = room(READ, RANK)
READING = (*LOBBY, opened("read", *"abcd", at=1_000))


def ana(situation: Situation) -> Member:
    return situation.meeting.members["ana"]


# --- the door ---------------------------------------------------------------------------------


def test_a_person_comes_in() -> None:
    entered = (
        given(*LOBBY)
        .when(c.Join("dot", " Dot ", " Police "), by=SERVER, at=5)
        .then(e.MemberJoined("dot", "Dot", "Police", "participant", True, 5))
    )

    assert entered.meeting.members["dot"] == Member(
        "dot", "Dot", "Police", "participant", True, True, 5, came=5
    )


@pytest.mark.parametrize(
    "name", ["Siân Ó’Neill", "دانيال", "יעל", "李小龍", "👩‍👩‍👧", "x" * NAME_LENGTH]
)
def test_names_of_every_script_are_welcome(name: str) -> None:
    given(*LOBBY).when(c.Join("dot", name, "Police"), by=SERVER, at=5).then(
        e.MemberJoined("dot", name, "Police", "participant", True, 5)
    )


@pytest.mark.parametrize(
    ("name", "agency", "code"),
    [
        ("", "Police", Code.NAME_EMPTY),
        ("    ", "Police", Code.NAME_EMPTY),
        ("\u202e\u2066\u200f", "Police", Code.NAME_EMPTY),
        ("x" * 500, "Police", Code.NAME_TOO_LONG),
        ("x" * (NAME_LENGTH + 1), "Police", Code.NAME_TOO_LONG),
        ("Dot", "", Code.AGENCY_EMPTY),
        ("Dot", " \u200b ", Code.AGENCY_EMPTY),
        ("Dot", "x" * 500, Code.AGENCY_TOO_LONG),
    ],
)
def test_a_name_and_an_agency_must_be_readable(name: str, agency: str, code: Code) -> None:
    given(*LOBBY).when(c.Join("dot", name, agency), by=SERVER).refused(code)


@pytest.mark.parametrize(
    ("name", "agency"), [("Ana", "Health"), ("ANA", "health"), (" ana ", "Hea\u200blth")]
)
def test_two_people_of_one_agency_have_two_names(name: str, agency: str) -> None:
    given(*LOBBY).when(c.Join("dot", name, agency), by=SERVER).refused(Code.NAME_TAKEN)


def test_the_same_name_in_another_agency_is_another_person() -> None:
    given(*LOBBY).when(c.Join("dot", "Ana", "Police"), by=SERVER).done()


def test_the_name_of_somebody_who_was_removed_is_free_again() -> None:
    given(*LOBBY, e.MemberRemoved("ana")).when(c.Join("dot", "Ana", "Health"), by=SERVER).done()


def test_an_observer_has_no_voice() -> None:
    given(*LOBBY).when(c.Join("dot", "Dot", "Police", "observer"), by=SERVER, at=5).then(
        e.MemberJoined("dot", "Dot", "Police", "observer", False, 5)
    )


def test_a_member_may_come_in_without_a_voice() -> None:
    given(*LOBBY).when(c.Join("dot", "Dot", "Police", voice=False), by=SERVER, at=5).then(
        e.MemberJoined("dot", "Dot", "Police", "participant", False, 5)
    )


def test_somebody_who_is_in_the_room_cannot_come_in_as_another() -> None:
    given(*LOBBY).when(c.Join("kit", "Dot", "Police", "observer"), by=SERVER).nothing()


def test_a_room_is_full_at_some_point() -> None:
    crowd = [joined(f"m{n}") for n in range(MOST_MEMBERS - 5)]

    given(*LOBBY, *crowd).when(c.Join("dot", "Dot", "Police"), by=SERVER).refused(
        Code.ROOM_FULL, most=MOST_MEMBERS
    )


def test_nobody_comes_into_a_meeting_that_has_ended() -> None:
    """To somebody outside, it is as if there had never been a room."""
    given(*LOBBY, e.MeetingClosed(5)).when(c.Join("dot", "Dot", "Police"), by=SERVER).refused(
        Code.NO_SUCH_ROOM
    )


def test_somebody_who_comes_late_finds_everything_that_everyone_sees() -> None:
    late = given(*READING, turns.Written("read", "a", "why", "kit")).when(
        c.Join("dot", "Dot", "Police"), by=SERVER
    )

    assert "turn/read/a" in views.everyone(late.done().meeting)
    assert views.mine(late.done().meeting, "dot") == {"me": views.MeRecord("dot")}


def test_attendance_is_a_record() -> None:
    left = given(*LOBBY).when(c.Leave("ana"), by=SERVER, at=5).then(e.MemberLeft("ana", 5))
    assert (ana(left).here, ana(left).since) == (False, 5)

    back = left.when(c.Arrive("ana"), by=SERVER, at=9).then(e.MemberArrived("ana", 9))
    assert (ana(back).here, ana(back).since) == (True, 9)


def test_who_is_here_already_does_not_arrive_and_who_is_gone_does_not_leave() -> None:
    given(*LOBBY).when(c.Arrive("ana"), by=SERVER).nothing()
    given(*LOBBY, e.MemberLeft("ana", 5)).when(c.Leave("ana"), by=SERVER).nothing()


@pytest.mark.parametrize("command", [c.Arrive("zoe"), c.Leave("zoe")])
def test_attendance_is_kept_of_members_only(command: c.DoorCommand) -> None:
    given(*LOBBY).when(command, by=SERVER).refused(Code.NO_SUCH_MEMBER)


@pytest.mark.parametrize("command", [c.Arrive("ana"), c.Leave("ana")])
def test_who_was_there_is_settled_at_the_end(command: c.DoorCommand) -> None:
    given(*LOBBY, e.MeetingClosed(5)).when(command, by=SERVER, at=9).nothing()


# --- waiting ----------------------------------------------------------------------------------


DOT = e.Knocked("dot", "Dot", "Police", "participant", "", "video", 5)
SAM = e.Knocked("sam", "Sam", "Parent or carer", "family", "carer", "room", 6)
AT_THE_DOOR = (*LOBBY, DOT, SAM)
IN = e.MemberJoined("dot", "Dot", "Police", "participant", True, 9, "video", admitted=True)


def test_somebody_knocks_and_is_nobody_in_the_room_yet() -> None:
    knock = c.Knock("dot", " Dot ", "Police", attends="video")

    waits = given(*LOBBY).when(knock, by=SERVER, at=5).then(DOT)

    assert "dot" not in waits.meeting.members
    assert views.mine(waits.meeting, "dot") == {}
    assert not [key for key in views.everyone(waits.meeting) if "dot" in key]
    waits.when(knock, by=SERVER).nothing()
    waits.when(c.RaiseHand(), by="dot").refused(Code.NOT_A_MEMBER)


@pytest.mark.parametrize("by", ["kit", "ben"])
def test_the_chair_and_the_deputy_see_who_waits_and_let_them_in(by: str) -> None:
    waits = given(*AT_THE_DOOR, e.DeputyNamed("ben"))
    seen = WaitingRecord("dot", "Dot", "Police", "participant", "", "video", 5)
    assert views.chairs(waits.meeting)["waiting/dot"] == seen
    assert views.mine(waits.meeting, "ben")["waiting/dot"] == seen
    assert "waiting/dot" not in views.mine(waits.meeting, "ana")

    came = waits.when(c.Admit("dot"), by=by, at=9).then(IN)

    assert list(came.meeting.waiting) == ["sam"]
    assert came.meeting.members["dot"].attends == "video"
    came.when(c.Admit("dot"), by=by).nothing()


def test_all_are_let_in_at_once_but_for_a_name_that_is_taken_by_then() -> None:
    twin = replace(DOT, member="don")

    came = given(*AT_THE_DOOR, twin).after(("kit", c.AdmitAll()))

    assert {"dot", "sam"} <= came.meeting.members.keys()
    assert (came.meeting.members["sam"].role, came.meeting.members["sam"].seat) == (
        "family",
        "carer",
    )
    assert list(came.meeting.waiting) == ["don"]
    came.when(c.AdmitAll(), by="kit").nothing()
    came.when(c.Admit("don"), by="kit").refused(Code.NAME_TAKEN, name="Dot")


def test_somebody_is_turned_away() -> None:
    away = given(*AT_THE_DOOR).when(c.TurnAway("dot"), by="kit").then(e.TurnedAway("dot"))

    assert list(away.meeting.waiting) == ["sam"]
    away.when(c.Admit("dot"), by="kit").refused(Code.NOT_WAITING)
    away.when(c.TurnAway("dot"), by="kit").refused(Code.NOT_WAITING)


@pytest.mark.parametrize("command", [c.Admit("dot"), c.AdmitAll(), c.TurnAway("dot")])
@pytest.mark.parametrize("role", ["recorder", "participant", "family", "advocate", "observer"])
def test_the_door_is_the_chairs_and_the_deputys(role: Role, command: c.PeopleCommand) -> None:
    given(*AT_THE_DOOR, joined("rae", role)).when(command, by="rae").refused(Code.CHAIR_OR_DEPUTY)


@pytest.mark.parametrize("role", ["chair", "deputy", "recorder"])
def test_nobody_comes_in_from_outside_with_an_office(role: Role) -> None:
    given(*LOBBY).when(c.Knock("dot", "Dot", "Police", role), by=SERVER).refused(
        Code.NOT_UNDERSTOOD
    )


def test_nobody_knocks_under_a_name_of_the_room_or_where_nobody_is() -> None:
    knock = c.Knock("dot", "Ana", "Health")

    given(*LOBBY).when(knock, by=SERVER).refused(Code.NAME_TAKEN, name="Ana")
    given(*LOBBY, e.MeetingClosed(5)).when(knock, by=SERVER).refused(Code.NO_SUCH_ROOM)


def test_a_door_holds_so_many() -> None:
    crowd = [replace(DOT, member=f"d{n}") for n in range(MOST_WAITING)]

    given(*LOBBY, *crowd).when(c.Knock("dot", "Dot", "Police"), by=SERVER).refused(
        Code.ROOM_FULL, most=MOST_WAITING
    )


# --- entered by the chair ---------------------------------------------------------------------


def test_the_chair_enters_somebody_who_has_no_screen() -> None:
    entered = given(*LOBBY).after(
        (SERVER, c.Join("dot", "Dot", "Police", attends="proxy", beside="kit"))
    )

    assert entered.meeting.members["dot"].attends == "proxy"


@pytest.mark.parametrize("beside", [None, "ana", "zoe"])
def test_nobody_else_enters_somebody_without_a_screen(beside: str | None) -> None:
    join = c.Join("dot", "Dot", "Police", attends="proxy", beside=beside)

    given(*LOBBY).when(join, by=SERVER).refused(Code.PROXY_IS_THE_CHAIRS)
