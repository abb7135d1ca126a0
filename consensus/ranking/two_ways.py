"""One person one voice, and one agency one voice, side by side."""

from collections.abc import Mapping

from msgspec import Struct

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.kemeny import LIVE, Combined, Effort, combine
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Profile, one_agency_one_voice


class TwoWays(Struct, frozen=True):
    """The combined order with a voice for each person and with a voice for each agency.

    `in_question`: the items that are surely, perhaps or surely not among the first `top` one way
    and otherwise the other way, in the order in which items were given. When there are any, how
    voices are counted decides, and the group should know it before it does.
    """

    top: int
    by_person: Combined
    by_agency: Combined
    in_question: tuple[str, ...]


def two_ways(
    profile: Profile, agencies: Mapping[str, str], top: int, effort: Effort = LIVE
) -> TwoWays:
    """Combine the same ballots both ways; weights that they carry are left aside.

    `agencies`: the agency of everyone who answered; others may be named too. An agency's voice is
    shared equally by those of its people who answered. Raises BallotError when somebody who
    answered has no agency, when `top` is below 1, and as `combine` does.
    """
    answered = profile.only(profile.answered)
    if not set(answered.people) <= agencies.keys():
        raise BallotError(Fault.UNKNOWN_PERSON, "somebody who answered has no agency")
    if top < 1:
        raise BallotError(Fault.OUT_OF_RANGE, "at least one first place must be asked about")
    of_answered = {person: agencies[person] for person in answered.people}
    by_person, by_agency = (
        combine(
            count_pairs(
                Profile.of_places(answered.items, answered.places, answered.people, weights)
            ),
            effort,
        )
        for weights in (None, one_agency_one_voice(of_answered))
    )
    return TwoWays(
        top, by_person, by_agency, _in_question(profile.items, by_person, by_agency, top)
    )


def _in_question(
    items: tuple[str, ...], one: Combined, other: Combined, top: int
) -> tuple[str, ...]:
    return tuple(item for item in items if _standing(one, item, top) != _standing(other, item, top))


def _standing(combined: Combined, item: str, top: int) -> tuple[bool, bool]:
    """Say whether an item may be among the first, and whether it surely is."""
    best, worst = combined.places[item]
    return best <= top, worst <= top
