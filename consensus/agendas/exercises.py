"""Exercises: any list to choose from, rank and agree on, made from one exercise that ships.

The exercise gives the words and the timings, and is written for ten statements and five places.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from consensus.agenda import StepPlan
from consensus.agendas.checks import PROMPT_LENGTH
from consensus.agendas.template import Template
from consensus.answers.ballots import Shape
from consensus.items import FEWEST_STATEMENTS, Item, Source, StepId
from consensus.refusal import Code, Refusal
from consensus.steps import judge, settle
from consensus.text import TITLE_LENGTH, optional, required

# Past three, a group no longer sets aside: it chooses what to keep.
MOST_ASIDE = 3

# More places than this take longer to agree on than all the rest.
MOST_PLACES = 10

# Nine statements: the most important on top, the least at the bottom, and three in the middle.
DIAMOND: Shape = (1, 2, 3, 2, 1)

_ID_LENGTH = 32

# The exercise that ships is timed for so many.
_STATEMENTS, _PLACES = 10, 5

# Its steps, by what they are for.
CHOOSE: StepId = "choose"
DISCARD: StepId = "discard"
RANK: StepId = "rank"
AGAIN: StepId = "rank-again"
AGREE: StepId = "agree"

# The ids of exercises that somebody made begin with this: none that ships does.
OWN = "own-"

# What takes longer the more statements there are.
_EACH = {"read", CHOOSE, RANK, AGAIN}


class Wanted(Struct, frozen=True):
    """What somebody wants of an exercise: a question about these items, and how many of them.

    So many are set `aside` before the others are ranked, which happens `again` after the talk, and
    so many `places` are agreed on in order. With a `shape` they are ranked in rows.
    """

    title: str
    question: str
    items: tuple[Item, ...]
    aside: int = 1
    again: bool = True
    places: int = 5
    shape: Shape = ()


def adapted(shipped: Template, wanted: Wanted) -> Template:
    """Return the exercise for a list of one's own, which it carries, or refuse what cannot be."""
    count = len(wanted.items)
    most = max(0, min(MOST_ASIDE, count - FEWEST_STATEMENTS))
    if not 0 <= wanted.aside <= most:
        raise Refusal(Code.TOO_MANY_ASIDE, most=most)
    places = min(MOST_PLACES, count - wanted.aside)
    if not 1 <= wanted.places <= places:
        raise Refusal(Code.PLACES_OUT_OF_RANGE, most=places)
    if wanted.shape and sum(wanted.shape) != count - wanted.aside:
        raise Refusal(Code.SHAPE_DOES_NOT_FIT, most=sum(wanted.shape), count=count - wanted.aside)
    question = optional(wanted.question, PROMPT_LENGTH)
    title = required(wanted.title, TITLE_LENGTH, Code.TITLE_EMPTY, Code.TEXT_TOO_LONG)
    return replace(
        shipped,
        id=_id(title),
        title=title,
        summary=question or shipped.summary,
        purpose=question or shipped.purpose,
        steps=tuple(_timed(plan, wanted) for plan in _steps(shipped, wanted, question)),
        statements="own",
        list=tuple(item.text for item in wanted.items),
    )


def _id(title: str) -> str:
    """Return an id in which people know the title again, as the name of a file can hold it."""
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in title)
    return OWN + ("-".join(words.lower().split())[:_ID_LENGTH].strip("-") or "exercise")


def _steps(shipped: Template, wanted: Wanted, question: str) -> Iterator[StepPlan]:
    dropped = set() if wanted.aside else {CHOOSE, DISCARD}
    dropped |= set() if wanted.again else {AGAIN}
    for plan in shipped.steps:
        if plan.id in dropped:
            continue
        match plan.settings:
            case judge.Settings() as asked if plan.id == CHOOSE:
                yield replace(plan, settings=replace(asked, choose=wanted.aside))
            case settle.Settings() as settled if plan.id == DISCARD:
                yield replace(plan, settings=replace(settled, slots=wanted.aside))
            case settle.Settings() as settled if plan.id == AGREE:
                start = AGAIN if wanted.again else RANK
                yield replace(plan, settings=replace(settled, slots=wanted.places, start=start))
            case judge.Settings():
                source = plan.items if wanted.aside or plan.id != RANK else Source()
                asked = replace(plan.settings, shape=wanted.shape)
                yield replace(plan, items=source, prompt=question or plan.prompt, settings=asked)
            case _:
                yield plan


def _timed(plan: StepPlan, wanted: Wanted) -> StepPlan:
    """Return a step that lasts as long as so many statements, or places, need."""
    share = 1.0
    if plan.id in _EACH:
        share = len(wanted.items) / _STATEMENTS
    elif plan.id == AGREE:
        share = wanted.places / _PLACES
    return replace(plan, minutes=max(2, round(plan.minutes * share)))
