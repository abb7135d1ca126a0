"""Would the results of real groups hold? What is claimed of them is done and counted again."""

from random import Random

import pytest

from consensus.ranking.kemeny import combine
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Profile
from consensus.ranking.robustness import absent, robustness
from tests.consensus.ranking.published import published
from tests.consensus.ranking.robustness.by_hand import (
    PARTS,
    ByHand,
    absences,
    can_be_done,
    changes,
    drawn,
    is_altered,
    with_more,
)

GROUPS = {
    group.name: group.profile
    for group in published()
    if len(group.profile.items) <= 20 and len(group.profile.people) <= 130
} | {
    "generated: 6 items, 15 people": drawn(6, 15, noise=3.0, random=Random(1)),
    "generated: 11 items, 30 people": drawn(11, 30, noise=5.0, random=Random(2)),
    "generated: 15 items, 41 people": drawn(15, 41, noise=9.0, random=Random(3)),
}
every_group = pytest.mark.parametrize("profile", GROUPS.values(), ids=GROUPS.keys())
every_small_group = pytest.mark.parametrize(
    "profile", [profile for profile in GROUPS.values() if len(profile.items) <= 6]
)


def top_of(profile: Profile) -> int:
    return min(5, len(profile.items) - 1)


@every_group
def test_so_many_people_can_alter_it_as_is_said(profile: Profile) -> None:
    now, top = combine(count_pairs(profile)).order, top_of(profile)

    for part, change in zip(PARTS, changes(robustness(profile, top)), strict=True):
        if change.at_most:
            assert change.at_least <= change.at_most
            assert can_be_done(profile, change, part, top, now)


@every_group
@pytest.mark.parametrize("missing", [1, 5])
def test_the_missing_can_alter_it_by_the_ballot_that_is_named(
    profile: Profile, missing: int
) -> None:
    pairs = count_pairs(profile)
    now, top = combine(pairs).order, top_of(profile)

    found = absent(pairs, missing, top)

    assert len(now) > 14 or found.order.safe is not None
    for part, absence in zip(PARTS, absences(found), strict=True):
        if absence.safe is False:
            after = with_more(profile, absence.ballot, missing) if absence.ballot else profile
            assert is_altered(after, part, top, now)


@every_small_group
@pytest.mark.parametrize("missing", [1, 5])
def test_of_few_items_what_is_safe_is_safe_from_every_ballot(
    profile: Profile, missing: int
) -> None:
    counted, top = ByHand(profile), 3

    found = absent(count_pairs(profile), missing, top)

    for part, absence in zip(PARTS, absences(found), strict=True):
        settled = len(counted.parts(part, top)) == 1
        costs = [counted.with_copies(missing)]
        assert absence.safe is (settled and not counted.altered(costs, part, top))
