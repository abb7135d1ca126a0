"""A meeting's dates as a calendar file: the meeting, its promises and reviews, and what is due.

A phone's calendar is seen by others than its owner. So no entry names a person, and of a room about
real people no entry holds words of theirs: whoever wants to know more follows the link.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vText
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from consensus.agenda import states
from consensus.answers import promises
from consensus.limits import held
from consensus.people import MemberId
from consensus.refusal import Code, Refusal
from consensus.rules import due
from consensus.state import Meeting
from consensus.steps import commit
from server.doors import seated
from server.room import wall_clock
from server.screens import refused_page
from server.services import services, site_of
from server.words import Words

# What a day of a promise is called.
_CALLED = {"by": "calendar-by", "review": "calendar-review"}


class Reader(Struct, frozen=True):
    """Whose calendar it is, in which language, and the room's address as they reach it."""

    member: MemberId
    words: Words
    link: str


class Dated(Struct, frozen=True):
    """A day on which something is due: an id that is unique in its meeting, and what to call it."""

    id: str
    day: date
    summary: str


async def calendar(request: Request) -> Response:
    """The meeting's dates, for its members."""
    try:
        room, member = await seated(request)
    except Refusal:
        return refused_page(request, Refusal(Code.NO_SUCH_PAGE), 404)
    link = f"{site_of(request)}/r/{room.row.code}"
    reader = Reader(member, services(request).words_for(request), link)
    file = write(room.meeting, reader, room.row.id, wall_clock())
    return Response(
        file,
        media_type="text/calendar",
        headers={
            "Content-Disposition": 'attachment; filename="meeting.ics"',
            "Cache-Control": "no-store",
        },
    )


def write(meeting: Meeting, reader: Reader, room: str, now: int) -> bytes:
    """Return the calendar file as it is at a time (ms). An entry keeps its id in every file."""
    words = reader.words
    start = _moment(meeting.starts or meeting.prepared)
    itself = _entry("meeting", words.say("calendar-meeting", title=_title(meeting, words)))
    itself.add("dtstart", start)
    itself.add("dtend", start + timedelta(minutes=sum(step.minutes for step in meeting.agenda)))
    itself.add("location", reader.link)
    made = Calendar()
    made.add("prodid", "-//Common Ground//EN")
    made.add("version", "2.0")
    for entry in (itself, *map(_all_day, dates(meeting, words, reader.member))):
        entry["uid"] = vText(f"{entry['uid']}.{room}@commonground")
        entry.add("dtstamp", _moment(now))
        entry.add("url", reader.link)
        entry.add("description", words.say("calendar-more", link=reader.link))
        made.add_component(entry)
    return bytes(made.to_ical())


def _all_day(dated: Dated) -> Event:
    entry = _entry(dated.id, dated.summary)
    entry.add("dtstart", dated.day)
    entry.add("dtend", dated.day + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")
    return entry


def _entry(name: str, summary: str) -> Event:
    entry = Event()
    entry.add("uid", name)
    entry.add("summary", summary)
    return entry


def _title(meeting: Meeting, words: Words) -> str:
    """Return what a meeting is called here; whoever typed its title may have named somebody."""
    return words.say("calendar-untitled") if meeting.case else meeting.title


def dates(meeting: Meeting, words: Words, member: MemberId) -> Iterator[Dated]:
    """Yield every day on which something of this meeting is due, as far as it is a member's."""
    yield from _promised(meeting, words, member)
    yield from _disputed(meeting, words)
    yield from _required(meeting, words)


def _promised(meeting: Meeting, words: Words, member: MemberId) -> Iterator[Dated]:
    kept = [s for s in states(meeting.agenda).values() if isinstance(s, commit.State)]
    made = [promise for state in kept for promise in state.promises.values()]
    for each in promises.due(p for p in made if not p.personal or p.entered_by == member):
        said = words.say("calendar-unsaid") if meeting.case else each.what
        summary = words.say(_CALLED[each.reason], what=said, title=_title(meeting, words))
        yield Dated(f"{each.reason}-{each.promise}", date.fromisoformat(each.on), summary)


def _disputed(meeting: Meeting, words: Words) -> Iterator[Dated]:
    for name, each in meeting.beside.disagreements.entries.items():
        if each.outcome == "open":
            summary = words.say("calendar-disagreement", title=_title(meeting, words))
            yield Dated(f"disagreement-{name}", _day(each.due), summary)


def _required(meeting: Meeting, words: Words) -> Iterator[Dated]:
    """Yield when the local rules want something done; their clocks run from the meeting."""
    for clock in meeting.rules.clocks:
        day = _day(due(held(meeting), clock.days, clock.working))
        summary = words.say("calendar-clock", what=clock.title, title=_title(meeting, words))
        yield Dated(f"clock-{clock.id}", day, summary)


def _moment(ms: int) -> datetime:
    return datetime.fromtimestamp(ms // 1000, UTC)


def _day(ms: int) -> date:
    """Return the day in the time zone of the machine, which is that of the people it serves."""
    return _moment(ms).astimezone().date()
