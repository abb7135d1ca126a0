"""form: fields on sheets, each filled by somebody; nothing anybody wrote is written over unseen."""

import pytest

from consensus import events as e
from consensus import steps
from consensus.refusal import Code
from consensus.steps import form
from consensus.steps.form import Field
from consensus.views import everyone
from tests.consensus.given import NOW, given, joined, opened, plan, prepared, room

SHEET = form.Settings(
    (
        Field("stuck", "What is stuck?", required=True),
        Field("aware", "Does the family know?", kind="yes_no", required=True, why_if="no"),
        Field("when", "Since when?", kind="date"),
        Field("lead", "Who leads?", kind="people"),
        Field("visits", "Visits", kind="number"),
        Field("kind", "Which is it?", kind="choice", choices=("stuck", "drifting")),
        Field("title", "In one line", kind="line"),
        Field("child", "The child's own words", voice="child"),
    )
)
ROOM = (*room(plan("entry", SHEET)), opened("entry"))
PER_AGENCY = form.Settings((Field("offer", "What we can do", required=True),), per="agency")
PER_MEMBER = form.Settings((Field("bring", "What I bring", required=True),), per="member")


def fill(
    field: str, value: str, *, sheet: str = "room", seen: str = "", why: str = ""
) -> form.Fill:
    return form.Fill("entry", sheet, field, value, why=why, seen=seen)


def filled(
    field: str, value: str, by: str = "ana", *, sheet: str = "room", why: str = "", at: int = NOW
) -> form.Filled:
    return form.Filled("entry", sheet, field, value, why, "", "", by, at)


def said(value: str = "I like Tuesdays") -> form.Filled:
    source, when = "told her teacher", "2027-03-02"
    return form.Filled("entry", "room", "child", value, "", source, when, "ana", NOW)


def state_of(*events: e.Event, settings: form.Settings = SHEET) -> form.State:
    meeting = given(*room(plan("entry", settings)), opened("entry"), *events).meeting
    state = meeting.agenda[0].state
    assert isinstance(state, form.State)
    return state


# --- filling in -------------------------------------------------------------------------------


def test_somebody_fills_in_a_field() -> None:
    given(*ROOM).when(fill("stuck", "Nobody  calls back.\n\n\n\nTwo weeks."), by="ana").then(
        filled("stuck", "Nobody calls back.\n\nTwo weeks.")
    )


def test_the_same_again_changes_nothing_and_keeps_its_first_writer() -> None:
    given(*ROOM, filled("stuck", "The plan")).when(fill("stuck", "The plan"), by="ben").nothing()


def test_somebody_changes_what_they_have_seen() -> None:
    change = fill("stuck", "The new plan", seen="The plan")

    given(*ROOM, filled("stuck", "The plan")).when(change, by="ben").then(
        filled("stuck", "The new plan", by="ben")
    )


def test_nobody_writes_over_what_they_have_not_seen() -> None:
    given(*ROOM, filled("stuck", "The plan")).when(fill("stuck", "My plan"), by="ben").refused(
        Code.FORM_CHANGED, name="Ana"
    )


def test_whoever_only_watches_writes_nothing() -> None:
    given(*ROOM).when(fill("stuck", "The plan"), by="eve").refused(Code.WATCHING_ONLY)


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("aware", "dont_know", "dont_know"),
        ("when", " 2027-03-09 ", "2027-03-09"),
        ("lead", "ana  ben ana", "ana ben"),
        ("visits", " 3.5 ", "3.5"),
        ("kind", "drifting", "drifting"),
        ("title", "One\nline", "One line"),
    ],
)
def test_each_kind_of_field_keeps_what_it_can_hold(field: str, value: str, kept: str) -> None:
    given(*ROOM).when(fill(field, value), by="ana").then(filled(field, kept))


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("nothing", "x", Code.NO_SUCH_FIELD),
        ("stuck", " \n ", Code.TEXT_EMPTY),
        ("stuck", "x" * 2_001, Code.TEXT_TOO_LONG),
        ("title", "x" * 241, Code.TEXT_TOO_LONG),
        ("aware", "perhaps", Code.NO_SUCH_CHOICE),
        ("kind", "", Code.NO_SUCH_CHOICE),
        ("when", "last week", Code.NO_SUCH_DAY),
        ("visits", "many", Code.NOT_A_NUMBER),
        ("lead", "ana zoe", Code.NO_SUCH_MEMBER),
        ("lead", " ", Code.TEXT_EMPTY),
    ],
)
def test_each_kind_of_field_refuses_the_rest(field: str, value: str, code: Code) -> None:
    given(*ROOM).when(fill(field, value), by="ana").refused(code)


def test_the_answer_that_asks_for_a_reason_gets_one() -> None:
    given(*ROOM).when(fill("aware", "no"), by="ana").refused(Code.REASON_NEEDED)
    given(*ROOM).when(fill("aware", "no", why="not safe yet"), by="ana").then(
        filled("aware", "no", why="not safe yet")
    )
    given(*ROOM).when(fill("aware", "yes", why="left over"), by="ana").then(filled("aware", "yes"))


def test_somebody_empties_a_field_that_they_have_seen() -> None:
    here = given(*ROOM, filled("stuck", "The plan"))

    here.when(form.ClearField("entry", "room", "stuck", "The plan"), by="ben").then(
        form.FieldCleared("entry", "room", "stuck", "ben")
    ).when(form.ClearField("entry", "room", "stuck", "The plan"), by="ben").nothing()
    here.when(form.ClearField("entry", "room", "stuck", "Another"), by="ben").refused(
        Code.FORM_CHANGED, name="Ana"
    )


# --- the words of a child or family -----------------------------------------------------------


def test_a_childs_words_come_with_where_they_are_from_and_since_when() -> None:
    source, when = "told her teacher", "2027-03-02"

    given(*ROOM).when(
        form.Fill("entry", "room", "child", "I like Tuesdays", "", source, when), by="ana"
    ).then(said())
    given(*ROOM).when(fill("child", "I like Tuesdays"), by="ana").refused(Code.SOURCE_NEEDED)
    given(*ROOM).when(
        form.Fill("entry", "room", "child", "I like Tuesdays", source=source), by="ana"
    ).refused(Code.DAY_NEEDED)


def test_the_chair_ticks_when_they_have_been_read_out() -> None:
    read = form.ReadOut("entry", "room", "child")

    given(*ROOM, said()).when(read, by="kit").then(
        form.WordsHeard("entry", "room", "child", NOW)
    ).when(read, by="kit").nothing()
    given(*ROOM, said()).when(read, by="ana").refused(Code.CHAIR_ONLY)


def test_there_must_be_words_of_a_child_or_family_to_read_out() -> None:
    given(*ROOM).when(form.ReadOut("entry", "room", "child"), by="kit").refused(
        Code.NOTHING_TO_READ
    )
    given(*ROOM, filled("stuck", "The plan")).when(
        form.ReadOut("entry", "room", "stuck"), by="kit"
    ).refused(Code.NOTHING_TO_READ)


def test_other_words_have_not_been_heard_yet() -> None:
    heard = form.WordsHeard("entry", "room", "child", NOW)

    assert form.unread(SHEET, state_of(said())) == 1
    assert form.unread(SHEET, state_of(said(), heard)) == 0
    assert form.unread(SHEET, state_of(said(), heard, said("I like Mondays"))) == 1


# --- whose sheet it is ------------------------------------------------------------------------


def agencies(*events: e.Event) -> tuple[e.Event, ...]:
    police = e.MemberJoined("pat", "Pat", "Police", "participant", True, 0)
    wording = prepared(plan("entry", PER_AGENCY))
    people = (joined("kit", "chair"), joined("ana"), joined("rec", "recorder"), police)
    return (wording, *people, opened("entry"), *events)


def test_each_agency_fills_in_its_own_sheet() -> None:
    offer = fill("offer", "A visit", sheet="police")

    given(*agencies()).when(offer, by="pat").then(
        filled("offer", "A visit", by="pat", sheet="Police")
    )
    given(*agencies()).when(offer, by="ana").refused(Code.NOT_YOUR_SHEET)


@pytest.mark.parametrize("writer", ["kit", "rec"])
def test_the_chair_and_the_recorder_write_down_what_others_say(writer: str) -> None:
    given(*agencies()).when(fill("offer", "A visit", sheet="Police"), by=writer).done()


def test_there_is_no_sheet_for_an_agency_that_is_not_in_the_room() -> None:
    given(*agencies()).when(fill("offer", "A visit", sheet="Housing"), by="kit").refused(
        Code.NO_SUCH_SHEET
    )


def test_an_agencys_sheet_stays_when_its_people_are_taken_out() -> None:
    gone = agencies(filled("offer", "A visit", sheet="Police"), e.MemberRemoved("pat"))
    meeting = given(*gone).meeting
    state = meeting.agenda[0].state
    assert isinstance(state, form.State)

    assert form.sheets(PER_AGENCY, state, meeting.members) == ("Police", "Health")


def test_each_person_has_a_sheet_but_those_who_watch() -> None:
    meeting = given(*room(plan("entry", PER_MEMBER)), opened("entry")).meeting
    state = meeting.agenda[0].state
    assert isinstance(state, form.State)

    assert form.sheets(PER_MEMBER, state, meeting.members) == ("kit", "ana", "ben", "cam")
    given(*room(plan("entry", PER_MEMBER)), opened("entry")).when(
        fill("bring", "Time", sheet="ben"), by="ana"
    ).refused(Code.NOT_YOUR_SHEET)


# --- what is still to do ----------------------------------------------------------------------


def test_required_fields_that_are_empty_are_counted_over_all_sheets() -> None:
    meeting = given(*ROOM, filled("stuck", "The plan")).meeting
    state = meeting.agenda[0].state
    assert isinstance(state, form.State)

    assert form.missing(SHEET, state, meeting.members) == 1
    assert form.missing(PER_MEMBER, form.State(), meeting.members) == 4
    assert form.missing(form.Settings((Field("a", "A"),)), form.State(), meeting.members) == 0


# --- who sees what ----------------------------------------------------------------------------


def test_everyone_sees_the_fields_what_is_missing_and_what_stands_in_them() -> None:
    seen = everyone(given(*ROOM, filled("stuck", "The plan"), said()).meeting)

    assert seen["form/entry"] == form.FormRecord("entry", SHEET.fields, "room", False, None)
    assert seen["form_count/entry"] == form.FormCountRecord("entry", ("room",), 1, 1)
    assert seen["entry/entry/room/stuck"] == form.EntryRecord(
        "entry", "room", "stuck", "The plan", "", "", "", "ana", NOW, None
    )
    assert steps.concerns(filled("stuck", "The plan")) == frozenset()


def test_the_record_has_each_sheet_with_an_entry_or_none_for_each_field() -> None:
    found = form.minutes("entry", SHEET, state_of(filled("aware", "yes")))

    assert (found.per, found.fields) == ("room", SHEET.fields)
    (sheet,) = found.sheets
    assert sheet.id == "room"
    assert [entry and entry.value for entry in sheet.entries] == [None, "yes", *[None] * 6]


def test_an_empty_form_has_no_sheets_in_the_record() -> None:
    assert form.minutes("entry", SHEET, form.State()).sheets == ()


# --- two who are one person -------------------------------------------------------------------

MERGED = e.MembersMerged("ana", "ben")


def test_what_somebody_wrote_on_their_sheet_goes_with_them() -> None:
    bens = filled("bring", "A bus pass", "ben", sheet="ben")
    merged = given(*room(plan("entry", PER_MEMBER)), opened("entry"), bens, MERGED)

    record = everyone(merged.meeting)["entry/entry/ana/bring"]
    assert isinstance(record, form.EntryRecord)
    assert (record.sheet, record.by, record.value) == ("ana", "ana", "A bus pass")
    written = form.minutes("entry", PER_MEMBER, state_of(bens, MERGED, settings=PER_MEMBER))
    assert [entry and entry.value for entry in written.sheets[0].entries] == ["A bus pass"]


def test_where_both_wrote_on_their_sheets_the_one_who_stays_keeps_theirs() -> None:
    both = (
        filled("bring", "A bus pass", "ben", sheet="ben"),
        filled("bring", "A key", "ana", sheet="ana"),
    )
    state = state_of(*both, MERGED, settings=PER_MEMBER)

    assert [entry.value for entry in state.entries.values()] == ["A key"]


def test_among_people_one_stands_for_the_other_once() -> None:
    named = filled("lead", "ben cam ana", "cam")

    entry = state_of(named, MERGED).entry("room", "lead")
    assert entry is not None
    assert entry.value == "ana cam"


def test_a_form_of_others_is_the_very_same() -> None:
    before = given(*room(plan("entry", SHEET)), opened("entry"), filled("stuck", "x", "cam"))
    after = given(*room(plan("entry", SHEET)), opened("entry"), filled("stuck", "x", "cam"), MERGED)

    assert before.meeting.agenda[0].state == after.meeting.agenda[0].state


def test_a_field_may_hold_fewer_letters_than_usual() -> None:
    short = form.Settings((Field("a", "A", most=5), Field("b", "B", kind="line", most=3)))
    asked = given(*room(plan("entry", short)), opened("entry"))

    asked.when(fill("a", "12345"), by="ana").then(filled("a", "12345"))
    asked.when(fill("a", "123456"), by="ana").refused(Code.TEXT_TOO_LONG)
    asked.when(fill("b", "1234"), by="ana").refused(Code.TEXT_TOO_LONG)
