"""Hands: who wants to speak, who raised a hand for whom, and who comes first."""

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.members.turn_order import HandOrder
from consensus.refusal import Code
from consensus.steps import turns
from tests.consensus.given import given, joined, opened, plan, prepared

ROOM = (
    prepared(plan("talk", turns.Settings(by="people"))),
    joined("kit", "chair", voice=False),
    joined("ana"),
    replace(joined("ben"), attends="phone"),
    joined("cam"),
)
TALK = (*ROOM, opened("talk", *[["ana"], ["ben"], ["cam"]]))
UP = (e.HandRaised("ana"), e.HandRaised("ben"), e.HandRaised("cam"))


def line(*events: e.Event) -> list[str]:
    records = views.everyone(given(*events).meeting).values()
    found = [record for record in records if isinstance(record, views.HandRecord)]
    return [record.member for record in sorted(found, key=lambda record: record.place)]


# --- raising and lowering ---------------------------------------------------------------------


def test_the_chair_raises_the_hand_of_somebody_on_the_phone() -> None:
    given(*ROOM).when(c.RaiseHand("ben"), by="kit").then(e.HandRaised("ben"))
    given(*ROOM, e.HandRaised("ben")).when(c.RaiseHand("ben"), by="kit").nothing()


def test_nobody_else_raises_the_hand_of_another() -> None:
    given(*ROOM).when(c.RaiseHand("ben"), by="ana").refused(Code.CHAIR_ONLY)
    given(*ROOM).when(c.RaiseHand("ana"), by="ana").then(e.HandRaised("ana"))


def test_a_hand_of_nobody_is_refused() -> None:
    given(*ROOM).when(c.RaiseHand("zed"), by="kit").refused(Code.NO_SUCH_MEMBER)


def test_whose_hand_the_chair_takes_down_has_been_heard() -> None:
    raised = given(*ROOM, e.HandRaised("ana"))

    raised.when(c.LowerHand("ana"), by="kit").then(e.HandLowered("ana", heard=True))
    raised.when(c.LowerHand(), by="ana").then(e.HandLowered("ana", heard=False))
    raised.when(c.LowerHand("ana"), by="ben").refused(Code.CHAIR_ONLY)


def test_what_is_heard_before_the_start_is_kept_too() -> None:
    meeting = given(*ROOM, e.HandRaised("ana"), e.HandLowered("ana", heard=True)).meeting

    assert meeting.spoken == {"": {"ana": 1}}


# --- the order --------------------------------------------------------------------------------


def test_the_chair_says_whose_hand_comes_first_and_everybody_is_told() -> None:
    ordered = e.HandsOrdered("least_heard")
    given(*ROOM).when(c.OrderHands("least_heard"), by="kit").then(ordered)
    given(*ROOM, ordered).when(c.OrderHands("least_heard"), by="kit").nothing()

    room = views.everyone(given(*ROOM, ordered).meeting)["room"]
    assert isinstance(room, views.RoomRecord)
    assert room.hand_order == "least_heard"


def test_only_the_chair_orders_hands() -> None:
    given(*ROOM).when(c.OrderHands("raised"), by="ana").refused(Code.CHAIR_ONLY)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("raised", ["ana", "ben", "cam"]),
        ("remote_first", ["ben", "ana", "cam"]),
        ("least_heard", ["cam", "ben", "ana"]),
    ],
)
def test_hands_stand_in_line(order: HandOrder, expected: list[str]) -> None:
    """Ana has had two turns; Ben one, and Cam none."""
    talked = [turns.TurnedTo("talk", member, 1) for member in ("ana", "ben", "ana")]

    assert line(*TALK, *talked, *UP, e.HandsOrdered(order)) == expected


def test_the_line_follows_who_has_been_heard() -> None:
    ordered = (*TALK, *UP, e.HandsOrdered("least_heard"))

    assert line(*ordered) == ["ana", "ben", "cam"]
    heard = (e.HandLowered("ana", heard=True), e.HandRaised("ana"))
    assert line(*ordered, *heard) == ["ben", "cam", "ana"]


def test_a_removed_member_leaves_the_line() -> None:
    assert line(*TALK, *UP, e.HandsOrdered("remote_first"), e.MemberRemoved("ben")) == [
        "ana",
        "cam",
    ]


# --- up and down ------------------------------------------------------------------------------


def test_hands_queue_in_the_order_in_which_they_went_up() -> None:
    asked = given(*ROOM).after(("ben", c.RaiseHand()), ("ana", c.RaiseHand()))

    assert asked.meeting.hands == {"ben": 1, "ana": 2}
    assert asked.after(("ben", c.LowerHand())).meeting.hands == {"ana": 2}


def test_a_hand_that_goes_up_again_is_the_last_of_the_queue() -> None:
    asked = given(*ROOM).after(("ben", c.RaiseHand()), ("ana", c.RaiseHand()))
    again = asked.after(("ben", c.LowerHand()), ("ben", c.RaiseHand()))

    assert again.meeting.hands == {"ana": 2, "ben": 3}


def test_a_hand_goes_up_once_and_comes_down_once() -> None:
    given(*ROOM, e.HandRaised("ana")).when(c.RaiseHand(), by="ana").nothing()
    given(*ROOM).when(c.LowerHand(), by="ana").nothing()


def test_a_member_lowers_their_own_hand_by_name_or_without() -> None:
    raised = given(*ROOM, e.HandRaised("ana"))

    raised.when(c.LowerHand(), by="ana").then(e.HandLowered("ana"))
    raised.when(c.LowerHand("ana"), by="ana").then(e.HandLowered("ana"))


def test_the_chair_lowers_anybodys_hand_and_nobody_else_does() -> None:
    raised = given(*ROOM, e.HandRaised("ana"))

    raised.when(c.LowerHand("ana"), by="kit").then(e.HandLowered("ana", heard=True))
    raised.when(c.LowerHand("ana"), by="ben").refused(Code.CHAIR_ONLY)


def test_those_who_watch_may_ask_to_speak() -> None:
    given(*ROOM, joined("eve", "observer")).when(c.RaiseHand(), by="eve").then(e.HandRaised("eve"))
