"""One server with its log in a file, and what may happen to it in the middle of a busy room."""

import time
from pathlib import Path
from random import Random

from consensus.views import RoomRecord
from server.demo.client import Door
from tests.faults.clocks import Clock
from tests.faults.crowd import Crowd
from tests.faults.disks import small_disk
from tests.faults.group import Group, gather, until
from tests.faults.world import one_node

HOUR = 3_600


async def test_a_node_that_is_killed_and_started_again_has_lost_nothing(tmp_path: Path) -> None:
    async with one_node(tmp_path / "data") as world:
        group = await gather(world.sites, Random(1))
        async with group.busy():
            for _ in range(2):
                await group.acted(50)
                world.nodes[0].kill()
                await world.nodes[0].start()
            await group.each_acted(3)

        await world.check(group)


async def test_a_full_disk_costs_patience_and_nothing_else(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with small_disk(data, lambda: world.nodes[0].pid) as disk:
        async with one_node(data) as world:
            group = await gather(world.sites, Random(2))
            async with group.busy():
                for _ in range(2):
                    disk.fill()
                    await group.told_to_try_again()
                    await group.look_in(world.sites[0])  # to see is still possible
                    disk.free()
                    await group.each_acted(3)

            await world.check(group)
            assert not group.lost_lines()


async def test_a_thousand_come_back_at_once_after_a_node_was_killed(tmp_path: Path) -> None:
    async with one_node(tmp_path / "data") as world:
        group = await gather(world.sites, Random(4))
        seats = [await Door(world.sites[0]).join(group.code, f"S{n}", "Hall") for n in range(100)]
        async with Crowd(world.sites[0], group.code, seats, each=10) as crowd:
            shown = await group.show()
            await until(lambda: crowd.all_at(shown), "a thousand to come")
            async with group.busy(pause=0.5):
                world.nodes[0].kill()
                await world.nodes[0].start()
                await group.each_acted(3)
            shown_later = await group.show()
            await until(lambda: crowd.all_at(shown_later), "a thousand to come back")

            await world.check(group)


async def test_a_clock_that_jumps_moves_nothing_but_the_time_of_day(tmp_path: Path) -> None:
    clock = Clock(tmp_path / "clock")
    async with one_node(tmp_path / "data", clock.environment) as world:
        group = await gather(world.sites, Random(3))
        async with group.busy():
            for hours in (1, 0, -1, 0):
                clock.jump(hours)
                await until(lambda off=hours: is_off(group, off), f"{hours} h")  # type: ignore[misc]
                await group.each_acted(3)

        await world.check(group)
        assert not group.lost_lines()


def is_off(group: Group, hours: int) -> bool:
    """Say whether a step was opened while the server's clock was so many hours off."""
    running = group.chair.records.one(RoomRecord, "room").running
    return running is not None and abs(running / 1000 - time.time() - hours * HOUR) < HOUR / 2
