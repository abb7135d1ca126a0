"""agencies: what each of them can and cannot do, who of them should be here, and who is missing."""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.parts import Part, one, rows
from consensus.people import Member, MemberId, Scene, agency_key, keeps_register
from consensus.refusal import Code, Refusal
from consensus.rules import Rules
from consensus.text import NAME_LENGTH, one_line, optional, paragraphs, required

# How an agency stands with the meeting. Whether somebody of it is here is seen from the members.
Coming = Literal["expected", "invited", "coming", "views", "not_invited"]

# A card is read in one glance beside a name.
CARD_LENGTH = 400

# Past this, a list is not kept but forgotten.
MOST_AGENCIES = 60

# --- state ------------------------------------------------------------------------------------


class Card(Struct, frozen=True):
    """What an agency does, must do and cannot do, and what presses on it; by whom, when (ms)."""

    agency: str
    does: str
    must: str
    cannot: str
    pressures: str
    by: MemberId
    at: int


class Expected(Struct, frozen=True):
    """An agency on the checklist. `why` says why it is missing, or was not invited."""

    agency: str
    coming: Coming = "expected"
    why: str = ""


class State(Struct, frozen=True):
    """The cards and the checklist, by `agency_key`, and who makes the meeting quorate."""

    cards: dict[str, Card] = {}
    expected: dict[str, Expected] = {}
    quorum: tuple[str, ...] = ()
    quorum_note: str = ""


def begin(rules: Rules) -> State:
    """Return the checklist of a new room, as the local rules have it."""
    quorum = tuple(map(one_line, rules.quorum))
    listed = (*map(one_line, rules.agencies), *quorum)
    return State(
        expected={agency_key(agency): Expected(agency) for agency in listed},
        quorum=quorum,
        quorum_note=rules.quorum_note,
    )


# --- commands ---------------------------------------------------------------------------------


class WriteCard(Struct, frozen=True, tag="agencies.write_card"):
    """Write an agency's card (somebody of that agency, the chair or the recorder)."""

    agency: str
    does: str = ""
    must: str = ""
    cannot: str = ""
    pressures: str = ""


class Expect(Struct, frozen=True, tag="agencies.expect"):
    """Put an agency on the checklist, or say how it stands with it (chair or recorder)."""

    agency: str
    coming: Coming = "expected"
    why: str = ""


class Unexpect(Struct, frozen=True, tag="agencies.unexpect"):
    """Take an agency off the checklist (chair or recorder)."""

    agency: str


Command = WriteCard | Expect | Unexpect

# --- events -----------------------------------------------------------------------------------


class CardWritten(Struct, frozen=True, tag="agencies.card_written"):
    """An agency's card was written."""

    agency: str
    does: str
    must: str
    cannot: str
    pressures: str
    by: MemberId
    at: int


class NowExpected(Struct, frozen=True, tag="agencies.now_expected"):
    """An agency is on the checklist, and stands like this."""

    agency: str
    coming: Coming
    why: str


class NotExpected(Struct, frozen=True, tag="agencies.not_expected"):
    """An agency is off the checklist."""

    agency: str


Event = CardWritten | NowExpected | NotExpected

# --- decide and evolve ------------------------------------------------------------------------


def decide(state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    agency = required(command.agency, NAME_LENGTH, Code.AGENCY_EMPTY, Code.AGENCY_TOO_LONG)
    if isinstance(command, WriteCard):
        return _write_card(state, command, agency, scene)
    if not keeps_register(scene.by):
        raise Refusal(Code.CHAIR_OR_RECORDER)
    known = state.expected.get(agency_key(agency))
    if isinstance(command, Unexpect):
        return (NotExpected(known.agency),) if known else ()
    why = optional(command.why)
    if command.coming == "not_invited" and not why:
        raise Refusal(Code.REASON_MISSING)
    _refuse_too_many(state.expected, agency)
    after = Expected(known.agency if known else agency, command.coming, why)
    return () if known == after else (NowExpected(after.agency, after.coming, after.why),)


def _write_card(state: State, command: WriteCard, agency: str, scene: Scene) -> tuple[Event, ...]:
    if scene.by.role == "observer":
        raise Refusal(Code.WATCHING_ONLY)
    if agency_key(agency) != agency_key(scene.by.agency) and not keeps_register(scene.by):
        raise Refusal(Code.NOT_YOUR_AGENCY, agency=agency)
    _refuse_too_many(state.cards, agency)
    known = state.cards.get(agency_key(agency))
    card = Card(
        agency=known.agency if known else agency,
        does=paragraphs(command.does, CARD_LENGTH),
        must=paragraphs(command.must, CARD_LENGTH),
        cannot=paragraphs(command.cannot, CARD_LENGTH),
        pressures=paragraphs(command.pressures, CARD_LENGTH),
        by=scene.by.id,
        at=scene.at,
    )
    if known and card == replace(known, by=card.by, at=card.at):
        return ()
    return (
        CardWritten(
            agency=card.agency,
            does=card.does,
            must=card.must,
            cannot=card.cannot,
            pressures=card.pressures,
            by=card.by,
            at=card.at,
        ),
    )


def _refuse_too_many(listed: dict[str, Card] | dict[str, Expected], agency: str) -> None:
    if agency_key(agency) not in listed and len(listed) >= MOST_AGENCIES:
        raise Refusal(Code.REGISTER_FULL, most=MOST_AGENCIES)


def evolve(state: State, event: Event) -> State:
    """Return the cards and the checklist after `event`."""
    key = agency_key(event.agency)
    match event:
        case CardWritten():
            card = Card(
                agency=event.agency,
                does=event.does,
                must=event.must,
                cannot=event.cannot,
                pressures=event.pressures,
                by=event.by,
                at=event.at,
            )
            return replace(state, cards={**state.cards, key: card})
        case NowExpected():
            expected = Expected(event.agency, event.coming, event.why)
            return replace(state, expected={**state.expected, key: expected})
        case NotExpected():
            left = {name: each for name, each in state.expected.items() if name != key}
            return replace(state, expected=left)


# --- what each audience sees ------------------------------------------------------------------


class CardRecord(Struct, frozen=True, tag="card"):
    """Everyone: an agency's card. `by` wrote it last, at a time (ms)."""

    agency: str
    does: str
    must: str
    cannot: str
    pressures: str
    by: MemberId
    at: int


class ExpectedRecord(Struct, frozen=True, tag="expected"):
    """Everyone: an agency on the checklist; who of it is here is seen from the members."""

    agency: str
    coming: Coming
    why: str


class QuorumRecord(Struct, frozen=True, tag="quorum"):
    """Everyone: the agencies without whom the meeting is not quorate, and what the rules say."""

    agencies: tuple[str, ...]
    note: str


Record = CardRecord | ExpectedRecord | QuorumRecord


def everyone(state: State) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    yield "cards", rows("card", state.cards, _card)
    yield "expected", rows("expected", state.expected, _expected)
    rests_on = (state.quorum, state.quorum_note)
    yield "quorum", one("quorum", rests_on, lambda: QuorumRecord(*rests_on))


def _card(_: str, card: Card) -> CardRecord:
    return CardRecord(
        agency=card.agency,
        does=card.does,
        must=card.must,
        cannot=card.cannot,
        pressures=card.pressures,
        by=card.by,
        at=card.at,
    )


def _expected(_: str, expected: Expected) -> ExpectedRecord:
    return ExpectedRecord(expected.agency, expected.coming, expected.why)


# --- what the minutes say ---------------------------------------------------------------------


class Minutes(Struct, frozen=True):
    """The cards, the checklist, and what the rules say of a quorum."""

    cards: tuple[Card, ...]
    expected: tuple[Expected, ...]
    quorum: tuple[str, ...]
    quorum_note: str


def minutes(state: State) -> Minutes:
    """Return the cards and the checklist."""
    return Minutes(
        cards=tuple(state.cards.values()),
        expected=tuple(state.expected.values()),
        quorum=state.quorum,
        quorum_note=state.quorum_note,
    )


def absent(agencies: Iterable[str], members: Iterable[Member]) -> tuple[str, ...]:
    """Return those agencies of whom nobody takes part; to watch is not to take part.

    Families and advocates stand on checklists by what they are, however they call themselves.
    """
    taking_part = [m for m in members if m.role != "observer"]
    there = {key for m in taking_part for key in (agency_key(m.agency), m.role)}
    return tuple(agency for agency in agencies if agency_key(agency) not in there)
