"""Before a reveal, no byte of a private answer reaches anybody else."""

import io
import re
import zipfile
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

import httpx
import msgspec
import pytest

from consensus import commands as c
from consensus import events as e
from consensus.agenda import StepPlan, states
from consensus.agendas import planning
from consensus.answers import reveal
from consensus.answers.ballots import Ballot
from consensus.answers.notes import Lane
from consensus.items import ITSELF, Source
from consensus.meeting import evolve, start
from consensus.people import MemberId
from consensus.roomwide import risk
from consensus.state import Meeting
from consensus.steps import collect, judge
from consensus.views import MemberRecord, sees_chairs
from server import access
from server.demo.client import Door, RoomClient
from server.log import NewEntry, RoomRow, SqlLog
from server.settings import Settings
from server.wire import Ack
from tests.consensus.given import plan
from tests.forms import ROOM
from tests.meetings import ALARM, PRIVATE, play
from tests.server.fake_lines import FakeWorld
from tests.server.test_ways_out import TABLE


def may_see(member: MemberId | None, meeting: Meeting) -> set[str]:
    """Return the markers that a member, or the wall, may see: revealed ones and their own."""
    opened = states(meeting.agenda).values()
    judged = [state for state in opened if isinstance(state, judge.State)]
    collected = [state for state in opened if isinstance(state, collect.State)]
    notes = {
        note.text
        for state in collected
        for note in state.notes.values()
        if state.revealed or note.author == member
    }
    alarms = {
        words
        for raised in meeting.beside.risks.risks.values()
        for words in (raised.what, *told_of(raised))
        if raised.by == member or (member is not None and sees_chairs(meeting, member))
    }
    return (
        notes
        | alarms
        | {
            reason
            for state in judged
            for author, ballot in state.ballots.items()
            for reason in (ballot.because, *ballot.whys.values())
            if state.revealed or author == member
        }
    )


def told_of(raised: risk.Risk) -> tuple[str, ...]:
    """Return what was written down of an alert that is not for everybody."""
    match raised.answer:
        case risk.Plan(told=words) | risk.StoodDown(because=words):
            return (words,)
        case None:
            return ()


@pytest.mark.parametrize("seed", range(100, 140))
async def test_no_frame_holds_a_marker_that_its_reader_may_not_see(log: SqlLog, seed: int) -> None:
    def watch(member: MemberId | None, frame: bytes, meeting: Meeting) -> None:
        markers = set(re.findall(rf"(?:{PRIVATE}|{ALARM})-\d+\.", frame.decode()))
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


# --- over HTTP, in whatever way a room's words come out -----------------------------------------

ONE_BY_ONE = ("rankings/{}.soi", "rankings/{}.soc", "forms/{}", "message?writing={}")


# Meetings half-way, in which somebody has said what is not for everybody yet.
@pytest.mark.parametrize("seed", [201, 206, 209, 214, 220])
async def test_no_answer_of_any_route_holds_a_marker_that_its_reader_may_not_see(
    site: str, tmp_path: Path, seed: int
) -> None:
    dice = Random(seed)
    story = play(dice.choice)
    count = dice.randint(len(story.events) // 2, len(story.events))
    events = story.events[:count]
    meeting = meeting_after(events)
    async with SqlLog(Settings(data=tmp_path).database) as log:
        code, keys = await kept(log, meeting, events)
    # What a PDF says is packed into it; it is written from what the others are written from.
    gets = (way.path.strip("/") for way in TABLE if way.methods == "GET")
    ways = [path for path in gets if not path.endswith(".pdf")]
    ways += [way.format(step.plan.id) for step in meeting.agenda for way in ONE_BY_ONE]
    ways += [f"mentioned.json?member={member}" for member in meeting.members]
    ways += [f"record.md?readers={readers}" for readers in ("restricted", "professionals", "all")]

    async with httpx.AsyncClient(base_url=f"{site}/r/{code}/", timeout=60) as browser:
        for member, key in keys.items():
            seat = {"cookie": f"seat={key}"}
            allowed = may_see(member or None, meeting)
            moments = await browser.get("replay.json", headers=seat)
            found = moments.json()["moments"] if moments.status_code == 200 else []
            frames = [f"replay/{moment['position']}.json" for moment in found]
            for path in (*ways, *frames):
                answer = await browser.get(path, headers=seat)
                assert markers(answer) <= allowed, (path, member and meeting.members[member].role)
            search = {"words": PRIVATE[:5]}
            answer = await browser.post("search.json", data=search, headers=seat)
            assert markers(answer) <= allowed, member


def markers(answer: httpx.Response) -> set[str]:
    """Return the markers in an answer, in a Word file too."""
    content = answer.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            content = b"".join(map(parts.read, parts.namelist()))
    return set(re.findall(rf"(?:{PRIVATE}|{ALARM})-\d+\.", content.decode("utf-8", "replace")))


def meeting_after(events: Sequence[e.Event]) -> Meeting:
    """Return the meeting as it is after some of the events of a story."""
    first, *others = events
    assert isinstance(first, e.MeetingPrepared)
    meeting = start(first)
    for event in others:
        meeting = evolve(meeting, event)
    return meeting


async def kept(
    log: SqlLog, meeting: Meeting, events: Sequence[e.Event]
) -> tuple[str, dict[MemberId, str]]:
    """Keep a meeting in a log; return its code, and a key of everybody in it and of nobody."""
    row = RoomRow(access.new_id(), access.new_code(), access.new_id(), meeting.prepared)
    first, *others = (NewEntry(meeting.prepared, None, None, event) for event in events)
    await log.add_room(row, first)
    await log.append(row.id, 1, others)
    keys = {member: access.new_key() for member in ("", *meeting.members, *meeting.waiting)}
    for member in (*meeting.members, *meeting.waiting):
        await log.add_key(row.id, access.key_hash(keys[member]), member)
    return row.code, {member: keys[member] for member in ("", *meeting.members)}


@pytest.mark.parametrize("seed", [201, 206, 209, 214, 220])
def test_in_each_of_these_meetings_something_waits_to_be_shown(seed: int) -> None:
    dice = Random(seed)
    story = play(dice.choice)
    events = story.events[: dice.randint(len(story.events) // 2, len(story.events))]
    said = re.findall(rf"(?:{PRIVATE}|{ALARM})-\d+\.", msgspec.json.encode(events).decode())

    assert set(said) - may_see(None, meeting_after(events))


# --- on lines -----------------------------------------------------------------------------------


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
            await other.until(lambda r: bool(r.of(reveal.BallotRecord)))
            assert any(secret.encode() in message for message in other.heard)


async def test_on_real_lines_nobody_reads_a_private_note_before_the_reveal(
    site: str, door: Door
) -> None:
    lanes = (Lane("options", "Options"), Lane("unheard", "Not heard yet", shown="nobody"))
    settings = collect.Settings(lanes, private=True)
    private = StepPlan("private", "In private", "", 5, settings, Source(take="none"))
    code, seat = await door.open_room(**ROOM)
    key = await door.wall_key(code, seat)
    signed, unsigned = f"{PRIVATE}-1.", f"{PRIVATE}-2."
    async with AsyncExitStack() as lines:

        async def line(**door: str) -> RoomClient:
            return await lines.enter_async_context(RoomClient(site, code, hears=True, **door))

        chair = await line(seat=seat)
        kit, ana, _, _ = [
            await line(seat=await door.join(code, name, "School"))
            for name in ("Kit", "Ana", "Ben", "Cam")
        ]
        others = (chair, ana, await line(wall=key))
        await chair.do(planning.AddStep(private))
        await chair.do(c.OpenStep("private"))
        await kit.do(collect.AddNote("private", "n1", "options", signed))
        await kit.do(collect.AddNote("private", "n2", "unheard", unsigned))
        for other in others:
            await other.until(lambda r: r.one(collect.CollectRecord, "collect/private").notes == 2)
            assert not any(PRIVATE.encode() in message for message in other.heard)
        await kit.until(lambda _: any(signed.encode() in message for message in kit.heard))
        assert not any(unsigned.encode() in message for message in kit.heard)

        await chair.do(collect.RevealNotes("private", even_so=True))
        for other in others:
            await other.until(lambda r: len(r.of(collect.NoteRecord)) == 2)
            authors = {note.text: note.author for note in other.records.of(collect.NoteRecord)}
            assert authors[unsigned] == ""
            assert authors[signed] != ""


async def test_on_real_lines_an_unattributed_answer_never_comes_with_a_name(
    site: str, door: Door
) -> None:
    settings = judge.Settings(ask="scale", low="no", high="yes", shown="nobody")
    asked = plan("trust", settings, Source(take="none"))
    code, seat = await door.open_room(**ROOM)
    key = await door.wall_key(code, seat)
    names = ("Kit", "Ana", "Ben", "Cam")
    seats = [await door.join(code, name, "School") for name in names]
    async with AsyncExitStack() as lines:

        async def line(seat: str = "", wall: str = "") -> RoomClient:
            client = RoomClient(site, code, seat, wall=wall, hears=True)
            return await lines.enter_async_context(client)

        chair, wall = await line(seat), await line(wall=key)
        people = [await line(seat) for seat in seats]
        await chair.do(planning.AddStep(asked, before="read"))
        await chair.do(c.OpenStep("trust"))
        for number, person in enumerate(people):
            said = Ballot((), f"{PRIVATE}-{number}.", {ITSELF: number}, {}, unsure=False)
            answer = await person.do(judge.Slip("trust", f"tokenOfOneBrowserNumber{number}", said))
            assert isinstance(answer, Ack)

        everybody = (chair, wall, *people)
        for each in everybody:
            await each.until(lambda r: r.one(judge.JudgeRecord, "judge/trust").answered == 4)
            assert not any(PRIVATE.encode() in message for message in each.heard)
        await chair.do(judge.Reveal("trust", even_so=True))
        for each in everybody:
            await each.until(lambda r: len(r.of(reveal.UnnamedRecord)) == 4)
            assert not any(b"tokenOfOneBrowser" in message for message in each.heard)
            opened = msgspec.json.encode(each.records.of(reveal.UnnamedRecord)).decode()
            members = [record.id for record in each.records.of(MemberRecord)]
            assert opened.count(PRIVATE) == 4
            assert not any(member in opened for member in members)
