"""One encoding, the same as a browser's, and nothing else is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.proof.form import Fact, read_file, read_receipt, write
from server.proof.seal import receipt
from tests.server.proof.samples import kept, whole


def test_characters_stand_for_themselves_wherever_json_lets_them() -> None:
    odd = '\x00\x08\t\n\x0b\x0c\r\x1f\x7f"\\/<\u2028\u2029é😀'

    # What JSON.stringify writes (ECMA-262, QuoteJSONString).
    assert write(Fact("", odd)).decode() == (
        '{"type":"fact","name":"","says":"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\x7f\\"\\\\/<\u2028\u2029é😀"}'
    )


def _quoted(text: str) -> bytes:
    return (
        write(Fact("", text)).removeprefix(b'{"type":"fact","name":"","says":').removesuffix(b"}")
    )


@given(st.text())
def test_what_was_written_is_read_and_written_the_same(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    data = whole(kept(lines=1)).replace(b'"Closed."', _quoted(text))

    assert write(read_file(data)) == data


def test_half_a_character_cannot_be_written() -> None:
    with pytest.raises(UnicodeEncodeError):
        write(Fact("", "\ud800"))


@pytest.mark.parametrize("bad", ["a" * 63, "a" * 65, "A" * 64, "g" * 64, "a" * 64 + "\\n", ""])
def test_a_hash_has_sixty_four_digits_and_nothing_else(bad: str) -> None:
    data = receipt(kept(lines=1))
    root = data.split(b'"root":"')[1][:64]

    with pytest.raises(ValueError, match="regex"):
        read_receipt(data.replace(root, bad.encode()))


def test_a_field_that_is_not_known_is_not_read_past() -> None:
    data = receipt(kept(lines=1))

    for more in (b'{"more":1,', b'{"__proto__":{},'):
        with pytest.raises(ValueError, match="unknown field"):
            read_receipt(data.replace(b"{", more, 1))
