"""What a device asks each of its rooms for: how it stands, and where words are found in it."""

from typing import Any

import httpx
import pytest

from consensus import commands as c
from consensus.answers.sides import Word
from consensus.roomwide.disagreements import Assign, Open
from server.demo.client import Door, RoomClient
from server.record.archives import MOST_FOUND, folded
from server.wire import Ack
from tests.forms import ROOM

CASE = {**ROOM, "template": "strategy", "statements": "", "title": "About K."}


@pytest.fixture
async def room(site: str, door: Door) -> tuple[str, str]:
    """A room with a disagreement: its code, and the chair's seat."""
    code, seat = await door.open_room(**ROOM)
    async with RoomClient(site, code, seat) as chair:
        for command in (
            Open("d1", "When to visit", "We visit at night."),
            Word("d1", "one", "Nights frighten them."),
        ):
            assert isinstance(await chair.do(command), Ack)
    return code, seat


async def asked(
    site: str, code: str, seat: str = "", page: str = "archive.json", **typed: str
) -> httpx.Response:
    cookies = {"seat": seat} if seat else {}
    async with httpx.AsyncClient(cookies=cookies) as browser:
        address = f"{site}/r/{code}/{page}"
        if typed:
            return await browser.post(address, data=typed)
        return await browser.get(address)


async def found(site: str, code: str, seat: str, words: str) -> dict[str, Any]:
    answer = await asked(site, code, seat, "search.json", words=words)
    assert answer.status_code == 200
    result: dict[str, Any] = answer.json()
    return result


async def test_a_member_learns_how_the_room_stands(site: str, room: tuple[str, str]) -> None:
    code, seat = room

    answer = await asked(site, code, seat)

    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-store"
    told = answer.json()
    assert (told["code"], told["meeting"]["title"]) == (code, ROOM["title"])
    assert told["kind"] == "Choose, rank, agree: the full exercise"
    assert (told["meeting"]["role"], told["meeting"]["closed"]) == ("chair", None)


async def test_the_log_of_disagreements_has_nobodys_words(site: str, room: tuple[str, str]) -> None:
    code, seat = room

    answer = await asked(site, code, seat)

    (line,) = answer.json()["meeting"]["disagreements"]
    assert (line["title"], line["stage"], line["outcome"]) == ("When to visit", 1, "open")
    assert (line["age_days"], line["overdue"], line["owner"]) == (0, False, "")
    assert "night" not in answer.text.lower()


@pytest.mark.parametrize("page", ["archive.json", "replay.json", "replay/1.json"])
async def test_nobody_else_learns_whether_there_is_such_a_room(
    site: str, room: tuple[str, str], page: str
) -> None:
    code, _ = room

    stranger, nowhere = await asked(site, code, page=page), await asked(site, "ZZZZZZ", page=page)

    assert (stranger.status_code, nowhere.status_code) == (404, 404)
    assert stranger.content == nowhere.content == b""


async def test_nobody_else_finds_words_in_it(site: str, room: tuple[str, str]) -> None:
    code, _ = room

    stranger = await asked(site, code, "", "search.json", words="visit")
    nowhere = await asked(site, "ZZZZZZ", "", "search.json", words="visit")

    assert (stranger.status_code, nowhere.status_code) == (404, 404)
    assert stranger.content == nowhere.content == b""


async def test_the_owner_is_named_and_all_of_it_stays_after_the_close(
    site: str, room: tuple[str, str]
) -> None:
    code, seat = room
    async with RoomClient(site, code, seat) as chair:
        me = next(key for key in chair.records.by_key if key.startswith("member/"))
        before = (await asked(site, code, seat)).json()["meeting"]
        due, owner = before["disagreements"][0]["due"], me.removeprefix("member/")
        for command in (Assign("d1", owner, due), c.Close()):
            assert isinstance(await chair.do(command), Ack)

    after = (await asked(site, code, seat)).json()["meeting"]

    assert after["disagreements"][0]["owner"] == ROOM["name"]
    assert after["forget_at"] > after["review_at"] > after["closed"]


async def test_words_are_found_whatever_their_capitals_and_accents(
    site: str, room: tuple[str, str]
) -> None:
    code, seat = room

    hit = await found(site, code, seat, "RÓBIN train")

    assert hit["code"] == code
    assert any("Robin" in passage["words"] for passage in hit["passages"])
    assert all(passage["line"] and passage["heading"] for passage in hit["passages"])


async def test_every_word_has_to_be_in_a_line(site: str, room: tuple[str, str]) -> None:
    code, seat = room

    assert (await found(site, code, seat, "robin zebra"))["passages"] == []
    assert (await found(site, code, seat, "   "))["passages"] == []


async def test_a_common_letter_does_not_bring_the_whole_record(
    site: str, room: tuple[str, str]
) -> None:
    code, seat = room

    hit = await found(site, code, seat, "e")

    assert 0 < len(hit["passages"]) <= MOST_FOUND


async def test_a_family_finds_what_the_family_may_read(site: str, door: Door) -> None:
    code, seat = await door.open_room(**CASE)
    async with RoomClient(site, code, seat) as chair:
        family = await door.join(code, "Kim", "", **{"as": "carer"})
        await chair.until(lambda records: any(k.startswith("waiting/") for k in records.by_key))
        assert isinstance(await chair.do(c.AdmitAll()), Ack)
        assert isinstance(await chair.do(Open("d1", "When to visit", "At night.")), Ack)

    for words in ("visit", "night"):
        assert (await found(site, code, seat, words))["passages"], words
        assert (await found(site, code, family, words))["passages"] == [], words
    told = (await asked(site, code, family)).json()["meeting"]
    assert told["disagreements"] == []


def test_folding_leaves_what_people_type() -> None:
    assert folded("Škoda ÉCOLE ﬁne") == "skoda ecole fine"


async def test_after_many_wrong_codes_nobody_is_told_that_a_room_is_not_there(site: str) -> None:
    """A device would not ask for it again."""
    answers = [(await asked(site, "ZZZZZZ")).status_code for _ in range(42)]

    assert (answers[0], answers[-1]) == (404, 503)
