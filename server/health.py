"""What machines ask: is the process there, should people be sent to it, how is it doing."""

import asyncio
import logging
import os
from secrets import compare_digest

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from server.services import Services, is_here, services

logger = logging.getLogger(__name__)

# Seconds within which a log that is well has answered. Load balancers ask this often themselves.
PATIENCE = 2.0


async def healthz(request: Request) -> Response:
    """Answer whoever would start this process again if it did not answer."""
    return Response("ok\n", media_type="text/plain")


async def readyz(request: Request) -> Response:
    """Say whether new people should be sent here, and which parts are well.

    Without the bus a node still serves those it has, who might be told of others a little later.
    """
    served = services(request)
    log = await _answers(served)
    status = "draining" if served.gate.draining else "ready" if log else "log_down"
    bus = "alone" if served.bus.alone else "up" if served.bus.up else "down"
    parts = {"status": status, "log": "up" if log else "down", "bus": bus}
    return JSONResponse(parts, 200 if status == "ready" else 503)


async def _answers(served: Services) -> bool:
    try:
        async with asyncio.timeout(PATIENCE):
            await served.log.ping()
    except TimeoutError:
        return False
    except Exception:  # whatever is wrong with the log, the answer is that it is not well
        logger.warning("the log does not answer", exc_info=True)
        return False
    return True


async def metrics(request: Request) -> Response:
    """Show the counts to this machine's own programs, or to one that has the token."""
    if not is_here(request) and not _has_token(request):
        raise HTTPException(404)
    return Response(generate_latest(_registry()), media_type=CONTENT_TYPE_LATEST)


def _has_token(request: Request) -> bool:
    token = services(request).settings.metrics_token
    given = request.headers.get("authorization", "")
    return bool(token) and compare_digest(given.encode(), f"Bearer {token}".encode())


def _registry() -> CollectorRegistry:
    """Return this process's counts, or, where there are several, those of all together."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # it has no types
    return registry
