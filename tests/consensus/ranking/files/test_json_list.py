"""Rankings as JSON."""

import json
from contextlib import suppress
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.files.common import MOST_PEOPLE
from consensus.ranking.files.json_list import read, write
from consensus.ranking.profile import Profile
from tests.consensus.ranking.files.profiles import (
    AWKWARD,
    EXACT,
    GENERATED,
    ballots,
    profiles,
)
from tests.consensus.ranking.published import published


def file(*entries: dict[str, Any], items: tuple[str, ...] = ("trust", "money", "time")) -> str:
    return json.dumps({"items": items, "ballots": entries})


def failure(text: str) -> tuple[Fault, str]:
    with pytest.raises(BallotError) as error:
        read(text)
    assert "secret" not in str(error.value)
    return error.value.fault, str(error.value)


# --- reading ----------------------------------------------------------------------------------


def test_ballots_are_read_with_their_people_and_weights() -> None:
    profile = read(
        file(
            {"person": "Ana", "order": ["trust", ["money", "time"]], "weight": "1/3"},
            {"person": "Ben", "order": ["time"], "weight": 2},
            {"person": "Cam", "order": [], "weight": 0.25},
            {"person": "Dee", "order": [["money"]], "weight": "0.1"},
        )
    )

    assert profile.items == ("trust", "money", "time")
    assert ballots(profile) == {
        "Ana": (Fraction(1, 3), (("trust",), ("money", "time"))),
        "Ben": (2, (("time",),)),
        "Cam": (Fraction(1, 4), ()),
        "Dee": (Fraction(1, 10), (("money",),)),
    }


def test_an_order_is_all_that_a_ballot_needs() -> None:
    profile = read(file({"order": ["time", "trust"]}, {"order": []}))

    assert ballots(profile) == {"1": (1, (("time",), ("trust",))), "2": (1, ())}
    assert profile.unit == 1


def test_a_count_stands_for_so_many_people_called_by_their_number_in_the_file() -> None:
    profile = read(
        file(
            {"person": "Ana", "order": ["time"]},
            {"order": ["trust"], "count": 2, "weight": "1/2"},
            {"person": "Ben", "order": ["money"], "count": 3},
            {"order": ["time"]},
        )
    )

    assert profile.people == ("Ana", "2", "3", "Ben 1", "Ben 2", "Ben 3", "7")
    assert [voices for voices, _ in ballots(profile).values()] == [
        1,
        Fraction(1, 2),
        Fraction(1, 2),
    ] + [1] * 4
    assert profile.ballot("Ben 3") == (("money",),)


def test_items_left_out_lie_below_when_the_caller_says_so() -> None:
    profile = read(file({"order": ["time"]}, {"order": []}), "below")

    assert profile.places.tolist() == [[2, 2, 1], [0, 0, 0]]


def test_a_byte_order_mark_changes_nothing() -> None:
    assert read("\ufeff" + file()).people == ()


@pytest.mark.parametrize(
    ("text", "fault", "words"),
    [
        ("", Fault.MALFORMED_FILE, "truncated"),
        ("secret", Fault.MALFORMED_FILE, "malformed"),
        ("[]", Fault.MALFORMED_FILE, "object"),
        ('{"items": ["a"]}', Fault.MALFORMED_FILE, "`ballots`"),
        ('{"items": ["a"], "ballots": [], "secret": 1}', Fault.MALFORMED_FILE, "not known"),
        (file({"order": [], "secret": 1}), Fault.MALFORMED_FILE, "not known"),
        (file({"order": [], "a - at secret": 1}), Fault.MALFORMED_FILE, "not known"),
        (file({"person": "secret"}), Fault.MALFORMED_FILE, "`order`"),
        (file({"order": []}, {"order": "secret"}), Fault.MALFORMED_FILE, "$.ballots[1].order"),
        (file({"order": [1]}), Fault.MALFORMED_FILE, "$.ballots[0].order[0]"),
        (file({"order": [["time", ["secret"]]]}), Fault.MALFORMED_FILE, "order[0][1]"),
        (file({"order": [None]}), Fault.MALFORMED_FILE, "order[0]"),
        (file({"person": 1, "order": []}), Fault.MALFORMED_FILE, "person"),
        (file({"order": [], "count": 0}), Fault.MALFORMED_FILE, "count"),
        (file({"order": [], "count": 1.5}), Fault.MALFORMED_FILE, "count"),
        (file({"order": [], "weight": True}), Fault.MALFORMED_FILE, "weight"),
        (file({"order": [], "weight": None}), Fault.MALFORMED_FILE, "weight"),
        (file({"order": [], "weight": 10**400}), Fault.MALFORMED_FILE, "weight"),
        (file({"order": [], "weight": float("nan")}), Fault.MALFORMED_FILE, "malformed"),
        (file({"order": []}, {"order": ["secret"]}), Fault.UNKNOWN_ITEM, "ballot 2: "),
        (file({"order": ["time", ["time"]]}), Fault.REPEATED_ITEM, "ballot 1: "),
        (file({"order": [[]]}), Fault.EMPTY_GROUP, "ballot 1: "),
        (file({"order": [], "weight": "secret"}), Fault.VOICE_NOT_A_NUMBER, "ballot 1: "),
        (file({"order": [], "weight": "0/1"}), Fault.VOICE_NOT_ABOVE_ZERO, "ballot 1: "),
        (file({"order": [], "weight": 0}), Fault.VOICE_NOT_ABOVE_ZERO, "weight"),
        (file({"order": [], "weight": -0.5}), Fault.VOICE_NOT_ABOVE_ZERO, "weight"),
        (file(items=()), Fault.NO_ITEMS, "no items"),
        (file(items=("secret", "secret")), Fault.ITEM_NAMED_TWICE, "twice"),
        (
            file({"person": "secret", "order": []}, {"person": "secret", "order": []}),
            Fault.PERSON_NAMED_TWICE,
            "twice",
        ),
        (file({"person": "2", "order": []}, {"order": []}), Fault.PERSON_NAMED_TWICE, "twice"),
        (
            file({"person": "2", "order": [], "weight": 3}, {"order": []}),
            Fault.PERSON_NAMED_TWICE,
            "twice",
        ),
        (
            file({"order": []}, {"order": [], "count": MOST_PEOPLE}),
            Fault.OUT_OF_RANGE,
            str(MOST_PEOPLE),
        ),
        (file({"order": [], "count": 10**30}), Fault.OUT_OF_RANGE, str(MOST_PEOPLE)),
        ('{"items": ["a"], "ballots": [' + "[" * 100_000, Fault.MALFORMED_FILE, "object"),
    ],
)
def test_what_is_no_such_json_is_an_error_that_quotes_nothing_of_it(
    text: str, fault: Fault, words: str
) -> None:
    found, sentence = failure(text)

    assert found is fault
    assert words in sentence


@given(st.text('{}[]":, 1ab', max_size=20))
def test_any_text_is_a_profile_or_one_clear_error(text: str) -> None:
    for whole in (text, f'{{"items": ["a", "b"], "ballots": [{{"order": [{text}]}}]}}'):
        with suppress(BallotError):
            assert read(whole).items


# --- writing ----------------------------------------------------------------------------------


def test_a_ballot_is_written_to_a_line() -> None:
    profile = Profile.of(
        ["trust", "money", "time"],
        {"Ana": ["trust", ["time", "money"]], "Ben": [], "Cam": ["time"]},
        {"Ana": 1, "Ben": Fraction(1, 3), "Cam": 2},
    )

    assert write(profile) == (
        '{"items": ["trust","money","time"],\n'
        '"ballots": [\n'
        '{"person":"Ana","order":["trust",["money","time"]]},\n'
        '{"person":"Ben","order":[],"weight":"1/3"},\n'
        '{"person":"Cam","order":["time"],"weight":2}\n'
        "]}\n"
    )


@given(profiles(AWKWARD, EXACT))
def test_what_was_written_is_read_again(profile: Profile) -> None:
    again = read(write(profile))

    assert again.items == profile.items
    assert again.people == profile.people
    assert ballots(again) == ballots(profile)
    assert json.loads(write(profile))["items"] == list(profile.items)


@pytest.mark.parametrize("profile", [GENERATED, *(real.profile for real in published())])
def test_rankings_of_whole_groups_are_kept(profile: Profile) -> None:
    assert ballots(read(write(profile))) == ballots(profile)
