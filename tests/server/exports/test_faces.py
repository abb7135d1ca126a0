"""What a face can draw is drawn; what none can is marked, and long words break."""

import pytest

from server.exports.faces import FAMILIES, FOLDER, LONGEST_WORD, MARK, drawn


@pytest.mark.parametrize(
    "text",
    [
        "Siân Ŵyn, Łódź, Ümlaut",
        "محمد علی اردو",
        "יעל בן־דוד",
        "Ελένη, Олена",
        "अनिता, রহিমা, ਹਰਪ੍ਰੀਤ",
        "می‌خواهم",
        "👩‍👩‍👧 👍🏽 🇬🇧 ❤️",
        "→ ✓ ½ € “…”",
        "one\ntwo",
        "",
    ],
)
def test_the_scripts_of_people_here_are_drawn_as_they_are(text: str) -> None:
    found = drawn([text])

    assert found.texts == (text,)
    assert found.whole


def test_what_no_face_has_is_marked_and_told() -> None:
    found = drawn(["a\u0378b", "plain"])

    assert found.texts == (f"a{MARK}b", "plain")
    assert not found.whole


def test_an_accent_that_no_face_has_with_its_letter_is_marked_beside_it() -> None:
    found = drawn(["ع\u0941"])  # an Arabic letter with a vowel sign of Hindi

    assert found.texts == (f"ع{MARK}",)


def test_a_long_word_may_be_broken_but_never_between_a_letter_and_its_accents() -> None:
    [text] = drawn(["e\u0301" * 60]).texts

    assert text.replace("\u200b", "") == "e\u0301" * 60
    assert max(map(len, text.split("\u200b"))) <= LONGEST_WORD
    assert not any(part.startswith("\u0301") for part in text.split("\u200b"))


def test_our_own_faces_come_first_and_lie_where_the_build_puts_them() -> None:
    assert drawn(["a"]).families == FAMILIES
    assert (FOLDER / "LICENSE").exists()
