"""The orders of a ranking step as a PrefLib file, for those who study rankings. It names nobody."""

from consensus.answers.ballots import Ballot, Shape, fitting, order_of
from consensus.items import StepId
from consensus.ranking.files import preflib
from consensus.ranking.profile import Profile
from consensus.record.minutes import Minutes, StepMinutes
from consensus.steps import judge


def rankings(minutes: Minutes) -> dict[StepId, StepMinutes]:
    """Return the steps whose orders have been opened and are kept one by one, by their ids."""
    return {step.id: step for step in minutes.steps if orders(step)}


def orders(step: StepMinutes) -> tuple[Ballot, ...]:
    """Return the orders of a ranking step, whoever's they are; nothing of any other step."""
    said = step.said
    if not isinstance(said, judge.Minutes) or said.settings.ask != "rank":
        return ()
    given = (*said.ballots.values(), *(each.ballot for each in said.unnamed))
    return tuple(ballot for ballot in given if ballot.answer)


def write(minutes: Minutes, step: StepMinutes, kind: preflib.Kind) -> bytes:
    """Return everyone's orders, counted; raises `BallotError` where the kind does not fit.

    Items are called what they say; where two say the same, also by their ids.
    """
    found = orders(step)
    ids = step.said.items if isinstance(step.said, judge.Minutes) else ()
    said = minutes.as_answered(step.id)
    texts = [_one_line(said[item].text) for item in ids]
    names = {
        item: text if texts.count(text) == 1 else f"{text} ({item})"
        for item, text in zip(ids, texts, strict=True)
    }
    shape = _shape(step)
    ballots = [order_of(tuple(names[item] for item in b.answer), shape) for b in found]
    profile = Profile.of(tuple(names.values()), ballots)
    return preflib.write(profile, kind, f"{step.id}.{kind}", _one_line(step.title)).encode()


def _shape(step: StepMinutes) -> Shape:
    if not isinstance(step.said, judge.Minutes):
        return ()
    return fitting(step.said.settings.shape, step.said.items)


def _one_line(text: str) -> str:
    return " ".join(text.split())
