"""Outcomes: what a meeting came to, for whoever looks at impact and must not know who it was.

There is no name, agency card, title, purpose or focus line in it. What people wrote stands as they
wrote it, so whoever hands it on reads it first.
"""

from collections.abc import Iterator

from msgspec import Struct

from consensus.answers.promises import Promise
from consensus.people import Role, agency_key
from consensus.series import settled
from consensus.state import Meeting
from consensus.steps import commit


class Settlement(Struct, frozen=True):
    """What a step settled, and whether every voice agreed, with nobody silent or away."""

    step: str
    text: str
    agreed: bool


class Done(Struct, frozen=True):
    """A promise and what came of it. `owners` counts those who held it, of so many `agencies`."""

    what: str
    how: str
    by: str
    review: str
    owners: int
    agencies: int
    came_of_it: str
    result: str


class Outcomes(Struct, frozen=True):
    """What a meeting came to. `roles` counts who took part, and `minutes` how long it lasted."""

    template: str
    closed: bool
    minutes: int
    roles: dict[Role, int]
    settled: tuple[Settlement, ...]
    promises: tuple[Done, ...]
    disagreements_open: int


def outcomes(meeting: Meeting) -> Outcomes:
    """Return what a meeting came to, without anybody in it."""
    roles: dict[Role, int] = {}
    for member in meeting.members.values():
        roles[member.role] = roles.get(member.role, 0) + 1
    left = meeting.beside.disagreements.entries.values()
    return Outcomes(
        template=meeting.template,
        closed=meeting.closed is not None,
        minutes=round(sum(step.spent for step in meeting.agenda) / 60_000),
        roles=roles,
        settled=tuple(Settlement(s.title, s.text, s.agreed) for s in settled(meeting)),
        promises=tuple(_done(promise) for promise in _promises(meeting)),
        disagreements_open=sum(each.outcome != "agreed" for each in left),
    )


def _promises(meeting: Meeting) -> Iterator[Promise]:
    """Yield the promises of the room; a personal one belongs to its owner alone."""
    for step in meeting.agenda:
        if isinstance(step.state, commit.State) and step.plan.minuted != "none":
            yield from (p for p in step.state.promises.values() if not p.personal)


def _done(promise: Promise) -> Done:
    terms = promise.terms
    return Done(
        what=terms.what,
        how=terms.how,
        by=terms.by,
        review=terms.review,
        owners=len(promise.owners),
        agencies=len({agency_key(owner.agency) for owner in promise.owners if owner.agency}),
        came_of_it=promise.stage,
        result=promise.result,
    )
