"""A view remembers when each key changed; what a connection misses is a filter over that."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from consensus.views import ItemRecord, MeRecord
from server.sync import NOTHING, Frames, View, snapshot
from server.wire import Changes, encode, read_server_message


def view(position: int = 1, **texts: str) -> View:
    return View(records(**texts), position)


def records(**texts: str) -> dict[str, ItemRecord]:
    return {key: ItemRecord(key, text) for key, text in texts.items()}


def read(patch: Any) -> tuple[dict[str, str], list[str]]:
    told = json.loads(encode(patch))
    return {key: record["text"] for key, record in told["put"].items()}, told["drop"]


def test_only_what_changed_after_a_position_is_missing() -> None:
    seen = view(a="one", b="two")

    seen.update(records(a="one", b="TWO"), 2)
    seen.update(records(a="ONE", b="TWO"), 3)

    assert read(seen.since(2)) == ({"a": "ONE"}, [])
    assert read(seen.since(1)) == ({"a": "ONE", "b": "TWO"}, [])
    assert seen.since(3) is NOTHING


def test_changes_in_between_are_merged() -> None:
    seen = view(a="one")

    for position, text in enumerate(["two", "three", "four"], start=2):
        seen.update(records(a=text), position)

    assert read(seen.since(1)) == ({"a": "four"}, [])


def test_what_is_gone_is_dropped_and_what_is_back_is_put() -> None:
    seen = view(a="one", b="two")

    seen.update(records(a="one"), 2)
    assert read(seen.since(1)) == ({}, ["b"])
    seen.update(records(a="one", b="again"), 3)

    assert read(seen.since(1)) == ({"b": "again"}, [])
    assert read(seen.since(2)) == ({"b": "again"}, [])


def test_a_view_knows_nothing_of_the_time_before_it_and_nothing_of_the_future() -> None:
    seen = view(5, a="one")
    seen.update(records(a="two"), 8)

    assert [seen.knows(position) for position in (4, 5, 8, 9)] == [False, True, True, False]


def test_a_frame_that_is_the_same_for_all_is_made_once() -> None:
    seen, mine, frames = view(a="one"), view(b="mine"), Frames()
    seen.update(records(a="two"), 2)

    first = frames.changes(1, 2, seen, None, mine)

    assert frames.changes(1, 2, seen, None, None) is first


def test_a_frame_with_something_of_one_s_own_is_not_shared() -> None:
    seen, mine, frames = view(a="one"), view(b="mine"), Frames()
    shared = frames.changes(1, 1, seen, None, None)
    mine.update(records(b="MINE"), 2)

    own = frames.changes(1, 2, seen, None, mine)

    assert b"MINE" in own
    assert b"MINE" not in shared


def test_a_snapshot_is_fresh_and_whole() -> None:
    mine = View({"me": MeRecord("kit")}, 7)

    message = read_server_message(snapshot(7, view(7, a="one"), None, mine))

    assert isinstance(message, Changes)
    assert (message.fresh, message.start, message.end) == (True, 7, 7)
    assert message.everyone.put.keys() == {"a"}
    assert message.mine.put.keys() == {"me"}


@given(
    history=st.lists(
        st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["x", "y", "z"])), min_size=1
    ),
    data=st.data(),
)
def test_what_i_had_and_what_i_missed_is_what_there_is(
    history: list[dict[str, str]], data: st.DataObject
) -> None:
    seen = View(records(**history[0]), 1)
    for position, state in enumerate(history[1:], start=2):
        seen.update(records(**state), position)
    had = data.draw(st.integers(1, len(history)))

    put, drop = read(seen.since(had))
    mine = {**history[had - 1], **put}
    for key in drop:
        mine.pop(key, None)

    assert mine == history[-1]
