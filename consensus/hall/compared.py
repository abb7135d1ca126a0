"""Tables compared: what each found, how far apart they are, and how far each came."""

from msgspec import Struct

from consensus.hall.seating import TableId
from consensus.items import ItemId, StepId
from consensus.ranking.tables import Comparison, ItemSplit, ResultComparison

Bands = tuple[tuple[ItemId, ...], ...]


class FoundRecord(Struct, frozen=True, tag="found"):
    """Wall: what a table has agreed so far: its places in order, and what it set aside.

    A place that is not settled is empty. `dissents` counts the kept "no" over all places, and
    `agreed` says that every place is filled and everybody there can stand behind each.
    """

    table: TableId
    places: tuple[ItemId | None, ...]
    aside: tuple[ItemId, ...]
    dissents: int
    agreed: bool


class StatementRecord(Struct, frozen=True, tag="statement"):
    """Wall: a statement of the exercise, and in how many tables' agreed places it stands."""

    id: ItemId
    text: str
    tables: int


class PassRecord(Struct, frozen=True, tag="pass"):
    """Wall: which private ranking is compared: that of a step, opened at so many tables by people.

    `first` is the one before any talk, where there were two.
    """

    step: StepId
    title: str
    tables: int
    people: int
    first: StepId | None


class DistancesRecord(Struct, frozen=True, tag="distances"):
    """Wall: how far apart people are within tables and between them; nothing for too few."""

    comparison: Comparison | None


class SplitsRecord(Struct, frozen=True, tag="splits"):
    """Wall: which statements split tables, and which split people wherever they sit."""

    items: tuple[ItemSplit, ...]


class ResultsRecord(Struct, frozen=True, tag="results"):
    """Wall: the tables' agreed lists beside one another; nothing where none has one."""

    comparison: ResultComparison | None


class Journey(Struct, frozen=True):
    """How far a table came. Shares of pairs, 0 to 1; nothing under three people.

    `first` and `last`: how much of its members' first and last private orders the agreed list puts
    the other way round. `agreement_first`, `agreement_last`: how often two of its people put two
    statements in the same order, then and at last.
    """

    table: TableId
    people: int
    first: float | None
    last: float | None
    agreement_first: float | None
    agreement_last: float | None


class JourneysRecord(Struct, frozen=True, tag="journeys"):
    """Wall: how far each table's agreed list lies from what its members said alone."""

    journeys: tuple[Journey, ...]


class OrdersRecord(Struct, frozen=True, tag="orders"):
    """Wall: one order over everybody's last private one, beside one over the tables' lists.

    Between items of a band no order is claimed. `exact` is false where it is not proven the best.
    """

    everybody: Bands
    people: int
    over_tables: Bands
    tables: int
    exact: bool


Record = (
    FoundRecord
    | StatementRecord
    | PassRecord
    | DistancesRecord
    | SplitsRecord
    | ResultsRecord
    | JourneysRecord
    | OrdersRecord
)
