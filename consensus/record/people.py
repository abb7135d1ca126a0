"""Who was there and as what, who was missing and why, and how people are reached."""

from collections.abc import Iterator

from consensus.people import Member
from consensus.record.lines import Line, Moment, Readers, Say, Section
from consensus.record.telling import Telling, ids
from consensus.roomwide import agencies

_COLUMNS = ("name", "agency", "role", "attends", "when")


def sections(told: Telling) -> Iterator[Section]:
    """Yield the register, who was missing, what people and agencies bring, and contacts."""
    yield Section(
        "people",
        Say("record-people"),
        tuple(_person(told, person) for person in told.found.people),
        tuple(Say("record-column", {"name": name}) for name in _COLUMNS),
    )
    yield Section(
        "missing",
        Say("record-missing"),
        tuple(_missing(told)),
        level=3,
        empty=Say("record-nobody-missing"),
    )
    yield Section("proxies", Say("record-proxies"), tuple(_proxies(told)), level=3)
    yield Section("bringing", Say("record-bringing"), tuple(_bringing(told)), level=3)
    yield Section("cards", Say("record-cards"), tuple(_cards(told)), level=3)
    yield _contacts(told)


def _person(told: Telling, person: Member) -> Line:
    role = Say("record-role-is", {"role": person.seat or person.role})
    return told.line(
        f"people.{person.id}",
        "fact",
        person.name,
        person.agency,
        role,
        Say("record-attends", {"way": person.attends, "voice": "yes" if person.voice else "no"}),
        _there(told, person),
        about=(person.id,),
    )


def _there(told: Telling, person: Member) -> Say:
    """Return since when somebody is here or away; whoever left after the close was there."""
    if person.attends == "proxy":
        return Say("record-there", {"how": "proxy", "when": Moment(person.since, "time")})
    how = "here" if person.here else "left"
    return Say("record-there", {"how": how, "when": Moment(person.since, "time")})


def _missing(told: Telling) -> Iterator[Line]:
    listing = told.found.beside.agencies
    gone = agencies.absent([each.agency for each in listing.expected], told.found.people)
    names = ids("missing", gone)
    for each in listing.expected:
        if each.agency in names:
            facts = {"agency": each.agency, "coming": each.coming, "why": each.why}
            said = Say("record-missing-is", {**facts, "known": "yes" if each.why else "no"})
            # Whom nobody invited may be the family's wish.
            private = each.coming == "not_invited"
            readers: Readers = "professionals" if private else "all"
            yield told.line(names[each.agency], "fact", said, readers=readers)
    if listing.quorum:
        without = agencies.absent(listing.quorum, told.found.people)
        quorate = "no" if without else "yes"
        note = listing.quorum_note
        said = Say(
            "record-quorum",
            {
                "agencies": without,
                "quorate": quorate,
                "note": note,
                "said": "yes" if note else "no",
            },
        )
        yield told.line("missing.quorum", "fact", said)


def _proxies(told: Telling) -> Iterator[Line]:
    read_back = told.found.read_back
    for person in told.found.people:
        if person.attends != "proxy":
            continue
        titles = [s.title for s in told.found.steps if person.id in read_back.get(s.id, ())]
        facts = {"who": told.who(person.id), "steps": tuple(titles)}
        said = Say("record-read-back", {**facts, "done": "yes" if titles else "no"})
        yield told.line(f"proxies.{person.id}", "fact", said, about=(person.id,))


def _bringing(told: Telling) -> Iterator[Line]:
    entries = told.found.beside.contacts
    for person in told.found.people:
        entry = entries.get(person.id)
        if entry is not None and entry.bringing:
            said = Say("record-brings", {"who": told.who(person.id), "words": entry.bringing})
            yield told.line(f"bringing.{person.id}", "opinion", said, whose=person.id)


def _cards(told: Telling) -> Iterator[Line]:
    cards = told.found.beside.agencies.cards
    names = ids("cards", (card.agency for card in cards))
    for card in cards:
        for part in ("does", "must", "cannot", "pressures"):
            words = getattr(card, part)
            if words:
                said = Say("record-card", {"agency": card.agency, "part": part, "words": words})
                readers: Readers = "professionals" if part == "pressures" else "all"
                id = f"{names[card.agency]}.{part}"
                yield told.line(id, "fact", said, readers=readers, about=(card.by,))


def _contacts(told: Telling) -> Section:
    """Return how people are reached: for those who work with them, in any room."""
    entries = told.found.beside.contacts
    lines: list[Line] = []
    for person in told.found.people:
        entry = entries.get(person.id)
        if entry is None or not (entry.phone or entry.email or entry.second or entry.no_second):
            continue
        second = Say("record-no-second") if entry.no_second else entry.second
        cells = (person.name, entry.phone, entry.email, second, Say("record-day-of", _on(entry.at)))
        id, about = f"contacts.{person.id}", (person.id,)
        lines.append(told.kept(id, "fact", *cells, readers="professionals", about=about))
    columns = ("name", "phone", "email", "second", "as-of")
    return Section(
        "contacts",
        Say("record-contacts"),
        tuple(lines),
        tuple(Say("record-column", {"name": name}) for name in columns),
        level=3,
    )


def _on(at: int) -> "dict[str, Moment]":
    return {"when": Moment(at, "day")}
