"""The lines of a record as a table (CSV): one line each, for Excel and its like.

The file is UTF-8 with a byte order mark, without which Excel misreads every name with an accent.
"""

import csv
import io
from collections.abc import Iterator

from server.exports.document import Document, Part, Written
from server.exports.laid_out import head, notes, readers, safe
from server.words import Words

# What makes a spreadsheet run a cell, also written wide; and what it skips before looking.
_RUNS = "=+-@|%\uff1d\uff0b\uff0d\uff20\uff5c\u2212\ufe62\ufe63\ufe66\ufe6b"
_SKIPPED = " \n\u00a0\u3000\ufeff\u200b\u200c\u200d'"


def write(document: Document, words: Words) -> bytes:
    """Return every line of a document as a row: section, id, what it is, readers, and its cells.

    The first rows say what is said at the head of the record.
    """
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([inert(cell) for cell in row] for row in _rows(document, words))
    return file.getvalue().encode("utf-8-sig")


def inert(text: str) -> str:
    """Return text that no spreadsheet takes for something to work out."""
    kept = safe(text)
    first = kept.lstrip(_SKIPPED)[:1]
    return f"'{kept}" if kept.startswith("\n") or (first and first in _RUNS) else kept


def _rows(document: Document, words: Words) -> Iterator[list[str]]:
    cells = max((len(line.cells) for part in document.parts for line in part.lines), default=1)
    yield [
        words.say("exports-csv-section"),
        words.say("exports-csv-line"),
        words.say("exports-csv-label"),
        words.say("exports-csv-readers"),
        words.say("exports-csv-changed"),
        *(words.say("exports-csv-cell", number=number) for number in range(1, cells + 1)),
    ]
    about = words.say("exports-about")
    facts = [(document.title,), *((said,) for said in head(document, words)), *document.facts]
    for fact in facts:
        yield [about, "", "", "", "", *_filled(fact, cells)]
    for part in document.parts:
        yield from _part(part, cells, words)


def _part(part: Part, cells: int, words: Words) -> Iterator[list[str]]:
    if not part.lines:
        yield [part.heading, "", "", "", "", *_filled((part.empty,), cells)]
        return
    if part.columns:
        yield [part.heading, "", "", "", "", *_filled(part.columns, cells)]
    for line in part.lines:
        yield [part.heading, *_said_of(line, words), *_filled(line.cells, cells)]


def _said_of(line: Written, words: Words) -> tuple[str, str, str, str]:
    if line.aside:
        return line.id, "", "", ""
    changed = " ".join(notes(line, words))
    label = words.say("exports-label", label=line.label)
    return line.id, label, readers(line, words), changed


def _filled(found: tuple[str, ...], cells: int) -> tuple[str, ...]:
    return found + ("",) * (cells - len(found))
