"""How many people it takes to alter a result, held against every change that people can make."""

import json
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations, combinations_with_replacement, permutations, product
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.kemeny import combine
from consensus.ranking.pairwise import Pairs, count_pairs
from consensus.ranking.profile import Order, Profile, Table, Voices, one_agency_one_voice
from consensus.ranking.robustness import Absence, Absent, Change, Robustness, absent, robustness

PUBLISHED = Path(__file__).parents[4] / "../shared/data/rankings"
MANY = "abcdefghijklmnopqrst"
PARTS = ("first", "top", "last", "order")
OPEN = Change(at_least=0, at_most=0)

# Written out in groups, best first: (("b",), ("a", "c")) leaves out d.
Ballot = tuple[tuple[str, ...], ...]


# --- groups --------------------------------------------------------------------------------------


def whole(order: Sequence[str]) -> Ballot:
    return tuple((item,) for item in order)


@st.composite
def ballots_of(draw: st.DrawFn, items: str) -> Ballot:
    """Some of the items in some order, some of them equal."""
    kept = draw(st.permutations(items))[: draw(st.integers(0, len(items)))]
    groups: list[tuple[str, ...]] = []
    for item in kept:
        if groups and draw(st.integers(0, 3)) == 0:
            groups[-1] = (*groups[-1], item)
        else:
            groups.append((item,))
    return tuple(groups)


def strict_groups_of(items: str, most: int) -> st.SearchStrategy[list[Ballot]]:
    return st.lists(st.permutations(items).map(whole), min_size=1, max_size=most)


def groups_of(items: str, most: int) -> st.SearchStrategy[list[Ballot]]:
    """One to a few people, of whom at least one puts some item before another."""
    ballots = st.one_of(st.permutations(items).map(whole), ballots_of(items))
    groups = st.lists(ballots, min_size=1, max_size=most)
    return groups.filter(lambda group: any(len(ballot) > 1 for ballot in group))


def drawn(size: int, people: int, noise: float, random: Random) -> Profile:
    """People who feel each item's place with some noise."""
    ballots = []
    for _ in range(people):
        felt = {item: random.gauss(at, noise) for at, item in enumerate(MANY[:size])}
        ballots.append(sorted(felt, key=felt.__getitem__))
    return Profile.of(MANY[:size], ballots)


def weighted(profile: Profile, weights: Iterable[Fraction]) -> Profile:
    ballots = {person: profile.ballot(person) for person in profile.people}
    return Profile.of(profile.items, ballots, dict(zip(profile.people, weights, strict=True)))


def agencies(people: int, random: Random) -> list[Fraction]:
    """What each person counts where each of three agencies counts as one."""
    return list(
        one_agency_one_voice({str(at): random.choice("XYZ") for at in range(people)}).values()
    )


# --- counting by hand ----------------------------------------------------------------------------


def part_of(order: Sequence[str], part: str, top: int) -> object:
    of = {
        "first": order[0],
        "top": frozenset(order[:top]),
        "last": order[-1],
        "order": tuple(order),
    }
    return of[part]


@cache
def orders_of(items: tuple[str, ...]) -> list[tuple[str, ...]]:
    return list(permutations(items))


@cache
def contradicted(ballot: Ballot, items: tuple[str, ...]) -> Table:
    """How many pairs of the ballot each order of all items has the other way round."""
    orders = np.array([[order.index(item) for item in items] for order in orders_of(items)])
    against = np.zeros(len(orders), dtype=np.int64)
    for better, worse in combinations(ballot, 2):
        for one, other in product(better, worse):
            against += orders[:, items.index(one)] > orders[:, items.index(other)]
    return against


@cache
def whole_ballots(items: tuple[str, ...]) -> Table:
    """What each whole order contradicts: (ballots, orders)."""
    return np.array([contradicted(whole(order), items) for order in orders_of(items)])


@cache
def all_ballots(items: tuple[str, ...]) -> Table:
    """What each ballot contradicts, with ties and gaps or none, or empty: (ballots, orders)."""
    found = [
        contradicted(
            tuple(
                tuple(item for item, own in zip(items, places, strict=True) if own == place)
                for place in range(1, len(items) + 1)
            ),
            items,
        )
        for places in product(range(len(items) + 1), repeat=len(items))
    ]
    return np.unique(found, axis=0)


class ByHand:
    """A few items: all their orders, and what each overrules of everyone's ballots."""

    def __init__(self, profile: Profile) -> None:
        self.items = profile.items
        self.counts = profile.counts
        each = [contradicted(profile.ballot(person), self.items) for person in profile.people]
        self.each = np.array(each) * self.counts[:, None]
        self.costs = self.each.sum(axis=0)

    def parts(self, part: str, top: int) -> set[object]:
        """What this part is in each of the best orders."""
        best = np.flatnonzero(self.costs == self.costs.min())
        return {part_of(orders_of(self.items)[at], part, top) for at in best}

    def altered(self, costs: Iterable[Table], part: str, top: int) -> bool:
        """Whether a best order differs in this part, for any row of any table of costs."""
        [now] = self.parts(part, top)
        keeps = np.array([part_of(order, part, top) == now for order in orders_of(self.items)])
        return any((table[:, ~keeps].min(1) <= table[:, keeps].min(1)).any() for table in costs)

    def with_missing(self, missing: int) -> Table:
        """The costs for every choice of a whole ballot for each of the missing, one count each."""
        ballots = whole_ballots(self.items)
        chosen = list(combinations_with_replacement(range(len(ballots)), missing))
        return np.array(self.costs + ballots[chosen].sum(axis=1))

    def with_copies(self, counts: int) -> Table:
        """The costs where all the missing take the same whole order."""
        return np.array(self.costs + counts * whole_ballots(self.items))

    def with_changed(self, people: int, ballots: Table) -> list[Table]:
        """The costs for every choice of so many people and a new ballot for each of them."""
        each = range(len(ballots))
        of_equals = list(combinations_with_replacement(each, people))
        tables = []
        for whose in map(list, combinations(range(len(self.each)), people)):
            equals = len(set(self.counts[whose].tolist())) == 1
            chosen = of_equals if equals else list(product(each, repeat=people))
            taken = self.costs - self.each[whose].sum(axis=0)
            tables.append(taken + np.tensordot(self.counts[whose], ballots[chosen], (0, 1)))
        return tables


# --- counting from scratch -----------------------------------------------------------------------


def is_altered(profile: Profile, part: str, top: int, now: Order) -> bool:
    """Say whether a best order differs in this part from the one that stands."""
    found = combine(count_pairs(profile), most_orders=200)
    assert found.proven
    was = part_of([str(item) for item in now], part, top)
    return any(part_of(order, part, top) != was for order in found.orders)


def with_more(profile: Profile, ballot: Order, people: int) -> Profile:
    """The same group with so many more people of one ballot, each of one voice."""
    more = Profile.of(profile.items, {f"missing {at}": ballot for at in range(people)})
    return Profile(
        profile.items,
        profile.people + more.people,
        np.vstack([profile.places, more.places]),
        np.concatenate([profile.counts, more.counts * profile.unit]),
        profile.unit,
    )


def with_changed(profile: Profile, ballot: Order, whose: Iterable[int]) -> Profile:
    """The same group after these people took this ballot for their own."""
    places = profile.places.copy()
    places[list(whose)] = Profile.of(profile.items, [ballot]).places
    return Profile(profile.items, profile.people, places, profile.counts.copy(), profile.unit)


def moved(profile: Profile, ballot: Order, now: Order) -> list[int]:
    """How far each person's change to the ballot leads away from the order that stands."""
    ways, stands = (count_pairs(Profile.of(profile.items, [own])).above for own in (ballot, now))

    def by(person: str) -> Table:
        said = count_pairs(Profile.of(profile.items, [profile.ballot(person)])).above
        changed: Table = (ways - said) * (ways != stands) * (ways - ways.T)
        return changed

    far = [int(by(person).sum()) for person in profile.people]
    return [own * int(count) for own, count in zip(far, profile.counts, strict=True)]


def can_be_done(profile: Profile, change: Change, part: str, top: int, now: Order) -> bool:
    """Let those moved most take the ballot, by lot where they are equal: is the part altered?"""
    assert change.at_most is not None
    far = moved(profile, change.ballot, now)
    random = Random(0)
    return any(
        is_altered(with_changed(profile, change.ballot, whose[: change.at_most]), part, top, now)
        for whose in (
            sorted(range(len(far)), key=lambda at: (-far[at], random.random())) for _ in range(200)
        )
    )


def changes(found: Robustness) -> list[Change]:
    return [found.first, found.top, found.last, found.order]


def absences(found: Absent) -> list[Absence]:
    return [found.first, found.top, found.last, found.order]


def safety(pairs: Pairs, missing: Voices, top: int) -> list[bool | None]:
    return [absence.safe for absence in absences(absent(pairs, missing, top))]


# --- the missing: every ballot of theirs gone through --------------------------------------------


def the_missing_are_right(profile: Profile, missing: int, top: int, costs: Table) -> None:
    counted = ByHand(profile)
    pairs = count_pairs(profile)

    for part, absence in zip(PARTS, absences(absent(pairs, missing, top)), strict=True):
        if len(counted.parts(part, top)) > 1:
            assert absence == Absence(safe=False)
            continue
        assert absence.safe is not counted.altered([costs], part, top)
        if absence.safe:
            assert absence.ballot == ()
        else:
            after = with_more(profile, absence.ballot, missing)
            assert is_altered(after, part, top, combine(pairs).order)


@settings(max_examples=60)
@given(ballots=groups_of("abc", most=7), missing=st.integers(1, 3), top=st.integers(1, 2))
def test_three_items_what_the_missing_could_do_is_what_ballots_of_theirs_do(
    ballots: list[Ballot], missing: int, top: int
) -> None:
    profile = Profile.of("abc", ballots)

    the_missing_are_right(profile, missing, top, ByHand(profile).with_missing(missing))


@settings(max_examples=40)
@given(ballots=groups_of("abcd", most=7), missing=st.integers(1, 3), top=st.integers(1, 3))
def test_four_items_what_the_missing_could_do_is_what_ballots_of_theirs_do(
    ballots: list[Ballot], missing: int, top: int
) -> None:
    profile = Profile.of("abcd", ballots)

    the_missing_are_right(profile, missing, top, ByHand(profile).with_missing(missing))


@settings(max_examples=10)
@given(ballots=groups_of("abcde", most=8), missing=st.integers(1, 2), top=st.integers(1, 4))
def test_five_items_what_the_missing_could_do_is_what_ballots_of_theirs_do(
    ballots: list[Ballot], missing: int, top: int
) -> None:
    profile = Profile.of("abcde", ballots)

    the_missing_are_right(profile, missing, top, ByHand(profile).with_missing(missing))


@pytest.mark.parametrize(("people", "missing"), [(5, 1), (8, 3), (11, 2)])
def test_six_items_what_the_missing_could_do_is_what_one_order_of_theirs_does(
    people: int, missing: int
) -> None:
    profile = drawn(6, people, noise=2.0, random=Random(people))

    the_missing_are_right(profile, missing, 3, ByHand(profile).with_copies(missing))


@settings(max_examples=40)
@given(ballots=groups_of("abcd", most=6), missing=st.integers(1, 2), seed=st.integers(0, 99))
def test_a_missing_agency_counts_as_one_voice_among_agencies(
    ballots: list[Ballot], missing: int, seed: int
) -> None:
    weights = agencies(len(ballots), Random(seed))
    profile = weighted(Profile.of("abcd", ballots), weights)

    the_missing_are_right(profile, missing, 2, ByHand(profile).with_copies(missing * profile.unit))


@settings(max_examples=30)
@given(ballots=groups_of("abcd", most=4), counts=st.integers(1, 11))
def test_parts_of_a_voice_can_be_missing(ballots: list[Ballot], counts: int) -> None:
    sixths = [Fraction(1, 2), Fraction(1, 3), Fraction(1), Fraction(1, 6)][: len(ballots)]
    profile = weighted(Profile.of("abcd", ballots), sixths)
    counted, pairs = ByHand(profile), count_pairs(profile)

    found = absent(pairs, Fraction(counts, profile.unit), 2)

    for part, absence in zip(PARTS, absences(found), strict=True):
        if len(counted.parts(part, 2)) == 1:
            assert absence.safe is not counted.altered([counted.with_copies(counts)], part, 2)


# --- changes of mind: every choice of people and of ballots --------------------------------------


def changes_are_right(profile: Profile, top: int, most: int, ballots: Table) -> None:
    """Go through every change of mind of up to so many people, to any of these ballots."""
    counted = ByHand(profile)
    now = combine(count_pairs(profile)).order
    tables = [counted.with_changed(people, ballots) for people in range(1, most + 1)]

    for part, change in zip(PARTS, changes(robustness(profile, top)), strict=True):
        if len(counted.parts(part, top)) > 1:
            assert change == OPEN
            continue
        altered = [counted.altered(table, part, top) for table in tables]
        assert not any(altered[: change.at_least - 1])
        assert change.at_most is not None
        assert change.at_least <= change.at_most <= len(profile.people)
        assert all(altered[change.at_most - 1 :])
        assert can_be_done(profile, change, part, top, now)


@settings(max_examples=25)
@given(ballots=groups_of("abc", most=6), top=st.integers(1, 2))
def test_three_items_the_fewest_people_lie_within_what_is_said(
    ballots: list[Ballot], top: int
) -> None:
    changes_are_right(
        Profile.of("abc", ballots), top, min(3, len(ballots)), whole_ballots(tuple("abc"))
    )


@settings(max_examples=20)
@given(ballots=groups_of("abcd", most=5), top=st.integers(1, 3))
def test_four_items_the_fewest_people_lie_within_what_is_said(
    ballots: list[Ballot], top: int
) -> None:
    changes_are_right(
        Profile.of("abcd", ballots), top, min(3, len(ballots)), whole_ballots(tuple("abcd"))
    )


@settings(max_examples=4)
@given(ballots=groups_of("abcde", most=5), top=st.integers(1, 4))
def test_five_items_the_fewest_people_lie_within_what_is_said(
    ballots: list[Ballot], top: int
) -> None:
    changes_are_right(
        Profile.of("abcde", ballots), top, min(2, len(ballots)), whole_ballots(tuple("abcde"))
    )


@settings(max_examples=20)
@given(ballots=groups_of("abc", most=5), top=st.integers(1, 2))
def test_changing_to_ballots_with_ties_or_gaps_does_no_more(
    ballots: list[Ballot], top: int
) -> None:
    changes_are_right(
        Profile.of("abc", ballots), top, min(3, len(ballots)), all_ballots(tuple("abc"))
    )


@settings(max_examples=15)
@given(ballots=groups_of("abcd", most=5), seed=st.integers(0, 99))
def test_with_weights_people_are_counted_and_not_their_voices(
    ballots: list[Ballot], seed: int
) -> None:
    weights = agencies(len(ballots), Random(seed))
    profile = weighted(Profile.of("abcd", ballots), weights)

    changes_are_right(profile, 2, min(2, len(ballots)), whole_ballots(tuple("abcd")))


def test_a_ballot_heavy_enough_but_with_nothing_to_take_away_is_not_enough() -> None:
    """a is last by 5/6: a new ballot of 1/2 would do if the old one had put a above the others."""
    ballots: list[Ballot] = [
        whole("bcda"),
        whole("bcda"),
        (("b", "d"), ("c",), ("a",)),
        (),
        whole("a"),
    ]
    quarter, third, half = Fraction(1, 4), Fraction(1, 3), Fraction(1, 2)
    profile = weighted(Profile.of("abcd", ballots), [quarter, quarter, third, third, half])

    changes_are_right(profile, 2, 2, whole_ballots(tuple("abcd")))
    assert robustness(profile, 2).last.at_least == 2


# --- the same, found by trial and not by going through everything --------------------------------


@pytest.mark.parametrize("size", [7, 9, 12, 14, 15, 19])
@pytest.mark.parametrize(("people", "noise"), [(8, 3.0), (30, 5.0)])
def test_many_items_what_is_claimed_can_be_done(size: int, people: int, noise: float) -> None:
    profile = drawn(size, people, noise, Random(size * people))
    pairs = count_pairs(profile)
    now = combine(pairs).order

    found = robustness(profile, 5)

    for part, change in zip(PARTS, changes(found), strict=True):
        if change.at_most == 0:
            assert change == OPEN
            assert is_altered(profile, part, 5, now)
        elif change.at_most is not None:
            assert 1 <= change.at_least <= change.at_most <= people
            assert can_be_done(profile, change, part, 5, now)
    for missing in (1, 2, 4):
        for part, absence in zip(PARTS, absences(absent(pairs, missing, 5)), strict=True):
            if absence.ballot and absence.safe is False:
                assert is_altered(with_more(profile, absence.ballot, missing), part, 5, now)
            elif absence.safe is False:
                assert is_altered(profile, part, 5, now)


def near(order: Sequence[str], top: int, random: Random) -> list[str]:
    """A ballot that somebody would try: two change places, or one goes first and one last."""
    into, out = random.choice(order[top:]), random.choice(order[:top])
    if random.random() < 0.5:
        return [into, *(item for item in order if item not in (into, out)), out]
    return [{into: out, out: into}.get(item, item) for item in order]


@pytest.mark.parametrize("size", [7, 12, 17])
def test_many_items_fewer_people_are_not_found_to_alter_anything(size: int) -> None:
    random = Random(size)
    profile = drawn(size, 15, noise=3.0, random=random)
    pairs = count_pairs(profile)
    now = combine(pairs).order
    found = robustness(profile, 4)
    safe = absent(pairs, 3, 4)

    for _ in range(12):
        ballot = near(now, 4, random)
        after = with_more(profile, ballot, 3)
        far = moved(profile, ballot, now)
        likely = sorted(range(len(far)), key=far.__getitem__, reverse=True)
        for part in PARTS:
            fewer = likely[: max(0, getattr(found, part).at_least - 1)]
            if fewer:
                assert not is_altered(with_changed(profile, ballot, fewer), part, 4, now)
            if getattr(safe, part).safe:
                assert not is_altered(after, part, 4, now)


@pytest.mark.parametrize("size", [7, 10, 14])
def test_for_up_to_fourteen_items_it_is_always_known_whether_the_order_is_safe(size: int) -> None:
    random = Random(size)
    for people in (3, 8, 9, 30):
        pairs = count_pairs(drawn(size, people, noise=4.0, random=random))
        assert all(absent(pairs, missing, 5).order.safe is not None for missing in range(5))


def test_a_change_is_exact_when_both_bounds_meet() -> None:
    assert OPEN.exact
    assert Change(2, 2, ("a", "b")).exact
    assert not Change(2, 3, ("a", "b")).exact
    assert not Change(2, None).exact


# --- groups one can see through ------------------------------------------------------------------


@pytest.mark.parametrize("size", [2, 6, 12, 16])
@pytest.mark.parametrize("people", [1, 4, 5])
def test_a_unanimous_group_falls_to_half_of_its_people(size: int, people: int) -> None:
    order = MANY[:size]
    profile = Profile.of(order, [order] * people)
    half = -(-people // 2)

    for change in changes(robustness(profile, 1)):
        assert (change.at_least, change.at_most) == (half, half)
    assert safety(count_pairs(profile), people - 1, 1) == [True] * 4
    assert safety(count_pairs(profile), people, 1) == [False] * 4


@pytest.mark.parametrize("size", [2, 3, 7, 14])
def test_between_two_opposed_people_everything_is_open_already(size: int) -> None:
    order = MANY[:size]
    profile = Profile.of(order, [order, order[::-1]])

    assert changes(robustness(profile, 1)) == [OPEN] * 4
    assert absences(absent(count_pairs(profile), 0, 1)) == [Absence(safe=False)] * 4


def test_what_best_orders_differ_in_is_open_and_what_they_share_is_not() -> None:
    profile = Profile.of("abcd", ["abcd", "abcd", "abdc", "abdc"])

    found = robustness(profile, 2)

    assert (found.last, found.order) == (OPEN, OPEN)
    assert found.first == Change(2, 2, found.first.ballot)
    assert found.top == Change(2, 2, found.top.ballot)
    assert safety(count_pairs(profile), 3, 2) == [True, True, False, False]
    assert safety(count_pairs(profile), 4, 2) == [False] * 4


def test_one_person_decides_alone_and_may_think_again() -> None:
    found = robustness(Profile.of("abcd", ["cadb"]), 2)

    assert [(change.at_least, change.at_most) for change in changes(found)] == [(1, 1)] * 4
    assert found.first.ballot[0] != "c"
    assert set(found.top.ballot[:2]) != {"c", "a"}
    assert found.last.ballot[-1] != "b"
    assert found.order.ballot != ("c", "a", "d", "b")


def test_people_who_abstain_or_find_all_equal_can_be_won_over_by_adding_a_view() -> None:
    """Three voices to none: two of the three could change, or three who said nothing speak up."""
    silent: list[Ballot] = [(), (("a", "b"),), ()]
    profile = Profile.of("ab", [*[whole("ab")] * 3, *silent])

    assert robustness(profile, 1).order == Change(2, 2, ("b", "a"))
    assert safety(count_pairs(profile), 2, 1) == [True] * 4
    assert safety(count_pairs(profile), 3, 1) == [False] * 4


def test_the_heaviest_ballot_counts_as_one_person() -> None:
    weights = {"Ana": 5, "Ben": 1, "Cam": 1, "Dee": 1}
    ballots = {"Ana": "ab", "Ben": "ab", "Cam": "ab", "Dee": "ba"}
    profile = Profile.of("ab", ballots, weights)

    assert robustness(profile, 1).first == Change(1, 1, ("b", "a"))
    assert safety(count_pairs(profile), 5, 1) == [True] * 4
    assert safety(count_pairs(profile), 6, 1) == [False] * 4


def test_light_ballots_are_not_enough_and_that_is_known() -> None:
    weights = {"Ana": Fraction(5), "Ben": Fraction(1, 3), "Cam": Fraction(1, 3)}
    profile = Profile.of("ab", {"Ana": "ab", "Ben": "ba", "Cam": "ba"}, weights)

    assert robustness(profile, 1).order == Change(1, 1, ("b", "a"))
    assert absent(count_pairs(profile), Fraction(13, 3), 1).order == Absence(False, ("b", "a"))
    assert absent(count_pairs(profile), 4, 1).order == Absence(True)


def test_what_could_not_be_decided_is_not_claimed() -> None:
    """Sixteen items level with one another have more best orders than can be gone through."""
    profile = Profile.of([*MANY[:16], "z"], ["z"], not_ranked="below")

    found, missing = robustness(profile, 5), absent(count_pairs(profile), 0, 5)

    assert (found.first.at_least, found.first.at_most) == (1, 1)
    assert missing.first == Absence(True)
    for part in ("top", "last", "order"):
        assert getattr(found, part) == Change(0, None)
        assert getattr(missing, part) == Absence(None)


# --- laws ----------------------------------------------------------------------------------------

some_groups = groups_of("abcd", most=6)


@settings(max_examples=15)
@given(ballots=some_groups, top=st.integers(1, 3))
def test_what_few_missing_could_alter_more_could_too(ballots: list[Ballot], top: int) -> None:
    pairs = count_pairs(Profile.of("abcd", ballots))

    by_part = zip(*(safety(pairs, missing, top) for missing in range(7)), strict=True)

    assert all(list(answers) == sorted(answers, reverse=True) for answers in by_part)


@pytest.mark.parametrize("size", [7, 12, 16])
def test_many_items_what_few_missing_could_alter_is_never_safe_from_more(size: int) -> None:
    for people in (5, 8):
        pairs = count_pairs(drawn(size, people, noise=3.0, random=Random(people)))
        for answers in zip(*(safety(pairs, missing, 5) for missing in range(8)), strict=True):
            if False in answers:
                assert True not in answers[answers.index(False) :]


@pytest.mark.parametrize("size", [7, 10, 14, 16])
def test_one_change_of_mind_is_worth_no_more_than_two_who_were_missing(size: int) -> None:
    profile = drawn(size, 11, noise=3.0, random=Random(size))
    found, pairs = robustness(profile, 5), count_pairs(profile)

    for part, change in zip(PARTS, changes(found), strict=True):
        if change.at_most is not None:
            assert getattr(absent(pairs, 2 * change.at_most, 5), part).safe is not True


@settings(max_examples=15)
@given(ballots=strict_groups_of("abcd", most=7), more=st.integers(1, 3))
def test_more_people_with_the_best_order_never_make_the_order_easier_to_alter(
    ballots: list[Ballot], more: int
) -> None:
    profile = Profile.of("abcd", ballots)
    best = combine(count_pairs(profile))
    assume(best.unique)

    after = with_more(profile, best.order, more)

    assert robustness(profile, 2).order.at_least <= robustness(after, 2).order.at_least


@settings(max_examples=15)
@given(ballots=some_groups, top=st.integers(1, 3), missing=st.integers(0, 4))
def test_three_times_the_people_stand_up_to_three_times_the_missing(
    ballots: list[Ballot], top: int, missing: int
) -> None:
    once, thrice = (count_pairs(Profile.of("abcd", ballots * times)) for times in (1, 3))

    assert safety(once, missing, top) == safety(thrice, 3 * missing, top)


@settings(max_examples=15)
@given(ballots=some_groups, top=st.integers(1, 3), weight=st.sampled_from([2, Fraction(3, 7)]))
def test_if_everyone_counts_the_same_it_does_not_matter_how_much(
    ballots: list[Ballot], top: int, weight: int | Fraction
) -> None:
    alike = Profile.of("abcd", ballots)
    heavy = weighted(alike, [Fraction(weight)] * len(ballots))

    assert robustness(alike, top) == robustness(heavy, top)
    assert absent(count_pairs(alike), 2, top) == absent(count_pairs(heavy), 2 * weight, top)


@settings(max_examples=15)
@given(ballots=some_groups, top=st.integers(1, 3), seed=st.integers(0, 99))
def test_it_does_not_matter_what_items_and_people_are_called(
    ballots: list[Ballot], top: int, seed: int
) -> None:
    names = dict(zip("abcd", Random(seed).sample("wxyz", 4), strict=True))
    called = [tuple(tuple(names[item] for item in group) for group in own) for own in ballots]
    other = Profile.of(list(names.values()), {f"person {at}": own for at, own in enumerate(called)})
    own = Profile.of("abcd", ballots)

    for one, again in zip(
        changes(robustness(own, top)), changes(robustness(other, top)), strict=True
    ):
        ballot = tuple(names[item] for item in one.ballot)
        assert Change(one.at_least, one.at_most, ballot) == again
    for absence, also in zip(
        absences(absent(count_pairs(own), 2, top)),
        absences(absent(count_pairs(other), 2, top)),
        strict=True,
    ):
        assert Absence(absence.safe, tuple(names[item] for item in absence.ballot)) == also


def bounds(found: Robustness) -> list[tuple[int, int | None]]:
    return [(change.at_least, change.at_most) for change in changes(found)]


@settings(max_examples=15)
@given(ballots=some_groups, top=st.integers(1, 3), seed=st.integers(0, 99))
def test_it_does_not_matter_who_answered_first(ballots: list[Ballot], top: int, seed: int) -> None:
    weights = agencies(len(ballots), Random(seed))
    came = list(zip(ballots, weights, strict=True))
    other = Random(seed).sample(came, len(came))
    one, two = (
        weighted(Profile.of("abcd", [own for own, _ in order]), [weight for _, weight in order])
        for order in (came, other)
    )

    assert bounds(robustness(one, top)) == bounds(robustness(two, top))
    assert absent(count_pairs(one), 1, top) == absent(count_pairs(two), 1, top)


def test_it_does_not_matter_who_answered_first_where_several_ballots_would_do() -> None:
    ballots = ["abdc", "bacd", "dabc", "cabd"]

    found = [robustness(Profile.of("abcd", order), 3) for order in permutations(ballots)]

    assert found == found[:1] * 24


@pytest.mark.parametrize("size", [5, 7, 10])
def test_it_does_not_matter_in_which_order_items_are_given(size: int) -> None:
    for people in (5, 8):
        random = Random(size * people)
        profile = drawn(size, people, noise=3.0, random=random)
        ballots = [profile.ballot(person) for person in profile.people]
        shuffled = Profile.of(random.sample(profile.items, size), ballots)

        one, other = robustness(profile, 3), robustness(shuffled, 3)

        for change, again in zip(changes(one), changes(other), strict=True):
            assert change.at_least == again.at_least
            assert not (change.exact and again.exact) or change.at_most == again.at_most
        for missing in (1, 3):
            assert safety(count_pairs(profile), missing, 3) == safety(
                count_pairs(shuffled), missing, 3
            )


@settings(max_examples=15)
@given(ballots=some_groups, top=st.integers(1, 3), missing=st.integers(0, 4))
def test_turned_over_the_first_is_the_last(ballots: list[Ballot], top: int, missing: int) -> None:
    own, turned = (Profile.of("abcd", [ballot[::way] for ballot in ballots]) for way in (1, -1))

    first, of_top, last, order = safety(count_pairs(own), missing, top)
    least = [change.at_least for change in changes(robustness(own, top))]

    assert safety(count_pairs(turned), missing, 4 - top) == [last, of_top, first, order]
    assert [change.at_least for change in changes(robustness(turned, 4 - top))] == [
        least[2],
        least[1],
        least[0],
        least[3],
    ]


@settings(max_examples=15)
@given(ballots=some_groups, missing=st.integers(0, 4))
def test_a_top_of_one_is_the_first_and_a_top_of_all_but_one_is_the_last(
    ballots: list[Ballot], missing: int
) -> None:
    profile = Profile.of("abcd", ballots)

    one, three = robustness(profile, 1), robustness(profile, 3)

    assert one.top == one.first == three.first
    assert three.top == three.last == one.last
    assert one.order == three.order
    assert (
        safety(count_pairs(profile), missing, 1)[1] == safety(count_pairs(profile), missing, 3)[0]
    )


@settings(max_examples=15)
@given(ballots=some_groups, top=st.integers(1, 3), missing=st.integers(0, 4))
def test_an_order_is_never_harder_to_alter_than_a_part_of_it(
    ballots: list[Ballot], top: int, missing: int
) -> None:
    profile = Profile.of("abcd", ballots)

    *parts, order = safety(count_pairs(profile), missing, top)

    assert not order or all(parts)


# --- what cannot be asked ------------------------------------------------------------------------


def fault_of(call: Callable[[], object]) -> Fault:
    with pytest.raises(BallotError) as caught:
        call()
    return caught.value.fault


@pytest.mark.parametrize("top", [-1, 0, 3, 4])
def test_a_top_must_hold_an_item_and_leave_one_out(top: int) -> None:
    profile = Profile.of("abc", ["abc", "bac"])

    assert fault_of(lambda: robustness(profile, top)) == Fault.OUT_OF_RANGE
    assert fault_of(lambda: absent(count_pairs(profile), 1, top)) == Fault.OUT_OF_RANGE


@pytest.mark.parametrize("top", [0, 1])
def test_one_item_has_no_top_that_leaves_one_out(top: int) -> None:
    profile = Profile.of("a", ["a"])

    assert fault_of(lambda: robustness(profile, top)) == Fault.OUT_OF_RANGE
    assert fault_of(lambda: absent(count_pairs(profile), 1, top)) == Fault.OUT_OF_RANGE


@pytest.mark.parametrize("missing", [-1, Fraction(-1, 2), Fraction(1, 2), Fraction(7, 3)])
def test_so_many_voices_cannot_be_missing(missing: Voices) -> None:
    pairs = count_pairs(Profile.of("abc", ["abc", "bac"]))

    assert fault_of(lambda: absent(pairs, missing, 1)) == Fault.OUT_OF_RANGE


def test_a_part_of_a_voice_is_missing_only_where_voices_have_such_parts() -> None:
    profile = weighted(Profile.of("abc", ["abc", "abc"]), [Fraction(1, 2), Fraction(1)])
    pairs = count_pairs(profile)

    assert absent(pairs, Fraction(1, 2), 1).order == Absence(True)
    assert absent(pairs, Fraction(3, 2), 1).order.safe is False
    assert fault_of(lambda: absent(pairs, Fraction(1, 3), 1)) == Fault.OUT_OF_RANGE


@pytest.mark.parametrize("ballots", [[], [()], [(), ()], [("a",)], [(("a", "b", "c"),)]])
def test_a_group_without_a_view_has_no_result_to_alter(ballots: list[Order]) -> None:
    profile = Profile.of("a" if ballots == [("a",)] else "abc", ballots)
    expected = Fault.OUT_OF_RANGE if len(profile.items) == 1 else Fault.NOBODY_HAS_A_VIEW

    assert fault_of(lambda: robustness(profile, 1)) == expected
    assert fault_of(lambda: absent(count_pairs(profile), 1, 1)) == expected


# --- rankings that real groups made --------------------------------------------------------------


def read(data: dict[str, Any]) -> Profile:
    items = data["items"]
    return Profile.of(
        items,
        [
            [[items[at] for at in group] for group in ballot["order"]]
            for ballot in data["ballots"]
            for _ in range(ballot["count"])
        ],
    )


def published() -> dict[str, Profile]:
    found = [json.loads(path.read_text("utf-8")) for path in sorted(PUBLISHED.glob("*.json"))]
    return {data["id"]: read(data) for data in found if data["m"] <= 20 and data["n"] <= 130}


GROUPS = published() | {
    "generated: 6 items, 15 people": drawn(6, 15, noise=3.0, random=Random(1)),
    "generated: 11 items, 30 people": drawn(11, 30, noise=5.0, random=Random(2)),
    "generated: 15 items, 41 people": drawn(15, 41, noise=9.0, random=Random(3)),
}


@pytest.mark.parametrize("profile", GROUPS.values(), ids=GROUPS.keys())
def test_of_real_groups_what_is_claimed_can_be_done(profile: Profile) -> None:
    pairs = count_pairs(profile)
    now = combine(pairs).order
    top = min(5, len(now) - 1)

    for part, change in zip(PARTS, changes(robustness(profile, top)), strict=True):
        if change.at_most:
            assert change.at_least <= change.at_most
            assert can_be_done(profile, change, part, top, now)
    for missing in (1, 5):
        found = absent(pairs, missing, top)
        assert len(now) > 14 or found.order.safe is not None
        for part, absence in zip(PARTS, absences(found), strict=True):
            if absence.safe is False and absence.ballot:
                assert is_altered(with_more(profile, absence.ballot, missing), part, top, now)
        if len(now) <= 6:
            the_missing_are_right(profile, missing, top, ByHand(profile).with_copies(missing))
