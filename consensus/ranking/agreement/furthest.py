"""Who sees it most differently from all the others, and on what.

To differ is not to be wrong: ask what this person knows. All distances are shares of pairs of
items, 0 to 1, that somebody puts the other way round than others do. A person is compared with the
others only, never with an order that their own ballot helped to make.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np
from msgspec import Struct

from consensus.ranking.agreement.pairs import FEWEST_PEOPLE
from consensus.ranking.distance import pair_signs
from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.pairwise import Pairs, count_pairs
from consensus.ranking.profile import Profile, Table

# An agency of one is a person, who would be named by the name of the agency.
FEWEST_MEMBERS = 2


class Furthest(Struct, frozen=True):
    """The person whose order differs most from the others', and where.

    `distance`: share of pairs of items, 0 to 1, that this person orders the other way round from
    another person, averaged over all other people.
    `items`: the item whose pairs carry most of that distance; more than one when they carry it
    equally, in the order in which items were given.
    """

    person: str
    distance: float
    items: tuple[str, ...]


class FurthestAgency(Struct, frozen=True):
    """The agency whose members' orders differ most from those of everybody outside it, and where.

    `distance` and `items` are as for `Furthest`, averaged over all members and all outsiders; what
    members of the agency do not agree on among themselves does not count.
    """

    agency: str
    distance: float
    items: tuple[str, ...]


def furthest(profile: Profile) -> Furthest | None:
    """Find the person whose order differs most from each other person's.

    Pairs that one of two people found equal or left out are not compared, and whoever was compared
    on less than half as much as another person is never the furthest. None for fewer than 3 people
    who answered (of two, both are equally far), for one item, and when two or more people are
    equally far: then nobody is singled out.
    """
    opposite, compared = _against_others(profile)
    at = _position_of_most(opposite, compared, [1] * len(compared))
    if at is None:
        return None
    person = profile.people[at]
    inside = count_pairs(profile.only([person])).people
    return Furthest(
        person=person,
        distance=opposite[at] / compared[at],
        items=_items_carrying(inside, count_pairs(profile)),
    )


def distances_to_others(profile: Profile) -> dict[str, float | None]:
    """Give everyone's distance from all the others, as `Furthest.distance` has it.

    For those who may see everybody's: the table comes near to telling who said what. None for
    people who abstain or were compared with nobody, and for all with fewer than 3 people who
    answered. The mean of all distances is what is missing from 1 in `pair_agreement` when ballots
    are complete and strict.
    """
    opposite, compared = _against_others(profile)
    return {
        person: differing / of if of else None
        for person, differing, of in zip(profile.people, opposite, compared, strict=True)
    }


def furthest_agency(
    profile: Profile, agencies: Mapping[str, str], even_of_one: bool = False
) -> FurthestAgency | None:
    """Find the agency whose members differ most from everybody outside it.

    `agencies`: each person's agency, for everyone who answered; others do not matter. Only agencies
    of which at least 2 people answered are compared with one another, because an agency of one is a
    person; `even_of_one` takes those too, for somebody who may see single people's distances.
    Everybody outside an agency is an outsider to it, whatever the size of their own.

    None with fewer than 3 people who answered, with fewer than two agencies to compare, and when
    two are equally far, as two that have nobody outside them always are. Raises BallotError when
    the agency of somebody who answered is missing.
    """
    members = _members(profile, agencies)
    smallest = 1 if even_of_one else FEWEST_MEMBERS
    names = [name for name, people in members.items() if len(people) >= smallest]
    if len(names) < 2 or len(profile.answered) < FEWEST_PEOPLE:
        return None
    everyone = count_pairs(profile)
    insides = [count_pairs(profile.only(members[name])).people for name in names]
    sizes = [len(members[name]) for name in names]
    opposite = [_opposite(inside, everyone).sum().item() for inside in insides]
    compared = [_compared(inside, everyone) for inside in insides]
    couples = [size * (len(profile.answered) - size) for size in sizes]
    at = _position_of_most(opposite, compared, couples)
    if at is None:
        return None
    return FurthestAgency(
        agency=names[at],
        distance=opposite[at] / compared[at],
        items=_items_carrying(insides[at], everyone),
    )


def _members(profile: Profile, agencies: Mapping[str, str]) -> dict[str, list[str]]:
    members: dict[str, list[str]] = {}
    for person in profile.answered:
        if person not in agencies:
            raise BallotError(Fault.UNKNOWN_PERSON, "the agency of somebody is missing")
        members.setdefault(agencies[person], []).append(person)
    return members


def _against_others(profile: Profile) -> tuple[list[int], list[int]]:
    """Count each person's pairs put the other way by others, and all that could be compared.

    A pair of items counts once for each other person. Nothing is compared among too few people.
    """
    if len(profile.answered) < FEWEST_PEOPLE:
        nothing = [0] * len(profile.people)
        return nothing, nothing
    earlier, later = np.triu_indices(len(profile.items), 1)
    people = count_pairs(profile).people
    one_first, other_first = people[earlier, later], people[later, earlier]
    # Counts are far below 2**53, so doubles hold them exactly, and multiply far faster.
    found = pair_signs(profile.places).astype(np.float64)
    ordered = np.abs(found)
    with_own = ordered @ (one_first + other_first)
    compared = with_own - ordered.sum(axis=1)
    opposite = (with_own + found @ (other_first - one_first)) / 2
    return opposite.astype(np.int64).tolist(), compared.astype(np.int64).tolist()


def _opposite(inside: Table, everyone: Pairs) -> Table:
    """Count, at [i, j], couples of one inside and one outside: i first inside, j first outside."""
    return inside * (everyone.people - inside).T


def _compared(inside: Table, everyone: Pairs) -> int:
    outside = everyone.people - inside
    return int((inside * (outside + outside.T)).sum())


def _items_carrying(inside: Table, everyone: Pairs) -> tuple[str, ...]:
    """Name the items with most of the pairs put the other way; a pair counts for both its items."""
    opposite = _opposite(inside, everyone)
    by_item = opposite.sum(axis=0) + opposite.sum(axis=1)
    most = np.flatnonzero(by_item == by_item.max())
    return tuple(everyone.items[at] for at in most.tolist())


def _position_of_most(
    opposite: Sequence[int], compared: Sequence[int], couples: Sequence[int]
) -> int | None:
    """Find the one with the largest share opposite; None when it is shared.

    A share of very few pairs is soon 0 or 1 by accident, so those who were compared on less than
    half as much as another, by couple of people, are passed over.
    """
    evidence = [Fraction(of, number) for of, number in zip(compared, couples, strict=True)]
    enough = max(evidence, default=Fraction(0)) / 2
    shares = {
        at: Fraction(opposite[at], compared[at])
        for at, amount in enumerate(evidence)
        if amount >= enough and amount
    }
    most = max(shares.values(), default=None)
    furthest_of_all = [at for at, share in shares.items() if share == most]
    return furthest_of_all[0] if len(furthest_of_all) == 1 else None
