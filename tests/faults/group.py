"""A dozen people in one room who do everything at once, for as long as a scenario lasts."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from itertools import takewhile
from random import Random

from consensus import commands as c
from consensus.steps import judge, settle
from server.demo.client import Door
from tests.faults.acts import STEPS, Actor
from tests.faults.history import Finished, History, Lost
from tests.faults.people import Person
from tests.forms import ROOM

PATIENCE = 45.0


class Group:
    """The people of one room. The chair steers; `walls` are fresh clients that only look."""

    def __init__(self, code: str, wall_key: str, people: Sequence[Person], dice: Random) -> None:
        self.code = code
        self.people = list(people)
        self.walls: list[Person] = []
        self._wall_key = wall_key
        self._dice = dice
        self._actors = [Actor(person, steers=person is self.chair) for person in people]

    @property
    def chair(self) -> Person:
        return self.people[0]

    @property
    def histories(self) -> list[History]:
        """What everybody saw."""
        return [person.history for person in (*self.people, *self.walls)]

    def lost_lines(self) -> list[tuple[str, int | None]]:
        """Return who lost a line before the end, and the close code if there was one."""
        found = []
        for history in self.histories:
            for fact in takewhile(lambda fact: not isinstance(fact, Finished), history.facts):
                if isinstance(fact, Lost):
                    found.append((history.name, fact.close_code))
        return found

    # --- being busy ---

    @asynccontextmanager
    async def busy(self, pause: float = 0.1) -> AsyncIterator[None]:
        """Act all the time, with pauses of about so many seconds; then wait for every answer."""
        async with asyncio.TaskGroup() as acting:
            for actor in self._actors:
                acting.create_task(actor.act(pause))
            await self.acted(len(self.people))
            yield
            for actor in self._actors:
                actor.stop()
            acting.create_task(self._answered_soon())

    async def _answered_soon(self) -> None:
        await until(lambda: not any(p.waits for p in self.people), "all answers")

    async def acted(self, times: int) -> None:
        """Wait until people have had so many more acknowledgements, together."""
        goal = self._acknowledged() + times
        await until(lambda: self._acknowledged() >= goal, f"{times} acknowledgements")

    async def each_acted(self, times: int) -> None:
        """Wait until every single person has had so many more acknowledgements."""
        goals = {person: person.acknowledged + times for person in self.people}
        await until(
            lambda: all(person.acknowledged >= goal for person, goal in goals.items()),
            f"{times} acknowledgements for everybody",
        )

    def _acknowledged(self) -> int:
        return sum(person.acknowledged for person in self.people)

    async def told_to_try_again(self) -> None:
        """Wait until somebody is asked to try again, who has not been so far."""
        before = self._tries()
        await until(lambda: self._tries() > before, "somebody to be told to try again")

    def _tries(self) -> int:
        return sum(person.told_to_try_again for person in self.people)

    # --- coming to rest ---

    async def look_in(self, node: str) -> Person:
        """Let a fresh client, that has nothing yet, look at the room through one node."""
        name = f"wall{len(self.walls)}"
        wall = Person(name, [node], self.code, "", Random(self._dice.random()), self._wall_key)
        self.walls.append(wall)
        wall.come()
        await wall.until(lambda records: records.position > 0)
        return wall

    async def show(self) -> int:
        """Do something that everybody has to be shown; return its position.

        Of what is hidden from them, people need not even be told that it happened.
        """
        raised = f"hand/{self.chair.member}" in self.chair.records.by_key
        return await self.chair.done(c.LowerHand() if raised else c.RaiseHand())

    async def rest(self, nodes: Sequence[str]) -> None:
        """Look in through each node, and wait until all have been shown one and the same."""
        await self.show()
        for node in nodes:
            await self.look_in(node)
        everybody = [*self.people, *self.walls]
        try:
            await until(lambda: _level(everybody), "all to be at one position")
        except TimeoutError as error:
            error.add_note(_stand(everybody))
            raise
        for person in everybody:
            person.history.finish()
        for person in everybody:
            await person.go()


def _level(people: Sequence[Person]) -> bool:
    """Say whether all are at one position, and nothing that was answered lies past it."""
    positions = {person.records.position for person in people}
    return len(positions) == 1 and max(person.furthest for person in people) <= min(positions)


def _stand(people: Sequence[Person]) -> str:
    return ", ".join(
        f"{p.history.name} at {p.records.position} (answered up to {p.furthest})" for p in people
    )


async def until(
    holds: Callable[[], bool | Awaitable[bool]], what: str, patience: float = PATIENCE
) -> None:
    """Wait for something to hold; raises `TimeoutError` with what it was."""
    end = time.monotonic() + patience
    while True:
        held = holds()
        if held if isinstance(held, bool) else await held:
            return
        if time.monotonic() > end:
            raise TimeoutError(f"waited {patience:.0f} s for {what}")
        await asyncio.sleep(0.02)


# --- how a group comes together ----------------------------------------------------------------


async def gather(nodes: Sequence[str], dice: Random, count: int = 12) -> Group:
    """Open a room, let people in through the nodes in turn, and prepare something to do."""
    door = Door(nodes[0])
    code, seat = await door.open_room(**ROOM)
    key = await door.wall_key(code, seat)
    seats = [seat]
    for number in range(1, count):
        seats.append(await Door(nodes[number % len(nodes)]).join(code, f"P{number}", "School"))
    people = [
        Person(f"person{n:02}", _from(nodes, n), code, seat, Random(dice.random()))
        for n, seat in enumerate(seats)
    ]
    group = Group(code, key, people, dice)
    for person in people:
        person.come()
    for person in people:
        await person.until(lambda records: records.position > 0)
    await _prepare(group)
    return group


def _from(nodes: Sequence[str], number: int) -> list[str]:
    """Return the nodes, beginning with another one for each person."""
    first = number % len(nodes)
    return [*nodes[first:], *nodes[:first]]


async def _prepare(group: Group) -> None:
    """Bring the agenda to where ballots, notes and stances can be given, each in a step."""
    chair, somebody = group.chair, group.people[1]
    ranked = tuple(f"s{n}" for n in range(2, 11))
    await chair.done(c.OpenStep("choose"))
    await seen(chair, await somebody.done(judge.Cast("choose", ("s1",))))
    await chair.done(judge.Reveal("choose", even_so=True))
    await chair.done(c.OpenStep("discard"))
    await chair.done(settle.Propose("discard", 0, "s1"))
    await chair.done(settle.Agree("discard", 0, "s1", even_so=True))
    await chair.done(c.OpenStep("rank"))
    await chair.done(c.OpenStep("rank-again"))
    await seen(chair, await somebody.done(judge.Cast("rank-again", ranked)))
    await chair.done(judge.Reveal("rank-again", even_so=True))
    await chair.done(c.OpenStep("compare"))
    await chair.done(c.OpenStep("five"))
    for slot in range(5):
        await chair.done(settle.Propose("five", slot, ranked[slot]))
    await chair.done(c.OpenStep(STEPS[0]))


async def seen(person: Person, position: int) -> None:
    """Wait until a person has been shown a position: only then do they know of what led there."""
    await person.until(lambda records: records.position >= position)
