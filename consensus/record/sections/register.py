"""What was written down about who is involved: the lead worker, consent, exclusions, who else."""

from collections.abc import Iterator

from consensus.record.lines import Label, Line, Moment, Say, Section
from consensus.record.telling import Telling, day, ids
from consensus.roomwide.register import LeftOut


def sections(told: Telling) -> Iterator[Section]:
    """Yield the lead worker and consent, who is left out at the family's wish, and who else."""
    kept = told.found.beside.register
    yield Section("register", Say("record-register"), tuple(_lead_and_consent(told)), level=3)
    left_out = (
        line for id, person in kept.left_out.items() for line in _left_out(told, id, person)
    )
    yield Section("left-out", Say("record-left-out"), tuple(left_out), level=3)
    yield Section("elsewhere", Say("record-elsewhere"), tuple(_elsewhere(told)), level=3)


def _lead_and_consent(told: Telling) -> Iterator[Line]:
    kept = told.found.beside.register
    if kept.lead:
        yield told.line("register.lead", "fact", Say("record-lead", {"who": kept.lead}))
    for of, consent in kept.consent.items():
        on = day(consent.on) if consent.on else Moment(consent.at, "day")
        said = Say("record-consent", {"of": of, "answer": consent.answer, "on": on})
        id, about = f"register.{of}", (consent.by,)
        yield told.line(id, "fact", said, readers="professionals", about=about)
        if consent.why:
            why = Say("record-consent-why", {"of": of, "words": consent.why})
            yield told.line(f"{id}.why", "opinion", why, readers="restricted", about=about)


def _left_out(told: Telling, id: str, person: LeftOut) -> Iterator[Line]:
    facts = {"who": person.who, "by": told.who(person.by), "when": Moment(person.at, "day")}
    said = Say("record-left-out-is", facts)
    prefix, about = f"left-out.{id}", (person.by,)
    yield told.line(prefix, "fact", said, readers="restricted", about=about)
    for part in ("reason", "carrier", "not_engaging", "threshold"):
        words = getattr(person, part)
        if words:
            more = Say("record-left-out-part", {"part": part, "who": person.who, "words": words})
            label: Label = "opinion" if part == "reason" else "fact"
            yield told.line(f"{prefix}.{part}", label, more, readers="restricted", about=about)


def _elsewhere(told: Telling) -> Iterator[Line]:
    kept = told.found.beside.register.elsewhere
    names = ids("elsewhere", kept)
    for id, line in kept.items():
        facts = {"group": line.group, "who": line.who, "contact": line.contact}
        said = Say(
            "record-elsewhere-is",
            {
                **facts,
                "known": "yes" if line.who else "no",
                "asked": "both" if line.contact and line.by_when else "who" if line.contact else "",
                "by": day(line.by_when),
            },
        )
        yield told.line(names[id], "fact", said, readers="professionals", about=(line.by,))
