"""remarks: "ask why" and "I see it differently" on anything, and who needs longer."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.items import StepId
from consensus.parts import Part, rows
from consensus.people import MemberId, Scene, keeps_record
from consensus.refusal import Code, Refusal
from consensus.text import NOTE_LENGTH, STATEMENT_LENGTH, made_id, optional, required

RemarkId = str
Sort = Literal["why", "differ"]
Safe = Literal["yes", "no", "unknown", ""]

# Of one person in one meeting. More than these are a speech, and the chair sees nobody else's.
MOST_EACH = 50

# The key of any record on the page, near enough: "ballot/" and two ids.
_ABOUT_LENGTH = 160

# --- state ------------------------------------------------------------------------------------


class Remark(Struct, frozen=True):
    """What somebody asks, or sees differently, at a time (ms).

    It is `about` something in a step, or the step itself where that is empty, whose words were
    `quote`. It is `to` whoever said them, or nobody. `safe` is whether the child is safe now, as
    the one who sees it differently said first; nothing in a room about no child. `settled` says
    that it was talked about.
    """

    sort: Sort
    step: StepId
    about: str
    quote: str
    by: MemberId
    to: MemberId | None
    text: str
    safe: Safe
    at: int
    answer: str = ""
    answered_by: MemberId | None = None
    settled: bool = False

    @property
    def open(self) -> bool:
        """Say whether it still waits for somebody."""
        return not self.settled and (self.sort == "differ" or not self.answer)


class State(Struct, frozen=True):
    """All remarks as they came; and who asked for longer in which step, first come first."""

    remarks: dict[RemarkId, Remark] = {}
    longer: dict[StepId, tuple[MemberId, ...]] = {}


# --- commands ---------------------------------------------------------------------------------


class Ask(Struct, frozen=True, tag="remark.ask"):
    """Ask why. The browser makes the id, so that sending it twice asks once.

    `quote` are the words that it is about, as they stand; `to` is whoever said them.
    """

    remark: RemarkId
    step: StepId
    about: str = ""
    quote: str = ""
    to: MemberId | None = None
    text: str = ""


class Differ(Struct, frozen=True, tag="remark.differ"):
    """See it differently. In a room about a child, `safe` answers first whether they are safe."""

    remark: RemarkId
    step: StepId
    text: str
    safe: Safe = ""
    about: str = ""
    quote: str = ""
    to: MemberId | None = None


class Answer(Struct, frozen=True, tag="remark.answer"):
    """Answer a remark: whom it is to, or who keeps the record; anybody where it is to nobody."""

    remark: RemarkId
    text: str


class Withdraw(Struct, frozen=True, tag="remark.withdraw"):
    """Take back my remark."""

    remark: RemarkId


class Settle(Struct, frozen=True, tag="remark.settle"):
    """Say that a remark has been talked about (chair)."""

    remark: RemarkId


class NeedLonger(Struct, frozen=True, tag="remark.longer"):
    """Say that I need longer in a step, or no more. The chair may answer for `member`."""

    step: StepId
    wanted: bool = True
    member: MemberId | None = None


Command = Ask | Differ | Answer | Withdraw | Settle | NeedLonger

# What names a step of the agenda, or none in the lobby; whoever has the agenda looks it up.
OF_A_STEP = (Ask, Differ, NeedLonger)

# --- events -----------------------------------------------------------------------------------


class Made(Struct, frozen=True, tag="remark.made"):
    """A member asked why, or saw something differently."""

    remark: RemarkId
    sort: Sort
    step: StepId
    about: str
    quote: str
    by: MemberId
    to: MemberId | None
    text: str
    safe: Safe
    at: int


class Answered(Struct, frozen=True, tag="remark.answered"):
    """A remark was answered."""

    remark: RemarkId
    text: str
    by: MemberId


class Withdrawn(Struct, frozen=True, tag="remark.withdrawn"):
    """A remark was taken back by whoever made it."""

    remark: RemarkId


class Settled(Struct, frozen=True, tag="remark.settled"):
    """A remark was talked about."""

    remark: RemarkId


class LongerNeeded(Struct, frozen=True, tag="remark.longer_needed"):
    """A member needs longer in a step, or no more."""

    step: StepId
    member: MemberId
    wanted: bool


Event = Made | Answered | Withdrawn | Settled | LongerNeeded

# --- decide and evolve ------------------------------------------------------------------------


def decide(state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    if scene.by.role == "observer":
        raise Refusal(Code.WATCHING_ONLY)
    match command:
        case Ask():
            text = optional(command.text)
            return _make(state, command, "why", text, "", scene)
        case Differ():
            text = required(command.text, NOTE_LENGTH, Code.TEXT_EMPTY, Code.TEXT_TOO_LONG)
            if scene.case and not command.safe:
                raise Refusal(Code.SAFE_FIRST)
            return _make(state, command, "differ", text, command.safe, scene)
        case Answer():
            return _answer(state, command, scene)
        case Withdraw():
            return _withdraw(state, command, scene)
        case Settle():
            return _settle(state, command, scene)
        case NeedLonger():
            return _longer(state, command, scene)


def _make(
    state: State, command: Ask | Differ, sort: Sort, text: str, safe: Safe, scene: Scene
) -> tuple[Event, ...]:
    if len(command.about) > _ABOUT_LENGTH or not command.about.isprintable():
        raise Refusal(Code.NOT_UNDERSTOOD)
    if command.to is not None and command.to not in scene.members:
        raise Refusal(Code.NO_SUCH_MEMBER)
    made = Made(
        remark=command.remark,
        sort=sort,
        step=command.step,
        about=command.about,
        quote=optional(command.quote, STATEMENT_LENGTH),
        by=scene.by.id,
        to=command.to,
        text=text,
        safe=safe,
        at=scene.at,
    )
    known = state.remarks.get(command.remark)
    if known is not None and (known.by, known.sort) == (made.by, made.sort):
        return ()
    if known is not None or not made_id(command.remark):
        raise Refusal(Code.NOT_UNDERSTOOD)
    if sum(remark.by == made.by for remark in state.remarks.values()) >= MOST_EACH:
        raise Refusal(Code.TOO_MANY_REMARKS, most=MOST_EACH)
    return (made,)


def _known(state: State, remark_id: RemarkId) -> Remark:
    remark = state.remarks.get(remark_id)
    if remark is None:
        raise Refusal(Code.NO_SUCH_REMARK)
    return remark


def _answer(state: State, command: Answer, scene: Scene) -> tuple[Event, ...]:
    remark = _known(state, command.remark)
    text = required(command.text, NOTE_LENGTH, Code.TEXT_EMPTY, Code.TEXT_TOO_LONG)
    if (remark.answer, remark.answered_by) == (text, scene.by.id):
        return ()
    if not keeps_record(scene.by) and remark.to in scene.members and remark.to != scene.by.id:
        raise Refusal(Code.NOT_YOUR_REMARK)
    if remark.settled:
        raise Refusal(Code.REMARK_SETTLED)
    return (Answered(command.remark, text, scene.by.id),)


def _withdraw(state: State, command: Withdraw, scene: Scene) -> tuple[Event, ...]:
    remark = state.remarks.get(command.remark)
    if remark is None:
        return ()  # it is gone, as was asked
    if remark.by != scene.by.id:
        raise Refusal(Code.NOT_YOUR_REMARK)
    if remark.settled or remark.answer:
        raise Refusal(Code.REMARK_SETTLED)
    return (Withdrawn(command.remark),)


def _settle(state: State, command: Settle, scene: Scene) -> tuple[Event, ...]:
    if scene.by.role != "chair":
        raise Refusal(Code.CHAIR_ONLY)
    return () if _known(state, command.remark).settled else (Settled(command.remark),)


def _longer(state: State, command: NeedLonger, scene: Scene) -> tuple[Event, ...]:
    member = command.member or scene.by.id
    if member != scene.by.id and scene.by.role != "chair":
        raise Refusal(Code.CHAIR_ONLY)
    if member not in scene.members:
        raise Refusal(Code.NO_SUCH_MEMBER)
    wants = member in state.longer.get(command.step, ())
    return (LongerNeeded(command.step, member, command.wanted),) if wants != command.wanted else ()


def evolve(state: State, event: Event) -> State:
    """Return the remarks after `event`."""
    match event:
        case Made():
            return _with_remark(state, event.remark, _made(event))
        case Answered():
            remark = state.remarks[event.remark]
            answered = replace(remark, answer=event.text, answered_by=event.by)
            return _with_remark(state, event.remark, answered)
        case Settled():
            settled = replace(state.remarks[event.remark], settled=True)
            return _with_remark(state, event.remark, settled)
        case Withdrawn():
            kept = {r: remark for r, remark in state.remarks.items() if r != event.remark}
            return replace(state, remarks=kept)
        case LongerNeeded():
            others = tuple(m for m in state.longer.get(event.step, ()) if m != event.member)
            now = (*others, event.member) if event.wanted else others
            return replace(state, longer={**state.longer, event.step: now})


def forget(state: State, member: MemberId) -> State:
    """Return the remarks without a removed member's wish for longer; what they said stays."""
    if not any(member in members for members in state.longer.values()):
        return state
    longer = {
        step: tuple(other for other in members if other != member)
        for step, members in state.longer.items()
    }
    return replace(state, longer=longer)


def _made(event: Made) -> Remark:
    return Remark(
        sort=event.sort,
        step=event.step,
        about=event.about,
        quote=event.quote,
        by=event.by,
        to=event.to,
        text=event.text,
        safe=event.safe,
        at=event.at,
    )


def _with_remark(state: State, remark_id: RemarkId, remark: Remark) -> State:
    return replace(state, remarks={**state.remarks, remark_id: remark})


# --- what each audience sees ------------------------------------------------------------------


class RemarkRecord(Struct, frozen=True, tag="remark"):
    """Everyone: one remark. It is `open` for as long as it waits for somebody."""

    remark: RemarkId
    sort: Sort
    step: StepId
    about: str
    quote: str
    by: MemberId
    to: MemberId | None
    text: str
    safe: Safe
    answer: str
    answered_by: MemberId | None
    open: bool
    settled: bool


class LongerRecord(Struct, frozen=True, tag="longer"):
    """Chairs: who needs longer in a step, first come first."""

    step: StepId
    members: tuple[MemberId, ...]


class MyLongerRecord(Struct, frozen=True, tag="my_longer"):
    """One member: that they said they need longer in a step."""

    step: StepId


Record = RemarkRecord


def everyone(state: State) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    yield "remarks", rows("remark", state.remarks, _record)


def _record(remark_id: RemarkId, remark: Remark) -> RemarkRecord:
    return RemarkRecord(
        remark=remark_id,
        sort=remark.sort,
        step=remark.step,
        about=remark.about,
        quote=remark.quote,
        by=remark.by,
        to=remark.to,
        text=remark.text,
        safe=remark.safe,
        answer=remark.answer,
        answered_by=remark.answered_by,
        open=remark.open,
        settled=remark.settled,
    )


def chairs(state: State) -> Iterator[tuple[str, Part[LongerRecord]]]:
    """Yield what the chair sees beside it: who needs longer."""
    yield "longer", rows("longer", state.longer, LongerRecord)


def mine(state: State, member: MemberId) -> Iterator[tuple[str, MyLongerRecord]]:
    """Yield a member's own records: where they said that they need longer."""
    for step, members in state.longer.items():
        if member in members:
            yield f"my_longer/{step}", MyLongerRecord(step)


def concerns(event: Event) -> frozenset[MemberId]:
    """Return the members whose own records an event may change."""
    return frozenset((event.member,)) if isinstance(event, LongerNeeded) else frozenset()


# --- what the minutes say ---------------------------------------------------------------------


def minutes(state: State) -> tuple[Remark, ...]:
    """Return every remark that was not taken back, in the order in which they came."""
    return tuple(state.remarks.values())
