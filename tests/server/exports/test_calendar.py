"""A meeting's dates on a phone: whole, escaped, the same again each time, and without names."""

from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from icalendar import Calendar
from msgspec.structs import replace

from consensus import events as e
from consensus.agenda import Step, StepPlan
from consensus.answers.promises import Owner, Promise, Terms
from consensus.meeting import start
from consensus.roomwide.disagreements import About, Disagreement, Move
from consensus.roomwide.disagreements import State as Disagreements
from consensus.rules import Clock, Rules
from consensus.state import Meeting
from consensus.steps import commit
from server.demo.client import Door
from server.exports.calendar import Reader, write
from server.words import FALLBACK, Words
from tests.forms import ROOM

NOON = 1_804_680_000_000  # Tuesday 10 March 2027, 12:00 UTC
LINK = "http://localhost/r/ABC234"
READER = Reader("ana", Words(FALLBACK), LINK)
RULES = Rules(clocks=(Clock("record", "The record goes to everybody", 5),))


def promise(name: str, **more: Any) -> Promise:
    terms = Terms("Phone the school", by="2027-03-12", review="2027-04-09")
    owners = (Owner("Dana Price", "School", "ana"),)
    return replace(Promise(name, terms, owners, "ana", 1), **more)


def meeting(*promises: Promise, title: str = "Planning", case: bool = False) -> Meeting:
    plan = StepPlan("promises", "Promises", "", 45, commit.Settings())
    prepared = e.MeetingPrepared(
        title, "", "t", (), (plan,), 1, case=case, starts=NOON, rules=RULES
    )
    state = commit.State((), {each.id: each for each in promises})
    return replace(start(prepared), agenda=(Step(plan, 45, state=state),))


def entries(found: Meeting, reader: Reader = READER) -> dict[str, Any]:
    """Return the entries of a calendar file by the beginning of their ids."""
    read = Calendar.from_ical(write(found, reader, "room1", NOON))
    return {str(entry["uid"]).removesuffix(".room1@commonground"): entry for entry in read.events}


def test_the_meeting_is_in_it_for_as_long_as_its_agenda() -> None:
    held = entries(meeting())["meeting"]

    assert held["summary"] == "Meeting: Planning"
    assert held["dtstart"].dt == datetime(2027, 3, 10, 12, tzinfo=UTC)
    assert held["dtend"].dt == datetime(2027, 3, 10, 12, 45, tzinfo=UTC)
    assert held["url"] == LINK


def test_promises_and_reviews_take_a_whole_day_each() -> None:
    found = entries(meeting(promise("p1")))

    assert found["by-p1"]["dtstart"].dt == date(2027, 3, 12)
    assert found["by-p1"]["dtend"].dt == date(2027, 3, 13)
    assert found["by-p1"]["summary"] == "Due: Phone the school (Planning)"
    assert found["review-p1"]["dtstart"].dt == date(2027, 4, 9)


def test_what_is_done_or_somebodys_own_is_not_in_it() -> None:
    done, own = promise("p1", stage="done"), promise("p2", personal=True)

    assert "by-p1" not in entries(meeting(done))
    assert "by-p2" in entries(meeting(own))
    assert "by-p2" not in entries(meeting(own), replace(READER, member="ben"))


def test_rules_run_from_the_meeting_over_working_days() -> None:
    assert entries(meeting())["clock-record"]["dtstart"].dt == date(2027, 3, 17)

    later = replace(meeting(), closed=NOON + 86_400_000)
    assert entries(later)["clock-record"]["dtstart"].dt == date(2027, 3, 18)


def test_a_disagreement_is_due_until_it_has_an_outcome() -> None:
    about, moves = About("Threshold", ""), (Move(1, NOON),)
    open_one = Disagreement(about, NOON, "yes", (), {}, moves, NOON)
    plain = meeting()

    def with_one(each: Disagreement) -> Meeting:
        held = replace(plain.beside, disagreements=Disagreements({"d1": each}))
        return replace(plain, beside=held)

    found = entries(with_one(open_one))["disagreement-d1"]
    assert found["dtstart"].dt == date(2027, 3, 10)
    assert "Threshold" not in found["summary"]
    assert "disagreement-d1" not in entries(with_one(replace(open_one, outcome="agreed")))


def test_no_entry_names_a_person_and_of_a_case_none_holds_words_of_theirs() -> None:
    written = write(meeting(promise("p1"), case=True), READER, "room1", NOON).decode()

    assert "Dana" not in written
    assert "Phone the school" not in written
    assert "Dana" not in write(meeting(promise("p1")), READER, "room1", NOON).decode()


@pytest.mark.parametrize("evil", ["X\r\nATTACH:http://elsewhere/", "X\nEND:VEVENT", 'a;b,c\\n:"d'])
def test_no_name_becomes_a_line_of_its_own(evil: str) -> None:
    terms = Terms(evil, by="2027-03-12")
    found = entries(meeting(promise("p1", terms=terms), title=evil))

    assert set(found) == {"meeting", "by-p1", "clock-record"}
    for entry in found.values():
        assert "attach" not in entry
    plain = evil.replace("\r\n", "\n")
    assert found["meeting"]["summary"] == f"Meeting: {plain}"


def test_long_words_of_any_alphabet_are_folded_and_come_back_whole() -> None:
    title = "Tŷ Coch 👩‍👩‍👧 СОЦ " * 8

    written = write(meeting(title=title), READER, "room1", NOON)

    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert entries(meeting(title=title))["meeting"]["summary"] == f"Meeting: {title}"


def test_entries_have_the_same_ids_again_and_others_in_another_room() -> None:
    once = Calendar.from_ical(write(meeting(promise("p1")), READER, "room1", NOON))
    again = Calendar.from_ical(write(meeting(promise("p1")), READER, "room1", NOON + 1))
    other = Calendar.from_ical(write(meeting(promise("p1")), READER, "room2", NOON))

    ids = [{str(entry["uid"]) for entry in each.events} for each in (once, again, other)]

    assert len(ids[0]) == 4
    assert ids[0] == ids[1]
    assert not ids[0] & ids[2]


async def test_only_members_take_it_away(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)
    async with httpx.AsyncClient(base_url=site) as client:
        stranger = await client.get(f"/r/{code}/calendar.ics")
        answer = await client.get(f"/r/{code}/calendar.ics", headers={"Cookie": f"seat={seat}"})

    assert stranger.status_code == 404
    assert answer.headers["content-type"].startswith("text/calendar")
    assert "no-store" in answer.headers["cache-control"]
    (held, *_) = Calendar.from_ical(answer.content).events
    assert held["url"] == f"{site}/r/{code}"


def test_of_a_room_about_real_people_not_even_the_title_is_in_the_file() -> None:
    found = entries(meeting(promise("p1"), title="Kit and Robin’s Maya", case=True))

    assert found["meeting"]["summary"] == "Meeting: see the room"
    assert not [entry for entry in found.values() if "Maya" in str(entry)]
