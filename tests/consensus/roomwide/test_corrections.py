"""Whoever may read a line may propose how it should read, and gets an answer with a reason."""

import pytest
from msgspec.structs import replace

from consensus import events as e
from consensus.dates import DAY
from consensus.record.lines import Line
from consensus.record.written import record
from consensus.refusal import Code
from consensus.roomwide import corrections, wording
from consensus.roomwide.corrections import (
    AnswerCorrection,
    ProposeCorrection,
    WithdrawCorrection,
)
from consensus.rules import Rules
from consensus.steps import turns
from tests.consensus.given import NOW, Situation, given, joined, plan, room

LINE, CELL, SAID, BETTER = "statement.a", 1, "statement a", "Trust grows slowly"
ANAS = ProposeCorrection("c1", LINE, CELL, BETTER, "We said slowly", SAID)
PROPOSED = corrections.Proposed(
    "c1", LINE, CELL, SAID, BETTER, "We said slowly", by="ana", at=NOW, readers="all"
)


def meeting(*events: e.Event) -> Situation:
    """Return a room with Kit in the chair, Rae as recorder, Ana, Ben, Cam and Eve, who watches."""
    return given(*room(plan("talk", turns.Settings())), joined("rae", "recorder"), *events)


def proposed() -> Situation:
    return meeting().when(ANAS, by="ana").then(PROPOSED)


def line(situation: Situation, name: str = LINE) -> Line:
    found = record(situation.meeting).line(name)
    assert found is not None
    return found


@pytest.mark.parametrize("by", ["ana", "eve", "kit"])
def test_whoever_may_read_a_line_proposes_how_it_should_read(by: str) -> None:
    after = meeting().when(ANAS, by=by).then(replace(PROPOSED, by=by))

    assert corrections.waiting(after.meeting.beside.corrections) == 1
    assert line(after).cells[CELL] == SAID


def test_sent_again_it_is_proposed_once() -> None:
    proposed().when(ANAS, by="ana").nothing()
    proposed().when(ANAS, by="ben").refused(Code.NOT_UNDERSTOOD)
    proposed().when(replace(ANAS, words="Other"), by="ana").refused(Code.NOT_UNDERSTOOD)


@pytest.mark.parametrize("by", ["kit", "rae"])
def test_accepted_it_is_what_the_line_says_with_the_words_before(by: str) -> None:
    yes = AnswerCorrection("c1", True, "", SAID)

    after = (
        proposed()
        .when(yes, by=by)
        .then(
            corrections.Answered("c1", True, "", by, NOW),
            wording.Reworded(LINE, CELL, BETTER, SAID, by, NOW),
        )
    )

    assert line(after).cells[CELL] == BETTER
    assert line(after).changes[0].cells[CELL] == SAID
    assert corrections.waiting(after.meeting.beside.corrections) == 0
    after.when(yes, by=by).nothing()


def test_not_accepted_needs_a_reason_which_the_record_keeps() -> None:
    no = AnswerCorrection("c1", False, "We looked it up.", SAID)
    proposed().when(replace(no, reason=" "), by="kit").refused(Code.REASON_NEEDED)

    after = proposed().when(no, by="kit").done()

    assert line(after).cells[CELL] == SAID
    (told,) = corrections.minutes(after.meeting.beside.corrections).values()
    assert told.answer == corrections.Answer(False, "We looked it up.", "kit", NOW)
    after.when(no, by="kit").nothing()
    after.when(replace(no, accepted=True), by="rae").refused(Code.CORRECTION_ANSWERED)


def test_only_the_chair_and_the_recorder_answer() -> None:
    asked = AnswerCorrection("c1", True, "", SAID)

    proposed().when(asked, by="ben").refused(Code.CHAIR_OR_RECORDER)
    proposed().when(asked, by="ana").refused(Code.CHAIR_OR_RECORDER)


def test_nobody_answers_their_own_while_there_is_somebody_else() -> None:
    asked, answer = replace(ANAS), AnswerCorrection("c1", True, "", SAID)
    kits = meeting().when(asked, by="kit").done()

    kits.when(answer, by="kit").refused(Code.ANSWER_FOR_ANOTHER)
    kits.when(answer, by="rae").done()
    alone = given(*room(plan("talk", turns.Settings()))).when(asked, by="kit").done()
    alone.when(answer, by="kit").done()


def test_words_that_changed_meanwhile_are_looked_at_again() -> None:
    moved = proposed().when(wording.Reword(LINE, CELL, "Trust", SAID), by="rae").done()

    moved.when(AnswerCorrection("c1", True, "", SAID), by="kit").refused(Code.LINE_CHANGED)
    after = moved.when(AnswerCorrection("c1", True, "", "Trust"), by="kit").done()

    assert [each.cells[CELL] for each in line(after).changes] == [SAID, "Trust"]


def test_a_correction_is_taken_back_by_whoever_proposed_it() -> None:
    back = WithdrawCorrection("c1")

    after = proposed().when(back, by="ana").then(corrections.Withdrawn("c1", NOW))

    after.when(back, by="ana").nothing()
    after.when(AnswerCorrection("c1", True, "", SAID), by="kit").refused(Code.CORRECTION_ANSWERED)
    proposed().when(back, by="kit").refused(Code.NOT_YOUR_CORRECTION)
    answered = proposed().when(AnswerCorrection("c1", True, "", SAID), by="kit").done()
    answered.when(back, by="ana").refused(Code.CORRECTION_ANSWERED)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (replace(ANAS, correction="../c1"), Code.NOT_UNDERSTOOD),
        (replace(ANAS, line="nowhere"), Code.NO_SUCH_LINE),
        (replace(ANAS, cell=7), Code.NOT_UNDERSTOOD),
        (replace(ANAS, words="x" * 4_001), Code.TEXT_TOO_LONG),
        (replace(ANAS, because="x" * 601), Code.TEXT_TOO_LONG),
        (replace(ANAS, words=SAID), Code.SAME_WORDS),
        (replace(ANAS, was="Other words"), Code.LINE_CHANGED),
        (WithdrawCorrection("c9"), Code.NO_SUCH_CORRECTION),
        (AnswerCorrection("c9", True, "", SAID), Code.NO_SUCH_CORRECTION),
    ],
)
def test_what_cannot_be_is_refused(command: corrections.Command, code: Code) -> None:
    meeting().when(command, by="ana").refused(code)


def test_one_person_proposes_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corrections, "MOST_BY_ONE", 1)
    another = replace(ANAS, correction="c2", words="Another way")

    proposed().when(another, by="ana").refused(Code.TOO_MANY_CORRECTIONS, most=1)
    proposed().when(another, by="ben").done()


def test_there_are_ten_days_or_what_the_rules_of_the_place_say() -> None:
    friday = 1 * DAY  # 2 January 1970

    assert corrections.ends(Rules(), None) is None
    assert corrections.ends(Rules(), friday) == friday + 10 * DAY
    assert corrections.ends(Rules(correction_days=5, correction_working=True), friday) == 8 * DAY


def test_everything_is_counted() -> None:
    state = proposed().meeting.beside.corrections
    answered = proposed().when(AnswerCorrection("c1", True, "", SAID), by="kit").done()

    assert corrections.count(state) == 1
    assert corrections.count(answered.meeting.beside.corrections) == 2
