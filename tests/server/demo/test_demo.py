"""The demo plays the whole exercise over real websockets, and the same seed plays the same."""

import asyncio
import json
import sys
from typing import Any

import pytest

from server.__main__ import main


async def played(*options: str) -> dict[str, Any]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "server", "demo", "--fast", "--json", *options,
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, _ = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 0
    outcome: dict[str, Any] = json.loads(said)
    return outcome


async def test_a_group_discards_one_ranks_nine_and_agrees_on_five() -> None:
    outcome = await played("--people", "6")

    assert len(outcome["settled"]["discard"]) == 1
    assert len(set(outcome["settled"]["five"])) == 5
    assert outcome["settled"]["discard"][0] not in outcome["settled"]["five"]
    assert outcome["people"] == 6
    assert 0 < outcome["agreement"]["rank"] < outcome["agreement"]["rank-again"] <= 1


async def test_the_same_seed_plays_the_same_meeting() -> None:
    first, again, other = await asyncio.gather(
        played("--seed", "7"), played("--seed", "7"), played("--seed", "8")
    )

    assert first["settled"] == again["settled"]
    assert first["agreement"] == again["agreement"]
    assert other["agreement"] != first["agreement"]


@pytest.mark.parametrize("people", ["2", "201"])
def test_too_few_or_too_many_people_is_one_clear_sentence(
    people: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", "--fast", "--people", people]) == 2
    assert "people_out_of_range" in capsys.readouterr().err
