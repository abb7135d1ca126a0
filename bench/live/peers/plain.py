"""A room as Starlette's documentation would have it: send to one after another."""

from collections import defaultdict
from contextlib import suppress

from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

rooms: defaultdict[str, set[WebSocket]] = defaultdict(set)


async def room(websocket: WebSocket) -> None:
    await websocket.accept()
    members = rooms[websocket.path_params["room"]]
    members.add(websocket)
    try:
        while True:
            change = await websocket.receive_text()
            for member in list(members):
                with suppress(RuntimeError, WebSocketDisconnect):
                    await member.send_text(change)
    except WebSocketDisconnect:
        members.discard(websocket)


app = Starlette(routes=[WebSocketRoute("/room/{room}", room)])
