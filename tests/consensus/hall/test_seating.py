"""Tables stay as even as they can be, and agencies are spread over them."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from consensus.hall.seating import Placing, TableId, dealt, mixed, sits, smallest
from consensus.people import Member, MemberId, Role, agency_key


def member(name: str, agency: str = "Health", role: Role = "participant") -> Member:
    return Member(name, name, agency, role, voice=role != "observer", here=True, since=0)


def even(counts: list[int]) -> bool:
    return max(counts) - min(counts) <= 1


def at_tables(tables: list[TableId], seats: dict[MemberId, TableId]) -> list[int]:
    counted = Counter(seats.values())
    return [counted[table] for table in tables]


TABLES = st.integers(1, 12).map(lambda count: [f"t{n}" for n in range(count)])
PEOPLE = st.lists(st.sampled_from(["Health", "Police", "School", "health"]), max_size=70).map(
    lambda agencies: {f"m{n}": member(f"m{n}", agency) for n, agency in enumerate(agencies)}
)
HOW = st.sampled_from(["spread", "mixed"])


@settings(max_examples=80)
@given(TABLES, PEOPLE, HOW, st.integers())
def test_everybody_gets_a_table_and_sizes_differ_by_one_at_most(
    tables: list[TableId], people: dict[MemberId, Member], how: Placing, lot: int
) -> None:
    seats = dealt(tables, {}, people, people.values(), how, str(lot))

    assert seats.keys() == people.keys()
    assert even(at_tables(tables, seats))


@settings(max_examples=80)
@given(TABLES, PEOPLE, st.integers())
def test_each_agency_is_spread_as_evenly_as_its_number_allows(
    tables: list[TableId], people: dict[MemberId, Member], lot: int
) -> None:
    seats = dealt(tables, {}, people, people.values(), "mixed", str(lot))

    for agency in {agency_key(each.agency) for each in people.values()}:
        own = {m: t for m, t in seats.items() if agency_key(people[m].agency) == agency}
        assert even(at_tables(tables, own))


@settings(max_examples=40)
@given(TABLES, PEOPLE)
def test_whoever_comes_one_by_one_finds_tables_as_even_as_if_dealt(
    tables: list[TableId], people: dict[MemberId, Member]
) -> None:
    seats: dict[MemberId, TableId] = {}
    for each in people.values():
        table = mixed(tables, seats, people, each)
        assert table is not None
        seats[each.id] = table

    assert even(at_tables(tables, seats))


def test_the_same_lot_deals_the_same_way_and_another_one_otherwise() -> None:
    people = {name: member(name) for name in "abcdefghijkl"}
    tables = ["t1", "t2", "t3"]

    def by(lot: str) -> dict[MemberId, TableId]:
        return dealt(tables, {}, people, people.values(), "spread", lot)

    assert by("1") == by("1")
    assert by("1") != by("2")


def test_who_has_a_seat_keeps_it_and_the_others_fill_up_the_smallest() -> None:
    people = {name: member(name) for name in "abcd"}
    seats = {"a": "t1", "b": "t1"}

    assert set(dealt(["t1", "t2"], seats, people, [people["c"], people["d"]], "spread", "1")) == {
        "c",
        "d",
    }
    found = dealt(["t1", "t2"], seats, people, [people["c"], people["d"]], "spread", "1")
    assert set(found.values()) == {"t2"}


def test_the_smallest_of_no_tables_is_none() -> None:
    assert smallest([], {}, member("ana")) is None


def test_trainers_and_observers_sit_at_no_table() -> None:
    assert sits(member("ana", role="family"))
    assert not any(sits(member("kit", role=role)) for role in ("chair", "deputy", "observer"))
