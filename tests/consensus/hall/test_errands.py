"""What a hall wants of a table is carried until both agree, from wherever they are."""

from random import Random

import pytest

from consensus import commands as c
from consensus.hall import hall as h
from consensus.hall import table as t
from consensus.hall.errands import errands
from consensus.hall.seating import sits
from consensus.meeting import decide
from consensus.people import MemberId
from consensus.refusal import Code, Refusal
from consensus.roomwide.retention import SetRetention
from consensus.state import Meeting
from consensus.steps import judge
from tests.consensus.given import NOW, SERVER, Situation, after
from tests.consensus.hall.halls import came, carried, hall, room


def both(*people: str) -> tuple[Situation, Meeting]:
    """Return a hall at work with these people at table 1, and the room of that table."""
    placed = hall(placing="placed").after(*((SERVER, came(each)) for each in people))
    seated = placed.after(*(("kit", h.Place(each, "t1")) for each in people), ("kit", h.Begin()))
    return seated, carried(seated.meeting, "t1", room().meeting)


def wanted(hall: Situation, room: Meeting, name: str = "t1") -> tuple[object, ...]:
    return errands(hall.meeting, name, room)


def test_a_table_that_agrees_with_its_hall_is_asked_nothing() -> None:
    training, table = both("ana", "ben")

    assert table.members.keys() == {"ana", "ben"}
    assert table.current == "rank"
    assert wanted(training, table) == ()


def test_a_new_table_is_asked_to_seat_people_as_they_are_in_the_hall() -> None:
    training = hall(placing="placed").after(
        (SERVER, c.Join("ana", "Ana", "Home", "family", seat="carer", attends="phone")),
        ("kit", h.Place("ana", "t1")),
    )

    asked = c.Join("ana", "Ana", "Home", "family", seat="carer", attends="phone")
    assert wanted(training, room().meeting) == (asked,)


def test_who_is_moved_leaves_one_table_and_comes_to_the_other() -> None:
    training, first = both("ana", "ben")
    moved = training.after(("kit", h.Place("ana", "t2")))

    assert wanted(moved, first) == (t.MoveAway("ana", 2),)
    first = carried(moved.meeting, "t1", first)
    second = carried(moved.meeting, "t2", room(number=2).meeting)
    assert first.table is not None
    assert first.table.moved == {"ana": 2}
    assert second.members.keys() == {"ana"}
    back = moved.after(("kit", h.Place("ana", "t1")))
    assert wanted(back, first) == (t.ComeBack("ana"),)


def test_who_is_moved_on_again_is_said_to_be_where_they_are() -> None:
    training = hall("ana", tables=3, placing="placed").after(("kit", h.Place("ana", "t1")))
    first = carried(training.meeting, "t1", room().meeting)
    second = training.after(("kit", h.Place("ana", "t2")))
    first = carried(second.meeting, "t1", first)
    third = second.after(("kit", h.Place("ana", "t3")))

    assert wanted(third, first) == (t.MoveAway("ana", 3),)


def test_who_is_taken_out_of_the_hall_is_taken_out_of_their_table() -> None:
    training, table = both("ana", "ben")
    without = training.after(("kit", c.Remove("ana")))

    assert without.meeting.hall is not None
    assert without.meeting.hall.seats == {"ben": "t1"}
    assert wanted(without, table) == (t.TakeOut("ana"),)
    assert carried(without.meeting, "t1", table).members.keys() == {"ben"}


def test_another_may_take_the_name_of_somebody_who_went() -> None:
    training, table = both("ana", "ben")
    again = c.Join("ana2", "Ana", "Health")
    other = training.after(
        ("kit", c.Remove("ana")), (SERVER, again), ("kit", h.Place("ana2", "t1"))
    )

    found = carried(other.meeting, "t1", table)
    assert {member.name for member in found.members.values()} == {"Ana", "Ben"}


def test_a_stranger_who_came_in_by_the_tables_own_door_does_not_stay() -> None:
    training, table = both("ana")
    joined = after(table, decide(table, came("eve"), SERVER, NOW))

    assert carried(training.meeting, "t1", joined).members.keys() == {"ana"}


def test_two_who_are_one_person_become_one_at_their_table_with_what_was_said_openly() -> None:
    training, table = both("ana", "ben", "cam")
    merged = training.after(("kit", c.Merge("ana", "ben")), ("ana", c.AnswerMerge("ben", True)))

    assert wanted(merged, table) == (t.JoinSeats("ana", "ben"),)
    found = carried(merged.meeting, "t1", table)
    assert found.members.keys() == {"ana", "cam"}
    assert found.merged == {"ben": "ana"}


def test_whoever_stays_of_two_takes_the_seat_that_only_the_other_had() -> None:
    training = hall("ana", "ben", placing="placed").after(("kit", h.Place("ben", "t1")))
    table = carried(training.meeting, "t1", room().meeting)
    merged = training.after(("kit", c.Merge("ana", "ben")), ("ana", c.AnswerMerge("ben", True)))

    assert merged.meeting.hall is not None
    assert merged.meeting.hall.seats == {"ana": "t1"}
    assert {sat.member for sat in merged.meeting.hall.sat} == {"ana"}
    found = carried(merged.meeting, "t1", table)
    assert found.members.keys() == {"ana"}
    assert wanted(merged, found) == ()


def test_who_comes_to_help_the_trainer_only_watches_at_their_table() -> None:
    training, table = both("ana", "ben")
    helps = training.after(("kit", c.NameDeputy("ana")))

    assert wanted(helps, table) == (t.StepBack("ana"),)
    found = carried(helps.meeting, "t1", table)
    assert not found.members["ana"].voice
    again = helps.after(("kit", c.NameDeputy(None)), ("kit", h.Place("ana", "t1")))
    assert wanted(again, found) == (t.TakePart("ana", "participant", ""),)
    assert carried(again.meeting, "t1", found).members["ana"].voice


def test_who_watched_for_a_while_takes_part_again_where_they_come_back_to() -> None:
    training, first = both("ana", "ben")
    watching = training.after(("kit", c.SetRole("ana", "observer")))
    first = carried(watching.meeting, "t1", first)
    elsewhere = watching.after(
        ("kit", c.SetRole("ana", "participant")), ("kit", h.Place("ana", "t2"))
    )
    first = carried(elsewhere.meeting, "t1", first)

    back = elsewhere.after(("kit", h.Place("ana", "t1")))
    first = carried(back.meeting, "t1", first)

    assert (first.members["ana"].voice, first.members["ana"].role) == (True, "participant")
    assert wanted(back, first) == ()


def test_a_trainer_who_looks_in_is_left_alone() -> None:
    training, table = both("ana")
    visit = c.Join("kit", "Kit", "Training", "observer", voice=False)
    visited = after(table, decide(table, visit, SERVER, NOW))

    assert wanted(training, visited) == ()


def test_who_no_longer_helps_the_trainer_looks_in_no_longer() -> None:
    training, table = both("ana")
    helps = training.after((SERVER, came("bo")), ("kit", c.NameDeputy("bo")))
    visit = c.Join("bo", "Bo", "Health", "observer", voice=False)
    visited = after(table, decide(table, visit, SERVER, NOW))

    assert wanted(helps, visited) == ()
    no_more = helps.after(("kit", c.NameDeputy(None)))
    assert wanted(no_more, visited) == (t.TakeOut("bo"),)
    elsewhere = no_more.after(("kit", h.Place("bo", "t2")))
    assert wanted(elsewhere, visited) == (t.TakeOut("bo"),)


def test_a_table_added_late_goes_where_all_are_or_begins_at_the_beginning() -> None:
    training, _ = both("ana")
    held = training.after(
        ("kit", h.Align("two")), ("kit", h.HoldAll()), ("kit", h.Call()),
        (SERVER, h.AddTable("t3", "CODE3")),
    )  # fmt: skip
    late = carried(held.meeting, "t3", room(number=3).meeting)

    assert late.current == "rank"
    assert late.paused
    assert late.table is not None
    assert late.table.behind is Code.NOT_SETTLED_YET
    assert late.table.called == NOW


def test_all_are_held_where_they_are_to_go_and_let_go_from_there() -> None:
    training, table = both("ana")
    held = training.after(("kit", h.HoldAll()), ("kit", h.Align("talk")))
    stopped = carried(held.meeting, "t1", table)

    assert (stopped.current, stopped.paused) == ("talk", True)
    again = held.after(("kit", h.Align("rank")))
    assert wanted(again, stopped) == (t.Follow("rank", 3),)
    still = carried(again.meeting, "t1", stopped)
    assert (still.current, still.paused) == ("rank", True)
    free = carried(again.after(("kit", h.ReleaseAll())).meeting, "t1", still)
    assert (free.current, free.paused) == ("rank", False)


def test_what_the_trainer_said_in_the_same_moment_is_all_heard() -> None:
    training, table = both("ana")
    asked = after(table, decide(table, t.AskHelp(), "ana", NOW))
    told = training.after(("kit", h.NudgeTable("t1", "I come")), ("kit", h.NudgeTable(None, "On")))

    assert wanted(told, asked) == (t.Hear("On", NOW, 2, True),)
    heard = carried(told.meeting, "t1", asked)
    assert heard.table is not None
    assert heard.table.help is None
    assert wanted(told, heard) == ()


def test_what_is_said_to_all_answers_no_call_for_help_and_another_table_hears_nothing() -> None:
    training, table = both("ana")
    asked = after(table, decide(table, t.AskHelp(), "ana", NOW))
    told = training.after(("kit", h.NudgeTable("t2", "You")), ("kit", h.NudgeTable(None, "All")))

    heard = carried(told.meeting, "t1", asked)
    assert heard.table is not None
    assert heard.table.help == NOW
    assert heard.table.nudge == t.Nudge("All", NOW)


def test_a_call_is_heard_and_taken_back() -> None:
    training, table = both("ana")
    called = training.after(("kit", h.Call()))
    there = carried(called.meeting, "t1", table)

    back = called.after(("kit", h.Call(on=False)))
    assert wanted(back, there) == (t.HearCall(None),)


def test_a_table_learns_what_it_and_the_hall_are_called() -> None:
    training, table = both("ana")
    named = training.after(
        ("kit", h.NameTable("t1", "Oak")), ("kit", c.Amend("Another day", "To learn", ""))
    )

    assert wanted(named, table) == (t.BeCalled("Another day", 1, "Oak"),)
    assert wanted(named, carried(named.meeting, "t1", table)) == ()


def test_whether_tables_run_themselves_is_passed_on() -> None:
    training, table = both("ana")

    changed = training.after(("kit", h.SetUp("placed", False)))
    assert wanted(changed, table) == (t.SetSelfRun(False),)


def test_the_hall_ends_for_every_table_and_wants_nothing_after() -> None:
    training, table = both("ana")
    over = training.after(("kit", c.Close()))

    assert wanted(over, table) == (t.End(),)
    ended = carried(over.meeting, "t1", table)
    assert ended.closed == NOW
    assert wanted(over, ended) == ()


def test_a_table_is_kept_for_as_long_as_the_hall_also_after_the_end() -> None:
    training, table = both("ana")
    over = training.after(("kit", c.Close()))
    ended = carried(over.meeting, "t1", table)

    longer = over.after(("kit", SetRetention(60, "The trainer", "a course of two parts")))

    kept = longer.meeting.beside.retention.now
    assert wanted(longer, ended) == (t.KeepFor(kept),)
    same = carried(longer.meeting, "t1", ended)
    assert same.beside.retention.now == kept
    assert wanted(longer, same) == ()


# --- from any two states ----------------------------------------------------------------------


class Training:
    """A hall with three tables, in which things happen in any order and errands get lost."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.at = NOW
        self.hall = hall("ana", "ben", "cam", "dot", tables=2).meeting
        self.rooms = {"t1": room(number=1).meeting, "t2": room(number=2).meeting}
        self.given: dict[str, list[judge.BallotCast]] = {"t1": [], "t2": [], "t3": []}

    def go_on(self) -> None:
        self.at += self.random.choice((0, 0, 5, 5_000))
        self.random.choice((self.lead, self.lead, self.work, self.carry, self.carry))()

    def lead(self) -> None:
        member, other = self.random.choices((*self.hall.members, "new"), k=2)
        table, step = self.random.choice(("t1", "t2", "t3")), self.random.choice(("rank", "two"))
        command, by = self.random.choice(
            (
                (came("new", role=self.random.choice(("participant", "observer"))), SERVER),
                (c.Remove(member), "kit"),
                (c.Merge("kit", member), "kit"),
                (c.Merge(other, member), "kit"),
                (c.AnswerMerge(member, True), other),
                (c.NameDeputy(self.random.choice((member, None))), "kit"),
                (c.SetRole(member, self.random.choice(("observer", "participant"))), "kit"),
                (h.Place(member, table), "kit"),
                (h.Place(member, table), "kit"),
                (h.Deal("mixed", self.random.choice((True, False))), "kit"),
                (h.Begin(), "kit"),
                (h.Align(step), "kit"),
                (h.HoldAll(), "kit"),
                (h.ReleaseAll(), "kit"),
                (h.NudgeTable(self.random.choice((table, None)), "On"), "kit"),
                (h.Call(self.random.choice((True, False))), "kit"),
                (h.NameTable(table, "Oak"), "kit"),
                (h.SetUp("mixed", self.random.choice((True, False))), "kit"),
                (h.AddTable("t3", "CODE3"), SERVER),
            )
        )
        chair = self.hall.chair
        assert chair is not None
        self.hall = self.asked(self.hall, command, chair.id if by == "kit" else by)
        if self.hall.hall is not None and "t3" in self.hall.hall.tables:
            self.rooms.setdefault("t3", room(number=3).meeting)

    def work(self) -> None:
        name = self.random.choice(tuple(self.rooms))
        table = self.rooms[name]
        if not table.members:
            return
        by, other = self.random.choices(tuple(table.members), k=2)
        order = tuple(self.random.sample("abcd", k=4))
        command = self.random.choice(
            (
                judge.Cast("rank", order, "why"),
                judge.Cast("rank", order, "why"),
                c.Cover(),
                c.HandOver(other),
                c.NameDeputy(other),
                c.Pause(),
                t.Ready(),
                t.AskHelp(),
                t.Finish(),
                c.Remove(other),
                c.SetRole(other, "observer"),
            )
        )
        before = table
        self.rooms[name] = self.asked(table, command, by)
        if isinstance(command, judge.Cast) and self.rooms[name] is not before:
            self.given[name].append(judge.BallotCast("rank", by, order, "why"))

    def carry(self) -> None:
        """Carry some of what is to be done at one table, perhaps twice, and lose the rest."""
        name = self.random.choice(tuple(self.rooms))
        for errand in errands(self.hall, name, self.rooms[name]):
            for _ in range(self.random.choice((0, 1, 1, 2))):
                self.rooms[name] = self.asked(self.rooms[name], errand, SERVER)

    def asked(self, meeting: Meeting, command: c.Command, by: MemberId | None) -> Meeting:
        try:
            return after(meeting, decide(meeting, command, by, self.at))
        except Refusal:
            return meeting


@pytest.mark.parametrize("seed", range(120))
def test_from_any_two_states_errands_come_to_an_end_and_table_and_hall_agree(seed: int) -> None:
    training = Training(seed)
    for _ in range(80):
        training.go_on()
    assert training.hall.hall is not None

    for name, found in training.rooms.items():
        table = carried(training.hall, name, found, at=training.at)

        assert errands(training.hall, name, table) == ()
        here = {m for m, at in training.hall.hall.seats.items() if at == name}
        assert here == {m.id for m in table.members.values() if m.voice}
        assert table.members.keys() <= training.hall.members.keys()
        assert table.table is not None
        assert table.table.held == (training.hall.hall.held is not None)


@pytest.mark.parametrize("seed", range(60))
def test_nobodys_answer_is_lost_by_being_moved(seed: int) -> None:
    training = Training(seed)
    for _ in range(80):
        training.go_on()

    for name, found in training.rooms.items():
        state = found.agenda[0].state
        if isinstance(state, judge.State):
            last = {event.member: event.answer for event in training.given[name]}
            kept = {m: answer for m, answer in last.items() if m in found.members}
            assert {m: b.answer for m, b in state.ballots.items() if m in kept} == kept


def test_the_seats_of_those_stories_are_taken_by_people_who_sit() -> None:
    """Stories in which nobody is moved would prove nothing."""
    moved = 0
    for seed in range(20):
        training = Training(seed)
        for _ in range(80):
            training.go_on()
        for found in training.rooms.values():
            assert found.table is not None
            moved += len(found.table.moved)
        assert all(sits(m) for m in training.hall.members.values() if m.id in seats_of(training))
    assert moved > 5


def seats_of(training: Training) -> dict[MemberId, str]:
    assert training.hall.hall is not None
    return training.hall.hall.seats
