"""What the sheet says of notices, filled forms and promises."""

from consensus import commands as c
from consensus import events as e
from consensus import steps
from consensus.answers.promises import Named, Owner, Promise, Terms
from consensus.record.minutes import minutes
from consensus.steps import commit, form, gate
from consensus.steps.form import Field
from server.pages import write
from server.words import FALLBACK, Words
from tests.consensus.given import Situation, given, plan, room
from tests.server.parsed import Page

NOTICE = plan("notice", gate.Settings(title="Recording", version="2", text="We\n\nkeep a record."))
SHEET = plan(
    "sheet",
    form.Settings(
        (
            Field("aware", "Does the family know?", kind="yes_no", why_if="no"),
            Field("lead", "Who leads?", kind="people"),
            Field("since", "Since when?", kind="date"),
            Field("child", "The child’s words", voice="child"),
            Field("worked", "What worked?"),
        ),
        per="agency",
    ),
)
KEEP = plan("keep", commit.Settings(personal=True))
OLD = Promise("old", Terms("Ring Gran"), (Owner("Zoe", "Housing"),), "", 1, stage="open")


def read(situation: Situation) -> str:
    """Return the words of the sheet."""
    words = Words(FALLBACK)
    found = minutes(situation.meeting)
    return Page(write("sheet.html", words, "build", room="ABC234", minutes=found)).text


def test_a_notice_has_its_wording_and_who_answered_what() -> None:
    paper = read(
        given(*room(NOTICE)).after(
            ("kit", c.OpenStep("notice")),
            ("ana", gate.Acknowledge("notice", True, "2")),
            ("ben", gate.Acknowledge("notice", False, "2", "not my name")),
            ("kit", gate.RecordAnswer("notice", "cam", True, "2")),
        )
    )

    for words in ("Recording", "version 2", "keep a record.", "Ana", "Not agreed", "not my name"):
        assert words in paper
    assert "said aloud, written down for them" in paper
    assert "Did not answer: Kit , Eve" in paper


def test_a_sheet_has_each_field_with_what_stands_in_it_or_a_gap() -> None:
    fill = form.Fill("sheet", "Health", "aware", "no", "not safe yet")
    child = form.Fill("sheet", "Health", "child", "I like it", "", "her teacher", "2027-03-02")
    paper = read(
        given(*room(SHEET)).after(
            ("kit", c.OpenStep("sheet")),
            ("ana", fill),
            ("ana", child),
            ("ana", form.Fill("sheet", "Health", "lead", "ana ben")),
            ("ana", form.Fill("sheet", "Health", "since", "2027-03-09")),
            ("kit", form.ReadOut("sheet", "Health", "child")),
        )
    )

    for words in ("Health", "No", "not safe yet", "Ben", "9 March 2027", "I like it"):
        assert words in paper
    assert "her teacher, 2 March 2027" in paper
    assert "Read out" in paper
    assert "What worked? Left empty" in paper


def test_a_sheet_on_which_nobody_wrote_was_not_discussed() -> None:
    assert "Not discussed." in read(given(*room(SHEET)).after(("kit", c.OpenStep("sheet"))))


def test_promises_have_their_owners_days_and_what_came_of_the_old_ones() -> None:
    terms = Terms("Visit together", "2027-03-09", "We were there", "2027-04-09", cover="Dot")
    first = e.StepOpened("keep", steps.Arrangement((), promises=(OLD,)), 0)
    both = Named(("ana", "ben"), ("Police",), "Grandmother")
    paper = read(
        given(*room(KEEP), first).after(
            ("ana", commit.MakePromise("keep", "p1", terms, both)),
            ("cam", commit.MakePromise("keep", "p2", Terms("I ring back"), personal=True)),
            ("kit", commit.EnterResult("keep", "old", "done", "Twice")),
        )
    )

    for words in ("Visit together", "by 9 March 2027", "We were there", "9 April 2027", "Dot"):
        assert words in paper
    assert paper.count("(Yes)") == 1
    assert paper.count("(Asked)") == 3
    for owner in ("Ana Health", "Ben Health", "Police as an agency", "Grandmother not in the room"):
        assert owner in paper
    assert "Ring Gran" in paper
    assert "Done Twice" in paper
    assert "I ring back" in paper
