"""The record of a meeting as it stands: its sections in their order."""

from consensus.minutes import Minutes, minutes
from consensus.record.lines import Line, Record, Say, Section
from consensus.state import Meeting


def record(meeting: Meeting) -> Record:
    """Return the record of a meeting, finished or not."""
    found = minutes(meeting)
    return Record(
        title=found.title,
        purpose=found.purpose,
        focus=found.focus,
        case=meeting.case,
        prepared=found.prepared,
        starts=meeting.starts,
        closed=found.closed,
        sections=(_people(found),),
    )


def _people(found: Minutes) -> Section:
    return Section(
        id="people",
        heading=Say("record-people"),
        columns=(Say("record-name"), Say("record-agency"), Say("record-role")),
        lines=tuple(
            Line(
                id=f"people.{person.id}",
                label="fact",
                cells=(person.name, person.agency, Say("record-role-is", {"role": person.role})),
                about=(person.id,),
            )
            for person in found.people
        ),
    )
