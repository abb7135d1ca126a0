"""Troubles drawn from a seed: in each round some things go wrong together, and are mended again."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from random import Random

from tests.faults.group import Group
from tests.faults.world import World
from tests.server.processes import ServerProcess
from tests.server.together import Together

# In seconds: how long a trouble may last, and how much later than the others it may begin.
SHORTEST, LONGEST = 0.05, 1.5
LATER = 0.5

MOST_AT_ONCE = 3

Trouble = Callable[[float, bool], Awaitable[str]]


class Troubles:
    """All that may go wrong in a world. `schedule` tells what did, for who looks into a failure."""

    def __init__(self, world: World, shared: Together, group: Group, dice: Random) -> None:
        self.schedule: list[str] = []
        self._world = world
        self._shared = shared
        self._group = group
        self._dice = dice

    async def round(self) -> None:
        """Let some things go wrong at about the same time; wait until everybody is over it."""
        some = self._dice.sample(
            [self._a_node, self._redis, self._postgres, self._lines],
            self._dice.randint(1, MOST_AT_ONCE),
        )
        async with asyncio.TaskGroup() as tasks:
            for trouble in some:
                tasks.create_task(self._soon(trouble, self._dice.uniform(0, LATER)))
        await self._group.each_acted(2)

    async def _soon(self, trouble: Trouble, wait: float) -> None:
        lasting, dies = self._dice.uniform(SHORTEST, LONGEST), self._dice.random() < 0.5
        await asyncio.sleep(wait)
        what = await trouble(lasting, dies)
        self.schedule.append(f"{what} for {lasting:.2f} s")

    # --- each kind of trouble lasts for some seconds, and says what it was ---

    async def _a_node(self, lasting: float, dies: bool) -> str:
        number = self._dice.randrange(len(self._world.nodes))
        node = self._world.nodes[number]
        node.tell(signal.SIGKILL if dies else signal.SIGSTOP)
        await asyncio.sleep(lasting)
        if dies:
            node.wait()
            await start_again(node)
        else:
            node.tell(signal.SIGCONT)
        return f"node {number} {'was dead' if dies else 'hung'}"

    async def _redis(self, lasting: float, dies: bool) -> str:
        redis = self._shared.redis
        await asyncio.to_thread(redis.kill if dies else redis.pause)
        await asyncio.sleep(lasting)
        await asyncio.to_thread(redis.start if dies else redis.resume)
        return f"Redis {'was dead' if dies else 'hung'}"

    async def _postgres(self, lasting: float, dies: bool) -> str:
        postgres = self._shared.postgres
        await asyncio.to_thread(postgres.kill if dies else postgres.pause)
        await asyncio.sleep(lasting)
        await asyncio.to_thread(postgres.start if dies else postgres.resume)
        return f"PostgreSQL {'was dead' if dies else 'hung'}"

    async def _lines(self, lasting: float, die: bool) -> str:
        some = self._dice.sample(self._group.people, len(self._group.people) // 2)
        for person in some:
            person.drop() if die else person.stall()
            await asyncio.sleep(lasting / len(some))
        for person in some:
            person.go_on()
        return f"lines {'broke' if die else 'stalled'}"


async def start_again(node: ServerProcess) -> None:
    """Start a node until it stays up, as whatever looks after it would."""
    while True:
        try:
            return await node.start()
        except RuntimeError:  # it needs PostgreSQL to begin with
            await asyncio.sleep(SHORTEST)
