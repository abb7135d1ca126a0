"""Several nodes with one log and a bus that loses things: all of them end up the same.

A failure names its seed, which then plays exactly the same again.
"""

import asyncio
from collections import Counter
from functools import partial
from random import Random
from typing import cast

import pytest

from consensus import commands as c
from consensus import views
from consensus.people import MemberId
from consensus.refusal import Refusal
from consensus.steps import judge
from server import attendance
from server.bus import Listener
from server.connections import Connection
from server.demo.client import Records
from server.fast import Direct
from server.log import NewEntry, RoomRow, SqlLog
from server.recall import recall
from server.room import LiveRoom
from server.wire import Changes, read_server_message
from tests.meetings import play
from tests.server.fake_lines import FakeSocket
from tests.server.test_rooms import prepared

ROW = RoomRow("room1", "ABC234", "epoch1", 1)


class LossyAir:
    """What nodes say to each other, some of it for nobody."""

    def __init__(self, dice: Random, loss: float) -> None:
        self.dice = dice
        self.loss = loss
        self.buses: list[LossyBus] = []


class LossyBus:
    """One node's end of it."""

    up = True
    alone = False

    def __init__(self, air: LossyAir) -> None:
        self._air = air
        self._listener: Listener | None = None
        air.buses.append(self)

    def join(self, room: str, listener: Listener) -> None:
        self._listener = listener
        asyncio.get_running_loop().call_soon(listener.missed)

    def leave(self, room: str) -> None:
        self._listener = None

    def say(self, room: str, message: bytes) -> None:
        for bus in self._air.buses:
            if bus is not self and self._air.dice.random() >= self._air.loss:
                asyncio.get_running_loop().call_soon(bus.hear, message)

    def hear(self, message: bytes) -> None:
        if self._listener is not None:
            self._listener.heard(message)

    async def __aenter__(self) -> "LossyBus":
        return self

    async def __aexit__(self, *_: object) -> None:
        pass


async def a_node(log: SqlLog, air: LossyAir, name: str) -> LiveRoom:
    return LiveRoom(ROW, await recall(log, ROW.id), log, LossyBus(air), lambda: 1_000_000, name)


async def level(log: SqlLog, *nodes: LiveRoom) -> None:
    """Let nodes read on, as they do when they compare themselves with the log."""
    async with asyncio.timeout(20):
        while True:
            for node in nodes:
                await node.attendance.settled()
                node.read_on()
            await asyncio.sleep(0.005)
            head = (await log.heads([ROW.id]))[ROW.id]
            if all(node.position == head for node in nodes):
                return


@pytest.mark.parametrize("seed", range(25))
async def test_nodes_that_decide_at_the_same_moment_end_with_the_same_meeting(
    log: SqlLog, seed: int
) -> None:
    dice = Random(seed)
    story = play(dice.choice)
    await log.add_room(ROW, NewEntry(1, None, None, story.prepared))
    air = LossyAir(dice, loss=dice.choice([0.0, 0.3, 1.0]))
    nodes = [await a_node(log, air, f"node{n}") for n in range(3)]
    acknowledged: dict[tuple[MemberId | None, str], int] = {}

    async def ask(number: int, command: c.Command, by: MemberId | None) -> None:
        command_id = f"command-{number}"
        try:
            position = await dice.choice(nodes).ask(command, by, command_id)
        except Refusal:
            return
        acknowledged[by, command_id] = position

    acts = list(enumerate(story.acts))
    while acts:
        at_once, acts = acts[: dice.randrange(1, 5)], acts[4:]
        await asyncio.gather(*(ask(n, act.command, act.by) for n, act in at_once))
    await level(log, *nodes)

    assert nodes[0].meeting == nodes[1].meeting == nodes[2].meeting
    entries = await log.read(ROW.id)
    assert [entry.position for entry in entries] == list(range(1, len(entries) + 1))
    last = {(entry.by, entry.command): entry.position for entry in entries}
    with_effect = acknowledged.keys() & last.keys()
    assert {key: acknowledged[key] for key in with_effect} == {
        key: last[key] for key in with_effect
    }
    for node in nodes:
        await node.close()


@pytest.mark.parametrize("seed", range(10))
async def test_a_command_that_is_repeated_at_another_node_happens_once(
    log: SqlLog, seed: int
) -> None:
    dice = Random(seed)
    story = play(dice.choice)
    await log.add_room(ROW, NewEntry(1, None, None, story.prepared))
    air = LossyAir(dice, loss=1.0)
    one, other = [await a_node(log, air, name) for name in ("one", "other")]
    await one.ask(c.Join("kit", "Kit", "School"))
    await level(log, one, other)

    first = await one.ask(c.RaiseHand(), "kit", "the-same-id")
    await one.ask(c.LowerHand(), "kit", "another-id")
    again = await other.ask(c.RaiseHand(), "kit", "the-same-id")

    assert first == again
    assert Counter(x.command for x in await log.read(ROW.id))["the-same-id"] == 1
    assert not other.meeting.hands
    await one.close()
    await other.close()


# --- who is where -------------------------------------------------------------------------------


async def happened(log: SqlLog) -> list[str]:
    """Return the kinds of everything that is in the log."""
    return [type(entry.event).__name__ for entry in await log.read(ROW.id)]


async def two_nodes(log: SqlLog, loss: float = 0.0) -> tuple[LiveRoom, LiveRoom]:
    await log.add_room(ROW, NewEntry(1, None, None, play(Random(1).choice).prepared))
    air = LossyAir(Random(1), loss)
    one, other = await a_node(log, air, "one"), await a_node(log, air, "other")
    await one.ask(c.Join("kit", "Kit", "School"))
    await level(log, one, other)
    return one, other


async def until_here(room: LiveRoom, here: bool) -> None:
    async with asyncio.timeout(10):
        while room.meeting.members["kit"].here is not here:  # noqa: ASYNC110  # nothing to wait for
            await asyncio.sleep(0.005)


async def test_who_moves_to_another_node_has_not_left(
    log: SqlLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attendance, "HICCUP", 0.15)
    one, other = await two_nodes(log)
    line, elsewhere = Connection("kit"), Connection("kit")
    one.enter(line)

    one.leave(line)
    other.enter(elsewhere)
    await asyncio.sleep(0.4)  # longer than a hiccup: in that time nothing may happen

    await level(log, one, other)
    assert one.meeting.members["kit"].here
    assert "MemberLeft" not in await happened(log)
    await one.close()
    await other.close()


async def test_who_leaves_for_good_has_left_once(
    log: SqlLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attendance, "HICCUP", 0.01)
    one, other = await two_nodes(log)
    line = Connection("kit")
    one.enter(line)

    one.leave(line)
    await until_here(one, False)

    await level(log, one, other)
    assert (await happened(log)).count("MemberLeft") == 1
    await one.close()
    await other.close()


async def test_a_node_that_is_wrong_about_a_member_is_put_right_by_the_one_that_has_their_line(
    log: SqlLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attendance, "HICCUP", 0.01)
    one, other = await two_nodes(log, loss=1.0)
    other.enter(Connection("kit"))

    one.attendance.expect("kit")
    await until_here(one, False)
    other.read_on()
    async with asyncio.timeout(10):
        while "MemberArrived" not in await happened(log):  # noqa: ASYNC110  # nothing to wait for
            await asyncio.sleep(0.005)

    await level(log, one, other)
    assert one.meeting.members["kit"].here
    await one.close()
    await other.close()


# --- what a node that lags behind may say --------------------------------------------------------


async def test_nobody_is_taken_back_in_time_by_a_node_that_lags_behind(log: SqlLog) -> None:
    one, other = await two_nodes(log, loss=1.0)
    position = await one.ask(c.RaiseHand(), "kit", "command-1")
    assert other.position < position

    await other.reach(ROW.epoch, position)

    assert other.position == position
    await one.close()
    await other.close()


async def test_a_node_that_lags_behind_refuses_nothing_on_what_is_past(log: SqlLog) -> None:
    one, other = await two_nodes(log, loss=1.0)
    await one.ask(c.Join("ana", "Ana", "Health"))

    await other.ask(c.RaiseHand(), "ana", "command-1")

    assert list(other.meeting.hands) == ["ana"]
    await one.close()
    await other.close()


@pytest.mark.parametrize("first", [c.LowerHand(), c.OpenStep("no such step")])
async def test_what_a_repeat_was_told_is_what_its_late_copy_is_told(
    log: SqlLog, first: c.Command
) -> None:
    one, other = await two_nodes(log, loss=1.0)

    told = await _outcome(other, first, again=True)
    await other.ask(c.RaiseHand(), "kit", "command-2")
    late = await _outcome(one, first)

    assert late == told
    assert list(other.meeting.hands) == ["kit"]
    await level(log, one, other)
    assert list(one.meeting.hands) == ["kit"]
    await one.close()
    await other.close()


async def _outcome(node: LiveRoom, command: c.Command, again: bool = False) -> int | str:
    try:
        return await node.ask(command, "kit", "command-1", again)
    except Refusal as refusal:
        return refusal.code


async def test_a_line_that_moves_on_with_the_others_is_not_sent_everything_again(
    log: SqlLog,
) -> None:
    one, other = await two_nodes(log)
    sent: list[bytes] = []
    line = Connection("kit", cast(Direct, FakeSocket(sent.append)))
    one.enter(line)
    for number in range(6):  # now of everybody's, now of their own
        hand = c.LowerHand() if number % 2 else c.RaiseHand()
        await one.ask(hand, "kit", f"command-{number}")
        while not one.audience.quiet:  # noqa: ASYNC110  # nothing to wait for
            await asyncio.sleep(0.001)
        one.audience.owe(line, one.position + 1)

    assert [b'"fresh":true' in frame for frame in sent].count(True) == 1
    await one.close()
    await other.close()


class Follower:
    """A client on a direct line, to whichever node it is at."""

    def __init__(self, member: MemberId) -> None:
        self.member = member
        self.records = Records()
        self._line: Connection | None = None

    def _take(self, payload: bytes) -> None:
        told = read_server_message(payload)
        assert isinstance(told, Changes)
        assert self.records.apply(told)

    async def move(self, to: LiveRoom, old: LiveRoom | None = None) -> None:
        """Leave a node, enter another with what is known, and wait for what it tells."""
        if old is not None and self._line is not None:
            old.leave(self._line)
        self._line = Connection(self.member, cast(Direct, FakeSocket(self._take)))
        to.enter(self._line, ROW.epoch, self.records.position)
        to.audience.tick_soon()
        await quiet(to)


async def quiet(*nodes: LiveRoom) -> None:
    for node in nodes:
        await node.attendance.settled()
        while not node.audience.quiet:  # noqa: ASYNC110  # nothing to wait for
            await asyncio.sleep(0.001)


async def test_what_another_node_showed_is_taken_back_when_it_is_gone(log: SqlLog) -> None:
    one, other = await two_nodes(log)
    kit = Follower("kit")
    await kit.move(other)
    await other.ask(c.RaiseHand(), "kit", "command-1")
    await level(log, one, other)
    await quiet(one, other)
    assert "hand/kit" in kit.records.by_key

    await kit.move(one, other)
    await one.ask(c.LowerHand(), "kit", "command-2")
    await quiet(one)

    assert "hand/kit" not in kit.records.by_key
    await one.close()
    await other.close()


async def test_what_another_node_showed_the_chair_is_taken_back_when_it_is_gone(
    log: SqlLog,
) -> None:
    await log.add_room(ROW, NewEntry(1, None, None, prepared()))
    air = LossyAir(Random(1), loss=0.0)
    one, other = await a_node(log, air, "one"), await a_node(log, air, "other")
    await one.ask(c.Join("robin", "Robin", "Training", "chair", voice=False))
    for member in ("kit", "ana"):
        await one.ask(c.Join(member, member, "School"))
    await one.ask(c.OpenStep("choose"), "robin", "open-step")
    await level(log, one, other)
    before, robin = Follower("robin"), Follower("robin")
    await before.move(one)
    await robin.move(other)
    await one.ask(judge.Cast("choose", ("s1",)), "kit", "command-1")
    await level(log, one, other)
    await quiet(one, other)

    await one.ask(c.Remove("kit"), "robin", "command-2")
    await quiet(one)
    await robin.move(one, other)

    seen = (views.everyone, views.chairs, partial(views.mine, member="robin"))
    assert robin.records.by_key == {k: v for of in seen for k, v in of(one.meeting).items()}
    await one.close()
    await other.close()
