"""A reader's copy of a record: the document as far as they may read it."""

from typing import get_args

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from starlette.requests import Request

from consensus.people import Member, MemberId, keeps_record
from consensus.record.labels import NARROWEST_FIRST, Readers
from consensus.record.lines import Moment
from consensus.record.readers import reads
from consensus.record.written import record
from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from server.exports.document import Document, document, read_by, say
from server.services import services
from server.words import Words


class Reader(Struct, frozen=True):
    """Who takes a copy, in which language, and which lines they may read.

    `member` is nobody where a keeper of the record takes the copy that others get.
    """

    member: MemberId
    words: Words
    allowed: frozenset[Readers]

    @property
    def works_with_them(self) -> bool:
        """Whether this copy holds more than the family's."""
        return "professionals" in self.allowed


def reader(request: Request, meeting: Meeting, member: Member) -> Reader:
    """Return who reads, and for whom a keeper of the record wants the copy; or raise `Refusal`."""
    words = services(request).words_for(request)
    wanted = request.query_params.get("readers")
    if wanted is None:
        return Reader(member.id, words, reads(member, meeting.case))
    if not keeps_record(member) or wanted not in get_args(Readers):
        raise Refusal(Code.NO_SUCH_PAGE)
    return Reader("", words, frozenset(NARROWEST_FIRST[NARROWEST_FIRST.index(wanted) :]))


def whole(meeting: Meeting, words: Words) -> bytes:
    """Return everything that is on record, as `copy` takes it."""
    names = {member.id: member.name for member in meeting.members.values()}
    return msgspec.msgpack.encode(sealed(document(record(meeting), words, names), meeting, words))


def sealed(written: Document, meeting: Meeting, words: Words) -> Document:
    """Return a document that says which sealed edition of the record it is, or comes after.

    What it says of that is in no seal itself: a seal is over what was written without it.
    """
    editions = meeting.sealing.editions
    if not editions:
        return written
    last, day = editions[-1], say(Moment(editions[-1].at), words)
    if meeting.sealing.behind:
        state = words.say("exports-behind", number=len(editions), day=day)
        return replace(written, state=state)
    state = words.say("exports-sealed", number=len(editions), day=day)
    return replace(written, state=state, fingerprint=last.mark)


def copy(everything: bytes, reader: Reader) -> bytes:
    """Return a reader's copy of everything; those of two who may read the same are the same."""
    found = read_by(opened(everything), reader.allowed, reader.member)
    most = next(each for each in NARROWEST_FIRST if each in reader.allowed)
    copy_for = reader.words.say("exports-copy", readers=most)
    return msgspec.msgpack.encode(replace(found, copy_for=copy_for))


def opened(copied: bytes) -> Document:
    """Return a copy as a document."""
    return msgspec.msgpack.decode(copied, type=Document)
