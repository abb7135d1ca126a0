"""A name is found in what somebody typed, however its letters are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.disclosure.naming import EVERYDAY, Names, Phrases, proper

PEOPLE = {
    "kit": "Kit Brown",
    "zoe": "Zoë Łuczak",
    "osh": "Dana O’Shaughnessy",
    "mei": "Mei-Ling Zhang",
    "wang": "王小明",
    "neha": "नेहा शर्मा",
    "ludo": "Ludo van der Berg",
    "will": "Will Adeyemi",
}
NAMES = Names(PEOPLE.items())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("kit said so", "kit"),
        ("We asked KIT.", "kit"),
        ("It was Kit’s idea", "kit"),
        ("It was kits idea", "kit"),
        ("The Browns' house", "kit"),
        ("K. B. rang", "kit"),
        ("K.B. rang", "kit"),
        ("Ask K. B", "kit"),
        ("zoe wrote", "zoe"),
        ("Mr LUCZAK wrote", "zoe"),
        ("Zoe\u0308 wrote", "zoe"),
        ("Zo\u00adë wrote", "zoe"),
        ("OShaughnessys are here", "osh"),
        ("o'shaughnessy's view", "osh"),
        ("Meiling and I", "mei"),
        ("mei ling and I", "mei"),
        ("Mei‑Ling and I", "mei"),
        ("我和王小明說過", "wang"),
        ("नेहा ने कहा", "neha"),
        ("Mrs Berg rang", "ludo"),
        ("(Kit)", "kit"),
        ("Kit/Zoë", "zoe"),
        ("kit_home", "kit"),
        ("Kit2", "kit"),
    ],
)
def test_a_name_is_found_whatever_it_looks_like(text: str, who: str) -> None:
    assert NAMES.inside(text).get(who) is True


@pytest.mark.parametrize(
    "text",
    ["A kitten came", "We drove the van", "The browser broke", "SC and KB agreed", "K B", ""],
)
def test_other_words_are_no_names(text: str) -> None:
    assert NAMES.inside(text) == {}


def test_an_everyday_word_in_small_letters_is_only_perhaps_a_name() -> None:
    assert NAMES.inside("they will come") == {"will": False}
    assert NAMES.inside("they said Will came") == {"will": True}
    assert NAMES.inside("will adeyemi came") == {"will": True}


letters = st.text(st.characters(categories=("Lu", "Ll", "Lo")), min_size=2, max_size=12)


@given(letters, letters, st.sampled_from(["{}", "so {}, then", "{}’s", "“{}”", "x-{}-y", "1{}2"]))
def test_every_name_is_found_in_every_sentence(first: str, last: str, sentence: str) -> None:
    names = Names([("who", f"{first} {last}")])

    for form in (first, first.upper(), first.lower(), last, f"{first} {last}"):
        assert "who" in names.inside(sentence.format(form))


@given(st.text(max_size=40), st.text(max_size=80))
def test_odd_names_and_odd_texts_break_nothing(name: str, text: str) -> None:
    Names([("who", name)]).inside(text)
    list(Phrases([name]).inside(text))


def test_a_phrase_is_found_whole_and_with_its_endings() -> None:
    phrases = Phrases(["harm", "safe address", "???"])

    assert list(phrases.inside("It harmed her")) == ["harm"]
    assert list(phrases.inside("A Safe\u00a0Address")) == ["safe address"]
    assert list(phrases.inside("in harmony, safe at an address")) == []


def test_the_name_in_a_description_is_what_has_a_capital_and_is_no_part_of_a_family() -> None:
    assert proper("Uncle Joe from next door") == "Joe"
    assert proper("School nurse") == ""


def test_everyday_words_are_written_as_they_are_looked_for() -> None:
    assert all(word == word.casefold() and word.isalpha() for word in EVERYDAY)
