"""The heading of a meeting: what it is called, what it is for, and who it is about."""

from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus.people import Member
from consensus.refusal import Code, Refusal
from consensus.state import Amendment, Meeting
from consensus.text import TITLE_LENGTH, optional, required

# Initials or a reference number, never a full name.
FOCUS_LENGTH = 24


def amend(meeting: Meeting, command: c.Amend, by: Member, at: int) -> tuple[e.Event, ...]:
    """Return how the chair changes the heading, or refuse its words."""
    title = required(command.title, TITLE_LENGTH, Code.TITLE_EMPTY, Code.TEXT_TOO_LONG)
    purpose, focus = optional(command.purpose), optional(command.focus, FOCUS_LENGTH)
    if by.role != "chair":
        raise Refusal(Code.CHAIR_ONLY)
    if (title, purpose, focus) == (meeting.title, meeting.purpose, meeting.focus):
        return ()
    return (e.MeetingAmended(title, purpose, focus, by.id, at),)


def amended(meeting: Meeting, event: e.MeetingAmended) -> Meeting:
    """Return the meeting under its new heading; the one before is kept for the record."""
    before = Amendment(meeting.title, meeting.purpose, meeting.focus, event.by, event.at)
    return replace(
        meeting,
        title=event.title,
        purpose=event.purpose,
        focus=event.focus,
        amended=(*meeting.amended, before),
    )
