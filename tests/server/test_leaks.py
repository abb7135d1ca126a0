"""Before a reveal, no byte of a private answer reaches anybody else."""

import re
from random import Random

import pytest

from consensus import commands as c
from consensus.agenda import states
from consensus.meeting import Meeting
from consensus.people import MemberId
from consensus.steps import judge
from server.demo.client import Door, RoomClient
from server.log import SqlLog
from tests.forms import ROOM
from tests.meetings import PRIVATE, play
from tests.server.fake_lines import FakeWorld


def may_see(member: MemberId | None, meeting: Meeting) -> set[str]:
    """Return the markers that a member, or the wall, may see: revealed ones and their own."""
    judged = [state for state in states(meeting.agenda).values() if isinstance(state, judge.State)]
    return {
        ballot.because
        for state in judged
        for author, ballot in state.ballots.items()
        if state.revealed or author == member
    }


@pytest.mark.parametrize("seed", range(100, 140))
async def test_no_frame_holds_a_marker_that_its_reader_may_not_see(log: SqlLog, seed: int) -> None:
    def watch(member: MemberId | None, frame: bytes, meeting: Meeting) -> None:
        markers = set(re.findall(rf"{PRIVATE}-\d+\.", frame.decode()))
        assert markers <= may_see(member, meeting)

    dice = Random(seed)
    world = FakeWorld(play(dice.choice), log, dice, watch)

    await world.run()
    await world.room.close()


def test_the_markers_are_really_there_to_be_found() -> None:
    """A leak test that could not fail would prove nothing."""
    stories = [play(Random(seed).choice) for seed in range(100, 110)]

    revealed = [may_see(None, story.meeting) for story in stories]

    assert sum(PRIVATE in marker for markers in revealed for marker in markers) > 10


async def test_on_real_lines_nobody_hears_an_answer_before_the_reveal(
    site: str, door: Door
) -> None:
    code, seat = await door.open_room(**ROOM)
    key = await door.wall_key(code, seat)
    secret = f"{PRIVATE}-1."
    async with (
        RoomClient(site, code, seat, hears=True) as chair,
        RoomClient(site, code, await door.join(code, "Kit", "School"), hears=True) as kit,
        RoomClient(site, code, await door.join(code, "Ana", "Police"), hears=True) as ana,
        RoomClient(site, code, wall=key, hears=True) as wall,
    ):
        await chair.do(c.OpenStep("choose"))
        await kit.do(judge.Cast("choose", ("s3",), secret))
        others = (chair, ana, wall)
        for other in others:
            await other.until(lambda r: r.one(judge.JudgeRecord, "judge/choose").answered == 1)
            assert not any(secret.encode() in message for message in other.heard)
        await kit.until(lambda _: any(secret.encode() in message for message in kit.heard))

        await chair.do(judge.Reveal("choose", even_so=True))
        for other in others:
            await other.until(lambda r: bool(r.of(judge.BallotRecord)))
            assert any(secret.encode() in message for message in other.heard)
