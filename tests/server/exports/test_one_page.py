"""How large a form can be printed on one page is worked out before; test_exports.py prints it."""

from server.exports.laid_out import Block, Row
from server.exports.one_page import SIZES, print_size


def sheet(fields: int, letters: int) -> Block:
    rows = (Row(str(n), ("What is done?", "x" * letters), "", ()) for n in range(fields))
    return Block("sheet", 2, "Write it up", "", (), tuple(rows), "")


def test_a_short_sheet_has_the_largest_print() -> None:
    assert print_size(sheet(3, 20)) == SIZES[0]


def test_the_fuller_a_sheet_the_smaller_its_print_down_to_what_can_be_read() -> None:
    found = [print_size(sheet(12, letters)) for letters in range(20, 900, 20)]

    assert [size for size in SIZES if size in found] == list(SIZES)
    assert found[-1] is None
    sizes = [size or 0 for size in found]
    assert sizes == sorted(sizes, reverse=True)


def test_every_line_of_a_text_takes_a_line() -> None:
    lines = Row("1", ("What is done?", "x\n" * 80), "", ())

    assert print_size(Block("sheet", 2, "Write it up", "", (), (lines,), "")) is None
