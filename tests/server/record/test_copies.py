"""What leaves the room: each member's copy, the receipt, the key, and the page that checks."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus.record.sealing import SealRecord
from consensus.refusal import Code
from consensus.roomwide import wording
from server.bus import Alone
from server.demo.client import Door, RoomClient
from server.log import SqlLog
from server.proof.form import FILE_TYPE, Line, read_file
from server.proof.keys import SiteKey, fingerprint
from server.proof.seal import receipt
from server.proof.verify import Expected, verify
from server.record.copies import copy_for
from server.record.sealing import Sealer
from server.room import LiveRoom
from server.rooms import Rooms
from server.services import all_words
from server.words import FALLBACK, Words
from tests.forms import ROOM
from tests.server.test_rooms import ROW, prepared

WORDS = Words(FALLBACK)


@pytest.fixture
async def sealer(log: SqlLog) -> AsyncIterator[Sealer]:
    async with Sealer(log, all_words(), SiteKey(bytes(32))) as found:
        yield found


@pytest.fixture
async def case_room(log: SqlLog, sealer: Sealer) -> AsyncIterator[LiveRoom]:
    """A room about a real family, at its end."""
    async with Rooms(log, Alone(), lambda: 1_000) as rooms:
        rooms.on_change(sealer.watch)
        room = await rooms.open(ROW, replace(prepared(), case=True))
        for who in (
            c.Join("robin", "Robin", "School", "chair"),
            c.Join("kit", "Kit", "Health"),
            c.Join("pat", "Pat", "Family", "family"),
        ):
            await room.ask(who)
        await room.ask(c.Close(), "robin")
        yield room


async def test_each_gets_what_is_for_them_and_every_copy_verifies(
    case_room: LiveRoom, sealer: Sealer
) -> None:
    _, kept = await sealer.edition(case_room)
    readers = {"robin": {"all", "professionals", "restricted"}, "pat": {"all"}}
    given = Expected(receipt(kept))

    for member, allowed in readers.items():
        data = copy_for(member, case_room, kept, WORDS, sealer.key)
        assert verify(data, given).confirmed == ("receipt",)
        for entry, aside in zip(read_file(data).entries, kept.asides, strict=True):
            if entry is not None and isinstance(entry.says, Line):
                assert entry.says.readers in allowed or aside.whose == member

    file = read_file(copy_for("pat", case_room, kept, WORDS, sealer.key))
    assert {each.ground for each in file.copy.statement.withheld} == {"readers"}


async def test_what_is_for_fewer_since_is_for_those_alone_in_every_edition(
    case_room: LiveRoom, sealer: Sealer
) -> None:
    _, kept = await sealer.edition(case_room)
    line = "meeting.prepared"
    assert line in lines_of(copy_for("pat", case_room, kept, WORDS, sealer.key))

    await case_room.ask(wording.Relabel(line, "fact", "professionals"), "robin")

    assert line not in lines_of(copy_for("pat", case_room, kept, WORDS, sealer.key))
    assert line in lines_of(copy_for("kit", case_room, kept, WORDS, sealer.key))


def lines_of(file: bytes) -> set[str]:
    """Return the ids of the lines that a copy shows; it has to be genuine."""
    assert verify(file).status == 0
    found = (entry.says for entry in read_file(file).entries if entry is not None)
    return {says.id for says in found if isinstance(says, Line)}


async def closed(site: str, door: Door) -> tuple[str, str, str]:
    """Return the code of a room whose meeting is over, and the seats of its chair and a member."""
    code, chair = await door.open_room(**ROOM)
    seat = await door.join(code, "Kit", "School")
    async with RoomClient(site, code, chair) as steering:
        await steering.do(c.Close())
    return code, chair, seat


def browser(site: str, seat: str = "") -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=site, cookies={"seat": seat} if seat else {})


async def test_a_member_takes_a_copy_and_a_receipt_that_fits(site: str, door: Door) -> None:
    code, _, seat = await closed(site, door)

    async with browser(site, seat) as member:
        copy = await member.get(f"/r/{code}/copy")
        kept = await member.get(f"/r/{code}/receipt?edition=1")

    assert copy.status_code == kept.status_code == 200
    assert copy.headers["content-type"] == FILE_TYPE
    assert copy.headers["cache-control"] == "no-store"
    assert f'filename="record-{code}-1.cgrecord"' in copy.headers["content-disposition"]
    assert verify(copy.content, Expected(kept.content)).confirmed == ("receipt",)


async def test_whoever_only_asks_whether_there_is_a_copy_has_not_taken_one(
    site: str, door: Door
) -> None:
    code, chair, seat = await closed(site, door)

    async with browser(site, seat) as member:
        assert (await member.head(f"/r/{code}/copy")).status_code == 200
    async with RoomClient(site, code, chair) as room:
        assert room.records.one(SealRecord, "seal").agencies == ()


async def test_many_who_ask_at_once_get_the_same_edition(site: str, door: Door) -> None:
    code, _, seat = await closed(site, door)

    async with browser(site, seat) as member:
        answers = await asyncio.gather(*(member.get(f"/r/{code}/receipt") for _ in range(8)))

    assert len({answer.content for answer in answers}) == 1


async def test_nobody_else_gets_anything(site: str, door: Door) -> None:
    code, _, seat = await closed(site, door)

    async with browser(site) as stranger, browser(site, seat) as member:
        for page in ("copy", "receipt"):
            assert (await stranger.get(f"/r/{code}/{page}")).status_code == 404
        for edition in ("2", "99999", "-1", "x", "٣"):
            answer = await member.get(f"/r/{code}/copy?edition={edition}")
            assert answer.status_code == (404 if edition in {"2", "99999"} else 200), edition


async def test_there_is_no_copy_before_the_end(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)

    async with browser(site, seat) as chair:
        copy = await chair.get(f"/r/{code}/copy")
        again = await chair.post(f"/r/{code}/seal")

    assert copy.status_code == 404
    assert again.json()["code"] == Code.SEALED_AT_CLOSE


async def test_only_the_chair_seals_again_and_only_after_a_change(site: str, door: Door) -> None:
    code, chair, seat = await closed(site, door)

    async with browser(site, seat) as member, browser(site, chair) as leads:
        assert (await member.post(f"/r/{code}/seal")).json()["code"] == Code.CHAIR_ONLY
        assert (await leads.post(f"/r/{code}/seal")).json()["code"] == Code.NOTHING_TO_SEAL


async def test_the_site_shows_the_key_that_its_records_name(site: str, door: Door) -> None:
    code, _, seat = await closed(site, door)

    async with browser(site, seat) as member:
        page = await member.get("/key")
        file = read_file((await member.get(f"/r/{code}/copy")).content)

    key = file.seal.statement.key
    assert key in page.text
    assert fingerprint(bytes.fromhex(key)) in page.text


async def test_the_checking_page_is_one_file_that_lets_nothing_else_in(site: str) -> None:
    async with browser(site) as anybody:
        page = await anybody.get("/verify")

    assert page.headers["content-disposition"] == 'attachment; filename="check-a-record.html"'
    assert "default-src 'none'" in page.text
    assert "connect-src" not in page.text
    assert "unsafe" not in page.text.split("<style>")[0]
    assert 'src="' not in page.text.split("<script>")[0]
