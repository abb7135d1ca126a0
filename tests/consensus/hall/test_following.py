"""A table does what its hall asks of it once, and without a chair goes on when half are ready."""

import pytest

from consensus import commands as c
from consensus import events as e
from consensus.answers.ballots import Ballot
from consensus.answers.notes import Lane
from consensus.hall import following
from consensus.hall import table as t
from consensus.items import Source
from consensus.people import Member
from consensus.refusal import Code
from consensus.roomwide import risk
from consensus.roomwide.retention import SetRetention
from consensus.steps import Arrangement, collect, judge, settle, turns
from tests.consensus.given import NOW, SERVER, Situation, ballot, plan
from tests.consensus.hall.halls import came, hall, room, table

NOBODYS = plan("safe", judge.Settings(ask="level", shown="nobody"))
PRIVATE = plan("notes", collect.Settings((Lane("one", "One"),), private=True))
TALK = plan("talk", turns.Settings())
BOARD = plan("two", settle.Settings(2))
TALKS = (TALK, plan("more", turns.Settings()))


def chaired(*people: str) -> Situation:
    """Return a table at its first step at which the first of these has taken the chair."""
    return table(*people).after((people[0], c.Cover()))


def member(situation: Situation, name: str) -> Member:
    return situation.meeting.members[name]


def ranked(situation: Situation, *people: str) -> Situation:
    return situation.after(*((each, judge.Cast("rank", tuple("abcd"))) for each in people))


def of(situation: Situation) -> t.State:
    assert situation.meeting.table is not None
    return situation.meeting.table


# --- moved people -----------------------------------------------------------------------------


def test_who_is_moved_leaves_what_they_gave_and_answers_no_more() -> None:
    given_ = ranked(table("ana", "ben", "cam"), "ana")
    moved = given_.when(t.MoveAway("ana", 2), by=SERVER).then(t.MovedAway("ana", 2, NOW))

    moved.when(t.MoveAway("ana", 2), by=SERVER).nothing()
    moved.when(judge.Cast("rank", tuple("dcba")), by="ana").refused(Code.MOVED_AWAY, number=2)
    moved.when(c.RaiseHand(), by="ana").refused(Code.MOVED_AWAY, number=2)
    state = moved.meeting.agenda[0].state
    assert isinstance(state, judge.State)
    assert state.ballots == {"ana": ballot("abcd")}
    assert not member(moved, "ana").voice
    assert not member(moved, "ana").here


def test_their_private_answer_opens_with_the_others_and_nobody_waits_for_them() -> None:
    both = ranked(table("ana", "ben", "cam"), "ana", "ben")
    left = both.after((SERVER, t.MoveAway("ana", 2)), (SERVER, t.MoveAway("cam", 2)))

    left.when(t.Ready(), by="ben").then(
        t.Readied("ben", True),
        judge.Revealed("rank", (), (), {"ana": "Health", "ben": "Health"}),
    )


def test_who_comes_back_may_answer_again_and_is_here_when_their_line_is() -> None:
    back = table("ana", "ben").after((SERVER, t.MoveAway("ana", 2)))

    back.when(c.Arrive("ana"), by=SERVER).nothing()
    again = back.when(t.ComeBack("ana"), by=SERVER).then(t.CameBack("ana", NOW))
    again.when(t.ComeBack("ana"), by=SERVER).nothing()
    again.after((SERVER, c.Arrive("ana")), ("ana", judge.Cast("rank", tuple("abcd"))))


def test_when_the_chair_is_moved_the_table_runs_itself_or_somebody_takes_the_chair() -> None:
    led = chaired("ana", "ben")
    led.when(t.Ready(), by="ben").refused(Code.TABLE_HAS_A_CHAIR)

    left = ranked(led, "ben").after((SERVER, t.MoveAway("ana", 2)))
    assert left.meeting.chair is None
    assert member(left, "ana").role == "participant"
    left.when(t.Ready(), by="ben").done()
    left.when(c.Cover(), by="ben").then(e.ChairPassed("ben", covering=False, at=NOW))


@pytest.mark.parametrize(
    "command",
    [c.HandOver("ben"), c.NameDeputy("ben"), c.SetRole("ben", "family"), c.RaiseHand("ben")],
)
def test_nobody_gives_anything_to_who_sits_elsewhere(command: c.Command) -> None:
    left = chaired("ana", "ben").after((SERVER, t.MoveAway("ben", 2)))

    left.when(command, by="ana").refused(Code.SITS_ELSEWHERE, name="Ben", number=2)


@pytest.mark.parametrize("command", [c.Remove("ben"), c.Merge("ben", "ana")])
def test_who_sits_at_a_table_is_the_trainers_to_say(command: c.Command) -> None:
    chaired("ana", "ben").when(command, by="ana").refused(Code.TRAINER_SEATS)


def test_and_who_only_watches_too_while_other_roles_are_the_tables() -> None:
    led = chaired("ana", "ben").after(
        (SERVER, c.Join("kit", "Kit", "Training", "observer", voice=False))
    )

    led.when(c.SetRole("ben", "observer"), by="ana").refused(Code.TRAINER_SEATS)
    led.when(c.SetRole("kit", "participant"), by="ana").refused(Code.TRAINER_SEATS)
    led.when(c.SetRole("ben", "recorder"), by="ana").then(e.RoleSet("ben", "recorder", ""))


def test_who_is_taken_out_of_the_hall_goes_with_their_office() -> None:
    led = chaired("ana", "ben").after((SERVER, t.TakeOut("ana")))

    assert led.meeting.chair is None
    led.when(t.TakeOut("ana"), by=SERVER).nothing()
    led.when(t.TakeOut("ben"), by="ben").refused(Code.NOT_UNDERSTOOD)


def test_of_two_who_are_one_the_one_who_stays_has_the_chair_of_the_other() -> None:
    led = chaired("ana", "ben")

    one = led.when(t.JoinSeats("ben", "ana"), by=SERVER).then(
        e.ChairPassed("ben", covering=False, at=NOW), e.MembersMerged("ben", "ana")
    )
    assert one.meeting.chair == member(one, "ben")
    one.when(t.JoinSeats("ben", "ana"), by=SERVER).nothing()


def test_a_deputy_who_steps_back_is_none_any_more() -> None:
    led = chaired("ana", "ben").after(("ana", c.NameDeputy("ben")))

    back = led.when(t.StepBack("ben"), by=SERVER).then(
        e.DeputyNamed(None, NOW), e.RoleSet("ben", "observer", "")
    )
    back.when(t.StepBack("ben"), by=SERVER).nothing()
    again = back.when(t.TakePart("ben", "participant"), by=SERVER).then(
        e.RoleSet("ben", "participant", "")
    )
    assert member(again, "ben").voice
    again.when(t.TakePart("ben", "participant"), by=SERVER).nothing()


# --- held, led, over --------------------------------------------------------------------------


def test_a_table_that_is_held_stops_and_goes_on_when_it_is_let_go() -> None:
    held = (
        chaired("ana").when(t.SetHeld(True), by=SERVER).then(e.MeetingPaused(NOW), t.HeldSet(True))
    )

    held.when(t.SetHeld(True), by=SERVER).nothing()
    held.when(c.Resume(), by="ana").refused(Code.TABLE_HELD)
    held.when(c.OpenStep("talk"), by="ana").refused(Code.TABLE_HELD)
    held.when(t.SetHeld(False), by=SERVER).then(t.HeldSet(False), e.MeetingResumed(NOW))


def test_a_risk_keeps_a_table_paused_when_all_are_let_go() -> None:
    raised = (
        table("ana", "ben").after(("ana", risk.Raise("r1", "now"))).after((SERVER, t.SetHeld(True)))
    )

    free = raised.when(t.SetHeld(False), by=SERVER).then(t.HeldSet(False))
    assert free.meeting.paused
    free.when(t.Ready(), by="ben").refused(Code.RISK_NEEDS_CHAIR)
    led = free.after(("ben", c.Cover()), ("ben", risk.StandDown("r1", "it is dealt with")))
    led.after(("ben", c.Resume()))


def test_a_table_with_a_risk_stays_where_it_is_and_says_why() -> None:
    raised = table("ana", "ben").after(("ana", risk.Raise("r1", "now")))

    raised.when(t.Follow("talk", 2), by=SERVER).then(t.Followed(2, Code.RISK_OPEN))


def test_a_table_follows_once_with_its_answers_opened_first() -> None:
    given_ = ranked(table("ana", "ben"), "ana")

    gone = given_.when(t.Follow("talk", 2), by=SERVER).then(
        judge.Revealed("rank", ("ben",), (), {"ana": "Health"}),
        e.StepOpened("talk", Arrangement((("a",), ("b",), ("c",), ("d",))), NOW),
        t.Followed(2),
    )
    gone.when(t.Follow("rank", 2), by=SERVER).nothing()
    assert of(gone).behind is None


def test_where_a_table_is_there_already_its_people_go_on_answering() -> None:
    ranked(table("ana", "ben"), "ana").when(t.Follow("rank", 2), by=SERVER).then(t.Followed(2))


def test_a_table_that_cannot_follow_stays_where_it_is_and_says_why() -> None:
    behind = (
        table("ana").when(t.Follow("two", 2), by=SERVER).then(t.Followed(2, Code.NOT_REVEALED_YET))
    )

    assert behind.meeting.current == "rank"
    assert of(behind).behind is Code.NOT_REVEALED_YET
    assert of(behind.after((SERVER, t.Follow("talk", 3)))).behind is None


def test_only_the_hall_ends_a_table() -> None:
    led = chaired("ana")
    led.when(c.Close(), by="ana").refused(Code.TRAINER_ENDS)
    longer = SetRetention(90, "Ana", "we want to look back", 60)
    led.when(longer, by="ana").refused(Code.TRAINER_KEEPS)
    led.after((SERVER, t.End())).when(longer, by="ana").refused(Code.TRAINER_KEEPS)

    over = led.when(t.End(), by=SERVER).then(e.MeetingClosed(NOW))
    for late in (t.End(), t.SetHeld(True), t.MoveAway("ana", 2), t.Follow("talk", 9)):
        over.when(late, by=SERVER).nothing()
    over.when(t.Ready(), by="ana").refused(Code.MEETING_CLOSED)


def test_a_room_that_is_no_table_obeys_no_hall() -> None:
    hall("ana").when(t.SetHeld(True), by=SERVER).refused(Code.NOT_UNDERSTOOD)
    hall("ana").when(t.Ready(), by="ana").refused(Code.NOT_UNDERSTOOD)


# --- a table that runs itself -----------------------------------------------------------------


def test_half_of_those_here_open_the_answers_and_half_go_on() -> None:
    some = ranked(table("ana", "ben", "cam", "dot"), "ana", "ben", "cam")

    waits = some.when(t.Ready(), by="ana").then(t.Readied("ana", True))
    waits.when(t.Ready(), by="ana").nothing()
    shown = waits.when(t.Ready(), by="ben").done()
    assert shown.meeting.current == "rank"
    assert of(shown).ready == {}
    on = shown.after(("cam", t.Ready()), ("dot", t.Ready()))
    assert on.meeting.current == "talk"


def test_who_is_not_ready_after_all_says_so() -> None:
    waits = table("ana", "ben", "cam").after(("ana", t.Ready()))

    waits.when(t.Ready(on=False), by="ana").then(t.Readied("ana", False))


def test_where_somebody_left_the_others_are_half_by_now() -> None:
    five = table("ana", "ben", "cam", "dot", "eve", plans=TALKS)
    waits = five.after(("ana", t.Ready()), ("ben", t.Ready()))
    left = waits.after((SERVER, c.Leave("dot")), (SERVER, c.Leave("eve")))

    gone_on = left.when(t.Ready(), by="ana").done()
    assert gone_on.meeting.current == "more"


def test_one_of_two_does_not_move_the_other_on() -> None:
    two = table("ana", "ben", plans=TALKS)
    waits = two.when(t.Ready(), by="ana").then(t.Readied("ana", True))

    assert waits.when(t.Ready(), by="ben").done().meeting.current == "more"


def test_what_was_said_of_an_earlier_moment_counts_no_more() -> None:
    one = table("ana", plans=TALKS)
    went = of(one).went

    on = one.after(("ana", t.Ready(went=went)))
    assert on.meeting.current == "more"
    on.when(t.Ready(went=went), by="ana").nothing()


def test_after_the_last_step_the_table_has_finished_until_it_is_led_back() -> None:
    last = (
        table("ana", plans=(TALK,))
        .when(t.Ready(), by="ana")
        .then(t.Readied("ana", True), t.Finished(NOW))
    )

    last.when(t.Ready(), by="ana").nothing()
    led = last.after(("ana", c.Cover()), ("ana", c.AddTime(1)))
    led.when(t.Finish(), by="ana").nothing()


def test_the_chair_says_that_the_table_has_finished() -> None:
    led = chaired("ana", "ben")

    led.when(t.Finish(), by="ben").refused(Code.CHAIR_ONLY)
    done = led.when(t.Finish(), by="ana").then(t.Finished(NOW))
    back = done.after((SERVER, t.Follow("talk", 2)))
    assert of(back).finished is None


def test_who_watches_is_not_asked_whether_they_are_ready_and_asks_for_no_help() -> None:
    watched = table("ana").after((SERVER, came("eve", role="observer")))

    watched.when(t.Ready(), by="eve").refused(Code.WATCHING_ONLY)
    watched.when(t.AskHelp(), by="eve").refused(Code.WATCHING_ONLY)


def test_help_is_asked_for_once_and_anybody_says_that_it_came() -> None:
    asked = table("ana", "ben").when(t.AskHelp(), by="ana").then(t.HelpAsked("ana", NOW))

    asked.when(t.AskHelp(), by="ben").nothing()
    helped = asked.when(t.Helped(), by="ben").then(t.HelpedNow("ben"))
    helped.when(t.Helped(), by="ben").nothing()


def test_a_table_that_may_not_run_itself_needs_a_chair() -> None:
    alone = table("ana", self_run=False)

    alone.when(t.Ready(), by="ana").refused(Code.CHAIR_NEEDED)
    alone.when(settle.Propose("two", 0, "a"), by="ana").refused(Code.CHAIR_ONLY)


def test_nobody_is_ready_while_all_are_held_or_the_table_is_paused() -> None:
    held = table("ana").after((SERVER, t.SetHeld(True)))
    held.when(t.Ready(), by="ana").refused(Code.TABLE_HELD)

    answered = ranked(chaired("ana", "ben"), "ben")
    led = answered.after(("ana", c.Pause()), (SERVER, t.MoveAway("ana", 2)))
    led.when(t.Ready(), by="ben").refused(Code.MEETING_PAUSED)
    led.after(("ben", c.Resume()), ("ben", t.Ready()))


def test_where_nobody_chairs_everybody_proposes_and_half_have_to_say_where_they_stand() -> None:
    board = table("ana", "ben", "cam", "dot", plans=(BOARD,))
    put = board.when(settle.Propose("two", 0, "a"), by="ana").then(settle.Proposed("two", 0, "a"))
    agree = settle.Agree("two", 0, "a", even_so=True)

    put.when(agree, by="ana").refused(Code.HALF_FIRST, count=2)
    stood = put.after(("ana", settle.Stand("two", 0, "a", "yes")))
    stood.when(agree, by="ana").refused(Code.HALF_FIRST, count=1)
    half = stood.after(("ben", settle.Stand("two", 0, "a", "yes")))
    settled = half.when(agree, by="cam").then(settle.Agreed("two", 0, "", ("cam", "dot")))
    settled.when(settle.Reopen("two", 0), by="dot").done()


def test_a_refusal_says_what_to_do_first() -> None:
    talked = table("ana", plans=(BOARD, plan("rest", turns.Settings(), Source("two", "rest"))))

    talked.when(t.Ready(), by="ana").refused(Code.NOT_SETTLED_YET)


def test_nobody_leaves_a_ranking_without_an_answer_that_a_later_step_starts_from() -> None:
    silent = table("ana")

    silent.when(t.Ready(), by="ana").refused(Code.NOTHING_TO_REVEAL)
    ranked(silent, "ana").when(t.Ready(), by="ana").done()


def test_nobody_leaves_an_open_board_whose_rest_a_later_step_takes() -> None:
    rest = plan("rest", turns.Settings(), Source("two", "rest"))
    open_ = table("ana", plans=(BOARD, TALK, rest))

    open_.when(t.Ready(), by="ana").refused(Code.NOT_SETTLED_YET)


def test_private_notes_are_opened_first() -> None:
    noted = table("ana", "ben", plans=(PRIVATE, TALK)).after(
        ("ana", collect.AddNote("notes", "n1", "one", "words")), ("ana", t.Ready())
    )

    noted.when(t.Ready(), by="ben").then(t.Readied("ben", True), collect.NotesRevealed("notes"))


# --- answers that belong to nobody ------------------------------------------------------------


def unattributed(*people: str) -> Situation:
    found = table(*people, plans=(NOBODYS, TALK))
    state = found.meeting.agenda[0].state
    assert isinstance(state, judge.State)
    said = ballot("", marks=dict.fromkeys(state.items, 3))
    slips = ((each, judge.Slip("safe", f"{each}OwnTokenThatIsLongEnough", said)) for each in people)
    return found.after(*slips)


def slips(count: int) -> tuple[Ballot, ...]:
    return (ballot("", marks=dict.fromkeys("abcd", 3)),) * count


def test_unattributed_answers_open_when_half_are_ready_with_what_the_server_knows() -> None:
    four = unattributed("ana", "ben", "cam", "dot")
    assert following.unattributed(four.meeting) == "safe"

    ready = four.when(c.OpenSlips(t.Ready(), slips(4)), by="ana").then(t.Readied("ana", True))
    shown = ready.when(c.OpenSlips(t.Ready(), slips(4)), by="ben").then(
        t.Readied("ben", True), judge.Revealed("safe", (), slips=slips(4))
    )
    assert following.unattributed(shown.meeting) is None


def test_so_few_that_it_would_tell_whose_they_are_stay_shut_and_the_table_goes_on() -> None:
    three = unattributed("ana", "ben", "cam", "dot").after(("ana", t.Ready()))

    on = three.when(c.OpenSlips(t.Ready(), slips(3)), by="ben").done()
    assert on.meeting.current == "talk"


def test_they_open_too_when_the_trainer_leads_all_on() -> None:
    four = unattributed("ana", "ben", "cam", "dot")

    led = four.when(c.OpenSlips(t.Follow("talk", 2), slips(4)), by=SERVER).done()
    state = led.meeting.agenda[0].state
    assert isinstance(state, judge.State)
    assert state.revealed
    four.when(c.OpenSlips(t.Follow("talk", 2), slips(4)), by="ana").refused(Code.NOT_UNDERSTOOD)


# --- a table without people -------------------------------------------------------------------


def test_a_table_without_people_follows_as_far_as_it_can() -> None:
    empty = room().after((SERVER, t.Follow("rank", 1)), (SERVER, t.Follow("talk", 2)))

    assert empty.meeting.current == "talk"
    assert of(empty.after((SERVER, t.Follow("two", 3)))).behind is Code.NOT_REVEALED_YET
