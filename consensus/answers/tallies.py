"""Tallies: the same ballots with one voice for each person, and with one voice for each agency.

An agency's voice is shared by those of its people who answered, those who do not know among them.
Which way to count is not a matter of arithmetic, so both are given, and whether they differ.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from consensus.answers.ballots import Answer, Ballot, Order, Question, Shape, fitting, order_of
from consensus.items import ItemId
from consensus.people import agency_key
from consensus.ranking import Profile, combine, count_pairs, one_agency_one_voice, two_ways

Voices = Mapping[str, Ballot]
Agencies = Mapping[str, str]
Bands = tuple[Answer, ...]
Middle = float | None

# So many decimals of an agency's shared voice are more than anybody reads.
DECIMALS = 3


class Counts(Struct, frozen=True, tag="counts"):
    """How many voices chose each item. `differ` when the two ways put others in front.

    `agencies` is how many answered; with fewer than two, only people are counted.
    """

    agencies: int
    by_person: dict[ItemId, float]
    by_agency: dict[ItemId, float]
    differ: bool


class Middles(Struct, frozen=True, tag="middles"):
    """The middle mark (median) of each item, of those who gave one; nothing where nobody did.

    By agency it is the middle of the agencies' own middles. `differ` when any item has two.
    """

    agencies: int
    by_person: dict[ItemId, Middle]
    by_agency: dict[ItemId, Middle]
    differ: bool


class Orders(Struct, frozen=True, tag="orders"):
    """The combined order, in bands of items that are level; `differ` when the two are not one."""

    agencies: int
    by_person: Bands
    by_agency: Bands
    differ: bool


Tally = Counts | Middles | Orders


def tallied(question: Question, items: Answer, voices: Voices, agencies: Agencies) -> Tally:
    """Count everybody's ballots both ways, as their form is counted."""
    match question.ask:
        case "choose":
            return counts(items, voices, agencies, question.choose)
        case "rank":
            return orders(items, voices, agencies, fitting(question.shape, items))
        case "scale" | "level":
            return middles(items, voices, agencies)


def counts(items: Answer, voices: Voices, agencies: Agencies, most: int) -> Counts:
    """Count who chose what, where each voice chose `most` items."""
    known = _known(voices, agencies)
    shares = one_agency_one_voice(known)
    people = {item: _sum(1 for b in voices.values() if item in b.answer) for item in items}
    shared = {
        item: _sum(share for voice, share in shares.items() if item in voices[voice].answer)
        for item in items
    }
    return Counts(
        agencies=len(set(known.values())),
        by_person={item: float(count) for item, count in people.items()},
        by_agency={i: round(float(share), DECIMALS) for i, share in shared.items()}
        if known
        else {},
        differ=bool(known) and _leading(people, most) != _leading(shared, most),
    )


def _sum(shares: Iterable[Fraction | int]) -> Fraction:
    return sum(map(Fraction, shares), Fraction(0))


def _leading(voices: Mapping[ItemId, Fraction], most: int) -> set[ItemId]:
    """Return the first `most` items, and whatever is level with the last of them."""
    ordered = sorted(voices.values(), reverse=True)
    least = ordered[min(most, len(ordered)) - 1] if ordered else 0
    return {item for item, count in voices.items() if count and count >= least}


def middles(items: Answer, voices: Voices, agencies: Agencies) -> Middles:
    """Find the middle mark of each item both ways."""
    known = _known(voices, agencies)
    people = {item: _middle(marks(item, voices)) for item in items}
    shared = {item: _middle_of_agencies(item, voices, known) for item in items} if known else {}
    return Middles(
        agencies=len(set(known.values())),
        by_person=people,
        by_agency=shared,
        differ=bool(known) and people != shared,
    )


def marks(item: ItemId, voices: Voices) -> list[int]:
    """Return everybody's mark for an item, of those who gave one."""
    given = (ballot.marks.get(item) for ballot in voices.values())
    return [mark for mark in given if mark is not None]


def _middle(given: Sequence[float]) -> Middle:
    """Return the median, halfway between two; nothing of none."""
    ordered, half = sorted(given), len(given) // 2
    return (ordered[half] + ordered[~half]) / 2 if ordered else None


def _middle_of_agencies(item: ItemId, voices: Voices, known: Agencies) -> Middle:
    own: dict[str, dict[str, Ballot]] = {}
    for voice, agency in known.items():
        own.setdefault(agency, {})[voice] = voices[voice]
    found = [_middle(marks(item, each)) for each in own.values()]
    return _middle([middle for middle in found if middle is not None])


def orders(items: Answer, voices: Voices, agencies: Agencies, shape: Shape = ()) -> Orders:
    """Combine everybody's orders both ways; those in a `shape` hold equals."""
    given = {voice: order_of(ballot.answer, shape) for voice, ballot in voices.items()}
    answers = tuple((voice, order) for voice, order in given.items() if order)
    if not answers:
        return Orders(0, (), (), differ=False)
    known = _known({voice: voices[voice] for voice, _ in answers}, agencies)
    return _orders(items, answers, tuple(known.items()))


@lru_cache(maxsize=64)
def _orders(
    items: Answer, answers: tuple[tuple[str, Order], ...], known: tuple[tuple[str, str], ...]
) -> Orders:
    profile = Profile.of(items, dict(answers))
    if all(len(answer) < 2 for _, answer in answers):
        return Orders(0, (items,), (), differ=False)
    if not known:
        return Orders(0, combine(count_pairs(profile)).bands, (), differ=False)
    both = two_ways(profile, dict(known), top=1)
    person, agency = both.by_person.bands, both.by_agency.bands
    return Orders(len({name for _, name in known}), person, agency, differ=person != agency)


def by_middle(items: Answer, voices: Voices) -> Bands:
    """Return items from the highest middle mark to the lowest, in bands of the same; unknown last.

    One person, one voice.
    """
    found = {item: _middle(marks(item, voices)) for item in items}
    ordered = sorted(items, key=lambda item: -_or_below(found[item]))
    return tuple(tuple(band) for _, band in groupby(ordered, key=found.__getitem__))


def _or_below(middle: Middle) -> float:
    return -1.0 if middle is None else middle


def widest_marks(items: Answer, voices: Voices) -> Answer:
    """Return items by how far apart two people's marks are on average, the widest first."""
    return tuple(sorted(items, key=lambda item: -_apart(marks(item, voices))))


def _apart(given: list[int]) -> float:
    """Return the mean distance of two people's marks; 0 with fewer than two."""
    pairs = len(given) * (len(given) - 1)
    return sum(abs(one - other) for one in given for other in given) / pairs if pairs else 0.0


def _known(voices: Voices, agencies: Agencies) -> dict[str, str]:
    """Return each voice's agency, spelling aside; nobody's unless everybody's and two are known."""
    found = {voice: agency_key(agencies[voice]) for voice in voices if voice in agencies}
    return found if len(found) == len(voices) and len(set(found.values())) > 1 else {}
