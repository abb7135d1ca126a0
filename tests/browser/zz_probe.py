import re, os
from contextlib import AsyncExitStack
from playwright.async_api import expect
from consensus import commands as c
from consensus.hall import hall as h
from consensus.hall import table as t
from server.demo.client import Door, RoomClient
from tests.browser.screens import NARROW, PATIENCE, House, button, say
from tests.browser.watcher import Watcher, report
from tests.server.hall.halls import done, open_hall
from tests.server.hall.whole_hall import Hall
from tests.browser.test_hall_desk import act

OUT = "/tmp/a11y7/shots"
STEPS = ("read", "choose", "discard", "rank", "talk", "compare", "rank-again", "five")
VIEWS = ("fives","distances","splits","journey","orders","alike","mirror","cards","seats")
NAMES = """() => {
  const shown = (el) => el.checkVisibility({visibilityProperty:true}) && el.getClientRects().length>0;
  const heard = new Map();
  const scope = document.querySelector('dialog[open]') ?? document;
  for (const el of [...scope.querySelectorAll('button, summary, a')].filter(shown)) {
    const w=(el.getAttribute('aria-label') ?? el.innerText).trim().replace(/\\s+/g,' ');
    heard.set(w,(heard.get(w)??0)+1);
  }
  return [...heard].filter(([,n])=>n>1).map(([w,n])=>`DUP ${n}x ${w}`);
}"""
SPACING = """() => { const s=document.createElement('style'); }"""

async def probe(w, state):
    await w.look(state)
    w._note(state + ' names', await w.page.evaluate(NAMES))
    before = w.page.viewport_size
    await w._shape({"width":320,"height":8000})
    await w.page.evaluate("""() => { for (const el of document.querySelectorAll('*')) { el.style.setProperty('line-height','1.5','important'); el.style.setProperty('letter-spacing','0.12em','important'); el.style.setProperty('word-spacing','0.16em','important'); } }""")
    w._note(state+' spacing', await w._see(colours=False))
    clip = await w.page.evaluate("""() => [...document.querySelectorAll('main *, dialog *, header *')].filter(el=>el.checkVisibility({visibilityProperty:true}) && getComputedStyle(el).overflow!=='visible' && (el.scrollWidth>el.clientWidth+1||el.scrollHeight>el.clientHeight+1) && !el.closest('.visually-hidden,svg,.table-scroll,textarea,input,select,.orders-text')).map(el=>`CLIP ${el.localName}.${el.className} ${el.innerText?.slice(0,40)}`)""")
    w._note(state+' spacing', clip)
    await w.page.evaluate("""() => { for (const el of document.querySelectorAll('*')) for (const p of ['line-height','letter-spacing','word-spacing']) el.style.removeProperty(p); }""")
    await w._shape({"width":320,"height":640})
    await w.page.screenshot(path=f"{OUT}/{re.sub('[^a-z0-9]+','-',(w.who+'-'+state).lower())}.png", full_page=True)
    __import__("pathlib").Path(f"{OUT}/{re.sub('[^a-z0-9]+','-',(w.who+'-'+state).lower())}.yaml").write_text(await w.page.locator('body').aria_snapshot())
    await w.page.set_viewport_size(before)

async def test_it(house):
    code, seat = await open_hall(house.site, 2)
    ws=[]
    try:
      async with AsyncExitStack() as lines:
        trainer = await lines.enter_async_context(RoomClient(house.site, code, seat))
        hall = Hall(house.process, code, seat, trainer, lines)
        desk = await Watcher.seated(house, code, seat, "desk"); ws.append(desk)
        p = desk.page
        await expect(p.get_by_text(say("hall-desk-joined", count=0))).to_be_visible(timeout=PATIENCE)
        await probe(desk, "before, nobody")
        await hall.come(6)
        await trainer.until(lambda records: len(records.of(h.SitsRecord)) == 6)
        await expect(p.get_by_text(say("hall-desk-joined", count=6))).to_be_visible(timeout=PATIENCE)
        await probe(desk, "before")
        await p.locator(".hall-person button").first.click()
        await probe(desk, "dialog move")
        await p.keyboard.press("Escape")
        await button(p,"hall-desk-table-options",table="Table 1").click()
        await probe(desk, "dialog table")
        await p.keyboard.press("Escape")
        ana = await Watcher.seated(house, code, hall.guests[0].seat, "ana"); ws.append(ana)
        await expect(ana.page.get_by_text(say("hall-find"))).to_be_visible(timeout=PATIENCE)
        await probe(ana, "lobby spread")
        await done(trainer, h.SetUp(placing="choose", self_run=True))
        await expect(ana.page.get_by_text(say("hall-choose-another"))).to_be_visible(timeout=PATIENCE)
        await ana.page.get_by_text(say("hall-choose-another")).click()
        await probe(ana, "lobby choose")
        await done(trainer, h.Begin())
        await expect(ana.page.get_by_text(say("table-no-chair"))).to_be_visible(timeout=PATIENCE)
        await probe(ana, "table read")
        await hall.all_go(hall.guests)
        await hall.all_are_at("read", hall.tables())
        await done(hall.guests[0].line, t.AskHelp())
        await done(trainer, h.HoldAll())
        await expect(p.locator(".hall-help")).to_be_visible(timeout=PATIENCE)
        await done(trainer, h.NudgeTable(hall.tables()[0], "Five minutes more"))
        await done(hall.guests[0].line, t.AskHelp())
        await probe(desk, "at work held help")
        await probe(ana, "table held help nudge")
        await done(trainer, h.ReleaseAll())
        for d, name in (("hall-desk-align","align"),("hall-desk-nudge-all","nudge all")):
            await button(p,d).click()
            await probe(desk, "dialog "+name)
            await p.keyboard.press("Escape")
        await button(p,"hall-desk-table-options",table="Table 1").click()
        await probe(desk, "dialog table at work")
        await p.keyboard.press("Escape")
        await hall.play_steps(STEPS, hall.tables())
        await probe(ana, "table at five")
        await probe(desk, "at work, five")
        await button(p,"hall-desk-view-compare").click()
        for what in VIEWS[:7]:
            await p.get_by_role("button", name=say(f"tables-short-{what}"), exact=True).click()
            await expect(p.get_by_role("heading", level=2, name=say(f"tables-title-{what}"), exact=True)).to_be_visible(timeout=PATIENCE)
            for s in await p.locator("main details").all():
                await s.evaluate("d => d.open = true")
            await probe(desk, "compare "+what)
        eve = await Watcher.seated(house, code, hall.guests[1].seat, "eve"); ws.append(eve)
        await eve.page.goto(f"{house.site}/r/{code}?back#here")
        for what in VIEWS:
            if what=="seats": continue
            await done(trainer, h.Show(what))
            s = eve.page.locator("summary", has_text=say("tables-on-wall", title=say(f"tables-title-{what}")))
            await expect(s).to_be_visible(timeout=PATIENCE)
            if what=="fives": await s.click()
            await expect(eve.page.get_by_role("heading", level=2, name=say(f"tables-title-{what}"), exact=True)).to_be_visible(timeout=PATIENCE)
            await probe(eve, "hand "+what)
        await done(trainer, h.Show("table", hall.tables()[0]))
        await expect(eve.page.get_by_role("heading", level=2, name=say("tables-name", number=1), exact=True)).to_be_visible(timeout=PATIENCE)
        await probe(eve, "hand table")
        # wall
        key = await Door(house.site).wall_key(code, seat)
        wall = Watcher(await house.page(viewport={"width":1920,"height":1080}), "wall"); ws.append(wall)
        await wall.page.goto(f"{house.site}/r/{code}/wall#{key}")
        for what in (*VIEWS,"table"):
            await done(trainer, h.Show(what, hall.tables()[0] if what=="table" else None))
            title = say("tables-name", number=1) if what=="table" else say(f"tables-title-{what}")
            await expect(wall.page.get_by_role("heading", level=2, name=title, exact=True)).to_be_visible(timeout=PATIENCE)
            await wall._prepare()
            for scheme in ("light","dark"):
                await wall._shape({"width":1920,"height":1080}, color_scheme=scheme)
                wall._note(f"{what} {scheme}", await wall._axe())
            wall._note(what, await wall._see(colours=False))
            __import__("pathlib").Path(f"{OUT}/wall-{what}.yaml").write_text(await wall.page.locator('body').aria_snapshot())
            await wall._shape({"width":1920,"height":1080}, forced_colors="active")
            wall._note(f"{what} forced", await wall._see(colours=True))
            await wall.page.screenshot(path=f"{OUT}/wall-{what}-forced.png")
            await wall._shape({"width":1920,"height":1080})
            await wall.page.screenshot(path=f"{OUT}/wall-{what}.png")
        await done(trainer, h.Show("nothing"))
        await wall.page.wait_for_timeout(300)
        await wall._prepare(); wall._note("nothing", [*await wall._axe(), *await wall._see(colours=False)])
        # back at the desk
        await button(p,"hall-desk-view-tables").click()
        await done(trainer, h.Call())
        await probe(ana, "called")
        await probe(desk, "called")
        await button(p,"hall-desk-view-plenary").click()
        await probe(desk, "plenary")
        await button(p,"hall-desk-back").click()
        await done(trainer, c.Close())
        await expect(p.get_by_text(say("hall-desk-ended"))).to_be_visible(timeout=PATIENCE)
        await probe(desk, "ended")
        await eve.page.wait_for_timeout(300)
        await probe(eve, "ended")
        await probe(ana, "ended")
    finally:
        __import__("pathlib").Path(f"/tmp/a11y7/report.txt").write_text(report(ws))
