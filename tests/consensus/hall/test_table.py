"""What everybody at a table sees of it, and of what the trainer asks."""

from consensus import commands as c
from consensus import views
from consensus.hall import table as t
from consensus.steps import judge
from tests.consensus.given import NOW, SERVER, Situation
from tests.consensus.hall.halls import room, table


def seen(situation: Situation) -> t.AtTableRecord:
    record = views.everyone(situation.meeting)["at_table"]
    assert isinstance(record, t.AtTableRecord)
    return record


def test_a_table_says_which_one_of_which_hall_it_is() -> None:
    named = room(number=3).after((SERVER, t.BeCalled("Spring course", 4, "Oak")))

    assert (seen(named).hall, seen(named).title) == ("HALL23", "Spring course")
    assert (seen(named).number, seen(named).name) == (4, "Oak")


def test_it_runs_itself_until_somebody_takes_the_chair() -> None:
    alone = table("ana", "ben")

    assert seen(alone).runs_itself
    assert not seen(alone.after(("ana", c.Cover()))).runs_itself
    assert not seen(alone.after((SERVER, t.SetSelfRun(False)))).runs_itself


def test_half_of_those_here_are_needed_and_nobody_moves_another_on_alone() -> None:
    assert [seen(table(*"abcdefg"[:count])).needed for count in range(7)] == [1, 1, 2, 2, 2, 3, 3]
    away = table("ana", "ben", "cam").after((SERVER, c.Leave("ana")))
    assert seen(away).needed == 2


def test_whoever_is_ready_is_shown_until_the_table_goes_on() -> None:
    ranked = ("cam", judge.Cast("rank", tuple("abcd")))
    waits = table("ana", "ben", "cam").after(ranked, ("ana", t.Ready()))

    assert seen(waits).ready == ("ana",)
    on = waits.after(("ben", t.Ready()))
    assert (seen(on).ready, seen(on).went) == ((), seen(waits).went + 1)


def test_somebody_who_goes_is_not_among_the_ready() -> None:
    waits = table("ana", "ben", "cam", "dot").after(("ana", t.Ready()))

    for gone in (t.MoveAway("ana", 2), t.TakeOut("ana"), t.JoinSeats("ben", "ana")):
        assert seen(waits.after((SERVER, gone))).ready == ()


def test_what_the_trainer_says_and_asks_is_shown() -> None:
    told = table("ana").after(
        ("ana", t.AskHelp()),
        (SERVER, t.Hear("Ten minutes", 5, 1, False)),
        (SERVER, t.HearCall(7)),
        (SERVER, t.SetHeld(True)),
    )

    found = seen(told)
    assert (found.nudge, found.called) == (t.Nudge("Ten minutes", 5), 7)
    assert (found.held, found.help) == (True, NOW)
    assert seen(told.after((SERVER, t.Hear("I come", 9, 2, True)))).help is None


def test_words_that_were_heard_are_not_heard_again() -> None:
    told = table("ana").after((SERVER, t.Hear("Ten minutes", 5, 2, False)))

    told.when(t.Hear("Older", 4, 1, False), by=SERVER).nothing()
    told.when(t.HearCall(None), by=SERVER).nothing()


def test_where_people_were_moved_is_known_until_they_come_back() -> None:
    moved = table("ana", "ben").after((SERVER, t.MoveAway("ana", 2)))

    assert seen(moved).moved == {"ana": 2}
    assert seen(moved.after((SERVER, t.ComeBack("ana")))).moved == {}
    assert seen(moved.after((SERVER, t.TakeOut("ana")))).moved == {}
