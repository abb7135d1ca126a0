"""The steps that may be added to an agenda, and an agenda as a file."""

import tomllib
from collections.abc import AsyncIterator

import httpx
import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus.agendas import planning
from consensus.agendas.template import read_template
from consensus.steps import gate
from server import library
from server.demo.client import Door, RoomClient
from server.wire import Ack, Refused
from tests.forms import ROOM

CALM = {"template": "joint-supervision", "title": "Thinking about J.B.", "name": "Robin"}


@pytest.fixture
async def browser(site: str) -> AsyncIterator[httpx.AsyncClient]:
    """A browser without scripts."""
    async with httpx.AsyncClient(base_url=site) as client:
        yield client


async def test_the_editor_is_given_every_ready_made_step(browser: httpx.AsyncClient) -> None:
    found = (await browser.get("/library/steps.json")).json()

    assert [one["id"] for one in found] == [one.id for one in library.ready_steps("en")]
    assert all(one["step"]["settings"]["type"] for one in found)


async def test_every_ready_made_step_can_be_added_and_opened(door: Door, site: str) -> None:
    code, seat = await door.open_room(**ROOM)

    async with RoomClient(site, code, seat) as chair:
        for number, one in enumerate(library.ready_steps("en")):
            made = replace(one.step, id=f"made{number}")
            assert isinstance(await chair.do(planning.AddStep(made)), Ack), one.id
            assert isinstance(await chair.do(c.OpenStep(made.id)), Ack), one.id
            if isinstance(made.settings, gate.Settings):  # nobody goes on before they answer
                notice = library.rules("en", "plain").notice(made.settings.notice)
                assert notice
                await chair.do(gate.Acknowledge(made.id, True, notice.version))


async def test_a_space_to_think_together_refuses_a_decision(door: Door, site: str) -> None:
    code, seat = await door.open_room(**CALM, agency="Health")
    steps = {one.id: one.step for one in library.ready_steps("en")}

    async with RoomClient(site, code, seat) as chair:
        for name in ("decide", "promises"):
            answer = await chair.do(planning.AddStep(steps[name]))
            assert isinstance(answer, Refused)
            assert answer.sentence.startswith("This is a space to think together.")
        assert isinstance(await chair.do(planning.AddStep(steps["round"])), Ack)


async def test_a_saved_agenda_is_a_template_that_opens_a_room_again(
    browser: httpx.AsyncClient, door: Door, site: str
) -> None:
    code, seat = await door.open_room(**CALM, agency="Secret Agency", focus="J.B.")
    [added] = [one.step for one in library.ready_steps("en") if one.id == "break"]
    async with RoomClient(site, code, seat) as chair:
        await chair.do(planning.AddStep(added, "story"))

    answer = await browser.get(f"/r/{code}/template.toml", headers={"cookie": f"seat={seat}"})

    assert "attachment" in answer.headers["content-disposition"]
    template = read_template(tomllib.loads(answer.text), answer.text)
    shipped = library.template("en", "joint-supervision")
    assert [plan for plan in template.steps if plan.id != "break"] == list(shipped.steps)
    assert [plan.id for plan in template.steps].index("break") == 2
    assert (template.case, template.forbids, template.rules) == (
        shipped.case,
        shipped.forbids,
        shipped.rules,
    )
    for private in ("J.B.", "Robin", "Secret Agency", code):
        assert private not in answer.text

    files = {"plan": ("ours.toml", answer.text)}
    page = await browser.post("/start/file", files=files)
    assert page.status_code == 200
    again = {"plan": answer.text, "title": "Again", "name": "Kim", "agency": "School"}
    assert (await browser.post("/start", data=again)).status_code == 303


async def test_only_the_chair_saves_the_agenda(browser: httpx.AsyncClient, door: Door) -> None:
    code, _ = await door.open_room(**ROOM)
    seat = await door.join(code, "Kit", "School")

    other = await browser.get(f"/r/{code}/template.toml", headers={"cookie": f"seat={seat}"})
    stranger = await browser.get(f"/r/{code}/template.toml")

    assert other.json()["code"] == "chair_only"
    assert stranger.json()["code"] == "not_a_member"


async def test_what_a_meeting_came_to_is_handed_on_without_anybody_s_name(
    browser: httpx.AsyncClient, door: Door
) -> None:
    code, seat = await door.open_room(**CALM, agency="Secret Agency", focus="J.B.")

    found = await browser.get(f"/r/{code}/outcomes.json", headers={"cookie": f"seat={seat}"})

    assert found.json()["template"] == "joint-supervision"
    for private in ("J.B.", "Robin", "Secret Agency", code):
        assert private not in found.text
    assert (await browser.get(f"/r/{code}/outcomes.json")).json()["code"] == "not_a_member"
