"""Rankings as a table for spreadsheets."""

import csv
from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.files.csv_table import read, write
from consensus.ranking.profile import Profile, Weight
from tests.consensus.ranking.files.profiles import (
    AWKWARD,
    EXACT,
    GENERATED,
    PLAIN,
    ballots,
    profiles,
)
from tests.consensus.ranking.published import published

TABLE = '''\
person,weight,trust,money,"time, and rest"
Ana,1,1,2,2
Ben,0.5,,,1
Cam,1/3,,,
"Dee ""D""",,3,1,3
'''


def failure(text: str) -> tuple[Fault, int | None]:
    with pytest.raises(BallotError) as error:
        read(text)
    assert "secret" not in str(error.value)
    return error.value.fault, error.value.line


# --- reading ----------------------------------------------------------------------------------


def test_a_row_is_a_person_and_a_cell_a_place() -> None:
    profile = read(TABLE)

    assert profile.items == ("trust", "money", "time, and rest")
    assert ballots(profile) == {
        "Ana": (1, (("trust",), ("money", "time, and rest"))),
        "Ben": (Fraction(1, 2), (("time, and rest",),)),
        "Cam": (Fraction(1, 3), ()),
        'Dee "D"': (1, (("money",), ("trust", "time, and rest"))),
    }


def test_without_a_column_for_them_people_are_called_by_their_number() -> None:
    profile = read("a,b\n1,2\n2,1\n")

    assert ballots(profile) == {"1": (1, (("a",), ("b",))), "2": (1, (("b",), ("a",)))}


def test_the_columns_are_known_by_name_wherever_they_stand() -> None:
    profile = read("a, Weight ,b,PERSON\n2,3,1,Ana\n")

    assert ballots(profile) == {"Ana": (3, (("b",), ("a",)))}


def test_items_left_out_lie_below_when_the_caller_says_so() -> None:
    profile = read("person,a,b,c\nAna,,7,\nBen,,,\n", "below")

    assert profile.places.tolist() == [[8, 7, 8], [0, 0, 0]]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends_of_other_programs_change_nothing(mark: str, end: str) -> None:
    rows = [["person", "a", '"b;\t, x"'], [" Ana ", "1", " 2 "], ["", "", ""], ["Ben", "", "1"]]

    profile = read("\ufeff" + end + end.join(mark.join(row) for row in rows) + end + end)

    assert profile.items == ("a", "b;\t, x")
    assert ballots(profile) == {"Ana": (1, (("a",), ("b;\t, x",))), "Ben": (1, (("b;\t, x",),))}


def test_commas_in_names_do_not_separate_when_there_are_semicolons() -> None:
    assert read("calm, kind;brave\n1;2").items == ("calm, kind", "brave")


def test_names_may_hold_line_breaks_and_lines_are_still_counted_right() -> None:
    text = 'person,"a\nb"\n"Ana\r\nRoe",1\n\nBen,secret\n'

    assert read(text.replace("secret", "2")).items == ("a\nb",)
    assert read(text.replace("secret", "2")).people == ("Ana\r\nRoe", "Ben")
    assert failure(text) == (Fault.MALFORMED_FILE, 6)


def test_a_row_with_nothing_in_it_is_no_ballot_and_a_person_alone_abstains() -> None:
    profile = read("person,a,b\n,,\nAna,,\n , ,\n")

    assert profile.people == ("Ana",)
    assert profile.answered == ()


def test_an_apostrophe_of_a_name_stays_and_one_that_guards_goes() -> None:
    profile = read("'t Hof,'=1+1,'person,' b,''\n1,2,3,4,5\n")

    assert profile.items == ("'t Hof", "=1+1", "person", " b", "'")


def test_a_table_of_nobody_is_read() -> None:
    assert read("a,b").people == ()


@pytest.mark.parametrize(
    ("text", "fault", "line"),
    [
        ("", Fault.MALFORMED_FILE, None),
        (" \n,,\n", Fault.MALFORMED_FILE, None),
        ("person\nAna", Fault.NO_ITEMS, 1),
        ("\na,a\n1,2", Fault.ITEM_NAMED_TWICE, 2),
        ("a,b,\n1,2,", Fault.MALFORMED_FILE, 1),
        ("a,person,Person\n1,secret,b", Fault.MALFORMED_FILE, 1),
        ("person,a\nsecret,1\nsecret,1", Fault.PERSON_NAMED_TWICE, 3),
        ("person,a\n,1", Fault.MALFORMED_FILE, 2),
        ("a,b\n1,2\n1", Fault.MALFORMED_FILE, 3),
        ("a,b\n1,2,3", Fault.MALFORMED_FILE, 2),
        ("a,b\n1,secret", Fault.MALFORMED_FILE, 2),
        ("a,b\n1,0", Fault.MALFORMED_FILE, 2),
        ("a,b\n1,-1", Fault.MALFORMED_FILE, 2),
        ("a,b\n1,1.5", Fault.MALFORMED_FILE, 2),
        ("a,b\n1,٣", Fault.MALFORMED_FILE, 2),
        ("a,b\n1," + "9" * 5000, Fault.MALFORMED_FILE, 2),
        ('a,b\n1,2\n"secret,2\n1,2', Fault.MALFORMED_FILE, 3),
        ('a,b\n"1"x,2', Fault.MALFORMED_FILE, 2),
        ("a,b\n1," + "x" * 200_000, Fault.MALFORMED_FILE, 2),
        ("weight,a\n1,1\nsecret,1", Fault.VOICE_NOT_A_NUMBER, 3),
        ("weight,a\n0,1", Fault.VOICE_NOT_ABOVE_ZERO, 2),
    ],
)
def test_what_is_no_such_table_is_an_error_at_its_line(
    text: str, fault: Fault, line: int | None
) -> None:
    assert failure(text) == (fault, line)


@given(st.text("a1;,\t\"'=\r\n /.", max_size=30))
def test_any_text_is_a_profile_or_one_clear_error(text: str) -> None:
    with suppress(BallotError):
        assert read(text).items


# --- writing ----------------------------------------------------------------------------------


def test_a_table_is_written() -> None:
    profile = Profile.of(
        ["trust", "time, and rest"],
        {"Ana": ["time, and rest", "trust"], 'Ben "B"': ["trust"], "Cam": []},
    )

    assert write(profile) == (
        'person,trust,"time, and rest"\r\nAna,2,1\r\n"Ben ""B""",1,\r\nCam,,\r\n'
    )


def test_weights_are_written_when_somebody_weighs_more_or_less_than_one_voice() -> None:
    weights: dict[str, Weight] = {
        "Ana": 2,
        "Ben": Fraction(1, 2),
        "Cam": Fraction(1, 3),
        "Dee": Fraction(1, 10**7),
    }

    text = write(Profile.of("a", dict.fromkeys(weights, "a"), weights))

    rows = list(csv.reader(text.splitlines()))
    assert rows[0] == ["person", "weight", "a"]
    assert [row[1] for row in rows[1:]] == ["2", "0.5", "0.333333333333333", "1/10000000"]
    assert ballots(read(text))["Cam"][0] == Fraction(1, 3)
    assert ballots(read(text))["Dee"][0] == Fraction(1, 10**7)


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "＝1", "'=1"])
def test_no_cell_is_a_formula_to_a_spreadsheet(name: str) -> None:
    text = write(Profile.of([name], {name: [name]}))

    cells = [cell for row in csv.reader(text.split("\r\n")[:-1]) for cell in row]
    assert not [cell for cell in cells if cell.lstrip()[:1] in set("=+-@＝＋－＠")]
    assert read(text).items == (name,)
    assert read(text).people == (name,)


def test_an_item_called_person_or_weight_is_not_taken_for_the_column() -> None:
    profile = Profile.of(["Person", "weight"], {"Ana": ["weight", "Person"]}, {"Ana": 2})

    assert read(write(profile)).items == ("Person", "weight")
    assert ballots(read(write(profile))) == ballots(profile)


@given(profiles(AWKWARD, EXACT))
def test_what_was_written_is_read_again(profile: Profile) -> None:
    again = read(write(profile))

    assert again.items == profile.items
    assert again.places.tolist() == profile.places.tolist()
    assert ballots(again) == ballots(profile)


@given(profiles(PLAIN, EXACT), st.sampled_from(";\t"))
def test_a_spreadsheet_may_save_it_with_another_separator(profile: Profile, mark: str) -> None:
    assert ballots(read(write(profile).replace(",", mark))) == ballots(profile)


@pytest.mark.parametrize("profile", [GENERATED, *(real.profile for real in published())])
def test_rankings_of_whole_groups_are_kept(profile: Profile) -> None:
    assert ballots(read(write(profile))) == ballots(profile)
