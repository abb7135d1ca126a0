"""Sides: who stands where in a disagreement, in which words, and who confirms them."""

import pytest

from consensus.answers.sides import (
    Confirm,
    Confirmed,
    JoinSide,
    Side,
    SideJoined,
    Sides,
    Voice,
    Word,
    Worded,
    decide,
    evolve,
    side_of,
)
from consensus.people import Member, Scene
from consensus.refusal import Code, Refusal
from consensus.text import NOTE_LENGTH

ANA, BEN = (
    Member(m, m.capitalize(), "Health", "participant", True, True, 0) for m in ("ana", "ben")
)
KIT = Member("kit", "Kit", "Police", "chair", False, True, 0)
HERE = {member.id: member for member in (ANA, BEN, KIT)}

EMPTY: Sides = {"one": Side(), "two": Side()}
ANA_SAYS = Voice("Ana", "Health", "too soon")
SPLIT: Sides = {
    "one": Side("It is too soon.", {"ana": ANA_SAYS}, ("ana",)),
    "two": Side("", {"ben": Voice("Ben", "Health")}),
}


def by(member: Member) -> Scene:
    return Scene(member, 5, HERE)


def refused(sides: Sides, command: JoinSide | Word | Confirm, member: Member) -> Code:
    with pytest.raises(Refusal) as refusal:
        decide(sides, command, by(member))
    return refusal.value.code


def test_somebody_goes_to_a_side_with_words_of_their_own() -> None:
    command = JoinSide("d1", "one", " too soon ", "a move", "two calls", "a visit")
    voice = Voice("Ana", "Health", "too soon", "a move", "two calls", "a visit")

    (event,) = decide(EMPTY, command, by(ANA))

    assert event == SideJoined("d1", "ana", "one", voice)
    assert evolve(EMPTY, event)["one"].people == {"ana": voice}


def test_nobody_is_on_two_sides() -> None:
    (event,) = decide(SPLIT, JoinSide("d1", "two"), by(ANA))

    moved = evolve(SPLIT, event)

    assert side_of(moved, "ana") == "two"
    assert moved["one"] == Side("It is too soon.")


def test_somebody_leaves_both_sides() -> None:
    (event,) = decide(SPLIT, JoinSide("d1", None), by(ANA))

    assert side_of(evolve(SPLIT, event), "ana") is None


@pytest.mark.parametrize(
    ("command", "member"),
    [(JoinSide("d1", "one", "too soon"), ANA), (JoinSide("d1", None), KIT)],
)
def test_to_stay_where_one_is_changes_nothing(command: JoinSide, member: Member) -> None:
    assert decide(SPLIT, command, by(member)) == ()


def test_other_words_of_ones_own_leave_the_words_of_the_side_confirmed() -> None:
    (event,) = decide(SPLIT, JoinSide("d1", "one", "far too soon"), by(ANA))

    assert evolve(SPLIT, event)["one"].confirmed == ("ana",)


def test_in_a_later_room_a_person_takes_their_earlier_seat() -> None:
    before: Sides = {"one": Side("It is too soon.", {"old": ANA_SAYS}, ("old",)), "two": Side()}

    (event,) = decide(before, JoinSide("d1", "one", "too soon"), by(ANA))

    assert evolve(before, event)["one"].people == {"ana": ANA_SAYS}


@pytest.mark.parametrize("member", [ANA, KIT])
def test_a_side_or_the_chair_words_its_position(member: Member) -> None:
    (event,) = decide(SPLIT, Word("d1", "one", " Not before a visit. "), by(member))

    assert event == Worded("d1", "one", "Not before a visit.", member.id)


def test_changing_the_words_clears_who_confirmed_them() -> None:
    worded = evolve(SPLIT, Worded("d1", "one", "Not before a visit.", "ana"))

    assert worded["one"].confirmed == ()


def test_the_same_words_again_change_nothing() -> None:
    assert decide(SPLIT, Word("d1", "one", "It is too soon. "), by(ANA)) == ()


def test_nobody_words_the_other_side() -> None:
    assert refused(SPLIT, Word("d1", "two", "They are wrong."), ANA) is Code.NOT_YOUR_SIDE


@pytest.mark.parametrize(
    ("words", "code"), [(" ", Code.TEXT_EMPTY), ("x" * (NOTE_LENGTH + 1), Code.TEXT_TOO_LONG)]
)
def test_a_position_has_words(words: str, code: Code) -> None:
    assert refused(SPLIT, Word("d1", "one", words), ANA) is code


def test_each_person_on_a_side_confirms_its_words() -> None:
    both = evolve(SPLIT, SideJoined("d1", "ben", "one", Voice("Ben", "Health")))

    (event,) = decide(both, Confirm("d1", "one", "It is too soon."), by(BEN))

    assert event == Confirmed("d1", "one", "ben")
    assert evolve(both, event)["one"].confirmed == ("ana", "ben")


def test_to_confirm_twice_changes_nothing() -> None:
    assert decide(SPLIT, Confirm("d1", "one", "It is too soon."), by(ANA)) == ()


@pytest.mark.parametrize(
    ("command", "member", "code"),
    [
        (Confirm("d1", "one", "It is too soon."), BEN, Code.NOT_YOUR_SIDE),
        (Confirm("d1", "one", "It is too soon."), KIT, Code.NOT_YOUR_SIDE),
        (Confirm("d1", "one", "It was too soon."), ANA, Code.WORDS_CHANGED),
        (Confirm("d1", "two", ""), BEN, Code.NOTHING_TO_CONFIRM),
    ],
)
def test_only_what_was_read_is_confirmed_and_only_by_those_it_speaks_for(
    command: Confirm, member: Member, code: Code
) -> None:
    assert refused(SPLIT, command, member) is code
