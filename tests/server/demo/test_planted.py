"""Opinions are as they were planted: by seed, table and place, and not by who sits there."""

import pytest

from server.demo.planted import MISREAD, Planted, worth
from tests.server.demo.made_up import ITEMS, planned, sitting

IDS = [item.id for item in ITEMS]


def test_the_same_seed_plants_the_same_opinions_and_another_seed_others() -> None:
    assert planned() == planned()
    assert worth(planned(), 1, 1) == worth(planned(), 1, 1)
    assert worth(planned(), 1, 1) != worth(planned(seed=2), 1, 1)


def test_every_statement_has_one_part_to_play() -> None:
    assert sorted(planned().items) == sorted(IDS)


def test_a_statement_stands_high_at_odd_tables_and_low_at_even_ones() -> None:
    plan = planned()
    for table in range(1, 9):
        places = [p.order(IDS).index(plan.splits_tables) for p in sitting(plan, table)]
        assert max(places) <= 4 if table % 2 else min(places) >= 5


@pytest.mark.parametrize("same", [False, True])
def test_a_statement_splits_each_table_in_halves(same: bool) -> None:
    plan = planned(same=same)
    for table in range(1, 9):
        places = [p.order(IDS).index(plan.splits_people) for p in sitting(plan, table)]
        assert sum(place < 5 for place in places) == 3


def test_where_all_are_the_same_every_table_is_of_one_population() -> None:
    plan = planned(same=True)

    assert len({plan.population(table) for table in range(1, 9)}) == 1
    assert len({planned().population(table) for table in range(1, 9)}) == 4


def test_whoever_is_moved_takes_along_what_they_think() -> None:
    [person, *_] = sitting(planned(), 1)
    thought = person.order(IDS)
    person.sit(8, 0)

    assert person.order(IDS) == thought


def test_talk_moves_people_but_at_one_table_and_never_on_what_splits_people() -> None:
    plan = planned()
    moved = {}
    for table in (1, plan.still):
        there = sitting(plan, table)
        before = [person.order(IDS) for person in there]
        for person in there:
            person.listen(before)
        after = [person.order(IDS) for person in there]
        moved[table] = before != after
        halves = [[o.index(plan.splits_people) < 5 for o in orders] for orders in (before, after)]
        assert halves[0] == halves[1]

    assert moved == {1: True, plan.still: False}


def test_one_agency_guesses_another_the_wrong_way_round() -> None:
    plan = planned()
    guesses = {person.agency: person.guess(IDS) for person in (Planted(n, plan) for n in range(4))}

    for agency, (about, order) in guesses.items():
        turned = (agency, about) == MISREAD
        assert (order.index(plan.aside) == 0) is turned
        assert (order.index(plan.first) == 0) is not turned
