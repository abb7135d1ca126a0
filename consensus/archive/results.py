"""Results: what each opened pass of answers came to, in figures, for lists over many rooms.

Nobody is in it, and no reason: how far apart people were, and whether they came closer.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from consensus.agenda import Step, states
from consensus.answers.ballots import Ask
from consensus.answers.tallies import Middles, marks, tallied
from consensus.answers.wordings import as_answered
from consensus.items import ITSELF, Item, ItemId, StepId
from consensus.state import Meeting
from consensus.steps import judge


class Given(Struct, frozen=True):
    """The marks that one question got from so many `people`; `text` is empty for the step's own.

    There are no marks where everybody said that they do not know.
    """

    item: ItemId
    text: str
    people: int
    lowest: int | None = None
    middle: float | None = None
    highest: int | None = None


class Scale(Struct, frozen=True, tag="scale"):
    """A pass of marks. `low` and `high` say in words what the ends stand for.

    `ask` is "scale" for 0 to 10, "level" for five levels. `again` names the pass before.
    """

    step: StepId
    title: str
    question: str
    ask: Ask
    low: str
    high: str
    again: StepId | None
    given: tuple[Given, ...]


class Ranking(Struct, frozen=True, tag="ranking"):
    """A pass of rankings.

    `agreement` is how often two people put two statements in the same order, 0 to 1 with chance at
    0.5; nothing under three people. `before` and `after` are that of the people who answered this
    pass and the one before.
    """

    step: StepId
    title: str
    again: StepId | None
    people: int
    agreement: float | None
    both: int
    before: float | None
    after: float | None


Result = Scale | Ranking


def results(meeting: Meeting) -> tuple[Result, ...]:
    """Return what the opened passes came to, in the order of the agenda.

    What the record keeps nothing of is not here either.
    """
    return tuple(_results(meeting))


def _results(meeting: Meeting) -> Iterator[Result]:
    earlier = states(meeting.agenda)
    for step in meeting.agenda:
        state, asked = step.state, step.plan.settings
        if step.plan.minuted == "none" or not isinstance(asked, judge.Settings):
            continue
        if not isinstance(state, judge.State) or not state.revealed:
            continue
        before = earlier.get(asked.again) if asked.again else None
        if state.marks():
            yield _scale(step, asked, state, meeting)
        elif state.ranks():
            yield _ranking(step, asked, state, before if isinstance(before, judge.State) else None)


def _scale(step: Step, asked: judge.Settings, state: judge.State, meeting: Meeting) -> Scale:
    plan = step.plan
    said = as_answered(meeting.wordings, plan.id, meeting.items)
    given = tuple(_given(item, asked, state, said) for item in state.items)
    ends = asked.low, asked.high
    return Scale(plan.id, plan.title, plan.prompt, asked.ask, *ends, asked.again, given)


def _given(
    item: ItemId, asked: judge.Settings, state: judge.State, said: Mapping[ItemId, Item]
) -> Given:
    voices = state.voices()
    found = marks(item, voices)
    listed = said.get(item)
    text = listed.text if listed is not None and item != ITSELF else ""
    if not found:
        return Given(item, text, 0)
    counted = tallied(asked, state.items, voices, state.agencies)
    middle = counted.by_person[item] if isinstance(counted, Middles) else None
    return Given(item, text, len(found), min(found), middle, max(found))


def _ranking(
    step: Step, asked: judge.Settings, state: judge.State, before: judge.State | None
) -> Ranking:
    found = judge.figures(state, before)
    moved = found.movement if found is not None else None
    return Ranking(
        step=step.plan.id,
        title=step.plan.title,
        again=asked.again,
        people=sum(bool(answer) for answer in state.answers().values()),
        agreement=found.agreement if found is not None else None,
        both=moved.people if moved is not None else 0,
        before=moved.before if moved is not None else None,
        after=moved.after if moved is not None else None,
    )
