"""Whether people agree more than before, and how much of it is people changing their minds.

Only a change of minds is convergence: agreement also rises when those who differ leave. And closer
together is not more right.
"""

from fractions import Fraction

from msgspec import Struct

from consensus.ranking.agreement.pairs import FEWEST_PEOPLE, share_same_way
from consensus.ranking.convergence.passes import in_both, with_items_of
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Profile, Table


class AgreementChange(Struct, frozen=True):
    """Agreement among everyone in each of two passes, and where the difference comes from.

    `before`, `after`: as `pair_agreement` of each pass, whoever answered in it.
    `changed_minds`: the part of the change due to people of both passes who answered differently.
    `joined_or_left`: the part due to who answered. The two add up to `after` - `before`.
    """

    before: float
    after: float
    changed_minds: float
    joined_or_left: float


def agreement_change(before: Profile, after: Profile) -> AgreementChange | None:
    """Split the change of agreement into changed minds and people who joined or left.

    Each part is what it would be alone, averaged over the two orders in which both could have
    happened: minds first, or people first (Shapley, 1953). So `changed_minds` is 0 when nobody
    changed their ballot, `joined_or_left` is 0 when the same people answered, and both only change
    their sign when the passes are exchanged. The split is exact, rounded to floats at the end.

    None when fewer than 3 people answered in both passes (the changed minds of two cannot be told
    from two people), or when agreement is not defined for everyone before or after, or with the
    people of the one and the minds of the other. Raises BallotError unless both passes are over
    the same items.
    """
    stayed, later = in_both(before, after)
    if len(stayed.people) < FEWEST_PEOPLE:
        return None
    minds = (_people(stayed), _people(later))
    left = _people(before) - minds[0]
    joined = _people(with_items_of(before, after)) - minds[1]
    shares = [share_same_way(mind + others) for others in (left, joined) for mind in minds]
    known = [share for share in shares if share is not None]
    return _split(*known) if len(known) == len(shares) else None


def _people(profile: Profile) -> Table:
    return count_pairs(profile).people


def _split(
    before: Fraction, only_minds: Fraction, only_people: Fraction, after: Fraction
) -> AgreementChange:
    changed_minds = (only_minds - before + after - only_people) / 2
    return AgreementChange(
        before=float(before),
        after=float(after),
        changed_minds=float(changed_minds),
        joined_or_left=float(after - before - changed_minds),
    )
