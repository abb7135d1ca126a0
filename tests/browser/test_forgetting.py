"""A room is deleted by its chair: by keyboard, for everybody, and each device forgets it too."""

from pathlib import Path

from playwright.async_api import expect

from consensus import commands as c
from consensus.roomwide import parking
from server.demo.client import RoomClient
from server.forgetting import receipts
from tests.browser.keyboard import Keyboard
from tests.browser.screens import DESKTOP, PATIENCE, PHONE, House, button, say
from tests.browser.watcher import Watcher, report
from tests.forms import ROOM


async def test_a_chair_deletes_a_room_and_every_device_forgets_it(
    house: House, tmp_path: Path
) -> None:
    code, seat = await house.door.open_room(**ROOM)
    other = await house.door.join(code, "Kit", "School")
    chair = Watcher(await house.seated(code, seat, **DESKTOP), "chair")
    phone = Watcher(await house.seated(code, other, **PHONE), "phone")
    desk, kit = chair.page, phone.page
    await expect(kit.get_by_text(say("kept-after", days=30, **TRAINER))).to_be_visible(
        timeout=PATIENCE
    )
    async with RoomClient(house.site, code, seat) as steering:
        await steering.do(c.Close())

    # Everybody reads how long it is kept; whoever keeps the record may change it, and nobody else.
    await expect(kit.get_by_role("heading", name=say("kept-head"))).to_be_visible(timeout=PATIENCE)
    await phone.look("closed")
    await expect(button(kit, "erase-room")).to_have_count(0)
    keys = Keyboard(desk)
    await expect(button(desk, "erase-room")).to_be_visible(timeout=PATIENCE)
    await keys.tab_to(say("kept-change"))
    await keys.press("Enter")
    await keys.tab_to(say("kept-days"))
    await keys.press("ControlOrMeta+a")
    await keys.write("60")
    await chair.look("change")
    await keys.tab_to(say("kept-save"))
    await keys.press("Enter")
    await expect(desk.get_by_text(say("refusal-retention_why"), exact=True).first).to_be_visible()
    await desk.get_by_label(say("kept-why"), exact=True).focus()
    await keys.write("a second day is planned")
    await keys.tab_to(say("kept-save"))
    await keys.press("Enter")
    await expect(kit.get_by_text("a second day is planned")).to_be_visible(timeout=PATIENCE)

    # It takes the room's code to delete it, and no mouse.
    await keys.tab_to(say("erase-room"))
    await keys.press("Enter")
    await expect(desk.get_by_role("heading", name=say("erase-head"))).to_be_visible()
    await chair.look("erase")
    await keys.tab_to(say("erase-code", code=code))
    await keys.write("WRONG2")
    await keys.tab_to(say("erase-do"))
    await keys.press("Enter")
    await expect(desk.get_by_text(say("erase-code-wrong", code=code)).first).to_be_visible()
    await desk.get_by_label(say("erase-code", code=code), exact=True).focus()
    await keys.press("ControlOrMeta+a")
    await keys.write(code.lower())
    await keys.tab_to(say("erase-do"))
    await keys.press("Enter")

    # It is gone on both screens, and the chair has the receipt.
    for page in (desk, kit):
        await expect(page.get_by_role("heading", name=say("stopped-erased"))).to_be_visible(
            timeout=PATIENCE
        )
    async with desk.expect_download() as coming:
        await desk.get_by_role("link", name=say("erased-save")).click()
    file = tmp_path / "receipt.json"
    await (await coming.value).save_as(file)
    assert receipts.is_genuine(file.read_bytes())
    await chair.look("erased")

    # The phone keeps nothing but a line that says so.
    await kit.goto(f"{house.site}/meetings")
    await expect(kit.get_by_text(say("mine-gone"))).to_be_visible(timeout=PATIENCE)
    left = await kit.evaluate("Object.keys(localStorage)")
    assert not [key for key in left if code in key]
    assert not [each for each in await kit.context.cookies() if each.get("name") == "seat"]
    assert not (found := report([chair, phone])), found
    house.check()


TRAINER = {
    "owner": "The trainer",
    "reason": "the group may want to look back while the course lasts",
}


async def test_somebody_asks_for_their_words_to_be_removed_and_the_chair_does_it(
    house: House,
) -> None:
    code, seat = await house.door.open_room(**CASE)
    desk = await house.seated(code, seat, **DESKTOP)
    kit = await house.page(**PHONE)
    await kit.goto(f"{house.site}/r/{code}")
    await kit.locator("[name=name]").fill("Kit Marlow")
    await kit.locator("[name=agency]").fill("School")
    await kit.locator("[name=name]").press("Enter")
    await desk.get_by_role("button", name=LET_IN).first.click()
    await expect(kit.get_by_text(say("lobby-you-are-in", name="Kit Marlow"))).to_be_visible(
        timeout=PATIENCE
    )
    async with RoomClient(house.site, code, seat) as steering:
        await steering.do(parking.Add("p1", "Kit Marlow brings the plan"))
        await steering.do(c.Close())

    phone, chair = Watcher(kit, "phone"), Watcher(desk, "chair")
    await button(kit, "gone-ask").click()
    await button(kit.get_by_role("dialog"), "gone-ask").click()
    await expect(kit.get_by_text("The chair will answer.")).to_be_visible(timeout=PATIENCE)
    await phone.look("asked")
    await expect(desk.get_by_role("link", name=say("closed-wishes", count=1))).to_be_visible()
    tick = desk.get_by_role("checkbox", name="Kit Marlow brings the plan")
    await tick.check(timeout=PATIENCE)
    await chair.look("wish")
    await button(desk, "gone-do-says", name="Kit Marlow").click()

    await expect(kit.get_by_role("heading", name=say("stopped-not-a-member"))).to_be_visible(
        timeout=PATIENCE
    )
    await desk.goto(f"{house.site}/r/{code}/record")
    await expect(desk.get_by_text(say("record-removed-person")).first).to_be_visible(
        timeout=PATIENCE
    )
    await expect(desk.get_by_text("Kit Marlow")).to_have_count(0)
    assert not (found := report([chair, phone])), found
    house.check()


CASE = {**ROOM, "template": "strategy", "title": "Planning together", "focus": "J.M."}
LET_IN = say("door-admit")
