"""The comparison sheet says what the figures say, in words, and names nobody."""

import pytest
from msgspec.structs import replace

from server.exports.hall import data_of
from server.exports.laid_out import Layout
from server.takeaways.comparison import comparison, letter
from server.words import FALLBACK, Words
from tests.server.exports.test_hall import PEOPLE, floor

WORDS = Words(FALLBACK)


def text(layout: Layout) -> str:
    """Return all that stands on a sheet."""
    said = [layout.title, *layout.head, *(value for fact in layout.facts for value in fact)]
    for block in layout.blocks:
        said += [block.heading, block.alike, *block.columns, block.empty]
        said += [cell for row in block.rows for cell in row.cells]
    return "\n".join(said)


@pytest.mark.parametrize(("at", "called"), [(0, "A"), (25, "Z"), (26, "AA"), (52, "BA")])
def test_a_statement_has_the_letter_that_it_has_on_the_screens(at: int, called: str) -> None:
    assert letter(at) == called


def test_a_sheet_has_every_table_and_statement_and_the_verdict() -> None:
    sheet = comparison(data_of(floor()), "3 May 2027", WORDS)
    blocks = {block.id: block for block in sheet.blocks}

    assert [row.cells[0] for row in blocks["tables"].rows] == ["1", "2"]
    assert [row.cells[0] for row in blocks["statements"].rows] == list("ABCD")
    verdicts = ("differ", "no_more_than_chance", "too_few_to_tell")
    said = [WORDS.say(f"tables-verdict-{verdict}") in text(sheet) for verdict in verdicts]
    assert said.count(True) == 1
    assert "mirror" not in blocks


def test_nobody_is_named_and_hostile_names_are_only_text() -> None:
    data = data_of(floor())
    named = replace(data, title="\u202e<b>x</b>", tables=(replace(data.tables[0], name="<i>"),))
    said = text(comparison(named, "3 May 2027", WORDS))

    assert "\u202e" not in said
    assert "1 <i>" in said
    assert not [name for name in PEOPLE if name.capitalize() in said.split()]


def test_an_empty_hall_has_a_sheet_too() -> None:
    data = replace(data_of(floor()), lists=(), figures={}, tables=())

    assert WORDS.say("tables-too-few") in text(comparison(data, "3 May 2027", WORDS))
