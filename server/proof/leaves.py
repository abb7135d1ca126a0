"""From a document to the entries that are sealed, and back to what a reader is shown."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from server.exports.document import Document, Part, Written
from server.proof.form import Change, Fact, Head, Heading, Line, Says, Shown, write
from server.proof.tree import leaf

T = TypeVar("T")


def entries(document: Document) -> Iterator[tuple[Says, Written | None]]:
    """Yield everything that a document says, in order, each line with what it was written from."""
    yield Head(_plain(document.language), _plain(document.title), _plain(document.state)), None
    for name, says in document.facts:
        yield Fact(_plain(name), _plain(says)), None
    for part in document.parts:
        yield _heading(part), None
        for line in part.lines:
            yield _line(line), line


def _heading(part: Part) -> Heading:
    columns = tuple(map(_plain, part.columns))
    return Heading(part.id, part.level, _plain(part.heading), columns, _plain(part.empty))


def _line(line: Written) -> Line:
    changes = tuple(
        Change(_plain(each.by), _plain(each.day), tuple(map(_plain, each.was)))
        for each in line.changed
    )
    return Line(line.id, line.label, line.readers, tuple(map(_plain, line.cells)), changes)


def _plain(text: str) -> str:
    """Return a text in which half a character, which no file can hold, is a question mark."""
    return text.encode("utf-8", "replace").decode()


def leaf_of(number: int, shown: Shown) -> bytes:
    """Return the leaf of an entry that can be read."""
    return leaf(number, bytes.fromhex(shown.salt), write(shown.says))


def with_headings(said: Sequence[Says | None], withheld: Mapping[int, T]) -> dict[int, T]:
    """Return what is withheld, and the headings below which nothing else would be left.

    A heading over lines of which none may be read tells what they are about. One that had no lines
    stays: that something was not discussed is no secret of anybody.
    """
    found = dict(withheld)
    below: dict[int, list[int]] = {2: [], 3: []}
    for number in reversed(range(len(said))):
        entry = said[number]
        level = min(max(entry.level, 2), 3) if isinstance(entry, Heading) else 0
        if level == 0:
            if entry is None or isinstance(entry, Line):
                below[2].append(number)
                below[3].append(number)
            continue
        inside = below[level]
        if inside and all(each in found for each in inside):
            found.setdefault(number, found[inside[-1]])
        below[3] = []
        below[2] = [] if level == 2 else [*below[2], number]
    return dict(sorted(found.items()))
