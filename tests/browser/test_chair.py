"""The chair's desk: handing over, going back, steering from a phone, taking somebody out."""

import re

from playwright.async_api import expect

from consensus import commands as c
from consensus.views import MemberRecord, RoomRecord
from server.demo.client import Records
from tests.browser.group import Group
from tests.browser.screens import PATIENCE, PHONE, Chair, House, Person, button, say


async def desk(house: House, group: Group) -> Chair:
    """Return the chair at their desk."""
    return Chair(await house.seated(group.code, group.chair_seat), "Robin")


async def test_the_chair_is_handed_over_and_the_new_chair_has_the_desk(house: House) -> None:
    async with Group(house.site) as group:
        chair = await desk(house, group)
        eve = Person(await house.seated(group.code, await group.newcomer("Eve")), "Eve")
        await eve.in_lobby()

        await button(chair.page, "desk-person-options", name="Eve").click()
        await button(chair.page.locator("dialog[open]"), "hand-over").click()
        await button(chair.page.locator("dialog[open]"), "hand-over-yes").click()

        await expect(eve.page.locator(".next-act button.big")).to_be_visible(timeout=PATIENCE)
        await expect(chair.page.locator(".next-act")).to_have_count(0, timeout=PATIENCE)


async def test_going_back_and_forward_again_loses_nothing(house: House) -> None:
    async with Group(house.site) as group:
        await group.choose()
        await group.reveal("choose")
        chair = await desk(house, group)
        await chair.at("Choose one to set aside")

        rail = chair.page.get_by_role("navigation", name=say("desk-agenda"))
        await rail.get_by_role("button", name=re.compile("Read and talk")).click()
        await chair.do(say("next-open-this"))
        await group.chair.until(lambda records: _current(records) == "read")
        await rail.get_by_role("button", name=re.compile("Choose one")).click()
        await chair.do(say("next-open-this"))

        await chair.at("Choose one to set aside")
        await expect(chair.page.get_by_text(say("judge-revealed"))).to_be_visible()


async def test_a_chair_without_a_laptop_can_steer_from_a_phone(house: House) -> None:
    async with Group(house.site) as group:
        chair = Chair(await house.seated(group.code, group.chair_seat, **PHONE), "Robin")

        await chair.do(say("next-start", title="Read and talk"))
        await chair.at("Read and talk")

        overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert await chair.page.evaluate(overflow) == 0


async def test_a_person_who_is_taken_out_is_told_so(house: House) -> None:
    async with Group(house.site) as group:
        eve = Person(await house.seated(group.code, await group.newcomer("Eve")), "Eve")
        await eve.in_lobby()
        eve_id = next(m.id for m in group.chair.records.of(MemberRecord) if m.name == "Eve")
        await group.do(c.Remove(eve_id))

        await expect(eve.page.get_by_text(say("stopped-removed"), exact=True)).to_be_visible(
            timeout=PATIENCE
        )


def _current(records: Records) -> str | None:
    return records.one(RoomRecord, "room").current
