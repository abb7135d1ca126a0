"""Judges what happened by the clients' own histories alone.

It knows nothing of how the server works: only what an acknowledgement, a refusal and a frame
promise. Each broken promise is a `Violation`; a run without any gives an empty list.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from tests.faults.history import Acknowledged, History, Reached, Sent, Welcomed
from tests.faults.outcomes import Outcome, outcomes, unasked_answers
from tests.faults.registers import Register, read, sees, touched
from tests.faults.replay import Replay
from tests.faults.timeline import Timeline, timelines


class Violation(Struct, frozen=True):
    """A promise that was broken: which, to whom, and how."""

    kind: str
    who: str
    how: str

    def __str__(self) -> str:
        return f"{self.kind} ({self.who}): {self.how}"


def check(histories: Sequence[History]) -> list[Violation]:
    """Return every promise that the histories show to be broken."""
    found = outcomes(histories)
    lines = timelines(found)
    shown: dict[tuple[str, int], tuple[int, str]] = {}
    violations = [*_answers(found), *_unasked(histories), *_contradictions(lines)]
    violations += [wrong for history in histories for wrong in _in_the_past(history)]
    for history in histories:
        violations += _Watch(history, lines, shown).all()
    return [*violations, *_converged(histories, found)]


# --- answers ----------------------------------------------------------------------------------


def _answers(found: Sequence[Outcome]) -> Iterator[Violation]:
    for outcome in found:
        if len(set(outcome.positions)) > 1:
            how = f"{outcome.id} was acknowledged at {sorted(set(outcome.positions))}"
            yield Violation("two positions", outcome.by, how)
        if outcome.positions and outcome.declined:
            how = f"{outcome.id} was acknowledged, and refused as {outcome.declined[0]}"
            yield Violation("done and refused", outcome.by, how)


def _unasked(histories: Sequence[History]) -> Iterator[Violation]:
    for history in histories:
        for command_id in unasked_answers(history):
            yield Violation("never asked", history.name, f"{command_id} was answered")


def _in_the_past(history: History) -> Iterator[Violation]:
    """Expect that whoever asks once more is never answered from before what they did already."""
    done = 0
    asked: dict[str, int] = {}
    for fact in history.facts:
        match fact:
            case Sent():
                asked.setdefault(fact.id, done)
            case Acknowledged():
                if fact.position < asked.get(fact.id, 0):
                    how = f"{fact.id} at {fact.position}, sent after {asked[fact.id]} was answered"
                    yield Violation("answered from the past", history.name, how)
                done = max(done, fact.position)
            case _:
                pass


def _contradictions(lines: dict[Register, Timeline]) -> Iterator[Violation]:
    for register, line in lines.items():
        if both := line.contradiction():
            position, one, other = both
            how = f"both {one!r} and {other!r} were acknowledged at {position}"
            yield Violation("contradiction", "/".join(register), how)


# --- frames -----------------------------------------------------------------------------------


class _Watch:
    """Goes through one client's history, frame by frame."""

    def __init__(
        self,
        history: History,
        lines: dict[Register, Timeline],
        shown: dict[tuple[str, int], tuple[int, str]],
    ) -> None:
        self._name = history.name
        self._history = history
        self._member = history.member
        self._lines = {r: line for r, line in lines.items() if sees(self._member, r)}
        self._shown = shown
        self._replay = Replay()
        self._epoch = ""
        self._reached_in = ""

    def all(self) -> Iterator[Violation]:
        """Yield what is wrong with the frames of this client."""
        for fact in self._history.facts:
            match fact:
                case Welcomed():
                    self._epoch = fact.epoch
                    if fact.member != self._member:
                        yield self._wrong("somebody else", "a later welcome named another member")
                case Reached():
                    yield from self._frame(fact)
                case _:
                    pass

    def _frame(self, fact: Reached) -> Iterator[Violation]:
        changes, known = fact.changes, self._replay.position
        if changes.end < known and self._epoch == self._reached_in:
            yield self._wrong("went back", f"from {known} to {changes.end} in one epoch")
        if not changes.fresh and (changes.start != known or self._epoch != self._reached_in):
            yield self._wrong("gap", f"a frame starts at {changes.start}, not at {known}")
        if changes.end < changes.start:
            yield self._wrong("went back", f"a frame from {changes.start} to {changes.end}")
        start = 0 if changes.fresh else known
        keys = self._replay.apply(changes)
        self._reached_in = self._epoch
        yield from self._registers(keys, start)
        yield from self._same_for_all()

    def _registers(self, keys: set[str], start: int) -> Iterator[Violation]:
        """Hold what is shown against what was written, wherever either has changed."""
        end = self._replay.position
        changed = touched(keys, self._member)
        changed |= {r for r, line in self._lines.items() if line.written_within(start, end)}
        for register in sorted(changed):
            line = self._lines.get(register, Timeline(register))
            value = read(self._replay.records, register)
            if trouble := line.trouble(value, end):
                kind, why = trouble
                yield self._wrong(kind, f"{'/'.join(register)} at {end} shows {value!r}: {why}")

    def _same_for_all(self) -> Iterator[Violation]:
        """Expect that at one position everybody is shown one and the same."""
        moment = self._epoch, self._replay.position
        mine = self._replay.fingerprint
        theirs, name = self._shown.setdefault(moment, (mine, self._name))
        if theirs != mine:
            yield self._wrong("diverged", f"at {moment[1]} {name} was shown something else")

    def _wrong(self, kind: str, how: str) -> Violation:
        return Violation(kind, self._name, how)


# --- the end ----------------------------------------------------------------------------------


def _converged(histories: Sequence[History], found: Sequence[Outcome]) -> Iterator[Violation]:
    """Expect that in the end all have the same, and everything that was acknowledged is in it."""
    ended = {history.name: final(history) for history in histories if history.finished}
    if not ended:
        yield Violation("nobody left", "all", "no client was there at the end")
        return
    furthest = max(replay.position for replay in ended.values())
    example = next(replay for replay in ended.values() if replay.position == furthest)
    for name, replay in ended.items():
        if replay.position != furthest:
            how = f"ended at {replay.position}, others at {furthest}"
            yield Violation("not converged", name, how)
        elif replay.everyone != example.everyone:
            yield Violation("not converged", name, _difference(replay, example))
    for outcome in found:
        if outcome.position is not None and outcome.position > furthest:
            how = f"{outcome.id} was kept at {outcome.position}, but all ended at {furthest}"
            yield Violation("lost", outcome.by, how)


def final(history: History) -> Replay:
    """Return what a client had in the end."""
    replay = Replay()
    for fact in history.facts:
        if isinstance(fact, Reached):
            replay.apply(fact.changes)
    return replay


def _difference(one: Replay, other: Replay) -> str:
    keys = one.everyone.keys() | other.everyone.keys()
    differing = sorted(k for k in keys if one.everyone.get(k) != other.everyone.get(k))
    return f"ended with other records under {', '.join(differing[:5])}"
