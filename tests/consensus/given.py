"""Tests of a meeting as sentences: given what happened, when somebody asks, then this follows.

    given(*ROOM, opened("rank", *"abc"))
        .when(judge.Cast("rank", ("a", "b", "c")), by="ana")
        .then(judge.BallotCast("rank", "ana", ("a", "b", "c"), ""))

People are called by their ids. Items are single letters.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from consensus import commands as c
from consensus import events as e
from consensus import steps
from consensus.agenda import StepPlan
from consensus.answers.ballots import Ballot, Marks
from consensus.items import Item, Source
from consensus.meeting import decide, evolve, start
from consensus.parts import Part, Several
from consensus.people import Role
from consensus.refusal import Code, Refusal
from consensus.state import Meeting

R = TypeVar("R", bound=Struct)

# The server, which alone says who is at the door.
SERVER = None

# Some time (ms) after everything that was given.
NOW = 1_000_000
MINUTE = 60_000


class Outcome:
    """What came of one command: events, or a refusal."""

    def __init__(self, before: Meeting, command: c.Command, by: str | None, at: int) -> None:
        self._before = before
        self._events: tuple[e.Event, ...] = ()
        self.refusal: Refusal | None = None
        try:
            self._events = decide(before, command, by, at)
        except Refusal as refusal:
            self.refusal = refusal

    def then(self, *events: e.Event) -> "Situation":
        """Expect exactly these events; the meeting goes on from them."""
        assert self.refusal is None
        assert self._events == events
        return self.done()

    def nothing(self) -> "Situation":
        """Expect that there was nothing left to do, and that nobody was refused."""
        return self.then()

    def refused(self, code: Code, **facts: str | int) -> None:
        """Expect a refusal with this code and, where they are given, these facts."""
        assert self._events == ()
        assert self.refusal is not None
        assert self.refusal.code is code
        assert not facts or self.refusal.facts == facts

    def done(self) -> "Situation":
        """Expect that it was not refused, whatever the events were."""
        assert self.refusal is None
        return Situation(after(self._before, self._events))


class Situation:
    """A meeting to which something has happened."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting

    def when(self, command: c.Command, *, by: str | None, at: int = NOW) -> Outcome:
        """Let a member, or the server, ask for something."""
        return Outcome(self.meeting, command, by, at)

    def after(self, *asked: tuple[str | None, c.Command], at: int = NOW) -> "Situation":
        """Let several ask one after another, all of whom get what they ask for."""
        situation = self
        for by, command in asked:
            situation = situation.when(command, by=by, at=at).done()
        return situation


def given(*events: e.Event) -> Situation:
    """Return the meeting that these events make; the first prepares it."""
    first, *others = events
    assert isinstance(first, e.MeetingPrepared)
    return Situation(after(start(first), others))


def after(meeting: Meeting, events: Iterable[e.Event]) -> Meeting:
    """Return the meeting after some more events."""
    for event in events:
        meeting = evolve(meeting, event)
    return meeting


# --- what may be given ------------------------------------------------------------------------


def plan(
    step: str, settings: steps.Settings, items: Source | None = None, minutes: int = 10
) -> StepPlan:
    """Return a step of an agenda."""
    return StepPlan(step, step.capitalize(), "", minutes, settings, items or Source())


def prepared(*plans: StepPlan, items: str = "abcd") -> e.MeetingPrepared:
    """Return the first event of a meeting."""
    listed = tuple(Item(letter, f"statement {letter}") for letter in items)
    return e.MeetingPrepared("A meeting", "To decide", "a-template", listed, plans, at=0)


def joined(
    member: str, role: Role = "participant", *, voice: bool = True, at: int = 0
) -> e.MemberJoined:
    """Return how somebody came in."""
    return e.MemberJoined(member, member.capitalize(), "Health", role, voice, at)


def opened(step: str, *bands: Sequence[str], exact: bool = True, at: int = 0) -> e.StepOpened:
    """Return how a step was opened for the first time: each band is a string of items, or more."""
    arrangement = steps.Arrangement(tuple(tuple(band) for band in bands), exact)
    return e.StepOpened(step, arrangement, at)


def gone_to(step: str, *, at: int = 0) -> e.StepOpened:
    """Return how the meeting went to a step that had been opened before."""
    return e.StepOpened(step, None, at)


def room(*plans: StepPlan, items: str = "abcd") -> tuple[e.Event, ...]:
    """Return a room with Kit, who only steers; Ana, Ben and Cam, who answer; Eve, who watches."""
    return (
        prepared(*plans, items=items),
        joined("kit", "chair", voice=False),
        joined("ana"),
        joined("ben"),
        joined("cam"),
        joined("eve", "observer", voice=False),
    )


def ballot(
    answer: str = "",
    because: str = "",
    marks: Marks | None = None,
    whys: dict[str, str] | None = None,
    *,
    unsure: bool = False,
) -> Ballot:
    """Return an answer: the letters of `answer` are items chosen, or in order."""
    return Ballot(tuple(answer), because, marks or {}, whys or {}, unsure)


def in_small_parts(found: Mapping[str, Part[R]]) -> dict[str, Part[R]]:
    """Return parts by name, with those that are in parts themselves taken apart."""
    small: dict[str, Part[R]] = {}
    for name, part in found.items():
        small.update(part.records.parts() if isinstance(part.records, Several) else {name: part})
    return small
