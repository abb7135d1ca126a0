"""Two meetings that were written as stories first and then played, to compare their records with.

The first is an options meeting about R.T.: nine people of six agencies and a family, and nearly
everything that can happen to a meeting. The second is Task 5.1 at one table of a course. Everybody
in them is invented.
"""

from msgspec.structs import replace

from consensus import commands as c
from consensus.agenda import StepPlan
from consensus.agendas import planning
from consensus.answers import pen, sides
from consensus.answers.ballots import Ballot
from consensus.answers.promises import Named, Terms
from consensus.items import ITSELF, Source
from consensus.roomwide import (
    agencies,
    contacts,
    corrections,
    disagreements,
    glossary,
    parking,
    register,
    remarks,
    risk,
    wording,
)
from consensus.state import Meeting
from consensus.steps import collect, commit, form, gate, judge, settle, turns
from tests.server.exports.played import Played

OPTIONS = {"o1": "A visit with his gran", "o2": "A talk at school", "o3": "Wait two weeks"}
FIRST = {
    "kit": "o1 o2 o3",
    "ana": "o1 o2 o3",
    "ben": "o3 o2 o1",
    "cam": "o1 o3 o2",
    "pat": "o1 o2 o3",
    "dot": "o2 o1 o3",
    "mo": "o1 o2 o3",
}
SECOND = {**FIRST, "ben": "o2 o1 o3", "dot": "o1 o2 o3"}
ALARM = "Somebody waits for him at the gate"
WISH = "He shouted at Mo at the last meeting"
NO = "His school day falls apart when people visit"
HARM = "He will stop coming to school"
EVIDENCE = "He missed four days after the last visit"
SETTLES = "A visit on a Saturday"
TOO_SOON = "Thursday is too soon for his mum"
TRUST = (4, 4, 3, 5, 2)
FIRST_TALKED = "Most of us think of his gran"
TALKED = "Most of us think of his gran; Ben thinks of his lessons"
HIDDEN = "Nobody asked his football coach"


# --- an options meeting about R.T. ------------------------------------------------------------


def options() -> Meeting:
    """Return the finished options meeting, with what was put right after it."""
    play = Played("options", "Options for R.T.", "R.T.")
    play.wait(30)
    _come_in(play)
    _answer_the_notice(play)
    _hear_the_family(play)
    _weigh(play)
    _ask_in_private(play)
    _decide(play)
    _disagree(play)
    _hand_over_and_promise(play)
    _write_to_the_family(play)
    play.do("ana", c.Close())
    _put_right(play)
    return play.meeting


def _come_in(play: Played) -> None:
    play.join("kit", "Social care", "chair")
    for member, agency in (("ana", "Health"), ("ben", "School"), ("cam", "Police")):
        play.join(member, agency)
    play.join("rae", "Social care", "recorder")
    play.join("ada", "Advocates for children", "advocate")
    play.do(None, c.Join("mo", "Mo", "Family", "family", seat="carer"))
    play.do(None, c.Join("pat", "Pat", "Health", attends="proxy", beside="kit"))
    play.do(None, c.Join("twin", "Ana M", "Health"), c.Join("zed", "Zed", "School"))
    play.do("kit", c.Remove("zed"), c.Merge("ana", "twin"))
    play.do("ana", c.AnswerMerge("twin", True))
    play.do(
        "kit",
        agencies.Expect("Probation", "invited", "Their only worker is on leave"),
        agencies.Expect("Fire service", "not_invited", "Nothing to do with them so far"),
        register.LeaveOut("uncle", "Mr Hall, his uncle", WISH, "Ana", "We write to him", "In June"),
        register.SetConsent("family", "yes"),
        register.SetLead("Kit, Social care"),
    )
    play.do("ana", contacts.Enter("01603 000000", "ana@example.org", "Dee", bringing="His chart"))


def _answer_the_notice(play: Played) -> None:
    play.do("kit", c.OpenStep("notice"))
    notice = play.meeting.agenda[0].plan.settings
    assert isinstance(notice, gate.Settings)
    for member in ("kit", "ana", "cam", "rae", "ada", "mo"):
        play.do(member, gate.Acknowledge("notice", True, notice.version))
    play.do("ben", gate.Acknowledge("notice", False, notice.version, "I must ask my head first"))
    play.do("kit", gate.RecordAnswer("notice", "pat", True, notice.version))
    play.wait(4)


def _hear_the_family(play: Played) -> None:
    play.do("kit", c.OpenStep("words"))
    fill = form.Fill
    dog = fill("words", "room", "child", "I want my dog to come too", "", "Ada", "2026-05-11")
    gran = fill("words", "room", "family-plan", "Gran has him at weekends", "", "Mo", "2026-05-12")
    play.do("ada", dog)
    play.do("mo", gran)
    play.do("rae", fill("words", "room", "offered", "yes"))
    play.do("kit", form.ReadOut("words", "room", "child"))
    play.do("ben", glossary.Put("CIN", "Child in need"))
    play.wait(8)
    play.join("dot", "Housing")
    notice = play.meeting.agenda[0].plan.settings
    assert isinstance(notice, gate.Settings)
    play.do("dot", gate.Acknowledge("notice", True, notice.version))


def _weigh(play: Played) -> None:
    add = collect.AddNote
    play.do("kit", c.OpenStep("options"))
    for member, option in (("ana", "o1"), ("ben", "o2"), ("cam", "o3")):
        play.do(member, add("options", option, "options", OPTIONS[option]))
    play.do("kit", collect.RevealNotes("options", even_so=True))
    play.wait(7)
    play.do("kit", c.OpenStep("balance"))
    play.do("ana", add("balance", "s1", "strengths", "He trusts her", ("o1",)))
    play.do("ben", add("balance", "w1", "worries", "He is tired on Mondays", ("o1",)))
    play.do("dot", add("balance", "w2", "worries", "He sleeps badly after it", ("o1",)))
    play.do("kit", collect.MergeNotes("balance", "w2", "w1"))
    play.do("cam", add("balance", "u1", "unknown", "Whether he would talk", ("o2",)))
    play.do("ben", glossary.Put("CIN", "A child who gets extra help"))
    play.do("cam", remarks.Ask("r1", "balance", "", "tired on Mondays", "ben", "How do you know?"))
    play.do("ben", remarks.Answer("r1", "I teach him on Mondays"))
    play.do("kit", remarks.Settle("r1"))
    play.do("dot", remarks.Differ("r2", "balance", "He is tired on Fridays too", "yes"))
    play.do("cam", parking.Add("p1", "Who pays for taxis?"))
    play.do("ben", parking.Add("p2", "School lunches"), parking.Done("p2"))
    play.wait(10)
    play.do("kit", planning.SkipStep("views", "Mo told us theirs before"), c.OpenStep("unheard"))
    play.do("ada", add("unheard", "h1", "unheard", HIDDEN))
    play.do("kit", collect.SayNone("unheard", "who-else"))
    play.wait(5)
    play.do("kit", c.OpenStep("balance"))
    play.do("cam", add("balance", "w3", "worries", "Nothing changes for him", ("o3",)))
    play.wait(3)


def _ask_in_private(play: Played) -> None:
    _check_trust(play)
    play.do("kit", c.OpenStep("rank"))
    _rank(play, "rank", FIRST, {"ben": "Visits unsettle him"})
    play.wait(6)
    play.do("kit", c.OpenStep("whys"), turns.Talk("whys", "o1"))
    play.wait(4)
    play.do("rae", turns.Write("whys", "o1", FIRST_TALKED))
    again = judge.Settings(ask="rank", again="rank")
    prompt = "Change what you see anew."
    plan = StepPlan("again", "Rank once more", prompt, 4, again, Source("rank"))
    play.do("kit", planning.AddStep(plan, "decision"), c.OpenStep("again"))
    _rank(play, "again", SECOND, {})
    play.wait(4)


def _rank(play: Played, step: str, orders: dict[str, str], whys: dict[str, str]) -> None:
    for member, order in orders.items():
        play.do(member, judge.Cast(step, tuple(order.split()), whys.get(member, "")))
    play.do("kit", judge.Reveal(step, even_so=True))


def _check_trust(play: Played) -> None:
    asked = judge.Settings(ask="level", shown="nobody")
    title, prompt = "Can you say what you think here?", "Nobody can find out who said what."
    plan = StepPlan("check", title, prompt, 2, asked, Source(take="none"))
    play.do("kit", planning.AddStep(plan, "rank"), c.OpenStep("check"))
    slips = tuple(Ballot((), "", {ITSELF: mark}, {}, False) for mark in TRUST)
    for member, slip in zip(("ana", "ben", "cam", "dot", "mo"), slips, strict=True):
        play.do(member, judge.Slip("check", f"{member}sOwnTokenThatIsLongEnough", slip))
    play.do("kit", c.OpenSlips(judge.Reveal("check", even_so=True), slips))
    play.wait(2)


def _decide(play: Played) -> None:
    play.do("ben", risk.Raise("k1", ALARM))
    play.wait(3)
    plan = risk.WritePlan("k1", "Cam", "2026-05-12T14:00", "The duty team")
    play.do("kit", plan, c.Resume())
    play.do("kit", c.OpenStep("decision"), settle.Propose("decision", 0, "o1"))
    stand = settle.Stand
    for member in ("kit", "cam", "dot", "rae", "ada"):
        play.do(member, stand("decision", 0, "o1", "yes"))
    play.do("ana", stand("decision", 0, "o1", "yes_note", "If she is told first"))
    play.do("pat", stand("decision", 0, "o1", "can_live"))
    play.do("mo", stand("decision", 0, "o1", "not_mine"))
    play.do("ben", stand("decision", 0, "o1", "no", NO, HARM, EVIDENCE, SETTLES))
    agree = settle.Agree("decision", 0, "o1", "He trusts his gran", True, escalate="d1")
    play.do("kit", agree)
    play.do("pat", c.ReadBack("decision"))
    play.wait(9)


def _disagree(play: Played) -> None:
    play.do("kit", disagreements.SaySafe("d1", "yes"))
    for words in ("No visits in school weeks.", "No visits on school days."):
        play.do("ben", sides.Word("d1", "one", words), sides.Confirm("d1", "one", words))
    for words in ("A visit this week.", "A visit this week, after school."):
        play.do("ana", sides.Word("d1", "two", words), sides.Confirm("d1", "two", words))
    play.do("kit", disagreements.MoveStage("d1", 2, "His head has to say what is possible"))
    ended = "The first visit is after school. We ask again in June."
    play.do("kit", disagreements.Resolve("d1", "partly", ended))
    for member in ("ben", "ana"):
        play.do(member, disagreements.ConfirmOutcome("d1", ended))


def _hand_over_and_promise(play: Played) -> None:
    play.do("kit", c.HandOver("ana"))
    play.do("ana", c.OpenStep("promises"))
    visit = Terms("Visit him at his gran’s", "2026-05-14", "A note in his file", cover="Dee")
    play.do("ana", commit.MakePromise("promises", "v1", visit, Named(("ana", "ben"))))
    made = play.at
    play.do("ben", commit.AcceptPromise("promises", "v1", "ben", True))
    later = Terms("Visit him at his gran’s", "2026-05-15", "A note in his file", cover="Dee")
    play.do("ana", commit.ChangePromise("promises", "v1", later, made, Named(("ana", "ben"))))
    play.do("ben", commit.AcceptPromise("promises", "v1", "ben", True))
    ring = Terms("Ring the youth club", "2026-05-20", "He tells us")
    play.do("cam", commit.MakePromise("promises", "v2", ring, Named(("cam",))))
    play.do("cam", commit.WithdrawPromise("promises", "v2"))
    letter = Terms("Write to Mr Hall", "2026-05-18", "His answer", tells_family=True)
    play.do("kit", commit.MakePromise("promises", "v3", letter, Named(("kit",))))
    play.wait(6)


def _write_to_the_family(play: Played) -> None:
    play.do(None, c.Leave("dot"))
    play.wait(1)
    play.do("ana", c.OpenStep("message"), pen.TakePen("message"))
    play.do("ana", pen.Write("message", "We will come and see you on Thursday.", 0))
    play.do("cam", settle.Stand("message", 0, "v1", "no", TOO_SOON))
    friday = "We will come and see you on Friday, after school.\n\nYour dog can come too."
    play.do("ana", pen.Write("message", friday, 1), pen.PutDown("message"))
    for member in ("ana", "kit", "ben", "cam", "pat", "rae", "ada", "mo"):
        play.do(member, settle.Stand("message", 0, "v2", "yes"))
    play.do("ana", settle.Agree("message", 0, "v2", even_so=True))
    play.wait(4)


def _put_right(play: Played) -> None:
    turn, reason = "whys.turn.o1", "decision.0.because"
    propose, answer = corrections.ProposeCorrection, corrections.AnswerCorrection
    play.do("ben", propose("c1", turn, 2, TALKED, "It was about school", FIRST_TALKED))
    play.do("rae", answer("c1", True, "", FIRST_TALKED))
    because = "The reason: He trusts his gran"
    play.do("cam", propose("c2", reason, 0, "The reason: It is quick", "I heard that", because))
    play.do("ana", answer("c2", False, "We agreed on one reason", because))
    planned = "Planned for 12 May 2026, 10:30, 86 minutes long."
    play.do("rae", wording.Reword("meeting.planned", 0, "Planned for half past ten.", planned))


# --- Task 5.1 at table 3 ----------------------------------------------------------------------

PEOPLE = {"ana": "Health", "ben": "School", "cam": "Police", "dot": "Health", "eve": "Housing"}
CHOSEN = {"ana": "s7", "ben": "s7", "cam": "s3", "dot": "s3", "eve": "s5"}
KEPT = "It is how families find us"
BEFORE = {
    "ana": "s1 s4 s10 s8 s6 s2 s5 s7 s9",
    "ben": "s4 s1 s10 s8 s6 s2 s5 s7 s9",
    "cam": "s9 s7 s5 s2 s6 s8 s10 s4 s1",
    "dot": "s1 s4 s10 s6 s8 s2 s5 s7 s9",
    "eve": "s1 s10 s4 s8 s6 s2 s5 s9 s7",
}
AFTER = {**BEFORE, "ben": BEFORE["ana"], "cam": "s1 s4 s10 s9 s8 s6 s2 s5 s7"}
FIVE = ("s1", "s2", "s10", "s8", "s6")


def training() -> Meeting:
    """Return the finished exercise of table 3."""
    play = Played("task-5-1", "Spring course, table 3")
    play.do(None, c.Join("kit", "Kit", "Training", "chair", voice=False))
    for member, agency in PEOPLE.items():
        play.join(member, agency)
    play.do("kit", c.OpenStep("choose"))
    for member, item in CHOSEN.items():
        play.do(member, judge.Cast("choose", (item,), "It says least" if member == "ben" else ""))
    play.do("kit", judge.Reveal("choose", even_so=True), c.OpenStep("discard"))
    play.do("kit", settle.Propose("discard", 0, "s3"))
    for member in ("ben", "cam", "dot", "eve"):
        play.do(member, settle.Stand("discard", 0, "s3", "yes"))
    play.do("ana", settle.Stand("discard", 0, "s3", "no", KEPT))
    play.do("kit", settle.Agree("discard", 0, "s3", "A name follows good work", True, True))
    _rank_and_compare(play)
    _agree_on_five(play)
    play.do("kit", c.Close())
    return play.meeting


def _rank_and_compare(play: Played) -> None:
    play.do("kit", c.OpenStep("rank"))
    _rank(play, "rank", BEFORE, {"cam": "Less tension lets the rest happen"})
    play.do("kit", c.OpenStep("talk"), turns.Talk("talk", "s9"))
    play.wait(3)
    play.do("kit", turns.Write("talk", "s9", "Cam has seen it go wrong"), turns.Talk("talk", None))
    play.do("kit", c.OpenStep("compare"))
    add = collect.AddNote
    play.do("ana", add("compare", "a1", "alike", "Both are about families", ("s1", "s8")))
    play.do("eve", add("compare", "x1", "different", "One is for staff", ("s6", "s8")))
    play.do("kit", c.OpenStep("rank-again"))
    _rank(play, "rank-again", AFTER, {"cam": "I heard Ana"})


def _agree_on_five(play: Played) -> None:
    play.do("kit", c.OpenStep("five"))
    for slot, item in enumerate(("s1", "s4", *FIVE[2:])):
        _settle(play, slot, item, f"Because {slot + 1}")
    play.do("kit", settle.Reopen("five", 1), settle.Clear("five", 1))
    _settle(play, 1, "s2", "It is what we can change")


def _settle(play: Played, slot: int, item: str, because: str) -> None:
    play.do("kit", settle.Propose("five", slot, item))
    for member in PEOPLE:
        no = (member, item) == ("eve", "s8")
        yes = settle.Stand("five", slot, item, "yes")
        play.do(member, replace(yes, word="no", note="Families know best") if no else yes)
    play.do("kit", settle.Agree("five", slot, item, because, True, item == "s8"))
