"""What was proposed to be put right in the record, and what became of it."""

from collections.abc import Iterable, Iterator

from consensus.record.labels import narrower
from consensus.record.lines import Cell, Line, Say, Section
from consensus.record.lines import Moment as At
from consensus.record.telling import Telling
from consensus.roomwide.corrections import SECTION, Correction

_COLUMNS = ("who", "said", "instead", "why", "answer")


def sections(told: Telling, others: Iterable[Section]) -> Iterator[Section]:
    """Yield the corrections; `others` are the sections whose lines they are about."""
    known = {line.id: line for section in others for line in section.lines}
    yield Section(
        SECTION,
        Say("corrections-heading"),
        tuple(
            _line(told, f"{SECTION}.{name}", each, known.get(each.line))
            for name, each in told.found.beside.corrections.items()
        ),
        tuple(Say("corrections-column", {"name": name}) for name in _COLUMNS),
        empty=Say("corrections-none"),
    )


def _line(told: Telling, name: str, each: Correction, line: Line | None) -> Line:
    """Return a correction, for those who may read the line that it is about.

    What those at work with a family think each other got wrong is no matter of the family's: what
    came of it stands in the line.
    """
    answerer = (each.answer.by,) if each.answer is not None else ()
    readers = narrower(line.readers, each.readers) if line is not None else "restricted"
    by = told.found.person(each.by)
    if told.meeting.case and not (by is not None and by.role in {"family", "advocate"}):
        readers = narrower(readers, "professionals")
    return told.kept(
        name,
        "opinion",
        Say("corrections-by", {"who": told.who(each.by), "when": At(each.at, "day")}),
        each.was,
        each.words,
        each.because,
        _answer(told, each),
        readers=readers,
        whose=each.by,
        about=(each.by, *answerer, *(line.about if line is not None else ())),
    )


def _answer(told: Telling, each: Correction) -> Cell:
    if each.withdrawn is not None:
        return Say("corrections-withdrawn", {"when": At(each.withdrawn, "day")})
    if each.answer is None:
        return Say("corrections-not-answered")
    facts = {
        "who": told.who(each.answer.by),
        "when": At(each.answer.at, "day"),
        "why": each.answer.reason,
        "reason": "yes" if each.answer.reason else "no",
    }
    return Say("corrections-accepted" if each.answer.accepted else "corrections-declined", facts)
