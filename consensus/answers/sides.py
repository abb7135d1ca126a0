"""Sides: who stands where in a disagreement, in which words, and who confirms them."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.people import Member, MemberId, Scene, known_as
from consensus.refusal import Code, Refusal
from consensus.text import NOTE_LENGTH, optional, required

DisagreementId = str
SideId = Literal["one", "two"]

# --- state ------------------------------------------------------------------------------------


class Voice(Struct, frozen=True):
    """Somebody on a side, named as they were then, with what they said in their own words."""

    name: str
    agency: str
    note: str = ""
    harm: str = ""
    evidence: str = ""
    would_settle: str = ""


class Side(Struct, frozen=True):
    """A side's position in words, the people on it, and those who `confirmed` these very words.

    `before` are its words until then, as far as anybody had confirmed them.
    """

    words: str = ""
    people: dict[MemberId, Voice] = {}
    confirmed: tuple[MemberId, ...] = ()
    before: tuple[str, ...] = ()


Sides = dict[SideId, Side]


def side_of(sides: Sides, member: MemberId) -> SideId | None:
    """Return the side that somebody is on, if they are on one."""
    return next((name for name, side in sides.items() if member in side.people), None)


# --- commands ---------------------------------------------------------------------------------


class JoinSide(Struct, frozen=True, tag="disagreement.join"):
    """Go to a side, perhaps with words of my own; or to none."""

    disagreement: DisagreementId
    side: SideId | None
    note: str = ""
    harm: str = ""
    evidence: str = ""
    would_settle: str = ""


class Word(Struct, frozen=True, tag="disagreement.word"):
    """Word a side's position (somebody on it, or the chair); who confirmed reads it again."""

    disagreement: DisagreementId
    side: SideId
    words: str


class Confirm(Struct, frozen=True, tag="disagreement.confirm"):
    """Confirm that these words, as I have read them, say what my side means."""

    disagreement: DisagreementId
    side: SideId
    words: str


Command = JoinSide | Word | Confirm

# --- events -----------------------------------------------------------------------------------


class SideJoined(Struct, frozen=True, tag="disagreement.joined"):
    """A member is on a side, or on none, instead of an earlier seat of the same person perhaps."""

    disagreement: DisagreementId
    member: MemberId
    side: SideId | None
    voice: Voice
    instead_of: MemberId | None = None


class Worded(Struct, frozen=True, tag="disagreement.worded"):
    """A side's position has these words now."""

    disagreement: DisagreementId
    side: SideId
    words: str
    by: MemberId


class Confirmed(Struct, frozen=True, tag="disagreement.confirmed"):
    """A member confirmed the words of their side."""

    disagreement: DisagreementId
    side: SideId
    member: MemberId


Event = SideJoined | Worded | Confirmed

# --- decide and evolve ------------------------------------------------------------------------


def decide(sides: Sides, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    match command:
        case JoinSide():
            return _join(sides, command, scene)
        case Word():
            return _word(sides, command, scene)
        case Confirm():
            return _confirm(sides, command, scene.by.id)


def _join(sides: Sides, command: JoinSide, scene: Scene) -> tuple[Event, ...]:
    by = scene.by
    words = (command.note, command.harm, command.evidence, command.would_settle)
    voice = Voice(by.name, by.agency, *map(optional, words))
    before = side_of(sides, by.id)
    if command.side is None:
        return (SideJoined(command.disagreement, by.id, None, voice),) if before else ()
    if sides[command.side].people.get(by.id) == voice:
        return ()
    seat = _earlier_seat(sides, by, scene)
    return (SideJoined(command.disagreement, by.id, command.side, voice, seat),)


def _earlier_seat(sides: Sides, by: Member, scene: Scene) -> MemberId | None:
    """Return under which id the same person stood in a room before this one, if they did."""
    for side in sides.values():
        for member, voice in side.people.items():
            same = known_as(voice.name, voice.agency) == known_as(by.name, by.agency)
            if same and member not in scene.members:
                return member
    return None


def _word(sides: Sides, command: Word, scene: Scene) -> tuple[Event, ...]:
    if scene.by.role != "chair" and side_of(sides, scene.by.id) != command.side:
        raise Refusal(Code.NOT_YOUR_SIDE)
    words = required(command.words, NOTE_LENGTH, Code.TEXT_EMPTY, Code.TEXT_TOO_LONG)
    if words == sides[command.side].words:
        return ()
    return (Worded(command.disagreement, command.side, words, scene.by.id),)


def _confirm(sides: Sides, command: Confirm, by: MemberId) -> tuple[Event, ...]:
    if side_of(sides, by) != command.side:
        raise Refusal(Code.NOT_YOUR_SIDE)
    side = sides[command.side]
    same_words(side.words, command.words)
    already = by in side.confirmed
    return () if already else (Confirmed(command.disagreement, command.side, by),)


def same_words(words: str, read: str) -> None:
    """Refuse to confirm words that are not there, or not those that were read."""
    if not words:
        raise Refusal(Code.NOTHING_TO_CONFIRM)
    if words != read:
        raise Refusal(Code.WORDS_CHANGED)


def evolve(sides: Sides, event: Event) -> Sides:
    """Return the sides after `event`."""
    match event:
        case SideJoined():
            return _on_side(sides, event)
        case Worded():
            side = sides[event.side]
            # Words that nobody stood by yet are still being written.
            before = (*side.before, side.words) if side.confirmed else side.before
            worded = replace(side, words=event.words, confirmed=(), before=before)
            return {**sides, event.side: worded}
        case Confirmed():
            side = sides[event.side]
            confirmed = (*side.confirmed, event.member)
            return {**sides, event.side: replace(side, confirmed=confirmed)}


def _on_side(sides: Sides, event: SideJoined) -> Sides:
    gone = {event.member, event.instead_of}
    for name, side in sides.items():
        people = {m: voice for m, voice in side.people.items() if m not in gone}
        confirmed = tuple(m for m in side.confirmed if m not in gone)
        if name == event.side:
            people[event.member] = event.voice
            # Words of one's own do not change the words of the side.
            stays = event.member in side.people and event.member in side.confirmed
            confirmed = (*confirmed, event.member) if stays else confirmed
        if (people, confirmed) != (side.people, side.confirmed):
            sides = {**sides, name: replace(side, people=people, confirmed=confirmed)}
    return sides
