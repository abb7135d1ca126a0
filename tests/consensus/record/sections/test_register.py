"""The lead worker, consent, who was left out at the family's wish, and who else was thought of."""

from consensus import commands as c
from consensus.record.lines import Moment, Record, Say
from consensus.record.written import record
from consensus.roomwide import register
from tests.consensus.given import given
from tests.consensus.record.said import case_room, facts, line, lines

OUT = register.LeaveOut("out", "Mr Hall", "He shouted", "Ana", "We write", "In May")
DAY = Say("date-long", {"day": 1, "month": 5, "year": "2026"})


def after(*asked: c.Command) -> Record:
    return record(given(*case_room()).after(*(("kit", each) for each in asked), at=9).meeting)


def test_the_lead_worker_is_for_everybody_to_know() -> None:
    found = after(register.SetLead("Ana Hall"))

    assert facts(found, "register.lead") == {"who": "Ana Hall"}
    assert line(found, "register.lead").readers == "all"


def test_consent_is_for_professionals_and_its_reason_for_the_keepers() -> None:
    found = after(register.SetConsent("child", "no", "She is afraid", "2026-05-01"))

    assert facts(found, "register.child") == {"of": "child", "answer": "no", "on": DAY}
    assert line(found, "register.child").readers == "professionals"
    assert facts(found, "register.child.why") == {"of": "child", "words": "She is afraid"}
    assert line(found, "register.child.why").readers == "restricted"


def test_consent_without_a_day_was_written_down_on_one() -> None:
    found = after(register.SetConsent("family", "yes", ""))

    assert facts(found, "register.family")["on"] == Moment(9, "day")
    assert found.line("register.family.why") is None


def test_an_exclusion_is_for_the_keepers_alone() -> None:
    found = after(OUT)

    assert lines(found, "left-out") == [
        "left-out.out",
        "left-out.out.reason",
        "left-out.out.carrier",
        "left-out.out.not_engaging",
        "left-out.out.threshold",
    ]
    assert {line(found, id).readers for id in lines(found, "left-out")} == {"restricted"}
    assert facts(found, "left-out.out.reason")["words"] == "He shouted"


def test_who_else_was_thought_of_is_kept_with_who_asks_them() -> None:
    found = after(
        register.AddElsewhere("gran", "family", "Gran", "Ana", "2026-05-01"),
        register.AddElsewhere("shop", "shops", ""),
    )

    gran = facts(found, "elsewhere.gran")
    assert (gran["who"], gran["contact"], gran["by"], gran["asked"]) == ("Gran", "Ana", DAY, "both")
    assert facts(found, "elsewhere.shop")["known"] == "no"
    assert line(found, "elsewhere.gran").readers == "professionals"
