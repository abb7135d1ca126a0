"""A layout as Markdown that anybody can read as it is. What people typed stays text when shown."""

import re
from collections.abc import Iterator

from server.exports.laid_out import Block, Layout, Row

# Whatever Markdown, its tables, its mathematics or the HTML in it may read as a sign wherever it
# stands; what becomes a link, or a drawing, by itself; and what only a line can begin with.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&$^@])")
_LINKS = re.compile(r"(?i)(:(?=//|[\w+-]+:)|(?<=www)\.)")
_BEGINS = re.compile(r"^(\d*)([-+=.:)])")

# At the start of a line, blanks would make it code, and in the middle two ends of a line.
_BLANKS = re.compile(r"[ \t\u00a0]+")


def write(layout: Layout) -> bytes:
    """Return a layout as Markdown in UTF-8."""
    return "\n".join(_lines(layout)).encode()


def _lines(layout: Layout) -> Iterator[str]:
    yield f"# {text(layout.title)}"
    for sentence in layout.head:
        yield f"\n> {text(sentence)}"
    if layout.facts:
        yield ""
    for name, value in layout.facts:
        yield f"- **{text(name)}**: {text(value)}"
    for block in layout.blocks:
        yield from _block(block)
    yield ""


def _block(block: Block) -> Iterator[str]:
    yield f"\n{'#' * block.level} {text(block.heading)}\n"
    if not block.rows:
        yield f"*{text(block.empty)}*" if block.empty else ""
        return
    if block.alike:
        yield f"*{text(block.alike)}*\n"
    if block.columns:
        yield from _table(block)
    else:
        yield from (_item(row, block.plain) for row in block.rows)


def _table(block: Block) -> Iterator[str]:
    yield _across(text(column) for column in block.columns)
    yield _across("---" for _ in block.columns)
    for row in block.rows:
        cells = [text(cell, "<br>") for cell in row.cells]
        cells[-1] = "<br>".join((cells[-1], *(f"*{text(note, '<br>')}*" for note in row.notes)))
        if len(block.columns) > len(cells):
            cells.append(text(row.tag))
        yield _across(cells)


def _across(cells: Iterator[str] | list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _item(row: Row, plain: bool) -> str:
    said = text(row.cells[0], "\\\n" if plain else "\\\n  ")
    tag = f" (*{text(row.tag)}*)" if row.tag else ""
    notes = "".join(f"\\\n  *{text(note)}*" for note in row.notes)
    return f"{said}{tag}{notes}\n" if plain else f"- {said}{tag}{notes}"


def text(typed: str, line_end: str = " ") -> str:
    """Return typed text so that it reads as it was typed, and as nothing else."""
    lines = (_BLANKS.sub(" ", line).strip() for line in typed.split("\n"))
    return line_end.join(_plain(line) for line in lines if line)


def _plain(line: str) -> str:
    signs = _LINKS.sub(r"\\\1", _SIGNS.sub(r"\\\1", line))
    return _BEGINS.sub(r"\1\\\2", signs)
