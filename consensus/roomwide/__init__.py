"""What goes on beside the agenda, whatever the step: one module for each idea.

Each module has the same headings in the same order, as the kinds of step have. `parking` is the
smallest: copy it, and follow the type checker, because every `match` here is exhaustive.
"""

from collections.abc import Iterator
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from consensus.forgetting.retention import Retention
from consensus.members.renaming import renamed
from consensus.parts import Part
from consensus.people import MemberId, Scene
from consensus.record.labels import LineId
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
from consensus.rules import Rules

Command = (
    agencies.Command
    | contacts.Command
    | register.Command
    | disagreements.Command
    | erasure.Command
    | glossary.Command
    | parking.Command
    | remarks.Command
    | retention.Command
    | risk.Command
)
Event = (
    agencies.Event
    | contacts.Event
    | register.Event
    | disagreements.Event
    | disclosures.Event
    | erasure.Event
    | glossary.Event
    | parking.Event
    | remarks.Event
    | retention.Event
    | risk.Event
    | wording.Event
    | corrections.Event
)
EveryoneRecord = (
    agencies.Record
    | contacts.BringingRecord
    | erasure.GoneRecord
    | glossary.Record
    | parking.Record
    | remarks.Record
    | retention.Record
    | risk.Record
)
ChairsRecord = (
    contacts.ReachRecord | erasure.WishRecord | remarks.LongerRecord | risk.RiskWordsRecord
)
MineRecord = (
    contacts.MyContactsRecord
    | register.Record
    | disagreements.DisagreementRecord
    | erasure.WishRecord
    | remarks.MyLongerRecord
    | risk.RiskWordsRecord
)

Agencies = agencies.State
Contacts = contacts.State
Disagreements = disagreements.State
Disclosures = disclosures.State
Erasures = erasure.State
Glossary = glossary.State
Parking = parking.State
Register = register.State
Kept = retention.State
Wording = wording.State
Corrections = corrections.State
Remarks = remarks.State
Risks = risk.State


class State(Struct, frozen=True):
    """Everything that a room holds beside its agenda and its people."""

    agencies: Agencies = Agencies()
    contacts: Contacts = Contacts()
    register: Register = Register()
    disagreements: Disagreements = Disagreements()
    disclosures: Disclosures = Disclosures()
    erasures: Erasures = Erasures()
    glossary: Glossary = Glossary()
    parking: Parking = Parking()
    remarks: Remarks = Remarks()
    retention: Kept = Kept()
    risks: Risks = Risks()
    wording: Wording = Wording()
    corrections: Corrections = Corrections()


# How somebody is reached stays theirs to put right when the meeting is over, as the record stays
# everybody's; and how long the room is kept is looked at again.
AFTER_CLOSE = (
    contacts.Enter,
    disclosures.Disclose,
    retention.SetRetention,
    *get_args(erasure.Command),
    *get_args(wording.Command),
    *get_args(corrections.Command),
)


def begin(rules: Rules, kept: Retention) -> State:
    """Return what a new room holds under its local rules, and how long it is kept."""
    return State(agencies=agencies.begin(rules), retention=retention.begin(kept))


def decide(state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Let the module decide whose command it is."""
    if isinstance(command, agencies.Command):
        return agencies.decide(state.agencies, command, scene)
    if isinstance(command, contacts.Command):
        return contacts.decide(state.contacts, command, scene)
    if isinstance(command, register.Command):
        return register.decide(state.register, command, scene)
    if isinstance(command, disagreements.Command):
        return disagreements.decide(state.disagreements, command, scene)
    if isinstance(command, glossary.Command):
        return glossary.decide(state.glossary, command, scene)
    if isinstance(command, risk.Command):
        return risk.decide(state.risks, command, scene)
    if isinstance(command, erasure.Command):
        return erasure.decide(state.erasures, command, scene)
    if isinstance(command, retention.Command):
        return retention.decide(state.retention, command, scene)
    match command:
        case parking.Add() | parking.Done():
            return parking.decide(state.parking, command, scene)
        case (
            remarks.Ask()
            | remarks.Differ()
            | remarks.Answer()
            | remarks.Withdraw()
            | remarks.Settle()
            | remarks.NeedLonger()
        ):
            return remarks.decide(state.remarks, command, scene)


def evolve(state: State, event: Event) -> State:
    """Return the state after one event."""
    if isinstance(event, agencies.Event):
        return replace(state, agencies=agencies.evolve(state.agencies, event))
    if isinstance(event, contacts.Event):
        return replace(state, contacts=contacts.evolve(state.contacts, event))
    if isinstance(event, register.Event):
        return replace(state, register=register.evolve(state.register, event))
    if isinstance(event, disagreements.Event):
        return replace(state, disagreements=disagreements.evolve(state.disagreements, event))
    if isinstance(event, disclosures.Event):
        return replace(state, disclosures=disclosures.evolve(state.disclosures, event))
    if isinstance(event, glossary.Event):
        return replace(state, glossary=glossary.evolve(state.glossary, event))
    if isinstance(event, risk.Event):
        return replace(state, risks=risk.evolve(state.risks, event))
    if isinstance(event, erasure.Event):
        return replace(state, erasures=erasure.evolve(state.erasures, event))
    if isinstance(event, retention.Event):
        return replace(state, retention=retention.evolve(state.retention, event))
    if isinstance(event, wording.Event):
        return replace(state, wording=wording.evolve(state.wording, event))
    if isinstance(event, corrections.Event):
        return replace(state, corrections=corrections.evolve(state.corrections, event))
    match event:
        case parking.Added() | parking.Finished():
            return replace(state, parking=parking.evolve(state.parking, event))
        case (
            remarks.Made()
            | remarks.Answered()
            | remarks.Withdrawn()
            | remarks.Settled()
            | remarks.LongerNeeded()
        ):
            return replace(state, remarks=remarks.evolve(state.remarks, event))


def forget(state: State, member: MemberId) -> State:
    """Return the state without what is only of use while a member is in the room."""
    return replace(
        state,
        contacts=contacts.forget(state.contacts, member),
        remarks=remarks.forget(state.remarks, member),
    )


def merged(state: State, drop: MemberId, keep: MemberId) -> State:
    """Return the state in which two members are one."""
    one = renamed(state, drop, keep)
    return replace(
        one,
        wording=wording.merged(one.wording, drop, keep),
        corrections=corrections.merged(one.corrections, drop, keep),
    )


def everyone(state: State) -> Iterator[tuple[str, Part[EveryoneRecord]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    yield from agencies.everyone(state.agencies)
    yield from contacts.everyone(state.contacts)
    yield from erasure.everyone(state.erasures)
    yield from glossary.everyone(state.glossary)
    yield from parking.everyone(state.parking)
    yield from remarks.everyone(state.remarks)
    yield from retention.everyone(state.retention)
    yield from risk.everyone(state.risks)


def chairs(state: State) -> Iterator[tuple[str, Part[ChairsRecord]]]:
    """Yield the parts that chairs see beside it."""
    yield from contacts.chairs(state.contacts)
    yield from erasure.chairs(state.erasures)
    yield from remarks.chairs(state.remarks)
    yield from risk.chairs(state.risks)


def mine(state: State, member: MemberId) -> Iterator[tuple[str, MineRecord]]:
    """Yield the records of one member alone."""
    yield from contacts.mine(state.contacts, member)
    yield from erasure.mine(state.erasures, member)
    yield from register.mine(state.register)
    yield from remarks.mine(state.remarks, member)
    yield from disagreements.mine(state.disagreements)
    yield from risk.mine(state.risks, member)


def concerns(event: Event) -> frozenset[MemberId] | None:
    """Return those whose own records an event may change; nothing stands for anybody."""
    if isinstance(event, agencies.Event):
        return frozenset()
    if isinstance(event, contacts.Event):
        return contacts.concerns(event)
    if isinstance(event, register.Event):
        return None
    if isinstance(event, disagreements.Event):
        return None
    if isinstance(event, disclosures.Event):
        return frozenset()
    if isinstance(event, glossary.Event):
        return frozenset()
    if isinstance(event, retention.Event | wording.Event | corrections.Event):
        return frozenset()
    if isinstance(event, erasure.Event):
        return erasure.concerns(event)
    if isinstance(event, risk.Event):
        return risk.concerns(event)
    match event:
        case parking.Added() | parking.Finished():
            return frozenset()
        case (
            remarks.Made()
            | remarks.Answered()
            | remarks.Withdrawn()
            | remarks.Settled()
            | remarks.LongerNeeded()
        ):
            return remarks.concerns(event)


# --- what the minutes say ---------------------------------------------------------------------


class Minutes(Struct, frozen=True):
    """What the record says beside the steps."""

    agencies: agencies.Minutes
    contacts: dict[MemberId, contacts.Entry]
    register: register.State
    disagreements: tuple[disagreements.Disagreement, ...]
    disclosures: tuple[disclosures.Copy, ...]
    glossary: tuple[glossary.Term, ...]
    parking: tuple[parking.Entry, ...]
    remarks: tuple[remarks.Remark, ...]
    retention: Kept
    erasures: Erasures
    risks: tuple[risk.Risk, ...]
    wording: dict[LineId, tuple[wording.Event, ...]]
    corrections: dict[corrections.CorrectionId, corrections.Correction]


def minutes(state: State) -> Minutes:
    """Return what the record says beside the steps."""
    return Minutes(
        agencies=agencies.minutes(state.agencies),
        contacts=contacts.minutes(state.contacts),
        register=register.minutes(state.register),
        disagreements=disagreements.minutes(state.disagreements),
        disclosures=disclosures.minutes(state.disclosures),
        glossary=glossary.minutes(state.glossary),
        parking=parking.minutes(state.parking),
        remarks=remarks.minutes(state.remarks),
        retention=retention.minutes(state.retention),
        erasures=erasure.minutes(state.erasures),
        risks=risk.minutes(state.risks),
        wording=wording.minutes(state.wording),
        corrections=corrections.minutes(state.corrections),
    )
