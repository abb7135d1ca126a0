"""What each string in an event is, so that nobody has to guess where people's words are.

Every struct that a stored event may hold is listed with every field that holds strings; a test
fails while one is missing. Whoever adds a field says here what it is, and then, where it holds
words, in consensus/forgetting/: in whose.py whose they are, in blanking.py if they are private.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from consensus import agenda, carried, items, steps
from consensus import events as e
from consensus import rules as r
from consensus.agendas import planning
from consensus.answers import ballots, guesses, notes, pen, promises, sides
from consensus.answers import wordings as statements
from consensus.forgetting import retention
from consensus.hall import hall as halls
from consensus.hall import table as tables
from consensus.record import sealing
from consensus.roomwide import (
    agencies,
    contacts,
    corrections,
    disagreements,
    disclosures,
    erasure,
    glossary,
    parking,
    register,
    remarks,
    risk,
    wording,
)
from consensus.roomwide import retention as keeping
from consensus.steps import collect, commit, form, gate, judge, settle, turns

# words: what somebody typed, in which anybody may be named. person: the name of a person, or who
# they are. agency: the name of an agency. reach: how somebody is reached. member: a member's id.
# whose: a member's id, or an agency, or an id with one of those in it. plan: words of the agenda
# and the local rules, written before anybody came. id: drawn by a machine, and says nothing. day: a
# date.
Sort = Literal["words", "person", "agency", "reach", "member", "whose", "plan", "id", "day"]

# A mapping's keys and values may be of two sorts.
Fields = Mapping[str, Sort | tuple[Sort, Sort]]

_BY: Fields = {"by": "member"}
_STEP: Fields = {"step": "id"}
_MEMBER: Fields = {"member": "member"}
_JOINED: Fields = {"member": "member", "name": "person", "agency": "agency"}
_STANCE: Fields = {"note": "words", "harm": "words", "evidence": "words", "would_settle": "words"}
_CARD: Fields = {
    "agency": "agency",
    "does": "words",
    "must": "words",
    "cannot": "words",
    "pressures": "words",
    "by": "member",
}
_BALLOT: Fields = {"answer": "id", "because": "words", "marks": "id", "whys": ("id", "words")}
_LINE: Fields = {"line": "id"}
_DISAGREEMENT: Fields = {"disagreement": "id"}
_PROMISE: Fields = {"step": "id", "promise": "id", "by": "member"}
_ENTRY: Fields = {"step": "id", "sheet": "whose", "field": "id"}
_CORRECTION: Fields = {"correction": "id"}

_PLANS: dict[type[Struct], Fields] = {
    items.Item: {"id": "id", "text": "words"},
    items.Source: {"step": "id", "lane": "id"},
    agenda.StepPlan: {"id": "id", "title": "plan", "prompt": "plan", "after": "id"},
    judge.Settings: {"low": "plan", "high": "plan", "again": "id"},
    settle.Settings: {"start": "id"},
    notes.Lane: {"id": "id", "title": "plan", "hint": "plan"},
    turns.Settings: {"of": "id"},
    turns.Phase: {"title": "plan", "prompt": "plan"},
    gate.Settings: {
        "notice": "id",
        "title": "plan",
        "version": "id",
        "text": "plan",
        "checks": "plan",
    },
    form.Settings: {"like": "id"},
    form.Field: {
        "id": "id",
        "label": "plan",
        "hint": "plan",
        "choices": "plan",
        "why_if": "plan",
        "takes": "id",
    },
    r.Rules: {
        "id": "id",
        "title": "plan",
        "edition": "plan",
        "agencies": "agency",
        "quorum": "plan",
        "quorum_note": "plan",
    },
    r.Clock: {"id": "id", "title": "plan"},
    r.Stage: {"title": "plan"},
    r.Notice: {"id": "id", "version": "id", "title": "plan", "text": "plan"},
    retention.Retention: {"owner": "person", "reason": "words"},
    steps.Arrangement: {"bands": "id"},
    planning.StepAdded: {"before": "id"},
    planning.StepSkipped: {"step": "id", "because": "words"},
    planning.StepUnskipped: _STEP,
    planning.StepMoved: {"step": "id", "before": "id"},
    planning.StepRemoved: _STEP,
    statements.Rewritten: {"item": "id", "text": "words", "by": "member"},
    statements.Merged: {"keep": "id", "drop": "id", "text": "words", "by": "member"},
    statements.Parted: {"item": "id", "by": "member"},
}

_KEPT: dict[type[Struct], Fields] = {
    carried.Carried: {
        "room": "id",
        "title": "words",
        "template": "id",
        "disagreements": "id",
        "expected": "agency",
        "vision": "words",
    },
    carried.Settled: {"title": "plan", "text": "words"},
    promises.Promise: {"id": "id", "entered_by": "member", "result": "words"},
    promises.Terms: {
        "what": "words",
        "by": "day",
        "how": "words",
        "review": "day",
        "time": "words",
        "cost": "words",
        "cover": "words",
        "think": "words",
        "trial": "words",
        "look": "words",
        "option": "id",
    },
    promises.Owner: {"name": "person", "agency": "agency", "member": "member"},
    disagreements.Disagreement: {
        "owner": "member",
        "owner_name": "person",
        "words": "words",
        "confirmed": "member",
    },
    disagreements.About: {"title": "words", "text": "words", "step": "id"},
    disagreements.Move: {"because": "words"},
    sides.Side: {"words": "words", "before": "words", "people": "member", "confirmed": "member"},
    sides.Voice: {"name": "person", "agency": "agency", **_STANCE},
    glossary.Word: {"word": "words", "meaning": "words"},
    agencies.Card: _CARD,
    ballots.Ballot: _BALLOT,
}

_ROOM: dict[type[Struct], Fields] = {
    e.MeetingPrepared: {"title": "words", "purpose": "words", "template": "id", "focus": "person"},
    e.MeetingAmended: {"title": "words", "purpose": "words", "focus": "person", "by": "member"},
    e.MemberJoined: _JOINED,
    e.Knocked: _JOINED,
    e.MemberArrived: _MEMBER,
    e.MemberLeft: _MEMBER,
    e.MemberRemoved: _MEMBER,
    e.TurnedAway: _MEMBER,
    e.RoleSet: _MEMBER,
    e.AttendsSet: _MEMBER,
    e.DeputyNamed: _MEMBER,
    e.ChairPassed: _MEMBER,
    e.HandRaised: _MEMBER,
    e.HandLowered: _MEMBER,
    e.MergeAsked: {"keep": "member", "drop": "member"},
    e.MergeDeclined: {"keep": "member"},
    e.MembersMerged: {"keep": "member", "drop": "member"},
    e.WasReadBack: {"step": "id", "member": "member"},
    e.StepOpened: _STEP,
    e.TimeAdded: _STEP,
    e.FollowUpOpened: {"code": "id"},
    e.CommandAnswered: {"facts": ("id", "words")},
    sealing.Sealed: {"root": "id", "mark": "id", "key": "id", "by": "member"},
    sealing.CopyTaken: {"member": "member", "agency": "agency"},
}

_BESIDE: dict[type[Struct], Fields] = {
    agencies.CardWritten: _CARD,
    agencies.NowExpected: {"agency": "agency", "why": "words"},
    agencies.NotExpected: {"agency": "agency"},
    contacts.Entered: {
        "member": "member",
        "phone": "reach",
        "email": "reach",
        "second": "reach",
        "bringing": "words",
    },
    register.PersonLeftOut: {
        "line": "id",
        "who": "person",
        "reason": "words",
        "carrier": "person",
        "not_engaging": "words",
        "threshold": "words",
        "by": "member",
    },
    register.ConsentSet: {"why": "words", "on": "day", "by": "member"},
    register.LeadSet: {"who": "person"},
    register.ElsewhereAdded: {
        "line": "id",
        "who": "person",
        "contact": "person",
        "by_when": "day",
        "by": "member",
    },
    register.ElsewhereDropped: _LINE,
    disagreements.Opened: {"disagreement": "id"},
    disagreements.SafetySaid: {**_DISAGREEMENT, **_BY},
    disagreements.Moved: {"disagreement": "id", "because": "words"},
    disagreements.Assigned: {"disagreement": "id", "owner": "member", "owner_name": "person"},
    disagreements.Resolved: {"disagreement": "id", "words": "words"},
    disagreements.OutcomeConfirmed: {**_DISAGREEMENT, **_MEMBER},
    sides.SideJoined: {"disagreement": "id", "member": "member", "instead_of": "member"},
    sides.Worded: {"disagreement": "id", "words": "words", "by": "member"},
    sides.Confirmed: {**_DISAGREEMENT, **_MEMBER},
    disclosures.Disclosed: {
        "copy": "id",
        "reference": "words",
        "withheld": ("whose", "id"),
        "summaries": ("whose", "words"),
        "guidance": "plan",
        "by": "member",
    },
    glossary.WordPut: {"word": "words", "by": "member", "meaning": "words"},
    glossary.MeantSame: {"word": "words", "of": "member", "by": "member"},
    glossary.WordSettled: {"word": "words", "of": "member"},
    glossary.WordDropped: {"word": "words", "of": "member", "by": "member"},
    parking.Added: {"entry": "id", "by": "member", "text": "words"},
    parking.Finished: {"entry": "id", "by": "member"},
    remarks.Made: {
        "remark": "id",
        "step": "id",
        "about": "whose",
        "quote": "words",
        "by": "member",
        "to": "member",
        "text": "words",
    },
    remarks.Answered: {"remark": "id", "text": "words", "by": "member"},
    remarks.Withdrawn: {"remark": "id"},
    remarks.Settled: {"remark": "id"},
    remarks.LongerNeeded: {"step": "id", "member": "member"},
    keeping.RetentionSet: _BY,
    erasure.ErasureAsked: _MEMBER,
    erasure.ErasureDeclined: {"member": "member", "because": "words", "by": "member"},
    erasure.PersonErased: _MEMBER,
    risk.Raised: {"risk": "id", "by": "member", "what": "words"},
    risk.Planned: {
        "risk": "id",
        "convenes": "person",
        "due": "day",
        "told": "words",
        "by": "member",
    },
    risk.Calmed: {"risk": "id", "because": "words", "by": "member"},
    wording.Reworded: {"line": "whose", "words": "words", "was": "words", "by": "member"},
    wording.Relabelled: {"line": "whose", "by": "member"},
    wording.Restored: {"line": "whose", "by": "member"},
    corrections.Proposed: {
        "correction": "id",
        "line": "whose",
        "was": "words",
        "words": "words",
        "because": "words",
        "by": "member",
    },
    corrections.Withdrawn: _CORRECTION,
    corrections.Answered: {"correction": "id", "reason": "words", "by": "member"},
}

_STEPS: dict[type[Struct], Fields] = {
    judge.BallotCast: {"step": "id", "member": "member", **_BALLOT},
    judge.Answered: {**_STEP, **_MEMBER},
    guesses.Guessed: {**_STEP, **_MEMBER, "about": "agency", "answer": "id"},
    guesses.MirrorOpened: _STEP,
    guesses.Mirror: {"agencies": "agency"},
    guesses.Cell: {"of": "agency", "about": "agency"},
    judge.Revealed: {
        "step": "id",
        "missing": "member",
        "away": "member",
        "agencies": ("member", "agency"),
    },
    settle.Proposed: {"step": "id", "item": "id"},
    settle.Cleared: _STEP,
    settle.Stood: {"step": "id", "member": "member", **_STANCE},
    settle.Agreed: {
        "step": "id",
        "because": "words",
        "missing": "member",
        "away": "member",
        "likely": "words",
        "next": "words",
    },
    settle.Escalated: {"step": "id", "disagreement": "id"},
    settle.Reopened: {"step": "id", "gone": "member"},
    pen.PenTaken: {**_STEP, **_MEMBER},
    pen.PenPutDown: _STEP,
    pen.Wrote: {"step": "id", "member": "member", "text": "words"},
    pen.Suggested: {"step": "id", "suggestion": "id", "by": "member", "text": "words"},
    pen.SuggestionGone: {"step": "id", "suggestion": "id", "by": "member"},
    collect.NoteAdded: {
        "step": "id",
        "note": "id",
        "lane": "id",
        "author": "member",
        "text": "words",
        "items": "id",
        "agency": "agency",
        "for_agency": "agency",
        "source": "words",
        "when": "day",
    },
    collect.NoteEdited: {
        "step": "id",
        "note": "id",
        "text": "words",
        "source": "words",
        "when": "day",
        "author": "member",
    },
    collect.NoteRemoved: {"step": "id", "note": "id", "by": "member", "author": "member"},
    collect.NotesRevealed: _STEP,
    collect.NoteMerged: {"step": "id", "note": "id", "into": "id"},
    collect.NoneSaid: {"step": "id", "lane": "id", "by": "member"},
    turns.TurnedTo: {"step": "id", "item": "whose"},
    turns.Written: {"step": "id", "item": "whose", "note": "words", "by": "member"},
    turns.Presenting: {**_STEP, **_MEMBER},
    turns.SaidBack: {"step": "id", "item": "whose", "by": "member"},
    gate.Acknowledged: {
        "step": "id",
        "member": "member",
        "version": "id",
        "note": "words",
        "by": "member",
    },
    form.Filled: {
        **_ENTRY,
        "value": "words",
        "why": "words",
        "source": "words",
        "when": "day",
        "by": "member",
    },
    form.FieldCleared: {**_ENTRY, "by": "member"},
    form.WordsHeard: _ENTRY,
    commit.Promised: _STEP,
    commit.PromiseChanged: _PROMISE,
    commit.PromiseWithdrawn: _PROMISE,
    commit.PromiseAnswered: {**_PROMISE, "owner": "whose"},
    commit.ResultEntered: {**_PROMISE, "words": "words", "due": "day"},
}

_HALLS: dict[type[Struct], Fields] = {
    halls.Exercise: {"template": "id", "title": "plan"},
    halls.Shown: {"table": "id"},
    halls.TableAdded: {"table": "id", "code": "id"},
    halls.TableTakenAway: {"table": "id"},
    halls.TableNamed: {"table": "id", "name": "words"},
    halls.Seated: {"seats": ("member", "id")},
    halls.AllAligned: _STEP,
    halls.Nudged: {"table": "id", "text": "words"},
    tables.Of: {"hall": "id", "title": "words"},
    tables.MovedAway: _MEMBER,
    tables.CameBack: _MEMBER,
    tables.Renamed: {"title": "words", "name": "words"},
    tables.Heard: {"text": "words"},
    tables.HelpAsked: _BY,
    tables.HelpedNow: _BY,
    tables.Readied: _MEMBER,
}

# What the strings of each struct are; what is not listed has none of its own.
SORTS: Mapping[type[Struct], Fields] = {**_PLANS, **_KEPT, **_ROOM, **_BESIDE, **_STEPS, **_HALLS}
