"""The laws of the rule as a whole, for as many items as a group may bring."""

from fractions import Fraction
from math import comb
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consensus.ranking.kemeny import LIVE, Combined, Effort, combine
from consensus.ranking.kemeny.parts import MOST_SEARCHED
from consensus.ranking.pairwise import Pairs, count_pairs
from consensus.ranking.profile import MOST_COUNTS, Profile, Table
from tests.consensus.ranking.kemeny.by_trial import (
    assert_nothing_wrong,
    cost_of,
    over_subsets,
)
from tests.consensus.ranking.kemeny.made_problems import (
    AMPLE,
    ENOUGH,
    FAMILIES,
    all_tied,
    around_one_order,
    at_most_in_subsets,
    chains,
    counted,
    every_family,
    has_a_view,
    items_of,
    pairs_of,
    problems,
    profiles,
    random_places,
    rearranged,
)


def solved(above: Table) -> Combined:
    combined = combine(pairs_of(above), ENOUGH)
    assert combined.proven
    assert combined.count is not None
    return combined


def positions(combined: Combined, above: Table) -> list[int]:
    items = items_of(len(above))
    return [items.index(item) for item in combined.order]


def bands_as_sets(combined: Combined) -> list[frozenset[str]]:
    return [frozenset(band) for band in combined.bands]


# --- laws -------------------------------------------------------------------------------------


@every_family
def test_the_claims_fit_one_another(above: Table) -> None:
    combined = solved(above)
    size = len(above)

    assert combined.cost == cost_of(above, positions(combined, above))
    assert combined.orders == (combined.order,)
    assert sum(combined.bands, ()) == combined.order
    assert set(combined.places) == set(items_of(size))
    assert combined.unique == (len(combined.bands) == size)
    assert combined.unique == all(best == worst for best, worst in combined.places.values())
    # Every place is somebody's, and a band's outer places are among those of its items.
    end = 0
    for band in combined.bands:
        start, end = end + 1, end + len(band)
        assert min(combined.places[item][0] for item in band) == start
        assert max(combined.places[item][1] for item in band) == end


@every_family
@pytest.mark.parametrize("seed", [1, 2])
def test_items_given_in_another_order_change_nothing_but_the_first_of_the_orders(
    above: Table, seed: int
) -> None:
    at = np.random.default_rng(seed).permutation(len(above)).tolist()
    items = items_of(len(above))
    before = solved(above)
    after = combine(pairs_of(rearranged(above, at), [items[position] for position in at]), ENOUGH)

    assert bands_as_sets(after) == bands_as_sets(before)
    assert after.places == before.places
    assert (after.cost, after.count, after.gap) == (before.cost, before.count, 0)
    assert cost_of(above, [items.index(item) for item in after.order]) == before.cost


@every_family
def test_other_names_change_nothing_but_the_names(above: Table) -> None:
    given_items, other_items = items_of(len(above)), tuple(reversed(items_of(len(above))))
    name = dict(zip(given_items, other_items, strict=True))
    before, after = solved(above), combine(pairs_of(above, other_items), ENOUGH)

    assert after.order == tuple(name[item] for item in before.order)
    assert after.bands == tuple(tuple(name[item] for item in band) for band in before.bands)
    assert after.places == {name[item]: places for item, places in before.places.items()}


@every_family
def test_with_every_ballot_reversed_all_is_reversed(above: Table) -> None:
    size = len(above)
    before, after = solved(above), solved(above.T.copy())

    assert bands_as_sets(after) == bands_as_sets(before)[::-1]
    assert after.places == {
        item: (size + 1 - worst, size + 1 - best) for item, (best, worst) in before.places.items()
    }
    assert (after.cost, after.count) == (before.cost, before.count)


@every_family
@pytest.mark.parametrize("times", [3, 2**20])
def test_with_every_ballot_cast_several_times_only_the_cost_grows(above: Table, times: int) -> None:
    before, after = solved(above), solved(above * times)

    assert (after.order, after.bands, after.places) == (before.order, before.bands, before.places)
    assert (after.cost, after.count) == (before.cost * times, before.count)


@every_family
def test_another_person_who_thinks_just_so_settles_it(above: Table) -> None:
    before = solved(above)
    place = np.argsort(positions(before, above))
    after = solved(above + (place[:, None] < place))

    assert after.unique
    assert after.order == before.order
    assert after.bands == tuple((item,) for item in before.order)
    assert after.cost == before.cost


@every_family
def test_views_on_pairs_that_are_even_cost_what_they_must_and_change_nothing(above: Table) -> None:
    before, after = solved(above), solved(above + 5 * all_tied(len(above)))

    assert (after.order, after.bands, after.places) == (before.order, before.bands, before.places)
    assert after.cost == before.cost + 5 * comb(len(above), 2)


@every_family
@pytest.mark.parametrize("end", ["first", "last"])
def test_without_its_first_or_last_item_the_rest_of_an_order_is_optimal(
    above: Table, end: str
) -> None:
    whole = solved(above)
    kept = positions(whole, above)[1:] if end == "first" else positions(whole, above)[:-1]
    at = sorted(kept)
    rest = combine(
        pairs_of(rearranged(above, at), [items_of(len(above))[position] for position in at]),
        ENOUGH,
    )

    assert rest.cost == cost_of(above, kept)
    outer = whole.bands[0] if end == "first" else whole.bands[-1]
    if len(outer) == 1:
        assert rest.bands == (whole.bands[1:] if end == "first" else whole.bands[:-1])
        assert rest.count == whole.count


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("15 items, by lot", "8 items, no consensus, 4 people"),
        ("12 items, five lists of three", "13 items, shifted"),
        ("15 items, shifted", "15 items, by lot"),
    ],
)
@pytest.mark.parametrize("by", [1, 40])
def test_two_groups_of_items_in_agreed_succession_are_solved_each_alone(
    upper: str, lower: str, by: int
) -> None:
    first, second = FAMILIES[upper], FAMILIES[lower]
    size, more = len(first), len(second)
    above = np.zeros((size + more, size + more), dtype=np.int64)
    above[:size, :size], above[size:, size:] = first, second
    above[:size, size:] = by
    both, ahead, behind = solved(above), solved(first), solved(second)
    name = dict(zip(items_of(more), items_of(size + more)[size:], strict=True))

    assert both.order == ahead.order + tuple(name[item] for item in behind.order)
    assert both.bands == ahead.bands + tuple(
        tuple(name[item] for item in band) for band in behind.bands
    )
    assert both.cost == ahead.cost + behind.cost
    assert both.count == (ahead.count or 0) * (behind.count or 0)
    assert both.places == ahead.places | {
        name[item]: (size + best, size + worst) for item, (best, worst) in behind.places.items()
    }


@given(problems(2, 4), problems(2, 4))
@settings(max_examples=40)
def test_two_groups_of_items_that_are_level_throughout_interleave_in_every_way(
    first: Table, second: Table
) -> None:
    size, more = len(first), len(second)
    above = np.ones((size + more, size + more), dtype=np.int64)
    above[:size, :size], above[size:, size:] = first, second
    with at_most_in_subsets(3):
        both = combine(pairs_of(above), AMPLE)
    alone = [combine(pairs_of(each)) for each in (first, second)]

    assert both.cost == sum(each.cost for each in alone) + size * more
    assert both.count == (alone[0].count or 0) * (alone[1].count or 0) * comb(size + more, size)


@settings(max_examples=50)
@given(profiles(most=9, people=8).filter(has_a_view), st.randoms(use_true_random=False))
def test_it_does_not_matter_who_answers_first(profile: Profile, random: Random) -> None:
    rows = random.sample(range(len(profile.people)), len(profile.people))
    later = Profile(
        profile.items,
        tuple(profile.people[row] for row in rows),
        profile.places[rows],
        profile.counts[rows],
        profile.unit,
    )
    for in_subsets in (14, 3):
        with at_most_in_subsets(in_subsets):
            assert combine(count_pairs(later), most_orders=9) == combine(
                count_pairs(profile), most_orders=9
            )


@pytest.mark.parametrize("effort", [Effort(1, 1), Effort(40, 200), LIVE])
@every_family
def test_the_same_pairs_give_the_same_each_time(above: Table, effort: Effort) -> None:
    once, again = (combine(pairs_of(above), effort, most_orders=3) for _ in range(2))

    assert once == again


# --- scale ------------------------------------------------------------------------------------


def test_five_thousand_people_and_fifty_items_are_combined_with_proof() -> None:
    places = around_one_order(50, 5_000, noise=12, seed=1)
    pairs = count_pairs(Profile.of_places(items_of(50), places))
    combined = combine(pairs)

    assert combined.proven
    assert combined.unique
    order = [pairs.items.index(item) for item in combined.order]
    assert combined.cost == cost_of(pairs.above, order)
    # Nobody's majority stands against the order, so no order can be better.
    assert combined.cost == np.minimum(pairs.above, pairs.above.T).sum() // 2


def test_five_thousand_people_without_consensus_get_an_order_and_its_gap() -> None:
    places = random_places(50, 5_000, seed=2)
    places[::2, ::3] = 0
    pairs = count_pairs(Profile.of_places(items_of(50), places))
    combined = combine(pairs, Effort(pivots=60, ways=1_000))

    assert sorted(combined.order) == list(pairs.items)
    assert combined.cost == cost_of(
        pairs.above, [pairs.items.index(item) for item in combined.order]
    )
    assert combined.cost - combined.gap >= np.minimum(pairs.above, pairs.above.T).sum() // 2


@pytest.mark.parametrize("size", [14, 16])
def test_the_largest_and_finest_voices_are_counted_exactly(size: int) -> None:
    """Orders that differ by one count in a million million are told apart."""
    above = counted(random_places(size, 4, seed=size)) * (MOST_COUNTS // 4)
    rng = np.random.default_rng(size)
    noise = rng.integers(0, 2, (size, size))
    np.fill_diagonal(noise, 0)
    above = np.maximum(above - noise, 0)
    pairs = pairs_of(above)
    truth = over_subsets(above)

    assert combine(pairs) == combine(pairs, AMPLE)
    assert_nothing_wrong(combine(pairs), pairs, truth)
    assert combine(pairs).cost == truth.cost


def test_weights_with_a_large_unit_are_counted_exactly() -> None:
    people = [str(at) for at in range(1, 8)]
    weights = {
        person: Fraction(1, prime)
        for person, prime in zip(people, (2, 3, 5, 7, 11, 13, 17), strict=True)
    }
    profile = Profile.of_places(items_of(16), random_places(16, 7, seed=3), people, weights)
    pairs = count_pairs(profile)
    combined = combine(pairs)

    assert pairs.unit == 510_510
    assert combined.count is not None
    assert_nothing_wrong(combined, pairs, over_subsets(pairs.above))


# --- more items than can be searched ----------------------------------------------------------


def rows_of_many(*lengths: int) -> tuple[Pairs, int]:
    """Rows of agreed order that are level with one another, and the least that they cost."""
    above = chains(*lengths)
    return pairs_of(above), int(np.minimum(above, above.T).sum()) // 2


def assert_an_order(combined: Combined, above: Table) -> None:
    apart = int(np.minimum(above, above.T).sum()) // 2
    assert sorted(combined.order) == sorted(items_of(len(above)))
    assert combined.cost == cost_of(above, positions(combined, above))
    assert combined.cost >= combined.cost - combined.gap >= apart
    assert sum(combined.bands, ()) == combined.order
    for place, item in enumerate(combined.order, start=1):
        assert combined.places[item][0] <= place <= combined.places[item][1]


@pytest.mark.parametrize("size", [59, MOST_SEARCHED, MOST_SEARCHED + 1, 63, 64, 65, 70, 130])
def test_one_item_that_is_level_with_a_long_row_may_stand_anywhere_in_it(size: int) -> None:
    pairs, least = rows_of_many(size - 1, 1)
    combined = combine(pairs)

    assert_an_order(combined, pairs.above)
    assert combined.cost == least
    assert combined.proven
    assert combined.count == (size if size <= MOST_SEARCHED else None)
    assert combined.order == pairs.items or size > MOST_SEARCHED
    assert combined.places[pairs.items[-1]] == (1, size)


@pytest.mark.parametrize("size", [58, 60, 62, 64, 66])
def test_two_long_rows_that_are_level_interleave_in_every_way(size: int) -> None:
    pairs, least = rows_of_many(size // 2, size // 2)
    combined = combine(pairs)

    assert_an_order(combined, pairs.above)
    assert combined.cost == least
    assert combined.proven
    assert combined.count == (comb(size, size // 2) if size <= MOST_SEARCHED else None)


@pytest.mark.parametrize("size", [58, 60, 61, 63, 64, 65, 66, 90])
@pytest.mark.parametrize("people", [9, 10])
def test_many_items_of_a_contrary_group_are_in_an_order_with_its_gap(
    size: int, people: int
) -> None:
    above = counted(around_one_order(size, people, noise=size, seed=size))

    assert_an_order(combine(pairs_of(above)), above)


def test_before_and_after_more_items_than_can_be_searched_all_is_certain() -> None:
    size = MOST_SEARCHED + 12
    above = np.triu(np.full((size, size), 2), 1)
    above[5:-5, 5:-5] = counted(random_places(size - 10, 6, seed=1))
    combined = combine(pairs_of(above))
    items = items_of(size)

    assert_an_order(combined, above)
    assert list(map(len, combined.bands)) == [*[1] * 5, size - 10, *[1] * 5]
    assert combined.order[:5] == items[:5]
    assert combined.order[-5:] == items[-5:]
    assert {combined.places[item] for item in items[5:-5]} == {(6, size - 5)}
