"""A record as data (JSON): the lines as they stand, and the answers and promises behind them.

The keys are the names of the fields below, and they are for good: `format` counts up if one ever
means something else. Times are in UTC as ISO 8601 has them, days as "2027-03-09". Ids are those
that the meeting itself uses, so that lines, answers and promises can be matched.

What the lines of a copy hold back, the data behind them hold back too: words that stand in no line
which its reader may read are left empty.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from consensus.agenda import Minuted
from consensus.answers.ballots import Ballot, fitting
from consensus.answers.promises import Owner, Stage, Terms
from consensus.people import Attends, Member, Role
from consensus.record.minutes import Minutes, StepMinutes
from consensus.steps import Kind, commit, judge
from server.exports.document import Document

FORMAT = "common-ground-record/1"


class Person(Struct, frozen=True):
    """Somebody who was in the room."""

    id: str
    name: str
    agency: str
    role: Role
    attends: Attends


class Item(Struct, frozen=True):
    """A statement, option or entry that answers speak of."""

    id: str
    text: str


class Answer(Struct, frozen=True):
    """One opened answer: a `member`'s, or of an `agency` alone, or, where both are empty, nobody's.

    `answer` are the items chosen, or in order, best first. `marks` are by item; nothing there is
    "don't know", and `unsure` is that for the whole answer.
    """

    member: str
    agency: str
    answer: tuple[str, ...]
    marks: dict[str, int | None]
    because: str
    whys: dict[str, str]
    unsure: bool


class Asked(Struct, frozen=True):
    """What a judge step asked, and what was answered. `again` is the step of the pass before.

    Where there is a `shape`, so many items of an order stand in each row, and are equal there.
    """

    ask: str
    choose: int
    low: str
    high: str
    again: str
    shown: str
    items: tuple[str, ...]
    answers: tuple[Answer, ...]
    did_not_answer: tuple[str, ...]
    shape: tuple[int, ...] = ()


class PromiseData(Struct, frozen=True):
    """A promise: its terms, with days as ISO 8601 has them, who keeps it, and what came of it."""

    id: str
    terms: Terms
    owners: tuple[Owner, ...]
    entered_by: str
    at: str
    carried: bool
    stage: Stage
    result: str


class StepData(Struct, frozen=True):
    """One step of the agenda; minutes planned, and seconds that it took."""

    id: str
    number: int
    title: str
    kind: Kind
    minuted: Minuted
    planned_minutes: int
    spent_seconds: int
    skipped: str | None
    asked: Asked | None = None
    promises: tuple[PromiseData, ...] = ()


class Behind(Struct, frozen=True):
    """What the lines were made from: for those who work with the family, not for its own copy."""

    prepared: str
    closed: str | None
    people: tuple[Person, ...]
    items: tuple[Item, ...]
    steps: tuple[StepData, ...]


class Data(Struct, frozen=True):
    """The whole file. `behind` is nothing in the family's copy."""

    format: str
    record: Document
    behind: Behind | None


def write(document: Document, minutes: Minutes | None) -> bytes:
    """Return a document, and what is behind it where its reader may have that."""
    made = Data(FORMAT, document, None if minutes is None else behind(minutes, _Lines(document)))
    plain = msgspec.to_builtins(made)
    # A lone half of a character can be in no file, whatever a program put into a name.
    return json.dumps(plain, ensure_ascii=False, indent=1).encode("utf-8", "replace")


class _Lines:
    """All that a reader's copy says, and said before somebody changed it."""

    def __init__(self, document: Document) -> None:
        lines = [line for part in document.parts for line in part.lines]
        before = (cell for line in lines for change in line.changed for cell in change.was)
        cells = (*(cell for line in lines for cell in line.cells), *before)
        # Most words fill a cell, or a paragraph of it behind a letter: to look for each of a
        # thousand people's in all that was said takes seconds.
        self._whole = {piece for cell in cells for piece in _pieces(cell)}
        self._said = "\n".join(cells)

    def held(self, words: str) -> str:
        """Return words that stand in a line, and nothing for any others."""
        return words if words in self._whole or words in self._said else ""


def _pieces(cell: str) -> Iterator[str]:
    yield cell
    for paragraph in cell.split("\n\n"):
        yield paragraph
        yield paragraph.partition(": ")[2]


def behind(minutes: Minutes, lines: _Lines) -> Behind:
    """Return what the record keeps of who answered and promised what."""
    return Behind(
        prepared=_moment(minutes.prepared),
        closed=None if minutes.closed is None else _moment(minutes.closed),
        people=tuple(_person(member) for member in minutes.people),
        items=tuple(Item(item, lines.held(each.text)) for item, each in minutes.items.items()),
        steps=tuple(_step(step, lines) for step in minutes.steps),
    )


def _person(member: Member) -> Person:
    return Person(member.id, member.name, member.agency, member.role, member.attends)


def _step(step: StepMinutes, lines: _Lines) -> StepData:
    said = step.said
    return StepData(
        id=step.id,
        number=step.number,
        title=step.title,
        kind=step.kind,
        minuted=step.minuted,
        planned_minutes=step.planned,
        spent_seconds=step.spent // 1000,
        skipped=step.skipped,
        asked=_asked(said, lines) if isinstance(said, judge.Minutes) else None,
        promises=tuple(_promises(said, lines)) if isinstance(said, commit.Minutes) else (),
    )


def _promises(said: commit.Minutes, lines: _Lines) -> Iterator[PromiseData]:
    """Yield what was promised to all; people's own lines stay with them."""
    for each in (*said.carried, *said.promises):
        yield PromiseData(
            id=each.id,
            terms=_terms(each.terms, lines),
            owners=tuple(replace(owner, name=lines.held(owner.name)) for owner in each.owners),
            entered_by=each.entered_by,
            at=_moment(each.at),
            carried=each.carried,
            stage=each.stage,
            result=lines.held(each.result),
        )


_WORDS = ("what", "how", "time", "cost", "cover", "think", "trial", "look")


def _terms(terms: Terms, lines: _Lines) -> Terms:
    return replace(terms, **{name: lines.held(getattr(terms, name)) for name in _WORDS})


def _asked(said: judge.Minutes, lines: _Lines) -> Asked:
    asked = said.settings
    return Asked(
        ask=asked.ask,
        choose=asked.choose,
        low=asked.low,
        high=asked.high,
        again=asked.again or "",
        shown=asked.shown,
        items=said.items,
        answers=tuple(_answers(said, lines)),
        did_not_answer=said.did_not_answer,
        shape=fitting(asked.shape, said.items),
    )


def _answers(said: judge.Minutes, lines: _Lines) -> Iterator[Answer]:
    for member, ballot in said.ballots.items():
        yield _answer(ballot, lines, member=member)
    for each in said.unnamed:
        yield _answer(each.ballot, lines, agency=each.agency)


def _answer(ballot: Ballot, lines: _Lines, member: str = "", agency: str = "") -> Answer:
    return Answer(
        member=member,
        agency=agency,
        answer=ballot.answer,
        marks=ballot.marks,
        because=lines.held(ballot.because),
        whys={item: lines.held(why) for item, why in ballot.whys.items()},
        unsure=ballot.unsure,
    )


def _moment(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="seconds")
