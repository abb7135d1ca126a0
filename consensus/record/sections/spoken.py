"""What was talked about: turns with their time and the note that was kept of each."""

from collections.abc import Iterator

from consensus.record.lines import Cell, Line, LineId, Say, Section
from consensus.record.minutes import StepMinutes
from consensus.record.telling import Telling, columns, ids
from consensus.steps import turns

_MINUTE = 60_000
_COLUMNS = ("turn", "minutes", "kept", "said-back")


def sections(told: Telling, step: StepMinutes, said: turns.Minutes) -> Iterator[Section]:
    """Yield the turns that were had, in their order."""
    settings = told.meeting.agenda[step.number - 1].plan.settings
    back = isinstance(settings, turns.Settings) and settings.back_to
    prefix = f"{step.id}.turn"
    names = ids(prefix, (topic for topic, _ in said.turns)) if said.by == "agencies" else {}
    yield Section(
        step.id,
        told.heading(step),
        tuple(
            _turn(told, names.get(topic, f"{prefix}.{topic}"), said, topic, turn, back)
            for topic, turn in said.turns
        ),
        columns(_COLUMNS[: 3 + back]),
        level=3,
        empty=Say("record-no-turns"),
    )


def _turn(
    told: Telling, id: LineId, said: turns.Minutes, topic: str, turn: turns.Turn, back: bool
) -> Line:
    minutes = Say("record-turn-minutes", {"minutes": str(round(turn.spent / _MINUTE))})
    cells: list[Cell] = [_topic(told, said, topic), minutes, turn.note or Say("record-no-note")]
    if back:
        cells.append(Say("record-yes-no", {"value": "yes" if turn.said_back else "no"}))
    about = (topic,) if said.by == "people" else (said.presenter or "",)
    return told.line(id, "opinion", *cells, readers="professionals", about=about)


def _topic(told: Telling, said: turns.Minutes, topic: str) -> Cell:
    match said.by:
        case "items":
            return told.called(topic)
        case "people":
            if topic == said.presenter:
                return Say("record-presented", {"who": told.who(topic)})
            return told.who(topic)
        case "agencies":
            return topic
        case "phases":
            phase = said.phases[int(topic)]
            if phase.presenter and said.presenter is not None:
                facts = {"who": told.who(said.presenter), "does": phase.presenter}
                return Say("record-phase", {**facts, "title": phase.title})
            return phase.title
