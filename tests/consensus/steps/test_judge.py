"""judge: one private answer per member per pass, opened together at the reveal."""

from typing import Any

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.answers import reveal
from consensus.answers.ballots import Answer, Ballot, Shown, Unnamed, shuffled
from consensus.answers.figures import Movement
from consensus.answers.tallies import Middles
from consensus.items import Source
from consensus.record import minutes
from consensus.refusal import Code
from consensus.steps import judge, settle, turns
from consensus.text import NOTE_LENGTH
from tests.consensus.given import (
    NOW,
    SERVER,
    ballot,
    given,
    joined,
    opened,
    plan,
    room,
)

ABC, CBA = ("a", "b", "c"), ("c", "b", "a")

# Whose agencies are known of when all three have answered.
HEALTH = {"ana": "Health", "ben": "Health", "cam": "Health"}

RANKING = (*room(plan("rank", judge.Settings()), items="abc"), opened("rank", *"abc"))
CHOICE = (*room(plan("choose", judge.Settings(choose=2))), opened("choose", *"abcd"))
TWO_PASSES = (
    *room(plan("rank", judge.Settings()), plan("again", judge.Settings(again="rank")), items="abc"),
    opened("rank", *"abc"),
)


def cast(member: str, answer: str, because: str = "", step: str = "rank") -> judge.BallotCast:
    return judge.BallotCast(step, member, tuple(answer), because)


def my_ballot(member: str, own: Ballot | None) -> judge.MyBallotRecord:
    return judge.MyBallotRecord("rank", shuffled(ABC, member), {}, own is not None, own)


ALL_CAST = (cast("ana", "abc"), cast("ben", "acb"), cast("cam", "cba"))
REVEALED = (*RANKING, *ALL_CAST, judge.Revealed("rank", ()))


# --- answers ----------------------------------------------------------------------------------


def test_a_member_answers_with_a_reason_in_their_own_words() -> None:
    given(*RANKING).when(judge.Cast("rank", ABC, "  because "), by="ana").then(
        cast("ana", "abc", "because")
    )


def test_a_member_may_change_their_answer_until_the_reveal() -> None:
    changed = (
        given(*RANKING, cast("ana", "abc", "first"))
        .when(judge.Cast("rank", CBA), by="ana")
        .then(cast("ana", "cba"))
    )

    assert views.mine(changed.meeting, "ana")["my_ballot/rank"] == my_ballot(
        "ana", ballot("cba", "")
    )


def test_a_changed_reason_is_a_changed_answer() -> None:
    given(*RANKING, cast("ana", "abc")).when(judge.Cast("rank", ABC, "why"), by="ana").then(
        cast("ana", "abc", "why")
    )


def test_the_same_answer_again_changes_nothing() -> None:
    given(*RANKING, cast("ana", "abc", "why")).when(
        judge.Cast("rank", ABC, "why "), by="ana"
    ).nothing()


@pytest.mark.parametrize("answer", ["", "ab", "aab", "aabc", "abca"])
def test_a_ranking_holds_every_item_once(answer: str) -> None:
    given(*RANKING).when(judge.Cast("rank", tuple(answer)), by="ana").refused(
        Code.RANK_EACH_ONCE, count=3
    )


@pytest.mark.parametrize("answer", ["", "a", "aa", "abc"])
def test_a_choice_holds_exactly_as_many_as_were_asked_for(answer: str) -> None:
    given(*CHOICE).when(judge.Cast("choose", tuple(answer)), by="ana").refused(
        Code.CHOOSE_EXACTLY, count=2
    )


@pytest.mark.parametrize(("events", "step"), [(RANKING, "rank"), (CHOICE, "choose")])
def test_an_answer_holds_only_items_of_the_step(events: tuple[e.Event, ...], step: str) -> None:
    given(*events).when(judge.Cast(step, ("a", "b", "z")), by="ana").refused(Code.NO_SUCH_ITEM)


def test_a_choice_of_two_is_an_answer() -> None:
    given(*CHOICE).when(judge.Cast("choose", ("d", "a")), by="ana").then(
        cast("ana", "da", step="choose")
    )


def test_a_reason_that_is_too_long_is_refused_and_the_answer_with_it() -> None:
    given(*RANKING).when(judge.Cast("rank", ABC, "x" * (NOTE_LENGTH + 1)), by="ana").refused(
        Code.TEXT_TOO_LONG
    )


@pytest.mark.parametrize("member", ["kit", "eve"])
def test_those_without_a_voice_do_not_answer(member: str) -> None:
    given(*RANKING).when(judge.Cast("rank", ABC), by=member).refused(Code.WATCHING_ONLY)


def test_a_chair_with_a_voice_answers_like_everybody_else() -> None:
    chair = joined("lou", "chair")

    given(RANKING[0], chair, RANKING[-1]).when(judge.Cast("rank", ABC), by="lou").then(
        cast("lou", "abc")
    )


def test_a_member_whose_line_is_gone_may_still_answer() -> None:
    """What they did is on its way from their device, and counts."""
    given(*RANKING, e.MemberLeft("ana", 5)).when(judge.Cast("rank", ABC), by="ana").then(
        cast("ana", "abc")
    )


# --- the reveal -------------------------------------------------------------------------------


def test_the_chair_opens_all_answers_together() -> None:
    given(*RANKING, *ALL_CAST).when(judge.Reveal("rank"), by="kit").then(
        judge.Revealed("rank", (), (), HEALTH)
    )


@pytest.mark.parametrize("member", ["ana", "eve"])
def test_nobody_but_the_chair_opens_the_answers(member: str) -> None:
    given(*RANKING, *ALL_CAST).when(judge.Reveal("rank", even_so=True), by=member).refused(
        Code.CHAIR_ONLY
    )


@pytest.mark.parametrize("even_so", [False, True])
def test_there_must_be_an_answer_to_open(even_so: bool) -> None:
    given(*RANKING).when(judge.Reveal("rank", even_so), by="kit").refused(Code.NOTHING_TO_REVEAL)


def test_the_chair_is_told_how_many_people_here_have_not_answered() -> None:
    given(*RANKING, cast("ana", "abc")).when(judge.Reveal("rank"), by="kit").refused(
        Code.ANSWERS_MISSING, count=2
    )


def test_the_chair_may_open_them_even_so_and_it_is_kept_who_was_missing() -> None:
    given(*RANKING, cast("ben", "abc")).when(judge.Reveal("rank", even_so=True), by="kit").then(
        judge.Revealed("rank", ("ana", "cam"), (), {"ben": "Health"})
    )


def test_nobody_waits_for_somebody_who_is_away() -> None:
    away = e.MemberLeft("cam", 5)

    given(*RANKING, *ALL_CAST[:2], away).when(judge.Reveal("rank"), by="kit").then(
        judge.Revealed("rank", (), ("cam",), {"ana": "Health", "ben": "Health"})
    )


def test_an_answer_stays_when_its_member_goes_away() -> None:
    given(*RANKING, *ALL_CAST, e.MemberLeft("cam", 5)).when(judge.Reveal("rank"), by="kit").then(
        judge.Revealed("rank", (), (), HEALTH)
    )


@pytest.mark.parametrize("command", [judge.Cast("rank", CBA), judge.Cast("rank", ABC)])
def test_after_the_reveal_no_answer_changes(command: judge.Cast) -> None:
    given(*REVEALED).when(command, by="ana").refused(Code.ALREADY_REVEALED)


def test_answers_are_opened_once() -> None:
    given(*REVEALED).when(judge.Reveal("rank"), by="kit").refused(Code.ALREADY_REVEALED)


def test_somebody_who_came_after_the_reveal_does_not_answer() -> None:
    given(*REVEALED, joined("dot")).when(judge.Cast("rank", ABC), by="dot").refused(
        Code.ALREADY_REVEALED
    )


# --- removal ----------------------------------------------------------------------------------


def test_with_a_member_goes_an_answer_that_nobody_has_seen() -> None:
    gone = given(*RANKING, *ALL_CAST).when(c.Remove("ben"), by="kit").then(e.MemberRemoved("ben"))

    opened_then = gone.when(judge.Reveal("rank"), by="kit").done()
    assert "ballot/rank/ana" in views.everyone(opened_then.meeting)
    assert "ballot/rank/ben" not in views.everyone(opened_then.meeting)


def test_the_last_answer_may_go_with_its_member() -> None:
    given(*RANKING, cast("ben", "abc"), e.MemberRemoved("ben")).when(
        judge.Reveal("rank", even_so=True), by="kit"
    ).refused(Code.NOTHING_TO_REVEAL)


def test_an_answer_that_everybody_saw_stays_when_its_member_is_removed() -> None:
    gone = given(*REVEALED).when(c.Remove("ben"), by="kit").done()

    assert "ballot/rank/ben" in views.everyone(gone.meeting)


def test_a_removed_member_who_comes_back_answers_anew() -> None:
    """They have another id then, so their first answer cannot count beside the second."""
    back = given(*RANKING, *ALL_CAST, e.MemberRemoved("ben")).when(
        c.Join("ben2", "Ben", "Health"), by=SERVER
    )

    back.done().when(judge.Reveal("rank"), by="kit").refused(Code.ANSWERS_MISSING, count=1)


# --- what everyone sees -----------------------------------------------------------------------


def judge_record(*events: e.Event) -> judge.JudgeRecord:
    record = views.everyone(given(*events).meeting)["judge/rank"]
    assert isinstance(record, judge.JudgeRecord)
    return record


def test_before_the_reveal_everyone_sees_only_how_many_have_answered() -> None:
    records = views.everyone(given(*RANKING, *ALL_CAST[:2]).meeting)

    record = records["judge/rank"]
    assert isinstance(record, judge.JudgeRecord)
    assert (record.answered, record.of, record.revealed, record.missing) == (2, 3, False, ())
    assert not [key for key in records if key.startswith(("ballot/", "figures/"))]


def test_the_record_for_everyone_has_no_room_for_an_answer() -> None:
    assert judge.JudgeRecord.__struct_fields__ == (
        *("step", "items", *judge.Settings.__struct_fields__),
        *("answered", "of", "guessed", "revealed", "missing", "alarm"),
    )


@pytest.mark.parametrize(
    ("events", "answered", "of"),
    [
        ((), 0, 3),
        ((cast("ana", "abc"), e.MemberLeft("cam", 5)), 1, 2),
        ((cast("ana", "abc"), e.MemberLeft("ana", 5)), 1, 3),
        ((cast("ana", "abc"), joined("dot")), 1, 4),
        ((cast("ana", "abc"), joined("sam", "observer", voice=False)), 1, 3),
        ((*ALL_CAST, e.MemberRemoved("cam")), 2, 2),
    ],
    ids=["nobody", "away", "answered-and-away", "newcomer", "observer", "removed"],
)
def test_expected_are_the_voices_here_and_those_who_answered(
    events: tuple[e.Event, ...], answered: int, of: int
) -> None:
    record = judge_record(*RANKING, *events)

    assert (record.answered, record.of) == (answered, of)


def test_after_the_reveal_everyone_sees_who_was_there_and_had_not_answered() -> None:
    assert judge_record(*RANKING, *ALL_CAST[:2]).missing == ()
    assert judge_record(*RANKING, *ALL_CAST[:2], judge.Revealed("rank", ("cam",))).missing == (
        "cam",
    )


def test_who_comes_after_the_reveal_is_not_expected_to_have_answered() -> None:
    revealed = (*RANKING, *ALL_CAST[:2], judge.Revealed("rank", ("cam",)))
    record = judge_record(*revealed, joined("dot"), joined("fay"), e.MemberLeft("cam", 5))

    assert (record.answered, record.of) == (2, 3)


def test_after_the_reveal_everyone_sees_each_answer_with_its_reason() -> None:
    records = views.everyone(
        given(*RANKING, cast("ana", "abc", "why"), judge.Revealed("rank", ("ben", "cam"))).meeting
    )

    assert records["ballot/rank/ana"] == reveal.BallotRecord("rank", "ana", ballot("abc", "why"))
    assert "ballot/rank/ben" not in records


def test_after_the_reveal_of_a_ranking_everyone_sees_its_figures() -> None:
    record = views.everyone(given(*REVEALED).meeting)["figures/rank"]

    assert isinstance(record, reveal.FiguresRecord)
    figures = record.figures
    assert {spread.item: spread.places for spread in figures.spreads}["a"] == (1, 1, 3)
    assert figures.widest == ("a", "c", "b")
    assert figures.agreement == pytest.approx(1 / 3)
    assert figures.furthest is not None
    assert figures.furthest.person == "cam"
    assert figures.movement is None


def test_a_choice_has_no_figures_of_places() -> None:
    revealed = (*CHOICE, cast("ana", "ab", step="choose"), judge.Revealed("choose", ()))
    records = views.everyone(given(*revealed).meeting)

    assert "ballot/choose/ana" in records
    assert "figures/choose" not in records


def test_a_ranking_of_nothing_has_no_figures() -> None:
    """A board may have chosen every item and leave none to rank."""
    empty = (*RANKING[:-1], opened("rank"), cast("ana", ""), judge.Revealed("rank", ()))

    assert "figures/rank" not in views.everyone(given(*empty).meeting)


def test_one_answer_alone_says_nothing_of_agreement() -> None:
    revealed = (*RANKING, cast("ana", "abc"), judge.Revealed("rank", ("ben", "cam")))
    record = views.everyone(given(*revealed).meeting)["figures/rank"]

    assert isinstance(record, reveal.FiguresRecord)
    assert record.figures.agreement is None
    assert record.figures.furthest is None


# --- what the chair, and each member, sees ----------------------------------------------------


def test_the_chair_sees_who_has_answered_and_never_what() -> None:
    records = views.chairs(given(*RANKING, cast("ben", "cba", "why")).meeting)

    assert records["answered/rank"] == judge.AnsweredRecord("rank", ("ben",))
    assert not [record for record in records.values() if isinstance(record, reveal.BallotRecord)]


def test_a_member_sees_their_own_answer_and_nobody_elses() -> None:
    meeting = given(*RANKING, cast("ana", "abc", "mine"), cast("ben", "cba", "his")).meeting

    assert views.mine(meeting, "ana")["my_ballot/rank"] == my_ballot("ana", ballot("abc", "mine"))
    assert views.mine(meeting, "cam")["my_ballot/rank"] == my_ballot("cam", None)


# --- again ------------------------------------------------------------------------------------


SECOND_PASS = (*TWO_PASSES, *ALL_CAST, judge.Revealed("rank", ()), opened("again", *"abc", at=NOW))


def my_start(events: tuple[e.Event, ...], member: str) -> Answer:
    record = views.mine(given(*events).meeting, member)["my_ballot/again"]
    assert isinstance(record, judge.MyBallotRecord)
    return record.start


def test_the_second_time_members_start_from_the_order_they_gave() -> None:
    assert my_start(SECOND_PASS, "cam") == CBA


def test_who_gave_no_order_starts_from_one_of_their_own() -> None:
    assert my_start((*SECOND_PASS, joined("dot")), "dot") == shuffled(ABC, "dot")


def test_an_order_of_other_items_is_no_start() -> None:
    fewer = (*SECOND_PASS[:-1], opened("again", *"ab", at=NOW))

    assert my_start(fewer, "cam") == shuffled(("a", "b"), "cam")


def movement(*events: e.Event) -> Movement | None:
    record = views.everyone(given(*events).meeting)["figures/again"]
    assert isinstance(record, reveal.FiguresRecord)
    return record.figures.movement


def again(member: str, answer: str) -> judge.BallotCast:
    return cast(member, answer, step="again")


def test_two_passes_are_compared_among_those_who_answered_both_times() -> None:
    answers = (again("ana", "abc"), again("ben", "acb"), again("cam", "acb"), again("dot", "bca"))

    found = movement(*SECOND_PASS, joined("dot"), *answers, judge.Revealed("again", ()))

    assert found is not None
    assert (found.people, found.unchanged) == (3, 2)
    assert (found.raised, found.lowered) == ({"a": 1}, {"b": 1, "c": 1})
    assert (found.before, found.after) == pytest.approx((3 / 9, 7 / 9))


def test_passes_over_different_items_are_not_compared() -> None:
    fewer = (*SECOND_PASS[:-1], opened("again", *"ab"), again("ana", "ab"))

    assert movement(*fewer, judge.Revealed("again", ())) is None


def test_a_pass_that_was_never_opened_to_all_is_not_compared() -> None:
    """To compare it would tell what somebody answered there in private."""
    private = (*TWO_PASSES, *ALL_CAST, opened("again", *"abc"), again("ana", "cba"))

    assert movement(*private, judge.Revealed("again", ())) is None


def test_the_first_pass_stays_as_it_was() -> None:
    before = views.everyone(given(*SECOND_PASS).meeting)
    after = views.everyone(
        given(*SECOND_PASS, again("cam", "abc"), judge.Revealed("again", ())).meeting
    )

    assert after["ballot/rank/cam"] == before["ballot/rank/cam"]
    assert after["figures/rank"] == before["figures/rank"]


# --- what the minutes say ---------------------------------------------------------------------


def said(*events: e.Event) -> judge.Minutes | None:
    found = minutes.minutes(given(*events).meeting).steps[0].said
    assert found is None or isinstance(found, judge.Minutes)
    return found


def test_the_minutes_say_nothing_of_answers_that_are_private() -> None:
    assert said(*RANKING, *ALL_CAST) is None


def test_the_minutes_keep_every_answer_with_its_reason() -> None:
    found = said(*RANKING, cast("ana", "abc", "why"), judge.Revealed("rank", ("ben",), ("cam",)))

    assert found is not None
    assert found.ballots == {"ana": ballot("abc", "why")}
    assert found.did_not_answer == ("ben", "cam")
    assert found.figures is not None


def test_the_minutes_do_not_blame_those_who_came_later() -> None:
    found = said(*RANKING, *ALL_CAST, judge.Revealed("rank", ()), joined("dot"))

    assert found is not None
    assert found.did_not_answer == ()


# --- marks ------------------------------------------------------------------------------------

SAFETY = judge.Settings(ask="scale", low="not safe at all", high="safe", alarm_at=2)
SCALE = (*room(plan("safe", SAFETY), items="ab"), opened("safe", "a", "b"))
MARKS = {"a": 2, "b": None}


def marked(member: str, a: int | None, b: int | None = 5, step: str = "safe") -> judge.BallotCast:
    return judge.BallotCast(step, member, (), "", {"a": a, "b": b})


def test_a_member_gives_each_item_a_mark_with_a_reason_or_does_not_know() -> None:
    command = judge.Cast("safe", marks=MARKS, whys={"a": " nobody home ", "b": ""})

    given(*SCALE).when(command, by="ana").then(
        judge.BallotCast("safe", "ana", (), "", MARKS, {"a": "nobody home"})
    ).when(command, by="ana").nothing()


def test_marks_of_another_form_are_refused() -> None:
    given(*SCALE).when(judge.Cast("safe", ("a", "b")), by="ana").refused(Code.ANOTHER_FORM)
    given(*RANKING).when(judge.Cast("rank", ABC, marks={"a": 1}), by="ana").refused(
        Code.ANOTHER_FORM
    )


def test_not_to_know_is_an_answer_that_counts_as_one() -> None:
    given(*CHOICE).when(judge.Cast("choose", unsure=True), by="ana").then(
        judge.BallotCast("choose", "ana", (), "", unsure=True)
    )


def test_a_step_without_items_asks_about_itself() -> None:
    asked = plan("trust", judge.Settings(ask="level"), Source(take="none"))

    given(*room(asked)).when(c.OpenStep("trust"), by="kit").done().when(
        judge.Cast("trust", marks={"-": 4}), by="ana"
    ).then(judge.BallotCast("trust", "ana", (), "", {"-": 4}))


def everyone_sees(*events: e.Event) -> dict[str, Any]:
    return dict(views.everyone(given(*events).meeting))


def test_a_low_mark_raises_the_alarm_when_it_is_opened_and_not_before() -> None:
    low = (*SCALE, marked("ana", 2), marked("ben", 9))

    assert not everyone_sees(*low)["judge/safe"].alarm
    assert everyone_sees(*low, judge.Revealed("safe", ("cam",)))["judge/safe"].alarm
    assert not everyone_sees(*SCALE, marked("ana", 3), judge.Revealed("safe", ()))[
        "judge/safe"
    ].alarm


def test_the_second_time_members_start_from_the_marks_they_gave() -> None:
    again = replace(SAFETY, again="safe")
    twice = (
        *room(plan("safe", SAFETY), plan("again", again), items="ab"),
        *(opened("safe", "a", "b"), marked("ana", 3, None), judge.Revealed("safe", ())),
        opened("again", "a", "b"),
    )

    record = views.mine(given(*twice).meeting, "ana")["my_ballot/again"]

    assert isinstance(record, judge.MyBallotRecord)
    assert (record.start_marks, record.ballot) == ({"a": 3, "b": None}, None)


def test_a_board_can_start_from_marks_and_turns_from_their_spread() -> None:
    agenda = room(
        plan("safe", SAFETY),
        plan("talk", turns.Settings("widest", "safe")),
        plan("board", settle.Settings(1, "safe")),
        items="ab",
    )
    marks = (marked("ana", 0, 6), marked("ben", 9, 6), judge.Revealed("safe", ("cam",)))
    held = given(*agenda, opened("safe", "b", "a"), *marks)

    held.when(c.OpenStep("talk"), by="kit").then(opened("talk", "a", "b", at=NOW))
    held.when(c.OpenStep("board"), by="kit").then(opened("board", "b", "a", at=NOW))


# --- whose answers they are -------------------------------------------------------------------


def shown(how: Shown) -> tuple[e.Event, ...]:
    asked = judge.Settings(ask="level", shown=how)
    people = (joined("dot"), joined("fay"))
    return (*room(plan("trust", asked), items="ab"), *people, opened("trust", "a", "b"))


BY_AGENCY, SEALED = shown("agency"), shown("nobody")
TOKEN = "a1b2c3d4e5f6a7b8c9d0e1f2"


def trust(member: str, mark: int) -> judge.BallotCast:
    return judge.BallotCast("trust", member, (), "", {"a": mark, "b": None})


def test_by_agency_no_record_says_whose_an_answer_is() -> None:
    records = everyone_sees(
        *BY_AGENCY, trust("ben", 5), trust("ana", 1), judge.Revealed("trust", (), (), HEALTH)
    )

    answers = [record for key, record in records.items() if key.startswith("unnamed/")]
    assert answers == [
        reveal.UnnamedRecord("trust", "Health", ballot(marks={"a": 1, "b": None})),
        reveal.UnnamedRecord("trust", "Health", ballot(marks={"a": 5, "b": None})),
    ]
    assert "member" not in reveal.UnnamedRecord.__struct_fields__
    assert not [key for key in records if key.startswith("ballot/")]


def test_by_agency_nobody_is_named_in_the_figures_or_the_record() -> None:
    asked = plan("rank", judge.Settings(shown="agency"))
    ranked = (*room(asked, items="abc"), opened("rank", *"abc"), *ALL_CAST)
    revealed = (*ranked, judge.Revealed("rank", (), (), HEALTH))

    found = said(*revealed)

    assert everyone_sees(*revealed)["figures/rank"].figures.furthest is None
    assert found is not None
    assert (found.ballots, found.unnamed[0]) == ({}, Unnamed("Health", ballot("abc")))


def test_by_agency_turns_do_not_name_who_placed_an_item_highest() -> None:
    agenda = room(
        plan("rank", judge.Settings(shown="agency")),
        plan("talk", turns.Settings("widest", "rank")),
        items="abc",
    )
    talk = (judge.Revealed("rank", (), (), HEALTH), opened("talk", *"abc"))

    records = everyone_sees(*agenda, opened("rank", *"abc"), *ALL_CAST, *talk)

    assert records["turn/talk/a"].highest == ()
    assert records["turn/talk/a"].lowest == ()


def slip(token: str = TOKEN, mark: int = 3) -> judge.Slip:
    return judge.Slip("trust", token, ballot(marks={"a": mark, "b": None}))


def test_an_unattributed_answer_leaves_only_that_somebody_answered() -> None:
    given(*SEALED).when(slip(), by="ana").then(judge.Answered("trust", "ana")).when(
        slip(mark=4), by="ana"
    ).nothing()
    assert judge.Answered.__struct_fields__ == ("step", "member")


@pytest.mark.parametrize(
    ("events", "command", "by", "code"),
    [
        (SEALED, judge.Cast("trust", marks={"a": 1, "b": 2}), "ana", Code.ANOTHER_FORM),
        (BY_AGENCY, slip(), "ana", Code.ANOTHER_FORM),
        (SEALED, slip("short"), "ana", Code.ANOTHER_FORM),
        (SEALED, slip(mark=6), "ana", Code.MARK_OUT_OF_RANGE),
        (SEALED, slip(), "eve", Code.WATCHING_ONLY),
        (SEALED, slip(), "kit", Code.WATCHING_ONLY),
        ((*SEALED, e.MemberRemoved("dot"), e.MemberRemoved("fay")), slip(), "ana", None),
        (SEALED, judge.Reveal("trust", even_so=True), "kit", Code.NOT_UNDERSTOOD),
        ((*SEALED, judge.Revealed("trust", ())), slip(), "ana", Code.ALREADY_REVEALED),
    ],
)
def test_what_an_unattributed_step_refuses(
    events: tuple[e.Event, ...], command: c.Command, by: str, code: Code | None
) -> None:
    given(*events).when(command, by=by).refused(code or Code.TOO_FEW_TO_HIDE)


ANSWERED = tuple(judge.Answered("trust", member) for member in ("ana", "ben", "cam", "dot"))
SLIPS = tuple(ballot(marks={"a": mark, "b": None}) for mark in (4, 1, 4, 2))


def test_unattributed_answers_are_opened_sorted_by_what_they_say() -> None:
    reveal = c.OpenSlips(judge.Reveal("trust", even_so=True), SLIPS)
    opened_slips = given(*SEALED, *ANSWERED).when(reveal, by="kit")

    opened_slips.then(
        judge.Revealed("trust", ("fay",), slips=(SLIPS[1], SLIPS[3], SLIPS[0], SLIPS[2]))
    )


def test_unattributed_answers_are_not_opened_unless_four_were_given() -> None:
    reveal = c.OpenSlips(judge.Reveal("trust", even_so=True), SLIPS[:3])

    given(*SEALED, *ANSWERED[:3]).when(reveal, by="kit").refused(
        Code.TOO_FEW_TO_HIDE, count=3, least=4
    )


@pytest.mark.parametrize(
    ("events", "even_so", "by", "code"),
    [
        ((*SEALED, *ANSWERED), True, "ana", Code.CHAIR_ONLY),
        ((*SEALED, *ANSWERED), False, "kit", Code.ANSWERS_MISSING),
        (SEALED, True, "kit", Code.NOTHING_TO_REVEAL),
        (BY_AGENCY, True, "kit", Code.NOT_UNDERSTOOD),
        ((*SEALED, e.MeetingPaused(5)), True, "kit", Code.MEETING_PAUSED),
        ((*SEALED, judge.Revealed("trust", ())), True, "kit", Code.ALREADY_REVEALED),
    ],
)
def test_when_unattributed_answers_are_not_opened(
    events: tuple[e.Event, ...], even_so: bool, by: str, code: Code
) -> None:
    reveal = c.OpenSlips(judge.Reveal("trust", even_so), SLIPS)

    given(*events).when(reveal, by=by).refused(code)


OPENED_SLIPS = (*SEALED, *ANSWERED, judge.Revealed("trust", ("fay",), slips=SLIPS))


def test_unattributed_answers_are_shown_without_a_trace_of_anybody() -> None:
    records = everyone_sees(*OPENED_SLIPS)

    answers = [record for key, record in records.items() if key.startswith("unnamed/")]
    assert {record.agency for record in answers} == {""}
    assert [record.ballot for record in answers] == list(SLIPS)
    assert records["tally/trust"].tally.agencies == 0
    assert records["judge/trust"].answered == 4


def test_a_member_is_told_that_an_unattributed_answer_is_in_and_nothing_else() -> None:
    record = views.mine(given(*SEALED, *ANSWERED).meeting, "ana")["my_ballot/trust"]

    assert isinstance(record, judge.MyBallotRecord)
    assert (record.answered, record.ballot) == (True, None)


def test_the_minutes_of_unattributed_answers_name_nobody_but_who_did_not_answer() -> None:
    found = said(*OPENED_SLIPS)

    assert found is not None
    assert (found.ballots, found.did_not_answer) == ({}, ("fay",))
    assert [each.agency for each in found.unnamed] == [""] * 4


def test_the_unattributed_answer_of_somebody_removed_stays() -> None:
    gone = given(*SEALED, *ANSWERED, e.MemberRemoved("ana"))

    reveal = c.OpenSlips(judge.Reveal("trust", even_so=True), SLIPS)
    assert gone.meeting.agenda[0].state is not None
    gone.when(reveal, by="kit").done()


# --- two voices -------------------------------------------------------------------------------


def test_everyone_sees_the_count_by_person_and_by_agency() -> None:
    agencies = {"ana": "Health", "ben": "Health", "cam": "School"}
    marks = (marked("ana", 1), marked("ben", 1), marked("cam", 9))
    records = everyone_sees(*SCALE, *marks, judge.Revealed("safe", (), (), agencies))

    tally = records["tally/safe"].tally
    assert isinstance(tally, Middles)
    assert (tally.by_person["a"], tally.by_agency["a"], tally.differ) == (1, 5, True)


def test_before_the_reveal_nothing_is_counted() -> None:
    records = everyone_sees(*SCALE, marked("ana", 1))

    assert not [key for key in records if key.startswith(("tally/", "unnamed/", "ballot/"))]


def test_the_agencies_of_a_reveal_are_those_of_its_time() -> None:
    revealed = given(*RANKING, *ALL_CAST).when(judge.Reveal("rank"), by="kit").done()

    state = revealed.meeting.agenda[0].state
    assert isinstance(state, judge.State)
    assert state.agencies == HEALTH


# --- rows of equal places ---------------------------------------------------------------------

NINE = tuple("abcdefghi")
DIAMOND = judge.Settings(shape=(1, 2, 3, 2, 1))


def test_figures_of_diamonds_say_nothing_of_the_order_within_a_row() -> None:
    asked = (*room(plan("rank", DIAMOND), items="abcdefghi"), opened("rank", *NINE))
    answers = (cast("ana", "abcdefghi"), cast("ben", "acbdefghi"), cast("cam", "abcdefhgi"))

    shown = views.everyone(given(*asked, *answers, judge.Revealed("rank", ())).meeting)

    record, question = shown["figures/rank"], shown["judge/rank"]
    assert isinstance(record, reveal.FiguresRecord)
    assert isinstance(question, judge.JudgeRecord)
    figures = record.figures
    assert [spread.places for spread in figures.spreads[:2]] == [(1, 1, 1), (2.5, 2.5, 2.5)]
    assert figures.agreement == 1
    assert question.shape == (1, 2, 3, 2, 1)


def test_a_list_that_does_not_fill_the_diamond_is_ranked_in_order() -> None:
    asked = (*room(plan("rank", DIAMOND), items="abc"), opened("rank", *"abc"))

    asked_now = views.everyone(given(*asked).meeting)["judge/rank"]
    assert isinstance(asked_now, judge.JudgeRecord)
    assert asked_now.shape == ()
    given(*asked).when(judge.Cast("rank", CBA), by="ana").then(cast("ana", "cba"))
