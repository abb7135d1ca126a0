"""Who was there and as what, who was missing and why, and how people are reached."""

from collections.abc import Iterator

from consensus.people import Member
from consensus.record.lines import Line, LineId, Moment, Readers, Say, Section
from consensus.record.sections.steps import some
from consensus.record.telling import Telling, columns, ids
from consensus.roomwide import agencies

_COLUMNS = ("name", "agency", "role", "attends", "when")
_REACHED = ("name", "phone", "email", "second", "as-of")


def sections(told: Telling) -> Iterator[Section]:
    """Yield the register, who was missing, what people and agencies bring, and contacts."""
    yield Section(
        "people",
        Say("record-people"),
        (
            *(_person(told, person, "all") for person in told.found.people),
            *(_person(told, gone, "professionals") for gone in told.meeting.taken_out.values()),
        ),
        columns(_COLUMNS),
    )
    yield Section(
        "missing",
        Say("record-missing"),
        tuple(_missing(told)),
        level=3,
        empty=Say("record-nobody-missing"),
    )
    yield from some("proxies", Say("record-proxies"), tuple(_proxies(told)))
    yield Section("bringing", Say("record-bringing"), tuple(_bringing(told)), level=3)
    yield Section("cards", Say("record-cards"), tuple(_cards(told)), level=3)
    yield _contacts(told)


def _person(told: Telling, person: Member, readers: Readers) -> Line:
    role = Say("record-role-is", {"role": person.seat or person.role})
    return told.line(
        f"people.{person.id}",
        "fact",
        person.name or Say("record-removed-person"),
        person.agency,
        role,
        Say("record-attends", {"way": person.attends, "voice": "yes" if person.voice else "no"}),
        _there(told, person),
        readers=readers,
        about=(person.id,),
    )


def _there(told: Telling, person: Member) -> Say:
    """Return when somebody came and went; where they came and went again, the last of it."""
    if person.id in told.meeting.taken_out:
        how = "out"
    elif not person.here:
        how = "left"
    elif person.since > person.came:
        how = "back"
    else:
        how = "stayed" if told.found.closed is not None else "here"
    came, since = Moment(person.came, "time"), Moment(person.since, "time")
    return Say("record-there", {"how": how, "came": came, "since": since})


def _missing(told: Telling) -> Iterator[Line]:
    listing = told.found.beside.agencies
    gone = agencies.absent([each.agency for each in listing.expected], told.found.people)
    names = ids("missing", gone)
    away = [x for x in listing.expected if x.agency in names and _asked_for(told, x)]
    for each in away:
        yield from _one_missing(told, names[each.agency], each)
    unsaid = tuple(each.agency for each in away if not each.why and each.coming != "views")
    if unsaid:
        yield told.fact("missing.unsaid", "record-missing-unsaid", {"agencies": unsaid})
    if listing.quorum:
        without = agencies.absent(listing.quorum, told.found.people)
        quorate = "no" if without else "yes"
        said = Say("record-quorum", {"agencies": without, "quorate": quorate})
        yield told.line("missing.quorum", "fact", said)
        if listing.quorum_note:
            rule = {"words": listing.quorum_note}
            yield told.fact("missing.quorum.rule", "record-quorum-rule", rule)


def _asked_for(told: Telling, found: agencies.Expected) -> bool:
    """Say whether anybody would have come: a course has a list of agencies of which none must."""
    return told.meeting.case or found.coming != "expected" or bool(found.why)


def _one_missing(told: Telling, id: LineId, found: agencies.Expected) -> Iterator[Line]:
    # Whom nobody invited may be the family's wish.
    readers: Readers = "professionals" if found.coming == "not_invited" else "all"
    over = "yes" if told.found.closed is not None else "no"
    facts = {"agency": found.agency, "coming": found.coming, "over": over}
    yield told.line(id, "fact", Say("record-missing-is", facts), readers=readers)
    if found.why:
        yield told.fact(f"{id}.why", "record-missing-why", {**facts, "why": found.why})


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
            id = f"bringing.{person.id}"
            yield told.line(id, "opinion", said, readers="professionals", whose=person.id)


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
    return Section(
        "contacts",
        Say("record-contacts"),
        tuple(lines),
        columns(_REACHED),
        level=3,
    )


def _on(at: int) -> "dict[str, Moment]":
    return {"when": Moment(at, "day")}
