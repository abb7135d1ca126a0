"""What everybody in a hall sees, and how long its tables have been at work."""

from consensus import commands as c
from consensus import views
from consensus.hall import hall as h
from tests.consensus.given import MINUTE, SERVER, Situation
from tests.consensus.hall.halls import came, hall


def state(situation: Situation) -> h.State:
    assert situation.meeting.hall is not None
    return situation.meeting.hall


def seen(situation: Situation) -> h.HallRecord:
    record = views.everyone(situation.meeting)["hall"]
    assert isinstance(record, h.HallRecord)
    return record


def test_the_hall_shows_the_exercise_and_how_people_come_to_tables() -> None:
    found = seen(hall(placing="mixed"))

    assert [step.id for step in found.steps] == ["rank", "talk", "two"]
    assert [step.minutes for step in found.steps] == [10, 5, 15]
    assert (found.placing, found.self_run, found.begun) == ("mixed", True, None)


def test_each_table_and_each_seat_is_a_record_of_its_own() -> None:
    found = views.everyone(hall("ana", tables=1).after(("kit", h.NameTable("t1", "Oak"))).meeting)

    assert found["table/t1"] == h.TableRecord("t1", 1, "Oak", "CODE1")
    assert found["sits/ana"] == h.SitsRecord("ana", "t1")


def test_what_was_said_to_one_table_is_not_everybodys() -> None:
    said = hall().after(("kit", h.NudgeTable("t1", "between us")))

    assert "between us" not in str(views.everyone(said.meeting))


def test_where_all_were_last_asked_to_go_and_whether_they_are_called_back() -> None:
    led = hall("ana").after(("kit", h.Begin()), ("kit", h.Align("talk")), ("kit", h.Call()), at=9)

    assert (seen(led).aligned, seen(led).called) == (h.Aligned("talk", 9), 9)
    assert seen(led.after(("kit", h.Align("two")))).called is None


def test_who_leads_or_watches_from_now_on_gives_up_their_seat() -> None:
    seated = hall("ana", "ben")

    for left in (c.NameDeputy("ana"), c.HandOver("ana"), c.SetRole("ana", "observer")):
        assert state(seated.after(("kit", left))).seats.keys() == {"ben"}
    assert state(seated.after(("kit", c.Remove("ana")))).seats.keys() == {"ben"}
    assert state(seated.after(("kit", c.SetRole("ana", "family")))).seats.keys() == {"ana", "ben"}


def test_of_two_who_are_one_the_seat_of_the_one_who_stays_counts() -> None:
    two = hall("ana", "ben", placing="placed").after(
        ("kit", h.Place("ana", "t1")), ("kit", h.Place("ben", "t2"))
    )
    one = two.after(("kit", c.Merge("ana", "ben")), ("ana", c.AnswerMerge("ben", True)))

    assert state(one).seats == {"ana": "t1"}
    assert [(sat.member, sat.table) for sat in state(one).sat] == [("ana", "t1"), ("ana", "t2")]


def test_time_in_which_all_were_held_is_no_time_at_work() -> None:
    begun = hall("ana").after(("kit", h.Begin()), at=0)
    held = begun.after(("kit", h.HoldAll()), at=10 * MINUTE)
    free = held.after(("kit", h.ReleaseAll()), at=15 * MINUTE)

    assert h.worked(state(begun), 7 * MINUTE) == 7 * MINUTE
    assert h.worked(state(held), 13 * MINUTE) == 10 * MINUTE
    assert h.worked(state(free), 20 * MINUTE) == 15 * MINUTE
    assert seen(free).stood == 5 * MINUTE


def test_a_hall_that_has_not_begun_has_worked_no_time_though_it_was_held() -> None:
    held = hall("ana").after(("kit", h.HoldAll()), at=0)
    assert h.worked(state(held), MINUTE) == 0

    begun = held.after(("kit", h.Begin()), at=MINUTE).after(("kit", h.ReleaseAll()), at=3 * MINUTE)
    assert h.worked(state(begun), 4 * MINUTE) == MINUTE


def test_people_may_come_to_a_hall_while_it_is_paused() -> None:
    paused = hall("ana").after(("kit", c.Pause()))

    assert "ben" in state(paused.after((SERVER, came("ben")))).seats
