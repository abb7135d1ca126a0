"""The register: who leads, who agrees, who is left out at the family's wish, whom else to ask."""

from typing import get_args

import pytest
from msgspec.structs import replace

from consensus import views
from consensus.refusal import Code
from consensus.roomwide import register
from consensus.roomwide.register import MOST_LINES
from tests.consensus.given import NOW, given, joined, room

LOBBY = room()
LEAVE_OUT = register.LeaveOut(
    "l1", "Mr Field, housing officer", "We do not trust him", "Ana", "Ana visits", "In four weeks"
)
LEFT_OUT = register.PersonLeftOut(
    "l1",
    "Mr Field, housing officer",
    "We do not trust him",
    "Ana",
    "Ana visits",
    "In four weeks",
    "kit",
    NOW,
)
ADD = register.AddElsewhere("e1", "shops", "The corner shop", "Ben", "2027-03-09")
ADDED = register.ElsewhereAdded("e1", "shops", "The corner shop", "Ben", "2027-03-09", "ana", NOW)


# --- at the family's wish -----------------------------------------------------------------------


def test_somebody_is_left_out_with_both_lines_and_the_members_read_it() -> None:
    written = given(*LOBBY).when(LEAVE_OUT, by="kit").then(LEFT_OUT)

    assert "left_out/l1" in views.mine(written.meeting, "ana")
    assert "Field" not in repr(views.everyone(written.meeting))
    written.when(LEAVE_OUT, by="kit").nothing()


def test_the_line_is_changed_and_taken_away() -> None:
    other = replace(LEAVE_OUT, carrier="Ben")
    changed = given(*LOBBY, LEFT_OUT).after(("kit", other))
    assert changed.meeting.beside.register.left_out["l1"].carrier == "Ben"

    gone = changed.after(("kit", register.LeaveOut("l1", "")))
    assert gone.meeting.beside.register.left_out == {}
    gone.when(register.LeaveOut("l1", ""), by="kit").nothing()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (replace(LEAVE_OUT, not_engaging=""), Code.LINES_MISSING),
        (replace(LEAVE_OUT, threshold=" "), Code.LINES_MISSING),
        (replace(LEAVE_OUT, line="../.."), Code.NOT_UNDERSTOOD),
        (replace(LEAVE_OUT, reason="x" * 601), Code.TEXT_TOO_LONG),
    ],
)
def test_both_lines_have_to_be_thought_of(command: register.LeaveOut, code: Code) -> None:
    given(*LOBBY).when(command, by="kit").refused(code)


def test_the_list_holds_so_many() -> None:
    full = [replace(LEFT_OUT, line=f"l{n}") for n in range(MOST_LINES)]

    given(*LOBBY, *full).when(replace(LEAVE_OUT, line="more"), by="kit").refused(
        Code.REGISTER_FULL, most=MOST_LINES
    )


# --- consent and lead ---------------------------------------------------------------------------


@pytest.mark.parametrize("of", get_args(register.Asked))
def test_consent_is_written_down_with_its_day(of: register.Asked) -> None:
    ask = register.SetConsent(of, "yes", "", "2027-03-09")

    said = (
        given(*LOBBY)
        .when(ask, by="kit")
        .then(register.ConsentSet(of, "yes", "", "2027-03-09", "kit", NOW))
    )

    assert views.mine(said.meeting, "ben")[f"consent/{of}"] == register.ConsentRecord(
        of, "yes", "", "2027-03-09"
    )
    said.when(ask, by="kit").nothing()


@pytest.mark.parametrize("answer", ["no", "not_sought"])
def test_without_consent_there_is_a_reason(answer: register.Answer) -> None:
    given(*LOBBY).when(register.SetConsent("child", answer), by="kit").refused(Code.REASON_MISSING)
    given(*LOBBY).when(register.SetConsent("child", answer, "Too ill"), by="kit").done()


def test_a_day_is_a_day() -> None:
    given(*LOBBY).when(register.SetConsent("child", "yes", "", "soon"), by="kit").refused(
        Code.NO_SUCH_DAY
    )


def test_a_lead_worker_is_named_in_the_room_or_not() -> None:
    named = (
        given(*LOBBY)
        .when(register.SetLead("Ana, Health"), by="kit")
        .then(register.LeadSet("Ana, Health"))
    )

    assert views.mine(named.meeting, "ana")["lead"] == register.LeadRecord("Ana, Health")
    named.when(register.SetLead("Ana, Health"), by="kit").nothing()
    assert "lead" not in views.mine(named.after(("kit", register.SetLead(""))).meeting, "ana")


@pytest.mark.parametrize(
    "command", [LEAVE_OUT, register.SetConsent("child", "yes"), register.SetLead("Ana")]
)
def test_the_register_is_kept_by_the_chair_and_the_recorder(command: register.Command) -> None:
    given(*LOBBY, joined("rae", "recorder")).when(command, by="rae").done()
    given(*LOBBY).when(command, by="ana").refused(Code.CHAIR_OR_RECORDER)


# --- who else -----------------------------------------------------------------------------------


def test_anybody_says_who_else_to_ask() -> None:
    added = given(*LOBBY).when(ADD, by="ana").then(ADDED)

    assert views.mine(added.meeting, "ben")["elsewhere/e1"] == register.ElsewhereRecord(
        "e1", "shops", "The corner shop", "Ben", "2027-03-09", "ana"
    )
    added.when(ADD, by="ana").nothing()
    added.when(replace(ADD, who="Another"), by="ana").refused(Code.NOT_UNDERSTOOD)


def test_a_group_is_thought_of_in_vain() -> None:
    given(*LOBBY).when(register.AddElsewhere("e1", "peers"), by="ana").then(
        register.ElsewhereAdded("e1", "peers", "", "", "", "ana", NOW)
    )


@pytest.mark.parametrize("by", ["ana", "kit"])
def test_a_line_is_taken_away_by_whoever_wrote_it_or_the_chair(by: str) -> None:
    gone = (
        given(*LOBBY, ADDED)
        .when(register.DropElsewhere("e1"), by=by)
        .then(register.ElsewhereDropped("e1"))
    )

    gone.when(register.DropElsewhere("e1"), by=by).nothing()


@pytest.mark.parametrize(
    ("by", "command", "code"),
    [
        ("ben", register.DropElsewhere("e1"), Code.CHAIR_OR_RECORDER),
        ("eve", register.AddElsewhere("e2", "peers"), Code.WATCHING_ONLY),
        ("ana", register.AddElsewhere("e-2", "peers"), Code.NOT_UNDERSTOOD),
        ("ana", replace(ADD, line="e2", by_when="2027-02-30"), Code.NO_SUCH_DAY),
        ("ana", replace(ADD, line="e2", who="x" * 601), Code.TEXT_TOO_LONG),
    ],
)
def test_what_cannot_be_is_refused(by: str, command: register.Command, code: Code) -> None:
    given(*LOBBY, ADDED).when(command, by=by).refused(code)


def test_this_list_holds_so_many_too() -> None:
    full = [replace(ADDED, line=f"e{n}") for n in range(MOST_LINES)]

    given(*LOBBY, *full).when(replace(ADD, line="more"), by="ana").refused(
        Code.REGISTER_FULL, most=MOST_LINES
    )


def test_the_record_holds_all_of_it() -> None:
    state = given(*LOBBY, LEFT_OUT, ADDED).meeting.beside.register

    assert register.minutes(state) == state
