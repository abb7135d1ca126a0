import numpy as np

from bench.live.load import COMMAND, RECEIPT, Records
from bench.live.receipts import deliveries, milliseconds, of_others, only, until_everyone

MS = 1_000_000


def commands(*rows: tuple[int, int, int, int]) -> Records:
    """Commands by (line, sent, acked, position)."""
    found = np.zeros(len(rows), COMMAND)
    for command, values in zip(found, rows, strict=True):
        for name, value in zip(("line", "sent", "acked", "position"), values, strict=True):
            command[name] = value
    return found


def receipts(*rows: tuple[int, int, int, int]) -> Records:
    """Receipts by (at, line, from, to)."""
    return np.array([(*row, 0) for row in rows], RECEIPT)


def test_a_frame_that_merges_changes_delivers_each_of_them() -> None:
    sent = commands((0, 10, 11, 5), (1, 20, 21, 6))
    found = deliveries(receipts((100, 1, 4, 6)), sent, np.array([0, 0]))
    assert found.command.tolist() == [0, 1]
    assert found.waits.tolist() == [90, 80]


def test_positions_that_are_nobodys_command_are_no_deliveries() -> None:
    found = deliveries(receipts((100, 0, 1, 9)), commands((0, 10, 11, 5)), np.array([0]))
    assert found.command.tolist() == [0]


def test_a_command_without_an_answer_delivers_nothing() -> None:
    found = deliveries(receipts((100, 0, 0, 3)), commands((0, 10, 0, 0)), np.array([0]))
    assert found.command.tolist() == []


def test_the_same_position_in_another_room_is_another_change() -> None:
    sent = commands((0, 10, 11, 2), (2, 30, 31, 2))
    rooms = np.array([0, 0, 1, 1])
    found = deliveries(receipts((50, 1, 1, 2), (60, 3, 1, 2)), sent, rooms)
    assert found.command.tolist() == [0, 1]
    assert found.waits.tolist() == [40, 30]


def test_the_sender_does_not_count_among_the_others() -> None:
    sent = commands((0, 10, 11, 2))
    found = of_others(
        deliveries(receipts((20, 0, 1, 2), (50, 1, 1, 2)), sent, np.array([0, 0])), sent
    )
    assert found.line.tolist() == [1]
    assert only(found, found.line < 1).waits.tolist() == []


def test_everyone_has_a_change_when_the_last_one_has_it() -> None:
    sent = commands((0, 10, 11, 2), (0, 100, 101, 3))
    told = receipts((20, 0, 1, 2), (50, 1, 1, 2), (120, 0, 2, 3), (130, 1, 2, 3))
    assert until_everyone(deliveries(told, sent, np.array([0, 0]))).tolist() == [40, 30]


def test_figures_are_in_milliseconds() -> None:
    waits = np.arange(1, 102) * MS
    assert milliseconds(waits, "x_") == {"x_p50_ms": 51.0, "x_p99_ms": 100.0, "x_max_ms": 101.0}
    assert milliseconds(waits[:0], "x_") == {}
