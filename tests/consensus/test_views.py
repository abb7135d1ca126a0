"""Who may see what: one meeting, projected into different types."""

from collections.abc import Iterator
from typing import get_args

import msgspec
import pytest
from msgspec.structs import replace

from consensus import events as e
from consensus import views
from consensus.agendas.planning import PlannedRecord
from consensus.answers.ballots import shuffled
from consensus.items import Source
from consensus.members.heard import HeardRecord
from consensus.members.membership import COVER_AFTER
from consensus.parts import is_same
from consensus.people import Member
from consensus.steps import judge, settle, turns
from tests.consensus.given import (
    Situation,
    after,
    given,
    in_small_parts,
    joined,
    opened,
    plan,
    room,
)

AGENDA = (
    plan("read", turns.Settings(), minutes=5),
    plan("rank", judge.Settings()),
    plan("five", settle.Settings(2, "rank"), Source("rank")),
)
LOBBY = room(*AGENDA, items="ab")
READING = (*LOBBY, opened("read", *"ab", at=1_000))
RANKING = (*READING, opened("rank", *"ab", at=61_000))
ANSWERED = (*RANKING, judge.BallotCast("rank", "ana", ("a", "b"), "a-private-reason"))


# --- everyone ---------------------------------------------------------------------------------


def test_everyone_sees_the_room() -> None:
    assert views.everyone(given(*READING).meeting)["room"] == views.RoomRecord(
        title="A meeting",
        purpose="To decide",
        current="read",
        running=1_000,
        paused=False,
        closed=None,
        cover_after=COVER_AFTER,
        focus="",
        case=False,
        forbids=(),
        starts=None,
        hand_order="raised",
    )


def test_everyone_sees_whose_hand_is_up_and_in_which_order() -> None:
    records = views.everyone(given(*READING, e.HandRaised("ben"), e.HandRaised("ana")).meeting)

    assert records["hand/ben"] == views.HandRecord("ben", 1)
    assert records["hand/ana"] == views.HandRecord("ana", 2)


@pytest.mark.parametrize(
    ("event", "paused", "closed"),
    [(e.MeetingPaused(5_000), True, None), (e.MeetingClosed(5_000), False, 5_000)],
)
def test_a_clock_that_stands_still_is_not_running(
    event: e.Event, paused: bool, closed: int | None
) -> None:
    record = views.everyone(given(*READING, event).meeting)["room"]

    assert isinstance(record, views.RoomRecord)
    assert (record.running, record.paused, record.closed) == (None, paused, closed)


def test_everyone_sees_who_is_in_the_room_and_who_has_gone() -> None:
    records = views.everyone(given(*LOBBY, e.MemberLeft("ana", 7)).meeting)

    assert records["member/ana"] == views.MemberRecord(
        "ana",
        "Ana",
        "Health",
        "participant",
        voice=True,
        here=False,
        since=7,
        attends="room",
        seat="",
    )
    assert records["member/eve"] == views.MemberRecord(
        "eve", "Eve", "Health", "observer", voice=False, here=True, since=0, attends="room", seat=""
    )


def test_a_member_who_was_removed_is_not_seen() -> None:
    assert "member/ana" not in views.everyone(given(*LOBBY, e.MemberRemoved("ana")).meeting)


def test_everyone_sees_the_items_and_the_agenda_from_the_beginning() -> None:
    records = views.everyone(given(*LOBBY).meeting)

    assert records["item/a"] == views.ItemRecord("a", "statement a")
    assert records["step/five"] == views.StepRecord(
        id="five",
        number=3,
        kind="settle",
        title="Five",
        prompt="",
        planned=10,
        minutes=10,
        spent=0,
        opened=False,
        who=(),
        after=(),
        skipped=None,
        added=False,
    )


def test_the_agenda_keeps_what_was_planned_beside_what_became_of_it() -> None:
    record = views.everyone(given(*READING, e.TimeAdded("read", 3), *RANKING[-1:]).meeting)[
        "step/read"
    ]

    assert isinstance(record, views.StepRecord)
    assert (record.planned, record.minutes, record.spent, record.opened) == (5, 8, 60_000, True)


def test_a_step_has_records_of_its_own_once_it_was_opened_and_keeps_them() -> None:
    lobby, reading = views.everyone(given(*LOBBY).meeting), views.everyone(given(*READING).meeting)
    ranking = views.everyone(given(*RANKING).meeting)

    assert reading.keys() - lobby.keys() == {"turns/read", "turn/read/a", "turn/read/b"}
    assert ranking.keys() - reading.keys() == {"judge/rank"}


def test_every_record_has_a_key_of_its_kind_and_a_tag_of_its_own() -> None:
    audiences = (views.EveryoneRecord, views.MineRecord, views.ChairsRecord)
    types = {record for audience in audiences for record in get_args(audience)}
    tags = [record.__struct_config__.tag for record in types]

    assert len(set(tags)) == len(tags)
    for key, record in views.everyone(given(*ANSWERED).meeting).items():
        assert key.split("/")[0] == record.__struct_config__.tag


# --- apart ------------------------------------------------------------------------------------


def test_no_type_of_record_is_for_everyone_and_for_some_alone() -> None:
    everyone, mine = set(get_args(views.EveryoneRecord)), set(get_args(views.MineRecord))

    assert everyone.isdisjoint(mine)
    assert everyone.isdisjoint(get_args(views.ChairsRecord))


def test_a_private_answer_is_in_its_members_own_records_alone() -> None:
    meeting = given(*ANSWERED).meeting

    def holds(records: object) -> bool:
        return b"a-private-reason" in msgspec.json.encode(records)

    assert holds(views.mine(meeting, "ana"))
    assert not holds(views.everyone(meeting))
    assert not holds(views.chairs(meeting))
    assert not any(holds(views.mine(meeting, other)) for other in ("kit", "ben", "cam", "eve"))


def test_the_chair_sees_no_answer_of_somebody_who_then_takes_the_chair() -> None:
    covered = (*ANSWERED, e.MemberLeft("kit", 0), e.ChairPassed("ben", True))

    assert views.mine(given(*covered).meeting, "ben")["my_ballot/rank"] == judge.MyBallotRecord(
        "rank", shuffled(("a", "b"), "ben"), {}, answered=False, ballot=None
    )


# --- chairs, and mine -------------------------------------------------------------------------


def test_before_there_is_a_question_the_chair_sees_who_is_heard_and_the_plan() -> None:
    records = views.chairs(given(*READING).meeting).values()

    assert {type(record) for record in records} <= {HeardRecord, PlannedRecord}


@pytest.mark.parametrize(
    ("member", "sees"), [("kit", True), ("ana", False), ("eve", False), ("zoe", False)]
)
def test_only_the_chair_belongs_to_the_chairs(member: str, sees: bool) -> None:
    assert views.sees_chairs(given(*LOBBY).meeting, member) is sees


def test_who_belongs_to_the_chairs_follows_the_chair() -> None:
    passed = given(*LOBBY, joined("dep", "deputy"), e.ChairPassed("ana", False)).meeting

    assert [m for m in passed.members if views.sees_chairs(passed, m)] == ["ana"]


def test_a_member_sees_who_they_are() -> None:
    assert views.mine(given(*LOBBY).meeting, "ana") == {"me": views.MeRecord("ana")}


@pytest.mark.parametrize("member", ["zoe", ""])
def test_somebody_who_is_not_in_the_room_has_nothing_of_their_own(member: str) -> None:
    assert views.mine(given(*ANSWERED).meeting, member) == {}


def test_somebody_who_was_removed_no_longer_sees_their_answer() -> None:
    assert views.mine(given(*ANSWERED, e.MemberRemoved("ana")).meeting, "ana") == {}


# --- in parts ---------------------------------------------------------------------------------


def made_anew(situation: Situation, event: e.Event) -> set[str]:
    """Return the names of everyone's parts that an event makes new."""
    earlier = in_small_parts(views.everyone_parts(situation.meeting))
    later = in_small_parts(views.everyone_parts(after(situation.meeting, [event])))
    kept = {name for name in earlier if name in later and is_same(earlier[name], later[name])}
    return later.keys() - kept


PROPOSED = settle.Proposed("five", 0, "a")
STOOD = settle.Stood("five", 0, "ana", "yes", "")
REVEALED = (*ANSWERED, judge.Revealed("rank", ("ben",), ()))
BOARD = (*REVEALED, opened("five", "a", "b", at=90_000), PROPOSED)
SETTLED = (*BOARD, STOOD, settle.Agreed("five", 0, "", ()))


@pytest.mark.parametrize(
    ("before", "event", "parts"),
    [
        (READING, e.HandRaised("ana"), {"hands"}),
        (READING, e.MemberLeft("ana", 7), {"members"}),
        (READING, e.TimeAdded("read", 1), {"step/read"}),
        (READING, turns.Written("read", "a", "why", "kit"), {"turn/read"}),
        (READING, e.MeetingPaused(2_000), {"room", "step/read"}),
        (RANKING, judge.BallotCast("rank", "ana", ("a", "b"), ""), {"judge/rank"}),
        (RANKING, e.MemberLeft("ana", 7), {"members", "judge/rank"}),
        (ANSWERED, REVEALED[-1], {"judge/rank", "ballots/rank", "figures/rank", "tally/rank"}),
        (REVEALED, e.MemberLeft("ana", 7), {"members"}),
        (BOARD, STOOD, {"stance/five/0", "fallen/five/0"}),
        (BOARD, settle.Proposed("five", 1, "b"), {"slot/five/1"}),
        (SETTLED, e.MemberRemoved("ana"), {"members", "fallen/five/0"}),
        (SETTLED, e.ChairPassed("ben", False), {"members", "fallen/five/0"}),
    ],
)
def test_an_event_touches_only_the_parts_that_it_must(
    before: tuple[e.Event, ...], event: e.Event, parts: set[str]
) -> None:
    assert made_anew(given(*before), event) == parts


class Unread(dict[str, Member]):
    """Members whom nobody may look at one by one."""

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("somebody looked at everybody")

    keys = values = items = __iter__  # type: ignore[assignment]


def test_taking_a_view_apart_looks_at_nobody() -> None:
    meeting = replace(given(*SETTLED).meeting, members=Unread())

    assert "stance/five/0" in in_small_parts(views.everyone_parts(meeting))
    assert "waiting" in views.chairs_parts(meeting)


def test_what_does_not_touch_the_agenda_does_not_take_it_apart() -> None:
    earlier = given(*BOARD).meeting
    later = after(earlier, [e.HandRaised("ana")])

    for made in (views.everyone_parts, views.chairs_parts):
        assert is_same(made(earlier)["agenda"], made(later)["agenda"])
        assert is_same(made(earlier)["beside"], made(later)["beside"])


def test_who_keeps_their_role_is_left_as_they_are() -> None:
    before = given(*LOBBY).meeting
    later = after(before, [e.ChairPassed("ana", False)])

    same = [name for name in before.members if later.members[name] is before.members[name]]
    assert same == ["ben", "cam", "eve"]


# --- whom it concerns -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "whom"),
    [
        (joined("dot"), {"dot"}),
        (judge.BallotCast("rank", "ana", ("a", "b"), ""), {"ana"}),
        (REVEALED[-1], set()),
        (e.HandRaised("ana"), set()),
        (e.MemberArrived("ana", 5), set()),
        (STOOD, set()),
        (turns.Written("read", "a", "why", "kit"), set()),
        (e.StepOpened("rank", None, 5), set()),
        (e.MemberRemoved("ana"), {"ana"}),
        (e.ChairPassed("ana", False), {"ana", "kit"}),
        (e.DeputyNamed(None), {"kit"}),
        (e.TurnedAway("dot"), {"dot", "kit"}),
    ],
)
def test_an_event_concerns_those_whose_own_records_it_may_change(
    event: e.Event, whom: set[str]
) -> None:
    assert views.concerns(event, given(*SETTLED).meeting) == frozenset(whom)


@pytest.mark.parametrize(
    "event",
    [LOBBY[0], opened("rank", *"ab"), e.MembersMerged("ana", "ben")],
)
def test_what_may_concern_anybody_concerns_no_one_in_particular(event: e.Event) -> None:
    assert views.concerns(event, given(*SETTLED).meeting) is None
