"""A table without a chair does the whole exercise, on a phone, by keyboard, and over a socket."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from playwright.async_api import Locator, Page, expect

from consensus import commands as c
from consensus.hall import hall as h
from consensus.steps import judge, settle
from consensus.views import MemberRecord
from server.demo.client import Door, RoomClient
from server.wire import Ack
from tests.browser.group import ITEMS
from tests.browser.keyboard import Keyboard
from tests.browser.screens import NARROW, PATIENCE, PHONE, House, Person, button, press_until, say
from tests.browser.watcher import Watcher
from tests.forms import ROOM

HALL = {**ROOM, "title": "Learning together", "tables": "3", "placing": "choose", "self_run": "on"}
STATEMENTS = {
    "s1": "Things get better for the children we work with",
    "s2": "People find more effective ways to work",
    "s3": "Our setting earns a good name",
    "s4": "Practitioners think more creatively",
    "s5": "Good change is noticed",
    "s6": "Staff enjoy their work more",
    "s7": "One particular way of doing something",
    "s8": "Families are more satisfied",
    "s9": "Tension between agencies",
    "s10": "Decisions, and the responsibility",
}
NINE = [item for item in ITEMS if item != "s6"]


async def do(who: RoomClient, *commands: c.PersonCommand) -> None:
    for command in commands:
        assert isinstance(await who.do(command), Ack), command


class Hall:
    """A trainer's line to a hall that stands open, and the seats of those who sit at table 1."""

    def __init__(self, site: str, code: str, seat: str, trainer: RoomClient) -> None:
        self.site, self.code, self.seat, self.trainer = site, code, seat, trainer
        self.door = Door(site)

    def table(self, number: int) -> h.TableRecord:
        tables = self.trainer.records.of(h.TableRecord)
        return next(table for table in tables if table.number == number)

    async def named(self, name: str) -> str:
        """Return somebody's id once they are in the hall."""

        def found() -> list[str]:
            people = self.trainer.records.of(MemberRecord)
            return [person.id for person in people if person.name == name]

        await self.trainer.until(lambda _: bool(found()))
        return found()[0]

    async def placed(self, name: str, agency: str) -> str:
        """Let somebody join whom the trainer puts at table 1; return their seat."""
        seat = await self.door.join(self.code, name, agency)
        await do(self.trainer, h.Place(await self.named(name), self.table(1).id))
        return seat

    async def at_table(self, seat: str) -> RoomClient:
        """Return somebody's line to their table, with the seat that a browser gets there."""
        async with httpx.AsyncClient(base_url=self.site, cookies={"seat": seat}) as browser:
            answer = await browser.get(f"/r/{self.code}/my-table")
        key = answer.headers["set-cookie"].split(";")[0].removeprefix("seat=")
        return RoomClient(self.site, answer.headers["location"].removeprefix("/r/"), key)


@asynccontextmanager
async def hall_open(site: str, **more: str) -> AsyncIterator[Hall]:
    """A hall with three tables, and its trainer."""
    code, seat = await Door(site).open_room(**{**HALL, **more})
    async with RoomClient(site, code, seat) as trainer:
        await trainer.until(lambda records: len(records.of(h.TableRecord)) == 3)
        yield Hall(site, code, seat, trainer)


async def text(page: Page, message: str, **facts: object) -> None:
    await expect(page.get_by_text(say(message, **facts)).first).to_be_visible(timeout=PATIENCE)


async def ready(page: Page) -> None:
    """Say that I am ready, once the bar has settled on what it asks."""
    await settled_bar(page, "ready-press")
    await button(page, "ready-press").click()


async def settled_bar(page: Page, message: str) -> None:
    """Wait until a second tap would no longer be taken for one that was meant for before."""
    pressed = button(page, message)
    await expect(pressed).to_have_attribute("aria-busy", "false", timeout=PATIENCE)


async def test_a_table_without_a_chair_goes_all_the_way(house: House) -> None:
    async with hall_open(house.site) as hall:
        # Given two who choose table 1, and two whom the trainer puts there
        ana = Person(await house.page(**PHONE), "Ana")
        await ana.join(house.site, hall.code, "Police")
        await ana.page.get_by_role("button", name=say("hall-sit-roomiest", number=1)).click()
        await text(ana.page, "hall-find")
        ben_page = await house.page(**NARROW)
        watcher = Watcher(ben_page, "Ben")
        ben = Keyboard(ben_page)
        await ben.join(house.site, hall.code, "Ben", "Health")
        await watcher.look("choosing a table")
        await ben.tab_to(say("hall-sit-at", number=1))
        await ben.press("Enter")
        await ben.shown(say("hall-find"))
        assert (await ben.focus() or "").startswith(say("hall-your-table-is"))
        seats = [await hall.placed(name, "School") for name in ("Cam", "Dot")]

        # When the trainer begins, then both pages go to their table by themselves
        await do(hall.trainer, h.Begin())
        await ana.at("Read and talk")
        await ben.shown(say("table-no-chair"))
        assert hall.table(1).code in ana.page.url
        cam, dot = [await hall.at_table(seat) for seat in seats]
        async with cam, dot:
            await watcher.look("at the first step")
            await play(Four(ana, ben, [cam, dot]))
        assert watcher.faults == {}


class Four:
    """Ana taps on her phone, Ben has nothing but keys, and Cam and Dot answer over sockets."""

    def __init__(self, ana: Person, ben: Keyboard, others: list[RoomClient]) -> None:
        self.ana, self.ben, self.others = ana, ben, others

    async def go_on(self, shown: str) -> None:
        """Two of the four are ready, and both screens show what follows."""
        await ready(self.ana.page)
        await self.ben.shown(say("ready-who", names="Ana"))
        await self.ben.tab_to(say("ready-press"))
        await settled_bar(self.ben.page, "ready-press")
        await self.ben.press("Enter")
        for page in (self.ana.page, self.ben.page):
            await expect(page.get_by_text(shown).first).to_be_visible(timeout=PATIENCE)

    async def others_do(self, command: c.PersonCommand) -> None:
        for other in self.others:
            await do(other, command)

    async def agree(self, step: str, slot: int, item: str) -> None:
        """Ana proposes, all four say where they stand, and Ana settles."""
        statement = STATEMENTS[item]
        only = step == "discard"
        row = self.ana.page.locator(".candidate", has_text=statement)
        label = say("settle-propose") if only else say("settle-put", place=slot + 1)
        await row.get_by_role("button", name=label).click()
        await self.ben.shown(statement)
        await self.others_do(settle.Stand(step, slot, item, "yes"))
        await self.ana.stand(statement, "yes")
        await self.ben.stand("can_live")
        await self.press_until(button(self.ana.slot(statement), "settle-reopen"))

    async def press_until(self, done: Locator) -> None:
        """Ana presses what the step asks next."""
        act = self.ana.page.locator(".hall-ready .button.big[aria-disabled=false]")
        await press_until(act, done, self.ana.page)


async def play(table: Four) -> None:
    """Go through all eight steps."""
    ana, ben = table.ana, table.ben
    # One who is ready is not half of four, and may think again.
    await ready(ana.page)
    await ben.shown(say("ready-who", names="Ana"))
    await settled_bar(ana.page, "ready-undo")
    await button(ana.page, "ready-undo").click()
    await text(ana.page, "ready-needs", needed=2)
    await table.go_on("Which one statement would you set aside?")

    await ana.choose(STATEMENTS["s6"])
    await ben.choose(STATEMENTS["s6"])
    await table.others_do(judge.Cast("choose", ("s6",)))
    await text(ana.page, "ready-next-answers")
    await table.go_on(say("ready-next-step", title="Agree what to set aside"))
    await table.go_on("Which one can everybody live without?")
    await table.agree("discard", 0, "s6")

    await table.go_on("Only you can see your order")
    await ana.rank([STATEMENTS[item] for item in NINE])
    await ben.rank([STATEMENTS[item] for item in reversed(NINE)])
    await table.others_do(judge.Cast("rank", tuple(NINE)))
    await table.go_on(say("ready-next-step", title="Talk about the widest spread"))
    await table.go_on("Start where you differ most.")
    await table.press_until(button(ana.page, "turns-stop"))
    await ben.shown(say("turns-stop"))
    await table.go_on("Pick two statements.")
    await table.go_on("You start from your own last order.")
    await ana.send_order()
    await table.others_do(judge.Cast("rank-again", tuple(NINE)))
    await table.go_on(say("ready-next-step", title="Agree on five, in order"))
    await table.go_on("Fill the five places in order")
    await table.agree("five", 0, "s1")
    for slot, item in enumerate(NINE[1:5], 1):
        await do(table.others[0], settle.Propose("five", slot, item))
        await table.others_do(settle.Stand("five", slot, item, "yes"))
        await do(table.others[1], settle.Agree("five", slot, item, even_so=True))
    await text(ana.page, "ready-next-end")
    await table.go_on(say("ready-through"))


async def test_what_the_trainer_asks_of_a_table(house: House) -> None:
    async with hall_open(house.site, placing="placed") as hall:
        # Given Ana, who is given a table, and goes there when it begins
        ana = Person(await house.page(**NARROW), "Ana")
        watcher = Watcher(ana.page, "Ana")
        await ana.join(house.site, hall.code, "Police")
        await text(ana.page, "hall-given")
        ana_id = await hall.named("Ana")
        await do(hall.trainer, h.Place(ana_id, hall.table(2).id))
        await text(ana.page, "hall-find")
        await do(hall.trainer, h.Begin())
        await ana.at("Read and talk")

        # When the trainer holds all tables, and says something, then Ana sees both
        await do(hall.trainer, h.HoldAll(), h.NudgeTable(None, "Ask why before you answer"))
        await text(ana.page, "table-held")
        nudge = ana.page.get_by_text(say("table-nudge", text="Ask why before you answer"))
        await expect(nudge).to_be_visible(timeout=PATIENCE)
        await expect(button(ana.page, "ready-press")).to_have_count(0)
        await watcher.look("held and nudged")
        await do(hall.trainer, h.ReleaseAll())
        await expect(button(ana.page, "ready-press")).to_be_visible(timeout=PATIENCE)

        # What she has read stays closed on this device; the next words show again.
        await button(ana.page, "table-read").click()
        await ana.page.reload()
        await text(ana.page, "table-no-chair")
        await expect(nudge).to_have_count(0)
        await do(hall.trainer, h.NudgeTable(hall.table(2).id, "Five more minutes"))
        await expect(ana.page.get_by_text("Five more minutes").first).to_be_visible()

        # When she asks for help, then everybody at the table sees that it comes
        await button(ana.page, "sheet-more").click()
        await watcher.look("more")
        await button(ana.page, "table-help-ask").click()
        await button(ana.page, "dialog-close").click()
        await text(ana.page, "table-help-coming")
        await button(ana.page, "table-help-done").click()
        await expect(button(ana.page, "table-help-done")).to_have_count(0)

        # When the trainer moves her while she writes, then the page waits for her to go
        await button(ana.page, "bar-ask-why").click()
        await ana.page.locator("dialog textarea").first.fill("What does “earns” mean here?")
        await button(ana.page, "dialog-close").click()
        await do(hall.trainer, h.Place(ana_id, hall.table(1).id))
        await text(ana.page, "table-moved-unsent")
        unsent = ana.page.locator(".hall-unsent", has_text="What does “earns” mean here?")
        await expect(unsent).to_be_visible()
        await ana.page.get_by_role("link", name=say("table-go", number=1)).click()
        await text(ana.page, "table-arrived", number=1)

        # When she has nothing left to send, then the page goes there by itself, and says so
        await do(hall.trainer, h.Place(ana_id, hall.table(3).id))
        await text(ana.page, "table-arrived", number=3)
        await text(ana.page, "table-arrived-stays", **{"from": 1})
        assert hall.table(3).code in ana.page.url
        await _looked_in_on(house, hall)

        # When she takes the empty chair, then the desk is hers, with the trainer in reach
        await button(ana.page, "table-take-chair").click()
        await expect(button(ana.page, "table-help-ask")).to_be_visible(timeout=PATIENCE)
        await text(ana.page, "table-number", number=3)
        # … without what is the trainer's: the way in, the wall, the end.
        for theirs in ("sheet-wall", "desk-close", "sheet-invite"):
            await expect(button(ana.page, theirs)).to_have_count(0)
        await expect(ana.page.get_by_text(hall.table(3).code)).to_have_count(0)
        await watcher.look("in the chair")

        # When everybody is called back, then she goes, stays, and sees the hall's own step
        await do(hall.trainer, h.Call())
        await ana.page.get_by_role("link", name=say("table-called-go")).click()
        await text(ana.page, "hall-called")
        await watcher.look("called back")
        await do(hall.trainer, c.OpenStep("look"))
        await ana.at("Look at it together")
        await expect(ana.page.get_by_role("link", name=say("table-go", number=3))).to_be_visible()
        await do(hall.trainer, c.Close())
        await text(ana.page, "hall-after")
        await ana.page.get_by_role("link", name=say("hall-after-go", number=3)).click()
        await ana.page.wait_for_url(f"**/r/{hall.table(3).code}")
        await text(ana.page, "closed-thanks")
        assert watcher.faults == {}


async def _looked_in_on(house: House, hall: Hall) -> None:
    """The trainer looks in at table 3: they watch, and find the way back to the desk."""
    async with httpx.AsyncClient(base_url=house.site, cookies={"seat": hall.seat}) as browser:
        answer = await browser.post(f"/r/{hall.code}/tables/{hall.table(3).id}/visit")
    key = answer.headers["set-cookie"].split(";")[0].removeprefix("seat=")
    page = await house.seated(hall.table(3).code, key, **PHONE)
    await text(page, "table-looking-in", number=3)
    await expect(button(page, "ready-press")).to_have_count(0)
    back = page.get_by_role("link", name=say("table-to-desk"))
    await expect(back).to_have_attribute("href", f"/r/{hall.code}#here")
    await page.context.close()
