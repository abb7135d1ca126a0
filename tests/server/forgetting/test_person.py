"""One person is taken out of a room: log, keys and files; and everybody takes the room anew."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import msgspec
import pytest

from consensus import commands as c
from consensus.events import write
from consensus.forgetting.mentions import Mention
from consensus.record.written import record
from consensus.refusal import Code, Refusal
from consensus.roomwide import parking, remarks
from consensus.steps import judge
from consensus.views import MeRecord
from server.bus import Alone
from server.demo.client import Door, RoomClient
from server.exports.document import document
from server.forgetting import receipts
from server.forgetting.person import Wanted, worked_out
from server.forgetting.sweeping import Forgetting
from server.log import Conflict, NewEdition, RoomRow, SqlLog
from server.proof.seal import Place, seal, store
from server.proof.verify import verify
from server.recall import remember
from server.room import LiveRoom
from server.rooms import Rooms
from server.services import all_words
from tests.forms import ROOM
from tests.server.forgetting.test_sweeping import KEY, Time, everything
from tests.server.test_rooms import prepared
from tests.services.postgres import Postgres

ROW = RoomRow("room1", "ABC234", "epoch1", 1)
MARK, OTHERS = "marmalade", "porridge"
CASE = {**ROOM, "template": "strategy", "focus": "J.M."}


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    if request.param == "sqlite":
        return tmp_path / "log.db"
    postgres: Postgres = request.getfixturevalue("postgres")
    return postgres.database()


@pytest.fixture
async def log(where: Path | str) -> AsyncIterator[SqlLog]:
    async with SqlLog(where) as found:
        yield found


@pytest.fixture
async def rooms(log: SqlLog) -> AsyncIterator[Rooms]:
    found = Rooms(log, Alone(), Time())
    yield found
    await found.close()


@pytest.fixture
def forgetting(log: SqlLog, rooms: Rooms) -> Forgetting:
    return Forgetting(log, KEY, rooms, Time())


async def held(rooms: Rooms) -> None:
    """Hold a short meeting in which two people say something."""
    room = await rooms.open(ROW, prepared())
    await room.ask(c.Join("robin", "Robin", "Training", "chair"))
    await room.ask(c.Join("kit", f"Kit{MARK}", "School"))
    await room.ask(c.Join("ana", "Ana", "School"))
    await room.ask(parking.Add("p1", f"{MARK} is late"), "kit", "command-1")
    await room.ask(parking.Add("p2", f"{OTHERS}, says Kit{MARK}"), "ana", "command-2")
    await room.ask(remarks.Ask("r1", "", "a", f"{MARK} is late", None, OTHERS), "ana", "command-3")
    await room.ask(c.Close(), "robin")


async def test_nothing_that_they_said_is_left_and_all_else_is(
    log: SqlLog, rooms: Rooms, forgetting: Forgetting
) -> None:
    await held(rooms)
    row = await log.room(ROW.id)
    assert row is not None
    also = {x.position: ["text"] for x in await log.read(ROW.id) if b"says Kit" in write(x.event)}

    receipt = await forgetting.erase_person(row, Wanted("kit", "own_wish", also))

    assert receipt is not None
    assert receipts.is_genuine(receipt.receipt)
    assert receipts.read(receipt.receipt).erased.what == "person"
    stored = b"".join(write(x.event) for x in await log.read(ROW.id))
    assert MARK.encode() not in stored
    assert OTHERS.encode() in stored
    again = await rooms.by_code(ROW.code)
    assert again is not None
    assert again.row.epoch != ROW.epoch
    assert [m.name for m in again.meeting.members.values()] == ["Robin", "", "Ana"]
    assert "kit" in again.meeting.beside.erasures.gone


async def test_erasing_somebody_again_changes_nothing(
    log: SqlLog, rooms: Rooms, forgetting: Forgetting
) -> None:
    await held(rooms)
    row = await log.room(ROW.id)
    assert row is not None
    await forgetting.erase_person(row, Wanted("kit", "chair"))
    before = await log.read(ROW.id)

    assert await forgetting.erase_person(row, Wanted("kit", "chair")) is None
    assert await log.read(ROW.id) == before
    assert len(await log.receipts()) == 1


async def test_whoever_is_not_there_cannot_be_erased(
    log: SqlLog, rooms: Rooms, forgetting: Forgetting
) -> None:
    await held(rooms)
    row = await log.room(ROW.id)
    assert row is not None

    with pytest.raises(Refusal) as refused:
        await forgetting.erase_person(row, Wanted("nobody", "chair"))
    assert refused.value.code is Code.NO_SUCH_MEMBER
    for also in ({1: ["at"]}, {999: ["text"]}, {1: ["no_such_field"]}):
        with pytest.raises(ValueError, match=r"these are not words|no such event"):
            await forgetting.erase_person(row, Wanted("kit", "chair", also))


async def test_their_words_are_gone_from_the_file(tmp_path: Path) -> None:
    async with SqlLog(tmp_path / "log.db") as log, Rooms(log, Alone(), Time()) as rooms:
        await held(rooms)
        row = await log.room(ROW.id)
        assert row is not None
        also = {
            x.position: ["text"] for x in await log.read(ROW.id) if b"says Kit" in write(x.event)
        }
        assert MARK.encode() in everything(tmp_path)

        await Forgetting(log, KEY, rooms, Time()).erase_person(row, Wanted("kit", "host", also))
        await log.scrubbed()

        assert MARK.encode() not in everything(tmp_path)


async def test_another_node_takes_the_room_anew(
    where: Path | str, log: SqlLog, rooms: Rooms, forgetting: Forgetting
) -> None:
    await held(rooms)
    async with SqlLog(where) as beside, Rooms(beside, Alone(), Time()) as elsewhere:
        seen = await elsewhere.by_code(ROW.code)
        assert seen is not None
        await forgetting.erase_person(seen.row, Wanted("kit", "chair"))

        await elsewhere._compare([seen])
        await seen.close()  # keeps nothing of what it had
        anew = await elsewhere.by_code(ROW.code)

        assert anew is not None
        assert anew.meeting.members["kit"].name == ""
        found = await log.snapshot(ROW.id)
        assert found is None or MARK.encode() not in found.state


async def an_edition(log: SqlLog, room: LiveRoom, number: int = 1) -> None:
    """Keep an edition of a room as this node has it, and tell nobody yet."""
    words = all_words()["en"]
    written = document(record(room.meeting), words, {"kit": f"Kit{MARK}"})
    made = seal(written, Place(ROW.id, number, 1), KEY, room.meeting.sealing.changes)
    new = NewEdition(number, store(made), room.row.epoch, room.position)
    await log.keep_record(ROW.id, new)


async def test_an_edition_that_is_kept_while_they_are_erased_does_not_keep_their_words(
    log: SqlLog, rooms: Rooms
) -> None:
    await held(rooms)
    room = await rooms.by_code(ROW.code)
    assert room is not None
    erasing = await worked_out(
        log, ROW.id, room.meeting, room.position, Wanted("kit", "chair"), 1, KEY
    )
    assert erasing is not None
    await an_edition(log, room)

    await log.erase_person(ROW.id, erasing)

    assert await log.record(ROW.id, 1) is None


async def test_a_node_that_hears_of_it_from_the_log_alone_lets_go_of_what_it_had(
    where: Path | str, log: SqlLog, rooms: Rooms, forgetting: Forgetting
) -> None:
    await held(rooms)
    async with SqlLog(where) as beside, Rooms(beside, Alone(), Time()) as elsewhere:
        seen = await elsewhere.by_code(ROW.code)
        assert seen is not None
        await forgetting.erase_person(ROW, Wanted("kit", "chair"))

        with pytest.raises(Refusal):
            await seen.ask(parking.Add("p3", f"{MARK} again"), "ana")  # decided on what is gone
        with pytest.raises(Refusal):
            await seen.look()
        with pytest.raises(Conflict):
            await an_edition(beside, seen)
        await remember(beside, seen.row, seen.meeting, seen.position)

        assert seen.outdated
        assert await log.snapshot(ROW.id) is None
        assert await log.record(ROW.id, 1) is None


# --- over the wire ----------------------------------------------------------------------------


async def post(site: str, path: str, seat: str, **form: str) -> httpx.Response:
    async with httpx.AsyncClient(cookies={"seat": seat}) as client:
        return await client.post(f"{site}{path}", data=form or {"x": ""})


async def closed(site: str, door: Door, fields: dict[str, str]) -> tuple[str, str, str]:
    """Open a room, let Kit in, close it; return its code and the seats of the chair and of Kit."""
    code, chair = await door.open_room(**fields)
    async with RoomClient(site, code, chair) as steering:
        kit = await door.join(code, "Kit", "School")
        await steering.do(c.Close())
    return code, chair, kit


async def test_in_a_training_room_it_is_done_at_once(site: str, door: Door) -> None:
    code, _, kit = await closed(site, door, ROOM)

    answer = await post(site, f"/r/{code}/erase-me", kit)

    assert answer.status_code == 200
    assert receipts.is_genuine(answer.content)
    assert (await post(site, f"/r/{code}/erase-me", kit)).status_code == 403


async def test_nobody_but_the_chair_removes_others(site: str, door: Door) -> None:
    code, chair, kit = await closed(site, door, ROOM)
    async with RoomClient(site, code, kit) as client:
        member = client.records.one(MeRecord, "me").id

    for seat, form, code_of in (
        (kit, {"member": member}, "chair_only"),
        ("", {"member": member}, "no_such_room"),
        (chair, {"member": "nobody"}, "no_such_member"),
        (chair, {"member": member, "also": "x y"}, "not_understood"),
        (chair, {"member": member, "also": "1 at"}, "not_understood"),
        (chair, {"member": member, "also": "99999 text"}, "not_understood"),
    ):
        answer = await post(site, f"/r/{code}/erase-person", seat, **form)
        assert (answer.status_code, answer.json()["code"]) == (403, code_of)
    assert (await post(site, f"/r/{code}/erase-person", chair, member=member)).status_code == 200


async def test_the_chair_sees_what_may_name_them(site: str, door: Door) -> None:
    code, chair, kit = await closed(site, door, {**ROOM, "title": "Kit and the kettle"})
    async with RoomClient(site, code, kit) as client:
        member = client.records.one(MeRecord, "me").id

    async with httpx.AsyncClient(cookies={"seat": chair}) as client:
        answer = await client.get(f"{site}/r/{code}/mentioned.json?member={member}")
    found = msgspec.json.decode(answer.content, type=list[Mention])

    assert [(one.field, one.text) for one in found] == [("title", "Kit and the kettle")]


async def test_before_the_end_the_chair_is_shown_nothing_that_nobody_was_shown_yet(
    site: str, door: Door
) -> None:
    """The log holds answers that wait for their reveal, and those may name somebody."""
    code, chair = await door.open_room(**ROOM)
    kit, ana = await door.join(code, "Kit", "School"), await door.join(code, "Ana", "Police")
    async with RoomClient(site, code, chair) as steering, RoomClient(site, code, ana) as other:
        await steering.do(c.OpenStep("choose"))
        await other.do(judge.Cast("choose", ("s3",), f"{MARK}: Kit knows more"))
        async with RoomClient(site, code, kit) as client:
            member = client.records.one(MeRecord, "me").id

    async with httpx.AsyncClient(cookies={"seat": chair}) as client:
        answer = await client.get(f"{site}/r/{code}/mentioned.json?member={member}")

    assert MARK not in answer.text
    assert (answer.status_code, answer.json()["code"]) == (403, "not_over_yet")


async def test_words_that_name_somebody_else_do_not_go_with_them(
    log: SqlLog, rooms: Rooms, forgetting: Forgetting
) -> None:
    """A chair could otherwise take anybody's words out of the record in somebody's name."""
    await held(rooms)
    room = await rooms.by_code(ROW.code)
    assert room is not None
    before = await log.read(ROW.id)
    also = {x.position: ["text"] for x in before if b"says Kit" in write(x.event)}

    with pytest.raises(ValueError, match="that name them"):
        await forgetting.erase_person(room.row, Wanted("robin", "chair", also))

    assert await log.read(ROW.id) == before


async def test_sealed_copies_still_verify_and_hold_nothing_of_them(site: str, door: Door) -> None:
    code, chair = await door.open_room(**ROOM)
    kit = await door.join(code, f"Kit{MARK}", "School")
    async with RoomClient(site, code, kit) as client:
        await client.do(parking.Add("p1", f"{MARK} is late"))
        await client.do(parking.Add("p2", "The kettle"))
    async with RoomClient(site, code, chair) as steering:
        await steering.do(c.Close())
    before = await get(site, f"/r/{code}/copy", chair)
    assert MARK.encode() in before

    assert (await post(site, f"/r/{code}/erase-me", kit)).status_code == 200
    after = await get(site, f"/r/{code}/copy?edition=1", chair)

    assert MARK.encode() not in after
    assert b'"erased"' in after
    for copy in (before, after):
        assert verify(copy).status == 0


async def get(site: str, path: str, seat: str) -> bytes:
    async with httpx.AsyncClient(cookies={"seat": seat}) as client:
        return (await client.get(f"{site}{path}")).raise_for_status().content
