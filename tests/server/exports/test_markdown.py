"""Markdown shows what was typed, letter for letter, whoever reads it."""

import re

import pytest
from markdown_it import MarkdownIt

from server.exports import markdown
from server.exports.document import Document, Part
from server.exports.laid_out import laid_out, safe
from tests.server.exports.made import COLUMNS, NASTY, WORDS, document, line, nasty
from tests.server.parsed import Page

# As GitHub reads it, and with HTML let through, which is the worst that a reader can do.
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

# What we ourselves put in.
OURS = {"h1", "h2", "h3", "p", "blockquote", "ul", "li", "em", "strong", "br"}
TABLE = {"table", "thead", "tbody", "tr", "th", "td"}


def written(made: Document) -> str:
    return markdown.write(laid_out(made, WORDS)).decode()


def shown(made: Document) -> Page:
    return Page(READER.render(written(made)))


def words(text: str) -> str:
    return " ".join(safe(text).split())


def test_headings_lists_and_tables_are_what_they_are() -> None:
    page = shown(document())

    assert [tag for tag, _ in page.elements if re.fullmatch(r"h\d", tag)] == [
        "h1",
        "h2",
        "h2",
        "h3",
    ]
    assert len(page.all("li")) == 1 + 3
    assert len(page.all("th")) == len(COLUMNS)
    assert len(page.all("td")) == 2 * len(COLUMNS)


def test_labels_readers_changes_and_what_was_not_discussed_are_said() -> None:
    said = shown(document()).text

    assert "Ana finds it too early. ( Opinion, for professionals )" in said
    assert "Changed by Kit on 3 May 2027. Until then: “It is early”" in said
    assert "Fears Not discussed" in said
    assert "Minutes so far. This copy is for professionals." in said


@pytest.mark.parametrize("typed", NASTY)
def test_typed_words_are_shown_as_they_are_in_a_heading_a_list_and_a_table(typed: str) -> None:
    row = line("t.1", typed, typed, "end")
    made = document(
        Part("h", 2, typed, (), (line("l.1", typed),), ""), Part("t", 2, "T", COLUMNS, (row,), "")
    )

    page = shown(made)

    assert {tag for tag, _ in page.elements} <= OURS | TABLE
    assert page.text.count(words(typed)) >= 4
    assert len(page.all("td")) == len(COLUMNS)


def test_words_that_attack_everywhere_at_once_leave_only_our_own_signs() -> None:
    page = shown(nasty())

    assert {tag for tag, _ in page.elements} <= OURS | TABLE
    assert not [attrs for _, attrs in page.elements if attrs]


@pytest.mark.parametrize("typed", ["https://example.org", "www.example.org", "kit@example.org"])
def test_nothing_typed_becomes_a_link_by_itself(typed: str) -> None:
    assert typed not in markdown.text(typed)
    assert READER.renderInline(markdown.text(typed)) == typed


def test_plain_words_stay_readable_as_they_are() -> None:
    assert markdown.text("We meet at 14:00 (in the hall), e.g. on 3.5.") == (
        "We meet at 14:00 (in the hall), e.g. on 3.5."
    )
