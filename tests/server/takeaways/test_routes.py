"""What people take home from a hall that was played: the trainer's sheets, and each one's card."""

import io
import re

import httpx
import pikepdf

from consensus import commands as c
from server.demo.hall import Guest
from tests.server.hall.halls import done, join, open_hall, to_table
from tests.server.hall.whole_hall import Hall, played
from tests.server.processes import ServerProcess


async def taken(site: str, path: str, seat: str) -> httpx.Response:
    async with httpx.AsyncClient(base_url=site, timeout=60) as browser:
        return await browser.get(path, headers={"cookie": f"seat={seat}"})


def named(text: str, guests: list[Guest]) -> list[Guest]:
    """Return whose names are in a text."""
    return [x for x in guests if re.search(rf"\b{x.person.name}\b", text)]


def pages(pdf: bytes) -> list[tuple[float, float]]:
    """Return the size of each page of a PDF in points."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [(float(p.mediabox[2]), float(p.mediabox[3])) for p in opened.pages]


async def test_a_hall_is_taken_home_by_its_trainer_and_by_each_of_its_people(
    process: ServerProcess,
) -> None:
    async with played(process, tables=3, people=5) as hall:
        await the_trainer_has_a_comparison(hall)
        await the_trainer_has_a_sheet_for_each_table(hall)
        for guest in hall.guests[:3]:
            await each_has_a_card_of_their_own(hall, guest)
        await done(hall.trainer, c.Close())
        await each_has_a_card_of_their_own(hall, hall.guests[0])


async def the_trainer_has_a_comparison(hall: Hall) -> None:
    at = f"/r/{hall.code}/comparison"
    page = await taken(hall.site, at, hall.seat)
    pdf = await taken(hall.site, f"{at}.pdf", hall.seat)
    word = await taken(hall.site, f"{at}.docx", hall.seat)

    assert (page.status_code, pdf.status_code, word.status_code) == (200, 200, 200)
    assert "Do the tables differ?" in page.text
    assert named(page.text, hall.guests) == []
    assert 1 <= len(pages(pdf.content)) <= 2
    for seat in (hall.guests[0].seat, ""):
        assert (await taken(hall.site, at, seat)).status_code == 404


async def the_trainer_has_a_sheet_for_each_table(hall: Hall) -> None:
    at = f"/r/{hall.code}/sheets"
    page, with_names = [await taken(hall.site, at + end, hall.seat) for end in ("", "?names=1")]
    pdf = await taken(hall.site, f"{at}.pdf", hall.seat)

    assert len(pages(pdf.content)) == 3
    assert named(page.text, hall.guests) == []
    assert named(with_names.text, hall.guests) == hall.guests
    assert (await taken(hall.site, at, hall.guests[0].seat)).status_code == 404


async def each_has_a_card_of_their_own(hall: Hall, guest: Guest) -> None:
    in_hall = await taken(hall.site, f"/r/{hall.code}/card", guest.seat)
    pdf = await taken(hall.site, f"/r/{hall.code}/card.pdf", guest.seat)

    assert in_hall.status_code == 200
    assert named(in_hall.text, hall.guests) == [guest]
    assert len(pages(pdf.content)) == 1
    (size,) = pages(pdf.content)
    assert size[0] < 425  # A5
    at_table = await to_table(hall.site, hall.code, guest.seat)
    same = await taken(hall.site, f"/r/{at_table.code}/card", at_table.seat)
    assert same.status_code == 200
    for seat in (hall.seat, "", "x" * 43):
        assert (await taken(hall.site, f"/r/{hall.code}/card", seat)).status_code == 404


async def test_there_is_no_card_without_a_seat_at_a_table(process: ServerProcess) -> None:
    code, _ = await open_hall(process.site, 2, placing="placed")
    [seat] = await join(process.site, code, 1)

    assert (await taken(process.site, f"/r/{code}/card", seat)).status_code == 404
