"""The things in a room that a command sets and anybody can read: hands, ballots, stances, notes.

A register has a value at each position of the log. The commands say which values were written
where, and the records show which value stands there; the checker holds one against the other.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from consensus import commands as c
from consensus.answers import stances
from consensus.people import MemberId
from consensus.steps import collect, judge, settle
from consensus.views import RoomRecord

# What it is about, and which one: ("hand", member), ("note", step, note)...
Register = tuple[str, ...]
Value = bool | str | tuple[object, ...] | None
Records = Mapping[str, Struct]

CURRENT: Register = ("current",)


def written(command: c.PersonCommand, by: MemberId) -> tuple[Register, Value] | None:
    """Return the register that a command sets and what to; nothing where it sets none of ours."""
    match command:
        case c.RaiseHand():
            return ("hand", by), True
        case c.LowerHand():
            return ("hand", command.member or by), False
        case c.OpenStep():
            return CURRENT, command.step
        case judge.Cast():
            return ("ballot", command.step, by), (command.answer, command.because)
        case settle.Stand():
            slot = str(command.slot)
            return ("stance", command.step, slot, by), (command.word, command.note)
        case collect.AddNote() | collect.EditNote():
            return ("note", command.step, command.note), command.text
        case collect.RemoveNote():
            return ("note", command.step, command.note), None
        case _:
            return None


def before(register: Register) -> Value:
    """Return what a register holds before anything was written to it."""
    return False if register[0] == "hand" else None


def sees(member: MemberId | None, register: Register) -> bool:
    """Say whether a client is shown a register: all but other people's ballots."""
    return register[0] != "ballot" or register[2] == member


def read(records: Records, register: Register) -> Value:
    """Return what a client's records say that a register holds."""
    match register:
        case ("hand", member):
            return f"hand/{member}" in records
        case ("current",):
            room = records.get("room")
            return room.current if isinstance(room, RoomRecord) else None
        case ("ballot", step, _):
            mine = records.get(f"my_ballot/{step}")
            held = mine.ballot if isinstance(mine, judge.MyBallotRecord) else None
            return (held.answer, held.because) if held is not None else None
        case _:
            return _of_its_own(records.get("/".join(register)))


def _of_its_own(record: Struct | None) -> Value:
    match record:
        case stances.StanceRecord():
            return record.word, record.note
        case collect.NoteRecord():
            return record.text
        case _:
            return None


def touched(keys: Iterable[str], member: MemberId | None) -> set[Register]:
    """Return the registers that the records under these keys are about."""
    found: set[Register] = set()
    for key in keys:
        kind, *rest = key.split("/")
        if kind == "room":
            found.add(CURRENT)
        elif kind == "my_ballot" and member is not None:
            found.add(("ballot", *rest, member))
        elif kind in {"hand", "stance", "note"}:
            found.add((kind, *rest))
    return found
