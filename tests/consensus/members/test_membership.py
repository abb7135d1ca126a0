"""Membership: what people are here as, who is in the chair, and who is taken out of the room."""

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.answers.notes import Lane
from consensus.members.membership import COVER_HALL_AFTER
from consensus.people import Attends, Role, Seat
from consensus.refusal import Code
from consensus.steps import collect, judge, turns
from tests.consensus.given import (
    MINUTE,
    NOW,
    SERVER,
    Situation,
    given,
    joined,
    opened,
    plan,
    prepared,
    room,
)
from tests.consensus.hall.halls import hall

LOBBY = room(plan("read", turns.Settings()))
READING = (*LOBBY, opened("read", *"abcd", at=1_000))


def roles(situation: Situation) -> dict[str, Role]:
    return {member.id: member.role for member in situation.meeting.members.values()}


# --- deputy and chair -------------------------------------------------------------------------


def test_the_chair_names_a_deputy_and_another_takes_the_place() -> None:
    named = given(*LOBBY).when(c.NameDeputy("ana"), by="kit").then(e.DeputyNamed("ana", NOW))
    assert roles(named)["ana"] == "deputy"

    other = named.when(c.NameDeputy("ben"), by="kit").then(e.DeputyNamed("ben", NOW))
    assert (roles(other)["ana"], roles(other)["ben"]) == ("participant", "deputy")


def test_the_chair_names_nobody() -> None:
    nobody = (
        given(*LOBBY, e.DeputyNamed("ana"))
        .when(c.NameDeputy(None), by="kit")
        .then(e.DeputyNamed(None, NOW))
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
    passed = given(*LOBBY).when(c.HandOver("ana"), by="kit").then(e.ChairPassed("ana", False, NOW))

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

    covered = lost.when(c.Cover(), by="ana", at=LATER).then(e.ChairPassed("ana", True, LATER))

    who = roles(covered)
    assert (who["kit"], who["ana"], who["ben"]) == ("deputy", "chair", "participant")


@pytest.mark.parametrize("at", [1_000, LATER - 1, 0])
def test_nobody_takes_the_chair_of_somebody_who_was_here_a_moment_ago(at: int) -> None:
    given(*LOST).when(c.Cover(), by="ana", at=at).refused(Code.CHAIR_IS_HERE)


def test_nobody_takes_the_chair_of_somebody_who_is_here() -> None:
    given(*LOBBY).when(c.Cover(), by="ana", at=10 * LATER).refused(Code.CHAIR_IS_HERE)


def test_after_a_minute_somebody_takes_the_chair_and_the_chair_comes_back_as_deputy() -> None:
    covered = (
        given(*LOST).when(c.Cover(), by="ana", at=LATER).then(e.ChairPassed("ana", True, LATER))
    )

    assert (roles(covered)["ana"], roles(covered)["kit"]) == ("chair", "deputy")
    assert roles(covered)["eve"] == "observer"


def test_a_trainer_whose_laptop_sleeps_for_a_minute_is_still_the_trainer() -> None:
    lost = hall("ana").after((SERVER, c.Leave("kit")), at=1_000)
    much_later = 1_000 + COVER_HALL_AFTER

    lost.when(c.Cover(), by="ana", at=LATER).refused(Code.CHAIR_IS_HERE)
    covered = lost.when(c.Cover(), by="ana", at=much_later).done()

    assert roles(covered)["ana"] == "chair"


def test_the_chair_who_came_back_in_time_stays_in_the_chair() -> None:
    given(*LOST, e.MemberArrived("kit", 2_000)).when(c.Cover(), by="ana", at=LATER).refused(
        Code.CHAIR_IS_HERE
    )


def test_a_chair_who_handed_over_may_leave() -> None:
    left = given(*LOBBY, e.ChairPassed("ana", False), e.MemberLeft("kit", 1_000))

    left.when(c.Cover(), by="ben", at=LATER).refused(Code.CHAIR_IS_HERE)


def test_a_chair_that_nobody_ever_took_is_free() -> None:
    given(prepared(), joined("ana")).when(c.Cover(), by="ana").then(
        e.ChairPassed("ana", False, NOW)
    )


def test_a_deputy_who_is_here_goes_first() -> None:
    lost = given(*LOBBY, e.DeputyNamed("ben"), e.MemberLeft("kit", 1_000))

    lost.when(c.Cover(), by="ana", at=LATER).refused(Code.DEPUTY_FIRST)
    lost.when(c.Cover(), by="ben", at=LATER).then(e.ChairPassed("ben", True, LATER))


def test_nobody_waits_for_a_deputy_who_is_away() -> None:
    away = (e.DeputyNamed("ben"), e.MemberLeft("ben", 1_000), e.MemberLeft("kit", 1_000))

    given(*LOBBY, *away).when(c.Cover(), by="ana", at=LATER).then(e.ChairPassed("ana", True, LATER))


def test_an_observer_does_not_take_the_chair() -> None:
    given(*LOST).when(c.Cover(), by="eve", at=LATER).refused(Code.WATCHING_ONLY)


@pytest.mark.parametrize("events", [LOBBY, LOST])
def test_the_chair_needs_nobody_to_cover_for_them(events: tuple[e.Event, ...]) -> None:
    given(*events).when(c.Cover(), by="kit", at=LATER).nothing()


def test_the_chair_may_be_taken_in_a_pause() -> None:
    given(*READING, e.MeetingPaused(5), e.MemberLeft("kit", 1_000)).when(
        c.Cover(), by="ana", at=LATER
    ).then(e.ChairPassed("ana", True, LATER))


def test_there_is_one_chair_whoever_passes_it_on() -> None:
    passed = given(*LOST).after(("ana", c.Cover()), ("ana", c.HandOver("kit")))

    assert [role for role in roles(passed).values() if role == "chair"] == ["chair"]


def test_whoever_was_deputy_is_again_what_they_were_before() -> None:
    """A recorder who stands in for an hour is a recorder afterwards."""
    named = given(*LOBBY, joined("rae", "recorder")).after(("kit", c.NameDeputy("rae")))

    assert roles(named.after(("kit", c.NameDeputy("ana"))))["rae"] == "recorder"
    assert roles(named.after(("kit", c.NameDeputy(None))))["rae"] == "recorder"


def test_whoever_had_the_chair_is_again_what_they_were_before() -> None:
    parent = replace(joined("pat", "family"), seat="carer")
    passed = given(*LOBBY, parent).after(("kit", c.HandOver("pat")), ("pat", c.HandOver("kit")))

    pat = passed.meeting.members["pat"]
    assert (pat.role, pat.seat) == ("family", "carer")


# --- what people are here as ------------------------------------------------------------------


@pytest.mark.parametrize("by", ["kit", "rae"])
@pytest.mark.parametrize(
    ("role", "seat", "voice"),
    [("family", "carer", True), ("advocate", "", True), ("observer", "", False)],
)
def test_the_chair_and_the_recorder_say_what_somebody_is_here_as(
    by: str, role: Role, seat: Seat, voice: bool
) -> None:
    said = (
        given(*LOBBY, joined("rae", "recorder"))
        .when(c.SetRole("ana", role, seat), by=by)
        .then(e.RoleSet("ana", role, seat))
    )

    ana = said.meeting.members["ana"]
    assert (ana.role, ana.seat, ana.voice) == (role, seat, voice)
    said.when(c.SetRole("ana", role, seat), by=by).nothing()


def test_only_families_sit_as_a_child_or_a_carer() -> None:
    given(*LOBBY).when(c.SetRole("ana", "advocate", "child"), by="kit").then(
        e.RoleSet("ana", "advocate", "")
    )


def test_somebody_who_watched_gets_a_voice_with_a_part() -> None:
    said = given(*LOBBY).after(("kit", c.SetRole("eve", "participant")))

    assert said.meeting.members["eve"].voice


def test_a_deputy_takes_up_a_new_part_when_they_are_deputy_no_more() -> None:
    said = given(*LOBBY, e.DeputyNamed("ana")).after(("kit", c.SetRole("ana", "advocate")))
    assert roles(said)["ana"] == "deputy"

    assert roles(said.after(("kit", c.NameDeputy(None))))["ana"] == "advocate"


@pytest.mark.parametrize(
    ("by", "command", "code"),
    [
        ("ben", c.SetRole("ana", "family"), Code.CHAIR_OR_RECORDER),
        ("ana", c.SetRole("ana", "family"), Code.CHAIR_OR_RECORDER),
        ("kit", c.SetRole("ana", "chair"), Code.NOT_UNDERSTOOD),
        ("kit", c.SetRole("ana", "deputy"), Code.NOT_UNDERSTOOD),
        ("kit", c.SetRole("kit", "observer"), Code.CHAIR_STAYS),
        ("kit", c.SetRole("zoe", "family"), Code.NO_SUCH_MEMBER),
        ("ben", c.SetAttends("ana", "video"), Code.CHAIR_OR_RECORDER),
        ("kit", c.SetAttends("zoe", "video"), Code.NO_SUCH_MEMBER),
        ("kit", c.SetAttends("ana", "proxy"), Code.PROXY_IS_THE_CHAIRS),
    ],
)
def test_nobody_is_made_what_they_are_not(by: str, command: c.PeopleCommand, code: Code) -> None:
    given(*LOBBY).when(command, by=by).refused(code)


@pytest.mark.parametrize("by", ["ana", "kit"])
def test_people_say_how_they_take_part_and_the_chair_may_too(by: str) -> None:
    said = (
        given(*LOBBY).when(c.SetAttends("ana", "video"), by=by).then(e.AttendsSet("ana", "video"))
    )

    assert said.meeting.members["ana"].attends == "video"
    said.when(c.SetAttends("ana", "video"), by=by).nothing()


# --- somebody without a screen ----------------------------------------------------------------


ON_THE_PHONE = replace(joined("pat"), attends="proxy")


def test_what_was_entered_for_somebody_is_read_back_once_in_each_step() -> None:
    read = (
        given(*READING, ON_THE_PHONE)
        .when(c.ReadBack("read"), by="pat")
        .then(e.WasReadBack("read", "pat"))
    )

    records = views.everyone(read.meeting)
    assert isinstance(records["member/pat"], views.MemberRecord)
    assert records["read_back/read"].members == ("pat",)  # type: ignore[union-attr]
    read.when(c.ReadBack("read"), by="pat").nothing()


def test_only_what_the_chair_enters_is_read_back_and_only_in_a_step_that_was_held() -> None:
    given(*READING).when(c.ReadBack("read"), by="ana").refused(Code.NOT_BY_PROXY)
    given(*LOBBY, ON_THE_PHONE).when(c.ReadBack("read"), by="pat").refused(Code.STEP_CLOSED)
    given(*LOBBY, ON_THE_PHONE).when(c.ReadBack("tea"), by="pat").refused(Code.NO_SUCH_STEP)


@pytest.mark.parametrize("attends", ["room", "video", "phone"])
def test_somebody_without_a_screen_gets_none_by_being_said_to(attends: Attends) -> None:
    given(*LOBBY, ON_THE_PHONE).when(c.SetAttends("pat", attends), by="kit").refused(
        Code.PROXY_IS_THE_CHAIRS
    )


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
    notes = plan("notes", collect.Settings((Lane("x", "X"),)))
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
