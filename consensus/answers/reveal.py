"""The reveal: what everyone sees of private answers once they are open, and of whom."""

from collections.abc import Iterable

from msgspec import Struct

from consensus.answers.ballots import Ballot, Unnamed
from consensus.answers.figures import Figures
from consensus.answers.tallies import Tally
from consensus.items import StepId
from consensus.people import MemberId


class BallotRecord(Struct, frozen=True, tag="ballot"):
    """Everyone, after the reveal of answers by name: one member's answer."""

    step: StepId
    member: MemberId
    ballot: Ballot


class UnnamedRecord(Struct, frozen=True, tag="unnamed"):
    """Everyone, after the reveal by agency or unattributed: an answer, and at most its agency."""

    step: StepId
    agency: str
    ballot: Ballot


class FiguresRecord(Struct, frozen=True, tag="figures"):
    """Everyone, after the reveal of a ranking: spread, agreement, movement."""

    step: StepId
    figures: Figures


class TallyRecord(Struct, frozen=True, tag="tally"):
    """Everyone, after the reveal: the count by person and by agency."""

    step: StepId
    tally: Tally


Record = BallotRecord | UnnamedRecord | FiguresRecord | TallyRecord


def unnamed(step: StepId, answers: Iterable[Unnamed]) -> dict[str, UnnamedRecord]:
    """Return the records, by key, of opened answers that are not shown by name."""
    return {
        f"unnamed/{step}/{number}": UnnamedRecord(step, each.agency, each.ballot)
        for number, each in enumerate(answers, start=1)
    }


def drawn(step: StepId, shown: Figures | None) -> dict[str, FiguresRecord]:
    """Return the record of a ranking's figures by its key, where it has any."""
    return {f"figures/{step}": FiguresRecord(step, shown)} if shown is not None else {}
