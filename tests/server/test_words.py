"""Every sentence is there, in every language, with the facts that its refusal carries."""

import re

import pytest

from consensus.refusal import Code, Refusal
from server.words import FALLBACK, LONGEST_FACT, OF_ONE_PAGE, Words, choose, languages

# What a refusal may mention; each sentence picks what it needs.
FACTS: dict[str, str | int] = {
    "most": 60,
    "least": 3,
    "count": 2,
    "length": 6,
    "number": 4,
    "first": 1,
    "second": 2,
    "place": 3,
    "day": 9,
    "month": 3,
    "year": "2027",
    "name": "Kit",
    "title": "Rank",
    "other": "Choose",
    "agency": "Health",
    "low": 0,
    "high": 10,
    "reason": "has no lanes",
    "line": 12,
    "notice": "recording",
    "rules": "plain",
}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("code", list(Code))
def test_every_refusal_has_one_plain_sentence(language: str, code: Code) -> None:
    sentence = Words(language).sentence(Refusal(code, **FACTS))

    assert sentence[0].isupper() or sentence[0].isdigit() or sentence[0] == "“"
    assert sentence.endswith((".", "?"))
    assert len(sentence) < 140


def test_every_refusal_gives_its_sentence_the_facts_it_mentions() -> None:
    """A sentence that mentions a fact which no refusal of its code carries would show a gap."""
    source = Words(FALLBACK).source
    mentioned = {
        code: set(re.findall(r"\{ \$(\w+)", _message(source, f"refusal-{code}"))) for code in Code
    }

    assert all(facts <= FACTS.keys() for facts in mentioned.values())


def _message(source: str, message_id: str) -> str:
    found = re.search(rf"^{message_id} =(.*?)(?=^\S)", source + "\nend", re.MULTILINE | re.DOTALL)
    assert found, message_id
    return found[1]


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [("cy-GB,en;q=0.8", "cy"), ("fr", "en"), ("", "en"), ("en-US", "en"), ("*;;q=,,", "en")],
)
def test_the_first_language_that_there_is_gets_chosen(accepted: str, chosen: str) -> None:
    assert choose(accepted, ["en", "cy"]) == chosen


def test_what_one_page_says_is_sent_with_that_page_alone() -> None:
    words = Words(FALLBACK)

    for page in OF_ONE_PAGE:
        said = words.of_page(page) or ""
        assert re.search(r"^[a-z]\w*-\S+ =", said, re.MULTILINE), page
        assert said not in words.for_browsers
    assert words.of_page("room") is None


def test_a_message_that_is_not_there_is_a_bug() -> None:
    with pytest.raises(KeyError):
        Words(FALLBACK).say("no-such-message")


def test_words_that_are_too_long_for_the_library_are_said_all_the_same() -> None:
    long, odd = "x" * 20_000, "\ue000\ue001"

    said = Words(FALLBACK).say("record-no", who=odd, words=long)

    assert said == f"{odd} says no: “{long}”"


def test_a_refusal_that_names_something_very_long_stays_a_sentence() -> None:
    said = Words(FALLBACK).sentence(Refusal(Code.NAME_TAKEN, name="x" * 5_000))

    assert f"{'x' * LONGEST_FACT}…" in said
    assert len(said) < LONGEST_FACT + 200
