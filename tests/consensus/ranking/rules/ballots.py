"""Ballots for the tests of the rules: of every shape, and turned about."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from hypothesis import strategies as st

from consensus.ranking.pairwise import Pairs
from consensus.ranking.profile import Profile
from consensus.ranking.rules import Bands, Outcome

LETTERS = "abcdefgh"


def given(*orders: str, items: str = "abc") -> Profile:
    """One person for each text, such as "ab" for a before b and no view on the rest."""
    return Profile.of(tuple(items), [tuple(order) for order in orders])


def crowd(items: str, *groups: tuple[int, str]) -> Profile:
    """So many people for each complete order."""
    return Profile.of(tuple(items), [tuple(order) for size, order in groups for _ in range(size)])


def of_margins(margins: Sequence[Sequence[int]]) -> Pairs:
    """Pairs with these margins; what is below the diagonal follows from what is above."""
    above = np.triu(np.array(margins, dtype=np.int64))
    above = np.maximum(above - above.T, 0)
    return Pairs(tuple(LETTERS[: len(above)]), above, above.copy())


@st.composite
def profiles(draw: st.DrawFn, most_items: int = 5, most_people: int = 5) -> Profile:
    """Ballots with ties, items left out and abstentions, half of them with weights."""
    size = draw(st.integers(1, most_items))
    row = st.lists(st.integers(0, size), min_size=size, max_size=size)
    rows = draw(st.lists(row, min_size=1, max_size=most_people))
    if draw(st.booleans()):
        return Profile.of_places(tuple(LETTERS[:size]), rows)
    weight = st.sampled_from([Fraction(1), Fraction(2), Fraction(1, 2), Fraction(1, 3)])
    weights = {str(at): draw(weight) for at in range(1, len(rows) + 1)}
    return Profile.of_places(tuple(LETTERS[:size]), rows, weights=weights)


@st.composite
def strict_profiles(draw: st.DrawFn, most_items: int = 5, most_people: int = 5) -> Profile:
    """Complete ballots without ties."""
    items = LETTERS[: draw(st.integers(1, most_items))]
    orders = draw(st.lists(st.permutations(items), min_size=1, max_size=most_people))
    return Profile.of(tuple(items), orders)


@st.composite
def tables(draw: st.DrawFn, most_items: int = 5, most: int = 2) -> Pairs:
    """Small margins, so that many are equal."""
    size = draw(st.integers(1, most_items))
    row = st.lists(st.integers(-most, most), min_size=size, max_size=size)
    return of_margins(draw(st.lists(row, min_size=size, max_size=size)))


def reordered(profile: Profile, order: Sequence[int]) -> Profile:
    """The same ballots, with the items given in another order."""
    items = tuple(profile.items[at] for at in order)
    places = profile.places[:, list(order)]
    return Profile(items, profile.people, places, profile.counts.copy(), profile.unit)


def turned(profile: Profile) -> Profile:
    """Everyone's ballot upside down."""
    highest = int(profile.places.max()) + 1
    places = np.where(profile.places > 0, highest - profile.places, 0)
    return Profile(profile.items, profile.people, places, profile.counts.copy(), profile.unit)


def doubled(profile: Profile) -> Profile:
    """Everyone twice."""
    people = (*profile.people, *(f"again {person}" for person in profile.people))
    places = np.concatenate([profile.places, profile.places])
    counts = np.concatenate([profile.counts, profile.counts])
    return Profile(profile.items, people, places, counts, profile.unit)


def one_more(profile: Profile, places: Sequence[int]) -> Profile:
    """One more person with these places, who counts one voice."""
    return Profile(
        profile.items,
        (*profile.people, "one more"),
        np.vstack([profile.places, places]),
        np.append(profile.counts, profile.unit),
        profile.unit,
    )


def as_sets(bands: Bands) -> list[set[str]]:
    """Bands without the order within them."""
    return [set(band) for band in bands]


def by_item(outcome: Outcome) -> dict[str, tuple[int, int]]:
    """Each item's best and worst place."""
    return dict(zip(outcome.items, outcome.places, strict=True))
