"""Made-up halls, drawn from a seed: people who lean to one order, at tables that may not."""

from collections.abc import Sequence
from random import Random

from consensus.hall.gathered import Board, Gathered, Pass, Voice
from consensus.items import Item

ITEMS = tuple(Item(f"s{n}", f"Statement {n}") for n in range(1, 11))


def near(order: Sequence[str], spread: float, random: Random) -> tuple[str, ...]:
    """Draw an order near another one (Mallows, 1957): 0 is that one, and 1 any."""
    drawn: list[str] = []
    for count, item in enumerate(order, start=1):
        weights = [spread**back for back in range(count)]
        back = random.choices(range(count), weights)[0]
        drawn.insert(len(drawn) - back, item)
    return tuple(drawn)


def simulated(
    seed: int,
    sizes: Sequence[int] = (8,) * 12,
    planted: int = 0,
    down: int = 0,
    *,
    incomplete: bool = False,
    items: Sequence[Item] = ITEMS,
    spread: float = 0.75,
) -> Gathered:
    """Return a hall whose tables each set another statement aside, and then ranked and agreed.

    All people come from one population, but at the first `planted` tables its first statement is
    so many places further `down`. Where orders are `incomplete`, some stop half way.
    """
    random = Random(seed)
    ids = [item.id for item in items]
    random.shuffle(ids)
    voices, boards = [], []
    for number, size in enumerate(sizes, start=1):
        table = f"t{number}"
        lean = list(ids)
        if number <= planted:
            lean.insert(down, lean.pop(0))
        aside = random.choice(ids)
        kept = [item for item in lean if item != aside]
        for person in range(size):
            order = near(kept, spread, random)
            if incomplete and random.random() < 0.4:
                order = order[: random.randint(2, len(order))]
            voices.append(Voice(table, f"{table}-{person}", "", order))
        places = near(kept, spread * 0.6, random)[: min(5, len(kept))]
        boards.append(Board(table, places, (aside,), 0, settled=True, agreed=True))
    tables = tuple(f"t{number}" for number in range(1, len(sizes) + 1))
    ranked = Pass("rank", "Rank", None, "name", tables, tuple(voices))
    return Gathered(tuple(items), tables, (ranked,), tuple(boards), 0)
