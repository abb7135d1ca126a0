"""What speaks for withholding a line is proposed, and people at work are not hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.disclosure.third_parties import (
    Asker,
    Clue,
    Looked,
    People,
    Proposal,
    people_of,
    propose,
)
from consensus.people import Member, Role, Seat
from consensus.record.lines import Readers
from consensus.roomwide import contacts, register
from tests.consensus import given as scenes


def member(name: str, role: Role = "participant", seat: Seat = "") -> Member:
    return Member(name, name.title(), "Health", role, True, True, 0, seat=seat)


MEMBERS = {
    each.id: each
    for each in (
        member("kit", "chair"),
        member("ana"),
        member("sam", "family", "child"),
        member("dana", "family", "carer"),
        member("lee", "family"),
        member("amy", "advocate"),
        member("will"),
    )
}
PEOPLE = People(MEMBERS, ("Uncle Joe", "grandmother"), ("harm", "safe address"))
SAM, DANA, SOMEBODY = Asker("member", "sam"), Asker("member", "dana"), Asker("other")


def said(
    *texts: str,
    readers: Readers = "professionals",
    whose: str = "",
    about: tuple[str, ...] = (),
    section: str = "notes",
) -> Looked:
    return Looked("line", section, readers, texts, whose, about)


def proposed(line: Looked, asker: Asker = SAM) -> Proposal:
    return propose((line,), asker, PEOPLE)[0]


@pytest.mark.parametrize(
    ("line", "ground", "clue"),
    [
        (said("We meet again in March"), None, None),
        (said("Ana thinks it is enough"), None, Clue("names_at_work", "ana")),
        (said("Ana will ring", whose="ana", about=("ana",)), None, Clue("words_of", "ana")),
        (said("Dana was late"), "another_person", Clue("names", "dana")),
        (said("I am tired", whose="dana"), "another_person", Clue("words_of", "dana")),
        (said("He told me", whose="amy"), "another_person", Clue("words_of", "amy")),
        (said("Yes", about=("lee",)), "another_person", Clue("about", "lee")),
        (said("Yes", whose="gone"), "another_person", Clue("words_of", "gone")),
        (said("It hurts", whose="-"), "another_person", Clue("words_of_somebody")),
        (said("joe drives him"), "another_person", Clue("names_other", words="Uncle Joe")),
        (said("his grandmother’s"), "another_person", Clue("names_other", words="grandmother")),
        (said("Ana: 01603 000000"), "another_person", Clue("reach")),
        (said("Look at it", readers="restricted"), "in_confidence", Clue("restricted")),
        (said("A worry", readers="restricted", section="risks"), "serious_harm", Clue("risk")),
        (said("harmed", readers="restricted"), "serious_harm", Clue("risk", words="harm")),
        (said("it may harm him"), None, Clue("risk", words="harm")),
        (said("they will come"), None, Clue("perhaps_names", "will")),
        (said("I want Dana there", whose="sam"), None, Clue("own_words", "sam")),
        (said("Sam likes school", about=("sam",)), None, None),
    ],
)
def test_each_line_has_its_proposal_and_why(
    line: Looked, ground: str | None, clue: Clue | None
) -> None:
    found = proposed(line)

    assert found.ground == ground
    assert clue in found.clues if clue else found.clues == ()


def test_one_line_is_another_thing_for_another_person() -> None:
    words = said("I am tired", whose="dana", about=("dana",))

    assert proposed(words, DANA).ground is None
    assert proposed(words, Asker("member", "ana")).ground == "another_person"


def test_for_somebody_whom_the_room_does_not_know_only_what_names_nobody_is_given() -> None:
    assert proposed(said("We meet again", readers="all"), SOMEBODY).ground is None
    assert proposed(said("Ana said so", readers="all"), SOMEBODY).ground == "not_about_asker"
    assert proposed(said("A worry"), SOMEBODY).ground == "not_about_asker"
    assert proposed(said("Dana was late"), SOMEBODY).ground == "another_person"


def test_a_parent_who_was_not_there_is_not_taken_for_the_one_who_was() -> None:
    hers = said("I am tired", whose="dana", about=("dana",))

    assert proposed(hers, Asker("carer")).ground == "another_person"
    assert proposed(said("Maya", whose="sam"), Asker("child")).ground == "another_person"


def test_whoever_the_register_mentions_is_known_by_name() -> None:
    room = scenes.given(*scenes.room()).after(
        ("kit", register.AddElsewhere("e1", "family", "Aunt Bea", "Ana", "")),
        ("ana", contacts.Enter(second="Cleo Marsh")),
    )

    assert people_of(room.meeting, ("harm",)) == People(
        room.meeting.members, ("Aunt Bea", "Cleo Marsh"), ("harm",)
    )


@given(
    st.sampled_from(["dana", "lee", "amy"]),
    st.sampled_from(["{}", "{}’s", "{}s", "({})", "We ask {}, then", "X-{}", "{}/Kit"]),
    st.sampled_from([str.upper, str.lower, str.title, lambda n: n.replace("a", "a\u0301")]),
    st.sampled_from(["all", "professionals", "restricted"]),
)
def test_no_typed_name_of_a_third_party_is_ever_proposed_to_be_given(
    who: str, sentence: str, spelt: object, readers: Readers
) -> None:
    assert callable(spelt)
    line = said(sentence.format(spelt(who)), readers=readers)

    for asker in (SAM, Asker("child"), SOMEBODY, Asker("member", "ana")):
        found = proposed(line, asker)
        assert found.ground is not None
        assert Clue("names", who) in found.clues
