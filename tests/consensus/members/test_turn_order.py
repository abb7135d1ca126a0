"""Who comes before whom: in turns by person or by agency, and in the queue of raised hands."""

import pytest
from msgspec.structs import replace

from consensus.members.turn_order import By, HandOrder, Order, hands_in_order, in_order
from consensus.people import Member


def person(name: str, agency: str, attends: str = "room", *, voice: bool = True) -> Member:
    member = Member(name, name.capitalize(), agency, "participant", voice, True, 0)
    return replace(member, attends=attends)


MEMBERS = {
    member.id: member
    for member in (
        person("ana", "Police"),
        person("ben", "Health"),
        person("cam", "health", "video"),
        person("dot", "School", "proxy"),
        person("kit", "Social care", voice=False),
    )
}
SPOKEN = {"ana": 2, "cam": 1}


@pytest.mark.parametrize(
    ("by", "order", "expected"),
    [
        ("people", "listed", ["ana", "ben", "cam", "dot"]),
        ("people", "least_heard", ["ben", "dot", "cam", "ana"]),
        ("people", "remote_first", ["cam", "dot", "ana", "ben"]),
        ("people", "hands", ["ana", "ben", "cam", "dot"]),
        ("agencies", "listed", ["Police", "Health", "School"]),
        ("agencies", "least_heard", ["School", "Health", "Police"]),
        ("agencies", "remote_first", ["Health", "School", "Police"]),
        ("agencies", "presenter", ["Police", "Health", "School"]),
    ],
)
def test_who_has_a_voice_comes_in_order(by: By, order: Order, expected: list[str]) -> None:
    assert list(in_order(by, order, MEMBERS, SPOKEN)) == expected


HANDS = {"ana": 1, "ben": 4, "cam": 5, "dot": 9}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("raised", ["ana", "ben", "cam", "dot"]),
        ("remote_first", ["cam", "dot", "ana", "ben"]),
        # Nobody has heard Ben or Dot; but Health has spoken.
        ("least_heard", ["dot", "ben", "cam", "ana"]),
    ],
)
def test_hands_come_in_order(order: HandOrder, expected: list[str]) -> None:
    assert list(hands_in_order(HANDS, order, MEMBERS, SPOKEN)) == expected


def test_whoever_is_as_much_heard_as_another_waits_their_turn() -> None:
    assert hands_in_order({"dot": 2, "ana": 1}, "least_heard", MEMBERS, {}) == ("ana", "dot")


def test_a_turn_of_an_agency_is_a_turn_of_those_who_came_for_it() -> None:
    hands = {"ana": 1, "dot": 2}

    assert hands_in_order(hands, "least_heard", MEMBERS, {"police": 1}) == ("dot", "ana")
    assert in_order("agencies", "least_heard", MEMBERS, {"Police": 1})[-1] == "Police"
