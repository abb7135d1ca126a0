"""A live room: one owner task, through which everything that changes a meeting goes."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterable, Sequence
from random import random
from typing import Protocol

import msgspec
from msgspec import Struct

from consensus import commands as c
from consensus import events as e
from consensus.dates import DAY
from consensus.forgetting.keeping import forgotten_at
from consensus.meeting import evolve
from consensus.people import MemberId
from consensus.refusal import Code, Refusal
from consensus.roomwide.erasure import PersonErased
from consensus.state import Meeting
from server import metrics, news
from server.attendance import Attendance
from server.audience import Audience
from server.batch import Answer, Ask, Batch, answer_in
from server.bus import Bus
from server.connections import Connection
from server.forgetting import blanking
from server.limits import Bucket
from server.log import Conflict, Entry, RoomRow, SqlLog, Unavailable
from server.presence import Presence
from server.recall import Recalled, remember
from server.slips import Slips, steps_asked
from server.wire import CloseCode

logger = logging.getLogger(__name__)

Clock = Callable[[], int]

# Each conflict means that another node was quicker. This often in a row, something is wrong.
MOST_CONFLICTS = 20

# What is asked of a busy room within this part of a tick is decided and kept together: an append
# costs about the same for one command as for ten, and nobody is shown any of it before the tick.
PART_OF_A_TICK = 0.4

# In seconds. While nodes get in each other's way in a room, each waits for a random part of a pause
# before it decides: fewer and fuller appends, and mostly one node at a time.
FIRST_PAUSE, LONGEST_PAUSE = 0.004, 0.032

# A room of 5,000 who all tap at once is heard; a room of scripts is not.
BURST, PER_SECOND = 5_000, 1_000

# A snapshot costs a few milliseconds; reading this many events costs about as much.
SNAPSHOT_EVERY = 500
SNAPSHOT_AT_CLOSE = 50


def wall_clock() -> int:
    """Return the time in ms."""
    return time.time_ns() // 1_000_000


class _ReadOn(Struct):
    """Asks the owner to look into the log for what it may have missed; somebody may wait for it."""

    done: asyncio.Future[None] | None = None

    def end(self) -> None:
        """Tell whoever waits that the owner has looked, or could not."""
        if self.done is not None and not self.done.done():
            self.done.set_result(None)


class _Close(Struct, frozen=True):
    """Asks the owner to finish what is under way, and to end."""


_Work = Ask | news.Happened | _ReadOn | _Close


# Who looks at a room after everything that happens in it.
Watcher = Callable[["LiveRoom"], None]


class Looker(Protocol):
    """Somebody who needs a room in memory without a line into it, as a hall's floor does."""

    def lines(self, room: "LiveRoom") -> Iterable[Connection]:
        """Return the lines that are served from this room and are not its own."""

    def gone(self, room: "LiveRoom", code: CloseCode) -> None:
        """Know that the room's log is gone or was written anew."""


class LiveRoom:
    """A room in memory: its meeting, who is there, and the lines to it.

    Only the owner task changes `meeting` and `position`, and only after the log has the events.
    Other nodes may have the same room: the log decides whose append came first. An `outdated` one
    is no longer what the log has: nothing more is decided in it, and nothing of it is kept. A
    `doubted` one may be: another node said so, perhaps of what this one has left behind already.
    """

    def __init__(
        self,
        row: RoomRow,
        recalled: Recalled,
        log: SqlLog,
        bus: Bus,
        clock: Clock,
        node: str,
        changed: "Watcher | None" = None,
    ) -> None:
        self.row = row
        self.meeting: Meeting = recalled.meeting
        self.position = recalled.position
        self.audience = Audience(self.meeting, self.position)
        self.attendance = Attendance(self)
        self.presence = Presence(row.id, bus, node, self.attendance)
        self.lookers: set[Looker] = set()
        self.in_doubt = False
        self.outdated = False
        self.doubted = False
        self._log = log
        self._bus = bus
        self._clock = clock
        self._answers = recalled.answers
        self._snapshot_at = recalled.kept
        self._forget_at = row.forget_at
        self._work: asyncio.Queue[_Work] = asyncio.Queue()
        self._closing = False
        self._changed = changed
        self._decided, self._pause = 0.0, 0.0
        self._bucket = Bucket(BURST, 0.0)
        self._remembering: asyncio.Task[None] | None = None
        self._owner = asyncio.create_task(self._own(), name=f"room {row.id}")
        bus.join(row.id, self)
        for member in self.meeting.members.values():
            if member.here:  # a moment ago, or at another node
                self.attendance.expect(member.id)

    async def close(self) -> None:
        """Answer what has been asked, keep a snapshot, and let go of the room."""
        self._closing = True
        self._bus.leave(self.row.id)
        self.presence.close()
        self.audience.close()
        await self.attendance.close()
        self._work.put_nowait(_Close())
        await self._owner
        if self._remembering is not None:
            await self._remembering
        if not self.outdated and self.position - self._snapshot_at >= SNAPSHOT_AT_CLOSE:
            await remember(self._log, self.row, self.meeting, self.position)

    def let_go(self, code: CloseCode) -> None:
        """Send everybody away from a room whose log is gone or was written anew."""
        self.outdated = True
        for line in self.audience.everybody():
            line.hang_up(code)
        for looker in list(self.lookers):
            looker.gone(self, code)

    def lines(self) -> list[Connection]:
        """Return every line into the room, and those that are served from it."""
        return [
            *self.audience.everybody(),
            *(line for looker in self.lookers for line in looker.lines(self)),
        ]

    @property
    def idle(self) -> bool:
        """Whether nobody has a line or looks on, and nothing is under way."""
        if self.audience.everybody() or self.lookers:
            return False
        return not self.attendance.busy and self._work.empty()

    # --- asking ---

    async def ask(
        self,
        command: c.Command,
        by: MemberId | None = None,
        command_id: str | None = None,
        again: bool = False,
    ) -> int:
        """Do a command and return the position at which its effects are kept, or raise `Refusal`.

        A command id that this member used before gets the answer of the first time. Of those that
        may be repeats (`again`), the log is asked too.
        """
        if self._closing:
            raise Refusal(Code.TRY_AGAIN)
        loop = asyncio.get_running_loop()
        if by is not None and not self._bucket.take(BURST, PER_SECOND, loop.time()):
            raise Refusal(Code.TOO_FAST)
        ask = Ask(command, by, command_id, loop.create_future(), again)
        if again and (first := await self._first_answer(ask)) is not None:
            ask.settle(first)
        elif self._closing:
            raise Refusal(Code.TRY_AGAIN)
        else:
            self._work.put_nowait(ask)
        return await ask.answer

    async def _first_answer(self, ask: Ask) -> Answer | None:
        """Look for the answer to a repeat further back than this process remembers."""
        if ask.by is None or ask.id is None or self._answers.find(ask) is not None:
            return None
        try:
            entry = await self._log.answer(self.row.id, ask.by, ask.id)
        except Unavailable as error:
            raise Refusal(Code.TRY_AGAIN) from error
        return answer_in(entry) if entry else None

    async def _own(self) -> None:
        while await self._goes_on():
            pass

    async def _goes_on(self) -> bool:
        """Do all that waits, and hold on to none of it; say whether there is to be more."""
        work = [await self._work.get()]
        if isinstance(work[0], Ask):
            await self._let_more_gather()
        while not self._work.empty():
            work.append(self._work.get_nowait())
        asks = [piece for piece in work if isinstance(piece, Ask)]
        try:
            await self._follow(work)
            if asks and not self.outdated:
                await self._answer_all(asks)
        except Unavailable as error:
            self._hold_on(error)
        except Exception:
            # Whatever went wrong, the room goes on: those who wait are told, and may repeat.
            # What was not confirmed may still have been kept, so the log is read before more.
            logger.exception("room %s could not answer", self.row.id)
            self.in_doubt = True
        for ask in asks:
            ask.settle(Refusal(Code.TRY_AGAIN))  # where nothing else was answered
        for piece in work:
            if isinstance(piece, _ReadOn):
                piece.end()
        return not any(isinstance(piece, _Close) for piece in work)

    def _hold_on(self, error: Unavailable) -> None:
        """Say once that the log is away."""
        if not self.in_doubt:
            logger.warning("room %s waits for its log (%s)", self.row.id, error.code)
        self.in_doubt = True

    async def _let_more_gather(self) -> None:
        """Wait for a moment where the room is busy; in a quiet one, nobody waits."""
        loop = asyncio.get_running_loop()
        rest = self._decided + PART_OF_A_TICK * self.audience.interval - loop.time()
        wait = max(rest, self._pause * random())
        if wait > 0:
            await asyncio.sleep(wait)
        self._decided = loop.time()

    async def _answer_all(self, asks: list[Ask]) -> None:
        """Decide everything that was waiting, keep it in one append, and only then answer.

        Nothing is decided any more on what is not what the log has.
        """
        for _ in range(MOST_CONFLICTS):
            if self.outdated:
                return
            slips = await self._unopened(asks)
            batch = Batch(self.meeting, self.position, self._clock(), slips)
            batch.decide_all(asks, self._answers)
            try:
                await self._keep(batch)
                break
            except Conflict:
                metrics.CONFLICTS.inc()
                self._pause = min(max(2 * self._pause, FIRST_PAUSE), LONGEST_PAUSE)
                await self._catch_up()
        else:
            raise Conflict(f"{MOST_CONFLICTS} times in a row")
        self._pause = 0.0 if self._pause < FIRST_PAUSE else 0.8 * self._pause
        for ask, answer in zip(asks, batch.answers, strict=True):
            if not isinstance(answer, Refusal):
                self._answers.note(ask, answer)
            ask.settle(answer)

    async def _unopened(self, asks: Sequence[Ask]) -> Slips:
        """Read the unattributed answers that these commands change or open, if any do."""
        steps = steps_asked(self.meeting, (ask.command for ask in asks))
        return Slips({step: await self._log.slips(self.row.id, step) for step in sorted(steps)})

    async def _keep(self, batch: Batch) -> None:
        """Append entries, or, where there are none, find out that nobody else has; or `Conflict`.

        Either way the log agrees that what was decided was decided on how things are.
        """
        after, exchanges = self.position, batch.exchanges
        forget_at = self._new_day(batch) if batch.entries else None
        closed = batch.meeting.closed is not None
        ends = await blanking.closing(self._log, self.row.id, after, batch.entries, closed=closed)
        entries, blanks = (ends.entries, ends.blanks) if ends else (batch.entries, None)
        if exchanges or forget_at is not None or blanks is not None:
            await self._log.append_with_slips(
                self.row.id, after, entries, exchanges, forget_at, blanks
            )
            self._forget_at = forget_at or self._forget_at
            self._snapshot_at = self._snapshot_at if blanks is None else 0
        elif entries:
            await self._log.append(self.row.id, after, entries)
        elif not self._bus.alone and await self._is_behind():
            raise Conflict
        if not entries:
            return
        if not self._bus.alone:
            self._bus.say(self.row.id, news.happened(after, entries))
        self._take_in(
            [Entry(n, x.by, x.command, x.event) for n, x in enumerate(entries, after + 1)]
        )
        kept = self._remembering is None or self._remembering.done()
        if kept and self.position - self._snapshot_at >= SNAPSHOT_EVERY:
            self._snapshot_at = self.position
            work = remember(self._log, self.row, self.meeting, self.position)
            self._remembering = asyncio.create_task(work)

    def _new_day(self, batch: Batch) -> int | None:
        """Return when (ms) the room is to be forgotten, where that is not what is kept of it.

        In a room that goes on, it moves with everything that happens: once a day is enough.
        """
        found = forgotten_at(batch.meeting, batch.entries[-1].at)
        near = self._forget_at is not None and 0 <= found - self._forget_at < DAY
        settled = batch.meeting.closed is not None and found != self._forget_at
        return found if settled or not near else None

    # --- following what happens, here and at other nodes ---

    def read_on(self) -> None:
        """Look into the log for what may have been missed, as soon as the owner gets to it."""
        self._work.put_nowait(_ReadOn())

    async def reach(self, epoch: str, position: int) -> None:
        """Read on if somebody has been further in this log than this node has.

        Raises `Refusal` where that cannot be done now: nobody is taken back in time.
        """
        if epoch == self.row.epoch and position > self.position:
            await self.look()

    async def look(self) -> None:
        """Return when the log has been read on; raises `Refusal` where that cannot be done now."""
        if self._closing:
            raise Refusal(Code.TRY_AGAIN)
        done = asyncio.get_running_loop().create_future()
        self._work.put_nowait(_ReadOn(done))
        await done
        if self.in_doubt or self.outdated:
            raise Refusal(Code.TRY_AGAIN)

    async def _follow(self, work: Sequence[_Work]) -> None:
        missed = self.in_doubt
        for piece in work:
            if isinstance(piece, news.Happened):
                if piece.after <= self.position:
                    self._take_in([x for x in piece.read() if x.position > self.position])
                else:
                    missed = True
            elif isinstance(piece, _ReadOn):
                missed = True
        if missed:
            await self._catch_up()

    async def _is_behind(self) -> bool:
        return (await self._log.heads([self.row.id])).get(self.row.id, 0) > self.position

    async def _catch_up(self) -> None:
        self._take_in(await self._log.read(self.row.id, after=self.position))
        if self.in_doubt:
            logger.warning("room %s goes on", self.row.id)
        self.in_doubt = False

    def _take_in(self, entries: Sequence[Entry]) -> None:
        if not entries:
            return
        for entry in entries:
            self.meeting = evolve(self.meeting, entry.event)
            self.position = entry.position
            self._answers.keep(entry)
            if isinstance(entry.event, e.MemberLeft):
                self.attendance.level(entry.event.member)  # another node may not know our line
            elif isinstance(entry.event, e.MemberJoined) and entry.event.admitted:
                self.attendance.expect(entry.event.member)  # they may have gone from the door
            elif isinstance(entry.event, PersonErased):
                self.outdated = True  # another node wrote anew what was taken in before
        self.audience.take_in(self.meeting, self.position, [entry.event for entry in entries])
        if self._changed is not None:
            self._changed(self)

    def heard(self, message: bytes) -> None:
        """Take in what another node says. One of another version is not understood, nor needed."""
        try:
            told = news.read(message)
        except msgspec.MsgspecError:
            self.read_on()
            return
        if isinstance(told, news.Happened):
            self._work.put_nowait(told)
        elif isinstance(told, news.Rewritten):
            self.doubted = True
        else:
            self.presence.heard(told)

    def missed(self) -> None:
        """Read on, and find out who is where: what was said meanwhile is lost."""
        self.read_on()
        self.presence.ask_around()

    # --- who is here ---

    def enter(self, connection: Connection, epoch: str = "", position: int = -1) -> None:
        """Let a line in that says what it has of which log; its member is in the room from now on.

        A line that says so again, because it found a gap, is believed again. Raises `Refusal` when
        the room is about to be let go, or the member has just been removed.
        """
        gone = connection.member is not None and connection.member not in self.meeting.members
        if self._closing or gone:
            raise Refusal(Code.TRY_AGAIN)
        known = position if epoch == self.row.epoch else -1
        new = self.audience.enter(connection, known)
        for member in connection.people if new else ():
            self.attendance.opened(member)

    def leave(self, connection: Connection) -> None:
        """Let a line go; its member has left when none is back within a hiccup."""
        was_here = self.audience.leave(connection)
        for member in connection.people if was_here else ():
            self.attendance.ended(member)

    def here(self, member: MemberId) -> bool | None:
        """Return whether the record has a member here; nothing where it is settled."""
        found = self.meeting.members.get(member)
        settled = self._closing or self.meeting.closed is not None or self._sits_elsewhere(member)
        return None if found is None or settled else found.here

    def _sits_elsewhere(self, member: MemberId) -> bool:
        return self.meeting.table is not None and member in self.meeting.table.moved

    def elsewhere(self, member: MemberId) -> bool:
        """Say whether a member has a line at another node."""
        return self.presence.elsewhere(member)

    def hears(self) -> bool:
        """Say whether other nodes can be heard, if there are any."""
        return self._bus.up

    def now(self) -> int:
        """Return the time in ms."""
        return self._clock()

    def moved(self, member: MemberId) -> None:
        """Tell the other nodes, soon, that a member's line came or went."""
        self.presence.moved(member)
