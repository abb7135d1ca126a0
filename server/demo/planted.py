"""Opinions that are planted in a hall, so that every figure on its wall can be held against them.

All that people think follows from the seed, the number of their table and their place at it,
whoever they are: the same seed plants the same hall.
"""

from collections.abc import Sequence
from random import Random

from msgspec import Struct

from consensus.items import ItemId
from server.demo.people import Order, Person

# Which agency each one guesses about. One of them is misread: guessed the wrong way round.
GUESSES = {"Police": "Health", "Health": "Police", "School": "Youth work", "Youth work": "School"}
MISREAD = ("Health", "Police")

# With fewer, or fewer people at each, what is planted is too little to be told from chance.
FEWEST_TABLES = 8

# How far talk moves people at a table, from 0 (nobody changes their mind) to 1 (all think alike).
_TALK = 0.5

# How far one person is from another of the same population, in units of worth.
_SPREAD = 0.9

# What a statement is worth to people in the middle; what is worth more stands higher.
_FIRST, _FIRST_TURNED = 4.5, 0.0
_OTHERS = {
    "like most": (1.3, 0.5, -0.5, -1.3),
    "another centre": (-0.5, 1.3, -1.3, 0.5),
    "turned": (-1.3, -0.5, 0.5, 1.3),
}
_ASIDE = -8.0
_HIGH_AT, _LOW_AT = 1.9, -2.6
_HIGH_TO, _LOW_TO = 2.3, -3.5


class Plan(Struct, frozen=True):
    """What is planted. Where all are the `same`, every table is drawn from one population.

    `first` matters most to people, and `aside` least. `splits_tables` stands high at odd tables and
    low at even ones, and `splits_people` with half of the people wherever they sit; talk does not
    change that. `twins` are two statements that each person finds about as good. `others` are four
    more, in the order in which people put them.
    """

    seed: int
    tables: int
    same: bool
    first: ItemId
    aside: ItemId
    splits_tables: ItemId
    splits_people: ItemId
    twins: tuple[ItemId, ItemId]
    others: Order

    @property
    def items(self) -> Order:
        """All statements."""
        split = (self.splits_tables, self.splits_people)
        return (self.first, self.aside, *split, *self.twins, *self.others)

    @property
    def its_own(self) -> int:
        """The number of the table that turns everything round."""
        return self.tables

    @property
    def still(self) -> int:
        """The number of the table where talk moves nobody."""
        return 3

    def population(self, table: int) -> tuple[bool, str]:
        """Say of whom a table is drawn: where what splits tables stands high, and in which way."""
        if self.same:
            return True, "like most"
        way = (
            "turned"
            if table == self.its_own
            else "another centre"
            if table % 6 == 2
            else "like most"
        )
        return table % 2 == 1, way


def plan(items: Sequence[ItemId], tables: int, seed: int, *, same: bool = False) -> Plan:
    """Plan a hall over ten statements; which one is which follows from the seed."""
    first, aside, splits_tables, splits_people, twin, other_twin, *others = Random(
        f"{seed} plan"
    ).sample(list(items), len(items))
    return Plan(
        seed=seed,
        tables=tables,
        same=same,
        first=first,
        aside=aside,
        splits_tables=splits_tables,
        splits_people=splits_people,
        twins=(twin, other_twin),
        others=tuple(others),
    )


class Planted(Person):
    """Somebody whose opinion is planted when they sit down at their first table."""

    def __init__(self, number: int, planned: Plan) -> None:
        super().__init__(number, planned.seed, planned.items)
        self.agency = tuple(GUESSES)[number % len(GUESSES)]
        self._plan = planned
        self._thinks = False

    def sit(self, table: int, place: int) -> None:
        """Sit down at a table; at another one later, they take along what they think."""
        self.openness = 0.0 if table == self._plan.still else _TALK
        if not self._thinks:
            self._thinks = True
            self._worth = worth(self._plan, table, place)

    def listen(self, orders: Sequence[Order]) -> None:
        """Hear how others ranked, and move; but nobody moves on what splits people.

        People who move towards their own table make tables differ that did not before. So where all
        are the same, they move towards the middle of the population instead.
        """
        kept = self._plan.splits_people
        if self._plan.same:
            towards = {**middles(self._plan, 1), kept: self._worth[kept]}
            self._worth = {
                item: worth + self.openness * (towards[item] - worth)
                for item, worth in self._worth.items()
            }
        else:
            super().listen([tuple(item for item in order if item != kept) for order in orders])

    def guess(self, items: Sequence[ItemId]) -> tuple[str, Order]:
        """Guess how others rank: near the middle of most people, or turned round."""
        about = GUESSES[self.agency]
        expects = middles(self._plan, 1)
        order = sorted(items, key=lambda item: -self.lots.gauss(expects[item], _SPREAD / 3))
        return about, tuple(reversed(order) if (self.agency, about) == MISREAD else order)


def middles(planned: Plan, table: int) -> dict[ItemId, float]:
    """Return what statements are worth in the middle of the population that a table is drawn from.

    On what splits people there is no middle that anybody is near.
    """
    high, way = planned.population(table)
    return {
        planned.first: _FIRST_TURNED if way == "turned" else _FIRST,
        planned.aside: _ASIDE,
        planned.splits_tables: _HIGH_AT if high else _LOW_AT,
        planned.splits_people: (_HIGH_TO + _LOW_TO) / 2,
        **dict.fromkeys(planned.twins, 0.0),
        **dict(zip(planned.others, _OTHERS[way], strict=True)),
    }


def worth(planned: Plan, table: int, place: int) -> dict[ItemId, float]:
    """Return what each statement is worth to whoever sits at a place of a table."""
    lots = Random(f"{planned.seed} {table} {place}")
    found = {item: lots.gauss(middle, _SPREAD) for item, middle in middles(planned, table).items()}
    # Tables are quiet about what splits them, and so are both halves about what splits people.
    tables, people = planned.splits_tables, planned.splits_people
    found[tables] = lots.gauss(middles(planned, table)[tables], _SPREAD / 3)
    found[people] = lots.gauss(_HIGH_TO if (place + table) % 2 == 0 else _LOW_TO, _SPREAD / 3)
    one, other = planned.twins
    found[other] = lots.gauss(found[one], _SPREAD / 20)
    return found
