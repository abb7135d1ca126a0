"""Whose words the fields of every event hold: what goes when somebody's own words are to go.

Words that somebody wrote in an office, for the record or for the group, are the group's. Answers
stay without their reasons: the outcome rests on them. Why, kind by kind, is in
docs/decisions/0021-what-erasure-leaves.md.
"""

from collections.abc import Mapping

from msgspec import Struct

from consensus import events as e
from consensus.agenda import StepPlan
from consensus.agendas import planning
from consensus.answers import guesses, pen, sides, wordings
from consensus.answers.promises import Owner, Promise, Terms
from consensus.answers.sides import Voice
from consensus.carried import Carried, Settled
from consensus.forgetting.retention import Retention
from consensus.hall import hall as halls
from consensus.hall import table as tables
from consensus.items import Item
from consensus.record.sealing import CopyTaken, Sealed
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
    retention,
    risk,
    wording,
)
from consensus.steps import collect, commit, form, gate, judge, settle, turns


class Holds(Struct, frozen=True):
    """What the fields of a kind of event hold.

    `own` are words of the member in the field `author`, or of whoever asked where there is no such
    field. `names` are names of people, `quotes` what somebody else had said, and `texts` words that
    stand but may name somebody.
    """

    author: str = ""
    own: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


# What people wrote in what events are built from, and what there may name somebody.
WITHIN: Mapping[type, tuple[str, ...]] = {
    StepPlan: ("title", "prompt"),
    Item: ("text",),
    Terms: ("what", "how", "time", "cost", "cover", "think", "trial", "look"),
    Promise: ("result",),
    Owner: ("name",),
    Voice: ("name", "note", "harm", "evidence", "would_settle"),
    sides.Side: ("words", "before"),
    disagreements.About: ("title", "text"),
    Retention: ("owner", "reason"),
    Carried: ("title", "vision"),
    Settled: ("title", "text"),
    glossary.Word: ("word", "meaning"),
    agencies.Card: ("does", "must", "cannot", "pressures"),
    tables.Of: ("title",),
}

_STANCE = ("note", "harm", "evidence", "would_settle")

HOLDS: Mapping[type, Holds] = {
    e.MemberJoined: Holds("member", ("name",)),
    e.Knocked: Holds("member", ("name",)),
    e.MeetingPrepared: Holds(texts=("title", "purpose")),
    e.MeetingAmended: Holds(texts=("title", "purpose")),
    planning.StepSkipped: Holds(texts=("because",)),
    wordings.Rewritten: Holds(texts=("text",)),
    wordings.Merged: Holds(texts=("text",)),
    agencies.CardWritten: Holds(texts=("does", "must", "cannot", "pressures")),
    agencies.NowExpected: Holds(texts=("why",)),
    contacts.Entered: Holds(
        "member", ("phone", "email", "second", "bringing"), names=("second",), texts=("bringing",)
    ),
    register.PersonLeftOut: Holds(
        names=("who", "carrier"), texts=("reason", "not_engaging", "threshold")
    ),
    register.ConsentSet: Holds(texts=("why",)),
    register.LeadSet: Holds(names=("who",)),
    register.ElsewhereAdded: Holds(names=("who",), texts=("who", "contact")),
    disagreements.Moved: Holds(texts=("because",)),
    disagreements.Assigned: Holds(names=("owner_name",)),
    disagreements.Resolved: Holds(texts=("words",)),
    sides.Worded: Holds(texts=("words",)),
    glossary.WordPut: Holds("by", ("meaning",), texts=("meaning",)),
    parking.Added: Holds("by", ("text",), texts=("text",)),
    remarks.Made: Holds("by", ("text",), quotes=("quote",), texts=("text",)),
    remarks.Answered: Holds("by", ("text",), texts=("text",)),
    risk.Raised: Holds("by", ("what",), texts=("what",)),
    risk.Planned: Holds(names=("convenes",), texts=("convenes", "told")),
    risk.Calmed: Holds(texts=("because",)),
    retention.RetentionSet: Holds(),
    erasure.ErasureDeclined: Holds("member", ("because",)),
    corrections.Proposed: Holds(
        "by",
        ("words", "because", "was"),
        names=("words", "was"),
        quotes=("was",),
        texts=("words", "because"),
    ),
    corrections.Answered: Holds(texts=("reason",)),
    wording.Reworded: Holds(
        names=("words", "was"), quotes=("words", "was"), texts=("words", "was")
    ),
    judge.BallotCast: Holds("member", ("because", "whys"), texts=("because", "whys")),
    settle.Stood: Holds("member", _STANCE, texts=_STANCE),
    settle.Agreed: Holds(texts=("because", "likely", "next")),
    pen.Wrote: Holds(texts=("text",)),
    pen.Suggested: Holds("by", ("text",), texts=("text",)),
    collect.NoteAdded: Holds("author", ("text", "source", "when"), texts=("text", "source")),
    collect.NoteEdited: Holds("author", ("text", "source", "when"), texts=("text", "source")),
    turns.Written: Holds("by", ("note",), texts=("note",)),
    gate.Acknowledged: Holds("member", ("note",), texts=("note",)),
    form.Filled: Holds(texts=("value", "why", "source")),
    commit.ResultEntered: Holds("by", ("words",), texts=("words",)),
    e.CommandAnswered: Holds(own=("facts",)),
    disclosures.Disclosed: Holds(texts=("summaries",)),
    halls.TableNamed: Holds(texts=("name",)),
    halls.Nudged: Holds(texts=("text",)),
    tables.Heard: Holds(texts=("text",)),
    tables.Renamed: Holds(texts=("title", "name")),
    # What these hold lies deeper: owners, voices, terms.
    wordings.Parted: Holds(),
    e.StepOpened: Holds(),
    planning.StepAdded: Holds(),
    planning.StepChanged: Holds(),
    commit.Promised: Holds(),
    commit.PromiseChanged: Holds(),
    disagreements.Opened: Holds(),
    sides.SideJoined: Holds(),
    judge.Revealed: Holds(),
}

# Kinds in which nobody wrote anything about anybody.
WORDLESS: frozenset[type] = frozenset(
    {
        e.MemberArrived,
        e.MemberLeft,
        e.MemberRemoved,
        e.MeetingPaused,
        e.MeetingResumed,
        e.TimeAdded,
        e.DeputyNamed,
        e.ChairPassed,
        e.HandRaised,
        e.HandLowered,
        e.HandsOrdered,
        e.MeetingClosed,
        e.FollowUpOpened,
        e.TurnedAway,
        e.RoleSet,
        e.AttendsSet,
        e.MergeAsked,
        e.MergeDeclined,
        e.MembersMerged,
        e.WasReadBack,
        planning.StepUnskipped,
        planning.StepMoved,
        planning.StepRemoved,
        agencies.NotExpected,
        register.ElsewhereDropped,
        disagreements.SafetySaid,
        disagreements.OutcomeConfirmed,
        sides.Confirmed,
        glossary.MeantSame,
        glossary.WordSettled,
        glossary.WordDropped,
        parking.Finished,
        remarks.Withdrawn,
        remarks.Settled,
        remarks.LongerNeeded,
        erasure.ErasureAsked,
        erasure.PersonErased,
        corrections.Withdrawn,
        wording.Relabelled,
        wording.Restored,
        Sealed,
        CopyTaken,
        judge.Answered,
        guesses.Guessed,
        guesses.MirrorOpened,
        halls.MirrorOpened,
        settle.Proposed,
        settle.Cleared,
        settle.Escalated,
        settle.Reopened,
        pen.PenTaken,
        pen.PenPutDown,
        pen.SuggestionGone,
        collect.NoteRemoved,
        collect.NotesRevealed,
        collect.NoteMerged,
        collect.NoneSaid,
        turns.TurnedTo,
        turns.Presenting,
        turns.SaidBack,
        form.FieldCleared,
        form.WordsHeard,
        commit.PromiseWithdrawn,
        commit.PromiseAnswered,
        halls.TableAdded,
        halls.TableTakenAway,
        halls.WasSetUp,
        halls.Seated,
        halls.Begun,
        halls.Held,
        halls.Released,
        halls.AllAligned,
        halls.Called,
        halls.SentBack,
        halls.WasShown,
        tables.MovedAway,
        tables.CameBack,
        tables.HeldSet,
        tables.Followed,
        tables.CallHeard,
        tables.SelfRunSet,
        tables.HelpAsked,
        tables.HelpedNow,
        tables.Readied,
        tables.Finished,
    }
)
