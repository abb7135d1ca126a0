"""Sealing, copies and receipts: what is in them, and what never is."""

import pytest

from server.proof.form import Line, read_file, read_receipt
from server.proof.seal import Why, copy, receipt, restore, store, withhold, without
from server.proof.verify import verify
from tests.server.proof.samples import GROUNDS, KEY, kept, whole

SEALED = kept()


def test_an_edition_is_kept_as_it_is() -> None:
    assert restore(store(SEALED)) == SEALED


def test_salts_are_drawn_anew_for_every_entry_and_every_time() -> None:
    salts = [entry.salt for entry in (*SEALED.entries, *kept().entries) if entry]

    assert len(set(salts)) == len(salts)
    assert {len(salt) for salt in salts} == {32}


def test_a_receipt_says_nothing_of_the_meeting() -> None:
    data = receipt(SEALED)

    assert read_receipt(data).seal == SEALED.seal
    assert len(data) < 700
    assert b"Section" not in data


def test_nobody_learns_from_a_copy_whose_words_they_are_or_about_whom() -> None:
    assert b'"ana"' in store(SEALED)
    assert b'"ana"' not in whole(SEALED)
    assert b'"ben"' not in whole(SEALED)


def test_nothing_is_left_of_what_is_withheld_but_its_leaf() -> None:
    hidden = next(x for x in SEALED.entries if x and isinstance(x.says, Line) and x.says.changes)
    assert isinstance(hidden.says, Line)
    out = withhold(SEALED, {hidden.says.id: Why("in_confidence", "A worry was described.")})

    data = copy(SEALED, out, GROUNDS, 5, KEY)

    assert hidden.salt.encode() not in data
    assert f'"{hidden.says.id}"'.encode() not in data
    assert b"A worry was described." in data
    assert b"not for this reader" not in data  # no ground that was not used


def test_a_ground_needs_its_sentence() -> None:
    with pytest.raises(KeyError):
        copy(SEALED, {0: Why("made_up")}, GROUNDS, 5, KEY)


def test_what_was_erased_is_in_no_copy_and_the_rest_verifies() -> None:
    erased = without(without(SEALED, {4: Why("readers")}), {5: Why("in_confidence")})

    file = read_file(copy(erased, {}, GROUNDS, 5, KEY))

    assert verify(copy(erased, {}, GROUNDS, 5, KEY)).status == 0
    assert [n for n, entry in enumerate(file.entries) if entry is None] == [4, 5]
    assert restore(store(erased)) == erased
    assert b"part0.1" not in store(erased)
    assert erased.asides[4].whose == ""


def test_an_edition_names_the_one_before() -> None:
    assert SEALED.seal.statement.before == ""
    assert SEALED.seal.statement.key == KEY.public.hex()
