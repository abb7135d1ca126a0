"""What people wrote, lane by lane, with who is behind each note as the lane shows it."""

from collections.abc import Iterator

from consensus.answers.notes import Lane, Note, NoteId
from consensus.record.lines import SOMEBODY, Cell, Fact, Line, Readers, Say, Section
from consensus.record.minutes import StepMinutes
from consensus.record.telling import Telling, columns, day, listed
from consensus.steps import collect

# Their words stand together in a section of their own.
VOICES = frozenset({"child", "family"})
ELSEWHERE = VOICES | {"unknown"}

_COLUMNS = ("note", "about", "from", "source")


def sections(told: Telling, step: StepMinutes, said: collect.Minutes) -> Iterator[Section]:
    """Yield each lane; what the child or family said, and what nobody knows, stands elsewhere."""
    yield Section(step.id, told.heading(step), tuple(_lanes(told, step, said)), level=3)
    for lane in said.lanes:
        if lane.tone not in ELSEWHERE:
            yield Section(
                f"{step.id}.{lane.id}",
                Say("record-lane", {"title": step.title, "lane": lane.title}),
                tuple(rows(told, step, said, lane)),
                columns(_COLUMNS),
                level=3,
                empty=empty(told, said, lane),
            )


def _lanes(told: Telling, step: StepMinutes, said: collect.Minutes) -> Iterator[Line]:
    prompt = told.meeting.agenda[step.number - 1].plan.prompt
    if prompt:
        asked = Say("record-asked", {"words": prompt})
        yield told.line(f"{step.id}.prompt", "fact", asked, readers="professionals")
    counts = {lane.id: sum(n.lane == lane.id for n in said.notes.values()) for lane in said.lanes}
    for lane in said.lanes:
        place = "voices" if lane.tone in VOICES else lane.tone if lane.tone in ELSEWHERE else "here"
        facts: dict[str, Fact] = {"lane": lane.title, "count": counts[lane.id], "place": place}
        id = f"{step.id}.lane.{lane.id}"
        yield told.line(id, "fact", Say("record-lane-count", facts), readers="professionals")


def empty(told: Telling, said: collect.Minutes, lane: Lane) -> Say:
    """Return what is said of a lane without notes: thought of, or not."""
    if lane.id not in said.nones:
        return Say("record-lane-empty")
    return Say("record-lane-none", {"who": told.who(said.nones[lane.id])})


def rows(
    told: Telling,
    step: StepMinutes,
    said: collect.Minutes,
    lane: Lane,
    readers: Readers = "professionals",
) -> Iterator[Line]:
    """Yield the notes of a lane; those put together with another come after it."""
    notes = {id: note for id, note in said.notes.items() if note.lane == lane.id}
    under: dict[NoteId, list[NoteId]] = {}
    for id, note in notes.items():
        if note.into in notes:
            under.setdefault(note.into, []).append(id)
    for id, note in notes.items():
        if note.into not in notes:
            yield _row(told, step, lane, id, note, readers)
            for other in under.get(id, ()):
                yield _row(told, step, lane, other, notes[other], readers, together=True)


def _row(
    told: Telling,
    step: StepMinutes,
    lane: Lane,
    id: NoteId,
    note: Note,
    readers: Readers,
    *,
    together: bool = False,
) -> Line:
    words: Cell = note.text or Say("record-nothing-from-us")
    if together:
        words = Say("record-together-with", {"words": note.text})
    return told.line(
        f"{step.id}.note.{id}",
        "fact" if lane.tone == "unknown" else "opinion",
        words,
        listed(told.words(item) for item in note.items) if note.items else "",
        _author(told, lane, note),
        _source(note),
        readers=readers,
        whose=note.author or SOMEBODY,
        about=(note.author,) if note.author else (),
    )


def _author(told: Telling, lane: Lane, note: Note) -> Cell:
    if lane.shown == "nobody":
        return Say("record-unsaid")
    who: Fact = told.who(note.author) if note.author else note.agency or Say("record-unsaid")
    if note.for_agency and note.for_agency != note.agency:
        return Say("record-on-behalf", {"who": who, "agency": note.for_agency})
    return who if isinstance(who, str | Say) else ""


def _source(note: Note) -> Cell:
    if not note.source:
        return ""
    return Say("record-source", {"source": note.source, "day": day(note.when)})
