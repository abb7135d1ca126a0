"""Two passes over the same items, brought together: what may be compared, and of whom."""

import numpy as np
import numpy.typing as npt

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.midplaces import doubled_midplaces
from consensus.ranking.profile import Profile

Marks = npt.NDArray[np.bool_]


def in_both(before: Profile, after: Profile) -> tuple[Profile, Profile]:
    """Give both passes with the people who answered in both, in the order of the first.

    The second has its items in the order of the first, so that all tables fit one another. Whoever
    abstained in one pass did not answer in it. Raises BallotError unless both are over the same
    items.
    """
    second = with_items_of(before, after)
    answered = set(second.answered)
    people = tuple(person for person in before.answered if person in answered)
    return before.only(people), _in_order(second, people)


def with_items_of(model: Profile, profile: Profile) -> Profile:
    """Give a profile with its items in the order of another; BallotError unless they are the same.

    Where they have the order already, it is the very same profile.
    """
    if model.items == profile.items:
        return profile
    if set(model.items) != set(profile.items):
        raise BallotError(Fault.NOT_THE_SAME_ITEMS, "the two passes are not over the same items")
    columns = [profile.items.index(item) for item in model.items]
    return Profile(
        model.items, profile.people, profile.places[:, columns], profile.counts, profile.unit
    )


def _in_order(profile: Profile, people: tuple[str, ...]) -> Profile:
    row_of = {person: at for at, person in enumerate(profile.people)}
    rows = np.array([row_of[person] for person in people], dtype=np.int64)
    return Profile(profile.items, people, profile.places[rows], profile.counts[rows], profile.unit)


def same_orders(first: Profile, second: Profile) -> Marks:
    """Mark the people whose whole ballot says the same in both, for the same people and items."""
    one, other = doubled_midplaces(first.places), doubled_midplaces(second.places)
    same: Marks = (one == other).all(axis=1)
    return same
