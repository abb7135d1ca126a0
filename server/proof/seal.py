"""Sealing a document, and giving copies of what was sealed, whole or with entries withheld."""

import secrets
from collections.abc import Mapping
from hashlib import sha256

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from consensus.people import MemberId
from consensus.record.lines import LineId
from server.exports.document import Document
from server.proof.form import (
    FILE,
    RECEIPT,
    VERSION,
    Copy,
    Copying,
    Entry,
    File,
    Ground,
    Line,
    Receipt,
    Seal,
    Shown,
    Statement,
    Withheld,
    write,
)
from server.proof.keys import SiteKey, fingerprint
from server.proof.leaves import entries, leaf_of, with_headings
from server.proof.tree import root

SALT_BYTES = 16


class Aside(Struct, frozen=True):
    """What is known of an entry beside what it says: whose words it is in, and about whom it is."""

    whose: MemberId = ""
    about: tuple[MemberId, ...] = ()


class Why(Struct, frozen=True):
    """On which ground an entry is withheld, and what is said `instead` of it, if anything is."""

    ground: Ground
    instead: str = ""


class Kept(Struct, frozen=True):
    """An edition as the site keeps it, with the salts of everything.

    `changes` counts the changes to the record that it takes in. `gone` are entries that no copy has
    any more, each on a ground: their words were erased here too.
    """

    seal: Seal
    leaves: tuple[str, ...]
    entries: tuple[Entry, ...]
    asides: tuple[Aside, ...]
    changes: int = 0
    gone: tuple[tuple[int, Why], ...] = ()


class Place(Struct, frozen=True):
    """Which edition of which room is sealed at what time (ms), and the root of the one before."""

    room: str
    edition: int
    at: int
    before: str = ""


def seal(document: Document, place: Place, key: SiteKey, changes: int = 0) -> Kept:
    """Seal a document. Each time is different, because the salts are drawn anew."""
    said, asides = [], []
    for says, line in entries(document):
        said.append(Shown(secrets.token_hex(SALT_BYTES), says))
        asides.append(Aside(line.whose, line.about) if line else Aside())
    leaves = [leaf_of(number, shown) for number, shown in enumerate(said)]
    statement = Statement(
        format="commonground-seal",
        version=VERSION,
        room=place.room,
        edition=place.edition,
        entries=len(said),
        root=root(leaves).hex(),
        at=place.at,
        before=place.before,
        key=key.public.hex(),
    )
    return Kept(
        seal=Seal(statement, key.sign(write(statement)).hex()),
        leaves=tuple(leaf.hex() for leaf in leaves),
        entries=tuple(said),
        asides=tuple(asides),
        changes=changes,
    )


def withhold(kept: Kept, lines: Mapping[LineId, Why]) -> dict[int, Why]:
    """Return what a copy without these lines leaves out: entries by number, each on its ground.

    A heading goes with its lines when none of them is left, on the ground of the first.
    """
    by_number = dict(kept.gone)
    for number, entry in enumerate(kept.entries):
        if entry is not None and isinstance(entry.says, Line) and entry.says.id in lines:
            by_number[number] = lines[entry.says.id]
    return with_headings([entry.says if entry else None for entry in kept.entries], by_number)


def copy(
    kept: Kept,
    withheld: Mapping[int, Why],
    sentences: Mapping[Ground, str],
    made: int,
    key: SiteKey,
) -> bytes:
    """Return a copy file, made at a time (ms), without the entries that are `withheld`.

    `sentences` say what each ground means; raises `KeyError` where one is missing.
    """
    left_out = {**withheld, **dict(kept.gone)}
    grounds = sorted({why.ground for why in left_out.values()})
    statement = Copying(
        format="commonground-copy",
        version=VERSION,
        seal=sha256(write(kept.seal.statement)).hexdigest(),
        made=made,
        withheld=tuple(
            Withheld(number, why.ground, why.instead) for number, why in in_order(left_out)
        ),
        grounds=tuple((ground, sentences[ground]) for ground in grounds),
    )
    entries_left = (None if n in left_out else entry for n, entry in enumerate(kept.entries))
    return write(
        File(
            format=FILE,
            version=VERSION,
            seal=kept.seal,
            copy=Copy(statement, key.sign(write(statement)).hex()),
            leaves=kept.leaves,
            entries=tuple(entries_left),
            end=True,
        )
    )


def in_order(withheld: Mapping[int, Why]) -> list[tuple[int, Why]]:
    """Return what is withheld, by number."""
    return [(number, withheld[number]) for number in sorted(withheld)]


def without(kept: Kept, withheld: Mapping[int, Why]) -> Kept:
    """Return an edition whose entries are erased for good, with their salts and what is aside.

    Every copy of it still verifies, because the leaves stay.
    """
    return replace(
        kept,
        entries=tuple(None if n in withheld else entry for n, entry in enumerate(kept.entries)),
        asides=tuple(Aside() if n in withheld else aside for n, aside in enumerate(kept.asides)),
        gone=tuple(in_order({**withheld, **dict(kept.gone)})),
    )


def receipt(kept: Kept) -> bytes:
    """Return the receipt file of an edition."""
    return write(Receipt(format=RECEIPT, version=VERSION, seal=kept.seal))


def mark(sealed: Seal) -> str:
    """Return the fingerprint of a seal, which stands for room, edition, time, key and root."""
    return fingerprint(write(sealed.statement))


_kept = msgspec.json.Decoder(Kept)


def store(kept: Kept) -> bytes:
    """Return an edition as it is kept in the database."""
    return msgspec.json.encode(kept)


def restore(stored: bytes) -> Kept:
    """Return an edition from what was kept of it."""
    return _kept.decode(stored)
