"""A page to print, and a file that stands alone: no scripts, and what was typed is text."""

import re

import pytest

from server.exports import html
from server.exports.document import Document
from server.exports.laid_out import laid_out, safe
from tests.server.exports.made import COLUMNS, NASTY, WORDS, document, nasty
from tests.server.parsed import Page

TAGS = {
    *("html", "head", "meta", "title", "style", "link", "body", "main"),
    *("h1", "h2", "h3", "div", "p", "dl", "dt", "dd", "ul", "li", "span", "bdi"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def written(made: Document, *, alone: bool = True) -> str:
    return html.write(laid_out(made, WORDS), WORDS, "build", alone=alone).decode()


def test_as_a_file_it_needs_nothing_else() -> None:
    page = Page(written(document()))

    assert page.all("style")
    assert not page.all("link")
    assert not [a for _, a in page.elements if {"src", "href", "style"} & a.keys()]


def test_as_a_page_of_the_site_it_keeps_to_the_policy() -> None:
    page = Page(written(document(), alone=False))

    assert not page.all("style")
    assert not page.all("script")
    assert not [attrs for _, attrs in page.elements if "style" in attrs]
    assert page.all("link", rel="stylesheet", href="/static/app/record-print.css?v=build")


def test_it_has_headings_a_list_a_table_with_a_head_and_a_language() -> None:
    page = Page(written(document()))
    tags = [tag for tag, _ in page.elements]

    assert page.all("html", lang="en", dir="ltr")
    assert [tag for tag in tags if re.fullmatch(r"h\d", tag)] == ["h1", "h2", "h2", "h3"]
    assert len(page.all("th", scope="col")) == len(COLUMNS)
    assert tags.count("li") == 3
    assert page.title == "Planning for the summer"


def test_a_table_says_what_it_is_of() -> None:
    made = html.write(laid_out(document(), WORDS), WORDS, "x", alone=True).decode()

    assert '<table aria-label="Who was there">' in made


def test_labels_readers_changes_and_what_was_not_discussed_are_said() -> None:
    said = Page(written(document())).text

    assert "Ana finds it too early. Opinion, for professionals Changed by Kit on 3 May" in said
    assert "Each line here: Fact, for everybody" in said
    assert "Fears Not discussed" in said


@pytest.mark.parametrize("alone", [True, False])
def test_words_that_attack_stay_words(alone: bool) -> None:
    source = written(nasty(), alone=alone)
    page = Page(source)

    assert {tag for tag, _ in page.elements} <= TAGS
    assert not [a for _, attrs in page.elements for a in attrs if a.startswith("on")]
    for typed in NASTY:
        assert " ".join(safe(typed).split()) in page.text
