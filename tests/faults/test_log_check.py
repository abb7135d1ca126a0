"""The checker of logs finds every broken promise, and nothing where all were kept."""

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus.events import CommandAnswered, HandLowered, HandRaised
from consensus.refusal import Code
from consensus.steps import settle
from server.log import Entry
from tests.faults.history import Acknowledged, Reached
from tests.faults.ideal import IdealRoom, busy_room
from tests.faults.log_check import check_log
from tests.faults.test_checker import alter, alter_everyone, facts


@pytest.fixture
def room() -> IdealRoom:
    return busy_room()


def kinds(room: IdealRoom) -> set[str]:
    return {violation.kind for violation in check_log(room.entries, room.finish())}


def entry_of(room: IdealRoom, command_id: str) -> Entry:
    return next(entry for entry in room.entries if entry.command == command_id)


def renumber(room: IdealRoom) -> None:
    room.entries[:] = [replace(x, position=n) for n, x in enumerate(room.entries, start=1)]


# --- what is right ----------------------------------------------------------------------------


def test_a_log_that_holds_what_was_acknowledged_is_in_order(room: IdealRoom) -> None:
    assert check_log(room.entries, room.finish()) == []


def test_what_happened_after_the_last_client_had_gone_is_not_its_business(
    room: IdealRoom,
) -> None:
    histories = room.finish()
    room.entries.append(Entry(room.position + 1, None, None, HandRaised("cam")))

    assert check_log(room.entries, histories) == []


def test_what_was_never_answered_may_be_in_the_log(room: IdealRoom) -> None:
    cam = room.histories["cam"]
    cam.sent("unknown", c.RaiseHand())
    room.answer("cam", c.RaiseHand(), "unknown")
    cam.facts.remove(facts(cam, Acknowledged)[-1])

    assert kinds(room) == set()


def test_an_answer_that_was_written_down_changes_nothing(room: IdealRoom) -> None:
    room.histories["cam"].sent("unknown", c.LowerHand())
    marker = Entry(room.position + 1, "cam", "unknown", CommandAnswered(Code.MEETING_PAUSED))
    room.entries.append(marker)

    assert kinds(room) == set()


def test_an_answer_written_down_for_what_was_done_is_found(room: IdealRoom) -> None:
    room.do("cam", c.RaiseHand(), "done")
    marker = Entry(room.position + 1, "cam", "done", CommandAnswered(Code.MEETING_PAUSED))
    room.entries.append(marker)

    assert {"done twice", "other answer"} <= kinds(room)


def test_a_command_with_several_events_lies_in_one_stretch(room: IdealRoom) -> None:
    room.do("ana", c.OpenStep("board"))
    room.do("ana", settle.Propose("board", 0, "b"), "swap")

    assert kinds(room) == set()


# --- what is wrong ----------------------------------------------------------------------------


def test_an_acknowledged_action_that_is_not_in_the_log_is_lost(room: IdealRoom) -> None:
    room.entries.remove(entry_of(room, "cam-ballot"))
    renumber(room)

    assert "lost" in kinds(room)


def test_an_action_whose_effect_was_overwritten_later_is_lost_all_the_same(
    room: IdealRoom,
) -> None:
    lost = room.do("cam", c.RaiseHand())
    room.do("cam", c.LowerHand())
    entry = entry_of(room, lost)
    room.entries[entry.position - 1] = Entry(entry.position, None, None, HandRaised("ana"))

    assert "lost" in kinds(room)


def test_an_acknowledgement_past_the_end_of_the_log_is_lost(room: IdealRoom) -> None:
    alter(room.histories["ben"], -1, Acknowledged, position=room.position + 5)

    assert "lost" in kinds(room)


def test_the_last_action_cut_off_is_lost(room: IdealRoom) -> None:
    histories = room.finish()
    room.entries.pop()

    assert "lost" in {violation.kind for violation in check_log(room.entries, histories)}


def test_an_action_done_twice_is_found(room: IdealRoom) -> None:
    room.entries.append(Entry(room.position + 1, "ben", "other", HandLowered("ben")))
    room.entries.append(Entry(room.position + 1, "ben", "ben-hand", HandRaised("ben")))

    assert "done twice" in kinds(room)


def test_an_event_written_twice_in_a_row_is_found(room: IdealRoom) -> None:
    note = entry_of(room, "cam-note")
    room.entries.insert(note.position, note)
    renumber(room)

    assert "other position" in kinds(room)


def test_an_acknowledgement_with_another_position_than_the_log_is_found(
    room: IdealRoom,
) -> None:
    position = entry_of(room, "cam-note").position
    number = [fact.id for fact in facts(room.histories["cam"], Acknowledged)].index("cam-note")
    alter(room.histories["cam"], number, Acknowledged, position=position + 1)

    assert kinds(room) == {"other position"}


def test_a_refused_action_that_is_in_the_log_is_found(room: IdealRoom) -> None:
    note = entry_of(room, "ana-notes")
    late = settle.Stood("board", 0, "cam", "no", "cam was late")
    room.entries.insert(note.position - 1, Entry(note.position, "cam", "cam-late", late))
    renumber(room)

    assert "refused, but done" in kinds(room)


def test_an_action_that_nobody_sent_is_found(room: IdealRoom) -> None:
    room.entries.append(Entry(room.position + 1, "cam", "ghost", HandRaised("cam")))

    assert kinds(room) == {"never asked", "not the log"}


def test_a_hole_in_the_log_is_found(room: IdealRoom) -> None:
    last = room.entries[-1]
    room.entries[-1] = replace(last, position=last.position + 1)

    assert "hole in the log" in kinds(room)


def test_a_client_that_was_once_shown_something_else_is_found(room: IdealRoom) -> None:
    for history in room.everyone:  # all of them alike, so that they agree with one another
        number = next(n for n, f in enumerate(facts(history, Reached)) if f.changes.end == 8)
        alter_everyone(history, number, lambda put: put.clear())

    assert kinds(room) == {"not the log"}


def test_a_client_that_ends_without_its_own_ballot_is_found(room: IdealRoom) -> None:
    cam = room.histories["cam"]
    for number, fact in enumerate(facts(cam, Reached)):
        if "my_ballot/rank" in fact.changes.mine.put:
            mine = replace(fact.changes.mine, put={})
            alter(cam, number, Reached, changes=replace(fact.changes, mine=mine))

    assert kinds(room) == {"not the log"}
