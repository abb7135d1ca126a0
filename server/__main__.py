"""The `commonground` command."""

import argparse
import os
import sys
from pathlib import Path
from typing import get_args

from consensus.ranking.files import FileKind
from consensus.ranking.profile import NotRanked
from server import logs
from server.checks import CannotServe, log_at_hand
from server.serve import default_data, serve
from server.settings import Lines, Settings

_INTRODUCTION = """\
A live room for meetings that must end in something everyone present can stand behind.

  commonground serve     open it in a browser, start a meeting, give people the code
  commonground backup    copy everything to one file, while the server goes on
  commonground restore   bring a backup back
  commonground rooms     list the rooms, and when each is deleted
  commonground erase     delete a room for good
  commonground scrub     make the bytes go of what was deleted, in a quiet hour
  commonground demo      watch a made-up group, or a hall of tables, play the whole exercise
  commonground verify    check whether a copy of a record is genuine, without a server
  commonground key       show the key with which this server seals records
  commonground rank      combine and explain a file of rankings, without a room
  commonground compare   work the figures of many tables out again, from their data alone
"""

_SERVE = """\
Serve rooms from this machine. Everything is kept in one folder; nothing else is needed.

  commonground serve
      for this machine alone, at http://127.0.0.1:8000

  COMMONGROUND_PASSPHRASE=... commonground serve --host 0.0.0.0
      for others too: they need the passphrase to open a room, and only a code to join one

  COMMONGROUND_DATABASE_URL=postgresql://... COMMONGROUND_REDIS_URL=redis://... \\
  commonground serve --workers 4
      with several processes, here or on several machines, that share a log

docs/deploy.md has the rest: https, several machines, backups, what to watch.
"""

_BACKUP = """\
Copy every room to one file. The server may go on meanwhile.

  commonground backup monday.backup
      from the folder that `commonground serve` uses; --data or --database-url name another
"""

_RESTORE = """\
Bring back what a backup holds, into a place where nothing is kept yet.

  commonground restore monday.backup --data another-folder
"""

_DEMO = """\
Start a server with one room, in which a made-up group plays the whole exercise; or with a training
session of many tables, in which all that people think is planted.

  commonground demo
      watch it on the wall, and join it as one more person

  commonground demo --fast --json
      play it through as fast as it goes, then print the outcome and the timings

  commonground demo --tables 12
      watch twelve tables on the wall and at the trainer's desk for two to three minutes; at the
      end, what was planted stands beside what the wall says

  commonground demo --tables 12 --same --fast
      draw all tables from one population, so that there is no difference to find

Exit status with --tables and --fast: 0 all that was planted was found, 1 something was not.
"""

_RANK = """\
Say what a file of rankings says: the combined order, how far people agree, whether it depends on
how one counts, and how few people could alter it.

  commonground rank sushi.soc
      a PrefLib file (.soc .soi .toc .toi), a table (.csv) or a list (.json)

  commonground rank answers.csv --to toi
      the same rankings as another kind of file, to check a result with another program
"""


_COMPARE = """\
Work every figure of a training session's wall out again, from the data of its tables alone, and say
of each whether it is what the file says.

  commonground compare 2027-03-09-tables.json
      the file that the trainer takes away as “data of all tables”

Exit status: 0 all figures follow from the data, 1 some do not, 2 not readable.
"""

_VERIFY = """\
Check whether a copy of a record is genuine. Nothing leaves this machine, and no server is asked.

  commonground verify copy.cgrecord --receipt ours.cgreceipt
      against the receipt that your agency kept; or --mark, as the closing page showed it

Exit status: 0 genuine, 1 not genuine, 2 not readable.
"""

_KEY = """\
Show the public key with which this server seals records: its mark, to be compared, and the key.

  commonground key
      of the folder that `commonground serve` uses; --data or --database-url name another
"""

_ROOMS = """\
List the rooms: their ids and types, and when each is deleted. No titles and no names.

  commonground rooms
      days left count down to the day on which the server deletes the room by itself

  commonground rooms --receipts
      what was deleted, when and why
"""

_ERASE = """\
Delete a room for everybody and for good. The server may go on meanwhile.

  commonground erase 4f0c2a9d1b7e6358
      the id is in the list of `commonground rooms`; the room’s code does as well
"""

_SCRUB = """\
Make the bytes go of what was deleted or never shown. A server does this by itself to the file in
its own folder. PostgreSQL needs to be told, in a quiet hour, because everybody waits meanwhile.

  commonground scrub --database-url postgresql://...
      every night, say; docs/deploy.md has what the role must be allowed, and what stays elsewhere
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = _parser().parse_args(arguments)
    match options.command:
        case "demo":
            from server.demo import demo

            logs.configure("text")
            return demo(options)
        case "rank":
            from server.rank import rank

            return rank(options)
        case "compare":
            from server.compare import compare

            return compare(options)
        case "verify":
            from server.proof.command import check

            return check(options)
        case "key":
            from server.proof.command import show_key

            return show_key(_place(options))
        case "rooms" | "erase":
            from server.forgetting import housekeeping

            return housekeeping.run(options, _place(options))
        case "scrub":
            from server.forgetting import scrub

            return scrub.run(_place(options))
        case "backup" | "restore":
            return _copy(options)
    return serve(_settings(options))


def _settings(options: argparse.Namespace) -> Settings:
    return Settings(
        data=options.data or default_data(),
        host=options.host,
        port=options.port,
        passphrase=os.environ.get("COMMONGROUND_PASSPHRASE", ""),
        open_to_anyone=options.open_to_anyone,
        behind_proxy=options.behind_proxy,
        site=options.site.rstrip("/"),
        database_url=options.database_url,
        redis_url=options.redis_url,
        workers=options.workers,
        most_connections=options.most_connections,
        logs=options.logs,
        metrics_token=os.environ.get("COMMONGROUND_METRICS_TOKEN", ""),
        drain=options.drain,
        forget_idle_rooms_after=options.forget_idle_rooms_after,
    )


def _copy(options: argparse.Namespace) -> int:
    """Back up or restore; say what could not be done in one sentence."""
    from server.backup import CannotBackUp, backup, restore

    os.umask(0o077)  # as when serving: what is kept is its owner's alone
    settings = _place(options)
    try:
        if options.command == "backup":
            backup(settings.database, options.file)
        else:
            with log_at_hand(settings):  # a server that has the folder must not have it changed
                restore(options.file, settings.database)
    except (CannotServe, CannotBackUp) as reason:
        print(f"commonground: {reason}", file=sys.stderr)
        return 2
    return 0


def _place(options: argparse.Namespace) -> Settings:
    """Return where things are kept; a folder that was named is meant, whatever the environment."""
    from_environment = options.database_url == os.environ.get(DATABASE_URL)
    database_url = "" if options.data and from_environment else options.database_url
    return Settings(data=options.data or default_data(), database_url=database_url)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="commonground", description=_INTRODUCTION, formatter_class=_STYLE
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _serve_options(_command(commands, "serve", "serve rooms", _SERVE))
    for name, does, told in (
        ("backup", "copy everything to one file", _BACKUP),
        ("restore", "bring a backup back", _RESTORE),
    ):
        copying = _command(commands, name, does, told)
        copying.add_argument("file", type=Path, metavar="FILE")
        _place_options(copying)
    _demo_options(_command(commands, "demo", "watch a made-up group", _DEMO))
    _verify_options(_command(commands, "verify", "check a copy of a record", _VERIFY))
    _place_options(_command(commands, "key", "show the key that seals records", _KEY))
    _compare_options(_command(commands, "compare", "check the figures of many tables", _COMPARE))
    _rank_options(_command(commands, "rank", "explain a file of rankings", _RANK))
    _rooms_options(_command(commands, "rooms", "list rooms, or what was deleted", _ROOMS))
    _erase_options(_command(commands, "erase", "delete a room for good", _ERASE))
    _place_options(_command(commands, "scrub", "make the bytes go of what was deleted", _SCRUB))
    return parser


DATABASE_URL = "COMMONGROUND_DATABASE_URL"

_STYLE = argparse.RawDescriptionHelpFormatter


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, does: str, told: str
) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=does, description=told, formatter_class=_STYLE)


def _place_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder to keep things in")
    parser.add_argument(
        "--database-url",
        default=os.environ.get(DATABASE_URL, ""),
        metavar="URL",
        help="keep rooms in PostgreSQL instead; $COMMONGROUND_DATABASE_URL shows nobody a password",
    )


def _serve_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=_port, default=8000, help="port to listen on")
    _place_options(parser)
    parser.add_argument(
        "--redis-url",
        default=os.environ.get("COMMONGROUND_REDIS_URL", ""),
        metavar="URL",
        help="let servers that share a database talk over Redis; or $COMMONGROUND_REDIS_URL",
    )
    parser.add_argument(
        "--workers", type=_count, default=1, metavar="N", help="processes that serve (default: 1)"
    )
    parser.add_argument(
        "--open-to-anyone",
        action="store_true",
        help="let anyone who can reach this server open rooms, without a passphrase",
    )
    parser.add_argument(
        "--site", default="", metavar="URL", help="the address people use, for links and QR codes"
    )
    parser.add_argument(
        "--behind-proxy",
        nargs="?",
        const="127.0.0.1",
        default="",
        metavar="ADDRESSES",
        help="believe a proxy about who is calling, and over https (default: one on this machine)",
    )
    parser.add_argument(
        "--most-connections",
        type=_count,
        default=10_000,
        metavar="N",
        help="live connections that each process takes on (default: 10000)",
    )
    parser.add_argument(
        "--drain",
        type=_seconds,
        default=5.0,
        metavar="SECONDS",
        help="time for people to move to another server after SIGTERM (default: 5)",
    )
    parser.add_argument(
        "--forget-idle-rooms-after",
        type=_seconds,
        default=300.0,
        metavar="SECONDS",
        help="when a room that nobody looks at leaves memory (default: 300)",
    )
    parser.add_argument(
        "--logs", choices=get_args(Lines), default="text", help="what lines of the log look like"
    )


def _demo_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=_port, default=8000, help="port to listen on")
    parser.add_argument(
        "--people", type=int, default=8, help="how many take part, or sit at each table"
    )
    parser.add_argument("--tables", type=int, help="play a hall with so many tables (8 to 40)")
    parser.add_argument("--same", action="store_true", help="let no table differ from another")
    parser.add_argument("--seed", type=int, default=1, help="the same seed plays the same group")
    parser.add_argument("--fast", action="store_true", help="as fast as it goes, then stop")
    parser.add_argument("--json", action="store_true", help="print the outcome as JSON")


def _rooms_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--receipts", action="store_true", help="list what was deleted instead")
    parser.add_argument("--json", action="store_true", help="print it as JSON")
    _place_options(parser)


def _erase_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("room", metavar="CODE_OR_ID", help="the room’s code, or its id")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.add_argument("--json", action="store_true", help="print the receipt as JSON")
    _place_options(parser)


def _verify_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the copy to check")
    parser.add_argument("--receipt", type=Path, metavar="RECEIPT", help="the receipt you kept")
    parser.add_argument("--mark", default="", help="the mark of the seal that you were given")
    parser.add_argument("--key", default="", metavar="MARK", help="the mark of the key you trust")
    parser.add_argument("--show", action="store_true", help="print what the record says")
    parser.add_argument("--json", action="store_true", help="print the verdict as JSON")


def _compare_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the data of all tables")
    parser.add_argument("--json", action="store_true", help="print the verdict as JSON")


def _rank_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--top", type=_top, default=5, help="ask about so many first places")
    parser.add_argument(
        "--not-ranked",
        choices=get_args(NotRanked),
        default="no_view",
        help="what leaving an item out means (default: no view on it)",
    )
    parser.add_argument("--to", choices=get_args(FileKind), help="only print another kind of file")
    parser.add_argument("--thorough", action="store_true", help="take minutes for a proof")
    parser.add_argument("--json", action="store_true", help="print all figures as JSON")


def _top(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("at least one first place must be asked about")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("this has to be a whole number, 1 or more")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1
    if not 0 <= seconds <= 86_400:
        raise argparse.ArgumentTypeError("this has to be a number of seconds, at most a day")
    return seconds


def _port(text: str) -> int:
    port = int(text) if text.isdecimal() else -1
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return port


if __name__ == "__main__":
    raise SystemExit(main())
