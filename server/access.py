"""Codes, keys and links: who may come in, and as whom.

Keys are random and kept only as hashes. The wall's key is derived from the server's secret, so
that a chair can be shown the same link again without its being stored anywhere.
"""

import base64
import hashlib
import hmac
import secrets

from consensus.refusal import Code, Refusal

# Without I, L, O, U, 0 and 1: nobody has to ask which of two look-alikes is meant.
ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
CODE_LENGTH = 6


def new_code() -> str:
    """Draw a room's code: one of 729 million."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def new_id() -> str:
    """Draw an id for a room, an epoch or a member."""
    return secrets.token_hex(8)


def new_key() -> str:
    """Draw a member's key: 192 random bits."""
    return secrets.token_urlsafe(24)


def key_at(secret: bytes, room: str, key: str) -> str:
    """Return the key of a member's seat in another room, which follows from the one they hold.

    Whoever goes there again and again has one key there. It does not lead back to the first.
    """
    made = hmac.new(secret, f"seat {room} {key}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(made[:24]).decode()


def key_hash(key: str) -> bytes:
    """Return what is kept of a key. It is random, so a plain hash cannot be guessed backwards."""
    return hashlib.sha256(key.encode()).digest()


def read_code(typed: str) -> str:
    """Return a code as typed in any case, with spaces or dashes; refuse one that cannot be."""
    code = "".join(typed.split()).replace("-", "").upper()
    if len(code) != CODE_LENGTH or not set(code) <= set(ALPHABET):
        raise Refusal(Code.CODE_MISTYPED, length=CODE_LENGTH)
    return code


def wall_key(secret: bytes, room: str) -> str:
    """Return the key of a room's wall."""
    return hmac.new(secret, f"wall {room}".encode(), hashlib.sha256).hexdigest()[:32]


def is_wall_key(secret: bytes, room: str, key: str) -> bool:
    """Say whether a key opens a room's wall, in a time that tells a guesser nothing."""
    return hmac.compare_digest(wall_key(secret, room).encode(), key.encode())


def library_key(secret: bytes, passphrase: str) -> str:
    """Return what a page of the library sends that was opened with the host's passphrase."""
    return hmac.new(secret, f"library {passphrase}".encode(), hashlib.sha256).hexdigest()[:32]


def is_library_key(secret: bytes, passphrase: str, key: str) -> bool:
    """Say whether a page was opened with today's passphrase."""
    return hmac.compare_digest(library_key(secret, passphrase).encode(), key.encode())
