"""Who comes in and as whom: a door, a phone that is passed round, and a caller without a screen."""

import re

from playwright.async_api import Page, expect

from consensus import commands as c
from consensus.agendas import planning
from server.demo.client import RoomClient
from tests.browser.screens import DESKTOP, PATIENCE, House, button, say
from tests.browser.test_axe import SIZES, Looker
from tests.forms import ROOM

CASE = {**ROOM, "template": "strategy", "title": "Planning together", "focus": "J.M."}
SECRET = "She told me so on Sunday"


async def ask_to_come_in(page: Page, name: str, here_as: str) -> None:
    """Fill in the form at the door, as somebody who is family or an advocate."""
    await page.locator("[name=name]").fill(name)
    await page.get_by_role("radio", name=say(f"join-as-{here_as}"), exact=True).check()
    await page.locator("[name=name]").press("Enter")


async def take_turn(page: Page, name: str) -> None:
    """Tap one's own name on the page between two people."""
    await page.get_by_role("link", name=name, exact=True).click()
    await expect(page.get_by_text(name).first).to_be_visible(timeout=PATIENCE)


async def mark(page: Page, value: int, why: str = "") -> None:
    """Give a mark in private, and send it."""
    point = page.get_by_role("radio", name=re.compile(rf"^{value}\b")).first
    await point.check(force=True)
    if why:
        await page.get_by_label(say("judge-because"), exact=True).fill(why)
    await button(page, "judge-send").click()
    await expect(page.get_by_text(say("judge-sent"), exact=True)).to_be_visible(timeout=PATIENCE)


async def test_a_family_an_advocate_and_a_caller_take_part(house: House) -> None:
    code, seat = await house.door.open_room(**CASE)
    chair = await house.seated(code, seat, **DESKTOP)
    family = Looker(await house.page(**SIZES["narrow"]), "family")
    phone, advocate = family.page, await house.page(**SIZES["narrow"])

    # A parent and a child share a phone, an advocate has one: all wait at the door.
    await phone.goto(f"{house.site}/r/{code}")
    await family.look("join")
    await ask_to_come_in(phone, "Jo", "carer")
    await expect(phone.get_by_text(say("waiting-lead"))).to_be_visible()
    await family.look("waiting")
    await phone.get_by_role("link", name=say("pass-add")).click()
    await family.look("add")
    await ask_to_come_in(phone, "Maya", "child")
    await advocate.goto(f"{house.site}/r/{code}")
    await ask_to_come_in(advocate, "Ade", "advocate")

    desk = Looker(chair, "chair")
    await expect(chair.get_by_text(say("door-waiting", count=3)).first).to_be_visible(
        timeout=PATIENCE
    )
    await desk.look("door")
    await button(chair, "door-admit-all").click()
    await expect(advocate.get_by_text(say("lobby-you-are-in", name="Ade"))).to_be_visible(
        timeout=PATIENCE
    )

    # The phone shows names and nothing else between two people.
    await phone.goto(f"{house.site}/r/{code}")
    await expect(phone.get_by_role("heading", name=say("pass-head"))).to_be_visible()
    await family.look("pass")
    await take_turn(phone, "Jo")
    await expect(phone.get_by_text(say("seat-now", name="Jo"))).to_be_visible(timeout=PATIENCE)
    await family.look("lobby")

    async with RoomClient(house.site, code, seat) as steering:
        await steering.do(planning.SkipStep("sharing", "Read before"))
        await steering.do(c.OpenStep("safety"))
        await mark(phone, 3, SECRET)
        await button(phone, "seat-pass").click()
        await take_turn(phone, "Maya")
        await expect(phone.get_by_text(say("seat-now", name="Maya"))).to_be_visible(
            timeout=PATIENCE
        )
        await expect(phone.get_by_role("radio").first).to_be_visible(timeout=PATIENCE)
        assert SECRET not in await phone.content()
        await mark(phone, 7)

        # Going back leads to the page between them, never to what the other one saw.
        await phone.go_back()
        await expect(phone.get_by_role("heading", name=say("pass-head"))).to_be_visible()
        assert SECRET not in await phone.content()

        # The chair enters somebody who is on the phone, and reads back what was said.
        await button(chair, "sheet-more").click()
        await (
            chair.get_by_role("dialog")
            .get_by_role("button", name=say("sheet-register"), exact=True)
            .click()
        )
        await expect(chair.get_by_text(say("checklist-head")).last).to_be_visible()
        await desk.look("register")
        await button(chair, "dialog-close").click()
        await button(chair, "seat-enter-for").click()
        await chair.locator("[name=name]").fill("Pat")
        await chair.locator("[name=agency]").fill("Housing")
        await chair.locator("[name=name]").press("Enter")
        await take_turn(chair, "Pat")
        await mark(chair, 5)
        await desk.look("entered")
        await button(chair, "seat-read-back", name="Pat").click()
        done = chair.get_by_text(say("seat-read-back-done", name="Pat"))
        await expect(done.first).to_be_visible(timeout=PATIENCE)
        await button(chair, "seat-done").click()
        await take_turn(chair, ROOM["name"])
        await expect(chair.get_by_text(say("people-read-back"))).to_be_visible(timeout=PATIENCE)

    assert family.faults + desk.faults == []
