"""Local rules: what differs from area to area, and from one edition of the guidance to the next.

They are data, dated, and copied into a room when it is made, so that a record always shows the
rules that it was made under. Nothing here is law; every pack says where its words come from.
"""

from msgspec import Struct

from consensus.dates import DAY
from consensus.forgetting.retention import Retention

# Longer than this after a meeting, people do not remember who said what.
MOST_CORRECTION_DAYS = 90


class Clock(Struct, frozen=True, forbid_unknown_fields=True):
    """A time limit: `days` from the meeting, of working days only where `working` says so."""

    id: str
    title: str
    days: int
    working: bool = True


class Stage(Struct, frozen=True, forbid_unknown_fields=True):
    """A stage at which a disagreement is worked on, by whom, and how long it may take there."""

    title: str
    days: int
    working: bool = True


class Notice(Struct, frozen=True, forbid_unknown_fields=True):
    """A wording that people are asked to acknowledge; whoever changes it changes its version."""

    id: str
    version: str
    title: str
    text: str


class Rules(Struct, frozen=True, forbid_unknown_fields=True):
    """A pack of local rules.

    `edition` names the guidance they follow. `agencies` is the checklist of who should be there,
    `quorum` those without whom the meeting is not quorate, and `quorum_note` says so in words.
    `retention` is how long a room about real people is kept under them. Its record can be put right
    for `correction_days`, of working days only where `correction_working` says so.
    """

    id: str = "plain"
    title: str = ""
    edition: str = ""
    agencies: tuple[str, ...] = ()
    quorum: tuple[str, ...] = ()
    quorum_note: str = ""
    clocks: tuple[Clock, ...] = ()
    stages: tuple[Stage, ...] = ()
    notices: tuple[Notice, ...] = ()
    retention: Retention | None = None
    correction_days: int = 10
    correction_working: bool = False

    def notice(self, notice_id: str) -> Notice | None:
        """Return the notice with this id, if the pack has it."""
        return next((notice for notice in self.notices if notice.id == notice_id), None)


# What holds where no pack says otherwise.
PLAIN = Rules()


def due(start: int, days: int, working: bool) -> int:
    """Return the time (ms) that lies so many days after another; working days skip weekends.

    Public holidays differ from place to place, so a due date can always be edited.
    """
    at = start
    while days > 0:
        at += DAY
        if not working or _weekday(at) < 5:
            days -= 1
    return at


def _weekday(at: int) -> int:
    """Return the day of the week in UTC, Monday being 0; 1 January 1970 was a Thursday."""
    return (at // DAY + 3) % 7
