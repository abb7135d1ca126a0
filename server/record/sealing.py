"""Seals records: at the end of a meeting, and again when they were put right.

What is sealed is said in one language, kept word for word, and never made again. An edition is kept
before the log says that it is sealed. So a crash in between, or a second node, changes nothing:
whoever looks next goes on from there.
"""

import asyncio
import logging

from consensus.people import MemberId
from consensus.record import correcting
from consensus.record.sealing import Seal, may_seal
from consensus.record.written import record
from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from server.exports.document import Document, document
from server.log import Conflict, NewEdition, SqlLog, Unavailable
from server.proof.keys import SiteKey
from server.proof.leaves import entries
from server.proof.seal import Kept, Place, mark, restore, seal, store
from server.room import LiveRoom
from server.words import FALLBACK, Words

logger = logging.getLogger(__name__)

# Somebody may take a copy or put the record right while it is being sealed; not for ever.
MOST_TRIES = 5


class Sealer:
    """Seals the rooms of this process with the site's key, each once at a time."""

    def __init__(self, log: SqlLog, words: dict[str, Words], key: SiteKey) -> None:
        self.key = key
        self._log = log
        self._words = words[FALLBACK]
        self._looking: dict[str, asyncio.Task[None]] = {}

    async def __aenter__(self) -> "Sealer":
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.gather(*self._looking.values(), return_exceptions=True)

    def watch(self, room: LiveRoom) -> None:
        """See to it soon that a room's record is sealed, where it should be."""
        if room.row.id not in self._looking and _is_due(room):
            task = asyncio.create_task(self._see_to(room), name=f"seal {room.row.id}")
            self._looking[room.row.id] = task
            task.add_done_callback(lambda _: self._looking.pop(room.row.id, None))

    async def look(self, room: LiveRoom) -> None:
        """Return when a room's record is sealed, where it should be and can be."""
        self.watch(room)
        if task := self._looking.get(room.row.id):
            await asyncio.shield(task)

    async def again(self, room: LiveRoom, by: MemberId) -> None:
        """Seal a new edition for the chair; raises `Refusal`, also where nothing has changed."""
        meeting = room.meeting
        may_seal(by, meeting.members, meeting.closed)
        await self.look(room)
        await self._seal(room, by)

    async def edition(self, room: LiveRoom, number: int = 0) -> tuple[int, Kept]:
        """Return an edition and its number, the newest for 0; raises `Refusal`."""
        await self.look(room)
        announced = len(room.meeting.sealing.editions)
        number = number or announced
        # One that is kept and not announced may yet give way to another of the same number.
        kept = await self._kept(room.row.id, number) if number <= announced else None
        if kept is None:
            raise Refusal(Code.NO_SUCH_EDITION)
        return number, kept

    async def _see_to(self, room: LiveRoom) -> None:
        """Seal what is due; what cannot be done now is done when somebody looks next."""
        try:
            await self._seal(room, None)
        except (Refusal, Unavailable) as reason:
            logger.warning("room %s is not sealed yet: %s", room.row.id, type(reason).__name__)
        except Exception:
            logger.exception("room %s could not be sealed", room.row.id)

    async def _seal(self, room: LiveRoom, by: MemberId | None) -> None:
        for _ in range(MOST_TRIES):
            try:
                kept = await self._keep(room)
            except Conflict:
                await room.look()  # something happened meanwhile, which the edition may miss
                continue
            if kept is None:
                if by is not None:
                    raise Refusal(Code.NOTHING_TO_SEAL)
                return
            try:
                await room.ask(self._announced(kept, by))
                return
            except Refusal as refusal:
                if refusal.code is not Code.TRY_AGAIN:
                    raise
                await room.look()
        raise Refusal(Code.TRY_AGAIN)

    async def _keep(self, room: LiveRoom) -> Kept | None:
        """Return the next edition, which is kept now; nothing where it would say nothing new.

        One that was kept before and never announced will do while nothing has changed since.
        """
        meeting, position, at = room.meeting, room.position, room.now()
        edition = len(meeting.sealing.editions) + 1
        stored = await self._log.record(room.row.id, edition)
        unannounced = await self._restored(stored)
        if unannounced is not None and unannounced.changes == meeting.sealing.changes:
            return unannounced
        before = await self._kept(room.row.id, edition - 1)
        made = await asyncio.to_thread(self._made, room, meeting, before, at)
        if made is None:
            return None
        file = await asyncio.to_thread(store, made)
        new = NewEdition(edition, file, room.row.epoch, position, instead_of=stored)
        return await self._restored(await self._log.keep_record(room.row.id, new))

    def _announced(self, kept: Kept, by: MemberId | None) -> Seal:
        statement = kept.seal.statement
        return Seal(
            edition=statement.edition,
            root=statement.root,
            mark=mark(kept.seal),
            key=self.key.fingerprint,
            at=statement.at,
            changes=kept.changes,
            by=by,
        )

    def _made(self, room: LiveRoom, meeting: Meeting, before: Kept | None, at: int) -> Kept | None:
        """Return the next edition, or nothing where it would say the same as the one before."""
        written = self._written(meeting)
        if before is not None and _says_the_same(before, written):
            return None
        edition = len(meeting.sealing.editions) + 1
        root = before.seal.statement.root if before else ""
        place = Place(room.row.id, edition, at, root)
        return seal(written, place, self.key, meeting.sealing.changes)

    def _written(self, meeting: Meeting) -> Document:
        names = {member.id: member.name for member in meeting.members.values()}
        return document(record(meeting), self._words, names)

    async def _kept(self, room: str, edition: int) -> Kept | None:
        return await self._restored(await self._log.record(room, edition))

    async def _restored(self, stored: bytes | None) -> Kept | None:
        """Return an edition as it was kept: that of a large room takes a moment."""
        return await asyncio.to_thread(restore, stored) if stored is not None else None


def _says_the_same(kept: Kept, written: Document) -> bool:
    """Say whether a document says what was sealed; what was erased since is not in it either."""
    sealed = [entry.says for entry in kept.entries if entry is not None]
    return sealed == [says for says, _ in entries(written)]


def _is_due(room: LiveRoom) -> bool:
    """Say whether a record should be sealed now without anybody's asking for it.

    The first time that is at the end; after that, when there is no more time to put it right.
    """
    meeting = room.meeting
    if meeting.closed is None or not meeting.sealing.behind:
        return False
    return not meeting.sealing.editions or not correcting.is_open(meeting, room.now())
