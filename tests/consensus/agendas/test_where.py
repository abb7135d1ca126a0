"""The lines of a TOML file on which things are said."""

import pytest

from consensus.agendas.where import Way, line_of, lines_of

FILE = '''\
id = "one" # a comment with id = "two"
title = "One"
purpose = """
[[steps]]
id = "not a field"
"""

[[steps]]
id = "first"
[steps.settings]
type = "collect"
[[steps.settings.lanes]]
id = "a"
[[steps.settings.lanes]]
id = "b"
title = "B"

[[ steps ]]   # the second
"id" = "second"
items = { step = "first", take = "notes" }
[steps.settings]
type = "judge"
'''


@pytest.mark.parametrize(
    ("way", "line"),
    [
        ((), 1),
        (("id",), 1),
        (("title",), 2),
        (("purpose",), 3),
        (("steps", 0), 8),
        (("steps", 0, "id"), 9),
        (("steps", 0, "settings"), 10),
        (("steps", 0, "settings", "type"), 11),
        (("steps", 0, "settings", "lanes", 0, "id"), 13),
        (("steps", 0, "settings", "lanes", 1), 14),
        (("steps", 0, "settings", "lanes", 1, "title"), 16),
        (("steps", 1, "id"), 19),
        (("steps", 1, "settings", "type"), 22),
        # What has no line of its own is on that of what it stands in.
        (("steps", 1, "items", "step"), 20),
        (("steps", 1, "minutes"), 18),
        (("steps", 7, "minutes"), 1),
        (("statements",), 1),
    ],
)
def test_each_field_has_the_line_on_which_it_is_written(way: Way, line: int) -> None:
    assert line_of(lines_of(FILE), way) == line


def test_a_file_with_windows_line_ends_has_the_same_lines() -> None:
    assert lines_of(FILE.replace("\n", "\r\n")) == lines_of(FILE)


def test_an_empty_file_has_a_first_line() -> None:
    assert line_of(lines_of(""), ("steps", 0, "id")) == 1
