"""settle: one group text or an ordered board, everyone's stance, and the dissent kept beside it.

A board with one slot settles one item ("discard this one"); with five, an order of five. A text has
one slot, in which its wording stands: whoever says yes says it to those words and no others.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.answers import pen, stances
from consensus.answers.ballots import Answer, first_of
from consensus.answers.grounds import Grounds, grounds
from consensus.answers.pen import Text
from consensus.answers.stances import Aim, Slot, Stance, StanceWord, against, stance
from consensus.items import ItemId, StepId
from consensus.parts import Part, one
from consensus.people import MemberId, Members, Scene, silent
from consensus.refusal import Code, Refusal
from consensus.steps import judge
from consensus.text import optional

Form = Literal["board", "text"]

# --- settings ---------------------------------------------------------------------------------


class Settings(Struct, frozen=True, tag="settle", forbid_unknown_fields=True):
    """How many `slots` the group fills, and the judge step `start` that suggests an order.

    `aim` says what it means to be chosen: to be kept, or to be set aside. Whoever says yes has to
    know to what. A `text` is written by the group instead; a `plain` one is for the family, in
    words that a child can read.
    """

    slots: int = 1
    start: StepId | None = None
    aim: Aim = "keep"
    form: Form = "board"
    plain: bool = False


# --- state ------------------------------------------------------------------------------------


class State(Struct, frozen=True, tag="settle"):
    """The board, and the starting point: items in order, grouped where no order is claimed.

    `exact` is false where the starting point could not be proven to be the best combined order. A
    `text` has no items, and one slot.
    """

    bands: tuple[tuple[ItemId, ...], ...]
    slots: tuple[Slot, ...]
    exact: bool = True
    text: Text | None = None

    def items(self) -> tuple[ItemId, ...]:
        """Return every item that may go on the board."""
        return tuple(item for band in self.bands for item in band)

    def chosen(self) -> tuple[ItemId, ...] | None:
        """Return the settled items in order, none of a text, or nothing while a slot is open."""
        if self.text is not None:
            return () if self.slots[0].settled else None
        items = tuple(slot.item for slot in self.slots if slot.settled and slot.item)
        return items if len(items) == len(self.slots) else None


def begin(settings: Settings, bands: tuple[tuple[ItemId, ...], ...], exact: bool = True) -> State:
    """Return the step as it opens for the first time: an empty board, or an empty page."""
    if settings.form == "text":
        return State((), (Slot(),), text=Text(plain=settings.plain))
    count = min(settings.slots, sum(len(band) for band in bands))
    return State(bands, (Slot(),) * count, exact)


# --- commands ---------------------------------------------------------------------------------


class Propose(Struct, frozen=True, tag="settle.propose"):
    """Put an item into an open slot (chair); an item from another open slot changes places."""

    step: StepId
    slot: int
    item: ItemId


class Clear(Struct, frozen=True, tag="settle.clear"):
    """Take the item out of an open slot (chair)."""

    step: StepId
    slot: int


class Stand(Struct, frozen=True, tag="settle.stand"):
    """Take a stance on what stands in a slot; it may change until the slot is settled.

    A "no" may say what `harm` is feared, what `evidence` there is, and what `would_settle` it.
    """

    step: StepId
    slot: int
    item: ItemId
    word: StanceWord
    note: str = ""
    harm: str = ""
    evidence: str = ""
    would_settle: str = ""


class Agree(Struct, frozen=True, tag="settle.agree"):
    """Settle a slot (chair), with the group's reason.

    `even_so` accepts that somebody has not taken a stance; `keep_dissent` goes on with a "no",
    which is kept in the person's own words. Neither ever happens by itself. `escalate` keeps it
    too, and opens a disagreement under this id, made by the browser. `likely` and `next` are what
    the group expects of it, and of the seven days after.
    """

    step: StepId
    slot: int
    item: ItemId
    because: str = ""
    even_so: bool = False
    keep_dissent: bool = False
    escalate: str = ""
    likely: str = ""
    next: str = ""


class Escalate(Struct, frozen=True, tag="settle.escalate"):
    """Open a disagreement about a "no", under an id that the browser made (chair)."""

    step: StepId
    slot: int
    item: ItemId
    disagreement: str


class Reopen(Struct, frozen=True, tag="settle.reopen"):
    """Open a settled slot again (chair); stances are kept."""

    step: StepId
    slot: int


Command = Propose | Clear | Stand | Agree | Escalate | Reopen | pen.Command

# --- events -----------------------------------------------------------------------------------


class Proposed(Struct, frozen=True, tag="settle.proposed"):
    """An item went into a slot; stances on what stood there before no longer hold."""

    step: StepId
    slot: int
    item: ItemId


class Cleared(Struct, frozen=True, tag="settle.cleared"):
    """A slot was emptied."""

    step: StepId
    slot: int


class Stood(Struct, frozen=True, tag="settle.stood"):
    """A member took a stance."""

    step: StepId
    slot: int
    member: MemberId
    word: StanceWord
    note: str
    harm: str = ""
    evidence: str = ""
    would_settle: str = ""


class Agreed(Struct, frozen=True, tag="settle.agreed"):
    """A slot was settled; of those without a stance, some were here and some `away`."""

    step: StepId
    slot: int
    because: str
    missing: tuple[MemberId, ...]
    away: tuple[MemberId, ...] = ()
    likely: str = ""
    next: str = ""


class Escalated(Struct, frozen=True, tag="settle.escalated"):
    """A disagreement was opened about what stands in a slot."""

    step: StepId
    slot: int
    disagreement: str


class Reopened(Struct, frozen=True, tag="settle.reopened"):
    """A settled slot was opened again; stances of those who are `gone` for good no longer hold."""

    step: StepId
    slot: int
    gone: tuple[MemberId, ...] = ()


Event = Proposed | Cleared | Stood | Agreed | Escalated | Reopened | pen.Event

# --- decide and evolve ------------------------------------------------------------------------


def decide(state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    if isinstance(command, pen.Command):
        return _use_pen(state, command, scene)
    if not 0 <= command.slot < len(state.slots):
        raise Refusal(Code.NO_SUCH_SLOT)
    slot = state.slots[command.slot]
    if isinstance(command, Reopen):
        if not slot.settled:
            raise Refusal(Code.SLOT_OPEN)
        gone = tuple(member for member in slot.stances if member not in scene.members)
        return (Reopened(command.step, command.slot, gone),)
    if isinstance(command, Escalate):
        return _escalate(slot, command)
    if slot.settled:
        raise Refusal(Code.SLOT_SETTLED)
    match command:
        case Propose():
            return _propose(state, command)
        case Clear():
            return _clear(state, command)
        case Stand():
            return _stand(slot, command, scene)
        case Agree():
            return _agree(state, slot, command, scene)


def _use_pen(state: State, command: pen.Command, scene: Scene) -> tuple[Event, ...]:
    if state.text is None:
        raise Refusal(Code.NOT_UNDERSTOOD)
    if state.slots[0].settled:
        raise Refusal(Code.SLOT_SETTLED)
    return pen.decide(state.text, command, scene)


def _propose(state: State, command: Propose) -> tuple[Event, ...]:
    if command.item not in state.items():
        raise Refusal(Code.NO_SUCH_ITEM)
    before = state.slots[command.slot].item
    if before == command.item:
        return ()
    elsewhere = next((n for n, s in enumerate(state.slots) if s.item == command.item), None)
    proposed = Proposed(command.step, command.slot, command.item)
    if elsewhere is None:
        return (proposed,)
    if state.slots[elsewhere].settled:
        raise Refusal(Code.ITEM_SETTLED, place=elsewhere + 1)
    if before is None:
        return Cleared(command.step, elsewhere), proposed
    return proposed, Proposed(command.step, elsewhere, before)


def _clear(state: State, command: Clear) -> tuple[Event, ...]:
    if state.text is not None:
        raise Refusal(Code.NOT_UNDERSTOOD)
    return (Cleared(command.step, command.slot),) if state.slots[command.slot].item else ()


def _stand(slot: Slot, command: Stand, scene: Scene) -> tuple[Event, ...]:
    if not scene.by.voice:
        raise Refusal(Code.WATCHING_ONLY)
    _same_item(slot, command.item)
    taken = stance(command.word, command.note, command.harm, command.evidence, command.would_settle)
    if slot.stances.get(scene.by.id) == taken:
        return ()
    fields = (taken.word, taken.note, taken.harm, taken.evidence, taken.would_settle)
    return (Stood(command.step, command.slot, scene.by.id, *fields),)


def _agree(state: State, slot: Slot, command: Agree, scene: Scene) -> tuple[Event, ...]:
    _same_item(slot, command.item)
    _pen_is_down(state, scene)
    unheard = silent(scene.members, slot.stances)
    missing = tuple(m.id for m in unheard if m.here)
    away = tuple(m.id for m in unheard if not m.here)
    if missing and not command.even_so:
        raise Refusal(Code.STANCES_MISSING, count=len(missing))
    noes = len(against(slot))
    if noes and not (command.keep_dissent or command.escalate):
        raise Refusal(Code.DISSENT_OPEN, count=noes)
    because, likely, following = map(optional, (command.because, command.likely, command.next))
    agreed = Agreed(command.step, command.slot, because, missing, away, likely, following)
    if not command.escalate or slot.escalated:
        return (agreed,)
    escalate = Escalate(command.step, command.slot, command.item, command.escalate)
    return (agreed, *_escalate(slot, escalate))


def _pen_is_down(state: State, scene: Scene) -> None:
    """Refuse to settle words while somebody else may be changing them."""
    other = pen.writer(state.text, scene) if state.text is not None else None
    if other is not None:
        raise Refusal(Code.PEN_HELD, name=other.name)


def _escalate(slot: Slot, command: Escalate) -> tuple[Event, ...]:
    _same_item(slot, command.item)
    if not against(slot):
        raise Refusal(Code.NOBODY_SAYS_NO)
    if slot.escalated:
        return ()
    return (Escalated(command.step, command.slot, command.disagreement),)


def _same_item(slot: Slot, item: ItemId) -> None:
    """Refuse to act on an item that was swapped for another while the person was reading."""
    if slot.item is None:
        raise Refusal(Code.SLOT_EMPTY)
    if slot.item != item:
        raise Refusal(Code.SLOT_CHANGED)


def evolve(state: State, event: Event) -> State:
    """Return the step after `event`."""
    if isinstance(event, pen.Event):
        return _write_on(state, event)
    slot = state.slots[event.slot]
    match event:
        case Proposed():
            slot = slot.proposed(event.item)
        case Cleared():
            slot = slot.proposed(None)
        case Stood():
            said = Stance(event.word, event.note, event.harm, event.evidence, event.would_settle)
            slot = slot.stood(event.member, said)
        case Agreed():
            return _settled(state, event)
        case Escalated():
            slot = replace(slot, escalated=event.disagreement)
        case Reopened():
            slot = slot.reopened(event.gone)
    return _with_slot(state, event.slot, slot)


def _settled(state: State, event: Agreed) -> State:
    slot = replace(
        state.slots[event.slot],
        settled=True,
        because=event.because,
        missing=event.missing,
        away=event.away,
        likely=event.likely,
        next=event.next,
    )
    return _with_slot(leave(state), event.slot, slot)


def _write_on(state: State, event: pen.Event) -> State:
    """Return a text's step after an event of the pen; stances hold on the words they were on."""
    if state.text is None:
        raise AssertionError("only a text has a pen")
    text = pen.evolve(state.text, event)
    if not isinstance(event, pen.Wrote):
        return replace(state, text=text)
    slot = state.slots[0]
    text = replace(text, wording=text.wording + bool(slot.stances))
    written = slot.worded(f"v{event.version}" if event.text else None)
    return replace(state, text=text, slots=(written,))


def _with_slot(state: State, number: int, slot: Slot) -> State:
    if slot is state.slots[number]:
        return state
    slots = (*state.slots[:number], slot, *state.slots[number + 1 :])
    return replace(state, slots=slots)


def leave(state: State) -> State:
    """Return the step with nobody writing in its text."""
    text = pen.put_down(state.text) if state.text is not None else None
    return state if text is state.text else replace(state, text=text)


def forget(state: State, member: MemberId) -> State:
    """Return the step without a removed member's pen, and stances on slots still open."""
    if state.text is not None and state.text.holder == member:
        state = leave(state)
    for number, slot in enumerate(state.slots):
        state = _with_slot(state, number, stances.forget(slot, member))
    return state


# --- what each audience sees ------------------------------------------------------------------


class BoardRecord(Struct, frozen=True, tag="board"):
    """Everyone: the starting point, and how many people support each item.

    `support` counts who ranked an item among their own first `slots`, or chose it; `of` is how
    many answered in `suggested_by`, the judge step behind it. `grounds` account for an order that
    was combined from rankings.
    """

    step: StepId
    aim: Aim
    slots: int
    bands: tuple[tuple[ItemId, ...], ...]
    exact: bool
    suggested_by: StepId | None
    support: dict[ItemId, int]
    of: int
    grounds: Grounds | None


Record = BoardRecord | stances.Record | pen.Record


def everyone(
    step: StepId,
    settings: Settings,
    state: State,
    members: Members,
    earlier: Mapping[StepId, object],
) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    if state.text is not None:
        yield from pen.parts(step, state.text)
    else:
        start = earlier.get(settings.start) if settings.start else None
        board = partial(_board, step, settings, state, earlier)
        yield f"board/{step}", one(f"board/{step}", (state.bands, settings.start, start), board)
    for number, slot in enumerate(state.slots):
        yield from stances.parts(step, settings.aim, number, slot, members)


def _board(
    step: StepId, settings: Settings, state: State, earlier: Mapping[StepId, object]
) -> BoardRecord:
    size = len(state.slots)
    answers = suggestions(settings, size, earlier)
    return BoardRecord(
        step=step,
        aim=settings.aim,
        slots=size,
        bands=state.bands,
        exact=state.exact,
        suggested_by=settings.start,
        support={item: sum(item in answer for answer in answers) for item in state.items()},
        of=len(answers),
        grounds=_grounds(settings, state, earlier),
    )


def _grounds(settings: Settings, state: State, earlier: Mapping[StepId, object]) -> Grounds | None:
    source = earlier.get(settings.start) if settings.start else None
    if not isinstance(source, judge.State) or not source.revealed or not source.ranks():
        return None
    if not set(state.items()) <= set(source.items):
        return None
    orders = tuple(order for order in source.orders().values() if order)
    return grounds(state.bands, orders, len(state.slots), len(source.missing + source.away))


def suggestions(settings: Settings, size: int, earlier: Mapping[StepId, object]) -> list[Answer]:
    """Return what each person put among their first `size` items, or chose.

    Nothing while the answers behind the starting point are private.
    """
    source = earlier.get(settings.start) if settings.start else None
    if not isinstance(source, judge.State) or not source.revealed:
        return []
    if not source.ranks():
        return [answer for answer in source.answers().values() if answer]
    return [first_of(order, size) for order in source.orders().values() if order]


# --- what the minutes say ---------------------------------------------------------------------


class Minutes(Struct, frozen=True, tag="settle"):
    """The board or the text as it stands: each slot with its reason, stances and dissent."""

    step: StepId
    aim: Aim
    slots: tuple[Slot, ...]
    bands: tuple[tuple[ItemId, ...], ...]
    text: Text | None


def minutes(step: StepId, settings: Settings, state: State) -> Minutes:
    """Return the step's part of the record; open slots are shown as not settled."""
    return Minutes(step, settings.aim, state.slots, state.bands, state.text)
