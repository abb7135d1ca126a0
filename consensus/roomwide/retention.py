"""retention: how long this room is kept, who answers for that and why, and how that was changed."""

from collections.abc import Iterator

from msgspec import Struct

from consensus.forgetting.retention import (
    LEAST_DAYS,
    MOST_DAYS,
    OWNER_LENGTH,
    TRAINING,
    Retention,
    forget_at,
    wrong,
)
from consensus.parts import Part, one
from consensus.people import MemberId, Scene, keeps_record
from consensus.refusal import Code, Refusal
from consensus.text import NOTE_LENGTH, optional, required

# Past this, somebody is playing with it.
MOST_CHANGES = 100

# --- state ------------------------------------------------------------------------------------


class Change(Struct, frozen=True):
    """What held until it was changed at a time (ms), `by` somebody or by the site itself."""

    before: Retention
    by: MemberId | None
    at: int


class State(Struct, frozen=True):
    """How long the room is kept now, and what was changed, the first change first."""

    now: Retention = TRAINING
    changes: tuple[Change, ...] = ()


def begin(found: Retention) -> State:
    """Return what a new room holds."""
    return State(found)


# --- commands ---------------------------------------------------------------------------------


class SetRetention(Struct, frozen=True, tag="retention.set"):
    """Keep the room for longer or less long, also after the close (whoever keeps the record).

    To keep it longer needs a reason. `review` is after how many days somebody looks at it again.
    """

    days: int
    owner: str
    reason: str
    review: int | None = None


Command = SetRetention

# --- events -----------------------------------------------------------------------------------


class RetentionSet(Struct, frozen=True, tag="retention.was_set"):
    """How long the room is kept from now on: somebody said so, or the site where nobody had."""

    retention: Retention
    by: MemberId | None
    at: int


Event = RetentionSet

# --- decide and evolve ------------------------------------------------------------------------


def decide(state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    if not keeps_record(scene.by):
        raise Refusal(Code.RETENTION_NOT_YOURS)
    asked = _asked(state.now, command)
    if asked == state.now:
        return ()
    if scene.closed is not None and forget_at(asked, scene.closed, None, 0) <= scene.at:
        raise Refusal(Code.RETENTION_PAST)
    if len(state.changes) >= MOST_CHANGES:
        raise Refusal(Code.RETENTION_OFTEN, most=MOST_CHANGES)
    return (RetentionSet(asked, scene.by.id, scene.at),)


def _asked(now: Retention, command: Command) -> Retention:
    """Return what is asked for; a reason that is not said again stays, unless it is for longer."""
    owner = required(command.owner, OWNER_LENGTH, Code.RETENTION_OWNER, Code.TEXT_TOO_LONG)
    reason = optional(command.reason, NOTE_LENGTH)
    asked = Retention(command.days, owner, reason or now.reason, command.review)
    if wrong(asked):
        raise Refusal(Code.RETENTION_DAYS, least=LEAST_DAYS, most=MOST_DAYS)
    if asked.days > now.days and not reason:
        raise Refusal(Code.RETENTION_WHY)
    return asked


def evolve(state: State, event: Event) -> State:
    """Return how long the room is kept after `event`."""
    return State(event.retention, (*state.changes, Change(state.now, event.by, event.at)))


# --- what each audience sees ------------------------------------------------------------------


class RetentionRecord(Struct, frozen=True, tag="retention"):
    """Everyone: for how many days after the end the room is kept, by whom and why.

    `review` is after how many days somebody looks whether it is still needed.
    """

    days: int
    owner: str
    reason: str
    review: int


Record = RetentionRecord


def everyone(state: State) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    now = state.now
    yield (
        "retention",
        one(
            "retention",
            (now,),
            lambda: RetentionRecord(now.days, now.owner, now.reason, now.looked_at),
        ),
    )


# --- what the minutes say ---------------------------------------------------------------------


def minutes(state: State) -> State:
    """Return how long the room is kept, and what was changed."""
    return state
