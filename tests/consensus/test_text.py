"""What people type is made safe to show, and never changed in meaning."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.refusal import Code, Refusal
from consensus.text import NOTE_LENGTH, one_line, optional, paragraphs, required

WALES = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"


@pytest.mark.parametrize(
    "text",
    [
        "Ana",
        "Siân",
        "O’Neill-Ó Súilleabháin",
        "دانيال",
        "יעל בן־דוד",
        "می‌خواهم",  # Persian spells with a zero-width non-joiner
        "李小龍",
        "Zoë ❤️",
        "👩‍👩‍👧 family",  # one emoji out of three, held together by joiners
        "🇬🇧 🇮🇪",
        f"{WALES} Cymru {WALES}{WALES}",
        "+44 (0)1",
    ],
)
def test_names_of_every_script_and_emoji_stay_as_they_are(text: str) -> None:
    assert one_line(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ana  ", "Ana"),
        ("Ana\tof\r\nHealth", "Ana of Health"),
        ("Ana \u00a0\u2003 Lee", "Ana Lee"),
        ("Ana\u2028Lee", "Ana Lee"),
        ("Sia\u0302n", "Siân"),
        ("\ufeffAna", "Ana"),
        ("A\u200bna", "Ana"),
        ("Ana \u200b Lee", "Ana Lee"),
        ("\u202eAna\u202c", "Ana"),
        ("\u2067יעל\u2069", "יעל"),
        ("Ana\x00\x1b[31m", "Ana[31m"),
        ("Ana\ud800", "Ana"),
        ("Ana\u200d", "Ana"),
        ("Sia\u200e\u0302n", "Siân"),  # a hidden mark between a letter and its accent
        ("Ana\U000e0061\U000e0062", "Ana"),  # hidden letters that belong to no flag
    ],
)
def test_what_hides_or_reorders_text_is_taken_out(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        " \t\n\u00a0\u3000",
        "\u202e\u202c\u2066\u2069",
        "\u200e \u200f",
        "\u200b\ufeff",
        "\u200c\u200d",
        "\u0301",
        "\u3164",
        "\u2800\u2800",
    ],
)
def test_a_text_with_nothing_to_see_is_empty(typed: str) -> None:
    assert one_line(typed) == ""


@given(st.text())
def test_a_line_that_was_cleaned_is_clean(typed: str) -> None:
    line = one_line(typed)

    assert one_line(line) == line
    assert line == unicodedata.normalize("NFC", line)
    assert "  " not in line
    assert len(line.splitlines()) <= 1


def test_a_required_text_comes_back_clean() -> None:
    assert required("  Ana ", 3, Code.NAME_EMPTY, Code.NAME_TOO_LONG) == "Ana"


@pytest.mark.parametrize("typed", ["", "   ", "\u202e"])
def test_a_required_text_with_nothing_to_see_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        required(typed, 3, Code.NAME_EMPTY, Code.NAME_TOO_LONG)

    assert refused.value.code is Code.NAME_EMPTY


def test_a_text_that_is_too_long_is_refused_with_both_lengths() -> None:
    with pytest.raises(Refusal) as refused:
        required("Anna", 3, Code.NAME_EMPTY, Code.NAME_TOO_LONG)

    assert refused.value.code is Code.NAME_TOO_LONG
    assert refused.value.facts == {"most": 3, "length": 4}


def test_what_is_taken_out_does_not_count_towards_the_length() -> None:
    assert required("  A\u200bna\u200b  ", 3, Code.NAME_EMPTY, Code.NAME_TOO_LONG) == "Ana"


@pytest.mark.parametrize("typed", ["", "  ", "\u202e"])
def test_an_optional_text_may_be_empty(typed: str) -> None:
    assert optional(typed) == ""


def test_an_optional_text_may_not_be_too_long() -> None:
    assert len(optional("x" * NOTE_LENGTH)) == NOTE_LENGTH
    with pytest.raises(Refusal) as refused:
        optional("x" * (NOTE_LENGTH + 1))

    assert refused.value.code is Code.TEXT_TOO_LONG


# --- several lines ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("We will meet.\nOn Friday.", "We will meet.\nOn Friday."),
        ("We will meet.\r\nOn Friday.", "We will meet.\nOn Friday."),
        ("one\n\ntwo", "one\n\ntwo"),
        ("one\n\n\n \n\ntwo", "one\n\ntwo"),
        ("\n\n  one  \n\n", "one"),
        ("one \u202e\n\u200b", "one"),
        ("one\u2029two", "one\ntwo"),
        ("", ""),
        (" \n\t\n", ""),
    ],
)
def test_line_breaks_stay_in_a_text_and_nothing_hidden_does(typed: str, kept: str) -> None:
    assert paragraphs(typed, 100) == kept


@given(st.text())
def test_a_text_that_is_clean_stays_as_it_is(typed: str) -> None:
    once = paragraphs(typed, 10_000)

    assert paragraphs(once, 10_000) == once


def test_a_text_that_is_too_long_is_refused_with_its_length() -> None:
    with pytest.raises(Refusal) as refused:
        paragraphs("four\nfour\n", 8)

    assert refused.value.code is Code.TEXT_TOO_LONG
    assert refused.value.facts == {"most": 8, "length": 9}
