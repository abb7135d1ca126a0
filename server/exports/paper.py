"""Files for paper, PDF and Word: what makes them is large, and comes with the first one."""

from pathlib import Path
from typing import Literal

from server.exports.laid_out import Layout
from server.words import Words

Kind = Literal["pdf", "docx"]


def write(kind: Kind, layout: Layout, words: Words, at: int) -> bytes:
    """Return a layout as a kind of file, made at a time (ms). Blocks until it is made."""
    if kind == "docx":
        from server.exports import word  # only here: most servers run for days without one

        return word.write(layout, words, at)
    from server.exports import pdf

    return pdf.write(layout, words)


def sheets(layout: Layout, words: Words) -> bytes:
    """Return the sheets of a form as a PDF, each on one page. Blocks until it is made."""
    from server.exports import pdf

    return pdf.write(layout, words, pdf.SHEET)


def compact(layout: Layout, words: Words, template: Path, size: str, pages: int) -> bytes:
    """Return a layout as a PDF on paper of a size, on so many pages if it can be; blocks."""
    from server.exports import pdf

    return pdf.write(layout, words, template, size, pages)
