"""corrections: members propose how a line of the record should read, and each gets an answer.

`consensus.record.correcting` finds the line, and looks whether there is still time.
"""

from msgspec import Struct
from msgspec.structs import replace

from consensus.people import MemberId, Scene, keeps_register
from consensus.record.labels import THE_FAMILYS, LineId, Readers, of_another
from consensus.refusal import Code, Refusal
from consensus.roomwide import wording
from consensus.roomwide.wording import Standing
from consensus.rules import Rules, due
from consensus.text import made_id, optional

CorrectionId = str

# The section of the record that tells what was proposed, and what became of it.
SECTION = "corrections"

# Somebody who proposes more than this is writing the minutes.
MOST_BY_ONE = 60

# --- state ------------------------------------------------------------------------------------


class Answer(Struct, frozen=True):
    """Whether a correction was accepted, by whom and when (ms), and why not."""

    accepted: bool
    reason: str
    by: MemberId
    at: int


class Correction(Struct, frozen=True):
    """What somebody proposed at a time (ms): other words for a cell of a line, and why.

    `was` is what they saw there, and `readers` who could read the line then: it was said for no
    others. It has an `answer`, was `withdrawn` at a time, or waits.
    """

    line: LineId
    cell: int
    was: str
    words: str
    because: str
    by: MemberId
    at: int
    readers: Readers
    answer: Answer | None = None
    withdrawn: int | None = None

    @property
    def waits(self) -> bool:
        """Whether nobody has answered it, and it still stands."""
        return self.answer is None and self.withdrawn is None


class State(Struct, frozen=True):
    """Every correction, in the order in which they were proposed."""

    entries: dict[CorrectionId, Correction] = {}


def ends(rules: Rules, closed: int | None) -> int | None:
    """Return until when (ms) the record can be put right; nothing while the meeting goes on."""
    if closed is None:
        return None
    return due(closed, rules.correction_days, rules.correction_working)


# --- commands ---------------------------------------------------------------------------------


class ProposeCorrection(Struct, frozen=True, tag="correction.propose"):
    """Propose other words for a line that one may read; the id is made by the browser.

    `was` is the text that the writer saw there.
    """

    correction: CorrectionId
    line: LineId
    cell: int
    words: str
    because: str
    was: str


class WithdrawCorrection(Struct, frozen=True, tag="correction.withdraw"):
    """Take back a correction of one's own that waits for its answer."""

    correction: CorrectionId


class AnswerCorrection(Struct, frozen=True, tag="correction.answer"):
    """Accept a correction, or say why not (chair, recorder; of own words whoever said them).

    `was` is what stands in the line now, as whoever answers saw it.
    """

    correction: CorrectionId
    accepted: bool
    reason: str
    was: str


Command = ProposeCorrection | WithdrawCorrection | AnswerCorrection

# --- events -----------------------------------------------------------------------------------


class Proposed(Struct, frozen=True, tag="correction.proposed"):
    """A member proposed other words for a line, for those who could read it."""

    correction: CorrectionId
    line: LineId
    cell: int
    was: str
    words: str
    because: str
    by: MemberId
    at: int
    readers: Readers


class Withdrawn(Struct, frozen=True, tag="correction.withdrawn"):
    """A correction was taken back by whoever proposed it."""

    correction: CorrectionId
    at: int


class Answered(Struct, frozen=True, tag="correction.answered"):
    """A correction got its answer. Where it was accepted, the line was reworded with it."""

    correction: CorrectionId
    accepted: bool
    reason: str
    by: MemberId
    at: int


Event = Proposed | Withdrawn | Answered

# --- decide and evolve ------------------------------------------------------------------------


def find(state: State, correction: CorrectionId) -> Correction:
    """Return a correction, or refuse."""
    found = state.entries.get(correction)
    if found is None:
        raise Refusal(Code.NO_SUCH_CORRECTION)
    return found


def propose(
    state: State, command: ProposeCorrection, line: Standing, scene: Scene
) -> tuple[Event, ...]:
    """Return how other words are proposed for a line that whoever asks may read."""
    words = wording.fitting(line, command.cell, command.words)
    because = optional(command.because)
    known = state.entries.get(command.correction)
    asked = command.line, command.cell, command.was, words, because, scene.by.id
    if known is not None and _asked(known) == asked:
        return ()
    if known is not None or not made_id(command.correction):
        raise Refusal(Code.NOT_UNDERSTOOD)
    if words == line.typed[command.cell]:
        raise Refusal(Code.SAME_WORDS)
    wording.seen(line, command.cell, command.was)
    if sum(each.by == scene.by.id for each in state.entries.values()) >= MOST_BY_ONE:
        raise Refusal(Code.TOO_MANY_CORRECTIONS, most=MOST_BY_ONE)
    return (
        Proposed(
            correction=command.correction,
            line=command.line,
            cell=command.cell,
            was=command.was,
            words=words,
            because=because,
            by=scene.by.id,
            at=scene.at,
            readers=line.readers,
        ),
    )


def _asked(found: Correction) -> tuple[object, ...]:
    return found.line, found.cell, found.was, found.words, found.because, found.by


def withdraw(state: State, command: WithdrawCorrection, scene: Scene) -> tuple[Event, ...]:
    """Return how a correction is taken back."""
    found = find(state, command.correction)
    if found.by != scene.by.id:
        raise Refusal(Code.NOT_YOUR_CORRECTION)
    if found.withdrawn is not None:
        return ()
    if found.answer is not None:
        raise Refusal(Code.CORRECTION_ANSWERED)
    return (Withdrawn(command.correction, scene.at),)


def answer(
    state: State, command: AnswerCorrection, line: Standing | None, scene: Scene
) -> tuple[Event | wording.Event, ...]:
    """Return how a correction is answered; `line` is nothing where the record has it no more."""
    found = find(state, command.correction)
    _refuse_judge(found, line, scene)
    reason = optional(command.reason)
    answer = Answer(command.accepted, reason, scene.by.id, scene.at)
    if found.answer is not None and replace(found.answer, at=scene.at) == answer:
        return ()
    if not found.waits:
        raise Refusal(Code.CORRECTION_ANSWERED)
    answered = Answered(command.correction, command.accepted, reason, scene.by.id, scene.at)
    if not command.accepted:
        if not reason:
            raise Refusal(Code.REASON_NEEDED)
        return (answered,)
    if line is None:
        raise Refusal(Code.NO_SUCH_LINE)
    _refuse_in_their_place(found, line, reason, scene)
    put = wording.Reword(found.line, found.cell, found.words, command.was)
    # Own words are put in others by whoever said them, who proposed it.
    by = scene.members.get(line.whose, scene.by)
    return (answered, *wording.reworded(put, line, replace(scene, by=by)))


def _refuse_in_their_place(found: Correction, line: Standing, reason: str, scene: Scene) -> None:
    """Refuse to accept other words in the place of whoever said them.

    The child or the family have no seat to accept them on: where none of them proposed it, the
    record says how they wished it.
    """
    if line.whose == THE_FAMILYS:
        proposer = scene.members.get(found.by)
        theirs = proposer is not None and proposer.role in {"family", "advocate"}
        if not theirs and not reason:
            raise Refusal(Code.FAMILYS_WISH)
    elif line.whose not in {"", scene.by.id, found.by}:
        raise Refusal(Code.OWN_WORDS)


def _refuse_judge(found: Correction, line: Standing | None, scene: Scene) -> None:
    """Refuse somebody who may not say what becomes of a correction."""
    if line is not None and line.whose == scene.by.id:
        return
    if not keeps_register(scene.by):
        raise Refusal(Code.CHAIR_OR_RECORDER)
    others = (m for m in scene.members.values() if keeps_register(m) and m.id != scene.by.id)
    if found.by == scene.by.id and any(others):
        raise Refusal(Code.ANSWER_FOR_ANOTHER)


def evolve(state: State, event: Event) -> State:
    """Return the corrections after `event`."""
    match event:
        case Proposed():
            words = event.was, event.words, event.because
            now = Correction(event.line, event.cell, *words, event.by, event.at, event.readers)
        case Withdrawn():
            now = replace(state.entries[event.correction], withdrawn=event.at)
        case Answered():
            answer = Answer(event.accepted, event.reason, event.by, event.at)
            now = replace(state.entries[event.correction], answer=answer)
    return State({**state.entries, event.correction: now})


def merged(state: State, drop: MemberId, keep: MemberId) -> State:
    """Return the corrections when two members are one; the lines are those of one, too."""
    return State(
        {
            name: replace(each, line=of_another(each.line, drop, keep))
            for name, each in state.entries.items()
        }
    )


# --- what each audience sees ------------------------------------------------------------------


def count(state: State) -> int:
    """Return how much was proposed, answered and taken back."""
    return sum(1 if each.waits else 2 for each in state.entries.values())


def waiting(state: State) -> int:
    """Return how many wait for an answer; their words come with the record itself."""
    return sum(each.waits for each in state.entries.values())


def may_answer(correction: Correction, line: Standing | None, scene: Scene) -> bool:
    """Say whether somebody may answer a correction."""
    try:
        _refuse_judge(correction, line, scene)
    except Refusal:
        return False
    return correction.waits


# --- what the minutes say ---------------------------------------------------------------------


def minutes(state: State) -> dict[CorrectionId, Correction]:
    """Return every correction, in order."""
    return state.entries
