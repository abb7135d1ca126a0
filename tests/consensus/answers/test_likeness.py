"""Pairs of statements that may be one, offered to a group and never put together by themselves."""

from consensus.answers import wordings as w
from consensus.answers.likeness import MOST_OFFERED, Likeness, PairsRecord, likeness, offered
from consensus.answers.notes import Lane
from consensus.events import Event, StepOpened
from consensus.items import Item, Source
from consensus.steps import Arrangement, collect, judge
from consensus.views import everyone
from tests.consensus.given import given, joined, plan, prepared

WORDS = {
    "a": "Families trust us",
    "b": "Families trust one another",
    "c": "Money is shared",
    "d": "Time for talk",
}
ITEMS = tuple(Item(id, text) for id, text in WORDS.items())
ALIKE = collect.Settings((Lane("alike", "Alike", joins_two=True),))
PLANS = (plan("rank", judge.Settings()), plan("compare", ALIKE, Source("rank")))


def step(id: str, items: str = "abcd") -> StepOpened:
    return StepOpened(id, Arrangement(tuple((item,) for item in items)), 1)


def cast(member: str, order: str) -> judge.BallotCast:
    return judge.BallotCast("rank", member, tuple(order), "")


def pairs(*events: Event) -> PairsRecord:
    """Return what is offered after some events in a room."""
    first = prepared(*PLANS)
    meeting = given(
        type(first)("A", "", "t", ITEMS, PLANS, at=0),
        joined("kit", "chair"),
        joined("ana"),
        joined("ben"),
        *events,
    ).meeting
    found = everyone(meeting)["pairs/compare"]
    assert isinstance(found, PairsRecord)
    return found


RANKED = (step("rank"), cast("kit", "abcd"), cast("ana", "dabc"), judge.Revealed("rank", ()))


def test_all_pairs_stand_in_order_of_how_alike_they_are_in_both_ways() -> None:
    found = likeness(ITEMS, [tuple("abcd")])

    assert len(found) == 6
    assert (found[0].first, found[0].second, found[0].ranked) == ("a", "b", 1.0)
    assert found == likeness(ITEMS, [tuple("abcd")])


def test_what_reads_alike_and_was_put_side_by_side_is_offered() -> None:
    found = pairs(*RANKED, step("compare"))

    assert found.people == 2
    assert [(pair.first, pair.second) for pair in found.pairs] == [("a", "b")]


def test_what_people_put_far_apart_is_not_one() -> None:
    apart = (step("rank"), cast("kit", "acdb"), cast("ana", "bcda"), judge.Revealed("rank", ()))

    assert pairs(*apart, step("compare")).pairs == ()


def test_before_anybody_ranked_it_is_the_words_alone() -> None:
    [pair] = pairs(step("compare")).pairs

    assert pair.ranked is None


def test_orders_that_are_not_open_say_nothing() -> None:
    private = (step("rank"), cast("kit", "acdb"), cast("ana", "bcda"))

    assert pairs(*private, step("compare")) == pairs(step("rank"), step("compare"))


def test_what_is_one_already_is_not_offered_again() -> None:
    merged = w.Merged("a", "b", "Families trust us and one another", "kit", 2)

    assert pairs(*RANKED, step("compare"), merged).pairs == ()


def test_no_more_are_offered_than_a_group_can_look_at() -> None:
    many = tuple(Likeness(f"a{n}", f"b{n}", 1.0, 0.9) for n in range(20))

    assert len(offered(many)) == MOST_OFFERED
    assert offered((Likeness("a", "b", 1.0, 0.01), Likeness("a", "c", 0.1, 0.9))) == ()


def test_only_a_step_whose_notes_join_two_offers_pairs() -> None:
    plain = plan("notes", collect.Settings((Lane("a", "A"),)))
    meeting = given(prepared(plain), joined("kit", "chair"), step("notes")).meeting

    assert "pairs/notes" not in everyone(meeting)
