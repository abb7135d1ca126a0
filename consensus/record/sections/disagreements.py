"""Disagreements: both sides in their own words, every stage, and how each stands or ended."""

from collections.abc import Iterator
from typing import get_args

from consensus.answers.sides import Side, SideId, Voice
from consensus.record.lines import SOMEBODY, Fact, Line, LineId, Moment, Say, Section
from consensus.record.sections.steps import whole
from consensus.record.telling import Telling, called
from consensus.roomwide.disagreements import Disagreement


def sections(told: Telling) -> Iterator[Section]:
    """Yield each disagreement in the order in which they were opened."""
    entries = told.meeting.beside.disagreements.entries
    yield whole("disagreements", Say("record-disagreements"), len(entries))
    for id, found in entries.items():
        prefix = f"disagreement.{id}"
        heading = Say("record-disagreement", {"title": found.about.title})
        yield Section(prefix, heading, tuple(_lines(told, prefix, found)), level=3)


def _lines(told: Telling, prefix: LineId, found: Disagreement) -> Iterator[Line]:
    opened = {"when": Moment(found.opened, "both"), "safe": found.safe}
    yield told.fact(f"{prefix}.opened", "record-disagreement-opened", opened)
    if found.about.text:
        yield told.fact(f"{prefix}.about", "record-at-issue", {"words": found.about.text})
    for side in get_args(SideId):
        yield from _side(told, f"{prefix}.{side}", side, found)
    for at, move in enumerate(found.history, start=1):
        facts: dict[str, Fact] = {
            **_stage(found, move.stage),
            "when": Moment(move.at, "both"),
            "because": move.because,
            "why": "yes" if move.because else "no",
            "urgent": "yes" if move.urgent else "no",
        }
        yield told.fact(f"{prefix}.stage.{at}", "record-move", facts)
    yield _stands(told, prefix, found)


def _stage(found: Disagreement, stage: int) -> dict[str, Fact]:
    return {"stage": stage, "of": len(found.stages), "name": found.stages[stage - 1].title}


def _side(told: Telling, prefix: LineId, side: SideId, found: Disagreement) -> Iterator[Line]:
    name, own = f"of-step-{side}" if found.about.step else side, found.sides[side]
    words: dict[str, Fact] = {"side": name, "words": own.words}
    if own.words:
        yield told.line(
            f"{prefix}.words",
            "opinion",
            Say("record-side", words),
            readers="professionals",
            whose=SOMEBODY,
            about=own.people,
            least="professionals",
        )
        yield told.fact(f"{prefix}.confirmed", "record-side-confirmed", _confirmed(own, name))
    else:
        yield told.fact(f"{prefix}.words", "record-side-without", words)
    for at, before in enumerate(own.before, start=1):
        was = Say("record-side-before", {"side": name, "words": before})
        yield told.line(
            f"{prefix}.before.{at}",
            "opinion",
            was,
            readers="professionals",
            whose=SOMEBODY,
            about=own.people,
            least="professionals",
        )
    for member, voice in own.people.items():
        yield from _voice(told, f"{prefix}.{member}", member, voice, name)


def _confirmed(side: Side, name: str) -> dict[str, Fact]:
    stand_by = (side.people[m] for m in side.confirmed if m in side.people)
    who = tuple(called(voice.name, voice.agency) for voice in stand_by)
    facts: dict[str, Fact] = {"side": name, "count": len(who), "of": len(side.people)}
    return {**facts, "who": who}


def _voice(told: Telling, id: LineId, member: str, voice: Voice, side: str) -> Iterator[Line]:
    who = called(voice.name, voice.agency)
    facts: dict[str, Fact] = {"side": side, "who": who, "words": voice.note}
    said = Say("record-on-side", {**facts, "says": "yes" if voice.note else "no"})
    yield told.line(
        id,
        "opinion",
        said,
        readers="professionals",
        whose=member if voice.note else "",
        about=(member,),
        least="professionals",
    )
    fears = {"harm": voice.harm, "evidence": voice.evidence, "settle": voice.would_settle}
    for part, words in fears.items():
        if words:
            more = Say("record-fear", {"who": who, "part": part, "words": words})
            yield told.line(
                f"{id}.{part}",
                "opinion",
                more,
                readers="professionals",
                whose=member,
                least="professionals",
            )


def _stands(told: Telling, prefix: LineId, found: Disagreement) -> Line:
    """Return how it ended, or where it stands, until when, and who sees to it."""
    id = f"{prefix}.outcome"
    if found.outcome == "open":
        facts: dict[str, Fact] = {
            **_stage(found, found.stage),
            "due": Moment(found.due, "day"),
            "owner": found.owner_name,
            "owned": "yes" if found.owner_name else "no",
        }
        said = Say("record-disagreement-open", facts)
        about = (found.owner,) if found.owner else ()
        return told.line(id, "fact", said, readers="professionals", about=about)
    people = {m: voice for side in found.sides.values() for m, voice in side.people.items()}
    by = tuple(called(people[m].name, people[m].agency) for m in found.confirmed if m in people)
    said = Say(
        "record-outcome",
        {
            "outcome": found.outcome,
            "words": found.words,
            "said": "yes" if found.words else "no",
            "count": len(by),
            "of": len(people),
            "who": by,
        },
    )
    return told.line(id, "decision", said, readers="professionals", whose="", about=found.confirmed)
