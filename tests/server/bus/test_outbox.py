"""An outbox keeps messages in order, and never more than its bounds."""

from server.bus.outbox import MOST_FOR_ONE, MOST_IN_ALL, OVERHEAD, Outbox

HALF = bytes(MOST_FOR_ONE // 2 - OVERHEAD)


def test_messages_are_kept_by_channel_in_order() -> None:
    outbox = Outbox()
    for channel, message in ((b"a", b"1"), (b"b", b"2"), (b"a", b"3")):
        outbox.add(channel, message)
    assert list(outbox.take().items()) == [(b"a", [b"1", b"3"]), (b"b", [b"2"])]


def test_what_was_taken_is_gone() -> None:
    outbox = Outbox()
    outbox.add(b"a", b"1")
    outbox.take()
    assert outbox.take() == {}


def test_one_channel_may_fill_its_share_and_not_a_byte_more() -> None:
    outbox = Outbox()
    outbox.add(b"a", HALF)
    outbox.add(b"a", HALF)
    outbox.add(b"b", b"small")
    assert outbox.take() == {b"a": [HALF, HALF], b"b": [b"small"]}
    outbox.add(b"a", HALF)
    outbox.add(b"a", HALF)
    outbox.add(b"a", b"")
    outbox.add(b"a", b"behind the gap")
    assert outbox.take() == {b"a": []}


def test_all_channels_together_have_a_bound_too() -> None:
    outbox = Outbox()
    fitting = 2 * MOST_IN_ALL // MOST_FOR_ONE
    for number in range(fitting):
        outbox.add(b"%d" % number, HALF)
    outbox.add(b"late", HALF)
    taken = outbox.take()
    assert taken.pop(b"late") == []
    assert all(messages == [HALF] for messages in taken.values())
    assert len(taken) == fitting


def test_a_gap_makes_room_for_others() -> None:
    outbox = Outbox()
    for number in range(2 * MOST_IN_ALL // MOST_FOR_ONE):
        outbox.add(b"%d" % number, HALF)
    outbox.gap(b"0")
    outbox.add(b"late", HALF)
    taken = outbox.take()
    assert taken[b"0"] == []
    assert taken[b"late"] == [HALF]


def test_a_gap_needs_no_messages_and_all_can_be_lost() -> None:
    outbox = Outbox()
    outbox.gap(b"a")
    outbox.add(b"b", b"1")
    outbox.lose_all()
    assert outbox.take() == {b"a": [], b"b": []}
