"""The floor's line: what trainers, everybody in a hall and its wall are shown of the tables."""

from starlette.websockets import WebSocket

from consensus.refusal import Code, Refusal
from server import line
from server.connections import Connection
from server.line import Hangup, refuse_more
from server.room import LiveRoom, wall_clock
from server.services import services
from server.wire import CloseCode, Do, Hello, Welcome


async def floor(websocket: WebSocket) -> None:
    """Serve one connection from its hello to its end."""
    await line.serve(websocket, _onto)


async def _onto(websocket: WebSocket, hall: LiveRoom, connection: Connection) -> "_FloorLine":
    # A room without tables is to a line as one that is not there.
    if hall.meeting.hall is None:
        raise Hangup(CloseCode.NOT_A_MEMBER)
    return _FloorLine(websocket, hall, connection)


class _FloorLine(line.Line):
    """One connection that looks on; nothing can be done over it."""

    def __init__(self, websocket: WebSocket, hall: LiveRoom, connection: Connection) -> None:
        self._floors = services(websocket).floors
        self._floor = self._floors.enter(hall, connection)
        super().__init__(websocket, self._floor, connection)

    async def welcome(self, hello: Hello) -> None:
        """Tell all there is: the number of a look means nothing to anybody else."""
        who, epoch = self.connection.member, self._floor.hall.row.epoch
        refuse_more(self._floor.count(who) - 1, who)
        await self.writer.say(Welcome(epoch, wall_clock(), self.served.build, who))
        self._floor.begin(self.connection)

    async def do(self, message: Do) -> None:
        """Refuse: what is to be done is asked of the hall's own line."""
        raise Refusal(Code.WATCHING_ONLY)

    def left(self) -> None:
        """Let the line go."""
        self._floors.leave(self._floor, self.connection)
