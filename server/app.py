"""The application: its routes, what stands before them, and what lives as long as it does."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from time import monotonic

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from consensus.refusal import Code, Refusal
from server import doors, screens
from server.access import read_secret
from server.guards import OwnForms, SecurityHeaders
from server.limits import Tries
from server.log import SqlLog
from server.rooms import Rooms
from server.services import STATIC, Services, all_words, client_build
from server.settings import DATABASE, Settings
from server.sockets import live

ROUTES: list[BaseRoute] = [
    Route("/", doors.home),
    Route("/", doors.find, methods=["POST"]),
    Route("/start", doors.start),
    Route("/start", doors.open_room, methods=["POST"]),
    Route("/r/{code}", doors.enter),
    Route("/r/{code}/join", doors.join, methods=["POST"]),
    Route("/r/{code}/return", doors.return_page),
    Route("/r/{code}/return", doors.come_back, methods=["POST"]),
    Route("/r/{code}/reentry-link", doors.reentry_link, methods=["POST"]),
    Route("/r/{code}/wall-link", doors.wall_link, methods=["POST"]),
    Route("/r/{code}/wall", screens.wall),
    Route("/r/{code}/sheet", screens.sheet),
    Route("/r/{code}/qr.svg", screens.qr),
    WebSocketRoute("/r/{code}/live", live),
    Route("/words/{language}.ftl", screens.words),
    Route("/healthy", screens.healthy),
    Mount("/static", StaticFiles(directory=STATIC, check_dir=False)),
]

# Pages hold no secret that a guesser's own text could stand beside, so they may be compressed.
MIDDLEWARE = [
    Middleware(GZipMiddleware, minimum_size=1_000),
    Middleware(OwnForms),
]


def create_app(settings: Settings) -> ASGIApp:
    """Return an application that keeps everything in the settings' data folder.

    The headers go around all of it, so that an answer about a bug has them too.
    """
    return SecurityHeaders(
        Starlette(
            routes=ROUTES,
            middleware=MIDDLEWARE,
            lifespan=_lifespan(settings),
            exception_handlers={HTTPException: _refused, Exception: _broken},
        )
    )


def _lifespan(settings: Settings) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with SqlLog(settings.data / DATABASE) as log:
            rooms = Rooms(log)
            app.state.services = Services(
                settings=settings,
                log=log,
                rooms=rooms,
                tries=Tries(monotonic),
                secret=read_secret(settings.data),
                build=client_build(),
                words=all_words(),
            )
            yield
            await rooms.close()

    return lifespan


async def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    code = Code.NO_SUCH_PAGE if status == 404 else Code.NOT_UNDERSTOOD
    return screens.refused_page(request, Refusal(code), status)


async def _broken(request: Request, error: Exception) -> Response:
    """Answer a bug with a sentence; the server has logged it, and nobody is shown it."""
    return screens.refused_page(request, Refusal(Code.TRY_AGAIN), 500)
