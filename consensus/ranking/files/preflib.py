"""Rankings in the files of PrefLib, the library of preference data (Mattei and Walsh, 2013).

Four kinds, named as the extensions of the files: strict orders or orders with ties, complete or
incomplete (soc, soi, toc, toi). After metadata, a line of the body is a number of people and their
order, best first, by the numbers of the alternatives, with those that are equal in braces:

    # DATA TYPE: toi
    # NUMBER ALTERNATIVES: 3
    # ALTERNATIVE NAME 1: trust
    # ALTERNATIVE NAME 2: money
    # ALTERNATIVE NAME 3: time
    12: 1,{2,3}
    3: 3,1
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Literal

import numpy as np
from msgspec import Struct

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.files.common import Groups, check_room, groups_of
from consensus.ranking.files.preflib_layout import (
    Line,
    Parts,
    Said,
    refuse,
    take_apart,
    whole_number,
)
from consensus.ranking.profile import NotRanked, Profile, Table, positions_of, write_places

Kind = Literal["soc", "soi", "toc", "toi"]
_KINDS: tuple[Kind, ...] = ("soc", "soi", "toc", "toi")

_PLACE = r"(?:[0-9]+|\{(?:[0-9]+(?:,[0-9]+)*)?\})"
_ORDER = re.compile(rf"(?:{_PLACE}(?:,{_PLACE})*)?")
_GROUP = re.compile(r"[0-9]+|\{[^}]*\}")
_NUMBER = re.compile(r"[0-9]+")
_BLANKS = re.compile(r" ?([,{}]) ?")

# What comes before the alternatives; a key whose value is not known stays empty.
_METADATA = """\
# FILE NAME: {file_name}
# TITLE: {title}
# DESCRIPTION:
# DATA TYPE: {kind}
# MODIFICATION TYPE:
# RELATES TO:
# RELATED FILES:
# PUBLICATION DATE:
# MODIFICATION DATE:
# NUMBER ALTERNATIVES: {alternatives}
# NUMBER VOTERS: {voters}
# NUMBER UNIQUE ORDERS: {orders}"""


class _Ballots(Struct, frozen=True):
    """A line of the body: so many people with this order, by the numbers of alternatives."""

    line: int
    count: int
    order: tuple[tuple[str, ...], ...]


# --- reading ----------------------------------------------------------------------------------


def read(text: str, kind: Kind | None = None, not_ranked: NotRanked = "no_view") -> Profile:
    """Read a file of the present layout, or of the one until 2022.

    A count of 12 becomes 12 people, and all people are called 1, 2, 3… in the order of the file; an
    order of nothing is an abstention. Items come in the order of their numbers. When a name is
    there twice, the later ones get their number behind them, "money (4)", so that none is lost.
    `kind`: what the orders must fit, beside what the file says of itself; any order when neither
    says anything. `not_ranked`: as in `Profile.of`.

    Raises BallotError with the line for anything that is not of this form, for orders that do not
    fit the kind, totals that differ from the body, and above `common.MOST_PEOPLE`.
    """
    parts = take_apart(text)
    kinds = {_kind(parts.kind), kind or "toi"}
    names = dict(sorted(parts.names.items(), key=lambda name: int(name[0])))
    items = _distinct(names)
    ballots = _body(parts, len(items))
    for each in ballots:
        _check_kind(each, kinds, len(items))
    _check_totals(parts, ballots)
    counts = np.array([each.count for each in ballots], dtype=np.int64)
    places = _places(ballots, list(names), not_ranked)
    return Profile.of_places(items, np.repeat(places, counts, axis=0))


def _body(parts: Parts, items: int) -> list[_Ballots]:
    people, ballots = 0, []
    for line in parts.body:
        ballots.append(_ballots(line, parts.separator))
        people += ballots[-1].count
        check_room(people, items, line.number)
    return ballots


def _ballots(line: Line, separator: str) -> _Ballots:
    count, found, rest = line.text.partition(separator)
    plain = _BLANKS.sub(r"\1", " ".join(rest.split()))
    if not found or not _ORDER.fullmatch(plain):
        refuse(f"a count, '{separator}' and an order of numbers are expected", line.number)
    people = whole_number(count, line.number)
    if not people:
        refuse("an order is counted 0 times", line.number)
    groups = (_NUMBER.findall(group) for group in _GROUP.findall(plain))
    order = tuple(tuple(number.lstrip("0") or "0" for number in group) for group in groups)
    return _Ballots(line.number, people, order)


def _kind(said: Line | None) -> Kind:
    if said is None:
        return "toi"
    for kind in _KINDS:
        if said.text.casefold() == kind:
            return kind
    refuse("the data type is none of soc, soi, toc and toi", said.number)


def _check_kind(ballots: _Ballots, kinds: set[Kind], items: int) -> None:
    if any(map(_strict, kinds)) and any(len(group) > 1 for group in ballots.order):
        refuse("alternatives are equal, and in a file of this kind none are", ballots.line)
    if any(map(_complete, kinds)) and sum(map(len, ballots.order)) < items:
        sentence = "an alternative is left out, and in a file of this kind all are ranked"
        raise BallotError(Fault.NOT_COMPLETE, sentence, ballots.line)


def _check_totals(parts: Parts, ballots: Sequence[_Ballots]) -> None:
    _check_total(parts.voters, "voters", {sum(each.count for each in ballots)})
    # An order may stand on several lines; who made the file counted either the lines or the orders.
    orders = {tuple(tuple(sorted(group)) for group in each.order) for each in ballots}
    _check_total(parts.orders, "orders", {len(orders), len(ballots)})


def _check_total(said: Iterable[Said], what: str, found: set[int]) -> None:
    for each in said:
        if each.total not in found:
            refuse(f"{each.total} {what} are announced and {min(found)} given", each.line)


def _places(ballots: Sequence[_Ballots], numbers: Sequence[str], not_ranked: NotRanked) -> Table:
    """Give the places of each line of the body, one row to a line."""
    positions = positions_of(numbers)
    places = np.zeros((len(ballots), len(numbers)), dtype=np.int64)
    for row, each in zip(places, ballots, strict=True):
        try:
            write_places(row, each.order, positions, not_ranked)
        except BallotError as error:
            raise BallotError(error.fault, str(error), each.line) from None
    return places


def _distinct(names: dict[str, str]) -> tuple[str, ...]:
    taken = set(names.values())
    given: dict[str, None] = {}
    for number, name in names.items():
        if name in given:
            while name in taken:
                name = f"{name} ({number})"
            taken.add(name)
        given[name] = None
    return tuple(given)


# --- writing ----------------------------------------------------------------------------------


def write(profile: Profile, kind: Kind | None = None, file_name: str = "", title: str = "") -> str:
    """Write a file of the present layout, the most frequent orders first.

    Orders that are equally frequent come in the order of their numbers, and an item's number is its
    position from 1. Who abstains is left out, and names of people are not kept. `kind`: the
    narrowest that fits by default. Raises BallotError when the orders do not fit the kind asked
    for, when an order has no whole number of voices, and for names, of items, file or title, that a
    line cannot hold: with blanks around them or line breaks in them.
    """
    orders = _counted(profile)
    _check_names([*profile.items, file_name, title])
    metadata = _METADATA.format(
        file_name=file_name,
        title=title,
        kind=_fitting(kind, orders, len(profile.items)),
        alternatives=len(profile.items),
        voters=sum(orders.values()),
        orders=len(orders),
    )
    names = (f"# ALTERNATIVE NAME {at}: {item}" for at, item in enumerate(profile.items, start=1))
    by_frequency = sorted(orders.items(), key=lambda counted: (-counted[1], counted[0]))
    body = (f"{count}: {_order_text(order)}" for order, count in by_frequency)
    return "\n".join(chain([metadata], names, body)) + "\n"


def _counted(profile: Profile) -> dict[Groups, int]:
    """Count the voices for each order, without abstentions."""
    totals: Counter[Groups] = Counter()
    for places, count in zip(profile.places.tolist(), profile.counts.tolist(), strict=True):
        totals[groups_of(places)] += count
    totals.pop((), None)
    if any(count % profile.unit for count in totals.values()):
        sentence = "PrefLib counts whole voices, and the weights for an order give a part of one"
        raise BallotError(Fault.VOICES_TOO_FINE, sentence)
    return {order: count // profile.unit for order, count in totals.items()}


def _fitting(asked: Kind | None, orders: Iterable[Groups], items: int) -> Kind:
    """Give the kind asked for if it fits, or the narrowest."""
    tied = any(len(group) > 1 for order in orders for group in order)
    short = any(sum(map(len, order)) < items for order in orders)
    if asked is not None and tied and _strict(asked):
        raise BallotError(Fault.MALFORMED_FILE, f"a {asked} file cannot hold equal items")
    if asked is not None and short and _complete(asked):
        raise BallotError(Fault.NOT_COMPLETE, f"a {asked} file cannot hold incomplete orders")
    narrowest: dict[tuple[bool, bool], Kind] = {
        (False, False): "soc",
        (False, True): "soi",
        (True, False): "toc",
        (True, True): "toi",
    }
    return asked or narrowest[tied, short]


def _check_names(names: Iterable[str]) -> None:
    if any(name != name.strip() or "\n" in name or "\r" in name for name in names):
        sentence = "a name has blanks around it or a line break in it, which PrefLib cannot hold"
        raise BallotError(Fault.MALFORMED_FILE, sentence)


def _order_text(order: Groups) -> str:
    groups = ([str(at + 1) for at in group] for group in order)
    return ",".join(
        group[0] if len(group) == 1 else "{" + ",".join(group) + "}" for group in groups
    )


# --- kinds ------------------------------------------------------------------------------------


def _strict(kind: Kind) -> bool:
    return kind in ("soc", "soi")


def _complete(kind: Kind) -> bool:
    return kind in ("soc", "toc")
