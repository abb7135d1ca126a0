"""Unattributed answers: who has answered is in the log, what was answered is nowhere near it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable
from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest

from consensus import commands as c
from consensus import events as e
from consensus.agenda import StepPlan
from consensus.answers.ballots import Ballot
from consensus.answers.notes import Lane
from consensus.hall import table as tables
from consensus.items import ITSELF, Source
from consensus.refusal import Code, Refusal
from consensus.steps import collect, judge
from server.bus import Alone
from server.log import NewEntry, RoomRow, SqlLog
from server.recall import recall
from server.room import LiveRoom
from tests.server.fake_lines import live_room

ROW = RoomRow("room1", "ABC234", "epoch1", 1)
PEOPLE = ("ana", "ben", "cam", "dot")
TRUST = judge.Settings(ask="scale", shown="nobody", low="not at all", high="fully")
LANE = Lane("other", "Not heard yet", shown="nobody")
AGENDA = (
    StepPlan("trust", "Trust", "", 5, TRUST, Source(take="none")),
    StepPlan("other", "Other", "", 5, collect.Settings((LANE,))),
)


def slip(member: str, mark: int, because: str = "", token: str = "") -> judge.Slip:
    """Return an answer under a token that only this member's browser knows."""
    ballot = Ballot((), because, {ITSELF: mark}, {}, unsure=False)
    return judge.Slip("trust", token or f"{member}sOwnTokenThatIsLongEnough", ballot)


async def at_the_question(log: SqlLog) -> LiveRoom:
    """Return a room at a question whose answers belong to nobody."""
    prepared = e.MeetingPrepared("A room", "", "t", (), AGENDA, 1)
    await log.add_room(ROW, NewEntry(1, None, None, prepared))
    found = await live_room(ROW, log, lambda: 1_000)
    await found.ask(c.Join("kit", "Kit", "Training", "chair", voice=False))
    for name in PEOPLE:
        await found.ask(c.Join(name, name.capitalize(), "School"))
    await found.ask(c.OpenStep("trust"), "kit", "open")
    return found


@pytest.fixture
async def room(log: SqlLog) -> AsyncIterator[LiveRoom]:
    """The room, until it is closed."""
    found = await at_the_question(log)
    yield found
    await found.close()


def state_of(room: LiveRoom) -> judge.State:
    state = room.meeting.agenda[0].state
    assert isinstance(state, judge.State)
    return state


async def refused(asked: Awaitable[int]) -> Code:
    with pytest.raises(Refusal) as refusal:
        await asked
    return refusal.value.code


async def everybody(room: LiveRoom, marks: dict[str, int]) -> None:
    for name, mark in marks.items():
        await room.ask(slip(name, mark), name, f"{name}-1")


MARKS = {"ana": 3, "ben": 9, "cam": 3, "dot": 0}


async def test_the_log_says_who_has_answered_and_the_reveal_says_what(
    room: LiveRoom, log: SqlLog
) -> None:
    await everybody(room, MARKS)
    assert list(state_of(room).answered) == list(PEOPLE)
    assert len(await log.slips("room1", "trust")) == 4

    await room.ask(judge.Reveal("trust"), "kit", "reveal")

    assert sorted(b.marks[ITSELF] or 0 for b in state_of(room).slips) == [0, 3, 3, 9]
    assert await log.slips("room1", "trust") == {}


@pytest.fixture
async def table(log: SqlLog) -> AsyncIterator[LiveRoom]:
    """A table without a chair, at a question whose answers belong to nobody."""
    of = tables.Of("HALL23", "A hall", 1)
    prepared = e.MeetingPrepared("A room", "", "t", (), AGENDA, 1, table=of)
    await log.add_room(ROW, NewEntry(1, None, None, prepared))
    found = await live_room(ROW, log, lambda: 1_000)
    for name in PEOPLE:
        await found.ask(c.Join(name, name.capitalize(), "School"))
    await found.ask(tables.Follow("trust", 1))
    yield found
    await found.close()


async def test_a_table_that_runs_itself_opens_them_when_half_are_ready(
    table: LiveRoom, log: SqlLog
) -> None:
    await everybody(table, MARKS)

    await table.ask(tables.Ready(), "ana", "ready")
    assert len(await log.slips("room1", "trust")) == 4
    await table.ask(tables.Ready(), "ben", "ready")

    assert sorted(b.marks[ITSELF] or 0 for b in state_of(table).slips) == [0, 3, 3, 9]
    assert await log.slips("room1", "trust") == {}


async def test_a_table_that_is_led_on_opens_them_too(table: LiveRoom, log: SqlLog) -> None:
    await everybody(table, MARKS)

    await table.ask(tables.Follow("other", 2))

    assert len(state_of(table).slips) == 4
    assert await log.slips("room1", "trust") == {}


async def test_answers_that_were_given_just_before_are_opened_with_the_others(
    table: LiveRoom,
) -> None:
    answers = [table.ask(slip(name, mark), name, f"{name}-1") for name, mark in MARKS.items()]
    ready = [table.ask(tables.Ready(), name, "ready") for name in ("ana", "ben")]

    await asyncio.gather(*answers, *ready)

    assert len(state_of(table).slips) == 4


async def test_so_few_that_it_would_tell_stay_shut_and_the_table_goes_on(table: LiveRoom) -> None:
    await everybody(table, {"ana": 3, "ben": 9})
    for name in ("ana", "ben"):
        await table.ask(tables.Ready(), name, "ready")

    assert table.meeting.current == "other"
    assert not state_of(table).revealed


async def test_no_row_of_the_database_holds_a_member_and_what_they_said(
    room: LiveRoom, log: SqlLog, tmp_path: Path
) -> None:
    await room.ask(slip("ana", 7, "only-ana-says-so"), "ana", "first")
    await everybody(room, MARKS | {"ana": 8})

    tokens = [slip(name, 0).token for name in PEOPLE]
    with closing(sqlite3.connect(tmp_path / "log.db")) as file:
        tables = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        rows = [repr(row) for (name,) in tables for row in file.execute(f"SELECT * FROM {name}")]
    assert sum(any(token in row for token in tokens) for row in rows) == 4
    for row in rows:
        assert not (any(token in row for token in tokens) and any(repr(x) in row for x in PEOPLE))
        assert "only-ana-says-so" not in row  # she changed her mind


async def test_what_the_reveal_says_does_not_depend_on_who_came_first(tmp_path: Path) -> None:
    revealed = set()
    for number, order in enumerate([*permutations(PEOPLE)][::5]):
        async with SqlLog(tmp_path / f"{number}.db") as log:
            room = await at_the_question(log)
            await everybody(room, {name: MARKS[name] for name in order})
            await room.ask(judge.Reveal("trust"), "kit", "reveal")
            revealed.add(repr(state_of(room).slips))
            await room.close()

    assert len(revealed) == 1


async def test_a_change_of_mind_leaves_nothing_in_the_log(room: LiveRoom, log: SqlLog) -> None:
    await room.ask(slip("ana", 3), "ana", "first")
    before = await log.read("room1")

    await room.ask(slip("ana", 4), "ana", "second", again=True)
    await room.ask(slip("ana", 5), "ana", "third")

    assert await log.read("room1") == before
    (answer,) = (await log.slips("room1", "trust")).values()
    assert b'"-":5' in answer


async def test_a_repeat_is_harmless(room: LiveRoom, log: SqlLog) -> None:
    for _ in range(3):
        await room.ask(slip("ana", 3), "ana", "first", again=True)

    assert len(await log.slips("room1", "trust")) == 1
    assert list(state_of(room).answered) == ["ana"]


async def test_only_the_browser_that_answered_can_change_the_answer(
    room: LiveRoom, log: SqlLog
) -> None:
    await everybody(room, MARKS)
    before = await log.slips("room1", "trust")

    other = slip("ana", 10, token="aTokenThatNobodyHasEverUsed")

    assert await refused(room.ask(other, "ana", "other")) is Code.ANSWERED_ELSEWHERE
    assert await log.slips("room1", "trust") == before


async def test_nobody_answers_under_the_token_of_somebody_else(room: LiveRoom, log: SqlLog) -> None:
    await room.ask(slip("ana", 3), "ana", "first")

    asked = room.ask(slip("ana", 10), "ben", "first")

    assert await refused(asked) is Code.ANSWERED_ELSEWHERE
    assert list(state_of(room).answered) == ["ana"]


async def test_everything_that_waited_together_is_decided_in_its_order(
    room: LiveRoom, log: SqlLog
) -> None:
    asked = [room.ask(slip(name, mark), name, f"{name}-1") for name, mark in MARKS.items()]
    asked.append(room.ask(slip("dot", 6), "dot", "dot-2"))
    asked.append(room.ask(judge.Reveal("trust"), "kit", "reveal"))
    asked.append(room.ask(slip("ben", 1), "ben", "too late"))

    *done, late = await asyncio.gather(*asked, return_exceptions=True)

    assert all(isinstance(position, int) for position in done)
    assert isinstance(late, Refusal)
    assert late.code is Code.ALREADY_REVEALED
    assert sorted(b.marks[ITSELF] or 0 for b in state_of(room).slips) == [3, 3, 6, 9]


async def test_answers_outlive_the_process(room: LiveRoom, log: SqlLog) -> None:
    await everybody(room, MARKS)
    await room.close()

    back = await live_room(ROW, log, lambda: 1_000)
    await back.ask(slip("ana", 10), "ana", "changed", again=True)
    await back.ask(judge.Reveal("trust"), "kit", "reveal")

    assert sorted(b.marks[ITSELF] or 0 for b in state_of(back).slips) == [0, 3, 9, 10]
    await back.close()


class Deaf(Alone):
    """A bus on which nothing is heard: there are other nodes, and only the log tells of them."""

    alone = False


async def test_two_nodes_lose_no_change_of_mind(log: SqlLog) -> None:
    await (await at_the_question(log)).close()
    room, other = [
        LiveRoom(ROW, await recall(log, ROW.id), log, Deaf(), lambda: 1_000, name)
        for name in ("one", "other")
    ]
    await everybody(room, MARKS)

    await asyncio.gather(
        *(room.ask(slip("ana", n), "ana", f"ana-x{n}") for n in range(8)),
        *(other.ask(slip("ben", n), "ben", f"ben-x{n}") for n in range(8)),
    )
    late = [room.ask(slip("cam", 10), "cam", "cam-x"), other.ask(judge.Reveal("trust"), "kit", "r")]
    changed, _ = await asyncio.gather(*late, return_exceptions=True)

    await room.look()
    cams = 3 if isinstance(changed, Refusal) else 10
    assert sorted(b.marks[ITSELF] or 0 for b in state_of(room).slips) == sorted([7, 7, cams, 0])
    await room.close()
    await other.close()


async def test_a_note_that_nobody_signed_has_no_name_in_the_log_and_no_command(
    room: LiveRoom, log: SqlLog
) -> None:
    await room.ask(c.OpenStep("other"), "kit", "other")
    note = collect.AddNote("other", "note1", "other", "Nobody asked the neighbours")

    for _ in range(2):
        await room.ask(note, "ana", "command1", again=True)

    *_, last = await log.read("room1")
    assert isinstance(last.event, collect.NoteAdded)
    assert (last.by, last.command, last.event.author) == (None, None, "")
