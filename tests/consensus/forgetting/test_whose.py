"""Every event says whose its words are: none is forgotten when somebody’s have to go."""

from typing import Any, get_args

import pytest
from msgspec.structs import fields

from consensus.events import Event
from consensus.forgetting.whose import HOLDS, WORDLESS


def kinds(union: Any) -> set[type]:
    found = get_args(union)
    return set().union(*map(kinds, found)) if found else {union}


def test_every_kind_of_event_is_looked_at() -> None:
    assert HOLDS.keys() | WORDLESS == kinds(Event)
    assert HOLDS.keys().isdisjoint(WORDLESS)


@pytest.mark.parametrize("kind", HOLDS, ids=lambda kind: kind.__struct_config__.tag)
def test_what_is_said_of_an_event_fits_its_fields(kind: type) -> None:
    holds = HOLDS[kind]
    there = {field.name for field in fields(kind)}

    named = {*holds.own, *holds.names, *holds.quotes, *holds.texts, *filter(None, [holds.author])}
    assert named <= there


def test_an_event_without_words_has_no_field_for_them() -> None:
    """A new field called like words somewhere else has to be looked at."""
    words = {field for holds in HOLDS.values() for field in (*holds.own, *holds.texts)}
    for kind in WORDLESS:
        tag = kind.__struct_config__.tag  # type: ignore[attr-defined]  # every event is a struct
        # A note has its id under this name, wherever it does not have its words.
        assert words.isdisjoint({field.name for field in fields(kind)} - {"note"}), tag
