"""The `commonground` command."""

import argparse
import os
from pathlib import Path
from typing import get_args

from consensus.ranking.files import FileKind
from consensus.ranking.profile import NotRanked
from server.serve import default_data, serve
from server.settings import Settings

_INTRODUCTION = """\
A live room for meetings that must end in something everyone present can stand behind.

  commonground serve     open it in a browser, start a meeting, give people the code
  commonground demo      watch a made-up group play the whole exercise in about a minute
  commonground rank      combine and explain a file of rankings, without a room
"""

_SERVE = """\
Serve rooms from this machine. Everything is kept in one folder; nothing else is needed.

  commonground serve
      for this machine alone, at http://127.0.0.1:8000

  COMMONGROUND_PASSPHRASE=... commonground serve --host 0.0.0.0
      for others too: they need the passphrase to open a room, and only a code to join one
"""

_DEMO = """\
Start a server with one room, in which a made-up group plays the whole exercise.

  commonground demo
      watch it on the wall, and join it as one more person

  commonground demo --fast --json
      play it through as fast as it goes, then print the outcome and the timings
"""

_RANK = """\
Say what a file of rankings says: the combined order, how far people agree, whether it depends on
how one counts, and how few people could alter it.

  commonground rank sushi.soc
      a PrefLib file (.soc .soi .toc .toi), a table (.csv) or a list (.json)

  commonground rank answers.csv --to toi
      the same rankings as another kind of file, to check a result with another program
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = _parser().parse_args(arguments)
    if options.command == "demo":
        from server.demo import demo

        return demo(options)
    if options.command == "rank":
        from server.rank import rank

        return rank(options)
    return serve(
        Settings(
            data=options.data,
            host=options.host,
            port=options.port,
            passphrase=os.environ.get("COMMONGROUND_PASSPHRASE", ""),
            open_to_anyone=options.open_to_anyone,
            behind_proxy=options.behind_proxy,
            site=options.site.rstrip("/"),
        )
    )


def _parser() -> argparse.ArgumentParser:
    style = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="commonground", description=_INTRODUCTION, formatter_class=style
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for_serve = commands.add_parser(
        "serve", help="serve rooms", description=_SERVE, formatter_class=style
    )
    for_serve.add_argument("--host", default="127.0.0.1", help="address to listen on")
    for_serve.add_argument("--port", type=_port, default=8000, help="port to listen on")
    for_serve.add_argument(
        "--data", type=Path, default=default_data(), metavar="DIR", help="folder to keep things in"
    )
    for_serve.add_argument(
        "--open-to-anyone",
        action="store_true",
        help="let anyone who can reach this server open rooms, without a passphrase",
    )
    for_serve.add_argument(
        "--site", default="", metavar="URL", help="the address people use, for links and QR codes"
    )
    for_serve.add_argument(
        "--behind-proxy",
        action="store_true",
        help="believe a proxy on this machine about who is calling, and over https",
    )
    for_demo = commands.add_parser(
        "demo", help="watch a made-up group", description=_DEMO, formatter_class=style
    )
    for_demo.add_argument("--port", type=_port, default=8000, help="port to listen on")
    for_demo.add_argument("--people", type=int, default=8, help="how many take part (3 to 200)")
    for_demo.add_argument("--seed", type=int, default=1, help="the same seed plays the same group")
    for_demo.add_argument("--fast", action="store_true", help="as fast as it goes, then stop")
    for_demo.add_argument("--json", action="store_true", help="print the outcome as JSON")
    for_rank = commands.add_parser(
        "rank", help="explain a file of rankings", description=_RANK, formatter_class=style
    )
    for_rank.add_argument("file", type=Path, metavar="FILE")
    for_rank.add_argument("--top", type=_top, default=5, help="ask about so many first places")
    for_rank.add_argument(
        "--not-ranked",
        choices=get_args(NotRanked),
        default="no_view",
        help="what leaving an item out means (default: no view on it)",
    )
    for_rank.add_argument(
        "--to", choices=get_args(FileKind), help="only print another kind of file"
    )
    for_rank.add_argument("--thorough", action="store_true", help="take minutes for a proof")
    for_rank.add_argument("--json", action="store_true", help="print all figures as JSON")
    return parser


def _top(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("at least one first place must be asked about")
    return int(text)


def _port(text: str) -> int:
    port = int(text) if text.isdecimal() else -1
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return port


if __name__ == "__main__":
    raise SystemExit(main())
