"""How far apart people are, what their answers come to together, and what moved."""

from collections.abc import Iterator

from consensus.answers import tallies
from consensus.answers.figures import Figures, Movement
from consensus.answers.tallies import Counts, Middles, Orders, widest_marks
from consensus.items import ITSELF, ItemId
from consensus.ranking import Spread
from consensus.record.lines import Cell, Fact, Line, Say, Section
from consensus.record.minutes import StepMinutes
from consensus.record.sections.answers import voices
from consensus.record.sections.settled import level, ranks
from consensus.record.telling import Telling, columns, number
from consensus.steps import judge

_PLACES = ("statement", "highest-place", "middle-place", "lowest-place", "apart")
_MARKS = ("statement", "lowest-mark", "middle-mark", "highest-mark", "dont-know")
_MOVED = ("raised", "lowered")


def lines(told: Telling, step: StepMinutes, said: judge.Minutes) -> Iterator[Line]:
    """Yield the figures in words: those of a choice, of an order, or of marks."""
    match said.tally:
        case Counts() as counts:
            yield from _chosen(told, step, counts)
        case Orders() as orders:
            yield from _together(told, step, orders)
        case Middles() as middles:
            yield from _middles(told, step, middles)
            yield from _marks_apart(told, step, said)
            yield from _middles_moved(told, step, said, middles)
    if said.figures is not None:
        yield from _apart(told, step, said.figures)
    if said.figures is not None and said.figures.movement is not None:
        yield from _moved(told, step, said.figures.movement)
    if said.alarm:
        yield told.fact(f"{step.id}.alarm", "record-alarm", {"mark": said.settings.alarm_at})


def _chosen(told: Telling, step: StepMinutes, found: Counts) -> Iterator[Line]:
    """Yield how many chose each, most first; and by agency, where that puts others in front."""
    for item, count in sorted(found.by_person.items(), key=lambda each: -each[1]):
        if count:
            facts: dict[str, Fact] = {"words": told.words(item), "count": int(count)}
            yield told.fact(f"{step.id}.chosen.{item}", "record-chosen", facts)
    if found.differ:
        shares = tuple(
            Say("record-share", {"words": told.words(item), "share": number(share)})
            for item, share in sorted(found.by_agency.items(), key=lambda each: -each[1])
            if share
        )
        yield told.fact(f"{step.id}.agencies", "record-by-agency", {"shares": shares})


def _together(told: Telling, step: StepMinutes, found: Orders) -> Iterator[Line]:
    orders = (("person", found.by_person), ("agency", found.by_agency if found.differ else ()))
    for by, bands in orders:
        if len(bands) > 1:
            order = ranks(told, bands)
            facts: dict[str, Fact] = {"by": by, "order": order, "level": level(bands)}
            yield told.fact(f"{step.id}.together.{by}", "record-together", facts)


def _middles(told: Telling, step: StepMinutes, found: Middles) -> Iterator[Line]:
    if not found.differ:
        return
    for item, middle in found.by_agency.items():
        if middle is not None:
            facts: dict[str, Fact] = {"words": told.called(item), "middle": number(middle)}
            message = "record-middle-agencies"
            known = "yes" if told.words(item) else "no"
            yield told.fact(f"{step.id}.middle.{item}", message, {**facts, "known": known})


def _marks_apart(told: Telling, step: StepMinutes, said: judge.Minutes) -> Iterator[Line]:
    """Yield what people's marks are furthest apart on, where there are several things to mark."""
    given = {voice.id: voice.ballot for voice in voices(told, step, said)}
    widest = widest_marks(said.items, given)[0] if said.items else ITSELF
    marks = tallies.marks(widest, given)
    if len(said.items) > 1 and marks and min(marks) < max(marks):
        facts: dict[str, Fact] = {
            "words": told.called(widest),
            "low": str(min(marks)),
            "high": str(max(marks)),
        }
        yield told.fact(f"{step.id}.widest", "record-widest-marks", facts)


def _middles_moved(
    told: Telling, step: StepMinutes, said: judge.Minutes, found: Middles
) -> Iterator[Line]:
    """Yield what became of the middle of each mark since the pass before, up or down alike."""
    again = told.key(said.settings.again or "")
    before = next((each.said for each in told.found.steps if each.id == again), None)
    if not isinstance(before, judge.Minutes) or not isinstance(before.tally, Middles):
        return
    for item, middle in found.by_person.items():
        earlier = before.tally.by_person.get(item)
        if middle is not None and earlier is not None:
            facts: dict[str, Fact] = {
                "words": told.called(item),
                "known": "yes" if told.words(item) else "no",
                "before": number(earlier),
                "after": number(middle),
            }
            yield told.fact(f"{step.id}.moved.{item}", "record-middle-moved", facts)


def _apart(told: Telling, step: StepMinutes, found: Figures) -> Iterator[Line]:
    if found.agreement is not None:
        times = {"times": number(found.agreement * 10)}
        yield told.fact(f"{step.id}.agreement", "record-agreement", {**times})
    by_item = {spread.item: spread for spread in found.spreads}
    widest = next((by_item[item] for item in found.widest if item in by_item), None)
    if widest is not None:
        facts: dict[str, Fact] = {
            "words": told.called(widest.item),
            "low": number(widest.low),
            "high": number(widest.high),
            "same": "yes" if widest.low == widest.high else "no",
        }
        yield told.fact(f"{step.id}.widest", "record-widest", facts)
    if found.furthest is not None and found.furthest.distance:
        person = found.furthest.person
        far: dict[str, Fact] = {"who": told.who(person), "items": told.order(found.furthest.items)}
        said = Say("record-furthest", far)
        id = f"{step.id}.furthest"
        yield told.line(id, "fact", said, readers="professionals", about=(person,))


def _moved(told: Telling, step: StepMinutes, found: Movement) -> Iterator[Line]:
    if found.before is not None and found.after is not None:
        before, after = number(found.before * 10), number(found.after * 10)
        change = found.after - found.before
        if before == after:
            change = 0.0
        facts: dict[str, Fact] = {
            "direction": "closer" if change > 0 else "apart" if change < 0 else "same",
            "before": before,
            "after": after,
            "people": found.people,
        }
        yield told.fact(f"{step.id}.movement", "record-movement", facts)
    unchanged: dict[str, Fact] = {"count": found.unchanged, "people": found.people}
    yield told.fact(f"{step.id}.unchanged", "record-unchanged", unchanged)


# --- a table of it ------------------------------------------------------------------------------


def sections(told: Telling, step: StepMinutes, said: judge.Minutes) -> Iterator[Section]:
    """Yield from where to where everything was placed, or marked; a choice has no spread."""
    if said.figures is not None:
        moved = said.figures.movement
        found = tuple(_places(told, step, spread, moved) for spread in said.figures.spreads)
        names = (*_PLACES, *_MOVED) if moved else _PLACES
    elif isinstance(said.tally, Middles):
        found = tuple(_marks(told, step, said, said.tally, item) for item in said.items)
        names = _MARKS
    else:
        return
    heading = Say("record-spread", {"title": step.title})
    yield Section(f"{step.id}.spread", heading, found, columns(names), level=3)


def _places(told: Telling, step: StepMinutes, spread: Spread, moved: Movement | None) -> Line:
    cells = [told.called(spread.item)]
    figures = (spread.low, spread.median, spread.high, spread.apart)
    cells.extend(map(number, figures))
    if moved is not None:
        cells.extend(str(m.get(spread.item, 0)) for m in (moved.raised, moved.lowered))
    id = f"{step.id}.spread.{spread.item}"
    return told.line(id, "fact", *cells, readers="professionals")


def _marks(
    told: Telling, step: StepMinutes, said: judge.Minutes, found: Middles, item: ItemId
) -> Line:
    """Return the lowest, middle and highest mark; where only the outcome is kept, the middle."""
    every = [voice.ballot.marks.get(item) for voice in voices(told, step, said)]
    given = sorted(mark for mark in every if mark is not None)
    middle = found.by_person.get(item)
    called: Cell = told.called(item) if item != ITSELF else step.title
    return told.line(
        f"{step.id}.spread.{item}",
        "fact",
        called,
        str(given[0]) if given else "",
        number(middle) if middle is not None else "",
        str(given[-1]) if given else "",
        str(len(every) - len(given)) if every else "",
        readers="professionals",
    )
