"""Heard: who has had a say, counted while there is still time; for the chair alone."""

from collections import Counter
from random import Random

import pytest
from msgspec.structs import replace

from consensus import events as e
from consensus import views
from consensus.answers import stances
from consensus.answers.notes import Lane
from consensus.meeting import start
from consensus.members import heard
from consensus.members.heard import FAMILY, HeardRecord
from consensus.people import Role, agency_key
from consensus.roomwide import remarks
from consensus.steps import collect, gate, judge, settle, turns
from tests.consensus.given import given, joined, opened, plan, prepared
from tests.meetings import play


def sits(member: str, agency: str, role: Role = "participant", *, voice: bool = True) -> e.Event:
    return replace(joined(member, role, voice=voice), agency=agency)


LANES = collect.Settings(
    (Lane("worries", "Worries"), Lane("child", "The child says", tone="child")), private=False
)
ROOM = (
    prepared(
        plan("talk", turns.Settings(by="agencies")),
        plan("write", LANES),
        plan("rank", judge.Settings()),
        plan("agree", settle.Settings(1)),
        items="abc",
    ),
    sits("kit", "Social care", "chair", voice=False),
    sits("ana", "Police"),
    sits("ben", "Health visiting"),
    sits("cam", "health Visiting"),
    sits("fay", "Parents", "family"),
    sits("eve", "Council", "observer", voice=False),
)


def seats(step: str, *events: e.Event) -> dict[str | None, HeardRecord]:
    """Return what the chair sees of a step, by agency; the family's seat under nothing."""
    records = views.chairs(given(*ROOM, *events).meeting).values()
    found = [r for r in records if isinstance(r, HeardRecord) and r.step == step]
    return {record.agency: record for record in found}


def nobody(step: str, agency: str | None) -> HeardRecord:
    return HeardRecord(step, agency, 0, 0, 0, 0, 0)


# --- who has a seat ---------------------------------------------------------------------------


def test_every_agency_with_a_voice_has_a_seat_and_the_family_one_of_its_own() -> None:
    """Nobody who only steers or watches is said to have been silent."""
    assert seats("rank", opened("rank", *"abc")) == {
        None: nobody("rank", None),
        "Police": nobody("rank", "Police"),
        "Health visiting": nobody("rank", "Health visiting"),
    }


def test_the_family_has_a_seat_in_a_room_about_a_child_though_nobody_of_it_is_here() -> None:
    members = given(*ROOM, e.MemberRemoved("fay")).meeting.members

    assert heard.seating(members, case=True).family
    assert not heard.seating(members, case=False).family


def test_only_the_chair_sees_it() -> None:
    meeting = given(*ROOM, opened("rank", *"abc")).meeting

    assert not [key for key in views.everyone(meeting) if key.startswith("heard/")]
    for member in meeting.members:
        assert not [key for key in views.mine(meeting, member) if key.startswith("heard/")]


# --- how each way of having a say is counted --------------------------------------------------


def test_turns_and_heard_hands_count_as_spoken() -> None:
    found = seats(
        "talk",
        opened("talk", *[["Police"], ["Health visiting"], ["Parents"]]),
        turns.TurnedTo("talk", "Police", 1),
        turns.TurnedTo("talk", "Parents", 2),
        turns.TurnedTo("talk", "Police", 3),
        e.HandRaised("ben"),
        e.HandLowered("ben", heard=True),
        e.HandRaised("cam"),
        e.HandLowered("cam"),
    )

    assert {agency: record.spoken for agency, record in found.items()} == {
        None: 1,
        "Police": 2,
        "Health visiting": 1,
    }


def test_a_hand_counts_in_the_step_where_it_was_heard() -> None:
    up = (e.HandRaised("ben"), e.HandLowered("ben", heard=True))
    events = (opened("rank", *"abc"), *up, opened("agree", *"abc"))

    assert seats("rank", *events)["Health visiting"].spoken == 1
    assert seats("agree", *events)["Health visiting"].spoken == 0


def note(name: str, lane: str, author: str, text: str, for_agency: str = "") -> e.Event:
    return collect.NoteAdded("write", name, lane, author, text, (), for_agency=for_agency)


def test_notes_count_for_their_authors_and_for_those_who_are_named() -> None:
    found = seats(
        "write",
        opened("write"),
        note("n1", "worries", "ana", "Ask Health Visiting, not the policeman"),
        note("n2", "worries", "fay", "We are tired", for_agency="Police"),
    )

    assert (found["Police"].written, found["Police"].referred) == (1, 1)
    assert (found["Health visiting"].written, found["Health visiting"].referred) == (0, 1)
    assert found[None].written == 1


def test_the_childs_words_are_the_familys_whoever_wrote_them_down() -> None:
    found = seats("write", opened("write"), note("n1", "child", "ben", "I want to stay"))

    assert found[None].written == 1
    assert found["Health visiting"].written == 1


def test_a_note_that_nobody_has_seen_is_counted_and_not_read() -> None:
    hidden = replace(ROOM[0], agenda=(plan("write", replace(LANES, private=True)),))
    events = (opened("write"), note("n1", "child", "ana", "Ask health visiting", "Police"))
    records = views.chairs(given(hidden, *ROOM[1:], *events).meeting)

    assert records["heard/write/of police"] == replace(nobody("write", "Police"), written=1)
    assert records["heard/write/family"] == nobody("write", None)
    assert records["heard/write/of health visiting"] == nobody("write", "Health visiting")


def test_of_answers_only_that_there_is_one_is_counted() -> None:
    def counts(answer: tuple[str, ...]) -> dict[str | None, HeardRecord]:
        return seats("rank", opened("rank", *"abc"), judge.BallotCast("rank", "ana", answer, ""))

    assert counts(("a", "b", "c")) == counts(("c", "b", "a"))
    assert counts(("a", "b", "c"))["Police"].answered == 1


def test_stances_and_remarks_count() -> None:
    asked = remarks.Made("r1", "why", "agree", "", "", "ana", "fay", "", "", 1)
    found = seats(
        "agree",
        opened("agree", *"abc"),
        settle.Proposed("agree", 0, "a"),
        settle.Stood("agree", 0, "cam", "yes", ""),
        asked,
        remarks.Answered("r1", "Because", "fay"),
    )

    assert found["Health visiting"].stances == 1
    assert (found["Police"].written, found[None].written) == (1, 1)


# --- who is named -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Health visiting will call", ["Health visiting"]),
        ("HEALTH  VISITING and police!", ["Health visiting", "Police"]),
        ("A policewoman visits; health is good", []),
        ("", []),
    ],
)
def test_an_agency_is_named_by_its_whole_name(text: str, found: list[str]) -> None:
    assert sorted(heard.named(("Police", "Health visiting", "--"), [text])) == found


# --- over many meetings -----------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(40))
def test_the_counts_of_any_meeting_are_those_of_a_plain_recount(seed: int) -> None:
    story = play(Random(seed).choice)
    meeting = story.meeting
    seen = views.everyone(meeting)
    plain: Counter[tuple[str, str, str]] = Counter()

    def add(step: str, member: str, way: str) -> None:
        seat = member if member in meeting.members else meeting.merged.get(member, member)
        person = meeting.members.get(seat)
        if person is not None:
            family = person.role == "family"
            plain[step, FAMILY if family else agency_key(person.agency), way] += 1
        elif member:  # an agency; whoever wrote an unsigned note is nobody
            plain[step, agency_key(member), way] += 1

    at = ""
    for event in story.events:
        match event:
            case e.StepOpened():
                at = event.step
            case e.HandLowered(heard=True):
                add(at, event.member, "spoken")
            case turns.TurnedTo(item=str(topic)):
                add(event.step, topic, "spoken")
    for record in (*seen.values(), *views.chairs(meeting).values()):
        match record:
            case stances.StanceRecord():
                add(record.step, record.member, "stances")
            case remarks.RemarkRecord():
                add(record.step, record.by, "written")
                if record.answered_by is not None:
                    add(record.step, record.answered_by, "written")
            case collect.NoteRecord():
                add(record.step, record.author, "written")
            case judge.AnsweredRecord():
                for member in record.members:
                    add(record.step, member, "answered")
    for step in meeting.agenda:
        if isinstance(step.state, gate.State):
            for member in step.state.answers:
                add(step.plan.id, member, "answered")
    for record in views.chairs(meeting).values():
        if isinstance(record, HeardRecord):
            seat = FAMILY if record.agency is None else agency_key(record.agency)
            assert record.answered == plain[record.step, seat, "answered"]
            assert record.stances == plain[record.step, seat, "stances"]
            assert record.spoken == plain[record.step, seat, "spoken"]
            written = plain[record.step, seat, "written"]
            # What is filled in on a form, or promised, counts too, and the child's own words.
            assert record.written >= written


def test_a_meeting_that_has_begun_and_nothing_more_counts_nothing() -> None:
    assert heard.spoken(start(ROOM[0]).agenda, {}) == Counter()
