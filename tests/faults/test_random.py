"""Anything may go wrong at any time, in any company: nothing is lost, and all end up the same.

A failure names its seed and all that went wrong. COMMONGROUND_FAULT_SEEDS=7 plays that seed again,
and 100-200 plays those. Processes do not keep step with dice: a seed gives the same troubles each
time, but never quite the same moments.
"""

import os
from pathlib import Path
from random import Random

import pytest

from tests.faults.group import gather
from tests.faults.troubles import Troubles
from tests.faults.world import several_nodes
from tests.server.together import Together

ROUNDS = 4


def seeds() -> range:
    first, _, last = os.environ.get("COMMONGROUND_FAULT_SEEDS", "1-4").partition("-")
    return range(int(first), int(last or first) + 1)


@pytest.mark.parametrize("seed", seeds())
async def test_nothing_is_lost_whatever_goes_wrong(
    tmp_path: Path, shared: Together, seed: int
) -> None:
    dice = Random(seed)
    async with several_nodes(tmp_path, shared) as world:
        group = await gather(world.sites, dice)
        troubles = Troubles(world, shared, group, dice)
        try:
            async with group.busy():
                for _ in range(ROUNDS):
                    await troubles.round()
            await world.check(group)
        except BaseException as error:
            error.add_note(f"seed {seed}: {'; '.join(troubles.schedule)}")
            raise
