"""Which copies of the record were given out to people who asked for theirs: one line each."""

from collections import Counter
from collections.abc import Iterator

from consensus.disclosure.withholding import GROUNDS
from consensus.record.lines import Fact, Line, Moment, Say, Section
from consensus.record.telling import Telling
from consensus.roomwide.disclosures import Copy


def sections(told: Telling) -> Iterator[Section]:
    """Yield the copies, for those who keep the record; before the first there is no section."""
    copies = told.meeting.beside.disclosures.copies
    if copies:
        lines = tuple(_line(told, copy_id, copy) for copy_id, copy in copies.items())
        yield Section("disclosures", Say("record-disclosures"), lines)


def _line(told: Telling, copy_id: str, copy: Copy) -> Line:
    counts = Counter(copy.withheld.values())
    grounds = tuple(
        Say("record-disclosed-ground", {"ground": ground, "count": counts[ground]})
        for ground in GROUNDS
        if counts[ground]
    )
    facts: dict[str, Fact] = {
        "reference": copy.reference,
        "when": Moment(copy.at, "day"),
        "by": told.who(copy.by),
        "edition": copy.edition,
        "given": copy.given,
        "withheld": len(copy.withheld),
        "grounds": grounds,
    }
    said = Say("record-disclosed", facts)
    return told.kept(f"disclosures.{copy_id}", "fact", said, readers="restricted", about=(copy.by,))
