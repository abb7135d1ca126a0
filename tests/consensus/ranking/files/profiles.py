"""Profiles to write and read again, and what of them must come back."""

from collections import defaultdict
from fractions import Fraction

import numpy as np
from hypothesis import strategies as st

from consensus.ranking.profile import Profile, Weight

WHOLE = st.integers(1, 3)
EXACT = st.one_of(WHOLE, st.fractions(Fraction(1, 7), 3, max_denominator=7))

# Anything a name may be, and much of what a file could mistake for something else.
PLAIN = st.text("abcäß漢 ", max_size=4).filter(lambda name: name == name.strip())
AWKWARD = st.one_of(
    st.text(max_size=4),
    st.text("'=+-@ \t\r\n\",;#{}:a1", max_size=4),
    st.sampled_from(
        ["person", "Weight", "'person", "''", "'t Hof", "=1+1", "1", "Ana 1", "\ufeff"]
    ),
)


@st.composite
def profiles(
    draw: st.DrawFn, names: st.SearchStrategy[str], weights: st.SearchStrategy[Weight] = EXACT
) -> Profile:
    """Up to four people with ties, gaps and abstentions over up to four items."""
    items = draw(st.lists(names, min_size=1, max_size=4, unique=True))
    people = draw(st.lists(names, max_size=4, unique=True))
    row = st.lists(st.integers(0, 3), min_size=len(items), max_size=len(items))
    places = [draw(row) for _ in people]
    given = {person: draw(weights) for person in people}
    table = np.array(places, dtype=np.int64).reshape(len(people), len(items))
    return Profile.of_places(items, table, people, draw(st.sampled_from([None, given])))


GENERATED = Profile.of_places(
    [f"item {at}" for at in range(12)],
    np.random.default_rng(5).integers(0, 6, (60, 12)),
)


def ballots(profile: Profile) -> dict[str, tuple[Weight, tuple[tuple[str, ...], ...]]]:
    """Say for each person what their ballot counts and says."""
    return {
        person: (Fraction(int(count), profile.unit), profile.ballot(person))
        for person, count in zip(profile.people, profile.counts, strict=True)
    }


def counted(profile: Profile) -> dict[tuple[frozenset[str], ...], Weight]:
    """Count the voices for each order, without abstentions."""
    totals: defaultdict[tuple[frozenset[str], ...], Weight] = defaultdict(int)
    for voices, order in ballots(profile).values():
        if order:
            totals[tuple(map(frozenset, order))] += voices
    return totals
