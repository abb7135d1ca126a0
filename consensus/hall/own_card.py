"""What one person takes home from their table: their own orders beside what the table agreed.

It is made from their own answers and from what everybody at the table sees, and from nothing else.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

from msgspec import Struct

from consensus.agenda import states
from consensus.answers.ballots import Answer, Order, order_of
from consensus.hall import compared
from consensus.hall.compared import Journey
from consensus.hall.floor import Floor
from consensus.hall.gathered import gathered
from consensus.hall.seating import TableId
from consensus.items import ItemId, StepId
from consensus.people import MemberId
from consensus.state import Meeting
from consensus.steps import judge, settle


class Place(Struct, frozen=True):
    """An item and its place, from 1; equal ones have the same."""

    place: int
    item: ItemId


class Move(Struct, frozen=True):
    """An item that somebody put at another place the second time."""

    item: ItemId
    first: int
    last: int


class Beside(Struct, frozen=True):
    """Where an item of mine stands: at which place of the table's list, or `aside`, or neither."""

    mine: int
    item: ItemId
    agreed: int | None
    aside: bool


class OwnCard(Struct, frozen=True):
    """One person's card. `texts` are the statements that are on it, as their table words them.

    `first` and `last` are their own orders; `first` is empty where there is only one. They are not
    known where they were given `unnamed`. `moves` lists the farthest first. `agreed` are the places
    of the table's list, empty where one is open. `journey` is how far the table came.
    """

    texts: dict[ItemId, str]
    first: tuple[Place, ...]
    last: tuple[Place, ...]
    unnamed: bool
    moves: tuple[Move, ...]
    agreed: tuple[ItemId | None, ...]
    beside: tuple[Beside, ...]
    journey: Journey | None


def own_card(table_id: TableId, member: MemberId, tables: Mapping[TableId, Meeting]) -> OwnCard:
    """Return the card of somebody at a table, without its journey.

    `tables` are the rooms where they ever sat, theirs now among them. What they ranked at another
    table before they were moved is theirs too.
    """
    table = tables[table_id]
    rooms = [table, *(room for id_, room in tables.items() if id_ != table_id)]
    steps = _rankings(table)
    orders = [order for step in steps if (order := _said(step, member, rooms))]
    last = tuple(_places(orders[-1])) if orders else ()
    first = tuple(_places(orders[0])) if len(orders) > 1 else ()
    agreed, aside = _agreed(table), _aside(table)
    beside = tuple(_beside(last, agreed, aside))
    shown = {place.item for place in (*first, *last)} | {item for item in agreed if item}
    return OwnCard(
        texts={item: table.items[item].text for item in table.items if item in shown},
        first=tuple(place for place in first if place.item in table.items),
        last=tuple(place for place in last if place.item in table.items),
        unnamed=any(_unnamed(step, member, room) for step in steps for room in rooms),
        moves=tuple(_moves(first, last)),
        agreed=agreed,
        beside=beside,
        journey=None,
    )


def journey_of(table_id: TableId, floor: Floor) -> Journey | None:
    """Return how far a table came, as the wall has it."""
    found = compared.told_at_once(gathered(floor.hall, floor.tables)).get("journeys")
    if not isinstance(found, compared.JourneysRecord):
        return None
    return next((each for each in found.journeys if each.table == table_id), None)


# --- one's own orders -------------------------------------------------------------------------


def _rankings(table: Meeting) -> list[StepId]:
    """Return the rankings that follow from one another up to the last, the first one first."""
    again = {
        step.plan.id: step.plan.settings.again
        for step in table.agenda
        if isinstance(step.plan.settings, judge.Settings) and step.plan.settings.ask == "rank"
    }
    chain_: list[StepId] = []
    at = next(reversed(again), None)
    while at is not None and at in again and at not in chain_:
        chain_.insert(0, at)
        at = again[at]
    return chain_


def _said(step: StepId, member: MemberId, rooms: list[Meeting]) -> Order:
    """Return somebody's order in a ranking: at their table, or where they sat before."""
    for room in rooms:
        state = states(room.agenda).get(step)
        known = room.merged.get(member, member)
        if isinstance(state, judge.State) and known in state.ballots:
            answer: Answer = state.ballots[known].answer
            if answer:
                return order_of(answer, state.shape)
    return ()


def _unnamed(step: StepId, member: MemberId, room: Meeting) -> bool:
    state = states(room.agenda).get(step)
    return isinstance(state, judge.State) and state.shown == "nobody" and member in state.answered


def _places(order: Order) -> Iterator[Place]:
    place = 1
    for row in order:
        items = (row,) if isinstance(row, str) else row
        yield from (Place(place, item) for item in items)
        place += len(items)


def _moves(first: tuple[Place, ...], last: tuple[Place, ...]) -> list[Move]:
    before = {each.item: each.place for each in first}
    moves = [
        Move(each.item, before[each.item], each.place)
        for each in last
        if each.item in before and before[each.item] != each.place
    ]
    return sorted(moves, key=lambda move: -abs(move.first - move.last))


# --- beside the table's list ------------------------------------------------------------------


def _agreed(table: Meeting) -> tuple[ItemId | None, ...]:
    boards = list(_boards(table, "keep"))
    slots = boards[-1].slots if boards else ()
    places = tuple(
        slot.item if slot.settled and slot.item in table.items else None for slot in slots
    )
    return places if any(places) else ()


def _aside(table: Meeting) -> frozenset[ItemId]:
    chosen = (board.chosen() or () for board in _boards(table, "set_aside"))
    return frozenset(chain.from_iterable(chosen))


def _boards(table: Meeting, aim: str) -> Iterator[settle.State]:
    opened = states(table.agenda)
    for step in table.agenda:
        asked, state = step.plan.settings, opened.get(step.plan.id)
        fits = isinstance(asked, settle.Settings) and (asked.form, asked.aim) == ("board", aim)
        if fits and isinstance(state, settle.State):
            yield state


def _beside(
    last: tuple[Place, ...], agreed: tuple[ItemId | None, ...], aside: frozenset[ItemId]
) -> Iterator[Beside]:
    """Yield, for as many first places of mine as the list has, where each stands."""
    for mine in last:
        if mine.place <= len(agreed):
            place = agreed.index(mine.item) + 1 if mine.item in agreed else None
            yield Beside(mine.place, mine.item, place, mine.item in aside)
