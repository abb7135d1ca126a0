"""What of the floor everybody in a hall may see: what its trainer shows, and nothing else."""

from typing import get_args

import pytest

from consensus.hall.hall import Shown, What
from consensus.hall.shown import is_shown

KEYS = (
    "card/t1",
    "progress/t1",
    "found/t1",
    "found/t2",
    "statement/s1",
    "pass",
    "distances",
    "splits",
    "results",
    "journeys",
    "orders",
    "alike",
    "mirror",
)


def shown(what: What, table: str | None = None) -> set[str]:
    return {key for key in KEYS if is_shown(Shown(what, table), key)}


@pytest.mark.parametrize("what", ["seats", "nothing"])
def test_nothing_is_seen_of_the_tables_before_it_is_shown(what: What) -> None:
    assert shown(what) == set()


def test_each_thing_that_can_be_shown_brings_what_it_is_drawn_from() -> None:
    assert shown("fives") == {"found/t1", "found/t2", "statement/s1", "results"}
    assert shown("mirror") == {"mirror"}
    assert shown("cards") == {"progress/t1"}


def test_one_table_s_board_shows_no_other_table() -> None:
    assert shown("table", "t1") == {"found/t1", "statement/s1"}


def test_a_card_is_the_trainers_whatever_is_shown() -> None:
    assert not [what for what in get_args(What) if "card/t1" in shown(what)]
