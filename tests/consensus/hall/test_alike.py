"""Alike and different over all tables: statements by rank, by words and by what was noted."""

from consensus.answers.notes import Lane
from consensus.events import Event, StepOpened
from consensus.hall.alike import MOST_SAID, AlikeRecord, Pair, Said, told
from consensus.hall.gathered import gathered
from consensus.items import Source
from consensus.state import Meeting
from consensus.steps import Arrangement, collect, judge
from tests.consensus.given import after, plan
from tests.consensus.hall.halls import EXERCISE, hall, table

JOINING = [Lane(id, id.title(), joins_two=True) for id in ("alike", "different")]
LANES = collect.Settings(tuple(JOINING))
PLANS = (EXERCISE[0], plan("compare", LANES, Source("rank")))
HALL = hall("ana", "ben", "cam", "dot", exercise=PLANS).meeting


def opened(step: str) -> StepOpened:
    return StepOpened(step, Arrangement(tuple((item,) for item in "abcd")), 1)


def ranked(*people: str, order: str = "abcd") -> tuple[Event, ...]:
    """Return how people at a table ranked, and began to compare."""
    cast = (judge.BallotCast("rank", who, tuple(order), "") for who in people)
    return (opened("rank"), *cast, judge.Revealed("rank", ()), opened("compare"))


def note(id: str, lane: str, text: str, items: str = "ab") -> collect.NoteAdded:
    return collect.NoteAdded("compare", id, lane, "ana", text, tuple(items))


def lens(*tables: tuple[Event, ...]) -> AlikeRecord:
    """Return the lens over tables t1, t2 and so on, to each of which something happened."""
    rooms: dict[str, Meeting] = {
        f"t{number}": after(table("ana", "ben", plans=PLANS).meeting, events)
        for number, events in enumerate(tables, start=1)
    }
    return told(gathered(HALL, rooms), rooms)["alike"]


def pair(record: AlikeRecord, first: str, second: str) -> Pair:
    return next(each for each in record.pairs if (each.first, each.second) == (first, second))


def test_everybodys_orders_over_all_tables_make_how_near_two_were_ranked() -> None:
    found = lens(ranked("ana", "ben", "cam"), ranked("dot", "eve", "fay", order="acbd"))

    assert found.people == 6
    assert len(found.pairs) == 6
    assert pair(found, "a", "b").ranked == 0.75
    assert pair(found, "a", "d").ranked == 0


def test_orders_of_two_people_are_nobodys_to_see() -> None:
    assert pair(lens(ranked("ana", "ben")), "a", "b").ranked is None
    assert pair(lens(ranked("ana", "ben"), ranked("cam", "dot")), "a", "b").ranked is None


def test_the_same_thought_of_several_tables_is_listed_once_with_all_of_them() -> None:
    one = (*ranked("ana"), note("n1", "alike", "Both need time."), note("n2", "different", "Costs"))
    two = (*ranked("cam"), note("n1", "alike", "both  need TIME", "ba"))
    found = pair(lens(one, two), "a", "b")

    assert found.said == (
        Said(("t1", "t2"), True, "Both need time."),
        Said(("t1",), False, "Costs"),
    )


def test_a_note_that_was_put_under_another_is_not_listed_beside_it() -> None:
    merged = collect.NoteMerged("compare", "n2", "n1")
    events = (*ranked("ana"), note("n1", "alike", "Time"), note("n2", "alike", "Hours"), merged)

    assert [said.text for said in pair(lens(events), "a", "b").said] == ["Time"]


def test_of_very_many_thoughts_the_rest_is_counted() -> None:
    notes = (note(f"n{n}", "alike", f"Thought {n}") for n in range(MOST_SAID + 3))
    found = pair(lens((*ranked("ana"), *notes)), "a", "b")

    assert (len(found.said), found.more) == (MOST_SAID, 3)


def test_before_any_table_did_anything_there_are_the_words() -> None:
    found = lens((), ())

    assert (found.people, len(found.pairs)) == (0, 6)
    assert all(each.ranked is None and each.reads > 0 for each in found.pairs)
