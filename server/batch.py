"""Commands that waited together are decided together, one after another, for one append."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Sequence

from msgspec import Struct

from consensus.commands import Command
from consensus.events import CommandAnswered, Event, unattributed
from consensus.meeting import decide, evolve
from consensus.people import MemberId
from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from server.log import Entry, Exchange, NewEntry
from server.slips import NONE, Slips, leaves_no_name

logger = logging.getLogger(__name__)

# A browser repeats what it sent before its line dropped: at most a few commands, soon after. What
# is forgotten here and had an effect is found in the log.
MOST_KEPT = 10_000
MOST_WITHOUT_EFFECT = 1_000


# Refusals that need not be written down: no decision, and the one that is final for everything.
_STANDS_ANYHOW = (Code.TRY_AGAIN, Code.MEETING_CLOSED)

# Where a command's effects are kept, or why it was not done.
Answer = int | Refusal


class Ask(Struct):
    """A command on its way: by whom, under which id of theirs, and who waits for the answer.

    `again` says that a copy of it may be on its way at another node.
    """

    command: Command
    by: MemberId | None
    id: str | None
    answer: asyncio.Future[int]
    again: bool = False

    @property
    def key(self) -> tuple[MemberId, str] | None:
        """What a repeat of this command has in common with it."""
        return (self.by, self.id) if self.by and self.id else None

    def settle(self, answer: Answer) -> None:
        """Give the answer to whoever still waits for it."""
        if self.answer.done():
            return
        if isinstance(answer, Refusal):
            # A new one, since each time that one is raised it holds on to more.
            self.answer.set_exception(Refusal(answer.code, **answer.facts))
        else:
            self.answer.set_result(answer)


def answer_in(entry: Entry) -> Answer:
    """Return the answer that an entry is, to the command that led to it."""
    match entry.event:
        case CommandAnswered(refused=Code() as code, facts=facts):
            return Refusal(code, **facts)
        case _:
            return entry.position


class Answers:
    """The first answer to each command id, so that a repeat never does a thing twice.

    The latest are remembered here. Those with events are found in the log for ever; those that
    changed nothing might, repeated much later, change something after all.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[MemberId, str], Answer] = OrderedDict()
        self._without_effect: OrderedDict[tuple[MemberId, str], int] = OrderedDict()

    def find(self, ask: Ask) -> Answer | None:
        """Return what a command id was answered with before, if it was."""
        key = ask.key
        if key is None:
            return None
        return self._kept.get(key) or self._without_effect.get(key)

    def keep(self, entry: Entry) -> None:
        """Remember an answer whose event is in the log."""
        if entry.by and entry.command:
            self._kept[entry.by, entry.command] = answer_in(entry)
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)

    def note(self, ask: Ask, position: int) -> None:
        """Remember an answer, whether or not an event of it is in the log."""
        if ask.key is not None and ask.key not in self._kept:
            self._without_effect[ask.key] = position
            if len(self._without_effect) > MOST_WITHOUT_EFFECT:
                self._without_effect.popitem(last=False)


class Batch:
    """What a room decided about several commands: events to append, and an answer for each.

    `meeting` is as it is after those that were decided. `slips` are the unattributed answers that
    the commands need to know.
    """

    def __init__(self, meeting: Meeting, position: int, at: int, slips: Slips = NONE) -> None:
        self.entries: list[NewEntry] = []
        self.answers: list[Answer] = []
        self.meeting = meeting
        self._slips = slips
        self._position = position
        self._at = at
        self._ids: dict[tuple[MemberId, str], Answer] = {}

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """What becomes of unattributed answers beside the entries."""
        return self._slips.exchanges

    def decide_all(self, asks: Sequence[Ask], known: Answers) -> None:
        """Decide commands in order, each after the ones before it."""
        for ask in asks:
            first = known.find(ask) or (self._ids.get(ask.key) if ask.key else None)
            answer = first if first is not None else self._decide(ask)
            self.answers.append(answer)
            if ask.key and (ask.again or not isinstance(answer, Refusal)):
                self._ids[ask.key] = answer

    def _decide(self, ask: Ask) -> Answer:
        before = len(self.entries)
        answer = self._decide_now(ask)
        if not ask.again or len(self.entries) > before:
            return answer
        if leaves_no_name(self.meeting, ask.command):
            return answer
        refused = answer if isinstance(answer, Refusal) else None
        if refused is not None and refused.code in _STANDS_ANYHOW:
            return answer
        self._write_down(ask, refused)
        return answer if refused is not None else self._position + len(self.entries)

    def _write_down(self, ask: Ask, refused: Refusal | None) -> None:
        """Keep an answer that changed nothing, before a copy of its command can be carried out."""
        event = CommandAnswered(refused.code, refused.facts) if refused else CommandAnswered()
        self.entries.append(NewEntry(self._at, ask.by, ask.id, event))

    def _decide_now(self, ask: Ask) -> Answer:
        meeting = self.meeting
        try:
            command = self._slips.asked(meeting, ask.command)
            events = decide(meeting, command, ask.by, self._at)
            slips = self._slips.after(meeting, command, events)
            for event in events:
                meeting = evolve(meeting, event)
        except Refusal as refusal:
            return refusal
        except Exception:
            logger.exception("a bug in deciding %s", type(ask.command).__name__)
            return Refusal(Code.TRY_AGAIN)
        self.meeting, self._slips = meeting, slips
        self.entries += [self._entry(ask, event) for event in events]
        return self._position + len(self.entries)

    def _entry(self, ask: Ask, event: Event) -> NewEntry:
        if unattributed(event):
            return NewEntry(self._at, None, None, event)
        return NewEntry(self._at, ask.by, ask.id, event)
