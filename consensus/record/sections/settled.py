"""What was agreed: each place or text, why, who stands where on it, and every dissent."""

from collections.abc import Iterator, Mapping

from consensus.answers import stances
from consensus.answers.stances import AGREEING, Side, Slot, Stance, StanceWord
from consensus.people import agency_key
from consensus.record.lines import (
    SOMEBODY,
    Fact,
    Line,
    LineId,
    Readers,
    Say,
    Section,
    SectionId,
)
from consensus.record.minutes import StepMinutes
from consensus.record.sections.steps import unsaid, was_opened, whole
from consensus.record.telling import Telling, listed, written
from consensus.steps import settle

# Those who agree, and those who stand beside it; every "no" is told by itself.
# They speak for the child or the family, and not for an agency.
_NO_AGENCY = ("family", "advocate")

_BESIDE: tuple[StanceWord, ...] = ("yes", "yes_note", "can_live", "not_mine")


def sections(told: Telling) -> Iterator[Section]:
    """Yield the message for the family, then every other decision in the order of the agenda."""
    asked = [step for step in told.found.steps if step.kind == "settle"]
    plain = [step for step in asked if _for_family(told, step)]
    others = [step for step in asked if step not in plain]
    yield whole("the-message", Say("record-the-message"), len(plain))
    yield from (_section(told.at(step), step) for step in plain)
    yield whole("agreed", Say("record-agreed"), len(others))
    yield from (_section(told.at(step), step) for step in others)


def _for_family(told: Telling, step: StepMinutes) -> bool:
    asked = told.meeting.agenda[step.number - 1].plan.settings
    return isinstance(asked, settle.Settings) and asked.plain


def _section(told: Telling, step: StepMinutes) -> Section:
    if not isinstance(step.said, settle.Minutes):
        return unsaid(told, step)
    lines = (*_start(told, step, step.said), *_settled(told, step.id, step.said))
    return Section(step.id, step.title, lines, level=3)


def _start(told: Telling, step: StepMinutes, said: settle.Minutes) -> Iterator[Line]:
    """Yield the order that the answers gave, where the group began from one."""
    if len(said.bands) < 2 or not was_opened(told, step):
        return
    state = told.meeting.agenda[step.number - 1].state
    exact = "yes" if isinstance(state, settle.State) and state.exact else "no"
    order = ranks(told, said.bands)
    facts: dict[str, Fact] = {"order": order, "exact": exact, "level": level(said.bands)}
    start = Say("record-start", facts)
    yield told.line(f"{step.id}.start", "fact", start, readers="professionals")


def ranks(told: Telling, bands: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """Return an order with letters; what is level stands together: A, B = C, D."""
    return tuple(" = ".join(told.order(band)) for band in bands if band)


def level(bands: tuple[tuple[str, ...], ...]) -> str:
    """Say whether any of them stand together in an order."""
    return "yes" if any(len(band) > 1 for band in bands) else "no"


def _settled(told: Telling, step: SectionId, said: settle.Minutes) -> Iterator[Line]:
    for at, slot in enumerate(said.slots):
        prefix = f"{step}.{at}"
        if said.text is not None:
            yield from _text(told, prefix, said, slot)
        else:
            yield _place(told, prefix, said, at, slot)
        if slot.item is None and not slot.earlier and not slot.withdrawn:
            yield from _again(told, prefix, said, slot)
            continue
        yield from _reasons(told, prefix, slot)
        yield from _standing(told, prefix, slot)
        for member, stance in stances.against(slot).items():
            yield from dissent(told, f"{prefix}.no.{member}", member, stance)
        yield from _again(told, prefix, said, slot)
        yield from _earlier(told, prefix, slot)
    for id, suggestion in (said.text.suggestions if said.text else {}).items():
        facts = {"who": told.who(suggestion.by), "words": suggestion.text}
        yield told.line(
            f"{step}.suggestion.{id}",
            "opinion",
            Say("record-suggestion", facts),
            readers="professionals",
            whose=suggestion.by,
        )


def _again(told: Telling, prefix: LineId, said: settle.Minutes, slot: Slot) -> Iterator[Line]:
    """Yield what had been settled before and was opened again; of a text, its words are gone."""
    if slot.settled_before and said.text is not None:
        yield told.fact(f"{prefix}.again", "record-text-again", {})
        return
    for at, item in enumerate(slot.settled_before, start=1):
        facts = {"words": told.words(item), "aim": said.aim}
        yield told.fact(f"{prefix}.again.{at}", "record-place-again", facts)


def _place(told: Telling, prefix: LineId, said: settle.Minutes, at: int, slot: Slot) -> Line:
    if slot.item is None:
        return told.line(prefix, "fact", Say("record-place-open", {"place": at + 1}))
    facts: dict[str, Fact] = {
        "places": "one" if len(said.slots) == 1 else "many",
        "place": at + 1,
        "aim": said.aim,
        "words": told.words(slot.item),
        "all": "no" if stances.against(slot) else "yes",
    }
    if not slot.settled:
        return told.fact(prefix, "record-proposed", facts)
    return told.line(prefix, "decision", Say("record-place", facts))


def _text(told: Telling, prefix: LineId, said: settle.Minutes, slot: Slot) -> Iterator[Line]:
    text = said.text
    if text is None or not text.words:
        yield told.line(f"{prefix}.state", "fact", Say("record-no-text"))
        return
    if not slot.settled:
        yield told.line(f"{prefix}.state", "fact", Say("record-draft"))
    elif text.wording > 1:
        yield told.fact(f"{prefix}.state", "record-wording", {"number": text.wording})
    for at, paragraph in enumerate(written(text.words), start=1):
        id = f"{prefix}.text.{at}"
        if slot.settled:
            yield told.line(id, "decision", paragraph)
        else:
            yield told.line(id, "opinion", paragraph, readers="professionals")
    behind = _agencies(told, slot)
    if text.plain and slot.settled and behind:
        yield told.line(f"{prefix}.agencies", "decision", Say("record-behind", {"who": behind}))


def _agencies(told: Telling, slot: Slot) -> tuple[str, ...]:
    """Return the agencies that stand behind a message as one: a family hears one voice."""
    words = {member: stance.word for member, stance in slot.stances.items()}
    people = [m for m in told.found.people if m.role not in _NO_AGENCY]
    against = {agency_key(m.agency) for m in people if words.get(m.id) == "no"}
    agreeing = [m.agency for m in people if words.get(m.id) in AGREEING]
    named = {agency_key(agency): agency for agency in agreeing}
    return tuple(agency for key, agency in named.items() if key not in against)


def _reasons(told: Telling, prefix: LineId, slot: Slot) -> Iterator[Line]:
    reasons = (("because", slot.because), ("likely", slot.likely), ("next", slot.next))
    for name, words in reasons:
        if words:
            said = Say("record-group-said", {"what": name, "words": words})
            yield told.line(f"{prefix}.{name}", "decision", said)


def _standing(told: Telling, prefix: LineId, slot: Slot) -> Iterator[Line]:
    if slot.settled:
        noes = len(stances.against(slot))
        reached = Say("record-reached", {"how": _reached(slot), "noes": noes})
        yield told.line(f"{prefix}.reached", "fact", reached, readers="professionals")
    for word in _BESIDE:
        members = [m for m, stance in slot.stances.items() if stance.word == word]
        if members:
            facts = {"word": word, "who": told.everybody(members), "count": len(members)}
            said = Say("record-stand", facts)
            yield told.line(
                f"{prefix}.{word}", "opinion", said, readers="professionals", about=members
            )
        for member in members:
            yield from _note(told, f"{prefix}.{word}.{member}", member, slot.stances[member])
    for name, silent in (("missing", slot.missing), ("away", slot.away)):
        if silent:
            how: dict[str, Fact] = {"how": name, "who": told.everybody(silent)}
            said = Say("record-silent", how)
            yield told.line(f"{prefix}.{name}", "fact", said, readers="professionals", about=silent)
    yield from _tally(told, prefix, slot)
    if slot.escalated:
        yield told.fact(f"{prefix}.escalated", "record-escalated", {})


def _reached(slot: Slot) -> str:
    if stances.all_agree(slot):
        return "all"
    if stances.all_here_agree(slot):
        return "here"
    if stances.against(slot):
        return "dissent"
    return "some" if slot.stances else "nobody"


def _tally(told: Telling, prefix: LineId, slot: Slot) -> Iterator[Line]:
    if not slot.stances:
        return
    people = {person.id: person for person in told.found.people}
    found = stances.tally(slot.stances, people)
    persons = Say("record-tally", {"by": "person", **_sides(found.people)})
    yield told.line(f"{prefix}.tally", "fact", persons, readers="professionals")
    if found.differ:
        agencies = Say("record-tally", {"by": "agency", **_sides(found.agencies)})
        yield told.line(f"{prefix}.tally.agencies", "fact", agencies, readers="professionals")
    if found.split:
        split = Say("record-split", {"who": found.split})
        yield told.line(f"{prefix}.split", "fact", split, readers="professionals")


def _sides(count: Mapping[Side, int]) -> dict[str, Fact]:
    return {side: count[side] for side in count}


def _note(told: Telling, id: LineId, member: str, stance: Stance) -> Iterator[Line]:
    if stance.note:
        facts = {"who": told.who(member), "word": stance.word, "words": stance.note}
        said = Say("record-stance-note", facts)
        yield told.line(id, "opinion", said, readers="professionals", whose=member)


def dissent(told: Telling, id: LineId, member: str, stance: Stance) -> Iterator[Line]:
    """Yield a "no" in the person's own words: what they fear, why, and what would settle it."""
    who = told.who(member)
    yield _against(told, id, Say("record-no", {"who": who, "words": stance.note}), member)
    parts = {"harm": stance.harm, "evidence": stance.evidence, "settle": stance.would_settle}
    for part, words in parts.items():
        if words:
            more = Say("record-fear", {"who": who, "part": part, "words": words})
            yield _against(told, f"{id}.{part}", more, member)


def _against(told: Telling, id: LineId, said: Say, member: str) -> Line:
    """Return a line of a dissent, which nobody else can take away from those it was said to."""
    to: Readers = "professionals"
    return told.line(id, "opinion", said, readers=to, whose=member or SOMEBODY, least=to)


def _earlier(told: Telling, prefix: LineId, slot: Slot) -> Iterator[Line]:
    """Yield what was said of an earlier wording; it does not count any more, and is not lost."""
    plain = [m for m, stance in slot.earlier.items() if not stance.note]
    if plain:
        who = listed(told.everybody(plain))
        said = Say("record-earlier-count", {"count": len(plain), "who": who})
        yield told.line(f"{prefix}.earlier", "fact", said, readers="professionals", about=plain)
    for member, stance in slot.withdrawn.items():
        facts = {"who": told.who(member), "words": stance.note}
        withdrawn = Say("record-withdrawn", facts)
        yield _against(told, f"{prefix}.withdrawn.{member}", withdrawn, member)
    for member, stance in slot.earlier.items():
        if stance.note:
            facts = {"who": told.who(member), "word": stance.word, "words": stance.note}
            yield told.line(
                f"{prefix}.earlier.{member}",
                "opinion",
                Say("record-earlier", facts),
                readers="professionals",
                whose=member,
                least="professionals" if stance.word == "no" else "restricted",
            )
