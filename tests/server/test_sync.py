"""A view remembers when each key changed; what a connection misses is a filter over that."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from consensus.parts import Part
from consensus.views import ItemRecord, MeRecord
from server.sync import NOTHING, View, snapshot
from server.wire import Changes, read_server_message


def view(position: int = 1, **texts: str) -> View:
    return View(records(**texts), position)


def records(**texts: str) -> dict[str, Part[Any]]:
    """Return one part with a record for each text."""
    made = {key: ItemRecord(key, text) for key, text in texts.items()}
    return {"items": Part((texts,), lambda: made)}


def read(patch: bytes) -> tuple[dict[str, str], list[str]]:
    told = json.loads(bytes(patch))
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


def test_what_came_and_went_between_two_looks_was_never_seen() -> None:
    seen = view(5, a="one")
    seen.update(records(a="one"), 8)

    assert not seen.knows(6)


def test_where_nothing_changed_every_position_is_known() -> None:
    seen = view(5, a="one")
    seen.unchanged(7)
    seen.update(records(a="two"), 9)

    assert [seen.knows(position) for position in (5, 6, 7, 8, 9)] == [True, True, True, False, True]
    assert read(seen.since(6)) == ({"a": "two"}, [])


def test_a_part_made_from_the_very_same_is_not_looked_at() -> None:
    text = "one"
    looked: list[str] = []

    def look() -> dict[str, ItemRecord]:
        looked.append(text)
        return {"a": ItemRecord("a", text)}

    seen = View({"items": Part((text,), look)}, 1)
    seen.update({"items": Part((text,), look)}, 2)

    assert looked == ["one"]
    assert seen.since(1) is NOTHING


def test_a_part_that_is_gone_takes_its_records_along() -> None:
    seen = View({**records(a="one"), "more": Part((), lambda: {"b": MeRecord("kit")})}, 1)

    seen.update(records(a="one"), 2)

    assert read(seen.since(1)) == ({}, ["b"])


def test_what_was_missed_comes_in_the_order_of_a_snapshot() -> None:
    seen = view(a="one")
    seen.update(records(a="one", b="two", c="three"), 2)
    seen.update(records(a="one", b="TWO", c="three"), 3)

    assert list(read(seen.since(1))[0]) == ["b", "c"]
    assert list(read(seen.all())[0]) == ["a", "b", "c"]


def test_a_patch_is_worked_out_once() -> None:
    seen = view(a="one")
    seen.update(records(a="two"), 2)

    assert seen.since(1) is seen.since(1)


def test_a_snapshot_is_fresh_and_whole() -> None:
    mine = View({"mine": Part((), lambda: {"me": MeRecord("kit")})}, 7)

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
