"""settle: an ordered board of slots, everyone's stance on each, and the dissent kept beside it.

A board with one slot settles one item ("discard this one"); with five, an order of five.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.grounds import Grounds, grounds
from consensus.items import ItemId, StepId
from consensus.parts import Part, one, rows
from consensus.people import MemberId, Scene, silent
from consensus.refusal import Code, Refusal
from consensus.steps import judge
from consensus.text import optional

Aim = Literal["keep", "set_aside"]

# --- settings ---------------------------------------------------------------------------------


class Settings(Struct, frozen=True, tag="settle", forbid_unknown_fields=True):
    """How many `slots` the group fills, and the judge step `start` that suggests an order.

    `aim` says what it means to be chosen: to be kept, or to be set aside. Whoever says yes has to
    know to what.
    """

    slots: int = 1
    start: StepId | None = None
    aim: Aim = "keep"


# --- state ------------------------------------------------------------------------------------

StanceWord = Literal["yes", "yes_note", "can_live", "no", "not_mine"]
AGREEING: frozenset[StanceWord] = frozenset({"yes", "yes_note", "can_live"})
NEEDS_WORDS: frozenset[StanceWord] = frozenset({"yes_note", "no"})


class Stance(Struct, frozen=True):
    """Where one member stands on one slot, with their own words where the stance has some."""

    word: StanceWord
    note: str


class Slot(Struct, frozen=True):
    """One place on the board. Once settled, `because` and `missing` say how it came about.

    Of the voices who had taken no stance when it was settled, `missing` were in the room and `away`
    were not.
    """

    item: ItemId | None = None
    stances: dict[MemberId, Stance] = {}
    settled: bool = False
    because: str = ""
    missing: tuple[MemberId, ...] = ()
    away: tuple[MemberId, ...] = ()


class State(Struct, frozen=True, tag="settle"):
    """The board, and the starting point: items in order, grouped where no order is claimed.

    `exact` is false where the starting point could not be proven to be the best combined order.
    """

    bands: tuple[tuple[ItemId, ...], ...]
    slots: tuple[Slot, ...]
    exact: bool = True

    def items(self) -> tuple[ItemId, ...]:
        """Return every item that may go on the board."""
        return tuple(item for band in self.bands for item in band)

    def chosen(self) -> tuple[ItemId, ...] | None:
        """Return the settled items in order, or nothing while a slot is open."""
        items = tuple(slot.item for slot in self.slots if slot.settled and slot.item)
        return items if len(items) == len(self.slots) else None


def begin(settings: Settings, bands: tuple[tuple[ItemId, ...], ...], exact: bool = True) -> State:
    """Return the step as it opens for the first time: an empty board."""
    count = min(settings.slots, sum(len(band) for band in bands))
    return State(bands, (Slot(),) * count, exact)


def all_agree(slot: Slot) -> bool:
    """Say whether every voice of the room agrees: nobody else was here, or away, and silent."""
    return not slot.away and all_here_agree(slot)


def all_here_agree(slot: Slot) -> bool:
    """Say whether every stance on a settled slot agrees and nobody present went without one."""
    if not slot.settled or slot.missing or not slot.stances:
        return False
    return all(stance.word in AGREEING for stance in slot.stances.values())


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
    """Take a stance on the item in a slot; it may change until the slot is settled."""

    step: StepId
    slot: int
    item: ItemId
    word: StanceWord
    note: str = ""


class Agree(Struct, frozen=True, tag="settle.agree"):
    """Settle a slot (chair), with the group's reason.

    `even_so` accepts that somebody has not taken a stance; `keep_dissent` goes on with a "no",
    which is kept in the person's own words. Neither ever happens by itself.
    """

    step: StepId
    slot: int
    item: ItemId
    because: str = ""
    even_so: bool = False
    keep_dissent: bool = False


class Reopen(Struct, frozen=True, tag="settle.reopen"):
    """Open a settled slot again (chair); stances are kept."""

    step: StepId
    slot: int


Command = Propose | Clear | Stand | Agree | Reopen

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


class Agreed(Struct, frozen=True, tag="settle.agreed"):
    """A slot was settled; of those without a stance, some were here and some `away`."""

    step: StepId
    slot: int
    because: str
    missing: tuple[MemberId, ...]
    away: tuple[MemberId, ...] = ()


class Reopened(Struct, frozen=True, tag="settle.reopened"):
    """A settled slot was opened again; stances of those who are `gone` for good no longer hold."""

    step: StepId
    slot: int
    gone: tuple[MemberId, ...] = ()


Event = Proposed | Cleared | Stood | Agreed | Reopened

# --- decide and evolve ------------------------------------------------------------------------


def decide(state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    if not 0 <= command.slot < len(state.slots):
        raise Refusal(Code.NO_SUCH_SLOT)
    slot = state.slots[command.slot]
    if isinstance(command, Reopen):
        if not slot.settled:
            raise Refusal(Code.SLOT_OPEN)
        gone = tuple(member for member in slot.stances if member not in scene.members)
        return (Reopened(command.step, command.slot, gone),)
    if slot.settled:
        raise Refusal(Code.SLOT_SETTLED)
    match command:
        case Propose():
            return _propose(state, command)
        case Clear():
            return (Cleared(command.step, command.slot),) if slot.item else ()
        case Stand():
            return _stand(slot, command, scene)
        case Agree():
            return _agree(slot, command, scene)


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


def _stand(slot: Slot, command: Stand, scene: Scene) -> tuple[Event, ...]:
    if not scene.by.voice:
        raise Refusal(Code.WATCHING_ONLY)
    _same_item(slot, command.item)
    stance = Stance(command.word, optional(command.note))
    if stance.word in NEEDS_WORDS and not stance.note:
        raise Refusal(Code.REASON_NEEDED)
    if slot.stances.get(scene.by.id) == stance:
        return ()
    return (Stood(command.step, command.slot, scene.by.id, stance.word, stance.note),)


def _agree(slot: Slot, command: Agree, scene: Scene) -> tuple[Event, ...]:
    _same_item(slot, command.item)
    unheard = silent(scene.members, slot.stances)
    missing = tuple(m.id for m in unheard if m.here)
    away = tuple(m.id for m in unheard if not m.here)
    if missing and not command.even_so:
        raise Refusal(Code.STANCES_MISSING, count=len(missing))
    against = sum(stance.word == "no" for stance in slot.stances.values())
    if against and not command.keep_dissent:
        raise Refusal(Code.DISSENT_OPEN, count=against)
    return (Agreed(command.step, command.slot, optional(command.because), missing, away),)


def _same_item(slot: Slot, item: ItemId) -> None:
    """Refuse to act on an item that was swapped for another while the person was reading."""
    if slot.item is None:
        raise Refusal(Code.SLOT_EMPTY)
    if slot.item != item:
        raise Refusal(Code.SLOT_CHANGED)


def evolve(state: State, event: Event) -> State:
    """Return the step after `event`."""
    slot = state.slots[event.slot]
    match event:
        case Proposed():
            slot = Slot(event.item)
        case Cleared():
            slot = Slot()
        case Stood():
            stance = Stance(event.word, event.note)
            slot = replace(slot, stances={**slot.stances, event.member: stance})
        case Agreed():
            slot = replace(
                slot, settled=True, because=event.because, missing=event.missing, away=event.away
            )
        case Reopened():
            kept = {m: stance for m, stance in slot.stances.items() if m not in event.gone}
            slot = replace(slot, stances=kept, settled=False, missing=(), away=())
    return _with_slot(state, event.slot, slot)


def _with_slot(state: State, number: int, slot: Slot) -> State:
    slots = (*state.slots[:number], slot, *state.slots[number + 1 :])
    return replace(state, slots=slots)


def forget(state: State, member: MemberId) -> State:
    """Return the step without the stances of a removed member on slots still open."""
    for number, slot in enumerate(state.slots):
        if not slot.settled and member in slot.stances:
            kept = {m: stance for m, stance in slot.stances.items() if m != member}
            state = _with_slot(state, number, replace(slot, stances=kept))
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


class SlotRecord(Struct, frozen=True, tag="slot"):
    """Everyone: one place on the board; `all_agree` is claimed only when it is true."""

    step: StepId
    aim: Aim
    slot: int
    item: ItemId | None
    settled: bool
    because: str
    missing: tuple[MemberId, ...]
    away: tuple[MemberId, ...]
    all_agree: bool
    all_here_agree: bool


class StanceRecord(Struct, frozen=True, tag="stance"):
    """Everyone: where one member stands on one slot."""

    step: StepId
    slot: int
    member: MemberId
    word: StanceWord
    note: str


Record = BoardRecord | SlotRecord | StanceRecord


def everyone(
    step: StepId, settings: Settings, state: State, earlier: Mapping[StepId, object]
) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    start = earlier.get(settings.start) if settings.start else None
    board = partial(_board, step, settings, state, earlier)
    yield f"board/{step}", one(f"board/{step}", (state.bands, settings.start, start), board)
    for number, slot in enumerate(state.slots):
        place = f"slot/{step}/{number}"
        shown = partial(_slot, step, settings.aim, number, slot)
        yield place, one(place, _shown_of(slot), shown)
        if slot.stances:
            stand = f"stance/{step}/{number}"
            yield stand, rows(stand, slot.stances, partial(_stance, step, number))


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


def _shown_of(slot: Slot) -> tuple[object, ...]:
    """Return what a slot's record is made from: while it is open, its stances do not matter."""
    stances = slot.stances if slot.settled else None
    return slot.item, slot.settled, slot.because, slot.missing, slot.away, stances


def _slot(step: StepId, aim: Aim, number: int, slot: Slot) -> SlotRecord:
    return SlotRecord(
        step=step,
        aim=aim,
        slot=number,
        item=slot.item,
        settled=slot.settled,
        because=slot.because,
        missing=slot.missing,
        away=slot.away,
        all_agree=all_agree(slot),
        all_here_agree=all_here_agree(slot),
    )


def _stance(step: StepId, number: int, member: MemberId, stance: Stance) -> StanceRecord:
    return StanceRecord(step, number, member, stance.word, stance.note)


def _grounds(settings: Settings, state: State, earlier: Mapping[StepId, object]) -> Grounds | None:
    source = earlier.get(settings.start) if settings.start else None
    if not isinstance(source, judge.State) or not source.revealed or not source.ranks():
        return None
    if not set(state.items()) <= set(source.items):
        return None
    orders = tuple(ballot.answer for ballot in source.ballots.values())
    return grounds(state.bands, orders, len(state.slots), len(source.missing + source.away))


def suggestions(
    settings: Settings, size: int, earlier: Mapping[StepId, object]
) -> list[judge.Answer]:
    """Return what each person put among their first `size` items, or chose.

    Nothing while the answers behind the starting point are private.
    """
    source = earlier.get(settings.start) if settings.start else None
    if not isinstance(source, judge.State) or not source.revealed:
        return []
    first = size if source.ranks() else None
    return [answer[:first] for answer in source.answers().values()]


# --- what the minutes say ---------------------------------------------------------------------


class Minutes(Struct, frozen=True, tag="settle"):
    """The board as it stands: each slot with its reason, stances and dissent."""

    step: StepId
    aim: Aim
    slots: tuple[Slot, ...]
    bands: tuple[tuple[ItemId, ...], ...]


def minutes(step: StepId, settings: Settings, state: State) -> Minutes:
    """Return the step's part of the record; open slots are shown as not settled."""
    return Minutes(step, settings.aim, state.slots, state.bands)
