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
from server import agendas, disclosure, doors, exercises, health, library, openings, screens, seats
from server.bus import Alone, Bus
from server.exports import routes as exports
from server.exports.workshop import Workshop
from server.forgetting import erasing
from server.forgetting.sweeping import Forgetting
from server.gate import Gate, Gated
from server.guards import OwnForms, SecurityHeaders
from server.hall import mirror, tables
from server.hall.floor import Floors
from server.hall.usher import Usher
from server.limits import Limits
from server.log import SqlLog
from server.proof.keys import SiteKey
from server.record import archives, copies, message, records, replays
from server.record.sealing import Sealer
from server.rooms import Rooms
from server.services import STATIC, Services, all_words, client_build
from server.settings import Settings
from server.sockets import live
from server.takeaways import library as practice
from server.takeaways import routes as takeaways

# The last three levels take three times as long for one part in fifty, on the core of all rooms.
GZIP_LEVEL = 6

ROUTES: list[BaseRoute] = [
    Route("/", doors.home),
    Route("/", doors.find, methods=["POST"]),
    Route("/start", openings.choose),
    Route("/start", openings.open_room, methods=["POST"]),
    Route("/start/file", openings.take_file, methods=["POST"]),
    Route("/start/exercise", exercises.ask),
    Route("/start/exercise", exercises.make, methods=["POST"]),
    Route("/meetings", screens.meetings),
    Route("/library/steps.json", agendas.ready_steps),
    Route("/r/{code}", doors.enter),
    Route("/r/{code}/join", doors.join, methods=["POST"]),
    Route("/r/{code}/waiting", seats.waiting),
    Route("/r/{code}/pass", seats.pass_on),
    Route("/r/{code}/seats", seats.add_page),
    Route("/r/{code}/seats", seats.add, methods=["POST"]),
    Route("/r/{code}/register", screens.register),
    Route("/r/{code}/return", doors.return_page),
    Route("/r/{code}/return", doors.come_back, methods=["POST"]),
    Route("/r/{code}/reentry-link", doors.reentry_link, methods=["POST"]),
    Route("/r/{code}/wall-link", doors.wall_link, methods=["POST"]),
    Route("/r/{code}/template.toml", agendas.template_file),
    Route("/r/{code}/outcomes.json", agendas.outcomes_file),
    Route("/r/{code}/follow", openings.follow),
    Route("/r/{code}/follow", openings.open_follow_up, methods=["POST"]),
    Route("/r/{code}/erase", erasing.erase, methods=["POST"]),
    Route("/r/{code}/erase-me", erasing.ask_to_go, methods=["POST"]),
    Route("/r/{code}/erase-person", erasing.let_go, methods=["POST"]),
    Route("/r/{code}/mentioned.json", erasing.mentioned),
    Route("/r/{code}/forget-seats", erasing.forget_seats, methods=["POST"]),
    Route("/r/{code}/wall", screens.wall),
    Route("/r/{code}/sheet", screens.sheet),
    Route("/r/{code}/record", records.page),
    Route("/r/{code}/record.json", records.data),
    Route("/r/{code}/copy", copies.take),
    Route("/r/{code}/receipt", copies.keep_receipt),
    Route("/r/{code}/seal", copies.seal_again, methods=["POST"]),
    Route("/r/{code}/archive.json", archives.archive),
    Route("/r/{code}/search.json", archives.search, methods=["POST"]),
    Route("/r/{code}/replay", replays.page),
    Route("/r/{code}/replay.json", replays.moments),
    Route("/r/{code}/replay/{position}.json", replays.frame),
    Route("/r/{code}/message", message.message),
    *tables.ROUTES,
    *mirror.ROUTES,
    *takeaways.ROUTES,
    *practice.ROUTES,
    *disclosure.ROUTES,
    *exports.ROUTES,
    Route("/r/{code}/qr.svg", screens.qr),
    WebSocketRoute("/r/{code}/live", live),
    Route("/words/{language}.ftl", screens.words),
    Route("/words/{language}/{page}.ftl", screens.words_of_page),
    Route("/key", copies.key_page),
    Route("/verify", copies.checking_page),
    Route("/healthz", health.healthz),
    Route("/readyz", health.readyz),
    Route("/metrics", health.metrics),
    Mount("/static", StaticFiles(directory=STATIC, check_dir=False)),
]


class App(Starlette):
    """Starlette with the security headers around all of it: an answer about a bug has them too."""

    def build_middleware_stack(self) -> ASGIApp:
        """Return what every request goes through."""
        return SecurityHeaders(super().build_middleware_stack())


def create_app(settings: Settings) -> App:
    """Return an application that keeps everything where the settings say.

    While it runs, its `state.services` are the parts that it is made of.
    """
    gate = Gate(settings.most_connections)
    return App(
        routes=ROUTES,
        middleware=[
            Middleware(Gated, gate=gate),
            # Pages hold no secret that a guesser's own text could stand beside.
            Middleware(GZipMiddleware, minimum_size=1_000, compresslevel=GZIP_LEVEL),
            Middleware(OwnForms),
        ],
        lifespan=_lifespan(settings, gate),
        exception_handlers={HTTPException: _refused, Exception: _broken},
    )


def _lifespan(
    settings: Settings, gate: Gate
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        workshop = Workshop()
        async with (
            SqlLog(settings.database) as log,
            _bus(settings) as bus,
            Sealer(log, all_words(), SiteKey(await log.secret("seal"))) as sealer,
            Rooms(
                log,
                bus,
                idle=settings.forget_idle_rooms_after,
                when_gone=workshop.drop,
            ) as rooms,
            Forgetting(log, sealer.key, rooms) as forgetting,
            Usher(rooms) as usher,
            Floors(rooms) as floors,
        ):
            rooms.on_change(sealer.watch)
            library.look_at(settings.data)
            app.state.services = Services(
                settings=settings,
                log=log,
                bus=bus,
                rooms=rooms,
                forgetting=forgetting,
                sealer=sealer,
                gate=gate,
                limits=Limits(monotonic),
                secret=await log.secret(),
                build=client_build(),
                words=all_words(),
                workshop=workshop,
                usher=usher,
                floors=floors,
            )
            yield

    return lifespan


def _bus(settings: Settings) -> Bus:
    if not settings.redis_url:
        return Alone()
    from server.bus.redis import RedisBus  # only here, since most servers have no other node

    return RedisBus(settings.redis_url)


async def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    code = Code.NO_SUCH_PAGE if status == 404 else Code.NOT_UNDERSTOOD
    return screens.refused_page(request, Refusal(code), status)


async def _broken(request: Request, error: Exception) -> Response:
    """Answer a bug with a sentence; the server has logged it, and nobody is shown it."""
    return screens.refused_page(request, Refusal(Code.TRY_AGAIN), 500)
