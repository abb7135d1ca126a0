"""Files are made beside the rooms, a few at once, and the same one only once."""

import asyncio
import threading

import pytest

from consensus.refusal import Code, Refusal
from server.exports.workshop import AT_ONCE, MOST_BYTES, MOST_WAITING, Workshop


class Work:
    """Something to do that waits until it may go on, and counts how often it was done."""

    def __init__(self, made: bytes = b"made") -> None:
        self.times = 0
        self.at_once = 0
        self.most_at_once = 0
        self.go_on = threading.Event()
        self._made = made
        self._lock = threading.Lock()

    def __call__(self) -> bytes:
        with self._lock:
            self.times += 1
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        self.go_on.wait()
        with self._lock:
            self.at_once -= 1
        return self._made


async def test_twenty_who_ask_for_the_same_get_what_was_made_once() -> None:
    workshop, work = Workshop(), Work()
    asking = [asyncio.create_task(workshop.make("room1", "pdf", b"x", work)) for _ in range(20)]
    work.go_on.set()

    assert await asyncio.gather(*asking) == [b"made"] * 20
    assert await workshop.make("room1", "pdf", b"x", work) == b"made"
    assert work.times == 1


async def test_another_kind_or_another_thing_is_made_anew() -> None:
    workshop, work = Workshop(), Work()
    work.go_on.set()

    for kind, of in (("pdf", b"x"), ("docx", b"x"), ("pdf", b"y")):
        await workshop.make("room1", kind, of, work)

    assert work.times == 3


async def test_few_are_made_at_once_and_too_many_are_asked_to_come_again() -> None:
    workshop, work = Workshop(), Work()
    asking = [
        asyncio.create_task(workshop.make("room1", "pdf", bytes([n]), work))
        for n in range(MOST_WAITING)
    ]
    await asyncio.sleep(0)

    with pytest.raises(Refusal) as refused:
        await workshop.make("room1", "pdf", b"one more", work)
    work.go_on.set()
    await asyncio.gather(*asking)

    assert refused.value.code is Code.TRY_AGAIN
    assert work.most_at_once <= AT_ONCE
    assert work.times == MOST_WAITING


async def test_whoever_goes_away_does_not_take_the_file_from_the_others() -> None:
    workshop, work = Workshop(), Work()
    first = asyncio.create_task(workshop.make("room1", "pdf", b"x", work))
    second = asyncio.create_task(workshop.make("room1", "pdf", b"x", work))
    await asyncio.sleep(0)
    first.cancel()
    work.go_on.set()

    assert await second == b"made"
    assert work.times == 1


async def test_what_goes_wrong_is_told_and_tried_again_the_next_time() -> None:
    workshop = Workshop()

    def breaks() -> bytes:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        await workshop.make("room1", "pdf", b"x", breaks)

    assert await workshop.make("room1", "pdf", b"x", lambda: b"made") == b"made"


async def test_it_keeps_no_more_than_so_many_bytes() -> None:
    workshop, large = Workshop(), Work(b"x" * (MOST_BYTES // 2 + 1))
    large.go_on.set()

    for of in (b"1", b"2", b"1"):
        await workshop.make("room1", "pdf", of, large)

    assert large.times == 3


async def test_what_was_made_is_soon_forgotten() -> None:
    workshop, work = Workshop(kept_for=0), Work()
    work.go_on.set()

    await workshop.make("room1", "pdf", b"x", work)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await workshop.make("room1", "pdf", b"x", work)

    assert work.times == 2


async def test_nothing_is_kept_of_a_room_that_is_gone() -> None:
    workshop, work = Workshop(), Work()
    work.go_on.set()
    for room in ("room1", "room2"):
        await workshop.make(room, "pdf", b"x", work)

    workshop.drop("room1")
    for room in ("room1", "room2"):
        await workshop.make(room, "pdf", b"x", work)

    assert work.times == 3


async def test_what_is_being_made_of_it_is_handed_out_and_not_kept() -> None:
    workshop, work = Workshop(), Work()
    asking = asyncio.create_task(workshop.make("room1", "pdf", b"x", work))
    await asyncio.sleep(0)

    workshop.drop("room1")
    work.go_on.set()

    assert await asking == b"made"
    await workshop.make("room1", "pdf", b"x", work)
    assert work.times == 2
