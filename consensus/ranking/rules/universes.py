"""All ways to lock majorities of equal strength, without going through all orders of them.

A relation is a tuple of whole numbers, one a row: bit j of row i says that item i is before item j.
A pair is two positions: the item that a majority places first, and the other.
"""

from collections.abc import Collection, Sequence

Rows = tuple[int, ...]
Pair = tuple[int, int]
Choices = dict[frozenset[Pair], Rows]


def locked(rows: Rows, pairs: Collection[Pair]) -> Rows:
    """Add pairs to a transitive relation, and all that follows from them."""
    for upper, lower in pairs:
        if not rows[upper] >> lower & 1:
            gained, bit = rows[lower] | 1 << lower, 1 << upper
            grown = [row | gained if row & bit else row for row in rows]
            grown[upper] |= gained
            rows = tuple(grown)
    return rows


def settled(rows: Rows, tied: Collection[Pair], most: int) -> list[Rows] | None:
    """Lock equally strong pairs in every order, each unless it closes a circle.

    `rows`: what stronger pairs have locked; transitive and without circles. Gives one relation for
    each largest set of the pairs that closes no circle: what any order locks is such a set, and
    each of them is what the orders lock that begin with it. None when there are more than `most`,
    or more pairs than that on circles of locked and tied pairs, which is all but hopeless. Neither
    depends on the order of the pairs or of the items.
    """
    possible = [pair for pair in tied if not _against(rows, pair)]
    whole = locked(rows, possible)
    circling = [pair for pair in possible if _against(whole, pair)]
    if not circling:
        return [whole]
    if len(circling) > most:
        return None
    free = [pair for pair in possible if not _against(whole, pair)]
    choices = _largest(locked(rows, free), circling, most)
    return None if choices is None else list(choices.values())


def _largest(base: Rows, pairs: Sequence[Pair], most: int) -> Choices | None:
    """Find all largest sets of pairs that close no circle together with the base.

    Pair by pair, after Lawler, Lenstra and Rinnooy Kan (1980). Each set on the way is part of a
    different one at the end, so there are never more of them than there are to be found.
    """
    found: Choices = {frozenset(): base}
    for count, pair in enumerate(pairs):
        grown: Choices = {}
        for choice, rows in found.items():
            more = _taken_in(base, choice, rows, pair, pairs[:count], most)
            if more is None:
                return None
            grown |= more
            if len(grown) > most:
                return None
        found = grown
    return found


def _taken_in(
    base: Rows,
    choice: frozenset[Pair],
    rows: Rows,
    pair: Pair,
    before: Sequence[Pair],
    most: int,
) -> Choices | None:
    """Give the largest sets that come of one of them when the next pair is taken in.

    A set that closes a circle with the pair stays a largest one without it. Those with the pair are
    among the largest parts of such sets that close no circle with it.
    """
    if not _against(rows, pair):
        return {choice | {pair}: locked(rows, [pair])}
    if _against(base, pair):
        return {choice: rows}
    circling = [other for other in choice if _between(rows, other, pair)]
    kept = choice.difference(circling)
    parts = _largest(locked(base, [pair, *kept]), circling, most)
    if parts is None:
        return None
    found = {choice: rows}
    for part, part_rows in parts.items():
        new = part | kept | {pair}
        if all(other in new or _against(part_rows, other) for other in before):
            found[new] = part_rows
    return found


def _against(rows: Rows, pair: Pair) -> bool:
    """Say whether the relation has the pair the other way round, so that it closes a circle."""
    upper, lower = pair
    return bool(rows[lower] >> upper & 1)


def _between(rows: Rows, inner: Pair, outer: Pair) -> bool:
    """Say whether a way from the lower item of the outer pair to the upper goes over the inner."""
    upper, lower = outer
    begins = inner[0] == lower or rows[lower] >> inner[0] & 1
    ends = inner[1] == upper or rows[inner[1]] >> upper & 1
    return bool(begins and ends)
