"""What the final sheet needs beyond the minutes: letters, names, and what its drawings are of."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup
from msgspec import Struct

from consensus.answers import stances
from consensus.answers.ballots import Ballot
from consensus.answers.figures import Figures
from consensus.answers.notes import Note, NoteId
from consensus.answers.tallies import Counts
from consensus.items import ITSELF, ItemId, StepId
from consensus.people import Member, MemberId
from consensus.ranking import Spread
from consensus.record.minutes import Minutes, StepMinutes
from consensus.roomwide import agencies, contacts
from consensus.steps import collect, judge, settle

# The print sizes, each with how full a record may be to stay on one A4 page with it. They come
# from printing three hundred made-up meetings of three to fourteen people: a statement that is
# spoken of by its letter, and a place on a board, take as much room as that many letters of text.
# What would be fuller than the smallest print can hold goes over several pages, in a print that
# tired eyes can read.
SIZES = {"roomy": 4_400, "snug": 5_700, "tight": 6_700, "tighter": 8_900, "tightest": 11_000}
SEVERAL_PAGES = "several"
SPOKEN_OF, PLACE = 40, 100

# More dots than this for one statement are a smudge on paper.
MOST_DOTS = 60


def print_size(record: Markup) -> str:
    """Return the largest print with which a record, as HTML, stays on one page, if one does."""
    spoken_of, places = record.count('class="letter"'), record.count('<li class="paper-slot')
    fullness = len(record.striptags()) + SPOKEN_OF * spoken_of + PLACE * places
    return next((size for size, most in SIZES.items() if fullness <= most), SEVERAL_PAGES)


def notes_in(said: collect.Minutes, lane: str, item: ItemId = "") -> list[tuple[NoteId, Note]]:
    """Return the notes of a lane in their order, or those about one item."""
    notes = said.notes.items()
    return [(i, n) for i, n in notes if n.lane == lane and (not item or item in n.items)]


def letter(minutes: Minutes, item: ItemId) -> str:
    """Return the letter a statement has in the room: A to Z, then AA, AB and so on."""
    return _letter_at(list(minutes.items).index(item)) if item != ITSELF else ""


def _letter_at(index: int) -> str:
    last = chr(ord("A") + index % 26)
    return last if index < 26 else _letter_at(index // 26 - 1) + last


class Named(Struct, frozen=True):
    """People to name: those the record knows, and how many were taken out of the room."""

    known: tuple[Member, ...]
    gone: int


def named(minutes: Minutes, members: Iterable[MemberId]) -> Named:
    """Return who these members are, in the same order."""
    wanted = list(members)
    known = tuple(person for member in wanted if (person := minutes.person(member)) is not None)
    return Named(known, len(wanted) - len(known))


def away(minutes: Minutes) -> tuple[Member, ...]:
    """Return who was not in the room when the meeting closed, or is not in it now.

    Everybody leaves the room after the close; only those who left before it were away.
    """
    end = minutes.closed
    return tuple(m for m in minutes.people if not m.here and (end is None or m.since < end))


def standing(slot: stances.Slot, *words: stances.StanceWord) -> dict[MemberId, stances.Stance]:
    """Return the stances on a slot that are among these words, by member."""
    return {member: stance for member, stance in slot.stances.items() if stance.word in words}


def fallen(minutes: Minutes, slot: stances.Slot) -> stances.Tally:
    """Return how the stances on a slot fell, by person and by agency."""
    return stances.tally(slot.stances, {person.id: person for person in minutes.people})


class Voice(Struct, frozen=True):
    """An opened answer: a `member`'s, or of an `agency`, or nobody's."""

    member: MemberId | None
    agency: str
    ballot: Ballot


def voices(said: judge.Minutes) -> tuple[Voice, ...]:
    """Return everybody's answers as far as the record tells whose they are."""
    named = [Voice(member, "", ballot) for member, ballot in said.ballots.items()]
    return (*named, *(Voice(None, each.agency, each.ballot) for each in said.unnamed))


class Choice(Struct, frozen=True):
    """An item that somebody chose: how many, and who, as far as the record keeps it."""

    item: ItemId
    count: int
    voices: tuple[Voice, ...]


def choices(said: judge.Minutes) -> tuple[Choice, ...]:
    """Return the items that were chosen, by how many people chose them; equals as listed."""
    if not isinstance(said.tally, Counts):
        return ()
    counted = {item: int(count) for item, count in said.tally.by_person.items() if count}
    found = [
        Choice(item, count, tuple(v for v in voices(said) if item in v.ballot.answer))
        for item, count in counted.items()
    ]
    return tuple(sorted(found, key=lambda choice: -choice.count))


class Mark(Struct, frozen=True):
    """What one voice said of one item: a mark, or that they do not know, and why."""

    voice: Voice
    mark: int | None
    why: str


def marks(said: judge.Minutes, item: ItemId) -> tuple[Mark, ...]:
    """Return everybody's marks for an item, from the lowest; those who do not know last."""
    found = [
        Mark(voice, voice.ballot.marks.get(item), voice.ballot.whys.get(item, ""))
        for voice in voices(said)
    ]
    return tuple(sorted(found, key=lambda each: (each.mark is None, each.mark or 0)))


def widest(figures: Figures) -> Spread:
    """Return the spread of the statement that people put furthest apart."""
    by_item = {spread.item: spread for spread in figures.spreads}
    return next(by_item[item] for item in figures.widest if item in by_item)


def passes(minutes: Minutes, step: StepMinutes) -> tuple[judge.Minutes, ...]:
    """Return the revealed passes that lead to this step's ranking, the first one first."""
    found: list[judge.Minutes] = []
    said = _ranking(minutes, step.id)
    while said is not None:
        found.insert(0, said)
        said = _ranking(minutes, said.settings.again)
    return tuple(found)


def is_last_pass(minutes: Minutes, step: StepMinutes) -> bool:
    """Say whether this is a ranking that no later pass was built on: it draws them all."""
    return _ranking(minutes, step.id) is not None and not any(
        isinstance(later.said, judge.Minutes) and later.said.settings.again == step.id
        for later in minutes.steps
    )


def _ranking(minutes: Minutes, step: StepId | None) -> judge.Minutes | None:
    """Return a step's ranking, if it was revealed."""
    said = next((each.said for each in minutes.steps if each.id == step), None)
    return said if isinstance(said, judge.Minutes) and said.figures is not None else None


class Strip(Struct, frozen=True):
    """One statement's places in the first and, where there was one, the last pass.

    `raised` and `lowered` count the people who moved it since the pass before the last.
    """

    item: ItemId
    first: Spread
    last: Spread | None
    raised: int
    lowered: int


def strips(rankings: Sequence[judge.Minutes]) -> tuple[Strip, ...]:
    """Return a strip for each statement, sorted by its middle place in the last pass."""
    first, last = rankings[0], rankings[-1]
    if first.figures is None or last.figures is None:
        raise ValueError("only rankings have figures")
    before = {spread.item: spread for spread in first.figures.spreads}
    movement = last.figures.movement
    found = [
        Strip(
            item=spread.item,
            first=before.get(spread.item, spread),
            last=spread if last is not first and spread.item in before else None,
            raised=movement.raised.get(spread.item, 0) if movement else 0,
            lowered=movement.lowered.get(spread.item, 0) if movement else 0,
        )
        for spread in last.figures.spreads
    ]
    return tuple(sorted(found, key=lambda strip: _middle(strip.last or strip.first)))


def _middle(spread: Spread) -> tuple[float, float]:
    return spread.median, sum(spread.places) / len(spread.places)


class Dots(Struct, frozen=True):
    """How the dots of a set of strips are packed: `across` in a place, then the next row.

    Each dot stands for `people` persons, which is one unless the room is a hall.
    """

    people: int
    across: int
    rows: int

    def count(self, spread: Spread, place: int) -> int:
        """Return how many dots a statement has at a place."""
        return -(-spread.places.count(place) // self.people)


def dots(drawn: Sequence[Strip]) -> Dots:
    """Return one packing for all strips, so that they can be compared by eye."""
    shown = [spread for strip in drawn for spread in (strip.first, strip.last) if spread]
    people = -(-max(len(spread.places) for spread in shown) // MOST_DOTS)
    fullest = max(spread.places.count(place) for spread in shown for place in spread.places)
    most = -(-fullest // people)
    across = min(most, max(4, -(-most // 3)))
    return Dots(people, across, -(-most // across))


def unprinted(minutes: Minutes) -> tuple[ItemId, ...]:
    """Return the statements whose words stand nowhere else on the sheet."""
    printed: set[ItemId | None] = set()
    for step in minutes.steps:
        match step.said:
            case settle.Minutes(slots=slots):
                printed |= {slot.item for slot in slots}
            case judge.Minutes(settings=asked, items=items) if asked.ask != "choose":
                printed |= set(items)
            case _:
                pass
    return tuple(item for item in minutes.items if item not in printed)


def missing(minutes: Minutes) -> tuple[agencies.Expected, ...]:
    """Return the agencies on the checklist of whom nobody took part."""
    expected = minutes.beside.agencies.expected
    gone = agencies.absent([each.agency for each in expected], minutes.people)
    return tuple(each for each in expected if each.agency in gone)


def not_quorate(minutes: Minutes) -> tuple[str, ...]:
    """Return the agencies without whom the meeting was not quorate."""
    return agencies.absent(minutes.beside.agencies.quorum, minutes.people)


def reached(minutes: Minutes) -> tuple[tuple[Member, contacts.Entry], ...]:
    """Return those who said how they are reached, each with what they said."""
    entries = minutes.beside.contacts
    found = ((person, entries.get(person.id)) for person in minutes.people)
    return tuple(
        (person, entry) for person, entry in found if entry and (entry.phone or entry.email)
    )


def read_back(minutes: Minutes, member: MemberId) -> tuple[str, ...]:
    """Return the titles of the steps in which what was entered for a member was read to them."""
    return tuple(
        step.title for step in minutes.steps if member in minutes.read_back.get(step.id, ())
    )
