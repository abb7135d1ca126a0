"""The grounds on which a line may be withheld from a copy, and the guidance that they rest on.

A ground is always the judgement of whoever decides. The guidance is dated text that a host can
replace: law and local rules change, and the record of a disclosure says which reading it was.
"""

from typing import Literal, get_args

from msgspec import Struct

Ground = Literal[
    "another_person",
    "serious_harm",
    "childs_interests",
    "social_work",
    "legal_advice",
    "inquiry",
    "not_about_asker",
    "in_confidence",
]
GROUNDS: tuple[Ground, ...] = get_args(Ground)


class Guidance(Struct, frozen=True, forbid_unknown_fields=True):
    """What a host works to: an edition, the day it was read, and what each ground rests on.

    `note` is said wherever somebody decides. `risk_words` are words in a line that make one look
    again, because a copy that holds it might put somebody in danger.
    """

    id: str
    edition: str
    read: str
    note: str
    rests_on: dict[Ground, str]
    risk_words: tuple[str, ...] = ()
