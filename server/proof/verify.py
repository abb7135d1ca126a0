"""Whether a copy of a record is genuine: every harm that can be done to it has a code of its own.

Nothing here trusts what a file says of itself, and a hostile one ends quickly: sizes are bounded
before anything is decoded, and what is decoded has a fixed shape. `client/src/verify/verify.ts`
comes to the same verdicts; `tests/proof/vectors` hold both to it.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Literal

from msgspec import Struct

from server.proof.form import (
    FILE,
    MOST_BYTES,
    RECEIPT,
    File,
    Receipt,
    Seal,
    read_file,
    read_receipt,
    write,
)
from server.proof.keys import as_typed, fingerprint, signed
from server.proof.leaves import leaf_of
from server.proof.seal import mark
from server.proof.tree import root

# More entries than these are counted, not named.
MOST_NAMED = 5

# A receipt has less than a kilobyte.
MOST_RECEIPT_BYTES = 10_000

_END = b',"end":true}'

Unreadable = Literal["too_large", "not_a_record", "newer", "truncated", "damaged"]
Harm = Literal[
    "wrong_count",
    "leaves_changed",
    "entry_changed",
    "seal_forged",
    "copy_of_another",
    "copy_forged",
    "no_ground",
    "not_withheld",
    "receipt_unreadable",
    "receipt_forged",
    "other_room",
    "other_edition",
    "other_seal",
    "other_key",
]
Confirmed = Literal["receipt", "mark", "key"]


class Finding(Struct, frozen=True):
    """One thing that is wrong. `entries` are the numbers, from 1, of the first few concerned."""

    code: Unreadable | Harm
    entries: tuple[int, ...] = ()
    count: int = 0


class Expected(Struct, frozen=True):
    """What somebody was given before, to check a copy against: a receipt file, fingerprints."""

    receipt: bytes | None = None
    mark: str = ""
    key: str = ""


class Verdict(Struct, frozen=True):
    """What there is to say of a file: 0 genuine, 1 not genuine, 2 not readable.

    `confirmed` is by what of that which somebody was given before. Where that is nothing, the file
    is only known to be in agreement with itself.
    """

    status: Literal[0, 1, 2]
    findings: tuple[Finding, ...] = ()
    file: File | None = None
    confirmed: tuple[Confirmed, ...] = ()


NOTHING = Expected()


def verify(data: bytes, expected: Expected = NOTHING) -> Verdict:
    """Say whether a file is a genuine copy, and whether it is the one that was expected."""
    file = _read(data)
    if file is None:
        return Verdict(2, (Finding(_unreadable(data)),))
    compared = list(_compared(file.seal, expected))
    harms = (*_harms(file), *(Finding(each) for each, _ in compared if each is not None))
    if harms:
        return Verdict(1, harms, file)
    return Verdict(0, (), file, tuple(by for _, by in compared))


def _read(data: bytes) -> File | None:
    """Return what a file holds, if it is a record, letter by letter."""
    try:
        found = read_file(data) if len(data) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        return None
    return found if found is not None and write(found) == data else None


def _unreadable(data: bytes) -> Unreadable:
    begins = f'{{"format":"{FILE}","version":'.encode()
    if len(data) > MOST_BYTES:
        return "too_large"
    if not data.startswith(begins):
        cut = data and begins.startswith(data)
        return "truncated" if cut else "not_a_record"
    version = data[len(begins) :].split(b",", 1)[0][:10]
    if version.isdigit() and version != b"1":
        return "newer"
    return "damaged" if data.endswith(_END) else "truncated"


# --- the file in itself -----------------------------------------------------------------------


def _harms(file: File) -> Iterator[Finding]:
    statement = file.seal.statement
    if not _signed(file.seal.signature, statement.key, statement):
        yield Finding("seal_forged")
    yield from _harms_of_entries(file)
    copying = file.copy.statement
    if copying.seal != sha256(write(statement)).hexdigest():
        yield Finding("copy_of_another")
    if not _signed(file.copy.signature, statement.key, copying):
        yield Finding("copy_forged")
    yield from _harms_of_withholding(file)


def _harms_of_entries(file: File) -> Iterator[Finding]:
    statement = file.seal.statement
    if not len(file.leaves) == len(file.entries) == statement.entries:
        yield Finding("wrong_count", count=len(file.entries))
    leaves = [bytes.fromhex(each) for each in file.leaves]
    if root(leaves).hex() != statement.root:
        yield Finding("leaves_changed")
    changed = [
        number
        for number, (entry, leaf) in enumerate(zip(file.entries, leaves, strict=False))
        if entry is not None and leaf_of(number, entry) != leaf
    ]
    if changed:
        yield _about("entry_changed", changed)


def _harms_of_withholding(file: File) -> Iterator[Finding]:
    copying = file.copy.statement
    explained = {ground for ground, _ in copying.grounds}
    listed = {each.entry for each in copying.withheld if each.ground in explained}
    hidden = {number for number, entry in enumerate(file.entries) if entry is None}
    if hidden - listed:
        yield _about("no_ground", sorted(hidden - listed))
    shown = {each.entry for each in copying.withheld} - hidden
    if shown:
        yield _about("not_withheld", sorted(shown))


def _signed(signature: str, key: str, statement: Struct) -> bool:
    return signed(bytes.fromhex(key), bytes.fromhex(signature), write(statement))


def _about(code: Harm, numbers: Sequence[int]) -> Finding:
    return Finding(code, tuple(number + 1 for number in numbers[:MOST_NAMED]), len(numbers))


# --- the file against what was given before ---------------------------------------------------


def _compared(seal: Seal, expected: Expected) -> Iterator[tuple[Harm | None, Confirmed]]:
    if expected.receipt is not None:
        yield _against_receipt(seal, expected.receipt), "receipt"
    if expected.mark:
        other = as_typed(expected.mark) != mark(seal)
        yield "other_seal" if other else None, "mark"
    if expected.key:
        other = as_typed(expected.key) != fingerprint(bytes.fromhex(seal.statement.key))
        yield "other_key" if other else None, "key"


def _against_receipt(seal: Seal, data: bytes) -> Harm | None:
    kept = _receipt(data)
    if kept is None:
        return "receipt_unreadable"
    mine, theirs = kept.seal.statement, seal.statement
    if not _signed(kept.seal.signature, mine.key, mine):
        return "receipt_forged"
    if mine.key != theirs.key:
        return "other_key"
    if mine.room != theirs.room:
        return "other_room"
    if mine.edition != theirs.edition:
        return "other_edition"
    return None if mine == theirs else "other_seal"


def _receipt(data: bytes) -> Receipt | None:
    """Return what a receipt holds, if it is one, letter by letter."""
    if len(data) > MOST_RECEIPT_BYTES or not data.startswith(f'{{"format":"{RECEIPT}"'.encode()):
        return None
    try:
        found = read_receipt(data)
    except (ValueError, RecursionError):
        return None
    return found if write(found) == data else None
