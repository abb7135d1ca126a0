"""What was written to one register, where in the log, as the answers to its writers tell."""

from bisect import bisect_right
from collections.abc import Iterable

from tests.faults.outcomes import Outcome
from tests.faults.registers import Register, Value, before, written


class Timeline:
    """The values of one register by position, and those that nobody knows the fate of."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._positions: list[int] = []
        self._values: list[Value] = []
        self._unknown: list[Value] = []
        self._refused: list[Value] = []

    def add(self, outcome: Outcome, value: Value) -> None:
        """Take in one write; those of each client have to come in the order of sending."""
        if outcome.position is not None:
            at = bisect_right(self._positions, outcome.position)
            self._positions.insert(at, outcome.position)
            self._values.insert(at, value)
        elif outcome.refused:
            self._refused.append(value)
        else:
            self._unknown.append(value)

    def written_within(self, start: int, end: int) -> bool:
        """Say whether something was written after one position and up to another."""
        return bisect_right(self._positions, start) < bisect_right(self._positions, end)

    def trouble(self, value: Value, position: int) -> tuple[str, str] | None:
        """Return what is wrong with showing a value at a position, and why; nothing if it fits."""
        count = bisect_right(self._positions, position)
        expected = self._values[count - 1] if count else before(self._register)
        if value == expected or value in self._unknown:
            return None
        if value in self._values[count:]:
            return "too early", "that was acknowledged at a later position"
        if value in self._refused:
            return "refused, but done", "that was refused"
        if value in self._values[:count] or value == before(self._register):
            where = self._positions[count - 1] if count else 0
            return "lost", f"{expected!r} was acknowledged at {where}"
        return "out of nowhere", "nobody wrote that"

    def contradiction(self) -> tuple[int, Value, Value] | None:
        """Return two values that were both acknowledged as the last at one position, if any.

        A position has one event. Whatever else was acknowledged there changed nothing, and so
        must have asked for what stood there already.
        """
        pairs = zip(self._positions, self._values, strict=True)
        last: tuple[int, Value] | None = None
        for position, value in pairs:
            if last is not None and last[0] == position and last[1] != value:
                return position, last[1], value
            last = position, value
        return None


def timelines(found: Iterable[Outcome]) -> dict[Register, Timeline]:
    """Return every register that a command was ever sent for."""
    lines: dict[Register, Timeline] = {}
    for outcome in found:
        if (write := written(outcome.command, outcome.by)) is not None:
            register, value = write
            lines.setdefault(register, Timeline(register)).add(outcome, value)
    return lines
