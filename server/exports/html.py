"""A layout as HTML: a page of this site to print from, or a file that stands alone."""

from functools import cache

from markupsafe import Markup

from server.exports.laid_out import Layout
from server.exports.one_page import print_size
from server.pages import write as page
from server.services import STATIC
from server.words import Words


def write(
    layout: Layout,
    words: Words,
    build: str,
    *,
    alone: bool,
    ways: tuple[tuple[str, str], ...] = (),
) -> bytes:
    """Return a layout as HTML without scripts. Where it is `alone`, its style is inside it.

    `ways` lead on from a page of this site, and are not printed: an address and its words each.
    """
    style = _style() if alone else Markup()
    return page("record-print.html", words, build, layout=layout, style=style, ways=ways).encode()


def forms(
    layout: Layout, words: Words, build: str, ways: tuple[tuple[str, str], ...] = ()
) -> bytes:
    """Return the sheets of a form as a page of this site, each on one A4 page if it can be."""
    sized = [(sheet, print_size(sheet)) for sheet in layout.blocks]
    return page("form-print.html", words, build, layout=layout, sheets=sized, ways=ways).encode()


@cache
def _style() -> Markup:
    """Return the style of a record; no letter of it means anything in HTML."""
    return Markup((STATIC / "app" / "record-print.css").read_text(encoding="utf-8"))
