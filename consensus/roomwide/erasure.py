"""erasure: who asked for their own words to be removed, what was answered, and who is gone."""

from collections.abc import Container, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.parts import Part, rows
from consensus.people import MemberId, Scene
from consensus.refusal import Code, Refusal
from consensus.text import NOTE_LENGTH, required

# Why somebody's words are gone: they wished it, or the chair or the host decided it.
Ground = Literal["own_wish", "chair", "host"]

# --- state ------------------------------------------------------------------------------------


class Wish(Struct, frozen=True):
    """When (ms) somebody asked, and why their words stay, where that was the answer."""

    at: int
    because: str = ""


class State(Struct, frozen=True):
    """The wishes, and since when (ms) whose words are gone."""

    wishes: dict[MemberId, Wish] = {}
    gone: dict[MemberId, int] = {}


# --- commands ---------------------------------------------------------------------------------


class AskToErase(Struct, frozen=True, tag="erasure.ask"):
    """Ask for my own words and my name to be removed, once the meeting is over."""


class DeclineToErase(Struct, frozen=True, tag="erasure.decline"):
    """Say why somebody's words have to stay (chair), in a room about real people."""

    member: MemberId
    because: str


Command = AskToErase | DeclineToErase


class Erase(Struct, frozen=True, tag="erasure.erase"):
    """Remove a member's name and own words, which the server then takes from the log itself."""

    member: MemberId
    ground: Ground


# --- events -----------------------------------------------------------------------------------


class ErasureAsked(Struct, frozen=True, tag="erasure.asked"):
    """Somebody asked for their own words and their name to be removed."""

    member: MemberId
    at: int


class ErasureDeclined(Struct, frozen=True, tag="erasure.declined"):
    """The chair said why they have to stay."""

    member: MemberId
    because: str
    by: MemberId
    at: int


class PersonErased(Struct, frozen=True, tag="erasure.person_erased"):
    """Somebody's name and own words were removed, from everything that had happened until then."""

    member: MemberId
    at: int
    ground: Ground


Event = ErasureAsked | ErasureDeclined | PersonErased

# --- decide and evolve ------------------------------------------------------------------------


def decide(state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    if scene.closed is None:
        raise Refusal(Code.NOT_OVER_YET)
    match command:
        case AskToErase():
            return _ask(state, scene)
        case DeclineToErase():
            return _decline(state, command, scene)


def _ask(state: State, scene: Scene) -> tuple[Event, ...]:
    wish = state.wishes.get(scene.by.id)
    waits = wish is not None and not wish.because
    if waits or scene.by.id in state.gone:
        return ()
    return (ErasureAsked(scene.by.id, scene.at),)


def _decline(state: State, command: DeclineToErase, scene: Scene) -> tuple[Event, ...]:
    if scene.by.role != "chair":
        raise Refusal(Code.CHAIR_ONLY)
    because = required(command.because, NOTE_LENGTH, Code.ERASURE_WHY, Code.TEXT_TOO_LONG)
    wish = state.wishes.get(command.member)
    if wish is None:
        raise Refusal(Code.NOT_ASKED_TO_ERASE)
    if wish.because:
        return ()
    return (ErasureDeclined(command.member, because, scene.by.id, scene.at),)


def erase(
    state: State, command: Erase, known: Container[MemberId], closed: int | None, at: int
) -> tuple[Event, ...]:
    """Return that somebody is erased at a time (ms); nothing where they are already.

    `known` are all who were there, also those who were taken out of the room.
    """
    if closed is None:
        raise Refusal(Code.NOT_OVER_YET)
    if command.member not in known:
        raise Refusal(Code.NO_SUCH_MEMBER)
    if command.member in state.gone:
        return ()
    return (PersonErased(command.member, at, command.ground),)


def evolve(state: State, event: Event) -> State:
    """Return the wishes after `event`."""
    match event:
        case ErasureAsked(member, at):
            return replace(state, wishes={**state.wishes, member: Wish(at)})
        case ErasureDeclined(member, because):
            answered = replace(state.wishes[member], because=because)
            return replace(state, wishes={**state.wishes, member: answered})
        case PersonErased(member, at):
            wishes = {who: wish for who, wish in state.wishes.items() if who != member}
            return State(wishes, {**state.gone, member: at})


# --- what each audience sees ------------------------------------------------------------------


class GoneRecord(Struct, frozen=True, tag="gone"):
    """Everyone: a member whose name and words were removed, and since when (ms)."""

    member: MemberId
    at: int


class WishRecord(Struct, frozen=True, tag="wish"):
    """Chairs, and whoever wished it: somebody asked for their words to be removed at a time (ms).

    `because` is why they stay, where that was the answer.
    """

    member: MemberId
    at: int
    because: str


def everyone(state: State) -> Iterator[tuple[str, Part[GoneRecord]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    yield "gone", rows("gone", state.gone, GoneRecord)


def chairs(state: State) -> Iterator[tuple[str, Part[WishRecord]]]:
    """Yield the parts that chairs see beside it."""
    yield "wish", rows("wish", state.wishes, _wish)


def mine(state: State, member: MemberId) -> Iterator[tuple[str, WishRecord]]:
    """Yield the records of one member alone."""
    if member in state.wishes:
        yield f"wish/{member}", _wish(member, state.wishes[member])


def _wish(member: MemberId, wish: Wish) -> WishRecord:
    return WishRecord(member, wish.at, wish.because)


def concerns(event: Event) -> frozenset[MemberId]:
    """Return those whose own records an event may change."""
    return frozenset((event.member,))


# --- what the minutes say ---------------------------------------------------------------------


def minutes(state: State) -> State:
    """Return who asked, and whose words are gone."""
    return state
