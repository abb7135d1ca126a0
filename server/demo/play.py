"""A made-up group plays a whole agenda over real websockets, one step after another."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from time import perf_counter

from msgspec import Struct

from consensus import commands as c
from consensus import views
from consensus.answers import reveal, stances
from consensus.answers.ballots import Ballot
from consensus.answers.guesses import MakeGuess
from consensus.commands import PersonCommand
from consensus.items import ItemId
from consensus.steps import collect, judge, settle, turns
from server.demo.client import Records, RoomClient
from server.demo.people import Person
from server.wire import Ack, Refused

_BECAUSE_KEPT = "most of us put it there, and we heard why"
_BECAUSE_LEFT = "the others cover it"


class Refusal(Exception):
    """A made-up person was refused something that must work."""


class Player(Struct, frozen=True):
    """A made-up person and their line into the room."""

    person: Person
    client: RoomClient


class Pace(Struct, frozen=True):
    """How long things take, in seconds at the pace of people; nothing at all when fast."""

    scale: float = 1.0

    async def wait(self, seconds: float) -> None:
        """Wait as long as a person would need for it."""
        await asyncio.sleep(seconds * self.scale)


class Timings(Struct):
    """How long (s) each step took, and each command until it was acknowledged."""

    steps: dict[str, float] = {}
    acks: list[float] = []


class Play:
    """Plays the agenda: the chair steers, everybody else answers."""

    def __init__(self, chair: RoomClient, players: Sequence[Player], pace: Pace) -> None:
        self._chair = chair
        self._players = players
        self._pace = pace
        self.timings = Timings()

    async def through(self) -> None:
        """Play every step in order, and close the meeting."""
        for step in self.agenda():
            await self.play(step)
        await self.end()

    def agenda(self) -> list[views.StepRecord]:
        """Return the steps in order."""
        return sorted(self._chair.records.of(views.StepRecord), key=lambda step: step.number)

    async def play(self, step: views.StepRecord) -> None:
        """Go to a step, and do what it asks."""
        began = perf_counter()
        await self.go_to(step.id)
        await self._everyone(partial(is_current, step.id))
        await self._pace.wait(1)
        match step.kind:
            case "judge":
                await self._judge(step.id)
            case "settle":
                await self._settle(step.id)
            case "collect":
                await self._collect(step.id)
            case "turns":
                await self._turns(step.id)
        await self._pace.wait(1.5)
        self.timings.steps[step.id] = perf_counter() - began

    # --- what steers ---

    async def go_to(self, step: str) -> None:
        """Bring the room to a step."""
        await self._do(self._chair, c.OpenStep(step))

    async def _reveal(self, step: str) -> None:
        await self._do(self._chair, judge.Reveal(step, even_so=True))

    async def end(self) -> None:
        """End the meeting."""
        await self._do(self._chair, c.Close())
        await self._everyone(lambda records: room_of(records).closed is not None)

    # --- one kind of step each ---

    async def _judge(self, step: str) -> None:
        asked = self._chair.records.one(judge.JudgeRecord, f"judge/{step}")
        if asked.again:
            self._let_everyone_listen(asked.again)
        await self._all(self._answer(player, step, asked) for player in self._players)
        await self._pace.wait(1)
        await self._reveal(step)
        await self._everyone(partial(is_revealed, step))
        await self._pace.wait(3)

    async def _answer(self, player: Player, step: str, asked: judge.JudgeRecord) -> None:
        await self._pace.wait(player.person.lots.uniform(0.5, 3.5))
        ballot = _ballot(player.person, asked)
        if asked.shown == "nobody":
            token = f"{player.person.lots.getrandbits(96):024x}"
            await self._do(player.client, judge.Slip(step, token, ballot))
        else:
            await self._do(player.client, judge.Cast(step, ballot.answer, "", ballot.marks))
        if asked.guess:
            await self._guess(player, step, asked)

    async def _guess(self, player: Player, step: str, asked: judge.JudgeRecord) -> None:
        """Guess about an agency of which somebody is here."""
        guess = player.person.guess(asked.items)
        people = player.client.records.of(views.MemberRecord)
        here = {member.agency for member in people if member.voice}
        if guess is not None and guess[0] in here:
            await self._pace.wait(player.person.lots.uniform(0.5, 1.5))
            await self._do(player.client, MakeGuess(step, *guess))

    def _let_everyone_listen(self, step: str) -> None:
        ballots = self._chair.records.of(reveal.BallotRecord, f"ballot/{step}/")
        for player in self._players:
            player.person.listen([record.ballot.answer for record in ballots])

    async def _settle(self, step: str) -> None:
        board = self._chair.records.one(settle.BoardRecord, f"board/{step}")
        keeps = board.aim == "keep"
        candidates = [item for band in board.bands for item in band]
        for slot in range(board.slots):
            item = candidates[slot]
            await self._do(self._chair, settle.Propose(step, slot, item))
            await self._everyone(partial(_is_proposed, f"slot/{step}/{slot}", item))
            await self._all(
                self._stand(player, step, slot, item, candidates, keeps) for player in self._players
            )
            await self._pace.wait(0.5)
            because = _BECAUSE_KEPT if keeps else _BECAUSE_LEFT
            await self._do(
                self._chair,
                settle.Agree(step, slot, item, because, even_so=True, keep_dissent=True),
            )

    async def _stand(
        self,
        player: Player,
        step: str,
        slot: int,
        item: ItemId,
        candidates: list[ItemId],
        keeps: bool,
    ) -> None:
        await self._pace.wait(player.person.lots.uniform(0.2, 1))
        word, note = player.person.stance_on(item, candidates, 5 if keeps else 3, keeps)
        await self._do(player.client, settle.Stand(step, slot, item, word, note))

    async def _collect(self, step: str) -> None:
        asked = self._chair.records.one(collect.CollectRecord, f"collect/{step}")
        writers = self._players[: 2 * len(asked.lanes)]
        await self._all(
            self._write(player, step, asked, number) for number, player in enumerate(writers)
        )

    async def _write(
        self, player: Player, step: str, asked: collect.CollectRecord, number: int
    ) -> None:
        await self._pace.wait(player.person.lots.uniform(0.5, 3))
        lane = number % len(asked.lanes)
        items, text = player.person.note(asked.items, alike=lane == 0)
        note = f"demo{number}"
        await self._do(
            player.client, collect.AddNote(step, note, asked.lanes[lane].id, text, items)
        )

    async def _turns(self, step: str) -> None:
        asked = self._chair.records.one(turns.TurnsRecord, f"turns/{step}")
        for item in asked.items[:3]:
            await self._do(self._chair, turns.Talk(step, item))
            await self._pace.wait(1.2)
        await self._do(self._chair, turns.Talk(step, None))

    # --- all together ---

    async def _do(self, client: RoomClient, command: PersonCommand) -> int:
        """Do what must not be refused; return the position at which it is kept."""
        sent = perf_counter()
        answer: Ack | Refused = await client.do(command)
        if isinstance(answer, Refused):
            raise Refusal(f"{type(command).__name__}: {answer.code}")
        self.timings.acks.append(perf_counter() - sent)
        return answer.position

    async def _everyone(self, holds: Callable[[Records], bool]) -> None:
        """Wait until a condition holds for everybody's own copy of the room."""
        clients = [self._chair, *(player.client for player in self._players)]
        await self._all(client.until(holds) for client in clients)

    async def _all(self, doings: Iterable[Awaitable[None]]) -> None:
        await asyncio.gather(*doings)


def room_of(records: Records) -> views.RoomRecord:
    """Return what everybody in a room knows of it."""
    return records.one(views.RoomRecord, "room")


def _ballot(person: Person, asked: judge.JudgeRecord) -> Ballot:
    """Return what a person answers: their order, its end to set aside, or marks along it."""
    order = person.order(asked.items)
    match asked.ask:
        case "rank":
            return Ballot(order, "", {}, {}, unsure=False)
        case "choose":
            return Ballot(tuple(reversed(order))[: asked.choose], "", {}, {}, unsure=False)
        case "scale" | "level":
            most = 10 if asked.ask == "scale" else 5
            marks: dict[str, int | None] = {
                item: max(1, most - place) for place, item in enumerate(order)
            }
            return Ballot((), "", marks, {}, unsure=False)


def is_current(step: str, records: Records) -> bool:
    """Say whether a room is at a step."""
    return room_of(records).current == step


def is_revealed(step: str, records: Records) -> bool:
    """Say whether the answers of a step are open."""
    return records.one(judge.JudgeRecord, f"judge/{step}").revealed


def _is_proposed(slot: str, item: ItemId, records: Records) -> bool:
    return records.one(stances.SlotRecord, slot).item == item
