"""Everybody's answer stands as it was shown, and no line knows more than that."""

from msgspec.structs import replace

from consensus.answers.ballots import Ballot
from consensus.items import ITSELF
from consensus.record.lines import SOMEBODY, Say
from consensus.steps import judge
from tests.consensus.given import opened
from tests.consensus.record.asked import (
    BOTH,
    SAFE,
    SCALE,
    listed,
    opened_marks,
)
from tests.consensus.record.said import case_room, line, of, section


def test_every_order_stands_with_its_reason_and_the_first_pass_stays() -> None:
    assert line(BOTH, "rank.answer.ana").cells == (
        "Ana (Health)",
        listed("A", "B", "C"),
        "Trust first",
    )
    assert line(BOTH, "rank.answer.cam").cells[1] == listed("C", "B", "A")
    assert line(BOTH, "again.answer.cam").cells[1] == listed("A", "C", "B")


def test_by_agency_no_line_knows_a_person() -> None:
    found = opened_marks(replace(SCALE, shown="agency"))

    rows = section(found, "safe.answers").lines
    assert [row.cells[0] for row in rows] == ["Health", "Health", "Police"]
    assert {row.whose for row in rows} == {SOMEBODY}
    assert all(row.about == () for row in rows)
    assert not any(name in row.id for row in rows for name in ("ana", "ben", "cam"))


def test_unattributed_answers_belong_to_nobody() -> None:
    slips = tuple(Ballot((), "", {ITSELF: mark}, {}, unsure=False) for mark in (1, 2, 3, 4))
    step = replace(SAFE, settings=replace(SCALE, shown="nobody"))
    found = of(*case_room(step), opened("safe", ITSELF), judge.Revealed("safe", (), slips=slips))

    rows = section(found, "safe.answers").lines
    assert [row.id for row in rows] == [f"safe.answer.{n}" for n in (1, 2, 3, 4)]
    assert [row.cells[0] for row in rows] == [Say("record-unsaid")] * 4
    assert {row.whose for row in rows} == {SOMEBODY}
