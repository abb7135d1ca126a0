"""Notices stand with their very words and version, and with who answered what."""

from consensus.agendas import planning
from consensus.record.lines import Moment, Record, Say
from consensus.record.written import record
from consensus.steps import gate
from tests.consensus.given import given, opened, plan
from tests.consensus.record.said import case_room, facts, line, lines, of, section

NOTICE = gate.Settings(
    title="Recording",
    version="2",
    text="We keep notes.\n\nYou can ask for them.",
    checks=("No names",),
)
LOBBY = case_room(plan("notice", NOTICE))
OPEN = (*LOBBY, opened("notice"))


def answered() -> Record:
    asked = (
        ("ana", gate.Acknowledge("notice", True, "2")),
        ("ben", gate.Acknowledge("notice", False, "2", "I do not want notes")),
    )
    return record(given(*OPEN).after(*asked, at=7).meeting)


def test_the_words_stand_as_they_were_with_their_version() -> None:
    found = answered()

    assert facts(found, "notice.title") == {"title": "Recording", "version": "2", "known": "yes"}
    assert line(found, "notice.text.1").cells == ("We keep notes.",)
    assert line(found, "notice.text.2").cells == ("You can ask for them.",)
    assert facts(found, "notice.check.1") == {"words": "No names"}


def test_every_answer_is_there_also_that_somebody_does_not_agree() -> None:
    found = answered()

    no = line(found, "notice.answer.ben")
    assert no.cells == (
        "Ben (Health)",
        Say("record-notice-answer", {"agreed": "no", "who": "Ben (Health)", "written": "no"}),
        Say("record-when", {"when": Moment(7, "both")}),
        "2",
        "I do not want notes",
    )
    assert (no.whose, no.readers, no.label) == ("ben", "professionals", "fact")


def test_what_somebody_else_wrote_down_says_who() -> None:
    recorded = gate.RecordAnswer("notice", "cam", True, "2")
    found = record(given(*OPEN).after(("kit", recorded)).meeting)

    answer = line(found, "notice.answer.cam").cells[1]
    assert answer == Say(
        "record-notice-answer", {"agreed": "yes", "who": "Kit (Health)", "written": "yes"}
    )


def test_whoever_was_asked_and_did_not_answer_is_named() -> None:
    unanswered = facts(answered(), "notice.unanswered")["who"]

    assert unanswered == ("Kit (Health)", "Cam (Health)", "Eve (Health)")


def test_only_those_who_were_asked_are_waited_for() -> None:
    settings = gate.Settings(title="Recording", version="2", text="x", asked=("chair",))
    found = of(*case_room(plan("notice", settings)), opened("notice"))

    assert facts(found, "notice.unanswered")["who"] == ("Kit (Health)",)
    roles = (Say("record-role-is", {"role": "chair"}),)
    assert facts(found, "notice.asked") == {"roles": roles}


def test_a_meeting_without_notices_did_not_discuss_any() -> None:
    assert section(of(*case_room()), "notices").empty == Say("record-not-discussed")


def test_a_notice_that_was_left_out_says_why() -> None:
    found = of(*LOBBY, planning.StepSkipped("notice", "No time"))

    assert section(found, "notice").empty == Say("record-skipped", {"because": "No time"})
    assert lines(found, "notice") == []
