"""One sheet for each table of a hall, one after the other, for its trainer.

Names are not on them, unless the trainer asks. Even then nobody's order is named where answers
were not given by name.
"""

from collections.abc import Iterator

from consensus.agenda import states
from consensus.answers.stances import Slot, against
from consensus.hall import compared
from consensus.hall.floor import Floor
from consensus.hall.gathered import Gathered, gathered, last_voices
from consensus.hall.hall import State as Hall
from consensus.hall.seating import TableId
from consensus.items import ItemId
from consensus.state import Meeting
from consensus.steps import settle
from server.exports.hall import Data, Note
from server.exports.laid_out import Block, Layout, Row, safe
from server.takeaways.own_card import hundredths
from server.words import Words

# A page holds so many thoughts of a table; its record has them all.
MOST_NOTES = 12


def table_sheets(data: Data, floor: Floor, day: str, names: bool, words: Words) -> Layout:
    """Return a block for each table, of rows that say what is told and then tell it."""
    hall = floor.hall.hall
    assert hall is not None
    found, facts = gathered(floor.hall, floor.tables), (words.say("record-date"), day)
    return Layout(
        language=words.language,
        right_to_left=words.say("direction") == "rtl",
        title=safe(words.say("takeaway-sheets", title=data.title)),
        head=(),
        facts=(facts,),
        blocks=tuple(_sheet(id_, data, found, floor, hall, names, words) for id_ in found.tables),
    )


def _sheet(
    id_: TableId,
    data: Data,
    found: Gathered,
    floor: Floor,
    hall: Hall,
    names: bool,
    words: Words,
) -> Block:
    table, room = hall.tables[id_], floor.tables[id_]
    asked = {
        words.say("takeaway-at-table"): _people(id_, floor, hall, names, words),
        words.say("takeaway-agreed"): _agreed(room, words),
        words.say("hall-exports-aside"): _aside(id_, found, room),
        words.say("tables-title-journey"): _journey(table.number, data, words),
        words.say("takeaway-own-orders"): _orders(id_, found, floor) if names else [],
        words.say("takeaway-noted"): _noted(table.number, data, words),
        words.say("takeaway-time"): _time(table.number, data, words),
    }
    rows = (
        Row(f"{id_}.{at}", (heading, safe("\n".join(lines))), "", ())
        for at, (heading, lines) in enumerate(asked.items())
        if lines
    )
    heading = words.say("takeaway-table", number=table.number)
    if table.name:
        heading = words.say("takeaway-table-named", number=table.number, name=table.name)
    return Block(id_, 2, safe(heading), "", (), tuple(rows), "")


def _people(id_: TableId, floor: Floor, hall: Hall, names: bool, words: Words) -> list[str]:
    here = [floor.hall.members.get(who) for who, seat in hall.seats.items() if seat == id_]
    if not names:
        return [words.say("takeaway-at-table-count", count=len(here))]
    return [f"{member.name} ({member.agency})" for member in here if member is not None]


def _agreed(room: Meeting, words: Words) -> list[str]:
    boards = list(_boards(room))
    if not boards or not any(slot.settled for slot in boards[-1].slots):
        return [words.say("tables-board-none")]
    slots = boards[-1].slots
    lines = [f"{place}. {_slot(slot, room, words)}" for place, slot in enumerate(slots, start=1)]
    kept = sum(len(against(slot)) for slot in slots if slot.settled)
    return [*lines, words.say("takeaway-no-kept", count=kept)] if kept else lines


def _boards(room: Meeting) -> Iterator[settle.State]:
    opened = states(room.agenda)
    for step in room.agenda:
        asked, state = step.plan.settings, opened.get(step.plan.id)
        keeps = isinstance(asked, settle.Settings) and asked.aim == "keep"
        if keeps and isinstance(state, settle.State) and state.text is None:
            yield state


def _slot(slot: Slot, room: Meeting, words: Words) -> str:
    if not slot.settled or slot.item is None or slot.item not in room.items:
        return words.say("tables-board-open")
    text = room.items[slot.item].text
    return words.say("takeaway-why", text=text, because=slot.because) if slot.because else text


def _aside(id_: TableId, found: Gathered, room: Meeting) -> list[str]:
    board = next((each for each in found.boards if each.table == id_), None)
    return [room.items[item].text for item in board.aside if item in room.items] if board else []


def _journey(number: int, data: Data, words: Words) -> list[str]:
    record = data.figures.get("journeys")
    if not isinstance(record, compared.JourneysRecord):
        return []
    found = next((each for each in record.journeys if each.table == str(number)), None)
    if found is None or found.last is None:
        return []
    last = hundredths(found.last)
    if found.first is None:
        return [words.say("takeaway-journey-last", last=last)]
    return [words.say("takeaway-journey", first=hundredths(found.first), last=last)]


def _orders(id_: TableId, found: Gathered, floor: Floor) -> list[str]:
    """Return what each person put first, where answers were by name."""
    by_name = {each.step for each in found.passes if each.shown == "name"}
    if len(by_name) < len(found.passes):
        return []
    texts = {item.id: item.text for item in found.items}
    members = floor.hall.members
    return [
        f"{members[voice.member].name}: {_first(voice.answer, texts)}"
        for voice in last_voices(found)
        if voice.table == id_ and voice.member in members and voice.answer
    ]


def _first(answer: tuple[ItemId, ...], texts: dict[ItemId, str]) -> str:
    return texts[answer[0]]


def _noted(number: int, data: Data, words: Words) -> list[str]:
    texts = {item.id: item.text for item in data.items}
    notes = [note for note in data.notes if number in note.tables]
    lines = [_note(note, texts, words) for note in notes[:MOST_NOTES]]
    more = len(notes) - len(lines)
    return [*lines, words.say("takeaway-more-notes", count=more)] if more else lines


def _note(note: Note, texts: dict[ItemId, str], words: Words) -> str:
    both = words.say("tables-alike-two", first=texts[note.items[0]], second=texts[note.items[1]])
    alike = "takeaway-alike" if note.alike else "takeaway-different"
    return f"{both}. {words.say(alike)} {note.text}"


def _time(number: int, data: Data, words: Words) -> list[str]:
    return [
        words.say(
            "takeaway-step-time",
            title=each.title,
            minutes=round(each.spent_seconds / 60),
            planned=each.planned_minutes,
        )
        for each in data.timings
        if each.table == number
    ]
