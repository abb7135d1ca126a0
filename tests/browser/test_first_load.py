"""The first load is small, keeps to this site, and comes in one go."""

from playwright.async_api import Request

from tests.browser.group import Group
from tests.browser.screens import PHONE, House, sit

# What a phone on a poor line waits for before the first tap.
MOST_BYTES = 200_000


async def test_the_first_load_of_a_room_is_under_200_kb_compressed(house: House) -> None:
    async with Group(house.site) as group:
        context = await house.context(**PHONE)
        await sit(context, house.site, group.code, await group.newcomer())
        page = await context.new_page()
        asked: list[Request] = []
        context.on("requestfinished", lambda request: asked.append(request))

        await page.goto(f"{house.site}/r/{group.code}")
        await page.get_by_role("heading", level=1).wait_for()
        await page.wait_for_load_state("networkidle")

        sizes = {request.url: (await request.sizes())["responseBodySize"] for request in asked}
    assert 30_000 < sum(sizes.values()) < MOST_BYTES, sizes
    assert len(sizes) < 12, sizes
