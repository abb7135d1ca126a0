"""Killed in the middle and started again: what was acknowledged is there, exactly once."""

import asyncio
import itertools
from collections import Counter

from websockets.exceptions import ConnectionClosed

from consensus import commands as c
from consensus.steps import judge
from consensus.views import RoomRecord
from server.demo.client import Door, RoomClient
from server.log import SqlLog
from server.wire import Ack, CloseCode
from tests.forms import ROOM
from tests.server.processes import ServerProcess


class Voter:
    """Somebody who changes their mind all the time, and remembers what was acknowledged."""

    def __init__(self, number: int, client: RoomClient) -> None:
        self.client = client
        self.acknowledged: list[str] = []
        self.last: judge.Cast | None = None
        self.unanswered: tuple[str, judge.Cast] | None = None
        self._ids = (f"voter{number}-{n:06}" for n in itertools.count())
        self._answers = itertools.cycle(f"s{(number + n) % 10 + 1}" for n in range(10))

    async def vote_until_cut_off(self) -> None:
        while True:
            command_id = next(self._ids)
            command = judge.Cast("choose", (next(self._answers),))
            self.unanswered = (command_id, command)
            try:
                answer = await self.client.do(command, command_id)
            except (ConnectionError, ConnectionClosed):
                return
            assert isinstance(answer, Ack)
            self.acknowledged.append(command_id)
            self.last, self.unanswered = command, None


async def test_every_acknowledged_action_survives_sigkill(process: ServerProcess) -> None:
    door = Door(process.site)
    code, seat = await door.open_room(**ROOM)
    chair = RoomClient(process.site, code, seat)
    await chair.open()
    await chair.do(c.OpenStep("choose"))
    voters = [
        Voter(n, RoomClient(process.site, code, await door.join(code, f"V{n}", "School")))
        for n in range(6)
    ]
    for voter in voters:
        await voter.client.open()
    voting = [asyncio.create_task(voter.vote_until_cut_off()) for voter in voters]
    await chair.until(lambda records: records.position > 60)

    process.kill()
    await asyncio.gather(*voting)
    await process.start()

    for voter in voters:  # each comes back by itself, and sends again what had no answer
        await voter.client.open()
        if voter.unanswered:
            command_id, command = voter.unanswered
            assert isinstance(await voter.client.do(command, command_id), Ack)
            voter.acknowledged.append(command_id)
            voter.last = command
    for voter in voters:
        expected = voter.last
        assert expected is not None
        await voter.client.until(
            lambda records, answer=expected.answer: (  # type: ignore[misc]  # bound on purpose
                (held := records.one(judge.MyBallotRecord, "my_ballot/choose").ballot) is not None
                and held.answer == answer
            )
        )
        await voter.client.close()
    await chair.close()
    process.kill()

    async with SqlLog(process.data / "commonground.db") as log:
        row = await log.room_by_code(code)
        assert row is not None
        kept = Counter(entry.command for entry in await log.read(row.id))
    assert all(kept[command_id] == 1 for voter in voters for command_id in voter.acknowledged)


async def test_a_room_goes_on_where_it_was_and_clients_keep_their_position(
    process: ServerProcess,
) -> None:
    door = Door(process.site)
    code, seat = await door.open_room(**ROOM)
    chair = RoomClient(process.site, code, seat, hears=True)
    await chair.open()
    await chair.do(c.OpenStep("choose"))
    await chair.until(lambda records: records.one(RoomRecord, "room").current == "choose")
    await chair.close()
    chair.heard.clear()

    process.kill()
    await process.start()
    await chair.open()
    await chair.do(c.OpenStep("read"))
    await chair.until(lambda records: records.one(RoomRecord, "room").current == "read")
    await chair.close()

    assert not any(b'"fresh":true' in message for message in chair.heard)


async def test_ctrl_c_ends_it_in_good_order(process: ServerProcess) -> None:
    door = Door(process.site)
    code, seat = await door.open_room(**ROOM)
    chair = RoomClient(process.site, code, seat)
    await chair.open()

    process.stop()

    assert await chair.ended() == CloseCode.MOVED
