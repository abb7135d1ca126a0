"""Every figure on the wall, against working it out again from the file a trainer takes away."""

from typing import Any

import httpx
import msgspec

from server.compare import checked, worked_out_again
from server.demo.floor import FloorClient
from server.demo.found import figures
from server.exports.hall import Data, gathered_from, read
from tests.server.hall.whole_hall import Hall, played
from tests.server.processes import ServerProcess


async def test_every_figure_of_the_wall_follows_from_the_file_alone(process: ServerProcess) -> None:
    async with played(process, tables=3, people=5) as hall:
        data = await same_as_from_the_file(hall, await on_the_wall(hall))
        assert len(data.rankings) == 2
        assert all(len(ranking.orders) == len(hall.guests) for ranking in data.rankings)


async def same_as_from_the_file(hall: Hall, shown: dict[str, Any]) -> Data:
    """See that every figure of the wall follows from the file alone; return what is in it."""
    data = await taken_away(hall)
    again = worked_out_again(gathered_from(data))
    assert {key for key in shown if "alike" not in key} == {*again} - {"alike"}
    for key, figure in shown.items():
        if key != "alike":
            assert figure == in_plain(again[key]), key
    assert checked(data).status == 0
    return data


async def taken_away(hall: Hall) -> Data:
    """Return the file as its trainer takes it away."""
    async with httpx.AsyncClient(base_url=hall.site) as browser:
        answer = await browser.get(
            f"/r/{hall.code}/tables.json", headers={"cookie": f"seat={hall.seat}"}
        )
    assert answer.status_code == 200
    return read(answer.content)


async def on_the_wall(hall: Hall) -> dict[str, Any]:
    """Return the figures that the floor tells the trainer, with numbers of tables for ids."""
    async with FloorClient(hall.site, hall.code, hall.seat) as floor:
        await floor.settled(lambda records: "distances" in records)
        return figures(floor.records, hall.numbers())


def in_plain(figure: object) -> Any:
    return msgspec.json.decode(msgspec.json.encode(figure))
