"""Commands that waited together are decided together, one after another, for one append."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Sequence

from msgspec import Struct

from consensus.commands import Command
from consensus.meeting import Meeting, decide, evolve
from consensus.people import MemberId
from consensus.refusal import Code, Refusal
from server.log import Entry, NewEntry

logger = logging.getLogger(__name__)

# A browser repeats what it sent before its line dropped: at most a few commands, soon after. What
# is forgotten here and had an effect is found in the log.
MOST_KEPT = 10_000
MOST_WITHOUT_EFFECT = 1_000


class Ask(Struct):
    """A command on its way: by whom, under which id of theirs, and who waits for the answer."""

    command: Command
    by: MemberId | None
    id: str | None
    answer: asyncio.Future[int]

    @property
    def key(self) -> tuple[MemberId, str] | None:
        """What a repeat of this command has in common with it."""
        return (self.by, self.id) if self.by and self.id else None

    def settle(self, answer: int | Refusal) -> None:
        """Give the answer to whoever still waits for it."""
        if self.answer.done():
            return
        if isinstance(answer, Refusal):
            self.answer.set_exception(answer)
        else:
            self.answer.set_result(answer)


class Answers:
    """The first answer to each command id, so that a repeat never does a thing twice.

    The latest are remembered here. Those with events are found in the log for ever; those that
    changed nothing might, repeated much later, change something after all.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[MemberId, str], int] = OrderedDict()
        self._without_effect: OrderedDict[tuple[MemberId, str], int] = OrderedDict()

    def find(self, ask: Ask) -> int | None:
        """Return the position that a command id was answered with before, if it was."""
        key = ask.key
        if key is None:
            return None
        return self._kept.get(key) or self._without_effect.get(key)

    def keep(self, entry: Entry) -> None:
        """Remember an answer whose event is in the log."""
        if entry.by and entry.command:
            self._kept[entry.by, entry.command] = entry.position
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)

    def note(self, ask: Ask, position: int) -> None:
        """Remember an answer, whether or not an event of it is in the log."""
        if ask.key is not None and ask.key not in self._kept:
            self._without_effect[ask.key] = position
            if len(self._without_effect) > MOST_WITHOUT_EFFECT:
                self._without_effect.popitem(last=False)


class Batch:
    """What a room decided about several commands: events to append, and an answer for each."""

    def __init__(self, meeting: Meeting, position: int, at: int) -> None:
        self.entries: list[NewEntry] = []
        self.answers: list[int | Refusal] = []
        self._meeting = meeting
        self._position = position
        self._at = at
        self._ids: dict[tuple[MemberId, str], int] = {}

    def decide_all(self, asks: Sequence[Ask], known: Answers) -> None:
        """Decide commands in order, each after the ones before it."""
        for ask in asks:
            first = known.find(ask) or (self._ids.get(ask.key) if ask.key else None)
            answer = first if first is not None else self._decide(ask)
            self.answers.append(answer)
            if ask.key and not isinstance(answer, Refusal):
                self._ids[ask.key] = answer

    def _decide(self, ask: Ask) -> int | Refusal:
        meeting = self._meeting
        try:
            events = decide(meeting, ask.command, ask.by, self._at)
            for event in events:
                meeting = evolve(meeting, event)
        except Refusal as refusal:
            return refusal
        except Exception:
            logger.exception("a bug in deciding %s", type(ask.command).__name__)
            return Refusal(Code.TRY_AGAIN)
        self._meeting = meeting
        self.entries += [NewEntry(self._at, ask.by, ask.id, event) for event in events]
        return self._position + len(self.entries)
