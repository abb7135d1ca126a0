"""One line of the results, and what is asked for on the command line."""

from statistics import median

from msgspec import Struct
from msgspec.structs import asdict

Figures = dict[str, float]


class Row(Struct, frozen=True, omit_defaults=True):
    """What one server did under one load, once. `error` says why there are no figures."""

    scenario: str
    server: str
    load: str
    people: int
    rooms: int = 1
    nodes: int = 1
    history: int = 0
    idle_rooms: int = 0
    figures: Figures = {}
    error: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """What runs of the same thing have in common."""
        return tuple(v for name, v in asdict(self).items() if name not in {"figures", "error"})


class Asked(Struct, frozen=True):
    """What to measure: `people` in one room, `rooms` of `room_of`, one room of `spread` on `nodes`,
    a `storm` where some are `there`, and curves; `runs` times each, under loads of some `seconds`.
    """

    people: tuple[int, ...] = (100, 1_000, 5_000)
    peers: tuple[str, ...] = ()
    command: str = "hand"
    seconds: float = 5.0
    runs: int = 3
    rooms: int = 200
    room_of: int = 10
    spread: int = 1_000
    nodes: tuple[int, ...] = (1, 2, 4)
    there: int = 100
    storm: int = 1_000
    per_second: float = 300.0
    growing_people: tuple[int, ...] = (10, 30, 100, 300, 1_000, 3_000, 5_000)
    growing_history: tuple[int, ...] = (100, 1_000, 10_000, 100_000)
    growing_return: tuple[int, ...] = (100, 1_000, 10_000, 100_000)
    growing_idle: tuple[int, ...] = (0, 500, 1_000, 2_000)


def medians(rows: list[Row]) -> list[Row]:
    """Return one row for the runs of each thing, with the median of each figure."""
    found: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(row.key, []).append(row)
    return [_median(same) for same in found.values()]


def _median(same: list[Row]) -> Row:
    good = [row for row in same if not row.error]
    if not good:
        return same[0]
    names = [name for name in good[0].figures if all(name in row.figures for row in good)]
    figures = {name: median(row.figures[name] for row in good) for name in names}
    return Row(**{**asdict(good[0]), "figures": figures})
