"""What the routes share, in one typed place."""

import secrets
from pathlib import Path

import msgspec
from msgspec import Struct
from starlette.requests import HTTPConnection

from consensus.refusal import Code, Refusal
from server import access
from server.limits import Tries
from server.log import SqlLog
from server.rooms import LiveRoom, Rooms
from server.settings import Settings
from server.words import Words, choose, languages

STATIC = Path(__file__).parent / "static"


class Services(Struct, frozen=True):
    """One server's parts. `build` names the browser client, `secret` signs the walls' links."""

    settings: Settings
    log: SqlLog
    rooms: Rooms
    tries: Tries
    secret: bytes
    build: str
    words: dict[str, Words]

    def words_for(self, connection: HTTPConnection) -> Words:
        """Return the catalogue in the language that a browser asks for."""
        accepted = connection.headers.get("accept-language", "")
        return self.words[choose(accepted, list(self.words))]

    async def room(self, connection: HTTPConnection, typed: str) -> LiveRoom:
        """Return the room that a code opens; a wrong code counts as a try and is refused."""
        address = connection.client.host if connection.client else ""
        if self.tries.exhausted(address):
            raise Refusal(Code.TOO_MANY_TRIES)
        room = await self.rooms.by_code(access.read_code(typed))
        if room is None:
            self.tries.wrong(address)
            raise Refusal(Code.NO_SUCH_ROOM)
        return room

    async def member(self, connection: HTTPConnection, room: LiveRoom) -> str | None:
        """Return the member whose key this browser's cookie holds, if they are in the room."""
        key = connection.cookies.get(COOKIE, "")
        member = await self.log.member_by_key(room.row.id, access.key_hash(key)) if key else None
        return member if member in room.meeting.members else None

    async def may_open_rooms(self, passphrase: str, address: str) -> None:
        """Refuse somebody who does not know the host's passphrase, where there is one."""
        if self.tries.exhausted(address):
            raise Refusal(Code.TOO_MANY_TRIES)
        wanted = self.settings.passphrase
        if not secrets.compare_digest(passphrase.encode(), wanted.encode()):
            self.tries.wrong(address)
            raise Refusal(Code.WRONG_PASSPHRASE)


COOKIE = "seat"


def services(connection: HTTPConnection) -> Services:
    """Return the services of the app that serves this connection."""
    found: Services = connection.app.state.services
    return found


def all_words() -> dict[str, Words]:
    """Return every catalogue by language."""
    return {language: Words(language) for language in languages()}


def client_build() -> str:
    """Return the id of the built browser client; it changes whenever the client does."""
    found: dict[str, str] = msgspec.json.decode((STATIC / "app" / "build.json").read_bytes())
    return found["build"]
