"""A series: what a meeting hands on, who may go on from it, and how the next one begins."""

from msgspec.structs import replace

from consensus import events as e
from consensus import series
from consensus.answers import pen
from consensus.answers.promises import Named, Promise, Terms
from consensus.carried import Carried, CarriedRecord, Followed, FollowedRecord, Settled
from consensus.commands import Close, FollowUp, OpenStep
from consensus.people import Role
from consensus.refusal import Code
from consensus.roomwide import agencies, disagreements, glossary
from consensus.rules import Rules
from consensus.steps import commit, settle
from consensus.views import everyone
from tests.consensus.given import Situation, given, joined, plan, prepared

BOARD = plan("board", settle.Settings(slots=2, start=None))
TEXT = plan("text", settle.Settings(form="text"))
DO = plan("do", commit.Settings())

FIRST = prepared(BOARD, TEXT, DO)
ROOM = (FIRST, joined("kit", "chair", voice=False), joined("ana"), joined("ben"))


def held() -> Situation:
    """A meeting that settled one statement against a "no", promised twice and kept one word."""
    stand = settle.Stand
    return given(*ROOM).after(
        ("kit", OpenStep("board")),
        ("kit", settle.Propose("board", 0, "a")),
        ("ana", stand("board", 0, "a", "yes")),
        ("ben", stand("board", 0, "a", "no", "Too early")),
        ("kit", settle.Agree("board", 0, "a", "So be it", even_so=True, keep_dissent=True)),
        ("kit", OpenStep("do")),
        ("ana", commit.MakePromise("do", "p1", Terms("Visit together"), Named(("ana", "ben")))),
        ("ana", commit.MakePromise("do", "p2", Terms("Call the school"), Named(("ana",)))),
        ("kit", glossary.Put("CIN", "Child in need")),
        ("ana", agencies.WriteCard("Health", does="Visits")),
        ("kit", disagreements.Open("d1", "When to visit", "", "yes")),
    )


def carried() -> Carried:
    return series.carry(held().meeting, "ABC234")


# --- what is handed on ------------------------------------------------------------------------


def test_open_promises_are_handed_on_by_name() -> None:
    promises = carried().promises

    assert [promise.terms.what for promise in promises] == ["Visit together", "Call the school"]
    assert [owner.name for owner in promises[0].owners] == ["Ana", "Ben"]
    assert not any(owner.member for promise in promises for owner in promise.owners)


def test_what_was_settled_says_whether_everybody_agreed() -> None:
    assert carried().settled == (Settled("Board", "statement a", agreed=False),)


def test_what_nobody_took_a_stance_on_is_not_called_agreed() -> None:
    settled = given(*ROOM).after(
        ("kit", OpenStep("board")),
        ("kit", settle.Propose("board", 0, "a")),
        ("kit", settle.Agree("board", 0, "a", "", even_so=True)),
    )

    assert [one.agreed for one in series.settled(settled.meeting)] == [False]


def test_words_cards_agencies_and_disagreements_go_on() -> None:
    handed = carried()

    assert [word.word for word in handed.words] == ["CIN"]
    assert [(card.agency, card.does, card.by) for card in handed.cards] == [
        ("Health", "Visits", "")
    ]
    assert [each.about.title for each in handed.disagreements.values()] == ["When to visit"]
    assert (handed.room, handed.title, handed.template) == ("ABC234", "A meeting", "a-template")


def test_its_time_is_when_it_ended_or_was_to_begin() -> None:
    situation = given(*ROOM)
    assert series.carry(situation.meeting, "A").at == FIRST.at
    planned = given(replace(FIRST, starts=77), *ROOM[1:])
    assert series.carry(planned.meeting, "A").at == 77
    closed = situation.after(("kit", Close()), at=99)
    assert series.carry(closed.meeting, "A").at == 99


def test_a_meeting_without_anything_hands_on_nothing() -> None:
    handed = series.carry(given(*ROOM).meeting, "ABC234")

    assert (handed.settled, handed.promises, handed.disagreements) == ((), (), {})


# --- who may go on ----------------------------------------------------------------------------


def test_those_who_lead_or_write_may_go_on_from_a_meeting() -> None:
    roles: tuple[Role, ...] = ("chair", "deputy", "recorder", "participant", "family", "observer")
    meeting = given(FIRST, *(joined(role, role) for role in roles)).meeting

    allowed = [role for role in roles if series.may_follow(meeting, role)]
    assert allowed == ["chair", "deputy", "recorder"]
    assert not series.may_follow(meeting, "stranger")


def test_whoever_owns_a_disagreement_may_too() -> None:
    situation = held()
    assert not series.may_follow(situation.meeting, "ana")
    due = situation.meeting.beside.disagreements.entries["d1"].due
    owned = situation.after(("kit", disagreements.Assign("d1", "ana", due)))

    assert series.may_follow(owned.meeting, "ana")
    assert series.carry(owned.meeting, "A").disagreements["d1"].owner is None
    assert series.carry(owned.meeting, "A").disagreements["d1"].owner_name == "Ana"


# --- the room before --------------------------------------------------------------------------


def test_the_room_before_learns_of_the_next_also_after_its_end() -> None:
    ended = given(*ROOM).after(("kit", Close()))
    after = ended.when(FollowUp("DEF567"), by=None, at=5).then(e.FollowUpOpened("DEF567", 5))

    after.when(FollowUp("DEF567"), by=None).nothing()
    assert after.meeting.followed == (Followed("DEF567", 5),)
    assert everyone(after.meeting)["followed"] == FollowedRecord("DEF567")


def test_only_the_server_says_so() -> None:
    given(*ROOM).when(FollowUp("DEF567"), by="kit").refused(Code.NOT_UNDERSTOOD)


# --- the next room ----------------------------------------------------------------------------


def next_room() -> Situation:
    return given(replace(FIRST, carried=carried()), *ROOM[1:])


def test_the_next_room_begins_with_it() -> None:
    beside = next_room().meeting.beside

    assert beside.agencies.cards["health"].does == "Visits"
    assert list(beside.disagreements.entries) == ["d1"]
    assert [word.meaning for word in glossary.terms(beside.glossary)] == ["Child in need"]


def test_everybody_sees_what_comes_from_last_time() -> None:
    record = everyone(next_room().meeting)["carried"]

    assert isinstance(record, CarriedRecord)
    assert record.settled == carried().settled
    assert len(record.promises) == 2
    assert "carried" not in everyone(given(*ROOM).meeting)


def test_its_first_commit_step_asks_what_came_of_the_promises() -> None:
    opened = next_room().after(("kit", OpenStep("do")))

    state = opened.meeting.agenda[2].state
    assert isinstance(state, commit.State)
    kept = list(state.promises.values())
    assert all(isinstance(promise, Promise) and promise.carried for promise in kept)
    assert [promise.terms.what for promise in kept] == ["Visit together", "Call the school"]


def test_promises_that_no_step_asked_about_go_on_to_the_room_after() -> None:
    quiet = next_room()
    asked = quiet.after(
        ("kit", OpenStep("do")), ("kit", commit.EnterResult("do", "p1", "done", "We went"))
    )

    assert series.carry(quiet.meeting, "GHJ234").promises == carried().promises
    assert [p.id for p in series.carry(asked.meeting, "GHJ234").promises] == ["p2"]


def test_a_room_of_its_own_begins_as_its_rules_say() -> None:
    rules = Rules(agencies=("Police",))
    meeting = given(replace(FIRST, rules=rules), *ROOM[1:]).meeting

    assert list(meeting.beside.agencies.expected) == ["police"]


def test_agencies_of_both_are_expected() -> None:
    before = replace(carried(), expected=("Health", "Police"))
    rules = Rules(agencies=("School", "Police"))
    meeting = given(replace(FIRST, rules=rules, carried=before), *ROOM[1:]).meeting

    assert set(meeting.beside.agencies.expected) == {"health", "police", "school"}


# --- the one sentence -------------------------------------------------------------------------


def test_the_sentence_that_a_group_settled_on_stays_in_sight() -> None:
    vision = plan("vision", settle.Settings(form="text"))
    first = given(prepared(vision), *ROOM[1:]).after(
        ("kit", OpenStep("vision")),
        ("ana", pen.TakePen("vision")),
        ("ana", pen.Write("vision", "Every child is heard", 0)),
        ("ana", pen.PutDown("vision")),
        ("ana", settle.Stand("vision", 0, "v1", "yes")),
        ("ben", settle.Stand("vision", 0, "v1", "yes")),
        ("kit", settle.Agree("vision", 0, "v1", "", even_so=True)),
    )
    handed = series.carry(first.meeting, "ABC234")
    second = given(replace(FIRST, carried=handed), *ROOM[1:])

    assert handed.vision == "Every child is heard"
    assert series.carry(second.meeting, "DEF567").vision == "Every child is heard"
    assert series.carry(given(*ROOM).meeting, "ABC234").vision == ""
