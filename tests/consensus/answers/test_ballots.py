"""Ballots: what makes an answer whole, in each of the four forms."""

from typing import Any

import pytest

from consensus.answers.ballots import (
    Ballot,
    Question,
    Unnamed,
    by_agency,
    by_content,
    check_enough,
    check_token,
    first_of,
    fitting,
    in_rows,
    of_these,
    order_of,
    shuffled,
)
from consensus.refusal import Code, Refusal
from consensus.text import NOTE_LENGTH
from tests.consensus.given import ballot

AB, ABC = ("a", "b"), ("a", "b", "c")
SCALE = Question(ask="scale", low="not safe", high="safe")
LEVEL = Question(ask="level")
SOME = Question(least=2)


def refusal(question: Question, given: Ballot, items: tuple[str, ...] = ABC) -> Code:
    with pytest.raises(Refusal) as refused:
        question.checked(items, given)
    return refused.value.code


# --- what may be asked ------------------------------------------------------------------------


def test_a_number_to_choose_is_a_question_to_choose() -> None:
    assert Question(2).ask == "choose"
    assert Question().ask == "rank"


@pytest.mark.parametrize(
    "question",
    [Question(1), Question(), SOME, SCALE, LEVEL, Question(ask="level", shown="nobody")],
)
def test_a_whole_question_has_no_fault(question: Question) -> None:
    assert question.fault(itself=False) is None


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"choose": -1}, "-1"),
        ({"least": -2}, "-2"),
        ({"ask": "choose"}, "how many"),
        ({"ask": "scale", "choose": 1, "low": "a", "high": "b"}, "how many"),
        ({"ask": "level", "least": 2}, "least"),
        ({"ask": "scale"}, "both ends"),
        ({"ask": "scale", "low": "not safe", "high": "  "}, "both ends"),
        ({"ask": "level", "low": "never"}, "for a scale"),
        ({"alarm_at": 2}, "for a scale"),
        ({"ask": "scale", "low": "a", "high": "b", "alarm_at": 10}, "alarm"),
        ({"ask": "scale", "low": "a", "high": "b", "alarm_at": -2}, "alarm"),
    ],
)
def test_a_question_that_cannot_be_asked_says_why(fields: dict[str, Any], part: str) -> None:
    assert part in str(Question(**fields).fault(itself=False))


@pytest.mark.parametrize("question", [Question(1), Question()])
def test_a_step_about_itself_has_nothing_to_choose_from(question: Question) -> None:
    assert question.fault(itself=True) is not None
    assert SCALE.fault(itself=True) is None
    assert LEVEL.fault(itself=True) is None


# --- marks ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("question", "marks"), [(SCALE, (0, 10)), (LEVEL, (1, 5))])
def test_every_mark_from_end_to_end_and_not_knowing_are_answers(
    question: Question, marks: tuple[int, int]
) -> None:
    given = ballot(marks={"a": marks[0], "b": marks[1], "c": None})

    assert question.checked(ABC, given) == given


@pytest.mark.parametrize(
    ("question", "mark"), [(SCALE, -1), (SCALE, 11), (LEVEL, 0), (LEVEL, 6), (LEVEL, 10**30)]
)
def test_a_mark_beyond_an_end_is_refused(question: Question, mark: int) -> None:
    assert refusal(question, ballot(marks=dict.fromkeys(ABC, mark))) is Code.MARK_OUT_OF_RANGE


def test_every_item_needs_a_mark() -> None:
    assert refusal(SCALE, ballot(marks={"a": 1, "b": 2})) is Code.MARK_EACH
    assert refusal(SCALE, ballot()) is Code.MARK_EACH


def test_marks_and_their_reasons_are_kept_in_the_order_of_the_items() -> None:
    given = ballot(marks={"b": 2, "a": 1}, whys={"b": " so ", "a": "   "})

    kept = SCALE.checked(AB, given)

    assert list(kept.marks) == ["a", "b"]
    assert kept.whys == {"b": "so"}


def test_a_reason_that_is_too_long_is_refused() -> None:
    given = ballot(marks={"a": 1, "b": 2}, whys={"a": "x" * (NOTE_LENGTH + 1)})

    assert refusal(SCALE, given, AB) is Code.TEXT_TOO_LONG


@pytest.mark.parametrize(
    "given",
    [
        ballot(marks={"a": 1, "b": 2, "z": 3}),
        ballot(marks={"a": 1, "b": 2}, whys={"z": "why"}),
        ballot("z"),
    ],
)
def test_an_answer_about_something_else_is_refused(given: Ballot) -> None:
    assert refusal(SCALE, given, AB) is Code.NO_SUCH_ITEM


@pytest.mark.parametrize(
    ("question", "given"),
    [
        (SCALE, ballot("a", marks={"a": 1, "b": 2})),
        (SCALE, ballot(marks={"a": 1, "b": 2}, unsure=True)),
        (Question(), ballot("ab", marks={"a": 1})),
        (Question(), ballot("ab", whys={"a": "why"})),
        (Question(1), ballot("a", unsure=True)),
        (Question(reasons=False), ballot("ab", "because")),
        (
            Question(ask="level", reasons=False),
            ballot(marks={"a": 1, "b": 2}, whys={"a": "why"}),
        ),
    ],
)
def test_an_answer_of_another_form_is_refused(question: Question, given: Ballot) -> None:
    assert refusal(question, given, AB) is Code.ANOTHER_FORM


# --- choices and orders -----------------------------------------------------------------------


@pytest.mark.parametrize("question", [Question(2), Question(), SOME])
def test_not_to_know_is_an_answer_to_any_question(question: Question) -> None:
    unsure = ballot(because="I was not there", unsure=True)

    assert question.checked(ABC, unsure) == unsure


@pytest.mark.parametrize("answer", ["ab", "ca", "abc"])
def test_at_least_so_many_can_be_put_in_order(answer: str) -> None:
    assert SOME.checked(ABC, ballot(answer)) == ballot(answer)


@pytest.mark.parametrize("answer", ["", "a", "aab"])
def test_too_few_in_order_or_one_twice_is_refused(answer: str) -> None:
    assert refusal(SOME, ballot(answer)) is Code.RANK_AT_LEAST


def test_of_fewer_items_than_asked_for_all_are_put_in_order() -> None:
    assert Question(least=9).checked(ABC, ballot("cab")) == ballot("cab")
    assert refusal(Question(least=9), ballot("ca")) is Code.RANK_EACH_ONCE


# --- whose they are ---------------------------------------------------------------------------


def test_equal_answers_cannot_be_told_apart_by_the_order_they_were_given_in() -> None:
    one = SCALE.checked(AB, ballot(marks={"a": 1, "b": 2}, whys={"a": "x", "b": "y"}))
    other = SCALE.checked(AB, ballot(marks={"b": 2, "a": 1}, whys={"b": "y", "a": "x"}))

    assert by_content((one,)) == by_content((other,))
    assert list(one.marks) == list(other.marks)
    assert list(one.whys) == list(other.whys)


def test_unattributed_answers_come_in_an_order_that_tells_nothing() -> None:
    answers = (ballot("b"), ballot("a"), ballot(unsure=True))

    assert by_content(answers) == by_content(tuple(reversed(answers)))


def test_by_agency_an_answer_shows_its_agency_and_no_order_of_people() -> None:
    given = {"ben": ballot("b"), "ana": ballot("a"), "cam": ballot("c")}
    agencies = {"ana": "Health", "ben": "Health", "cam": "Care"}

    assert by_agency(given, agencies) == (
        Unnamed("Care", ballot("c")),
        Unnamed("Health", ballot("a")),
        Unnamed("Health", ballot("b")),
    )


def test_by_agency_nobody_is_told_by_how_they_spell_it() -> None:
    given = {member: ballot("a") for member in ("ana", "ben", "cam", "dot")}
    agencies = {"ana": "HEALTH", "ben": "Health", "cam": "Health"}

    assert [each.agency for each in by_agency(given, agencies)] == ["", *["Health"] * 3]


@pytest.mark.parametrize("token", ["", "a" * 19, "a" * 41, "a" * 19 + "-", "é" * 24])
def test_what_could_be_guessed_or_is_no_id_is_no_token(token: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_token(token)

    assert refused.value.code is Code.ANOTHER_FORM


def test_a_token_of_letters_and_digits_is_taken() -> None:
    check_token("a1" * 10)
    check_token("a1" * 20)


def test_among_three_nobody_is_hidden() -> None:
    check_enough(4)
    with pytest.raises(Refusal) as refused:
        check_enough(3)

    assert refused.value.code is Code.TOO_FEW_TO_HIDE
    assert refused.value.facts == {"count": 3, "least": 4}


@pytest.mark.parametrize(("mark", "alarm"), [(0, True), (2, True), (3, False), (None, False)])
def test_a_mark_at_or_below_the_line_raises_the_alarm(mark: int | None, alarm: bool) -> None:
    asked = Question(ask="scale", low="not safe", high="safe", alarm_at=2)

    assert asked.alarming([ballot(marks={"a": 9}), ballot(marks={"a": mark})]) is alarm
    assert not SCALE.alarming([ballot(marks={"a": mark})])


def test_each_member_has_an_order_of_their_own() -> None:
    items = tuple("abcdefghij")
    orders = {shuffled(items, member) for member in ("ana", "ben", "cam", "dot")}

    assert len(orders) == 4
    assert all(sorted(order) == sorted(items) for order in orders)
    assert shuffled(items, "ana") == shuffled(items, "ana")


# --- equal places -----------------------------------------------------------------------------

NINE = tuple("abcdefghi")
DIAMOND = Question(shape=(1, 2, 3, 2, 1))


@pytest.mark.parametrize(
    "question",
    [
        Question(2, shape=(1, 2)),
        Question(ask="level", shape=(1, 2)),
        Question(least=2, shape=(1, 2)),
        Question(guess=True, shape=(1, 2)),
        Question(shape=(3,)),
        Question(shape=(1, 0, 2)),
        Question(shape=(1, -1, 2)),
        Question(shape=(1, 7)),
        Question(shape=(6,) * 9),
    ],
)
def test_a_shape_that_nobody_can_fill_is_a_fault(question: Question) -> None:
    assert question.fault(itself=False)


def test_a_diamond_of_nine_is_none() -> None:
    assert DIAMOND.fault(itself=False) is None


def test_places_in_a_row_are_equal_and_the_same_diamond_is_the_same_ballot() -> None:
    one = DIAMOND.checked(NINE, ballot("abcdefghi"))
    same = DIAMOND.checked(NINE, ballot("acbfedhgi"))
    other = DIAMOND.checked(NINE, ballot("bacdefghi"))

    assert one == same != other
    assert order_of(one.answer, DIAMOND.shape) == (
        ("a",), ("b", "c"), ("d", "e", "f"), ("g", "h"), ("i",)
    )  # fmt: skip


def test_every_place_of_a_diamond_is_filled_once() -> None:
    assert refusal(DIAMOND, ballot("abcdefgh"), NINE) is Code.RANK_EACH_ONCE
    assert refusal(DIAMOND, ballot("abcdefgha"), NINE) is Code.RANK_EACH_ONCE


def test_a_list_of_another_length_is_put_in_order_one_after_the_other() -> None:
    ranked = DIAMOND.checked(ABC, ballot("bac"))

    assert fitting(DIAMOND.shape, ABC) == ()
    assert ranked.answer == order_of(ranked.answer, ()) == ("b", "a", "c")
    assert in_rows((), DIAMOND.shape, NINE) == ()


def test_an_order_of_some_items_alone_keeps_what_is_equal() -> None:
    assert of_these(("a", ("b", "c"), ("d", "e")), {"b", "c", "e"}) == (("b", "c"), ("e",))
    assert of_these(("a", "b"), {"b"}) == ("b",)


@pytest.mark.parametrize(
    ("places", "first"), [(1, "a"), (2, "a"), (3, "abc"), (5, "abc"), (6, "abcdef")]
)
def test_only_whole_rows_surely_stand_among_the_first(places: int, first: str) -> None:
    assert first_of(order_of(NINE, DIAMOND.shape), places) == tuple(first)
    assert first_of(NINE, places) == NINE[:places]
