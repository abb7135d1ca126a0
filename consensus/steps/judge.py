"""judge: one private answer per member per pass, opened together at the reveal."""

from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from consensus.items import ItemId, StepId
from consensus.parts import Part, one, rows
from consensus.people import MemberId, Members, Scene, silent
from consensus.ranking import (
    Furthest,
    Profile,
    Spread,
    count_pairs,
    furthest,
    moved,
    pair_agreement,
    spreads,
    widest_first,
)
from consensus.refusal import Code, Refusal
from consensus.text import optional

# --- settings ---------------------------------------------------------------------------------


class Settings(Struct, frozen=True, tag="judge", forbid_unknown_fields=True):
    """What is asked: choose exactly `choose` items, or (0) put all of them in order.

    `again` names the pass before this one: members start from the order they gave there, and the
    two passes are compared after the reveal.
    """

    choose: int = 0
    again: StepId | None = None


# --- state ------------------------------------------------------------------------------------

Answer = tuple[ItemId, ...]


class Ballot(Struct, frozen=True):
    """One member's private answer, best first, with an optional reason in their own words."""

    answer: Answer
    because: str


class State(Struct, frozen=True, tag="judge"):
    """The items asked about and the answers so far; `revealed` once they are open to all.

    At the reveal, `missing` were in the room and `away` were not, and neither had answered.
    """

    items: Answer
    ballots: dict[MemberId, Ballot] = {}
    revealed: bool = False
    missing: tuple[MemberId, ...] = ()
    away: tuple[MemberId, ...] = ()

    def answers(self) -> dict[MemberId, Answer]:
        """Return each member's answer without its reason."""
        return {member: ballot.answer for member, ballot in self.ballots.items()}

    def ranks(self) -> bool:
        """Say whether the answers put all items in order; a choice says nothing of an order."""
        return all(len(ballot.answer) == len(self.items) for ballot in self.ballots.values())


def begin(items: tuple[ItemId, ...]) -> State:
    """Return the step as it opens for the first time."""
    return State(items)


# --- commands ---------------------------------------------------------------------------------


class Cast(Struct, frozen=True, tag="judge.cast"):
    """Give or change my answer; possible until the reveal."""

    step: StepId
    answer: Answer
    because: str = ""


class Reveal(Struct, frozen=True, tag="judge.reveal"):
    """Open all answers together (chair). `even_so` accepts that somebody has not answered."""

    step: StepId
    even_so: bool = False


Command = Cast | Reveal

# --- events -----------------------------------------------------------------------------------


class BallotCast(Struct, frozen=True, tag="judge.ballot_cast"):
    """A member gave or changed their answer."""

    step: StepId
    member: MemberId
    answer: Answer
    because: str


class Revealed(Struct, frozen=True, tag="judge.revealed"):
    """All answers were opened; of those who had not answered, some were here and some `away`."""

    step: StepId
    missing: tuple[MemberId, ...]
    away: tuple[MemberId, ...] = ()


Event = BallotCast | Revealed

# --- decide and evolve ------------------------------------------------------------------------


def decide(settings: Settings, state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    if state.revealed:
        raise Refusal(Code.ALREADY_REVEALED)
    match command:
        case Cast():
            return _cast(settings, state, command, scene)
        case Reveal():
            return _reveal(state, command, scene)


def _cast(settings: Settings, state: State, command: Cast, scene: Scene) -> tuple[Event, ...]:
    if not scene.by.voice:
        raise Refusal(Code.WATCHING_ONLY)
    _check_answer(settings, state, command.answer)
    ballot = Ballot(command.answer, optional(command.because))
    if state.ballots.get(scene.by.id) == ballot:
        return ()
    return (BallotCast(command.step, scene.by.id, ballot.answer, ballot.because),)


def _check_answer(settings: Settings, state: State, answer: Answer) -> None:
    if not set(answer) <= set(state.items):
        raise Refusal(Code.NO_SUCH_ITEM)
    wanted = settings.choose or len(state.items)
    if len(answer) == len(set(answer)) == wanted:
        return
    if settings.choose:
        raise Refusal(Code.CHOOSE_EXACTLY, count=wanted)
    raise Refusal(Code.RANK_EACH_ONCE, count=wanted)


def _reveal(state: State, command: Reveal, scene: Scene) -> tuple[Event, ...]:
    if not state.ballots:
        raise Refusal(Code.NOTHING_TO_REVEAL)
    unheard = silent(scene.members, state.ballots)
    missing = tuple(member.id for member in unheard if member.here)
    if missing and not command.even_so:
        raise Refusal(Code.ANSWERS_MISSING, count=len(missing))
    away = tuple(member.id for member in unheard if not member.here)
    return (Revealed(command.step, missing, away),)


def evolve(state: State, event: Event) -> State:
    """Return the step after `event`."""
    match event:
        case BallotCast():
            ballot = Ballot(event.answer, event.because)
            return replace(state, ballots={**state.ballots, event.member: ballot})
        case Revealed():
            return replace(state, revealed=True, missing=event.missing, away=event.away)


def forget(state: State, member: MemberId) -> State:
    """Return the step without the answer of a member who was removed before the reveal."""
    if state.revealed or member not in state.ballots:
        return state
    return replace(state, ballots={m: b for m, b in state.ballots.items() if m != member})


# --- figures ----------------------------------------------------------------------------------


class Movement(Struct, frozen=True):
    """What changed since the pass before, among people who answered both times.

    The agreements run from 0 to 1 and are absent under three people. `raised` and `lowered` count
    people per item; `unchanged` is how many people changed nothing.
    """

    people: int
    before: float | None
    after: float | None
    raised: dict[ItemId, int]
    lowered: dict[ItemId, int]
    unchanged: int


class Figures(Struct, frozen=True):
    """What a revealed ranking shows: spread before average, and agreement with chance at 0.5."""

    spreads: tuple[Spread, ...]
    widest: tuple[ItemId, ...]
    agreement: float | None
    furthest: Furthest | None
    movement: Movement | None


_Answers = tuple[tuple[MemberId, Answer], ...]


@lru_cache(maxsize=256)
def _figures(items: Answer, answers: _Answers, before: _Answers) -> Figures:
    now = Profile.of(items, dict(answers))
    return Figures(
        spreads=spreads(now),
        widest=widest_first(now),
        agreement=pair_agreement(count_pairs(now)),
        furthest=furthest(now),
        movement=_movement(Profile.of(items, dict(before)), now) if before else None,
    )


def _movement(before: Profile, after: Profile) -> Movement:
    change = moved(before, after)
    return Movement(
        people=len(change.people),
        before=change.agreement_before,
        after=change.agreement_after,
        raised={item: len(who) for item, who in change.raised.items()},
        lowered={item: len(who) for item, who in change.lowered.items()},
        unchanged=len(change.unchanged_people),
    )


def figures(settings: Settings, state: State, before: State | None) -> Figures | None:
    """Return the figures of a revealed ranking; nothing for a choice or before the reveal.

    `before` is the pass before it, if there was one. A board that chose everything leaves nothing
    to rank, and so no figures.
    """
    if not state.revealed or settings.choose or not state.items:
        return None
    comparable = before is not None and before.revealed and set(before.items) == set(state.items)
    return _figures(
        state.items,
        tuple(state.answers().items()),
        tuple(before.answers().items()) if before is not None and comparable else (),
    )


def _pass_before(settings: Settings, earlier: Mapping[StepId, object]) -> State | None:
    before = earlier.get(settings.again) if settings.again else None
    return before if isinstance(before, State) else None


# --- what each audience sees ------------------------------------------------------------------


class JudgeRecord(Struct, frozen=True, tag="judge"):
    """Everyone: what is asked, and how many `of` those expected have answered; never what.

    Expected are the voices in the room; at the reveal they are counted for good, and `missing`
    names those who were there and had not answered. Before it, `missing` is empty.
    """

    step: StepId
    items: tuple[ItemId, ...]
    choose: int
    again: StepId | None
    answered: int
    of: int
    revealed: bool
    missing: tuple[MemberId, ...]


class BallotRecord(Struct, frozen=True, tag="ballot"):
    """Everyone, after the reveal: one member's answer."""

    step: StepId
    member: MemberId
    answer: Answer
    because: str


class FiguresRecord(Struct, frozen=True, tag="figures"):
    """Everyone, after the reveal of a ranking: spread, agreement, movement."""

    step: StepId
    figures: Figures


class AnsweredRecord(Struct, frozen=True, tag="answered"):
    """Chairs: who has answered so far, never what."""

    step: StepId
    members: tuple[MemberId, ...]


class MyBallotRecord(Struct, frozen=True, tag="my_ballot"):
    """One member: the order to start from, and the answer that the room holds, if any."""

    step: StepId
    start: Answer
    answer: Answer | None
    because: str


Record = JudgeRecord | BallotRecord | FiguresRecord


def everyone(
    step: StepId,
    settings: Settings,
    state: State,
    members: Members,
    earlier: Mapping[StepId, object],
) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    if not state.revealed:
        asked = partial(_question, step, settings, state, members)
        yield f"judge/{step}", one(f"judge/{step}", (state.ballots, members), asked)
        return
    shown = partial(_question, step, settings, state, {})
    yield f"judge/{step}", one(f"judge/{step}", (state,), shown)
    yield f"ballots/{step}", rows(f"ballot/{step}", state.ballots, partial(_ballot, step))
    before = _pass_before(settings, earlier)
    drawn = partial(_drawn, step, settings, state, before)
    yield f"figures/{step}", Part((state, before), drawn)


def _question(step: StepId, settings: Settings, state: State, members: Members) -> JudgeRecord:
    here = sum(member.here for member in silent(members, state.ballots))
    return JudgeRecord(
        step=step,
        items=state.items,
        choose=settings.choose,
        again=settings.again,
        answered=len(state.ballots),
        of=len(state.ballots) + (len(state.missing) if state.revealed else here),
        revealed=state.revealed,
        missing=state.missing,
    )


def _ballot(step: StepId, member: MemberId, ballot: Ballot) -> BallotRecord:
    return BallotRecord(step, member, ballot.answer, ballot.because)


def _drawn(
    step: StepId, settings: Settings, state: State, before: State | None
) -> dict[str, FiguresRecord]:
    shown = figures(settings, state, before)
    return {f"figures/{step}": FiguresRecord(step, shown)} if shown is not None else {}


def chairs(step: StepId, state: State) -> Iterator[tuple[str, Part[AnsweredRecord]]]:
    """Yield what chairs see beside it: who has answered."""
    answered = partial(_answered, step, state)
    yield f"answered/{step}", one(f"answered/{step}", (state.ballots,), answered)


def _answered(step: StepId, state: State) -> AnsweredRecord:
    return AnsweredRecord(step, tuple(state.ballots))


def mine(
    step: StepId,
    settings: Settings,
    state: State,
    member: MemberId,
    earlier: Mapping[StepId, object],
) -> Iterator[tuple[str, MyBallotRecord]]:
    """Yield what one member sees of their own answer."""
    own = state.ballots.get(member)
    before = _pass_before(settings, earlier)
    last = before.ballots.get(member) if before is not None else None
    comparable = last is not None and set(last.answer) == set(state.items)
    yield (
        f"my_ballot/{step}",
        MyBallotRecord(
            step=step,
            start=last.answer if last is not None and comparable else shuffled(state.items, member),
            answer=own.answer if own else None,
            because=own.because if own else "",
        ),
    )


def concerns(event: Event) -> frozenset[MemberId]:
    """Return those whose own records an event may change: what one knew, a reveal leaves alone."""
    return frozenset((event.member,)) if isinstance(event, BallotCast) else frozenset()


def shuffled(items: Answer, member: MemberId) -> Answer:
    """Return the items in an order of this member's own, so that no list order sways the room."""
    return tuple(sorted(items, key=lambda item: sha256(f"{member} {item}".encode()).digest()))


# --- what the minutes say ---------------------------------------------------------------------


class Minutes(Struct, frozen=True, tag="judge"):
    """The answers of a revealed pass: how many chose each item, or everyone's places."""

    step: StepId
    choose: int
    again: StepId | None
    items: tuple[ItemId, ...]
    ballots: dict[MemberId, Ballot]
    did_not_answer: tuple[MemberId, ...]
    figures: Figures | None


def minutes(
    step: StepId,
    settings: Settings,
    state: State,
    earlier: Mapping[StepId, object],
) -> Minutes | None:
    """Return the step's part of the record; nothing before the reveal, when answers are private."""
    if not state.revealed:
        return None
    return Minutes(
        step=step,
        choose=settings.choose,
        again=settings.again,
        items=state.items,
        ballots=state.ballots,
        did_not_answer=state.missing + state.away,
        figures=figures(settings, state, _pass_before(settings, earlier)),
    )
