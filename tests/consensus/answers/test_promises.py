"""Promises: their words and owners, when they are due, and who holds how many."""

import pytest

from consensus.answers import promises as p
from consensus.answers.promises import AgencyLoad, Due, Named, Owner, Promise, Terms
from consensus.people import Member, Scene
from consensus.refusal import Code, Refusal

ANA = Member("ana", "Ana", "Health", "participant", True, True, 0)
BEN = Member("ben", "Ben", "Police", "participant", True, True, 0)
SCENE = Scene(ANA, 5, {"ana": ANA, "ben": BEN})


def promise(
    number: int, *agencies: str, personal: bool = False, stage: p.Stage = "open", by: str = ""
) -> Promise:
    owners = tuple(Owner(f"from {agency}", agency, f"m{agency}") for agency in agencies)
    terms = Terms("Call", by=by, option="a")
    return Promise(f"p{number}", terms, owners, "ana", 1, personal=personal, stage=stage)


# --- words ------------------------------------------------------------------------------------


def test_words_and_days_are_cleaned() -> None:
    typed = Terms(" Call  the school ", by=" 2027-03-09", cover="Ben ", option="a")

    assert p.cleaned(typed, "ab") == Terms(
        "Call the school", by="2027-03-09", cover="Ben", option="a"
    )


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (Terms(" "), Code.TEXT_EMPTY),
        (Terms("x" * 241), Code.TEXT_TOO_LONG),
        (Terms("Call", how="x" * 241), Code.TEXT_TOO_LONG),
        (Terms("Call", by="soon"), Code.NO_SUCH_DAY),
        (Terms("Call", review="1999-01-01"), Code.NO_SUCH_DAY),
        (Terms("Call", option="z"), Code.NO_SUCH_ITEM),
    ],
)
def test_words_that_cannot_be_kept_are_refused(terms: Terms, code: Code) -> None:
    with pytest.raises(Refusal) as refused:
        p.cleaned(terms, "ab")
    assert refused.value.code is code


# --- owners -----------------------------------------------------------------------------------


def test_people_agencies_and_others_outside_can_own_a_promise_together() -> None:
    named = Named(("ana", "ben", "ana"), ("police", "Housing"), " Grandma ")

    assert p.owners_of(named, SCENE) == (
        Owner("Ana", "Health", "ana", "yes"),
        Owner("Ben", "Police", "ben"),
        Owner("", "Police"),
        Owner("", "Housing"),
        Owner("Grandma", ""),
    )


def test_whoever_enters_a_promise_for_their_own_agency_has_said_yes() -> None:
    assert p.owners_of(Named(agencies=("health",)), SCENE) == (Owner("", "Health", answer="yes"),)


@pytest.mark.parametrize(
    ("named", "code"),
    [
        (Named(), Code.OWNER_NEEDED),
        (Named(("zoe",)), Code.NO_SUCH_MEMBER),
        (Named(agencies=(" ",)), Code.AGENCY_EMPTY),
        (Named(agencies=tuple(f"agency {n}" for n in range(21))), Code.TOO_MANY_OWNERS),
        (Named(others="x" * 121), Code.TEXT_TOO_LONG),
    ],
)
def test_owners_that_cannot_be_kept_are_refused(named: Named, code: Code) -> None:
    with pytest.raises(Refusal) as refused:
        p.owners_of(named, SCENE)
    assert refused.value.code is code


def test_people_speak_for_themselves_and_for_their_agency() -> None:
    assert p.speaks_for(ANA, Owner("Ana", "Health", "ana"))
    assert p.speaks_for(ANA, Owner("", "HEALTH"))
    assert not p.speaks_for(ANA, Owner("Ben", "Health", "ben"))
    assert not p.speaks_for(ANA, Owner("Grandma", ""))


def test_a_later_room_knows_people_by_name_and_agency() -> None:
    assert p.speaks_for(ANA, Owner("ana", "health"))
    assert not p.speaks_for(ANA, Owner("Ana", "Police"))


def test_two_of_one_name_are_told_apart_by_their_agencies() -> None:
    assert Owner("Ana", "Health").key != Owner("Ana", "Police").key


# --- later ------------------------------------------------------------------------------------


def test_what_is_not_done_with_goes_on_into_the_next_room_without_ids_of_this_one() -> None:
    made = (promise(1, "Health"), promise(2, stage="done"), promise(3, stage="changed"))

    first, second = p.open_promises(made)
    assert first.owners == (Owner("from Health", "Health"),)
    assert (first.entered_by, first.terms.option) == ("", "")
    assert second.id == "p3"


def test_days_are_named_for_what_is_due_and_what_is_looked_at_again() -> None:
    made = Promise(
        "p", Terms("Call", "2027-03-09", review="2027-04-09"), (Owner("", "Police"),), "", 1
    )

    assert p.due([made, promise(2, stage="done", by="2027-01-01"), promise(3)]) == (
        Due("p", "2027-03-09", "by", "Call", ("Police",)),
        Due("p", "2027-04-09", "review", "Call", ("Police",)),
    )


# --- load -------------------------------------------------------------------------------------


def test_a_joint_promise_counts_once_for_each_agency_in_it() -> None:
    made = [promise(1, "Health", "health", "Police"), promise(2, "Health")]

    assert made[0].joint
    assert p.load(made) == (AgencyLoad("Health", 2, False), AgencyLoad("Police", 1, False))


def test_an_agency_with_more_than_half_of_at_least_four_is_heavy() -> None:
    made = [promise(1, "Health"), promise(2, "Health"), promise(3, "Health"), promise(4, "Police")]

    assert p.load(made) == (AgencyLoad("Health", 3, True), AgencyLoad("Police", 1, False))
    assert not any(agency.heavy for agency in p.load(made[:3]))
    assert not any(agency.heavy for agency in p.load([*made[1:], promise(5, "Police")]))


def test_what_is_done_or_personal_weighs_nothing() -> None:
    assert p.load([promise(1, "Health", stage="done"), promise(2, "Health", personal=True)]) == ()
