"""judge: one private answer per member per pass, opened together at the reveal."""

from collections.abc import Iterator, Mapping
from functools import partial

from msgspec import Struct
from msgspec.structs import asdict, replace

from consensus.answers import ballots, guesses, reveal
from consensus.answers.ballots import Answer, Ask, Ballot, Marks, Order, Question, Shown, Unnamed
from consensus.answers.figures import Figures, of_orders
from consensus.answers.tallies import Tally, tallied
from consensus.items import ItemId, StepId
from consensus.parts import Part, one, rows
from consensus.people import MemberId, Members, Scene, silent
from consensus.refusal import Code, Refusal

Earlier = Mapping[StepId, object]

# --- settings ---------------------------------------------------------------------------------


class Settings(Question, frozen=True, tag="judge", forbid_unknown_fields=True):
    """The question; and `again` names the pass before, from which members start, to compare."""

    again: StepId | None = None


# --- state ------------------------------------------------------------------------------------


class State(Struct, frozen=True, tag="judge"):
    """The items asked about and the answers so far; `revealed` once they are open to all.

    Of unattributed answers only who has `answered` is known here, and from the reveal on what the
    `slips` say, which belong to nobody. The `shape` is one that the items fill. `agencies` are
    those of the people who answered, as they were at the reveal. There, `missing` were in the room
    and `away` were not, and neither had answered. What was `guessed` stays closed.
    """

    items: Answer
    ask: Ask = "rank"
    shown: Shown = "name"
    ballots: dict[MemberId, Ballot] = {}
    answered: dict[MemberId, None] = {}
    slips: tuple[Ballot, ...] = ()
    agencies: dict[MemberId, str] = {}
    revealed: bool = False
    missing: tuple[MemberId, ...] = ()
    away: tuple[MemberId, ...] = ()
    guessed: guesses.State = guesses.State()
    shape: tuple[int, ...] = ()

    @property
    def given(self) -> Mapping[MemberId, Ballot | None]:
        """Who has answered; what those said whose answers were never opened is gone at the end."""
        return self.ballots or self.answered

    def voices(self) -> dict[str, Ballot]:
        """Return the ballots by member; those of nobody by number."""
        slips = {str(number): slip for number, slip in enumerate(self.slips, start=1)}
        return slips if self.shown == "nobody" else self.ballots

    def answers(self) -> dict[str, Answer]:
        """Return each voice's answer without its reason."""
        return {voice: ballot.answer for voice, ballot in self.voices().items()}

    def orders(self) -> dict[str, Order]:
        """Return each voice's answer with the items of one row as equals."""
        answers = self.answers().items()
        return {voice: ballots.order_of(answer, self.shape) for voice, answer in answers}

    def ranks(self) -> bool:
        """Say whether the answers put items in order; a choice says nothing of an order."""
        return self.ask == "rank"

    def marks(self) -> bool:
        """Say whether the answers give items marks."""
        return self.ask in {"scale", "level"}


def begin(settings: Settings, items: Answer) -> State:
    """Return the step as it opens for the first time."""
    shape = ballots.fitting(settings.shape, items)
    return State(items, settings.ask, settings.shown, shape=shape)


# --- commands ---------------------------------------------------------------------------------


class Cast(Struct, frozen=True, tag="judge.cast"):
    """Give or change my answer; possible until the reveal. What it says is as in a `Ballot`."""

    step: StepId
    answer: Answer = ()
    because: str = ""
    marks: Marks = {}
    whys: dict[ItemId, str] = {}
    unsure: bool = False


class Slip(Struct, frozen=True, tag="judge.slip"):
    """Give or change an answer that nothing links to me.

    `token` is drawn by my browser and known to it alone: the same token changes the answer, and
    without it the answer stays as it is. What is stored beside the log is `token` and the ballot
    as `Settings.checked` returns it, without who, when, or the id of this command.
    """

    step: StepId
    token: str
    ballot: Ballot


class Reveal(Struct, frozen=True, tag="judge.reveal"):
    """Open all answers together (chair). `even_so` accepts that somebody has not answered."""

    step: StepId
    even_so: bool = False


Command = Cast | Slip | Reveal | guesses.Command

# --- events -----------------------------------------------------------------------------------


class BallotCast(Struct, frozen=True, tag="judge.ballot_cast"):
    """A member gave or changed their answer."""

    step: StepId
    member: MemberId
    answer: Answer
    because: str
    marks: Marks = {}
    whys: dict[ItemId, str] = {}
    unsure: bool = False


class Answered(Struct, frozen=True, tag="judge.answered"):
    """A member gave an unattributed answer for the first time. What it says is not in the log."""

    step: StepId
    member: MemberId


class Revealed(Struct, frozen=True, tag="judge.revealed"):
    """All answers were opened; of those who had not answered, some were here and some `away`.

    `agencies` are those of the members who had answered. `slips` are the unattributed answers, in
    an order that tells nothing.
    """

    step: StepId
    missing: tuple[MemberId, ...]
    away: tuple[MemberId, ...] = ()
    agencies: dict[MemberId, str] = {}
    slips: tuple[Ballot, ...] = ()


Event = BallotCast | Answered | Revealed | guesses.Event

# --- decide and evolve ------------------------------------------------------------------------


def decide(settings: Settings, state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    if isinstance(command, guesses.OpenMirror):
        orders = guesses.ordered(state.ballots, state.agencies) if state.revealed else None
        return guesses.open_mirror(settings, state.guessed, command, orders, scene.members)
    if state.revealed:
        raise Refusal(Code.ALREADY_REVEALED)
    if isinstance(command, Cast | Slip) and not scene.by.voice:
        raise Refusal(Code.WATCHING_ONLY)
    match command:
        case guesses.MakeGuess():
            return guesses.guess(settings, state.items, state.guessed, command, scene)
        case Cast():
            return _cast(settings, state, command, scene)
        case Slip():
            return _slip(settings, state, command, scene)
        case Reveal():
            if state.shown == "nobody":
                raise Refusal(Code.NOT_UNDERSTOOD)
            return (_revealed(state, command, scene),)


def _cast(settings: Settings, state: State, command: Cast, scene: Scene) -> tuple[Event, ...]:
    if state.shown == "nobody":
        raise Refusal(Code.ANOTHER_FORM)
    ballot = settings.checked(state.items, _ballot(command))
    if state.ballots.get(scene.by.id) == ballot:
        return ()
    said = ballot.answer, ballot.because, ballot.marks, ballot.whys, ballot.unsure
    return (BallotCast(command.step, scene.by.id, *said),)


def _ballot(said: Cast | BallotCast) -> Ballot:
    return Ballot(said.answer, said.because, said.marks, said.whys, said.unsure)


def _slip(settings: Settings, state: State, command: Slip, scene: Scene) -> tuple[Event, ...]:
    if state.shown != "nobody":
        raise Refusal(Code.ANOTHER_FORM)
    ballots.check_token(command.token)
    ballots.check_enough(sum(member.voice for member in scene.members.values()))
    settings.checked(state.items, command.ballot)
    return () if scene.by.id in state.answered else (Answered(command.step, scene.by.id),)


def open_slips(
    state: State, command: Reveal, slips: tuple[Ballot, ...], scene: Scene
) -> tuple[Event, ...]:
    """Return how unattributed answers are opened, given what they say, or refuse."""
    if state.revealed:
        raise Refusal(Code.ALREADY_REVEALED)
    if state.shown != "nobody":
        raise Refusal(Code.NOT_UNDERSTOOD)
    revealed = _revealed(state, command, scene)
    ballots.check_enough(len(slips))
    return (replace(revealed, slips=ballots.by_content(slips)),)


def _revealed(state: State, command: Reveal, scene: Scene) -> Revealed:
    if not state.given:
        raise Refusal(Code.NOTHING_TO_REVEAL)
    unheard = silent(scene.members, state.given)
    missing = tuple(member.id for member in unheard if member.here)
    if missing and not command.even_so:
        raise Refusal(Code.ANSWERS_MISSING, count=len(missing))
    away = tuple(member.id for member in unheard if not member.here)
    agencies = {id_: scene.members[id_].agency for id_ in state.ballots if id_ in scene.members}
    return Revealed(command.step, missing, away, agencies)


def evolve(state: State, event: Event) -> State:
    """Return the step after `event`."""
    match event:
        case BallotCast():
            return replace(state, ballots={**state.ballots, event.member: _ballot(event)})
        case Answered():
            return replace(state, answered={**state.answered, event.member: None})
        case Revealed(missing=missing, away=away, agencies=agencies, slips=slips):
            opened = replace(state, missing=missing, away=away, agencies=agencies, slips=slips)
            return replace(opened, revealed=True)
        case guesses.Guessed() | guesses.MirrorOpened():
            return replace(state, guessed=guesses.evolve(state.guessed, event))


def forget(state: State, member: MemberId) -> State:
    """Return the step without a removed member's guess, and the answer that was not opened yet.

    An unattributed answer stays: nobody can say which it is.
    """
    if member in state.guessed.made:
        state = replace(state, guessed=guesses.forget(state.guessed, member))
    if state.revealed or member not in state.given:
        return state
    return replace(
        state,
        ballots={m: ballot for m, ballot in state.ballots.items() if m != member},
        answered={m: None for m in state.answered if m != member},
    )


# --- figures ----------------------------------------------------------------------------------


def figures(state: State, before: State | None) -> Figures | None:
    """Return the figures of a revealed ranking; nothing of other answers or before the reveal.

    `before` is the pass before it, if there was one. Nobody is named where answers are not shown by
    name, and passes are not compared where either is unattributed. A board that chose everything
    leaves nothing to rank, and so no figures.
    """
    if not state.revealed or state.ask != "rank" or not any(state.answers().values()):
        return None
    earlier = before.orders() if before is not None and _comparable(state, before) else {}
    return of_orders(state.items, state.orders(), earlier, named=state.shown == "name")


def _comparable(state: State, before: State) -> bool:
    hidden = "nobody" in {state.shown, before.shown}
    return before.revealed and set(before.items) == set(state.items) and not hidden


def _pass_before(settings: Settings, earlier: Earlier) -> State | None:
    before = earlier.get(settings.again) if settings.again else None
    return before if isinstance(before, State) else None


# --- what each audience sees ------------------------------------------------------------------


class JudgeRecord(Struct, frozen=True, tag="judge"):
    """Everyone: what is asked, and how many `of` those expected have answered; never what.

    Expected are the voices in the room; at the reveal they are counted for good, and `missing`
    names those who were there and had not answered. Before it, `missing` is empty, and no `alarm`
    is raised.
    """

    step: StepId
    items: tuple[ItemId, ...]
    choose: int
    ask: Ask
    least: int
    low: str
    high: str
    shown: Shown
    alarm_at: int
    reasons: bool
    guess: bool
    shape: tuple[int, ...]
    again: StepId | None
    answered: int
    of: int
    guessed: int
    revealed: bool
    missing: tuple[MemberId, ...]
    alarm: bool


class AnsweredRecord(Struct, frozen=True, tag="answered"):
    """Chairs: who has answered so far, never what."""

    step: StepId
    members: tuple[MemberId, ...]


class MyBallotRecord(Struct, frozen=True, tag="my_ballot"):
    """One member: what to start from, and the answer that the room holds of them, if any.

    `start` and `start_marks` are what they gave in the pass before; an order that nobody gave is
    the member's own. Of an unattributed answer it is only known that they `answered`: the room
    cannot tell which it is.
    """

    step: StepId
    start: Answer
    start_marks: Marks
    answered: bool
    ballot: Ballot | None


Record = JudgeRecord | reveal.Record | guesses.Record


def everyone(
    step: StepId, settings: Settings, state: State, members: Members, earlier: Earlier
) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    if not state.revealed:
        asked = partial(_question, step, settings, state, members)
        yield f"judge/{step}", one(f"judge/{step}", (state.given, state.guessed, members), asked)
        return
    opened = partial(_question, step, settings, state, {})
    yield f"judge/{step}", one(f"judge/{step}", (state,), opened)
    if state.shown == "name":
        yield (
            f"ballots/{step}",
            rows(f"ballot/{step}", state.ballots, partial(reveal.BallotRecord, step)),
        )
    else:
        found = Part((state,), lambda: reveal.unnamed(step, _without_names(state)))
        yield f"unnamed/{step}", found
    before = _pass_before(settings, earlier)
    drawn = Part((state, before), lambda: reveal.drawn(step, figures(state, before)))
    yield f"figures/{step}", drawn
    counted = partial(_counted, step, settings, state)
    yield f"tally/{step}", one(f"tally/{step}", (state,), counted)
    yield from guesses.everyone(step, state.guessed.mirror)


def _question(step: StepId, settings: Settings, state: State, members: Members) -> JudgeRecord:
    here = sum(member.here for member in silent(members, state.given))
    return JudgeRecord(
        step=step,
        items=state.items,
        **{**asdict(settings), "shape": state.shape},
        answered=len(state.given),
        of=len(state.given) + (len(state.missing) if state.revealed else here),
        guessed=len(state.guessed.made),
        revealed=state.revealed,
        missing=state.missing,
        alarm=state.revealed and settings.alarming(state.voices().values()),
    )


def _without_names(state: State) -> tuple[Unnamed, ...]:
    """Return opened answers that are not shown by name, sorted so that it tells nothing more."""
    if state.shown == "nobody":
        return tuple(Unnamed("", slip) for slip in state.slips)
    return ballots.by_agency(state.ballots, state.agencies) if state.shown == "agency" else ()


def _counted(step: StepId, settings: Settings, state: State) -> reveal.TallyRecord:
    return reveal.TallyRecord(step, tallied(settings, state.items, state.voices(), state.agencies))


def chairs(step: StepId, state: State) -> Iterator[tuple[str, Part[AnsweredRecord]]]:
    """Yield what chairs see beside it: who has answered."""
    key = f"answered/{step}"
    yield key, one(key, (state.given,), lambda: AnsweredRecord(step, tuple(state.given)))


def mine(
    step: StepId, settings: Settings, state: State, member: MemberId, earlier: Earlier
) -> Iterator[tuple[str, MyBallotRecord | guesses.MyGuessRecord]]:
    """Yield what one member sees of their own answer."""
    before = _pass_before(settings, earlier)
    last = before.ballots.get(member) if before is not None else None
    order, marks = ballots.start_from(last, state.items, member)
    yield (
        f"my_ballot/{step}",
        MyBallotRecord(
            step=step,
            start=order,
            start_marks=marks,
            answered=member in state.given,
            ballot=state.ballots.get(member),
        ),
    )
    yield from guesses.mine(step, state.guessed, member)


def concerns(event: Event) -> frozenset[MemberId]:
    """Return those whose own records an event may change: what one knew, a reveal leaves alone."""
    return frozenset((event.member,)) if hasattr(event, "member") else frozenset()


# --- what the minutes say ---------------------------------------------------------------------


class Minutes(Struct, frozen=True, tag="judge"):
    """The answers of a revealed pass: everyone's choice, order or marks, and their reasons.

    `ballots` are those shown by name. `unnamed` are the others, by agency or nobody's: their
    record names nobody either. `tally` counts them by person and by agency.
    """

    step: StepId
    settings: Settings
    items: tuple[ItemId, ...]
    ballots: dict[MemberId, Ballot]
    unnamed: tuple[Unnamed, ...]
    did_not_answer: tuple[MemberId, ...]
    figures: Figures | None
    tally: Tally
    alarm: bool


def minutes(step: StepId, settings: Settings, state: State, earlier: Earlier) -> Minutes | None:
    """Return the step's part of the record; nothing before the reveal, when answers are private."""
    if not state.revealed:
        return None
    return Minutes(
        step=step,
        settings=settings,
        items=state.items,
        ballots=state.ballots if state.shown == "name" else {},
        unnamed=_without_names(state),
        did_not_answer=state.missing + state.away,
        figures=figures(state, _pass_before(settings, earlier)),
        tally=tallied(settings, state.items, state.voices(), state.agencies),
        alarm=state.revealed and settings.alarming(state.voices().values()),
    )
