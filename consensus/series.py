"""A series: what one meeting hands on to the next, and how the next begins with it."""

from collections.abc import Iterator

from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus import roomwide
from consensus.agenda import states
from consensus.answers.promises import Promise, open_promises
from consensus.answers.stances import all_agree
from consensus.carried import Carried, CarriedRecord, FollowedRecord, Settled
from consensus.items import StepId
from consensus.limits import held
from consensus.parts import Part, one
from consensus.people import MemberId, agency_key, keeps_record
from consensus.roomwide import agencies, disagreements, glossary
from consensus.state import Meeting
from consensus.steps import collect, commit, settle

Record = CarriedRecord | FollowedRecord

# The step of a template that settles the one sentence which later rooms keep in sight.
VISION: StepId = "vision"

# --- decide -----------------------------------------------------------------------------------


def may_follow(meeting: Meeting, member_id: MemberId) -> bool:
    """Say whether a member may open a room that goes on from this one.

    It is for those who lead or write, and for whoever owns a disagreement that is still open.
    """
    member = meeting.members.get(member_id)
    if member is None:
        return False
    if keeps_record(member):
        return True
    left = disagreements.unresolved(meeting.beside.disagreements).values()
    return any(each.owner == member_id for each in left)


def follow(meeting: Meeting, command: c.FollowUp, at: int) -> tuple[e.Event, ...]:
    """Return how this meeting's people learn of the next, also after its end."""
    known = any(followed.code == command.code for followed in meeting.followed)
    return () if known else (e.FollowUpOpened(command.code, at),)


def carry(meeting: Meeting, room: str) -> Carried:
    """Return what the next meeting takes from this one, which has this code."""
    listed = meeting.beside.agencies
    return Carried(
        room=room,
        title=meeting.title,
        at=held(meeting),
        template=meeting.template,
        settled=tuple(settled(meeting)),
        promises=tuple(_promises(meeting)),
        disagreements=_ownerless(meeting),
        words=glossary.terms(meeting.beside.glossary),
        cards=tuple(replace(card, by="") for card in listed.cards.values()),
        expected=tuple(each.agency for each in listed.expected.values()),
        vision=_vision(meeting),
    )


def _promises(meeting: Meeting) -> Iterator[Promise]:
    """Yield what is open; where no step asked about the promises of the room before, those too."""
    asked = [s for s in states(meeting.agenda).values() if isinstance(s, commit.State)]
    for state in asked:
        yield from open_promises(state.promises.values())
    if not asked and meeting.carried:
        yield from meeting.carried.promises


def _ownerless(meeting: Meeting) -> dict[str, disagreements.Disagreement]:
    """Return what is not agreed. Its owner is known by name: members differ from room to room."""
    left = disagreements.unresolved(meeting.beside.disagreements)
    return {name: replace(each, owner=None) for name, each in left.items()}


def settled(meeting: Meeting) -> Iterator[Settled]:
    """Yield what the steps of a meeting came to, in order, of which the record keeps something."""
    texts = _texts(meeting)
    for step in meeting.agenda:
        if isinstance(step.state, settle.State) and step.plan.minuted != "none":
            for slot in step.state.slots:
                written = step.state.text
                text = written.words if written is not None else texts.get(slot.item or "", "")
                if slot.settled and text:
                    yield Settled(step.plan.title, text, all_agree(slot))


def _vision(meeting: Meeting) -> str:
    """Return the sentence of a step that is called for it, or the one from the meeting before."""
    state = next((step.state for step in meeting.agenda if step.plan.id == VISION), None)
    if isinstance(state, settle.State) and state.text is not None and state.slots[0].settled:
        return state.text.words
    return meeting.carried.vision if meeting.carried else ""


def _texts(meeting: Meeting) -> dict[str, str]:
    """Return the words of everything that a board could hold: statements, and options."""
    found = {item.id: item.text for item in meeting.items.values()}
    for step in meeting.agenda:
        if isinstance(step.state, collect.State):
            found.update((name, note.text) for name, note in step.state.notes.items())
    return found


# --- evolve -----------------------------------------------------------------------------------


def take_up(beside: roomwide.State, carried: Carried | None, at: int) -> roomwide.State:
    """Return what stands beside a new room's agenda, with what it takes up from the one before."""
    if carried is None:
        return beside
    listed = beside.agencies
    cards = {agency_key(card.agency): card for card in carried.cards}
    asked = {agency_key(name): agencies.Expected(name) for name in carried.expected}
    return replace(
        beside,
        agencies=replace(listed, cards=cards, expected={**asked, **listed.expected}),
        disagreements=disagreements.begin(carried.disagreements),
        glossary=glossary.begin(carried.words, at),
    )


# --- what each audience sees ------------------------------------------------------------------


def everyone(meeting: Meeting) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    carried = meeting.carried
    if carried is not None:
        made = _record(carried)
        yield "carried", one("carried", (carried,), lambda: made)
    if meeting.followed:
        last = FollowedRecord(meeting.followed[-1].code)
        yield "followed", one("followed", (meeting.followed,), lambda: last)


def _record(carried: Carried) -> CarriedRecord:
    return CarriedRecord(
        carried.title, carried.at, carried.vision, carried.settled, carried.promises
    )
