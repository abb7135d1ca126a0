"""What one node publishes about one room at a time: who speaks, and what was said, in order."""

import msgspec

NODE_BYTES = 8

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(list[bytes])


def pack(node: bytes, messages: list[bytes]) -> bytes:
    """Return the parcel of a node with an id of `NODE_BYTES`; no messages mean that some are lost.

    The node stands first and plain, so that a node knows its own parcels without decoding them.
    """
    return node + _encoder.encode(messages)


def unpack(parcel: bytes) -> list[bytes]:
    """Return the messages in a parcel. Raises `msgspec.DecodeError` where it is none."""
    return _decoder.decode(memoryview(parcel)[NODE_BYTES:])
