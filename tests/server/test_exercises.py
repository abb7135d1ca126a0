"""An exercise made from a list: the form, the room that comes of it, and the file."""

import tomllib
from collections.abc import AsyncIterator
from html import unescape
from html.parser import HTMLParser

import httpx
import pytest

from consensus import commands as c
from consensus.agendas.template import Template, read_template
from consensus.hall import hall as h
from consensus.refusal import Code, Refusal
from consensus.steps import judge
from consensus.views import ItemRecord, StepRecord
from server.demo.client import Door, RoomClient
from server.words import FALLBACK, Words
from tests.server.hall.halls import done, join, open_hall, to_table

NINE = [f"Thing number {number}" for number in range(1, 10)]
ASKED = {
    "title": "A good handover",
    "question": "What helps the next person most?",
    "own": "\n".join(f"{number}. {words}" for number, words in enumerate(NINE, start=1)),
    "aside": "0",
    "way": "diamond",
    "again": "on",
    "places": "3",
}
YOU = {"name": "Robin", "agency": "Training"}
say = Words(FALLBACK).sentence


@pytest.fixture
async def browser(site: str) -> AsyncIterator[httpx.AsyncClient]:
    """A browser without scripts."""
    async with httpx.AsyncClient(base_url=site) as client:
        yield client


class Filled(HTMLParser):
    """What stands in the fields of a form, and would be sent with it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._in = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        fields = dict(attrs)
        name = fields.get("name") or ""
        chosen = fields.get("type") not in {"radio", "checkbox"} or "checked" in fields
        if tag == "input" and chosen:
            self.values[name] = fields.get("value") or ""
        self._in = name if tag == "textarea" else ""

    def handle_data(self, data: str) -> None:
        if self._in:
            self.values[self._in] = data.removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        self._in = ""


def read(text: str) -> Template:
    return read_template(tomllib.loads(text), text)


async def opened(browser: httpx.AsyncClient, form: dict[str, str]) -> tuple[str, str]:
    """Open a room; return its code and its chair's seat."""
    answer = await browser.post("/start", data=form)
    assert answer.status_code == 303, unescape(answer.text)
    return answer.headers["location"].rsplit("/", 1)[-1], answer.cookies["seat"]


async def file_of(browser: httpx.AsyncClient, code: str, seat: str) -> httpx.Response:
    browser.cookies.clear()
    return await browser.get(f"/r/{code}/template.toml", headers={"cookie": f"seat={seat}"})


# --- the form ---------------------------------------------------------------------------------


async def test_a_list_becomes_a_plan_with_times_and_a_room(
    browser: httpx.AsyncClient, site: str
) -> None:
    page = await browser.post("/start/exercise", data=ASKED)
    form = Filled(page.text).values

    assert page.status_code == 200
    assert form["own"].splitlines() == NINE
    assert (form["title"], form["purpose"]) == (ASKED["title"], ASKED["question"])
    assert read(form["plan"]).list == tuple(NINE)

    code, seat = await opened(browser, {**form, **YOU})
    async with RoomClient(site, code, seat) as chair:
        assert [one.text for one in chair.records.of(ItemRecord)] == NINE
        steps = {one.id for one in chair.records.of(StepRecord)}
        assert {"rank", "rank-again", "agree"} <= steps
        await chair.do(c.OpenStep("rank"))
        await chair.until(lambda records: bool(records.of(judge.JudgeRecord)))
        assert chair.records.of(judge.JudgeRecord)[0].shape == (1, 2, 3, 2, 1)


async def test_all_that_is_wrong_is_said_at_once_and_nothing_typed_is_lost(
    browser: httpx.AsyncClient,
) -> None:
    wrong = {**ASKED, "title": " ", "own": "Only one <b>", "question": "Why?", "places": "99"}

    page = await browser.post("/start/exercise", data=wrong)

    told = unescape(page.text)
    assert page.status_code == 400
    for refusal in (
        Refusal(Code.TITLE_EMPTY),
        Refusal(Code.TOO_FEW_STATEMENTS, count=1, least=3),
        Refusal(Code.NOT_UNDERSTOOD),
    ):
        assert say(refusal) in told
    form = Filled(page.text).values
    assert (form["own"], form["question"], form["way"]) == ("Only one <b>", "Why?", "diamond")


@pytest.mark.parametrize(
    ("typed", "code", "facts"),
    [
        ({"aside": "1"}, Code.SHAPE_DOES_NOT_FIT, {"most": 9, "count": 8}),
        ({"own": "a\nb\nc", "aside": "1", "way": "order"}, Code.TOO_MANY_ASIDE, {"most": 0}),
        ({"own": "a\nb\nc", "places": "4", "way": "order"}, Code.PLACES_OUT_OF_RANGE, {"most": 3}),
        ({"way": "circle"}, Code.NOT_UNDERSTOOD, {}),
        ({"aside": "-1"}, Code.NOT_UNDERSTOOD, {}),
        ({"own": "a\na\nb"}, Code.SAME_STATEMENT_TWICE, {"first": 1, "second": 2}),
        ({"question": "x" * 601}, Code.TEXT_TOO_LONG, {"most": 600, "length": 601}),
    ],
    ids=["eight", "aside", "places", "circle", "below-none", "twins", "long"],
)
async def test_what_does_not_fit_the_list_is_said(
    browser: httpx.AsyncClient, typed: dict[str, str], code: Code, facts: dict[str, int]
) -> None:
    page = await browser.post("/start/exercise", data={**ASKED, **typed})

    assert page.status_code == 400
    assert say(Refusal(code, **facts)) in unescape(page.text)


async def test_a_list_that_is_changed_afterwards_still_has_to_fill_the_diamond(
    browser: httpx.AsyncClient,
) -> None:
    form = Filled((await browser.post("/start/exercise", data=ASKED)).text).values
    eight = {**form, **YOU, "own": "\n".join(NINE[:8])}

    page = await browser.post("/start", data=eight)

    assert page.status_code == 400
    assert say(Refusal(Code.SHAPE_DOES_NOT_FIT, most=9, count=8)) in unescape(page.text)


# --- the file ---------------------------------------------------------------------------------


async def test_the_file_of_a_room_gives_the_same_exercise_again(
    browser: httpx.AsyncClient,
) -> None:
    form = Filled((await browser.post("/start/exercise", data=ASKED)).text).values
    code, seat = await opened(browser, {**form, **YOU})

    answer = await file_of(browser, code, seat)

    assert 'filename="own-a-good-handover.toml"' in answer.headers["content-disposition"]
    assert read(answer.text) == read(form["plan"])
    again = await browser.post("/start/file", files={"plan": ("ours.toml", answer.text)})
    assert Filled(again.text).values["own"].splitlines() == NINE


async def test_the_file_of_a_hall_is_the_exercise_of_its_tables(
    browser: httpx.AsyncClient, site: str
) -> None:
    form = Filled((await browser.post("/start/exercise", data=ASKED)).text).values
    code, seat = await opened(browser, {**form, **YOU, "tables": "2"})
    learner = await Door(site).join(code, "Kit", "School")

    answer = await file_of(browser, code, seat)

    assert read(answer.text).steps == read(form["plan"]).steps
    assert read(answer.text).list == tuple(NINE)
    assert (await file_of(browser, code, learner)).json()["code"] == "chair_only"


async def test_tables_of_a_hall_make_the_diamond(site: str) -> None:
    code, trainer_seat = await open_hall(site, 2, template="diamond-nine", statements="first-visit")
    [seat, _] = await join(site, code, 2)
    async with RoomClient(site, code, trainer_seat) as trainer:
        await done(trainer, h.Begin())
        await done(trainer, h.Align("rank"))
    went = await to_table(site, code, seat)

    async with RoomClient(site, went.code, went.seat) as learner:
        await learner.until(lambda records: bool(records.of(judge.JudgeRecord)))
        [asked] = learner.records.of(judge.JudgeRecord)
        assert asked.shape == (1, 2, 3, 2, 1)
        await done(learner, judge.Cast("rank", asked.items))


async def test_words_that_are_meant_to_do_harm_stay_words(browser: httpx.AsyncClient) -> None:
    hostile = ['""" x', "<script>alert(1)</script>", "\\u0000 = [", "'''"]
    typed = {**ASKED, "own": "\n".join(hostile), "title": '"; drop/../<i>', "way": "order"}

    page = await browser.post("/start/exercise", data=typed)
    form = Filled(page.text).values
    code, seat = await opened(browser, {**form, **YOU})
    answer = await file_of(browser, code, seat)

    assert "<script>alert(1)" not in page.text
    assert read(answer.text).list == tuple(hostile)
    assert 'filename="own-drop-i.toml"' in answer.headers["content-disposition"]


async def test_a_shape_in_a_file_that_its_list_does_not_fill_is_told_the_line(
    browser: httpx.AsyncClient,
) -> None:
    text = Filled((await browser.post("/start/exercise", data=ASKED)).text).values["plan"]
    wrong = text.replace('    "Thing number 4",\n', "")
    line = wrong.splitlines().index("list = [") + 1

    page = await browser.post("/start/file", files={"plan": ("ours.toml", wrong)})

    assert wrong != text
    reason = "a shape has 9 places, and 8 statements of the list come to it"
    refusal = Refusal(Code.TEMPLATE_WRONG, line=line, reason=reason)
    assert say(refusal) in unescape(page.text)
