"""The register: who was there and as what, who was missing and why, and how people are reached."""

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus.record.lines import Fact, Moment, Say
from consensus.record.written import record
from consensus.roomwide import agencies, contacts
from consensus.rules import Rules
from consensus.state import Meeting
from consensus.steps import turns
from tests.consensus.given import SERVER, given, opened, plan
from tests.consensus.record.said import case_room, facts, line, lines, section

LOBBY = case_room(plan("talk", turns.Settings()))
QUORUM = Rules(agencies=("Housing",), quorum=("Police",), quorum_note="A judge says so.")


def with_rules(*asked: tuple[str, c.Command]) -> Meeting:
    first = replace(LOBBY[0], rules=QUORUM)
    return given(first, *LOBBY[1:]).after(*asked).meeting


def test_the_register_says_what_everybody_was_there_as_and_since_when() -> None:
    found = record(given(*LOBBY, e.MemberLeft("ana", 7)).meeting)

    assert lines(found, "people") == [f"people.{m}" for m in ("kit", "ana", "ben", "cam", "eve")]
    kit, ana = line(found, "people.kit"), line(found, "people.ana")
    assert kit.cells[:3] == ("Kit", "Health", Say("record-role-is", {"role": "chair"}))
    assert kit.cells[3] == Say("record-attends", {"way": "room", "voice": "no"})
    left: dict[str, Fact] = {"how": "left", "came": Moment(0, "time"), "since": Moment(7, "time")}
    assert ana.cells[4] == Say("record-there", left)
    assert (ana.about, ana.label, ana.readers) == (("ana",), "fact", "all")
    assert len(kit.cells) == len(section(found, "people").columns)


@pytest.mark.parametrize(
    ("events", "how"),
    [
        ((), "here"),
        ((e.MemberLeft("ana", 7),), "left"),
        ((e.MemberLeft("ana", 7), e.MemberArrived("ana", 9)), "back"),
        ((e.MeetingClosed(9),), "stayed"),
    ],
)
def test_when_somebody_came_and_went_is_said(events: tuple[e.Event, ...], how: str) -> None:
    there = line(record(given(*LOBBY, *events).meeting), "people.ana").cells[4]

    assert isinstance(there, Say)
    assert (there.facts["how"], there.facts["came"]) == (how, Moment(0, "time"))


def test_a_family_member_is_named_by_their_seat() -> None:
    meeting = given(*LOBBY).after(("kit", c.SetRole("ana", "family", "carer"))).meeting

    role = line(record(meeting), "people.ana").cells[2]
    assert role == Say("record-role-is", {"role": "carer"})


def test_an_agency_of_whom_nobody_came_is_missing_with_the_reason() -> None:
    found = record(with_rules(("kit", agencies.Expect("Housing", "invited", "On leave"))))

    assert facts(found, "missing.housing") == {
        "agency": "Housing",
        "coming": "invited",
        "over": "no",
    }
    assert facts(found, "missing.housing.why")["why"] == "On leave"
    assert line(found, "missing.housing.why").readers == "professionals"
    assert facts(found, "missing.unsaid") == {"agencies": ("Police",)}


def test_whom_nobody_invited_may_be_the_familys_wish() -> None:
    found = record(with_rules(("kit", agencies.Expect("Housing", "not_invited", "They asked"))))

    assert line(found, "missing.housing").readers == "professionals"
    assert line(found, "missing.police").readers == "all"


def test_without_those_the_rules_name_it_is_not_quorate() -> None:
    assert facts(record(with_rules()), "missing.quorum") == {
        "agencies": ("Police",),
        "quorate": "no",
    }
    assert facts(record(with_rules()), "missing.quorum.rule") == {"words": "A judge says so."}


def test_where_nobody_is_missing_it_is_said() -> None:
    found = section(record(given(*LOBBY).meeting), "missing")

    assert (found.lines, found.empty) == ((), Say("record-nobody-missing"))


def test_what_was_read_back_to_somebody_without_a_screen_is_said() -> None:
    pat = c.Join("pat", "Pat", "Health", attends="proxy", beside="kit")
    dot = c.Join("dot", "Dot", "Health", attends="proxy", beside="kit")
    asked = ((SERVER, pat), (SERVER, dot), ("pat", c.ReadBack("talk")))
    meeting = given(*LOBBY, opened("talk", *"ab")).after(*asked).meeting
    found = record(meeting)

    assert facts(found, "proxies.pat") == {
        "who": "Pat (Health)",
        "steps": ("Talk",),
        "done": "yes",
    }
    assert facts(found, "proxies.dot")["done"] == "no"


def test_contacts_are_for_those_who_work_with_them_in_any_room() -> None:
    entry = contacts.Enter("01603 000000", "ana@example.org", "", no_second=True, bringing="time")
    for events in (LOBBY, (replace(LOBBY[0], case=False), *LOBBY[1:])):
        found = record(given(*events).after(("ana", entry), at=9).meeting)

        contact = line(found, "contacts.ana")
        assert contact.readers == "professionals"
        assert contact.cells[:3] == ("Ana", "01603 000000", "ana@example.org")
        assert contact.cells[3] == Say("record-no-second")
        assert facts(found, "bringing.ana") == {"who": "Ana (Health)", "words": "time"}
        assert line(found, "bringing.ana").whose == "ana"


def test_the_level_at_which_somebody_works_is_not_in_the_record() -> None:
    entry = contacts.Enter("01603 000000", level="senior")
    found = record(given(*LOBBY).after(("ana", entry)).meeting)

    assert "senior" not in repr(found)


def test_an_agencys_card_is_told_line_by_line() -> None:
    card = agencies.WriteCard("Health", "We visit", "", "Not at night", "Few of us")
    found = record(given(*LOBBY).after(("ana", card)).meeting)

    assert lines(found, "cards") == [f"cards.health.{x}" for x in ("does", "cannot", "pressures")]
    assert line(found, "cards.health.pressures").readers == "professionals"
    assert line(found, "cards.health.does").readers == "all"
