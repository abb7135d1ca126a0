"""How many lines one process takes on, how many at a time, and none on its way out.

A line that is turned away here gets a plain HTTP answer before it is one, so that a proxy which has
other processes to ask tries the next.
"""

import asyncio

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

# A thousand who come at once are let in a few at a time, so that rooms go on in between.
AT_A_TIME = 8


class Gate:
    """Lines open through this process, of at most `most`; none once it is `draining`.

    Whoever makes a line's first frame holds `entering` meanwhile.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.entering = asyncio.Semaphore(AT_A_TIME)
        self.lines = 0
        self.draining = False

    @property
    def open(self) -> bool:
        """Whether another line may come in."""
        return not self.draining and self.lines < self.most


class Gated:
    """Lets lines through a gate, and every other request past it."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self._app = app
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve what the gate lets in."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
        elif self._gate.open:
            await self._pass(scope, receive, send)
        elif "websocket.http.response" in scope.get("extensions", {}):
            await Response(status_code=503, headers={"Retry-After": "1"})(scope, receive, send)
        else:
            await send({"type": "websocket.close"})

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._gate.lines += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._gate.lines -= 1
