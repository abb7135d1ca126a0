"""Immediate risk: that it was raised, when, and what came of it; the words for very few.

While the meeting goes on, the words are for the chair and whoever raised it, and stand in no
record. After the close they are in it, for those who keep it (decision 17).
"""

from collections.abc import Iterator

from consensus.record.lines import Fact, Line, LineId, Moment, Say, Section
from consensus.record.telling import Telling, moment
from consensus.roomwide.risk import Plan, Risk, StoodDown


def sections(told: Telling) -> Iterator[Section]:
    """Yield everything that was raised, in order."""
    found = told.meeting.beside.risks.risks
    lines = tuple(line for id, risk in found.items() for line in _lines(told, id, risk))
    yield Section("risks", Say("record-risks"), lines, empty=Say("record-no-risk"))


def _lines(told: Telling, id: str, risk: Risk) -> Iterator[Line]:
    prefix, raised = f"risk.{id}", {"who": told.who(risk.by), "when": Moment(risk.at, "both")}
    said = Say("record-risk", {**raised})
    yield told.line(prefix, "fact", said, readers="professionals", about=(risk.by,))
    ended = told.found.closed is not None
    if risk.what and ended:
        yield _private(told, f"{prefix}.what", "what", risk.what, risk.by)
    match risk.answer:
        case None:
            open_still = Say("record-risk-open")
            yield told.line(f"{prefix}.ended", "fact", open_still, readers="professionals")
        case Plan() as plan:
            facts: dict[str, Fact] = {
                "convenes": plan.convenes,
                "due": moment(plan.due),
                "who": told.who(plan.by),
                "when": Moment(plan.at, "time"),
            }
            planned = Say("record-risk-plan", facts)
            yield told.line(
                f"{prefix}.ended", "decision", planned, readers="professionals", about=(plan.by,)
            )
            if plan.told and ended:
                yield _private(told, f"{prefix}.told", "told", plan.told, plan.by)
        case StoodDown() as down:
            calmed: dict[str, Fact] = {
                "who": told.who(down.by),
                "when": Moment(down.at, "time"),
            }
            yield told.line(
                f"{prefix}.ended",
                "decision",
                Say("record-risk-stood-down", calmed),
                readers="professionals",
                about=(down.by,),
            )
            if ended:
                yield _private(told, f"{prefix}.because", "because", down.because, down.by)


def _private(told: Telling, id: LineId, part: str, words: str, by: str) -> Line:
    """Return words of an alert: in no room are they everybody's."""
    said = Say("record-risk-words", {"part": part, "words": words})
    return told.kept(id, "opinion", said, readers="restricted", whose=by)
