"""The record is sealed, taken away and checked: in the room, and on a page without a network."""

from pathlib import Path

from playwright.async_api import Browser, Page, expect

from consensus import commands as c
from consensus.roomwide import wording
from server.demo.client import RoomClient
from server.proof.keys import fingerprint
from server.proof.seal import mark, receipt
from server.proof.verify import Expected, verify
from server.services import STATIC
from tests.browser.keyboard import Keyboard
from tests.browser.screens import DESKTOP, NARROW, PATIENCE, PHONE, House, say
from tests.browser.test_read_aloud import differs
from tests.browser.watcher import Watcher, report
from tests.forms import ROOM
from tests.server.proof.samples import KEY, kept, redacted, signed_anew, whole

PAGE = (STATIC / "app" / "verify.html").as_uri()


async def downloaded(page: Page, label: str, folder: Path) -> Path:
    """Follow a link to a file by keyboard; return the file."""
    async with page.expect_download(timeout=PATIENCE) as coming:
        await page.get_by_role("link", name=label).focus()
        await page.keyboard.press("Enter")
    came = await coming.value
    file = folder / came.suggested_filename
    await came.save_as(file)
    return file


async def test_agencies_take_their_copies_and_the_chair_seals_again(
    house: House, tmp_path: Path
) -> None:
    code, seat = await house.door.open_room(**ROOM)
    other = await house.door.join(code, "Kit", "School")
    chair = Watcher(await house.seated(code, seat, **DESKTOP), "chair")
    phone = Watcher(await house.seated(code, other, **PHONE), "phone")
    desk, kit = chair.page, phone.page
    async with RoomClient(house.site, code, seat) as steering:
        await steering.do(c.Close())

        # Both see the same mark; the school takes its copy, and everybody learns of it.
        await expect(kit.get_by_text(say("seal-mark-how"))).to_be_visible(timeout=PATIENCE)
        await expect(desk.get_by_text(say("seal-nobody"))).to_be_visible(timeout=PATIENCE)
        await phone.look("sealed")
        shown = await kit.locator(".seal-letters").inner_text()
        assert await desk.locator(".seal-letters").inner_text() == shown
        copy = await downloaded(kit, say("seal-take"), tmp_path)
        kept_receipt = await downloaded(kit, say("seal-receipt"), tmp_path)
        await expect(desk.get_by_text(say("seal-agencies", agencies="School"))).to_be_visible(
            timeout=PATIENCE
        )
        given = Expected(kept_receipt.read_bytes(), mark=shown)
        verdict = verify(copy.read_bytes(), given)
        assert (verdict.status, verdict.confirmed) == (0, ("receipt", "mark"))

        # Something is put right, and the chair seals a second edition by keyboard.
        await steering.do(wording.Relabel("statement.s1", "opinion", "all"))
        again = say("seal-again", edition=2)
        await expect(desk.get_by_role("button", name=again)).to_be_visible(timeout=PATIENCE)
        await chair.look("behind")
        await Keyboard(desk).tab_to(again)
        await desk.keyboard.press("Enter")
        await expect(desk.get_by_text("Edition 2 was sealed")).to_be_visible(timeout=PATIENCE)
        await expect(kit.get_by_role("button", name=again)).to_have_count(0)

    # The receipt of the first edition tells the second one apart.
    newer = await downloaded(desk, say("seal-take"), tmp_path)
    [finding] = verify(newer.read_bytes(), given).findings[:1]
    assert finding.code == "other_edition"
    assert (await downloaded(desk, say("seal-check"), tmp_path)).read_bytes() == (
        STATIC / "app" / "verify.html"
    ).read_bytes()
    await desk.goto(f"{house.site}/key")
    await expect(desk.get_by_text(fingerprint(bytes.fromhex(verdict_key(copy))))).to_be_visible()
    await chair.look("key")
    assert not (found := report([chair, phone])), found


def verdict_key(copy: Path) -> str:
    file = verify(copy.read_bytes()).file
    assert file is not None
    return file.seal.statement.key


async def test_the_page_checks_files_where_there_is_no_network(
    browser: Browser, tmp_path: Path
) -> None:
    sealed = kept()
    files = {
        "good.cgrecord": whole(sealed),
        "redacted.cgrecord": redacted(sealed),
        "changed.cgrecord": whole(sealed).replace(b"plain words", b"other words", 1),
        "forged.cgrecord": signed_anew(whole(sealed)),
        "photo.jpg": b"\xff\xd8\xff\xe0",
        "ours.cgreceipt": receipt(sealed),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    context = await browser.new_context(**NARROW, offline=True)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = await context.new_page()
    looker = Watcher(page, "verify")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text))
    await page.goto(PAGE)
    await looker.look("empty")

    async def check(name: str, status: str, *sentences: str) -> None:
        await page.locator("#record").set_input_files(tmp_path / name)
        await expect(result.locator("h2")).to_have_text(status)
        await expect(result.locator("h2")).to_be_focused()
        for sentence in sentences:
            await expect(result.get_by_text(sentence, exact=True)).to_be_visible()

    result = page.locator(".result")
    genuine, false = say("verify-status-0"), say("verify-status-1")
    await check("good.cgrecord", genuine, say("verify-whole"), say("verify-unconfirmed"))
    await expect(result.get_by_text(mark(sealed.seal))).to_be_visible()
    await expect(page.get_by_role("heading", name="Section 2")).to_be_visible()
    await expect(page.get_by_text("Not discussed")).to_be_visible()
    await looker.look("good")

    out = sum(entry is None for entry in verify(files["redacted.cgrecord"]).file.entries)  # type: ignore[union-attr]  # it is a record
    because = say("verify-because", count=out, why="not for this reader")
    await check("redacted.cgrecord", genuine, say("verify-partly", count=out), because)
    await expect(page.locator(".withheld")).to_have_count(out)
    await looker.look("redacted")
    assert not await differs(page, "verify", "no code")

    where = say("verify-harm-entry_changed", count=1, entries="4")
    await check("changed.cgrecord", false, say("verify-not-genuine"), where)
    await looker.look("changed")
    await check("photo.jpg", say("verify-status-2"), say("verify-harm-not_a_record"))
    await looker.look("photo")

    # What somebody made up is found with the receipt, or with a mark that was written down.
    await check("forged.cgrecord", genuine, say("verify-unconfirmed"))
    await page.get_by_label(say("verify-choose-receipt")).set_input_files(
        tmp_path / "ours.cgreceipt"
    )
    await expect(result.get_by_text(say("verify-harm-other_key"))).to_be_visible()
    await check("good.cgrecord", genuine, say("verify-confirmed-receipt"))
    keys = Keyboard(page)
    await keys.tab_to(say("verify-mark-typed"))
    await keys.write(KEY.fingerprint.lower().replace("-", " "))
    await expect(result.get_by_text(say("verify-confirmed-key"))).to_be_visible()
    assert faults == []
    assert not (found := report([looker])), found
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
