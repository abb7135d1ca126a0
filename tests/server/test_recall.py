"""A room comes back as it was: from its events, or from a snapshot and what came after."""

from random import Random

import pytest

from consensus import events as e
from consensus import snapshot
from consensus.meeting import evolve, start
from consensus.state import Meeting
from server.batch import Ask
from server.log import Entry, NewEntry, RoomRow, Snapshot, SqlLog
from server.recall import recall, remember
from tests.meetings import Story, play

ROW = RoomRow("room1", "ABC234", "epoch1", 1)


async def kept(log: SqlLog, story: Story) -> list[Entry]:
    """Return the entries of a story in a log."""
    await log.add_room(ROW, NewEntry(1, None, None, story.prepared))
    for number, act in enumerate(story.acts):
        new = [NewEntry(act.at, act.by, f"c{number}", event) for event in act.events]
        if new:
            await log.append(ROW.id, (await log.heads([ROW.id]))[ROW.id], new)
    return await log.read(ROW.id)


@pytest.mark.parametrize("seed", range(5))
async def test_a_snapshot_and_what_came_after_make_the_same_meeting_as_all_events(
    log: SqlLog, seed: int
) -> None:
    dice = Random(seed)
    story = play(dice.choice)
    entries = await kept(log, story)
    whole = await recall(log, ROW.id)
    half = dice.randrange(1, len(entries))
    await remember(log, ROW, await _at(log, half), half)

    found = await recall(log, ROW.id)

    assert (found.meeting, found.position) == (whole.meeting, whole.position)
    assert whole.meeting == story.meeting
    over = any(isinstance(entry.event, e.MeetingClosed) for entry in entries[half:])
    assert (whole.kept, found.kept) == (0, 0 if over else half)  # what is gone must not come back


async def _at(log: SqlLog, position: int) -> Meeting:
    entries = await log.read(ROW.id)
    first = entries[0].event
    assert isinstance(first, e.MeetingPrepared)
    meeting = start(first)
    for entry in entries[1:position]:
        meeting = evolve(meeting, entry.event)
    return meeting


async def test_answers_since_the_snapshot_are_remembered(log: SqlLog) -> None:
    entries = await kept(log, play(Random(3).choice))
    last = next(entry for entry in reversed(entries) if entry.by)

    answers = (await recall(log, ROW.id)).answers

    ask = Ask(None, last.by, last.command, None)  # type: ignore[arg-type]  # only its key matters
    assert answers.find(ask) is not None


@pytest.mark.parametrize(
    "wrong", [Snapshot(2, "other code", b"{}"), Snapshot(2, snapshot.shape(), b"{")]
)
async def test_a_snapshot_of_other_code_or_that_cannot_be_read_is_not_believed(
    log: SqlLog, wrong: Snapshot
) -> None:
    story = play(Random(4).choice)
    await kept(log, story)
    await log.keep_snapshot(ROW.id, ROW.epoch, wrong)

    found = await recall(log, ROW.id)

    assert (found.meeting, found.kept) == (story.meeting, 0)


async def test_a_log_without_a_beginning_is_no_room(log: SqlLog) -> None:
    with pytest.raises(ValueError, match="beginning"):
        await recall(log, "no such room")
