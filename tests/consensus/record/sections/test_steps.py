"""A step of which the record holds nothing says why."""

import pytest
from msgspec.structs import replace

from consensus import events as e
from consensus.agenda import Minuted
from consensus.agendas import planning
from consensus.record.lines import Record, Say
from consensus.steps import judge, turns
from tests.consensus.given import NOW, opened, plan, room
from tests.consensus.record.said import of, section

RANK = plan("rank", judge.Settings())
HELD = (*room(RANK), opened("rank", *"ab"))


def why(found: Record, step: str = "rank") -> str:
    empty = section(found, step).empty
    assert isinstance(empty, Say)
    return empty.id


def test_a_step_that_did_not_take_place_says_so_at_the_end() -> None:
    assert why(of(*room(RANK))) == "record-to-come"
    assert why(of(*room(RANK), e.MeetingClosed(NOW))) == "record-not-held"


def test_answers_that_were_never_opened_stay_out_of_it() -> None:
    assert why(of(*HELD)) == "record-not-finished"
    assert why(of(*HELD, e.MeetingClosed(NOW))) == "record-never-opened"


def test_a_step_that_was_left_out_says_why() -> None:
    skipped = of(*room(RANK), planning.StepSkipped("rank", "No time"))

    assert section(skipped, "rank").empty == Say("record-skipped", {"because": "No time"})


@pytest.mark.parametrize("minuted", ["outcome", "none"])
def test_what_stays_in_the_room_is_said_to_stay_there(minuted: Minuted) -> None:
    talk = replace(plan("talk", turns.Settings()), minuted=minuted)

    assert why(of(*room(talk), opened("talk", "a")), "talk") == "record-stays-here"


def test_over_steps_the_heading_says_nothing_for_they_follow() -> None:
    assert section(of(*room(RANK)), "how").empty == ""
    assert section(of(*room()), "how").empty == Say("record-not-discussed")
