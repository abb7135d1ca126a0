"""A whole training session: two tables in real browsers, two on sockets, from the code to the wall.

On the way somebody comes late, somebody is moved, one table falls behind, and the server is killed.
"""

import asyncio
from contextlib import AsyncExitStack

from playwright.async_api import Page, expect

from consensus import views
from consensus.hall import hall as h
from server.demo.client import Door, RoomClient
from server.library import statement_set
from tests.browser.screens import PATIENCE, PHONE, House, Person, button, press_until, say
from tests.browser.test_hall_tables import ready, text
from tests.server.hall.halls import open_hall
from tests.server.hall.test_figures import on_the_wall, same_as_from_the_file
from tests.server.hall.whole_hall import Hall, align

ITEMS = [item.text for item in statement_set("en", "working-together").items]
LEFT_OUT = ITEMS[5]
NINE = [statement for statement in ITEMS if statement != LEFT_OUT]
NAMES = (("Ana", "Ben", "Cam"), ("Dot", "Eve", "Fay"))
AGENCIES = ("Police", "Health", "School")


class Table:
    """A table without a chair, whose people all look at screens of their own."""

    def __init__(self, people: list[Person]) -> None:
        self.people = people

    async def go_on(self, shown: str) -> None:
        """Two are ready, which is half of three and of four; then everybody sees what follows."""
        first, second, *_ = self.people
        await ready(first.page)
        await text(second.page, "ready-who", names=first.name)
        await ready(second.page)
        for person in self.people:
            await expect(person.page.get_by_text(shown).first).to_be_visible(timeout=PATIENCE)

    async def agree(self, statement: str, place: int | None) -> None:
        """The first proposes, everybody says where they stand, and the first settles."""
        first = self.people[0]
        label = say("settle-propose") if place is None else say("settle-put", place=place)
        row = first.page.locator(".candidate", has_text=statement)
        await row.get_by_role("button", name=label).click()
        await asyncio.gather(*(person.stand(statement, "yes") for person in self.people))
        act = first.page.locator(".hall-ready .button.big[aria-disabled=false]")
        await press_until(act, button(first.slot(statement), "settle-reopen"), first.page)

    async def set_aside(self) -> None:
        """Go from the first step to the one statement that is set aside."""
        await self.go_on("Which one statement would you set aside?")
        await asyncio.gather(*(person.choose(LEFT_OUT) for person in self.people))
        await self.go_on(say("ready-next-step", title="Agree what to set aside"))
        await self.go_on("Which one can everybody live without?")
        await self.agree(LEFT_OUT, None)

    async def open_answers(self, following: str) -> None:
        """Open the ranking together."""
        await self.go_on(say("ready-next-step", title=following))

    async def five(self) -> None:
        """Agree on five, in order, and be through."""
        await self.go_on("Fill the five places in order")
        for place, statement in enumerate(NINE[:5], start=1):
            await self.agree(statement, place)
        await self.go_on(say("ready-through"))


async def come_in(house: House, code: str, page: Page, name: str, agency: str) -> Person:
    """Type the code on the first page, then a name and an agency."""
    await page.goto(house.site)
    await page.locator("[name=code]").fill(code.lower())
    await page.locator("[name=code]").press("Enter")
    await page.locator("[name=name]").fill(name)
    await page.locator("[name=agency]").fill(agency)
    await page.locator("[name=name]").press("Enter")
    return Person(page, name)


async def placed(hall: Hall, name: str, table: str) -> None:
    """The trainer puts somebody at a table."""

    def found() -> list[str]:
        return [x.id for x in hall.trainer.records.of(views.MemberRecord) if x.name == name]

    await hall.trainer.until(lambda _: bool(found()))
    await hall.do(h.Place(found()[0], table))


async def test_a_session_from_the_code_to_the_wall(house: House) -> None:
    code, seat = await open_hall(house.site, 4, placing="placed")
    async with AsyncExitStack() as lines:
        trainer = await lines.enter_async_context(RoomClient(house.site, code, seat))
        hall = Hall(house.process, code, seat, trainer, lines)
        wall = await house.page(viewport={"width": 1920, "height": 1080})
        key = await Door(house.site).wall_key(code, seat)
        await wall.goto(f"{house.site}/r/{code}/wall#{key}")
        await expect(wall.locator(".join-code")).to_be_visible(timeout=PATIENCE)

        first, second = await everybody_sits_down(house, hall)
        in_sockets = hall.tables()[2:]
        await somebody_is_moved_and_somebody_comes_late(house, hall, first, second)

        # Table 4 falls behind: it only read. The trainer holds all tables, and lets them go on.
        await asyncio.gather(
            first.set_aside(),
            second.set_aside(),
            hall.play_steps(("read", "choose", "discard"), in_sockets[:1]),
            hall.play_steps(("read",), in_sockets[1:]),
        )
        await hall.do(h.HoldAll())
        await text(first.people[0].page, "table-held")
        await hall.do(h.ReleaseAll())
        await align(hall, in_sockets[1])

        await they_rank_while_the_server_is_killed(house, hall, first, second)
        await asyncio.gather(
            first.open_answers("Talk about the widest spread"),
            second.open_answers("Talk about the widest spread"),
            hall.play_steps(("rank", "talk", "compare"), in_sockets),
        )
        await hall.do(h.Align("rank-again"))
        await asyncio.gather(
            *(again(person) for table in (first, second) for person in table.people),
            hall.play_steps(("rank-again", "five"), in_sockets),
        )
        await asyncio.gather(*map(finish, (first, second)))

        await the_wall_shows_what_they_found(wall, hall)
        data = await same_as_from_the_file(hall, await on_the_wall(hall))
        # Nothing that was said before the server was killed is missing, and nothing is there twice.
        assert [len(ranking.orders) for ranking in data.rankings] == [13, 13]


async def everybody_sits_down(house: House, hall: Hall) -> tuple[Table, Table]:
    """Six people come in browsers and six over sockets; the trainer places them, and begins."""

    async def one(name: str, agency: str, table: str) -> Person:
        page = await house.page(**(PHONE if agency == "Police" else {}))
        person = await come_in(house, hall.code, page, name, agency)
        await person.in_lobby()
        await placed(hall, name, table)
        return person

    async def sit_down(names: tuple[str, ...], table: str) -> Table:
        people = (one(*who, table) for who in zip(names, AGENCIES, strict=True))
        return Table(list(await asyncio.gather(*people)))

    tables = hall.tables()
    seated, guests = await asyncio.gather(
        asyncio.gather(
            *(sit_down(names, table) for names, table in zip(NAMES, tables, strict=False))
        ),
        hall.come(6),
    )
    for number, guest in enumerate(guests):
        await placed(hall, guest.person.name, tables[2 + number % 2])
    await hall.begin()
    first, second = seated
    for person in (*first.people, *second.people):
        await person.at("Read and talk")
    return first, second


async def somebody_is_moved_and_somebody_comes_late(
    house: House, hall: Hall, first: Table, second: Table
) -> None:
    """Cam goes to table 2, and Gil, who comes late, to table 1, which is now the smallest."""
    cam = first.people.pop()
    await placed(hall, cam.name, hall.tables()[1])
    await text(cam.page, "table-arrived", number=2)
    second.people.append(cam)
    await hall.do(h.SetUp("spread", self_run=True))
    gil = await come_in(house, hall.code, await house.page(**PHONE), "Gil", "Police")
    await gil.at("Read and talk")
    await text(gil.page, "table-number", number=1)
    first.people.append(gil)


async def they_rank_while_the_server_is_killed(
    house: House, hall: Hall, first: Table, second: Table
) -> None:
    """The second table has answered, and nobody of the first, when the server is killed."""
    for person in (*first.people, *second.people):
        await person.at("Rank what is left")
    await asyncio.gather(*(person.rank(NINE) for person in second.people))
    house.process.kill()
    ana, *others = first.people
    await ana.page.locator("button.order-row", has_text=NINE[0]).click()
    await text(ana.page, "line-lost")
    await house.process.start()
    await hall.trainer.open()
    await asyncio.gather(*(guest.line.open() for guest in hall.guests))
    await asyncio.gather(
        ana.rank(NINE[1:]), *(person.rank([*NINE[3:], *NINE[:3]]) for person in others)
    )


async def again(person: Person) -> None:
    """Change nothing, which is just as good."""
    await person.at("Rank again")
    await person.send_order()


async def finish(table: Table) -> None:
    """Open the second ranking, and agree."""
    await table.open_answers("Agree on five, in order")
    await table.five()


async def the_wall_shows_what_they_found(wall: Page, hall: Hall) -> None:
    """Four lists of five stand side by side, and those of the browsers are what they agreed."""
    await hall.do(h.Show("fives"))
    heading = wall.get_by_role("heading", level=2, name=say("tables-title-fives"), exact=True)
    await expect(heading).to_be_visible(timeout=PATIENCE)
    lists = wall.locator(".fives-table")
    await expect(lists).to_have_count(4, timeout=PATIENCE)
    await expect(lists.locator(".tables-tile[data-item]")).to_have_count(20, timeout=PATIENCE)
    for number in (0, 1):
        tiles = lists.nth(number).locator(".tables-tile[data-item]")
        shown = [await tile.get_attribute("data-item") for tile in await tiles.all()]
        assert shown == ["s1", "s2", "s3", "s4", "s5"]
