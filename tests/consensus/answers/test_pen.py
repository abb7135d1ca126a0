"""The pen: one person at a time writes, everybody sees who, and no words are ever lost."""

import pytest

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.answers.pen import (
    MOST_SUGGESTIONS,
    QUIET_AFTER,
    TEXT_LENGTH,
    Include,
    PenPutDown,
    PenTaken,
    PutDown,
    Suggest,
    Suggested,
    SuggestionGone,
    SuggestionRecord,
    TakePen,
    TextRecord,
    Withdraw,
    Write,
    Wrote,
)
from consensus.refusal import Code
from consensus.steps import settle
from tests.consensus.given import NOW, Situation, given, opened, plan, room

PAGE = (*room(plan("text", settle.Settings(form="text"))), opened("text"))
ANA_WRITES = PenTaken("text", "ana", NOW)


def wrote(text: str, version: int = 1, by: str = "ana", at: int = NOW) -> Wrote:
    return Wrote("text", by, text, version, at)


def suggested(text: str = "And soon.", by: str = "ben", name: str = "s1") -> Suggested:
    return Suggested("text", name, by, text)


def page(situation: Situation) -> TextRecord:
    record = views.everyone(situation.meeting)["text/text"]
    assert isinstance(record, TextRecord)
    return record


# --- who writes -------------------------------------------------------------------------------


@pytest.mark.parametrize("member", ["ana", "kit"])
def test_a_free_pen_is_anybodys(member: str) -> None:
    taken = given(*PAGE).when(TakePen("text"), by=member).then(PenTaken("text", member, NOW))

    assert page(taken).holder == member
    assert page(taken).free_at == NOW + QUIET_AFTER


def test_whoever_watches_does_not_write() -> None:
    for command in (TakePen("text"), Suggest("text", "s1", "More.")):
        given(*PAGE).when(command, by="eve").refused(Code.WATCHING_ONLY)


def test_the_pen_is_not_taken_twice() -> None:
    given(*PAGE, ANA_WRITES).when(TakePen("text"), by="ana").nothing()


def test_while_somebody_writes_others_wait_and_are_told_for_whom() -> None:
    given(*PAGE, ANA_WRITES).when(TakePen("text"), by="ben", at=NOW + QUIET_AFTER - 1).refused(
        Code.PEN_HELD, name="Ana"
    )


def test_a_holder_who_is_silent_for_a_minute_gives_the_pen_away() -> None:
    later = NOW + QUIET_AFTER

    given(*PAGE, ANA_WRITES).when(TakePen("text"), by="ben", at=later).then(
        PenTaken("text", "ben", later)
    )


def test_whoever_goes_on_writing_keeps_the_pen() -> None:
    later = NOW + QUIET_AFTER

    given(*PAGE, ANA_WRITES, wrote("We", at=later - 1)).when(
        TakePen("text"), by="ben", at=later
    ).refused(Code.PEN_HELD)


def test_the_chair_may_take_the_pen_at_any_time() -> None:
    given(*PAGE, ANA_WRITES).when(TakePen("text"), by="kit").then(PenTaken("text", "kit", NOW))


def test_the_pen_is_put_down_and_free() -> None:
    free = given(*PAGE, ANA_WRITES).when(PutDown("text"), by="ana").then(PenPutDown("text"))

    assert (page(free).holder, page(free).free_at) == (None, None)


@pytest.mark.parametrize("member", ["ben", "kit"])
def test_whoever_has_no_pen_has_none_to_put_down(member: str) -> None:
    given(*PAGE, ANA_WRITES).when(PutDown("text"), by=member).nothing()


def test_a_holder_who_is_taken_out_leaves_the_pen() -> None:
    left = given(*PAGE, ANA_WRITES, wrote("We will meet.")).after(("kit", c.Remove("ana")))

    assert (page(left).holder, page(left).words) == (None, "We will meet.")


# --- writing ----------------------------------------------------------------------------------


def test_the_holder_writes_and_line_breaks_stay() -> None:
    written = (
        given(*PAGE, ANA_WRITES)
        .when(Write("text", "We will meet. \n\n On Friday.", 0), by="ana")
        .then(wrote("We will meet.\n\nOn Friday."))
    )

    assert page(written) == TextRecord(
        "text",
        "We will meet.\n\nOn Friday.",
        version=1,
        wording=1,
        plain=False,
        holder="ana",
        free_at=NOW + QUIET_AFTER,
    )


def test_the_same_words_again_change_nothing_even_when_sent_twice() -> None:
    given(*PAGE, ANA_WRITES, wrote("We")).when(Write("text", "We ", 0), by="ana").nothing()


def test_nobody_writes_without_the_pen() -> None:
    for who in (PAGE, (*PAGE, ANA_WRITES)):
        given(*who).when(Write("text", "Mine", 0), by="ben").refused(Code.PEN_NEEDED)


def test_nobody_writes_over_words_that_they_have_not_seen() -> None:
    given(*PAGE, ANA_WRITES, wrote("We"), wrote("You", 2)).when(
        Write("text", "We two", 1), by="ana"
    ).refused(Code.TEXT_CHANGED)


def test_a_text_has_an_end() -> None:
    given(*PAGE, ANA_WRITES).when(Write("text", "x" * (TEXT_LENGTH + 1), 0), by="ana").refused(
        Code.TEXT_TOO_LONG
    )


# --- suggesting -------------------------------------------------------------------------------


def test_anyone_suggests_words_beside_the_text() -> None:
    beside = (
        given(*PAGE, ANA_WRITES)
        .when(Suggest("text", "s1", " And soon. "), by="ben")
        .then(suggested())
    )

    assert views.everyone(beside.meeting)["suggestion/text/s1"] == SuggestionRecord(
        "text", "s1", "ben", "And soon."
    )


def test_a_suggestion_that_is_sent_twice_is_made_once() -> None:
    given(*PAGE, suggested()).when(Suggest("text", "s1", "And soon."), by="ben").nothing()


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("s1", "Something else", Code.NOT_UNDERSTOOD),
        ("../..", "More", Code.NOT_UNDERSTOOD),
        ("s2", " \n ", Code.TEXT_EMPTY),
        ("s2", "x" * (TEXT_LENGTH + 1), Code.TEXT_TOO_LONG),
    ],
)
def test_a_suggestion_that_makes_no_sense_is_refused(name: str, text: str, code: Code) -> None:
    given(*PAGE, suggested()).when(Suggest("text", name, text), by="ana").refused(code)


def test_there_is_an_end_to_suggestions() -> None:
    many = [suggested(name=f"s{number}") for number in range(MOST_SUGGESTIONS)]

    given(*PAGE, *many).when(Suggest("text", "more", "More"), by="ana").refused(
        Code.TOO_MANY_SUGGESTIONS
    )


def test_the_holder_takes_a_suggestion_in_with_one_tap() -> None:
    taken = (
        given(*PAGE, ANA_WRITES, wrote("We will meet."), suggested())
        .when(Include("text", "s1", 1), by="ana")
        .then(
            wrote("We will meet.\n\nAnd soon.", 2),
            SuggestionGone("text", "s1", "ana", included=True),
        )
    )

    assert "suggestion/text/s1" not in views.everyone(taken.meeting)


def test_a_suggestion_may_be_the_whole_text() -> None:
    given(*PAGE, ANA_WRITES, suggested()).when(Include("text", "s1", 0), by="ana").then(
        wrote("And soon."), SuggestionGone("text", "s1", "ana", included=True)
    )


@pytest.mark.parametrize(
    ("member", "version", "code"),
    [("ben", 1, Code.PEN_NEEDED), ("kit", 1, Code.PEN_NEEDED), ("ana", 0, Code.TEXT_CHANGED)],
)
def test_taking_in_is_writing(member: str, version: int, code: Code) -> None:
    given(*PAGE, ANA_WRITES, wrote("We will meet."), suggested()).when(
        Include("text", "s1", version), by=member
    ).refused(code)


@pytest.mark.parametrize("member", ["ben", "ana", "kit"])
def test_its_author_the_holder_or_the_chair_takes_a_suggestion_back(member: str) -> None:
    given(*PAGE, ANA_WRITES, suggested()).when(Withdraw("text", "s1"), by=member).then(
        SuggestionGone("text", "s1", member, included=False)
    )


def test_nobody_else_takes_a_suggestion_back() -> None:
    given(*PAGE, suggested()).when(Withdraw("text", "s1"), by="cam").refused(Code.NOT_YOUR_NOTE)


def test_a_suggestion_that_is_gone_is_gone() -> None:
    for command in (Withdraw("text", "s1"), Include("text", "s1", 0)):
        given(*PAGE, ANA_WRITES).when(command, by="ana").refused(Code.NO_SUCH_SUGGESTION)


def test_a_suggestion_stays_when_its_author_is_taken_out() -> None:
    gone = given(*PAGE, suggested(), e.MemberRemoved("ben"))

    assert "suggestion/text/s1" in views.everyone(gone.meeting)
