"""The pen: one text that a group writes together, and the one person at a time who writes in it.

There is a lock with a visible holder rather than a merge of what several people type at once: see
docs/decisions/0013-one-pen.md.
"""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from consensus.items import StepId
from consensus.parts import Part, one, rows
from consensus.people import Member, MemberId, Scene
from consensus.refusal import Code, Refusal
from consensus.text import made_id, paragraphs

SuggestionId = str

# Two sides of paper; past that, it is no message but a report.
TEXT_LENGTH = 4_000

# A hall proposes more than anybody can weigh; so many can still be read.
MOST_SUGGESTIONS = 200

# How long (ms) a holder may write nothing until somebody else may take the pen: long enough to
# think or to be asked something, short enough that a room does not sit and wait.
QUIET_AFTER = 60_000

# --- state ------------------------------------------------------------------------------------


class Suggestion(Struct, frozen=True):
    """Words that somebody proposed beside the text."""

    by: MemberId
    text: str


class Text(Struct, frozen=True):
    """The words as they are, and who holds the pen, having written last at a time (ms) `since`.

    `version` counts every change, so that nobody writes over what they have not seen. `wording`
    counts for people: it goes up when words change on which somebody had taken a stance. A `plain`
    text is for the family, in words that a child can read.
    """

    words: str = ""
    version: int = 0
    wording: int = 1
    holder: MemberId | None = None
    since: int = 0
    suggestions: dict[SuggestionId, Suggestion] = {}
    plain: bool = False

    @property
    def free_at(self) -> int | None:
        """When (ms) anybody may take the pen from its holder; nothing while nobody holds it."""
        return None if self.holder is None else self.since + QUIET_AFTER


# --- commands ---------------------------------------------------------------------------------


class TakePen(Struct, frozen=True, tag="settle.take_pen"):
    """Take the pen: a free one, or one whose holder has been silent; the chair at any time."""

    step: StepId


class PutDown(Struct, frozen=True, tag="settle.put_down"):
    """Put the pen down."""

    step: StepId


class Write(Struct, frozen=True, tag="settle.write"):
    """Change the words (holder). `version` is the one that the holder started from."""

    step: StepId
    text: str
    version: int


class Suggest(Struct, frozen=True, tag="settle.suggest"):
    """Propose words beside the text; the id is made by the browser."""

    step: StepId
    suggestion: SuggestionId
    text: str


class Include(Struct, frozen=True, tag="settle.include"):
    """Put a suggestion at the end of the text as a paragraph of its own (holder)."""

    step: StepId
    suggestion: SuggestionId
    version: int


class Withdraw(Struct, frozen=True, tag="settle.withdraw"):
    """Take back my suggestion, or anyone's (chair, or whoever holds the pen)."""

    step: StepId
    suggestion: SuggestionId


Command = TakePen | PutDown | Write | Suggest | Include | Withdraw

# --- events -----------------------------------------------------------------------------------


class PenTaken(Struct, frozen=True, tag="settle.pen_taken"):
    """A member has the pen."""

    step: StepId
    member: MemberId
    at: int


class PenPutDown(Struct, frozen=True, tag="settle.pen_put_down"):
    """The pen is free."""

    step: StepId


class Wrote(Struct, frozen=True, tag="settle.wrote"):
    """The words are these now; stances on others no longer count."""

    step: StepId
    member: MemberId
    text: str
    version: int
    at: int


class Suggested(Struct, frozen=True, tag="settle.suggested"):
    """A member proposed words beside the text."""

    step: StepId
    suggestion: SuggestionId
    by: MemberId
    text: str


class SuggestionGone(Struct, frozen=True, tag="settle.suggestion_gone"):
    """A suggestion stands beside the text no longer, taken into it or taken back by a member."""

    step: StepId
    suggestion: SuggestionId
    by: MemberId
    included: bool


Event = PenTaken | PenPutDown | Wrote | Suggested | SuggestionGone

# --- decide and evolve ------------------------------------------------------------------------


def decide(text: Text, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    if scene.by.role == "observer":
        raise Refusal(Code.WATCHING_ONLY)
    match command:
        case TakePen():
            return _take(text, command, scene)
        case PutDown():
            return (PenPutDown(command.step),) if text.holder == scene.by.id else ()
        case Write():
            return _write(text, command.step, command.text, command.version, scene)
        case Suggest():
            return _suggest(text, command, scene)
        case Include():
            return _include(text, command, scene)
        case Withdraw():
            return _withdraw(text, command, scene)


def _take(text: Text, command: TakePen, scene: Scene) -> tuple[Event, ...]:
    if text.holder == scene.by.id:
        return ()
    other = writer(text, scene)
    if other is not None and scene.by.role != "chair":
        raise Refusal(Code.PEN_HELD, name=other.name)
    return (PenTaken(command.step, scene.by.id, scene.at),)


def writer(text: Text, scene: Scene) -> Member | None:
    """Return who else is writing: whoever holds the pen, unless they have long been silent."""
    if text.holder in {None, scene.by.id} or scene.at >= text.since + QUIET_AFTER:
        return None
    return scene.members.get(text.holder or "")


def _write(text: Text, step: StepId, typed: str, version: int, scene: Scene) -> tuple[Event, ...]:
    if text.holder != scene.by.id:
        raise Refusal(Code.PEN_NEEDED)
    words = paragraphs(typed, TEXT_LENGTH)
    if words == text.words:
        return ()
    if version != text.version:
        raise Refusal(Code.TEXT_CHANGED)
    return (Wrote(step, scene.by.id, words, text.version + 1, scene.at),)


def _suggest(text: Text, command: Suggest, scene: Scene) -> tuple[Event, ...]:
    words = paragraphs(command.text, TEXT_LENGTH)
    if not words:
        raise Refusal(Code.TEXT_EMPTY)
    known = text.suggestions.get(command.suggestion)
    if known == Suggestion(scene.by.id, words):
        return ()
    if known is not None or not made_id(command.suggestion):
        raise Refusal(Code.NOT_UNDERSTOOD)
    if len(text.suggestions) >= MOST_SUGGESTIONS:
        raise Refusal(Code.TOO_MANY_SUGGESTIONS, most=MOST_SUGGESTIONS)
    return (Suggested(command.step, command.suggestion, scene.by.id, words),)


def _include(text: Text, command: Include, scene: Scene) -> tuple[Event, ...]:
    suggestion = _known(text, command.suggestion)
    joined = f"{text.words}\n\n{suggestion.text}"
    wrote = _write(text, command.step, joined, command.version, scene)
    gone = SuggestionGone(command.step, command.suggestion, scene.by.id, included=True)
    return (*wrote, gone)


def _withdraw(text: Text, command: Withdraw, scene: Scene) -> tuple[Event, ...]:
    suggestion = _known(text, command.suggestion)
    by = scene.by
    if by.id not in {suggestion.by, text.holder} and by.role != "chair":
        raise Refusal(Code.NOT_YOUR_NOTE)
    return (SuggestionGone(command.step, command.suggestion, by.id, included=False),)


def _known(text: Text, suggestion_id: SuggestionId) -> Suggestion:
    suggestion = text.suggestions.get(suggestion_id)
    if suggestion is None:
        raise Refusal(Code.NO_SUCH_SUGGESTION)
    return suggestion


def evolve(text: Text, event: Event) -> Text:
    """Return the text after `event`."""
    match event:
        case PenTaken():
            return replace(text, holder=event.member, since=event.at)
        case PenPutDown():
            return put_down(text)
        case Wrote():
            return replace(text, words=event.text, version=event.version, since=event.at)
        case Suggested():
            suggestion = Suggestion(event.by, event.text)
            return replace(text, suggestions={**text.suggestions, event.suggestion: suggestion})
        case SuggestionGone():
            kept = {n: s for n, s in text.suggestions.items() if n != event.suggestion}
            return replace(text, suggestions=kept)


def put_down(text: Text) -> Text:
    """Return the text with nobody writing in it: the words stay as they are."""
    return text if text.holder is None else replace(text, holder=None)


# --- what everyone sees -----------------------------------------------------------------------


class TextRecord(Struct, frozen=True, tag="text"):
    """Everyone: the group's text as it is, and who holds the pen; see `Text`."""

    step: StepId
    words: str
    version: int
    wording: int
    plain: bool
    holder: MemberId | None
    free_at: int | None


class SuggestionRecord(Struct, frozen=True, tag="suggestion"):
    """Everyone: words that somebody proposed beside the text."""

    step: StepId
    suggestion: SuggestionId
    by: MemberId
    text: str


Record = TextRecord | SuggestionRecord


def parts(step: StepId, text: Text) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts of a text's view for everyone, by name."""
    yield f"text/{step}", one(f"text/{step}", (text,), partial(_text, step, text))
    beside = partial(_suggestion, step)
    yield f"suggestion/{step}", rows(f"suggestion/{step}", text.suggestions, beside)


def _text(step: StepId, text: Text) -> TextRecord:
    return TextRecord(
        step, text.words, text.version, text.wording, text.plain, text.holder, text.free_at
    )


def _suggestion(step: StepId, suggestion_id: SuggestionId, beside: Suggestion) -> SuggestionRecord:
    return SuggestionRecord(step, suggestion_id, beside.by, beside.text)
