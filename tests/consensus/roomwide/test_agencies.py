"""Agencies: a card for each, and a checklist that says who should be here and why they are not."""

import pytest
from msgspec.structs import replace

from consensus import events as e
from consensus import views
from consensus.people import Member
from consensus.refusal import Code
from consensus.roomwide import agencies
from consensus.roomwide.agencies import MOST_AGENCIES, absent, begin
from consensus.rules import Rules
from tests.consensus.given import NOW, given, joined, room

RULES = Rules(
    agencies=("Police", "Health"), quorum=("Health", "Social care"), quorum_note="Or say why"
)
LOBBY = (replace(room()[0], rules=RULES), *room()[1:])
CARD = agencies.WriteCard("Health", "We visit", "We must note it", "We cannot search", "Few staff")
WRITTEN = agencies.CardWritten(
    "Health", "We visit", "We must note it", "We cannot search", "Few staff", "ana", NOW
)


def test_the_local_rules_say_who_is_expected_and_who_makes_it_quorate() -> None:
    records = views.everyone(given(*LOBBY).meeting)

    listed = [key for key in records if key.startswith("expected/")]
    assert listed == ["expected/police", "expected/health", "expected/social care"]
    assert records["quorum"] == agencies.QuorumRecord(RULES.quorum, "Or say why")


def test_two_spellings_are_one_agency() -> None:
    loose = begin(Rules(agencies=(" Social  CARE ", "Police"), quorum=("social care",)))

    assert [each.agency for each in loose.expected.values()] == ["social care", "Police"]


# --- cards ------------------------------------------------------------------------------------


def test_an_agency_writes_its_own_card_once() -> None:
    written = given(*LOBBY).when(CARD, by="ana").then(WRITTEN)

    assert views.everyone(written.meeting)["card/health"] == agencies.CardRecord(
        "Health", "We visit", "We must note it", "We cannot search", "Few staff", "ana", NOW
    )
    written.when(CARD, by="ben").nothing()


@pytest.mark.parametrize("by", ["kit", "rae"])
def test_the_chair_and_the_recorder_write_any_card(by: str) -> None:
    card = replace(CARD, agency="Police")

    given(*LOBBY, joined("rae", "recorder")).when(card, by=by).done()


def test_nobody_writes_the_card_of_another_agency_and_who_watches_writes_none() -> None:
    given(*LOBBY).when(replace(CARD, agency="Police"), by="ana").refused(
        Code.NOT_YOUR_AGENCY, agency="Police"
    )
    given(*LOBBY).when(CARD, by="eve").refused(Code.WATCHING_ONLY)


@pytest.mark.parametrize(
    ("card", "code"),
    [
        (agencies.WriteCard(""), Code.AGENCY_EMPTY),
        (agencies.WriteCard("x" * 61), Code.AGENCY_TOO_LONG),
        (replace(CARD, cannot="x" * 401), Code.TEXT_TOO_LONG),
    ],
)
def test_a_cards_words_are_checked(card: agencies.WriteCard, code: Code) -> None:
    given(*LOBBY).when(card, by="kit").refused(code)


# --- the checklist ----------------------------------------------------------------------------


def test_the_chair_says_how_an_agency_stands_with_the_meeting() -> None:
    said = (
        given(*LOBBY)
        .when(agencies.Expect("police", "views", "On a course"), by="kit")
        .then(agencies.NowExpected("Police", "views", "On a course"))
    )

    said.when(agencies.Expect("Police", "views", "On a course"), by="kit").nothing()


def test_an_agency_is_put_on_the_list_and_taken_off() -> None:
    listed = given(*LOBBY).after(("kit", agencies.Expect("Housing")))
    assert "housing" in listed.meeting.beside.agencies.expected

    off = listed.when(agencies.Unexpect("housing"), by="kit").then(agencies.NotExpected("Housing"))
    assert "housing" not in off.meeting.beside.agencies.expected
    off.when(agencies.Unexpect("Housing"), by="kit").nothing()


@pytest.mark.parametrize(
    ("by", "command", "code"),
    [
        ("ana", agencies.Expect("Housing"), Code.CHAIR_OR_RECORDER),
        ("ana", agencies.Unexpect("Police"), Code.CHAIR_OR_RECORDER),
        ("kit", agencies.Expect(""), Code.AGENCY_EMPTY),
        ("kit", agencies.Expect("Housing", "not_invited"), Code.REASON_MISSING),
        ("kit", agencies.Expect("Housing", why="x" * 601), Code.TEXT_TOO_LONG),
    ],
)
def test_the_checklist_is_kept_by_those_who_keep_it(
    by: str, command: agencies.Command, code: Code
) -> None:
    given(*LOBBY).when(command, by=by).refused(code)


def test_a_checklist_holds_so_many() -> None:
    full = [agencies.NowExpected(f"Agency {n}", "invited", "") for n in range(MOST_AGENCIES)]

    given(*LOBBY, *full).when(agencies.Expect("One more"), by="kit").refused(
        Code.REGISTER_FULL, most=MOST_AGENCIES
    )
    given(*LOBBY, *full).when(agencies.Expect("Agency 3", "coming"), by="kit").done()


def test_who_only_watches_does_not_stand_in_for_an_agency() -> None:
    def somebody(agency: str, role: str) -> Member:
        return Member(agency, agency, agency, role, True, True, 0)  # type: ignore[arg-type]

    members = [somebody("police", "participant"), somebody("Health", "observer")]

    assert absent(RULES.quorum, members) == ("Health", "Social care")
    assert absent(("Family", "Police"), [*members, somebody("A father", "family")]) == ()


def test_the_record_says_who_was_expected() -> None:
    said = agencies.minutes(begin(RULES))

    assert [each.agency for each in said.expected] == ["Police", "Health", "Social care"]
    assert (said.quorum, said.quorum_note) == (RULES.quorum, "Or say why")


def test_a_closed_checklist_is_kept_as_it_was() -> None:
    given(*LOBBY, e.MeetingClosed(5)).when(agencies.Expect("Housing"), by="kit").refused(
        Code.MEETING_CLOSED
    )
