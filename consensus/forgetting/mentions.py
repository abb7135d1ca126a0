"""What others wrote that may name somebody: a person looks at it, and blanks it or lets it be."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import fields, replace

from consensus import events as e
from consensus.disclosure.naming import Names
from consensus.forgetting.erasure import Entry, erased
from consensus.forgetting.whose import HOLDS, WITHIN
from consensus.people import MemberId
from consensus.state import Meeting

# What becomes of the text at a path.
_Put = Callable[[str, str], str]

_WORDS: Mapping[type, Collection[str]] = {
    **{kind: {*holds.texts, *holds.names, *holds.quotes} for kind, holds in HOLDS.items()},
    **WITHIN,
}


class Mention(Struct, frozen=True):
    """Words that stand and may name somebody: in a field of the event at a position.

    A `field` that lies deeper has the way to it, as in "promise/terms/what".
    """

    position: int
    field: str
    text: str


def mentions(log: Iterable[Entry], meeting: Meeting, member: MemberId) -> Iterator[Mention]:
    """Yield what would still stand when somebody is erased, and may name them."""
    entries = tuple(log)
    found = erased(entries, meeting, member)
    names = Names((member, name) for name in found.names)
    for position, _, event in entries:
        for field, text in _texts(found.events.get(position, event)):
            if names.inside(text):
                yield Mention(position, field, text)


def blanked(event: e.Event, found: Iterable[str]) -> e.Event:
    """Return an event without the words in some of its fields; raises ValueError for others."""
    wanted = set(found)
    if not wanted <= {field for field, _ in _texts(event)}:
        raise ValueError("these are not words that may be blanked")
    after: e.Event = _walked(event, "", lambda path, text: "" if path in wanted else text)
    return after


def _texts(event: e.Event) -> list[tuple[str, str]]:
    """Return every text of an event that may name somebody, with the way to it."""
    found: list[tuple[str, str]] = []

    def seen(path: str, text: str) -> str:
        found.append((path, text))
        return text

    _walked(event, "", seen)
    return found


def _walked(value: Any, path: str, put: _Put, *, words: bool = False) -> Any:
    """Return a value with each text of it that is `words` as it is put there."""
    match value:
        case str():
            return put(path, value) if words else value
        case Struct():
            held = _WORDS.get(type(value), ())
            after = {
                field.name: _walked(
                    getattr(value, field.name),
                    _way(path, field.name),
                    put,
                    words=field.name in held,
                )
                for field in fields(value)
            }
            changed = {name: each for name, each in after.items() if each != getattr(value, name)}
            return replace(value, **changed) if changed else value
        case dict():
            return {
                key: _walked(each, _way(path, key), put, words=words) for key, each in value.items()
            }
        case tuple():
            return tuple(
                _walked(each, _way(path, at), put, words=words) for at, each in enumerate(value)
            )
        case _:
            return value


def _way(path: str, step: object) -> str:
    return f"{path}/{step}" if path else str(step)
