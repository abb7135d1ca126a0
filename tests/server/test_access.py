"""Codes, keys and secrets."""

import pytest

from consensus.refusal import Code, Refusal
from server import access


def test_a_code_has_six_characters_without_look_alikes() -> None:
    codes = {access.new_code() for _ in range(500)}

    assert len(codes) == 500
    assert all(len(code) == 6 and not set(code) & set("ILOU01") for code in codes)


@pytest.mark.parametrize("typed", ["abc234", " ABC 234 ", "abc-234", "a b c 2 3 4"])
def test_a_code_may_be_typed_in_any_case_with_spaces_or_dashes(typed: str) -> None:
    assert access.read_code(typed) == "ABC234"


@pytest.mark.parametrize(
    "typed", ["", "ABC23", "ABC2345", "ABC23O", "ABC 23\0", "ＡＢＣ２３４", "x" * 9000]
)
def test_what_cannot_be_a_code_is_refused_as_mistyped(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        access.read_code(typed)

    assert refused.value.code is Code.CODE_MISTYPED


def test_a_wall_key_opens_only_its_own_room() -> None:
    key = access.wall_key(b"secret", "room1")

    assert access.is_wall_key(b"secret", "room1", key)
    assert not access.is_wall_key(b"secret", "room2", key)
    assert not access.is_wall_key(b"other", "room1", key)
    assert not access.is_wall_key(b"secret", "room1", "ключ")


def test_a_key_leads_to_one_key_in_each_other_room_and_back_to_none() -> None:
    key = access.new_key()
    there = access.key_at(b"secret", "room1", key)

    assert access.key_at(b"secret", "room1", key) == there
    others = {
        access.key_at(b"other", "room1", key),
        access.key_at(b"secret", "room2", key),
        access.key_at(b"secret", "room1", access.new_key()),
    }
    assert len({key, there, *others}) == 5
    assert "." not in there  # which stands between keys
