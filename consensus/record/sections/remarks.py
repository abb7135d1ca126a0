"""Remarks: what people asked and saw differently, in their own words, and the answers."""

from collections.abc import Iterator

from consensus.record.lines import Fact, Line, Say, Section
from consensus.record.telling import Telling
from consensus.roomwide.remarks import Remark


def sections(told: Telling) -> Iterator[Section]:
    """Yield every remark that was not taken back, in the order in which they came."""
    found = told.meeting.beside.remarks.remarks
    lines = tuple(line for id, remark in found.items() for line in _lines(told, id, remark))
    yield Section("remarks", Say("record-remarks"), lines)


def _lines(told: Telling, id: str, remark: Remark) -> Iterator[Line]:
    step = next((each for each in told.found.steps if each.id == told.key(remark.step)), None)
    prefix = f"remark.{id}"
    facts: dict[str, Fact] = {
        "sort": remark.sort,
        "who": told.who(remark.by),
        "to": told.who(remark.to) if remark.to else "",
        "asked": "yes" if remark.to else "no",
        "step": step.title if step is not None else "",
        "known": "yes" if step is not None else "no",
    }
    about = (remark.by, remark.to or "")
    if step is not None and step.minuted != "full":
        # What people talk about in such a step stays between those who were there.
        said = Say("record-remark-stays", facts)
        yield told.line(prefix, "fact", said, readers="professionals", about=about)
        return
    said = Say("record-remark", {**facts, "words": remark.text, "said": _yes(remark.text)})
    yield told.line(prefix, "opinion", said, readers="professionals", whose=remark.by, about=about)
    if remark.quote:
        quote = Say("record-remark-of", {"who": told.who(remark.by), "words": remark.quote})
        yield told.line(f"{prefix}.of", "fact", quote, readers="professionals", about=about)
    if remark.safe:
        safe = Say("record-remark-safe", {"who": told.who(remark.by), "safe": remark.safe})
        yield told.line(f"{prefix}.safe", "fact", safe, readers="professionals", about=about)
    if remark.answer:
        answer = {"who": told.who(remark.answered_by), "words": remark.answer}
        yield told.line(
            f"{prefix}.answer",
            "opinion",
            Say("record-remark-answer", {**answer}),
            readers="professionals",
            whose=remark.answered_by or "",
        )
    ended = "settled" if remark.settled else "answered" if remark.answer else "open"
    how = Say("record-remark-ended", {"how": ended})
    yield told.line(f"{prefix}.ended", "fact", how, readers="professionals")


def _yes(words: str) -> str:
    return "yes" if words else "no"
