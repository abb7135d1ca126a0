"""A document laid out for reading: the same head, tables, lists and notes in every kind of file.

What a line is and who may read it is said once where a whole section is alike, else at each line.
"""

from collections.abc import Iterator

from msgspec import Struct

from server.exports.document import Changed, Document, Part, Written
from server.words import Words

# Between the cells of a line that stands in no table.
BETWEEN = " · "


class Row(Struct, frozen=True):
    """A row of a table, or one line in one cell. `tag` is empty where the section says it.

    `notes` say what was changed by hand, and what stood there until then.
    """

    id: str
    cells: tuple[str, ...]
    tag: str
    notes: tuple[str, ...]


class Block(Struct, frozen=True):
    """A section: a table where it has `columns`, a list where it has none, or `plain` paragraphs.

    `alike` says what each line is, where all are alike. `empty` is said where there are no rows.
    """

    id: str
    level: int
    heading: str
    alike: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    empty: str
    plain: bool = False


class Layout(Struct, frozen=True):
    """A whole document. `head` are sentences about this copy, `facts` a name and a value each."""

    language: str
    right_to_left: bool
    title: str
    head: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]


def laid_out(document: Document, words: Words) -> Layout:
    """Return a document as it is to be read, with no character that a file cannot hold.

    Where every line is for everybody, as in the family's copy, no line says so again.
    """
    everybody = all(line.readers == "all" for part in document.parts for line in part.lines)
    return Layout(
        language=document.language,
        right_to_left=words.say("direction") == "rtl",
        title=safe(document.title),
        head=tuple(safe(line) for line in head(document, words)),
        facts=tuple((safe(name), safe(value)) for name, value in document.facts),
        blocks=tuple(_block(part, words, everybody) for part in document.parts),
    )


def head(document: Document, words: Words) -> Iterator[str]:
    """Yield what stands at the top of every file: its state, for whom it is, and the seal."""
    yield document.state
    if document.copy_for:
        yield document.copy_for
    if document.fingerprint:
        yield words.say("exports-fingerprint", fingerprint=document.fingerprint)


def tag(line: Written, words: Words, everybody: bool) -> str:
    """Return what a line is and who may read it, as "Opinion, for professionals"."""
    if line.aside:
        return ""
    label = words.say("exports-label", label=line.label)
    return (
        label if everybody else words.say("exports-tag", label=label, readers=readers(line, words))
    )


def readers(line: Written, words: Words) -> str:
    """Return who may read a line."""
    return words.say("exports-readers", readers=line.readers)


def notes(line: Written, words: Words) -> tuple[str, ...]:
    """Return what was done to a line by hand, in a sentence or two each."""
    return tuple(_note(each, words) for each in line.changed)


def _note(change: Changed, words: Words) -> str:
    by = change.by or words.say("person-gone")
    said = words.say("exports-changed", by=by, day=change.day, was=_joined(change.was))
    if not change.since:
        return said
    return f"{said} {words.say('exports-since', says=_joined(change.since))}"


def _joined(cells: tuple[str, ...]) -> str:
    return BETWEEN.join(cell for cell in cells if cell)


def safe(text: str) -> str:
    """Return text that every kind of file can hold: no controls, and no overrides of direction.

    Typed text holds none of these; what a program put into a template or a name might.
    """
    if text.isascii() and text.isprintable():  # nearly all of it, and much the quickest
        return text
    plain = text.replace("\r\n", "\n").translate(_PLAIN)
    return "".join("\ufffd" if _unfit(c) else c for c in plain)


_PLAIN = {ord("\t"): " ", ord("\r"): "\n", 0x2028: "\n", 0x2029: "\n"}
_OVERRIDES = {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def _unfit(c: str) -> bool:
    code = ord(c)
    control = (code < 0x20 and c != "\n") or 0x7F <= code < 0xA0
    surrogate = 0xD800 <= code < 0xE000
    no_character = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code < 0xFDF0
    return control or surrogate or no_character or c in _OVERRIDES


def _block(part: Part, words: Words, everybody: bool) -> Block:
    tags = [tag(line, words, everybody) for line in part.lines]
    alike = tags[0] if len(set(tags)) == 1 else ""
    columns = tuple(safe(column) for column in part.columns) if part.lines else ()
    if columns and not alike and any(tags):
        columns = (*columns, words.say("exports-kind"))
    return Block(
        id=part.id,
        level=part.level,
        heading=safe(part.heading),
        alike=words.say("exports-all-alike", tag=alike) if alike else "",
        columns=columns,
        rows=tuple(
            Row(
                id=line.id,
                cells=_cells(part, line),
                tag="" if alike else said,
                notes=tuple(safe(note) for note in notes(line, words)),
            )
            for line, said in zip(part.lines, tags, strict=True)
        ),
        empty=safe(part.empty),
    )


def _cells(part: Part, line: Written) -> tuple[str, ...]:
    """Return one cell for each column, or one for a line that stands in no table."""
    cells, width = tuple(safe(cell) for cell in line.cells), len(part.columns)
    if not width:
        return (_joined(cells),)
    cells = (*cells[: width - 1], _joined(cells[width - 1 :]))
    return cells + ("",) * (width - len(cells))
