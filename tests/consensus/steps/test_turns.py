"""turns: one thing talked about at a time, with the time it took and an optional note."""

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.answers.ballots import Shown
from consensus.items import Source
from consensus.members.turn_order import Order
from consensus.people import Attends, Role
from consensus.record import minutes
from consensus.refusal import Code
from consensus.steps import judge, turns
from consensus.text import NOTE_LENGTH
from tests.consensus.given import NOW, given, joined, opened, plan, prepared, room

TALK = (
    *room(plan("talk", turns.Settings()), plan("next", turns.Settings()), items="abc"),
    opened("talk", *"abc"),
)


def turned(item: str | None, at: int) -> turns.TurnedTo:
    return turns.TurnedTo("talk", item, at)


def written(item: str, note: str, by: str = "kit") -> turns.Written:
    return turns.Written("talk", item, note, by)


def now(*events: e.Event) -> turns.TurnsRecord:
    record = views.everyone(given(*events).meeting)["turns/talk"]
    assert isinstance(record, turns.TurnsRecord)
    return record


def turn(item: str, *events: e.Event) -> turns.TurnRecord:
    record = views.everyone(given(*events).meeting)[f"turn/talk/{item}"]
    assert isinstance(record, turns.TurnRecord)
    return record


# --- turns ------------------------------------------------------------------------------------


def test_at_first_nothing_is_talked_about() -> None:
    assert now(*TALK) == turns.TurnsRecord(
        "talk", ("a", "b", "c"), "listed", None, None, 0, "items", 0, (), False, None
    )


def test_the_chair_turns_to_an_item() -> None:
    given(*TALK).when(turns.Talk("talk", "b"), by="kit", at=5_000).then(turned("b", 5_000))


@pytest.mark.parametrize("item", ["b", None])
def test_what_is_talked_about_already_changes_nothing(item: str | None) -> None:
    given(*TALK, turned(item, 5_000)).when(turns.Talk("talk", item), by="kit").nothing()


def test_the_chair_turns_to_none() -> None:
    given(*TALK, turned("b", 5_000)).when(turns.Talk("talk", None), by="kit").then(
        turned(None, NOW)
    )


def test_an_item_that_is_not_the_steps_is_refused() -> None:
    given(*TALK).when(turns.Talk("talk", "z"), by="kit").refused(Code.NO_SUCH_ITEM)


@pytest.mark.parametrize("member", ["ana", "eve"])
def test_only_the_chair_gives_turns(member: str) -> None:
    given(*TALK).when(turns.Talk("talk", "a"), by=member).refused(Code.CHAIR_ONLY)


def test_the_time_of_a_turn_is_kept_when_the_next_begins() -> None:
    events = (*TALK, turned("b", 5_000), turned("c", 9_000))

    assert turn("b", *events).spent == 4_000
    assert turn("c", *events).spent == 0
    assert (now(*events).now, now(*events).since) == ("c", 9_000)


def test_a_second_turn_adds_to_the_first() -> None:
    twice = (turned("b", 1_000), turned("c", 3_000), turned("b", 5_000), turned(None, 9_000))

    assert turn("b", *TALK, *twice).spent == 6_000


def test_a_clock_that_was_put_back_takes_no_time_away() -> None:
    assert turn("b", *TALK, turned("b", 5_000), turned(None, 2_000)).spent == 0


@pytest.mark.parametrize("event", [opened("next", *"abc", at=9_000), e.MeetingClosed(9_000)])
@pytest.mark.parametrize("paused", [(), (e.MeetingPaused(9_000),)])
def test_a_turn_ends_with_the_step_and_the_meeting(
    event: e.Event, paused: tuple[e.Event, ...]
) -> None:
    events = (*TALK, turned("b", 5_000), *paused, event)

    assert turn("b", *events).spent == 4_000
    assert now(*events).now is None


def test_a_turn_outlives_a_pause_which_is_not_counted() -> None:
    paused = (*TALK, turned("b", 5_000), e.MeetingPaused(9_000))
    resumed = (*paused, e.MeetingResumed(60_000))

    assert now(*paused).now == "b"
    assert (now(*resumed).now, now(*resumed).since) == ("b", 60_000)
    assert turn("b", *resumed, turned(None, 61_000)).spent == 5_000


# --- notes ------------------------------------------------------------------------------------


def test_what_is_worth_keeping_of_a_turn_is_written_down() -> None:
    given(*TALK).when(turns.Write("talk", "b", " we mean the same "), by="kit").then(
        written("b", "we mean the same")
    )


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("deputy", True),
        ("recorder", True),
        ("participant", False),
        ("family", False),
        ("advocate", False),
        ("observer", False),
    ],
)
def test_the_chair_the_deputy_and_the_recorder_write(role: Role, may: bool) -> None:
    outcome = given(*TALK, joined("rae", role)).when(turns.Write("talk", "b", "why"), by="rae")

    if may:
        outcome.then(written("b", "why", "rae"))
    else:
        outcome.refused(Code.CHAIR_ONLY)


def test_a_note_may_change_and_be_emptied() -> None:
    noted = given(*TALK, written("b", "why"))

    noted.when(turns.Write("talk", "b", "why not"), by="kit").then(written("b", "why not"))
    noted.when(turns.Write("talk", "b", " "), by="kit").then(written("b", ""))


@pytest.mark.parametrize(("before", "note"), [("why", " why"), ("", ""), ("", "  ")])
def test_the_same_note_changes_nothing(before: str, note: str) -> None:
    given(*TALK, written("b", before)).when(turns.Write("talk", "b", note), by="kit").nothing()


def test_a_note_that_is_too_long_is_refused() -> None:
    given(*TALK).when(turns.Write("talk", "b", "x" * (NOTE_LENGTH + 1)), by="kit").refused(
        Code.TEXT_TOO_LONG
    )


def test_a_note_on_something_else_is_refused() -> None:
    given(*TALK).when(turns.Write("talk", "z", "why"), by="kit").refused(Code.NO_SUCH_ITEM)


def test_a_note_leaves_the_time_and_the_time_leaves_the_note() -> None:
    events = (turned("b", 1_000), written("b", "why"), turned(None, 3_000))

    assert turn("b", *TALK, *events) == turns.TurnRecord(
        "talk", "b", 2_000, "why", 1, False, (), ()
    )


# --- the widest spread first ------------------------------------------------------------------

SPREAD = (
    *room(
        plan("rank", judge.Settings()),
        plan("talk", turns.Settings("widest", "rank"), Source("rank")),
        items="abc",
    ),
    opened("rank", *"abc"),
    judge.BallotCast("rank", "ana", ("a", "b", "c"), ""),
    judge.BallotCast("rank", "ben", ("a", "c", "b"), ""),
    judge.BallotCast("rank", "cam", ("c", "a", "b"), ""),
)
REVEALED = (*SPREAD, judge.Revealed("rank", ()))


def test_where_people_differ_most_comes_first() -> None:
    given(*REVEALED).when(c.OpenStep("talk"), by="kit").then(opened("talk", *"cab", at=NOW))


def test_the_talk_waits_until_the_answers_are_open() -> None:
    given(*SPREAD).when(c.OpenStep("talk"), by="kit").refused(Code.NOT_REVEALED_YET)


def test_those_who_put_it_highest_and_lowest_are_asked_for_their_why() -> None:
    talk = (*REVEALED, opened("talk", *"cab"))

    assert (turn("c", *talk).highest, turn("c", *talk).lowest) == (("cam",), ("ana",))
    assert (turn("a", *talk).highest, turn("a", *talk).lowest) == (("ana", "ben"), ("cam",))


def test_nobody_is_named_while_answers_are_private() -> None:
    """An agenda may open the talk first and follow the answers as they come."""
    talk = (*SPREAD, opened("talk", *"abc"))

    assert (turn("c", *talk).highest, turn("c", *talk).lowest) == ((), ())


def test_nobody_is_named_for_an_item_that_was_not_ranked() -> None:
    more = (*REVEALED, opened("talk", *"cabd"))

    assert (turn("d", *more).highest, turn("d", *more).lowest) == ((), ())


def test_nobody_is_named_when_there_was_nothing_to_rank() -> None:
    answered = (opened("rank"), judge.BallotCast("rank", "ana", (), ""), judge.Revealed("rank", ()))
    talk = (*SPREAD[:-4], *answered, opened("talk", "a"))

    assert (turn("a", *talk).highest, turn("a", *talk).lowest) == ((), ())


@pytest.mark.parametrize("shown", ["agency", "nobody"])
def test_nobody_is_named_where_answers_are_not_shown_by_name(shown: Shown) -> None:
    rank = judge.Settings(shown=shown)
    talk = turns.Settings("widest", "rank")
    ranked = (
        *room(plan("rank", rank), plan("talk", talk, Source("rank")), items="abc"),
        opened("rank", *"abc"),
        judge.BallotCast("rank", "ana", ("a", "b", "c"), ""),
        judge.Revealed("rank", ()),
        opened("talk", *"abc"),
    )

    assert (turn("a", *ranked).highest, turn("a", *ranked).lowest) == ((), ())


# --- by people and by agencies ----------------------------------------------------------------


def newcomer(member: str, agency: str, attends: Attends = "room") -> e.MemberJoined:
    return replace(joined(member), agency=agency, attends=attends)


def gathered(settings: turns.Settings) -> tuple[e.Event, ...]:
    """Return a room of three agencies, one of them on a screen, before the talk."""
    return (
        prepared(plan("talk", settings), plan("next", turns.Settings()), items="abc"),
        joined("kit", "chair", voice=False),
        newcomer("ana", "Police"),
        newcomer("ben", "Health"),
        newcomer("cam", "health", "video"),
        newcomer("dot", "School", "phone"),
        joined("eve", "observer", voice=False),
    )


def start_of(settings: turns.Settings, *before: e.Event) -> tuple[str, ...]:
    """Return what the turns are of once the chair opens the step."""
    opened_now = given(*gathered(settings), *before).when(c.OpenStep("talk"), by="kit").done()
    record = views.everyone(opened_now.meeting)["turns/talk"]
    assert isinstance(record, turns.TurnsRecord)
    return record.items


HEARD_BEFORE = (e.HandRaised("ana"), e.HandLowered("ana", heard=True))


@pytest.mark.parametrize(
    ("order", "people", "agencies"),
    [
        ("listed", ("ana", "ben", "cam", "dot"), ("Police", "Health", "School")),
        ("free", ("ana", "ben", "cam", "dot"), ("Police", "Health", "School")),
        ("remote_first", ("cam", "dot", "ana", "ben"), ("Health", "School", "Police")),
        ("least_heard", ("ben", "cam", "dot", "ana"), ("Health", "School", "Police")),
    ],
)
def test_everybody_with_a_voice_gets_a_turn_in_an_order(
    order: Order, people: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    assert start_of(turns.Settings(order, by="people"), *HEARD_BEFORE) == people
    assert start_of(turns.Settings(order, by="agencies"), *HEARD_BEFORE) == agencies


PEOPLE = turns.Settings(by="people")
BY_PEOPLE = (*gathered(PEOPLE), opened("talk", *[["ana"], ["ben"], ["cam"], ["dot"]]))


def test_whoever_comes_in_late_gets_a_turn_too() -> None:
    late = (*BY_PEOPLE, newcomer("fay", "Police"))

    assert now(*late).items == ("ana", "ben", "cam", "dot", "fay")
    given(*late).when(turns.Talk("talk", "fay"), by="kit").then(turned("fay", NOW))


def test_a_turn_for_somebody_who_is_not_there_is_refused() -> None:
    given(*BY_PEOPLE).when(turns.Talk("talk", "kit"), by="kit").refused(Code.NO_SUCH_TURN)


def test_a_removed_person_has_no_turn_any_more_but_the_time_they_had_is_kept() -> None:
    removed = (*BY_PEOPLE, turned("ana", 1_000), turned("ben", 3_000), e.MemberRemoved("ana"))

    assert now(*removed).items == ("ana", "ben", "cam", "dot")
    assert now(*removed, e.MemberRemoved("ben")).now is None
    assert "ben" in now(*removed, e.MemberRemoved("ben")).items
    assert "cam" not in now(*removed, e.MemberRemoved("cam")).items


def test_the_number_of_turns_is_counted() -> None:
    twice = (turned("ana", 1_000), turned("ben", 2_000), turned("ana", 3_000))

    assert turn("ana", *BY_PEOPLE, *twice).times == 2
    assert turn("dot", *BY_PEOPLE, *twice).times == 0


# --- who presents -----------------------------------------------------------------------------

PRESENTED = (
    *gathered(turns.Settings("presenter", by="people")),
    opened("talk", *[["ana"], ["ben"], ["cam"], ["dot"]]),
)


@pytest.mark.parametrize("by", ["kit", "cam"])
def test_the_chair_or_the_person_themselves_says_who_presents(by: str) -> None:
    presents = turns.Presenting("talk", "cam")
    given(*PRESENTED).when(turns.Present("talk", "cam"), by=by).then(presents)

    assert now(*PRESENTED, presents).items == ("cam", "ana", "ben", "dot")
    assert now(*PRESENTED, presents).presenter == "cam"
    given(*PRESENTED, presents).when(turns.Present("talk", "cam"), by=by).nothing()


def test_nobody_names_somebody_else_as_presenter_but_the_chair() -> None:
    given(*PRESENTED).when(turns.Present("talk", "cam"), by="ana").refused(Code.CHAIR_ONLY)
    given(*PRESENTED).when(turns.Present("talk", None), by="ana").refused(Code.CHAIR_ONLY)


def test_who_presents_is_in_the_room_and_does_not_just_watch() -> None:
    given(*PRESENTED).when(turns.Present("talk", "zed"), by="kit").refused(Code.NO_SUCH_MEMBER)
    given(*PRESENTED).when(turns.Present("talk", "eve"), by="eve").refused(Code.WATCHING_ONLY)


def test_a_removed_person_presents_no_more() -> None:
    gone = (turns.Presenting("talk", "cam"), e.MemberRemoved("cam"))

    assert now(*PRESENTED, *gone).presenter is None


# --- phases -----------------------------------------------------------------------------------

SET = turns.Settings(
    by="phases",
    phases=(
        turns.Phase("Issue", "What is it about?", 240, "speaks"),
        turns.Phase("Questions"),
        turns.Phase("Reflections", presenter="listens"),
    ),
)
PHASES = (*gathered(SET), opened("talk", *"012"))


def test_phases_open_by_their_numbers() -> None:
    assert start_of(SET) == ("0", "1", "2")


def test_a_phase_goes_to_the_next() -> None:
    given(*PHASES).when(turns.Talk("talk", "0"), by="kit", at=1).then(turned("0", 1))
    first = (*PHASES, turned("0", 1))
    given(*first).when(turns.Talk("talk", "1"), by="kit", at=2).then(turned("1", 2))


@pytest.mark.parametrize(
    ("begun", "wanted", "left_out"), [((), "1", "Issue"), (("0",), "2", "Questions")]
)
def test_no_phase_is_left_out_unnoticed(begun: tuple[str, ...], wanted: str, left_out: str) -> None:
    at = given(*PHASES, *[turned(phase, 1) for phase in begun])

    at.when(turns.Talk("talk", wanted), by="kit").refused(Code.PHASES_IN_ORDER, title=left_out)
    at.when(turns.Talk("talk", wanted, skip=True), by="kit").then(turned(wanted, NOW))


def test_the_chair_may_go_back_and_on_again() -> None:
    on = (*PHASES, turned("0", 1), turned("1", 2), turned("2", 3))
    back = given(*on).when(turns.Talk("talk", "0"), by="kit").done()

    back.when(turns.Talk("talk", "2"), by="kit").done()


def test_a_note_on_a_phase_does_not_begin_it() -> None:
    given(*PHASES, written("2", "later")).when(turns.Talk("talk", "2"), by="kit").refused(
        Code.PHASES_IN_ORDER
    )


def test_the_minutes_keep_every_phase_and_who_presented() -> None:
    events = (*PHASES, turns.Presenting("talk", "ana"), turned("0", 1_000), turned(None, 3_000))
    said = minutes.minutes(given(*events).meeting).steps[0].said

    assert said == turns.Minutes(
        "talk",
        (("0", turns.Turn(2_000, times=1)), ("1", turns.Turn()), ("2", turns.Turn())),
        "phases",
        SET.phases,
        "ana",
    )


# --- said back --------------------------------------------------------------------------------

SIDES = (
    *gathered(turns.Settings(by="agencies", back_to=True)),
    opened("talk", *[["Police"], ["Health"], ["School"]]),
    turned("Police", 1_000),
)


def said_back(by: str, said: bool = True) -> turns.SaidBack:
    return turns.SaidBack("talk", "Police", said, by)


@pytest.mark.parametrize("by", ["ana", "kit"])
def test_whoever_spoke_says_that_it_came_back_right(by: str) -> None:
    given(*SIDES).when(turns.SayBack("talk", "Police"), by=by).then(said_back(by))

    assert turn("Police", *SIDES, said_back(by)).said_back
    given(*SIDES, said_back(by)).when(turns.SayBack("talk", "Police"), by=by).nothing()
    given(*SIDES, said_back(by)).when(turns.SayBack("talk", "Police", said=False), by=by).then(
        said_back(by, said=False)
    )


def test_an_agency_is_the_same_however_its_letters_are_written() -> None:
    late = replace(joined("pol"), agency="POLICE")

    given(*SIDES, late).when(turns.SayBack("talk", "Police"), by="pol").then(said_back("pol"))
    alone = given(*SIDES, late, e.MemberRemoved("ana")).meeting
    record = views.everyone(alone)["turns/talk"]
    assert isinstance(record, turns.TurnsRecord)
    assert record.items == ("Police", "Health", "School")


def test_the_other_side_cannot_say_it_for_them() -> None:
    given(*SIDES).when(turns.SayBack("talk", "Police"), by="ben").refused(Code.NOT_YOUR_TURN)


def test_nothing_comes_back_before_it_was_said() -> None:
    given(*SIDES).when(turns.SayBack("talk", "School"), by="dot").refused(Code.NO_TURN_YET)


def test_nothing_is_said_back_where_the_step_does_not_ask_for_it() -> None:
    given(*BY_PEOPLE, turned("ana", 1)).when(turns.SayBack("talk", "ana"), by="ana").refused(
        Code.NOT_UNDERSTOOD
    )


# --- what the minutes say ---------------------------------------------------------------------


def test_the_minutes_keep_the_turns_that_were_had_or_noted_in_their_order() -> None:
    events = (written("c", "why"), turned("a", 1_000), turned(None, 3_000))
    said = minutes.minutes(given(*TALK, *events).meeting).steps[0].said

    assert said == turns.Minutes(
        "talk", (("a", turns.Turn(2_000, times=1)), ("c", turns.Turn(note="why")))
    )


def test_a_note_that_was_taken_back_leaves_no_line_in_the_minutes() -> None:
    said = minutes.minutes(given(*TALK, written("a", "x"), written("a", "")).meeting).steps[0].said

    assert said == turns.Minutes("talk", ())


# --- settings that cannot work ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        (turns.Settings(by="phases"), "must name its phases"),
        (turns.Settings(phases=(turns.Phase("A"),)), "must name its phases"),
        (turns.Settings(by="phases", phases=(turns.Phase(" "),)), "without a title"),
        (turns.Settings(by="phases", phases=(turns.Phase("A"),) * 13), "more than 12"),
        (turns.Settings(by="phases", phases=(turns.Phase("A", seconds=-1),)), "0 to 3600 seconds"),
        (turns.Settings(seconds=3_601), "0 to 3600 seconds"),
        (turns.Settings("widest", "rank", by="people"), "widest spread"),
        (turns.Settings("least_heard"), "least_heard"),
        (turns.Settings("hands"), "hands"),
        (turns.Settings("presenter", by="agencies"), "presenter"),
        (turns.Settings(back_to=True), "said back"),
    ],
)
def test_settings_that_cannot_work_say_why(settings: turns.Settings, why: str) -> None:
    fault = settings.fault()

    assert fault is not None
    assert why in fault


@pytest.mark.parametrize(
    "settings",
    [
        turns.Settings(),
        turns.Settings("widest", "rank"),
        turns.Settings("free", by="people", seconds=60),
        turns.Settings("least_heard", by="agencies", back_to=True),
        SET,
    ],
)
def test_settings_that_work_have_no_fault(settings: turns.Settings) -> None:
    assert settings.fault() is None
