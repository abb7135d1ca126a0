"""Somebody moves to a node that has not heard of what they saw: Redis says nothing meanwhile."""

import asyncio
import signal
from pathlib import Path
from random import Random

from consensus import commands as c
from consensus.steps import collect, judge
from consensus.steps.collect import NoteRecord
from server.wire import Refused
from tests.faults.acts import RANKED
from tests.faults.group import Group, gather, until
from tests.faults.people import Person
from tests.faults.world import several_nodes
from tests.server.together import Together


async def test_who_moves_to_a_node_that_lags_behind_is_not_taken_back(
    tmp_path: Path, shared: Together
) -> None:
    async with several_nodes(tmp_path, shared) as world:
        group = await gather(world.sites, Random(1), count=4)
        first, mover = group.people[0], group.people[2]  # both at the first node
        shared.redis.pause()
        position = await first.done(c.RaiseHand())
        await mover.until(lambda records: records.position >= position)

        await mover.go()
        await mover.move(world.sites[1])
        await mover.done(c.RaiseHand())
        shared.redis.resume()

        await world.check(group)


async def test_what_came_and_went_while_a_node_lagged_behind_is_gone_for_who_moves_there(
    tmp_path: Path, shared: Together
) -> None:
    async with several_nodes(tmp_path, shared) as world:
        group = await gather(world.sites, Random(2), count=4)
        author, other, mover = group.people[0], group.people[1], group.people[2]
        await author.done(c.OpenStep("compare"))
        await other.until(lambda records: records.position >= author.furthest)
        shared.redis.pause()
        await write(author, "short")
        await mover.until(lambda records: bool(records.of(NoteRecord)))

        await mover.go()
        await author.done(collect.RemoveNote("compare", "short"))
        await other.done(c.RaiseHand())  # at the other node, which now catches up in one go
        await mover.move(world.sites[1])
        shared.redis.resume()

        await world.check(group)
        assert not notes(group)


async def test_what_a_node_hung_on_to_is_not_done_after_it_was_refused_at_another(
    tmp_path: Path, shared: Together
) -> None:
    async with several_nodes(tmp_path, shared) as world:
        group = await gather(world.sites, Random(3), count=4)
        voter = group.people[1]  # at the second node
        world.nodes[1].tell(signal.SIGSTOP)
        voting = asyncio.create_task(voter.do(judge.Cast("rank", RANKED)))
        await until(lambda: voter.waits, "the ballot to be on its way")
        await group.chair.done(c.Pause())
        voter.drop()
        assert isinstance(await voting, Refused)

        await group.chair.done(c.Resume())
        world.nodes[1].tell(signal.SIGCONT)

        await world.check(group)


async def write(person: Person, note: str) -> None:
    await person.done(collect.AddNote("compare", note, "alike", "It came and went", ("s2", "s3")))


def notes(group: Group) -> list[NoteRecord]:
    return [note for person in group.people for note in person.records.of(NoteRecord)]
