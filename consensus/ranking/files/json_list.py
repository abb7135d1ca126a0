"""Rankings as JSON: what is ranked, and a list of ballots, each an order as `Profile` takes it.

    {"items": ["trust", "money", "time"],
     "ballots": [
       {"person": "Ana", "order": ["trust", ["money", "time"]], "weight": "1/3"},
       {"order": ["time", "trust"], "count": 3}]}

Only `order` must be there. `weight` is a number, or a fraction in quotes, which stays exact.
`count` stands for so many people with the same order and weight.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat
from typing import Annotated

import msgspec
import numpy as np
from msgspec import Meta, Struct

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.files.common import (
    check_room,
    groups_of,
    read_weight,
    weights_of,
    without_mark,
)
from consensus.ranking.profile import (
    MOST_COUNTS,
    NotRanked,
    Profile,
    Table,
    Weight,
    positions_of,
    write_places,
)

_Order = tuple[str | tuple[str, ...], ...]
_Number = Annotated[int, Meta(le=MOST_COUNTS)] | float


class _Ballot(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One entry of the list: the ballot of one person, or of `count` people."""

    person: str | None = None
    order: _Order
    weight: _Number | str = 1
    count: Annotated[int, Meta(ge=1)] = 1


class _List(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    items: tuple[str, ...]
    ballots: tuple[_Ballot, ...]


def read(text: str, not_ranked: NotRanked = "no_view") -> Profile:
    """Read ballots from JSON.

    People without a name are called by their number in the file. With a name and a count above 1
    they are called by the name and a number: Ana 1, Ana 2… Raises BallotError for JSON of another
    form, for what `Profile.of` does not take, and above `common.MOST_PEOPLE`.
    """
    file = _decode(without_mark(text))
    places = _places(file, not_ranked)
    people = tuple(chain.from_iterable(_people(file.ballots)))
    return Profile.of_places(file.items, places, people, _weights(file.ballots, people))


def write(profile: Profile) -> str:
    """Write ballots as JSON, one to a line; weights that are not whole as fractions in quotes."""
    ballots = (
        _Ballot(
            order=tuple(_named(profile.items, group) for group in groups_of(places)),
            person=person,
            weight=weight.numerator if weight.denominator == 1 else str(weight),
        )
        for person, places, weight in zip(
            profile.people, profile.places.tolist(), weights_of(profile), strict=True
        )
    )
    lines = ",\n".join(map(_encode, ballots))
    return f'{{"items": {_encode(profile.items)},\n"ballots": [\n{lines}\n]}}\n'


def _decode(text: str) -> _List:
    try:
        return msgspec.json.decode(text, type=_List)
    except msgspec.MsgspecError as error:
        # This message alone names a key of the file, which may be anything.
        unknown = "unknown field" in str(error)
        sentence = "an object has a field that is not known here" if unknown else str(error)
        raise BallotError(Fault.MALFORMED_FILE, sentence) from None


def _encode(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _places(file: _List, not_ranked: NotRanked) -> Table:
    """Give the places of everyone, one row to a person."""
    positions = positions_of(file.items)
    counts = [ballot.count for ballot in file.ballots]
    check_room(sum(counts), len(positions))
    places = np.zeros((len(counts), len(positions)), dtype=np.int64)
    for number, (row, ballot) in enumerate(zip(places, file.ballots, strict=True), start=1):
        try:
            write_places(row, ballot.order, positions, not_ranked)
        except BallotError as error:
            raise _in_ballot(number, error) from None
    return np.repeat(places, np.array(counts, dtype=np.int64), axis=0)


def _people(ballots: Sequence[_Ballot]) -> Iterator[Iterator[str]]:
    before = 0
    for ballot in ballots:
        if ballot.person is None:
            yield map(str, range(before + 1, before + ballot.count + 1))
        elif ballot.count == 1:
            yield iter((ballot.person,))
        else:
            yield (f"{ballot.person} {number}" for number in range(1, ballot.count + 1))
        before += ballot.count


def _weights(ballots: Sequence[_Ballot], people: Sequence[str]) -> Mapping[str, Weight] | None:
    if all(ballot.weight == 1 for ballot in ballots):
        return None
    weights = [_weight(number, ballot) for number, ballot in enumerate(ballots, start=1)]
    each = (repeat(weight, ballot.count) for weight, ballot in zip(weights, ballots, strict=True))
    return dict(zip(people, chain.from_iterable(each), strict=True))


def _weight(number: int, ballot: _Ballot) -> Weight:
    if not isinstance(ballot.weight, str):
        return ballot.weight
    try:
        return read_weight(ballot.weight)
    except BallotError as error:
        raise _in_ballot(number, error) from None


def _named(items: Sequence[str], group: Sequence[int]) -> str | tuple[str, ...]:
    names = tuple(items[at] for at in group)
    return names[0] if len(names) == 1 else names


def _in_ballot(number: int, error: BallotError) -> BallotError:
    return BallotError(error.fault, f"ballot {number}: {error}")
