"""Odd commands: every field of every kind of command, filled with what no screen would send."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any, get_args

import msgspec
from msgspec import Struct, inspect

from consensus.commands import PersonCommand

COMMANDS: tuple[type[Struct], ...] = get_args(PersonCommand)

# What has broken forms before: nothing, too much, hidden, reversed, foreign, or not text at all.
WORDS = (
    "",
    " ",
    "x",
    "a1",
    "x" * 5_000,
    "\u202etxet",
    "\u200b",
    "\u0000",
    "line\nline",
    "👩‍👩‍👧",
    "../../x",
    "<b>&amp;",
    "-",
    "2026-02-30",
    "2026-12-24",
    "kim",
)
NUMBERS = (-(10**9), -1, 0, 0, 0, 1, 1, 2, 5, 11, 10**9)


# The names that a meeting knows, by the field of a command that would hold one.
Known = Mapping[str, Sequence[str]]


def odd_command(random: Random, kind: type[Struct], known: Known) -> Struct:
    """Return a command that the wire would let through; most names in it are known ones."""
    return msgspec.convert(_value(random, inspect.type_info(kind), known, ""), kind)


def _value(random: Random, kind: inspect.Type, known: Known, name: str) -> Any:
    match kind:
        case inspect.StructType():
            fields = {
                field.encode_name: _value(random, field.type, known, field.encode_name)
                for field in kind.fields
                if field.required or random.random() < 0.7
            }
            return fields | ({kind.tag_field: kind.tag} if kind.tag_field else {})
        case inspect.StrType():
            named = known.get(name, ())
            return random.choice(named if named and random.random() < 0.85 else WORDS)
        case inspect.BoolType():
            return random.random() < 0.5
        case inspect.IntType():
            return random.choice(NUMBERS)
        case inspect.FloatType():
            return float(random.choice(NUMBERS))
        case inspect.NoneType():
            return None
        case inspect.LiteralType():
            return random.choice(kind.values)
        case inspect.UnionType():
            return _value(random, random.choice(kind.types), known, name)
        case inspect.VarTupleType() | inspect.ListType() | inspect.SetType():
            many = random.choice((0, 1, 2, 3, 40))
            return [_value(random, kind.item_type, known, name) for _ in range(many)]
        case inspect.DictType():
            many = random.choice((0, 1, 3))
            keys = [_value(random, kind.key_type, known, name) for _ in range(many)]
            return {key: _value(random, kind.value_type, known, name) for key in keys}
        case inspect.AnyType():
            return None
        case _:
            raise NotImplementedError(kind)
