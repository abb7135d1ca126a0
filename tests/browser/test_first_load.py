"""The first load is small, keeps to this site, and comes in one go."""

import gzip

from playwright.async_api import Response

from tests.browser.group import Group
from tests.browser.screens import PHONE, House, sit

# What a phone on a poor line waits for before the first tap.
MOST_BYTES = 200_000


async def test_the_first_load_of_a_room_is_under_200_kb_compressed(house: House) -> None:
    async with Group(house.site) as group:
        context = await house.context(**PHONE)
        await sit(context, house.site, group.code, await group.newcomer())
        page = await context.new_page()
        answers: list[Response] = []
        page.on("response", answers.append)

        await page.goto(f"{house.site}/r/{group.code}")
        await page.get_by_role("heading", level=1).wait_for()
        await page.wait_for_load_state("networkidle")

        sizes = {answer.url: len(await _compressed(answer)) for answer in answers}
    assert sum(sizes.values()) < MOST_BYTES, sizes
    assert len(sizes) < 12, sizes


async def _compressed(answer: Response) -> bytes:
    body = await answer.body()
    already = answer.url.endswith(".woff2")
    return body if already else gzip.compress(body)
