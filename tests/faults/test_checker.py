"""The checker of histories finds every broken promise, and nothing where all were kept."""

from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus.steps import collect, judge, settle
from consensus.views import HandRecord
from tests.faults.checker import check
from tests.faults.history import Acknowledged, Declined, Fact, History, Lost, Reached, Sent
from tests.faults.ideal import EPOCH, IdealRoom, busy_room

F = TypeVar("F", bound=Fact)


@pytest.fixture
def room() -> IdealRoom:
    return busy_room()


def kinds(histories: list[History]) -> set[str]:
    return {violation.kind for violation in check(histories)}


def facts(history: History, kind: type[F]) -> list[F]:
    return [fact for fact in history.facts if isinstance(fact, kind)]


def alter(history: History, number: int, kind: type[F], **fields: Any) -> F:
    """Change one of a history's facts of a kind, counted from either end; return it."""
    fact = facts(history, kind)[number]
    changed = replace(fact, **fields)
    history.facts[history.facts.index(fact)] = changed
    return changed


def alter_everyone(history: History, number: int, change: Callable[[dict[str, Any]], None]) -> None:
    """Change what one frame puts for everyone."""
    reached = facts(history, Reached)[number]
    put = dict(reached.changes.everyone.put)
    change(put)
    patch = replace(reached.changes.everyone, put=put)
    alter(history, number, Reached, changes=replace(reached.changes, everyone=patch))


def drop_frame(history: History, number: int) -> None:
    history.facts.remove(facts(history, Reached)[number])


# --- what is right ----------------------------------------------------------------------------


def test_a_room_that_keeps_its_promises_is_found_to(room: IdealRoom) -> None:
    histories = room.finish()

    assert check(histories) == []
    assert sum(len(facts(history, Acknowledged)) for history in histories) == 14
    refused = {fact.code for history in histories for fact in facts(history, Declined)}
    assert refused == {"slot_changed", "not_your_note"}


def test_one_who_comes_back_may_be_told_what_was_missed_or_everything(room: IdealRoom) -> None:
    room.come("ben", fresh=False)
    room.do("cam", c.RaiseHand())
    room.come("ben", fresh=True)

    assert check(room.finish()) == []


def test_a_command_that_is_repeated_may_be_answered_again_at_the_same_position(
    room: IdealRoom,
) -> None:
    room.do("cam", collect.AddNote("notes", "n1", "more", "cam wrote"), "cam-note")

    assert check(room.finish()) == []


@pytest.mark.parametrize("done", [True, False])
def test_what_was_never_answered_may_be_done_or_not(room: IdealRoom, done: bool) -> None:
    ben = room.histories["ben"]
    command = judge.Cast("rank", ("c", "a", "b"), "nobody knows")
    room.do("ana", c.OpenStep("rank"))
    ben.sent("unknown", command)
    if done:
        room.answer("ben", command, "unknown")
        ben.facts.remove(facts(ben, Acknowledged)[-1])
    ben.lost(1006, ("unknown",))
    room.come("ben", fresh=False)

    assert check(room.finish()) == []


def test_try_again_is_no_answer_for_good(room: IdealRoom) -> None:
    ben = room.histories["ben"]
    ben.sent("again", c.LowerHand())
    ben.declined("again", "try_again")
    room.do("ben", c.LowerHand(), "again")

    assert check(room.finish()) == []


def test_positions_begin_anew_in_another_epoch(room: IdealRoom) -> None:
    restored = IdealRoom("ben", "cam")
    ben = room.histories["ben"]
    ben.opened("node", EPOCH, room.position)
    ben.welcomed("restored", "ben")
    ben.facts.append(facts(restored.histories["ben"], Reached)[0])

    assert "went back" not in kinds(room.finish())


# --- what is wrong ----------------------------------------------------------------------------


def test_an_acknowledged_hand_that_nobody_sees_is_lost(room: IdealRoom) -> None:
    for history in room.everyone:
        alter_everyone(history, -1, lambda put: put.pop("hand/ben"))

    assert kinds(room.finish()) == {"lost"}


def test_an_acknowledged_ballot_that_is_overwritten_by_an_older_one_is_lost(
    room: IdealRoom,
) -> None:
    ben = room.histories["ben"]
    ballots = [
        n for n, f in enumerate(facts(ben, Reached)) if "my_ballot/rank" in f.changes.mine.put
    ]
    first, last = facts(ben, Reached)[ballots[1]], facts(ben, Reached)[ballots[-1]]
    alter(ben, ballots[-1], Reached, changes=replace(last.changes, mine=first.changes.mine))

    assert kinds(room.finish()) == {"lost"}


def test_an_acknowledgement_past_the_end_is_lost(room: IdealRoom) -> None:
    alter(room.histories["ana"], -1, Acknowledged, position=room.position + 3)

    assert "lost" in kinds(room.finish())


def test_an_effect_before_the_position_of_its_acknowledgement_is_found(room: IdealRoom) -> None:
    room.do("cam", c.RaiseHand())
    room.do("ben", c.LowerHand())
    alter(room.histories["cam"], -1, Acknowledged, position=room.position)

    assert "too early" in kinds(room.finish())


def test_a_refusal_that_took_effect_all_the_same_is_found(room: IdealRoom) -> None:
    for history in room.everyone:
        alter_everyone(
            history,
            -1,
            lambda put: put.update(
                {
                    "note/notes/n1": collect.NoteRecord(
                        step="notes",
                        note="n1",
                        lane="more",
                        author="cam",
                        text="ben may not",
                        items=(),
                        agency="Health",
                        for_agency="",
                        source="",
                        when="",
                        nothing=False,
                        into="",
                    )
                }
            ),
        )

    assert kinds(room.finish()) == {"refused, but done"}


def test_a_change_that_nobody_asked_for_is_found(room: IdealRoom) -> None:
    for history in room.everyone:
        alter_everyone(history, -1, lambda put: put.update({"hand/cam": HandRecord("cam", 9)}))

    assert kinds(room.finish()) == {"out of nowhere"}


def test_a_client_that_was_shown_something_else_at_a_position_is_found(room: IdealRoom) -> None:
    alter_everyone(room.histories["cam"], 4, lambda put: put.clear())

    assert "diverged" in kinds(room.finish())


def test_a_client_that_ends_with_something_else_is_found(room: IdealRoom) -> None:
    item = facts(room.histories["cam"], Reached)[0].changes.everyone.put["item/a"]
    alter_everyone(room.histories["cam"], -1, lambda put: put.update({"item/b": item}))

    assert kinds(room.finish()) == {"diverged", "not converged"}


def test_a_client_that_is_left_behind_is_found(room: IdealRoom) -> None:
    drop_frame(room.histories["cam"], -1)

    assert kinds(room.finish()) == {"not converged"}


def test_a_frame_that_was_lost_on_the_way_is_a_gap(room: IdealRoom) -> None:
    drop_frame(room.histories["cam"], -2)

    assert "gap" in kinds(room.finish())


def test_a_frame_sent_twice_is_a_gap(room: IdealRoom) -> None:
    ben = room.histories["ben"]
    ben.facts.append(facts(ben, Reached)[-1])

    assert "gap" in kinds(room.finish())


def test_a_first_frame_that_is_not_everything_is_a_gap(room: IdealRoom) -> None:
    drop_frame(room.histories["cam"], 0)

    assert "gap" in kinds(room.finish())


def test_a_snapshot_older_than_what_was_shown_already_goes_back(room: IdealRoom) -> None:
    ben = room.histories["ben"]
    ben.facts.append(facts(ben, Reached)[0])

    assert "went back" in kinds(room.finish())


def test_a_repeat_that_is_answered_with_another_position_is_found(room: IdealRoom) -> None:
    room.histories["ben"].acknowledged("ben-hand", room.position - 1)

    assert kinds(room.finish()) == {"two positions"}


def test_a_repeat_that_is_refused_after_it_was_done_is_found(room: IdealRoom) -> None:
    room.histories["cam"].declined("cam-note", "note_exists")

    assert kinds(room.finish()) == {"done and refused"}


def test_an_answer_to_what_was_never_asked_is_found(room: IdealRoom) -> None:
    room.histories["cam"].acknowledged("somebody-elses", room.position)

    assert kinds(room.finish()) == {"never asked"}


def test_a_stale_acknowledgement_that_changed_nothing_is_found(room: IdealRoom) -> None:
    ben = room.histories["ben"]
    ben.sent("stale", c.LowerHand())  # believed to be down still, by a node that lags behind
    ben.acknowledged("stale", room.position)

    assert kinds(room.finish()) >= {"contradiction"}


def test_a_node_that_lags_behind_what_its_client_did_elsewhere_is_found(room: IdealRoom) -> None:
    room.do("cam", c.RaiseHand())
    cam = room.histories["cam"]
    cam.sent("lagging", settle.Clear("board", 3))
    cam.acknowledged("lagging", room.position - 1)

    assert kinds(room.finish()) == {"answered from the past"}


def test_a_line_that_is_taken_for_somebody_else_is_found(room: IdealRoom) -> None:
    room.histories["ben"].welcomed(EPOCH, "cam")

    assert kinds(room.finish()) == {"somebody else"}


def test_a_run_in_which_nobody_was_left_shows_nothing(room: IdealRoom) -> None:
    assert kinds(room.everyone) == {"nobody left"}


def test_facts_that_the_scenarios_rely_on_are_kept_in_order() -> None:
    history = History("ben")
    history.sent("one", c.RaiseHand())
    history.declined("one", "step_closed")
    history.lost(1006, ())

    assert [type(fact) for fact in history.facts] == [Sent, Declined, Lost]
    assert [fact.at for fact in history.facts] == sorted(fact.at for fact in history.facts)
