"""Renaming: one member stands wherever another one stood."""

from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from consensus.people import MemberId

T = TypeVar("T")


def renamed(value: T, old: MemberId, new: MemberId) -> T:
    """Return a value in which one member stands wherever another one stood.

    Member ids are drawn by the server and stand for nothing else, so wherever one is found, in
    whatever piece of state, it is that member. Where both have something, the one who stays keeps
    theirs. What holds no trace of the other is the very same value.
    """
    return cast(T, _renamed(value, old, new))


def _renamed(value: object, old: MemberId, new: MemberId) -> object:
    match value:
        case str():
            return new if value == old else value
        case dict():
            return _in_dict(value, old, new)
        case tuple():
            found = [_renamed(each, old, new) for each in value]
            if old in value and new in value:
                found = list(dict.fromkeys(found))
            same = len(found) == len(value) and all(
                a is b for a, b in zip(found, value, strict=True)
            )
            return value if same else tuple(found)
        case frozenset():
            return (
                frozenset(new if each == old else each for each in value) if old in value else value
            )
        case Struct():
            before = {name: getattr(value, name) for name in value.__struct_fields__}
            after = {name: _renamed(each, old, new) for name, each in before.items()}
            changed = {name: each for name, each in after.items() if each is not before[name]}
            return replace(value, **changed) if changed else value
        case _:
            return value


def _in_dict(before: dict[object, object], old: MemberId, new: MemberId) -> dict[object, object]:
    after = {
        (new if key == old else key): _renamed(value, old, new)
        for key, value in before.items()
        if key != old or new not in before
    }
    same = len(after) == len(before) and all(
        key in before and before[key] is value for key, value in after.items()
    )
    return before if same else after
