"""The record as a page and as data: each member reads their own, at any moment."""

from typing import Any

import httpx
import pytest

from consensus import commands as c
from consensus.people import MemberId
from consensus.roomwide import parking
from consensus.roomwide.corrections import AnswerCorrection, ProposeCorrection
from consensus.roomwide.wording import Relabel, Reword
from server.demo.client import Door, RoomClient
from server.wire import Ack
from tests.forms import ROOM

CASE = {**ROOM, "template": "strategy", "statements": "", "focus": "J.M."}
SECRET = "Nobody else may read this"


async def asked(site: str, code: str, seat: str, path: str = "record.json") -> httpx.Response:
    cookies = {"seat": seat} if seat else {}
    async with httpx.AsyncClient(cookies=cookies) as browser:
        return await browser.get(f"{site}/r/{code}/{path}")


async def read(site: str, code: str, seat: str) -> dict[str, Any]:
    found: dict[str, Any] = (await asked(site, code, seat)).json()
    return found


def lines(page: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {line["id"]: line for part in page["document"]["parts"] for line in part["lines"]}


async def done(client: RoomClient, *commands: c.PersonCommand) -> None:
    for command in commands:
        assert isinstance(await client.do(command), Ack)


@pytest.fixture
async def case(site: str, door: Door) -> tuple[str, str, str, str]:
    """A case room with a line for professionals: its code, and three people's seats."""
    code, chair_seat = await door.open_room(**CASE)
    async with RoomClient(site, code, chair_seat) as chair:
        ana = await door.join(code, "Ana", "School")
        fay = await door.join(code, "Fay", "", **{"as": "carer"})
        await chair.until(lambda records: sum(k[:8] == "waiting/" for k in records.by_key) == 2)
        await done(chair, c.AdmitAll(), parking.Add("p1", SECRET))
    return code, chair_seat, ana, fay


async def test_the_record_builds_while_the_meeting_goes_on(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)
    before = await read(site, code, seat)
    assert (before["closed"], before["open"], before["until"]) == (False, True, "")

    async with RoomClient(site, code, seat) as chair:
        await done(chair, parking.Add("p1", "Who pays for taxis?"))
    after = await read(site, code, seat)

    assert "parking.p1" not in lines(before)
    assert "Who pays for taxis?" in lines(after)["parking.p1"]["cells"][0]
    assert after["position"] > before["position"]


async def test_nothing_of_it_is_kept_on_the_way(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)

    for path in ("record", "record.json"):
        assert (await asked(site, code, seat, path)).headers["cache-control"] == "no-store"


async def test_nobody_else_learns_whether_there_is_such_a_room(site: str, door: Door) -> None:
    code, _ = await door.open_room(**ROOM)

    for path in ("record", "record.json"):
        stranger, nowhere = await asked(site, code, "", path), await asked(site, "ZZZZZZ", "", path)
        assert (stranger.status_code, nowhere.status_code) == (404, 404)
        assert stranger.content == nowhere.content


async def test_a_family_reads_its_own_copy(site: str, case: tuple[str, str, str, str]) -> None:
    code, chair, ana, fay = case

    texts = [(await asked(site, code, seat)).text for seat in (chair, ana, fay)]

    assert [SECRET in text for text in texts] == [True, True, False]


@pytest.mark.parametrize("page", ["sheet", "register"])
async def test_what_those_at_work_read_of_a_case_leads_the_family_to_their_own_copy(
    site: str, case: tuple[str, str, str, str], page: str
) -> None:
    code, chair, _, fay = case

    theirs, family = await asked(site, code, chair, page), await asked(site, code, fay, page)

    assert theirs.status_code == 200
    assert (family.status_code, family.text) == (303, "")
    assert family.headers["location"].endswith(f"/r/{code}/record")


async def test_in_a_training_room_everybody_reads_the_sheet(site: str, door: Door) -> None:
    code, _ = await door.open_room(**ROOM)
    seat = await door.join(code, "Eve", "Health", **{"as": "observer"})

    assert (await asked(site, code, seat, "sheet")).status_code == 200


async def test_each_is_told_what_they_may_do(site: str, case: tuple[str, str, str, str]) -> None:
    code, chair, ana, fay = case

    by_chair, by_ana, by_fay = [await read(site, code, seat) for seat in (chair, ana, fay)]

    assert by_chair["keeper"]
    assert "meeting.held" in by_chair["changeable"]
    assert not by_ana["keeper"]
    assert by_ana["changeable"] == by_fay["changeable"] == []


async def test_a_correction_is_read_by_those_who_read_its_line(
    site: str, case: tuple[str, str, str, str]
) -> None:
    code, chair_seat, ana_seat, fay_seat = case
    was = lines(await read(site, code, ana_seat))["parking.p1"]["cells"][0]
    async with RoomClient(site, code, ana_seat) as ana:
        await done(ana, ProposeCorrection("c1", "parking.p1", 0, "Put otherwise", "It is", was))

    for_chair, for_ana, for_fay = [
        (await read(site, code, seat))["waiting"] for seat in (chair_seat, ana_seat, fay_seat)
    ]

    assert for_fay == []
    assert [(each["mine"], each["answers"]) for each in for_ana] == [(True, False)]
    (told,) = for_chair
    # The chair parked it, so that these are the chair's own words.
    assert (told["by"], told["words"], told["now"]) == ("Ana", "Put otherwise", was)
    assert (told["mine"], told["answers"]) == (False, True)
    async with RoomClient(site, code, chair_seat) as chair:
        await done(chair, AnswerCorrection("c1", False, "It was so.", was))
    after = await read(site, code, ana_seat)
    assert after["waiting"] == []
    assert "It was so." in lines(after)["corrections.c1"]["cells"][-1]


async def test_whoever_is_asked_for_other_words_in_place_of_their_own_reads_what_they_are(
    site: str, case: tuple[str, str, str, str]
) -> None:
    code, chair_seat, ana_seat, fay_seat = case
    async with RoomClient(site, code, fay_seat) as fay:
        await done(fay, parking.Add("p2", "Who pays for the bus?"))
    was = lines(await read(site, code, fay_seat))["parking.p2"]["cells"][0]
    async with RoomClient(site, code, ana_seat) as ana:
        await done(ana, ProposeCorrection("c2", "parking.p2", 0, "Who pays?", "", was))

    (told,) = (await read(site, code, fay_seat))["waiting"]

    assert (told["id"], told["answers"], told["mine"]) == ("c2", True, False)
    async with RoomClient(site, code, fay_seat) as fay:
        await done(fay, AnswerCorrection("c2", True, "", was))
    assert lines(await read(site, code, chair_seat))["parking.p2"]["cells"] == ["Who pays?"]


async def test_a_reworded_line_keeps_what_it_said_beside_it(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)
    line = "statement.s1"
    cells = lines(await read(site, code, seat))[line]["cells"]
    async with RoomClient(site, code, seat) as chair:
        await done(
            chair,
            Reword(line, 1, "In our words", cells[1]),
            Relabel(line, "opinion", "professionals"),
            c.Close(),
        )

    page = await read(site, code, seat)

    found = lines(page)[line]
    assert (found["cells"][1], found["label"]) == ("In our words", "opinion")
    assert [(each["by"], each["was"]) for each in found["changed"]] == [
        ("Robin", cells),
        ("Robin", [cells[0], "In our words"]),
    ]
    assert page["closed"]
    assert page["open"]
    assert page["until"]


async def test_what_a_sentence_would_say_by_now_is_told_beside_what_its_writer_saw(
    site: str, door: Door
) -> None:
    code, seat = await door.open_room(**ROOM)
    was = lines(await read(site, code, seat))["meeting.held"]["cells"]
    async with RoomClient(site, code, seat) as chair:
        await done(chair, Reword("meeting.held", 0, "We meet in the hall.", was[0]))
        before = await read(site, code, seat)
        await done(chair, c.Close())

    after = await read(site, code, seat)

    (then,), (now,) = (lines(page)["meeting.held"]["changed"] for page in (before, after))
    assert (then["was"], then["since"]) == (was, [])
    assert now["was"] == was
    assert now["since"] not in ([], was)


async def test_one_seat_of_several_on_a_device_reads_as_itself(
    site: str, case: tuple[str, str, str, str]
) -> None:
    code, chair_seat, _, fay_seat = case
    async with RoomClient(site, code, fay_seat) as fay:
        turn: MemberId = fay.records.by_key["me"].id  # type: ignore[attr-defined]
    keys = f"{chair_seat}.{fay_seat}"

    first = await asked(site, code, keys)
    family = await asked(site, code, keys, f"record.json?seat={turn}")
    nobody = await asked(site, code, keys, "record.json?seat=nobody")

    assert SECRET in first.text
    assert SECRET not in family.text
    assert nobody.status_code == 404
