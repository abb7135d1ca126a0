"""Meetings as they might go, with all that should not happen in them: for tests over many.

`play` needs something that picks one of several: `random.Random(seed).choice` in a test that runs
on its own, `draw` within Hypothesis (`meetings()`), which can then shrink what it finds.
"""

import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any, Protocol, TypeVar, get_args

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

import consensus
from consensus import commands as c
from consensus import events as e
from consensus.agenda import Step, StepPlan, find
from consensus.agendas import planning
from consensus.agendas.template import Template, read_template
from consensus.answers import guesses, pen, sides, stances, wordings
from consensus.answers.ballots import Ballot, Marks
from consensus.answers.notes import may_merge
from consensus.answers.promises import Named, Owner, Promise, Terms
from consensus.carried import Carried
from consensus.forgetting.retention import Retention
from consensus.hall import following, mirror, opening, seating
from consensus.hall import hall as h
from consensus.hall import table as t
from consensus.items import Item, ItemId, StepId, parse_statements
from consensus.meeting import decide, evolve, prepare, start
from consensus.members.membership import COVER_AFTER
from consensus.members.turn_order import HandOrder
from consensus.people import MemberId, Role, silent
from consensus.record import sealing
from consensus.record.written import record
from consensus.refusal import Refusal
from consensus.roomwide import (
    agencies,
    contacts,
    corrections,
    disagreements,
    disclosures,
    erasure,
    glossary,
    parking,
    register,
    remarks,
    retention,
    risk,
    wording,
)
from consensus.rules import PLAIN
from consensus.state import Meeting
from consensus.steps import collect, commit, form, gate, judge, settle, turns

T = TypeVar("T")

# No template, catalogue, name or id holds it; each reason given in private starts with it.
PRIVATE = "between-us"

# The same for words that the chair and their author see, and nobody else.
ALARM = "for-the-chair"

STRANGER = "stranger"
NEWCOMERS = ("ana", "ben", "cam", "dot", "eve", "fay")

_TEMPLATES = Path(consensus.__file__).parent / "templates" / "en"
_STATEMENTS = ("Trust", "Time", "Money", "Distance", "Language", "Laughter")

# What a meeting of a series starts with.
_KEPT = Promise("kept", Terms("Call"), (Owner("Ana", "Health", answer="yes"),), "", 0)
_BEFORE = Carried("ABC234", "The one before", 0, "strategy", promises=(_KEPT,))

# Who comes in without the chair's doing; most are there to answer.
_PEOPLE: tuple[Role, ...] = ("participant", "participant", "participant")
_ROLES: tuple[Role, ...] = (*_PEOPLE, "recorder", "family", "advocate", "observer")
_WORDS: tuple[stances.StanceWord, ...] = get_args(stances.StanceWord)

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


# Every form of a question, and every way to show whose an answer is.
_FORMS: tuple[dict[str, Any], ...] = (
    {"ask": "level", "shown": "nobody"},
    {"ask": "scale", "low": "not safe", "high": "safe", "alarm_at": 2},
    {"ask": "scale", "low": "not safe", "high": "safe", "again": "form1"},
    {"ask": "choose", "choose": 2, "shown": "agency"},
    {"ask": "rank", "least": 2, "shown": "agency"},
    {"ask": "rank", "least": 1, "again": "form4", "shown": "nobody"},
)


@cache
def every_form() -> Template:
    """Return an agenda that asks in each way once."""
    asked = [
        {"id": f"form{number}", "title": "Asked", "prompt": "", "minutes": 5}
        | {"settings": {"type": "judge", **settings}}
        for number, settings in enumerate(_FORMS)
    ]
    words = {"id": "forms", "title": "Forms", "summary": "", "purpose": "", "statements": "any"}
    return read_template({**words, "steps": asked})


@st.composite
def meetings(draw: st.DrawFn) -> Story:
    """Draw a meeting that plays a shipped agenda, with interruptions."""
    return play(lambda options: draw(st.sampled_from(options)))


@st.composite
def trainings(draw: st.DrawFn) -> Story:
    """Draw a meeting in a training session: a hall, or one of its tables."""
    return play(lambda options: draw(st.sampled_from(options)), (in_a_hall, at_a_table))


Kind = Callable[[e.MeetingPrepared], e.MeetingPrepared]


def play(pick: Pick, kinds: Sequence[Kind] = ()) -> Story:
    """Play a shipped agenda to the end or nearly so, picking what happens on the way.

    Of `kinds` of rooms, one is picked: where there are none, mostly a plain one.
    """
    return _Play(pick, kinds).through()


@cache
def a_story(seed: int) -> Story:
    """Return one of many meetings that go as they happen to; to play it is the dear part."""
    return play(Random(seed).choice)


def plain(prepared: e.MeetingPrepared) -> e.MeetingPrepared:
    """Return the first event of a room that is neither a hall nor a table."""
    return prepared


def in_a_hall(prepared: e.MeetingPrepared) -> e.MeetingPrepared:
    """Return the first event of a training session whose tables ask in each way once."""
    work = opening.exercise(every_form(), prepared.items, PLAIN)
    return opening.with_tables(prepared, work, "spread", self_run=True)


def at_a_table(prepared: e.MeetingPrepared) -> e.MeetingPrepared:
    """Return the first event of a table's room in a training session."""
    return replace(prepared, table=t.Of("ABC234", "A hall", 1))


class _Play:
    def __init__(self, pick: Pick, kinds: Sequence[Kind] = ()) -> None:
        self.pick = pick
        self.at = 1_000
        self.acts: list[Act] = []
        self.slips: dict[StepId, dict[str, Ballot]] = {}
        items = parse_statements("\n".join(_STATEMENTS[: pick((3, 4, 6))]))
        template, carried = pick((*shipped(), every_form())), pick((None, _BEFORE))
        prepared = prepare(template, "A meeting", "", items, self.at, carried=carried)
        self.prepared = pick(kinds or (*[plain] * 6, in_a_hall, at_a_table))(prepared)
        self.meeting = start(self.prepared)

    def through(self) -> Story:
        self.ask(None, c.Join("kit", "Kit", "Health", "chair", self.pick((True, False))))
        for _ in range(self.pick((2, 3, 4))):
            self.newcomer()
        for step in self.meeting.agenda:
            if self.pick((*[True] * 9, False)):
                self.answer_notices()
            self.ask(self.chair, c.OpenStep(step.plan.id))
            for _ in range(self.pick((0, 4, 8))):
                self.pick(self.likely)(self)
            # Later steps rest on earlier ones, so most of them must come to an end.
            if self.pick((*[True] * 9, False)):
                self.finish(step.plan.id)
        if self.pick((True, False)):
            self.ask(self.chair, c.Close())
            self.seal()
            if self.pick((*[False] * 4, True)):
                self.forget()
        for _ in range(self.pick((0, 3))):
            self.pick(self.likely)(self)
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
    def likely(self) -> tuple[Callable[["_Play"], None], ...]:
        plain = self.meeting.hall is None and self.meeting.table is None
        return _LIKELY if plain else _IN_TRAINING

    @property
    def chair(self) -> MemberId:
        """Return who is in the chair; at a table where nobody is, who might be."""
        chair = self.meeting.chair
        return chair.id if chair is not None else next(iter(self.meeting.members))

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

    def alarm(self) -> str:
        """Return words for the chair that were not given before."""
        return f"{ALARM}-{len(self.acts)}."

    # --- at the door, and in the room ---

    def newcomer(self) -> None:
        member = self.pick(NEWCOMERS)
        if member in self.meeting.members:
            return
        agency, role = self.pick(("Health", "Police")), self.pick(_ROLES)
        if self.pick((True, True, False)):
            self.ask(None, c.Join(member, member.capitalize(), agency, role))
            return
        self.ask(None, c.Knock(member, member.capitalize(), agency, role))
        self.ask_one(self.chair, c.Admit(member), c.AdmitAll(), c.TurnAway(member))

    def door(self) -> None:
        self.ask_one(None, c.Arrive(self.somebody()), c.Leave(self.somebody()))

    def sort_out_people(self) -> None:
        keep, drop = self.somebody(), self.somebody()
        self.ask_one(
            self.chair,
            c.SetRole(keep, self.pick(("participant", "family", "observer")), "carer"),
            c.SetAttends(keep, self.pick(("video", "phone"))),
            c.Merge(keep, drop),
            c.Amend(self.pick(("A meeting", "Another")), "To listen", "J.M."),
            c.Join("pat", "Pat", "Health", attends="proxy", beside=self.chair),
        )
        self.ask(None, c.Join("pat", "Pat", "Health", attends="proxy", beside=self.chair))
        self.ask("pat", c.ReadBack(self.step()))
        self.ask(keep, c.AnswerMerge(drop, yes=self.pick((True, False))))

    def keep_register(self) -> None:
        member = self.somebody()
        self.ask(member, contacts.Enter("01603 000000", bringing=self.pick(("time", "ideas"))))
        self.ask(member, register.AddElsewhere(f"else{len(self.acts)}", "peers", "A friend"))
        self.ask_one(
            self.pick((member, self.chair)),
            agencies.WriteCard("Health", self.pick(("We visit", "We ring"))),
            agencies.Expect("Police", self.pick(("coming", "views"))),
            agencies.Expect("Police", self.pick(("coming", "views"))),
            agencies.Unexpect("Police"),
            agencies.Unexpect("Police"),
            register.LeaveOut("out", self.pick(("Ben", "")), "", "", "Visit", "In May"),
            register.SetConsent("child", self.pick(("yes", "no")), "Asked"),
            register.SetLead(self.pick(("Ana", ""))),
            register.DropElsewhere(self.pick((*self.meeting.beside.register.elsewhere, "nothing"))),
        )

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

    def forget(self) -> None:
        """Say how long the room is kept, and what is to be forgotten of somebody before."""
        member, days = self.somebody(), self.pick((7, 60))
        self.ask(self.chair, retention.SetRetention(days, "The trainer", self.pick(("", "why"))))
        self.ask(member, erasure.AskToErase())
        why = self.pick(("the record has to stand", "the record has to stand", ""))
        declined = erasure.DeclineToErase(member, why)
        self.ask(self.pick((self.chair, self.chair, member)), declined)
        if self.pick((*[False] * 4, True)):
            self.ask(None, erasure.Erase(member, self.pick(get_args(erasure.Ground))))

    def lose_the_chair(self) -> None:
        self.ask(None, c.Leave(self.chair))
        self.ask(self.somebody(), c.Cover())

    def hand(self) -> None:
        self.ask_one(self.somebody(), c.RaiseHand(), c.LowerHand())
        self.ask_one(
            self.chair,
            c.RaiseHand(self.somebody()),
            c.LowerHand(self.somebody()),
            c.OrderHands(self.pick(get_args(HandOrder))),
        )

    def remark(self) -> None:
        made = self.pick((*self.meeting.beside.remarks.remarks, f"remark{len(self.acts)}"))
        step, to = self.pick((self.step(), "")), self.pick((self.somebody(), None))
        self.ask_one(
            self.somebody(),
            remarks.Ask(made, step, "a", "words", to, self.pick(("", "why"))),
            remarks.Differ(made, step, "not so", self.pick(get_args(remarks.Safe)), to=to),
            remarks.Answer(made, "because"),
            remarks.Withdraw(made),
            remarks.NeedLonger(step, self.pick((True, False)), to),
        )
        if self.pick((True, False)):
            self.ask(self.chair, remarks.Settle(made))
        else:
            self.ask(self.somebody(), remarks.Withdraw(made))

    # --- in a training session ---

    def train(self) -> None:
        """Do something that is only done in a hall, or at one of its tables."""
        if self.meeting.hall is not None:
            self.lead_hall(self.meeting.hall)
        elif self.meeting.table is not None:
            self.pick((self.sit, self.be_led, self.go_on))(self.meeting.table)

    def lead_hall(self, hall: h.State) -> None:
        if self.pick((*[True] * 3, not hall.tables)):
            self.ask(None, h.AddTable(self.pick(("t1", "t2", "t3", "t4")), "DEF567"))
        table, member = self.pick((*hall.tables, "none")), self.somebody()
        step, words = hall.exercise.agenda[0].id, self.pick(("Ten minutes", ""))
        what: h.What = self.pick(get_args(h.What))
        self.ask(member, h.Sit(table))
        if self.pick((*[False] * 9, True)):
            cell = guesses.Cell("Health", "Police", 4, 4, 0.1, clear=False)
            self.ask(None, mirror.PutMirror(guesses.Mirror(("Health", "Police"), (cell,), 1)))
        self.ask_one(
            self.chair,
            h.TakeTableAway(table),
            h.NameTable(table, self.pick(("Oak", ""))),
            h.SetUp(self.pick(get_args(seating.Placing)), self.pick((True, False))),
            h.Place(member, table),
            h.Deal(self.pick(("spread", "mixed")), self.pick((True, False))),
            h.Begin(),
            h.HoldAll(),
            h.ReleaseAll(),
            h.Align(self.pick((step, "nowhere"))),
            h.NudgeTable(self.pick((table, None)), words),
            h.Call(),
            h.Call(on=hall.called is None),
            h.Show(what, self.pick((table, None)), self.pick((True, False))),
        )

    def sit(self, table: t.State) -> None:
        """Let the hall say who sits at a table."""
        member, other = self.somebody(), self.somebody()
        moved = self.pick((*table.moved, member))
        self.ask_one(
            None,
            t.MoveAway(member, self.pick((2, 3))),
            t.ComeBack(moved),
            t.ComeBack(moved),
            t.StepBack(member),
            t.TakePart(member, "participant"),
            # Somebody has to be left to play with.
            t.TakeOut(member if len(self.meeting.members) > 2 else STRANGER),
            t.JoinSeats(other, member),
        )
        self.ask(moved, c.Cover())

    def be_led(self, table: t.State) -> None:
        asked, said = table.followed + self.pick((0, 1)), table.heard + self.pick((0, 1))
        self.ask_one(
            None,
            t.BeCalled("A hall", 1, self.pick(("Oak", ""))),
            t.KeepFor(Retention(self.pick((30, 60)), "The trainer", "a course")),
            t.SetHeld(self.pick((True, False, False))),
            self.with_slips(t.Follow(self.step(), asked)),
            t.Hear("Ten minutes", self.at, said, self.pick((True, False))),
            t.HearCall(self.pick((self.at, None))),
            t.SetSelfRun(self.pick((True, False))),
            t.End() if self.pick((*[False] * 9, True)) else t.SetHeld(False),
        )

    def go_on(self, table: t.State) -> None:
        self.ask_one(self.somebody(), t.AskHelp(), t.Helped(), t.Finish())
        ready = t.Ready(self.pick((*[True] * 5, False)), self.pick((None, table.went, 0)))
        for _ in range(self.pick((1, 3))):
            self.ask(self.somebody(), self.with_slips(ready))

    def with_slips(self, command: t.Ready | t.Follow) -> c.Command:
        """Return what the server asks for, which knows the answers that belong to nobody."""
        step = following.unattributed(self.meeting)
        if step is None:
            return command
        return c.OpenSlips(command, tuple(self.slips.get(step, {}).values()))

    # --- in a step ---

    def work(self) -> None:
        """Do something that the current step is for."""
        step = self.current
        if step is None or step.state is None:
            return
        match step.plan.settings, step.state:
            case judge.Settings() as settings, judge.State() as state:
                if settings.guess:
                    self.guess(step.plan.id, state)
                self.answer(step.plan.id, settings, state)
            case _, settle.State() as state:
                self.use_board(step.plan.id, state)
            case collect.Settings() as settings, collect.State() as state:
                self.take_notes(step.plan.id, settings, state)
            case _, turns.State() as state:
                self.talk(step.plan.id, state)
            case gate.Settings() as settings, _:
                self.answer_notice(step.plan.id, settings)
            case form.Settings() as settings, form.State() as state:
                self.write_on_sheet(step.plan.id, settings, state)
            case commit.Settings() as settings, commit.State() as state:
                self.promise(step.plan.id, settings, state)

    def answer(self, step: StepId, settings: judge.Settings, state: judge.State) -> None:
        if self.pick((True, True, True, False)):
            self.give(self.somebody(), step, settings, state)
        else:
            self.reveal(step, even_so=self.pick((True, False)))

    def give(
        self, by: MemberId, step: StepId, settings: judge.Settings, state: judge.State
    ) -> None:
        """Give an answer of the form that a step asks for, now and then that one does not know."""
        said = self.ballot(settings, state.items)
        if settings.shown != "nobody":
            words = said.because, said.marks, said.whys, said.unsure
            self.ask(by, judge.Cast(step, said.answer, *words))
            return
        token = f"{by}sOwnTokenThatIsLongEnough"
        self.ask(by, judge.Slip(step, token, said))
        if self.acts[-1].refusal is None:
            self.slips.setdefault(step, {})[token] = said

    def guess(self, step: StepId, state: judge.State) -> None:
        """Guess how an agency ranks; now and then so many do that the mirror can be opened."""
        if self.pick((*[False] * 3, True)) and not state.revealed:
            crowd = [(f"{agency}{n}", agency) for agency in ("Health", "Police") for n in range(4)]
            for member, agency in crowd:
                self.ask(None, c.Join(member, member, agency))
                self.ask(member, judge.Cast(step, state.items))
                about = "Health" if agency == "Police" else "police"
                self.ask(member, guesses.MakeGuess(step, about, state.items))
            self.reveal(step, even_so=True)
        agency, order = self.pick(("Health", "POLICE")), self.some(state.items, len(state.items))
        self.ask(self.somebody(), guesses.MakeGuess(step, agency, order))
        self.ask(self.chair, guesses.OpenMirror(step))

    def ballot(self, settings: judge.Settings, items: Sequence[ItemId]) -> Ballot:
        why = self.private() if settings.shown != "nobody" and self.pick((True, False)) else ""
        if settings.ask in {"scale", "level"}:
            marks: Marks = {item: self.pick((None, 1, 3, 5)) for item in items}
            return Ballot((), "", marks, {items[0]: why}, unsure=False)
        unsure = self.pick((*[False] * 5, True))
        count = settings.choose or self.pick((settings.least or len(items), len(items)))
        return Ballot(() if unsure else self.some(items, count), why, {}, {}, unsure)

    def reveal(self, step: StepId, *, even_so: bool) -> None:
        """Open the answers; those that belong to nobody as the server does, which has kept them."""
        reveal = judge.Reveal(step, even_so)
        state = find(self.meeting.agenda, step).state
        sealed = isinstance(state, judge.State) and state.shown == "nobody"
        slips = tuple(self.slips.get(step, {}).values())
        self.ask(self.chair, c.OpenSlips(reveal, slips) if sealed else reveal)

    def use_pen(self, step: StepId, state: settle.State, text: pen.Text) -> None:
        """Write together, suggest, and say where one stands on the words."""
        name = self.pick((*text.suggestions, f"words{len(self.acts)}"))
        version = self.pick((text.version, text.version, 0))
        writer = self.pick((text.holder or self.chair, self.somebody()))
        self.ask_one(
            writer,
            pen.TakePen(step),
            pen.Write(step, self.pick(("We meet.", "We meet\n\nsoon.", "")), version),
            pen.Include(step, name, version),
            pen.PutDown(step),
        )
        self.ask_one(self.somebody(), pen.Suggest(step, name, "Soon."), pen.Withdraw(step, name))
        item, word = state.slots[0].item or "v0", self.pick(_WORDS)
        self.ask(self.somebody(), settle.Stand(step, 0, item, word, "why", "a move"))
        self.pass_on(step, 0, item)

    def pass_on(self, step: StepId, slot: int, item: ItemId) -> None:
        """Settle what stands in a slot, or pass the "no" on, as often as it is not settled."""
        name, even_so = f"d{len(self.acts)}", self.pick((True, True, False))
        self.ask_one(
            self.chair,
            settle.Agree(step, slot, item, "", even_so, escalate=name),
            settle.Agree(step, slot, item, "", even_so, True),
            settle.Escalate(step, slot, item, name),
            settle.Escalate(step, slot, item, name),
            settle.Reopen(step, slot),
        )

    def park(self) -> None:
        """Put something on the parking list, or take it off."""
        entry = self.pick((*self.meeting.beside.parking.entries, f"entry{len(self.acts)}"))
        self.ask_one(
            self.somebody(),
            parking.Add(entry, "Who pays for taxis?", self.pick((True, False))),
            parking.Done(entry),
        )

    def give_out(self) -> None:
        """Make a copy for somebody who asked for their record, which is for keepers at the end."""
        name = self.pick((*self.meeting.beside.disclosures.copies, f"copy{len(self.acts)}"))
        line, summary = self.pick(("people.kit", "x")), self.pick(("", "A worry was described."))
        self.ask(
            self.pick((self.chair, self.somebody())),
            disclosures.Disclose(
                name, "SAR 7", 1, {line: "another_person"}, {line: summary}, 4, "uk"
            ),
        )

    def seal(self) -> None:
        """Seal the record as it stands, as a rule, and let somebody take a copy."""
        sealed = self.meeting.sealing
        number, marks = len(sealed.editions) + self.pick((1, 1, 0)), ("0f", "49RT", "4JN2")
        by = self.pick((None, self.chair))
        self.ask(None, sealing.Seal(number, *marks, self.at, sealed.changes, by))
        self.ask(None, sealing.TakeCopy(self.somebody(), number))

    def plan(self) -> None:
        """Change the agenda: mostly in a way that may be refused, never so that it ends early."""
        made = StepPlan(f"round{len(self.acts)}", "A round", "", 5, turns.Settings(by="people"))
        steps = [step.plan for step in self.meeting.agenda]
        changed, before = self.pick(steps[self.pick((0, -2)) :]), self.pick((None, *steps))
        left_out = [step.plan.id for step in self.meeting.agenda if step.skipped is not None]
        added = [s.plan.id for s in self.meeting.agenda if s.added and s.state is None]
        self.ask_one(
            self.chair,
            planning.AddStep(made, before.id if before else None),
            planning.MoveStep(changed.id, before.id if before else None),
            planning.SkipStep(changed.id, "There is no time for it"),
            planning.UnskipStep(changed.id),
            *[planning.UnskipStep(step) for step in left_out],
            planning.ChangeStep(changed.id, changed.title, "Why?", self.pick((3, 7)), changed.who),
            planning.RemoveStep(changed.id),
            *[planning.RemoveStep(step) for step in added],
        )
        if any(left_out) and self.pick((True, False)):
            self.ask(self.chair, planning.UnskipStep(self.pick(left_out)))
        if self.pick((*[False] * 5, True)):
            self.ask(None, c.FollowUp("DEF567"))

    def word_anew(self) -> None:
        """Put a statement in other words, make one of two, or part one."""
        item, other, made = self.item(), self.item(), len(self.acts)
        was = self.meeting.items[item].text if item in self.meeting.items else ""
        words = self.pick(("Other words", f"Words {made}", was))
        parts = tuple(Item(f"part{made}of{n}", f"{words} {n}") for n in range(2))
        self.ask_one(
            self.chair,
            wordings.Rewrite(item, words, was),
            wordings.Merge(item, other, words),
            wordings.Split(item, parts),
        )

    def explain(self) -> None:
        """Say what a word means, or agree on it."""
        word, of = self.pick(("CIN", "cin", "LAC")), self.somebody()
        self.ask(of, glossary.Put(word, self.pick(("Child in need", "Something else"))))
        self.ask(self.somebody(), glossary.Same(word, of, self.pick((True, True, False))))
        self.ask_one(self.somebody(), glossary.Drop(word, of), glossary.Drop(word, "nobody"))
        self.ask(self.chair, glossary.Settle(word, self.pick((of, None))))

    def danger(self) -> None:
        """Raise an immediate risk, and write down what comes of it so that things go on."""
        name = f"risk{len(self.acts)}"
        self.ask(self.somebody(), risk.Raise(name, self.alarm()))
        self.ask_one(self.somebody(), c.Resume(), risk.WritePlan(name, "Sam", "soon"))
        plan = risk.WritePlan(name, "Sam", "2027-03-09T14:30", self.alarm())
        self.ask_one(self.chair, plan, risk.StandDown(name, self.alarm()))
        self.ask(self.chair, c.Resume())

    def put_right(self) -> None:
        """Change a line of the record by hand, propose how it should read, and answer that."""
        lines = [line for part in record(self.meeting).sections for line in part.lines]
        line = lines[self.pick(range(len(lines)))]
        was, words = line.cells[0], f"As it was {len(self.acts)}"
        seen = was if isinstance(was, str) else f"It said: {was.facts.get('words', '')}"
        by = self.pick((self.chair, self.somebody(), line.whose or self.chair))
        self.ask(by, wording.Reword(line.id, 0, words, seen))
        self.ask_one(
            by,
            wording.Relabel(line.id, "opinion", self.pick(("all", "professionals"))),
            wording.Restore(line.id),
            wording.Restore(line.id),
        )
        name = self.pick((*self.meeting.beside.corrections.entries, f"right{len(self.acts)}"))
        about = line.id, 0, self.pick((words, words, "")), "it was otherwise", seen
        proposed = corrections.ProposeCorrection(name, *about)
        self.ask(by, proposed)
        self.ask(self.pick((by, self.somebody())), proposed)
        accepts, why = self.pick((True, False)), self.pick(("we looked it up", ""))
        self.ask_one(
            self.pick((self.chair, by)),
            corrections.AnswerCorrection(name, accepts, why, seen),
            corrections.AnswerCorrection(name, accepts, why, seen),
            corrections.WithdrawCorrection(name),
        )

    def disagree(self) -> None:
        """Work on a disagreement, or open one."""
        known = tuple(self.meeting.beside.disagreements.entries)
        name, member = self.pick((*known, *known, f"d{len(self.acts)}")), self.somebody()
        side: sides.SideId = self.pick(("one", "two"))
        if name not in known:
            self.ask(self.chair, disagreements.Open(name, self.pick(("When to visit", ""))))
        self.ask(member, sides.JoinSide(name, self.pick((side, side, side, None)), "why"))
        self.ask(member, sides.Word(name, side, self.pick(("We mean this.", "We mean that.", ""))))
        found = self.meeting.beside.disagreements.entries.get(name)
        words = found.sides[side].words if found else ""
        self.ask_one(
            member,
            sides.Confirm(name, side, self.pick((words, words, "Other words."))),
            disagreements.SaySafe(name, self.pick(("yes", "no"))),
        )
        self.ask_one(
            self.chair,
            disagreements.MoveStage(name, self.pick((1, 2, 3, 9)), "why", self.pick((True, False))),
            disagreements.Assign(name, self.pick((self.anybody(), None)), self.at),
            disagreements.Resolve(name, self.pick(("agreed", "partly", "open")), "We visit."),
        )
        self.ask(member, disagreements.ConfirmOutcome(name, "We visit."))

    def use_board(self, step: StepId, state: settle.State) -> None:
        if state.text is not None:
            self.use_pen(step, state, state.text)
            return
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
        self.pass_on(step, slot, item)

    def take_notes(self, step: StepId, settings: collect.Settings, state: collect.State) -> None:
        lane = self.pick(settings.lanes)
        note, other = (self.pick((*state.notes, f"note{len(self.acts)}")) for _ in range(2))
        about = self.some(state.items, 1 if lane.about_one else 2 if lane.joins_two else 0)
        words = "because" if state.revealed else self.private()
        day, nothing = self.pick(("2026-05-12", "")), self.pick((True, False))
        self.ask_one(
            self.somebody(),
            collect.AddNote(step, note, lane.id, words, about, "", "her", day, nothing),
            collect.AddNote(step, note, lane.id, words, about, "Housing", "her", day),
            collect.EditNote(step, note, self.pick((words, "")), "him", day, nothing),
            collect.RemoveNote(step, note),
            collect.SayNone(step, lane.id, self.pick((True, False))),
        )
        own = [(name, known) for name, known in state.notes.items() if known.author]
        if own:
            name, known = self.pick(own)
            again = "because" if state.revealed else self.private()  # nobody else's words
            self.ask(known.author, collect.EditNote(step, name, again, "him", "2026-05-13"))
        if self.pick((True, False)):
            reveal = collect.RevealNotes(step, self.pick((True, False)))
            merge = collect.MergeNotes(step, note, self.pick((other, other, "")))
            self.ask_one(self.chair, reveal, merge, merge)
        alike = [
            pair
            for pair in permutations(state.notes, 2)
            if may_merge(*(state.notes[each] for each in pair))
        ]
        if state.revealed and alike:
            self.ask(self.chair, collect.MergeNotes(step, *self.pick(alike)))

    def talk(self, step: StepId, state: turns.State) -> None:
        self.ask(self.chair, turns.Talk(step, self.pick((*state.items, None))))
        self.ask(self.somebody(), turns.Write(step, self.item(), self.pick(("", "heard why"))))
        self.ask(self.somebody(), turns.Present(step, self.pick((self.somebody(), None))))
        said = turns.SayBack(step, self.pick((*state.items, "nothing")), self.pick((True, False)))
        self.ask(self.pick((self.somebody(), self.chair)), said)

    def answer_notice(self, step: StepId, settings: gate.Settings) -> None:
        member, agreed = self.somebody(), self.pick((True, True, False))
        version = self.pick((settings.version, settings.version, "old"))
        said = gate.Acknowledge(step, agreed, version, self.pick(("", "why")))
        self.ask(member, said)
        self.ask(self.chair, gate.RecordAnswer(step, self.anybody(), agreed, version))

    def answer_notices(self) -> None:
        """Let everybody who is here answer every notice, so that the meeting can go on."""
        for step in self.meeting.agenda:
            settings, state = step.plan.settings, step.state
            if not isinstance(settings, gate.Settings) or not isinstance(state, gate.State):
                continue
            for member in gate.unanswered(settings, state, self.meeting.members):
                self.ask(member, gate.Acknowledge(step.plan.id, True, settings.version))

    def write_on_sheet(self, step: StepId, settings: form.Settings, state: form.State) -> None:
        voiced = [field for field in settings.fields if field.voice]
        field = self.pick((*settings.fields, *voiced * 3))
        value = self.pick((*self.values(field), "something else"))
        sheet = self.pick((*form.sheets(settings, state, self.meeting.members), "nobody’s"))
        known = state.entry(sheet, field.id)
        seen = self.pick((known.value if known else "", ""))
        by = self.pick((self.somebody(), self.chair))
        self.ask(by, form.Fill(step, sheet, field.id, value, "why", "her", "2026-05-12", seen))
        self.ask_one(
            self.chair,
            form.ReadOut(step, sheet, field.id),
            form.ReadOut(step, sheet, field.id),
            form.ClearField(step, sheet, field.id, value),
        )

    def values(self, field: form.Field) -> tuple[str, ...]:
        match field.kind:
            case "yes_no":
                return form.YES_NO
            case "choice":
                return field.choices
            case "date":
                return ("2026-05-12", "2028-02-29")
            case "number":
                return ("3", "0.5")
            case "people":
                return tuple(self.meeting.members)
            case _:
                return ("Tuesdays", "We rang\n\ntwice")

    def promise(self, step: StepId, settings: commit.Settings, state: commit.State) -> None:
        terms = Terms(self.pick(("Call", "Visit")), self.pick(("", "2026-05-12", "soon")))
        owners = Named((self.somebody(),), self.pick(((), ("Police",))), self.pick(("", "Gran")))
        personal = settings.personal and self.pick((True, False))
        made = commit.MakePromise(step, f"promise{len(self.acts)}", terms, owners, personal)
        self.ask(self.somebody(), made)
        known = self.pick((*state.promises, made.promise))
        held = state.promises.get(known)
        owner = held.owners[0].key if held else owners.members[0]
        self.ask_one(
            self.pick((owners.members[0], self.chair)),
            commit.ChangePromise(step, known, Terms("Rest"), held.at if held else self.at, owners),
            commit.WithdrawPromise(step, known),
            commit.AcceptPromise(step, known, owner, self.pick((True, False))),
            commit.EnterResult(step, known, self.pick(("done", "changed")), "twice", "2026-06-01"),
        )
        before = [name for name, promise in state.promises.items() if promise.carried]
        if before:
            self.ask(self.chair, commit.EnterResult(step, self.pick(before), "done", "twice"))

    def finish(self, step_id: StepId) -> None:
        """Bring a step to its end, so that the ones after it can be opened."""
        self.ask(self.chair, c.Resume())
        self.answer_notices()
        self.ask(self.chair, c.OpenStep(step_id))
        step = find(self.meeting.agenda, step_id)
        match step.plan.settings, step.state:
            case judge.Settings() as settings, judge.State() as state if not state.revealed:
                for member in silent(self.meeting.members, ()):
                    self.give(member.id, step_id, settings, state)
                self.reveal(step_id, even_so=True)
            case _, settle.State() as state:
                for slot in range(len(state.slots)):
                    self.fill(step_id, slot)
            case collect.Settings() as settings, collect.State() as state:
                self.fill_lanes(step_id, settings, state)

    def fill_lanes(self, step: StepId, settings: collect.Settings, state: collect.State) -> None:
        for lane in settings.lanes:
            if lane.about_one or lane.joins_two:
                continue
            for _ in range(self.pick((1, 2))):
                note, words = f"note{len(self.acts)}", self.private()
                self.ask(
                    self.somebody(),
                    collect.AddNote(step, note, lane.id, words, (), "", "her", "2026-05-12"),
                )
        if not state.revealed:
            self.ask(self.chair, collect.RevealNotes(step, even_so=True))

    def fill(self, step_id: StepId, slot: int) -> None:
        state = find(self.meeting.agenda, step_id).state
        assert isinstance(state, settle.State)
        if state.text is not None:
            self.fill_page(step_id, state.text)
            return
        taken = {filled.item for filled in state.slots}
        item = state.slots[slot].item or next(i for i in state.items() if i not in taken)
        self.ask(self.chair, settle.Propose(step_id, slot, item))
        self.stand_and_settle(step_id, slot, item)

    def stand_and_settle(self, step_id: StepId, slot: int, item: ItemId) -> None:
        for member in silent(self.meeting.members, ())[:2]:
            self.ask(member.id, settle.Stand(step_id, slot, item, self.pick(("yes", "no")), "why"))
        if self.pick((True, False, False)):
            self.ask(self.chair, settle.Escalate(step_id, slot, item, f"d{len(self.acts)}"))
        self.ask(self.chair, settle.Agree(step_id, slot, item, "", True, True))

    def fill_page(self, step_id: StepId, text: pen.Text) -> None:
        self.ask(self.chair, pen.TakePen(step_id))
        self.ask(self.chair, pen.Write(step_id, f"We meet {len(self.acts)}.", text.version))
        beside = f"words{len(self.acts)}"
        self.ask(self.somebody(), pen.Suggest(step_id, beside, "Soon."))
        self.ask_one(
            self.chair,
            pen.Include(step_id, beside, text.version + 1),
            pen.Withdraw(step_id, beside),
            pen.PutDown(step_id),
        )
        state = find(self.meeting.agenda, step_id).state
        assert isinstance(state, settle.State)
        self.stand_and_settle(step_id, 0, state.slots[0].item or "v0")

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
            judge.Slip(step, "short", Ballot((), "", {item: slot}, {}, unsure=False)),
            judge.Reveal(step, even_so=True),
            c.OpenSlips(judge.Reveal(step), ()),
            settle.Propose(step, slot, item),
            settle.Clear(step, slot),
            settle.Stand(step, slot, item, "no", ""),
            settle.Agree(step, slot, item, "", True, True),
            settle.Reopen(step, slot),
            pen.Write(step, "Mine", 0),
            disagreements.Resolve("d1", "agreed", ""),
            sides.JoinSide("nothing", "one"),
            gate.Acknowledge(step, True, ""),
            gate.RecordAnswer(step, member, False, ""),
            form.Fill(step, "room", "nothing", ""),
            form.ClearField(step, "room", "nothing", ""),
            form.ReadOut(step, "room", "nothing"),
            commit.MakePromise(step, "../..", Terms(""), Named((member,))),
            commit.ChangePromise(step, "p", Terms("Call"), 0),
            commit.WithdrawPromise(step, "p"),
            commit.AcceptPromise(step, "p", member),
            commit.EnterResult(step, "p", "done"),
            collect.AddNote(step, "../..", "alike", "because", (item, item)),
            collect.EditNote(step, "note1", "x" * 601),
            collect.RemoveNote(step, "note1"),
            collect.RevealNotes(step, even_so=True),
            collect.MergeNotes(step, "note1", "note1"),
            collect.SayNone(step, "nowhere"),
            turns.Talk(step, item),
            turns.Write(step, item, "heard"),
            turns.Present(step, member),
            turns.SayBack(step, item),
            remarks.Answer("remark1", "x" * 601),
            remarks.NeedLonger("nowhere", True, member),
            h.Begin(),
            h.Sit("nowhere"),
            h.AddTable("t1", "DEF567"),
            t.Ready(),
            t.AskHelp(),
            t.MoveAway(member, 2),
            t.Follow(step, 9),
        )


_LIKELY: tuple[Callable[[_Play], None], ...] = (
    _Play.park,
    _Play.give_out,
    _Play.plan,
    _Play.word_anew,
    _Play.explain,
    _Play.danger,
    *[_Play.work] * 6,
    *[_Play.steer] * 2,
    _Play.hand,
    _Play.remark,
    _Play.disagree,
    _Play.door,
    _Play.newcomer,
    _Play.sort_out_people,
    _Play.keep_register,
    _Play.put_right,
    _Play.forget,
    _Play.lose_the_chair,
    *[_Play.wild] * 3,
)
_IN_TRAINING = (*_LIKELY, *[_Play.train] * 12)
