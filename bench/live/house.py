"""Rooms of people, written straight into a log: five thousand joins by form would take long."""

import asyncio
import itertools
import time
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from consensus import commands as c
from consensus import events as e
from consensus.agenda import find
from consensus.items import StepId
from consensus.meeting import decide, evolve, prepare, start
from consensus.people import Role
from consensus.state import Meeting
from consensus.steps import judge, settle
from server import access, library
from server.log import NewEntry, RoomRow, SqlLog

# All of it happened just before, in ms: a server forgets rooms that nobody has used for long.
AT = time.time_ns() // 1_000_000

CHUNK = 1_000

STEPS: dict[str, StepId] = {"hand": "read", "stand": "discard", "note": "compare"}


class House(Struct, frozen=True):
    """Rooms that all have the same number of people, and one that has a past.

    `absent`: how many of each room's people, the last ones, have left. `history`: how many events
    the first room has at least. `idle`: how many more rooms there are, of three people each.
    `command`: what people will do, which decides the step that is open.
    """

    people: int
    rooms: int = 1
    absent: int = 0
    history: int = 0
    idle: int = 0
    command: str = "hand"

    @property
    def sizes(self) -> list[int]:
        """How many people each room has, the idle ones last."""
        return [self.people] * self.rooms + [3] * self.idle


def code(room: int) -> str:
    """Return the code of a room."""
    letters = []
    for _ in range(access.CODE_LENGTH):
        room, letter = divmod(room, len(access.ALPHABET))
        letters.append(access.ALPHABET[letter])
    return "".join(reversed(letters))


def seat_key(room: int, seat: int) -> str:
    """Return the key of a seat."""
    return f"seat-{room}-{seat}"


def member_id(room: int, seat: int) -> str:
    """Return the member who has a seat, in an id as long as real ones."""
    return f"{room:06x}{seat:010x}"


def build(where: Path | str, house: House) -> None:
    """Write a house into a log that no server uses yet."""
    asyncio.run(write(where, house))


async def write(where: Path | str, house: House) -> None:
    """Do what `build` does, where there is an event loop."""
    async with SqlLog(where) as log:
        for room, people in enumerate(house.sizes):
            history = house.history if room == 0 else 0
            absent = house.absent if room < house.rooms else 0
            await _add_room(log, room, people, _story(room, people, absent, house.command, history))


async def _add_room(log: SqlLog, room: int, people: int, story: list[e.Event]) -> None:
    entries = [NewEntry(AT, None, None, event) for event in story]
    row = RoomRow(id=f"room{room:012x}", code=code(room), epoch=f"epoch{room:011x}", prepared=AT)
    await log.add_room(row, entries[0])
    for first in range(1, len(entries), CHUNK):
        await log.append(row.id, first, entries[first : first + CHUNK])
    keys = [
        log.add_key(row.id, access.key_hash(seat_key(room, n)), member_id(room, n))
        for n in range(people)
    ]
    await asyncio.gather(*keys)


def _story(room: int, people: int, absent: int, command: str, history: int) -> list[e.Event]:
    """Return a room's past: everyone joins, the step is opened, hands go up and down."""
    template = library.template("en", "task-5-1")
    items = library.statement_set("en", "working-together").items
    story: list[e.Event] = [prepare(template, f"Room {room}", template.purpose, items, AT)]
    for n in range(people):
        role: Role = "participant" if n else "chair"
        member = member_id(room, n)
        story.append(e.MemberJoined(member, f"Person {n}", f"Agency {n % 20}", role, True, AT))
    story += _up_to(STEPS[command], story, member_id(room, 0))
    story += [e.MemberLeft(member_id(room, n), AT) for n in range(people - absent, people)]
    raised_and_lowered = itertools.cycle(_hands(room, people))
    return story + list(itertools.islice(raised_and_lowered, max(0, history - len(story))))


def _hands(room: int, people: int) -> Iterator[e.Event]:
    for n in range(people):
        yield e.HandRaised(member_id(room, n))
        yield e.HandLowered(member_id(room, n))


def _up_to(wanted: StepId, story: list[e.Event], chair: str) -> list[e.Event]:
    """Return what leads from a room where all have joined to a step that is open for work."""
    first, *others = story
    assert isinstance(first, e.MeetingPrepared)
    meeting = start(first)
    for event in others:
        meeting = evolve(meeting, event)
    happened: list[e.Event] = []
    for plan in first.agenda:
        asks: list[c.PersonCommand] = [c.OpenStep(plan.id)]
        if plan.id != wanted:
            asks += _through(meeting, plan.id)
        if plan.id == wanted and isinstance(plan.settings, settle.Settings):
            asks.append(settle.Propose(plan.id, 0, first.items[0].id))
        for ask in asks:
            for event in decide(meeting, ask, chair, AT):
                happened.append(event)
                meeting = evolve(meeting, event)
        if plan.id == wanted:
            return happened
    raise ValueError(wanted)


def _through(meeting: Meeting, step: StepId) -> list[c.PersonCommand]:
    """Return what the chair does in an open step: the least that later steps can rest on."""
    items = tuple(meeting.items)
    asks: list[c.PersonCommand] = []
    match find(meeting.agenda, step).plan.settings:
        case judge.Settings(choose=choose):
            answer = items[:1] if choose else items[1:]
            asks += [judge.Cast(step, answer, ""), judge.Reveal(step, even_so=True)]
        case settle.Settings():
            asks.append(settle.Propose(step, 0, items[0]))
            asks.append(settle.Stand(step, 0, items[0], "yes"))
            asks.append(settle.Agree(step, 0, items[0], even_so=True))
    return asks
