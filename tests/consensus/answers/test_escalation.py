"""Escalation: a "no" in a step becomes a disagreement of the room."""

from consensus.answers import pen
from consensus.answers.sides import Side, Voice
from consensus.refusal import Code
from consensus.roomwide.disagreements import USUAL_STAGES, About, Disagreement, Opened
from consensus.rules import due
from consensus.steps import settle
from tests.consensus.given import NOW, Situation, given, opened, plan, room

BOARD = (
    *room(plan("five", settle.Settings(slots=2)), items="abc"),
    opened("five", *"abc"),
    settle.Proposed("five", 1, "b"),
    settle.Stood("five", 1, "ana", "no", "too soon", "a move", "two calls", "a visit"),
    settle.Stood("five", 1, "ben", "yes_note", "and soon"),
    settle.Stood("five", 1, "cam", "not_mine", ""),
)
ONE = Side(
    "too soon", {"ana": Voice("Ana", "Health", "too soon", "a move", "two calls", "a visit")}
)
TWO = Side("", {"ben": Voice("Ben", "Health", "and soon")})


def disagreement(situation: Situation, name: str = "d1") -> Disagreement:
    return situation.meeting.beside.disagreements.entries[name]


def test_both_sides_are_there_with_the_words_they_gave_and_names_as_they_stood() -> None:
    given(*BOARD).when(settle.Escalate("five", 1, "b", "d1"), by="kit").then(
        settle.Escalated("five", 1, "d1"),
        Opened(
            "d1",
            About("Five", "statement b", "five", 1),
            "unknown",
            USUAL_STAGES,
            {"one": ONE, "two": TWO},
            NOW,
            due(NOW, USUAL_STAGES[0].days, USUAL_STAGES[0].working),
        ),
    )


def test_a_disagreement_about_a_text_keeps_the_wording_it_was_about() -> None:
    written = given(
        *room(plan("text", settle.Settings(form="text"))),
        opened("text"),
        pen.Wrote("text", "ana", "We will meet.", 1, 1),
        settle.Stood("text", 0, "ana", "no", "too soon"),
    )

    passed = written.after(
        ("kit", settle.Escalate("text", 0, "v1", "d1")),
        ("ana", pen.TakePen("text")),
        ("ana", pen.Write("text", "We may meet.", 1)),
    )

    assert disagreement(passed).about.text == "We will meet."


def test_where_several_say_no_their_side_is_worded_by_them() -> None:
    two = given(*BOARD, settle.Stood("five", 1, "cam", "no", "not by phone"))

    passed = two.when(settle.Escalate("five", 1, "b", "d1"), by="kit").done()

    assert disagreement(passed).sides["one"].words == ""
    assert list(disagreement(passed).sides["one"].people) == ["ana", "cam"]


def test_an_id_that_is_taken_or_makes_no_sense_is_refused_and_nothing_is_settled() -> None:
    taken = given(*BOARD).after(("kit", settle.Escalate("five", 1, "b", "d1")))
    other = taken.after(
        ("kit", settle.Propose("five", 0, "a")), ("ana", settle.Stand("five", 0, "a", "no", "why"))
    )

    for name in ("d1", "../.."):
        other.when(settle.Agree("five", 0, "a", even_so=True, escalate=name), by="kit").refused(
            Code.NOT_UNDERSTOOD
        )
