"""Records are sealed at the end, once, whatever happens; and again when they were put right."""

import asyncio
from collections.abc import AsyncIterator, Callable
from random import Random

import pytest

from consensus import commands as c
from consensus.dates import DAY
from consensus.record.sealing import TakeCopy
from consensus.refusal import Code, Refusal
from consensus.roomwide import wording
from server.bus import Alone
from server.exports.document import Document
from server.log import Conflict, NewEdition, NewEntry, SqlLog
from server.proof.keys import SiteKey
from server.proof.seal import Kept, Place, copy, receipt, restore, seal, store
from server.proof.verify import Expected, verify
from server.recall import recall
from server.record.sealing import Sealer
from server.room import LiveRoom
from server.rooms import Rooms
from server.services import all_words
from tests.server.test_nodes import LossyAir, LossyBus
from tests.server.test_rooms import ROW, prepared

KEY = SiteKey(bytes(32))
CHAIR = c.Join("robin", "Robin", "Training", "chair")


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1_000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def sealer(log: SqlLog) -> AsyncIterator[Sealer]:
    async with Sealer(log, all_words(), KEY) as found:
        yield found


@pytest.fixture
async def room(log: SqlLog, sealer: Sealer, clock: Clock) -> AsyncIterator[LiveRoom]:
    """A room whose meeting is over and sealed."""
    async with Rooms(log, Alone(), clock) as rooms:
        rooms.on_change(sealer.watch)
        opened = await rooms.open(ROW, prepared())
        await opened.ask(CHAIR)
        await opened.ask(c.Close(), "robin")
        await sealer.look(opened)
        yield opened


async def change(room: LiveRoom) -> None:
    """Put the record right."""
    await room.ask(wording.Relabel("statement.s1", "opinion", "professionals"), "robin")


async def back_again(room: LiveRoom) -> None:
    await room.ask(wording.Relabel("statement.s2", "opinion", "all"), "robin")


def editions(room: LiveRoom) -> int:
    return len(room.meeting.sealing.editions)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not true():  # noqa: ASYNC110  # a room has no event for tests to wait for
            await asyncio.sleep(0.005)


async def test_the_end_of_a_meeting_seals_it(room: LiveRoom, sealer: Sealer) -> None:
    number, kept = await sealer.edition(room)

    file = copy(kept, {}, {}, 2_000, KEY)
    verdict = verify(file, Expected(receipt(kept), key=KEY.fingerprint))
    assert (number, verdict.status, editions(room)) == (1, 0, 1)
    assert room.meeting.sealing.editions[0].root == kept.seal.statement.root
    assert not room.meeting.sealing.behind


async def test_what_was_sealed_is_kept_word_for_word(
    room: LiveRoom, sealer: Sealer, log: SqlLog
) -> None:
    _, before = await sealer.edition(room)

    await sealer.look(room)
    _, after = await sealer.edition(room)

    assert after == before
    assert restore(store(before)) == before


async def test_nobody_seals_what_goes_on(log: SqlLog, sealer: Sealer) -> None:
    async with Rooms(log, Alone()) as rooms:
        rooms.on_change(sealer.watch)
        opened = await rooms.open(ROW, prepared())
        await opened.ask(CHAIR)

        await sealer.look(opened)

        assert editions(opened) == 0
        with pytest.raises(Refusal, match=Code.SEALED_AT_CLOSE):
            await sealer.again(opened, "robin")
        with pytest.raises(Refusal, match=Code.NO_SUCH_EDITION):
            await sealer.edition(opened)


async def test_a_room_that_was_closed_and_not_sealed_is_sealed_when_somebody_looks(
    log: SqlLog, sealer: Sealer
) -> None:
    async with Rooms(log, Alone()) as cut_off:
        opened = await cut_off.open(ROW, prepared())
        await opened.ask(CHAIR)
        await opened.ask(c.Close(), "robin")
        assert editions(opened) == 0

    async with Rooms(log, Alone()) as rooms:
        rooms.on_change(sealer.watch)
        back = await rooms.by_code(ROW.code)
        assert back is not None
        await until(lambda: editions(back) == 1)


async def cut_off_while_sealing(log: SqlLog, changes: int) -> Kept:
    """Let a server end after it kept an edition and before the log says so."""
    async with Rooms(log, Alone()) as rooms:
        room = await rooms.open(ROW, prepared())
        await room.ask(CHAIR)
        await room.ask(c.Close(), "robin")
        written = Document("en", "A meeting", "Closed.", (), ())
        made = seal(written, Place(ROW.id, 1, 1_000), KEY, changes)
        await log.keep_record(ROW.id, NewEdition(1, store(made), ROW.epoch, room.position))
        return made


@pytest.mark.parametrize("changes", [0, 1])
async def test_an_edition_that_was_kept_and_not_announced_is_the_one_if_nothing_has_changed(
    log: SqlLog, sealer: Sealer, changes: int
) -> None:
    kept = await cut_off_while_sealing(log, changes)

    async with Rooms(log, Alone()) as rooms:
        rooms.on_change(sealer.watch)
        back = await rooms.by_code(ROW.code)
        assert back is not None
        await until(lambda: editions(back) == 1)

        same = back.meeting.sealing.editions[0].root == kept.seal.statement.root
        assert same == (changes == 0)
        _, found = await sealer.edition(back)
        assert found.seal.statement.root == back.meeting.sealing.editions[0].root


async def test_nobody_is_given_an_edition_that_the_log_does_not_know_of(
    room: LiveRoom, sealer: Sealer, log: SqlLog
) -> None:
    """Somebody would keep a receipt that fits no record, and take the real one for forged."""
    await change(room)
    made = seal(Document("en", "Old", "", (), ()), Place(ROW.id, 2, 1), KEY, 0)
    await log.keep_record(ROW.id, NewEdition(2, store(made), ROW.epoch, room.position))

    with pytest.raises(Refusal) as refused:
        await sealer.edition(room, 2)

    assert refused.value.code is Code.NO_SUCH_EDITION


async def test_what_happens_while_it_is_being_sealed_is_not_missed(
    room: LiveRoom, sealer: Sealer, log: SqlLog
) -> None:
    await change(room)
    made = seal(Document("en", "Old", "", (), ()), Place(ROW.id, 2, 1), KEY, 1)

    with pytest.raises(Conflict):
        await log.keep_record(ROW.id, NewEdition(2, store(made), ROW.epoch, room.position - 1))
    await asyncio.gather(
        sealer.again(room, "robin"), room.ask(TakeCopy("robin", 1)), back_again(room)
    )

    number, kept = await sealer.edition(room)
    assert (number, kept.changes) == (2, room.meeting.sealing.editions[1].changes)


async def test_two_nodes_at_once_seal_one_edition(log: SqlLog, sealer: Sealer) -> None:
    await log.add_room(ROW, NewEntry(1, None, None, prepared()))
    air = LossyAir(Random(1), loss=0.5)
    async with Sealer(log, all_words(), KEY) as other:
        nodes = [
            LiveRoom(
                ROW, await recall(log, ROW.id), log, LossyBus(air), lambda: 5, name, each.watch
            )
            for name, each in (("one", sealer), ("two", other))
        ]
        await nodes[0].ask(CHAIR)
        await nodes[0].ask(c.Close(), "robin")
        await nodes[1].look()
        await asyncio.gather(sealer.look(nodes[0]), other.look(nodes[1]))
        await asyncio.gather(*(node.look() for node in nodes))

        assert [editions(node) for node in nodes] == [1, 1]
        assert nodes[0].meeting == nodes[1].meeting
        assert (await sealer.edition(nodes[0]))[1] == (await other.edition(nodes[1]))[1]
        for node in nodes:
            await node.close()


async def test_the_chair_seals_again_what_was_put_right_and_the_editions_are_a_chain(
    room: LiveRoom, sealer: Sealer
) -> None:
    _, first = await sealer.edition(room)
    with pytest.raises(Refusal, match=Code.NOTHING_TO_SEAL):
        await sealer.again(room, "robin")

    await change(room)
    assert room.meeting.sealing.behind
    await sealer.again(room, "robin")

    number, second = await sealer.edition(room)
    assert number == 2
    assert second.seal.statement.before == first.seal.statement.root
    assert await sealer.edition(room, 1) == (1, first)


async def test_only_the_chair_seals_again(room: LiveRoom, sealer: Sealer) -> None:
    await change(room)

    with pytest.raises(Refusal, match=Code.CHAIR_ONLY):
        await sealer.again(room, "nobody")


async def test_when_the_time_for_corrections_is_over_it_seals_itself_again(
    room: LiveRoom, sealer: Sealer, clock: Clock
) -> None:
    await change(room)
    await sealer.look(room)
    assert editions(room) == 1

    clock.now += 30 * DAY
    await sealer.look(room)

    assert editions(room) == 2
