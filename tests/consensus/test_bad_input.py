"""Whatever is asked, by whomever: it happens, or one clear refusal says why it does not."""

from collections.abc import Iterator
from random import Random
from typing import get_args

import msgspec
import pytest
from msgspec import Struct

from consensus import steps, views
from consensus.agenda import Step, find
from consensus.commands import RaiseHand
from consensus.meeting import decide, evolve
from consensus.record.minutes import minutes
from consensus.refusal import Refusal
from consensus.state import Meeting
from consensus.steps import Kind
from server.words import FALLBACK, Words
from tests.meetings import play
from tests.odd import COMMANDS, Known, odd_command

# So many meetings are asked oddly, at so many moments of each, by the chair and some others.
MEETINGS, MOMENTS, TIMES = 24, 4, 2


def moments() -> Iterator[Meeting]:
    """Yield meetings in all sorts of states, the same each time."""
    for seed in range(MEETINGS):
        story = play(Random(seed).choice)
        states = [meeting for _, meeting in story.moments()]
        yield from Random(seed).sample(states, min(MOMENTS, len(states)))


def names_in(meeting: Meeting) -> Known:
    """Return what a meeting knows, so that odd commands get past the first look."""
    known: dict[str, list[str]] = {"step": [s.plan.id for s in meeting.agenda]}
    known["step"] += [meeting.current or "-"] * 8 * len(meeting.agenda)
    member = list(meeting.members)
    known |= dict.fromkeys(("member", "owner", "keep", "sheet", "before"), member)
    known["item"] = known["items"] = known["answer"] = list(meeting.items)
    seen: dict[str, Struct] = {**views.everyone(meeting), **views.chairs(meeting)}
    for person in meeting.members:
        seen |= views.mine(meeting, person)
    for key, record in seen.items():
        kind, last = key.split("/")[0], key.split("/")[-1]
        known.setdefault(kind.removeprefix("my_"), []).append(last)
        for field, value in msgspec.structs.asdict(record).items():
            if isinstance(value, str):
                known.setdefault(field, []).append(value)
            if field in {"lanes", "fields"}:
                known.setdefault(field[:-1], []).extend(
                    each.id for each in value if hasattr(each, "id")
                )
    return known


def fits(kind: type[Struct], meeting: Meeting) -> bool:
    """Say whether a meeting is at a step to which a command belongs; most belong to the room."""
    tag = str(kind.__struct_config__.tag).split(".")[0]
    if tag not in get_args(Kind):
        return True
    return meeting.current is not None and tag == kind_of(find(meeting.agenda, meeting.current))


def kind_of(step: Step) -> Kind:
    """Return the kind of a step."""
    return steps.kind(step.plan.settings)


@pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: str(kind.__struct_config__.tag))
def test_an_odd_command_happens_or_is_refused_in_words(kind: type[Struct]) -> None:
    say = Words(FALLBACK).sentence
    random = Random(str(kind.__struct_config__.tag))
    refused: list[Refusal] = []
    for meeting, known in MEETINGS_AT:
        if not fits(kind, meeting):
            continue
        chair = meeting.chair.id if meeting.chair else "nobody"
        for by in random.choices([chair, *meeting.members, "nobody"], k=TIMES) + [chair] * TIMES:
            command = odd_command(random, kind, known)
            try:
                events = decide(meeting, command, by, 5_000_000)  # type: ignore[arg-type]
            except Refusal as refusal:
                refused.append(refusal)
                continue
            later = meeting
            for event in events:
                later = evolve(later, event)
            views.everyone(later), views.chairs(later), views.mine(later, by), minutes(later)

    assert refused or kind is RaiseHand
    assert all(say(refusal) for refusal in refused)


MEETINGS_AT = [(meeting, names_in(meeting)) for meeting in moments()]
