"""A layout as a Word document: real headings, tables and lists that people can go on working on."""

import io
from copy import deepcopy
from datetime import UTC, datetime

import docx
from docx.document import Document as Docx
from docx.oxml.table import CT_Row
from docx.table import Table
from docx.text.paragraph import Paragraph

from server.exports import word_styles as styles
from server.exports.laid_out import Block, Layout
from server.words import Words


def write(layout: Layout, words: Words, at: int) -> bytes:
    """Return a layout as a Word document made at a time (ms)."""
    made = docx.Document()
    _describe(made, layout, at)
    styles.dress(made, layout, words)
    made.add_heading(layout.title, 1)
    for sentence in layout.head:
        made.add_paragraph(sentence, style=styles.HEAD)
    for name, value in layout.facts:
        fact = made.add_paragraph()
        fact.add_run(f"{name}: ").bold = True
        fact.add_run(value)
    for block in layout.blocks:
        _write(made, block)
    if layout.blocks and layout.blocks[-1].columns:
        made.add_paragraph()  # Word wants one after a table that ends a document
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _describe(made: Docx, layout: Layout, at: int) -> None:
    about = made.core_properties
    about.title = layout.title[:255]
    about.language = layout.language
    about.author = about.comments = about.keywords = ""
    about.created = about.modified = datetime.fromtimestamp(at / 1000, UTC)


def _write(made: Docx, block: Block) -> None:
    made.add_heading(block.heading, block.level)
    if not block.rows and block.empty:
        made.add_paragraph(block.empty)
    elif block.alike:
        made.add_paragraph(block.alike, style=styles.SMALL)
    if block.rows and block.columns:
        _table(made, block)
        return
    for row in block.rows:
        item = made.add_paragraph(row.cells[0], style=None if block.plain else styles.LIST)
        if row.tag:
            item.add_run(f"  ({row.tag})", style=styles.TAG)
        for note in row.notes:
            made.add_paragraph(note, style=styles.NOTE)


def _table(made: Docx, block: Block) -> None:
    """Write a table with a header row that comes again on every page.

    Its rows are copies of a pattern, put in as XML: asked for one by one, python-docx looks the
    whole table up again for each cell.
    """
    table = made.add_table(rows=3, cols=len(block.columns), style=styles.TABLE)
    styles.as_header(table.rows[0])
    for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
        cell.paragraphs[0].add_run(column)
    styles.unbroken(table.rows[1])
    table.rows[2].cells[0].merge(table.rows[2].cells[-1])
    plain, across = table.rows[1]._tr, table.rows[2]._tr
    for row in block.rows:
        cells = (*row.cells, row.tag) if len(block.columns) > len(row.cells) else row.cells
        plain.addprevious(_filled(plain, cells, table))
        for note in row.notes:
            plain.addprevious(_filled(across, (note,), table, styles.NOTE))
    table._tbl.remove(plain)
    table._tbl.remove(across)


def _filled(pattern: CT_Row, cells: tuple[str, ...], table: Table, style: str = "") -> CT_Row:
    made: CT_Row = deepcopy(pattern)
    for cell, said in zip(made.tc_lst, cells, strict=True):
        paragraph = Paragraph(cell.p_lst[0], table)
        paragraph.add_run(said)
        if style:
            paragraph.style = style
    return made
