"""People: who answers, who is in the chair, who is taken out, and who asks to speak."""

import pytest

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.people import Member, Role, known_as, silent
from consensus.refusal import Code
from consensus.steps import collect, judge, turns
from tests.consensus.given import MINUTE, Situation, given, joined, opened, plan, prepared, room

LOBBY = room(plan("read", turns.Settings()))
READING = (*LOBBY, opened("read", *"abcd", at=1_000))

MEMBERS = {
    member.id: member
    for member in (
        Member("kit", "Kit", "Health", "chair", voice=False, here=True, since=0),
        Member("ben", "Ben", "Health", "participant", voice=True, here=True, since=0),
        Member("ana", "Ana", "Health", "family", voice=True, here=False, since=9),
        Member("cam", "Cam", "Health", "recorder", voice=True, here=True, since=0),
    )
}


def test_voices_who_have_not_answered_come_in_the_order_in_which_they_joined() -> None:
    assert [member.id for member in silent(MEMBERS, {"ben"})] == ["ana", "cam"]


def test_two_people_are_known_as_the_same_whatever_the_case_of_their_names() -> None:
    assert known_as("Ana Weiß", "Health") == known_as("ANA WEISS", "health")
    assert known_as("Ana", "Health Police") != known_as("Ana Health", "Police")


def roles(situation: Situation) -> dict[str, Role]:
    return {member.id: member.role for member in situation.meeting.members.values()}


# --- deputy and chair -------------------------------------------------------------------------


def test_the_chair_names_a_deputy_and_another_takes_the_place() -> None:
    named = given(*LOBBY).when(c.NameDeputy("ana"), by="kit").then(e.DeputyNamed("ana"))
    assert roles(named)["ana"] == "deputy"

    other = named.when(c.NameDeputy("ben"), by="kit").then(e.DeputyNamed("ben"))
    assert (roles(other)["ana"], roles(other)["ben"]) == ("participant", "deputy")


def test_the_chair_names_nobody() -> None:
    nobody = (
        given(*LOBBY, e.DeputyNamed("ana"))
        .when(c.NameDeputy(None), by="kit")
        .then(e.DeputyNamed(None))
    )

    assert "deputy" not in roles(nobody).values()


def test_naming_the_same_again_changes_nothing() -> None:
    given(*LOBBY, e.DeputyNamed("ana")).when(c.NameDeputy("ana"), by="kit").nothing()
    given(*LOBBY).when(c.NameDeputy(None), by="kit").nothing()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.NameDeputy("zoe"), Code.NO_SUCH_MEMBER),
        (c.NameDeputy("kit"), Code.CHAIR_STAYS),
        (c.HandOver("zoe"), Code.NO_SUCH_MEMBER),
        (c.Remove("zoe"), Code.NO_SUCH_MEMBER),
        (c.Remove("kit"), Code.CHAIR_STAYS),
    ],
)
def test_the_chair_does_nothing_to_strangers_or_themselves(
    command: c.RoomCommand, code: Code
) -> None:
    given(*LOBBY).when(command, by="kit").refused(code)


def test_the_chair_hands_over() -> None:
    passed = given(*LOBBY).when(c.HandOver("ana"), by="kit").then(e.ChairPassed("ana", False))

    assert roles(passed) == {
        "kit": "participant",
        "ana": "chair",
        "ben": "participant",
        "cam": "participant",
        "eve": "observer",
    }
    passed.when(c.Pause(), by="kit").refused(Code.CHAIR_ONLY)
    passed.when(c.Pause(), by="ana").done()


def test_a_chair_who_hands_over_keeps_their_voice_or_stays_without() -> None:
    passed = given(*LOBBY, e.ChairPassed("ana", False))
    members = passed.meeting.members

    assert (members["kit"].voice, members["ana"].voice) == (False, True)


def test_the_chair_is_the_chair_already() -> None:
    given(*LOBBY).when(c.HandOver("kit"), by="kit").nothing()


LOST = (*LOBBY, e.MemberLeft("kit", 1_000))
LATER = 1_000 + MINUTE


def test_a_chair_who_is_covered_for_takes_the_place_of_a_deputy_who_is_away_too() -> None:
    lost = given(*LOBBY, e.DeputyNamed("ben"), e.MemberLeft("ben", 5), e.MemberLeft("kit", 1_000))

    covered = lost.when(c.Cover(), by="ana", at=LATER).then(e.ChairPassed("ana", True))

    who = roles(covered)
    assert (who["kit"], who["ana"], who["ben"]) == ("deputy", "chair", "participant")


@pytest.mark.parametrize("at", [1_000, LATER - 1, 0])
def test_nobody_takes_the_chair_of_somebody_who_was_here_a_moment_ago(at: int) -> None:
    given(*LOST).when(c.Cover(), by="ana", at=at).refused(Code.CHAIR_IS_HERE)


def test_nobody_takes_the_chair_of_somebody_who_is_here() -> None:
    given(*LOBBY).when(c.Cover(), by="ana", at=10 * LATER).refused(Code.CHAIR_IS_HERE)


def test_after_a_minute_somebody_takes_the_chair_and_the_chair_comes_back_as_deputy() -> None:
    covered = given(*LOST).when(c.Cover(), by="ana", at=LATER).then(e.ChairPassed("ana", True))

    assert (roles(covered)["ana"], roles(covered)["kit"]) == ("chair", "deputy")
    assert roles(covered)["eve"] == "observer"


def test_the_chair_who_came_back_in_time_stays_in_the_chair() -> None:
    given(*LOST, e.MemberArrived("kit", 2_000)).when(c.Cover(), by="ana", at=LATER).refused(
        Code.CHAIR_IS_HERE
    )


def test_a_chair_who_handed_over_may_leave() -> None:
    left = given(*LOBBY, e.ChairPassed("ana", False), e.MemberLeft("kit", 1_000))

    left.when(c.Cover(), by="ben", at=LATER).refused(Code.CHAIR_IS_HERE)


def test_a_chair_that_nobody_ever_took_is_free() -> None:
    given(prepared(), joined("ana")).when(c.Cover(), by="ana").then(e.ChairPassed("ana", True))


def test_a_deputy_who_is_here_goes_first() -> None:
    lost = given(*LOBBY, e.DeputyNamed("ben"), e.MemberLeft("kit", 1_000))

    lost.when(c.Cover(), by="ana", at=LATER).refused(Code.DEPUTY_FIRST)
    lost.when(c.Cover(), by="ben", at=LATER).then(e.ChairPassed("ben", True))


def test_nobody_waits_for_a_deputy_who_is_away() -> None:
    away = (e.DeputyNamed("ben"), e.MemberLeft("ben", 1_000), e.MemberLeft("kit", 1_000))

    given(*LOBBY, *away).when(c.Cover(), by="ana", at=LATER).then(e.ChairPassed("ana", True))


def test_an_observer_does_not_take_the_chair() -> None:
    given(*LOST).when(c.Cover(), by="eve", at=LATER).refused(Code.WATCHING_ONLY)


@pytest.mark.parametrize("events", [LOBBY, LOST])
def test_the_chair_needs_nobody_to_cover_for_them(events: tuple[e.Event, ...]) -> None:
    given(*events).when(c.Cover(), by="kit", at=LATER).nothing()


def test_the_chair_may_be_taken_in_a_pause() -> None:
    given(*READING, e.MeetingPaused(5), e.MemberLeft("kit", 1_000)).when(
        c.Cover(), by="ana", at=LATER
    ).then(e.ChairPassed("ana", True))


def test_there_is_one_chair_whoever_passes_it_on() -> None:
    passed = given(*LOST).after(("ana", c.Cover()), ("ana", c.HandOver("kit")))

    assert [role for role in roles(passed).values() if role == "chair"] == ["chair"]


# --- removing ---------------------------------------------------------------------------------


def test_the_chair_takes_a_member_out_of_the_room() -> None:
    removed = (
        given(*READING, e.HandRaised("ana"), e.HandRaised("ben"))
        .when(c.Remove("ana"), by="kit")
        .then(e.MemberRemoved("ana"))
    )

    assert "ana" not in removed.meeting.members
    assert list(removed.meeting.hands) == ["ben"]
    assert views.mine(removed.meeting, "ana") == {}


def test_removal_forgets_only_what_nobody_has_seen() -> None:
    first, second = plan("first", judge.Settings()), plan("second", judge.Settings())
    notes = plan("notes", collect.Settings((collect.Lane("x", "X"),)))
    seen = (
        opened("first", *"ab"),
        judge.BallotCast("first", "ana", ("a", "b"), ""),
        judge.Revealed("first", ()),
        opened("notes", *"ab"),
        collect.NoteAdded("notes", "n1", "x", "ana", "time", ()),
    )
    unseen = (opened("second", *"ab"), judge.BallotCast("second", "ana", ("a", "b"), ""))

    removed = given(*room(first, notes, second), *seen, *unseen, e.MemberRemoved("ana"))

    records = views.everyone(removed.meeting)
    assert {"ballot/first/ana", "note/notes/n1"} <= records.keys()
    assert removed.meeting.agenda[2].state == judge.State(("a", "b"))


# --- hands ------------------------------------------------------------------------------------


def test_hands_queue_in_the_order_in_which_they_went_up() -> None:
    asked = given(*LOBBY).after(("ben", c.RaiseHand()), ("ana", c.RaiseHand()))

    assert asked.meeting.hands == {"ben": 1, "ana": 2}
    assert asked.after(("ben", c.LowerHand())).meeting.hands == {"ana": 2}


def test_a_hand_that_goes_up_again_is_the_last_of_the_queue() -> None:
    asked = given(*LOBBY).after(("ben", c.RaiseHand()), ("ana", c.RaiseHand()))
    again = asked.after(("ben", c.LowerHand()), ("ben", c.RaiseHand()))

    assert again.meeting.hands == {"ana": 2, "ben": 3}


def test_a_hand_goes_up_once_and_comes_down_once() -> None:
    given(*LOBBY, e.HandRaised("ana")).when(c.RaiseHand(), by="ana").nothing()
    given(*LOBBY).when(c.LowerHand(), by="ana").nothing()


def test_a_member_lowers_their_own_hand_by_name_or_without() -> None:
    raised = given(*LOBBY, e.HandRaised("ana"))

    raised.when(c.LowerHand(), by="ana").then(e.HandLowered("ana"))
    raised.when(c.LowerHand("ana"), by="ana").then(e.HandLowered("ana"))


def test_the_chair_lowers_anybodys_hand_and_nobody_else_does() -> None:
    raised = given(*LOBBY, e.HandRaised("ana"))

    raised.when(c.LowerHand("ana"), by="kit").then(e.HandLowered("ana"))
    raised.when(c.LowerHand("ana"), by="ben").refused(Code.CHAIR_ONLY)


def test_those_who_watch_may_ask_to_speak() -> None:
    given(*LOBBY).when(c.RaiseHand(), by="eve").then(e.HandRaised("eve"))
