"""Whole meetings that play themselves, a state at a time, so that a test can look at every screen.

Each story of `STORIES` plays the agenda of a template with real people on real lines. It says the
name of each state once the room has reached it, and goes on when it is asked for the next.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack

from consensus import commands as c
from consensus.answers import pen
from consensus.answers.ballots import Answer, Ballot, Marks
from consensus.answers.promises import Named, Terms
from consensus.answers.stances import StanceWord
from consensus.commands import PersonCommand
from consensus.items import ITSELF, StepId
from consensus.steps import collect, commit, form, gate, judge, settle, turns
from server.demo.client import Door, RoomClient
from server.wire import Ack

# Name, agency and what they are here as. The first is the one whose screen a test looks at.
PEOPLE = [
    ("Ana", "School", "professional"),
    ("Ben", "Health", "professional"),
    ("Cam", "Social care", "professional"),
    ("Kit’s mother", "Family", "carer"),
    ("Gus", "Advocates", "advocate"),
]
CHAIR = {"name": "Robin", "agency": "Social care", "voice": "on"}
MEETING = {"title": "Ways forward for Kit", "focus": "K, ref 4711"}

# What a text is called in which one version has been written.
FIRST_WORDS = "v1"

Story = AsyncIterator[str]


class Whole:
    """A chair and five people in a case room; `code` and the seats let browsers join them."""

    def __init__(self, site: str, template: str) -> None:
        self._site = site
        self._template = template
        self._lines = AsyncExitStack()
        self._swapped = False
        self.door = Door(site)
        self.people: list[RoomClient] = []
        self.seats: list[str] = []

    async def __aenter__(self) -> "Whole":
        self.code, self.chair_seat = await self.door.open_room(
            template=self._template, **MEETING, **CHAIR
        )
        self.chair = await self._line(self.chair_seat)
        self.seats = [await self.knock(*person) for person in PEOPLE]
        await self.do(c.AdmitAll())
        self.people = [await self._line(seat) for seat in self.seats]
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._lines.aclose()

    async def _line(self, seat: str) -> RoomClient:
        return await self._lines.enter_async_context(RoomClient(self._site, self.code, seat))

    async def knock(self, name: str, agency: str, here_as: str = "professional") -> str:
        """Let somebody come to the door; return their seat, for a browser to take."""
        return await self.door.join(self.code, name, agency, **{"as": here_as})

    async def wall_key(self) -> str:
        """Return the key of the wall."""
        return await self.door.wall_key(self.code, self.chair_seat)

    @property
    def everybody(self) -> list[RoomClient]:
        """The people, and the chair last, who has a voice of their own here."""
        return [*self.people, self.chair]

    async def do(self, *commands: PersonCommand, by: RoomClient | None = None) -> int:
        """Let the chair, or somebody else, do things; return the position after the last."""
        position = 0
        for command in commands:
            answer = await (by or self.chair).do(command)
            assert isinstance(answer, Ack), (command, answer)
            position = answer.position
        return position

    async def each(self, command: Callable[[int], PersonCommand], *, start: int = 0) -> None:
        """Let everybody do the like, numbered in order, perhaps all but the first."""
        for number, person in list(enumerate(self.everybody))[start:]:
            await self.do(command(number), by=person)

    async def mark(self) -> int:
        """Change what every screen is told and none shows; return the position to wait for."""
        self._swapped = not self._swapped
        return await self.do(c.OrderHands("least_heard" if self._swapped else "raised"))

    # --- what several stories have in common ---

    def id_of(self, number: int) -> str:
        """Return the id of one of the people."""
        return self.people[number].records.by_key["me"].id  # type: ignore[attr-defined,no-any-return]

    async def notice(self, step: StepId) -> Story:
        """Everybody is asked; the second does not agree."""
        await self.do(c.OpenStep(step))
        yield "asked"
        await self.do(await self.answer_to(step, 0), by=self.people[0])
        yield "sent"
        await self.answer_but_the_first(step)
        yield "settled"

    async def answer_but_the_first(self, step: StepId) -> None:
        """Let all but the first answer a notice."""
        for number, person in list(enumerate(self.everybody))[1:]:
            await self.do(await self.answer_to(step, number), by=person)

    async def answer_to(self, step: StepId, number: int) -> gate.Acknowledge:
        """Return what one of the people answers to a notice."""
        key = f"notice/{step}"
        await self.chair.until(lambda records: key in records.by_key)
        version = self.chair.records.one(gate.NoticeRecord, key).version
        note = "I would rather not be recorded" if number == 1 else ""
        return gate.Acknowledge(step, not note, version, note)

    async def judged(
        self,
        step: StepId,
        answers: list[Answer] | None = None,
        marks: list[Marks] | None = None,
        because: str = "",
    ) -> Story:
        """Everybody answers for themselves; then all is opened."""

        def cast(number: int) -> judge.Cast:
            why = because if number == 0 else ""
            if answers:
                return judge.Cast(step, answers[number % len(answers)], why)
            return judge.Cast(step, marks=(marks or [])[number % len(marks or [])], because=why)

        await self.do(c.OpenStep(step))
        yield "private"
        await self.do(cast(0), by=self.people[0])
        yield "sent"
        await self.each(cast, start=1)
        await self.do(judge.Reveal(step))
        yield "revealed"

    async def spoken(self, step: StepId, keep: str = "") -> Story:
        """The first has a turn, and what is to be kept of it is written down."""
        await self.do(c.OpenStep(step))
        yield "before"
        key = f"turns/{step}"
        await self.chair.until(lambda records: key in records.by_key)
        first = self.chair.records.one(turns.TurnsRecord, key).items[0]
        await self.do(turns.Talk(step, first))
        yield "speaking"
        if keep:
            await self.do(turns.Write(step, first, keep))
        await self.do(turns.Talk(step, None))
        yield "spoken"

    async def written(self, step: StepId, words: str, dissent: str = "") -> Story:
        """The first writes, everybody takes a stance, and it is settled."""
        ana = self.people[0]
        await self.do(c.OpenStep(step))
        yield "empty"
        await self.do(pen.TakePen(step), by=ana)
        yield "with the pen"
        await self.do(pen.Write(step, words, 0), pen.PutDown(step), by=ana)
        await self.do(pen.Suggest(step, "more", "Thank you, Kit."), by=self.people[1])
        yield "written"
        await self.stood(step, FIRST_WORDS, dissent)
        yield "stood"
        await self.do(settle.Agree(step, 0, FIRST_WORDS, "It is plain", True, True))
        yield "settled"

    async def stood(self, step: StepId, item: str, dissent: str = "") -> None:
        """Everybody takes a stance of their own, the fourth perhaps a "no"."""
        words: list[StanceWord] = ["yes", "yes_note", "can_live", "yes", "not_mine", "yes"]

        def stand(number: int) -> settle.Stand:
            if dissent and number == 3:
                fear, way = "Kit may feel passed round", "Ask Kit tomorrow"
                return settle.Stand(step, 0, item, "no", dissent, harm=fear, would_settle=way)
            note = "Ask the brother too" if words[number] == "yes_note" else ""
            return settle.Stand(step, 0, item, words[number], note)

        await self.each(stand)

    async def promised(self, step: StepId) -> Story:
        """Two promise something together, and one says yes."""
        await self.do(c.OpenStep(step))
        yield "empty"
        terms = Terms("Arrange a bus pass", "2027-12-01", how="Kit rides the bus")
        owners = Named((self.id_of(0), self.id_of(1)), (), "Kit’s aunt")
        await self.do(commit.MakePromise(step, "pass", terms, owners), by=self.people[0])
        yield "made"
        await self.do(commit.AcceptPromise(step, "pass", self.id_of(1)), by=self.people[1])
        yield "accepted"


async def of(step: str, states: Story) -> Story:
    """Say which step the states are of."""
    async for state in states:
        yield f"{step}, {state}"


# --- the stories --------------------------------------------------------------------------------


async def options(room: Whole) -> Story:
    """Options are collected, weighed, ranked and talked about; one is agreed, with a "no"."""
    ana, _, _, mother, _ = room.people
    yield "lobby"
    async for state in of("notice", room.notice("notice")):
        yield state
    await room.do(c.OpenStep("words"))
    yield "words, empty"
    said = form.Fill(
        "words", "room", "child", "I want my friends near", "", "her aunt", "2026-11-20"
    )
    await room.do(said, form.Fill("words", "room", "offered", "yes"), by=ana)
    yield "words, filled"
    await room.do(form.ReadOut("words", "room", "child"), c.OpenStep("options"))
    yield "options, empty"
    ways = ["Stay with her aunt in the week", "Move to the school nearby", "More help at home"]
    for number, words in enumerate(ways):
        note = collect.AddNote("options", f"way{number}", "options", words)
        await room.do(note, by=room.people[number])
    yield "options, private"
    await room.do(collect.RevealNotes("options", even_so=True))
    yield "options, revealed"
    await room.do(c.OpenStep("balance"))
    for number, (lane, words) in enumerate(
        [
            ("strengths", "Her aunt knows her well"),
            ("worries", "It is a long way to school"),
            ("unknown", "How long the aunt can do it"),
            ("change", "A bus pass would help"),
        ]
    ):
        weighed = collect.AddNote("balance", f"weight{number}", lane, words, ("way0",))
        await room.do(weighed, by=room.people[number])
    yield "balance"
    await room.do(c.OpenStep("views"))
    view = collect.AddNote(
        "views", "view", "family", "We trust her aunt", ("way0",), "", "said here", "2026-11-22"
    )
    await room.do(view, by=mother)
    offer = collect.AddNote("views", "offer", "offers", "A place at breakfast club", ("way0",))
    await room.do(offer, by=ana)
    yield "views"
    await room.do(c.OpenStep("unheard"))
    await room.do(collect.AddNote("unheard", "brother", "unheard", "Nobody asked her brother"))
    yield "unheard"
    orders: list[Answer] = [
        ("way0", "way1", "way2"),
        ("way0", "way2", "way1"),
        ("way1", "way0", "way2"),
    ]
    async for state in of("rank", room.judged("rank", orders, because="She sleeps well there")):
        yield state
    async for state in of("whys", room.spoken("whys", "We mean different things by near")):
        yield state
    await room.do(c.OpenStep("decision"))
    yield "decision, empty"
    await room.do(settle.Propose("decision", 0, "way0"))
    yield "decision, proposed"
    await room.stood("decision", "way0", "She has not been asked")
    yield "decision, stood"
    await room.do(settle.Agree("decision", 0, "way0", "It is what she asked for", True, True))
    yield "decision, settled"
    async for state in of("promises", room.promised("promises")):
        yield state
    message = "Kit will stay with her aunt in the week.\nWe all meet again on 1 December."
    async for state in of("message", room.written("message", message)):
        yield state
    await room.do(c.Pause())
    yield "paused"


async def strategy(room: Whole) -> Story:
    """What is known is shared, safety is judged, and a decision is written."""
    async for state in of("sharing", room.notice("sharing")):
        yield state
    await room.do(c.OpenStep("here"))
    await room.do(form.Fill("here", "room", "family-knows", "no", "It would not be safe yet"))
    yield "here"
    async for state in of("facts", room.spoken("facts", "Three mornings missed")):
        yield state
    await room.do(c.OpenStep("picture"))
    for number, (lane, words) in enumerate(
        [("worries", "Kit is often tired"), ("working", "Kit likes drawing"), ("unknown", "Nights")]
    ):
        note = collect.AddNote("picture", f"note{number}", lane, words)
        await room.do(note, by=room.people[number])
    yield "picture"
    marks: list[Marks] = [{ITSELF: 4}, {ITSELF: 2}, {ITSELF: None}, {ITSELF: 7}]
    async for state in of("safety", room.judged("safety", marks=marks, because="Gran is there")):
        yield state
    words = "An enquiry begins. Social care leads it."
    async for state in of("decision", room.written("decision", words, "It is too soon")):
        yield state
    async for state in of("plan", room.promised("plan")):
        yield state


async def disagreement(room: Whole) -> Story:
    """Each side writes its own lines and is heard, and what differs is judged way by way."""
    async for state in of("rules", room.notice("rules")):
        yield state
    await room.do(c.OpenStep("issue"))
    filled = form.Fill("issue", "School", "issue", "Whether Kit can go on the trip")
    await room.do(filled, by=room.people[0])
    yield "issue"
    async for state in of("heard", room.spoken("heard")):
        yield state
    first = room.chair.records.one(turns.TurnsRecord, "turns/heard").items[0]
    await room.do(turns.SayBack("heard", first))
    yield "heard, said back"
    await room.do(c.OpenStep("common"))
    for number, (lane, text) in enumerate(
        [("agree", "Kit wants to go"), ("ways", "Go for one day"), ("ways", "Go with an aunt")]
    ):
        note = collect.AddNote("common", f"note{number}", lane, text)
        await room.do(note, by=room.people[number])
    yield "common"
    marks: list[Marks] = [{"note1": 4, "note2": 2}, {"note1": 5, "note2": None}]
    async for state in of("levels", room.judged("levels", marks=marks)):
        yield state
    await room.do(c.OpenStep("outcome"), pen.TakePen("outcome"))
    await room.do(pen.Write("outcome", "Kit goes for one day.", 0), pen.PutDown("outcome"))
    await room.stood("outcome", FIRST_WORDS, "A day is too little")
    agreed = settle.Agree("outcome", 0, FIRST_WORDS, "", True, escalate="dayorweek")
    await room.do(agreed)
    yield "outcome, escalated"


async def joint_supervision(room: Whole) -> Story:
    """People think together: one tells, all write in private, and answers belong to nobody."""
    async for state in of("notice", room.notice("notice")):
        yield state
    await room.do(c.OpenStep("why"))
    await room.do(form.Fill("why", "room", "reason", "It is stuck"))
    yield "why"
    await room.do(c.OpenStep("story"), turns.Present("story", room.id_of(2)))
    async for state in of("story", room.spoken("story")):
        yield state
    await room.do(c.OpenStep("day"))
    yield "day, empty"
    for number, lane in enumerate(["lived", "feel", "unheard"]):
        note = collect.AddNote("day", f"note{number}", lane, f"Something about the day ({number})")
        await room.do(note, by=room.people[number])
    yield "day, private"
    await room.do(collect.RevealNotes("day", even_so=True))
    yield "day, revealed"

    def slip(number: int) -> judge.Slip:
        ballot = Ballot((), "", {ITSELF: number + 2}, {}, unsure=False)
        return judge.Slip("together", f"{number}" * 24, ballot)

    await room.do(c.OpenStep("together"))
    yield "together, private"
    await room.each(slip)
    yield "together, sent"
    await room.do(judge.Reveal("together"))
    yield "together, revealed"
    await room.do(c.OpenStep("differently"))
    yield "differently"
    async for state in of("leaving", room.spoken("leaving")):
        yield state


STORIES: dict[str, Callable[[Whole], Story]] = {
    "options": options,
    "strategy": strategy,
    "disagreement": disagreement,
    "joint-supervision": joint_supervision,
}
