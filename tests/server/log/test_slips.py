"""Unattributed answers are kept beside the log, and nothing tells whose they are."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text

from server.log import Conflict, Exchange, SqlLog
from tests.server.log.given import ROOM, hand, prepared

STEP = "trust"


@pytest.fixture
async def room(log: SqlLog) -> SqlLog:
    await log.add_room(ROOM, prepared())
    return log


async def put(log: SqlLog, after: int, member: str | None, **now: bytes) -> None:
    """Let a step's answers become these, with the event of a member where there is one."""
    entries = [hand(member)] if member else []
    exchange = Exchange(STEP, await log.slips("room1", STEP), now)
    await log.append_with_slips("room1", after, entries, [exchange])


async def test_an_answer_is_kept_with_the_event_that_says_who_has_answered(room: SqlLog) -> None:
    await put(room, 1, "ana", t1=b"one")

    assert await room.slips("room1", STEP) == {"t1": b"one"}
    assert [entry.by for entry in await room.read("room1", after=1)] == ["ana"]


async def test_a_change_of_mind_needs_no_event(room: SqlLog) -> None:
    await put(room, 1, "ana", t1=b"one")

    await put(room, 2, None, t1=b"two")

    assert await room.slips("room1", STEP) == {"t1": b"two"}
    assert await room.heads(["room1"]) == {"room1": 2}


async def test_answers_belong_to_their_step_and_room(room: SqlLog) -> None:
    await put(room, 1, "ana", t1=b"one")

    assert await room.slips("room1", "another") == {}
    assert await room.slips("room2", STEP) == {}


async def test_nothing_is_kept_where_the_log_has_gone_on(room: SqlLog) -> None:
    await room.append("room1", 1, [hand("ben")])

    for entries in ([hand("ana")], []):
        exchange = Exchange(STEP, {}, {"t1": b"one"})
        with pytest.raises(Conflict):
            await room.append_with_slips("room1", 1, entries, [exchange])

    assert await room.slips("room1", STEP) == {}
    assert [entry.by for entry in await room.read("room1", after=1)] == ["ben"]


async def test_nothing_is_kept_where_an_answer_was_changed_meanwhile(room: SqlLog) -> None:
    await put(room, 1, "ana", t1=b"one")
    read = await room.slips("room1", STEP)
    await put(room, 2, None, t1=b"two")

    with pytest.raises(Conflict):
        await room.append_with_slips("room1", 2, [hand("kit")], [Exchange(STEP, read, {})])

    assert await room.slips("room1", STEP) == {"t1": b"two"}
    assert await room.heads(["room1"]) == {"room1": 2}


async def test_opened_answers_are_gone_with_the_event_that_holds_them(room: SqlLog) -> None:
    await put(room, 1, "ana", t1=b"one")
    await put(room, 2, "ben", t1=b"one", t2=b"two")

    await put(room, 3, "kit")

    assert await room.slips("room1", STEP) == {}
    assert await room.heads(["room1"]) == {"room1": 4}


async def test_of_two_nodes_that_change_answers_at_once_one_reads_on(
    where: Path | str, room: SqlLog
) -> None:
    await put(room, 1, "ana", t1=b"one", t2=b"two")
    before = await room.slips("room1", STEP)
    async with SqlLog(where) as other:
        outcomes = await asyncio.gather(
            room.append_with_slips(
                "room1", 2, [], [Exchange(STEP, before, {**before, "t1": b"x"})]
            ),
            other.append_with_slips("room1", 2, [], [Exchange(STEP, before, {})]),
            return_exceptions=True,
        )

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Conflict", "NoneType"]
    kept = await room.slips("room1", STEP)
    assert kept == ({} if outcomes[1] is None else {"t1": b"x", "t2": b"two"})


async def test_where_a_row_lies_does_not_tell_when_it_came(where: Path | str, room: SqlLog) -> None:
    await put(room, 1, "ana", m=b"one")
    await put(room, 2, "ben", m=b"one", z=b"two")
    await put(room, 3, "cam", m=b"one", z=b"two", a=b"three")

    with room._engines.reading.begin() as looking:
        lying = looking.execute(text("SELECT token FROM slips")).scalars().all()
        assert lying == ["a", "m", "z"]
        if looking.dialect.name == "postgresql":
            query = text("SELECT count(DISTINCT xmin::text) FROM slips")
            assert looking.execute(query).scalar_one() == 1
