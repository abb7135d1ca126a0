"""A whole joint supervision: four people think about stuck work, and nobody decides anything.

Robin has the chair. Ana and Dot have phones; Ben has nothing but a keyboard. Somebody wants a
decision, and the room keeps to what it is for. The sheet then tells what was thought, and neither
whose feeling nor whose mark it was.
"""

import asyncio
import re

from playwright.async_api import FilePayload, expect

from tests.browser.meeting import ByKeyboard, Guest, InTheChair, OnAPhone
from tests.browser.screens import PATIENCE, PHONE, House, button, say, until
from tests.browser.test_prepare import forgive_the_refusal

DECIDING = """
id = "decides"
title = "A supervision that decides"
summary = "It wants to decide."
purpose = "Decide."
group = "thinking"
forbids = ["settle", "commit"]
rules = "plain"

[[steps]]
id = "decide"
title = "What we decide"
prompt = "Decide."
minutes = 5
[steps.settings]
type = "settle"
form = "text"
"""

HOPE = "Why every visit ends at the door"
DAY = "He waits at the window until somebody comes"
FEELINGS = ("I dread ringing the bell", "I feel sure of nothing here")
NEWS = "He has changed school"
STRIKES = "Nobody has said what he is good at"
SEEN = "Ask him to show us his room"
LEAVING = "I leave lighter than I came"
MARKS = {"Robin": 3, "Ana": 7, "Ben": 4, "Dot": 9}

Group = tuple[InTheChair, OnAPhone, ByKeyboard, OnAPhone]


async def test_a_supervision_thinks_and_decides_nothing(house: House) -> None:
    robin = InTheChair(await house.page(), "Robin")
    ana = OnAPhone(await house.page(**PHONE), "Ana")
    ben = ByKeyboard(await house.page(), "Ben")
    dot = OnAPhone(await house.page(**PHONE), "Dot")
    group = (robin, ana, ben, dot)

    await no_file_brings_a_decision(house, robin)
    code = await they_come_in(house, group)
    await no_step_brings_a_decision(robin)
    await nobody_goes_past_the_notice(robin)
    await they_agree_what_this_is_for(group)
    await dot_tells_the_story(group)
    await they_think_of_a_day(group)
    await they_mark_how_they_work_together(group)
    await dot_listens(group)
    await they_leave(group)
    await the_sheet_holds_no_decision_and_nobodys_mark(house, group, code)


async def no_file_brings_a_decision(house: House, robin: InTheChair) -> None:
    page = robin.page
    await page.goto(f"{house.site}/start")
    await page.get_by_text(say("start-plan")).click()
    file: FilePayload = {
        "name": "decides.toml",
        "mimeType": "text/plain",
        "buffer": DECIDING.encode(),
    }
    await page.locator("[name=plan]").set_input_files(file)
    await robin.presses("start-plan-button")
    await expect(page.get_by_role("alert")).to_contain_text("step 'decide'")
    forgive_the_refusal(house)


async def they_come_in(house: House, group: Group) -> str:
    robin, ana, ben, dot = group
    code = await robin.opens(house.site, "Joint supervision", focus="J.B.", agency="Social care")
    await asyncio.gather(
        ana.knock(house.site, code, "Police"),
        ben.knock(house.site, code, "School"),
        dot.knock(house.site, code, "Health"),
    )
    await robin.lets_in(3)
    await asyncio.gather(*(person.in_lobby() for person in (ana, ben, dot)))
    return code


async def no_step_brings_a_decision(robin: InTheChair) -> None:
    await robin.presses("agenda-edit")
    await robin.presses("agenda-add")
    for title in ("What we agree", "Who does what, by when"):
        add = button(robin.page, "agenda-add-spoken", title=title)
        await expect(add).to_have_attribute("aria-disabled", "true")
    await robin.sees(say("agenda-forbidden"))
    await robin.page.keyboard.press("Escape")


async def nobody_goes_past_the_notice(robin: InTheChair) -> None:
    rail = robin.page.locator(".desk-rail")
    await robin.press(rail.get_by_role("button", name="The story so far"))
    refused = robin.page.get_by_text(say("refusal-needed_first", title="A space to think"))

    async def is_refused() -> bool:
        await robin.act.click()
        return bool(await refused.count())

    await until(is_refused, robin.page)
    await robin.press(rail.get_by_role("button", name="A space to think"))
    await robin.do(say("next-open-this"))


async def they_agree_what_this_is_for(group: Group) -> None:
    robin = group[0]

    async def agrees(person: Guest) -> None:
        await person.tick(person.page.get_by_role("checkbox", name=re.compile("initials")))
        await person.agrees()

    await asyncio.gather(*(agrees(person) for person in group))

    await robin.go_on_to("Why we bring this")
    await robin.pick("It is stuck")
    await robin.presses("form-save-field", field="What brings us here?")
    await group[2].put("What do we hope to understand?", HOPE)
    await group[2].presses("form-save-field", field="What do we hope to understand?")
    await group[1].sees(HOPE)


async def dot_tells_the_story(group: Group) -> None:
    robin, ana, _, dot = group
    await robin.go_on_to("The story so far")
    await dot.presses("turns-present-me")
    await robin.do(say("turns-act-first", letter="Dot"))
    await dot.sees(say("turns-yours"))

    # News about the child is not for here: it goes to whoever works with the family.
    await ana.presses("bar-ask-why")
    await ana.pick(say("remark-sort-news"))
    await ana.put(say("remark-words-news"), NEWS)
    await ana.press(button(ana.page.get_by_role("dialog"), "remark-send-news"))

    await moves_on(robin)
    await robin.at("Questions to understand")
    await robin.do(say("turns-act-first", letter=""))
    await moves_on(robin)


async def they_think_of_a_day(group: Group) -> None:
    robin, ana, ben, dot = group
    day, feel = "What is a day like for the child?", "What do we feel about this work?"
    await asyncio.gather(*(person.at("A day in the child’s life") for person in group))
    for phone in (ana, dot):  # wherever they had scrolled to before
        heading = phone.page.get_by_role("heading", level=1)
        await expect(heading).to_be_in_viewport(timeout=PATIENCE)
    await robin.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    await expect(button(robin.page, "risk-button")).to_be_in_viewport(timeout=PATIENCE)
    await asyncio.gather(
        ana.writes(DAY, day), ben.writes(FEELINGS[0], feel), dot.writes(FEELINGS[1], feel)
    )
    for person in (robin, ana):
        await person.knows_nothing_of(*FEELINGS)
    await robin.do(say("collect-reveal", count=3))
    for words in (DAY, *FEELINGS):
        await ana.sees(words)


async def they_mark_how_they_work_together(group: Group) -> None:
    robin = group[0]
    await robin.go_on_to("How well do we work together?")

    async def mark(person: Guest) -> None:
        points = person.page.get_by_role("group", name=say("judge-scale-itself"))
        await person.tick(points.get_by_role("radio", name=str(MARKS[person.name]), exact=True))
        await person.presses("judge-send")
        await person.answered()

    await asyncio.gather(*(mark(person) for person in group))
    await robin.reveal(4)
    for person in group:
        spread = person.page.get_by_text(say("scale-says", low=3, high=9)).first
        await expect(spread).to_be_attached(timeout=PATIENCE)


async def dot_listens(group: Group) -> None:
    robin, _, _, dot = group
    await robin.go_on_to("What we make of it")
    await robin.do(say("turns-act-first", letter=""))
    await dot.sees(say("turns-presenter-listens"))
    await robin.do(say("turns-act-next", letter=""))
    await dot.sees(say("turns-presenter-speaks"))


async def they_leave(group: Group) -> None:
    robin, ana, ben, _ = group
    await robin.go_on_to("Seen differently")
    await ben.writes(SEEN, "What could be seen or done differently?")
    await ana.sees(SEEN)
    await robin.go_on_to("What I have learnt, and how I leave")
    await robin.do(say("turns-act-first", letter=""))
    await robin.put(say("turns-keep"), LEAVING)


async def moves_on(robin: InTheChair) -> None:
    """Leave a round before everybody has had a turn."""
    await robin.press(robin.page.locator(".next-act button.quiet"))


async def the_sheet_holds_no_decision_and_nobodys_mark(
    house: House, group: Group, code: str
) -> None:
    robin, ana, _, _ = group
    await robin.presses("sheet-more")
    await robin.presses("desk-close")
    await robin.confirms("close-yes")
    await ana.sees(say("closed-thanks"))
    page = await ana.page.context.new_page()
    await page.goto(f"{house.site}/r/{code}/sheet")
    sheet = page.locator("article.sheet")
    for words in (HOPE, DAY, *FEELINGS, SEEN, NEWS):
        await expect(sheet).to_contain_text(words)
    await expect(sheet).not_to_contain_text(LEAVING)
    await expect(sheet).not_to_contain_text(re.compile("promise", re.IGNORECASE))

    felt = sheet.locator(".paper-part", has=page.get_by_role("heading", name="A day in the"))
    for words in FEELINGS:
        await expect(felt.get_by_role("listitem").filter(has_text=words)).to_contain_text(
            say("note-unsigned")
        )
    marked = sheet.locator(".paper-part", has=page.get_by_role("heading", name="How well do we"))
    for person in group:
        await expect(marked).not_to_contain_text(person.name)
