"""Three meetings as they were played, word for word, to compare their records with.

One is about a child: a strategy meeting with people who say no, an agency that did not come, an
exclusion, an escalated disagreement, somebody who was taken out, a caller without a screen and an
alert. Another goes on from it. The third is of a training group that ranks twice. Everybody in them
is invented.
"""

from consensus import commands as c
from consensus.agendas import planning
from consensus.answers import pen, sides
from consensus.answers.promises import Named, Terms
from consensus.carried import Carried
from consensus.items import ITSELF
from consensus.meeting import decide, evolve, prepare, start
from consensus.people import MemberId, Role
from consensus.record.written import record
from consensus.roomwide import (
    agencies,
    contacts,
    disagreements,
    glossary,
    parking,
    register,
    remarks,
    risk,
)
from consensus.series import carry
from consensus.state import Meeting
from consensus.steps import collect, commit, form, gate, judge, settle, turns
from server import library
from server.exports.document import Document, document
from server.words import FALLBACK, Words

MINUTE = 60_000
BEGAN = 1_778_580_000_000  # 12 May 2026, 10:00 UTC

AWAY = "Nobody asked his gran, who sees him most"
FEAR = "He runs off when people come unannounced"
SEEN = "He did, twice in April"
ENOUGH = "A visit with his gran there"
ALARM = "He said that somebody waits for him outside"
WISH = "He shouted at mum last time"
MESSAGE = "We will come and see you on Thursday.\n\nAna will ring first."
DECISION = "An enquiry begins today. Kit leads it."


class Played:
    """A meeting that is being played. Everything that is asked takes a few seconds."""

    def __init__(
        self, template: str, title: str, focus: str = "", carried: Carried | None = None
    ) -> None:
        plan = library.template(FALLBACK, template)
        named = plan.statements and library.statement_set(FALLBACK, plan.statements).items
        prepared = prepare(
            plan,
            title,
            plan.purpose,
            named or (),
            BEGAN,
            focus=focus,
            starts=BEGAN + 30 * MINUTE,
            rules=library.rules(FALLBACK, plan.rules),
            carried=carried,
        )
        self.at = BEGAN
        self.meeting: Meeting = start(prepared)

    def do(self, by: MemberId | None, *commands: c.Command) -> None:
        """Let somebody, or the server, ask for something, which they get."""
        for command in commands:
            self.at += 5_000
            for event in decide(self.meeting, command, by, self.at):
                self.meeting = evolve(self.meeting, event)

    def join(self, member: MemberId, agency: str, role: Role = "participant") -> None:
        """Let somebody come in."""
        self.do(None, c.Join(member, member.capitalize(), agency, role))

    def wait(self, minutes: int) -> None:
        """Let time go by."""
        self.at += minutes * MINUTE


def read(meeting: Meeting) -> Document:
    """Return a meeting's record in English."""
    names = {member.id: member.name for member in meeting.members.values()}
    return document(record(meeting), Words(FALLBACK), names)


# --- a meeting about a child ------------------------------------------------------------------


def strategy() -> Meeting:
    """Return the finished meeting about J.M."""
    play = Played("strategy", "Strategy meeting", "J.M.")
    _come_in(play)
    _answer_the_notice(play)
    _share(play)
    _say_how_safe(play)
    _decide(play)
    _promise(play)
    play.do("kit", c.Close())
    return play.meeting


def _come_in(play: Played) -> None:
    play.join("kit", "Social care", "chair")
    play.join("ana", "Health")
    play.join("ben", "School")
    play.join("cam", "Police")
    play.join("rae", "Social care", "recorder")
    play.join("mo", "Family", "family")
    play.join("zed", "School")
    play.do(None, c.Join("pat", "Pat", "Health", attends="proxy", beside="kit"))
    play.do(
        "kit",
        c.SetRole("mo", "family", "carer"),
        c.Remove("zed"),
        agencies.Expect("Housing", "invited", "Their only worker is on leave"),
        register.LeaveOut("uncle", "Mr Hall, his uncle", WISH, "Ana", "We write to him", "In June"),
        register.SetConsent("family", "no", "Mum fears the uncle will hear"),
        register.SetLead("Ana, Health"),
    )
    play.do("ana", contacts.Enter("01603 000000", "ana@example.org", "Dee", bringing="His chart"))
    play.do("kit", c.Amend("Strategy meeting about J.M.", play.meeting.purpose, "J.M."))


def _answer_the_notice(play: Played) -> None:
    play.do("kit", c.OpenStep("sharing"))
    notice = play.meeting.agenda[0].plan.settings
    assert isinstance(notice, gate.Settings)
    for member in ("kit", "ana", "cam", "rae", "mo"):
        play.do(member, gate.Acknowledge("sharing", True, notice.version))
    play.do("ben", gate.Acknowledge("sharing", False, notice.version, "I must ask my head first"))
    play.do("kit", gate.RecordAnswer("sharing", "pat", True, notice.version))


def _share(play: Played) -> None:
    play.do("kit", planning.SkipStep("here", "It is in the register"))
    play.do("kit", c.OpenStep("facts"), turns.Talk("facts", "Health"))
    play.wait(3)
    play.do("rae", turns.Write("facts", "Health", "He lost four kilos since March"))
    play.do("cam", remarks.Ask("r1", "facts", "", "four kilos", "ana", "Who weighed him?"))
    play.do("ana", remarks.Answer("r1", "The practice nurse"))
    play.do("kit", c.OpenStep("picture"))
    add = collect.AddNote
    play.do("ben", add("picture", "n1", "worries", "He sleeps in lessons"))
    play.do("cam", add("picture", "n2", "unknown", "Where he is at night"))
    play.do(
        "ana", add("picture", "n3", "child", "I want my dog", (), "", "His nurse", "2026-05-11")
    )
    play.do("kit", collect.SayNone("picture", "unheard"))
    play.do("ben", glossary.Put("MARAC", "A meeting about high risk at home"))
    play.do("cam", parking.Add("p1", "Who pays for taxis?"))


def _say_how_safe(play: Played) -> None:
    play.do("kit", c.OpenStep("safety"))
    marks = {"kit": 5, "ana": 2, "cam": 4, "mo": 7, "ben": None, "pat": 3}
    for member, mark in marks.items():
        why = {ITSELF: "He is thin"} if member == "ana" else {}
        play.do(member, judge.Cast("safety", marks={ITSELF: mark}, whys=why))
    play.do("kit", judge.Reveal("safety", even_so=True))
    play.do("ben", risk.Raise("k1", ALARM))
    play.do("kit", risk.WritePlan("k1", "Cam", "2026-05-12T12:00", "The duty team"), c.Resume())


def _decide(play: Played) -> None:
    play.do("kit", c.OpenStep("decision"))
    play.do("kit", pen.TakePen("decision"), pen.Write("decision", "An enquiry begins.", 0))
    stand = settle.Stand
    play.do("ben", stand("decision", 0, "v1", "no", "By whom?"))
    play.do("kit", pen.Write("decision", DECISION, 1), pen.PutDown("decision"))
    for member in ("kit", "cam", "pat", "rae"):
        play.do(member, stand("decision", 0, "v2", "yes"))
    play.do("ana", stand("decision", 0, "v2", "can_live", "If it is short"))
    play.do("ben", stand("decision", 0, "v2", "no", AWAY, FEAR, SEEN, ENOUGH))
    play.do("mo", stand("decision", 0, "v2", "not_mine"))
    agree = settle.Agree("decision", 0, "v2", "He is losing weight", True, escalate="d1")
    play.do("kit", agree)
    play.do("ben", sides.Word("d1", "one", "Ask his gran first."))
    play.do("ben", sides.Confirm("d1", "one", "Ask his gran first."))
    play.do("kit", disagreements.MoveStage("d1", 2, "It cannot wait"))


def _promise(play: Played) -> None:
    play.do("kit", c.OpenStep("plan"))
    terms = Terms("See him at home", "2026-05-14", "A note in his file", cover="Dee")
    play.do("ana", commit.MakePromise("plan", "v1", terms, Named(("ana", "ben"))))
    play.do("ben", commit.AcceptPromise("plan", "v1", "ben", True))
    play.do("pat", c.ReadBack("decision"))
    play.do("kit", c.OpenStep("message"))
    play.do("kit", pen.TakePen("message"), pen.Write("message", MESSAGE, 0))
    play.do("kit", pen.PutDown("message"))
    for member in ("kit", "ana", "cam", "pat", "rae"):
        play.do(member, settle.Stand("message", 0, "v1", "yes"))
    play.do("ben", settle.Stand("message", 0, "v1", "no", "Thursday is too soon"))
    play.do("kit", settle.Agree("message", 0, "v1", even_so=True, keep_dissent=True))


# --- the meeting after it ---------------------------------------------------------------------


def follow_up() -> Meeting:
    """Return the meeting that goes on from the one about J.M. It ends before its text is agreed."""
    play = Played("options", "Options for J.M.", "J.M.", carry(strategy(), "ABC234"))
    play.join("kit", "Social care", "chair")
    play.join("ana", "Health")
    play.join("ben", "School")
    play.join("cam", "Police")
    play.do("kit", c.OpenStep("notice"))
    notice = play.meeting.agenda[0].plan.settings
    assert isinstance(notice, gate.Settings)
    for member in ("kit", "ana", "ben", "cam"):
        play.do(member, gate.Acknowledge("notice", True, notice.version))
    play.do("kit", c.OpenStep("words"))
    play.do("ana", form.Fill("words", "room", "offered", "dont_know"))
    play.do("ana", form.Fill("words", "room", "child", "I am fine", "", "Ana", "2026-05-20"))
    _weigh(play)
    _promise_more(play)
    play.do("kit", c.OpenStep("message"), pen.TakePen("message"))
    play.do("kit", pen.Write("message", "We agree.", 0))
    play.do("ben", settle.Stand("message", 0, "v1", "no", "On what?"))
    play.do("cam", settle.Stand("message", 0, "v1", "yes"))
    play.do("kit", pen.Write("message", "We agree on a visit.", 1))
    play.do("cam", remarks.Differ("r1", "message", "He moved away", "unknown"))
    play.do("cam", contacts.Enter("01603 000001", no_second=True))
    play.do("cam", risk.Raise("k1", ""))
    play.do("kit", c.Close())
    return play.meeting


def _weigh(play: Played) -> None:
    add = collect.AddNote
    play.do("kit", c.OpenStep("options"))
    play.do("ana", add("options", "o1", "options", "A visit with his gran"))
    play.do("ben", add("options", "o2", "options", "A talk at school"))
    play.do("kit", collect.RevealNotes("options", even_so=True), c.OpenStep("balance"))
    play.do("ana", add("balance", "w1", "worries", "He hides", ("o1",)))
    play.do("cam", add("balance", "w2", "worries", "He may hide", ("o1",)))
    play.do("kit", collect.MergeNotes("balance", "w2", "w1"), c.OpenStep("views"))
    play.do("cam", add("views", "f1", "offers", "", ("o1",), nothing=True))
    play.do("ana", add("views", "v1", "child", "Only with gran", ("o1",), "", "Ana", "2026-05-20"))


def _promise_more(play: Played) -> None:
    play.do("kit", c.OpenStep("promises"))
    play.do("ana", commit.EnterResult("promises", "v1", "changed", "He was out", "2026-06-01"))
    trial = Terms(
        "Visit with his gran",
        "2026-06-02",
        tells_family=True,
        think="He stays when she is there",
        trial="One visit",
        look="Whether he talks",
    )
    play.do("ana", commit.MakePromise("promises", "p2", trial, Named(("ana",), others="Gran")))


# --- a training group -------------------------------------------------------------------------

ORDERS = {
    "ana": ("123456789", "123456789"),
    "ben": ("213456789", "123456789"),
    "cam": ("987654321", "321456789"),
    "dot": ("123456798", "123456798"),
}


def training() -> Meeting:
    """Return the finished exercise: Cam would turn everybody's order round, and moves."""
    play = Played("task-5-1", "Spring course, table 4")
    play.do(None, c.Join("kit", "Kit", "Training", "chair", voice=False))
    for member, agency in zip(ORDERS, ("Health", "School", "Police", "Health"), strict=True):
        play.join(member, agency)
    play.do("kit", c.OpenStep("choose"))
    for member in ORDERS:
        chosen = "s10" if member != "cam" else "s1"
        play.do(member, judge.Cast("choose", (chosen,), f"{member} says so"))
    play.do("kit", judge.Reveal("choose", even_so=True), c.OpenStep("discard"))
    play.do("kit", settle.Propose("discard", 0, "s10"))
    for member in ("ana", "ben", "dot"):
        play.do(member, settle.Stand("discard", 0, "s10", "yes"))
    play.do("cam", settle.Stand("discard", 0, "s10", "no", "It is the one that families see"))
    play.do("kit", settle.Agree("discard", 0, "s10", "The others hold it up", True, True))
    for at, step in enumerate(("rank", "rank-again")):
        play.do("kit", c.OpenStep(step))
        for member, orders in ORDERS.items():
            order = tuple(f"s{number}" for number in orders[at])
            play.do(member, judge.Cast(step, order, "Trust first" if member == "ana" else ""))
        play.do("kit", judge.Reveal(step, even_so=True))
    play.do("kit", c.OpenStep("five"))
    for slot in range(5):
        item = f"s{slot + 1}"
        play.do("kit", settle.Propose("five", slot, item))
        for member in ORDERS:
            play.do(member, settle.Stand("five", slot, item, "yes"))
        play.do("kit", settle.Agree("five", slot, item, f"reason {slot + 1}", True))
    play.do("kit", c.Close())
    return play.meeting
