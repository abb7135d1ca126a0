"""commit: promises: what, who together with whom, by when, and how everybody will know.

A promise that somebody enters for others is only asked of them until they say yes. What came of it
is entered in a later room of the same series, which carries on what is still open.
"""

from collections.abc import Iterator
from functools import partial
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.answers.promises import (
    AgencyLoad,
    Named,
    Owner,
    Promise,
    PromiseId,
    Promises,
    Stage,
    Terms,
    cleaned,
    load,
    owners_of,
    speaks_for,
)
from consensus.dates import day
from consensus.items import ItemId, StepId
from consensus.parts import Part, one, rows
from consensus.people import Member, MemberId, Scene, keeps_record
from consensus.refusal import Code, Refusal
from consensus.text import NOTE_LENGTH, made_id, optional

# A plan that nobody could follow through; a meeting makes five to twenty.
MOST_PROMISES = 200

# --- settings ---------------------------------------------------------------------------------


class Settings(Struct, frozen=True, tag="commit", forbid_unknown_fields=True):
    """What is asked for beside what, who, when and how.

    `personal` lets each member add one line about what they themselves will do. `tests` opens the
    fields of a small test of change ("we think, we will try, we will look at") from the start.
    The first commit step of an agenda also asks what came of the promises of the room before.
    """

    personal: bool = False
    tests: bool = False


# --- state ------------------------------------------------------------------------------------


class State(Struct, frozen=True, tag="commit"):
    """The items that promises may belong to, and the promises in the order they came.

    `before` is what somebody had said yes to at first, of each promise that became another after
    that, and `withdrawn` are those that were taken back after it.
    """

    items: tuple[ItemId, ...]
    promises: Promises = {}
    before: dict[PromiseId, Terms] = {}
    withdrawn: Promises = {}


def begin(items: tuple[ItemId, ...], carried: tuple[Promise, ...] = ()) -> State:
    """Return the step as it opens for the first time, with what is open from the room before."""
    return State(items, {promise.id: replace(promise, carried=True) for promise in carried})


# --- commands ---------------------------------------------------------------------------------


class MakePromise(Struct, frozen=True, tag="commit.promise"):
    """Enter a promise; its id is made by the browser, so that sending it twice enters it once.

    A personal one is always its member's own.
    """

    step: StepId
    promise: PromiseId
    terms: Terms
    owners: Named = Named()
    personal: bool = False


class ChangePromise(Struct, frozen=True, tag="commit.change"):
    """Change a promise (an owner, who entered it, chair, deputy or recorder).

    `seen` is when the promise that I started from was last changed (ms). Who had said yes to other
    words or another day is asked again.
    """

    step: StepId
    promise: PromiseId
    terms: Terms
    seen: int
    owners: Named = Named()


class WithdrawPromise(Struct, frozen=True, tag="commit.withdraw"):
    """Take a promise back (an owner, who entered it, chair, deputy or recorder)."""

    step: StepId
    promise: PromiseId


class AcceptPromise(Struct, frozen=True, tag="commit.accept"):
    """Say whether I, or my agency, will keep a promise; or write down what an owner said aloud.

    `owner` is a member, an agency or a name, as the promise has it.
    """

    step: StepId
    promise: PromiseId
    owner: str
    yes: bool = True


class EnterResult(Struct, frozen=True, tag="commit.result"):
    """Say what came of a promise of the room before. What changed may have a new day, `by`."""

    step: StepId
    promise: PromiseId
    stage: Stage
    words: str = ""
    by: str = ""


Command = MakePromise | ChangePromise | WithdrawPromise | AcceptPromise | EnterResult

# --- events -----------------------------------------------------------------------------------


class Promised(Struct, frozen=True, tag="commit.promised"):
    """A promise was entered."""

    step: StepId
    promise: Promise


class PromiseChanged(Struct, frozen=True, tag="commit.changed"):
    """A promise reads differently now, or is kept by others."""

    step: StepId
    promise: PromiseId
    terms: Terms
    owners: tuple[Owner, ...]
    by: MemberId
    at: int


class PromiseWithdrawn(Struct, frozen=True, tag="commit.withdrawn"):
    """A promise was taken back."""

    step: StepId
    promise: PromiseId
    by: MemberId


class PromiseAnswered(Struct, frozen=True, tag="commit.answered"):
    """An owner said whether they will keep it; `by` wrote it down."""

    step: StepId
    promise: PromiseId
    owner: str
    yes: bool
    by: MemberId


class ResultEntered(Struct, frozen=True, tag="commit.result_entered"):
    """What came of a promise was written down; a day stands where it has a new one."""

    step: StepId
    promise: PromiseId
    stage: Stage
    words: str
    due: str
    by: MemberId
    at: int


Event = Promised | PromiseChanged | PromiseWithdrawn | PromiseAnswered | ResultEntered

# --- decide and evolve ------------------------------------------------------------------------


def decide(settings: Settings, state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    if scene.by.role == "observer":
        raise Refusal(Code.WATCHING_ONLY)
    match command:
        case MakePromise():
            return _make(settings, state, command, scene)
        case ChangePromise():
            return _change(state, command, scene)
        case WithdrawPromise():
            if command.promise not in state.promises:
                return ()
            promise = _own(state, command.promise, scene)
            if promise.carried:
                raise Refusal(Code.PROMISE_CARRIED)
            return (PromiseWithdrawn(command.step, promise.id, scene.by.id),)
        case AcceptPromise():
            return _accept(state, command, scene)
        case EnterResult():
            return _result(state, command, scene)


def _make(
    settings: Settings, state: State, command: MakePromise, scene: Scene
) -> tuple[Event, ...]:
    terms = cleaned(command.terms, state.items)
    owners = _myself(settings, scene) if command.personal else owners_of(command.owners, scene)
    known = state.promises.get(command.promise)
    if known is not None and (known.terms, known.entered_by) == (terms, scene.by.id):
        return ()
    if known is not None or not made_id(command.promise):
        raise Refusal(Code.PROMISE_EXISTS)
    if command.personal and any(_is_line_of(p, scene.by) for p in state.promises.values()):
        raise Refusal(Code.ONE_LINE_EACH)
    if len(state.promises) >= MOST_PROMISES:
        raise Refusal(Code.TOO_MANY_PROMISES, most=MOST_PROMISES)
    by, at, personal = scene.by.id, scene.at, command.personal
    promise = Promise(command.promise, terms, owners, by, at, personal)
    return (Promised(command.step, promise),)


def _is_line_of(promise: Promise, member: Member) -> bool:
    return promise.personal and not promise.carried and promise.entered_by == member.id


def _change(state: State, command: ChangePromise, scene: Scene) -> tuple[Event, ...]:
    known = _own(state, command.promise, scene)
    if known.carried:
        raise Refusal(Code.PROMISE_CARRIED)
    if known.personal and known.entered_by != scene.by.id:
        raise Refusal(Code.NOT_YOUR_PROMISE)
    terms = cleaned(command.terms, state.items)
    owners = known.owners if known.personal else owners_of(command.owners, scene)
    same_to_keep = (terms.what, terms.by) == (known.terms.what, known.terms.by)
    answers = {owner.key: owner.answer for owner in known.owners} if same_to_keep else {}
    owners = tuple(replace(o, answer=answers.get(o.key, o.answer)) for o in owners)
    if (terms, owners) == (known.terms, known.owners):
        return ()
    if command.seen != known.at:
        raise Refusal(Code.PROMISE_CHANGED)
    return (PromiseChanged(command.step, known.id, terms, owners, scene.by.id, scene.at),)


def _accept(state: State, command: AcceptPromise, scene: Scene) -> tuple[Event, ...]:
    promise = _promise(state, command.promise)
    owner = next((o for o in promise.owners if o.key == command.owner), None)
    if owner is None:
        raise Refusal(Code.NO_SUCH_OWNER)
    if not speaks_for(scene.by, owner) and not keeps_record(scene.by):
        raise Refusal(Code.NOT_YOUR_PROMISE)
    if owner.answer == ("yes" if command.yes else "no"):
        return ()
    step, by = command.step, scene.by.id
    return (PromiseAnswered(step, promise.id, owner.key, command.yes, by),)


def _result(state: State, command: EnterResult, scene: Scene) -> tuple[Event, ...]:
    promise = _own(state, command.promise, scene)
    if not promise.carried:
        raise Refusal(Code.RESULT_LATER)
    words = optional(command.words, NOTE_LENGTH)
    on = day(command.by) if command.stage == "changed" else ""
    if (promise.stage, promise.result) == (command.stage, words) and on in {"", promise.terms.by}:
        return ()
    step, by = command.step, scene.by.id
    return (ResultEntered(step, promise.id, command.stage, words, on, by, scene.at),)


def _promise(state: State, promise_id: PromiseId) -> Promise:
    promise = state.promises.get(promise_id)
    if promise is None:
        raise Refusal(Code.NO_SUCH_PROMISE)
    return promise


def _own(state: State, promise_id: PromiseId, scene: Scene) -> Promise:
    """Return a promise that this member may change, or refuse."""
    promise = _promise(state, promise_id)
    mine = promise.entered_by == scene.by.id
    if mine or keeps_record(scene.by) or any(speaks_for(scene.by, o) for o in promise.owners):
        return promise
    raise Refusal(Code.NOT_YOUR_PROMISE)


def _myself(settings: Settings, scene: Scene) -> tuple[Owner, ...]:
    if not settings.personal:
        raise Refusal(Code.NOT_UNDERSTOOD)
    return (Owner(scene.by.name, scene.by.agency, scene.by.id, "yes"),)


def evolve(state: State, event: Event) -> State:
    """Return the step after `event`."""
    match event:
        case Promised():
            return _with(state, event.promise)
        case PromiseWithdrawn():
            return _withdrawn(state, state.promises[event.promise])
        case PromiseChanged():
            known = state.promises[event.promise]
            changed = replace(known, terms=event.terms, owners=event.owners, at=event.at)
            another = (event.terms.what, event.terms.by) != (known.terms.what, known.terms.by)
            if another and _held(known):
                state = replace(state, before={known.id: known.terms, **state.before})
            return _with(state, changed)
        case PromiseAnswered():
            known = state.promises[event.promise]
            answer: Literal["yes", "no"] = "yes" if event.yes else "no"
            owners = tuple(
                replace(owner, answer=answer) if owner.key == event.owner else owner
                for owner in known.owners
            )
            return _with(state, replace(known, owners=owners))
        case ResultEntered():
            known = state.promises[event.promise]
            terms = replace(known.terms, by=event.due or known.terms.by)
            changed = replace(known, terms=terms, stage=event.stage, result=event.words)
            return _with(state, replace(changed, at=event.at))


def _held(promise: Promise) -> bool:
    """Say whether somebody has said yes to it before all: what nobody has is still being written.

    A personal one is its owner's own, to do with as they like.
    """
    return not promise.personal and any(owner.answer == "yes" for owner in promise.owners)


def _withdrawn(state: State, promise: Promise) -> State:
    kept = {name: p for name, p in state.promises.items() if name != promise.id}
    if not _held(promise):
        return replace(state, promises=kept)
    return replace(state, promises=kept, withdrawn={**state.withdrawn, promise.id: promise})


def _with(state: State, promise: Promise) -> State:
    return replace(state, promises={**state.promises, promise.id: promise})


# --- what each audience sees ------------------------------------------------------------------


class CommitRecord(Struct, frozen=True, tag="commit"):
    """Everyone: what is asked for, and the items that promises may belong to."""

    step: StepId
    personal: bool
    tests: bool
    items: tuple[ItemId, ...]


class LoadRecord(Struct, frozen=True, tag="load"):
    """Everyone: what each agency has taken on, the most first, and how many promises there are."""

    step: StepId
    agencies: tuple[AgencyLoad, ...]
    promises: int


class PromiseRecord(Struct, frozen=True, tag="promise"):
    """Everyone: one promise."""

    step: StepId
    promise: PromiseId
    terms: Terms
    owners: tuple[Owner, ...]
    entered_by: MemberId
    at: int
    personal: bool
    carried: bool
    stage: Stage
    result: str


Record = CommitRecord | LoadRecord | PromiseRecord


def everyone(step: StepId, settings: Settings, state: State) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    asked = partial(CommitRecord, step, settings.personal, settings.tests, state.items)
    yield f"commit/{step}", one(f"commit/{step}", (settings, state.items), asked)
    yield f"load/{step}", one(f"load/{step}", (state.promises,), partial(_load, step, state))
    yield f"promises/{step}", rows(f"promise/{step}", state.promises, partial(_record, step))


def _load(step: StepId, state: State) -> LoadRecord:
    made = sum(not promise.personal for promise in state.promises.values())
    return LoadRecord(step, load(state.promises.values()), made)


def _record(step: StepId, _: str, promise: Promise) -> PromiseRecord:
    return PromiseRecord(
        step=step,
        promise=promise.id,
        terms=promise.terms,
        owners=promise.owners,
        entered_by=promise.entered_by,
        at=promise.at,
        personal=promise.personal,
        carried=promise.carried,
        stage=promise.stage,
        result=promise.result,
    )


# --- what the minutes say ---------------------------------------------------------------------


class Minutes(Struct, frozen=True, tag="commit"):
    """What came of the promises of the room before, the promises of this one, and people's own.

    `before` and `withdrawn` are as in the state.
    """

    step: StepId
    carried: tuple[Promise, ...]
    promises: tuple[Promise, ...]
    personal: tuple[Promise, ...]
    load: tuple[AgencyLoad, ...]
    before: dict[PromiseId, Terms] = {}
    withdrawn: tuple[Promise, ...] = ()


def minutes(step: StepId, state: State) -> Minutes:
    """Return the step's part of the record."""
    all_made = tuple(state.promises.values())
    return Minutes(
        step=step,
        carried=tuple(p for p in all_made if p.carried),
        promises=tuple(p for p in all_made if not p.carried and not p.personal),
        personal=tuple(p for p in all_made if not p.carried and p.personal),
        load=load(all_made),
        before=state.before,
        withdrawn=tuple(state.withdrawn.values()),
    )
