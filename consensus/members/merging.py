"""Merging: two members who are one person become one member.

Nobody gets to see a private answer through it: what one of the two had answered unseen is dropped,
and the one who stays has to say first that they are the other one too, because the other's devices
open their seat from then on. For somebody without a screen the chair says so.
"""

from msgspec import Struct
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus import roomwide, steps
from consensus.members.renaming import renamed
from consensus.parts import Part, rows
from consensus.people import Member, MemberId, known_as
from consensus.refusal import Code, Refusal
from consensus.state import Meeting, member_of, without

# --- decide -----------------------------------------------------------------------------------


def merge(meeting: Meeting, command: c.Merge, by: Member) -> tuple[e.Event, ...]:
    """Return how the chair joins one member to another, or asks the other first."""
    keep, drop = command.keep, command.drop
    if by.role != "chair":
        raise Refusal(Code.CHAIR_ONLY)
    if meeting.merged.get(drop) == keep:
        return ()
    if keep == drop:
        raise Refusal(Code.ONLY_ONE_PERSON)
    if member_of(meeting, drop).role == "chair":
        raise Refusal(Code.CHAIR_STAYS)
    if keep == by.id or member_of(meeting, keep).attends == "proxy":
        return (e.MembersMerged(keep, drop),)
    return () if meeting.merging.get(keep) == drop else (e.MergeAsked(keep, drop),)


def answer(meeting: Meeting, command: c.AnswerMerge, by: Member) -> tuple[e.Event, ...]:
    """Return what follows when a member says whether they are another one too."""
    if meeting.merged.get(command.drop) == by.id:
        return ()
    if meeting.merging.get(by.id) != command.drop:
        raise Refusal(Code.NOT_ASKED)
    return (e.MembersMerged(by.id, command.drop) if command.yes else e.MergeDeclined(by.id),)


# --- evolve -----------------------------------------------------------------------------------


def asked(meeting: Meeting, event: e.MergeAsked) -> Meeting:
    """Return the meeting with a member who is asked whether they are another one too."""
    return replace(meeting, merging={**meeting.merging, event.keep: event.drop})


def declined(meeting: Meeting, keep: MemberId) -> Meeting:
    """Return the meeting without the question."""
    return replace(meeting, merging=without(meeting.merging, keep))


def merged(meeting: Meeting, event: e.MembersMerged) -> Meeting:
    """Return the meeting with one member where there were two."""
    keep, drop = event.keep, event.drop
    gone = meeting.members[drop]
    later = {seat: keep if to == drop else to for seat, to in meeting.merged.items()}
    return replace(
        meeting,
        members=without(meeting.members, drop),
        names=without(meeting.names, known_as(gone.name, gone.agency)),
        hands=renamed(meeting.hands, drop, keep),
        spoken=renamed(meeting.spoken, drop, keep),
        offices=renamed(meeting.offices, drop, keep),
        read_back=renamed(meeting.read_back, drop, keep),
        wordings=renamed(meeting.wordings, drop, keep),
        beside=roomwide.merged(meeting.beside, drop, keep),
        merging=without_question(meeting, drop, keep),
        merged={**later, drop: keep},
        agenda=tuple(
            replace(step, state=steps.rename(step.state, drop, keep)) if step.state else step
            for step in meeting.agenda
        ),
    )


def without_question(meeting: Meeting, *gone: MemberId) -> dict[MemberId, MemberId]:
    """Return the questions that are still to be asked when some members are gone, or answered."""
    return {
        keep: drop
        for keep, drop in meeting.merging.items()
        if keep not in gone and drop not in gone
    }


# --- what each audience sees ------------------------------------------------------------------


class MergingRecord(Struct, frozen=True, tag="merging"):
    """Chairs, and the member who is asked alone: whether `keep` is `drop` too."""

    keep: MemberId
    drop: MemberId


def questions(meeting: Meeting) -> Part[MergingRecord]:
    """Return who is asked whether they are another member too."""
    return rows("merging", meeting.merging, MergingRecord)
