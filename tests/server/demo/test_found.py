"""What the wall says is held against what was planted, and a wall of another hall is found out."""

import pytest

from server.demo.found import lines
from server.demo.told import Told, tell
from tests.server.demo.made_up import planned, wall_of


@pytest.mark.parametrize("same", [False, True])
def test_all_that_was_planted_is_found(same: bool) -> None:
    plan = planned(same=same)
    found = lines(plan, wall_of(plan))

    assert [line for line in found if not line.true] == []
    assert len(found) == (11 if same else 12)


def test_what_the_wall_does_not_say_is_not_found() -> None:
    differing, same = planned(), planned(same=True)

    missing = {line.what for line in lines(differing, wall_of(same)) if not line.true}
    invented = {line.what for line in lines(same, wall_of(differing)) if not line.true}

    assert {"tables differ", "splits tables most"} <= missing
    assert {"tables differ", "splits tables most"} <= invented
    assert "splits people wherever they sit" not in missing


def test_people_and_programs_are_told_the_same() -> None:
    plan = planned()
    found = lines(plan, wall_of(planned(same=True)))
    told = Told(8, 48, False, 3.2, figures_equal=False, lines=found, true=False)
    words = tell(told, as_json=False)

    wrong = sum(not line.true for line in found)
    assert words.count("NOT SO") == wrong
    assert f"{wrong} of 12 were not found" in words
    assert "SOME FIGURES DO NOT FOLLOW" in words
    assert '"what": "tables differ"' in tell(told, as_json=True)
