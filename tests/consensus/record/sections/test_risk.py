"""That a risk was raised is known to many; what it is about to few, in every kind of room."""

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus.record.lines import Moment, Record, Say
from consensus.record.written import record
from consensus.roomwide import risk
from tests.consensus.given import NOW, given
from tests.consensus.record.said import case_room, facts, line, said, section

RAISE = ("ana", risk.Raise("r1", "He has a knife"))
PLAN = ("kit", risk.WritePlan("r1", "Sam", "2027-03-09T14:30", "The police"))


def after(*asked: tuple[str, c.Command], case: bool = True) -> Record:
    first, *others = case_room()
    return record(given(replace(first, case=case), *others).after(*asked).meeting)


def at_the_end(*asked: tuple[str, c.Command], case: bool = True) -> Record:
    return after(*asked, ("kit", c.Close()), case=case)


def test_it_is_said_who_raised_it_when_and_what_happens_next() -> None:
    found = after(RAISE, PLAN)

    assert facts(found, "risk.r1") == {"who": "Ana (Health)", "when": Moment(NOW, "both")}
    ended = facts(found, "risk.r1.ended")
    assert ended["convenes"] == "Sam"
    assert isinstance(ended["due"], Say)
    assert line(found, "risk.r1.ended").label == "decision"


@pytest.mark.parametrize("case", [True, False])
def test_the_words_are_for_the_keepers_and_for_whoever_wrote_them(case: bool) -> None:
    found = at_the_end(RAISE, PLAN, case=case)

    what, told = line(found, "risk.r1.what"), line(found, "risk.r1.told")
    assert (what.readers, what.whose) == ("restricted", "ana")
    assert (told.readers, told.whose) == ("restricted", "kit")


def test_why_nothing_was_needed_is_for_them_too() -> None:
    found = at_the_end(RAISE, ("kit", risk.StandDown("r1", "A toy")))

    assert said(found, "risk.r1.ended").id == "record-risk-stood-down"
    because = line(found, "risk.r1.because")
    assert (because.readers, because.whose) == ("restricted", "kit")


def test_while_the_meeting_goes_on_the_words_stand_in_no_record() -> None:
    calm = ("kit", risk.StandDown("r1", "A toy"))

    for answer, words in ((PLAN, ("He has a knife", "The police")), (calm, ("A toy",))):
        assert not any(each in repr(after(RAISE, answer)) for each in words)


def test_an_alert_that_nobody_answered_stays_open() -> None:
    assert said(after(RAISE), "risk.r1.ended").id == "record-risk-open"
    assert section(after(), "risks").empty == Say("record-no-risk")
