"""Receipts of what was erased: that it was, when and why, and nothing of what it was.

A receipt is one JSON file, signed with the site's key (`server/proof/keys.py`). The root of the
last seal stands in it, so that a copy which an agency keeps can still be matched to the room.
"""

from typing import Literal

import msgspec
from msgspec import Struct

from server.log import ReceiptRow
from server.proof.keys import SiteKey, signed

FORMAT: Literal["commonground-erasure"] = "commonground-erasure"
FILE_TYPE = "application/vnd.commonground.erasure+json"

What = Literal["room", "person", "sheet"]

# Why: its days were over, the chair or the host asked for it, or the person whose words they were.
Because = Literal["retention_ended", "chair", "host", "own_wish"]


class Erased(Struct, frozen=True, forbid_unknown_fields=True):
    """What was erased, and when (ms).

    `template` is the room's type. `owner` answered for how long it was kept. `root` is that of the
    last seal, in hex, or "" where nothing was sealed.
    """

    format: Literal["commonground-erasure"]
    version: Literal[1]
    id: str
    what: What
    at: int
    template: str
    events: int
    members: int
    editions: int
    because: Because
    owner: str
    root: str


class Receipt(Struct, frozen=True, forbid_unknown_fields=True):
    """A statement about an erasure, with the public `key` of the site and its signature, in hex."""

    erased: Erased
    key: str
    signature: str


_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Receipt] = msgspec.json.Decoder(Receipt)


def sign(erased: Erased, key: SiteKey) -> ReceiptRow:
    """Return a signed receipt as it is kept and handed out."""
    signature = key.sign(_encoder.encode(erased))
    receipt = Receipt(erased, key.public.hex(), signature.hex())
    return ReceiptRow(erased.id, erased.at, _encoder.encode(receipt))


def read(data: bytes) -> Receipt:
    """Return a receipt, whether it is genuine or not; raises `ValueError` for anything else."""
    return _decoder.decode(data)


def is_genuine(data: bytes) -> bool:
    """Say whether a receipt is one, byte for byte, and signed with the key that it names."""
    try:
        found = read(data)
        key, signature = bytes.fromhex(found.key), bytes.fromhex(found.signature)
    except ValueError:
        return False
    if _encoder.encode(found) != data:
        return False
    return signed(key, signature, _encoder.encode(found.erased))
