"""Items: the statements that a meeting is about, and where a step takes its items from."""

import re
from typing import Literal

from msgspec import Struct

from consensus.refusal import Code, Refusal
from consensus.text import STATEMENT_LENGTH, one_line

FEWEST_STATEMENTS = 3
MOST_STATEMENTS = 50

ItemId = str
StepId = str

# What a question is about whose step takes no items: the step itself.
ITSELF: ItemId = "-"

_NUMBERING = re.compile(r"^(?:\(?\d{1,2}[.):]|[-*•‣–])(?:\s+|$)")


class Item(Struct, frozen=True):
    """One statement: an id that is unique in its meeting, and the words."""

    id: ItemId
    text: str


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a step's items come from.

    `step` is an earlier step, or nothing for the meeting's own list. Of a settled board, `take`
    says whether its chosen items or the rest are meant; of a collect step, whether the notes of
    a `lane` become items; other steps pass on all their items. A step that takes none asks about
    itself.
    """

    step: StepId | None = None
    take: Literal["all", "chosen", "rest", "notes", "none"] = "all"
    lane: str = ""


def parse_statements(text: str) -> tuple[Item, ...]:
    """Read one statement a line; numbering and bullets at the start of a line are dropped.

    Refuses fewer than 3 or more than 50 statements, one that is longer than a card can show, and
    the same words twice (case and spacing aside), because nobody could tell them apart in a rank.
    """
    lines = [one_line(_NUMBERING.sub("", one_line(line))) for line in text.splitlines()]
    statements = [line for line in lines if line]
    if len(statements) < FEWEST_STATEMENTS:
        raise Refusal(Code.TOO_FEW_STATEMENTS, count=len(statements), least=FEWEST_STATEMENTS)
    if len(statements) > MOST_STATEMENTS:
        raise Refusal(Code.TOO_MANY_STATEMENTS, count=len(statements), most=MOST_STATEMENTS)
    for number, statement in enumerate(statements, start=1):
        if len(statement) > STATEMENT_LENGTH:
            raise Refusal(Code.STATEMENT_TOO_LONG, number=number, most=STATEMENT_LENGTH)
    _refuse_twins(statements)
    return tuple(Item(f"s{n}", statement) for n, statement in enumerate(statements, start=1))


def _refuse_twins(statements: list[str]) -> None:
    seen: dict[str, int] = {}
    for number, statement in enumerate(statements, start=1):
        first = seen.setdefault(statement.casefold(), number)
        if first != number:
            raise Refusal(Code.SAME_STATEMENT_TWICE, first=first, second=number)
