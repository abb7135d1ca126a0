"""Whoever keeps the record goes through it line by line and makes a copy; nobody else can."""

import re
from collections.abc import AsyncIterator

import httpx
import pytest

from consensus import commands as c
from consensus.roomwide import parking
from server.demo.client import Door, RoomClient
from server.proof.verify import verify
from server.words import FALLBACK, Words
from tests.forms import ROOM

say = Words(FALLBACK).say


class House:
    """A closed room with two people, and browsers with their seats."""

    def __init__(self, site: str, code: str, chair: str, kit: str) -> None:
        self.site, self.code = site, code
        self.chair = httpx.AsyncClient(base_url=site, cookies={"seat": chair}, timeout=30)
        self.kit = httpx.AsyncClient(base_url=site, cookies={"seat": kit}, timeout=30)
        self.page = f"/r/{code}/disclose"


@pytest.fixture
async def house(site: str, door: Door) -> AsyncIterator[House]:
    code, chair = await door.open_room(**ROOM)
    kit = await door.join(code, "Zoë Łuczak", "School")
    async with RoomClient(site, code, chair) as robin, RoomClient(site, code, kit) as zoe:
        await zoe.do(parking.Add("p1", "ZOE rang luczak’s aunt on 01603 000000"))
        await robin.do(parking.Add("p2", "We need a bigger room"))
        await robin.do(c.Close())
    found = House(site, code, chair, kit)
    async with found.chair, found.kit:
        yield found


def fields(page: str) -> dict[str, str]:
    """Return what a form on a page would send, without any button."""
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
    inputs = re.findall(r'<input class="input"[^>]* name="(\w+)"[^>]* value="([^"]*)"', page)
    selects = re.findall(r'<select class="input[^>]* name="(\w+)"[^>]*>(.*?)</select>', page, re.S)
    chosen = {
        name: (re.findall(r'value="(\w*)" selected', options) or [""])[0]
        for name, options in selects
    }
    return {**dict(hidden), **dict(inputs), **chosen}


def field_of(page: str, words: str) -> str:
    """Return the number of the line that has some words."""
    found = re.search(rf'id="w(\d+)">\s*<p[^\n]*{re.escape(words)}', page)
    assert found, words
    return found[1]


async def test_a_copy_is_made_line_by_line_and_can_be_taken_and_checked(house: House) -> None:
    first = await house.chair.get(house.page)
    assert "Zoë Łuczak, School" in first.text
    page = await house.chair.get(house.page, params={"who": "carer"})
    rang, room = field_of(page.text, "luczak"), field_of(page.text, "bigger room")
    sent = fields(page.text)
    assert sent[f"g{rang}"] == "another_person"
    assert sent[f"g{room}"] == ""
    assert say("disclosure-clue", kind="reach", name="", role="", words="") in page.text

    sent |= {f"g{room}": "in_confidence", f"s{rang}": "A worker rang <somebody>."}
    look = await house.chair.post(house.page, data={**sent, "do": "look"})
    assert "A worker rang &lt;somebody&gt;." in look.text
    assert "luczak" not in look.text
    assert "bigger room" not in look.text
    made = await house.chair.post(
        house.page, data={**fields(look.text), "reference": "SAR 7", "do": "make"}
    )
    assert made.status_code == 303
    files = await house.chair.get(made.headers["location"])
    assert "SAR 7" in files.text
    links = re.findall(r'href="([^"]+/copy\.(\w+))" download', files.text)
    assert [kind for _, kind in links] == ["pdf", "docx", "html", "md", "cgrecord"]
    taken = {kind: await house.chair.get(link) for link, kind in links}
    assert all(file.status_code == 200 for file in taken.values())
    for kind in ("html", "md", "cgrecord"):
        assert b"luczak" not in taken[kind].content
        assert b"bigger room" not in taken[kind].content
        assert b"A worker rang" in taken[kind].content
    assert verify(taken["cgrecord"].content).status == 0
    assert "SAR 7" in (await house.chair.get(house.page)).text


async def test_whole_sections_are_decided_at_once_and_nothing_else_changes(house: House) -> None:
    page = await house.chair.get(house.page, params={"who": "carer"})
    rang, room = field_of(page.text, "luczak"), field_of(page.text, "bigger room")
    sent = fields(page.text)
    section = re.findall(r'name="b(\d+)"', page.text[: page.text.index(f'id="w{rang}"')])[-1]
    ground = {f"b{section}": "legal_advice", f"s{rang}": "kept"}

    def changed(after: dict[str, str]) -> set[str]:
        return {name for name in after if name[0] == "g" and after[name] != sent[name]}

    async def press(act: str) -> dict[str, str]:
        again = await house.chair.post(house.page, data={**sent, **ground, "do": act})
        return fields(again.text)

    withheld = await press(f"withhold.{section}")
    assert changed(withheld) == {f"g{rang}", f"g{room}"}
    assert withheld[f"g{room}"] == "legal_advice"
    assert withheld[f"s{rang}"] == "kept"
    assert changed(await press(f"give.{section}")) == {f"g{rang}"}
    assert changed(await press(f"proposed.{section}")) == set()
    assert changed(await press("count")) == set()


async def test_a_reference_that_names_somebody_is_refused_and_nothing_is_lost(house: House) -> None:
    page = await house.chair.get(house.page, params={"who": "other"})
    look = await house.chair.post(house.page, data={**fields(page.text), "do": "look"})
    sent = {**fields(look.text), "do": "make"}

    for reference, code in (("For Zoe", "reference_names"), ("", "reference_empty")):
        refused = await house.chair.post(house.page, data={**sent, "reference": reference})
        assert refused.status_code == 400
        assert say(f"refusal-{code}") in refused.text
        kept = fields(refused.text)
        assert all(kept[name] == sent[name] for name in sent if name[0] == "g")
    twice = [
        await house.chair.post(house.page, data={**sent, "reference": "SAR 9"}) for _ in range(2)
    ]
    assert {answer.status_code for answer in twice} == {303}
    assert (await house.chair.get(house.page)).text.count("SAR 9") == 1


async def test_only_those_who_keep_the_record_get_there(house: House) -> None:
    async with httpx.AsyncClient(base_url=house.site) as stranger:
        assert (await stranger.get(house.page)).status_code == 404
        assert (await stranger.post(house.page, data={"do": "make"})).status_code == 404
    assert (await house.kit.get(house.page)).status_code == 403
    assert (await house.kit.post(house.page, data={"who": "other"})).status_code == 403
    for path in ("disclosed/nothing", "disclosed/nothing/copy.pdf"):
        assert (await house.chair.get(f"/r/{house.code}/{path}")).status_code == 404
        assert (await house.kit.get(f"/r/{house.code}/{path}")).status_code == 403


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"who": "member", "member": "nobody"},
        {"who": "king"},
        {"who": "other", "edition": "99"},
        {"who": "other", "do": "burn.0"},
        {"who": "other", "do": "withhold.999999"},
        {"who": "other", "do": "make", "copy": "../..", "reference": "SAR 1"},
        {"who": "other", "g1": "because", "b2": "x", "do": "count"},
    ],
)
async def test_what_no_form_sends_breaks_nothing(house: House, odd: dict[str, str]) -> None:
    answer = await house.chair.post(house.page, data=odd)

    assert answer.status_code in {200, 400, 403, 404}
    assert (await house.chair.get(house.page)).status_code == 200


async def test_before_the_end_there_is_nothing_to_give_out(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)

    async with httpx.AsyncClient(base_url=site, cookies={"seat": seat}) as chair:
        answer = await chair.get(f"/r/{code}/disclose")

    assert answer.status_code == 403
    assert say("refusal-disclosure_too_soon") in answer.text
