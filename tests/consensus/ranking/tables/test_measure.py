"""How far apart tables are for each way of sitting, where some were not asked about everything."""

from itertools import combinations
from random import Random

import numpy as np
import pytest

from consensus.ranking.distance import Signs, count_opposite, pair_signs
from consensus.ranking.profile import Profile
from consensus.ranking.tables.measure import measured, of_two, shared
from consensus.ranking.tables.permutation import Seats, seatings

ITEMS = "abcde"


def signs(*ballots: str) -> Signs:
    return pair_signs(Profile.of(ITEMS, ballots).places)


def at(*seats: int) -> Seats:
    return np.array(seats, dtype=np.int16)


def drawn(people: int, seed: int = 5) -> Signs:
    random = Random(seed)
    return signs(*("".join(random.sample(ITEMS, 5)) for _ in range(people)))


def test_counting_pairs_together_and_one_by_one_is_the_same_where_all_were_asked() -> None:
    complete, ways = drawn(9), seatings((4, 3, 2), 40, 1).tables
    one_more = np.hstack([complete, np.zeros((9, 1), dtype=np.int8)])

    together, by_pair = measured(complete, ways), measured(one_more, ways)
    assert by_pair.within == pytest.approx(together.within)
    assert by_pair.between == pytest.approx(together.between)


def test_two_tables_by_themselves_are_what_they_are_among_many() -> None:
    complete, ways = drawn(7), seatings((4, 3), 40, 1).tables
    opposite = count_opposite(complete)[0].astype(np.float64)
    found = of_two(opposite[None], complete.shape[1], (4, 3), ways)

    assert found[:, 0].tolist() == measured(complete, ways).difference.tolist()


def test_tables_of_one_mind_that_left_out_different_items_are_at_no_distance() -> None:
    """All dispute whether a is before b, and nothing else; one table was not asked about a."""
    all_asked, without = ["abcde", "bacde"] * 2, ["bcde"] * 4
    found = measured(
        signs(*all_asked, *without, *all_asked), at(*[0] * 4, *[1] * 4, *[2] * 4)[None]
    )

    disputed = combinations(all_asked, 2)
    inside = sum(one != other for one, other in disputed) / 6
    assert found.within[0] == pytest.approx(inside * 8 / (4 * 8 + 6 * 12))
    assert found.between[0] == pytest.approx(0.5 * 8 / (4 * 8 + 6 * 12))


def test_a_pair_that_only_one_table_ordered_says_nothing_of_two() -> None:
    kept = shared(signs("abc", "acb", "bc", "cb"), at(0, 0, 1, 1))

    assert kept.tolist() == [[1], [-1], [1], [-1]]


def test_with_nothing_that_people_of_two_tables_ordered_there_is_no_measure() -> None:
    found = measured(signs("ab", "ba", "cd", "dc"), at(0, 0, 1, 1)[None])

    assert np.isnan(found.difference).all()


def test_ways_are_taken_in_blocks_without_any_being_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    for given in (drawn(8), signs(*["abcd", "dcba", "bcda", "ab"] * 2)):
        whole = measured(given, seatings((4, 4), 9, 1).tables).difference
        with monkeypatch.context() as patched:
            patched.setattr("consensus.ranking.tables.measure._BLOCK", 50)
            assert measured(given, seatings((4, 4), 9, 1).tables).difference.tolist() == (
                whole.tolist()
            )
