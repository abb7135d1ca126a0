"""A whole hall over real websockets: all that was planted is on its wall, and in its data."""

import json
from typing import Any

import pytest

from server.__main__ import main

SMALL = ("demo", "--fast", "--json", "--tables", "8", "--people", "6")


@pytest.mark.parametrize("more", [(), ("--same",)])
def test_a_hall_is_played_and_what_was_planted_is_found(
    more: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    status = main([*SMALL, *more])
    told: dict[str, Any] = json.loads(capsys.readouterr().out)

    assert [line for line in told["lines"] if line["planted"] != line["found"]] == []
    # The wall's figures are also those that are worked out again from the file alone.
    assert told["figures_equal"]
    assert (told["people"], told["tables"], told["true"], status) == (48, 8, True, 0)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--tables", "7"), "tables_out_of_range"),
        (("--tables", "41"), "tables_out_of_range"),
        (("--tables", "0"), "tables_out_of_range"),
        (("--tables", "8", "--people", "5"), "people_out_of_range"),
        (("--tables", "8", "--people", "13"), "people_out_of_range"),
        (("--same",), "same_needs_tables"),
    ],
)
def test_a_hall_that_cannot_be_is_one_clear_sentence(
    options: tuple[str, ...], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", "--fast", *options]) == 2
    assert code in capsys.readouterr().err
