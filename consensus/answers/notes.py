"""Notes and the lanes they are written in: what a lane asks of a note, and what a note then holds.

What a lane may say in a template, all of it but `id` and `title` left out where it does not apply:

    {id = "worries", title = "Worries", about_one = true, tone = "worry", hint = "One each."}

`tone` is one of those of `Tone`; `shown` is "name", "agency" or "nobody".
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.dates import is_day
from consensus.items import ItemId
from consensus.people import Member, MemberId, agency_key
from consensus.refusal import Code, Refusal
from consensus.text import (
    NAME_LENGTH,
    NOTE_LENGTH,
    STATEMENT_LENGTH,
    TITLE_LENGTH,
    optional,
    required,
)

NoteId = str

# What a lane holds. It decides the icon, the edge and where the lane stands on an option's card.
Tone = Literal[
    "", "strength", "worry", "unknown", "change", "offer", "child", "family", "option", "unheard"
]

# Whom a note is shown to be from, once it is open to all.
Shown = Literal["name", "agency", "nobody"]


class Lane(Struct, frozen=True, forbid_unknown_fields=True):
    """One list to add to: its id, its title, and what a note in it needs.

    A note `joins_two` items ("alike"), or is `about_one` (a worry about one option), or about none
    in particular. `sourced` notes say where they come from, and when. `once_per_agency` asks for
    one note of each agency about each item, and takes "nothing from us" for an answer.
    `may_be_empty` lets the group say that it considered the lane and found nothing for it.
    """

    id: str
    title: str
    joins_two: bool = False
    about_one: bool = False
    tone: Tone = ""
    sourced: bool = False
    once_per_agency: bool = False
    shown: Shown = "name"
    hint: str = ""
    may_be_empty: bool = False

    @property
    def signed(self) -> bool:
        """Whether the room keeps who wrote a note here."""
        return self.shown != "nobody"


class Note(Struct, frozen=True):
    """What one member wrote in one lane, and the items it is about.

    `agency` was the author's when they wrote it; `for_agency` is the one they speak for where that
    is another. `author` and `agency` are empty where nobody is to know. `source` and `when` (a day,
    as 2026-05-12) say where the words come from. `nothing` is the answer "nothing from us". A note
    that was put together with another is listed under that one: `into`.
    """

    lane: str
    author: MemberId
    text: str
    items: tuple[ItemId, ...]
    agency: str = ""
    for_agency: str = ""
    source: str = ""
    when: str = ""
    nothing: bool = False
    into: NoteId = ""

    @property
    def speaks_for(self) -> str:
        """The agency whose view this is."""
        return self.for_agency or self.agency


class Words(Struct, frozen=True):
    """What a person typed of a note, as a lane takes it."""

    text: str
    source: str
    when: str
    nothing: bool


def taken(lane: Lane, text: str, source: str, when: str, nothing: bool) -> Words:
    """Return the words of a note cleaned, or refuse what the lane does not take."""
    # An option will be a card among others, and a card can show only so much.
    most = STATEMENT_LENGTH if lane.tone == "option" else NOTE_LENGTH
    nothing = nothing and lane.once_per_agency
    words = optional(text, most) if nothing else _required(text, most, Code.TEXT_EMPTY)
    if not lane.sourced:
        return Words(words, "", "", nothing)
    source = _required(source, TITLE_LENGTH, Code.SOURCE_NEEDED)
    if not is_day(when):
        raise Refusal(Code.DAY_NEEDED)
    return Words(words, source, when, nothing)


def _required(text: str, most: int, empty: Code) -> str:
    return required(text, most, empty, Code.TEXT_TOO_LONG)


def about(lane: Lane, known: tuple[ItemId, ...], given: tuple[ItemId, ...]) -> tuple[ItemId, ...]:
    """Return the items that a note is about, each once, or refuse what the lane does not take."""
    items = tuple(dict.fromkeys(given))
    if not set(items) <= set(known):
        raise Refusal(Code.NO_SUCH_ITEM)
    if lane.joins_two and len(items) != 2:
        raise Refusal(Code.TWO_ITEMS_NEEDED)
    if lane.about_one and len(items) != 1:
        raise Refusal(Code.ONE_ITEM_NEEDED)
    return items


def words_of(note: Note) -> Words:
    """Return the words that a note has now."""
    return Words(note.text, note.source, note.when, note.nothing)


def new(lane: Lane, by: Member, for_agency: str, items: tuple[ItemId, ...], words: Words) -> Note:
    """Return a note by a member, unsigned where nobody is to know whose it is."""
    spoken_for = optional(for_agency, NAME_LENGTH)
    note = Note(lane.id, "", words.text, items)
    if lane.signed:
        note = replace(note, author=by.id, agency=by.agency, for_agency=spoken_for)
    return replace(note, source=words.source, when=words.when, nothing=words.nothing)


def has_answered(notes: Iterable[Note], note: Note) -> bool:
    """Say whether the agency of a note has one in its place already."""
    agency = agency_key(note.speaks_for)
    beside = (other for other in notes if may_merge(note, other))
    return any(agency_key(other.speaks_for) == agency for other in beside)


def may_merge(note: Note, into: Note) -> bool:
    """Say whether a note may be listed under another: of one lane, about the same, on its own."""
    return (note.lane, note.items) == (into.lane, into.items) and not into.into


def shown(lane: Lane, note: Note) -> Note:
    """Return a note as others may see it: by name, by agency alone, or by nobody."""
    if lane.shown == "name" or not note.author:
        return note
    return replace(note, author="")


def without(notes: Mapping[NoteId, Note], gone: NoteId) -> dict[NoteId, Note]:
    """Return the notes without one; those that were listed under it stand alone again."""
    return {
        name: replace(note, into="") if note.into == gone else note
        for name, note in notes.items()
        if name != gone
    }


def merged(notes: Mapping[NoteId, Note], moved: NoteId, into: NoteId) -> dict[NoteId, Note]:
    """Return the notes with one, and those listed under it, listed under another.

    Under nothing, that one stands alone again, and so do those under it.
    """
    return {
        name: replace(note, into=into) if moved in (name, note.into) else note
        for name, note in notes.items()
    }
