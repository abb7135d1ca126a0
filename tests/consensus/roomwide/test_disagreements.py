"""disagreements: worked on stage by stage, in words that each side confirms, beyond the room."""

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus import roomwide, views
from consensus.answers.sides import Confirm, JoinSide, Side, SideJoined, Sides, Voice, Word
from consensus.dates import DAY
from consensus.record import minutes
from consensus.refusal import Code
from consensus.roomwide.disagreements import (
    FURTHEST_DUE,
    MOST_DISAGREEMENTS,
    About,
    Assign,
    Assigned,
    ConfirmOutcome,
    Disagreement,
    DisagreementRecord,
    Event,
    Move,
    Moved,
    MoveStage,
    Open,
    Opened,
    OutcomeConfirmed,
    Resolve,
    Resolved,
    SafetySaid,
    SaySafe,
    State,
    begin,
    evolve,
    lines,
    unresolved,
)
from consensus.rules import Rules, Stage
from tests.consensus.given import NOW, Situation, given, room

STAGES = (
    Stage("Workers", 2, working=False),
    Stage("Managers", 5, working=False),
    Stage("Panel", 9),
)
EMPTY: Sides = {"one": Side(), "two": Side()}
ABOUT = About("When to visit", "We visit next week.")
OPENED = Opened("d1", ABOUT, "unknown", STAGES, EMPTY, NOW, NOW + 2 * DAY)

first, *people = room()
assert isinstance(first, e.MeetingPrepared)
ROOM = (replace(first, rules=Rules(stages=STAGES)), *people)
SPLIT = (
    *ROOM,
    OPENED,
    SideJoined("d1", "ana", "one", Voice("Ana", "Health", "too soon")),
    SideJoined("d1", "ben", "two", Voice("Ben", "Health")),
)
AGREED = Resolved("d1", "agreed", "We visit on Monday.", NOW)


def seen(situation: Situation, member: str = "cam") -> DisagreementRecord:
    record = views.mine(situation.meeting, member)["disagreement/d1"]
    assert isinstance(record, DisagreementRecord)
    return record


def state(*events: Event) -> State:
    found = State()
    for event in events:
        found = evolve(found, event)
    return found


# --- opening ----------------------------------------------------------------------------------


def test_the_chair_opens_a_disagreement_at_the_first_stage_of_the_rooms_rules() -> None:
    given(*ROOM).when(Open("d1", " When to visit ", "We visit next week."), by="kit").then(OPENED)


def test_a_disagreement_that_is_sent_twice_is_opened_once() -> None:
    given(*ROOM, OPENED).when(
        Open("d1", "When to visit", "We visit next week."), by="kit"
    ).nothing()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (Open("d1", "Another"), Code.NOT_UNDERSTOOD),
        (Open("../..", "Another"), Code.NOT_UNDERSTOOD),
        (Open("d2", " "), Code.TITLE_EMPTY),
        (Open("d2", "x" * 121), Code.TEXT_TOO_LONG),
        (Open("d2", "Another", "x" * 4_001), Code.TEXT_TOO_LONG),
    ],
)
def test_a_disagreement_that_makes_no_sense_is_refused(command: Open, code: Code) -> None:
    given(*ROOM, OPENED).when(command, by="kit").refused(code)


def test_a_room_holds_so_many_disagreements() -> None:
    many = [replace(OPENED, disagreement=f"d{n}") for n in range(MOST_DISAGREEMENTS)]

    given(*ROOM, *many).when(Open("more", "Another"), by="kit").refused(Code.TOO_MANY_DISAGREEMENTS)


@pytest.mark.parametrize(
    "command",
    [
        Open("d2", "Another"),
        MoveStage("d1", 2),
        Assign("d1", "ana", NOW),
        Resolve("d1", "agreed", "We visit."),
        SaySafe("d1", "yes"),
    ],
)
def test_what_steers_a_disagreement_is_the_chairs(command: c.Command) -> None:
    given(*SPLIT).when(command, by="ana").refused(Code.CHAIR_ONLY)


@pytest.mark.parametrize(
    "command", [JoinSide("d1", "one"), SaySafe("d1", "no"), ConfirmOutcome("d1", "x")]
)
def test_whoever_watches_takes_no_side(command: c.Command) -> None:
    given(*SPLIT).when(command, by="eve").refused(Code.WATCHING_ONLY)


def test_it_works_in_the_lobby_and_while_the_meeting_is_paused_but_not_after_the_end() -> None:
    command = JoinSide("d1", "two")
    voice = Voice("Cam", "Health")

    for before in (SPLIT, (*SPLIT, e.MeetingPaused(1))):
        given(*before).when(command, by="cam").then(SideJoined("d1", "cam", "two", voice))
    given(*SPLIT, e.MeetingClosed(1)).when(command, by="cam").refused(Code.MEETING_CLOSED)


def test_a_disagreement_that_is_not_there_is_refused() -> None:
    given(*ROOM).when(JoinSide("d1", "one"), by="ana").refused(Code.NO_SUCH_DISAGREEMENT)


# --- is the child safe now? -------------------------------------------------------------------


def test_anyone_may_say_that_the_child_is_not_safe_and_the_chair_anything() -> None:
    given(*SPLIT).when(SaySafe("d1", "no"), by="cam").then(SafetySaid("d1", "no", "cam", NOW))
    given(*SPLIT).when(SaySafe("d1", "yes"), by="kit").then(SafetySaid("d1", "yes", "kit", NOW))


def test_what_is_known_already_is_not_said_again() -> None:
    given(*SPLIT).when(SaySafe("d1", "unknown"), by="kit").nothing()


# --- stages, owner and clock ------------------------------------------------------------------


def test_it_goes_one_stage_up_and_the_clock_of_that_stage_runs() -> None:
    moved = (
        given(*SPLIT)
        .when(MoveStage("d1", 2, " no agreement "), by="kit")
        .then(Moved("d1", 2, NOW, NOW + 5 * DAY, "no agreement", urgent=False))
    )

    assert seen(moved).stage == 2
    assert seen(moved).history == (Move(1, NOW), Move(2, NOW, "no agreement"))
    assert seen(moved).stage_names == ("Workers", "Managers", "Panel")


def test_a_stage_is_skipped_only_when_it_is_urgent_and_why_is_kept() -> None:
    given(*SPLIT).when(MoveStage("d1", 3, "a move tonight"), by="kit").refused(Code.STAGE_BY_STAGE)
    given(*SPLIT).when(MoveStage("d1", 3, " ", urgent=True), by="kit").refused(Code.REASON_NEEDED)

    moved = given(*SPLIT).when(MoveStage("d1", 3, "a move tonight", urgent=True), by="kit").done()
    assert (seen(moved).stage, seen(moved).history[-1].urgent) == (3, True)


@pytest.mark.parametrize(
    ("stage", "code"), [(0, Code.NO_SUCH_STAGE), (4, Code.NO_SUCH_STAGE), (1, Code.STAGE_BY_STAGE)]
)
def test_it_never_goes_down_or_past_the_last_stage(stage: int, code: Code) -> None:
    up = Moved("d1", 2, NOW, NOW, "", urgent=False)

    given(*SPLIT, up).when(MoveStage("d1", stage, "why", urgent=True), by="kit").refused(code)


def test_to_go_where_it_is_changes_nothing() -> None:
    given(*SPLIT).when(MoveStage("d1", 1), by="kit").nothing()


def test_the_chair_says_who_sees_to_it_and_by_when() -> None:
    given(*SPLIT).when(Assign("d1", "ana", NOW + DAY), by="kit").then(
        Assigned("d1", "ana", "Ana", NOW + DAY)
    )
    given(*SPLIT).when(Assign("d1", None, NOW + 2 * DAY), by="kit").nothing()


def test_an_owner_is_somebody_here_and_a_day_is_near() -> None:
    given(*SPLIT).when(Assign("d1", "zoe", NOW), by="kit").refused(Code.NO_SUCH_MEMBER)
    far = NOW + FURTHEST_DUE + 1
    given(*SPLIT).when(Assign("d1", None, far), by="kit").refused(Code.DUE_OUT_OF_RANGE)


# --- the outcome ------------------------------------------------------------------------------


def test_the_chair_says_how_it_ended_and_each_side_confirms_the_words() -> None:
    ended = (
        given(*SPLIT)
        .when(Resolve("d1", "agreed", " We visit on Monday. "), by="kit")
        .then(AGREED)
        .when(ConfirmOutcome("d1", "We visit on Monday."), by="ana")
        .then(OutcomeConfirmed("d1", "ana"))
    )

    assert (seen(ended).outcome, seen(ended).confirmed) == ("agreed", ("ana",))
    ended.when(ConfirmOutcome("d1", "We visit on Monday."), by="ana").nothing()


def test_changing_the_words_of_an_outcome_clears_who_confirmed_them() -> None:
    changed = given(*SPLIT, AGREED, OutcomeConfirmed("d1", "ana")).after(
        ("kit", Resolve("d1", "agreed", "We visit on Tuesday."))
    )

    assert seen(changed).confirmed == ()


@pytest.mark.parametrize(
    ("member", "words", "code"),
    [
        ("cam", "We visit on Monday.", Code.NOT_YOUR_SIDE),
        ("ana", "We visit on Friday.", Code.WORDS_CHANGED),
    ],
)
def test_an_outcome_is_confirmed_by_those_who_disagreed(
    member: str, words: str, code: Code
) -> None:
    given(*SPLIT, AGREED).when(ConfirmOutcome("d1", words), by=member).refused(code)


def test_where_nothing_was_worded_there_is_nothing_to_confirm() -> None:
    given(*SPLIT).when(ConfirmOutcome("d1", ""), by="ana").refused(Code.NOTHING_TO_CONFIRM)


def test_what_is_agreed_has_words() -> None:
    given(*SPLIT).when(Resolve("d1", "partly"), by="kit").refused(Code.TEXT_EMPTY)
    given(*SPLIT).when(Resolve("d1", "not_agreed"), by="kit").then(
        Resolved("d1", "not_agreed", "", NOW)
    )


def test_what_was_said_already_is_not_said_again() -> None:
    given(*SPLIT, AGREED).when(Resolve("d1", "agreed", "We visit on Monday."), by="kit").nothing()


@pytest.mark.parametrize(
    "command",
    [Word("d1", "one", "New"), JoinSide("d1", "two"), MoveStage("d1", 2), Assign("d1", None, NOW)],
)
def test_what_has_an_outcome_stays_until_the_chair_opens_it_again(command: c.Command) -> None:
    over = given(*SPLIT, AGREED)

    over.when(command, by="kit").refused(Code.DISAGREEMENT_OVER)
    over.after(("kit", Resolve("d1", "open")), ("kit", command))


def test_a_position_may_still_be_confirmed_when_there_is_an_outcome() -> None:
    given(*SPLIT).after(
        ("ana", Word("d1", "one", "It is too soon.")),
        ("kit", Resolve("d1", "agreed", "We visit on Monday.")),
        ("ana", Confirm("d1", "one", "It is too soon.")),
    )


# --- who sees it ------------------------------------------------------------------------------


def test_everybody_in_the_room_sees_it_and_the_wall_never_does() -> None:
    split = given(*SPLIT)

    assert seen(split, "eve").sides["one"].people["ana"].note == "too soon"
    assert not [key for key in views.everyone(split.meeting) if key.startswith("disagreement")]
    assert roomwide.concerns(OPENED) is None


# --- beyond the room --------------------------------------------------------------------------


def test_a_later_room_goes_on_with_what_was_not_agreed_in_full() -> None:
    open_one = replace(OPENED, about=About("When to visit", "We visit.", "five", 2))
    over = replace(OPENED, disagreement="d2")
    found = state(open_one, over, Resolved("d2", "agreed", "Yes.", NOW))

    carried = begin(unresolved(found))

    assert list(carried.entries) == ["d1"]
    assert carried.entries["d1"].about == About("When to visit", "We visit.", None, 2)
    assert carried.entries["d1"].opened == NOW


def test_what_is_partly_or_not_agreed_goes_on_too() -> None:
    for outcome in ("partly", "not_agreed"):
        assert unresolved(state(OPENED, Resolved("d1", outcome, "So far.", NOW)))


def test_the_log_tells_stage_and_age_and_nobodys_words() -> None:
    found = state(
        OPENED,
        Moved("d1", 2, NOW, NOW + 5 * DAY, "", urgent=False),
        Assigned("d1", "ana", "Ana", NOW + 5 * DAY),
    )

    (line,) = lines(found, NOW + 6 * DAY)

    assert (line.title, line.stage, line.stage_name) == ("When to visit", 2, "Managers")
    assert (line.people, line.age_days, line.overdue, line.owner) == ((0, 0), 6, True, "Ana")
    assert not lines(found, NOW)[0].overdue


def test_what_is_over_is_not_overdue() -> None:
    assert not lines(state(OPENED, AGREED), NOW + 99 * DAY)[0].overdue


def test_the_minutes_keep_each_disagreement_with_everything_said() -> None:
    (kept,) = minutes.minutes(given(*SPLIT).meeting).beside.disagreements

    assert isinstance(kept, Disagreement)
    assert kept.sides["one"].people["ana"].note == "too soon"
