"""Receipts: signed, byte for byte, and read only as what they are."""

import msgspec
import pytest

from server.forgetting.receipts import FORMAT, Erased, Receipt, is_genuine, read, sign
from server.proof.keys import SiteKey

KEY, ANOTHER = SiteKey(bytes(32)), SiteKey(bytes(31) + b"\1")
ERASED = Erased(FORMAT, 1, "r1", "room", 5, "strategy", 9, 3, 1, "host", "The office", "0f")


def test_a_receipt_says_what_was_erased_under_the_key_that_it_names() -> None:
    row = sign(ERASED, KEY)

    assert (row.id, row.at) == ("r1", 5)
    assert read(row.receipt).erased == ERASED
    assert read(row.receipt).key == KEY.public.hex()
    assert is_genuine(row.receipt)


def test_the_signature_of_another_key_is_not_taken() -> None:
    found = read(sign(ERASED, ANOTHER).receipt)
    forged = Receipt(found.erased, KEY.public.hex(), found.signature)

    assert not is_genuine(msgspec.json.encode(forged))


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"null", b"\xff", b"[" * 100_000, sign(ERASED, KEY).receipt[:-1]]
)
def test_what_is_no_receipt_is_not_genuine(data: bytes) -> None:
    assert not is_genuine(data)


def test_the_same_in_other_words_is_not_genuine() -> None:
    """There is one right form, so that nobody can pass off two files as different receipts."""
    spaced = sign(ERASED, KEY).receipt.replace(b",", b", ")

    assert read(spaced).erased == ERASED
    assert not is_genuine(spaced)
