"""What people thought: how they were asked, how far apart they are, and every answer."""

from collections.abc import Iterator

from consensus.record.lines import Fact, Line, Say, Section
from consensus.record.minutes import StepMinutes
from consensus.record.sections import answers, spread
from consensus.record.sections.answers import voices
from consensus.record.telling import Telling
from consensus.steps import judge


def sections(told: Telling, step: StepMinutes, said: judge.Minutes) -> Iterator[Section]:
    """Yield how a question was asked and what came of it, the spread, and every answer."""
    lines = (*_asked(told, step, said), *spread.lines(told, step, said), *_silent(told, step, said))
    yield Section(step.id, told.heading(step), lines, level=3)
    yield from spread.sections(told, step, said)
    if step.minuted == "full":
        yield answers.section(told, step, said)


def _asked(told: Telling, step: StepMinutes, said: judge.Minutes) -> Iterator[Line]:
    asked = said.settings
    prompt = told.meeting.agenda[step.number - 1].plan.prompt
    if prompt:
        yield told.fact(f"{step.id}.prompt", "record-asked", {"words": prompt})
    some = asked.least and asked.least < len(said.items)
    facts: dict[str, Fact] = {
        "ask": "rank-some" if asked.ask == "rank" and some else asked.ask,
        "count": asked.choose or asked.least,
        "low": asked.low,
        "high": asked.high,
    }
    yield told.fact(f"{step.id}.form", "record-form", facts)
    yield told.fact(f"{step.id}.shown", "record-shown", {"shown": asked.shown})


def _silent(told: Telling, step: StepMinutes, said: judge.Minutes) -> Iterator[Line]:
    unsure = [voice for voice in voices(told, step, said) if voice.ballot.unsure]
    if unsure:
        who = tuple(voice.who for voice in unsure)
        facts: dict[str, Fact] = {"who": who, "count": len(unsure), "shown": said.settings.shown}
        about = [voice.member for voice in unsure]
        line = Say("record-unsure", facts)
        yield told.line(f"{step.id}.unsure", "opinion", line, readers="professionals", about=about)
    if said.did_not_answer:
        silent: dict[str, Fact] = {"who": told.everybody(said.did_not_answer)}
        yield told.line(
            f"{step.id}.silent",
            "fact",
            Say("record-did-not-answer", silent),
            readers="professionals",
            about=said.did_not_answer,
        )
