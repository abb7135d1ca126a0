"""A record is sections of lines, and a line is found by its id."""

from consensus.record.lines import Line, Record, Say, Section

FIRST = Line("one.a", "fact", ("It was so.",))
SECOND = Line("two.a", "opinion", (Say("record-date"),))
RECORD = Record(
    title="A meeting",
    purpose="",
    focus="",
    case=False,
    prepared=0,
    starts=None,
    closed=None,
    sections=(Section("one", "One", (FIRST,)), Section("two", "Two", (SECOND,))),
)


def test_a_line_is_found_in_whichever_section_it_stands() -> None:
    assert RECORD.line("one.a") is FIRST
    assert RECORD.line("two.a") is SECOND


def test_a_line_that_is_not_there_is_nothing() -> None:
    assert RECORD.line("three.a") is None


def test_a_section_without_lines_says_that_it_was_not_discussed() -> None:
    assert Section("three", "Three").empty == Say("record-not-discussed")
