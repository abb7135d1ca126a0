"""What others wrote about somebody is found wherever it stands, and goes where a person says so."""

import pytest
from msgspec.structs import replace

from consensus import events as e
from consensus.agendas import planning
from consensus.answers.promises import Owner, Promise, Terms
from consensus.forgetting.mentions import Mention, blanked, mentions
from consensus.roomwide import disclosures, parking
from consensus.steps import commit, turns
from tests.consensus.given import given, joined, plan, prepared

ROOM = (prepared(), joined("kit", "chair"), joined("ana"), joined("ben"))

SAID = parking.Added("p1", "ben", "Ana’s bus is late", for_lead=False, at=1)
COPY = disclosures.Disclosed(
    "c1",
    "ref",
    1,
    {"people.ben": "in_confidence"},
    {"people.ben": "What Ana said"},
    3,
    "g",
    "kit",
    1,
)


def mentioned(*events: e.Event) -> list[Mention]:
    """Return what may name Ana in a meeting in which these events followed."""
    happened: tuple[e.Event, ...] = (*ROOM, *events)
    log = [(at, None, event) for at, event in enumerate(happened, 1)]
    return list(mentions(log, given(*happened).meeting, "ana"))


def found(*events: e.Event) -> list[tuple[str, str]]:
    """Return where, and what."""
    return [(each.field, each.text) for each in mentioned(*events)]


def test_what_others_wrote_is_shown_to_a_person_and_goes_where_they_say_so() -> None:
    assert found(SAID) == [("text", "Ana’s bus is late")]
    assert blanked(SAID, ["text"]) == replace(SAID, text="")


def test_it_is_shown_with_its_place_in_the_log() -> None:
    assert mentioned(SAID) == [Mention(5, "text", "Ana’s bus is late")]


def test_a_summary_in_a_copy_that_was_given_out_is_shown_too() -> None:
    assert found(COPY) == [("summaries/people.ben", "What Ana said")]
    assert blanked(COPY, ["summaries/people.ben"]) == replace(COPY, summaries={"people.ben": ""})


def test_a_promise_and_a_step_that_name_somebody_are_shown_with_the_way_to_their_words() -> None:
    promise = Promise("p1", Terms("Ring Ana"), (Owner("Ben", "Health", "ben"),), "ben", 1)
    promised = commit.Promised("do", promise)
    added = planning.StepAdded(plan("talk", turns.Settings()), None)
    titled = replace(added, plan=replace(added.plan, title="What Ana thinks"))

    assert found(titled) == [("plan/title", "What Ana thinks")]
    assert blanked(titled, ["plan/title"]).plan.title == ""  # type: ignore[union-attr]
    assert blanked(promised, ["promise/terms/what"]) == replace(
        promised, promise=replace(promise, terms=Terms(""))
    )


@pytest.mark.parametrize("field", ["by", "at", "entry", "nothing", "text/0"])
def test_nothing_but_words_can_be_blanked(field: str) -> None:
    with pytest.raises(ValueError, match="not words"):
        blanked(SAID, [field])
