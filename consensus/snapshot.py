"""A meeting as it stands, written down, so that it comes back without its whole history.

The log alone is the truth. A snapshot saves the replay of a long one, and is only believed by the
code that would make the very same meeting out of the events before it: see `shape`.
"""

from functools import cache
from hashlib import sha256

import msgspec

from consensus.state import Meeting

# Raise this whenever `evolve`, or anything it calls, may make another meeting out of the same
# events: whoever reads a snapshot of the code before must replay instead.
EVOLVES = 4

# What `evolve` makes of the histories that tests/consensus/test_snapshot.py has recorded. It fails
# when this changes, and then both this and the number above have to.
MAKES = "06f4aff57318fe0be5af9a537b521b87f027731c32c09ba080b18539c2d87904"

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Meeting)


def write(meeting: Meeting) -> bytes:
    """Return a meeting as it is stored."""
    return _encoder.encode(meeting)


def read(stored: bytes) -> Meeting:
    """Return a stored meeting; raises ValueError for what `write` of this shape did not write."""
    return _decoder.decode(stored)


@cache
def shape() -> str:
    """Return a digest of how this code makes and writes a meeting: its fields, and `evolve`."""
    fields = msgspec.json.encode(msgspec.json.schema(Meeting), order="deterministic")
    return sha256(b"%d %s %s" % (EVOLVES, MAKES.encode(), fields)).hexdigest()
