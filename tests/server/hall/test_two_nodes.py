"""A hall whose trainer is at one node, and whose tables are at another."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from consensus import views
from consensus.hall import card
from consensus.hall import hall as h
from server.demo.client import RoomClient
from server.demo.floor import FloorClient
from tests.server.hall.halls import done, join, open_hall, tables_of, to_table
from tests.server.processes import ServerProcess
from tests.server.together import Together, together


@pytest.fixture(scope="module")
def parts() -> Iterator[Together]:
    with together() as running:
        yield running


@pytest.fixture
async def nodes(parts: Together, tmp_path: Path) -> AsyncIterator[list[ServerProcess]]:
    found = []
    for name in ("one", "two"):
        data = tmp_path / name / "data"
        data.parent.mkdir()
        found.append(ServerProcess(data, environment=parts.environment))
    for node in found:
        await node.start()
    yield found
    for node in found:
        node.kill()


async def test_a_trainer_at_one_node_leads_tables_at_another(nodes: list[ServerProcess]) -> None:
    here, there = (node.site for node in nodes)
    code, seat = await open_hall(here, 2)
    async with AsyncExitStack() as lines:
        trainer = await lines.enter_async_context(RoomClient(here, code, seat))
        desk = await lines.enter_async_context(FloorClient(here, code, seat))
        seats = await join(there, code, 4)
        await trainer.until(lambda records: len(records.of(h.SitsRecord)) == 4)
        await done(trainer, h.Begin())
        for each in seats:
            went = await to_table(there, code, each)
            line = await lines.enter_async_context(RoomClient(there, went.code, went.seat))
            await line.until(lambda r: r.one(views.RoomRecord, "room").current == "read")

        await desk.until(lambda _: sum(x.here for x in desk.of(card.TableCardRecord)) == 4)
        await done(trainer, h.Align("choose"))

        await line.until(lambda r: r.one(views.RoomRecord, "room").current == "choose")
        await desk.until(lambda _: all(x.step == "choose" for x in desk.of(card.TableCardRecord)))
        member = next(x.id for x in trainer.records.of(views.MemberRecord) if x.name == "P0")
        sits = trainer.records.one(h.SitsRecord, f"sits/{member}").table
        other = next(table for table in tables_of(trainer) if table.id != sits)
        await done(trainer, h.Place(member, other.id))
        assert (await to_table(there, code, seats[0])).code == other.code
