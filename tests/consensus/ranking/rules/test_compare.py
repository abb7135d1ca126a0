"""Whether the rules agree."""

from collections.abc import Mapping
from itertools import chain

import pytest
from hypothesis import given as forall
from hypothesis import settings
from hypothesis import strategies as st

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.kemeny import Combined
from consensus.ranking.profile import Profile
from consensus.ranking.rules import Comparison, Verdict, compare_rules, locking
from tests.consensus.ranking.rules.ballots import crowd, given, profiles

THREE_OF_FIVE = crowd("abc", (3, "abc"), (2, "bca"))


def combined(*bands: str, exact: bool = True) -> Combined:
    """A combined order of which only bands, places and whether all is known matter here."""
    starts = [len("".join(bands[:at])) for at in range(len(bands))]
    places = {
        item: (start + 1, start + len(band))
        for start, band in zip(starts, bands, strict=True)
        for item in band
    }
    order = tuple("".join(bands))
    return Combined(order, 0, tuple(map(tuple, bands)), places, 1 if exact else None, (order,), 0)


def in_order(profile: Profile, order: str, top: int = 1) -> Comparison:
    """Compared with Kemeny's single best order."""
    return compare_rules(profile, combined(*order), top)


def level(profile: Profile, top: int = 1, exact: bool = True) -> Comparison:
    """Compared with a Kemeny that leaves everything open."""
    return compare_rules(profile, combined("".join(profile.items), exact=exact), top)


def of(verdict: Verdict) -> Mapping[str, tuple[str, str]]:
    return {part.rule: ("".join(part.surely), "".join(part.perhaps)) for part in verdict.parts}


def test_what_all_agree_on_is_agreed_by_every_rule() -> None:
    found = in_order(given("cab", "cab"), "cab", top=2)

    for verdict in (found.first, found.last, found.leading):
        assert verdict.agree is True
        assert verdict.in_question == ()
    assert {part.surely for part in found.first.parts} == {("c",)}
    assert {part.surely for part in found.leading.parts[:5]} == {("a", "c")}
    assert {part.surely for part in found.last.parts[:5]} == {("b",)}


def test_rules_come_in_one_order_and_five_of_them_decide() -> None:
    found = in_order(THREE_OF_FIVE, "abc")

    assert [outcome.rule for outcome in found.five] == [
        "kemeny",
        "borda",
        "schulze",
        "ranked_pairs",
        "copeland",
    ]
    assert [outcome.rule for outcome in found.beside] == ["median_rank", "instant_runoff"]
    assert [part.rule for part in found.first.parts] == [
        outcome.rule for outcome in (*found.five, *found.beside)
    ]


def test_where_borda_puts_another_item_first_the_two_depend_on_how_one_counts() -> None:
    found = in_order(THREE_OF_FIVE, "abc")

    assert found.first.agree is False
    assert found.first.in_question == ("a", "b")
    assert of(found.first)["borda"] == ("b", "")
    assert of(found.first)["schulze"] == ("a", "")


def test_who_leads_may_be_agreed_where_who_is_first_is_not() -> None:
    found = in_order(THREE_OF_FIVE, "abc", top=2)

    assert found.leading.agree is True
    assert found.last.agree is True
    assert of(found.last)["kemeny"] == ("c", "")


def test_the_rules_beside_are_shown_and_decide_nothing() -> None:
    profile = crowd("mnck", (42, "mnck"), (26, "nckm"), (15, "cknm"), (17, "kcnm"))
    found = in_order(profile, "nckm")

    assert found.first.agree is True
    assert of(found.first)["instant_runoff"] == ("k", "")


def test_rules_that_leave_the_same_items_level_agree() -> None:
    found = level(given("abc", "bca", "cab"))

    assert found.first.agree is True
    assert found.first.in_question == ()
    assert of(found.first)["ranked_pairs"] == ("", "abc")


def test_level_in_one_rule_and_surely_in_by_another_is_in_question() -> None:
    found = in_order(given("abc", "bca", "cab"), "abc")

    assert found.first.agree is False
    assert found.first.in_question == ("a", "b", "c")


def test_a_kemeny_that_was_not_counted_out_leaves_agreement_open() -> None:
    found = level(given("abc", "abc"), exact=False)

    assert found.first.agree is None
    assert found.first.in_question == ()
    assert not found.first.parts[0].settled
    assert all(part.settled for part in found.first.parts[1:])


def test_a_rule_that_was_not_counted_out_cannot_mend_a_difference() -> None:
    found = level(THREE_OF_FIVE, exact=False)

    assert found.first.agree is False
    assert found.first.in_question == ("a", "b")


def test_ranked_pairs_with_too_many_ties_leave_agreement_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(locking, "MOST_UNIVERSES", 2)
    profile = given("abcd", "bcad", "cabd", items="abcd")
    found = compare_rules(profile, combined("abc", "d"), top=3)

    assert found.first.agree is None
    assert found.first.in_question == ()
    assert found.leading.agree is True
    assert found.last.agree is True


def test_one_item_is_agreed_on() -> None:
    found = in_order(given("a", items="a"), "a")

    assert (found.first.agree, found.last.agree, found.leading.agree) == (True, True, True)


@pytest.mark.parametrize("top", [0, 4, -1])
def test_only_places_that_exist_can_be_asked_about(top: int) -> None:
    with pytest.raises(BallotError, match="not so many places") as error:
        in_order(given("abc"), "abc", top)

    assert error.value.fault is Fault.OUT_OF_RANGE


@pytest.mark.parametrize("order", ["ab", "abcd", "abb", "abx"])
def test_the_combined_order_must_be_of_the_same_items(order: str) -> None:
    with pytest.raises(BallotError, match="must be of the items") as error:
        in_order(given("abc"), order)

    assert error.value.fault is Fault.NOT_THE_SAME_ITEMS


@settings(max_examples=50)
@forall(profiles(), st.data())
def test_parts_hold_as_many_items_as_places_are_asked_about(
    profile: Profile, data: st.DataObject
) -> None:
    top = data.draw(st.integers(1, len(profile.items)))
    found = level(profile, top)

    for verdict, asked in ((found.first, 1), (found.last, 1), (found.leading, top)):
        for part in verdict.parts:
            assert len(part.surely) <= asked <= len(part.surely) + len(part.perhaps)
            assert not set(part.surely) & set(part.perhaps)
            assert part.perhaps == () or len(part.surely) < asked


@settings(max_examples=50)
@forall(profiles(), st.data())
def test_agreement_is_that_all_five_say_the_same_of_every_item(
    profile: Profile, data: st.DataObject
) -> None:
    top = data.draw(st.integers(1, len(profile.items)))
    found = level(profile, top)

    for verdict in (found.first, found.last, found.leading):
        said = {(part.surely, part.perhaps) for part in verdict.parts[:5]}
        assert verdict.agree is (len(said) == 1)
        assert bool(verdict.in_question) is (len(said) > 1)
        named = set(chain.from_iterable(surely + perhaps for surely, perhaps in said))
        assert set(verdict.in_question) <= named
