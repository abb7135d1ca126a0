"""What holds in the record of every meeting, however it goes: see tests/meetings.py."""

import re
from collections.abc import Iterator
from functools import cache
from random import Random

import msgspec
import pytest

from consensus.agenda import states
from consensus.record.lines import SOMEBODY, Line, Record, Say
from consensus.record.minutes import minutes
from consensus.record.written import record
from consensus.roomwide import risk
from consensus.state import Meeting
from consensus.steps import collect, gate, judge, settle
from tests.consensus.given import MINUTE, opened, plan, room
from tests.consensus.record.said import case_room, line, of
from tests.consensus.test_properties import Secrets
from tests.meetings import ALARM, Story, play

# Sections that stand in every record, in this order.
ALWAYS = (
    "meeting",
    "the-message",
    "agreed",
    "promises",
    "voices",
    "disagreements",
    "people",
    "missing",
    "notices",
    "how",
    "unknown",
    "remarks",
    "risks",
    "parking",
    "glossary",
    "times",
    "limits",
    "series",
)

many = pytest.mark.parametrize("seed", range(24))
some = pytest.mark.parametrize("seed", range(100, 112))


@cache
def story(seed: int) -> Story:
    return play(Random(seed).choice)


def every_line(found: Record) -> Iterator[Line]:
    for section in found.sections:
        yield from section.lines


def text(value: object) -> str:
    return msgspec.json.encode(value).decode()


@many
def test_every_section_is_there_in_its_order(seed: int) -> None:
    ids = [section.id for section in record(story(seed).meeting).sections]

    assert [id for id in ids if id in ALWAYS] == list(ALWAYS)
    assert len(set(ids)) == len(ids)


@many
def test_every_line_has_an_id_of_its_own_and_a_cell_for_each_column(seed: int) -> None:
    found = record(story(seed).meeting)
    ids = [line.id for line in every_line(found)]

    assert len(set(ids)) == len(ids)
    for section in found.sections:
        for each in section.lines:
            assert len(each.cells) == (len(section.columns) or 1), each.id


@many
def test_whoever_a_line_is_about_was_in_the_room(seed: int) -> None:
    meeting = story(seed).meeting

    for each in every_line(record(meeting)):
        assert set(each.about) <= {*meeting.members, *meeting.taken_out}
        assert (
            each.whose in {"", SOMEBODY}
            or each.whose in each.about
            or each.whose not in (meeting.members)
        )


@some
def test_no_line_says_what_was_given_in_private_and_not_opened(seed: int) -> None:
    secrets = Secrets()
    for event, meeting in story(seed).moments():
        secrets.take_in(event, meeting)
        if secrets.by:
            assert secrets.seen_in(record(meeting)) == []


@many
def test_no_line_says_whose_an_answer_is_that_was_not_shown_by_name(seed: int) -> None:
    meeting = story(seed).meeting
    found = record(meeting)

    for step in meeting.agenda:
        asked = step.plan.settings
        if isinstance(asked, judge.Settings) and asked.shown != "name":
            prefix = f"{step.plan.id}.answer."
            answers = [each for each in every_line(found) if each.id.startswith(prefix)]
            assert all(each.whose == SOMEBODY and each.about == () for each in answers)
        if isinstance(asked, collect.Settings) and isinstance(step.state, collect.State):
            hidden = {lane.id for lane in asked.lanes if lane.shown != "name"}
            for name, note in step.state.notes.items():
                each = found.line(f"{step.plan.id}.note.{name}")
                if each is not None and note.lane in hidden:
                    assert each.whose == SOMEBODY
                    assert each.about == ()


@many
def test_words_for_the_chair_alone_are_restricted_and_their_authors(seed: int) -> None:
    for each in every_line(record(story(seed).meeting)):
        if ALARM in text(each):
            assert each.readers == "restricted"
            assert each.whose


# --- an outsider understands every dispute ----------------------------------------------------


@many
def test_every_no_is_there_with_its_words_and_its_author_and_how_it_ended(seed: int) -> None:
    meeting = story(seed).meeting
    found, steps = record(meeting), minutes(meeting).steps

    for step in steps:
        if not isinstance(step.said, settle.Minutes):
            continue
        for at, slot in enumerate(step.said.slots):
            noes = {m: s for m, s in slot.stances.items() if s.word == "no"}
            for member, stance in noes.items():
                dissent = line(found, f"{step.id}.{at}.no.{member}")
                assert stance.note in text(dissent)
                assert dissent.whose == member
                assert told(found, meeting, member) in text(dissent)
            for member, stance in slot.earlier.items():
                if stance.note:
                    assert stance.note in text(line(found, f"{step.id}.{at}.earlier.{member}"))
            if noes and slot.settled:
                reached = line(found, f"{step.id}.{at}.reached")
                said = (reached.changes[0].beneath if reached.changes else reached.cells)[0]
                assert isinstance(said, Say)
                assert said.facts["how"] == "dissent"
            if noes and slot.escalated:
                assert found.line(f"disagreement.{slot.escalated}.outcome") is not None


def told(found: Record, meeting: Meeting, member: str) -> str:
    """Return how somebody is named in a record, if they are."""
    person = meeting.members.get(member) or meeting.taken_out.get(member)
    return person.name if person is not None else "record-somebody-gone"


@many
def test_both_sides_of_every_disagreement_are_there_with_how_it_stands(seed: int) -> None:
    meeting = story(seed).meeting
    found = record(meeting)

    for id, each in meeting.beside.disagreements.entries.items():
        prefix = f"disagreement.{id}"
        for name, side in each.sides.items():
            assert side.words in text(line(found, f"{prefix}.{name}.words"))
            for member, voice in side.people.items():
                own = text(line(found, f"{prefix}.{name}.{member}"))
                assert voice.name in own
                assert voice.note in own
        moves = [x for x in every_line(found) if x.id.startswith(f"{prefix}.stage.")]
        assert len(moves) == len(each.history)
        outcome = text(line(found, f"{prefix}.outcome"))
        assert ("record-disagreement-open" in outcome) == (each.outcome == "open")
        assert each.words in outcome or each.outcome == "open"


@many
def test_every_notice_that_somebody_did_not_agree_to_is_there(seed: int) -> None:
    meeting = story(seed).meeting
    found = record(meeting)

    for step, state in states(meeting.agenda).items():
        answers = state.answers if isinstance(state, gate.State) else {}
        for member, answer in answers.items():
            own = line(found, f"{step}.answer.{member}")
            assert answer.note in own.cells
            agreed = own.cells[1]
            assert isinstance(agreed, Say)
            assert agreed.facts["agreed"] == ("yes" if answer.agreed else "no")


@many
def test_every_alert_says_who_raised_it_and_whether_it_was_answered(seed: int) -> None:
    meeting = story(seed).meeting
    found = record(meeting)

    for id, raised in meeting.beside.risks.risks.items():
        assert told(found, meeting, raised.by) in text(line(found, f"risk.{id}"))
        ended = text(line(found, f"risk.{id}.ended"))
        assert ("record-risk-open" in ended) == (raised.answer is None)
        assert ("record-risk-plan" in ended) == isinstance(raised.answer, risk.Plan)


# --- as it grows ------------------------------------------------------------------------------


@some
def test_the_lines_of_a_growing_record_keep_their_ids(seed: int) -> None:
    """What stands in the record of a moment stands there later, unless it was taken back."""
    moments = [meeting for _, meeting in story(seed).moments()]
    before = {each.id for each in every_line(record(moments[len(moments) // 2]))}
    after = {each.id for each in every_line(record(moments[-1]))}

    kept = {id for id in before if re.match(r"(times|risk|people|statement)\.", id)}
    removed = {f"people.{member}" for member in moments[len(moments) // 2].members}
    removed |= {f"times.{step.plan.id}" for step in moments[len(moments) // 2].agenda if step.added}
    assert kept - removed <= after


def test_a_step_called_like_a_section_does_not_take_its_lines() -> None:
    found = of(*room(plan("people", judge.Settings())), opened("people", *"ab", at=MINUTE))

    assert found.line("people.ana") is not None
    assert found.line("times.step-people") is not None


def test_a_record_says_whose_it_is_and_when_it_was_held() -> None:
    found = of(*case_room())

    assert (found.title, found.purpose, found.focus, found.case) == (
        "A meeting",
        "To decide",
        "J.M.",
        True,
    )
    assert (found.prepared, found.starts, found.closed) == (0, None, None)
