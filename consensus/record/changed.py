"""What was changed by hand, laid over the lines of a record; what a line said stays beside it."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from consensus.record.labels import THE_FAMILYS, LineId, Readers
from consensus.record.lines import Cell, Change, Line, Section
from consensus.roomwide.wording import (
    Event,
    Relabelled,
    Restored,
    Reworded,
    Standing,
    wrong_readers,
)


def laid_over(
    sections: Iterable[Section], done: Mapping[LineId, Iterable[Event]]
) -> tuple[Section, ...]:
    """Return sections with what was done by hand to their lines, for each line in its order."""
    return tuple(_section(section, done) for section in sections)


def _section(section: Section, done: Mapping[LineId, Iterable[Event]]) -> Section:
    if done.keys().isdisjoint(line.id for line in section.lines):
        return section
    lines = tuple(changed(line, done.get(line.id, ())) for line in section.lines)
    return replace(section, lines=lines)


def changed(line: Line, done: Iterable[Event]) -> Line:
    """Return a line after what was done to it by hand, the first thing first.

    Nobody puts another's own words in other words, or shows them to more people than they knew of.
    Where a group said something else after its words were put in others, the record says that: a
    rewording holds only while what its writer saw still stands there. In a sentence of the
    catalogue those are the words that it quotes; of one that quotes none the rewording stays, and
    what the sentence would say by now is kept beneath what its writer saw.
    """
    found = line
    for event in done:
        after = _after(line, found, event)
        if after is not None and _said(after) != _said(found):
            was, beneath = _before(found.cells, event)
            change = Change(event.by, event.at, was, found.label, found.readers, beneath)
            found = replace(after, changes=(*found.changes, change))
    return found


def _before(cells: tuple[Cell, ...], event: Event) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """Return what was there, and what would be there now where those are not the same words."""
    if not isinstance(event, Reworded) or isinstance(cells[event.cell], str):
        return cells, ()
    return (*cells[: event.cell], event.was, *cells[event.cell + 1 :]), cells


def _said(line: Line) -> tuple[object, ...]:
    return line.cells, line.label, line.readers


def standing(line: Line) -> Standing:
    """Return what has to be known of a line to say who may change it, and how."""
    return Standing(
        typed=tuple(cell if isinstance(cell, str) else None for cell in line.cells),
        quoted=tuple(map(_quoted, line.cells)),
        label=line.label,
        readers=line.readers,
        most=_most(line),
        least=line.least,
        whose=line.whose,
        changed=bool(line.changes),
    )


def _quoted(cell: Cell) -> str:
    """Return the words of a cell that somebody typed, alone or in a sentence of the catalogue."""
    words = cell if isinstance(cell, str) else cell.facts.get("words", "")
    return words if isinstance(words, str) else ""


def _most(line: Line) -> Readers:
    """Return to how many people others may show a line: those it was said to, as far as whoever
    said it did not take that back.
    """
    first, *later = (*(change.readers for change in line.changes), line.readers)
    chosen = (
        readers
        for change, readers in zip(line.changes, later, strict=True)
        if change.by == line.whose
    )
    return [first, *chosen][-1]


def _after(first: Line, line: Line, event: Event) -> Line | None:
    """Return a line after one event; nothing where it may not, or can no longer, be so."""
    match event:
        case Reworded():
            theirs = line.whose not in {"", THE_FAMILYS, event.by}
            return None if theirs or not _holds(line.cells, event) else _reworded(line, event)
        case Relabelled():
            if wrong_readers(standing(line), event.by, event.readers) is not None:
                return None
            return replace(line, label=event.label, readers=event.readers)
        case Restored():
            back = {"label": first.label, "readers": first.readers}
            return replace(line, cells=first.cells, **back)


def _holds(cells: tuple[Cell, ...], event: Reworded) -> bool:
    if not 0 <= event.cell < len(cells):
        return False
    cell = cells[event.cell]
    if isinstance(cell, str):
        return cell == event.was
    erased = not event.was and not event.words
    return _quoted(cell) in event.was and not erased


def _reworded(line: Line, event: Reworded) -> Line:
    before, after = line.cells[: event.cell], line.cells[event.cell + 1 :]
    return replace(line, cells=(*before, event.words, *after))
