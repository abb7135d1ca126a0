"""Rankings in PrefLib's files: the four kinds, read and written."""

from contextlib import suppress
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consensus.ranking.errors import BallotError, Fault
from consensus.ranking.files.common import MOST_PEOPLE
from consensus.ranking.files.preflib import Kind, read, write
from consensus.ranking.profile import Order, Profile
from tests.consensus.ranking.files.profiles import (
    AWKWARD,
    GENERATED,
    PLAIN,
    WHOLE,
    counted,
    profiles,
)
from tests.consensus.ranking.published import published

SOC = """\
# FILE NAME: 00901-00000001.soc
# TITLE: Where to meet
# DESCRIPTION:
# DATA TYPE: soc
# MODIFICATION TYPE: original
# RELATES TO:
# RELATED FILES:
# PUBLICATION DATE: 2024-03-01
# MODIFICATION DATE: 2024-03-02
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 6
# NUMBER UNIQUE ORDERS: 3
# ALTERNATIVE NAME 1: Library
# ALTERNATIVE NAME 2: Town hall: the small room
# ALTERNATIVE NAME 3: Café
3: 1,2,3
2: 3,1,2
1: 3,2,1
"""

TOI = """\
# DATA TYPE: toi
# NUMBER ALTERNATIVES: 4
# NUMBER VOTERS: 9
# NUMBER UNIQUE ORDERS: 4
# ALTERNATIVE NAME 1: bus
# ALTERNATIVE NAME 2: tram
# ALTERNATIVE NAME 3: bike
# ALTERNATIVE NAME 4: walk
4: 2,{1,3}
3: {3, 4}
1: 4
1: 1, {2, 3, 4}
"""

# As files were until 2022, with the blanks that they have.
OLD_TOC = """\
4
1,Ana Roe, Jr.
2,Ben
3,Cam
4,None of these
16,16,3
9,3,{1,2,4}
5, 1, 2, 3,  4
2,{1,2},{3,4}
"""

NAMES = "# ALTERNATIVE NAME 1: a\n# ALTERNATIVE NAME 2: b\n# ALTERNATIVE NAME 3: c\n"


def orders(profile: Profile) -> list[tuple[tuple[str, ...], ...]]:
    return [profile.ballot(person) for person in profile.people]


def failure(text: str, kind: Kind | None = None) -> tuple[Fault, int | None]:
    with pytest.raises(BallotError) as error:
        read(text, kind)
    return error.value.fault, error.value.line


# --- reading ----------------------------------------------------------------------------------


def test_a_file_of_strict_complete_orders_is_read_with_its_counts() -> None:
    profile = read(SOC)

    assert profile.items == ("Library", "Town hall: the small room", "Café")
    assert profile.places.tolist() == [[1, 2, 3]] * 3 + [[2, 3, 1]] * 2 + [[3, 2, 1]]
    assert profile.strict
    assert profile.unit == 1


def test_people_are_called_by_their_number_in_the_order_of_the_file() -> None:
    assert read(SOC).people == ("1", "2", "3", "4", "5", "6")
    assert read(SOC).ballot("4") == (("Café",), ("Library",), ("Town hall: the small room",))


def test_a_file_with_ties_and_gaps_is_read() -> None:
    profile = read(TOI)

    assert profile.places.tolist() == [
        *[[2, 1, 2, 0]] * 4,
        *[[0, 0, 1, 1]] * 3,
        [0, 0, 0, 1],
        [1, 2, 2, 2],
    ]


def test_items_left_out_lie_below_when_the_caller_says_so() -> None:
    profile = read(TOI, not_ranked="below")

    assert profile.places[0].tolist() == [2, 1, 2, 3]
    assert profile.complete


def test_a_file_of_the_older_layout_is_read() -> None:
    profile = read(OLD_TOC, "toc")

    assert profile.items == ("Ana Roe, Jr.", "Ben", "Cam", "None of these")
    assert counted(profile) == counted(
        Profile.of(
            profile.items,
            [[profile.items[2], [profile.items[0], profile.items[1], profile.items[3]]]] * 9
            + [profile.items] * 5
            + [[profile.items[:2], profile.items[2:]]] * 2,
        )
    )


def test_a_single_item_in_braces_is_no_tie() -> None:
    assert orders(read(NAMES + "1: {2},{1},{3}", "soc")) == [(("b",), ("a",), ("c",))]


def test_numbers_of_alternatives_may_have_leading_zeros() -> None:
    text = "# ALTERNATIVE NAME 01: a\n# ALTERNATIVE NAME 002: b\n1: 2,001"

    assert orders(read(text, "soc")) == [(("b",), ("a",))]


def test_items_come_in_the_order_of_their_numbers() -> None:
    text = "# ALTERNATIVE NAME 10: j\n# ALTERNATIVE NAME 9: i\n# ALTERNATIVE NAME 1: a\n1: 9,10,1"

    assert read(text).items == ("a", "i", "j")
    assert read(text).places.tolist() == [[3, 1, 2]]


def test_alternatives_without_names_are_called_by_their_numbers() -> None:
    assert read("# NUMBER ALTERNATIVES: 3\n2: 3,1,2").items == ("1", "2", "3")


def test_a_name_that_comes_again_gets_its_number_so_that_no_item_is_lost() -> None:
    names = "a", "same", "same", "same (3)", "same"
    header = "".join(f"# ALTERNATIVE NAME {at}: {name}\n" for at, name in enumerate(names, 1))

    profile = read(header + "1: 5,3,2,4,1", "soc")

    assert profile.items == ("a", "same", "same (3) (3)", "same (3)", "same (5)")
    assert profile.places.tolist() == [[5, 3, 2, 4, 1]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_mark_line_ends_blank_lines_and_blanks_of_other_programs_change_nothing(
    end: str,
) -> None:
    text = "\ufeff" + end + TOI.replace("\n", f" \t {end}  {end}")

    assert read(text).places.tolist() == read(TOI).places.tolist()
    assert read(text).items == read(TOI).items


def test_metadata_that_are_not_known_or_empty_are_passed_over() -> None:
    extra = "# CULTURE: x\n#\n# a remark\n#NUMBER VOTERS:\n# data type: SOC\n"

    assert orders(read(extra + NAMES + "1: 3,2,1")) == [(("c",), ("b",), ("a",))]


def test_an_order_on_two_lines_is_counted_twice() -> None:
    text = NAMES + "2: 1,{2,3}\n1: 1,{3,2}"

    assert set(counted(read(text)).values()) == {3}
    for total in (1, 2):
        assert read(f"# NUMBER UNIQUE ORDERS: {total}\n{text}").people == ("1", "2", "3")


def test_an_order_of_nothing_is_an_abstention() -> None:
    profile = read(NAMES + "2: 1,2\n3:", "soi")

    assert profile.answered == ("1", "2")
    assert len(profile.people) == 5


def test_a_file_without_orders_is_a_profile_of_nobody() -> None:
    assert read("# NUMBER VOTERS: 0\n" + NAMES).people == ()


def test_without_a_kind_any_order_is_read() -> None:
    assert orders(read(NAMES + "1: {3,1}")) == [(("a", "c"),)]


@pytest.mark.parametrize(
    ("order", "fitting"),
    [
        ("2,1,3", {"soc", "soi", "toc", "toi"}),
        ("2,1", {"soi", "toi"}),
        ("2,{1,3}", {"toc", "toi"}),
        ("{1,3}", {"toi"}),
        ("", {"soi", "toi"}),
    ],
)
@pytest.mark.parametrize("kind", ["soc", "soi", "toc", "toi"])
def test_an_order_must_fit_the_kind_that_the_file_or_the_caller_says(
    order: str, fitting: set[str], kind: Kind
) -> None:
    texts = (
        (f"{NAMES}1: 1,2,3\n1: {order}", kind, 5),
        (f"# DATA TYPE: {kind}\n{NAMES}1: 1,2,3\n1: {order}", None, 6),
        (f"# DATA TYPE: {kind}\n{NAMES}1: 1,2,3\n1: {order}", "toi", 6),
        (f"3\n1,a\n2,b\n3,c\n2,2,2\n1,1,2,3\n1,{order}", kind, 7),
    )
    for text, said, line in texts:
        if kind in fitting:
            assert len(read(text, said).people) == 2  # type: ignore[arg-type]
        else:
            fault, found = failure(text, said)  # type: ignore[arg-type]
            assert fault in {Fault.NOT_COMPLETE, Fault.MALFORMED_FILE}
            assert found == line


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("1 1,2,3", Fault.MALFORMED_FILE),
        ("1,1,2,3", Fault.MALFORMED_FILE),
        (": 1,2,3", Fault.MALFORMED_FILE),
        ("-1: 1,2,3", Fault.MALFORMED_FILE),
        ("1.5: 1,2,3", Fault.MALFORMED_FILE),
        ("0: 1,2,3", Fault.MALFORMED_FILE),
        ("1: 1,,3", Fault.MALFORMED_FILE),
        ("1: 1,2,3,", Fault.MALFORMED_FILE),
        ("1: 1 2,3", Fault.MALFORMED_FILE),
        ("1: 1,{2,3", Fault.MALFORMED_FILE),
        ("1: 1,{2,{3}}", Fault.MALFORMED_FILE),
        ("1: 1,2}", Fault.MALFORMED_FILE),
        ("1: secret", Fault.MALFORMED_FILE),
        ("1: 1: 2", Fault.MALFORMED_FILE),
        ("1: 1,-2", Fault.MALFORMED_FILE),
        ("1: ٣,1", Fault.MALFORMED_FILE),
        ("secret", Fault.MALFORMED_FILE),
        ("1: 1,{}", Fault.EMPTY_GROUP),
        ("1: 4", Fault.UNKNOWN_ITEM),
        ("1: 0", Fault.UNKNOWN_ITEM),
        ("1: 99999999999999999999999999", Fault.UNKNOWN_ITEM),
        ("1: 1,2,1", Fault.REPEATED_ITEM),
        ("1: {1,1}", Fault.REPEATED_ITEM),
        ("9999999999999999999999999: 1", Fault.OUT_OF_RANGE),
        (f"{MOST_PEOPLE}: 1", Fault.OUT_OF_RANGE),
    ],
)
def test_a_line_that_is_no_count_and_order_is_an_error_at_this_line(
    line: str, fault: Fault
) -> None:
    text = f"{NAMES.replace('c', 'secret')}\n1: 1,2,3\n{line}\n1: 1,2,3"

    with pytest.raises(BallotError) as error:
        read(text)

    assert (error.value.fault, error.value.line) == (fault, 6)
    assert "secret" not in str(error.value)


def test_counts_are_refused_above_the_limit_and_taken_at_it() -> None:
    text = f"# ALTERNATIVE NAME 1: a\n{MOST_PEOPLE - 1}: 1\n"

    assert len(read(text + "1: 1").people) == MOST_PEOPLE
    assert failure(text + "2: 1") == (Fault.OUT_OF_RANGE, 3)


@pytest.mark.parametrize("total", ["NUMBER VOTERS", "NUMBER UNIQUE ORDERS"])
def test_totals_that_the_body_does_not_hold_are_an_error_where_they_are_stated(total: str) -> None:
    text = f"{NAMES}# {total}: 3\n2: 1,2\n2: 3"

    assert failure(text) == (Fault.MALFORMED_FILE, 4)


@pytest.mark.parametrize("totals", ["3,4,2", "4,3,2", "4,4,3"])
def test_totals_of_the_older_layout_are_compared_too(totals: str) -> None:
    text = f"2\n1,a\n2,b\n{totals}\n3,1,2\n1,2,1"

    assert failure(text) == (Fault.MALFORMED_FILE, 4)
    assert len(read(text.replace(totals, "4,4,2")).people) == 4


@given(
    st.lists(
        st.one_of(
            st.sampled_from([*TOI.splitlines(), *OLD_TOC.splitlines()]),
            st.text("#:,{} 0123\n", max_size=9),
            st.text(max_size=5),
        )
    )
)
def test_any_text_is_a_profile_or_one_clear_error(lines: list[str]) -> None:
    with suppress(BallotError):
        assert read("\n".join(lines)).items


# --- writing ----------------------------------------------------------------------------------


def test_orders_are_written_with_their_counts_the_most_frequent_first() -> None:
    profile = Profile.of(
        ["trust", "money", "time"],
        [("time",), ("trust", ("money", "time")), (), ("money",), ("trust", ("time", "money"))],
    )

    assert write(profile, file_name="cares.toi", title="What counts") == (
        "# FILE NAME: cares.toi\n"
        "# TITLE: What counts\n"
        "# DESCRIPTION:\n"
        "# DATA TYPE: toi\n"
        "# MODIFICATION TYPE:\n"
        "# RELATES TO:\n"
        "# RELATED FILES:\n"
        "# PUBLICATION DATE:\n"
        "# MODIFICATION DATE:\n"
        "# NUMBER ALTERNATIVES: 3\n"
        "# NUMBER VOTERS: 4\n"
        "# NUMBER UNIQUE ORDERS: 3\n"
        "# ALTERNATIVE NAME 1: trust\n"
        "# ALTERNATIVE NAME 2: money\n"
        "# ALTERNATIVE NAME 3: time\n"
        "2: 1,{2,3}\n"
        "1: 2\n"
        "1: 3\n"
    )


def test_equally_frequent_orders_are_sorted_by_number_and_not_by_letter() -> None:
    items = [f"item {at}" for at in range(1, 12)]

    text = write(Profile.of(items, [["item 10"], ["item 2"], ["item 2", "item 1"], ["item 11"]]))

    assert text.splitlines()[-4:] == ["1: 2", "1: 2,1", "1: 10", "1: 11"]


@pytest.mark.parametrize(
    ("ballots", "kind"),
    [
        (["abc", "bca"], "soc"),
        (["abc", "b"], "soi"),
        ([["a", ("b", "c")]], "toc"),
        ([["a", ("b", "c")], "c"], "toi"),
        ([[("a", "c")]], "toi"),
        ([], "soc"),
        ([()], "soc"),
    ],
)
def test_the_narrowest_kind_is_chosen(ballots: list[Order], kind: str) -> None:
    assert f"# DATA TYPE: {kind}\n" in write(Profile.of("abc", ballots))


@pytest.mark.parametrize(
    ("kind", "fault"),
    [("soc", Fault.MALFORMED_FILE), ("soi", Fault.MALFORMED_FILE), ("toc", Fault.NOT_COMPLETE)],
)
def test_a_kind_asked_for_that_does_not_fit_is_an_error(kind: Kind, fault: Fault) -> None:
    profile = Profile.of("abc", [[("a", "b")]])

    with pytest.raises(BallotError) as error:
        write(profile, kind)

    assert error.value.fault is fault


@pytest.mark.parametrize("kind", ["soc", "soi", "toc", "toi"])
def test_a_wider_kind_may_be_asked_for(kind: Kind) -> None:
    text = write(Profile.of("abc", ["bca"]), kind)

    assert f"# DATA TYPE: {kind}\n" in text
    assert text.endswith("1: 2,3,1\n")


def test_a_weight_of_three_voices_is_a_count_of_three() -> None:
    profile = Profile.of("ab", {"Ana": "ab", "Ben": "ba"}, {"Ana": 3, "Ben": 1})

    assert write(profile).endswith("# ALTERNATIVE NAME 2: b\n3: 1,2\n1: 2,1\n")
    assert "# NUMBER VOTERS: 4\n" in write(profile)


def test_parts_of_a_voice_are_written_only_when_an_order_has_whole_voices() -> None:
    ballots = {"Ana": "ab", "Ben": "ab", "Cam": "ba"}
    half = Fraction(1, 2)

    whole = Profile.of("ab", ballots, {"Ana": half, "Ben": half, "Cam": 2})
    part = Profile.of("ab", ballots, {"Ana": half, "Ben": half, "Cam": half})

    assert write(whole).endswith("2: 2,1\n1: 1,2\n")
    with pytest.raises(BallotError, match="whole voices") as error:
        write(part)
    assert error.value.fault is Fault.VOICES_TOO_FINE


@pytest.mark.parametrize("name", [" a", "a ", "a\nb", "a\rb", "\t"])
def test_a_name_that_a_line_cannot_hold_is_an_error(name: str) -> None:
    for profile, title in ((Profile.of([name], []), ""), (Profile.of("a", []), name)):
        with pytest.raises(BallotError, match="blanks around it or a line break"):
            write(profile, title=title)


@given(profiles(PLAIN, WHOLE))
def test_what_was_written_is_read_with_the_same_counted_orders(profile: Profile) -> None:
    again = read(write(profile))

    assert again.items == profile.items
    assert counted(again) == counted(profile)
    assert write(again) == write(profile)


@given(profiles(AWKWARD, WHOLE))
def test_any_names_are_kept_or_refused(profile: Profile) -> None:
    try:
        text = write(profile)
    except BallotError:
        return
    assert read(text).items == profile.items


@given(profiles(PLAIN, WHOLE), st.randoms(use_true_random=False))
def test_who_came_first_changes_nothing_in_the_file(profile: Profile, random: Random) -> None:
    rows = list(range(len(profile.people)))
    random.shuffle(rows)
    shuffled = Profile(
        profile.items,
        tuple(profile.people[at] for at in rows),
        profile.places[rows],
        profile.counts[rows],
        profile.unit,
    )

    assert write(shuffled) == write(profile)


@pytest.mark.parametrize("profile", [GENERATED, *(real.profile for real in published())])
def test_rankings_of_whole_groups_are_kept(profile: Profile) -> None:
    again = read(write(profile))

    assert counted(again) == counted(profile)
    assert write(again) == write(profile)
