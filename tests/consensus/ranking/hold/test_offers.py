"""The few items that everybody can best hold together, and what another choice asks beyond that."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import comb, perm
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.hold.offers import Best, Held, Offer, hold_together, regret
from consensus.ranking.profile import Profile
from tests.consensus.ranking.hold.by_hand import (
    Asked,
    Ballots,
    asked_by_list,
    asked_by_set,
    groups_of,
    strict_ballots_of,
)
from tests.consensus.ranking.made_ballots import ballots_of
from tests.consensus.ranking.published import published

FIVE = "abcde"
groups_of_five = groups_of(ballots_of(FIVE))
strict_groups_of_five = groups_of(strict_ballots_of(FIVE))

# Two of four: each has the other's first two as their last two.
OPPOSED = {"Ana": "abcd", "Ben": "dcba"}


def held(ballots: Any, k: int, items: str = FIVE, **options: Any) -> Held:
    return hold_together(Profile.of(items, ballots), k, **options)


def chosen(best: Best) -> list[str]:
    return ["".join(offer.items) for offer in best.offers]


def is_the_best_of(best: Best, by_hand: dict[tuple[str, ...], Asked]) -> bool:
    least = min(by_hand.values())
    expected = sorted(choice for choice, asked in by_hand.items() if asked == least)
    return (
        (best.worst, best.total) == least
        and [offer.items for offer in best.offers] == expected[:20]
        and (best.count, best.proven, best.at_least) == (len(expected), True, least[0])
    )


# --- every set and every list, counted by hand ---------------------------------------------------


@settings(max_examples=40)
@given(ballots=groups_of_five, k=st.integers(1, 5))
def test_the_best_sets_and_lists_are_those_that_leave_the_worst_off_best_off(
    ballots: Ballots, k: int
) -> None:
    found = held(ballots, k)

    assert is_the_best_of(found.sets, asked_by_set(ballots, FIVE, k))
    assert is_the_best_of(found.lists, asked_by_list(ballots, FIVE, k))


@settings(max_examples=40)
@given(ballots=groups_of_five, k=st.integers(1, 4), seed=st.integers(0, 99))
def test_with_agencies_the_agency_that_loses_most_on_average_is_left_best_off(
    ballots: Ballots, k: int, seed: int
) -> None:
    agencies = dict(zip(ballots, Random(seed).choices("XYZ", k=len(ballots)), strict=True))

    found = held(ballots, k, agencies=agencies)

    assert is_the_best_of(found.sets, asked_by_set(ballots, FIVE, k, agencies))
    assert is_the_best_of(found.lists, asked_by_list(ballots, FIVE, k, agencies))


@pytest.mark.parametrize("k", range(1, 7))
def test_six_items_are_counted_as_five_are(k: int) -> None:
    random = Random(k)
    ballots: Ballots = {
        person: tuple((item,) for item in random.sample("abcdef", random.choice([3, 6, 6])))
        for person in "PQRS"
    }

    found = held(ballots, k, "abcdef")

    assert is_the_best_of(found.sets, asked_by_set(ballots, "abcdef", k))
    assert is_the_best_of(found.lists, asked_by_list(ballots, "abcdef", k))


# --- groups one can see through ------------------------------------------------------------------


def test_people_who_agree_give_nothing_up() -> None:
    found = held({"Ana": "bdace", "Ben": "bdace", "Cam": "bdace"}, 3)

    assert found.core == ("a", "b", "d")
    assert found.sets == Best((Offer(("a", "b", "d"), 0, (), 0),), 1, True, 0)
    assert found.lists == Best((Offer(("b", "d", "a"), 0, (), 0),), 1, True, 0)


def test_two_opposed_people_meet_half_way() -> None:
    found = held(OPPOSED, 2, "abcd")

    assert found.core == ()
    assert chosen(found.sets) == ["ac", "ad", "bc", "bd"]
    assert (found.sets.worst, found.sets.total) == (1, 2)
    # Five of the six pairs are decided, each against one of the two.
    assert chosen(found.lists) == ["ad", "bc", "bd", "ca", "cb", "da"]
    assert (found.lists.worst, found.lists.total) == (3, 5)


def test_everyone_who_loses_most_is_named_in_the_order_of_the_people() -> None:
    found = held({"Dee": "abcd", "Ana": "dcba", "Ben": "abcd"}, 2, "abcd")

    assert found.sets.offers[0] == Offer(("a", "c"), 1, ("Dee", "Ana", "Ben"), 3)


def test_whoever_finds_all_equal_can_hold_anything_and_shares_no_core() -> None:
    found = held([[tuple("abcde")], [tuple("abcde")]], 2)

    assert (found.sets.worst, found.sets.count, found.lists.count) == (0, 10, 20)
    assert found.core == ()


def test_items_equal_at_the_border_fit_the_set_as_well_as_they_can() -> None:
    one_then_level = Profile.of("abcd", [["a", ("b", "c", "d")]])

    assert chosen(hold_together(one_then_level, 2).sets) == ["ab", "ac", "ad"]
    assert regret(one_then_level, {"b", "c"}).given.worst == 1
    assert hold_together(one_then_level, 2).core == ("a",)


def test_no_view_is_not_a_no() -> None:
    short = Profile.of(FIVE, {"Ana": "ab"})

    assert regret(short, {"c", "d"}).given.worst == 0
    assert regret(short, "cdb").given.worst == 1
    assert regret(short, {"c", "d", "b"}).given.worst == 1
    assert hold_together(short, 2).core == ("a", "b")


def test_what_was_not_ranked_counts_against_a_choice_when_it_was_read_as_below() -> None:
    short = Profile.of(FIVE, {"Ana": "ab"}, not_ranked="below")

    assert regret(short, {"c", "d"}).given.worst == 2
    assert regret(short, "cd").given.worst == 4
    assert chosen(hold_together(short, 3).sets) == ["abc", "abd", "abe"]


def test_the_core_is_what_everybody_has_among_their_first() -> None:
    assert held({"Ana": "abcde", "Ben": "dcabe", "Cam": "ca"}, 3).core == ("a", "c")


def test_of_one_item_one_is_held() -> None:
    assert held({"Ana": "a"}, 1, "a").lists.offers == (Offer(("a",), 0, (), 0),)


def test_all_items_ask_nothing_as_a_set_and_every_pair_as_a_list() -> None:
    found = held(OPPOSED, 4, "abcd")

    assert (found.sets.worst, found.sets.count) == (0, 1)
    assert (found.lists.worst, found.lists.total) == (3, 6)


def test_one_item_is_held_by_fewest_above_it() -> None:
    found = held({"Ana": "abc", "Ben": "cba"}, 1, "abc")

    assert chosen(found.sets) == ["a", "c"]
    assert chosen(found.lists) == ["b"]
    assert (found.lists.worst, found.lists.total) == (1, 2)


def test_more_than_twenty_that_are_as_good_are_counted_and_not_all_shown() -> None:
    found = held([[tuple("abcdef")]], 3, "abcdef").lists

    assert (found.count, len(found.offers)) == (120, 20)
    assert chosen(found)[:5] == ["abc", "abd", "abe", "abf", "acb"]


# --- agencies ------------------------------------------------------------------------------------


def test_an_agency_loses_the_exact_mean_of_its_people() -> None:
    ballots = {"Ana": "abc", "Ben": "abc", "Cam": "cba", "Dee": "bac"}
    agencies = {"Ana": "Police", "Ben": "Police", "Cam": "Police", "Dee": "Health"}

    given = regret(Profile.of("abc", ballots), "ab", agencies).given

    # Cam gives up all three pairs, Dee one.
    assert given == Offer(("a", "b"), 1, ("Police", "Health"), 2)
    assert regret(Profile.of("abc", ballots), "a", agencies).given.worst == 1
    assert regret(Profile.of("abc", ballots), {"a"}, agencies).given.total == Fraction(4, 3)


def test_an_agency_for_which_nobody_answered_is_left_out() -> None:
    agencies = {"Ana": "Police", "Ben": "Health", "Cam": "School"}

    found = held({"Ana": "ab", "Ben": ()}, 1, "ab", agencies=agencies)

    assert found.lists.offers == (Offer(("a",), 0, (), 0),)
    assert regret(Profile.of("ab", {"Ana": "ab"}), "b", agencies).given.worst_off == ("Police",)


@settings(max_examples=50)
@given(ballots=groups_of_five, k=st.integers(1, 5))
def test_agencies_of_one_are_people(ballots: Ballots, k: int) -> None:
    assert held(ballots, k, agencies={person: person for person in ballots}) == held(ballots, k)


def test_someone_who_answered_needs_an_agency() -> None:
    with pytest.raises(BallotError) as refused:
        held({"Ana": "ab", "Ben": "ba"}, 1, "ab", agencies={"Ana": "Police"})

    assert refused.value.fault is Fault.UNKNOWN_PERSON


def test_agencies_of_many_sizes_are_compared_exactly() -> None:
    sizes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53]
    agencies = {f"{size} {at}": f"of {size}" for size in sizes for at in range(size)}
    random = Random(5)
    ballots: Ballots = {
        person: tuple((item,) for item in random.sample("abcd", 4)) for person in agencies
    }

    found = held(ballots, 2, "abcd", agencies=agencies)

    assert is_the_best_of(found.sets, asked_by_set(ballots, "abcd", 2, agencies))
    assert is_the_best_of(found.lists, asked_by_list(ballots, "abcd", 2, agencies))


# --- laws ----------------------------------------------------------------------------------------


@settings(max_examples=50)
@given(ballots=groups_of_five, k=st.integers(1, 5))
def test_people_copied_change_only_the_sum(ballots: Ballots, k: int) -> None:
    copies = {f"{person}'s copy": ballot for person, ballot in ballots.items()}
    alone, doubled = held(ballots, k), held(ballots | copies, k)

    assert doubled.core == alone.core
    for once, twice in ((alone.sets, doubled.sets), (alone.lists, doubled.lists)):
        assert chosen(twice) == chosen(once)
        assert (twice.worst, twice.total) == (once.worst, 2 * once.total)


@settings(max_examples=50)
@given(ballots=groups_of_five, k=st.integers(1, 5), random=st.randoms(use_true_random=False))
def test_neither_names_nor_the_order_of_people_matter(
    ballots: Ballots, k: int, random: Random
) -> None:
    people = random.sample(list(ballots), len(ballots))
    other = {f"now {person}": ballots[person] for person in people}

    one, two = held(ballots, k), held(other, k)

    for before, after in ((one.sets, two.sets), (one.lists, two.lists)):
        assert chosen(after) == chosen(before)
        for offer, again in zip(before.offers, after.offers, strict=True):
            assert {f"now {person}" for person in offer.worst_off} == set(again.worst_off)


@settings(max_examples=50)
@given(ballots=groups_of_five, k=st.integers(1, 5), random=st.randoms(use_true_random=False))
def test_items_may_be_called_anything_and_be_given_in_any_order(
    ballots: Ballots, k: int, random: Random
) -> None:
    new = dict(zip(FIVE, random.sample("vwxyz", 5), strict=True))
    renamed = {
        person: [[new[item] for item in group] for group in ballot]
        for person, ballot in ballots.items()
    }
    kinds: list[Callable[[Held], Best]] = [lambda found: found.sets, lambda found: found.lists]

    for kind in kinds:
        before, after = kind(held(ballots, k)), kind(held(renamed, k, "vwxyz"))
        assert (before.worst, before.total, before.count) == (after.worst, after.total, after.count)
        if before.count == len(before.offers):
            translated = [tuple(new[item] for item in offer.items) for offer in before.offers]
            plain = sorted if kind is kinds[1] else lambda sets: sorted(map(sorted, sets))
            assert plain(translated) == plain(offer.items for offer in after.offers)


@settings(max_examples=50)
@given(ballots=strict_groups_of_five, k=st.integers(1, 4))
def test_what_a_set_leaves_out_is_best_left_when_everyone_is_turned_over(
    ballots: Ballots, k: int
) -> None:
    over = {person: ballot[::-1] for person, ballot in ballots.items()}
    best, left = held(ballots, k).sets, held(over, 5 - k).sets

    assert (best.worst, best.total) == (left.worst, left.total)
    assert {frozenset(FIVE) - set(offer.items) for offer in best.offers} == {
        frozenset(offer.items) for offer in left.offers
    }


def test_weights_do_not_matter() -> None:
    weighed = Profile.of("abcd", OPPOSED, weights={"Ana": 5, "Ben": Fraction(1, 3)})

    assert hold_together(weighed, 2) == held(OPPOSED, 2, "abcd")


def test_people_who_abstain_lose_nothing_and_are_left_out() -> None:
    assert held({**OPPOSED, "Cam": ()}, 2, "abcd") == held(OPPOSED, 2, "abcd")


# --- regret --------------------------------------------------------------------------------------


def test_the_regret_of_a_choice_is_what_its_worst_off_lose_beyond_the_best() -> None:
    settled = regret(Profile.of("abcd", OPPOSED), "ab")

    assert settled.given == Offer(("a", "b"), 5, ("Ben",), 5)
    assert settled.best == held(OPPOSED, 2, "abcd").lists
    assert (settled.least, settled.most) == (2, 2)


def test_a_set_is_compared_with_sets() -> None:
    settled = regret(Profile.of("abcd", OPPOSED), {"b", "a"})

    assert settled.given == Offer(("a", "b"), 2, ("Ben",), 2)
    assert settled.best == held(OPPOSED, 2, "abcd").sets
    assert (settled.least, settled.most) == (1, 1)


@settings(max_examples=50)
@given(ballots=groups_of_five, k=st.integers(1, 5))
def test_nothing_is_regretted_of_the_best(ballots: Ballots, k: int) -> None:
    profile, found = Profile.of(FIVE, ballots), held(ballots, k)

    for offer in found.lists.offers[:2]:
        settled = regret(profile, offer.items)
        assert (settled.given, settled.best, settled.most) == (offer, found.lists, 0)
    for offer in found.sets.offers[:2]:
        settled = regret(profile, set(offer.items))
        assert (settled.given, settled.best, settled.most) == (offer, found.sets, 0)


# --- refusals ------------------------------------------------------------------------------------


@pytest.mark.parametrize("k", [-1, 0, 5])
def test_how_many_to_hold_is_from_one_to_all(k: int) -> None:
    with pytest.raises(BallotError) as refused:
        held(OPPOSED, k, "abcd")

    assert refused.value.fault is Fault.OUT_OF_RANGE


@pytest.mark.parametrize(
    ("choice", "fault"),
    [
        ("ax", Fault.UNKNOWN_ITEM),
        ({"x"}, Fault.UNKNOWN_ITEM),
        ("aba", Fault.REPEATED_ITEM),
        ("", Fault.OUT_OF_RANGE),
        (frozenset(), Fault.OUT_OF_RANGE),
    ],
)
def test_a_choice_names_listed_items_once(choice: Sequence[str], fault: Fault) -> None:
    with pytest.raises(BallotError) as refused:
        regret(Profile.of("abcd", OPPOSED), choice)

    assert refused.value.fault is fault


def test_where_nobody_ranked_anything_nothing_is_held() -> None:
    with pytest.raises(BallotError) as refused:
        held({"Ana": (), "Ben": ()}, 1)

    assert refused.value.fault is Fault.NOBODY_HAS_A_VIEW


# --- larger groups -------------------------------------------------------------------------------


def at_random(people: int, items: int, seed: int) -> Profile:
    random, names = Random(seed), [f"item {at}" for at in range(items)]
    return Profile.of(names, [random.sample(names, items) for _ in range(people)])


def test_a_search_that_gives_up_says_what_it_does_not_know() -> None:
    profile = at_random(12, 14, seed=3)
    known = hold_together(profile, 5)

    cut = hold_together(profile, 5, effort=3_000)

    assert (cut.lists.proven, cut.lists.count, known.lists.proven) == (False, None, True)
    assert cut.lists.at_least <= known.lists.worst <= cut.lists.worst
    assert hold_together(profile, 5, effort=3_000) == cut


def test_the_regret_lies_between_its_bounds_when_the_search_gives_up() -> None:
    profile = at_random(12, 14, seed=4)
    choice = profile.items[:5]
    known = regret(profile, choice)

    cut = regret(profile, choice, effort=0)

    assert known.least == known.most
    assert cut.least <= known.least <= cut.most
    assert cut.least < cut.most


def test_no_regret_is_below_nothing_though_the_search_gave_up_on_something_worse() -> None:
    profile = at_random(12, 10, seed=2)
    best = hold_together(profile, 7).lists.offers[0]

    cut = regret(profile, best.items, effort=0)

    assert cut.best.worst > best.worst
    assert (cut.best.proven, cut.best.count) == (False, None)
    assert cut.least == 0


def test_nobodys_own_first_leave_the_worst_off_better_off_than_the_best() -> None:
    real = [group.profile for group in published() if group.whole]
    for profile in [*real, at_random(30, 10, 1), at_random(7, 20, 2)]:
        k = min(5, len(profile.items))
        found = hold_together(profile, k)

        assert found.sets.proven
        assert found.lists.proven
        assert (found.sets.count or 0) <= comb(len(profile.items), k)
        assert (found.lists.count or 0) <= perm(len(profile.items), k)
        for person in profile.people[:3]:
            own = [group[0] for group in profile.ballot(person)][:k]
            assert regret(profile, own).least >= 0
            assert regret(profile, own).given.worst >= found.lists.worst
            assert regret(profile, set(own)).given.worst >= found.sets.worst
