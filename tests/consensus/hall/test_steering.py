"""What the trainer asks of all tables, and how people come to sit."""

import pytest

from consensus import commands as c
from consensus.hall import hall as h
from consensus.hall import steering
from consensus.hall.seating import Placing
from consensus.refusal import Code
from tests.consensus.given import NOW, SERVER, Situation
from tests.consensus.hall.halls import came, hall, table


def seats(situation: Situation) -> dict[str, str]:
    assert situation.meeting.hall is not None
    return situation.meeting.hall.seats


# --- tables -----------------------------------------------------------------------------------


def test_tables_are_numbered_as_they_come_and_the_same_one_is_added_once() -> None:
    two = hall(tables=2)

    two.when(h.AddTable("t1", "CODE1"), by=SERVER).nothing()
    two.when(h.AddTable("t3", "CODE3"), by=SERVER).then(h.TableAdded("t3", "CODE3", 3, NOW))
    two.when(h.AddTable("t3", "CODE3"), by="kit").refused(Code.NOT_UNDERSTOOD)


def test_there_is_a_limit_to_tables() -> None:
    full = hall(tables=h.MOST_TABLES)

    full.when(h.AddTable("more", "CODE"), by=SERVER).refused(
        Code.TOO_MANY_TABLES, most=h.MOST_TABLES
    )


def test_a_table_goes_where_nobody_has_sat_and_stays_where_somebody_has() -> None:
    placed = hall("ana", placing="placed").after(("kit", h.Place("ana", "t1")))
    moved = placed.after(("kit", h.Place("ana", "t2")))

    moved.when(h.TakeTableAway("t1"), by="kit").refused(Code.TABLE_WAS_USED)
    hall().when(h.TakeTableAway("t1"), by="kit").then(h.TableTakenAway("t1"))


def test_the_wall_shows_no_table_that_is_gone() -> None:
    shown = hall().after(("kit", h.Show("table", "t2")), ("kit", h.TakeTableAway("t2")))

    assert shown.meeting.hall is not None
    assert shown.meeting.hall.shown == h.Shown()


def test_a_table_has_a_name_until_it_is_taken_away_again() -> None:
    named = hall().when(h.NameTable("t1", " Oak "), by="kit").then(h.TableNamed("t1", "Oak"))

    named.when(h.NameTable("t1", "Oak"), by="kit").nothing()
    named.when(h.NameTable("t1", ""), by="kit").then(h.TableNamed("t1", ""))
    named.when(h.NameTable("t1", "x" * 200), by="kit").refused(Code.TEXT_TOO_LONG)


@pytest.mark.parametrize(
    "command",
    [
        h.TakeTableAway("gone"),
        h.NameTable("gone", "Oak"),
        h.Place("ana", "gone"),
        h.NudgeTable("gone", "Hello"),
        h.Show("table", "gone"),
    ],
)
def test_what_is_about_a_table_that_is_not_there_is_refused(command: h.Command) -> None:
    hall("ana").when(command, by="kit").refused(Code.NO_SUCH_TABLE)


# --- who may ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command", [h.Begin(), h.HoldAll(), h.Align("rank"), h.Call(), h.Show("cards"), h.Deal("mixed")]
)
def test_the_hall_is_the_trainers_and_their_helpers(command: h.Command) -> None:
    helped = hall("ana", "ben").after(("kit", c.NameDeputy("ben")))

    helped.when(command, by="ana").refused(Code.CHAIR_ONLY)
    helped.when(command, by="ben").done()


def test_in_a_room_that_is_no_hall_none_of_it_is_understood() -> None:

    table("ana").when(h.Begin(), by="ana").refused(Code.NOT_UNDERSTOOD)


def test_a_hall_that_is_over_is_left_as_it_was() -> None:
    hall("ana").after(("kit", c.Close())).when(h.Begin(), by="kit").refused(Code.MEETING_CLOSED)


# --- seats ------------------------------------------------------------------------------------


def test_where_people_choose_they_sit_and_change_until_tables_begin() -> None:
    chosen = hall("ana", placing="choose")
    assert seats(chosen) == {}

    sat = chosen.when(h.Sit("t1"), by="ana").then(h.Seated({"ana": "t1"}, NOW))
    sat.when(h.Sit("t1"), by="ana").nothing()
    begun = sat.after(("ana", h.Sit("t2")), ("kit", h.Begin()))
    begun.when(h.Sit("t1"), by="ana").refused(Code.TABLES_ARE_GIVEN)
    begun.when(h.Sit("t1"), by="kit").refused(Code.WATCHING_ONLY)


@pytest.mark.parametrize("placing", ["spread", "mixed", "placed"])
def test_where_tables_are_given_nobody_chooses(placing: Placing) -> None:
    given_ = hall("ana", placing=placing, tables=3)
    other = next(table for table in ("t1", "t2") if seats(given_).get("ana") != table)

    given_.when(h.Sit(other), by="ana").refused(Code.TABLES_ARE_GIVEN)


def test_whoever_comes_is_seated_at_the_smallest_table_where_they_are_spread() -> None:
    full = hall("ana", "ben", "cam", "dot", "eve")

    assert sorted(list(seats(full).values()).count(name) for name in ("t1", "t2")) == [2, 3]


@pytest.mark.parametrize("placing", ["choose", "placed"])
def test_a_late_joiner_goes_to_the_smallest_table(placing: Placing) -> None:
    early = hall("ana", "ben", placing=placing).after(
        ("kit", h.Place("ana", "t1")), ("kit", h.Place("ben", "t1")), ("kit", h.Begin())
    )

    assert seats(early.after((SERVER, came("cam"))))["cam"] == "t2"


def test_who_watches_or_leads_sits_nowhere() -> None:
    watched = hall("ana").after((SERVER, came("eve", role="observer")))

    assert seats(watched).keys() == {"ana"}
    watched.when(h.Place("eve", "t1"), by="kit").refused(Code.SITS_AT_NO_TABLE, name="Eve")
    watched.when(h.Place("nobody", "t1"), by="kit").refused(Code.NO_SUCH_MEMBER)


def test_people_are_dealt_anew_until_tables_begin_and_only_moved_after() -> None:
    some = hall("ana", "ben", "cam", "dot", placing="placed")
    some = some.after(*(("kit", h.Place(each, "t1")) for each in ("ana", "ben", "cam")))

    assert seats(some.after(("kit", h.Deal("spread"))))["dot"] == "t2"
    anew = seats(some.after(("kit", h.Deal("spread", anew=True))))
    assert sorted(list(anew.values()).count(name) for name in ("t1", "t2")) == [2, 2]
    begun = some.after(("kit", h.Begin()))
    begun.when(h.Deal("spread", anew=True), by="kit").refused(Code.TABLES_AT_WORK)
    begun.when(h.Place("ana", "t2"), by="kit").then(h.Seated({"ana": "t2"}, NOW))


def test_to_deal_or_begin_needs_tables() -> None:
    for command in (h.Deal("spread"), h.Begin()):
        hall("ana", tables=0).when(command, by="kit").refused(Code.NO_TABLES)


# --- all tables -------------------------------------------------------------------------------


def test_to_begin_seats_whoever_has_no_table_and_goes_to_the_first_step() -> None:
    waiting = hall("ana", tables=1, placing="choose")

    begun = waiting.when(h.Begin(), by="kit").then(
        h.Seated({"ana": "t1"}, NOW), h.Begun(NOW), h.AllAligned("rank", NOW)
    )
    begun.when(h.Begin(), by="kit").nothing()


def test_to_go_straight_to_a_step_begins_too() -> None:
    hall().when(h.Align("talk"), by="kit").then(h.Begun(NOW), h.AllAligned("talk", NOW))
    hall().when(h.Align("look"), by="kit").refused(Code.NO_SUCH_STEP)

    waiting = hall("ana", tables=1, placing="placed")
    waiting.when(h.Align("talk"), by="kit").then(
        h.Seated({"ana": "t1"}, NOW), h.Begun(NOW), h.AllAligned("talk", NOW)
    )


def test_all_are_held_and_let_go_once() -> None:
    held = hall().when(h.HoldAll(), by="kit").then(h.Held(NOW))

    held.when(h.HoldAll(), by="kit").nothing()
    free = held.when(h.ReleaseAll(), by="kit", at=NOW + 5).then(h.Released(NOW + 5))
    free.when(h.ReleaseAll(), by="kit").nothing()


def test_a_call_stands_until_it_is_taken_back_or_all_go_on() -> None:
    called = hall().when(h.Call(), by="kit").then(h.Called(NOW))

    called.when(h.Call(), by="kit").nothing()
    called.when(h.Call(on=False), by="kit").then(h.SentBack())
    gone_on = called.after(("kit", h.Align("rank")))
    gone_on.when(h.Call(on=False), by="kit").nothing()


def test_a_nudge_has_words_and_there_is_a_limit() -> None:
    hall().when(h.NudgeTable("t1", " Ten minutes "), by="kit").then(
        h.Nudged("t1", "Ten minutes", NOW)
    )
    hall().when(h.NudgeTable(None, " "), by="kit").refused(Code.TEXT_EMPTY)
    hall().when(h.NudgeTable(None, "x" * 5_000), by="kit").refused(Code.TEXT_TOO_LONG)
    many = hall().after(*(("kit", h.NudgeTable(None, "on")) for _ in range(h.MOST_NUDGES)))
    many.when(h.NudgeTable(None, "on"), by="kit").refused(Code.TOO_MANY_NUDGES)


def test_the_wall_shows_one_thing_and_names_only_where_they_were_asked_for() -> None:
    table = h.Shown("table", "t1", names=True)
    shown = hall().when(h.Show("table", "t1", names=True), by="kit").then(h.WasShown(table))

    shown.when(h.Show("table", "t1", names=True), by="kit").nothing()
    shown.when(h.Show("fives"), by="kit").then(h.WasShown(h.Shown("fives")))
    shown.when(h.Show("table"), by="kit").refused(Code.NOT_UNDERSTOOD)
    shown.when(h.Show("fives", "t1"), by="kit").refused(Code.NOT_UNDERSTOOD)


def test_how_people_come_to_tables_may_change() -> None:
    changed = hall().when(h.SetUp("choose", False), by="kit").then(h.WasSetUp("choose", False))

    changed.when(h.SetUp("choose", False), by="kit").nothing()


def test_a_hall_with_no_tables_seats_nobody_who_comes() -> None:
    empty = hall(tables=0)
    assert empty.meeting.hall is not None
    newcomer = hall("ana").meeting.members["ana"]

    assert steering.arrive(empty.meeting.hall, empty.meeting.members, newcomer, NOW) == ()
