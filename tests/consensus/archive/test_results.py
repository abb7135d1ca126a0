"""Results: what opened passes came to, in figures and without anybody."""

from msgspec.structs import replace

from consensus import events as e
from consensus.archive.results import Given, Ranking, Scale, results
from consensus.items import ITSELF, Source
from consensus.steps import judge
from tests.consensus.given import given, opened, plan, room

SAFE = judge.Settings(ask="scale", low="not safe", high="safe")
SCALING = plan("safe", SAFE, Source(take="none"))


def marked(member: str, mark: int | None, step: str = "safe") -> judge.BallotCast:
    return judge.BallotCast(step, member, (), "", {ITSELF: mark})


def ranked(step: str, *orders: str) -> tuple[e.Event, ...]:
    people = ("ana", "ben", "cam")
    cast = (
        judge.BallotCast(step, who, tuple(order), "")
        for who, order in zip(people, orders, strict=True)
    )
    return (opened(step, *"abc"), *cast, judge.Revealed(step, ()))


def test_marks_come_as_the_lowest_the_middle_and_the_highest() -> None:
    meeting = given(
        *room(SCALING),
        opened("safe", [ITSELF]),
        *(marked(who, mark) for who, mark in (("ana", 2), ("ben", 9), ("cam", 5))),
        judge.Revealed("safe", ()),
    ).meeting

    assert results(meeting) == (
        Scale("safe", "Safe", "", "scale", "not safe", "safe", None, (Given("-", "", 3, 2, 5, 9),)),
    )


def test_of_people_who_do_not_know_there_are_no_marks() -> None:
    meeting = given(
        *room(SCALING), opened("safe", [ITSELF]), marked("ana", None), judge.Revealed("safe", ())
    ).meeting

    (found,) = results(meeting)
    assert isinstance(found, Scale)
    assert found.given == (Given("-", "", 0),)


def test_a_ranking_comes_with_its_agreement_and_what_changed_since_the_pass_before() -> None:
    meeting = given(
        *room(
            plan("rank", judge.Settings()), plan("again", judge.Settings(again="rank")), items="abc"
        ),
        *ranked("rank", "abc", "cba", "abc"),
        *ranked("again", "abc", "abc", "abc"),
    ).meeting

    first, second = results(meeting)
    assert isinstance(first, Ranking)
    assert isinstance(second, Ranking)
    assert (first.people, first.before, first.after) == (3, None, None)
    assert first.agreement is not None
    assert (second.again, second.both) == ("rank", 3)
    assert (second.before, second.after) == (first.agreement, 1.0)


def test_what_is_private_or_not_minuted_is_in_no_result() -> None:
    private = given(*room(SCALING), opened("safe", [ITSELF]), marked("ana", 3)).meeting
    unminuted = given(
        *room(replace(SCALING, minuted="none")),
        opened("safe", [ITSELF]),
        marked("ana", 3),
        judge.Revealed("safe", ()),
    ).meeting

    assert results(private) == results(unminuted) == ()
