"""A sealed edition as whoever decides looks at it: piece by piece, under its headings."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from consensus.disclosure.third_parties import Asker, Looked, People, Proposal, propose
from consensus.record.labels import NARROWEST_FIRST, LineId, Readers
from server.proof.form import Fact, Head, Heading, Line, Says
from server.proof.seal import Kept

_READERS: dict[str, Readers] = {readers: readers for readers in NARROWEST_FIRST}


class Piece(Struct, frozen=True):
    """One thing to be given or withheld: a line, or what stands above lines.

    `number` is its place in the edition. `cells` are what it says and `was` what it said before
    somebody changed it. A `line` has a label and readers; whatever else is here was found to hold
    a name or the like.
    """

    number: int
    id: LineId
    cells: tuple[str, ...]
    was: tuple[str, ...] = ()
    label: str = ""
    readers: str = ""
    proposal: Proposal = Proposal("", None)


class Section(Struct, frozen=True):
    """A heading, counted from 0, and the pieces below it."""

    number: int
    level: int
    heading: str
    pieces: tuple[Piece, ...]


def sections(kept: Kept, asker: Asker, people: People) -> tuple[Section, ...]:
    """Return everything there is to decide about, with what is proposed.

    A title, a fact or a heading is decided about only where something was found in it.
    """
    looked = list(_looked(kept))
    proposals = propose((look for _, look in looked), asker, people)
    pieces = [
        replace(piece, proposal=proposal)
        for (piece, _), proposal in zip(looked, proposals, strict=True)
        if piece.label or proposal.clues
    ]
    return tuple(_grouped(kept, pieces))


def piece_id(number: int, says: Says) -> LineId:
    """Return by which id a piece of an edition is decided about and written down."""
    match says:
        case Head():
            return "head"
        case Fact():
            return f"head.{number}"
        case Heading():
            return f"heading.{says.id}"
        case Line():
            return says.id


def _looked(kept: Kept) -> Iterator[tuple[Piece, Looked]]:
    section = "head"
    for number, (entry, aside) in enumerate(zip(kept.entries, kept.asides, strict=True)):
        if entry is None:
            continue
        says = entry.says
        section = says.id if isinstance(says, Heading) else section
        piece = _piece(number, says)
        whole = (*piece.cells, *piece.was)
        readers = _READERS.get(piece.readers, "restricted") if piece.readers else "all"
        yield piece, Looked(piece.id, section, readers, whole, aside.whose, aside.about)


def _piece(number: int, says: Says) -> Piece:
    name = piece_id(number, says)
    match says:
        case Head():
            return Piece(number, name, (says.title,))
        case Fact():
            return Piece(number, name, (says.name, says.says))
        case Heading():
            return Piece(number, name, (says.heading, *says.columns))
        case Line():
            was = tuple(cell for change in says.changes for cell in (change.by, *change.was))
            return Piece(number, name, says.cells, was, says.label, says.readers)


def _grouped(kept: Kept, pieces: Iterable[Piece]) -> Iterator[Section]:
    """Yield the sections that have pieces; what stands before the first heading is number 0."""
    by_number = {piece.number: piece for piece in pieces}
    now, inside = Section(0, 2, "", ()), list[Piece]()
    for number, entry in enumerate(kept.entries):
        if entry is not None and isinstance(entry.says, Heading):
            if inside:
                yield replace(now, pieces=tuple(inside))
            now, inside = Section(number, entry.says.level, entry.says.heading, ()), []
        if number in by_number:
            inside.append(by_number[number])
    if inside:
        yield replace(now, pieces=tuple(inside))
