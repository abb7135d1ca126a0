"""What is asked of pref_voting's process, and what it answers."""

from typing import Literal

from msgspec import Struct


class Question(Struct):
    """`prepare`: make profiles. `firsts`: Kemeny's winners. `margins`: a profile and its margins.

    `orders`: the ballots of each profile. `number`: which of them is asked about.
    """

    task: Literal["prepare", "firsts", "margins"]
    orders: list[list[list[int]]] = []
    number: int = 0


class Answer(Struct):
    """Milliseconds and what was found: the items that are first, or rows of margins."""

    wall: float = 0.0
    cpu: float = 0.0
    firsts: list[int] = []
    margins: list[list[int]] = []
