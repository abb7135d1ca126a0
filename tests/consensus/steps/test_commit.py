"""commit: promises are asked for, accepted, changed, and looked at again in a later room."""

import pytest

from consensus import events as e
from consensus import steps
from consensus.answers.promises import AgencyLoad, Named, Owner, Promise, Stage, Terms
from consensus.refusal import Code
from consensus.steps import commit
from consensus.views import everyone
from tests.consensus.given import NOW, given, opened, plan, room

PLAIN = plan("plan", commit.Settings(personal=True))
ROOM = (*room(PLAIN), opened("plan", "a", "b"))
CALL = Terms("Call the school", by="2027-03-09", how="She has called")
OLD = Promise("old", Terms("Visit"), (Owner("Ana", "Health", answer="yes"),), "", 1)


def make(
    promise: str = "p1", terms: Terms = CALL, *members: str, personal: bool = False
) -> commit.MakePromise:
    return commit.MakePromise("plan", promise, terms, Named(members), personal)


def owner(member: str, answer: str = "asked") -> Owner:
    assert answer in {"asked", "yes", "no"}
    return Owner(member.capitalize(), "Health", member, answer)  # type: ignore[arg-type]


def promised(
    promise: str = "p1", *owners: Owner, by: str = "ana", personal: bool = False
) -> commit.Promised:
    return commit.Promised("plan", Promise(promise, CALL, owners, by, NOW, personal))


def carried(*more: e.Event) -> tuple[e.Event, ...]:
    start = steps.Arrangement((), promises=(OLD,))
    return (*room(PLAIN), e.StepOpened("plan", start, 0), *more)


TOGETHER = promised("p1", owner("ana", "yes"), owner("ben"))


# --- making -----------------------------------------------------------------------------------


def test_somebody_promises_something() -> None:
    given(*ROOM).when(make("p1", CALL, "ana"), by="ana").then(promised("p1", owner("ana", "yes")))


def test_a_promise_for_somebody_else_is_only_asked_of_them() -> None:
    given(*ROOM).when(make("p1", CALL, "ana", "ben"), by="ana").then(TOGETHER)


def test_sent_twice_it_is_made_once() -> None:
    given(*ROOM, TOGETHER).when(make("p1", CALL, "ana", "ben"), by="ana").nothing()


def test_an_id_is_used_once_and_made_of_letters_and_digits() -> None:
    given(*ROOM, TOGETHER).when(make("p1", Terms("Visit"), "ben"), by="ben").refused(
        Code.PROMISE_EXISTS
    )
    given(*ROOM).when(make("../p", CALL, "ana"), by="ana").refused(Code.PROMISE_EXISTS)


def test_a_promise_needs_somebody_to_keep_it() -> None:
    given(*ROOM).when(make("p1", CALL), by="ana").refused(Code.OWNER_NEEDED)


def test_a_promise_may_belong_to_an_item_of_the_step() -> None:
    given(*ROOM).when(make("p1", Terms("Call", option="b"), "ana"), by="ana").done()
    given(*ROOM).when(make("p1", Terms("Call", option="z"), "ana"), by="ana").refused(
        Code.NO_SUCH_ITEM
    )


def test_whoever_only_watches_promises_nothing() -> None:
    given(*ROOM).when(make("p1", CALL, "ana"), by="eve").refused(Code.WATCHING_ONLY)


def test_a_plan_that_nobody_could_follow_is_full() -> None:
    many = [promised(f"p{n}", owner("ana")) for n in range(commit.MOST_PROMISES)]

    given(*ROOM, *many).when(make("more", CALL, "ana"), by="ana").refused(
        Code.TOO_MANY_PROMISES, most=commit.MOST_PROMISES
    )


# --- one's own line ---------------------------------------------------------------------------


def test_each_adds_one_line_about_what_they_themselves_will_do() -> None:
    given(*ROOM).when(make("p1", CALL, personal=True), by="ana").then(
        promised("p1", owner("ana", "yes"), personal=True)
    ).when(make("p2", CALL, personal=True), by="ana").refused(Code.ONE_LINE_EACH)


def test_nobody_else_words_somebodys_own_line() -> None:
    own = promised("p1", owner("ana", "yes"), personal=True)

    given(*ROOM, own).when(
        commit.ChangePromise("plan", "p1", Terms("Rest"), NOW), by="kit"
    ).refused(Code.NOT_YOUR_PROMISE)
    given(*ROOM, own).when(commit.ChangePromise("plan", "p1", Terms("Rest"), NOW), by="ana").done()


def test_lines_of_ones_own_are_only_where_the_step_asks_for_them() -> None:
    plain = (*room(plan("plan", commit.Settings())), opened("plan"))

    given(*plain).when(make("p1", CALL, personal=True), by="ana").refused(Code.NOT_UNDERSTOOD)


# --- accepting --------------------------------------------------------------------------------


def test_an_owner_says_yes_or_no() -> None:
    here = given(*ROOM, TOGETHER)

    here.when(commit.AcceptPromise("plan", "p1", "ben"), by="ben").then(
        commit.PromiseAnswered("plan", "p1", "ben", True, "ben")
    ).when(commit.AcceptPromise("plan", "p1", "ben"), by="ben").nothing()
    here.when(commit.AcceptPromise("plan", "p1", "ben", yes=False), by="ben").then(
        commit.PromiseAnswered("plan", "p1", "ben", False, "ben")
    )


def test_nobody_says_yes_for_somebody_else_but_those_who_write_down_what_was_said() -> None:
    accept = commit.AcceptPromise("plan", "p1", "ben")

    given(*ROOM, TOGETHER).when(accept, by="cam").refused(Code.NOT_YOUR_PROMISE)
    given(*ROOM, TOGETHER).when(accept, by="kit").done()


def test_whoever_is_not_an_owner_is_not_asked() -> None:
    given(*ROOM, TOGETHER).when(commit.AcceptPromise("plan", "p1", "cam"), by="cam").refused(
        Code.NO_SUCH_OWNER
    )


def test_anybody_of_an_agency_accepts_for_it() -> None:
    asked = promised("p1", Owner("", "Health"), by="kit")

    given(*ROOM, asked).when(commit.AcceptPromise("plan", "p1", "Health"), by="ben").done()


# --- changing ---------------------------------------------------------------------------------


def change(terms: Terms, *members: str, seen: int = NOW) -> commit.ChangePromise:
    return commit.ChangePromise("plan", "p1", terms, seen, Named(members))


def test_another_way_to_know_keeps_what_people_said() -> None:
    both = promised("p1", owner("ana", "yes"), owner("ben", "yes"))
    terms = Terms(CALL.what, CALL.by, "A letter")

    given(*ROOM, both).when(change(terms, "ana", "ben"), by="ana").then(
        commit.PromiseChanged(
            "plan", "p1", terms, (owner("ana", "yes"), owner("ben", "yes")), "ana", NOW
        )
    )


def test_other_words_or_another_day_are_asked_about_again() -> None:
    both = promised("p1", owner("ana", "yes"), owner("ben", "yes"))
    terms = Terms(CALL.what, "2027-03-10", CALL.how)

    given(*ROOM, both).when(change(terms, "ana", "ben"), by="ana").then(
        commit.PromiseChanged("plan", "p1", terms, (owner("ana", "yes"), owner("ben")), "ana", NOW)
    )


def test_a_change_that_changes_nothing_is_none() -> None:
    given(*ROOM, TOGETHER).when(change(CALL, "ana", "ben"), by="ana").nothing()


def test_nobody_writes_over_what_they_have_not_seen() -> None:
    given(*ROOM, TOGETHER).when(change(Terms("Visit"), "ana", seen=1), by="ben").refused(
        Code.PROMISE_CHANGED
    )


@pytest.mark.parametrize("member", ["ana", "ben", "kit"])
def test_owners_and_the_chair_may_change_and_withdraw_it(member: str) -> None:
    given(*ROOM, TOGETHER).when(change(Terms("Visit"), "ana"), by=member).done()
    given(*ROOM, TOGETHER).when(commit.WithdrawPromise("plan", "p1"), by=member).then(
        commit.PromiseWithdrawn("plan", "p1", member)
    ).when(commit.WithdrawPromise("plan", "p1"), by=member).nothing()


def test_others_may_not() -> None:
    given(*ROOM, TOGETHER).when(change(Terms("Visit"), "cam"), by="cam").refused(
        Code.NOT_YOUR_PROMISE
    )
    given(*ROOM, TOGETHER).when(commit.WithdrawPromise("plan", "p1"), by="cam").refused(
        Code.NOT_YOUR_PROMISE
    )


def test_what_is_not_there_cannot_be_changed() -> None:
    given(*ROOM).when(change(CALL, "ana"), by="ana").refused(Code.NO_SUCH_PROMISE)


# --- what came of it --------------------------------------------------------------------------


def result(stage: Stage, words: str = "", by: str = "") -> commit.EnterResult:
    return commit.EnterResult("plan", "old", stage, words, by)


def test_the_first_commit_step_asks_about_the_promises_of_the_room_before() -> None:
    first = steps.arrange(commit.Settings(), ("a",), {}, (OLD,))
    second = steps.arrange(commit.Settings(), ("a",), {"plan": commit.State(())}, (OLD,))

    assert first.promises == (OLD,)
    assert second.promises == ()
    assert commit.begin((), (OLD,)).promises["old"].carried


def test_its_owner_says_what_came_of_it() -> None:
    given(*carried()).when(result("done", "Twice"), by="ana").then(
        commit.ResultEntered("plan", "old", "done", "Twice", "", "ana", NOW)
    ).when(result("done", "Twice"), by="ana").nothing()
    given(*carried()).when(result("done"), by="ben").refused(Code.NOT_YOUR_PROMISE)


def test_what_changed_may_have_a_new_day() -> None:
    here = given(*carried()).when(result("changed", "Later", "2027-05-01"), by="ana").done()
    state = here.meeting.agenda[0].state
    assert isinstance(state, commit.State)

    assert state.promises["old"].terms.by == "2027-05-01"
    assert state.promises["old"].stage == "changed"


def test_what_came_of_a_promise_of_today_is_a_matter_for_later() -> None:
    given(*ROOM, TOGETHER).when(commit.EnterResult("plan", "p1", "done"), by="ana").refused(
        Code.RESULT_LATER
    )


def test_a_promise_of_the_room_before_stays_as_it_was_made() -> None:
    given(*carried()).when(
        commit.ChangePromise("plan", "old", Terms("Other"), 1), by="ana"
    ).refused(Code.PROMISE_CARRIED)
    given(*carried()).when(commit.WithdrawPromise("plan", "old"), by="ana").refused(
        Code.PROMISE_CARRIED
    )


# --- who sees what ----------------------------------------------------------------------------


def test_everyone_sees_the_promises_and_what_each_agency_holds() -> None:
    seen = everyone(given(*ROOM, TOGETHER).meeting)

    assert seen["commit/plan"] == commit.CommitRecord("plan", True, False, ("a", "b"))
    assert seen["load/plan"] == commit.LoadRecord("plan", (AgencyLoad("Health", 1, False),), 1)
    assert seen["promise/plan/p1"] == commit.PromiseRecord(
        step="plan",
        promise="p1",
        terms=CALL,
        owners=(owner("ana", "yes"), owner("ben")),
        entered_by="ana",
        at=NOW,
        personal=False,
        carried=False,
        stage="open",
        result="",
    )
    assert steps.concerns(TOGETHER) == frozenset()


def test_the_record_keeps_what_was_carried_made_and_promised_to_oneself_apart() -> None:
    own = promised("own", owner("ben", "yes"), by="ben", personal=True)
    meeting = given(*carried(TOGETHER, own)).meeting
    state = meeting.agenda[0].state
    assert isinstance(state, commit.State)

    found = commit.minutes("plan", state)
    assert [p.id for p in found.carried] == ["old"]
    assert [p.id for p in found.promises] == ["p1"]
    assert [p.id for p in found.personal] == ["own"]
    assert found.load == (AgencyLoad("Health", 2, False),)
