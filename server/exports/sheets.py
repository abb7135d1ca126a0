"""What is made from a part of a record: a form on one page of paper, and the family's message."""

from collections.abc import Iterable

from msgspec.structs import replace

from consensus.items import StepId
from server.exports.document import Document, Part
from server.exports.laid_out import Block, Layout, Row, laid_out, safe
from server.record.message import Message
from server.words import Words


def form(document: Document, step: StepId, words: Words) -> Layout | None:
    """Return the sheets of a form, each a block of its own rows; nothing for any other step.

    A row holds what is asked, and what was written, with the reason for it.
    """
    parts = [part for part in document.parts if _is_of(part, step) and len(part.columns) == 4]
    if not parts:
        return None
    layout = laid_out(replace(document, parts=()), words)
    return replace(layout, blocks=tuple(_sheet(part) for part in parts))


def _is_of(part: Part, step: StepId) -> bool:
    return part.id == step or part.id.startswith(f"{step}.")


def _sheet(part: Part) -> Block:
    rows = (
        Row(
            id=line.id,
            cells=(safe(line.cells[0]), safe("\n".join(filter(None, line.cells[1:3])))),
            tag="",
            notes=(),
        )
        for line in part.lines
    )
    return Block(part.id, 2, safe(part.heading), "", (), tuple(rows), "")


def message(found: Iterable[Message], day: str, words: Words) -> Layout:
    """Return what the family is told: the agreed words, who stands behind them, and the day."""
    told = [_told(number, each, day, words) for number, each in enumerate(found, start=1)]
    title = words.say("message-page")
    none = Block("none", 2, title, "", (), (), words.say("message-none"), plain=True)
    return Layout(
        language=words.language,
        right_to_left=words.say("direction") == "rtl",
        title=title,
        head=(),
        facts=(),
        blocks=tuple(told) or (none,),
    )


def _told(number: int, message: Message, day: str, words: Words) -> Block:
    agencies = ", ".join(message.agencies)
    said = [*message.paragraphs]
    if agencies:
        said.append(f"{words.say('message-from')} {agencies}")
    said.append(f"{day}. {words.say('paper-wording', number=message.wording)}")
    rows = tuple(Row(f"{number}.{at}", (safe(each),), "", ()) for at, each in enumerate(said))
    return Block(str(number), 2, safe(message.title), "", (), rows, "", plain=True)
