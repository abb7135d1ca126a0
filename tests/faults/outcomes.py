"""What became of every command that clients sent, by what the clients were told alone."""

from collections.abc import Iterable

from msgspec import Struct

from consensus.commands import PersonCommand
from consensus.people import MemberId
from tests.faults.history import Acknowledged, Declined, History, Sent


class Outcome(Struct):
    """One command: by whom, and every answer that it was ever given.

    Without an answer for good, it may have been done or not; both are right.
    """

    by: MemberId
    id: str
    command: PersonCommand
    positions: list[int]
    declined: list[str]

    @property
    def position(self) -> int | None:
        """Where its effects are kept, if it was acknowledged."""
        return self.positions[0] if self.positions else None

    @property
    def unknown(self) -> bool:
        """Whether nobody can say if it was done."""
        return not self.positions and not self.declined

    @property
    def refused(self) -> bool:
        """Whether it was said not to have been done."""
        return bool(self.declined) and not self.positions


def outcomes(histories: Iterable[History]) -> list[Outcome]:
    """Return the outcome of every command, each client's in the order of sending."""
    return [outcome for history in histories for outcome in _of_one(history).values()]


def unasked_answers(history: History) -> list[str]:
    """Return the ids that were answered without ever having been sent."""
    sent = {fact.id for fact in history.facts if isinstance(fact, Sent)}
    answers = (f.id for f in history.facts if isinstance(f, Acknowledged | Declined))
    return [command_id for command_id in answers if command_id not in sent]


def _of_one(history: History) -> dict[str, Outcome]:
    found: dict[str, Outcome] = {}
    for fact in history.facts:
        match fact:
            case Sent():
                by = history.member or ""
                found.setdefault(fact.id, Outcome(by, fact.id, fact.command, [], []))
            case Acknowledged() if fact.id in found:
                found[fact.id].positions.append(fact.position)
            case Declined() if fact.id in found and fact.for_good:
                found[fact.id].declined.append(fact.code)
            case _:
                pass
    return found
