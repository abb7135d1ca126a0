"""Sealed editions: the first that is kept is the one, on every node."""

import asyncio

import pytest

from server.log import Conflict, NewEdition, SqlLog
from tests.server.log.given import ROOM, hand, prepared


@pytest.fixture
async def room(log: SqlLog) -> SqlLog:
    await log.add_room(ROOM, prepared())
    return log


def new(sealed: bytes, edition: int = 1, position: int = 1, **more: bytes) -> NewEdition:
    return NewEdition(edition, sealed, ROOM.epoch, position, **more)


async def test_an_edition_is_kept_byte_for_byte(room: SqlLog) -> None:
    sealed = bytes(range(256)) * 100

    assert await room.record("room1", 1) is None
    assert await room.keep_record("room1", new(sealed)) == sealed
    assert await room.record("room1", 1) == sealed
    assert await room.record("room1", 2) is None


async def test_whoever_comes_second_gets_what_is_there(room: SqlLog) -> None:
    asked = [room.keep_record("room1", new(f"by {node}".encode())) for node in range(5)]

    assert len(set(await asyncio.gather(*asked))) == 1


async def test_two_servers_at_once_keep_one(room: SqlLog, where: str) -> None:
    async with SqlLog(where) as other:
        kept = await asyncio.gather(
            room.keep_record("room1", new(b"one")), other.keep_record("room1", new(b"other"))
        )

        assert kept[0] == kept[1] == await room.record("room1", 1)


async def test_one_that_nobody_was_told_of_may_give_way_to_a_newer_one(room: SqlLog) -> None:
    await room.keep_record("room1", new(b"old"))

    assert await room.keep_record("room1", new(b"new", instead_of=b"not this")) == b"old"
    assert await room.keep_record("room1", new(b"new", instead_of=b"old")) == b"new"
    assert await room.record("room1", 1) == b"new"


async def test_nothing_is_kept_that_misses_what_has_happened(room: SqlLog) -> None:
    await room.append("room1", 1, [hand("ana")])

    with pytest.raises(Conflict):
        await room.keep_record("room1", new(b"late"))
    with pytest.raises(Conflict):
        await room.keep_record("nowhere", new(b"lost"))

    assert await room.record("room1", 1) is None


async def test_each_secret_is_drawn_once(log: SqlLog) -> None:
    assert await log.secret("seal") == await log.secret("seal") != await log.secret()


async def test_nothing_is_kept_that_was_made_of_another_log(room: SqlLog) -> None:
    """Words may be gone from it since, at the same positions."""
    await room.rewrite("room1", {}, last=1, epoch="epoch2")

    with pytest.raises(Conflict):
        await room.keep_record("room1", new(b"of epoch1"))

    assert await room.record("room1", 1) is None
