"""Meetings as they might go, with all that should not happen in them: for tests over many.

`play` needs something that picks one of several: `random.Random(seed).choice` in a test that runs
on its own, `draw` within Hypothesis (`meetings()`), which can then shrink what it finds.
"""

import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar, get_args

from hypothesis import strategies as st
from msgspec import Struct

import consensus
from consensus import commands as c
from consensus import events as e
from consensus.agenda import Step, find
from consensus.items import ItemId, StepId, parse_statements
from consensus.meeting import COVER_AFTER, Meeting, decide, evolve, prepare, start
from consensus.people import MemberId, Role, silent
from consensus.refusal import Refusal
from consensus.steps import collect, judge, settle, turns
from consensus.template import Template, read_template

T = TypeVar("T")

# No template, catalogue, name or id holds it; each reason given in private starts with it.
PRIVATE = "between-us"

STRANGER = "stranger"
NEWCOMERS = ("ana", "ben", "cam", "dot", "eve", "fay")

_TEMPLATES = Path(consensus.__file__).parent / "templates" / "en"
_STATEMENTS = ("Trust", "Time", "Money", "Distance", "Language", "Laughter")

# Who comes in without the chair's doing; most are there to answer.
_PEOPLE: tuple[Role, ...] = ("participant", "participant", "participant")
_ROLES: tuple[Role, ...] = (*_PEOPLE, "recorder", "family", "advocate", "observer")
_WORDS: tuple[settle.StanceWord, ...] = get_args(settle.StanceWord)

# Most things follow one another quickly; a clock that is put right may also go back.
_PAUSES = (0, 0, 700, 700, 20_000, COVER_AFTER, -3_000)


class Pick(Protocol):
    """Something that picks one of several."""

    def __call__(self, options: Sequence[T], /) -> T:
        """Return one of the options."""
        ...


class Act(Struct, frozen=True):
    """One thing that was asked of a meeting, and what came of it: events, or a refusal."""

    before: Meeting
    command: c.Command
    by: MemberId | None
    at: int
    events: tuple[e.Event, ...]
    refusal: Refusal | None

    def __repr__(self) -> str:
        outcome = self.refusal.code if self.refusal else ", ".join(map(repr, self.events))
        return f"{self.at:>8} {self.by}: {self.command} -> {outcome or 'nothing'}"


class Story(Struct, frozen=True):
    """A meeting from its first event to where it stands, with everything that was asked of it."""

    prepared: e.MeetingPrepared
    acts: tuple[Act, ...]
    meeting: Meeting

    def __repr__(self) -> str:
        return "\n".join(["", self.prepared.template, *map(repr, self.acts)])

    @property
    def events(self) -> tuple[e.Event, ...]:
        """Everything that happened, in order."""
        return (self.prepared, *(event for act in self.acts for event in act.events))

    def moments(self) -> Iterator[tuple[e.Event, Meeting]]:
        """Yield each event with the meeting after it."""
        meeting = start(self.prepared)
        yield self.prepared, meeting
        for event in self.events[1:]:
            meeting = evolve(meeting, event)
            yield event, meeting


@cache
def shipped() -> tuple[Template, ...]:
    """Return the templates that ship with the product."""
    files = sorted(_TEMPLATES.glob("*.toml"))
    return tuple(read_template(tomllib.loads(file.read_text(encoding="utf-8"))) for file in files)


@st.composite
def meetings(draw: st.DrawFn) -> Story:
    """Draw a meeting that plays a shipped agenda, with interruptions."""
    return play(lambda options: draw(st.sampled_from(options)))


def play(pick: Pick) -> Story:
    """Play a shipped agenda to the end or nearly so, picking what happens on the way."""
    return _Play(pick).through()


class _Play:
    def __init__(self, pick: Pick) -> None:
        self.pick = pick
        self.at = 1_000
        self.acts: list[Act] = []
        items = parse_statements("\n".join(_STATEMENTS[: pick((3, 4, 6))]))
        self.prepared = prepare(pick(shipped()), "A meeting", "", items, self.at)
        self.meeting = start(self.prepared)

    def through(self) -> Story:
        self.ask(None, c.Join("kit", "Kit", "Health", "chair", self.pick((True, False))))
        for _ in range(self.pick((2, 3, 4))):
            self.newcomer()
        for step in self.meeting.agenda:
            self.ask(self.chair, c.OpenStep(step.plan.id))
            for _ in range(self.pick((0, 4, 8))):
                self.pick(_LIKELY)(self)
            # Later steps rest on earlier ones, so most of them must come to an end.
            if self.pick((*[True] * 9, False)):
                self.finish(step.plan.id)
        if self.pick((True, False)):
            self.ask(self.chair, c.Close())
        for _ in range(self.pick((0, 3))):
            self.pick(_LIKELY)(self)
        return Story(self.prepared, tuple(self.acts), self.meeting)

    def ask(self, by: MemberId | None, command: c.Command) -> None:
        self.at += self.pick(_PAUSES)
        before = self.meeting
        events: tuple[e.Event, ...] = ()
        refusal: Refusal | None = None
        try:
            events = decide(before, command, by, self.at)
        except Refusal as refused:
            refusal = refused
        self.acts.append(Act(before, command, by, self.at, events, refusal))
        for event in events:
            self.meeting = evolve(self.meeting, event)

    def ask_one(self, by: MemberId | None, *commands: c.Command) -> None:
        self.ask(by, self.pick(commands))

    # --- who and what there is to pick from ---

    @property
    def chair(self) -> MemberId:
        chair = self.meeting.chair
        assert chair is not None
        return chair.id

    @property
    def current(self) -> Step | None:
        current = self.meeting.current
        return find(self.meeting.agenda, current) if current is not None else None

    def somebody(self) -> MemberId:
        return self.pick(tuple(self.meeting.members))

    def anybody(self) -> MemberId:
        return self.pick((*self.meeting.members, STRANGER))

    def step(self) -> StepId:
        return self.pick(tuple(step.plan.id for step in self.meeting.agenda))

    def item(self) -> ItemId:
        return self.pick((*self.meeting.items, "nothing"))

    def some(self, items: Sequence[ItemId], count: int) -> tuple[ItemId, ...]:
        left, taken = list(items), list[ItemId]()
        for _ in range(min(count, len(left))):
            taken.append(left.pop(self.pick(range(len(left)))))
        return tuple(taken)

    def private(self) -> str:
        """Return a reason that nobody else gave, or that was not given before."""
        return f"{PRIVATE}-{len(self.acts)}."

    # --- at the door, and in the room ---

    def newcomer(self) -> None:
        member = self.pick(NEWCOMERS)
        if member in self.meeting.members:
            return
        agency, role = self.pick(("Health", "Police")), self.pick(_ROLES)
        self.ask(None, c.Join(member, member.capitalize(), agency, role))

    def door(self) -> None:
        self.ask_one(None, c.Arrive(self.somebody()), c.Leave(self.somebody()))

    def steer(self) -> None:
        member = self.somebody()
        self.ask_one(
            self.chair,
            c.OpenStep(self.step()),
            c.Pause(),
            c.Resume(),
            c.AddTime(self.pick((-5, 0, 5, 300))),
            c.NameDeputy(member),
            c.NameDeputy(None),
            c.HandOver(member),
            c.Remove(member),
            c.LowerHand(member),
        )

    def lose_the_chair(self) -> None:
        self.ask(None, c.Leave(self.chair))
        self.ask(self.somebody(), c.Cover())

    def hand(self) -> None:
        self.ask_one(self.somebody(), c.RaiseHand(), c.LowerHand())

    # --- in a step ---

    def work(self) -> None:
        """Do something that the current step is for."""
        step = self.current
        if step is None or step.state is None:
            return
        match step.plan.settings, step.state:
            case judge.Settings() as settings, judge.State() as state:
                self.answer(step.plan.id, settings, state)
            case _, settle.State() as state:
                self.use_board(step.plan.id, state)
            case collect.Settings() as settings, collect.State() as state:
                self.take_notes(step.plan.id, settings, state)
            case _, turns.State() as state:
                self.talk(step.plan.id, state)

    def answer(self, step: StepId, settings: judge.Settings, state: judge.State) -> None:
        if self.pick((True, True, True, False)):
            answer = self.some(state.items, settings.choose or len(state.items))
            self.ask(self.somebody(), judge.Cast(step, answer, self.pick((self.private(), ""))))
        else:
            self.ask(self.chair, judge.Reveal(step, self.pick((True, False))))

    def use_board(self, step: StepId, state: settle.State) -> None:
        slot = self.pick(range(len(state.slots)))
        item = state.slots[slot].item or self.item()
        word = self.pick(_WORDS)
        self.ask_one(
            self.chair,
            settle.Propose(step, slot, self.item()),
            settle.Clear(step, slot),
            settle.Agree(step, slot, item, "", self.pick((True, False))),
            settle.Reopen(step, slot),
        )
        self.ask(self.somebody(), settle.Stand(step, slot, item, word, self.pick(("", "why"))))

    def take_notes(self, step: StepId, settings: collect.Settings, state: collect.State) -> None:
        lane = self.pick(settings.lanes)
        note = self.pick((*state.notes, f"note{len(self.acts)}"))
        self.ask_one(
            self.somebody(),
            collect.AddNote(step, note, lane.id, "because", self.some(state.items, 2)),
            collect.EditNote(step, note, self.pick(("but then", ""))),
            collect.RemoveNote(step, note),
        )

    def talk(self, step: StepId, state: turns.State) -> None:
        self.ask(self.chair, turns.Talk(step, self.pick((*state.items, None))))
        self.ask(self.somebody(), turns.Write(step, self.item(), self.pick(("", "heard why"))))

    def finish(self, step_id: StepId) -> None:
        """Bring a step to its end, so that the ones after it can be opened."""
        self.ask(self.chair, c.Resume())
        self.ask(self.chair, c.OpenStep(step_id))
        step = find(self.meeting.agenda, step_id)
        match step.plan.settings, step.state:
            case judge.Settings(choose=choose), judge.State() as state if not state.revealed:
                for member in silent(self.meeting.members, ()):
                    answer = self.some(state.items, choose or len(state.items))
                    self.ask(member.id, judge.Cast(step_id, answer, self.private()))
                self.ask(self.chair, judge.Reveal(step_id, even_so=True))
            case _, settle.State() as state:
                for slot in range(len(state.slots)):
                    self.fill(step_id, slot)

    def fill(self, step_id: StepId, slot: int) -> None:
        state = find(self.meeting.agenda, step_id).state
        assert isinstance(state, settle.State)
        taken = {filled.item for filled in state.slots}
        item = state.slots[slot].item or next(i for i in state.items() if i not in taken)
        self.ask(self.chair, settle.Propose(step_id, slot, item))
        for member in silent(self.meeting.members, ())[:2]:
            self.ask(member.id, settle.Stand(step_id, slot, item, self.pick(("yes", "no")), "why"))
        self.ask(self.chair, settle.Agree(step_id, slot, item, "", True, True))

    # --- what nobody's screen offers ---

    def wild(self) -> None:
        """Ask for something, whether or not it makes sense, as somebody who may or may not."""
        step, member, slot, item = self.step(), self.anybody(), self.pick((-1, 0, 7)), self.item()
        self.ask_one(
            self.pick((member, self.chair, None)),
            c.Join(self.somebody(), "Ana", "Health", "observer"),
            c.Arrive(STRANGER),
            c.Leave(STRANGER),
            c.OpenStep(self.pick((step, "nowhere"))),
            c.Close() if self.pick((*[False] * 5, True)) else c.Pause(),
            c.AddTime(1),
            c.NameDeputy(member),
            c.HandOver(member),
            c.Remove(member),
            c.LowerHand(member),
            c.Cover(),
            judge.Cast(step, self.some(tuple(self.meeting.items), 2), self.private()),
            judge.Reveal(step, even_so=True),
            settle.Propose(step, slot, item),
            settle.Clear(step, slot),
            settle.Stand(step, slot, item, "no", ""),
            settle.Agree(step, slot, item, "", True, True),
            settle.Reopen(step, slot),
            collect.AddNote(step, "../..", "alike", "because", (item, item)),
            collect.EditNote(step, "note1", "x" * 601),
            collect.RemoveNote(step, "note1"),
            turns.Talk(step, item),
            turns.Write(step, item, "heard"),
        )


_LIKELY: tuple[Callable[[_Play], None], ...] = (
    *[_Play.work] * 6,
    *[_Play.steer] * 2,
    _Play.hand,
    _Play.door,
    _Play.newcomer,
    _Play.lose_the_chair,
    *[_Play.wild] * 3,
)
