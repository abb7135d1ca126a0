"""Writes `client/src/wire.ts` from the message types: `python -m server.typescript`.

The file is committed and a test fails when it is stale, so that nobody needs Node to keep it right.
"""

import enum
from collections import Counter
from collections.abc import Container, Iterable
from pathlib import Path
from typing import Any

from msgspec import inspect

from consensus import commands, views
from consensus.refusal import Code
from server import wire
from server.hall import wire as hall_wire
from server.record import archives, records, replays

TARGET = Path(__file__).parents[1] / "client" / "src" / "wire.ts"

# Unions that the client calls by name; those inside others come first.
_UNIONS: dict[str, Any] = {
    "Command": commands.PersonCommand,
    "EveryoneRecord": views.EveryoneRecord,
    "ChairsRecord": views.ChairsRecord,
    "MineRecord": views.MineRecord,
    "ClientMessage": wire.ClientMessage,
    "ServerMessage": wire.ServerMessage,
    "FloorRecord": hall_wire.FloorRecord,
}

# What the client is given otherwise than over the line.
_DATA: tuple[type, ...] = (
    records.RecordPage,
    archives.Archive,
    archives.Search,
    replays.Replay,
    replays.Frame,
    hall_wire.FloorChanges,
)

_HEADER = """\
// The messages between browser and server, as TypeScript sees them.
// Written by `python -m server.typescript` from server/wire.py: change them there.
"""


def render() -> str:
    """Return the whole of wire.ts."""
    found = Counter(struct.__name__ for struct in _written(None).structs)
    writer = _written({name for name, count in found.items() if count > 1})
    constants = [
        f"export const PROTOCOL = {wire.PROTOCOL};",
        f"export const MOST_BYTES = {wire.MOST_BYTES};",
        _constants("CloseCode", wire.CloseCode),
        f"export type RefusalCode =\n{_lines(sorted(Code))};",
    ]
    return "\n".join([_HEADER, *constants, "", *writer.blocks.values(), *writer.aliases, ""])


def _written(several: Container[str] | None) -> "_Writer":
    writer = _Writer(several)
    for name, union in _UNIONS.items():
        writer.alias(name, inspect.type_info(union))
    for struct in _DATA:
        writer.of(inspect.type_info(struct))
    return writer


def _constants(name: str, values: type[enum.IntEnum]) -> str:
    body = "".join(f"  {value.name}: {value.value},\n" for value in values)
    return f"export const {name} = {{\n{body}}} as const;"


def _lines(words: list[Any]) -> str:
    return "\n".join(f'  | "{word}"' for word in words)


class _Writer:
    """Collects one interface for each struct that is reached, once.

    `several`: names that more than one struct has; nothing stands for all names.
    """

    def __init__(self, several: Container[str] | None) -> None:
        self._several = several
        self.blocks: dict[str, str] = {}
        self.aliases: list[str] = []
        self._names: dict[type, str] = {}
        self._unions: dict[str, str] = {}

    @property
    def structs(self) -> Iterable[type]:
        """Every struct that was reached."""
        return self._names

    def alias(self, name: str, info: inspect.Type) -> None:
        text = self.of(info)
        self.aliases.append(f"export type {name} = {text};")
        self._unions[text] = name

    def of(self, info: inspect.Type) -> str:
        match info:
            case inspect.StrType():
                return "string"
            case inspect.IntType() | inspect.FloatType():
                return "number"
            case inspect.BoolType():
                return "boolean"
            case inspect.NoneType():
                return "null"
            case inspect.LiteralType(values=values):
                return " | ".join(f'"{value}"' for value in values)
            case inspect.EnumType(cls=values):
                if values is Code:
                    return "RefusalCode"
                return " | ".join(f'"{each.value}"' for each in values)
            case inspect.DictType(key_type=key, value_type=value):
                return f"Readonly<Record<{self.of(key)}, {self.of(value)}>>"
            case inspect.VarTupleType(item_type=item):
                return f"readonly {self._wrapped(item)}[]"
            case inspect.TupleType(item_types=items):
                return f"readonly [{', '.join(self.of(item) for item in items)}]"
            case inspect.UnionType(types=types):
                text = " | ".join(self.of(each) for each in types)
                return self._unions.get(text, text)
            case inspect.StructType():
                return self._struct(info)
            case _:
                raise TypeError(f"{info} has no TypeScript yet")

    def _wrapped(self, item: inspect.Type) -> str:
        text = self.of(item)
        return f"({text})" if " " in text else text

    def _struct(self, info: inspect.StructType) -> str:
        if info.cls in self._names:
            return self._names[info.cls]
        name = self._name(info.cls)
        self._names[info.cls] = name
        doc = (info.cls.__doc__ or "").split("\n\n")[0].replace("\n   ", "")
        lines = [f"/** {doc.strip()} */", f"export interface {name} {{"]
        if info.tag_field:
            lines.append(f'  readonly {info.tag_field}: "{info.tag}";')
        for field in info.fields:
            mark = "" if field.required else "?"
            lines.append(f"  readonly {field.encode_name}{mark}: {self.of(field.type)};")
        self.blocks[name] = "\n".join([*lines, "}", ""])
        return name

    def _name(self, struct: type) -> str:
        """Return a struct's name; one that several have, with its module's before it."""
        name = struct.__name__
        several = self._several is None or name in self._several
        if several:
            name = struct.__module__.rpartition(".")[2].capitalize() + name
        if name in self._names.values():
            raise TypeError(f"two structs on the wire are called {name}")
        return name


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
