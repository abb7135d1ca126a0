"""A layout as a PDF that a screen reader can read (PDF/UA-1), set by typst as a template says."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from server.exports import faces
from server.exports.laid_out import Block, Layout, Row
from server.words import Words

RECORD = Path(__file__).with_name("record.typ")
SHEET = Path(__file__).with_name("sheet.typ")
TYPESET = Path(__file__).with_name("typeset.py")

# The record of a thousand people takes two seconds; whatever takes this long (seconds) never ends.
LONGEST = 120

# A column is as wide as what it holds, between these bounds (letters).
NARROWEST, WIDEST = 8, 60


class _Sized(Block, frozen=True):
    """A block with how wide each of its columns is, relative to the others."""

    widths: tuple[int, ...] = ()


class _Said(Layout, frozen=True):
    """What the template is given."""

    pages: tuple[str, str, str] = ("", "", "")
    families: tuple[str, ...] = ()
    goes_over: str = ""
    paper: str = "a4"
    at_most: int = 1


def write(
    layout: Layout, words: Words, template: Path = RECORD, paper: str = "a4", at_most: int = 1
) -> bytes:
    """Return a layout as a PDF.

    A `template` that looks for its size takes that with which it stays on so many pages `at_most`.

    What no face at hand can draw is marked, and the head says so. Whatever anybody typed gives a
    file: where it still holds something that PDF/UA forbids, the file is tagged but claims nothing.
    Blocks until a process of its own has set it.
    """
    found = faces.drawn(_texts(layout))
    if not found.whole:
        told = words.say("exports-not-drawn", mark=faces.MARK)
        layout = replace(layout, head=(*layout.head, told))
        found = faces.drawn(_texts(layout))
    said = _said(_put(layout, iter(found.texts)), found.families, words)
    said = replace(said, paper=paper, at_most=at_most)
    done = subprocess.run(
        [sys.executable, "-I", TYPESET, template, faces.FOLDER],
        input=msgspec.json.encode(said),
        capture_output=True,
        check=True,
        timeout=LONGEST,
    )
    return done.stdout


def _texts(layout: Layout) -> Iterator[str]:
    """Yield every text of a layout, in the order in which `_put` takes them again."""
    yield layout.title
    yield from layout.head
    for fact in layout.facts:
        yield from fact
    for block in layout.blocks:
        yield from (block.heading, block.alike, block.empty, *block.columns)
        for row in block.rows:
            yield from (*row.cells, row.tag, *row.notes)


def _put(layout: Layout, texts: Iterator[str]) -> Layout:
    """Return the layout with other texts in place of its own."""
    return replace(
        layout,
        title=next(texts),
        head=_as_many(layout.head, texts),
        facts=tuple((next(texts), next(texts)) for _ in layout.facts),
        blocks=tuple(_put_block(block, texts) for block in layout.blocks),
    )


def _put_block(block: Block, texts: Iterator[str]) -> Block:
    return replace(
        block,
        heading=next(texts),
        alike=next(texts),
        empty=next(texts),
        columns=_as_many(block.columns, texts),
        rows=tuple(_put_row(row, texts) for row in block.rows),
    )


def _put_row(row: Row, texts: Iterator[str]) -> Row:
    cells, tag = _as_many(row.cells, texts), next(texts)
    return replace(row, cells=cells, tag=tag, notes=_as_many(row.notes, texts))


def _as_many(of: tuple[str, ...], texts: Iterator[str]) -> tuple[str, ...]:
    return tuple(next(texts) for _ in of)


def _said(layout: Layout, families: tuple[str, ...], words: Words) -> _Said:
    number = words.say("exports-page", page="\0", pages="\0").split("\0")
    before, between, after = number if len(number) == 3 else ("", "/", "")
    return _Said(
        **{name: getattr(layout, name) for name in Layout.__struct_fields__ if name != "blocks"},
        blocks=tuple(_sized(block) for block in layout.blocks),
        pages=(before, between, after),
        families=families,
        goes_over=words.say("exports-goes-over"),
    )


def _sized(block: Block) -> _Sized:
    fields = {name: getattr(block, name) for name in Block.__struct_fields__}
    return _Sized(**fields, widths=tuple(_widths(block)))


def _widths(block: Block) -> Iterator[int]:
    for at, column in enumerate(block.columns):
        cells = [row.cells[at] if at < len(row.cells) else row.tag for row in block.rows]
        usual = sum(map(len, cells)) // len(cells)
        yield max(NARROWEST, len(column), min(usual, WIDEST))
