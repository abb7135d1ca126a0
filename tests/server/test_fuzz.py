"""Several clients act, lag, drop and come back, and the server is lost: all end up the same.

A failure names its seed, which then plays exactly the same again.
"""

from random import Random

import pytest

from server.log import SqlLog
from tests.meetings import play
from tests.server.fake_lines import FakeWorld, expected


@pytest.mark.parametrize("seed", range(40))
async def test_in_the_end_every_client_has_what_a_fresh_snapshot_has(
    log: SqlLog, seed: int
) -> None:
    dice = Random(seed)
    world = FakeWorld(play(dice.choice), log, dice, lambda *_: None)

    await world.run()

    for client in world.clients:
        if client.connection is not None and not world.is_removed(client):
            assert client.records.by_key == expected(world.room.meeting, client.member)
            assert client.records.position == client.connection.position
    await world.room.close()


@pytest.mark.parametrize("seed", range(5))
async def test_the_log_alone_gives_the_same_meeting(log: SqlLog, seed: int) -> None:
    dice = Random(seed)
    world = FakeWorld(play(dice.choice), log, dice, lambda *_: None)
    await world.run()
    before = world.room.meeting

    await world.restart()

    assert world.room.meeting == before
    await world.room.close()
