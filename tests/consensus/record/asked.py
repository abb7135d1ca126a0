"""Questions as they were asked and answered, for tests of what a record says of them."""

from msgspec.structs import replace

from consensus.agenda import Minuted
from consensus.items import ITSELF, Source
from consensus.record.lines import Record, Say
from consensus.steps import judge
from tests.consensus.given import opened, plan
from tests.consensus.record.said import case_room, of

CHOOSE = plan("choose", judge.Settings(1))
RANK = plan("rank", judge.Settings())
AGAIN = plan("again", judge.Settings(again="rank"))
SCALE = judge.Settings(ask="scale", low="In danger", high="Safe", alarm_at=2)
SAFE = plan("safe", SCALE, Source(take="none"))


def cast(step: str, member: str, answer: str, because: str = "") -> judge.BallotCast:
    """Return an order or a choice: each letter is an item."""
    return judge.BallotCast(step, member, tuple(answer), because)


def listed(*several: str) -> Say:
    """Return several as one cell."""
    return Say("record-list", {"list": several})


FIRST = (
    cast("rank", "ana", "abc", "Trust first"),
    cast("rank", "ben", "abc"),
    cast("rank", "cam", "cba"),
    judge.Revealed("rank", ()),
)
SECOND = (
    opened("again", *"abc"),
    cast("again", "ana", "abc"),
    cast("again", "ben", "abc"),
    cast("again", "cam", "acb"),
    judge.Revealed("again", ()),
)
BOTH = of(*case_room(RANK, AGAIN), opened("rank", *"abc"), *FIRST, *SECOND)


def chosen() -> Record:
    """Return the record of a choice of one in three."""
    held = replace(CHOOSE, prompt="What matters?")
    return of(
        *case_room(held),
        opened("choose", *"abc"),
        cast("choose", "ana", "a", "It is first"),
        cast("choose", "ben", "a"),
        judge.BallotCast("choose", "cam", (), "I never met him", unsure=True),
        judge.Revealed("choose", (), ("eve",)),
    )


def opened_marks(settings: judge.Settings = SCALE, *, minuted: Minuted = "full") -> Record:
    """Return the record of a scale that three people answered."""
    step = replace(SAFE, settings=settings, minuted=minuted)
    casts = (
        judge.BallotCast("safe", m, (), "", {ITSELF: mark}, {ITSELF: f"says {m}"})
        for m, mark in (("ana", 1), ("ben", 6), ("cam", None))
    )
    agencies = {"ana": "Health", "ben": "Police", "cam": "Health"}
    revealed = judge.Revealed("safe", (), agencies=agencies)
    return of(*case_room(step), opened("safe", ITSELF), *casts, revealed)
