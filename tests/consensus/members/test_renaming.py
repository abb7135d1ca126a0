"""Renaming: one member stands wherever another one stood, and nothing else is touched."""

from msgspec import Struct

from consensus.members.renaming import renamed


class Note(Struct, frozen=True):
    """A made-up piece of state."""

    author: str
    text: str = ""
    seen: tuple[str, ...] = ()


class Step(Struct, frozen=True):
    """A made-up piece that holds others."""

    notes: dict[str, Note]
    answers: dict[str, int]
    here: frozenset[str] = frozenset()
    by: str | None = None


def test_a_member_is_renamed_in_values_keys_and_lists() -> None:
    step = Step({"n1": Note("ana", "hello", ("ben", "ana"))}, {"ana": 3}, frozenset({"ana"}), "ana")

    assert renamed(step, "ana", "dot") == Step(
        {"n1": Note("dot", "hello", ("ben", "dot"))}, {"dot": 3}, frozenset({"dot"}), "dot"
    )


def test_where_both_have_something_the_one_who_stays_keeps_theirs() -> None:
    assert renamed({"ana": 1, "dot": 2}, "ana", "dot") == {"dot": 2}
    assert [*renamed(("ana", "ben", "dot"), "ana", "dot")] == ["dot", "ben"]


def test_what_holds_no_trace_of_the_other_is_the_very_same_value() -> None:
    """Views are built anew only for what is not the very same."""
    step = Step({"n1": Note("ben")}, {"ben": 1})

    assert renamed(step, "ana", "dot") is step


def test_the_order_of_things_stays() -> None:
    assert list(renamed({"ben": 1, "ana": 2, "cam": 3}, "ana", "dot")) == ["ben", "dot", "cam"]
