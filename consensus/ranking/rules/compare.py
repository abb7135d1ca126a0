"""Do the rules agree? What depends on how one counts, and what does not."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.kemeny import Combined
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Profile
from consensus.ranking.rules.condorcet import copeland
from consensus.ranking.rules.locking import ranked_pairs
from consensus.ranking.rules.outcome import Outcome, Rule
from consensus.ranking.rules.paths import schulze
from consensus.ranking.rules.positional import borda, median_rank
from consensus.ranking.rules.runoff import instant_runoff

# Whether an item is among the first: in, out, level at the border, or not settled by the rule.
Standing = Literal["in", "out", "level", "open"]


class Part(Struct, frozen=True):
    """Which items one rule puts into a part of the order, such as the first five.

    `surely`: those that are in however ties are broken. `perhaps`: those that are in under some
    breaking of ties and out under another; when `settled` is False the rule was not counted out,
    and full counting may yet put some of them in or out. Both in the order of the items.
    """

    rule: Rule
    surely: tuple[str, ...]
    perhaps: tuple[str, ...]
    settled: bool


class Verdict(Struct, frozen=True):
    """Whether the five rules put the same items into a part of the order.

    `agree`: all five have the same items surely in and the same level at the border; None when a
    rule that was not counted out may or may not join the others. `in_question`: the items that one
    rule puts in, out or level at the border and another rule elsewhere. They depend on how one
    counts, and there are none unless `agree` is False. `parts`: what each rule says, the five and
    then the two beside them.
    """

    agree: bool | None
    in_question: tuple[str, ...]
    parts: tuple[Part, ...]


class Comparison(Struct, frozen=True):
    """Five rules over the same ballots, two more beside them, and whether the five agree.

    `five`: Kemeny, Borda, Schulze, ranked pairs and Copeland. `beside`: the median rank and instant
    run-off, which decide nothing here. `first`, `last`, `leading`: about the first place, the
    last place, and the first `top` places.
    """

    top: int
    five: tuple[Outcome, ...]
    beside: tuple[Outcome, ...]
    first: Verdict
    last: Verdict
    leading: Verdict


def compare_rules(profile: Profile, best: Combined, top: int) -> Comparison:
    """Order the items by every rule and say where five of them agree.

    `best`: the order by Kemeny, as `combine` gives it; where not all best orders were found, it may
    not be settled. `top`: how many first places are asked about. Raises BallotError when the order
    is not of the profile's items, or `top` is not from 1 to their number.
    """
    if not 1 <= top <= len(profile.items):
        raise BallotError(Fault.OUT_OF_RANGE, "there are not so many places to compare")
    pairs = count_pairs(profile)
    five = (
        _kemeny(profile.items, best),
        borda(pairs),
        schulze(pairs),
        ranked_pairs(pairs),
        copeland(pairs),
    )
    beside = (median_rank(profile), instant_runoff(profile))
    last = len(profile.items)
    return Comparison(
        top,
        five,
        beside,
        first=_verdict(five, beside, range(1, 2)),
        last=_verdict(five, beside, range(last, last + 1)),
        leading=_verdict(five, beside, range(1, top + 1)),
    )


def _kemeny(items: tuple[str, ...], best: Combined) -> Outcome:
    if sorted(best.order) != sorted(items):
        raise BallotError(
            Fault.NOT_THE_SAME_ITEMS, "the combined order must be of the items of the ballots"
        )
    places = tuple(best.places[item] for item in items)
    return Outcome("kemeny", items, best.bands, places, exact=best.count is not None)


def _verdict(five: Sequence[Outcome], beside: Sequence[Outcome], asked: range) -> Verdict:
    parts = tuple(_part(outcome, asked) for outcome in (*five, *beside))
    standings = {
        item: {_standing(item, part) for part in parts[: len(five)]} for item in five[0].items
    }
    in_question = tuple(item for item, found in standings.items() if len(found - {"open"}) > 1)
    is_open = any("open" in found for found in standings.values())
    agree = False if in_question else None if is_open else True
    return Verdict(agree, in_question, parts)


def _part(outcome: Outcome, asked: range) -> Part:
    """Say which items a rule puts into a range of places that begins or ends the order."""
    surely = []
    perhaps = []
    for item, (best, worst) in zip(outcome.items, outcome.places, strict=True):
        if best in asked and worst in asked:
            surely.append(item)
        elif best in asked or worst in asked:
            perhaps.append(item)
    settled = outcome.exact or not perhaps
    return Part(outcome.rule, tuple(surely), tuple(perhaps), settled)


def _standing(item: str, part: Part) -> Standing:
    if item in part.surely:
        return "in"
    if item not in part.perhaps:
        return "out"
    return "level" if part.settled else "open"
