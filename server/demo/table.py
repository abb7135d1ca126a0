"""A made-up table of a hall plays its exercise without a chair: it goes on when half are ready."""

from collections.abc import Callable, Sequence
from functools import partial

from consensus.hall import table as t
from consensus.hall.table import AtTableRecord
from server.demo.client import Records
from server.demo.play import Pace, Play, Player, is_current, is_revealed


class TablePlay(Play):
    """Plays the agenda of a table that runs itself; `players` may come and go between steps."""

    def __init__(self, players: Sequence[Player], pace: Pace) -> None:
        super().__init__(players[0].client, players, pace)

    async def go_to(self, step: str) -> None:
        """Bring the table to a step, if it is not there."""
        await self._ready_until(partial(is_current, step))

    async def _reveal(self, step: str) -> None:
        await self._ready_until(partial(is_revealed, step))

    async def end(self) -> None:
        """Finish: the trainer ends the session for all tables."""
        await self._ready_until(_is_finished)
        await self._everyone(_is_finished)

    async def _ready_until(self, holds: Callable[[Records], bool]) -> None:
        """Say one after the other that they are ready, and nobody once it has gone on."""
        for player in self._players:
            if holds(player.client.records):
                return
            await player.client.until(partial(_is_at, await self._do(player.client, t.Ready())))
            if holds(player.client.records):
                return
        await self._everyone(holds)


def _is_at(position: int, records: Records) -> bool:
    return records.position >= position


def _is_finished(records: Records) -> bool:
    return records.one(AtTableRecord, "at_table").finished is not None
