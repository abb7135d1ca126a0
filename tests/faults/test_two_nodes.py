"""Two servers over PostgreSQL and Redis, any of which may die in the middle of a busy room."""

from pathlib import Path
from random import Random

from tests.faults.group import gather
from tests.faults.world import several_nodes
from tests.server.together import Together, count


async def test_people_of_a_node_that_is_killed_go_on_at_the_other(
    tmp_path: Path, shared: Together
) -> None:
    async with several_nodes(tmp_path, shared) as world:
        group = await gather(world.sites, Random(2))
        async with group.busy():
            world.nodes[1].kill()
            await group.each_acted(2)
            await world.nodes[1].start()
            await group.acted(50)

        await world.check(group)


async def test_nodes_that_decide_at_the_same_moment_agree_in_the_end(
    tmp_path: Path, shared: Together
) -> None:
    async with several_nodes(tmp_path, shared) as world:
        group = await gather(world.sites, Random(3), count=16)
        async with group.busy(pause=0.02):
            await group.acted(800)
        conflicts = [await count(site, "conflicts_total") for site in world.sites]

        assert min(conflicts) > 0
        await world.check(group)


async def test_redis_is_killed_and_comes_back(tmp_path: Path, shared: Together) -> None:
    async with several_nodes(tmp_path, shared) as world:
        group = await gather(world.sites, Random(4))
        async with group.busy():
            shared.redis.kill()
            await group.each_acted(3)
            shared.redis.start()
            await group.acted(50)

        await world.check(group)


async def test_postgresql_is_killed_and_comes_back(tmp_path: Path, shared: Together) -> None:
    async with several_nodes(tmp_path, shared) as world:
        group = await gather(world.sites, Random(5))
        async with group.busy():
            for _ in range(2):
                shared.postgres.kill()
                await group.told_to_try_again()
                shared.postgres.start()
                await group.each_acted(2)

        await world.check(group)
