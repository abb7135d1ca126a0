"""The record of a room is made once for all who read along, and is never long behind."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from consensus import commands as c
from consensus.meeting import prepare
from consensus.roomwide import parking
from server import library
from server.bus import Alone
from server.log import RoomRow, SqlLog
from server.record import scribe
from server.record.scribe import Made
from server.room import LiveRoom
from server.rooms import Rooms
from server.words import FALLBACK, Words

WORDS = Words(FALLBACK)


@pytest.fixture
async def room(log: SqlLog) -> AsyncIterator[LiveRoom]:
    rooms = Rooms(log, Alone(), lambda: 1_000)
    prepared = prepare(library.template("en", "strategy"), "A room", "", (), 1)
    opened = await rooms.open(RoomRow("room1", "ABC234", "epoch1", 1), prepared)
    await opened.ask(c.Join("robin", "Robin", "Training", "chair"))
    yield opened
    await rooms.close()


def parked(made: Made) -> int:
    return next(len(part.lines) for part in made.document.parts if part.id == "parking")


async def test_it_is_made_once_for_all_who_ask_at_one_position(room: LiveRoom) -> None:
    first, second = await asyncio.gather(scribe.made(room, WORDS), scribe.made(room, WORDS))

    assert first is second
    assert first.position == room.position


async def test_it_is_made_again_when_the_room_has_moved_on(room: LiveRoom) -> None:
    before = await scribe.made(room, WORDS)
    await room.ask(parking.Add("p1", "Who pays for taxis?"), "robin")

    after = await scribe.made(room, WORDS)

    assert (parked(before), parked(after)) == (0, 1)


async def test_each_language_has_its_own(room: LiveRoom) -> None:
    english = await scribe.made(room, WORDS)
    other = Words(FALLBACK)
    assert other.say("record-so-far")  # read before it goes by another name
    other.language = "cy"

    assert (await scribe.made(room, other)).document.language == "cy"
    assert (await scribe.made(room, WORDS)) is not english


async def test_what_takes_long_to_say_stays_for_a_while(
    room: LiveRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scribe, "MANY", 0)
    monkeypatch.setattr(scribe, "SHARE", 1e9)
    before = await scribe.made(room, WORDS)
    await room.ask(parking.Add("p1", "Who pays for taxis?"), "robin")

    assert await scribe.made(room, WORDS) is before


async def test_what_was_long_to_say_is_said_again_when_its_time_is_over(
    room: LiveRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scribe, "MANY", 0)
    monkeypatch.setattr(scribe, "SHARE", 0)
    before = await scribe.made(room, WORDS)
    await room.ask(parking.Add("p1", "Who pays for taxis?"), "robin")

    assert await scribe.made(room, WORDS) is not before
