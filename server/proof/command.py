"""`commonground verify` and `commonground key`."""

import argparse
import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from server.log import SqlLog, Unavailable
from server.proof.form import MOST_BYTES
from server.proof.keys import LENGTH, SiteKey, as_typed, fingerprint
from server.proof.seal import mark
from server.proof.told import harm, shown, told
from server.proof.verify import Expected, Verdict, verify
from server.settings import Settings
from server.words import FALLBACK, Words


def check(options: argparse.Namespace) -> int:
    """Check a file and say what was found: 0 genuine, 1 not genuine, 2 not readable."""
    words = Words(FALLBACK)
    try:
        marks = [_mark(text) for text in (options.mark, options.key)]
        data = _read(options.file)
        receipt = _read(options.receipt) if options.receipt else None
    except (OSError, ValueError) as error:
        print(f"commonground: {_why(error)}", file=sys.stderr)
        return 2
    verdict = verify(data, Expected(receipt, *marks))
    if options.json:
        # In plain letters: what somebody wrote into a file moves no cursor here.
        print(json.dumps(msgspec.to_builtins(_as_data(verdict, words)), indent=2))
    else:
        print("\n".join(told(verdict, words)))
    if options.show and verdict.file is not None:
        print("\n".join(["", *shown(verdict.file, words)]))
    return verdict.status


def _mark(text: str) -> str:
    """Return a mark as it is written, or nothing; raises `ValueError` where it cannot be one."""
    typed = as_typed(text)
    if typed and len(typed.replace("-", "")) != LENGTH:
        raise ValueError(f"mark_mistyped: a mark has {LENGTH} letters and digits.")
    return typed


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return f"cannot_open: {error.filename}: {error.strerror}"
    return str(error)


def _read(path: Path) -> bytes:
    """Return what a file holds, and no more of it than tells that it is too large."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _as_data(verdict: Verdict, words: Words) -> dict[str, Any]:
    file = verdict.file
    return {
        "status": verdict.status,
        "findings": [
            {
                "code": each.code,
                "entries": each.entries,
                "count": each.count,
                "sentence": harm(each, words),
            }
            for each in verdict.findings
        ],
        "confirmed": verdict.confirmed,
        "seal": file.seal.statement if file else None,
        "mark": mark(file.seal) if file else None,
        "key": fingerprint(bytes.fromhex(file.seal.statement.key)) if file else None,
        "withheld": file.copy.statement.withheld if file else (),
    }


def show_key(settings: Settings) -> int:
    """Print the public key with which this site seals, and its mark."""
    where = settings.database
    if isinstance(where, Path) and not where.is_file():  # the key of a new folder seals nothing
        nothing = f"nothing_kept: there is no {where}. Name another folder with --data."
        print(f"commonground: {nothing}", file=sys.stderr)
        return 2
    try:
        key = asyncio.run(_key(settings))
    except Unavailable as error:
        print(f"commonground: {error.code}: the database cannot be used.", file=sys.stderr)
        return 2
    print(f"{key.fingerprint}\n{key.public.hex()}")
    return 0


async def _key(settings: Settings) -> SiteKey:
    async with SqlLog(settings.database) as log:
        return SiteKey(await log.secret("seal"))
