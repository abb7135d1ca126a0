"""A group that plays along at once, so that a test can bring a room to any state and look."""

from contextlib import AsyncExitStack

from consensus import commands as c
from consensus.answers import stances
from consensus.commands import PersonCommand
from consensus.items import ItemId
from consensus.steps import collect, judge, settle, turns
from server.demo.client import Door, RoomClient
from server.wire import Ack
from tests.forms import ROOM

PEOPLE = [("Ana", "Police"), ("Ben", "Social care"), ("Cam", "School"), ("Dot", "Health")]
ITEMS: list[ItemId] = [f"s{n}" for n in range(1, 11)]


class Group:
    """A chair and four people on websockets; `code` and `chair_seat` let browsers join them."""

    def __init__(self, site: str, title: str = ROOM["title"]) -> None:
        self._site = site
        self._title = title
        self._door = Door(site)
        self._lines = AsyncExitStack()
        self.people: list[RoomClient] = []

    async def __aenter__(self) -> "Group":
        self.code, self.chair_seat = await self._door.open_room(**{**ROOM, "title": self._title})
        self.chair = await self._line(self.chair_seat)
        for name, agency in PEOPLE:
            seat = await self._door.join(self.code, name, agency)
            self.people.append(await self._line(seat))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._lines.aclose()

    async def _line(self, seat: str) -> RoomClient:
        return await self._lines.enter_async_context(RoomClient(self._site, self.code, seat))

    async def newcomer(self, name: str = "Eve", agency: str = "Parents’ forum") -> str:
        """Let somebody join; return their seat, for a browser to take."""
        return await self._door.join(self.code, name, agency)

    async def wall_key(self) -> str:
        """Return the key of the wall."""
        return await self._door.wall_key(self.code, self.chair_seat)

    async def do(self, *commands: PersonCommand) -> None:
        """Let the chair do things."""
        for command in commands:
            assert isinstance(await self.chair.do(command), Ack), command

    async def choose(self) -> None:
        """Let everybody choose, with a reason from the first."""
        await self.do(c.OpenStep("choose"))
        for person, item in zip(self.people, ["s6", "s6", "s3", "s9"], strict=True):
            because = "We hear least about it" if person is self.people[0] else ""
            assert isinstance(await person.do(judge.Cast("choose", (item,), because)), Ack)

    async def reveal(self, step: str) -> None:
        """Open the answers."""
        await self.do(judge.Reveal(step, even_so=True))

    async def discard(self) -> None:
        """Bring the group to where one statement is set aside, with a "no" that is kept."""
        await self.do(c.OpenStep("discard"), settle.Propose("discard", 0, "s6"))
        await self.stand("discard", 0, "s6")
        await self.people[3].do(settle.Stand("discard", 0, "s6", "no", "It matters where I work"))

    async def rank(self, step: str = "rank") -> None:
        """Let everybody rank what is left."""
        if step == "rank":
            await self.do(settle.Agree("discard", 0, "s6", "The others cover it", True, True))
        await self.do(c.OpenStep(step))
        nine = [item for item in ITEMS if item != "s6"]
        for number, person in enumerate(self.people):
            shift = number * (2 if step == "rank" else 1)
            answer = (*nine[:2], *nine[2 + shift :], *nine[2 : 2 + shift])
            assert isinstance(await person.do(judge.Cast(step, answer)), Ack)

    async def talk(self) -> None:
        """Open the answers and talk about the widest spread."""
        await self.do(c.OpenStep("talk"))
        await self.chair.until(lambda records: "turns/talk" in records.by_key)
        first = self.chair.records.one(turns.TurnsRecord, "turns/talk").items[0]
        await self.do(
            turns.Talk("talk", first), turns.Write("talk", first, "We mean different things by it")
        )

    async def compare(self) -> None:
        """Write what is alike and different."""
        await self.do(c.OpenStep("compare"))
        for number, (lane, text) in enumerate(
            [("alike", "Both need time"), ("different", "One can be counted")]
        ):
            note = collect.AddNote("compare", f"note{number}", lane, text, ("s1", "s2"))
            assert isinstance(await self.people[number].do(note), Ack)

    async def five(self) -> None:
        """Settle the first two places and propose the third."""
        await self.do(c.OpenStep("five"))
        for slot, item in enumerate(["s1", "s2"]):
            await self.do(settle.Propose("five", slot, item))
            await self.stand("five", slot, item)
            await self.do(settle.Agree("five", slot, item, "We all had it high", True, True))
        await self.do(settle.Propose("five", 2, "s3"))
        await self.stand("five", 2, "s3")

    async def stand(self, step: str, slot: int, item: ItemId) -> None:
        """Let everybody take a stance, of several kinds."""
        words: list[tuple[stances.StanceWord, str]] = [
            ("yes", ""),
            ("yes_note", "Ask the families too"),
            ("can_live", ""),
            ("yes", ""),
        ]
        for person, (word, note) in zip(self.people, words, strict=True):
            assert isinstance(await person.do(settle.Stand(step, slot, item, word, note)), Ack)
