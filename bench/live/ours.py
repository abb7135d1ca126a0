"""This project's server, as `commonground serve` starts it, and what members say to it."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from msgspec import Struct

from bench.live import frames, house
from bench.live.house import House
from bench.live.load import POSITION, Opening
from bench.live.processes import SERVERS_CORE, free_port, postgresql, redis, running
from bench.live.served import Served
from consensus import commands as c
from consensus.answers import stances
from consensus.commands import PersonCommand
from consensus.steps import collect, settle
from server import wire
from server.library import statement_set
from server.settings import DATABASE

# This many hands are up at any time, so that each change changes the list that everybody sees.
HANDS_UP = 4

_NOTE = "Both are about who hears of a change in time, and who only hears of it afterwards."


class Members(Struct, frozen=True):
    """What members say: the command that they do in turn."""

    command_name: str = "hand"
    numbered: bool = False

    def opening(self, room: int, seat: int, port: int) -> Opening:
        """Open a line with a seat's cookie, as somebody who has nothing yet."""
        cookie = {"Cookie": f"seat={house.seat_key(room, seat)}"}
        request = frames.upgrade(port, f"/r/{house.code(room)}/live", cookie)
        hello = wire.encode(wire.Hello(wire.PROTOCOL, "bench"))
        return Opening(port, room, request, frames.text(hello), POSITION)

    def command(self, room: int, nth: int, seats: int, number: int) -> tuple[int, bytes]:
        """Return a command that has an effect for everyone, whatever overtakes it."""
        seat, command = _COMMANDS[self.command_name](room, nth, seats)
        return seat, wire.encode(wire.Do(f"command-{number - 1:08}", command))


def _hand(room: int, nth: int, seats: int) -> tuple[int, PersonCommand]:
    up = min(HANDS_UP, seats - 1)
    if nth < up:
        return nth, c.RaiseHand()
    turn, lowers = divmod(nth - up, 2)
    return (turn % seats, c.LowerHand()) if not lowers else ((turn + up) % seats, c.RaiseHand())


def _stand(room: int, nth: int, seats: int) -> tuple[int, PersonCommand]:
    item = statement_set("en", "working-together").items[0].id
    word: stances.StanceWord = "can_live" if nth // seats % 2 else "yes"
    return nth % seats, settle.Stand(house.STEPS["stand"], 0, item, word)


def _note(room: int, nth: int, seats: int) -> tuple[int, PersonCommand]:
    items = tuple(item.id for item in statement_set("en", "working-together").items[1:3])
    note = f"note{nth:08}"
    return nth % seats, collect.AddNote(house.STEPS["note"], note, "alike", _NOTE, items)


_COMMANDS = {"hand": _hand, "stand": _stand, "note": _note}


class Setting(Struct, frozen=True):
    """What the server runs on: nodes, on PostgreSQL and Redis if `shared` or else on a file.

    `forget_after`: seconds after which a room that nobody looks at leaves memory.
    """

    nodes: int = 1
    shared: bool = False
    forget_after: int = 300


@contextmanager
def serving(setting: Setting, built: House) -> Iterator[Served]:
    """Run the server, with a house in its log, on the servers' core."""
    with ExitStack() as stack:
        helpers: dict[str, int] = {}
        options = ["--forget-idle-rooms-after", str(setting.forget_after)]
        base = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="commonground-bench-")))
        folders = [base / f"node-{n}" for n in range(setting.nodes)]
        if setting.shared:
            database_url, helpers["postgresql"] = stack.enter_context(postgresql())
            redis_url, helpers["redis"] = stack.enter_context(redis())
            options += ["--database-url", database_url, "--redis-url", redis_url]
            house.build(database_url, built)
        else:
            folders[0].mkdir()
            house.build(folders[0] / DATABASE, built)
        ports = tuple(free_port() for _ in folders)
        pids = [
            stack.enter_context(running(_command(port, folder, options), SERVERS_CORE, port))
            for port, folder in zip(ports, folders, strict=True)
        ]
        yield Served(Members(built.command), ports, tuple(pids), helpers)


def _command(port: int, folder: Path, options: list[str]) -> list[str]:
    where = ["--port", str(port), "--data", str(folder)]
    return [sys.executable, "-m", "server", "serve", *where, *options]
