"""How many people it takes to alter the result, and what the missing could still do to it."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate, combinations
from math import comb
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from consensus.ranking.distance import by_ballot
from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.kemeny import combine
from consensus.ranking.pairwise import Pairs, columns, count_pairs
from consensus.ranking.profile import MOST_COUNTS, Profile, Table, Voices
from consensus.ranking.robustness.alteration import (
    MOST_COMPARED,
    Target,
    Verdict,
    before,
    decide,
    outcome,
)

# So many choices of whose minds are changed are gone through one by one.
MOST_CHOICES = 12


class Change(Struct, frozen=True):
    """The fewest people whose change of mind alters a part of the result.

    `at_least`: fewer cannot, whatever they changed to; 0 when the best orders differ in this part
    already or, with `at_most` None, when not all of them are known. `at_most`: so many can, all by
    taking `ballot` for their own; None when no such ballot was found. It is altered as soon as one
    best order differs in it: a tie is enough. With items given in another order another ballot may
    be found, and with it another `at_most`.
    """

    at_least: int
    at_most: int | None
    ballot: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        """The fewest people are known and not only bounded."""
        return self.at_least == self.at_most


class Robustness(Struct, frozen=True):
    """The fewest changes of mind for each part of the result.

    `first`: the first item. `top`: which items are the first so many, in any order. `last`: the
    last item, which a group discards. `order`: all of it.
    """

    first: Change
    top: Change
    last: Change
    order: Change


class Absence(Struct, frozen=True):
    """Whether people who are missing could alter a part of the result, whatever they would say.

    `safe`: True, they cannot, which is proven; False, they can, by `ballot` from all of them;
    None, not decided. A part in which best orders differ already is not safe and needs no ballot.
    """

    safe: bool | None
    ballot: tuple[str, ...] = ()


class Absent(Struct, frozen=True):
    """What the missing could do to each part of the result; the parts are those of `Robustness`."""

    first: Absence
    top: Absence
    last: Absence
    order: Absence


class _Part(NamedTuple):
    """A part of the result; `settled`: all best orders share it, or None when that is not known."""

    target: Target
    settled: bool | None


def robustness(profile: Profile, top: int) -> Robustness:
    """Find the fewest people whose change of mind alters the first, the `top`, the last, the order.

    Each of them changes one whole ballot, whatever it weighs. `Change` says what is exact and what
    is only bounded. Raises BallotError as `combine` does, and unless `top` is at least 1 and leaves
    an item out.
    """
    # Sorted by what they say, so that it does not matter who came first.
    by_weight = profile.at(np.argsort(profile.counts, kind="stable").tolist())
    in_order = by_weight.at(by_ballot(by_weight.places).tolist())
    pairs = count_pairs(in_order)
    first, of_top, last, order = (_fewest(in_order, pairs, part) for part in _parts(pairs, top))
    return Robustness(first=first, top=of_top, last=last, order=order)


def absent(pairs: Pairs, missing: Voices, top: int) -> Absent:
    """Say what people with so many voices in all, none of whom has answered, could still alter.

    One voice for each person who is missing; under one agency, one voice, one for each agency that
    is missing as a whole. Raises BallotError as `robustness` does, and when `missing` is below 0
    or no whole number of the counts that the pairs are counted in.
    """
    counts = missing * pairs.unit
    if not 0 <= counts <= MOST_COUNTS or counts != int(counts):
        raise BallotError(Fault.OUT_OF_RANGE, "so many voices cannot be missing")
    first, of_top, last, order = (
        _could_alter(pairs, part, int(counts)) for part in _parts(pairs, top)
    )
    return Absent(first=first, top=of_top, last=last, order=order)


def _parts(pairs: Pairs, top: int) -> list[_Part]:
    """Take the parts of the result: the first, the top, the last, the order."""
    size = len(pairs.items)
    if not 1 <= top < size:
        raise BallotError(Fault.OUT_OF_RANGE, "the top must hold an item and leave one out")
    combined = combine(pairs)
    order = [pairs.items.index(item) for item in combined.order]
    shared = set(accumulate(len(band) for band in combined.bands))
    unshared = None if combined.count is None else False
    return [
        _Part(
            Target(order, [order[:length] for length in lengths]),
            True if combined.proven and set(lengths) <= shared else unshared,
        )
        for lengths in ([1], [top], [size - 1], range(1, size))
    ]


def _could_alter(pairs: Pairs, part: _Part, counts: int) -> Absence:
    if not part.settled:
        return Absence(part.settled)
    verdict = decide(pairs.above, part.target, counts)
    return Absence(verdict.safe, () if verdict.safe else _named(pairs, verdict.order))


def _fewest(profile: Profile, pairs: Pairs, part: _Part) -> Change:
    if not part.settled:
        return Change(at_least=0, at_most=0 if part.settled is False else None)
    minds = _Minds(pairs.above, part.target, profile)
    at_least = minds.fewest_that_might()
    if len(pairs.items) <= MOST_COMPARED and minds.never(at_least):
        at_least += 1
    found = minds.fewest_found(at_least)
    if found is None:
        return Change(at_least, None)
    return Change(at_least, found.people, _named(pairs, found.order))


class _Found(NamedTuple):
    """So many people alter the result by taking this order for their ballot."""

    people: int
    order: list[int]


class _Minds(NamedTuple):
    """The result that may be altered, and the people whose ballots may be changed."""

    above: Table
    target: Target
    profile: Profile

    @property
    def counts(self) -> Table:
        """How much each ballot counts."""
        return self.profile.counts

    def fewest_that_might(self) -> int:
        """Bound the people from below: one changed ballot is worth two of people who are absent.

        One is taken away, one is added. The heaviest ballots come first.
        """
        worth = 2 * np.cumsum(np.sort(self.counts)[::-1])
        return 1 + bisect_left(
            range(len(worth) - 1),
            True,
            key=lambda at: decide(self.above, self.target, int(worth[at])).safe is not True,
        )

    def never(self, people: int) -> bool:
        """Go through every choice of so many people, and prove that none can alter the result."""
        return comb(len(self.counts), people) <= MOST_CHOICES and all(
            verdict.safe for verdict in self._choices(people)
        )

    def _choices(self, people: int) -> Iterator[Verdict]:
        """Decide for each choice of so many people; for none at all when there are too many."""
        if comb(len(self.counts), people) > MOST_CHOICES:
            return
        for whose in map(list, combinations(range(len(self.counts)), people)):
            yield decide(self._without(whose), self.target, int(self.counts[whose].sum()))

    def fewest_found(self, at_least: int) -> _Found | None:
        """Look for a number of people who can, in steps that grow; then for fewer than those."""
        everyone, failed, step = len(self.counts), at_least - 1, 1
        while (found := self._altered_by(min(failed + step, everyone))) is None:
            if failed + step >= everyone:
                return None
            failed, step = failed + step, 2 * step
        while found.people - failed > 1:
            fewer = self._altered_by((failed + found.people) // 2)
            failed, found = (
                ((failed + found.people) // 2, found) if fewer is None else (failed, fewer)
            )
        return found

    def _altered_by(self, people: int) -> _Found | None:
        """Try the most promising order, on those whose change to it moves most; then on others."""
        heaviest = np.sort(self.counts)[::-1][:people]
        order = decide(self.above, self.target, 2 * int(heaviest.sum())).order
        whose = self._most_opposed(order, people)
        changed = self._without(whose) + int(self.counts[whose].sum()) * before(order)
        if outcome(changed, self.target).safe is False:
            return _Found(people, order)
        altered = (verdict for verdict in self._choices(people) if verdict.safe is False)
        return next((_Found(people, verdict.order) for verdict in altered), None)

    def _without(self, whose: list[int]) -> Table:
        rest: Table = self.above - count_pairs(self.profile.at(whose)).above
        return rest

    def _most_opposed(self, order: list[int], people: int) -> list[int]:
        """Choose those whose change to this order moves most, away from the order that stands."""
        first, second = columns(self.profile.places)
        gain = np.zeros(len(self.counts), dtype=np.int64)
        for upper, under in np.argwhere(before(order) > before(self.target.order)).tolist():
            # One for coming to say so, one more for not saying the opposite any longer.
            gain += 1 + (first[under] < second[upper]) - 1 * (first[upper] < second[under])
        whose: list[int] = np.argsort(-gain * self.counts, kind="stable")[:people].tolist()
        return whose


def _named(pairs: Pairs, order: list[int]) -> tuple[str, ...]:
    return tuple(pairs.items[at] for at in order)
