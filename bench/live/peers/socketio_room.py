"""A room in python-socketio, with the Redis manager that several of its servers would need."""

import os
from typing import Any
from urllib.parse import parse_qs

import socketio

server = socketio.AsyncServer(
    async_mode="asgi",
    client_manager=socketio.AsyncRedisManager(os.environ["REDIS_URL"]),
    transports=["websocket"],
)
rooms: dict[str, str] = {}


async def connect(sid: str, environment: dict[str, Any]) -> None:
    room = parse_qs(environment["QUERY_STRING"])["room"][0]
    rooms[sid] = room
    await server.enter_room(sid, room)


async def change(sid: str, change: Any) -> None:
    await server.emit("change", change, room=rooms[sid])


async def disconnect(sid: str) -> None:
    del rooms[sid]


server.on("connect", connect)
server.on("change", change)
server.on("disconnect", disconnect)
app = socketio.ASGIApp(server)
