"""Notices: what people were told, in which words, and what each of them answered."""

from collections.abc import Iterator

from consensus.record.lines import Line, Moment, Say, Section, SectionId
from consensus.record.minutes import StepMinutes
from consensus.record.sections.steps import unsaid, whole
from consensus.record.telling import Telling, columns, written
from consensus.steps import gate

_COLUMNS = ("who", "answered", "when", "wording", "words")


def sections(told: Telling) -> Iterator[Section]:
    """Yield each notice with its words, and a table of who answered what."""
    asked = [step for step in told.found.steps if step.kind == "gate"]
    yield whole("notices", Say("record-notices"), len(asked))
    for step in asked:
        if isinstance(step.said, gate.Minutes):
            yield from _notice(told, step, step.said)
        else:
            yield unsaid(told, step)


def _notice(told: Telling, step: StepMinutes, said: gate.Minutes) -> Iterator[Section]:
    yield Section(step.id, step.title, tuple(_words(told, step.id, said)), level=3)
    yield Section(
        f"{step.id}.answers",
        Say("record-notice-answers", {"title": said.title}),
        tuple(_answer(told, step.id, member, answer) for member, answer in said.answers.items()),
        columns(_COLUMNS),
        level=3,
        empty=Say("record-nobody-answered"),
    )


def _words(told: Telling, step: SectionId, said: gate.Minutes) -> Iterator[Line]:
    facts = {"title": said.title, "version": said.version, "known": "yes" if said.version else "no"}
    yield told.line(f"{step}.title", "fact", Say("record-notice", facts))
    for at, paragraph in enumerate(written(said.text), start=1):
        yield told.line(f"{step}.text.{at}", "fact", paragraph)
    for at, check in enumerate(said.checks, start=1):
        yield told.line(f"{step}.check.{at}", "fact", Say("record-check", {"words": check}))
    if said.asked:
        roles = tuple(Say("record-role-is", {"role": role}) for role in said.asked)
        yield told.line(f"{step}.asked", "fact", Say("record-asked-roles", {"roles": roles}))
    asked = (m for m in told.found.people if not said.asked or m.role in said.asked)
    silent = [member.id for member in asked if member.id not in said.answers]
    if silent:
        unanswered = Say("record-unanswered", {"who": told.everybody(silent)})
        yield told.line(
            f"{step}.unanswered", "fact", unanswered, readers="professionals", about=silent
        )


def _answer(told: Telling, step: SectionId, member: str, answer: gate.Answer) -> Line:
    written_down = answer.by not in ("", member)
    facts = {"agreed": "yes" if answer.agreed else "no", "who": told.who(answer.by)}
    person = told.found.person(member)
    family = person is not None and person.role in {"family", "advocate"}
    return told.line(
        f"{step}.answer.{member}",
        "fact",
        told.who(member),
        Say("record-notice-answer", {**facts, "written": "yes" if written_down else "no"}),
        Say("record-when", {"when": Moment(answer.at, "both")}),
        answer.version,
        answer.note,
        # What one agency told another of its own rules is no matter of the family's.
        readers="all" if family else "professionals",
        whose=member,
        about=(member, answer.by),
    )
