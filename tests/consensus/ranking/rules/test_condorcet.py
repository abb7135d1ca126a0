"""What majorities say: winners, the Smith set, and Copeland's order."""

from itertools import combinations

from hypothesis import given as forall

from consensus.ranking.pairwise import Pairs, count_pairs
from consensus.ranking.profile import Profile
from consensus.ranking.rules import (
    condorcet_winner,
    copeland,
    smith_set,
    weak_condorcet_winners,
)
from consensus.ranking.rules.condorcet import margins
from tests.consensus.ranking.rules.ballots import given, of_margins, profiles, tables


def majority(profile: Profile, one: int, other: int) -> int:
    """How many more counts have one item before another than behind it, ballot by ballot."""
    return sum(
        int(count) * ((row[one] < row[other]) - (row[one] > row[other]))
        for row, count in zip(profile.places.tolist(), profile.counts, strict=True)
        if row[one] and row[other]
    )


@forall(profiles())
def test_margins_are_counted_ballot_by_ballot_and_pass_over_items_left_out(
    profile: Profile,
) -> None:
    size = len(profile.items)

    assert margins(count_pairs(profile)).tolist() == [
        [majority(profile, one, other) for other in range(size)] for one in range(size)
    ]


def test_an_item_that_beats_all_others_is_the_condorcet_winner() -> None:
    assert condorcet_winner(count_pairs(given("abc", "acb", "cba"))) == "a"


def test_in_a_circle_there_is_no_winner_and_all_are_in_the_smith_set() -> None:
    pairs = count_pairs(given("abc", "bca", "cab"))

    assert condorcet_winner(pairs) is None
    assert weak_condorcet_winners(pairs) == ()
    assert smith_set(pairs) == ("a", "b", "c")


def test_an_even_split_leaves_two_weak_winners_and_no_winner() -> None:
    pairs = count_pairs(given("abc", "bac"))

    assert condorcet_winner(pairs) is None
    assert weak_condorcet_winners(pairs) == ("a", "b")
    assert smith_set(pairs) == ("a", "b")


def test_an_item_that_nobody_ranked_loses_to_none_but_beats_none() -> None:
    pairs = count_pairs(given("ab", "ab"))

    assert condorcet_winner(pairs) is None
    assert weak_condorcet_winners(pairs) == ("a", "c")
    assert smith_set(pairs) == ("a", "b", "c")


def test_one_item_alone_wins_over_none_and_so_over_all() -> None:
    pairs = of_margins([[0]])

    assert condorcet_winner(pairs) == "a"
    assert weak_condorcet_winners(pairs) == smith_set(pairs) == ("a",)


@forall(tables())
def test_winners_are_those_found_pair_by_pair(pairs: Pairs) -> None:
    above = pairs.above.tolist()
    size = len(above)
    others = [[other for other in range(size) if other != at] for at in range(size)]
    strong = [
        at for at in range(size) if all(above[at][other] > above[other][at] for other in others[at])
    ]
    weak = [
        at
        for at in range(size)
        if all(above[at][other] >= above[other][at] for other in others[at])
    ]

    assert condorcet_winner(pairs) == (pairs.items[strong[0]] if strong else None)
    assert weak_condorcet_winners(pairs) == tuple(pairs.items[at] for at in weak)


@forall(tables())
def test_the_smith_set_is_the_smallest_part_that_beats_all_outside(pairs: Pairs) -> None:
    above = pairs.above.tolist()
    everyone = range(len(above))
    dominant = next(
        part
        for size in range(1, len(above) + 1)
        for part in combinations(everyone, size)
        if all(
            above[one][other] > above[other][one]
            for one in part
            for other in everyone
            if other not in part
        )
    )

    assert smith_set(pairs) == tuple(pairs.items[at] for at in dominant)


@forall(tables())
def test_copeland_counts_majorities_won_less_majorities_lost(pairs: Pairs) -> None:
    found = copeland(pairs)
    above = pairs.above.tolist()
    size = range(len(above))

    assert found.scores == tuple(
        sum((above[at][other] > above[other][at]) - (above[at][other] < above[other][at])
            for other in size)
        for at in size
    )  # fmt: skip
    assert sum(score for score in found.scores if score) == 0


@forall(tables())
def test_copeland_puts_a_winner_first_alone_and_the_smith_set_before_the_rest(
    pairs: Pairs,
) -> None:
    found = copeland(pairs)
    winner = condorcet_winner(pairs)
    ranked = [item for band in found.bands for item in band]
    best = smith_set(pairs)

    assert winner is None or found.first == (winner,)
    assert set(ranked[: len(best)]) == set(best)
