"""What stands beside the agenda: what people mean by words, what was parked, the statements."""

from collections.abc import Iterator

from consensus.people import MemberId
from consensus.record.lines import Fact, Label, Line, LineId, Say, Section
from consensus.record.sections.steps import some
from consensus.record.telling import Telling, columns, ids
from consensus.roomwide.glossary import CARRIED


def sections(told: Telling) -> Iterator[Section]:
    """Yield the parking list, and the words that people use."""
    yield Section("parking", Say("record-parking"), tuple(_parked(told)))
    yield Section("glossary", Say("record-glossary"), tuple(_words(told)))


def statements(told: Telling) -> Iterator[Section]:
    """Yield the statements, if any, with the letters by which the sections after it call them."""
    if not told.letters:
        return
    yield Section(
        "statements",
        Say("record-statements"),
        tuple(
            told.line(
                f"statement.{item}", "fact", letter, told.words(item), readers="professionals"
            )
            for item, letter in told.letters.items()
        ),
        columns(("letter", "statement")),
    )
    yield from some("worded", Say("record-worded"), tuple(_before(told)))


def _before(told: Telling) -> Iterator[Line]:
    """Yield what statements said before somebody worded them anew, and what stands for them now."""
    letters = told.letters
    for item, history in told.meeting.wordings.histories.items():
        id, letter = f"worded.{item}", letters[item]
        for number, before in enumerate(history.before, start=1):
            facts: dict[str, Fact] = {
                "letter": letter,
                "words": before.text,
                "joined": letters.get(before.joined, ""),
                "how": "joined" if before.joined else "rewritten",
                "who": told.who(before.by),
            }
            yield _changed(told, f"{id}.{number}", Say("record-worded-before", facts), before.by)
        if history.gone is not None:
            instead = [letters[each] for each in history.gone.into]
            gone: dict[str, Fact] = {
                "letter": letter,
                "instead": tuple(instead),
                "who": told.who(history.gone.by),
            }
            yield _changed(told, f"{id}.gone", Say("record-worded-gone", gone), history.gone.by)


def _changed(told: Telling, id: LineId, said: Say, by: MemberId) -> Line:
    return told.line(id, "fact", said, readers="professionals", about=(by,))


def _parked(told: Telling) -> Iterator[Line]:
    for id, entry in told.meeting.beside.parking.entries.items():
        facts = {
            "words": entry.text,
            "who": told.who(entry.by),
            "lead": "yes" if entry.for_lead else "no",
            "done": "yes" if entry.done is not None else "no",
            "by": told.who(entry.done) if entry.done is not None else "",
        }
        yield told.line(
            f"parking.{id}",
            "fact",
            Say("record-parked", facts),
            readers="professionals",
            whose=entry.by,
            about=(entry.by, entry.done or ""),
        )


def _words(told: Telling) -> Iterator[Line]:
    terms = told.found.beside.glossary
    names = ids("glossary", (term.word for term in terms))
    for term in terms:
        for author, meaning in term.meanings.items():
            agreed = "agreed" if term.agreed == author else "several"
            facts = {
                "word": term.word,
                "words": meaning.text,
                "who": told.who(author) if author != CARRIED else Say("record-earlier-meeting"),
                "how": agreed if term.agreed is not None or len(term.meanings) > 1 else "one",
                "same": len(meaning.same),
                "others": told.everybody(meaning.same),
            }
            id = f"{names[term.word]}.{author}" if author != CARRIED else f"{names[term.word]}.-"
            label: Label = "decision" if term.agreed == author else "opinion"
            said = Say("record-word", facts)
            yield told.line(id, label, said, whose=author, about=(author, *meaning.same))
