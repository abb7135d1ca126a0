"""One whole options meeting: nine people from six agencies and a family, in seven browsers.

Robin has the chair. Ben has nothing but a keyboard; Eli's line drops twice; Fay comes late; Kim, a
parent, and Gus, an advocate, share a phone; Lee is on the telephone and entered by the chair. Then
the sheet has to tell what happened, all of it, and nothing of what was kept private.
"""

import asyncio
from dataclasses import dataclass

from playwright.async_api import expect

from tests.browser.meeting import ByKeyboard, Guest, InTheChair, Line, OnAPhone
from tests.browser.screens import PATIENCE, PHONE, House, button, say

FOCUS = "K, ref 4711"

AUNT = "K stays with her aunt and sees her mother at weekends"
HOME = "K stays at home with help in the mornings"
NEARER = "The family moves closer to the school"
FLAT = "The family gets a flat with a room for K"
OPTIONS = (AUNT, HOME, NEARER, FLAT)

NOT_AGREED = "I have to ask my team leader first"
CHILD_SAYS = "I like it when it is quiet at night"
TAKEN_BACK = "We wait until the summer and look again"
TO_MYSELF = "Ask my manager about money for the aunt"
OFFER = "The school nurse comes each Tuesday"
KEPT = "A room of her own matters to some, the aunt to others"
REASON = "She sleeps there, and the school is near"
CONDITION = "If the aunt is asked first"
PROMISE = "Visit the aunt together"
UNSIGNED = "Nobody has asked the neighbour on the ground floor"
FAMILY_SAYS = "I would miss her, and I see that she sleeps"
GUS_SAYS_NO = "Nobody has asked K where she wants to live"
GUS_FEARS = "K feels sent away"
NOT_INVITED = "K is nine, and nobody has worried the police"
BECAUSE = "I have seen her asleep there"
MESSAGE = "K stays with her aunt for now. We meet again in March."
KIM_SUGGESTS = "K can ring her mum whenever she likes."

# What Ana, Ben, Dot, Eli and Fay say of an option, in which lane.
WEIGHED = (
    ("She knows the house and sleeps well there", "Strengths", AUNT),
    ("She walks to school with a friend", "Strengths", HOME),
    ("Nobody has asked the aunt how she manages", "Worries", AUNT),
    ("How long the waiting list is", "Don’t know", FLAT),
    ("The aunt could have a day off each week", "What could change", AUNT),
)

# Five people of four agencies put the aunt before the home, four of four the other way round: with
# one voice for each person the aunt is in front, with one voice for each agency the two are level.
AUNT_FIRST = [AUNT, HOME, NEARER, FLAT]
HOME_FIRST = [HOME, AUNT, NEARER, FLAT]
FLAT_FIRST = [FLAT, HOME, AUNT, NEARER]
HOME_ONLY = [HOME, NEARER, FLAT, AUNT]


@dataclass(frozen=True)
class Cast:
    """Everybody at their screens: Kim and Gus have one phone, Lee speaks through Robin's desk."""

    robin: InTheChair
    ana: OnAPhone
    ben: ByKeyboard
    dot: OnAPhone
    eli: OnAPhone
    fay: OnAPhone
    kim: OnAPhone
    gus: OnAPhone
    lee: Guest
    line: Line

    @property
    def screens(
        self,
    ) -> tuple[InTheChair, OnAPhone, ByKeyboard, OnAPhone, OnAPhone, OnAPhone, OnAPhone]:
        """Return one person for each browser."""
        return (self.robin, self.ana, self.ben, self.dot, self.eli, self.fay, self.kim)


async def a_cast(house: House) -> Cast:
    """Return everybody before their first page, Eli on a line that can be cut."""
    desk, shared, eli = await house.page(), await house.page(**PHONE), await house.page(**PHONE)
    line = Line()
    await line.watch(eli)
    return Cast(
        robin=InTheChair(desk, "Robin"),
        ana=OnAPhone(await house.page(**PHONE), "Ana"),
        ben=ByKeyboard(await house.page(), "Ben"),
        dot=OnAPhone(await house.page(**PHONE), "Dot"),
        eli=OnAPhone(eli, "Eli"),
        fay=OnAPhone(await house.page(**PHONE), "Fay"),
        kim=OnAPhone(shared, "Kim"),
        gus=OnAPhone(shared, "Gus"),
        lee=Guest(desk, "Lee"),
        line=line,
    )


async def test_nine_people_find_a_way_forward_for_k(house: House) -> None:
    cast = await a_cast(house)
    code = await they_come_in(house, cast)
    await they_read_the_notice(cast)
    await they_hear_the_child(house, cast, code)
    await they_write_options_in_private(house, cast, code)
    await they_weigh_them(cast)
    await they_ask_what_is_missing(cast)
    await they_rank_in_private(cast)
    await they_decide(cast)
    await they_promise(cast)
    await they_write_to_the_family(cast)
    await they_close(cast)
    await the_sheet_tells_the_truth(house, cast, code)


async def they_come_in(house: House, cast: Cast) -> str:
    robin, kim, gus = cast.robin, cast.kim, cast.gus
    code = await robin.opens(
        house.site,
        "Options meeting",
        title="Where K can live well",
        focus=FOCUS,
        agency="Social care",
    )

    async def kim_and_gus() -> None:
        await kim.knock(house.site, code, "", here_as="carer")
        await kim.press(kim.page.get_by_role("link", name=say("pass-add")))
        await gus.introduce("", here_as="advocate")
        await gus.presses("add-button")

    await asyncio.gather(
        cast.ana.knock(house.site, code, "Police"),
        cast.ben.knock(house.site, code, "School"),
        cast.dot.knock(house.site, code, "Health", attends="video"),
        cast.eli.knock(house.site, code, "Housing"),
        kim_and_gus(),
    )
    await robin.lets_in(6)
    await robin.enters("Lee", "Health")
    await robin.takes_the_phone()
    await robin.explains("Youth justice", NOT_INVITED)
    at_first = (cast.ana, cast.ben, cast.dot, cast.eli)
    await asyncio.gather(*(person.in_lobby() for person in at_first))
    await kim.takes_the_phone()
    await asyncio.gather(*(person.sees(FOCUS) for person in (robin, *at_first, kim)))
    return code


async def they_read_the_notice(cast: Cast) -> None:
    robin, kim, gus, eli = cast.robin, cast.kim, cast.gus, cast.eli
    await robin.do(say("next-start", title="Before we begin"))

    async def kim_and_gus() -> None:
        await kim.agrees()
        await gus.takes_the_phone()
        await gus.agrees()
        await kim.takes_the_phone()

    await asyncio.gather(
        robin.agrees(),
        cast.ana.agrees(),
        cast.ben.agrees(),
        cast.dot.agrees(),
        eli.disagrees(NOT_AGREED),
        kim_and_gus(),
    )
    # Lee has no screen: the notice is read out, and what he says is written down.
    lee = robin.page.locator(".notice-answer", has_text="Lee")
    await robin.press(lee.get_by_role("button", name=say("gate-aloud")))
    await robin.press(button(lee, "gate-aloud-yes"))
    await robin.sees(NOT_AGREED)


async def they_hear_the_child(house: House, cast: Cast, code: str) -> None:
    robin, kim, fay = cast.robin, cast.kim, cast.fay
    await robin.go_on_to("The child’s words, and the family’s own plan")
    await robin.has_not_heard(say("heard-family"))
    await fay.knock(house.site, code, "Family hub")
    await robin.lets_in(1)
    await fay.sees(say("gate-first"))
    await fay.agrees()
    await fay.at("The child’s words, and the family’s own plan")

    label = "In the child’s own words"
    await kim.put(label, CHILD_SAYS)
    await kim.put(say("form-source"), "K told Fay at the hub")
    await kim.type_day(kim.page.get_by_label(say("form-when"), exact=True), "2026-11-20")
    await kim.presses("form-save-field", field=label)
    await robin.sees(CHILD_SAYS)
    await robin.has_heard(say("heard-family"))
    await robin.presses("form-read-out-tick")
    await fay.sees(say("form-read-out"))
    await robin.pick(say("form-yes"))
    offered = "Was the family offered time to make a plan of their own?"
    await robin.presses("form-save-field", field=offered)
    await robin.sees(say("form-to-go", count=0))


async def they_write_options_in_private(house: House, cast: Cast, code: str) -> None:
    robin, ana, ben, dot, eli, fay, kim = cast.screens
    await robin.go_on_to("What could be done?")
    await robin.has_not_heard(say("heard-family"))
    await nobody_is_far_from_help(cast)

    async def eli_loses_the_line() -> None:
        await eli.at("What could be done?")
        await eli.put(say("collect-words"), FLAT)
        await cast.line.cut()
        await eli.sees(say("line-lost"))
        await eli.presses("collect-add")
        await eli.sees(say("line-lost-saved", count=1))
        await cast.line.mend(eli.page)
        await eli.sees(say("collect-own"))

    async def dot_takes_hers_back() -> None:
        await dot.writes(TAKEN_BACK)
        await dot.presses("collect-remove")
        await dot.presses("collect-remove-yes")
        await expect(dot.page.get_by_text(TAKEN_BACK)).to_have_count(0, timeout=PATIENCE)

    async def fay_keeps_hers() -> None:
        await fay.at("What could be done?")
        await fay.press(fay.page.get_by_text(say("myself"), exact=True))
        await fay.put(say("myself-words"), TO_MYSELF)

    await asyncio.gather(
        ana.writes(AUNT),
        ben.writes(NEARER),
        kim.writes(HOME),
        dot_takes_hers_back(),
        eli_loses_the_line(),
        fay_keeps_hers(),
    )
    await asyncio.gather(
        *(person.sees(say("collect-written", notes=4, people=4)) for person in cast.screens)
    )
    await robin.has_heard(say("heard-family"))
    own = ("", AUNT, NEARER, TAKEN_BACK, FLAT, TO_MYSELF, HOME)
    for person, words in zip(cast.screens, own, strict=True):
        await person.knows_nothing_of(*({*OPTIONS, TAKEN_BACK, TO_MYSELF} - {words}))
    sheet = await (await ana.page.request.get(f"{house.site}/r/{code}/sheet")).text()
    assert [text for text in (*OPTIONS, TAKEN_BACK) if text in sheet] == []

    await robin.do(say("collect-reveal", count=4))
    await robin.confirms("collect-reveal-go")
    await asyncio.gather(*(person.sees(text) for person in cast.screens for text in OPTIONS))


async def nobody_is_far_from_help(cast: Cast) -> None:
    """Every screen has one button for an immediate risk."""
    await asyncio.gather(*(person.has_risk_in_reach() for person in cast.screens))


async def they_weigh_them(cast: Cast) -> None:
    robin, ana, ben, dot, eli, fay, kim = cast.screens
    await robin.go_on_to("Strengths and worries of each option")
    writers = (ana, ben, dot, eli, fay)
    await asyncio.gather(
        *(person.writes(*note) for person, note in zip(writers, WEIGHED, strict=True))
    )
    await asyncio.gather(*(robin.sees(words) for words, *_ in WEIGHED))

    await robin.go_on_to("What the family thinks, and what each of us can do")
    await robin.has_not_heard(say("heard-family"))
    await asyncio.gather(
        kim.writes(
            FAMILY_SAYS,
            "The parents’ or carers’ view",
            AUNT,
            source="Kim, her mother",
            day="2026-11-21",
        ),
        dot.writes(OFFER, "What we can do", AUNT),
        eli_offers_nothing(cast),
    )
    await robin.sees(say("note-nothing"))
    await robin.sees(FAMILY_SAYS)
    await robin.has_heard(say("heard-family"))


async def eli_offers_nothing(cast: Cast) -> None:
    eli = cast.eli
    await eli.pick("What we can do")
    await eli.tick(eli.page.get_by_role("checkbox", name=say("note-nothing")))
    await eli.writes("", about=AUNT)


async def they_ask_what_is_missing(cast: Cast) -> None:
    robin, gus, kim, ana = cast.robin, cast.gus, cast.kim, cast.ana
    await robin.go_on_to("What have we not heard?")
    await gus.takes_the_phone()
    await gus.writes(UNSIGNED)
    await robin.sees(UNSIGNED)
    await robin.sees(say("note-unsigned"))
    none = ana.page.locator("section.lane", has_text="Who else knows something")
    await ana.press(button(none, "lane-none-say"))
    await robin.sees(say("lane-none"))
    await kim.takes_the_phone()


async def they_rank_in_private(cast: Cast) -> None:
    robin, ana, ben, dot, eli, fay, kim = cast.screens
    gus, lee = cast.gus, cast.lee
    await robin.go_on_to("Rank the options")

    async def kim_then_gus() -> None:
        await kim.ranks(AUNT_FIRST)
        await gus.takes_the_phone()
        await expect(gus.page.locator("button.order-row").first).to_be_visible(timeout=PATIENCE)
        await expect(gus.page.get_by_text(say("judge-sent"), exact=True)).to_have_count(0)
        await gus.ranks(HOME_ONLY)

    async def eli_loses_the_line() -> None:
        await eli.ranks_some(FLAT_FIRST[:2])
        await cast.line.cut()
        await eli.sees(say("line-lost"))
        await eli.ranks_some(FLAT_FIRST[2:])
        await cast.line.mend(eli.page)
        await eli.presses("judge-check")
        await eli.presses("judge-send-order")
        await eli.answered()

    async def robin_for_two() -> None:
        await robin.ranks(AUNT_FIRST)
        await robin.enters_for(lee)
        await lee.ranks(AUNT_FIRST)
        await lee.presses("seat-read-back", name="Lee")
        await lee.sees(say("seat-read-back-done", name="Lee"))
        await robin.takes_the_phone()

    await asyncio.gather(
        robin_for_two(),
        ana.ranks(AUNT_FIRST, BECAUSE),
        ben.ranks(HOME_FIRST),
        dot.ranks(AUNT_FIRST),
        eli_loses_the_line(),
        fay.ranks(HOME_FIRST),
        kim_then_gus(),
    )
    await robin.at("Rank the options")
    await robin.sees(say("people-read-back"))
    for person in (robin, ben, dot, eli, fay, kim):
        await person.knows_nothing_of(BECAUSE)
    await robin.reveal(9)
    await gus.sees(BECAUSE)
    await fay.sees(say("two-voices-differ-orders", agencies=8))


async def they_decide(cast: Cast) -> None:
    robin, ana, ben, dot, eli, fay, kim = cast.screens
    gus, lee = cast.gus, cast.lee
    await robin.go_on_to("Talk about the widest spread")
    await robin.do(say("turns-act-first", letter=""))
    await fay.sees(say("turns-why"))
    await robin.put(say("turns-keep"), KEPT)
    await robin.press(robin.page.locator(".next-act button.quiet"))
    await robin.at("Agree on a way forward")

    candidate = robin.page.locator(".candidate", has_text=AUNT)
    await robin.press(candidate.get_by_role("button", name=say("preview-open")))
    preview = robin.page.get_by_role("dialog")
    await expect(preview.get_by_text(WEIGHED[2][0])).to_be_visible()
    await expect(preview.get_by_text(say("note-nothing"))).to_be_visible()
    await robin.press(button(preview, "preview-propose"))
    await expect(preview).to_have_count(0)

    async def gus_then_kim() -> None:
        await gus.at("Agree on a way forward")
        await gus.stands("no", GUS_SAYS_NO, GUS_FEARS)
        await kim.takes_the_phone()
        await kim.stands("can_live")

    async def robin_for_two() -> None:
        await robin.stands("yes")
        await robin.enters_for(lee)
        await lee.stands("yes")
        await robin.takes_the_phone()

    await asyncio.gather(
        robin_for_two(),
        ana.stands("yes"),
        ben.stands("yes"),
        dot.stands("yes_note", CONDITION),
        eli.stands("yes"),
        fay.stands("can_live"),
        gus_then_kim(),
    )
    await nobody_is_far_from_help(cast)
    await robin.sees(say("voices-people", agree=8, against=1, all=9))
    await robin.sees(say("voices-agencies", agree=7, against=1, all=8))
    await robin.put(say("settle-because"), REASON)
    await robin.presses("ways-go-on")
    await robin.confirms("settle-no-go")
    await fay.sees(say("settle-dissent"))
    await fay.sees(GUS_FEARS)


async def they_promise(cast: Cast) -> None:
    robin, ben, dot = cast.robin, cast.ben, cast.dot
    await robin.go_on_to("Who does what, by when")
    await ben.presses("commit-begin")
    await ben.put(say("commit-what"), PROMISE)
    await ben.tick(ben.page.get_by_role("checkbox", name="Dot"))
    await ben.type_day(ben.page.get_by_label(say("commit-by"), exact=True), "2027-03-03")
    await ben.put(say("commit-how"), "The aunt says what she needs")
    await ben.presses("commit-add")
    await dot.presses("commit-yes")
    promise = robin.page.locator(".promise", has_text=PROMISE)
    await expect(promise.get_by_text(say("commit-answer-yes"), exact=True)).to_have_count(
        2, timeout=PATIENCE
    )


async def they_write_to_the_family(cast: Cast) -> None:
    robin, ana, ben, dot, eli, fay, kim = cast.screens
    gus = cast.gus
    await robin.go_on_to("One message for the family")
    await dot.presses("pen-take")
    await dot.put(say("text-editor"), MESSAGE)
    await kim.sees(MESSAGE)
    await kim.press(kim.page.get_by_text(say("suggestion-make"), exact=True))
    await kim.put(say("suggestion-words"), KIM_SUGGESTS)
    await kim.presses("suggestion-send")
    await dot.presses("suggestion-include-says", text=KIM_SUGGESTS)
    await robin.sees(KIM_SUGGESTS)
    await dot.presses("pen-put-down")

    async def kim_then_gus() -> None:
        await kim.stands("yes")
        await gus.takes_the_phone()
        await gus.stands("can_live")

    await asyncio.gather(
        *(person.stands("yes") for person in (robin, ana, ben, dot, eli, fay)), kim_then_gus()
    )
    await robin.do(say("text-act"))
    await robin.confirms("settle-unheard-go")
    await fay.sees(say("text-agreed-said"))


async def they_close(cast: Cast) -> None:
    robin = cast.robin
    await robin.do(say("desk-close"))
    await robin.confirms("close-yes")
    await asyncio.gather(*(person.sees(say("closed-thanks")) for person in cast.screens))


async def the_sheet_tells_the_truth(house: House, cast: Cast, code: str) -> None:
    fay = cast.fay
    page = await fay.page.context.new_page()
    await page.goto(f"{house.site}/r/{code}/sheet")
    sheet = page.locator("article.sheet")

    for name, *facts in (
        ("Robin", "Social care", say("paper-chair", voice="yes")),
        ("Ana", "Police"),
        ("Ben", "School"),
        ("Dot", "Health", say("attends-way", way="video")),
        ("Eli", "Housing"),
        ("Fay", "Family hub"),
        ("Kim", "Parent or carer", say("paper-role", role="family")),
        ("Gus", "Independent advocate", say("paper-role", role="advocate")),
        ("Lee", "Health", say("attends-way", way="proxy")),
    ):
        person = sheet.locator(".paper-who li", has=page.get_by_text(name, exact=True))
        for fact in facts:
            await expect(person).to_contain_text(fact)

    async def tells(title: str, *facts: str) -> None:
        part = sheet.locator(".paper-part", has=page.get_by_role("heading", name=title))
        for fact in facts:
            await expect(part).to_contain_text(fact)

    eli = sheet.locator("li", has_text="Eli").filter(has_text=say("gate-not-agreed"))
    await expect(eli).to_contain_text(NOT_AGREED)
    await tells("Before we begin", say("gate-said-aloud"))
    source = say("form-source-said", source="K told Fay at the hub", day="20 November 2026")
    await tells("The child’s words", CHILD_SAYS, source, say("form-read-out"), say("form-yes"))
    await tells("What could be done?", *OPTIONS)
    await tells("Strengths and worries", *(words for words, *_ in WEIGHED))
    said = say("paper-source", source="Kim, her mother", day="21 November 2026")
    await tells("What the family thinks", FAMILY_SAYS, said, OFFER, say("note-nothing"))
    await tells("What have we not heard?", UNSIGNED, say("note-unsigned"), say("lane-none"))
    await tells("Rank the options", BECAUSE, say("paper-orders-differ"))
    await tells("Talk about the widest spread", KEPT)
    await tells(
        "Agree on a way forward",
        *(AUNT, REASON, GUS_SAYS_NO, GUS_FEARS, CONDITION),
        say("paper-some-agree", agree=8, all=9),
    )
    await tells("Who does what", PROMISE, "3 March 2027", "Ben", "Dot")
    missing = f"{say('paper-did-not-say')} Lee"
    await tells("One message for the family", MESSAGE, KIM_SUGGESTS, missing)
    await tells(say("paper-register"), say("paper-read-back"), "Rank the options", NOT_INVITED)
    for secret in (TAKEN_BACK, TO_MYSELF):
        await expect(sheet).not_to_contain_text(secret)
    for screen in cast.screens:
        await screen.knows_nothing_of(TO_MYSELF)  # on Fay's own phone too it is gone by now

    calendar = await (await fay.page.request.get(f"{house.site}/r/{code}/calendar.ics")).text()
    assert "DTSTART;VALUE=DATE:20270303" in calendar
    assert [name for name in ("Ben", "Dot", "aunt") if name in calendar] == []
    letter = await (await fay.page.request.get(f"{house.site}/r/{code}/message")).text()
    assert MESSAGE in letter
    assert KIM_SUGGESTS in letter
    assert GUS_SAYS_NO not in letter
