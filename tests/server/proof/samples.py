"""Records to seal in tests: what people write, and what a hostile hand does to a file."""

from collections.abc import Callable
from hashlib import sha256
from random import Random

import msgspec
from msgspec.structs import replace

from server.exports.document import Changed, Document, Part, Written
from server.proof.form import (
    Copy,
    Copying,
    File,
    Line,
    Seal,
    Shown,
    Statement,
    Withheld,
    read_file,
    write,
)
from server.proof.keys import SiteKey
from server.proof.leaves import leaf_of
from server.proof.seal import Kept, Place, Why, copy, seal, withhold
from server.proof.tree import root

KEY, OTHER_KEY = SiteKey(bytes(range(32))), SiteKey(bytes(range(1, 33)))
GROUNDS = {"readers": "not for this reader", "in_confidence": "given in confidence"}

# What two encoders of JSON might write differently.
ODD_WORDS = (
    "plain words",
    "",
    '"quoted" \\ and / <b>&amp;</b>',
    "a tab\tand\nlines\r\nand \b\f\x00\x1f\x7f",
    "\u2028 and \u2029, é, ﷽, 👩‍👧 and \U0010ffff",
    "__proto__",
    "90071992547409931234567890",
    "constructor",
)


def line(section: int, number: int, readers: str = "all", words: str = "") -> Written:
    """Return a line of a record, in words of its own."""
    said = words or ODD_WORDS[(section + number) % len(ODD_WORDS)]
    changed = (Changed("Robin", "2 May 2026", ("as it was",)),) if number == 2 else ()
    return Written(
        id=f"part{section}.{number}",
        label="fact",
        readers=readers,  # type: ignore[arg-type]  # one of the three
        cells=(said, f"{section}.{number}"),
        whose="ana" if number == 1 else "",
        about=("ben",),
        changed=changed,
    )


def document(parts: int = 3, lines: int = 6) -> Document:
    """Return a record with a few sections, one of them empty."""
    readers = ("all", "professionals", "restricted")
    made = tuple(
        Part(
            id=f"part{section}",
            level=2 if section % 3 < 2 else 3,
            heading=f"Section {section}",
            columns=("What", "Where"),
            lines=tuple(line(section, n, readers[n % 3]) for n in range(lines)),
            empty="Not discussed",
        )
        for section in range(parts)
    )
    empty = Part("none", 2, "Nothing here", (), (), "Not discussed")
    return Document("en", "A meeting", "Closed.", (("Date", "1 May 2026"),), (*made, empty))


def kept(edition: int = 1, room: str = "room1", key: SiteKey = KEY, lines: int = 6) -> Kept:
    """Return a sealed edition."""
    return seal(document(lines=lines), Place(room, edition, 1_777_000_000_000), key)


def whole(sealed: Kept, key: SiteKey = KEY) -> bytes:
    """Return a whole copy."""
    return copy(sealed, {}, {}, 1_777_000_100_000, key)


def redacted(sealed: Kept) -> bytes:
    """Return a copy without what is not for everyone."""
    found = (entry.says for entry in sealed.entries if entry)
    hidden = {x.id: Why("readers") for x in found if isinstance(x, Line) and x.readers != "all"}
    return copy(sealed, withhold(sealed, hidden), GROUNDS, 1_777_000_100_000, KEY)


# --- harm -------------------------------------------------------------------------------------

Harm = Callable[[Random, bytes], bytes]


def flip(dice: Random, data: bytes) -> bytes:
    """Change one byte: mostly into another that could stand there."""
    at = dice.randrange(len(data))
    new = dice.choice((data[at] ^ 1 << dice.randrange(8), dice.choice(b'abc019"{}[],: \n'), 0x30))
    return data[:at] + bytes([new]) + data[at + 1 :]


def drop(dice: Random, data: bytes) -> bytes:
    """Leave a few bytes out."""
    at, length = dice.randrange(len(data)), dice.choice((1, 1, 2, 40))
    return data[:at] + data[at + length :]


def insert(dice: Random, data: bytes) -> bytes:
    """Put something in."""
    at = dice.randrange(len(data) + 1)
    return (
        data[:at]
        + dice.choice((b" ", b"\n", b"0", b"null,", b'"x":1,', b"\xef\xbb\xbf"))
        + data[at:]
    )


def cut(dice: Random, data: bytes) -> bytes:
    """Cut the tail off."""
    return data[: dice.randrange(len(data))]


def _entries(change: Callable[[Random, list[Shown | None]], object]) -> Harm:
    def harm(dice: Random, data: bytes) -> bytes:
        file = read_file(data)
        entries = list(file.entries)
        change(dice, entries)
        return write(replace(file, entries=tuple(entries)))

    return harm


def _swap(dice: Random, entries: list[Shown | None]) -> None:
    a, b = dice.sample(range(len(entries)), 2)
    entries[a], entries[b] = entries[b], entries[a]


def _swap_salts(dice: Random, entries: list[Shown | None]) -> None:
    a, b = dice.sample([n for n, entry in enumerate(entries) if entry], 2)
    one, other = entries[a], entries[b]
    assert one
    assert other
    entries[a], entries[b] = replace(one, salt=other.salt), replace(other, salt=one.salt)


def _made_up(dice: Random, entries: list[Shown | None]) -> None:
    at = dice.randrange(len(entries))
    entries[at] = Shown("ab" * 16, Line("part1.1", "fact", "all", ("made up",), ()))


def _hide(dice: Random, entries: list[Shown | None]) -> None:
    entries[dice.choice([n for n, entry in enumerate(entries) if entry])] = None


def _take_out(dice: Random, entries: list[Shown | None]) -> None:
    del entries[dice.randrange(len(entries))]


def _twice(dice: Random, entries: list[Shown | None]) -> None:
    at = dice.randrange(len(entries))
    entries.insert(at, entries[at])


def take_out_well(dice: Random, data: bytes) -> bytes:
    """Take an entry out with its leaf, and say that there were fewer."""
    file = read_file(data)
    at = dice.randrange(len(file.entries))
    return _resealed(
        replace(
            file,
            leaves=(*file.leaves[:at], *file.leaves[at + 1 :]),
            entries=(*file.entries[:at], *file.entries[at + 1 :]),
        )
    )


def other_words(dice: Random, data: bytes) -> bytes:
    """Put other words into a line, and work out its leaf and the root anew, without the key."""
    file = read_file(data)
    entries, leaves = list(file.entries), list(file.leaves)
    at = dice.choice([n for n, x in enumerate(entries) if x and isinstance(x.says, Line)])
    before = entries[at]
    assert before
    assert isinstance(before.says, Line)
    changed = replace(before, says=replace(before.says, cells=("other words",)))
    entries[at], leaves[at] = changed, leaf_of(at, changed).hex()
    made = replace(file, entries=tuple(entries), leaves=tuple(leaves))
    return _resealed(made) if dice.random() < 0.7 else write(made)


def _resealed(file: File) -> bytes:
    """Return a file whose statement fits its leaves, under the old signature."""
    leaves = [bytes.fromhex(each) for each in file.leaves]
    statement = replace(file.seal.statement, entries=len(leaves), root=root(leaves).hex())
    return write(replace(file, seal=replace(file.seal, statement=statement)))


def other_statement(dice: Random, data: bytes) -> bytes:
    """Say something else about the edition, under the old signature."""
    file = read_file(data)
    before = file.seal.statement
    statement = dice.choice(
        (
            replace(before, edition=before.edition + 1),
            replace(before, at=before.at + 1),
            replace(before, room="another"),
            replace(before, entries=before.entries + dice.choice((-1, 1))),
            replace(before, before="0" * 64),
        )
    )
    return write(replace(file, seal=replace(file.seal, statement=statement)))


def other_grounds(dice: Random, data: bytes) -> bytes:
    """Say something else about what is withheld, under the old signature."""
    file = read_file(data)
    before = file.copy.statement
    statement = dice.choice(
        (
            replace(before, withheld=before.withheld[1:]),
            replace(before, withheld=(*before.withheld, Withheld(0, "readers", ""))),
            replace(before, withheld=tuple(replace(x, ground="other") for x in before.withheld)),
            replace(before, withheld=tuple(replace(x, instead="x") for x in before.withheld)),
            replace(before, grounds=()),
            replace(before, grounds=tuple((name, "because") for name, _ in before.grounds)),
            replace(before, made=before.made + 1),
        )
    )
    return write(replace(file, copy=replace(file.copy, statement=statement)))


def splice(dice: Random, data: bytes) -> bytes:
    """Put a part of another edition of the same record in."""
    file, other = read_file(data), read_file(redacted(kept(edition=2)))
    return write(
        dice.choice(
            (
                replace(file, entries=(*file.entries[:9], *other.entries[9:])),
                replace(file, leaves=other.leaves, entries=other.entries),
                replace(file, seal=other.seal),
                replace(file, copy=other.copy),
                replace(file, leaves=(*file.leaves[:9], *other.leaves[9:])),
            )
        )
    )


HARMS: tuple[Harm, ...] = (
    *[flip] * 4,
    drop,
    insert,
    cut,
    *map(_entries, (_swap, _swap_salts, _made_up, _hide, _take_out, _twice)),
    take_out_well,
    other_words,
    other_statement,
    other_grounds,
    splice,
)


def signed_anew(data: bytes, key: SiteKey = OTHER_KEY) -> bytes:
    """Return a whole file that somebody with another key made up: it agrees with itself."""
    file = read_file(data)
    statement = replace(file.seal.statement, key=key.public.hex())
    copying: Copying = replace(file.copy.statement, seal=_hash(statement))
    return write(
        replace(
            file,
            seal=Seal(statement, key.sign(write(statement)).hex()),
            copy=Copy(copying, key.sign(write(copying)).hex()),
        )
    )


def _hash(statement: Statement) -> str:
    return sha256(write(statement)).hexdigest()


def fields(data: bytes) -> dict[str, object]:
    """Return a file as plain data, to be written as somebody else would."""
    found: dict[str, object] = msgspec.json.decode(data)
    return found
