"""The library beside the log: one copy of each sheet, found by words, gone with a receipt."""

from server.log import ReceiptRow, SheetRow, SqlLog


def sheet(name: str, words: str = "quiet hour", until: int = 100, at: int = 1) -> SheetRow:
    return SheetRow(name, name.encode().ljust(32), at, until, words, b"{}")


async def ids(log: SqlLog, *wanted: str, now: int = 10, start: int = 0, most: int = 9) -> list[str]:
    return [row.id for row in (await log.search_sheets(wanted, now, start, most)).rows]


async def test_a_sheet_is_found_by_all_of_the_words_until_its_day(log: SqlLog) -> None:
    await log.put_sheet(sheet("s1", "quiet hour", at=1))
    await log.put_sheet(sheet("s2", "quiet 100% _x\\", at=2))

    assert await ids(log) == ["s2", "s1"]
    assert await ids(log, "quiet", "hour") == ["s1"]
    for typed in ("100%", "_x", "\\", "%"):
        assert await ids(log, typed) == ["s2"]
    assert await ids(log, "' OR 1=1 --") == []
    assert await ids(log, now=100) == []
    assert await log.sheet("s1", 100) is None
    assert {row.id for row in await log.due_sheets(100)} == {"s1", "s2"}


async def test_a_page_of_many_says_how_many_there_are(log: SqlLog) -> None:
    for number in range(5):
        await log.put_sheet(sheet(f"s{number}", at=number))

    found = await log.search_sheets((), 10, 2, 2)
    assert ([row.id for row in found.rows], found.count) == (["s2", "s1"], 5)


async def test_the_same_sheet_is_there_once(log: SqlLog) -> None:
    await log.put_sheet(sheet("s1"))
    again = SheetRow("s9", sheet("s1").place, 2, 100, "louder", b"{}")
    await log.put_sheet(again)

    assert await ids(log) == ["s9"]
    assert await log.sheet_at(again.place) == again


async def test_what_is_erased_leaves_one_receipt(log: SqlLog) -> None:
    await log.put_sheet(sheet("s1"))

    assert await log.erase_sheet("s1", ReceiptRow("r1", 1, b"one"))
    assert not await log.erase_sheet("s1", ReceiptRow("r2", 2, b"two"))
    assert [row.id for row in await log.receipts()] == ["r1"]
    assert await log.sheet_at(sheet("s1").place) is None
