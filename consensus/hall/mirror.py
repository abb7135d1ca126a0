"""The assumption mirror: how well agencies know how one another would rank; never by person."""

from msgspec import Struct


class Cell(Struct, frozen=True):
    """What people `of` one agency guessed about another, and how it was.

    `surprise`: the share of pairs of statements, 0 to 1, that a guess puts the other way round than
    the people whom it is about, beyond how much those differ among themselves. `guesses` and
    `people` count those who guessed and those who were guessed.
    """

    of: str
    about: str
    guesses: int
    people: int
    surprise: float


class MirrorRecord(Struct, frozen=True, tag="mirror"):
    """Wall: the agencies, and the cells that enough people stand behind; `hidden` counts others."""

    agencies: tuple[str, ...]
    cells: tuple[Cell, ...]
    hidden: int
