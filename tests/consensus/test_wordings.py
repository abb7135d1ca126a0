"""Every string that an event may hold is known for what it is."""

from random import Random
from typing import Any, Literal, get_args, get_origin

from hypothesis import given, settings
from msgspec import Struct
from msgspec.structs import fields

from consensus import events as e
from consensus.ballots import Ballot
from consensus.promises import Owner, Promise, Terms
from consensus.steps import collect, commit, judge
from consensus.wordings import SORTS, Sort, reworded
from tests.meetings import PRIVATE, Story, meetings, play


def with_strings() -> dict[type[Struct], set[str]]:
    """Return every struct that an event may hold, with its fields that hold strings."""
    found: dict[type[Struct], set[str]] = {}

    def holds_strings(of: Any) -> bool:
        if isinstance(of, type) and issubclass(of, Struct):
            look_at(of)
            return False
        if get_origin(of) is Literal:
            return False
        parts = [holds_strings(part) for part in get_args(of)]
        return of is str or any(parts)

    def look_at(of: type[Struct]) -> None:
        if of not in found:
            found[of] = set()
            found[of] |= {field.name for field in fields(of) if holds_strings(field.type)}

    for event in get_args(e.Event):
        look_at(event)
    return {of: names for of, names in found.items() if names}


def test_every_field_of_every_event_is_known_for_what_it_is() -> None:
    """Whoever adds a field says in consensus/wordings.py whether it holds people's words."""
    named = {of: set(sorts) for of, sorts in SORTS.items()}

    assert named == with_strings()


@settings(max_examples=20)
@given(meetings())
def test_where_nothing_is_changed_an_event_is_the_very_same(story: Story) -> None:
    for event in story.events:
        assert reworded(event, lambda _, text: text) is event


def test_all_private_words_are_words() -> None:
    def emptied(sort: Sort, text: str) -> str:
        return "" if sort == "words" else text

    for seed in range(20):
        for event in play(Random(seed).choice).events:
            assert PRIVATE not in repr(reworded(event, emptied))


def marked(sort: Sort, text: str) -> str:
    return f"{sort}:{text}"


def test_a_mapping_has_keys_and_values_of_their_own_sorts() -> None:
    cast = judge.BallotCast("s", "ana", ("i",), "why", {"i": 3}, {"i": "so"}, unsure=True)
    shown = judge.Revealed("s", ("ben",), agencies={"ana": "Health"})

    assert reworded(cast, marked) == judge.BallotCast(
        "id:s", "member:ana", ("id:i",), "words:why", {"id:i": 3}, {"id:i": "words:so"}, unsure=True
    )
    assert reworded(shown, marked) == judge.Revealed(
        "id:s", ("member:ben",), agencies={"member:ana": "agency:Health"}
    )


def test_what_is_deep_inside_is_found() -> None:
    owner = Owner("Ana", "Health", "ana", "yes")
    promise = Promise("p", Terms("Call", by="2027-03-09"), (owner,), "ana", 5)
    slips = (Ballot((), "why", {}, {}, unsure=False),)

    changed = reworded(commit.Promised("s", promise), marked).promise
    opened = reworded(judge.Revealed("s", (), slips=slips), marked)

    assert changed.owners == (Owner("person:Ana", "agency:Health", "member:ana", "yes"),)
    assert (changed.terms.what, changed.terms.by) == ("words:Call", "day:2027-03-09")
    assert opened.slips[0].because == "words:why"


def test_what_is_one_of_a_few_words_of_ours_is_no_string() -> None:
    joined = e.MemberJoined("ana", "Ana", "Health", "chair", voice=True, at=1)

    assert reworded(joined, marked).role == "chair"
    assert reworded(collect.NotesRevealed("s"), marked) == collect.NotesRevealed("id:s")
