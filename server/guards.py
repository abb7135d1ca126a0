"""What stands before every route: sizes, origins and the headers that keep pages to themselves."""

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from consensus.refusal import Code, Refusal
from server.screens import refused_page
from server.services import same_site

# A list of statements is a few kilobytes. Somebody who picks a Word file instead must not lose the
# rest of the form, so most of those still come through to be refused by name.
MOST_BODY_BYTES = 4_000_000

_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)

_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    # Under "no-referrer" browsers hide the origin of our own forms too, and they would be refused.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class SecurityHeaders:
    """Puts the policy on every answer: nothing from another host, no inline script, no frame."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve with the headers added."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)


class OwnForms:
    """Refuses what another site's page sends, and what is larger than any form here."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve what passes."""
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD"}:
            await self._app(scope, receive, send)
            return
        refusal = _refusal(Request(scope))
        if refusal is not None:
            status = 413 if refusal.code is Code.TOO_LARGE else 403
            answer: Response = refused_page(Request(scope, receive), refusal, status)
            await answer(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _refusal(request: Request) -> Refusal | None:
    if not same_site(request):
        return Refusal(Code.FOREIGN_ORIGIN)
    length = request.headers.get("content-length", "")
    # Browsers always say how long a form is; a body of unknown length is not one of ours.
    if not length.isdigit() or int(length) > MOST_BODY_BYTES:
        return Refusal(Code.TOO_LARGE)
    return None
