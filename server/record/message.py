"""The message for the family: what was agreed to tell them, word for word, and nothing else."""

from collections.abc import Iterable

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from consensus.answers.stances import AGREEING
from consensus.items import StepId
from consensus.people import agency_key
from consensus.record.minutes import Minutes, minutes
from consensus.refusal import Refusal
from consensus.steps import settle
from server.doors import seat_of, seated
from server.pages import render
from server.screens import refused_page


class Message(Struct, frozen=True):
    """One settled text in plain words, and the agencies that stand behind it.

    A "no" is kept in the record of the professionals, and not here: a family hears one voice.
    """

    title: str
    paragraphs: tuple[str, ...]
    wording: int
    agencies: tuple[str, ...]
    settled: bool = True


def messages(record: Minutes, writing: StepId = "") -> tuple[Message, ...]:
    """Return every plain text that was settled, in the order of the agenda.

    One that a group is still `writing` is among them as it would be if it were settled now.
    """
    return tuple(
        Message(
            step.title,
            tuple(step.said.text.words.split("\n\n")),
            step.said.text.wording,
            tuple(_agencies(record, step.said)),
            step.said.slots[0].settled,
        )
        for step in record.steps
        if isinstance(step.said, settle.Minutes)
        and step.said.text is not None
        and step.said.text.plain
        and (step.said.slots[0].settled or (step.id == writing and step.said.text.words))
    )


def _agencies(record: Minutes, said: settle.Minutes) -> Iterable[str]:
    """Return the agencies that stand behind it as one, in the order in which they came."""
    words = {member: stance.word for member, stance in said.slots[0].stances.items()}
    against = {agency_key(m.agency) for m in record.people if words.get(m.id) == "no"}
    agreeing = (m.agency for m in record.people if words.get(m.id) in AGREEING)
    named = {agency_key(agency): agency for agency in agreeing}
    return (agency for key, agency in named.items() if key not in against)


async def message(request: Request) -> Response:
    """The message as a page to print or to send, for members."""
    try:
        room, member = await seated(request)
    except Refusal as refusal:
        return refused_page(request, refusal, 404)
    record = minutes(room.meeting)
    found = messages(record, request.query_params.get("writing", ""))
    when = record.closed or record.prepared
    return render(
        request,
        "message.html",
        room=room.row.code,
        seat=seat_of(request),
        messages=found,
        when=when,
        family=room.meeting.members[member].role == "family",
        closed=record.closed is not None,
    )
