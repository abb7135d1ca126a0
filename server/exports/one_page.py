"""With which print a form stays on one A4 page as HTML, where no program can try and measure."""

from math import ceil

from server.exports.laid_out import Block

# Print sizes (pt), the largest first; below the last, tired eyes give up.
SIZES = (11, 10, 9, 8.5)

# The paper inside its margins, in pt, and how wide a letter and how high a line are for their size:
# those of Verdana, the widest of the faces that the page may be shown in, with a bit for lines that
# end early.
WIDTH, HEIGHT = 505, 757
LETTER, LINE = 0.58, 1.3

# What stands over the fields, and the room that each of them takes beside its lines (in lines).
HEAD, APART = 5.5, 0.6


def print_size(sheet: Block) -> float | None:
    """Return the largest print with which a sheet stays on one page, or nothing."""
    return next((size for size in SIZES if _lines(sheet, size) * size * LINE <= HEIGHT), None)


def _lines(sheet: Block, size: float) -> float:
    across = WIDTH / (size * LETTER)
    texts = (line for row in sheet.rows for cell in row.cells for line in cell.split("\n"))
    return HEAD + APART * len(sheet.rows) + sum(max(1, ceil(len(text) / across)) for text in texts)
