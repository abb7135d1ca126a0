"""What was done to statements, and what stands for them now."""

from hypothesis import given
from hypothesis import strategies as st

from consensus.answers import wordings as w
from consensus.items import Item

ITEMS = {letter: Item(letter, f"statement {letter}") for letter in "abcdef"}


def test_what_was_joined_twice_and_then_parted_stands_as_its_parts() -> None:
    state = w.State()
    state = w.evolve(state, w.Merged("b", "a", "ab", "kit", 1), "statement b", ())
    state = w.evolve(state, w.Merged("c", "b", "abc", "kit", 2), "statement c", ())
    parts = (Item("p", "left"), Item("q", "right"))
    state = w.evolve(state, w.Parted("c", parts, "kit", 3), "abc", ())

    assert w.standing(state, "abcd") == ("p", "q", "d")
    assert w.changes(state) == 5


def test_a_step_keeps_the_first_words_it_was_answered_on() -> None:
    state = w.evolve(w.State(), w.Rewritten("a", "new", "kit", 1), "statement a", ("rank",))
    state = w.evolve(state, w.Rewritten("a", "newer", "kit", 2), "new", ("rank", "again"))
    now = {**ITEMS, "a": Item("a", "newer")}

    assert w.as_answered(state, "rank", now)["a"].text == "statement a"
    assert w.as_answered(state, "again", now)["a"].text == "new"
    assert w.as_answered(state, "talk", now)["a"].text == "newer"


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=6))
def test_every_statement_is_stood_for_however_many_become_one(pairs: list[tuple[str, str]]) -> None:
    state = w.State()
    for keep, drop in pairs:
        there = w.standing(state, ITEMS)
        if keep != drop and keep in there and drop in there:
            state = w.evolve(state, w.Merged(keep, drop, "both", "kit", 1), "before", ())

    left = w.standing(state, ITEMS)
    assert left
    assert all(set(w.standing(state, item)) <= set(left) for item in ITEMS)
