"""The key with which a site seals, and how keys and seals are read aloud.

Ed25519 (RFC 8032). The private half never leaves the database; the public half stands in every
seal, and its fingerprint is what people compare.
"""

from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

# Douglas Crockford's base 32: without I, L, O and U, and whoever types one of the first three is
# understood (https://www.crockford.com/base32.html).
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT = str.maketrans("ILO", "110")

# Six groups of four letters are 120 bits: nobody makes a second key or record to fit them.
LENGTH, _GROUP = 24, 4


class SiteKey:
    """A site's signing key, from its 32 secret bytes."""

    def __init__(self, secret: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(secret)
        self.public = self._key.public_key().public_bytes_raw()

    @property
    def fingerprint(self) -> str:
        """What people compare, in groups that can be read aloud."""
        return fingerprint(self.public)

    def sign(self, message: bytes) -> bytes:
        """Return the signature (64 bytes) under a message."""
        return self._key.sign(message)


def signed(key: bytes, signature: bytes, message: bytes) -> bool:
    """Say whether a signature is that of a key (32 bytes) under a message."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(message: bytes) -> str:
    """Return what stands for a key or a signed statement where people compare: six groups."""
    bits = int.from_bytes(sha256(message).digest()[:15], "big")
    letters = "".join(_LETTERS[bits >> 5 * place & 31] for place in reversed(range(LENGTH)))
    return "-".join(letters[at : at + _GROUP] for at in range(0, LENGTH, _GROUP))


def as_typed(text: str) -> str:
    """Return a fingerprint that somebody typed, in any case and with any gaps, as it is written."""
    plain = "".join(text.replace("-", "").split()).upper().translate(_MEANT)
    return "-".join(plain[at : at + _GROUP] for at in range(0, len(plain), _GROUP))
