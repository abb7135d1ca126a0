"""Blanking: what nobody was ever shown is gone when a meeting ends.

An event stays in its place, with its step and whoever did it: that somebody answered is no secret.
What they said is emptied, and the state lets go of the same (`ended`), so that a log that was
blanked makes the very same meeting. docs/decisions/0019-how-things-are-gone.md says why.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from consensus import events as e
from consensus import steps
from consensus.agenda import Step, StepPlan, states
from consensus.agendas import planning
from consensus.answers import guesses
from consensus.answers.notes import Note, NoteId
from consensus.items import StepId
from consensus.people import MemberId
from consensus.refusal import Code
from consensus.roomwide import contacts
from consensus.state import Meeting
from consensus.steps import collect, judge

# --- the log ----------------------------------------------------------------------------------


def unreleased(log: Iterable[tuple[int, e.Event]]) -> dict[int, e.Event]:
    """Return the events of a whole log that hold what was never shown, as they may stay.

    The log is given as positions and events, in order, from the first. Before the meeting has ended
    there are none: anything may still be opened. A log that was blanked has none either.
    """
    found = _Unreleased()
    events: dict[int, e.Event] = {}
    for position, event in log:
        events[position] = event
        found.take(position, event)
    if not found.over:
        return {}
    return {at: blank for at, blank in found.blanks(events) if blank != events[at]}


def leaves_behind(event: e.Event) -> bool:
    """Say whether a closed meeting's log may have something to blank after this event."""
    return isinstance(event, e.MeetingClosed | contacts.Entered)


class _Note:
    """Where a note that is still private was added, and last worded; and whose it is."""

    def __init__(self, added: int, author: MemberId) -> None:
        self.added, self.worded, self.author = added, added, author


class _Unreleased:
    """What has not been opened up to some event, and what will never be."""

    def __init__(self) -> None:
        self.over = False
        self._private: set[StepId] = set()
        self._ballots: dict[tuple[StepId, MemberId], int] = {}
        self._guesses: dict[tuple[StepId, MemberId], int] = {}
        self._notes: dict[tuple[StepId, NoteId], _Note] = {}
        self._reached: dict[MemberId, int] = {}
        self._lost: set[int] = set()
        self._reworded: set[int] = set()

    def blanks(self, events: dict[int, e.Event]) -> Iterator[tuple[int, e.Event]]:
        """Yield what will never be opened, emptied."""
        for position in sorted(self._lost | self._reworded):
            yield position, emptied(events[position], only_words=position not in self._lost)

    def take(self, position: int, event: e.Event) -> None:
        """Take in the next event."""
        match event:
            case e.MeetingPrepared(agenda=plans):
                for plan in plans:
                    self._plan(plan)
            case planning.StepAdded(plan=plan) | planning.StepChanged(plan=plan):
                self._plan(plan)
            case judge.BallotCast(step=step, member=member):
                self._lose(self._ballots.get((step, member)))
                self._ballots[step, member] = position
            case judge.Revealed(step=step):
                self._ballots = {of: at for of, at in self._ballots.items() if of[0] != step}
            case guesses.Guessed(step=step, member=member):
                self._lose(self._guesses.get((step, member)))
                self._guesses[step, member] = position
            case collect.NoteAdded() | collect.NoteEdited() | collect.NoteRemoved():
                self._write(position, event)
            case collect.NotesRevealed(step=step):
                self._private.discard(step)
                self._notes = {of: note for of, note in self._notes.items() if of[0] != step}
            case contacts.Entered(member=member):
                self._lose(self._reached.get(member))
                self._reached[member] = position
            case e.MemberRemoved(member=member):
                self._forget(member)
                self._lose(self._reached.pop(member, None))
            case e.MembersMerged(keep=keep, drop=drop):
                self._forget(drop)
                if keep in self._reached:
                    self._lose(self._reached.pop(drop, None))
                elif drop in self._reached:
                    self._reached[keep] = self._reached.pop(drop)
            case e.CommandAnswered(refused=Code.AGENCY_HAS_ANSWERED):
                self._lose(position)
            case e.MeetingClosed():
                self._end()

    def _plan(self, plan: StepPlan) -> None:
        if isinstance(plan.settings, collect.Settings) and plan.settings.private:
            self._private.add(plan.id)
        else:
            self._private.discard(plan.id)

    def _write(
        self, position: int, event: collect.NoteAdded | collect.NoteEdited | collect.NoteRemoved
    ) -> None:
        if event.step not in self._private:
            return
        of = (event.step, event.note)
        known = self._notes.get(of)
        match event:
            case collect.NoteAdded(author=author):
                self._notes[of] = _Note(position, author)
            case collect.NoteEdited() if known:
                self._reworded.add(known.worded)
                known.worded = position
            case collect.NoteRemoved() if known:
                self._lose_note(self._notes.pop(of))

    def _forget(self, member: MemberId) -> None:
        """Know that a member's seat is gone, and with it what nobody has seen of theirs."""
        for given in (self._ballots, self._guesses):
            for of in [of for of in given if of[1] == member]:
                self._lose(given.pop(of))
        for name in [name for name, note in self._notes.items() if note.author == member]:
            self._lose_note(self._notes.pop(name))

    def _end(self) -> None:
        self.over = True
        for position in (*self._ballots.values(), *self._guesses.values()):
            self._lose(position)
        for note in self._notes.values():
            self._lose_note(note)

    def _lose_note(self, note: _Note) -> None:
        self._lose(note.added)
        self._lose(note.worded)

    def _lose(self, position: int | None) -> None:
        if position is not None:
            self._lost.add(position)


def emptied(event: e.Event, *, only_words: bool = False) -> e.Event:
    """Return an event without what it says; only without its words, where the rest was shown."""
    match event:
        case judge.BallotCast():
            return judge.BallotCast(event.step, event.member, (), "")
        case guesses.Guessed():
            return guesses.Guessed(event.step, event.member, "", ())
        case collect.NoteAdded() if only_words:
            return replace(event, text="", source="", when="", nothing=False)
        case collect.NoteAdded(step, note, author=author, agency=agency):
            return collect.NoteAdded(step, note, "", author, "", (), agency)
        case collect.NoteEdited():
            return collect.NoteEdited(event.step, event.note, "", author=event.author)
        case contacts.Entered():
            # What somebody brings was for everybody.
            return replace(event, phone="", email="", second="", no_second=False, level="")
        case e.CommandAnswered():
            return replace(event, facts=dict.fromkeys(event.facts, ""))
        case _:
            return event


# --- the state --------------------------------------------------------------------------------


def ended(meeting: Meeting) -> Meeting:
    """Return a meeting that has ended without what was never opened; who answered stays known."""
    agenda = tuple(_ended(step) for step in meeting.agenda)
    same = all(after is before for after, before in zip(agenda, meeting.agenda, strict=True))
    return meeting if same else replace(meeting, agenda=agenda)


def _ended(step: Step) -> Step:
    match step.state:
        case judge.State() as state:
            left = _unopened_answers(replace(state, guessed=guesses.ended(state.guessed)))
            return step if left == state else replace(step, state=left)
        case collect.State(revealed=False, notes=notes) as state if notes:
            kept = {name: _unsaid(note) for name, note in notes.items()}
            return replace(step, state=replace(state, notes=kept))
        case _:
            return step


def _unopened_answers(state: judge.State) -> judge.State:
    if state.revealed or not state.ballots:
        return state
    return replace(state, ballots={}, answered=dict.fromkeys(state.ballots))


def _unsaid(note: Note) -> Note:
    return Note("", note.author, "", (), note.agency)


def concerned(meeting: Meeting) -> frozenset[MemberId]:
    """Return the members who lose something that they alone could see when a meeting ends."""
    return frozenset(
        member for state in states(meeting.agenda).values() for member in _unopened(state)
    )


def _unopened(state: steps.State) -> Iterable[MemberId]:
    match state:
        case judge.State(revealed=revealed, ballots=ballots):
            return {*state.guessed.made, *(() if revealed else ballots)}
        case collect.State(revealed=False):
            return state.writers()
        case _:
            return ()
