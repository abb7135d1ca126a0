"""A meeting with as much to put on one page as a long table of talkative people leaves behind."""

from random import Random

from consensus import commands as c
from consensus.items import ItemId, StepId
from consensus.meeting import decide, evolve, prepare, start
from consensus.people import MemberId, Role
from consensus.state import Meeting
from consensus.steps import collect, judge, settle, turns
from server import library
from server.words import FALLBACK

PEOPLE = {
    "Oluwaseun Adebayo-Whitcombe": "Police, Safeguarding Investigation Unit",
    "Margaret Featherstonehaugh": "Children’s Social Care, Assessment Team",
    "Priya Ramanathan Subramaniam": "St Bartholomew’s Church of England Primary School",
    "Sam Okoro": "Health visiting service, North locality",
    "Rhiannon Llewellyn-Griffiths": "Voluntary sector: Young Carers Together",
    "Dana O’Shaughnessy": "Parent or carer",
    "Tomasz Wiśniewski": "Police",
    "Fatima Al-Khatib Rahman": "Probation and youth justice service",
    "Christopher Bartholomew-Smythe": "School",
    "Mei-Ling Zhang": "Health",
    "Josephine Abernathy": "Housing and neighbourhoods",
    "Kwame Mensah-Boateng": "Advocate",
}
NOTE = "It only holds when one person keeps the thread, and families notice that before all else"
REASON = (
    "We heard from three agencies that nothing else we plan lasts a week unless this is in place"
)
NO = "I cannot stand behind this while nobody has asked the children what they make of it"
TITLE = "Working together: spring course for lead practitioners, table 4"

MINUTE = 60_000
BEGAN = 1_795_342_000_000  # 22 November 2026


def full_house() -> Meeting:
    """Return the finished meeting: twelve people, ten statements, twelve notes, two who say no."""
    return _House().through()


class _House:
    def __init__(self) -> None:
        self.lots = Random(1)
        template = library.template(FALLBACK, "task-5-1")
        items = library.statement_set(FALLBACK, template.statements).items
        self.at = BEGAN
        self.meeting = start(prepare(template, TITLE, template.purpose, items, self.at))
        self.people = [f"m{number}" for number in range(len(PEOPLE))]

    def through(self) -> Meeting:
        for member, (name, agency) in zip(self.people, PEOPLE.items(), strict=True):
            role: Role = "chair" if member == "m0" else "participant"
            self.do(None, c.Join(member, name, agency, role))
        for step in self.meeting.agenda:
            self.do("m0", c.OpenStep(step.plan.id))
            self.hold(step.plan.id)
        self.do(None, c.Leave("m10"))
        self.do("m0", c.Remove("m11"))
        self.do("m0", c.Close())
        for member in self.people[:-2]:
            self.do(None, c.Leave(member))
        return self.meeting

    def do(self, by: MemberId | None, command: c.Command) -> None:
        self.at += MINUTE // 6
        for event in decide(self.meeting, command, by, self.at):
            self.meeting = evolve(self.meeting, event)

    def hold(self, step_id: StepId) -> None:
        step = next(step for step in self.meeting.agenda if step.plan.id == step_id)
        match step.plan.settings, step.state:
            case judge.Settings() as settings, judge.State(items=items):
                self.judge(step_id, settings, items)
            case settle.Settings(), settle.State() as state:
                for slot, item in zip(range(len(state.slots)), state.items(), strict=False):
                    self.settle(step_id, slot, item)
            case collect.Settings(lanes=lanes), collect.State(items=items):
                for number, member in enumerate(self.people):
                    two = self.lots.sample(items, 2)
                    lane = lanes[number % 2].id
                    note = collect.AddNote(step_id, f"n{number}", lane, NOTE, tuple(two))
                    self.do(member, note)
            case turns.Settings(), turns.State(items=items):
                for item in items:
                    self.do("m0", turns.Talk(step_id, item))
                    if step_id == "talk":
                        self.do("m0", turns.Write(step_id, item, NOTE))

    def judge(self, step: StepId, settings: judge.Settings, items: tuple[ItemId, ...]) -> None:
        for member in self.people:
            if settings.again and member == "m5":
                continue
            order = self.lots.sample(items, settings.choose or len(items))
            because = NOTE if settings.choose and self.lots.random() < 0.6 else ""
            self.do(member, judge.Cast(step, tuple(order), because))
        self.do("m0", judge.Reveal(step, even_so=True))

    def settle(self, step: StepId, slot: int, item: ItemId) -> None:
        self.do("m0", settle.Propose(step, slot, item))
        for member in self.people:
            if (slot, member) == (1, "m4"):
                continue
            against = (slot, member) in {(1, "m3"), (1, "m8")}
            word = settle.Stand(step, slot, item, "no" if against else "yes", NO if against else "")
            self.do(member, word)
        self.do("m0", settle.Agree(step, slot, item, REASON, even_so=True, keep_dissent=True))
