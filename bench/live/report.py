"""The results as tables."""

import os
import platform
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from bench.live.processes import LOADS_CORE, SERVERS_CORE
from bench.live.rows import Row, medians

Column = tuple[str, Callable[[Row], str]]


class Report(Struct):
    """Everything that was measured, and where."""

    machine: dict[str, str | int]
    rows: list[Row]


def machine() -> dict[str, str | int]:
    """Say what the figures were taken on."""
    models = [
        line.split(":", 1)[1].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ]
    return {
        "processor": models[0] if models else platform.machine(),
        "cores": os.cpu_count() or 1,
        "servers_core": SERVERS_CORE,
        "load_generators_core": LOADS_CORE,
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
    }


def _figure(name: str, form: str = ",.0f", times: float = 1.0) -> Callable[[Row], str]:
    def cell(row: Row) -> str:
        found = row.figures.get(name)
        return "" if found is None else format(found * times, form)

    return cell


_WHO: list[Column] = [
    ("server", lambda row: row.server),
    ("people", lambda row: f"{row.people:,}"),
    ("load", lambda row: row.load),
]
_PER_CPU: Column = ("deliveries per CPU second", _figure("deliveries_per_cpu_second"))
_WAITS: list[Column] = [
    ("p50 ms", _figure("p50_ms", ".1f")),
    ("p99 ms", _figure("p99_ms", ".1f")),
    ("to everyone, p99 ms", _figure("everyone_p99_ms", ".1f")),
]
_BUSY: list[Column] = [
    ("server busy", _figure("server_busy", ".0%")),
    ("load generator busy", _figure("load_busy", ".0%")),
]
_COMMON: list[Column] = [
    _PER_CPU,
    ("deliveries per second", _figure("deliveries_per_second")),
    *_WAITS,
    ("frames per delivery", _figure("frames_per_delivery", ".3f")),
    *_BUSY,
]
_MEMORY: Column = ("kB per connection", _figure("memory_per_connection_kb", ".1f"))
_GROWTH: list[Column] = [
    ("ms of CPU per change", _figure("cpu_ms_per_change", ".3f")),
    ("µs of CPU per delivery", _figure("cpu_us_per_delivery", ".2f")),
    ("first frame from the log, ms", _figure("first_frame_ms", ".1f")),
]

TABLES: dict[str, tuple[str, list[Column]]] = {
    "ceiling": (
        "The load generator's own ceiling, against a sender that only sends",
        [
            ("lines", lambda row: f"{row.people:,}"),
            ("load", lambda row: row.load),
            ("changes received per second", _figure("deliveries_per_second")),
            ("per second of its CPU", _figure("deliveries_per_load_cpu_second")),
            ("load generator busy", _figure("load_busy", ".0%")),
        ],
    ),
    "A": ("One room", [*_WHO, *_COMMON, _MEMORY]),
    "B": (
        "Many small rooms",
        [
            *_WHO,
            ("rooms", lambda row: f"{row.rooms:,}"),
            ("commands per CPU second", _figure("changes_per_cpu_second")),
            *_COMMON,
            _MEMORY,
        ],
    ),
    "C": (
        "Several nodes",
        [
            *_WHO,
            ("nodes", lambda row: str(row.nodes)),
            *_COMMON,
            ("same node, p50 ms", _figure("same_node_p50_ms", ".1f")),
            ("other node, p50 ms", _figure("other_node_p50_ms", ".1f")),
            ("the bus adds, ms", _figure("bus_adds_p50_ms", ".1f")),
            ("PostgreSQL, µs per delivery", _figure("postgresql_cpu_us_per_delivery", ".2f")),
            ("Redis, µs per delivery", _figure("redis_cpu_us_per_delivery", ".2f")),
        ],
    ),
    "D": (
        "An arrival storm",
        [
            *_WHO,
            ("snapshot, p50 ms", _figure("snapshot_p50_ms")),
            ("snapshot, worst ms", _figure("snapshot_max_ms")),
            ("until all have one, s", _figure("until_all_have_one_s", ".2f")),
            ("those there: p50 ms", _figure("p50_ms", ".1f")),
            ("p99 ms", _figure("p99_ms", ".1f")),
            ("worst ms", _figure("max_ms", ".1f")),
            *_BUSY,
        ],
    ),
    "people": ("Cost against people", [_WHO[1], *_GROWTH, _MEMORY]),
    "history": (
        "Cost against the length of the history",
        [("events", lambda row: f"{row.history:,}"), *_GROWTH],
    ),
    "return": (
        "Coming back to a room that had left memory",
        [
            ("events", lambda row: f"{row.history:,}"),
            ("first frame from the log, ms", _figure("first_frame_ms", ".1f")),
            ("first frame after its return, ms", _figure("back_after_ms", ".1f")),
        ],
    ),
    "idle rooms": (
        "Cost against rooms that are idle",
        [
            ("idle rooms", lambda row: f"{row.idle_rooms:,}"),
            *_GROWTH,
            ("kB per idle room with one line", _figure("memory_per_idle_room_kb", ".1f")),
        ],
    ),
}


def markdown(report: Report) -> str:
    """Render medians as Markdown tables, one for each scenario that was measured."""
    where = ", ".join(f"{name.replace('_', ' ')} {v}" for name, v in report.machine.items())
    parts = [f"Medians of all runs. Machine: {where}.", *_sections(medians(report.rows))]
    return "\n\n".join(parts) + "\n"


def _sections(rows: list[Row]) -> Iterator[str]:
    for scenario, (title, columns) in TABLES.items():
        mine = [row for row in rows if row.scenario == scenario]
        if mine:
            failed = [
                f"- {row.server}, {row.people:,} people: {row.error}" for row in mine if row.error
            ]
            table = _table(columns, [row for row in mine if not row.error])
            yield "\n".join([f"### {title}", "", *table, *(["", *failed] if failed else [])])


def _table(columns: list[Column], rows: list[Row]) -> Iterable[str]:
    yield _line([name for name, _ in columns])
    yield _line(["---"] * len(columns))
    for row in rows:
        yield _line([cell(row) for _, cell in columns])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def sentence(row: Row) -> str:
    """Say in one line what a run came to, as it ends."""
    what = f"{row.scenario}: {row.server}, {row.people:,} people"
    extra = [
        f"{count:,} {name}"
        for name, count in (
            ("rooms", row.rooms if row.rooms > 1 else 0),
            ("nodes", row.nodes if row.nodes > 1 else 0),
            ("events", row.history),
            ("idle rooms", row.idle_rooms),
        )
        if count
    ]
    if row.error:
        return f"{', '.join([what, *extra])}: {row.error}"
    figures = row.figures
    said = [f"{figures[name]:,.0f} {text}" for name, text in _SAID.items() if name in figures]
    return f"{', '.join([what, *extra])}, {row.load}: {', '.join(said)}"


_SAID = {
    "deliveries_per_cpu_second": "deliveries per CPU second",
    "deliveries_per_load_cpu_second": "changes per second of the load generator's CPU",
    "p50_ms": "ms p50",
    "p99_ms": "ms p99",
    "snapshot_max_ms": "ms to the slowest snapshot",
    "back_after_ms": "ms to come back",
}
