"""Every string that an event may hold is known for what it is, and whose words are whose."""

from typing import Any, Literal, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

from consensus import events as e
from consensus.forgetting.whose import HOLDS, Holds
from consensus.roomwide import disclosures, glossary
from tests.consensus.wordings import SORTS, Sort


def with_strings() -> dict[type[Struct], set[str]]:
    """Return every struct that an event may hold, with its fields that hold strings."""
    found: dict[type[Struct], set[str]] = {}

    def holds_strings(of: Any) -> bool:
        if isinstance(of, type) and issubclass(of, Struct):
            look_at(of)
            return False
        if get_origin(of) is Literal:
            return False
        parts = [holds_strings(part) for part in get_args(of)]
        return of is str or any(parts)

    def look_at(of: type[Struct]) -> None:
        if of not in found:
            found[of] = set()
            found[of] |= {field.name for field in fields(of) if holds_strings(field.type)}

    for event in get_args(e.Event):
        look_at(event)
    return {of: names for of, names in found.items() if names}


def test_every_field_of_every_event_is_known_for_what_it_is() -> None:
    """Whoever adds a field says in tests/consensus/wordings.py whether it holds people's words."""
    named = {of: set(sorts) for of, sorts in SORTS.items()}

    assert named == with_strings()


# The focus is initials or a reference, never a name. A word of the glossary is the group's, and no
# meaning. A disclosure's reference names nobody, and its sentences are in place of what did.
NOBODYS: dict[type[Struct], set[str]] = {
    e.MeetingPrepared: {"focus"},
    e.MeetingAmended: {"focus"},
    glossary.WordPut: {"word"},
    glossary.MeantSame: {"word"},
    glossary.WordSettled: {"word"},
    glossary.WordDropped: {"word"},
    disclosures.Disclosed: {"reference"},
}


def test_of_all_words_in_events_it_is_said_whose_they_are() -> None:
    """Erasing a person must not pass by a field in which they are named, or which they filled."""
    missed: dict[type[Struct], set[str]] = {}
    for event in get_args(e.Event):
        said = HOLDS.get(event, Holds())
        known = {*said.own, *said.names, *said.quotes, *said.texts}
        wordy = {name for name, sort in SORTS.get(event, {}).items() if holds_words(sort)}
        if left := wordy - known:
            missed[event] = left

    assert missed == NOBODYS


def holds_words(sort: Sort | tuple[Sort, Sort]) -> bool:
    sorts = sort if isinstance(sort, tuple) else (sort,)
    return any(each in {"words", "person", "reach"} for each in sorts)
