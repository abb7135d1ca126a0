"""What the routes share, in one typed place."""

import secrets
from ipaddress import ip_address, ip_network
from pathlib import Path

import msgspec
from msgspec import Struct
from starlette.requests import HTTPConnection

from consensus.people import MemberId
from consensus.refusal import Code, Refusal
from server import access
from server.bus import Bus
from server.exports.workshop import Workshop
from server.forgetting.sweeping import Forgetting
from server.gate import Gate
from server.hall.floor import Floors
from server.hall.usher import Usher
from server.limits import Limits, PerAddress
from server.log import SqlLog
from server.record.sealing import Sealer
from server.room import LiveRoom
from server.rooms import Rooms
from server.settings import LOOPBACK, Settings
from server.words import Words, choose, languages

STATIC = Path(__file__).parent / "static"


class Held(Struct, frozen=True):
    """A seat whose key a device holds. Whoever `waits` is still at the door."""

    key: str
    member: MemberId
    waits: bool


class Services(Struct, frozen=True):
    """One server's parts. `build` names the browser client, `secret` signs the walls' links."""

    settings: Settings
    log: SqlLog
    bus: Bus
    rooms: Rooms
    forgetting: Forgetting
    sealer: Sealer
    gate: Gate
    limits: Limits
    secret: bytes
    build: str
    words: dict[str, Words]
    workshop: Workshop
    usher: Usher
    floors: Floors

    def words_for(self, connection: HTTPConnection) -> Words:
        """Return the catalogue in the language that a browser asks for."""
        accepted = connection.headers.get("accept-language", "")
        return self.words[choose(accepted, list(self.words))]

    async def room(self, connection: HTTPConnection, typed: str) -> LiveRoom:
        """Return the room that a code opens; a wrong code counts as a try and is refused.

        Whoever has a seat is never made to wait for the wrong tries of others at their address. To
        everybody else a closed room is one that is not there.
        """
        room = await self.rooms.by_code(access.read_code(typed))
        if room is not None and await self.seats(connection, room):
            return room
        address = address_of(connection)
        if self.limits.tries.exhausted(address):
            raise Refusal(Code.TOO_MANY_TRIES)
        if room is None or room.meeting.closed is not None:
            self.limits.tries.take(address)
            raise Refusal(Code.NO_SUCH_ROOM)
        return room

    async def member(self, connection: HTTPConnection, room: LiveRoom) -> str | None:
        """Return the member whose turn it is at this browser, if they are in the room.

        The address says which `seat` it is; without that, it is the first one whose key the
        browser holds. Raises `Refusal` while the log cannot be asked.
        """
        return turn_of(connection, room, await self.seats(connection, room))

    async def seats(self, connection: HTTPConnection, room: LiveRoom) -> tuple[Held, ...]:
        """Return the seats in this room whose keys a browser holds; raises `Refusal`."""
        keys = [key for key in connection.cookies.get(COOKIE, "").split(".") if key]
        found: dict[MemberId, Held] = {}
        for key in keys[:MOST_KEYS]:
            member = await self._holder(key, room)
            if member in room.meeting.members:
                found[member] = Held(key, member, waits=False)
            elif member in room.meeting.waiting and room.meeting.closed is None:
                found[member] = Held(key, member, waits=True)
        return tuple(found.values())

    async def member_by_key(self, key: str, room: LiveRoom) -> str | None:
        """Return the member whose key this is, if they are in the room; raises `Refusal`."""
        member = await self._holder(key, room)
        return member if member in room.meeting.members else None

    async def _holder(self, key: str, room: LiveRoom) -> MemberId:
        """Return who a key was drawn for, or who they are one with; "" for a key of nobody."""
        member = await self.log.member_by_key(room.row.id, access.key_hash(key)) or ""
        known = (room.meeting.members, room.meeting.waiting, room.meeting.merged)
        if member and not self.bus.alone and not any(member in each for each in known):
            await room.look()  # they came to another node a moment ago, or were removed
        return room.meeting.merged.get(member, member)

    async def may_open_rooms(self, passphrase: str, address: str) -> None:
        """Refuse somebody who does not know the host's passphrase, where there is one."""
        if self.limits.passphrases.exhausted(address):
            raise Refusal(Code.TOO_MANY_TRIES)
        wanted = self.settings.passphrase
        if not secrets.compare_digest(passphrase.encode(), wanted.encode()):
            self.limits.passphrases.take(address)
            raise Refusal(Code.WRONG_PASSPHRASE)

    def may_go_on(self, connection: HTTPConnection, limit: PerAddress) -> None:
        """Count one for this connection's address, and refuse it where that is too much at once.

        Programs on this machine are its host's own, and are not counted.
        """
        if not is_here(connection) and not limit.take(address_of(connection)):
            raise Refusal(Code.TOO_MANY_HERE)


COOKIE = "seat"

# A family round one phone; more people than this take turns for too long.
MOST_KEYS = 6


def turn_of(connection: HTTPConnection, room: LiveRoom, held: tuple[Held, ...]) -> MemberId | None:
    """Return which of the seats that a browser holds an address is for, if it is one of them."""
    inside = [seat.member for seat in held if not seat.waits]
    wanted = connection.query_params.get("seat")
    if wanted is None:
        return inside[0] if inside else None
    wanted = room.meeting.merged.get(wanted, wanted)
    return wanted if wanted in inside else None


def address_of(connection: HTTPConnection) -> str:
    """Return what one guesser cannot easily change: an address, of IPv6 the network's half."""
    host = connection.client.host if connection.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if address.version == 6:
        return str(ip_network((address, 64), strict=False))
    return host


def is_here(connection: HTTPConnection) -> bool:
    """Say whether a program on this machine asks, and nobody who came through a proxy on it."""
    passed_on = any(name in connection.headers for name in ("forwarded", "x-forwarded-for"))
    return not passed_on and connection.client is not None and connection.client.host in LOOPBACK


def site_of(connection: HTTPConnection) -> str:
    """Return the address that people use: the host's setting, or the one this browser came by."""
    url = connection.url
    return services(connection).settings.site or f"{url.scheme}://{url.netloc}"


def same_site(connection: HTTPConnection) -> bool:
    """Say whether a request comes from this site's own pages; programs send no origin."""
    origin = connection.headers.get("origin")
    host = connection.headers.get("host")
    return origin is None or (origin != "null" and origin.split("://", 1)[-1] == host)


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
