"""The assumption mirror: how well agencies know how one another would rank; never by person.

The guesses stay in the rooms of the tables and are gone when these end. The mirror is worked out of
them once, when the trainer opens it, and from then on it is the hall's: nothing can be learned from
how it changes.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from consensus.agenda import asks_guesses, states
from consensus.answers.ballots import Answer
from consensus.answers.guesses import Cell, Guess, Mirror, mirrored
from consensus.hall import hall as h
from consensus.hall.gathered import Tables, gathered
from consensus.hall.seating import TableId
from consensus.items import StepId
from consensus.people import MemberId
from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from consensus.steps import judge

# --- command ----------------------------------------------------------------------------------


class PutMirror(Struct, frozen=True, tag="hall.put_mirror"):
    """The trainer opens the mirror, as the server has worked it out of the tables' rooms."""

    mirror: Mirror


# --- decide -----------------------------------------------------------------------------------


def seen(hall: Meeting, tables: Tables, *, even_so: bool) -> Mirror:
    """Return what a hall's tables guessed of agencies, beside what these said before any talk.

    A table that has not opened its first ranking yet is left out, if that is accepted: `even_so`.
    Refuses where nothing can be shown, or nothing without showing somebody.
    """
    if hall.hall is None or (step := asks_guesses(hall.hall.exercise.agenda)) is None:
        raise Refusal(Code.NOT_UNDERSTOOD)
    found = next(each for each in gathered(hall, tables).passes if each.step == step)
    if not found.tables:
        raise Refusal(Code.MIRROR_TOO_SOON)
    late = _sat_at(hall.hall) - set(found.tables)
    if late and not even_so:
        raise Refusal(Code.MIRROR_TABLES_MISSING, count=len(late))
    orders = {each.member: (each.agency, each.answer) for each in found.voices if each.member}
    opened = {table: tables[table] for table in found.tables}
    return mirrored(_guesses(hall, step, opened), orders)


def put(meeting: Meeting, command: PutMirror) -> tuple[h.Event, ...]:
    """Return how a mirror comes to stand in the hall, once and for good, or refuse it."""
    if meeting.hall is None:
        raise Refusal(Code.NOT_UNDERSTOOD)
    if meeting.hall.mirror is not None:
        return ()
    if meeting.closed is not None:
        raise Refusal(Code.MEETING_CLOSED)
    return (h.MirrorOpened(command.mirror),)


def _sat_at(hall: h.State) -> set[TableId]:
    return {sat.table for sat in hall.sat} & hall.tables.keys()


def _guesses(hall: Meeting, step: StepId, tables: Tables) -> dict[MemberId, tuple[str, Guess]]:
    """Return everybody's guess with their agency: of who was moved, that at their later table."""
    assert hall.hall is not None
    came = {(sat.member, sat.table): at for at, sat in enumerate(hall.hall.sat)}
    ids = {item.id for item in hall.hall.exercise.items}
    found: dict[MemberId, tuple[int, str, Guess]] = {}
    for table, meeting in tables.items():
        for seat, guess in _made(meeting, step):
            member = hall.merged.get(seat, seat)
            at = came.get((seat, table), -1)
            if member in hall.members and seat in meeting.members and at > _last(found, member):
                answer: Answer = tuple(item for item in guess.answer if item in ids)
                found[member] = (at, meeting.members[seat].agency, Guess(guess.about, answer))
    return {member: (agency, guess) for member, (_, agency, guess) in found.items()}


def _made(meeting: Meeting, step: StepId) -> Iterator[tuple[MemberId, Guess]]:
    state = states(meeting.agenda).get(step)
    if isinstance(state, judge.State):
        yield from state.guessed.made.items()


def _last(found: Mapping[MemberId, tuple[int, str, Guess]], member: MemberId) -> int:
    return found[member][0] if member in found else -2


# --- what the floor sees ----------------------------------------------------------------------


class MirrorRecord(Struct, frozen=True, tag="mirror"):
    """Wall: the agencies, and the cells that enough people stand behind; `hidden` counts others."""

    agencies: tuple[str, ...]
    cells: tuple[Cell, ...]
    hidden: int


def told(hall: Meeting) -> dict[str, MirrorRecord]:
    """Return the mirror by key, once it was opened."""
    mirror = hall.hall.mirror if hall.hall is not None else None
    if mirror is None:
        return {}
    return {"mirror": MirrorRecord(mirror.agencies, mirror.cells, mirror.hidden)}
