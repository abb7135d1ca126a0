"""Why one item stands above another, held against every order and every chain of items."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise, permutations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.kemeny import Effort, combine
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Order, Profile, one_agency_one_voice
from consensus.ranking.why import Neighbours, Why, closest, why
from tests.consensus.ranking.made_ballots import ballots_of

MANY = "abcdefghijklmnop"

# Written out in groups, best first: (("b",), ("a", "c")) leaves out d.

# a before b by 7 to 5, b before c by 9 to 3, c before a by 8 to 4.
LOOP = Profile.of("abc", ["abc"] * 4 + ["bca"] * 5 + ["cab"] * 3)


# --- groups --------------------------------------------------------------------------------------


@st.composite
def profiles(draw: st.DrawFn, items: str, most: int = 7) -> Profile:
    """One to a few people, with or without weights; somebody puts one item before another."""
    whole = st.permutations(items).map(lambda order: tuple((item,) for item in order))
    ballots = draw(
        st.lists(st.one_of(whole, ballots_of(items)), min_size=1, max_size=most).filter(
            lambda group: any(len(ballot) > 1 for ballot in group)
        )
    )
    by_person = dict(zip("PQRSTUV", ballots, strict=False))
    if draw(st.booleans()):
        return Profile.of(items, by_person)
    agencies = {person: draw(st.sampled_from("XYZ")) for person in by_person}
    return Profile.of(items, by_person, one_agency_one_voice(agencies))


def drawn(size: int, people: int, noise: float, random: Random) -> Profile:
    """People who feel each item's place with some noise."""
    ballots = []
    for _ in range(people):
        felt = {item: random.gauss(at, noise) for at, item in enumerate(MANY[:size])}
        ballots.append(sorted(felt, key=felt.__getitem__))
    return Profile.of(MANY[:size], ballots)


# --- counting by hand ----------------------------------------------------------------------------


def voices_of(profile: Profile, person: str) -> Fraction:
    return Fraction(int(profile.counts[profile.row(person)]), profile.unit)


def way(profile: Profile, person: str, one: str, other: str) -> int:
    """1 or -1 for one item before the other or after it, 0 for neither."""
    place = {item: at for at, group in enumerate(profile.ballot(person)) for item in group}
    if one not in place or other not in place:
        return 0
    return (place[other] > place[one]) - (place[other] < place[one])


Margins = dict[tuple[str, str], Fraction]


def margins_of(profile: Profile) -> Margins:
    """How many voices more each item has over each other than against it."""
    margins = dict.fromkeys(permutations(profile.items, 2), Fraction(0))
    for person in profile.people:
        ballot, voices = profile.ballot(person), voices_of(profile, person)
        for better, worse in combinations(ballot, 2):
            for one, other in product(better, worse):
                margins[one, other] += voices
                margins[other, one] -= voices
    return margins


class AllOrders:
    """What every order overrules, beyond what it must where people contradict one another."""

    def __init__(self, profile: Profile) -> None:
        margins = margins_of(profile)
        self.costs = {
            order: sum(
                (max(Fraction(0), margins[pair[::-1]]) for pair in combinations(order, 2)),
                Fraction(0),
            )
            for order in permutations(profile.items)
        }

    def price(self, higher: str, lower: str) -> Fraction:
        """What the best order with the two the other way round overrules more."""
        above, below = (
            min(cost for order, cost in self.costs.items() if is_above(order, *pair))
            for pair in ((higher, lower), (lower, higher))
        )
        return below - above

    def best(self) -> list[tuple[str, ...]]:
        least = min(self.costs.values())
        return [order for order, cost in self.costs.items() if cost == least]


def is_above(order: Sequence[str], higher: str, lower: str) -> bool:
    return order.index(higher) < order.index(lower)


def chains(margins: Margins, start: str, goal: str, items: str) -> Iterator[tuple[str, ...]]:
    """Every way from one item to another that meets none twice and has no link against it."""
    between = [item for item in items if item not in (start, goal)]
    for length in range(len(between) + 1):
        for via in permutations(between, length):
            if weakest(margins, (start, *via, goal)) >= 0:
                yield (start, *via, goal)


def weakest(margins: Margins, chain: Sequence[str]) -> Fraction:
    return min(margins[link] for link in pairwise(chain))


def strongest_first(margins: Margins, chain: Sequence[str]) -> tuple[Fraction, int, Sequence[str]]:
    """By the weakest link, then by how many there are, then by the items' given order."""
    return -weakest(margins, chain), len(chain), chain


# --- who carries it ------------------------------------------------------------------------------


@settings(max_examples=15)
@given(profile=profiles("abcd"))
def test_everyone_is_for_against_or_between(profile: Profile) -> None:
    for higher, lower in permutations(profile.items, 2):
        found = why(profile, higher, lower)

        said = {person: way(profile, person, higher, lower) for person in profile.people}
        assert (found.higher, found.lower) == (higher, lower)
        assert found.people_for == tuple(who for who in said if said[who] == 1)
        assert found.people_against == tuple(who for who in said if said[who] == -1)
        assert found.people_between == tuple(who for who in said if said[who] == 0)
        assert found.voices_for == sum(voices_of(profile, who) for who in found.people_for)
        assert found.voices_against == sum(voices_of(profile, who) for who in found.people_against)


def test_who_finds_them_equal_leaves_one_out_or_abstains_is_between() -> None:
    ballots: dict[str, Order] = {
        "Ana": "ab",
        "Ben": "ba",
        "Cam": ["c", ("a", "b")],
        "Dee": "a",
        "Eli": "bc",
        "Fay": (),
        "Gil": "acb",
    }

    found = why(Profile.of("abc", ballots), "a", "b")

    assert found.people_for == ("Ana", "Gil")
    assert found.people_against == ("Ben",)
    assert found.people_between == ("Cam", "Dee", "Eli", "Fay")


def test_voices_are_whole_where_they_can_be() -> None:
    weights = {"Ana": Fraction(1, 2), "Ben": Fraction(1, 2), "Cam": Fraction(1, 3)}
    profile = Profile.of("ab", {"Ana": "ab", "Ben": "ab", "Cam": "ba"}, weights)

    found = why(profile, "a", "b")

    assert (found.voices_for, found.voices_against) == (1, Fraction(1, 3))
    assert isinstance(found.voices_for, int)
    assert found.price == Fraction(2, 3)


# --- what the other way round would cost ---------------------------------------------------------


@settings(max_examples=15)
@given(profile=profiles("abcd"))
def test_the_price_is_what_the_best_order_the_other_way_round_overrules_more(
    profile: Profile,
) -> None:
    by_hand = AllOrders(profile)

    for higher, lower in permutations(profile.items, 2):
        assert why(profile, higher, lower).price == by_hand.price(higher, lower)


@pytest.mark.parametrize(("size", "people"), [(5, 4), (5, 7), (6, 6), (6, 9)])
def test_the_price_is_right_for_five_and_six_items(size: int, people: int) -> None:
    profile = drawn(size, people, noise=3.0, random=Random(people))
    by_hand = AllOrders(profile)

    for higher, lower in permutations(profile.items, 2):
        assert why(profile, higher, lower).price == by_hand.price(higher, lower)


@settings(max_examples=15)
@given(profile=profiles("abcd"))
def test_the_price_is_nothing_where_best_orders_differ_and_only_there(profile: Profile) -> None:
    best = AllOrders(profile).best()

    for higher, lower in permutations(profile.items, 2):
        price = why(profile, higher, lower).price
        above = {is_above(order, higher, lower) for order in best}
        assert price is not None
        assert (price == 0) == (len(above) == 2)
        assert (price < 0) == (above == {False})


@settings(max_examples=15)
@given(profile=profiles("abcde"))
def test_asked_the_other_way_round_everything_is_turned_round(profile: Profile) -> None:
    one, other = why(profile, "a", "b"), why(profile, "b", "a")

    assert one.price is not None
    assert other.price == -one.price
    assert (one.people_for, one.voices_for) == (other.people_against, other.voices_against)
    assert one.people_between == other.people_between


@pytest.mark.parametrize("size", [8, 11, 14, 15, 16])
def test_many_items_neighbours_that_all_best_orders_share_have_a_price(size: int) -> None:
    profile = drawn(size, people=9, noise=3.0, random=Random(size))
    combined = combine(count_pairs(profile))
    margins = margins_of(profile)
    ends = {band[-1] for band in combined.bands}

    for higher, lower in pairwise(combined.order):
        price = why(profile, higher, lower).price
        assert price is not None
        assert price >= (1 if higher in ends else 0)
        assert price <= margins[higher, lower]


def test_a_price_that_is_not_proven_is_not_given() -> None:
    random = Random(2)
    profile = Profile.of(MANY, [random.sample(MANY, len(MANY)) for _ in range(7)])
    no_effort = Effort(0, 0)

    assert not combine(count_pairs(profile), no_effort).proven
    assert why(profile, "a", "b", no_effort).price is None
    assert why(profile, "a", "b").price is not None


# --- by what items two are linked ----------------------------------------------------------------


def the_chain_is_right(profile: Profile) -> None:
    margins, items = margins_of(profile), "".join(profile.items)
    for higher, lower in permutations(items, 2):
        expected = min(
            chains(margins, higher, lower, items),
            key=lambda chain: strongest_first(margins, chain),
            default=(),
        )
        chain = why(profile, higher, lower).chain
        assert chain == (() if margins[higher, lower] > 0 else expected)


@settings(max_examples=15)
@given(profile=profiles("abcd"))
def test_the_chain_is_the_strongest_and_then_the_shortest_of_all(profile: Profile) -> None:
    the_chain_is_right(profile)


@pytest.mark.parametrize(("size", "people"), [(5, 4), (5, 7), (5, 10), (6, 9)])
def test_the_chain_is_right_for_five_and_six_items(size: int, people: int) -> None:
    the_chain_is_right(drawn(size, people, noise=6.0, random=Random(people)))


@settings(max_examples=15)
@given(profile=profiles("abcde"))
def test_whatever_stands_above_in_a_best_order_is_linked_or_carried_alone(
    profile: Profile,
) -> None:
    order = combine(count_pairs(profile)).order

    for higher, lower in combinations(order, 2):
        found = why(profile, higher, lower)
        assert found.chain or found.voices_for > found.voices_against


def test_a_loop_is_shown_where_a_majority_is_overruled() -> None:
    assert combine(count_pairs(LOOP)).order == ("b", "c", "a")

    found = why(LOOP, "b", "a")

    assert (found.voices_for, found.voices_against) == (5, 7)
    assert found.chain == ("b", "c", "a")
    assert found.price == 2
    assert why(LOOP, "b", "c").chain == ()
    assert why(LOOP, "a", "b").price == -2


def test_level_items_are_linked_by_nothing_against_them() -> None:
    found = why(Profile.of("abc", ["abc", "bac"]), "a", "b")

    assert (found.price, found.chain) == (0, ("a", "b"))


def test_there_is_no_chain_upwards_in_a_unanimous_group() -> None:
    found = why(Profile.of("abcd", ["abcd"] * 3), "d", "a")

    assert found.chain == ()
    assert found.people_for == ()
    # With d above a, three of the six pairs turn round, wherever b and c stand.
    assert found.price == -9


def test_the_strongest_chain_is_preferred_to_a_shorter_one() -> None:
    """From a to e by b with one voice more, by c and d with two, and straight with one against."""
    links = ["ab", "be", *["ac", "cd", "de"] * 2, "ea"]

    assert why(Profile.of("abcde", links), "a", "e").chain == ("a", "c", "d", "e")


def test_of_chains_as_strong_as_each_other_the_shortest_is_taken() -> None:
    links = ["ab", "bc", "ce", "ad", "de", "ea"]

    assert why(Profile.of("abcde", links), "a", "e").chain == ("a", "d", "e")


@pytest.mark.parametrize("seed", range(8))
def test_the_chain_is_right_where_each_person_compares_two_items_only(seed: int) -> None:
    random = Random(seed)

    the_chain_is_right(Profile.of("abcde", [random.sample("abcde", 2) for _ in range(40)]))


# --- the closest neighbours ----------------------------------------------------------------------


@settings(max_examples=15)
@given(profile=profiles("abcd"))
def test_the_closest_are_all_neighbours_with_the_smallest_margin(profile: Profile) -> None:
    pairs = count_pairs(profile)
    combined = combine(pairs)
    margins = {pair: margins_of(profile)[pair] for pair in pairwise(combined.order)}

    assert closest(pairs, combined) == tuple(
        Neighbours(*pair, voices if voices.denominator > 1 else int(voices))
        for pair, voices in margins.items()
        if voices == min(margins.values())
    )


def test_the_closest_are_named_from_the_top() -> None:
    profile = Profile.of("abcd", ["abcd", "abcd", "bacd", "abdc", "abcd"])
    pairs = count_pairs(profile)

    assert closest(pairs, combine(pairs)) == (Neighbours("a", "b", 3), Neighbours("c", "d", 3))


def test_of_one_item_there_are_no_neighbours() -> None:
    pairs = count_pairs(Profile.of("a", ["a"]))

    assert closest(pairs, combine(pairs)) == ()


# --- laws ----------------------------------------------------------------------------------------


def renamed(found: Why, names: dict[str, str]) -> Why:
    return Why(
        names[found.higher],
        names[found.lower],
        found.people_for,
        found.people_against,
        found.people_between,
        found.voices_for,
        found.voices_against,
        found.price,
        tuple(names[item] for item in found.chain),
    )


@settings(max_examples=15)
@given(profile=profiles("abcd"), seed=st.integers(0, 99))
def test_it_does_not_matter_what_items_are_called(profile: Profile, seed: int) -> None:
    names = dict(zip("abcd", Random(seed).sample("wxyz", 4), strict=True))
    called = Profile(
        tuple(names[item] for item in profile.items),
        profile.people,
        profile.places.copy(),
        profile.counts.copy(),
        profile.unit,
    )

    for higher, lower in permutations("abcd", 2):
        found = why(called, names[higher], names[lower])
        assert found == renamed(why(profile, higher, lower), names)


@settings(max_examples=15)
@given(profile=profiles("abcd"), seed=st.integers(0, 99))
def test_it_does_not_matter_who_answered_first(profile: Profile, seed: int) -> None:
    rows = Random(seed).sample(range(len(profile.people)), len(profile.people))
    shuffled = Profile(
        profile.items,
        tuple(profile.people[row] for row in rows),
        profile.places[rows],
        profile.counts[rows],
        profile.unit,
    )

    one, other = why(profile, "a", "b"), why(shuffled, "a", "b")

    assert (one.price, one.chain) == (other.price, other.chain)
    assert (one.voices_for, one.voices_against) == (other.voices_for, other.voices_against)
    assert set(one.people_for) == set(other.people_for)
    assert set(one.people_against) == set(other.people_against)


@settings(max_examples=15)
@given(profile=profiles("abcd"))
def test_turned_over_the_lower_stands_above_for_the_same_price(profile: Profile) -> None:
    turned = Profile.of(
        profile.items,
        {person: profile.ballot(person)[::-1] for person in profile.people},
        {person: voices_of(profile, person) for person in profile.people},
    )

    one, other = why(profile, "a", "b"), why(turned, "b", "a")

    assert one.price == other.price
    assert (one.people_for, one.people_against) == (other.people_for, other.people_against)
    assert bool(one.chain) == bool(other.chain)


@settings(max_examples=15)
@given(profile=profiles("abcd", most=4), times=st.integers(2, 4))
def test_with_everyone_several_times_the_price_is_several_times_as_high(
    profile: Profile, times: int
) -> None:
    clones = Profile.of(
        "abcd",
        {
            f"{person}{at}": profile.ballot(person)
            for at in range(times)
            for person in profile.people
        },
        {
            f"{person}{at}": voices_of(profile, person)
            for at in range(times)
            for person in profile.people
        },
    )

    for higher, lower in permutations("abcd", 2):
        one, other = why(profile, higher, lower), why(clones, higher, lower)
        assert one.price is not None
        assert other.price == times * one.price
        assert other.chain == one.chain


# --- what cannot be asked ------------------------------------------------------------------------


def fault_of(profile: Profile, higher: str, lower: str) -> Fault:
    with pytest.raises(BallotError) as caught:
        why(profile, higher, lower)
    return caught.value.fault


def test_an_item_must_be_listed_and_cannot_stand_above_itself() -> None:
    assert fault_of(LOOP, "a", "z") == Fault.UNKNOWN_ITEM
    assert fault_of(LOOP, "z", "a") == Fault.UNKNOWN_ITEM
    assert fault_of(LOOP, "z", "z") == Fault.UNKNOWN_ITEM
    assert fault_of(LOOP, "a", "a") == Fault.ITEM_NAMED_TWICE


def test_a_group_without_a_view_puts_nothing_above_anything() -> None:
    groups: list[list[Order]] = [[], [()], [(), ()], [(("a", "b", "c"),)], ["a"]]

    for ballots in groups:
        assert fault_of(Profile.of("abc", ballots), "a", "b") == Fault.NOBODY_HAS_A_VIEW
