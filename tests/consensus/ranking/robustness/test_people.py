"""How many people it takes to alter a result, held against every change that people can make."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.kemeny import combine
from consensus.ranking.pairwise import count_pairs
from consensus.ranking.profile import Order, Profile, Table, Voices
from consensus.ranking.robustness import Absence, Change, absent, robustness
from tests.consensus.ranking.made_ballots import Ballot
from tests.consensus.ranking.robustness.by_hand import (
    MANY,
    OPEN,
    PARTS,
    ByHand,
    absences,
    agencies,
    all_ballots,
    can_be_done,
    changes,
    drawn,
    groups_of,
    is_altered,
    moved,
    safety,
    weighted,
    whole,
    whole_ballots,
    with_changed,
    with_more,
)

# --- the missing: every ballot of theirs gone through --------------------------------------------


def the_missing_are_right(profile: Profile, missing: int, top: int, costs: Table) -> None:
    counted = ByHand(profile)
    pairs = count_pairs(profile)

    for part, absence in zip(PARTS, absences(absent(pairs, missing, top)), strict=True):
        if len(counted.parts(part, top)) > 1:
            assert absence == Absence(safe=False)
            continue
        assert absence.safe is not counted.altered([costs], part, top)
        if absence.safe:
            assert absence.ballot == ()
        else:
            after = with_more(profile, absence.ballot, missing)
            assert is_altered(after, part, top, combine(pairs).order)


@pytest.mark.parametrize(("items", "most"), [("abc", 3), ("abcd", 3), ("abcde", 2)])
@settings(max_examples=30)
@given(data=st.data())
def test_what_the_missing_could_do_is_what_some_ballots_of_theirs_do(
    items: str, most: int, data: st.DataObject
) -> None:
    profile = Profile.of(items, data.draw(groups_of(items, most=7)))
    missing, top = data.draw(st.integers(1, most)), data.draw(st.integers(1, len(items) - 1))

    the_missing_are_right(profile, missing, top, ByHand(profile).with_missing(missing))


@pytest.mark.parametrize(("people", "missing"), [(5, 1), (8, 3), (11, 2)])
def test_six_items_what_the_missing_could_do_is_what_one_order_of_theirs_does(
    people: int, missing: int
) -> None:
    profile = drawn(6, people, noise=2.0, random=Random(people))

    the_missing_are_right(profile, missing, 3, ByHand(profile).with_copies(missing))


@settings(max_examples=40)
@given(ballots=groups_of("abcd", most=6), missing=st.integers(1, 2), seed=st.integers(0, 99))
def test_a_missing_agency_counts_as_one_voice_among_agencies(
    ballots: list[Ballot], missing: int, seed: int
) -> None:
    weights = agencies(len(ballots), Random(seed))
    profile = weighted(Profile.of("abcd", ballots), weights)

    the_missing_are_right(profile, missing, 2, ByHand(profile).with_copies(missing * profile.unit))


@settings(max_examples=30)
@given(ballots=groups_of("abcd", most=4), counts=st.integers(1, 11))
def test_parts_of_a_voice_can_be_missing(ballots: list[Ballot], counts: int) -> None:
    sixths = [Fraction(1, 2), Fraction(1, 3), Fraction(1), Fraction(1, 6)][: len(ballots)]
    profile = weighted(Profile.of("abcd", ballots), sixths)
    counted, pairs = ByHand(profile), count_pairs(profile)

    found = absent(pairs, Fraction(counts, profile.unit), 2)

    for part, absence in zip(PARTS, absences(found), strict=True):
        if len(counted.parts(part, 2)) == 1:
            assert absence.safe is not counted.altered([counted.with_copies(counts)], part, 2)


# --- changes of mind: every choice of people and of ballots --------------------------------------


def changes_are_right(profile: Profile, top: int, most: int, ballots: Table) -> None:
    """Go through every change of mind of up to so many people, to any of these ballots."""
    counted = ByHand(profile)
    now = combine(count_pairs(profile)).order
    tables = [counted.with_changed(people, ballots) for people in range(1, most + 1)]

    for part, change in zip(PARTS, changes(robustness(profile, top)), strict=True):
        if len(counted.parts(part, top)) > 1:
            assert change == OPEN
            continue
        altered = [counted.altered(table, part, top) for table in tables]
        assert not any(altered[: change.at_least - 1])
        assert change.at_most is not None
        assert change.at_least <= change.at_most <= len(profile.people)
        assert all(altered[change.at_most - 1 :])
        assert can_be_done(profile, change, part, top, now)


@pytest.mark.parametrize(("items", "most"), [("abc", 3), ("abcd", 3), ("abcde", 2)])
@settings(max_examples=15)
@given(data=st.data())
def test_the_fewest_people_lie_within_what_is_said(
    items: str, most: int, data: st.DataObject
) -> None:
    ballots = data.draw(groups_of(items, most=9 - len(items)))
    top = data.draw(st.integers(1, len(items) - 1))

    changes_are_right(
        Profile.of(items, ballots), top, min(most, len(ballots)), whole_ballots(tuple(items))
    )


@settings(max_examples=20)
@given(ballots=groups_of("abc", most=5), top=st.integers(1, 2))
def test_changing_to_ballots_with_ties_or_gaps_does_no_more(
    ballots: list[Ballot], top: int
) -> None:
    changes_are_right(
        Profile.of("abc", ballots), top, min(3, len(ballots)), all_ballots(tuple("abc"))
    )


@settings(max_examples=15)
@given(ballots=groups_of("abcd", most=5), seed=st.integers(0, 99))
def test_with_weights_people_are_counted_and_not_their_voices(
    ballots: list[Ballot], seed: int
) -> None:
    weights = agencies(len(ballots), Random(seed))
    profile = weighted(Profile.of("abcd", ballots), weights)

    changes_are_right(profile, 2, min(2, len(ballots)), whole_ballots(tuple("abcd")))


def test_a_ballot_heavy_enough_but_with_nothing_to_take_away_is_not_enough() -> None:
    """a is last by 5/6: a new ballot of 1/2 would do if the old one had put a above the others."""
    ballots: list[Ballot] = [
        whole("bcda"),
        whole("bcda"),
        (("b", "d"), ("c",), ("a",)),
        (),
        whole("a"),
    ]
    quarter, third, half = Fraction(1, 4), Fraction(1, 3), Fraction(1, 2)
    profile = weighted(Profile.of("abcd", ballots), [quarter, quarter, third, third, half])

    changes_are_right(profile, 2, 2, whole_ballots(tuple("abcd")))
    assert robustness(profile, 2).last.at_least == 2


# --- the same, found by trial and not by going through everything --------------------------------


@pytest.mark.parametrize("size", [7, 9, 12, 14, 15, 19])
@pytest.mark.parametrize(("people", "noise"), [(8, 3.0), (30, 5.0)])
def test_many_items_what_is_claimed_can_be_done(size: int, people: int, noise: float) -> None:
    profile = drawn(size, people, noise, Random(size * people))
    pairs = count_pairs(profile)
    now = combine(pairs).order

    found = robustness(profile, 5)

    for part, change in zip(PARTS, changes(found), strict=True):
        if change.at_most == 0:
            assert change == OPEN
            assert is_altered(profile, part, 5, now)
        elif change.at_most is not None:
            assert 1 <= change.at_least <= change.at_most <= people
            assert can_be_done(profile, change, part, 5, now)
    for missing in (1, 2, 4):
        for part, absence in zip(PARTS, absences(absent(pairs, missing, 5)), strict=True):
            if absence.ballot and absence.safe is False:
                assert is_altered(with_more(profile, absence.ballot, missing), part, 5, now)
            elif absence.safe is False:
                assert is_altered(profile, part, 5, now)


# Groups in which the most promising change, by those whom it moves most, is not the one needed.
@pytest.mark.parametrize("seed", [51, 59, 99, 233])
def test_hard_groups_what_is_claimed_can_be_done_and_fewer_are_too_few(seed: int) -> None:
    random = Random(seed)
    profile = drawn(7 + seed % 4, random.choice([5, 6, 7, 8, 9]), 3.0, random)
    pairs = count_pairs(profile)
    now = combine(pairs).order

    for part, change in zip(PARTS, changes(robustness(profile, 3)), strict=True):
        if change.at_most:
            assert can_be_done(profile, change, part, 3, now)
        if change.at_least > 1:
            # One changed ballot does no more than two of people who were missing.
            fewer = absent(pairs, 2 * (change.at_least - 1), 3)
            assert getattr(fewer, part).safe is True


def near(order: Sequence[str], top: int, random: Random) -> list[str]:
    """A ballot that somebody would try: two change places, or one goes first and one last."""
    into, out = random.choice(order[top:]), random.choice(order[:top])
    if random.random() < 0.5:
        return [into, *(item for item in order if item not in (into, out)), out]
    return [{into: out, out: into}.get(item, item) for item in order]


@pytest.mark.parametrize("size", [7, 12, 17])
def test_many_items_fewer_people_are_not_found_to_alter_anything(size: int) -> None:
    random = Random(size)
    profile = drawn(size, 15, noise=3.0, random=random)
    pairs = count_pairs(profile)
    now = combine(pairs).order
    found = robustness(profile, 4)
    safe = absent(pairs, 3, 4)

    for _ in range(12):
        ballot = near(now, 4, random)
        after = with_more(profile, ballot, 3)
        far = moved(profile, ballot, now)
        likely = sorted(range(len(far)), key=far.__getitem__, reverse=True)
        for part in PARTS:
            fewer = likely[: max(0, getattr(found, part).at_least - 1)]
            if fewer:
                assert not is_altered(with_changed(profile, ballot, fewer), part, 4, now)
            if getattr(safe, part).safe:
                assert not is_altered(after, part, 4, now)


@pytest.mark.parametrize("size", [7, 10, 14])
def test_for_up_to_fourteen_items_it_is_always_known_whether_the_order_is_safe(size: int) -> None:
    random = Random(size)
    for people in (3, 8, 9, 30):
        pairs = count_pairs(drawn(size, people, noise=4.0, random=random))
        assert all(absent(pairs, missing, 5).order.safe is not None for missing in range(5))


def test_a_change_is_exact_when_both_bounds_meet() -> None:
    assert OPEN.exact
    assert Change(2, 2, ("a", "b")).exact
    assert not Change(2, 3, ("a", "b")).exact
    assert not Change(2, None).exact


# --- groups one can see through ------------------------------------------------------------------


@pytest.mark.parametrize("size", [2, 6, 12, 16])
@pytest.mark.parametrize("people", [1, 4, 5])
def test_a_unanimous_group_falls_to_half_of_its_people(size: int, people: int) -> None:
    order = MANY[:size]
    profile = Profile.of(order, [order] * people)
    half = -(-people // 2)

    for change in changes(robustness(profile, 1)):
        assert (change.at_least, change.at_most) == (half, half)
    assert safety(count_pairs(profile), people - 1, 1) == [True] * 4
    assert safety(count_pairs(profile), people, 1) == [False] * 4


@pytest.mark.parametrize("size", [2, 3, 7, 14])
def test_between_two_opposed_people_everything_is_open_already(size: int) -> None:
    order = MANY[:size]
    profile = Profile.of(order, [order, order[::-1]])

    assert changes(robustness(profile, 1)) == [OPEN] * 4
    assert absences(absent(count_pairs(profile), 0, 1)) == [Absence(safe=False)] * 4


def test_what_best_orders_differ_in_is_open_and_what_they_share_is_not() -> None:
    profile = Profile.of("abcd", ["abcd", "abcd", "abdc", "abdc"])

    found = robustness(profile, 2)

    assert (found.last, found.order) == (OPEN, OPEN)
    assert found.first == Change(2, 2, found.first.ballot)
    assert found.top == Change(2, 2, found.top.ballot)
    assert safety(count_pairs(profile), 3, 2) == [True, True, False, False]
    assert safety(count_pairs(profile), 4, 2) == [False] * 4


def test_one_person_decides_alone_and_may_think_again() -> None:
    found = robustness(Profile.of("abcd", ["cadb"]), 2)

    assert [(change.at_least, change.at_most) for change in changes(found)] == [(1, 1)] * 4
    assert found.first.ballot[0] != "c"
    assert set(found.top.ballot[:2]) != {"c", "a"}
    assert found.last.ballot[-1] != "b"
    assert found.order.ballot != ("c", "a", "d", "b")


def test_people_who_abstain_or_find_all_equal_can_be_won_over_by_adding_a_view() -> None:
    """Three voices to none: two of the three could change, or three who said nothing speak up."""
    silent: list[Ballot] = [(), (("a", "b"),), ()]
    profile = Profile.of("ab", [*[whole("ab")] * 3, *silent])

    assert robustness(profile, 1).order == Change(2, 2, ("b", "a"))
    assert safety(count_pairs(profile), 2, 1) == [True] * 4
    assert safety(count_pairs(profile), 3, 1) == [False] * 4


def test_the_heaviest_ballot_counts_as_one_person() -> None:
    weights = {"Ana": 5, "Ben": 1, "Cam": 1, "Dee": 1}
    ballots = {"Ana": "ab", "Ben": "ab", "Cam": "ab", "Dee": "ba"}
    profile = Profile.of("ab", ballots, weights)

    assert robustness(profile, 1).first == Change(1, 1, ("b", "a"))
    assert safety(count_pairs(profile), 5, 1) == [True] * 4
    assert safety(count_pairs(profile), 6, 1) == [False] * 4


def test_light_ballots_are_not_enough_and_that_is_known() -> None:
    weights = {"Ana": Fraction(5), "Ben": Fraction(1, 3), "Cam": Fraction(1, 3)}
    profile = Profile.of("ab", {"Ana": "ab", "Ben": "ba", "Cam": "ba"}, weights)

    assert robustness(profile, 1).order == Change(1, 1, ("b", "a"))
    assert absent(count_pairs(profile), Fraction(13, 3), 1).order == Absence(False, ("b", "a"))
    assert absent(count_pairs(profile), 4, 1).order == Absence(True)


def test_what_could_not_be_decided_is_not_claimed() -> None:
    """Sixteen items level with one another have more best orders than can be gone through."""
    profile = Profile.of([*MANY[:16], "z"], ["z"], not_ranked="below")

    found, missing = robustness(profile, 5), absent(count_pairs(profile), 0, 5)

    assert (found.first.at_least, found.first.at_most) == (1, 1)
    assert missing.first == Absence(True)
    for part in ("top", "last", "order"):
        assert getattr(found, part) == Change(0, None)
        assert getattr(missing, part) == Absence(None)


# --- what cannot be asked ------------------------------------------------------------------------


def fault_of(call: Callable[[], object]) -> Fault:
    with pytest.raises(BallotError) as caught:
        call()
    return caught.value.fault


@pytest.mark.parametrize("top", [-1, 0, 3, 4])
def test_a_top_must_hold_an_item_and_leave_one_out(top: int) -> None:
    profile = Profile.of("abc", ["abc", "bac"])

    assert fault_of(lambda: robustness(profile, top)) == Fault.OUT_OF_RANGE
    assert fault_of(lambda: absent(count_pairs(profile), 1, top)) == Fault.OUT_OF_RANGE


@pytest.mark.parametrize("top", [0, 1])
def test_one_item_has_no_top_that_leaves_one_out(top: int) -> None:
    profile = Profile.of("a", ["a"])

    assert fault_of(lambda: robustness(profile, top)) == Fault.OUT_OF_RANGE
    assert fault_of(lambda: absent(count_pairs(profile), 1, top)) == Fault.OUT_OF_RANGE


@pytest.mark.parametrize("missing", [-1, Fraction(-1, 2), Fraction(1, 2), Fraction(7, 3)])
def test_so_many_voices_cannot_be_missing(missing: Voices) -> None:
    pairs = count_pairs(Profile.of("abc", ["abc", "bac"]))

    assert fault_of(lambda: absent(pairs, missing, 1)) == Fault.OUT_OF_RANGE


def test_a_part_of_a_voice_is_missing_only_where_voices_have_such_parts() -> None:
    profile = weighted(Profile.of("abc", ["abc", "abc"]), [Fraction(1, 2), Fraction(1)])
    pairs = count_pairs(profile)

    assert absent(pairs, Fraction(1, 2), 1).order == Absence(True)
    assert absent(pairs, Fraction(3, 2), 1).order.safe is False
    assert fault_of(lambda: absent(pairs, Fraction(1, 3), 1)) == Fault.OUT_OF_RANGE


@pytest.mark.parametrize("ballots", [[], [()], [(), ()], [("a",)], [(("a", "b", "c"),)]])
def test_a_group_without_a_view_has_no_result_to_alter(ballots: list[Order]) -> None:
    profile = Profile.of("a" if ballots == [("a",)] else "abc", ballots)
    expected = Fault.OUT_OF_RANGE if len(profile.items) == 1 else Fault.NOBODY_HAS_A_VIEW

    assert fault_of(lambda: robustness(profile, 1)) == expected
    assert fault_of(lambda: absent(count_pairs(profile), 1, 1)) == expected
