"""Guesses: how people think that another agency puts the same items; and the mirror made of them.

A guess is never opened, to anybody. What is opened, once and for good, is the mirror: cells of
agency by agency, each with enough people on both sides. What it can and cannot tell of one person
is in docs/decisions/0025-the-assumption-mirror.md.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from consensus.answers.ballots import FEWEST_UNATTRIBUTED, Answer, Ballot, Question
from consensus.items import ItemId, StepId
from consensus.parts import Part, one
from consensus.people import MemberId, Members, Scene, agency_key, spelt
from consensus.ranking.surprise import Surprise, surprise
from consensus.refusal import Code, Refusal

# A cell with this many people on each side hides each of them as well as an answer that belongs to
# nobody is hidden: whoever would work out one has to know all the others'.
FEWEST_SHOWN = FEWEST_UNATTRIBUTED

# A cell is called clear where chance would make any cell of the mirror so in 1 of 20 halls.
CHANCE = 0.05

# --- state ------------------------------------------------------------------------------------


class Guess(Struct, frozen=True):
    """How people of the agency `about` put the items, as somebody thinks: best first."""

    about: str
    answer: Answer


class Cell(Struct, frozen=True):
    """What people `of` one agency guessed about another, and how it was.

    `surprise`: the share of pairs of items that a guess puts the other way round than the people
    whom it is about, beyond how much those differ among themselves: 0 where they are known as well
    as they know one another, and at most 1. It is `clear` where it is more than chance would make.
    `guesses` and `people` count those who guessed and those who were guessed.
    """

    of: str
    about: str
    guesses: int
    people: int
    surprise: float
    clear: bool


class Mirror(Struct, frozen=True):
    """The cells that enough people stand behind, and the agencies that are in one of them.

    `hidden` counts the cells about which too few guessed, or in which too few were guessed.
    """

    agencies: tuple[str, ...]
    cells: tuple[Cell, ...]
    hidden: int


class State(Struct, frozen=True):
    """The guesses of a question, by who made them; and the mirror, once it was opened."""

    made: dict[MemberId, Guess] = {}
    mirror: Mirror | None = None


# --- commands ---------------------------------------------------------------------------------


class MakeGuess(Struct, frozen=True, tag="judge.guess"):
    """Guess, or guess anew, how people of another agency put the items; until the reveal."""

    step: StepId
    about: str
    answer: Answer


class OpenMirror(Struct, frozen=True, tag="judge.open_mirror"):
    """Open the mirror of a room without tables, once and for good (chair)."""

    step: StepId


Command = MakeGuess | OpenMirror

# --- events -----------------------------------------------------------------------------------


class Guessed(Struct, frozen=True, tag="judge.guessed"):
    """A member guessed how people of the agency `about` put the items."""

    step: StepId
    member: MemberId
    about: str
    answer: Answer


class MirrorOpened(Struct, frozen=True, tag="judge.mirror_opened"):
    """The mirror was opened."""

    step: StepId
    mirror: Mirror


Event = Guessed | MirrorOpened

# --- decide and evolve ------------------------------------------------------------------------


def guess(
    asked: Question, items: Answer, state: State, command: MakeGuess, scene: Scene
) -> tuple[Event, ...]:
    """Return how somebody's guess is kept, or refuse it."""
    if not asked.guess:
        raise Refusal(Code.NOT_UNDERSTOOD)
    if not scene.by.voice:
        raise Refusal(Code.WATCHING_ONLY)
    own = agency_key(scene.by.agency)
    if not own:
        raise Refusal(Code.GUESS_NEEDS_AGENCY)
    about = next((name for name in others(scene.members, own) if _same(name, command.about)), None)
    if about is None:
        raise Refusal(Code.GUESS_ANOTHER_AGENCY)
    if not set(command.answer) <= set(items):
        raise Refusal(Code.NO_SUCH_ITEM)
    if len(command.answer) != len(items) or len(set(command.answer)) != len(items):
        raise Refusal(Code.RANK_EACH_ONCE, count=len(items))
    if state.made.get(scene.by.id) == Guess(about, command.answer):
        return ()
    return (Guessed(command.step, scene.by.id, about, command.answer),)


def others(members: Members, own: str) -> Iterator[str]:
    """Yield the agencies of the people who answer here, but for the one with the key `own`."""
    for member in members.values():
        if member.voice and agency_key(member.agency) not in {"", own}:
            yield member.agency


def _same(one_name: str, other: str) -> bool:
    return agency_key(one_name) == agency_key(other)


def open_mirror(
    asked: Question, state: State, command: OpenMirror, orders: "Orders | None", members: Members
) -> tuple[Event, ...]:
    """Return how the mirror of opened orders is opened; refuse where it would show somebody."""
    if not asked.guess:
        raise Refusal(Code.NOT_UNDERSTOOD)
    if orders is None:
        raise Refusal(Code.MIRROR_TOO_SOON)
    if state.mirror is not None:
        return ()
    made = {
        member: (members[member].agency, each)
        for member, each in state.made.items()
        if member in members
    }
    return (MirrorOpened(command.step, mirrored(made, orders)),)


def evolve(state: State, event: Event) -> State:
    """Return the guesses and the mirror after `event`."""
    match event:
        case Guessed():
            said = Guess(event.about, event.answer)
            return replace(state, made={**state.made, event.member: said})
        case MirrorOpened():
            return replace(state, mirror=event.mirror)


def forget(state: State, member: MemberId) -> State:
    """Return the state without the guess of a member who is gone."""
    if member not in state.made:
        return state
    return replace(state, made={m: each for m, each in state.made.items() if m != member})


def ended(state: State) -> State:
    """Return the state without what was guessed; that somebody guessed is no secret."""
    return replace(state, made=dict.fromkeys(state.made, Guess("", ()))) if state.made else state


# --- the mirror -------------------------------------------------------------------------------

# What was guessed, with the agency of who guessed; and orders, with the agency of whose they are.
# Both by member, so that nobody counts twice.
Made = Mapping[MemberId, tuple[str, Guess]]
Orders = Mapping[MemberId, tuple[str, Answer]]


def ordered(ballots: Mapping[MemberId, Ballot], agencies: Mapping[MemberId, str]) -> Orders:
    """Return the orders among opened ballots, with their agencies."""
    return {
        member: (agencies.get(member, ""), ballot.answer)
        for member, ballot in ballots.items()
        if ballot.answer
    }


def mirrored(made: Made, orders: Orders) -> Mirror:
    """Return the mirror of some guesses and of the orders that they are about.

    Every guess is in one cell at most, so that no two cells tell of it. Refuses where no cell has
    enough people on both sides.
    """
    guesses: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for agency, each in made.values():
        guesses[agency_key(agency), agency_key(each.about)].append(each.answer)
    people: dict[str, list[Answer]] = defaultdict(list)
    for agency, answer in orders.values():
        people[agency_key(agency)].append(answer)
    found = {
        (of, about): _surprise(said, people[about])
        for (of, about), said in sorted(guesses.items())
        if of and about and min(len(said), len(people[about])) >= FEWEST_SHOWN
    }
    known = {at: value for at, value in found.items() if value is not None}
    if not known:
        raise Refusal(Code.TOO_FEW_TO_MIRROR, least=FEWEST_SHOWN)
    names = spelt(agency for agency, _ in (*made.values(), *orders.values()))
    clear = _clear(known)
    cells = tuple(
        Cell(
            of=names[of],
            about=names[about],
            guesses=len(guesses[of, about]),
            people=len(people[about]),
            surprise=round(value.value, 2),
            clear=(of, about) in clear,
        )
        for (of, about), value in known.items()
    )
    shown = sorted({key for pair in known for key in pair})
    return Mirror(tuple(names[key] for key in shown), cells, len(guesses) - len(cells))


def _surprise(guesses: list[Answer], orders: list[Answer]) -> Surprise | None:
    items: dict[ItemId, None] = {item: None for order in (*guesses, *orders) for item in order}
    return surprise(tuple(items), guesses, orders)


def _clear(cells: Mapping[tuple[str, str], Surprise]) -> set[tuple[str, str]]:
    """Return the cells that are more than chance, however many were looked at (Holm, 1979)."""
    clear: set[tuple[str, str]] = set()
    for rank, at in enumerate(sorted(cells, key=lambda each: cells[each].chance)):
        if cells[at].chance > CHANCE / (len(cells) - rank):
            break
        clear.add(at)
    return clear


# --- what each audience sees ------------------------------------------------------------------


class OpenedMirrorRecord(Struct, frozen=True, tag="opened_mirror"):
    """Everyone, once it was opened in a room without tables: the mirror of a question."""

    step: StepId
    mirror: Mirror


Record = OpenedMirrorRecord


class MyGuessRecord(Struct, frozen=True, tag="my_guess"):
    """One member: what they guessed, until the meeting ends."""

    step: StepId
    guess: Guess


def everyone(step: StepId, mirror: Mirror | None) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the part that everyone, and so the wall, may see."""
    if mirror is not None:
        key = f"opened_mirror/{step}"
        yield key, one(key, (mirror,), partial(OpenedMirrorRecord, step, mirror))


def mine(step: StepId, state: State, member: MemberId) -> Iterator[tuple[str, MyGuessRecord]]:
    """Yield what one member sees of their own guess."""
    own = state.made.get(member)
    if own is not None and own.answer:
        yield f"my_guess/{step}", MyGuessRecord(step, own)
