"""The command line of `python -m bench live`."""

import argparse
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from bench.live import ceiling, house, processes, report, scenarios
from bench.live.curves import curves
from bench.live.peers import PEERS
from bench.live.report import Report
from bench.live.rows import Asked, Row

SCENARIOS: dict[str, Callable[[Asked], Iterator[Row]]] = {
    "A": scenarios.one_room,
    "B": scenarios.many_rooms,
    "C": scenarios.several_nodes,
    "D": scenarios.storm,
    "curves": curves,
}

SMOKE = Asked(
    people=(10,),
    peers=("starlette",),
    seconds=0.3,
    runs=1,
    rooms=5,
    room_of=3,
    spread=10,
    nodes=(2,),
    there=5,
    storm=20,
    per_second=50.0,
    growing_people=(),
    growing_history=(),
    growing_return=(),
    growing_idle=(5,),
)

_ABOUT = """\
Measure the live room over real websockets, beside other servers with the same room.

  python -m bench live --scenario A --peers nchan starlette --people 1000
      one room of a thousand, three runs each in turn

  python -m bench live --json live.json
      everything; then `python -m bench live --markdown live.json` prints the tables again

A delivery is one change that reached one member. The server, or all nodes of it, runs on one
processor core; the load generator on another, with PostgreSQL and Redis. The figure is deliveries
per second of the server's processor time; times by the clock depend on who else is at work.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run what is asked for; return the exit status."""
    options = _parser().parse_args(arguments)
    if options.markdown:
        print(report.markdown(msgspec.json.decode(options.markdown.read_bytes(), type=Report)))
        return 0
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    found = Report(report.machine(), [])
    try:
        processes.take_the_loads_core()
        for row in _rows(options):
            print(report.sentence(row), file=sys.stderr, flush=True)
            found.rows.append(row)
    except KeyboardInterrupt:
        print("stopped; these are the figures so far", file=sys.stderr)
    _write(found, options.json)
    return 1 if any(row.error for row in found.rows) else 0


def _write(found: Report, file: Path | None) -> None:
    data = msgspec.json.format(msgspec.json.encode(found), indent=1)
    if file is None:
        print(data.decode())
    else:
        file.write_bytes(data)
    print(report.markdown(found))


def _rows(options: argparse.Namespace) -> Iterator[Row]:
    asked = _asked(options)
    yield from ceiling.ceilings(asked.people, min(asked.seconds, 1.0))
    for name in options.scenario:
        yield from SCENARIOS[name](asked)


def _asked(options: argparse.Namespace) -> Asked:
    asked = SMOKE if options.smoke else Asked(peers=tuple(PEERS))
    changed = {
        name: tuple(value) if isinstance(value, list) else value
        for name in ("people", "peers", "seconds", "runs", "command")
        if (value := getattr(options, name)) is not None
    }
    return replace(asked, **changed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench")
    live = parser.add_subparsers(required=True, metavar="WHAT").add_parser(
        "live",
        help="the live room under load, beside other servers",
        description=_ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = live.add_argument
    add("--scenario", nargs="+", choices=SCENARIOS, default=list(SCENARIOS), help="default: all")
    add("--peers", nargs="*", choices=PEERS, help="who else (default: all; or none)")
    add("--people", nargs="+", type=int, help="sizes of the one room (100 1000 5000)")
    add("--seconds", type=float, help="how long each load lasts (5)")
    add("--runs", type=int, help="how often everything is run; medians are shown (3)")
    add("--command", choices=house.STEPS, help="what people do (hand)")
    add("--smoke", action="store_true", help="tiny sizes, to see that everything works")
    add("--json", type=Path, metavar="FILE", help="write every run to this file, not to stdout")
    add("--markdown", type=Path, metavar="FILE", help="only print the tables of such a file")
    return parser
