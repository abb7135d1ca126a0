"""Works out what becomes of a room, in its log and its sealed editions, without one person."""

import asyncio
from collections.abc import Collection, Mapping, Sequence

import msgspec
from msgspec import Struct

from consensus import events as e
from consensus.forgetting.erasure import Entry, Erasure, erased
from consensus.forgetting.mentions import blanked, mentions
from consensus.meeting import decide
from consensus.people import MemberId
from consensus.roomwide.erasure import Erase, Ground
from consensus.state import Meeting
from server.access import new_id
from server.forgetting.receipts import FORMAT, Erased, sign
from server.log import Erasing, NewEntry, ReceiptRow, SqlLog
from server.proof.keys import SiteKey
from server.proof.leaves import with_headings
from server.proof.seal import Aside, Kept, Why, restore, store, without

ERASED = Why("erased")

# Fields of events, by position, in which somebody looked and found words that have to go too.
Also = Mapping[int, Collection[str]]


class Wanted(Struct, frozen=True):
    """Who is to be erased, on which ground, and what is to go beside their own words."""

    member: MemberId
    ground: Ground
    also: Also = {}


async def worked_out(
    log: SqlLog, room: str, meeting: Meeting, position: int, wanted: Wanted, at: int, key: SiteKey
) -> Erasing | None:
    """Return what becomes of a room at a time (ms), or nothing where they are gone already.

    The `meeting` is as it stands at the `position`. Raises `Refusal`, and ValueError for fields
    whose words may not go, because they are none or name somebody else.
    """
    happened = decide(meeting, Erase(wanted.member, wanted.ground), None, at)
    if not happened:
        return None
    entries = [x for x in await log.read(room) if x.position <= position]
    log_entries: list[Entry] = [(x.position, x.by, x.event) for x in entries]
    # A long history takes a moment, in which the other rooms go on.
    found = await asyncio.to_thread(erased, log_entries, meeting, wanted.member)
    anew = _with_more(log_entries, found.events, wanted.also)
    if wanted.also:
        await asyncio.to_thread(_check_names, log_entries, meeting, wanted)
    announced = len(meeting.sealing.editions)
    editions = await _editions(log, room, announced, found)
    return Erasing(
        last=position,
        epoch=new_id(),
        anew=anew,
        entries=[NewEntry(at, None, None, event) for event in happened],
        seats=sorted(found.seats),
        editions=editions,
        announced=announced,
        receipt=_receipt(meeting, wanted, at, (len(anew), len(editions)), key),
    )


def _with_more(log: Sequence[Entry], anew: Mapping[int, e.Event], also: Also) -> dict[int, e.Event]:
    events = {at: anew.get(at, event) for at, _, event in log}
    if not also.keys() <= events.keys():
        raise ValueError("there is no such event")
    return {**anew, **{at: blanked(events[at], found) for at, found in also.items()}}


def _check_names(log: Sequence[Entry], meeting: Meeting, wanted: Wanted) -> None:
    """Refuse what names them nowhere: nobody else's words go under the name of an erasure."""
    may = {(each.position, each.field) for each in mentions(log, meeting, wanted.member)}
    if not {(at, field) for at, fields in wanted.also.items() for field in fields} <= may:
        raise ValueError("these are not words that name them")


# --- what is sealed ---------------------------------------------------------------------------


async def _editions(log: SqlLog, room: str, count: int, found: Erasure) -> dict[int, bytes]:
    """Return the sealed editions that held something of them, as they are kept from now on."""
    anew = {}
    for number in range(1, count + 1):
        stored = await log.record(room, number)
        without_them = await asyncio.to_thread(_without, stored, found) if stored else None
        if without_them is not None:
            anew[number] = without_them
    return anew


def _without(stored: bytes, found: Erasure) -> bytes | None:
    """Return an edition without them, or nothing where nothing in it was theirs."""
    kept = restore(stored)
    gone = _gone(kept, found)
    return store(without(kept, gone)) if gone else None


def _gone(kept: Kept, found: Erasure) -> dict[int, Why]:
    """Return the entries that are theirs, about them, or hold a name or words of theirs."""
    words = [word.casefold() for word in found.words]
    theirs = {
        number: ERASED
        for number, (entry, aside) in enumerate(zip(kept.entries, kept.asides, strict=True))
        if entry is not None and (_is_theirs(aside, found) or _holds(entry, words))
    }
    return with_headings([entry.says if entry else None for entry in kept.entries], theirs)


def _is_theirs(aside: Aside, found: Erasure) -> bool:
    return aside.whose in found.seats or not found.seats.isdisjoint(aside.about)


def _holds(entry: Struct, words: Sequence[str]) -> bool:
    text = "\n".join(_strings(msgspec.to_builtins(entry))).casefold()
    return any(word in text for word in words)


def _strings(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case dict():
            return [text for each in value.values() for text in _strings(each)]
        case list() | tuple():
            return [text for each in value for text in _strings(each)]
        case _:
            return []


# --- what is left -----------------------------------------------------------------------------


def _receipt(
    meeting: Meeting, wanted: Wanted, at: int, counts: tuple[int, int], key: SiteKey
) -> ReceiptRow:
    events, editions = counts
    sealed = meeting.sealing.editions
    made = Erased(
        format=FORMAT,
        version=1,
        id=new_id(),
        what="person",
        at=at,
        template=meeting.template,
        events=events,
        members=1,
        editions=editions,
        because=wanted.ground,
        owner=meeting.beside.retention.now.owner,
        root=sealed[-1].root if sealed else "",
    )
    return sign(made, key)
