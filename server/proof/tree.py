"""One hash over many leaves: the Merkle tree of RFC 6962, section 2.1.

A leaf and a node are hashed with different first bytes, so that neither passes for the other.
"""

from collections.abc import Sequence
from hashlib import sha256

_LEAF, _NODE = b"\x00", b"\x01"


def leaf(number: int, salt: bytes, said: bytes) -> bytes:
    """Return the leaf of an entry: where it stands (from 0), its salt (16 bytes) and its JSON."""
    return sha256(_LEAF + number.to_bytes(8, "big") + salt + said).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """Return the hash over all leaves (32 bytes each).

    Level by level, a last one without a partner goes up as it is: the same tree as the RFC's, which
    splits at the largest power of two.
    """
    if not leaves:
        return sha256().digest()
    level = list(leaves)
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=False)
        alone = level[-1:] if len(level) % 2 else []
        level = [sha256(_NODE + left + right).digest() for left, right in pairs] + alone
    return level[0]
