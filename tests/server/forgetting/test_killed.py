"""A server that is killed at any moment of an ending or an erasure leaves no half of it behind.

Four rooms are at it at once, so that each kill meets them at different points. The moments differ
from run to run; what has to be true after them does not.
"""

import asyncio
from collections import defaultdict
from pathlib import Path
from random import Random

import httpx
import pytest
from websockets.exceptions import WebSocketException

from consensus import commands as c
from consensus import events as e
from consensus.forgetting.blanking import unreleased
from consensus.roomwide import parking
from consensus.roomwide.erasure import PersonErased
from consensus.steps import judge
from server.demo.client import PATIENCE, Door, RoomClient
from server.forgetting import receipts
from server.log import SqlLog
from server.proof.seal import restore
from server.recall import recall
from server.wire import Ack
from tests.forms import ROOM
from tests.server.forgetting.test_sweeping import everything
from tests.server.processes import ServerProcess

# What the first of the rooms has done for sure when the server is about to be killed.
SURE = ("begun", "closed", "sealed", "person", "room")
AT_ONCE = 4

# In seconds: the next thing takes about as long.
A_MOMENT = 0.06

Reached = defaultdict[str, asyncio.Event]


class Life:
    """One room on its way out, and how far it got for sure."""

    def __init__(self, number: int, reached: Reached) -> None:
        self.secret = f"marmalade{number:03}x"
        self.name = f"Kitty{number:03}x"
        self.code = ""
        self.id = ""
        self.sure: set[str] = set()
        self._reached = reached

    def did(self, what: str) -> None:
        self.sure.add(what)
        self._reached[what].set()

    async def begin(self, site: str) -> None:
        door = Door(site)
        self.code, self.chair = await door.open_room(**ROOM)
        self.kit = await door.join(self.code, self.name, "School")
        async with RoomClient(site, self.code, self.chair) as steering:
            await steering.do(c.OpenStep("choose"))
            async with RoomClient(site, self.code, self.kit) as kit:
                await kit.do(judge.Cast("choose", ("s1",), self.secret))
                await kit.do(parking.Add("p1", f"{self.name} is late"))

    async def end(self, site: str, cut_off: asyncio.Event) -> None:
        """Close, take a copy, erase a person, erase the room; until the server is gone."""
        self.did("begun")
        try:
            async with RoomClient(site, self.code, self.chair) as steering:
                answered = asyncio.create_task(steering.do(c.Close()))
                gone = asyncio.create_task(cut_off.wait())
                await asyncio.wait((answered, gone), return_when=asyncio.FIRST_COMPLETED)
                gone.cancel()
                if not answered.done():
                    answered.cancel()
                    return
                assert isinstance(answered.result(), Ack)
            self.did("closed")
            async with httpx.AsyncClient(base_url=f"{site}/r/{self.code}") as client:
                chair, kit = {"seat": self.chair}, {"seat": self.kit}
                (await client.get("/copy", cookies=chair)).raise_for_status()
                self.did("sealed")
                (await client.post("/erase-me", data={"x": ""}, cookies=kit)).raise_for_status()
                self.did("person")
                form = {"code": self.code}
                (await client.post("/erase", data=form, cookies=chair)).raise_for_status()
                self.did("room")
        except (OSError, httpx.TransportError, WebSocketException, TimeoutError):
            return


@pytest.mark.filterwarnings("ignore:Setting per-request cookies:DeprecationWarning")
async def test_a_kill_at_any_moment_leaves_all_of_it_or_nothing(process: ServerProcess) -> None:
    dice, lives = Random(6), list[Life]()
    for sure in SURE:
        reached = Reached(asyncio.Event)
        new = [Life(len(lives) + n, reached) for n in range(AT_ONCE)]
        await asyncio.gather(*(life.begin(process.site) for life in new))
        cut_off = asyncio.Event()
        ending = asyncio.gather(*(life.end(process.site, cut_off) for life in new))
        await asyncio.wait_for(reached[sure].wait(), PATIENCE)
        await asyncio.sleep(dice.uniform(0, A_MOMENT))
        process.kill()
        cut_off.set()
        await ending
        lives += new
        await process.start()
    process.kill()

    async with SqlLog(process.data / "commonground.db") as log:
        await log.scrubbed()
        for life in lives:
            await still_lawful(log, life, process.data)
        written = [receipts.read(row.receipt).erased.what for row in await log.receipts()]
        there = [life for life in lives if await log.room_by_code(life.code)]
        assert written.count("room") == len(lives) - len(there)


async def still_lawful(log: SqlLog, life: Life, data: Path) -> None:
    """What was said to be done is done, and what is not done is not begun."""
    row = await log.room_by_code(life.code)
    kept = everything(data)
    if row is None:
        assert life.secret.encode() not in kept
        assert life.name.encode() not in kept
        return
    assert "room" not in life.sure
    recalled = await recall(log, row.id)
    entries = [(entry.position, entry.event) for entry in await log.read(row.id)]
    closed = any(isinstance(event, e.MeetingClosed) for _, event in entries)
    gone = any(isinstance(event, PersonErased) for _, event in entries)
    assert closed or "closed" not in life.sure
    assert gone or "person" not in life.sure
    assert unreleased(entries) == {}
    assert (life.secret.encode() in kept) is not closed
    assert (life.name.encode() in kept) is not gone
    editions = recalled.meeting.sealing.editions
    assert editions or "sealed" not in life.sure
    for number, edition in enumerate(editions, 1):
        stored = await log.record(row.id, number)
        assert stored is not None
        assert restore(stored).seal.statement.root == edition.root
