"""Events written anew in their places, and what else of a room goes with them."""

import pytest

from consensus import events as e
from consensus.steps import judge
from server.log import Conflict, Exchange, NewEntry, Snapshot, SqlLog
from tests.server.log.given import ROOM, hand, prepared, some_rooms

SECRET = judge.BallotCast("choose", "ana", ("s1",), "only for me")
BLANK = judge.BallotCast("choose", "ana", (), "")
CLOSED = NewEntry(9, "kit", "end", e.MeetingClosed(9))


async def a_room(log: SqlLog) -> None:
    """Keep a room with a ballot between two hands: positions 1 to 4."""
    await log.add_room(ROOM, prepared())
    ballot = NewEntry(5, "ana", "cast", SECRET)
    await log.append(ROOM.id, 1, [hand("ana"), ballot, hand("ben")])


async def test_an_event_says_less_and_everything_else_stays_as_it_was(log: SqlLog) -> None:
    await a_room(log)
    before = await log.read(ROOM.id)

    await log.rewrite(ROOM.id, {3: BLANK}, last=4)

    after = await log.read(ROOM.id)
    assert after[2].event == BLANK
    assert (after[2].by, after[2].command) == ("ana", "cast")
    assert [*after[:2], after[3]] == [*before[:2], before[3]]
    assert (await log.room_by_code(ROOM.code)) == ROOM


async def test_a_repeat_still_finds_its_first_answer(log: SqlLog) -> None:
    await a_room(log)

    await log.rewrite(ROOM.id, {3: BLANK}, last=4)

    answer = await log.answer(ROOM.id, "ana", "cast")
    assert answer is not None
    assert answer.position == 3


async def test_what_was_made_of_it_before_goes_and_other_rooms_keep_theirs(log: SqlLog) -> None:
    await a_room(log)
    (other,) = await some_rooms(log, 1)
    for room, epoch in ((ROOM.id, ROOM.epoch), (other, "epoch")):
        await log.keep_snapshot(room, epoch, Snapshot(1, "shape", b"state"))

    await log.rewrite(ROOM.id, {3: BLANK}, last=4)

    assert await log.snapshot(ROOM.id) is None
    assert await log.snapshot(other) is not None


async def test_it_may_begin_another_epoch(log: SqlLog) -> None:
    await a_room(log)

    await log.rewrite(ROOM.id, {3: BLANK}, last=4, epoch="epoch2")

    found = await log.room_by_code(ROOM.code)
    assert found is not None
    assert found.epoch == "epoch2"


async def test_where_more_has_happened_nothing_is_changed(log: SqlLog) -> None:
    await a_room(log)

    with pytest.raises(Conflict):
        await log.rewrite(ROOM.id, {3: BLANK}, last=3, epoch="epoch2")

    assert (await log.read(ROOM.id))[2].event == SECRET
    assert await log.room_by_code(ROOM.code) == ROOM


async def test_a_room_is_closed_and_blanked_in_one_moment(log: SqlLog) -> None:
    await a_room(log)
    await log.append_with_slips(ROOM.id, 4, [], [Exchange("trust", {}, {"token": b"answer"})])
    await log.keep_snapshot(ROOM.id, ROOM.epoch, Snapshot(4, "shape", b"state"))

    await log.append_with_slips(ROOM.id, 4, [CLOSED], [], blanks={3: BLANK})

    assert [entry.event for entry in await log.read(ROOM.id, after=2)] == [
        BLANK,
        e.HandRaised("ben"),
        CLOSED.event,
    ]
    assert await log.slips(ROOM.id, "trust") == {}
    assert await log.snapshot(ROOM.id) is None


async def test_a_room_that_went_on_is_neither_closed_nor_blanked(log: SqlLog) -> None:
    await a_room(log)
    await log.append_with_slips(ROOM.id, 4, [], [Exchange("trust", {}, {"token": b"answer"})])

    with pytest.raises(Conflict):
        await log.append_with_slips(ROOM.id, 3, [CLOSED], [], blanks={3: BLANK})

    assert (await log.read(ROOM.id))[2].event == SECRET
    assert await log.slips(ROOM.id, "trust") == {"token": b"answer"}


async def test_what_a_room_came_to_before_its_end_is_not_kept_after_it(log: SqlLog) -> None:
    await a_room(log)
    await log.append_with_slips(ROOM.id, 4, [CLOSED], [], blanks={3: BLANK})

    await log.keep_snapshot(ROOM.id, ROOM.epoch, Snapshot(4, "shape", b"written slowly"))
    assert await log.snapshot(ROOM.id) is None

    await log.keep_snapshot(ROOM.id, ROOM.epoch, Snapshot(5, "shape", b"after"))
    assert await log.snapshot(ROOM.id) == Snapshot(5, "shape", b"after")


async def test_what_a_room_came_to_in_another_epoch_is_not_kept(log: SqlLog) -> None:
    await a_room(log)
    await log.rewrite(ROOM.id, {3: BLANK}, last=4, epoch="epoch2")

    await log.keep_snapshot(ROOM.id, ROOM.epoch, Snapshot(9, "shape", b"of before"))
    assert await log.snapshot(ROOM.id) is None

    await log.keep_snapshot(ROOM.id, "epoch2", Snapshot(4, "shape", b"of now"))
    assert await log.snapshot(ROOM.id) == Snapshot(4, "shape", b"of now")


async def test_no_slip_comes_after_the_end(log: SqlLog) -> None:
    await a_room(log)
    await log.append_with_slips(ROOM.id, 4, [CLOSED], [], blanks={})

    with pytest.raises(Conflict):
        await log.append_with_slips(ROOM.id, 4, [], [Exchange("trust", {}, {"late": b"answer"})])

    assert await log.slips(ROOM.id, "trust") == {}
