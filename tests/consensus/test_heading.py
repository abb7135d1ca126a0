"""The heading of a meeting is the chair's to change, and the record keeps the one before."""

import pytest

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.heading import FOCUS_LENGTH
from consensus.refusal import Code
from consensus.state import Amendment
from consensus.text import NOTE_LENGTH, TITLE_LENGTH
from tests.consensus.given import NOW, given, room

LOBBY = room()
NEW = c.Amend("Another name", "To listen", "J.M.")


def test_the_chair_changes_what_the_meeting_is_called_for_and_about() -> None:
    changed = (
        given(*LOBBY)
        .when(c.Amend(" Another name ", "To listen", "J.M."), by="kit")
        .then(e.MeetingAmended("Another name", "To listen", "J.M.", "kit", NOW))
    )

    record = views.everyone(changed.meeting)["room"]
    assert isinstance(record, views.RoomRecord)
    assert (record.title, record.purpose, record.focus) == ("Another name", "To listen", "J.M.")
    assert changed.meeting.amended == (Amendment("A meeting", "To decide", "", "kit", NOW),)
    changed.when(NEW, by="kit").nothing()


@pytest.mark.parametrize("by", ["ana", "eve"])
def test_nobody_else_does(by: str) -> None:
    given(*LOBBY).when(NEW, by=by).refused(Code.CHAIR_ONLY)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.Amend("", "x", "x"), Code.TITLE_EMPTY),
        (c.Amend("x" * (TITLE_LENGTH + 1), "", ""), Code.TEXT_TOO_LONG),
        (c.Amend("x", "x" * (NOTE_LENGTH + 1), ""), Code.TEXT_TOO_LONG),
        (c.Amend("x", "", "x" * (FOCUS_LENGTH + 1)), Code.TEXT_TOO_LONG),
    ],
)
def test_its_words_are_checked(command: c.Amend, code: Code) -> None:
    given(*LOBBY).when(command, by="kit").refused(code)


def test_a_meeting_that_is_over_keeps_its_heading() -> None:
    given(*LOBBY, e.MeetingClosed(5)).when(NEW, by="kit").refused(Code.MEETING_CLOSED)
