"""Merging: two members who are one person become one, and no private answer changes hands."""

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.answers.notes import Lane
from consensus.members.merging import MergingRecord
from consensus.refusal import Code
from consensus.roomwide import corrections, wording
from consensus.steps import collect, judge, settle
from tests.consensus.given import given, joined, opened, plan, room

FIRST, SECOND = plan("first", judge.Settings()), plan("second", judge.Settings())
NOTES = plan("notes", collect.Settings((Lane("x", "X"),)))
BOARD = plan("board", settle.Settings())
LOBBY = room(FIRST, NOTES, SECOND, BOARD, items="ab")
ASKED = (*LOBBY, e.MergeAsked("ana", "ben"))


def test_the_one_who_stays_is_asked_first() -> None:
    asked = given(*LOBBY).when(c.Merge("ana", "ben"), by="kit").then(e.MergeAsked("ana", "ben"))

    question = MergingRecord("ana", "ben")
    assert views.mine(asked.meeting, "ana")["merging/ana"] == question
    assert views.chairs(asked.meeting)["merging/ana"] == question
    assert "merging/ana" not in views.mine(asked.meeting, "ben")
    assert "merging/ana" not in views.everyone(asked.meeting)
    asked.when(c.Merge("ana", "ben"), by="kit").nothing()


def test_two_become_one_when_the_one_who_stays_says_so() -> None:
    merged = (
        given(*ASKED)
        .when(c.AnswerMerge("ben", yes=True), by="ana")
        .then(e.MembersMerged("ana", "ben"))
    )

    assert "ben" not in merged.meeting.members
    assert merged.meeting.merged == {"ben": "ana"}
    assert merged.meeting.merging == {}
    merged.when(c.AnswerMerge("ben", yes=True), by="ana").nothing()
    merged.when(c.Merge("ana", "ben"), by="kit").nothing()
    merged.when(c.Join("dot", "Ben", "Health"), by=None).done()


def test_somebody_says_that_they_are_not_the_other() -> None:
    said = (
        given(*ASKED).when(c.AnswerMerge("ben", yes=False), by="ana").then(e.MergeDeclined("ana"))
    )

    assert said.meeting.merging == {}
    assert "ben" in said.meeting.members
    said.when(c.AnswerMerge("ben", yes=True), by="ana").refused(Code.NOT_ASKED)


def test_the_chair_answers_for_themselves_and_for_somebody_without_a_screen() -> None:
    proxy = replace(joined("pat"), attends="proxy")

    given(*LOBBY).when(c.Merge("kit", "ben"), by="kit").then(e.MembersMerged("kit", "ben"))
    given(*LOBBY, proxy).when(c.Merge("pat", "ben"), by="kit").then(e.MembersMerged("pat", "ben"))


@pytest.mark.parametrize(
    ("by", "command", "code"),
    [
        ("ana", c.Merge("ana", "ben"), Code.CHAIR_ONLY),
        ("kit", c.Merge("ana", "ana"), Code.ONLY_ONE_PERSON),
        ("kit", c.Merge("ana", "kit"), Code.CHAIR_STAYS),
        ("kit", c.Merge("ana", "zoe"), Code.NO_SUCH_MEMBER),
        ("kit", c.Merge("zoe", "ana"), Code.NO_SUCH_MEMBER),
        ("ben", c.AnswerMerge("ana", yes=True), Code.NOT_ASKED),
        ("ana", c.AnswerMerge("cam", yes=True), Code.NOT_ASKED),
    ],
)
def test_nobody_is_merged_against_the_rules(by: str, command: c.PeopleCommand, code: Code) -> None:
    given(*ASKED).when(command, by=by).refused(code)


def test_a_question_about_somebody_who_is_gone_is_not_asked_any_more() -> None:
    assert given(*ASKED, e.MemberRemoved("ben")).meeting.merging == {}
    assert given(*ASKED, e.MembersMerged("cam", "ben")).meeting.merging == {}


MERGED = e.MembersMerged("ana", "ben")


def test_what_the_other_contributed_is_kept_under_the_one_who_stays() -> None:
    said = (
        opened("first", *"ab"),
        judge.BallotCast("first", "ben", ("a", "b"), "because"),
        judge.Revealed("first", ()),
        opened("notes", *"ab"),
        collect.NoteAdded("notes", "n1", "x", "ben", "time", ()),
        e.HandRaised("ben"),
    )

    records = views.everyone(given(*LOBBY, *said, MERGED).meeting)

    assert {"ballot/first/ana", "hand/ana"} <= records.keys()
    note = records["note/notes/n1"]
    assert isinstance(note, collect.NoteRecord)
    assert note.author == "ana"
    assert not [key for key in records if "ben" in key]


def test_where_both_answered_the_one_who_stays_keeps_theirs() -> None:
    said = (
        opened("first", *"ab"),
        judge.BallotCast("first", "ben", ("a", "b"), ""),
        judge.BallotCast("first", "ana", ("b", "a"), ""),
        judge.Revealed("first", ()),
    )

    state = given(*LOBBY, *said, MERGED).meeting.agenda[0].state

    assert isinstance(state, judge.State)
    assert state.ballots["ana"].answer == ("b", "a")


def test_a_private_answer_of_the_other_is_dropped_and_shown_to_nobody() -> None:
    unseen = (opened("first", *"ab"), judge.BallotCast("first", "ben", ("a", "b"), "secret"))

    merged = given(*LOBBY, *unseen, MERGED)

    state = merged.meeting.agenda[0].state
    assert isinstance(state, judge.State)
    assert state.ballots == {}
    assert "secret" not in repr(views.mine(merged.meeting, "ana"))


def test_an_unattributed_answer_counts_once_as_that_of_the_one_who_stays() -> None:
    trust = plan("trust", judge.Settings(shown="nobody"))
    answered = (opened("trust", *"ab"), judge.Answered("trust", "ben"))

    state = given(*room(trust, items="ab"), *answered, MERGED).meeting.agenda[0].state

    assert isinstance(state, judge.State)
    assert list(state.answered) == ["ana"]


def test_a_seat_that_was_merged_twice_leads_to_the_last() -> None:
    twice = given(*LOBBY, MERGED, e.MembersMerged("cam", "ana")).meeting

    assert twice.merged == {"ben": "cam", "ana": "cam"}


def test_what_was_put_right_in_the_record_of_either_is_that_of_the_one_who_stays() -> None:
    fact = wording.Relabelled("rank.answer.ben", "fact", "all", "kit", 1)
    proposed = corrections.Proposed("c1", "people.ben", 0, "Ben", "Benno", "", "ben", 1, "all")

    beside = given(*ASKED, fact, proposed, e.MembersMerged("ana", "ben")).meeting.beside

    assert beside.wording.lines == {"rank.answer.ana": (fact,)}
    found = beside.corrections.entries["c1"]
    assert (found.line, found.by) == ("people.ana", "ana")
