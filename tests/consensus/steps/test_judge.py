"""judge: one private answer per member per pass, opened together at the reveal."""

import pytest

from consensus import commands as c
from consensus import events as e
from consensus import minutes, views
from consensus.refusal import Code
from consensus.steps import judge
from consensus.text import NOTE_LENGTH
from tests.consensus.given import NOW, SERVER, given, joined, opened, plan, room

ABC, CBA = ("a", "b", "c"), ("c", "b", "a")

RANKING = (*room(plan("rank", judge.Settings()), items="abc"), opened("rank", *"abc"))
CHOICE = (*room(plan("choose", judge.Settings(choose=2))), opened("choose", *"abcd"))
TWO_PASSES = (
    *room(plan("rank", judge.Settings()), plan("again", judge.Settings(again="rank")), items="abc"),
    opened("rank", *"abc"),
)


def cast(member: str, answer: str, because: str = "", step: str = "rank") -> judge.BallotCast:
    return judge.BallotCast(step, member, tuple(answer), because)


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

    assert views.mine(changed.meeting, "ana")["my_ballot/rank"] == judge.MyBallotRecord(
        "rank", start=judge.shuffled(ABC, "ana"), answer=CBA, because=""
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
    given(*RANKING, *ALL_CAST).when(judge.Reveal("rank"), by="kit").then(judge.Revealed("rank", ()))


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
        judge.Revealed("rank", ("ana", "cam"))
    )


def test_nobody_waits_for_somebody_who_is_away() -> None:
    away = e.MemberLeft("cam", 5)

    given(*RANKING, *ALL_CAST[:2], away).when(judge.Reveal("rank"), by="kit").then(
        judge.Revealed("rank", (), away=("cam",))
    )


def test_an_answer_stays_when_its_member_goes_away() -> None:
    given(*RANKING, *ALL_CAST, e.MemberLeft("cam", 5)).when(judge.Reveal("rank"), by="kit").then(
        judge.Revealed("rank", ())
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

    assert records["judge/rank"] == judge.JudgeRecord(
        "rank", items=ABC, choose=0, again=None, answered=2, of=3, revealed=False, missing=()
    )
    assert not [key for key in records if key.startswith(("ballot/", "figures/"))]


def test_the_record_for_everyone_has_no_room_for_an_answer() -> None:
    assert judge.JudgeRecord.__struct_fields__ == (
        *("step", "items", "choose", "again", "answered", "of", "revealed", "missing"),
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

    assert records["ballot/rank/ana"] == judge.BallotRecord("rank", "ana", ABC, "why")
    assert "ballot/rank/ben" not in records


def test_after_the_reveal_of_a_ranking_everyone_sees_its_figures() -> None:
    record = views.everyone(given(*REVEALED).meeting)["figures/rank"]

    assert isinstance(record, judge.FiguresRecord)
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

    assert isinstance(record, judge.FiguresRecord)
    assert record.figures.agreement is None
    assert record.figures.furthest is None


# --- what the chair, and each member, sees ----------------------------------------------------


def test_the_chair_sees_who_has_answered_and_never_what() -> None:
    records = views.chairs(given(*RANKING, cast("ben", "cba", "why")).meeting)

    assert records == {"answered/rank": judge.AnsweredRecord("rank", ("ben",))}


def test_a_member_sees_their_own_answer_and_nobody_elses() -> None:
    meeting = given(*RANKING, cast("ana", "abc", "mine"), cast("ben", "cba", "his")).meeting

    assert views.mine(meeting, "ana")["my_ballot/rank"] == judge.MyBallotRecord(
        "rank", start=judge.shuffled(ABC, "ana"), answer=ABC, because="mine"
    )
    assert views.mine(meeting, "cam")["my_ballot/rank"] == judge.MyBallotRecord(
        "rank", start=judge.shuffled(ABC, "cam"), answer=None, because=""
    )


def test_each_member_starts_from_an_order_of_their_own() -> None:
    items = tuple("abcdefghij")
    orders = {judge.shuffled(items, member) for member in ("ana", "ben", "cam", "dot")}

    assert len(orders) == 4
    assert all(sorted(order) == sorted(items) for order in orders)
    assert judge.shuffled(items, "ana") == judge.shuffled(items, "ana")


# --- again ------------------------------------------------------------------------------------


SECOND_PASS = (*TWO_PASSES, *ALL_CAST, judge.Revealed("rank", ()), opened("again", *"abc", at=NOW))


def my_start(events: tuple[e.Event, ...], member: str) -> judge.Answer:
    record = views.mine(given(*events).meeting, member)["my_ballot/again"]
    assert isinstance(record, judge.MyBallotRecord)
    return record.start


def test_the_second_time_members_start_from_the_order_they_gave() -> None:
    assert my_start(SECOND_PASS, "cam") == CBA


def test_who_gave_no_order_starts_from_one_of_their_own() -> None:
    assert my_start((*SECOND_PASS, joined("dot")), "dot") == judge.shuffled(ABC, "dot")


def test_an_order_of_other_items_is_no_start() -> None:
    fewer = (*SECOND_PASS[:-1], opened("again", *"ab", at=NOW))

    assert my_start(fewer, "cam") == judge.shuffled(("a", "b"), "cam")


def movement(*events: e.Event) -> judge.Movement | None:
    record = views.everyone(given(*events).meeting)["figures/again"]
    assert isinstance(record, judge.FiguresRecord)
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
    assert found.ballots == {"ana": judge.Ballot(ABC, "why")}
    assert found.did_not_answer == ("ben", "cam")
    assert found.figures is not None


def test_the_minutes_do_not_blame_those_who_came_later() -> None:
    found = said(*RANKING, *ALL_CAST, judge.Revealed("rank", ()), joined("dot"))

    assert found is not None
    assert found.did_not_answer == ()
