"""A room that keeps every promise, with the histories of its clients: what checkers are tried on.

A test lets people act in it, breaks one promise on purpose, and expects the checkers to find it.
"""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.agenda import StepPlan
from consensus.answers.notes import Lane
from consensus.items import Item
from consensus.meeting import decide, evolve, start
from consensus.people import MemberId
from consensus.refusal import Refusal
from consensus.state import Meeting
from consensus.steps import collect, judge, settle
from server.log import Entry
from server.wire import ChairsPatch, Changes, EveryonePatch, MinePatch
from tests.faults.history import History

EPOCH = "epoch"
CHAIR = "ana"

_ITEMS = tuple(Item(letter, f"Statement {letter}") for letter in "abc")
_AGENDA = (
    StepPlan("rank", "Rank", "", 5, judge.Settings()),
    StepPlan("board", "Agree", "", 5, settle.Settings()),
    StepPlan("notes", "Write", "", 5, collect.Settings((Lane("more", "More"),))),
)


class IdealRoom:
    """A room that answers at once, and shows everything to everyone each time."""

    def __init__(self, *names: str) -> None:
        prepared = e.MeetingPrepared("A room", "", "none", _ITEMS, _AGENDA, 1_000)
        self.meeting: Meeting = start(prepared)
        self.entries = [Entry(1, None, None, prepared)]
        self.histories: dict[MemberId, History] = {}
        self._shown: dict[MemberId, tuple[int, dict[str, dict[str, Struct]]]] = {}
        for name in (CHAIR, *names):
            role = "chair" if name == CHAIR else "participant"
            self._keep(None, None, c.Join(name, name, "School", role))  # type: ignore[arg-type]
            self.histories[name] = History(name)
            self.come(name)

    @property
    def position(self) -> int:
        return self.entries[-1].position

    @property
    def everyone(self) -> list[History]:
        return list(self.histories.values())

    def come(self, name: MemberId, fresh: bool = True) -> None:
        """Open a line, and show what is missing."""
        history = self.histories[name]
        history.opened("node", EPOCH, self._shown.get(name, (0, {}))[0])
        history.welcomed(EPOCH, name)
        if fresh:
            self._shown.pop(name, None)
        self.show(name)

    def do(self, name: MemberId, command: c.PersonCommand, command_id: str = "") -> str:
        """Send a command, answer it, and show everybody what came of it; return its id."""
        command_id = command_id or f"{name}-{len(self.histories[name].facts):04}"
        self.histories[name].sent(command_id, command)
        self.answer(name, command, command_id)
        for other in self.histories:
            self.show(other)
        return command_id

    def answer(self, name: MemberId, command: c.PersonCommand, command_id: str) -> None:
        history = self.histories[name]
        ends = [x.position for x in self.entries if (x.by, x.command) == (name, command_id)]
        try:
            position = ends[-1] if ends else self._keep(name, command_id, command)
            history.acknowledged(command_id, position)
        except Refusal as refusal:
            history.declined(command_id, refusal.code)

    def show(self, name: MemberId) -> None:
        """Send a member what they are missing."""
        known, before = self._shown.get(name, (0, {}))
        if known == self.position:
            return
        now = self._views(name)
        patches = [_patch(before.get(view, {}), now[view]) for view in now]
        fresh = not known
        self.histories[name].reached(
            Changes(
                fresh,
                self.position if fresh else known,
                self.position,
                EveryonePatch(*patches[0]),
                ChairsPatch(*patches[1]),
                MinePatch(*patches[2]),
            )
        )
        self._shown[name] = self.position, now

    def finish(self) -> list[History]:
        """Show everybody what is missing, and say that this was all; return what they saw."""
        for name, history in self.histories.items():
            self.show(name)
            history.finish()
        return self.everyone

    def _keep(self, by: MemberId | None, command_id: str | None, command: c.Command) -> int:
        for event in decide(self.meeting, command, by, 1_000 + self.position):
            self.meeting = evolve(self.meeting, event)
            self.entries.append(Entry(self.position + 1, by, command_id, event))
        return self.position

    def _views(self, name: MemberId) -> dict[str, dict[str, Struct]]:
        chairs = views.chairs(self.meeting) if name == CHAIR else {}
        return {
            "everyone": dict(views.everyone(self.meeting)),
            "chairs": dict(chairs),
            "mine": dict(views.mine(self.meeting, name)),
        }


def busy_room() -> IdealRoom:
    """Return a room of ana, ben and cam after a while, with something of every kind in it."""
    room = IdealRoom("ben", "cam")
    room.do("ana", c.OpenStep("rank"))
    room.do("ben", c.RaiseHand())
    room.do("ben", judge.Cast("rank", ("a", "b", "c"), "ben first"))
    room.do("cam", judge.Cast("rank", ("c", "b", "a"), "cam first"), "cam-ballot")
    room.do("ben", judge.Cast("rank", ("b", "a", "c"), "ben second"))
    room.do("ana", c.LowerHand("ben"))
    room.do("ana", c.OpenStep("board"))
    room.do("ana", settle.Propose("board", 0, "a"))
    room.do("ben", settle.Stand("board", 0, "a", "no", "ben is against"))
    room.do("cam", settle.Stand("board", 0, "b", "no", "cam was late"), "cam-late")
    room.do("ana", c.OpenStep("notes"), "ana-notes")
    room.do("cam", collect.AddNote("notes", "n1", "more", "cam wrote"), "cam-note")
    room.do("cam", collect.EditNote("notes", "n1", "cam wrote again"))
    room.do("ben", collect.EditNote("notes", "n1", "ben may not"))
    room.do("ben", c.RaiseHand(), "ben-hand")
    room.do("ben", c.RaiseHand(), "ben-hand-again")
    return room


def _patch(
    before: Mapping[str, Struct], now: Mapping[str, Struct]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    put = {key: record for key, record in now.items() if before.get(key) != record}
    return put, tuple(key for key in before if key not in now)
