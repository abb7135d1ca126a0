"""What is wrong with rankings: a stable code, one sentence, and nothing that a ballot says."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.kemeny import combine
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Profile
from consensus.ranking.robustness import absent, robustness
from consensus.ranking.why import why

# Programs that read codes hold on to them: one may be added, none may change or go.
PROMISED = {
    "no_items",
    "nobody_has_a_view",
    "item_named_twice",
    "person_named_twice",
    "unknown_item",
    "unknown_person",
    "repeated_item",
    "empty_group",
    "not_complete",
    "places_do_not_fit",
    "counts_do_not_fit",
    "not_the_same_items",
    "voice_not_above_zero",
    "voice_not_a_number",
    "voices_too_fine",
    "out_of_range",
    "malformed_file",
}

SECRET = "the-manager-bullies"
PERSON = "Ana-Example"


def test_codes_stay_what_they_are() -> None:
    assert {fault.value for fault in Fault} >= PROMISED


@pytest.mark.parametrize("fault", Fault)
def test_a_code_is_its_name_in_small_letters(fault: Fault) -> None:
    assert fault == fault.name.lower()
    assert str(fault) == fault.value
    assert Fault(fault.value) is fault


@pytest.mark.parametrize("fault", Fault)
def test_an_error_carries_its_code_and_its_sentence(fault: Fault) -> None:
    error = BallotError(fault, "so it cannot be counted")

    assert isinstance(error, ValueError)
    assert (error.fault, error.line) == (fault, None)
    assert str(error) == "so it cannot be counted"


@pytest.mark.parametrize("line", [1, 17])
def test_an_error_in_a_file_says_at_which_line(line: int) -> None:
    error = BallotError(Fault.MALFORMED_FILE, "a number is missing", line)

    assert error.line == line
    assert str(error) == f"line {line}: a number is missing"


def secretive() -> Profile:
    return Profile.of(("a", SECRET), {PERSON: (SECRET, "a")})


WRONG: dict[str, tuple[Fault, Callable[[], object]]] = {
    "no items": (Fault.NO_ITEMS, lambda: Profile.of((), {PERSON: ()})),
    "an item twice": (
        Fault.ITEM_NAMED_TWICE,
        lambda: Profile.of((SECRET, SECRET), {PERSON: (SECRET,)}),
    ),
    "an unknown item": (
        Fault.UNKNOWN_ITEM,
        lambda: Profile.of(("a",), {PERSON: ("a", SECRET)}),
    ),
    "an item ranked twice": (
        Fault.REPEATED_ITEM,
        lambda: Profile.of(("a", SECRET), {PERSON: (SECRET, ("a", SECRET))}),
    ),
    "an empty group": (
        Fault.EMPTY_GROUP,
        lambda: Profile.of(("a", SECRET), {PERSON: (SECRET, ())}),
    ),
    "a weight for a stranger": (
        Fault.UNKNOWN_PERSON,
        lambda: Profile.of((SECRET,), {PERSON: (SECRET,)}, {"Ben": 1}),
    ),
    "a person without a ballot": (Fault.UNKNOWN_PERSON, lambda: secretive().ballot("Zed")),
    "a weight of nothing": (
        Fault.VOICE_NOT_ABOVE_ZERO,
        lambda: Profile.of((SECRET,), {PERSON: (SECRET,)}, {PERSON: 0}),
    ),
    "a weight without end": (
        Fault.VOICE_NOT_A_NUMBER,
        lambda: Profile.of((SECRET,), {PERSON: (SECRET,)}, {PERSON: float("inf")}),
    ),
    "a weight too large": (
        Fault.VOICES_TOO_FINE,
        lambda: Profile.of((SECRET,), {PERSON: (SECRET,)}, {PERSON: 2**41}),
    ),
    "a person twice": (
        Fault.PERSON_NAMED_TWICE,
        lambda: Profile.of_places((SECRET,), [[1], [1]], [PERSON, PERSON]),
    ),
    "half a place": (
        Fault.PLACES_DO_NOT_FIT,
        lambda: Profile.of_places((SECRET,), [[0.5]], [PERSON]),
    ),
    "a ballot that was not counted": (
        Fault.COUNTS_DO_NOT_FIT,
        lambda: count_pairs(secretive()).changed(("a", SECRET), ()),
    ),
    "nobody's view": (
        Fault.NOBODY_HAS_A_VIEW,
        lambda: combine(count_pairs(Profile.of(("a", SECRET), {PERSON: (("a", SECRET),)}))),
    ),
    "a top of everything": (Fault.OUT_OF_RANGE, lambda: robustness(secretive(), 2)),
    "half a person missing": (
        Fault.OUT_OF_RANGE,
        lambda: absent(count_pairs(secretive()), Fraction(1, 2), 1),
    ),
    "why above itself": (Fault.ITEM_NAMED_TWICE, lambda: why(secretive(), SECRET, SECRET)),
    "why above a stranger": (Fault.UNKNOWN_ITEM, lambda: why(secretive(), "zzz", SECRET)),
}


@pytest.mark.parametrize(("fault", "call"), WRONG.values(), ids=WRONG.keys())
def test_an_error_never_quotes_an_item_or_a_person(
    fault: Fault, call: Callable[[], object]
) -> None:
    with pytest.raises(BallotError) as caught:
        call()

    error = caught.value
    assert error.fault == fault
    for private in (SECRET, PERSON, "zzz", "Zed"):
        assert private not in str(error)
        assert private not in repr(error)


@pytest.mark.parametrize(("fault", "call"), WRONG.values(), ids=WRONG.keys())
def test_an_error_is_one_clear_sentence(fault: Fault, call: Callable[[], object]) -> None:
    with pytest.raises(BallotError, match=r"^[^.\n]{15,160}$") as caught:
        call()

    assert caught.value.fault == fault
    assert caught.value.line is None
