"""gate: a wording that people say they have read, and whether they agree: who, when, which wording.

A gate that `blocks` keeps later steps shut while somebody here has not answered, and asks whoever
comes in later before anything else. "Not agreed" is an answer like any other, and is kept.
"""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from consensus.items import StepId
from consensus.parts import Part, one, rows
from consensus.people import Member, MemberId, Members, Role, Scene, keeps_record
from consensus.refusal import Code, Refusal
from consensus.rules import Notice
from consensus.text import optional

# --- settings ---------------------------------------------------------------------------------


class Settings(Struct, frozen=True, tag="gate", forbid_unknown_fields=True):
    """What is asked, of whom.

    Either `notice` names a notice of the room's rules, whose words are filled in when the room is
    made, or `title`, `version` and `text` (up to 4,000 characters, with paragraphs) stand here.
    `asked` are the roles that are asked, everybody with observers where it is empty. `checks` are
    sentences, up to six, that each have to be ticked before somebody can agree ("No names in what
    I am going to say"). A gate that does not block only keeps what was answered.
    """

    notice: str = ""
    title: str = ""
    version: str = ""
    text: str = ""
    asked: tuple[Role, ...] = ()
    checks: tuple[str, ...] = ()
    blocks: bool = True


def worded(settings: Settings, notice: Notice) -> Settings:
    """Return the settings with the words of a notice."""
    return replace(settings, title=notice.title, version=notice.version, text=notice.text)


# --- state ------------------------------------------------------------------------------------


class Answer(Struct, frozen=True):
    """What one member answered to which wording, when (ms), and who wrote it down."""

    agreed: bool
    version: str
    note: str
    by: MemberId
    at: int


class State(Struct, frozen=True, tag="gate"):
    """Each member's answer."""

    answers: dict[MemberId, Answer] = {}


def begin() -> State:
    """Return the step as it opens for the first time."""
    return State()


def asks(settings: Settings, member: Member) -> bool:
    """Say whether a member is among those who are asked."""
    return not settings.asked or member.role in settings.asked


def answered(settings: Settings, state: State, member: MemberId) -> bool:
    """Say whether a member has answered to the wording as it is now."""
    answer = state.answers.get(member)
    return answer is not None and answer.version == settings.version


def unanswered(settings: Settings, state: State, members: Members) -> tuple[MemberId, ...]:
    """Return those who are here and asked, and have not answered, in the order of joining."""
    waited_for = (m for m in members.values() if m.here and asks(settings, m))
    return tuple(m.id for m in waited_for if not answered(settings, state, m.id))


def stops(settings: Settings, state: State, member: Member) -> bool:
    """Say whether a member has to answer here before they can do anything else."""
    return settings.blocks and asks(settings, member) and not answered(settings, state, member.id)


# --- commands ---------------------------------------------------------------------------------


class Acknowledge(Struct, frozen=True, tag="gate.acknowledge"):
    """Say that I have read the wording of this version, and whether I agree."""

    step: StepId
    agreed: bool
    version: str
    note: str = ""


class RecordAnswer(Struct, frozen=True, tag="gate.record"):
    """Write down what somebody answered who was asked aloud (chair, deputy or recorder)."""

    step: StepId
    member: MemberId
    agreed: bool
    version: str
    note: str = ""


Command = Acknowledge | RecordAnswer

# --- events -----------------------------------------------------------------------------------


class Acknowledged(Struct, frozen=True, tag="gate.acknowledged"):
    """A member answered to a version of the wording; `by` wrote it down, mostly they themselves."""

    step: StepId
    member: MemberId
    agreed: bool
    version: str
    note: str
    by: MemberId
    at: int


Event = Acknowledged

# --- decide and evolve ------------------------------------------------------------------------


def decide(settings: Settings, state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    member = _asked_aloud(command, scene) if isinstance(command, RecordAnswer) else scene.by
    if not asks(settings, member):
        raise Refusal(Code.NOTICE_NOT_YOURS)
    if command.version != settings.version:
        raise Refusal(Code.NOTICE_CHANGED)
    note = optional(command.note)
    known = state.answers.get(member.id)
    if known is not None and (known.agreed, known.note, known.version, known.by) == (
        command.agreed,
        note,
        command.version,
        scene.by.id,
    ):
        return ()
    version = settings.version
    return (
        Acknowledged(command.step, member.id, command.agreed, version, note, scene.by.id, scene.at),
    )


def _asked_aloud(command: RecordAnswer, scene: Scene) -> Member:
    if not keeps_record(scene.by):
        raise Refusal(Code.CHAIR_ONLY)
    member = scene.members.get(command.member)
    if member is None:
        raise Refusal(Code.NO_SUCH_MEMBER)
    return member


def evolve(state: State, event: Event) -> State:
    """Return the step after `event`."""
    answer = Answer(event.agreed, event.version, event.note, event.by, event.at)
    return replace(state, answers={**state.answers, event.member: answer})


# --- what each audience sees ------------------------------------------------------------------


class NoticeRecord(Struct, frozen=True, tag="notice"):
    """Everyone: the wording, and who is asked (nobody named: everybody)."""

    step: StepId
    title: str
    version: str
    text: str
    checks: tuple[str, ...]
    asked: tuple[Role, ...]
    blocks: bool


class GateRecord(Struct, frozen=True, tag="gate"):
    """Everyone: how many have answered, and how many here have not. Never what they answered."""

    step: StepId
    answered: int
    waiting: int


class GateAnswerRecord(Struct, frozen=True, tag="gate_answer"):
    """Chairs: what one member answered, when (ms), and who wrote it down."""

    step: StepId
    member: MemberId
    agreed: bool
    version: str
    note: str
    by: MemberId
    at: int


class MyNoticeRecord(Struct, frozen=True, tag="my_notice"):
    """One member: what they answered. There is none while they have not."""

    step: StepId
    agreed: bool
    version: str
    note: str
    by: MemberId
    at: int


Record = NoticeRecord | GateRecord


def everyone(
    step: StepId, settings: Settings, state: State, members: Members
) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    yield f"notice/{step}", one(f"notice/{step}", (settings,), partial(_notice, step, settings))
    made_from = (settings, state.answers, members)
    count = partial(_count, step, settings, state, members)
    yield f"gate/{step}", one(f"gate/{step}", made_from, count)


def _notice(step: StepId, settings: Settings) -> NoticeRecord:
    return NoticeRecord(
        step=step,
        title=settings.title,
        version=settings.version,
        text=settings.text,
        checks=settings.checks,
        asked=settings.asked,
        blocks=settings.blocks,
    )


def _count(step: StepId, settings: Settings, state: State, members: Members) -> GateRecord:
    done = sum(answered(settings, state, member) for member in state.answers)
    return GateRecord(step, done, len(unanswered(settings, state, members)))


def chairs(step: StepId, state: State) -> Iterator[tuple[str, Part[GateAnswerRecord]]]:
    """Yield the parts that chairs see beside it."""
    yield f"gate/{step}", rows(f"gate_answer/{step}", state.answers, partial(_answer, step))


def _answer(step: StepId, member: MemberId, answer: Answer) -> GateAnswerRecord:
    return GateAnswerRecord(
        step, member, answer.agreed, answer.version, answer.note, answer.by, answer.at
    )


def mine(step: StepId, state: State, member: MemberId) -> Iterator[tuple[str, MyNoticeRecord]]:
    """Yield a member's own answer."""
    answer = state.answers.get(member)
    if answer is not None:
        record = MyNoticeRecord(
            step, answer.agreed, answer.version, answer.note, answer.by, answer.at
        )
        yield f"my_notice/{step}", record


def concerns(event: Event) -> frozenset[MemberId]:
    """Return those whose own records an event may change."""
    return frozenset((event.member,))


# --- what the minutes say ---------------------------------------------------------------------


class Minutes(Struct, frozen=True, tag="gate"):
    """The wording, who was asked, and each answer with its time (ms)."""

    step: StepId
    title: str
    version: str
    text: str
    checks: tuple[str, ...]
    asked: tuple[Role, ...]
    answers: dict[MemberId, Answer]


def minutes(step: StepId, settings: Settings, state: State) -> Minutes:
    """Return the step's part of the record."""
    return Minutes(
        step=step,
        title=settings.title,
        version=settings.version,
        text=settings.text,
        checks=settings.checks,
        asked=settings.asked,
        answers=state.answers,
    )
