"""glossary: what people here mean by a word. Several meanings may stand until the group agrees."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from consensus.parts import Part, rows
from consensus.people import MemberId, Scene
from consensus.refusal import Code, Refusal
from consensus.text import NOTE_LENGTH, one_line, required

# A word as it is looked up: without capitals.
TermId = str

TERM_LENGTH = 60
MOST_MEANINGS = 300

# Who wrote the meanings that come from the meeting before.
CARRIED: MemberId = ""

# --- state ------------------------------------------------------------------------------------


class Meaning(Struct, frozen=True):
    """What somebody means by a word, since when (ms), and who means the same."""

    text: str
    at: int
    same: tuple[MemberId, ...] = ()


class Term(Struct, frozen=True):
    """A word, its meanings by author, and whose meaning the group agreed on, if it did."""

    word: str
    meanings: dict[MemberId, Meaning]
    agreed: MemberId | None = None


class State(Struct, frozen=True):
    """The words, in the order in which they came up."""

    terms: dict[TermId, Term] = {}


class Word(Struct, frozen=True):
    """A word with one meaning, as it is taken into the next meeting."""

    word: str
    meaning: str


def begin(words: tuple[Word, ...], at: int) -> State:
    """Return the list as it starts with the words of the meeting before."""
    return State(
        {
            term_id(each.word): Term(each.word, {CARRIED: Meaning(each.meaning, at)}, CARRIED)
            for each in words
        }
    )


def terms(state: State) -> tuple[Word, ...]:
    """Return the words whose meaning is clear: agreed on, or never disputed."""
    found = ((term.word, _clear(term)) for term in state.terms.values())
    return tuple(Word(word, meaning) for word, meaning in found if meaning is not None)


def term_id(word: str) -> TermId:
    """Return what a word is looked up by."""
    return one_line(word).casefold()


def _clear(term: Term) -> str | None:
    if term.agreed is not None:
        return term.meanings[term.agreed].text
    (only, *others) = term.meanings.values()
    return None if others else only.text


# --- commands ---------------------------------------------------------------------------------


class Put(Struct, frozen=True, tag="glossary.put"):
    """Say what I mean by a word, or say it better."""

    word: str
    meaning: str


class Same(Struct, frozen=True, tag="glossary.agree"):
    """Say that I mean by a word what `of` wrote, or no longer. One meaning at a time."""

    word: str
    of: MemberId
    same: bool = True


class Settle(Struct, frozen=True, tag="glossary.settle"):
    """Mark the meaning that the group agreed on (chair); nothing takes the mark off."""

    word: str
    of: MemberId | None


class Drop(Struct, frozen=True, tag="glossary.drop"):
    """Take a meaning off the list (whoever wrote it, or the chair)."""

    word: str
    of: MemberId


Command = Put | Same | Settle | Drop

# --- events -----------------------------------------------------------------------------------


class WordPut(Struct, frozen=True, tag="glossary.word_put"):
    """A member said what they mean by a word. Who meant the same as their words before must say so
    again.
    """

    word: str
    by: MemberId
    meaning: str
    at: int


class MeantSame(Struct, frozen=True, tag="glossary.meant_same"):
    """A member means what another wrote, or no longer does."""

    word: str
    of: MemberId
    by: MemberId
    same: bool


class WordSettled(Struct, frozen=True, tag="glossary.word_settled"):
    """The group agreed on a meaning, or no longer does."""

    word: str
    of: MemberId | None
    at: int


class WordDropped(Struct, frozen=True, tag="glossary.word_dropped"):
    """A meaning was taken off the list; with its last one, the word."""

    word: str
    of: MemberId
    by: MemberId


Event = WordPut | MeantSame | WordSettled | WordDropped

# --- decide and evolve ------------------------------------------------------------------------


def decide(state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    if scene.by.role == "observer":
        raise Refusal(Code.WATCHING_ONLY)
    match command:
        case Put():
            return _put(state, command, scene)
        case Same():
            return _same(state, command, scene)
        case Settle():
            return _settle(state, command, scene)
        case Drop():
            return _drop(state, command, scene)


def _put(state: State, command: Put, scene: Scene) -> tuple[Event, ...]:
    word = required(command.word, TERM_LENGTH, Code.TERM_EMPTY, Code.TERM_TOO_LONG)
    meaning = required(command.meaning, NOTE_LENGTH, Code.TEXT_EMPTY, Code.TEXT_TOO_LONG)
    term = state.terms.get(term_id(word))
    before = term.meanings.get(scene.by.id) if term else None
    if before is not None and before.text == meaning:
        return ()
    count = sum(len(each.meanings) for each in state.terms.values())
    if before is None and count >= MOST_MEANINGS:
        raise Refusal(Code.WORDS_FULL, most=MOST_MEANINGS)
    return (WordPut(term.word if term else word, scene.by.id, meaning, scene.at),)


def _same(state: State, command: Same, scene: Scene) -> tuple[Event, ...]:
    term, meaning = _found(state, command.word, command.of)
    if command.of == scene.by.id or (scene.by.id in meaning.same) == command.same:
        return ()
    return (MeantSame(term.word, command.of, scene.by.id, command.same),)


def _settle(state: State, command: Settle, scene: Scene) -> tuple[Event, ...]:
    if scene.by.role != "chair":
        raise Refusal(Code.CHAIR_ONLY)
    term = state.terms.get(term_id(command.word))
    if term is None or (command.of is not None and command.of not in term.meanings):
        raise Refusal(Code.NO_SUCH_TERM)
    return () if term.agreed == command.of else (WordSettled(term.word, command.of, scene.at),)


def _drop(state: State, command: Drop, scene: Scene) -> tuple[Event, ...]:
    term, _ = _found(state, command.word, command.of)
    if scene.by.id != command.of and scene.by.role != "chair":
        raise Refusal(Code.NOT_YOUR_WORDS)
    return (WordDropped(term.word, command.of, scene.by.id),)


def _found(state: State, word: str, of: MemberId) -> tuple[Term, Meaning]:
    term = state.terms.get(term_id(word))
    if term is None or of not in term.meanings:
        raise Refusal(Code.NO_SUCH_TERM)
    return term, term.meanings[of]


def evolve(state: State, event: Event) -> State:
    """Return the list after `event`."""
    key = term_id(event.word)
    term = state.terms.get(key, Term(event.word, {}))
    match event:
        case WordPut():
            meaning = Meaning(event.meaning, event.at)
            agreed = None if term.agreed == event.by else term.agreed
            changed = Term(term.word, {**term.meanings, event.by: meaning}, agreed)
        case MeantSame():
            meanings = {of: _without(each, event.by) for of, each in term.meanings.items()}
            if event.same:
                before = meanings[event.of]
                meanings[event.of] = replace(before, same=(*before.same, event.by))
            changed = replace(term, meanings=meanings)
        case WordSettled():
            changed = replace(term, agreed=event.of)
        case WordDropped():
            meanings = {of: each for of, each in term.meanings.items() if of != event.of}
            agreed = None if term.agreed == event.of else term.agreed
            changed = Term(term.word, meanings, agreed)
    if changed.meanings:
        return State({**state.terms, key: changed})
    return State({other: each for other, each in state.terms.items() if other != key})


def _without(meaning: Meaning, member: MemberId) -> Meaning:
    if member not in meaning.same:
        return meaning
    return replace(meaning, same=tuple(other for other in meaning.same if other != member))


# --- what each audience sees ------------------------------------------------------------------


class Meant(Struct, frozen=True):
    """A meaning, by its author; one that comes from the meeting before has none."""

    by: MemberId
    text: str
    at: int
    same: tuple[MemberId, ...]


class TermRecord(Struct, frozen=True, tag="term"):
    """Everyone: a word and its meanings, and whose the group agreed on."""

    word: str
    meanings: tuple[Meant, ...]
    agreed: MemberId | None


Record = TermRecord


def everyone(state: State) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    yield "glossary", rows("term", state.terms, _term)


def _term(_: TermId, term: Term) -> TermRecord:
    meanings = (Meant(by, m.text, m.at, m.same) for by, m in term.meanings.items())
    return TermRecord(term.word, tuple(meanings), term.agreed)


# --- what the minutes say ---------------------------------------------------------------------


def minutes(state: State) -> tuple[Term, ...]:
    """Return the words in the order of the alphabet."""
    return tuple(sorted(state.terms.values(), key=lambda term: term_id(term.word)))
