"""A browser's live line into a room: do its commands, and send what it is missing."""

from starlette.websockets import WebSocket

from consensus.refusal import Code, Refusal
from server import line, metrics
from server.connections import Connection
from server.line import refuse_more
from server.room import LiveRoom, wall_clock
from server.wire import Ack, Do, Hello, Welcome


async def live(websocket: WebSocket) -> None:
    """Serve one connection from its hello to its end."""
    await line.serve(websocket, _into)


async def _into(websocket: WebSocket, room: LiveRoom, connection: Connection) -> "_RoomLine":
    return _RoomLine(websocket, room, connection)


class _RoomLine(line.Line):
    """One connection into a room."""

    def __init__(self, websocket: WebSocket, room: LiveRoom, connection: Connection) -> None:
        super().__init__(websocket, room.audience, connection)
        self._room = room
        self._entered = False

    async def welcome(self, hello: Hello) -> None:
        """Come in, or begin anew, with what the other side has already."""
        member = self.connection.member
        await self._room.reach(hello.epoch, hello.position)
        # Nothing may come between this look and the entry: many come at the same moment.
        refuse_more(self._room.audience.lines(member) - self._entered, member)
        self._room.enter(self.connection, hello.epoch, hello.position)
        self._entered = True
        epoch = self._room.row.epoch
        await self.writer.say(Welcome(epoch, wall_clock(), self.served.build, member))
        self._room.audience.tick_soon()  # so that those who come together share one snapshot

    async def do(self, message: Do) -> None:
        """Do a command and answer it; raises `Refusal`."""
        member = self.connection.member
        if member is None:
            raise Refusal(Code.WATCHING_ONLY)
        if not 8 <= len(message.id) <= 64 or not message.id.isprintable():
            raise Refusal(Code.NOT_UNDERSTOOD)
        position = await self._room.ask(message.command, member, message.id, message.again)
        metrics.COMMANDS.inc()
        await self.writer.say(Ack(message.id, position))
        self._room.audience.owe(self.connection, position)

    def left(self) -> None:
        """Let the line go; its member has left when none is back within a hiccup."""
        self._room.leave(self.connection)
