"""What people thought: every answer as it was shown, how far apart they are, and what moved."""

from collections.abc import Iterator

from msgspec import Struct

from consensus.ballots import Ballot
from consensus.figures import Figures, Movement
from consensus.items import ITSELF, ItemId
from consensus.minutes import StepMinutes
from consensus.people import MemberId
from consensus.ranking import Spread
from consensus.record.lines import SOMEBODY, Cell, Fact, Line, LineId, Say, Section
from consensus.record.settled import ranks
from consensus.record.telling import Telling, listed, number
from consensus.steps import judge
from consensus.tallies import Counts, Middles, Orders

_ANSWERS = ("who", "answer", "why")
_PLACES = ("statement", "highest-place", "middle-place", "lowest-place", "apart")
_MARKS = ("statement", "lowest-mark", "middle-mark", "highest-mark", "dont-know")
_MOVED = ("raised", "lowered")


class Voice(Struct, frozen=True):
    """An opened answer, whose it is as far as it was shown, and the id of its line."""

    id: LineId
    member: MemberId
    who: Cell
    ballot: Ballot


def sections(told: Telling, step: StepMinutes, said: judge.Minutes) -> Iterator[Section]:
    """Yield how a question was asked and what came of it, the spread, and every answer."""
    lines = (*_asked(told, step, said), *_figures(told, step, said), *_silent(told, step, said))
    yield Section(step.id, told.heading(step), lines, level=3)
    yield from _spread(told, step, said)
    if step.minuted == "full":
        yield Section(
            f"{step.id}.answers",
            Say("record-answers", {"title": step.title}),
            tuple(_answer(told, said, voice) for voice in voices(told, step, said)),
            _columns(_ANSWERS),
            level=3,
        )


def _columns(names: tuple[str, ...]) -> tuple[Say, ...]:
    return tuple(Say("record-column", {"name": name}) for name in names)


def voices(told: Telling, step: StepMinutes, said: judge.Minutes) -> tuple[Voice, ...]:
    """Return everybody's answers; who is not shown by name is nobody's id either."""
    named = (
        Voice(f"{step.id}.answer.{member}", member, told.who(member), ballot)
        for member, ballot in said.ballots.items()
    )
    others = (
        Voice(f"{step.id}.answer.{at}", SOMEBODY, each.agency or Say("record-unsaid"), each.ballot)
        for at, each in enumerate(said.unnamed, start=1)
    )
    return (*named, *others)


# --- how it was asked -------------------------------------------------------------------------


def _asked(told: Telling, step: StepMinutes, said: judge.Minutes) -> Iterator[Line]:
    asked = said.settings
    prompt = told.meeting.agenda[step.number - 1].plan.prompt
    if prompt:
        yield _fact(told, f"{step.id}.prompt", "record-asked", {"words": prompt})
    some = asked.least and asked.least < len(said.items)
    facts: dict[str, Fact] = {
        "ask": "rank-some" if asked.ask == "rank" and some else asked.ask,
        "count": asked.choose or asked.least,
        "low": asked.low,
        "high": asked.high,
    }
    yield _fact(told, f"{step.id}.form", "record-form", facts)
    yield _fact(told, f"{step.id}.shown", "record-shown", {"shown": asked.shown})


def _fact(told: Telling, id: LineId, message: str, facts: dict[str, Fact]) -> Line:
    return told.line(id, "fact", Say(message, facts), readers="professionals")


# --- figures ----------------------------------------------------------------------------------


def _figures(told: Telling, step: StepMinutes, said: judge.Minutes) -> Iterator[Line]:
    match said.tally:
        case Counts() as counts:
            yield from _chosen(told, step, counts)
        case Orders() as orders:
            yield from _together(told, step, orders)
        case Middles() as middles:
            yield from _middles(told, step, middles)
    if said.figures is not None:
        yield from _apart(told, step, said.figures)
    if said.figures is not None and said.figures.movement is not None:
        yield from _moved(told, step, said.figures.movement)
    if said.alarm:
        yield _fact(told, f"{step.id}.alarm", "record-alarm", {"mark": said.settings.alarm_at})


def _chosen(told: Telling, step: StepMinutes, found: Counts) -> Iterator[Line]:
    """Yield how many chose each, most first; and by agency, where that puts others in front."""
    for item, count in sorted(found.by_person.items(), key=lambda each: -each[1]):
        if count:
            facts: dict[str, Fact] = {"words": told.words(item), "count": int(count)}
            yield _fact(told, f"{step.id}.chosen.{item}", "record-chosen", facts)
    if found.differ:
        shares = tuple(
            Say("record-share", {"words": told.words(item), "share": number(share)})
            for item, share in sorted(found.by_agency.items(), key=lambda each: -each[1])
            if share
        )
        yield _fact(told, f"{step.id}.agencies", "record-by-agency", {"shares": shares})


def _together(told: Telling, step: StepMinutes, found: Orders) -> Iterator[Line]:
    orders = (("person", found.by_person), ("agency", found.by_agency if found.differ else ()))
    for by, bands in orders:
        if len(bands) > 1:
            facts: dict[str, Fact] = {"by": by, "order": ranks(told, bands)}
            yield _fact(told, f"{step.id}.together.{by}", "record-together", facts)


def _middles(told: Telling, step: StepMinutes, found: Middles) -> Iterator[Line]:
    if not found.differ:
        return
    for item, middle in found.by_agency.items():
        if middle is not None:
            facts: dict[str, Fact] = {"words": told.called(item), "middle": number(middle)}
            message = "record-middle-agencies"
            known = "yes" if told.words(item) else "no"
            yield _fact(told, f"{step.id}.middle.{item}", message, {**facts, "known": known})


def _apart(told: Telling, step: StepMinutes, found: Figures) -> Iterator[Line]:
    if found.agreement is not None:
        times = {"times": number(found.agreement * 10)}
        yield _fact(told, f"{step.id}.agreement", "record-agreement", {**times})
    by_item = {spread.item: spread for spread in found.spreads}
    widest = next((by_item[item] for item in found.widest if item in by_item), None)
    if widest is not None:
        facts: dict[str, Fact] = {
            "words": told.called(widest.item),
            "low": number(widest.low),
            "high": number(widest.high),
            "same": "yes" if widest.low == widest.high else "no",
        }
        yield _fact(told, f"{step.id}.widest", "record-widest", facts)
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
        yield _fact(told, f"{step.id}.movement", "record-movement", facts)
    unchanged: dict[str, Fact] = {"count": found.unchanged, "people": found.people}
    yield _fact(told, f"{step.id}.unchanged", "record-unchanged", unchanged)


# --- the spread -------------------------------------------------------------------------------


def _spread(told: Telling, step: StepMinutes, said: judge.Minutes) -> Iterator[Section]:
    if said.figures is not None:
        moved = said.figures.movement
        lines = tuple(_places(told, step, spread, moved) for spread in said.figures.spreads)
        columns = (*_PLACES, *_MOVED) if moved else _PLACES
    elif isinstance(said.tally, Middles):
        lines = tuple(_marks(told, step, said, said.tally, item) for item in said.items)
        columns = _MARKS
    else:
        return
    heading = Say("record-spread", {"title": step.title})
    yield Section(f"{step.id}.spread", heading, lines, _columns(columns), level=3)


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


# --- the answers ------------------------------------------------------------------------------


def _answer(told: Telling, said: judge.Minutes, voice: Voice) -> Line:
    return told.line(
        voice.id,
        "opinion",
        voice.who,
        _given(told, said, voice.ballot),
        _whys(told, voice.ballot),
        readers="professionals",
        whose=voice.member,
    )


def _given(told: Telling, said: judge.Minutes, ballot: Ballot) -> Cell:
    if ballot.unsure:
        return Say("record-dont-know")
    if said.settings.ask == "choose":
        return listed(told.words(item) for item in ballot.answer)
    if said.settings.ask == "rank":
        return listed(told.order(ballot.answer))
    return listed(_mark(told, item, mark) for item, mark in ballot.marks.items())


def _mark(told: Telling, item: ItemId, mark: int | None) -> str | Say:
    given: Fact = Say("record-dont-know") if mark is None else str(mark)
    if item == ITSELF:
        return Say("record-mark", {"mark": given})
    return Say("record-mark-for", {"letter": told.letters.get(item, item), "mark": given})


def _whys(told: Telling, ballot: Ballot) -> Cell:
    """Return the reasons as they were typed; those for single marks with the letter before."""
    single = (
        why if item == ITSELF else f"{told.letters.get(item, item)}: {why}"
        for item, why in ballot.whys.items()
    )
    return "\n\n".join((*([ballot.because] if ballot.because else []), *single))


# --- who did not say --------------------------------------------------------------------------


def _silent(told: Telling, step: StepMinutes, said: judge.Minutes) -> Iterator[Line]:
    unsure = [voice for voice in voices(told, step, said) if voice.ballot.unsure]
    if unsure:
        who = tuple(voice.who for voice in unsure)
        facts: dict[str, Fact] = {"who": who, "count": len(unsure), "shown": said.settings.shown}
        about = [voice.member for voice in unsure]
        line = Say("record-unsure", facts)
        yield told.line(f"{step.id}.unsure", "opinion", line, readers="professionals", about=about)
    if said.did_not_answer:
        silent: dict[str, Fact] = {"who": told.everybody(said.did_not_answer)}
        yield told.line(
            f"{step.id}.silent",
            "fact",
            Say("record-did-not-answer", silent),
            readers="professionals",
            about=said.did_not_answer,
        )
