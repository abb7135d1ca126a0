"""What the form of a new room asks about tables: read, refused, and said all at once."""

from collections.abc import AsyncIterator
from html import unescape

import httpx
import pytest
from starlette.datastructures import FormData

from consensus.hall import hall as h
from consensus.refusal import Code, Refusal
from consensus.views import MemberRecord
from server.demo.client import RoomClient
from server.hall import wish
from server.words import FALLBACK, Words
from tests.server.hall.halls import HALL, open_hall, tables_of

say = Words(FALLBACK).sentence


@pytest.fixture
async def browser(site: str) -> AsyncIterator[httpx.AsyncClient]:
    """A browser without scripts."""
    async with httpx.AsyncClient(base_url=site, timeout=60) as client:
        yield client


@pytest.mark.parametrize(
    ("people", "size", "tables"), [(0, 8, 0), (1, 8, 1), (60, 5, 12), (61, 5, 13), (96, 8, 12)]
)
def test_there_are_as_many_tables_as_people_need(people: int, size: int, tables: int) -> None:
    assert wish.tables_for(people, size) == tables


def test_more_people_than_tables_can_seat_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        wish.tables_for(500, 8)
    assert refused.value.code == Code.TOO_MANY_TABLES


@pytest.mark.parametrize("text", ["-1", "1.5", "x", "٣", "41", "9" * 5_000, "0x1"])
def test_what_is_no_number_of_tables_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        wish.tables(FormData(tables=text))
    assert refused.value.code == Code.TABLES_NUMBER


def test_an_empty_form_asks_for_no_tables() -> None:
    assert (wish.tables(FormData()), wish.people(FormData()), wish.size(FormData())) == (0, 0, 8)
    assert wish.placing(FormData()) == "spread"
    with pytest.raises(Refusal):
        wish.placing(FormData(placing="by height"))


async def test_a_trainer_says_how_many_people_and_has_the_tables_at_once(site: str) -> None:
    code, seat = await open_hall(site, 0, people="60", size="5", placing="mixed")

    async with RoomClient(site, code, seat) as trainer:
        assert len(tables_of(trainer)) == 12
        hall = trainer.records.one(h.HallRecord, "hall")
        assert (hall.placing, hall.self_run, hall.begun) == ("mixed", True, None)
        [me] = trainer.records.of(MemberRecord)
        assert (me.name, me.role) == ("Tess", "chair")


async def test_everything_that_is_wrong_is_said_at_once_and_nothing_is_lost(
    browser: httpx.AsyncClient,
) -> None:
    wrong = {**HALL, "title": "", "tables": "many", "people": "all", "size": "1", "placing": "?"}

    answer = await browser.post("/start", data=wrong)

    page = unescape(answer.text)
    assert answer.status_code == 400
    for refusal in (
        Refusal(Code.TITLE_EMPTY),
        Refusal(Code.TABLES_NUMBER, least=1, most=40),
        Refusal(Code.PEOPLE_NUMBER, least=1, most=1_000),
        Refusal(Code.TABLE_SIZE, least=2, most=20),
        Refusal(Code.NOT_UNDERSTOOD),
    ):
        assert say(refusal) in page
    assert say(Refusal(Code.TOO_MANY_TABLES, most=40)) not in page
    for typed in ("many", "all"):
        assert f'value="{typed}"' in page
    assert '<details class="more start-tables" open>' in page


async def test_only_agendas_for_training_ask_about_tables(browser: httpx.AsyncClient) -> None:
    assert 'name="tables"' in (await browser.get("/start?template=task-5-1")).text
    assert 'name="tables"' not in (await browser.get("/start?template=strategy")).text
    case = {**HALL, "template": "strategy", "tables": "3"}
    answer = await browser.post("/start", data=case)
    assert say(Refusal(Code.NO_HALL_FOR_CASES)) in unescape(answer.text)
