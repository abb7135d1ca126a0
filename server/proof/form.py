"""What a sealed record is made of, and its one encoding.

A file has exactly one right form, byte for byte: JSON without spaces, fields in the order in which
they stand here, characters as themselves wherever JSON allows it. That is what msgspec writes, and
`JSON.stringify` in a browser. Nothing in it is a fraction or has keys of its own choosing, because
there the two would differ. Whoever reads a file writes it again and compares the bytes.
"""

from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct

VERSION: Final = 1
FILE: Final = "commonground-record"
RECEIPT: Final = "commonground-receipt"

FILE_TYPE = "application/vnd.commonground.record+json"
RECEIPT_TYPE = "application/vnd.commonground.receipt+json"

# The largest record that was measured, a thousand people's, has 3.4 MB and 8,000 entries.
MOST_BYTES = 32_000_000
MOST_ENTRIES = 100_000

# The `$` of Python would let a line end pass.
Hash = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Salt = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
Signature = Annotated[str, Meta(pattern=r"^[0-9a-f]{128}\Z")]
Ground = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_-]{0,39}\Z")]
Count = Annotated[int, Meta(ge=0, le=2**53 - 1)]

# --- what is sealed ---------------------------------------------------------------------------


class Head(Struct, frozen=True, tag="head", forbid_unknown_fields=True):
    """What the record is called, in which language it is, and what it says of itself."""

    language: str
    title: str
    state: str


class Fact(Struct, frozen=True, tag="fact", forbid_unknown_fields=True):
    """One line of the head: when, what for, about whom."""

    name: str
    says: str


class Heading(Struct, frozen=True, tag="section", forbid_unknown_fields=True):
    """The heading of a section. `empty` is what the section says where nothing follows."""

    id: str
    level: Count
    heading: str
    columns: tuple[str, ...]
    empty: str


class Change(Struct, frozen=True, forbid_unknown_fields=True):
    """That a line was changed by hand: by whom, on which day, and what it said until then."""

    by: str
    day: str
    was: tuple[str, ...]


class Line(Struct, frozen=True, tag="line", forbid_unknown_fields=True):
    """One line of the section whose heading stands before it."""

    id: str
    label: str
    readers: str
    cells: tuple[str, ...]
    changes: tuple[Change, ...]


Says = Head | Fact | Heading | Line


class Shown(Struct, frozen=True, forbid_unknown_fields=True):
    """An entry that can be read, with the salt without which its leaf says nothing."""

    salt: Salt
    says: Says


# Where an entry is withheld, nothing stands: its leaf is with the others.
Entry = Shown | None

# --- what is signed ---------------------------------------------------------------------------


class Statement(Struct, frozen=True, forbid_unknown_fields=True):
    """What the seal says of an edition: how many entries it has, and the root over all of them.

    `at` is when it was sealed (ms), `before` the root of the edition before or "", and `key` the
    public key of the site that seals.
    """

    format: Literal["commonground-seal"]
    version: Literal[1]
    room: str
    edition: Count
    entries: Count
    root: Hash
    at: Count
    before: Annotated[str, Meta(pattern=r"^([0-9a-f]{64})?\Z")]
    key: Hash


class Seal(Struct, frozen=True, forbid_unknown_fields=True):
    """A statement about an edition, signed."""

    statement: Statement
    signature: Signature


class Withheld(Struct, frozen=True, forbid_unknown_fields=True):
    """An entry that a copy leaves out, by its number from 0: on which ground, and what is said
    `instead` of it, if anything is.
    """

    entry: Count
    ground: Ground
    instead: str


class Copying(Struct, frozen=True, forbid_unknown_fields=True):
    """What a copy says of itself: of which `seal` (its hash) it is, and when it was `made` (ms).

    `withheld` is all that it leaves out, and `grounds` says in a sentence what each ground means.
    """

    format: Literal["commonground-copy"]
    version: Literal[1]
    seal: Hash
    made: Count
    withheld: tuple[Withheld, ...]
    grounds: tuple[tuple[Ground, str], ...]


class Copy(Struct, frozen=True, forbid_unknown_fields=True):
    """What a copy says of itself, signed by the same key as the seal."""

    statement: Copying
    signature: Signature


# --- the files --------------------------------------------------------------------------------

Leaves = Annotated[tuple[Hash, ...], Meta(max_length=MOST_ENTRIES)]
Entries = Annotated[tuple[Entry, ...], Meta(max_length=MOST_ENTRIES)]


class File(Struct, frozen=True, forbid_unknown_fields=True):
    """A copy of a sealed record. `end` is there to be missed when the rest of a file is gone."""

    format: Literal["commonground-record"]
    version: Literal[1]
    seal: Seal
    copy: Copy
    leaves: Leaves
    entries: Entries
    end: Literal[True]


class Receipt(Struct, frozen=True, forbid_unknown_fields=True):
    """A seal alone: small enough to be kept anywhere, and any copy can be checked against it."""

    format: Literal["commonground-receipt"]
    version: Literal[1]
    seal: Seal


_encoder = msgspec.json.Encoder()
_files = msgspec.json.Decoder(File)
_receipts = msgspec.json.Decoder(Receipt)


def write(value: Struct) -> bytes:
    """Return the one encoding; raises `UnicodeEncodeError` for text that is no Unicode."""
    return _encoder.encode(value)


def read_file(data: bytes) -> File:
    """Return what a file holds, whether true or not; raises `ValueError` where it is no record."""
    return _files.decode(data)


def read_receipt(data: bytes) -> Receipt:
    """Return what a receipt holds, whether true or not; raises `ValueError` where it is none."""
    return _receipts.decode(data)
