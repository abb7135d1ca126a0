"""Twelve tables of eight, start to five in order, with everything that may happen on the way."""

from collections import Counter

from consensus import commands as c
from consensus.answers.stances import SlotRecord
from consensus.hall.table import AtTableRecord
from consensus.steps import judge
from consensus.views import RoomRecord
from server.log import SqlLog
from tests.server.hall.halls import done, tables_of
from tests.server.hall.whole_hall import Hall, played
from tests.server.processes import ServerProcess


async def test_a_whole_hall_from_joining_to_the_five_in_order(process: ServerProcess) -> None:
    async with played(process) as hall:
        await everything_acknowledged_is_there(hall)
        await every_table_has_its_five(hall)
        await the_end_of_the_hall_is_the_end_of_every_table(hall)


async def everything_acknowledged_is_there(hall: Hall) -> None:
    """Every answer stands once in the log, and as it was given in its member's own record."""
    assert len(hall.acknowledged) == len(hall.guests)
    for guest, cast in hall.acknowledged.values():
        held = guest.line.records.one(judge.MyBallotRecord, "my_ballot/rank").ballot
        assert held is not None
        assert held.answer == cast.answer
    async with SqlLog(hall.server.data / "commonground.db") as log:
        for table in tables_of(hall.trainer):
            kept = Counter(entry.command for entry in await log.read(table.id))
            theirs = [
                id_ for id_, (guest, _) in hall.acknowledged.items() if guest.table == table.id
            ]
            assert [kept[id_] for id_ in theirs] == [1] * len(theirs)


async def every_table_has_its_five(hall: Hall) -> None:
    """Each table is through, and all of its five places are agreed."""
    for table in hall.tables():
        first, *others = hall.at(table)
        places = [first.line.records.one(SlotRecord, f"slot/five/{n}") for n in range(5)]
        assert all(place.item is not None and place.settled for place in places)
        assert first.line.records.one(AtTableRecord, "at_table").finished is not None
        assert len(others) >= 6


async def the_end_of_the_hall_is_the_end_of_every_table(hall: Hall) -> None:
    """The trainer closes the hall, and every table closes."""
    await done(hall.trainer, c.Close())
    for guest in hall.guests:
        await guest.line.until(lambda r: r.one(RoomRecord, "room").closed is not None)
