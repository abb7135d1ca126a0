"""Schulze's rule, against all paths written out."""

from itertools import combinations, pairwise, permutations

from hypothesis import given as forall

from consensus.ranking.pairwise import Pairs, count_pairs
from consensus.ranking.profile import Profile
from consensus.ranking.rules import condorcet_winner, schulze, smith_set
from consensus.ranking.rules.condorcet import margins
from consensus.ranking.rules.paths import strongest_paths
from tests.consensus.ranking.rules.ballots import by_item, crowd, of_margins, tables


def strength(above: list[list[int]], start: int, end: int) -> int:
    """The strongest of all paths of majorities that pass no item twice."""
    between = [at for at in range(len(above)) if at not in (start, end)]
    paths = [
        (start, *middle, end)
        for size in range(len(between) + 1)
        for middle in permutations(between, size)
    ]
    return max(
        max(0, min(above[one][other] - above[other][one] for one, other in pairwise(path)))
        for path in paths
    )


@forall(tables(most=5))
def test_paths_are_as_strong_as_the_best_of_all_paths_written_out(pairs: Pairs) -> None:
    found = strongest_paths(margins(pairs)).tolist()
    above = pairs.above.tolist()

    for start, end in permutations(range(len(above)), 2):
        assert found[start][end] == strength(above, start, end)


@forall(tables(most=5))
def test_bands_and_places_keep_to_what_the_strongest_paths_say(pairs: Pairs) -> None:
    paths = strongest_paths(margins(pairs)).tolist()
    found = schulze(pairs)
    size = len(paths)

    for upper, lower in combinations(found.bands, 2):
        for one in upper:
            for other in lower:
                at, behind = pairs.items.index(one), pairs.items.index(other)
                assert paths[at][behind] > paths[behind][at]
    for at, (best, worst) in enumerate(found.places):
        assert best == 1 + sum(paths[other][at] > paths[at][other] for other in range(size))
        assert worst == size - sum(paths[at][other] > paths[other][at] for other in range(size))


@forall(tables(most=5))
def test_somebody_is_always_first_and_comes_from_the_smith_set(pairs: Pairs) -> None:
    found = schulze(pairs)
    winner = condorcet_winner(pairs)

    assert found.first
    assert set(found.first) <= set(smith_set(pairs))
    assert winner is None or found.first == (winner,)


def test_the_worked_example_of_the_paper() -> None:
    """Schulze (2011), example 1: 45 voters and five candidates."""
    profile = crowd(
        "abcde",
        (5, "acbed"),
        (5, "adecb"),
        (8, "bedac"),
        (3, "cabed"),
        (7, "caebd"),
        (2, "cbade"),
        (7, "dceba"),
        (8, "ebadc"),
    )

    assert schulze(count_pairs(profile)).bands == (("e",), ("a",), ("c",), ("b",), ("d",))


def test_a_large_margin_of_few_weighs_more_than_a_small_one_of_many() -> None:
    """By winning votes the circle would break where 5 to 0 is less than 6 to 5."""
    ballots = [("a", "b")] * 6 + [("b", "a")] * 5
    ballots += [("b", "c")] * 5
    ballots += [("c", "a")] * 4
    pairs = count_pairs(Profile.of("abc", ballots))

    assert schulze(pairs).bands == (("b",), ("c",), ("a",))


def test_level_with_two_is_not_level_between_the_two() -> None:
    """a beats b; nothing is known of c: all three share a band, and b cannot be first."""
    found = schulze(of_margins([[0, 1, 0], [0, 0, 0], [0, 0, 0]]))

    assert found.bands == (("a", "b", "c"),)
    assert found.first == ("a", "c")
    assert by_item(found) == {"a": (1, 2), "b": (2, 3), "c": (1, 3)}
    assert found.scores == ()
