"""Halls for tests: opened, joined and begun over a real server's doors."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from urllib import request

from msgspec import Struct

from consensus.commands import PersonCommand
from consensus.hall import hall as h
from server.demo.client import Door, RoomClient
from server.serve import address, ready
from server.serve import server as make_server
from server.services import Services
from server.settings import Settings
from server.wire import Ack

HALL = {
    "template": "task-5-1",
    "statements": "working-together",
    "title": "Working together",
    "name": "Tess",
    "agency": "Training",
    "placing": "spread",
    "self_run": "on",
}

AGENCIES = ("Police", "Health", "School", "Social care")


class Went(Struct, frozen=True):
    """How a door that leads on was answered: a status, where to, and the seat there, if any."""

    status: int
    to: str
    seat: str

    @property
    def code(self) -> str:
        """The room that it leads to."""
        return self.to.split("?")[0].rsplit("/", 1)[-1]


class _Stay(request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


_opener = request.build_opener(_Stay)


async def go(site: str, path: str, seat: str = "", form: bytes | None = None) -> Went:
    """Follow no redirect; a form makes it a POST."""
    return await asyncio.to_thread(_go, site, path, seat, form)


def _go(site: str, path: str, seat: str, form: bytes | None) -> Went:
    asked = request.Request(site + path, form)
    asked.add_header("Cookie", f"seat={seat}")
    try:
        with _opener.open(asked, timeout=30) as answer:
            return Went(answer.status, "", "")
    except request.HTTPError as answer:
        with answer:
            cookie = answer.headers.get("set-cookie", "")
            given = cookie.split(";")[0].split("=", 1)[1] if cookie else ""
            return Went(answer.code, answer.headers.get("location", ""), given)


@asynccontextmanager
async def serving_with(settings: Settings) -> AsyncIterator[tuple[str, Services]]:
    """Serve inside this process; yield the address, and the parts behind it."""
    with ready(settings) as listener:
        running = make_server(settings)
        task = asyncio.create_task(running.serve(sockets=[listener]))
        await running.up.wait()
        try:
            yield address(listener), running.services
        finally:
            running.should_exit = True
            await task


async def open_hall(site: str, tables: int = 3, **more: str) -> tuple[str, str]:
    """Open a hall; return its code and the trainer's seat."""
    return await Door(site).open_room(**{**HALL, "tables": str(tables), **more})


async def join(site: str, code: str, count: int) -> list[str]:
    """Let so many people join a hall, one after the other; return their seats."""
    door = Door(site)
    return [await door.join(code, f"P{n}", AGENCIES[n % len(AGENCIES)]) for n in range(count)]


async def to_table(site: str, code: str, seat: str) -> Went:
    """Go from a hall to one's table."""
    return await go(site, f"/r/{code}/my-table", seat)


async def done(client: RoomClient, command: PersonCommand) -> None:
    """Do a command that must not be refused."""
    answer = await client.do(command)
    assert isinstance(answer, Ack), answer


def tables_of(client: RoomClient) -> Sequence[h.TableRecord]:
    """Return the tables of a hall, by number."""
    return sorted(client.records.of(h.TableRecord), key=lambda table: table.number)
