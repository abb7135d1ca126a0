"""Twelve people in twelve browsers finish the exercise against a real server process.

A chair at a desk and eleven others: three on phones, one with nothing but a keyboard, one whose
line drops twice. The wall is open throughout. In the middle the server is killed.
"""

import asyncio

from playwright.async_api import Page, WebSocketRoute, expect

from server.library import statement_set
from tests.browser.keyboard import Keyboard
from tests.browser.screens import PATIENCE, PHONE, Chair, House, Person, button, say

ITEMS = [item.text for item in statement_set("en", "working-together").items]
LEFT_OUT = ITEMS[5]
NINE = [text for text in ITEMS if text != LEFT_OUT]
FIVE = NINE[:5]

NAMES = ["Ana", "Ben", "Cam", "Dot", "Eve", "Fay", "Gus", "Hal", "Ida", "Jo", "Kit"]
AGENCIES = ["Police", "Social care", "School", "Health"]


class DroppingLine:
    """A line that a test can drop; the browser has to notice and come back by itself."""

    def __init__(self) -> None:
        self._now: WebSocketRoute | None = None

    async def watch(self, page: Page) -> None:
        await page.route_web_socket("**/live", self._connect)

    def _connect(self, line: WebSocketRoute) -> None:
        line.connect_to_server()
        self._now = line

    async def drop(self) -> None:
        assert self._now is not None
        await self._now.close(code=4001)


def own_order(number: int) -> list[str]:
    """Return a person's order of the nine: all alike at the ends, apart in the middle."""
    turn = number % 4
    return [*NINE[:2], *NINE[2 + turn : 7], *NINE[2 : 2 + turn], *NINE[7:]]


async def test_twelve_people_finish_the_exercise(house: House) -> None:
    chair = Chair(await house.page(), "Robin")
    code = await chair.open_room(house.site)
    people = [
        Person(await house.page(**(PHONE if number < 3 else {})), name)
        for number, name in enumerate(NAMES)
    ]
    keys = Keyboard(people[3].page)
    line = DroppingLine()
    await line.watch(people[4].page)
    wall = await house.page(viewport={"width": 1920, "height": 1080})

    # --- everybody comes in
    await keys.join(house.site, code, people[3].name, AGENCIES[3])
    await asyncio.gather(
        *(
            person.join(house.site, code, AGENCIES[number % 4])
            for number, person in enumerate(people)
            if number != 3
        )
    )
    await button(chair.page, "sheet-wall").click()
    await button(chair.page.locator("dialog[open]"), "wall-make").click()
    link = chair.page.locator("dialog[open] input[readonly]")
    await wall.goto(await link.input_value())
    await chair.page.keyboard.press("Escape")
    await expect(wall.get_by_text(f"{code[:3]} {code[3:]}")).to_be_visible()

    # --- choose one to set aside
    await chair.do(say("next-start", title="Read and talk"))
    await chair.at("Read and talk")
    await chair.page.locator(".next-act button.quiet").click()
    await chair.at("Choose one to set aside")
    await asyncio.gather(
        keys.choose(LEFT_OUT),
        *(person.choose(LEFT_OUT) for number, person in enumerate(people) if number != 3),
    )
    await chair.reveal(11)
    await expect(wall.get_by_text(LEFT_OUT)).to_be_visible(timeout=PATIENCE)
    await line.drop()

    # --- agree what to set aside, with one "no" that is kept
    await chair.go_on_to("Agree what to set aside")
    await chair.propose(LEFT_OUT)
    await keys.stand("can_live")
    await asyncio.gather(
        *(
            person.stand(LEFT_OUT, "yes")
            for number, person in enumerate(people)
            if number not in {3, 10}
        )
    )
    await people[10].stand(LEFT_OUT, "no", "It matters where I work")
    await chair.settle(LEFT_OUT, say("settle-act-one", aim="set_aside"))
    await button(chair.page, "settle-no-go").click()
    await expect(people[0].page.get_by_text("It matters where I work")).to_be_visible()
    await expect(
        people[0].page.get_by_text(say("settle-all-agree", aim="set_aside"))
    ).to_have_count(0)

    # --- rank the nine; the server is killed when half have answered
    await chair.go_on_to("Rank what is left")
    await keys.rank(own_order(3))
    await asyncio.gather(*(people[n].rank(own_order(n)) for n in (0, 1, 2, 4, 5)))
    house.process.kill()
    await people[6].page.locator("button.order-row", has_text=own_order(6)[0]).click()
    banner = people[6].page.get_by_role("region").get_by_text(say("line-lost"))
    await expect(banner).to_be_visible(timeout=PATIENCE)
    await house.process.start()
    await people[6].rank(own_order(6)[1:])
    await asyncio.gather(*(people[n].rank(own_order(n)) for n in (7, 8, 9, 10)))
    await chair.reveal(11)
    await expect(people[0].page.get_by_text(say("gauge-head"))).to_be_visible(timeout=PATIENCE)

    # --- talk about the widest spread, note what is alike
    await chair.go_on_to("Talk about the widest spread")
    await chair.page.locator(".next-act button.big").click()
    await line.drop()
    await chair.page.locator(".next-act button.quiet").click()
    await chair.at("Alike and different")
    await people[0].at("Alike and different")

    # --- rank again: some change nothing
    await chair.go_on_to("Rank again")
    await keys.keep_order()
    await asyncio.gather(
        *(person.send_order() for number, person in enumerate(people) if number != 3)
    )
    await chair.reveal(11)
    await expect(people[4].page.get_by_text(say("movement-head"))).to_be_visible(timeout=PATIENCE)

    # --- agree on five, in order
    await chair.go_on_to("Agree on five, in order")
    for place, statement in enumerate(FIVE, start=1):
        await chair.propose(statement, place)
        await keys.stand("yes")
        await asyncio.gather(
            *(person.stand(statement, "yes") for n, person in enumerate(people) if n != 3)
        )
        await chair.settle(statement, say("settle-act", place=place))
    await expect(chair.page.get_by_text(say("settle-all-agree", aim="keep"))).to_have_count(5)

    # --- and walk out with the sheet
    await chair.do(say("desk-close"))
    await button(chair.page.locator("dialog[open]"), "close-yes").click()
    await asyncio.gather(
        *(
            expect(person.page.get_by_role("heading", name=say("closed-title"))).to_be_visible(
                timeout=PATIENCE
            )
            for person in people
        )
    )
    sheet = await people[0].page.context.new_page()
    await sheet.goto(f"{house.site}/r/{code}/sheet")
    said = await sheet.locator("main").inner_text()
    assert "It matters where I work" in said
    assert [said.index(statement) for statement in FIVE] == sorted(
        said.index(statement) for statement in FIVE
    )
