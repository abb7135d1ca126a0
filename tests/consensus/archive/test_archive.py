"""The archive: what is found of a meeting afterwards, and by whom."""

from msgspec.structs import replace

from consensus import events as e
from consensus.answers.promises import Owner, Promise, Terms
from consensus.answers.sides import Side
from consensus.archive.archive import Archived, Kept, Sheet, Statement, Written, archived
from consensus.archive.outcomes import outcomes
from consensus.carried import Carried
from consensus.dates import DAY
from consensus.items import ITSELF, Source
from consensus.roomwide import disagreements
from consensus.state import Meeting
from consensus.steps import commit, form, judge, settle
from tests.consensus.given import NOW, given, joined, opened, plan, prepared, room

PRACTICE = plan(
    "practice",
    form.Settings(
        (form.Field("name", "Called"), form.Field("theme", "Theme"), form.Field("what", "Done"))
    ),
)
SCALE = plan("safe", judge.Settings(ask="scale", low="no", high="yes"), Source(take="none"))


def of(meeting: Meeting, member: str = "ana") -> Archived:
    return archived(meeting, meeting.members[member], NOW)


def promise(name: str, *, personal: bool = False) -> Promise:
    terms = Terms("Call the school", by="2027-03-09", review="2027-04-01")
    owners = (Owner("Ana", "Health", "ana"), Owner("", "Police"))
    return Promise(name, terms, owners, "ana", 0, personal)


def filled(field: str, value: str) -> form.Filled:
    return form.Filled("practice", "room", field, value, "", "", "", "ana", 1)


def test_a_member_finds_what_the_meeting_was_and_as_what_they_were_there() -> None:
    found = of(given(*room(SCALE)).meeting, "kit")

    assert (found.title, found.template, found.role) == ("A meeting", "a-template", "chair")
    assert (found.prepared, found.starts, found.closed) == (0, None, None)
    assert (found.forget_at, found.review_at) == (None, None)


def test_a_room_that_is_closed_says_when_it_will_be_gone() -> None:
    meeting = given(*room(SCALE), e.MeetingClosed(5 * DAY)).meeting
    days = meeting.beside.retention.now.days

    found = of(meeting)
    assert found.forget_at == (5 + days) * DAY
    assert found.review_at is not None
    assert 5 * DAY < found.review_at < found.forget_at


def test_a_series_is_known_by_the_codes_of_its_rooms() -> None:
    carried = Carried("ABC234", "Before", 0, "a-template")
    first = replace(prepared(SCALE), carried=carried)
    found = of(given(first, joined("ana"), e.FollowUpOpened("XYZ789", 3)).meeting)

    assert (found.before, found.after) == ("ABC234", ("XYZ789",))


def test_promises_are_listed_with_their_days_and_personal_ones_are_not() -> None:
    meeting = given(
        *room(plan("do", commit.Settings(personal=True))),
        opened("do"),
        commit.Promised("do", promise("p1")),
        commit.Promised("do", promise("p2", personal=True)),
    ).meeting

    assert of(meeting).promises == (
        Kept("p1", "Call the school", "2027-03-09", "2027-04-01", "open", ("Ana", "Police")),
    )


def test_a_sheet_about_good_practice_is_found_by_its_name_and_theme() -> None:
    meeting = given(
        *room(PRACTICE), opened("practice"), filled("name", "Quiet hour"), filled("theme", "Sleep")
    ).meeting

    fields = (Written("Called", "Quiet hour"), Written("Theme", "Sleep"))
    assert of(meeting).sheets == (Sheet("practice", "Quiet hour", "Sleep", "Health", fields),)


def test_an_empty_sheet_is_not_found() -> None:
    assert of(given(*room(PRACTICE), opened("practice")).meeting).sheets == ()


def test_a_board_is_found_with_its_statements_in_order() -> None:
    meeting = given(
        *room(plan("two", settle.Settings(slots=2)), plan("out", settle.Settings(aim="set_aside"))),
        opened("two", "abcd"),
        settle.Proposed("two", 0, "c"),
        settle.Agreed("two", 0, "It comes first", ()),
        settle.Proposed("two", 1, "a"),
        settle.Agreed("two", 1, "", ()),
        opened("out", "bd"),
        settle.Proposed("out", 0, "b"),
        settle.Agreed("out", 0, "", ()),
    ).meeting

    kept, aside = of(meeting).boards
    assert kept.chosen == (Statement("c", "statement c"), Statement("a", "statement a"))
    assert kept.because == ("It comes first", "")
    assert (kept.aside, aside.aside) == (False, True)
    assert [each.text for each in of(meeting).settled] == [
        "statement c",
        "statement a",
        "statement b",
    ]


def test_of_a_step_of_which_the_record_keeps_nothing_nothing_is_found() -> None:
    board, do = plan("two", settle.Settings(slots=1)), plan("do", commit.Settings())
    meeting = given(
        *room(replace(board, minuted="none"), replace(do, minuted="none")),
        opened("two", "abcd"),
        settle.Proposed("two", 0, "c"),
        settle.Agreed("two", 0, "It comes first", ()),
        opened("do"),
        commit.Promised("do", promise("p1")),
    ).meeting

    found = of(meeting)
    assert (found.boards, found.settled, found.promises) == ((), (), ())
    told = outcomes(meeting)
    assert (told.settled, told.promises) == ((), ())


def test_a_family_finds_no_quarrel_of_the_agencies_in_a_case_room() -> None:
    about = disagreements.About("When to visit", "")
    log = (
        replace(prepared(SCALE), case=True),
        joined("ana"),
        joined("kim", "family"),
        opened("safe", [ITSELF]),
        judge.BallotCast("safe", "ana", (), "", {ITSELF: 3}),
        judge.Revealed("safe", ()),
        disagreements.Opened(
            "d1", about, "yes", disagreements.USUAL_STAGES, {"one": Side(), "two": Side()}, 1, 2
        ),
    )
    meeting = given(*log).meeting

    assert of(meeting, "ana").disagreements
    assert of(meeting, "ana").results
    assert of(meeting, "kim").disagreements == ()
    assert of(meeting, "kim").results == ()
    assert of(meeting, "kim").sheets == ()
