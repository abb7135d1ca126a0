"""What is measured: one big room, many small ones, several nodes, and an arrival storm."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from subprocess import SubprocessError

from msgspec.structs import replace

from bench.live import ours
from bench.live.crowd import Crowd, Run
from bench.live.house import House
from bench.live.load import LoadError, Pace
from bench.live.ours import Setting
from bench.live.peers import PEERS
from bench.live.receipts import milliseconds, of_others, only
from bench.live.rows import Asked, Figures, Row
from bench.live.served import Served

OURS = "Common Ground"

WARM_UP = 0.5

Server = tuple[str, Callable[[], AbstractContextManager[Served]]]
Measured = Iterator[tuple[str, Figures]]


def measured(row: Row, measure: Callable[[], Measured]) -> Iterator[Row]:
    """Yield a row for each load that is measured, or one that says why there is none."""
    try:
        for load, figures in measure():
            yield replace(row, load=load, figures=figures)
    except (LoadError, RuntimeError, SubprocessError) as error:
        yield replace(row, error=f"{type(error).__name__}: {error}")


def _servers(asked: Asked, house: House) -> list[Server]:
    own: Server = (OURS, lambda: ours.serving(Setting(), house))
    return [own, *((name, PEERS[name]) for name in asked.peers)]


# --- A and B --------------------------------------------------------------------------------------


def one_room(asked: Asked) -> Iterator[Row]:
    """One room: changes one by one, and offered at a rate."""
    for _ in range(asked.runs):
        for people in asked.people:
            house = House(people, command=asked.command)
            for name, serve in _servers(asked, house):
                row = Row("A", name, "", people)
                yield from measured(row, partial(_room, asked, serve, house))


def _room(
    asked: Asked, serve: Callable[[], AbstractContextManager[Served]], house: House
) -> Measured:
    with serve() as served, Crowd(served, house.sizes) as crowd:
        came_in = crowd.come_in()
        crowd.lone(WARM_UP)
        yield "lone", crowd.lone(asked.seconds).figures | came_in
        crowd.rest()
        yield f"{asked.per_second:.0f}/s", crowd.offered(asked.per_second, asked.seconds).figures


def many_rooms(asked: Asked) -> Iterator[Row]:
    """Many small rooms, with 64 changes under way in all of them together."""
    house = House(asked.room_of, asked.rooms, command=asked.command)
    for _ in range(asked.runs):
        for name, serve in _servers(asked, house):
            row = Row("B", name, "", asked.room_of, asked.rooms)
            yield from measured(row, partial(_rooms, asked, serve, house))


def _rooms(
    asked: Asked, serve: Callable[[], AbstractContextManager[Served]], house: House
) -> Measured:
    with serve() as served, Crowd(served, house.sizes, busy=house.rooms) as crowd:
        came_in = crowd.come_in()
        crowd.lone(WARM_UP, in_flight=64)
        yield "64 under way", crowd.lone(asked.seconds, in_flight=64).figures | came_in


# --- C --------------------------------------------------------------------------------------------


def several_nodes(asked: Asked) -> Iterator[Row]:
    """One room over nodes on PostgreSQL and Redis, beside one node with a file of its own."""
    settings = [Setting(), *(Setting(nodes, shared=True) for nodes in asked.nodes)]
    house = House(asked.spread, command=asked.command)
    for _ in range(asked.runs):
        for setting in settings:
            name = f"{OURS}, {'PostgreSQL and Redis' if setting.shared else 'a file'}"
            row = Row("C", name, "", asked.spread, nodes=setting.nodes)
            yield from measured(row, partial(_nodes, asked, setting, house))


def _nodes(asked: Asked, setting: Setting, house: House) -> Measured:
    with ours.serving(setting, house) as served, Crowd(served, house.sizes) as crowd:
        came_in = crowd.come_in()
        crowd.lone(WARM_UP)
        lone = crowd.lone(asked.seconds)
        yield "lone", lone.figures | came_in | _over_the_bus(lone, setting.nodes)
        crowd.rest()
        offered = crowd.offered(asked.per_second, asked.seconds)
        yield f"{asked.per_second:.0f}/s", offered.figures | _over_the_bus(offered, setting.nodes)


def _over_the_bus(run: Run, nodes: int) -> Figures:
    """Compare those on the sender's node with those on another."""
    if nodes == 1:
        return {}
    others = of_others(run.found, run.commands)
    # The bench has one room here, so a line's number is its seat's.
    same = run.commands["line"][others.command] % nodes == others.line % nodes
    here = milliseconds(only(others, same).waits, "same_node_")
    there = milliseconds(only(others, ~same).waits, "other_node_")
    added = there["other_node_p50_ms"] - here["same_node_p50_ms"]
    return {**here, **there, "bus_adds_p50_ms": added}


# --- D --------------------------------------------------------------------------------------------


def storm(asked: Asked) -> Iterator[Row]:
    """Many arrive within a second where some are already at work."""
    people = asked.there + asked.storm
    house = House(people, absent=asked.storm, command=asked.command)
    for _ in range(asked.runs):
        yield from measured(Row("D", OURS, "", people), lambda: _storm(asked, house))


def _storm(asked: Asked, house: House) -> Measured:
    with (
        ours.serving(Setting(), house) as served,
        Crowd(served, house.sizes, speakers=asked.there) as crowd,
    ):
        crowd.come_in(asked.there)
        quiet = Pace(seconds=asked.seconds, gap=0.1, in_flight=64)
        most = int(asked.seconds / quiet.gap)
        yield "before", crowd.timed(quiet, most).figures
        arriving = replace(
            quiet,
            lines=house.people,
            connects_at_once=asked.storm,
            connect_gap=1 / asked.storm,
        )
        run = crowd.timed(arriving, most)
        already = only(run.found, run.found.line < asked.there)
        newcomers = crowd.load.lines[asked.there :]
        waits = milliseconds(of_others(already, run.commands).waits, "")
        snapshots = milliseconds(newcomers["ready"] - newcomers["begun"], "snapshot_")
        until_all = float(newcomers["ready"].max() - newcomers["begun"].min()) / 1e9
        yield "storm", run.figures | waits | snapshots | {"until_all_have_one_s": until_all}
