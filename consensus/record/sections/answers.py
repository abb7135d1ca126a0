"""Everybody's answers, with who gave them as far as they were shown."""

from collections.abc import Iterator

from msgspec import Struct

from consensus.answers.ballots import Ballot, Order, fitting, order_of
from consensus.items import ITSELF, ItemId
from consensus.people import MemberId
from consensus.record.lines import SOMEBODY, Cell, Fact, Line, LineId, Say, Section
from consensus.record.minutes import StepMinutes
from consensus.record.telling import Telling, columns, listed
from consensus.steps import judge

_COLUMNS = ("who", "answer", "why")


class Voice(Struct, frozen=True):
    """An opened answer, whose it is as far as it was shown, and the id of its line."""

    id: LineId
    member: MemberId
    who: Cell
    ballot: Ballot


def section(told: Telling, step: StepMinutes, said: judge.Minutes) -> Section:
    """Return a table of everybody's answers, each with its reason."""
    return Section(
        f"{step.id}.answers",
        Say("record-answers", {"title": step.title}),
        tuple(_answer(told, said, voice) for voice in voices(told, step, said)),
        columns(_COLUMNS),
        level=3,
    )


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
        shape = fitting(said.settings.shape, said.items)
        return listed(_rows(told, order_of(ballot.answer, shape)))
    return listed(_mark(told, item, mark) for item, mark in ballot.marks.items())


def _rows(told: Telling, order: Order) -> Iterator[str]:
    """Yield the letters in order; those of equal places together, as in A, B=C, D."""
    for group in order:
        yield "=".join(told.order((group,) if isinstance(group, str) else group))


def _mark(told: Telling, item: ItemId, mark: int | None) -> str | Say:
    given: Fact = Say("record-dont-know") if mark is None else str(mark)
    if item == ITSELF:
        return Say("record-one-mark", {"mark": given})
    return Say("record-mark-for", {"letter": told.letters.get(item, item), "mark": given})


def _whys(told: Telling, ballot: Ballot) -> Cell:
    """Return the reasons as they were typed; those for single marks with the letter before."""
    single = (
        why if item == ITSELF else f"{told.letters.get(item, item)}: {why}"
        for item, why in ballot.whys.items()
    )
    return "\n\n".join((*([ballot.because] if ballot.because else []), *single))
