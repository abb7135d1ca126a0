"""What holds for every rule alike."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given as forall
from hypothesis import settings
from hypothesis import strategies as st

from consensus.ranking import rules
from consensus.ranking.pairwise import Pairs, count_pairs
from consensus.ranking.profile import Profile
from consensus.ranking.rules import (
    Outcome,
    borda,
    copeland,
    instant_runoff,
    median_rank,
    ranked_pairs,
    schulze,
)
from tests.consensus.ranking.rules.ballots import (
    as_sets,
    by_item,
    doubled,
    given,
    one_more,
    profiles,
    reordered,
    turned,
)

Count = Callable[[Profile], Outcome]


def of_pairs(rule: Callable[[Pairs], Outcome]) -> Count:
    return lambda profile: rule(count_pairs(profile))


RULES: dict[str, Count] = {
    "borda": of_pairs(borda),
    "copeland": of_pairs(copeland),
    "schulze": of_pairs(schulze),
    "ranked_pairs": of_pairs(ranked_pairs),
    "median_rank": median_rank,
    "instant_runoff": instant_runoff,
}
BY_PAIRS = ("borda", "copeland", "schulze", "ranked_pairs")
SYMMETRIC = (*BY_PAIRS, "median_rank")

few = settings(max_examples=30)
every_rule = pytest.mark.parametrize("rule", RULES)


def test_every_name_is_there() -> None:
    assert all(hasattr(rules, name) for name in rules.__all__)


@every_rule
def test_a_rule_says_its_name(rule: str) -> None:
    assert RULES[rule](given("abc")).rule == rule


@every_rule
@few
@forall(profiles())
def test_bands_hold_every_item_once_and_places_lie_within_them(rule: str, profile: Profile) -> None:
    found = RULES[rule](profile)
    places = by_item(found)
    above = 0

    assert found.items == profile.items
    assert sorted(item for band in found.bands for item in band) == sorted(profile.items)
    for band in found.bands:
        assert [item for item in profile.items if item in band] == list(band)
        assert all(above < places[item][0] <= places[item][1] for item in band)
        above += len(band)
        assert all(places[item][1] <= above for item in band)
    assert found.first
    assert found.last


@every_rule
@few
@forall(profiles(), st.data())
def test_the_order_in_which_items_are_given_changes_nothing(
    rule: str, profile: Profile, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(profile.items))))
    here, there = RULES[rule](profile), RULES[rule](reordered(profile, order))

    assert as_sets(here.bands) == as_sets(there.bands)
    assert by_item(here) == by_item(there)


@every_rule
@few
@forall(profiles())
def test_the_order_and_the_names_of_people_change_nothing(rule: str, profile: Profile) -> None:
    backwards = Profile(
        profile.items,
        tuple(f"not {person}" for person in profile.people),
        profile.places[::-1].copy(),
        profile.counts[::-1].copy(),
        profile.unit,
    )

    assert RULES[rule](profile) == RULES[rule](backwards)


@every_rule
@few
@forall(profiles())
def test_everyone_twice_changes_no_order(rule: str, profile: Profile) -> None:
    here, there = RULES[rule](profile), RULES[rule](doubled(profile))

    assert (here.bands, here.places) == (there.bands, there.places)


@every_rule
@few
@forall(profiles())
def test_whoever_abstains_counts_nowhere(rule: str, profile: Profile) -> None:
    nothing = [0] * len(profile.items)

    assert RULES[rule](profile) == RULES[rule](one_more(profile, nothing))


@pytest.mark.parametrize("rule", BY_PAIRS)
@few
@forall(profiles())
def test_whoever_finds_all_equal_moves_no_pair(rule: str, profile: Profile) -> None:
    equal = [1] * len(profile.items)

    assert RULES[rule](profile) == RULES[rule](one_more(profile, equal))


@pytest.mark.parametrize("rule", SYMMETRIC)
@few
@forall(profiles())
def test_turning_all_ballots_upside_down_turns_the_order(rule: str, profile: Profile) -> None:
    here, there = RULES[rule](profile), RULES[rule](turned(profile))
    behind = len(profile.items) + 1

    assert here.bands == there.bands[::-1]
    assert here.places == tuple((behind - worst, behind - best) for best, worst in there.places)


@every_rule
@few
@forall(st.permutations("abcde"), st.integers(1, 4))
def test_what_all_agree_on_is_the_order(rule: str, order: list[str], people: int) -> None:
    found = RULES[rule](Profile.of("abcde", [order] * people))
    # Those that are first for nobody go out of a run-off together, in the first round.
    behind = [set(order[1:])] if rule == "instant_runoff" else [{item} for item in order[1:]]

    assert as_sets(found.bands) == [{order[0]}, *behind]


@every_rule
@pytest.mark.parametrize(
    "profile",
    [
        pytest.param(given("", "", items="abcd"), id="all abstain"),
        pytest.param(Profile.of("abcd", []), id="nobody is there"),
        pytest.param(Profile.of("abcd", [[("a", "b", "c", "d")]] * 2), id="all find all equal"),
        pytest.param(given("abcd", "bcda", "cdab", "dabc", items="abcd"), id="a perfect circle"),
    ],
)
def test_where_nothing_tells_items_apart_they_stand_level(rule: str, profile: Profile) -> None:
    found = RULES[rule](profile)

    assert found.bands == (("a", "b", "c", "d"),)
    assert found.places == ((1, 4),) * 4
    assert found.first == found.last == profile.items


@every_rule
def test_two_people_who_are_opposed_leave_all_level(rule: str) -> None:
    expected = (("a", "c"), ("b",)) if rule == "instant_runoff" else (("a", "b", "c"),)

    assert RULES[rule](given("abc", "cba")).bands == expected


@every_rule
def test_one_item_is_first_and_last(rule: str) -> None:
    found = RULES[rule](given("a", items="a"))

    assert (found.bands, found.places) == ((("a",),), ((1, 1),))


@every_rule
@few
@forall(profiles(), st.integers(2, 3))
def test_a_weight_is_the_same_as_so_many_people(rule: str, profile: Profile, times: int) -> None:
    people = tuple(str(at) for at in range(len(profile.people) * times))
    rows = profile.places.repeat(times, axis=0)
    apart = Profile(profile.items, people, rows, profile.counts.repeat(times), profile.unit)
    counts = profile.counts * times
    heavier = Profile(profile.items, profile.people, profile.places, counts, profile.unit)

    assert RULES[rule](apart) == RULES[rule](heavier)


@pytest.mark.parametrize("rule", ["borda", "copeland"])
@few
@forall(profiles())
def test_scores_fall_from_band_to_band(rule: str, profile: Profile) -> None:
    found = RULES[rule](profile)
    scores = dict(zip(found.items, found.scores, strict=True))
    of_bands = [{scores[item] or 0 for item in band} for band in found.bands]

    assert all(len(here) == 1 for here in of_bands)
    for upper, lower in pairwise(of_bands):
        assert max(upper) > max(lower)


@pytest.mark.parametrize("rule", ["schulze", "ranked_pairs", "instant_runoff"])
def test_rules_that_count_nothing_for_an_item_have_no_scores(rule: str) -> None:
    assert RULES[rule](given("abc")).scores == ()
