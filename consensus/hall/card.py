"""A table's card: how it gets on, for the trainer. Nothing that anybody answered is in it."""

from msgspec import Struct

from consensus.hall.seating import TableId
from consensus.items import StepId
from consensus.refusal import Code


class TableCardRecord(Struct, frozen=True, tag="table_card"):
    """Trainers: one table. Times are in ms.

    Of `of` steps, it is at number `number`, which it has spent `spent` on without the stretch that
    runs since `running`; the step is planned for `minutes`. `answered` of `expected` people have
    answered what is asked privately now; nothing where nothing is. `agreement` is that of the last
    opened ranking by so many `people`, 0 to 1 with chance at 0.5; nothing under three people.
    `late` is how many ms it is behind the plan. `behind` says why it could not go where all went.
    """

    table: TableId
    step: StepId | None
    number: int
    of: int
    title: str
    running: int | None
    spent: int
    minutes: int
    late: int
    paused: bool
    held: bool
    chair: str
    runs_itself: bool
    seated: int
    here: int
    answered: int | None
    expected: int
    ready: int
    help: int | None
    behind: Code | None
    agreement: float | None
    people: int
    finished: bool
