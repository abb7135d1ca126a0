"""Promises are a table; what came of earlier ones and what people do themselves stand beside it."""

from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus.answers.promises import Named, Owner, Promise, Terms
from consensus.carried import Carried
from consensus.record.lines import Record, Say
from consensus.record.written import record
from consensus.steps import commit
from tests.consensus.given import NOW, given, plan
from tests.consensus.record.said import case_room, facts, line, lines, section

LOBBY = case_room(plan("plan", commit.Settings(personal=True)))
TERMS = Terms(
    "Visit",
    "2026-05-01",
    "She says so",
    "2026-06-01",
    "an hour",
    "12 pounds",
    "Ben",
    True,
    "It helps",
    "One visit",
    "How she is",
    "a",
)
MAY = Say("date-long", {"day": 1, "month": 5, "year": "2026"})
KEPT = Promise("kept", Terms("Call"), (Owner("Ana", "Health", answer="yes"),), "", 0)


def after(*asked: tuple[str, c.Command], carried: Carried | None = None) -> Record:
    first = LOBBY[0]
    assert isinstance(first, e.MeetingPrepared)
    situation = given(replace(first, carried=carried), *LOBBY[1:])
    return record(situation.after(("kit", c.OpenStep("plan")), *asked).meeting)


def made(terms: Terms, *members: str, name: str = "p1") -> tuple[str, c.Command]:
    return members[0], commit.MakePromise("plan", name, terms, Named(members, others="Gran"))


def test_a_promise_says_who_what_when_how_known_and_what_it_takes() -> None:
    found = after(made(TERMS, "ana", "ben"))

    row = line(found, "plan.promise.p1")
    what, who, by, how, review, takes, accepted = row.cells
    assert (what, by, how) == ("Visit", MAY, "She says so")
    assert who == Say("record-list", {"list": ("Ana (Health)", "Ben (Health)", "Gran")})
    assert isinstance(review, Say)
    assert isinstance(takes, Say)
    assert takes.facts["list"] == (
        Say("record-takes", {"part": "time", "words": "an hour"}),
        Say("record-takes", {"part": "cost", "words": "12 pounds"}),
        Say("record-takes", {"part": "cover", "words": "Ben"}),
    )
    assert accepted == Say(
        "record-list",
        {
            "list": (
                Say("record-accepted-by", {"answer": "yes", "who": "Ana (Health)"}),
                Say("record-accepted-by", {"answer": "asked", "who": "Ben (Health)"}),
                Say("record-accepted-by", {"answer": "asked", "who": "Gran"}),
            )
        },
    )
    assert (row.label, row.readers, row.about) == ("decision", "all", ("ana", "ben"))
    assert len(row.cells) == len(section(found, "promises").columns)


def test_a_test_of_change_its_option_and_that_the_family_hears_are_not_lost() -> None:
    more = lines(after(made(TERMS, "ana")), "promises.more")

    parts = ("think", "trial", "look", "option", "family")
    assert more == [f"plan.promise.p1.{part}" for part in parts]


def test_what_somebody_promises_for_themselves_is_their_own() -> None:
    own = commit.MakePromise("plan", "own", Terms("Listen", "2026-05-01"), personal=True)
    found = after(("ben", own))

    assert facts(found, "plan.promise.own") == {
        "who": "Ben (Health)",
        "what": "Listen",
        "by": MAY,
        "dated": "yes",
    }
    assert line(found, "plan.promise.own").whose == "ben"


def test_what_came_of_a_carried_promise_is_said_in_words() -> None:
    before = Carried("ABC234", "The one before", 0, "strategy", promises=(KEPT,))
    result = commit.EnterResult("plan", "kept", "done", "She picked up")
    found = after(("kit", result), carried=before)

    row = line(found, "plan.promise.kept.came")
    assert row.cells == (
        "Call",
        Say("record-list", {"list": ("Ana (Health)",)}),
        "",
        Say("record-stage", {"stage": "done"}),
        "She picked up",
    )


def test_promises_nobody_asked_about_are_said_to_be_so() -> None:
    before = Carried("ABC234", "The one before", 0, "strategy", promises=(KEPT,))
    first = replace(LOBBY[0], carried=before)
    found = record(given(first).meeting)

    assert section(found, "promises.carried").empty == Say("record-carried-not-asked")


def test_a_step_in_which_nobody_promised_anything_is_not_one_that_was_not_held() -> None:
    not_held = record(given(*LOBBY).meeting)

    assert section(after(), "promises").empty == Say("record-no-promises")
    assert section(not_held, "promises").empty == Say("record-not-discussed")


def test_how_the_work_is_shared_out_is_counted() -> None:
    asked = [made(TERMS, "ana", name=f"p{n}") for n in range(4)]

    load = facts(after(*asked), "promises.load.health")
    assert load == {"agency": "Health", "count": 4, "heavy": "yes"}


def test_what_was_said_yes_to_is_kept_when_a_promise_becomes_another() -> None:
    other = replace(TERMS, by="2026-05-20")
    change = commit.ChangePromise("plan", "p1", other, NOW, Named(("ana",)))
    found = after(made(TERMS, "ana"), ("ana", change))

    was = facts(found, "plan.promise.p1.was")
    assert (was["what"], was["by"]) == ("Visit", MAY)
    assert line(found, "plan.promise.p1.was").readers == "professionals"


def test_a_promise_that_was_taken_back_is_kept_once_somebody_had_said_yes() -> None:
    gone = ("ana", commit.WithdrawPromise("plan", "p1"))
    only_asked = ("kit", commit.MakePromise("plan", "p1", TERMS, Named(("ben",))))
    kept, dropped = after(made(TERMS, "ana"), gone), after(only_asked, ("kit", gone[1]))

    assert facts(kept, "plan.promise.p1.gone")["what"] == "Visit"
    assert lines(kept, "promises") == []
    assert dropped.line("plan.promise.p1.gone") is None
