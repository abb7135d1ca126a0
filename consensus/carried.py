"""What one meeting of a series takes from the one before: promises, disagreements, words, texts.

People are not among it: they join the new room with its own code, and are known by name again.
"""

from msgspec import Struct

from consensus.answers.promises import Promise
from consensus.answers.sides import DisagreementId
from consensus.roomwide.agencies import Card
from consensus.roomwide.disagreements import Disagreement
from consensus.roomwide.glossary import Word


class Settled(Struct, frozen=True):
    """What a step of the meeting before came to, in words; `agreed` where every voice agreed."""

    title: str
    text: str
    agreed: bool


class Carried(Struct, frozen=True):
    """What comes from the meeting before, which had this code (`room`), title and time (ms).

    `expected` are the agencies on its checklist, and `cards` what each said of itself. `vision` is
    the one sentence that the group settled on, in this meeting or in one before it.
    """

    room: str
    title: str
    at: int
    template: str
    settled: tuple[Settled, ...] = ()
    promises: tuple[Promise, ...] = ()
    disagreements: dict[DisagreementId, Disagreement] = {}
    words: tuple[Word, ...] = ()
    cards: tuple[Card, ...] = ()
    expected: tuple[str, ...] = ()
    vision: str = ""


class Followed(Struct, frozen=True):
    """A room that goes on from this one: its code, and since when (ms)."""

    code: str
    at: int


class CarriedRecord(Struct, frozen=True, tag="carried"):
    """Everyone: what was agreed and promised last time. Names are those of the people then."""

    title: str
    at: int
    vision: str
    settled: tuple[Settled, ...]
    promises: tuple[Promise, ...]


class FollowedRecord(Struct, frozen=True, tag="followed"):
    """Everyone: the code of a room that goes on from this one."""

    code: str
