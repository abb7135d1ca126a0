"""Judges what the log holds in the end against what the clients were told."""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from msgspec import Struct

from consensus import events as e
from consensus import views
from consensus.meeting import decide, evolve, start
from consensus.people import MemberId
from consensus.refusal import Refusal
from consensus.state import Meeting
from server.log import Entry
from tests.faults.checker import Violation, final
from tests.faults.history import History, Reached
from tests.faults.outcomes import Outcome, outcomes
from tests.faults.replay import Replay

Run = tuple[int, int]


def check_log(entries: Sequence[Entry], histories: Sequence[History]) -> list[Violation]:
    """Return every promise to the clients that the log of their room breaks."""
    found = outcomes(histories)
    runs = _runs([entry for entry in entries if not isinstance(entry.event, e.CommandAnswered)])
    return [
        *_positions(entries),
        *_once(runs, found),
        *_answered(entries, runs, found),
        *_strangers(runs, found, {history.member for history in histories}),
        *_told(entries, histories, [o for o in found if (o.by, o.id) not in runs]),
    ]


# --- entries ----------------------------------------------------------------------------------


def _positions(entries: Sequence[Entry]) -> Iterator[Violation]:
    for expected, entry in enumerate(entries, start=1):
        if entry.position != expected:
            yield Violation(
                "hole in the log", "log", f"{entry.position} stands where {expected} should"
            )
            return


def _runs(entries: Sequence[Entry]) -> dict[tuple[MemberId, str], list[Run]]:
    """Return where each command's events lie, as stretches of the log."""
    runs: dict[tuple[MemberId, str], list[Run]] = {}
    for (by, command), group in groupby(entries, key=lambda entry: (entry.by, entry.command)):
        if by and command:
            stretch = list(group)
            runs.setdefault((by, command), []).append((stretch[0].position, stretch[-1].position))
    return runs


def _once(
    runs: dict[tuple[MemberId, str], list[Run]], found: Sequence[Outcome]
) -> Iterator[Violation]:
    for outcome in found:
        kept = runs.get((outcome.by, outcome.id), [])
        if len(kept) > 1:
            yield Violation("done twice", outcome.by, f"{outcome.id} lies at {kept}")
        if kept and outcome.refused:
            yield Violation("refused, but done", outcome.by, f"{outcome.id} lies at {kept}")
        if kept and outcome.position is not None and kept[-1][1] != outcome.position:
            how = f"{outcome.id} was acknowledged at {outcome.position}, and lies at {kept}"
            yield Violation("other position", outcome.by, how)


def _answered(
    entries: Sequence[Entry], runs: dict[tuple[MemberId, str], list[Run]], found: Sequence[Outcome]
) -> Iterator[Violation]:
    """Expect what was written down as the answer to be it, and of a command that did nothing."""
    told = {(outcome.by, outcome.id): outcome for outcome in found}
    for entry in entries:
        if not isinstance(entry.event, e.CommandAnswered) or not entry.by or not entry.command:
            continue
        if (entry.by, entry.command) in runs:
            how = f"{entry.command} is answered at {entry.position}, and was done"
            yield Violation("done twice", entry.by, how)
        outcome = told.get((entry.by, entry.command))
        answer = entry.event.refused or entry.position
        given = [*outcome.declined, *outcome.positions] if outcome else []
        if given and answer not in given:
            how = f"{entry.command} was told other than {answer} at {entry.position}"
            yield Violation("other answer", entry.by, how)


def _strangers(
    runs: dict[tuple[MemberId, str], list[Run]],
    found: Sequence[Outcome],
    members: set[MemberId | None],
) -> Iterator[Violation]:
    sent = {(outcome.by, outcome.id) for outcome in found}
    for by, command_id in runs.keys() - sent:
        if by in members:
            yield Violation("never asked", by, f"{command_id} is in the log")


# --- what the log says that people should have been shown -------------------------------------


def _told(
    entries: Sequence[Entry], histories: Sequence[History], without_events: Sequence[Outcome]
) -> Iterator[Violation]:
    """Play the log, and compare at each position that clients or answers speak of."""
    silent: dict[int, list[Outcome]] = {}
    for outcome in without_events:
        if outcome.position is not None:
            silent.setdefault(outcome.position, []).append(outcome)
    shown = _shown(histories)
    ended = [(history, final(history)) for history in histories if history.finished]
    last = max((replay.position for _, replay in ended), default=0)
    for position, meeting in _moments(entries):
        for outcome in silent.pop(position, []):
            yield from _without_effect(meeting, outcome)
        if position in shown:
            yield from _as_shown(meeting, position, shown[position])
        if position == last:
            for history, replay in ended:
                yield from _as_ended(meeting, history, replay)
    for position, left in silent.items():
        for outcome in left:
            how = f"{outcome.id} was acknowledged at {position}, where the log has nothing"
            yield Violation("lost", outcome.by, how)


def _moments(entries: Sequence[Entry]) -> Iterator[tuple[int, Meeting]]:
    if not entries or not isinstance(entries[0].event, e.MeetingPrepared):
        return
    meeting = start(entries[0].event)
    yield 1, meeting
    for entry in entries[1:]:
        meeting = evolve(meeting, entry.event)
        yield entry.position, meeting


def _without_effect(meeting: Meeting, outcome: Outcome) -> Iterator[Violation]:
    """Expect that what left no event would have changed nothing where it was acknowledged."""
    try:
        missing = decide(meeting, outcome.command, outcome.by, 0)
    except Refusal as refusal:
        missing, why = (), f"it would have been refused as {refusal.code}"
        yield Violation("lost", outcome.by, f"{outcome.id} is not in the log, and {why}")
    if missing:
        how = f"{outcome.id} was acknowledged at {outcome.position}, and is not in the log"
        yield Violation("lost", outcome.by, how)


class _Shown(Struct, frozen=True):
    name: str
    fingerprint: int
    everyone: dict[str, Struct]


def _shown(histories: Sequence[History]) -> dict[int, list[_Shown]]:
    """Return the different things that clients were shown at each position."""
    found: dict[int, list[_Shown]] = {}
    for history in histories:
        replay = Replay()
        for fact in history.facts:
            if isinstance(fact, Reached):
                replay.apply(fact.changes)
                known = found.setdefault(replay.position, [])
                if all(shown.fingerprint != replay.fingerprint for shown in known):
                    shown = _Shown(history.name, replay.fingerprint, dict(replay.everyone))
                    known.append(shown)
    return found


def _as_shown(meeting: Meeting, position: int, shown: Sequence[_Shown]) -> Iterator[Violation]:
    expected: dict[str, Struct] = dict(views.everyone(meeting))
    for one in shown:
        if one.everyone != expected:
            how = f"at {position} was shown {_differing(one.everyone, expected)}"
            yield Violation("not the log", one.name, how)


def _as_ended(meeting: Meeting, history: History, replay: Replay) -> Iterator[Violation]:
    expected: dict[str, Struct] = dict(views.everyone(meeting))
    if history.member is not None:
        expected.update(views.mine(meeting, history.member))
        if views.sees_chairs(meeting, history.member):
            expected.update(views.chairs(meeting))
    if replay.records != expected:
        how = f"ended with {_differing(replay.records, expected)}"
        yield Violation("not the log", history.name, how)


def _differing(shown: dict[str, Struct], expected: dict[str, Struct]) -> str:
    keys = sorted(k for k in shown.keys() | expected.keys() if shown.get(k) != expected.get(k))
    pairs = (f"{shown.get(key)} instead of {expected.get(key)}" for key in keys)
    return "; ".join(islice(pairs, 3))
