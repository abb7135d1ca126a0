"""A parcel brings its messages, in order, and its sender is seen without opening it."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.bus.parcel import NODE_BYTES, pack, unpack


@given(st.binary(min_size=NODE_BYTES, max_size=NODE_BYTES), st.lists(st.binary()))
def test_what_was_packed_is_unpacked(node: bytes, messages: list[bytes]) -> None:
    parcel = pack(node, messages)
    assert parcel.startswith(node)
    assert unpack(parcel) == messages


@pytest.mark.parametrize("parcel", [b"", b"short", bytes(NODE_BYTES), b"12345678 not ours"])
def test_what_is_no_parcel_is_refused(parcel: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        unpack(parcel)
