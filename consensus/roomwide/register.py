"""register: the lead worker, consent, who is not here at the family's wish, and who else to ask."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import asdict, replace

from consensus.dates import day
from consensus.people import MemberId, Scene, keeps_register
from consensus.refusal import Code, Refusal
from consensus.text import made_id, optional

LineId = str

# What may be agreed to, or known, and by whom.
Asked = Literal["child", "family", "knows"]
Answer = Literal["yes", "no", "not_sought"]

# Where to look for those who hold information or influence.
Group = Literal["peers", "family", "community", "shops", "services", "areas", "other"]

WHO_LENGTH = 120

# Past this, a list is not kept but forgotten.
MOST_LINES = 100

# --- state ------------------------------------------------------------------------------------


class LeftOut(Struct, frozen=True):
    """Somebody whom the family does not want here, in the family's own reason.

    `carrier` brings their views. Two lines have to be thought of: what happens when the family
    does not engage, and when the threshold is looked at again.
    """

    who: str
    reason: str
    carrier: str
    not_engaging: str
    threshold: str
    by: MemberId
    at: int


class Consent(Struct, frozen=True):
    """Whether the child or the family agrees, or knows of this meeting. `on` is a day, or empty."""

    answer: Answer
    why: str
    on: str
    by: MemberId
    at: int


class Elsewhere(Struct, frozen=True):
    """Who else holds information or influence, who contacts them, and by which day.

    Nobody in `who` says that a group was thought of, and that there is none.
    """

    group: Group
    who: str
    contact: str
    by_when: str
    by: MemberId
    at: int


class State(Struct, frozen=True):
    """What the chair or the recorder writes down about who is involved."""

    left_out: dict[LineId, LeftOut] = {}
    consent: dict[Asked, Consent] = {}
    elsewhere: dict[LineId, Elsewhere] = {}
    lead: str = ""


# --- commands ---------------------------------------------------------------------------------


class LeaveOut(Struct, frozen=True, tag="register.leave_out"):
    """Write down whom the family does not want here, or change the line (chair or recorder).

    Nobody in `who` takes the line away.
    """

    line: LineId
    who: str
    reason: str = ""
    carrier: str = ""
    not_engaging: str = ""
    threshold: str = ""


class SetConsent(Struct, frozen=True, tag="register.set_consent"):
    """Write down whether the child or family agrees, or knows (chair or recorder)."""

    of: Asked
    answer: Answer
    why: str = ""
    on: str = ""


class SetLead(Struct, frozen=True, tag="register.set_lead"):
    """Name the lead worker, in the room or not; nothing names nobody (chair or recorder)."""

    who: str


class AddElsewhere(Struct, frozen=True, tag="register.add_elsewhere"):
    """Say who else holds information or influence (all but observers)."""

    line: LineId
    group: Group
    who: str = ""
    contact: str = ""
    by_when: str = ""


class DropElsewhere(Struct, frozen=True, tag="register.drop_elsewhere"):
    """Take such a line away (whoever wrote it, the chair or the recorder)."""

    line: LineId


Command = LeaveOut | SetConsent | SetLead | AddElsewhere | DropElsewhere

# --- events -----------------------------------------------------------------------------------


class PersonLeftOut(Struct, frozen=True, tag="register.person_left_out"):
    """Somebody is not here at the family's wish; nobody in `who` takes the line away."""

    line: LineId
    who: str
    reason: str
    carrier: str
    not_engaging: str
    threshold: str
    by: MemberId
    at: int


class ConsentSet(Struct, frozen=True, tag="register.consent_set"):
    """It was written down whether the child or family agrees, or knows."""

    of: Asked
    answer: Answer
    why: str
    on: str
    by: MemberId
    at: int


class LeadSet(Struct, frozen=True, tag="register.lead_set"):
    """The lead worker was named, or nobody."""

    who: str


class ElsewhereAdded(Struct, frozen=True, tag="register.elsewhere_added"):
    """Somebody else holds information or influence, or a group was thought of in vain."""

    line: LineId
    group: Group
    who: str
    contact: str
    by_when: str
    by: MemberId
    at: int


class ElsewhereDropped(Struct, frozen=True, tag="register.elsewhere_dropped"):
    """Such a line was taken away."""

    line: LineId


Event = PersonLeftOut | ConsentSet | LeadSet | ElsewhereAdded | ElsewhereDropped

# --- decide and evolve ------------------------------------------------------------------------


def decide(state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    match command:
        case AddElsewhere():
            return _add_elsewhere(state, command, scene)
        case DropElsewhere():
            return _drop_elsewhere(state, command, scene)
        case _ if not keeps_register(scene.by):
            raise Refusal(Code.CHAIR_OR_RECORDER)
        case LeaveOut():
            return _leave_out(state, command, scene)
        case SetConsent():
            return _set_consent(state, command, scene)
        case SetLead():
            who = optional(command.who, WHO_LENGTH)
            return (LeadSet(who),) if who != state.lead else ()


def _leave_out(state: State, command: LeaveOut, scene: Scene) -> tuple[Event, ...]:
    known = state.left_out.get(command.line)
    line = LeftOut(
        who=optional(command.who, WHO_LENGTH),
        reason=optional(command.reason),
        carrier=optional(command.carrier, WHO_LENGTH),
        not_engaging=optional(command.not_engaging),
        threshold=optional(command.threshold),
        by=scene.by.id,
        at=scene.at,
    )
    if known is None and not made_id(command.line):
        raise Refusal(Code.NOT_UNDERSTOOD)
    if not line.who:
        return (PersonLeftOut(command.line, **asdict(line)),) if known else ()
    if not (line.not_engaging and line.threshold):
        raise Refusal(Code.LINES_MISSING)
    if known is None and len(state.left_out) >= MOST_LINES:
        raise Refusal(Code.REGISTER_FULL, most=MOST_LINES)
    same = known is not None and line == replace(known, by=line.by, at=line.at)
    return () if same else (PersonLeftOut(command.line, **asdict(line)),)


def _set_consent(state: State, command: SetConsent, scene: Scene) -> tuple[Event, ...]:
    consent = Consent(command.answer, optional(command.why), day(command.on), scene.by.id, scene.at)
    if consent.answer != "yes" and not consent.why:
        raise Refusal(Code.REASON_MISSING)
    known = state.consent.get(command.of)
    same = known is not None and consent == replace(known, by=consent.by, at=consent.at)
    return () if same else (ConsentSet(command.of, **asdict(consent)),)


def _add_elsewhere(state: State, command: AddElsewhere, scene: Scene) -> tuple[Event, ...]:
    if scene.by.role == "observer":
        raise Refusal(Code.WATCHING_ONLY)
    line = Elsewhere(
        group=command.group,
        who=optional(command.who),
        contact=optional(command.contact, WHO_LENGTH),
        by_when=day(command.by_when),
        by=scene.by.id,
        at=scene.at,
    )
    known = state.elsewhere.get(command.line)
    if known is not None and line == replace(known, at=line.at):
        return ()
    if known is not None or not made_id(command.line):
        raise Refusal(Code.NOT_UNDERSTOOD)
    if len(state.elsewhere) >= MOST_LINES:
        raise Refusal(Code.REGISTER_FULL, most=MOST_LINES)
    return (ElsewhereAdded(command.line, **asdict(line)),)


def _drop_elsewhere(state: State, command: DropElsewhere, scene: Scene) -> tuple[Event, ...]:
    known = state.elsewhere.get(command.line)
    if known is None:
        return ()
    if known.by != scene.by.id and not keeps_register(scene.by):
        raise Refusal(Code.CHAIR_OR_RECORDER)
    return (ElsewhereDropped(command.line),)


def evolve(state: State, event: Event) -> State:
    """Return the register after `event`."""
    match event:
        case PersonLeftOut():
            return replace(state, left_out=_with_line(state.left_out, event))
        case ConsentSet():
            consent = Consent(event.answer, event.why, event.on, event.by, event.at)
            return replace(state, consent={**state.consent, event.of: consent})
        case LeadSet():
            return replace(state, lead=event.who)
        case ElsewhereAdded():
            line = Elsewhere(
                group=event.group,
                who=event.who,
                contact=event.contact,
                by_when=event.by_when,
                by=event.by,
                at=event.at,
            )
            return replace(state, elsewhere={**state.elsewhere, event.line: line})
        case ElsewhereDropped():
            left = {name: each for name, each in state.elsewhere.items() if name != event.line}
            return replace(state, elsewhere=left)


def _with_line(lines: dict[LineId, LeftOut], event: PersonLeftOut) -> dict[LineId, LeftOut]:
    if not event.who:
        return {name: each for name, each in lines.items() if name != event.line}
    line = LeftOut(
        who=event.who,
        reason=event.reason,
        carrier=event.carrier,
        not_engaging=event.not_engaging,
        threshold=event.threshold,
        by=event.by,
        at=event.at,
    )
    return {**lines, event.line: line}


# --- what each audience sees ------------------------------------------------------------------


class LeftOutRecord(Struct, frozen=True, tag="left_out"):
    """Each member: somebody who is not here at the family's wish."""

    line: LineId
    who: str
    reason: str
    carrier: str
    not_engaging: str
    threshold: str


class ConsentRecord(Struct, frozen=True, tag="consent"):
    """Each member: whether the child or family agrees, or knows."""

    of: Asked
    answer: Answer
    why: str
    on: str


class ElsewhereRecord(Struct, frozen=True, tag="elsewhere"):
    """Each member: who else holds information or influence; nobody says that none was found."""

    line: LineId
    group: Group
    who: str
    contact: str
    by_when: str
    by: MemberId


class LeadRecord(Struct, frozen=True, tag="lead"):
    """Each member: the lead worker."""

    who: str


Record = LeftOutRecord | ConsentRecord | ElsewhereRecord | LeadRecord


def mine(state: State) -> Iterator[tuple[str, Record]]:
    """Yield what each member sees, and the wall does not: it is about a family."""
    for line, person in state.left_out.items():
        yield (
            f"left_out/{line}",
            LeftOutRecord(
                line=line,
                who=person.who,
                reason=person.reason,
                carrier=person.carrier,
                not_engaging=person.not_engaging,
                threshold=person.threshold,
            ),
        )
    for of, consent in state.consent.items():
        yield f"consent/{of}", ConsentRecord(of, consent.answer, consent.why, consent.on)
    for line, other in state.elsewhere.items():
        yield f"elsewhere/{line}", _elsewhere(line, other)
    if state.lead:
        yield "lead", LeadRecord(state.lead)


def _elsewhere(line: LineId, of: Elsewhere) -> ElsewhereRecord:
    return ElsewhereRecord(
        line=line, group=of.group, who=of.who, contact=of.contact, by_when=of.by_when, by=of.by
    )


# --- what the minutes say ---------------------------------------------------------------------


def minutes(state: State) -> State:
    """Return all that was written down."""
    return state
