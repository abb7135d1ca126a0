"""What is gathered from tables: opened orders, each person once, lists, and what is left out."""

from collections.abc import Mapping

from msgspec.structs import replace

from consensus.answers.stances import Slot, Stance
from consensus.hall import hall as h
from consensus.hall.gathered import (
    Board,
    Gathered,
    Voice,
    combined_voices,
    compared_pass,
    gathered,
    last_voices,
)
from consensus.items import Source
from consensus.state import Meeting, with_step
from consensus.steps import State, judge, settle
from tests.consensus.given import ballot, plan
from tests.consensus.hall.halls import ITEMS, hall, room

AGAIN = (
    plan("aside", settle.Settings(1, aim="set_aside")),
    plan("rank", judge.Settings()),
    plan("again", judge.Settings(again="rank"), Source("rank")),
    plan("two", settle.Settings(2, "again"), Source("rank")),
)


def led(*people: str, tables: int = 2, seats: dict[str, str] | None = None) -> Meeting:
    """Return a hall with people, of whom the trainer has put some at tables."""
    found = hall(*people, tables=tables, placing="placed", exercise=AGAIN)
    placed = ((("kit", h.Place(member, table))) for member, table in (seats or {}).items())
    return found.after(*placed).meeting


def at(meeting: Meeting, **steps: State) -> Meeting:
    """Return a room in which steps stand as they are given."""
    for step in meeting.agenda:
        if step.plan.id in steps:
            meeting = with_step(meeting, replace(step, state=steps[step.plan.id]))
    return meeting


def said(orders: Mapping[str, str], *, opened: bool = True) -> judge.State:
    """Return a ranking: who put the letters in which order."""
    return judge.State(
        tuple("abcd"),
        ballots={member: ballot(order) for member, order in orders.items()},
        agencies=dict.fromkeys(orders, "Health"),
        revealed=opened,
    )


def table(**steps: State) -> Meeting:
    """Return a table's room."""
    return at(room(*AGAIN).meeting, **steps)


def voices(found: Gathered) -> dict[str, tuple[str, str]]:
    """Return where everybody counts in the first ranking, and with which order."""
    return {v.member: (v.table, "".join(v.answer)) for v in found.passes[0].voices}


# --- orders -----------------------------------------------------------------------------------


def test_orders_count_once_they_are_open() -> None:
    rooms = {
        "t1": table(rank=said({"ana": "abcd", "ben": "dcba"})),
        "t2": table(rank=said({"cam": "abcd"}, opened=False)),
    }
    found = gathered(led("ana", "ben", "cam"), rooms)

    assert [each.step for each in found.passes] == ["rank", "again"]
    assert found.passes[0].voices == (
        Voice("t1", "ana", "Health", tuple("abcd")),
        Voice("t1", "ben", "Health", tuple("dcba")),
    )
    assert found.passes[0].tables == ("t1",)
    assert found.passes[1].again == "rank"
    assert found.items == ITEMS


def test_whoever_was_moved_counts_once_where_they_sit_now() -> None:
    rooms = {"t1": table(rank=said({"ana": "abcd"})), "t2": table(rank=said({"ana": "dcba"}))}
    there = gathered(led("ana", seats={"ana": "t1"}), rooms)
    moved = led("ana", seats={"ana": "t1"})
    moved = hall_with(moved, "ana", "t2")

    assert voices(there) == {"ana": ("t1", "abcd")}
    assert voices(gathered(moved, rooms)) == {"ana": ("t2", "dcba")}


def test_whoever_was_moved_and_has_not_answered_there_counts_where_they_did() -> None:
    rooms = {"t1": table(rank=said({"ana": "abcd"})), "t2": table(rank=said({"ben": "dcba"}))}
    moved = hall_with(led("ana", "ben", seats={"ana": "t1"}), "ana", "t2")

    assert voices(gathered(moved, rooms))["ana"] == ("t1", "abcd")


def hall_with(meeting: Meeting, member: str, table_id: str) -> Meeting:
    """Return a hall in which somebody was moved."""
    assert meeting.hall is not None
    return replace(meeting, hall=h.evolve(meeting.hall, h.Seated({member: table_id}, 5)))


def test_an_unattributed_order_is_nobodys_and_an_abstention_is_none() -> None:
    slips = (ballot("abcd"), ballot("abcd"), ballot("bacd"), ballot(unsure=True))
    rank = judge.State(tuple("abcd"), shown="nobody", slips=slips, revealed=True)
    found = gathered(led("ana"), {"t1": table(rank=rank)})

    assert [voice.member for voice in found.passes[0].voices] == ["", "", ""]
    assert {voice.agency for voice in found.passes[0].voices} == {""}


def test_what_only_one_table_has_is_left_out_and_counted() -> None:
    rank = judge.State(("a", "b", "x"), ballots={"ana": ballot("xba")}, revealed=True)
    slots = (Slot("x", settled=True), Slot("b", settled=True))
    two = settle.State((("a", "b", "x"),), slots)
    found = gathered(led("ana"), {"t1": table(rank=rank, two=two)})

    assert found.passes[0].voices[0].answer == ("b", "a")
    assert found.boards[0].order == ("b",)
    assert found.own == 1


def test_seats_that_are_one_person_in_the_hall_count_once() -> None:
    rooms = {"t1": table(rank=said({"ana": "abcd", "anna": "dcba"}))}
    merged = replace(led("ana", "anna"), merged={"anna": "ana"})

    assert len(gathered(merged, rooms).passes[0].voices) == 1


# --- the last of several rankings -------------------------------------------------------------


def test_the_last_order_is_that_of_the_last_ranking_of_a_table() -> None:
    rooms = {
        "t1": table(rank=said({"ana": "abcd", "ben": "abcd"}), again=said({"ana": "dcba"})),
        "t2": table(rank=said({"cam": "abcd"})),
    }
    found = gathered(led("ana", "ben", "cam"), rooms)

    assert [(v.member, "".join(v.answer)) for v in last_voices(found)] == [
        ("cam", "abcd"),
        ("ana", "dcba"),
    ]


def test_a_table_of_one_or_two_is_in_no_figure_over_all_tables() -> None:
    whole = {"t1": table(rank=said(dict.fromkeys(("ana", "ben", "cam"), "abcd")))}
    with_two = {**whole, "t2": table(rank=said({"dot": "dcba", "eve": "bdca"}))}
    people = "ana", "ben", "cam", "dot", "eve"
    before, after = (gathered(led(*people), rooms) for rooms in (whole, with_two))

    assert len(last_voices(after)) == 5
    assert combined_voices(after) == combined_voices(before)


def test_half_of_the_tables_take_the_wall_to_the_next_ranking() -> None:
    rank, again = said({"ana": "abcd"}), said({"ana": "abcd"})
    one = {"t1": table(rank=rank, again=again), "t2": table(rank=rank), "t3": table(rank=rank)}
    two = {**one, "t2": table(rank=rank, again=again)}
    compared = [compared_pass(gathered(led("ana", tables=3), rooms)) for rooms in (one, two, {})]

    assert [each and each.step for each in compared] == ["rank", "again", None]


# --- lists ------------------------------------------------------------------------------------


def test_a_board_is_told_place_by_place_with_its_dissents_counted() -> None:
    no = Stance("no", "Not for us")
    slots = (Slot("a", {"ana": no}, settled=True), Slot("b", {"ana": Stance("yes", "")}))
    open_still = settle.State((tuple("abcd"),), slots)
    done = replace(open_still, slots=(slots[0], replace(slots[1], settled=True)))
    aside = settle.State((tuple("abcd"),), (Slot("d", settled=True),))
    rooms = {"t1": table(aside=aside, two=open_still), "t2": table(two=done), "t3": table()}
    found = gathered(led("ana", tables=3), rooms)

    assert found.boards == (
        Board("t1", ("a", None), ("d",), 1, settled=False, agreed=False),
        Board("t2", ("a", "b"), (), 1, settled=True, agreed=False),
    )
    assert [board.order for board in found.boards] == [(), ("a", "b")]


def test_a_table_whose_room_cannot_be_read_is_left_out() -> None:
    assert gathered(led("ana"), {"t2": table(rank=said({"ana": "abcd"}))}).tables == ("t2",)


def test_equal_places_stay_equal_also_where_a_table_has_statements_of_its_own() -> None:
    whole = replace(said({"ana": "abcd"}), shape=(1, 2, 1))
    own = judge.State(
        ("a", "x", "c", "d"), ballots={"ben": ballot("xacd")},
        revealed=True, shape=(1, 2, 1),
    )  # fmt: skip
    meeting = led("ana", "ben", seats={"ana": "t1", "ben": "t2"})
    tables = {"t1": at(room(*AGAIN).meeting, rank=whole), "t2": at(room(*AGAIN).meeting, rank=own)}

    [first, *_] = gathered(meeting, tables).passes

    assert [voice.order for voice in first.voices] == [
        (("a",), ("b", "c"), ("d",)),
        (("a", "c"), ("d",)),
    ]
