"""Why this order? What the starting point rests on, as somebody in the room reads it."""

from consensus import commands as c
from consensus.steps import judge
from tests.browser.group import ITEMS, Group
from tests.browser.screens import PHONE, House, say

NINE = [item for item in ITEMS if item != "s6"]
# Three of four agree on all of it; one would have the second place first and the last place sixth.
ALIKE = tuple(NINE)
APART = (NINE[1], NINE[0], *NINE[2:5], NINE[8], *NINE[5:8])


async def test_somebody_asks_why_and_reads_who_carries_it_and_whether_it_would_hold(
    house: House,
) -> None:
    async with Group(house.site) as group:
        seat = await group.newcomer()
        await group.choose()
        await group.reveal("choose")
        await group.discard()
        await group.rank()
        await group.reveal("rank")
        await group.do(c.OpenStep("rank-again"))
        for person, order in zip(group.people, [ALIKE, ALIKE, ALIKE, APART], strict=True):
            await person.do(judge.Cast("rank-again", order))
        await group.reveal("rank-again")
        await group.do(c.OpenStep("five"))
        page = await house.seated(group.code, seat, **PHONE)

        await page.get_by_text(say("grounds-title"), exact=True).click()

        for words in (
            say("grounds-border", higher="A", lower="B", people=3, against=1, of=4),
            say("grounds-border", higher="B", lower="C", people=4, against=0, of=4),
            say("grounds-rules-agree", slots=5),
            say("grounds-chosen-minds", count=2, slots=5),
            say("grounds-order-minds", count=1, slots=5),
        ):
            await page.get_by_text(words, exact=True).wait_for()
