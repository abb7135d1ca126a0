"""A list of statements, as somebody types it or pastes it from elsewhere."""

import pytest

from consensus.items import MOST_STATEMENTS, Item, parse_statements
from consensus.refusal import Code, Refusal
from consensus.text import STATEMENT_LENGTH


def texts(typed: str) -> list[str]:
    return [item.text for item in parse_statements(typed)]


def lines(count: int) -> str:
    return "\n".join(f"Statement number {n}" for n in range(count))


def test_each_line_is_a_statement_with_an_id_of_its_own() -> None:
    assert parse_statements("Trust\nTime\nMoney") == (
        Item("s1", "Trust"),
        Item("s2", "Time"),
        Item("s3", "Money"),
    )


@pytest.mark.parametrize(
    "line",
    [
        "1. Trust",
        "1) Trust",
        "(1) Trust",
        "10: Trust",
        "- Trust",
        "* Trust",
        "• Trust",
        "– Trust",
        "‣\tTrust",
        "  3.   Trust",
        "3.\u00a0Trust",
        "\ufeff1. Trust",  # the mark that some editors put before a file
        "\u200b• Trust",
    ],
)
def test_numbering_and_bullets_are_not_part_of_a_statement(line: str) -> None:
    assert texts(f"{line}\nTime\nMoney")[0] == "Trust"


@pytest.mark.parametrize(
    "line",
    [
        "1.5 hours a week",
        "2024 was better",
        "100. places",
        "-5 degrees",
        "*Trust*",
        "A. Trust",
        "3",
    ],
)
def test_numbers_and_signs_that_belong_to_a_statement_stay(line: str) -> None:
    assert texts(f"{line}\nTime\nMoney")[0] == line


@pytest.mark.parametrize("empty", ["", "   ", "\u202e", "-", "4.", " • ", "\r"])
def test_lines_with_nothing_to_see_do_not_count(empty: str) -> None:
    assert texts(f"Trust\n{empty}\nTime\n{empty}\nMoney\n") == ["Trust", "Time", "Money"]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_fewer_than_three_are_refused(count: int) -> None:
    with pytest.raises(Refusal) as refused:
        parse_statements(lines(count))

    assert refused.value.code is Code.TOO_FEW_STATEMENTS
    assert refused.value.facts == {"count": count, "least": 3}


@pytest.mark.parametrize("count", [3, MOST_STATEMENTS])
def test_three_to_fifty_are_a_list(count: int) -> None:
    assert len(parse_statements(lines(count))) == count


def test_fifty_one_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        parse_statements(lines(51))

    assert refused.value.code is Code.TOO_MANY_STATEMENTS
    assert refused.value.facts == {"count": 51, "most": 50}


def test_a_statement_as_long_as_a_card_is_kept_and_a_longer_one_is_refused() -> None:
    longest = "x" * STATEMENT_LENGTH
    assert texts(f"{longest}\nTime\nMoney")[0] == longest

    with pytest.raises(Refusal) as refused:
        parse_statements(f"Time\n\n{longest}x\nMoney")

    assert refused.value.code is Code.STATEMENT_TOO_LONG
    assert refused.value.facts == {"number": 2, "most": STATEMENT_LENGTH}


@pytest.mark.parametrize("twin", ["Trust", "TRUST", "  trust ", "4. Trust", "Tru\u200bst"])
def test_the_same_words_twice_are_refused(twin: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_statements(f"Trust\nTime\n{twin}\nMoney")

    assert refused.value.code is Code.SAME_STATEMENT_TWICE
    assert refused.value.facts == {"first": 1, "second": 3}


def test_spacing_within_a_statement_does_not_make_it_another() -> None:
    with pytest.raises(Refusal, match=Code.SAME_STATEMENT_TWICE):
        parse_statements("More time\nMore   time\nMoney")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_may_end_as_any_system_ends_them(ending: str) -> None:
    assert texts(ending.join(["Trust", "Time", "Money"])) == ["Trust", "Time", "Money"]
