"""Every figure on the wall, against working it out again from the file a trainer takes away."""

from typing import Any

import httpx
import msgspec

from consensus.hall import alike, compared
from server.compare import checked, worked_out_again
from server.demo.floor import FloorClient
from server.exports.hall import Data, gathered_from, read
from tests.server.hall.halls import tables_of
from tests.server.hall.whole_hall import Hall, played
from tests.server.processes import ServerProcess


async def test_every_figure_of_the_wall_follows_from_the_file_alone(process: ServerProcess) -> None:
    async with played(process, tables=3, people=5) as hall:
        data = await taken_away(hall)
        shown = await on_the_wall(hall)

        again = worked_out_again(gathered_from(data))
        assert {key for key in shown if "alike" not in key} == {*again} - {"alike"}
        for key, figure in shown.items():
            if key != "alike":
                assert figure == in_plain(again[key]), key
        assert checked(data).status == 0
        assert len(data.rankings) == 2
        assert all(len(ranking.orders) == len(hall.guests) for ranking in data.rankings)


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
    names = {table.id: str(table.number) for table in tables_of(hall.trainer)}
    async with FloorClient(hall.site, hall.code, hall.seat) as floor:
        await floor.settled(lambda records: "distances" in records)
        figures = {
            key: record
            for key, record in floor.records.items()
            if isinstance(record, compared.Record | alike.AlikeRecord)
        }
    told = msgspec.json.encode(figures).decode()
    for id_, name in names.items():
        told = told.replace(id_, name)
    found: dict[str, Any] = msgspec.json.decode(told)
    return found


def in_plain(figure: object) -> Any:
    return msgspec.json.decode(msgspec.json.encode(figure))
