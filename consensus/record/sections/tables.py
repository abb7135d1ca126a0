"""Tables: which ones a training session had, or which one of which session this room was."""

from collections import Counter
from collections.abc import Iterator

from consensus.hall import hall as h
from consensus.hall import table as t
from consensus.record.lines import Fact, Line, Moment, Say, Section
from consensus.record.telling import Telling

_MINUTE = 60_000


def sections(told: Telling) -> Iterator[Section]:
    """Yield the tables of a training session by number of people, or whose table this was."""
    meeting = told.meeting
    if meeting.hall is not None:
        yield Section("tables", Say("record-tables"), tuple(_hall(told, meeting.hall)))
    if meeting.table is not None:
        yield Section("table", Say("record-table"), tuple(_table(told, meeting.table)))


def _hall(told: Telling, hall: h.State) -> Iterator[Line]:
    yield told.fact("tables.exercise", "record-exercise", {"title": hall.exercise.title})
    people = Counter(hall.seats.values())
    for id_, table in hall.tables.items():
        known: dict[str, Fact] = {
            "number": str(table.number),
            "name": table.name,
            "named": "yes" if table.name else "no",
            "people": people[id_],
        }
        yield told.fact(f"tables.{table.number}", "record-table-is", known)
    if hall.begun is not None:
        begun = {"when": Moment(hall.begun, "time")}
        yield told.fact("tables.begun", "record-tables-begun", begun)
    moved = _moved(hall)
    if moved:
        yield told.fact("tables.moved", "record-tables-moved", {"people": moved})
    titles = {plan.id: plan.title for plan in hall.exercise.agenda}
    for at, aligned in enumerate(hall.aligned[1:], start=1):
        led: dict[str, Fact] = {
            "title": titles.get(aligned.step, ""),
            "when": Moment(aligned.at, "time"),
        }
        yield told.fact(f"tables.led.{at}", "record-tables-led", led)
    held = round(hall.stood / _MINUTE)
    if held:
        yield told.fact("tables.held", "record-tables-held", {"minutes": held})


def _moved(hall: h.State) -> int:
    """Return how many people sat at more than one table while the tables were at work."""
    if hall.begun is None:
        return 0
    before = {sat.member for sat in hall.sat if sat.at <= hall.begun}
    since = Counter(sat.member for sat in hall.sat if sat.at > hall.begun)
    return sum(times > (member not in before) for member, times in since.items())


def _table(told: Telling, table: t.State) -> Iterator[Line]:
    facts = {"number": str(table.of.number), "title": table.of.title}
    named = "yes" if table.name else "no"
    yield told.fact("table.of", "record-table-of", {**facts, "name": table.name, "named": named})
    for member, number in table.moved.items():
        moved = Say("record-moved-to", {"who": told.who(member), "number": str(number)})
        yield told.line(f"table.moved.{member}", "fact", moved, about=(member,))
    if table.finished is not None:
        done = {"when": Moment(table.finished, "time")}
        yield told.fact("table.finished", "record-table-finished", done)
