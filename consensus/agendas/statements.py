"""The list of statements is worded anew in the middle of a meeting: rewritten, merged, parted."""

from msgspec.structs import replace

from consensus.agenda import states
from consensus.answers import options, wordings
from consensus.answers.wordings import Merge, Merged, Parted, Rewrite, Rewritten, Split
from consensus.items import FEWEST_STATEMENTS, MOST_STATEMENTS, Item, ItemId
from consensus.people import Member
from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from consensus.steps import collect, items_of, judge, settle
from consensus.text import STATEMENT_LENGTH, made_id, one_line, required

# --- decide -----------------------------------------------------------------------------------


def decide(
    meeting: Meeting, command: wordings.Command, by: Member, at: int
) -> tuple[wordings.Event, ...]:
    """Return how the list changes, or refuse; a repeat changes nothing.

    What is being answered now stays as it is. Options that people wrote themselves are theirs.
    """
    if _is_done(meeting, command):
        return ()
    match command:
        case Rewrite():
            events = _rewrite(meeting, command, by, at)
        case Merge():
            events = _merge(meeting, command, by, at)
        case Split():
            events = _split(meeting, command, by, at)
    if events and wordings.changes(meeting.wordings) >= wordings.MOST_CHANGES:
        raise Refusal(Code.STATEMENTS_FULL, most=wordings.MOST_CHANGES)
    return events


def _rewrite(meeting: Meeting, command: Rewrite, by: Member, at: int) -> tuple[wordings.Event, ...]:
    item = _changeable(meeting, command.item)
    text = _worded(meeting, command.text, item.id)
    if command.was != item.text:
        raise Refusal(Code.STATEMENT_CHANGED)
    return (Rewritten(item.id, text, by.id, at),)


def _merge(meeting: Meeting, command: Merge, by: Member, at: int) -> tuple[wordings.Event, ...]:
    keep, drop = (_changeable(meeting, item) for item in (command.keep, command.drop))
    if keep == drop:
        raise Refusal(Code.MERGE_WITH_ANOTHER)
    left = len(listed(meeting)) - 1
    if left < FEWEST_STATEMENTS:
        raise Refusal(Code.TOO_FEW_LEFT, least=FEWEST_STATEMENTS)
    text = _worded(meeting, command.text, keep.id, drop.id)
    return (Merged(keep.id, drop.id, text, by.id, at),)


def _split(meeting: Meeting, command: Split, by: Member, at: int) -> tuple[wordings.Event, ...]:
    item = _changeable(meeting, command.item)
    ids = {part.id for part in command.parts}
    taken = ids & {*meeting.items, *options.noted(states(meeting.agenda))}
    fits = wordings.FEWEST_PARTS <= len(command.parts) <= wordings.MOST_PARTS
    if not fits or taken or len(ids) < len(command.parts) or not all(map(made_id, ids)):
        raise Refusal(Code.NOT_UNDERSTOOD)
    count = len(listed(meeting)) - 1 + len(ids)
    if count > MOST_STATEMENTS:
        raise Refusal(Code.TOO_MANY_PARTS, most=MOST_STATEMENTS)
    parts = tuple(Item(part.id, _worded(meeting, part.text, item.id)) for part in command.parts)
    if len({part.text.casefold() for part in parts}) < len(parts):
        raise Refusal(Code.STATEMENT_TWICE)
    return (Parted(item.id, parts, by.id, at),)


def _is_done(meeting: Meeting, command: wordings.Command) -> bool:
    """Say whether a command is the repeat of one that was done."""
    match command:
        case Rewrite(item, text):
            known = meeting.items.get(item)
            return known is not None and known.text == one_line(text)
        case Merge(keep, drop, text):
            kept = meeting.items.get(keep)
            if kept is None or kept.text != one_line(text):
                return False
            into: tuple[ItemId, ...] = (keep,)
            item = drop
        case Split(item, parts):
            into = tuple(part.id for part in parts)
    history = meeting.wordings.histories.get(item)
    return history is not None and history.gone is not None and history.gone.into == into


def _changeable(meeting: Meeting, item_id: ItemId) -> Item:
    """Return a statement that may be changed now, or refuse."""
    item = meeting.items.get(item_id)
    if item is None or item_id not in listed(meeting):
        raise Refusal(Code.NO_SUCH_STATEMENT)
    now = states(meeting.agenda).get(meeting.current or "")
    match now:
        case judge.State() | collect.State():
            in_use = not now.revealed and item_id in items_of(now)
        case settle.State():
            in_use = any(slot.item == item_id for slot in now.slots)
        case _:
            in_use = False
    if in_use:
        raise Refusal(Code.STATEMENT_IN_USE)
    return item


def _worded(meeting: Meeting, text: str, *instead_of: ItemId) -> str:
    """Return words for a statement, cleaned; no other may say the same."""
    words = required(text, STATEMENT_LENGTH, Code.TEXT_EMPTY, Code.TEXT_TOO_LONG)
    others = (meeting.items[other] for other in listed(meeting) if other not in instead_of)
    if any(other.text.casefold() == words.casefold() for other in others):
        raise Refusal(Code.STATEMENT_TWICE)
    return words


def listed(meeting: Meeting) -> tuple[ItemId, ...]:
    """Return the meeting's own list of statements as it stands."""
    notes = options.noted(states(meeting.agenda))
    own = (item for item in meeting.items if item not in notes)
    return wordings.standing(meeting.wordings, own)


# --- evolve -----------------------------------------------------------------------------------


def changed(meeting: Meeting, event: wordings.Event) -> Meeting:
    """Return the meeting after its list changed."""
    stays = event.keep if isinstance(event, Merged) else event.item
    answered = tuple(
        step.plan.id
        for step in meeting.agenda
        if step.state is not None
        and wordings.is_answered(step.state)
        and stays in items_of(step.state)
    )
    before = meeting.items[stays]
    items = (
        {part.id: part for part in event.parts}
        if isinstance(event, Parted)
        else {stays: replace(before, text=event.text)}
    )
    after = wordings.evolve(meeting.wordings, event, before.text, answered)
    return replace(meeting, items={**meeting.items, **items}, wordings=after)
