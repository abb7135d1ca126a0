"""Orders leave as PrefLib files that can be read back, and nobody's name with them."""

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus.ranking import BallotError
from consensus.ranking.files import preflib as files
from consensus.record.minutes import Minutes, minutes
from consensus.steps import judge
from server.exports import preflib
from tests.consensus.given import given, plan, room

ANSWERS = {"ana": "abcd", "ben": "abcd", "cam": "dcba"}


def found(answers: dict[str, str], least: int = 0, *, revealed: bool = True) -> Minutes:
    asked: list[tuple[str, c.Command]] = [("kit", c.OpenStep("rank"))]
    asked += [(who, judge.Cast("rank", tuple(order))) for who, order in answers.items()]
    if revealed:
        asked.append(("kit", judge.Reveal("rank", even_so=True)))
    return minutes(given(*room(plan("rank", judge.Settings(least=least)))).after(*asked).meeting)


def test_complete_orders_are_counted_and_name_nobody() -> None:
    said = found(ANSWERS)
    step = preflib.rankings(said)["rank"]

    text = preflib.write(said, step, "soc").decode()
    read = files.read(text, "soc")

    assert "2: 1,2,3,4" in text
    assert read.items == ("statement a", "statement b", "statement c", "statement d")
    assert len(read.people) == 3
    assert not any(name in text.lower() for name in ANSWERS)


def test_orders_of_the_best_few_are_incomplete_and_no_complete_file_holds_them() -> None:
    said = found({"ana": "ab", "ben": "abcd"}, least=2)
    step = preflib.rankings(said)["rank"]

    assert "1: 1,2\n" in preflib.write(said, step, "soi").decode()
    assert preflib.write(said, step, "toi").startswith(b"# FILE NAME: rank.toi")
    with pytest.raises(BallotError):
        preflib.write(said, step, "soc")


def test_before_the_reveal_there_is_nothing_to_take() -> None:
    assert preflib.rankings(found(ANSWERS, revealed=False)) == {}


def test_items_of_the_same_words_are_told_apart() -> None:
    said = found(ANSWERS)
    twice = dict.fromkeys(said.items, said.items["a"])
    text = preflib.write(replace(said, items=twice), preflib.rankings(said)["rank"], "soc").decode()

    assert "# ALTERNATIVE NAME 2: statement a (b)" in text


def test_equal_places_are_ties_in_the_file() -> None:
    rows = judge.Settings(shape=(1, 2, 1))
    asked: list[tuple[str, c.Command]] = [("kit", c.OpenStep("rank"))]
    asked += [(who, judge.Cast("rank", tuple(order))) for who, order in ANSWERS.items()]
    asked.append(("kit", judge.Reveal("rank", even_so=True)))
    said = minutes(given(*room(plan("rank", rows))).after(*asked).meeting)

    text = preflib.write(said, preflib.rankings(said)["rank"], "toc").decode()

    assert "2: 1,{2,3},4" in text
    assert "1: 4,{2,3},1" in text
    with pytest.raises(BallotError):
        preflib.write(said, preflib.rankings(said)["rank"], "soc")
