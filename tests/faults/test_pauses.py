"""Twenty seconds without a word from Redis, and a line on which nobody takes anything."""

import asyncio
import os
import time
from pathlib import Path
from random import Random

from consensus import commands as c
from consensus.steps import collect
from consensus.text import NOTE_LENGTH
from server.wire import CloseCode
from tests.faults.group import Group, gather, until
from tests.faults.history import Acknowledged, Declined, Sent
from tests.faults.people import Person
from tests.faults.world import several_nodes
from tests.server.processes import ServerProcess
from tests.server.together import Together, count

# In seconds.
PAUSED = 20
STALLED = 30
SECONDS = 5  # what "within seconds" means: a browser asks for a sign of life after 20

# More than the system keeps for a line on which nobody takes anything.
SNAPSHOTS = 100

# Bytes: more than looking after a few lines takes, and far less than a stalled one was sent.
MOST_MEMORY = 30_000_000


async def test_a_paused_redis_and_a_stalled_line_are_noticed_by_nobody(
    tmp_path: Path, shared: Together
) -> None:
    async with several_nodes(tmp_path, shared) as world:
        group = await gather(world.sites, Random(5))
        await write_a_lot(group)
        asleep = await group.look_in(world.sites[0])
        async with group.busy():
            used = memory(world.nodes[0])
            lines = await count(world.sites[0], "connections")
            began = time.monotonic()
            asleep.stall()
            await asleep.ask_for_everything(SNAPSHOTS)
            shared.redis.pause()
            await asyncio.sleep(PAUSED)  # this is what goes wrong, and not a wait for anything
            shared.redis.resume()
            await until(lambda: fewer_lines(world.sites[0], lines), "the line to be cut off")
            assert time.monotonic() - began > STALLED - 1
            assert memory(world.nodes[0]) < used + MOST_MEMORY
            asleep.go_on()
            await group.each_acted(3)

        assert slowest_answer(group) < SECONDS
        await world.check(group)
        assert {name for name, _ in group.lost_lines()} == {asleep.history.name}
        assert all(
            code is None or code < CloseCode.NOT_UNDERSTOOD for _, code in group.lost_lines()
        )


async def write_a_lot(group: Group) -> None:
    """Write so much that a few dozen snapshots are more than the system keeps for one line."""
    await group.chair.done(c.OpenStep("compare"))
    await asyncio.gather(*(write_ten(person) for person in group.people))


async def write_ten(person: Person) -> None:
    for number in range(10):
        note = f"{person.history.name}long{number}"
        words = f"{note} ".ljust(NOTE_LENGTH, "x")
        await person.done(collect.AddNote("compare", note, "alike", words, ("s2", "s3")))


async def fewer_lines(site: str, than: float) -> bool:
    return await count(site, "connections") < than


def memory(node: ServerProcess) -> int:
    """Return how much memory (bytes) a node has in use."""
    pages = Path(f"/proc/{node.pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def slowest_answer(group: Group) -> float:
    """Return how long (s) anybody had to wait for the first answer to anything."""
    waits = [0.0]
    for person in group.people:
        sent: dict[str, float] = {}
        for fact in person.history.facts:
            if isinstance(fact, Sent):
                sent.setdefault(fact.id, fact.at)
            elif isinstance(fact, Acknowledged | Declined) and fact.id in sent:
                waits.append(fact.at - sent.pop(fact.id))
    return max(waits)
