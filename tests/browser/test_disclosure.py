"""Somebody asks for their record: a recorder goes through it with the keyboard and makes a copy."""

import os
from pathlib import Path

from playwright.async_api import Page, expect

from consensus import commands as c
from consensus.roomwide import glossary, parking
from server.demo.client import RoomClient
from server.proof.verify import verify
from tests.browser.keyboard import Keyboard
from tests.browser.screens import PATIENCE, House, say, sit
from tests.browser.test_axe import SIZES
from tests.browser.watcher import Watcher, report
from tests.forms import ROOM

CASE = {**ROOM, "template": "strategy", "title": "Planning together", "focus": "J.M."}


async def after_the_meeting(house: House) -> tuple[str, str]:
    """Hold a short meeting with a parent and a young person, and return the code and a seat."""
    code, chair = await house.door.open_room(**CASE)
    dana = await house.door.join(code, "Dana Okoro", "", **{"as": "carer"})
    maya = await house.door.join(code, "Maya", "", **{"as": "child"})
    async with RoomClient(house.site, code, chair) as robin:
        await robin.do(c.AdmitAll())
        async with (
            RoomClient(house.site, code, dana) as parent,
            RoomClient(house.site, code, maya) as child,
        ):
            await parent.do(parking.Add("p1", "My sister can drive. Ring 01603 000000"))
            await child.do(parking.Add("p2", "I want to stay at my school"))
            await robin.do(parking.Add("p3", "dana’s shifts end at six"))
            await robin.do(glossary.Put("EHCP", "A plan for education, health and care"))
            await robin.do(c.Close())
    return code, chair


async def picture(page: Page, name: str) -> None:
    """Keep a picture, where somebody asks for them."""
    if folder := os.environ.get("PICTURES"):
        await page.emulate_media(color_scheme="light" if "wide" in name else "dark")
        await page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


async def test_a_recorder_makes_a_copy_with_the_keyboard(house: House, tmp_path: Path) -> None:
    code, chair = await after_the_meeting(house)
    context = await house.context(**SIZES["narrow"], accept_downloads=True)
    await sit(context, house.site, code, chair)
    page = await context.new_page()
    keys, looker = Keyboard(page), Watcher(page, "recorder")

    # From the closed room, by keyboard, to the question whom the copy is for.
    await page.goto(f"{house.site}/r/{code}")
    await keys.shown(say("closed-disclose"))
    await keys.tab_to(say("closed-disclose"))
    await keys.press("Enter")
    await keys.shown(say("disclosure-lead"))
    await looker.look("who")
    await keys.tab_to(say("disclosure-member"))
    await keys.write("Maya")
    await keys.tab_to(say("disclosure-start"))
    await keys.press("Enter")
    await keys.shown(say("disclosure-for", who="member", name="Maya"))

    # What names somebody else is proposed to be withheld, and what is Maya's own is not.
    line = page.locator(".disclose-line")
    sister, hers = line.filter(has_text="My sister"), line.filter(has_text="stay at my school")
    shifts = line.filter(has_text="shifts end")
    await expect(sister.locator("select")).to_have_value("another_person")
    await expect(shifts.locator("select")).to_have_value("another_person")
    await expect(hers.locator("select")).to_have_value("")
    await looker.look("review")
    await picture(page, "review-narrow")

    # A ground is changed and a sentence written; both are still there after a reload.
    before = int(await page.locator('[data-count="withheld"]').inner_text())
    await hers.locator("select").focus()
    await keys.write("Withhold: given in")
    await expect(page.locator('[data-count="withheld"]')).to_have_text(str(before + 1))
    await keys.press("Tab", "Enter", "Tab")
    await keys.write("Maya said what she wants about school.")
    await page.reload()
    await expect(hers.locator("select")).to_have_value("in_confidence")
    await expect(hers.locator("input")).to_have_value("Maya said what she wants about school.")
    await expect(page.get_by_text(say("disclosure-kept"))).to_be_visible()
    await hers.locator("select").focus()
    await keys.write("Give")
    await expect(page.locator('[data-count="withheld"]')).to_have_text(str(before))

    # The copy as she will see it, and then the copy itself.
    await keys.tab_to(say("disclosure-look"))
    await keys.press("Enter")
    await keys.shown(say("disclosure-look-lead"))
    paper = page.locator(".disclose-paper")
    await expect(paper).to_contain_text("stay at my school")
    await expect(paper).not_to_contain_text("sister")
    await expect(paper).not_to_contain_text("shifts")
    await looker.look("look")
    await picture(page, "look-narrow")
    await keys.tab_to(say("disclosure-reference"))
    await keys.write("For Dana")
    await keys.press("Enter")
    await keys.shown(say("refusal-reference_names"))
    house.faults.clear()  # a page that answers 400 is what was asked for
    await keys.tab_to(say("disclosure-reference"))
    await keys.press("Control+A")
    await keys.write("SAR 7")
    await keys.press("Enter")
    await keys.shown(say("disclosure-made-lead"))
    await looker.look("made")
    await picture(page, "made-narrow")

    async with page.expect_download(timeout=PATIENCE) as coming:
        await keys.tab_to(say("disclosure-file", kind="cgrecord"))
        await keys.press("Enter")
    file = tmp_path / "copy.cgrecord"
    await (await coming.value).save_as(file)
    assert verify(file.read_bytes()).status == 0
    assert "sister" not in file.read_text(encoding="utf-8")

    # On a desk it looks as it should too, and what was chosen is forgotten now.
    await page.set_viewport_size(SIZES["wide"]["viewport"])
    await page.goto(f"{house.site}/r/{code}/disclose?who=carer")
    await expect(page.get_by_text(say("disclosure-kept"))).to_be_hidden()
    await looker.look("review, wide")
    await picture(page, "review-wide")
    assert not (found := report([looker])), found
