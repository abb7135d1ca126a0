"""What a person does in a busy room: a mix, drawn from a seed, of all that people do."""

import asyncio
from collections.abc import Callable

from consensus import commands as c
from consensus.answers import stances
from consensus.commands import PersonCommand
from consensus.steps import collect, judge, settle
from consensus.views import MemberRecord, RoomRecord
from tests.faults.people import Person

# The steps between which the chair goes, each with something else to do in it.
STEPS = ("rank", "compare", "five")

RANKED = tuple(f"s{n}" for n in range(2, 11))
WORDS: tuple[stances.StanceWord, ...] = ("yes", "yes_note", "can_live", "no", "not_mine")

# Of so many acts one is something that has to be refused, one way or another.
ONE_REFUSED_IN = 12


class Actor:
    """One person's doings: what the current step is for, and beside it a hand up and down.

    Each of the two waits for its answer before it goes on, so that what a person wrote last is
    never in doubt.
    """

    def __init__(self, person: Person, steers: bool) -> None:
        self._person = person
        self._dice = person.dice
        self._steers = steers
        self._stopped = asyncio.Event()
        self._notes: list[str] = []
        self._count = 0

    def stop(self) -> None:
        """Do nothing new."""
        self._stopped.set()

    async def act(self, pause: float) -> None:
        """Act, with pauses of about so many seconds, until stopped and all is answered."""
        self._stopped.clear()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._again_and_again(self._work, pause))
            tasks.create_task(self._again_and_again(self._hand, 2 * pause))
            if self._steers:
                tasks.create_task(self._again_and_again(self._steer, 4 * pause))

    async def _again_and_again(self, draw: Callable[[], PersonCommand], pause: float) -> None:
        while not self._stopped.is_set():
            await self._person.do(draw())
            try:
                async with asyncio.timeout(self._dice.uniform(0, 2 * pause)):
                    await self._stopped.wait()
            except TimeoutError:
                pass

    # --- what to do ---

    def _hand(self) -> PersonCommand:
        return c.RaiseHand() if self._dice.random() < 0.5 else c.LowerHand()

    def _steer(self) -> PersonCommand:
        """Go on to another step, take somebody's hand down, or pause for a moment."""
        room = self._person.records.one(RoomRecord, "room")
        if room.paused:
            return c.Resume()
        members = [record.id for record in self._person.records.of(MemberRecord)]
        steps = [c.OpenStep(step) for step in STEPS]
        hands = [c.LowerHand(self._dice.choice(members)) for _ in range(3)]
        options: list[PersonCommand] = [*steps, *hands, c.AddTime(1), c.Pause()]
        return self._dice.choice(options)

    def _work(self) -> PersonCommand:
        current = self._person.records.one(RoomRecord, "room").current
        if self._dice.randrange(ONE_REFUSED_IN) == 0:
            return self._refused(current or "")
        match current:
            case "rank":
                return judge.Cast("rank", self._order(), self._words("because"))
            case "compare":
                return self._note()
            case "five":
                return self._stance()
            case _:
                return judge.Cast("rank", self._order(), self._words("too late"))

    def _order(self) -> tuple[str, ...]:
        return tuple(self._dice.sample(RANKED, len(RANKED)))

    def _stance(self) -> PersonCommand:
        slot, word = self._dice.randrange(5), self._dice.choice(WORDS)
        return settle.Stand("five", slot, RANKED[slot], word, self._words(word))

    def _note(self) -> PersonCommand:
        if self._notes and self._dice.random() < 0.7:
            note = self._dice.choice(self._notes)
            if self._dice.random() < 0.3:
                self._notes.remove(note)
                return collect.RemoveNote("compare", note)
            return collect.EditNote("compare", note, self._words("edited"))
        note = f"{self._person.history.name}n{self._count}"
        self._notes.append(note)
        lane = self._dice.choice(("alike", "different"))
        items = tuple(self._dice.sample(RANKED, 2))
        return collect.AddNote("compare", note, lane, self._words("wrote"), items)

    def _refused(self, current: str) -> PersonCommand:
        """Return something that cannot be done in the step, whatever happens meanwhile."""
        return self._dice.choice(
            (
                judge.Cast("rank", ("s2", "s2"), self._words("twice")),
                settle.Stand("five", 0, "s9", "no", self._words("of another")),
                settle.Stand("five", 7, "s2", "no", self._words("nowhere")),
                collect.AddNote("compare", f"x{self._count}", "nowhere", self._words("lost")),
                collect.EditNote("compare", "nobodys", self._words("foreign")),
                c.OpenStep("nowhere" if self._steers else current),
            )
        )

    def _words(self, word: str) -> str:
        """Return words that nobody else writes, nor this person twice."""
        self._count += 1
        return f"{self._person.history.name} {word} {self._count}"
