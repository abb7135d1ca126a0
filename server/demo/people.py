"""Made-up people with opinions that really move, the same ones for the same seed."""

from collections.abc import Sequence
from random import Random

from consensus.answers.stances import StanceWord
from consensus.items import ItemId

Order = tuple[ItemId, ...]

# fmt: off
_NAMES = (
    "Amina", "Ben", "Carys", "Dev", "Elin", "Femi", "Grace", "Hal", "Iris", "Jomo", "Kit", "Lena",
    "Mo", "Nia", "Omar", "Priya", "Quinn", "Rhys", "Sol", "Tomos", "Una", "Viv", "Wren", "Yara",
)
# fmt: on
_AGENCIES = ("Police", "Social care", "School", "Health", "Youth charity", "Parents’ forum")

_ALIKE = (
    "both need somebody who has the time",
    "a family would not tell them apart",
    "one follows when the other goes well",
)
_DIFFERENT = (
    "one is about us, the other about the child",
    "one can be counted, the other has to be told",
    "they happen at quite different speeds",
)
_WHY_HIGH = "without it the rest does not last"
_WHY_NOT = "I would miss it most of all"


class Person:
    """One made-up person. Their views mix the group's, their agency's and their own.

    `openness` is how far hearing the others moves them; some are not moved at all.
    """

    def __init__(self, number: int, seed: int, items: Sequence[ItemId]) -> None:
        self.name = _NAMES[number % len(_NAMES)] + (
            f" {number // len(_NAMES) + 1}" if number >= len(_NAMES) else ""
        )
        self.agency = _AGENCIES[number % len(_AGENCIES)]
        self.lots = Random(f"{seed} {number}")
        self.openness = self.lots.choice((0.0, 0.3, 0.5, 0.7))
        group, agency = Random(f"{seed} group"), Random(f"{seed} {self.agency}")
        self._worth = {
            item: group.gauss(0, 0.8) + agency.gauss(0, 0.7) + self.lots.gauss(0, 0.8)
            for item in items
        }

    def order(self, items: Sequence[ItemId]) -> Order:
        """Return the items, what matters most to this person first."""
        return tuple(sorted(items, key=lambda item: -self._worth.get(item, 0)))

    def listen(self, orders: Sequence[Order]) -> None:
        """Hear how others ranked, and move towards them as far as this person is open to it."""
        for item, worth in self._worth.items():
            heard = [1.5 - 3 * order.index(item) / len(order) for order in orders if item in order]
            if heard:
                mean = sum(heard) / len(heard)
                self._worth[item] = worth + self.openness * (mean - worth)

    def stance_on(
        self, item: ItemId, items: Sequence[ItemId], places: int, keeps: bool
    ) -> tuple[StanceWord, str]:
        """Say where this person stands on an item, for the first places or for setting it aside."""
        order = self.order(items)
        place = order.index(item) if keeps else len(order) - 1 - order.index(item)
        if place < places:
            return ("yes", "")
        if place == places:
            return ("yes_note", _WHY_HIGH if keeps else "if we come back to it one day")
        if place < len(order) - 1 or self.openness:
            return ("can_live", "")
        return ("no", _WHY_NOT)

    def guess(self, items: Sequence[ItemId]) -> tuple[str, Order] | None:
        """Return an agency, and how its people put the items as this person thinks; or nothing."""
        return None

    def note(self, items: Sequence[ItemId], alike: bool) -> tuple[tuple[ItemId, ItemId], str]:
        """Return two items and what this person finds alike or different about them."""
        first, second = self.lots.sample(list(items), 2)
        return (first, second), self.lots.choice(_ALIKE if alike else _DIFFERENT)
