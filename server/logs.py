"""What the server writes about itself: one line for each event, and nothing about people.

The text of an exception may quote what somebody typed, and a traceback shows values, so neither is
written: only the exception's kind and the places that it came through.
"""

import asyncio
import json
import logging
import secrets
import sys
import time
from types import TracebackType
from typing import Any

from server.settings import Lines

# Names this process in its lines. A machine's name may be a person's.
NODE = secrets.token_hex(4)

# The innermost places say where it broke; further out is the same for everything.
MOST_PLACES = 8


def configure(lines: Lines) -> None:
    """Write warnings and errors, ours and the libraries', to standard error, in one form."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if lines == "json" else TextLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("server").setLevel(logging.INFO)


def told_by_loop(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Write what only an event loop met. Its own message would show what a callback was given."""
    logging.getLogger("asyncio").error(
        "an error that nobody waited for", exc_info=context.get("exception")
    )


class JsonLines(logging.Formatter):
    """Each event as one JSON object on one line, for programs that collect them."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, Any] = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
            "node": NODE,
            "process": record.process,
        }
        if error := _error(record):
            line["exception"] = _kinds(error)
            line["places"] = _places(error)
        return json.dumps(line, ensure_ascii=False)


class TextLines(logging.Formatter):
    """Each event as one short line, for people who watch a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = f"{_time(record)} {record.levelname.lower()} {record.name}: {_message(record)}"
        if error := _error(record):
            line += f" [{' from '.join(_kinds(error))} at {' < '.join(_places(error))}]"
        return line


def _time(record: logging.LogRecord) -> str:
    second = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
    return f"{second}.{int(record.msecs):03}Z"


def _message(record: logging.LogRecord) -> str:
    """Return the first line: further ones are tracebacks that somebody put into the message."""
    message = record.getMessage().strip()
    return message.splitlines()[0] if message else ""


def _error(record: logging.LogRecord) -> BaseException | None:
    return record.exc_info[1] if record.exc_info else None


def _kinds(error: BaseException) -> list[str]:
    """Return the exception's kind, then the kinds of those that it came from."""
    kinds: list[str] = []
    following: BaseException | None = error
    while following is not None and len(kinds) < MOST_PLACES:
        kinds.append(f"{type(following).__module__}.{type(following).__qualname__}")
        following = following.__cause__ or following.__context__
    return kinds


def _places(error: BaseException) -> list[str]:
    """Return where it was raised, then who called that, as module, line and function."""
    places: list[str] = []
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "?")
        places.append(f"{module}:{trace.tb_lineno} {trace.tb_frame.f_code.co_name}")
        trace = trace.tb_next
    return places[-1 : -MOST_PLACES - 1 : -1]
