"""The archive: what stays to be found of a meeting once it is over, for one of its members.

It holds what lists over many meetings need: when it was, what it came to, what is still to be done.
Whoever keeps nothing but the family's copy finds no quarrel of the agencies in it.
"""

from collections.abc import Iterator

from msgspec import Struct

from consensus.agenda import StepPlan
from consensus.answers.promises import Promise, PromiseId, Stage
from consensus.answers.wordings import as_answered
from consensus.archive.results import Result, results
from consensus.carried import Settled
from consensus.dates import DAY
from consensus.items import ItemId, StepId
from consensus.limits import Limit, limits
from consensus.people import Member, Members, Role
from consensus.record.readers import EVERYTHING, reads
from consensus.roomwide import disagreements
from consensus.series import settled
from consensus.state import Meeting
from consensus.steps import commit, form, settle

# A form that is called so is a sheet about something that works, for others to find.
PRACTICE: StepId = "practice"


class Kept(Struct, frozen=True):
    """A promise, the days on which it is due and looked at again ("2027-03-09"), and its owners.

    It keeps its `id` in every room of a series, so that a list over many names it once.
    """

    id: PromiseId
    what: str
    by: str
    review: str
    stage: Stage
    owners: tuple[str, ...]


class Written(Struct, frozen=True):
    """One filled field of a sheet."""

    label: str
    value: str


class Sheet(Struct, frozen=True):
    """A sheet about good practice, and the organisation of whoever wrote its first lines."""

    step: StepId
    title: str
    theme: str
    organisation: str
    fields: tuple[Written, ...]


class Statement(Struct, frozen=True):
    """A statement of an exercise, by its id and in words."""

    id: ItemId
    text: str


class Board(Struct, frozen=True):
    """What a group settled on a board: statements to keep in their order, or to set aside.

    `because` has the group's reason for each, or nothing.
    """

    step: StepId
    title: str
    aside: bool
    chosen: tuple[Statement, ...]
    because: tuple[str, ...]


class Archived(Struct, frozen=True):
    """What is to be found of a meeting. Times are in ms; `template` is what it was made from.

    `before` is the code of the room that it goes on from, and `after` are those that go on from it.
    Once it is closed, it is known when the room is to be erased (`forget_at`), and when its owner
    looks whether it may be (`review_at`).
    """

    title: str
    template: str
    case: bool
    prepared: int
    starts: int | None
    closed: int | None
    role: Role
    before: str
    after: tuple[str, ...]
    forget_at: int | None
    review_at: int | None
    limits: tuple[Limit, ...]
    promises: tuple[Kept, ...]
    disagreements: tuple[disagreements.Line, ...]
    sheets: tuple[Sheet, ...]
    results: tuple[Result, ...]
    settled: tuple[Settled, ...]
    boards: tuple[Board, ...]


def archived(meeting: Meeting, member: Member, now: int) -> Archived:
    """Return what a member finds of a meeting at a time (ms), finished or not."""
    at_work = reads(member, meeting.case) >= _AT_WORK
    left, keep = meeting.beside.disagreements, meeting.beside.retention.now
    closed = meeting.closed
    return Archived(
        title=meeting.title,
        template=meeting.template,
        case=meeting.case,
        prepared=meeting.prepared,
        starts=meeting.starts,
        closed=meeting.closed,
        role=member.role,
        before=meeting.carried.room if meeting.carried else "",
        after=tuple(followed.code for followed in meeting.followed),
        forget_at=None if closed is None else closed + keep.days * DAY,
        review_at=None if closed is None else closed + keep.looked_at * DAY,
        limits=limits(meeting).limits,
        promises=tuple(_promises(meeting)),
        disagreements=disagreements.lines(left, now) if at_work else (),
        sheets=tuple(_sheets(meeting)) if at_work else (),
        results=results(meeting) if at_work else (),
        settled=tuple(settled(meeting)),
        boards=tuple(_boards(meeting)),
    )


_AT_WORK = EVERYTHING - {"restricted"}


def _promises(meeting: Meeting) -> Iterator[Kept]:
    """Yield the promises of the room; a personal one belongs to its owner alone."""
    for step in meeting.agenda:
        if isinstance(step.state, commit.State) and step.plan.minuted != "none":
            yield from (_kept(each) for each in step.state.promises.values() if not each.personal)


def _kept(promise: Promise) -> Kept:
    owners = tuple(owner.name or owner.agency for owner in promise.owners)
    terms = promise.terms
    return Kept(promise.id, terms.what, terms.by, terms.review, promise.stage, owners)


def _sheets(meeting: Meeting) -> Iterator[Sheet]:
    for step in meeting.agenda:
        plan, state = step.plan, step.state
        if plan.minuted != "full" or not plan.id.startswith(PRACTICE):
            continue
        if isinstance(plan.settings, form.Settings) and isinstance(state, form.State):
            for sheet in form.sheets(plan.settings, state, {}):
                found = _sheet(plan, plan.settings.fields, state, sheet, meeting.members)
                if found.fields:
                    yield found


def _sheet(
    plan: StepPlan,
    fields: tuple[form.Field, ...],
    state: form.State,
    sheet: form.SheetId,
    members: Members,
) -> Sheet:
    found = [(field, state.entry(sheet, field.id)) for field in fields if field.kind != "people"]
    filled = [(field, entry) for field, entry in found if entry is not None]
    values = {field.id: entry.value for field, entry in filled}
    writer = members.get(filled[0][1].by) if filled else None
    return Sheet(
        step=plan.id,
        title=values.get("name", plan.title),
        theme=values.get("theme", ""),
        organisation=writer.agency if writer is not None else "",
        fields=tuple(Written(field.label, entry.value) for field, entry in filled),
    )


def _boards(meeting: Meeting) -> Iterator[Board]:
    for step in meeting.agenda:
        asked, state = step.plan.settings, step.state
        if step.plan.minuted == "none" or not isinstance(asked, settle.Settings):
            continue
        if isinstance(state, settle.State):
            filled = [slot for slot in state.slots if slot.settled and slot.item in meeting.items]
            if filled and state.text is None:
                said = as_answered(meeting.wordings, step.plan.id, meeting.items)
                items = [said[slot.item] for slot in filled if slot.item is not None]
                yield Board(
                    step=step.plan.id,
                    title=step.plan.title,
                    aside=asked.aim != "keep",
                    chosen=tuple(Statement(item.id, item.text) for item in items),
                    because=tuple(slot.because for slot in filled),
                )
