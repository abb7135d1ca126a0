"""Each person's own card: their orders, what they moved, and their table's list beside them."""

from msgspec.structs import replace

from consensus.answers.stances import Slot, Stance
from consensus.hall.floor import Floor
from consensus.hall.own_card import Beside, Move, OwnCard, Place, journey_of, own_card
from consensus.state import Meeting
from consensus.steps import State, judge, settle
from tests.consensus.hall.test_gathered import led, said, table

YES = {"ana": Stance("yes", "")}


def settled(*items: str) -> settle.State:
    slots = tuple(Slot(item, YES, settled=True) for item in items)
    return settle.State((tuple("abcd"),), slots)


def worded(**steps: State) -> Meeting:
    """Return a table's room with the statements of the exercise."""
    found = table(**steps)
    return replace(found, items={item.id: item for item in led().hall.exercise.items})  # type: ignore[union-attr]


def card(member: str = "ana", **steps: State) -> OwnCard:
    return own_card("t1", member, {"t1": worded(**steps)})


def order(places: tuple[Place, ...]) -> str:
    return "".join(place.item for place in places)


def test_a_card_has_both_orders_and_what_was_moved_the_farthest_first() -> None:
    found = card(rank=said({"ana": "abcd"}), again=said({"ana": "dabc"}))

    assert (order(found.first), order(found.last)) == ("abcd", "dabc")
    assert found.moves[0] == Move("d", 4, 1)
    assert len(found.moves) == 4


def test_who_ranked_once_has_one_order_and_moved_nothing() -> None:
    found = card(rank=said({"ana": "abcd"}))

    assert (order(found.first), order(found.last), found.moves) == ("", "abcd", ())


def test_my_first_ones_are_beside_the_list() -> None:
    found = card(aside=settled("c"), again=said({"ana": "cbad"}), two=settled("b", "d"))

    assert found.agreed == ("b", "d")
    assert found.beside == (Beside(1, "c", None, aside=True), Beside(2, "b", 1, aside=False))


def test_nothing_of_anybody_elses_order_is_on_it() -> None:
    one = card(rank=said({"ana": "abcd", "ben": "dcba"}), again=said({"ana": "abcd"}))
    other = card(rank=said({"ana": "abcd", "ben": "badc"}), again=said({"ana": "abcd"}))

    assert one == other
    assert card("cam", rank=said({"ana": "abcd"})).last == ()


def test_an_order_without_a_name_is_nobodys() -> None:
    rank = judge.State(tuple("abcd"), shown="nobody", answered={"ana": None})

    assert card(rank=rank).unnamed
    assert not card("ben", rank=rank).unnamed


def test_equal_items_of_a_row_have_one_place() -> None:
    rank = replace(said({"ana": "abcd"}), shape=(1, 2, 1))

    assert [place.place for place in card(rank=rank).last] == [1, 2, 2, 4]


def test_who_was_moved_brings_their_first_order_along() -> None:
    rooms = {"t1": worded(again=said({"ana": "bacd"})), "t2": worded(rank=said({"ana": "abcd"}))}
    found = own_card("t1", "ana", rooms)

    assert (order(found.first), order(found.last)) == ("abcd", "bacd")


def test_the_journey_is_the_one_on_the_wall() -> None:
    people = {"ana": "abcd", "ben": "abcd", "cam": "abcd"}
    rooms = {"t1": worded(rank=said(people), two=settled("b", "a")), "t2": worded()}
    floor = Floor(led(*people, seats=dict.fromkeys(people, "t1")), rooms)
    found = journey_of("t1", floor)

    assert found is not None
    assert (found.people, found.last) == (3, 0.2)
    assert journey_of("t2", floor) is None
