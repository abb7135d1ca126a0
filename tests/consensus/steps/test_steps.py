"""What the kinds of step have in common, and how a step starts from what came before it."""

from typing import get_args

import pytest
from msgspec import Struct

from consensus import commands as c
from consensus import events as e
from consensus import steps
from consensus.answers import guesses, pen
from consensus.answers.notes import Lane
from consensus.answers.promises import Named, Terms
from consensus.items import Source
from consensus.refusal import Code, Refusal
from consensus.steps import (
    Arrangement,
    arrange,
    collect,
    commit,
    form,
    gate,
    judge,
    kind,
    settle,
    turns,
)
from tests.consensus.given import NOW, Outcome, ballot, given, joined, opened, plan, room

LANES = (Lane("worries", "Worries"),)
SETTINGS: dict[steps.Kind, steps.Settings] = {
    "judge": judge.Settings(),
    "settle": settle.Settings(),
    "collect": collect.Settings(LANES),
    "turns": turns.Settings(),
    "gate": gate.Settings(title="Rules", text="Be kind.", blocks=False),
    "form": form.Settings((form.Field("a", "A"),)),
    "commit": commit.Settings(personal=True),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_a_kind_is_named_by_its_settings(name: steps.Kind) -> None:
    assert kind(SETTINGS[name]) == name


def test_every_kind_there_is_stands_in_the_list() -> None:
    assert tuple(SETTINGS) == get_args(steps.Kind)


@pytest.mark.parametrize(
    "union",
    [
        steps.State,
        steps.Command,
        steps.Event,
        steps.EveryoneRecord,
        steps.Minutes,
    ],
)
def test_what_is_sent_or_kept_has_a_tag_of_its_own(union: object) -> None:
    members: tuple[type[Struct], ...] = get_args(union)
    tags = [member.__struct_config__.tag for member in members]

    assert len(set(tags)) == len(tags)


# --- commands go to their own kind ------------------------------------------------------------

COMMANDS: list[tuple[steps.Kind, steps.Command]] = [
    ("judge", judge.Cast("it", ("a", "b"))),
    ("judge", judge.Slip("it", "a" * 24, ballot("ab"))),
    ("judge", judge.Reveal("it")),
    ("judge", guesses.MakeGuess("it", "Housing", ("a", "b"))),
    ("judge", guesses.OpenMirror("it")),
    ("settle", settle.Propose("it", 0, "a")),
    ("settle", settle.Clear("it", 0)),
    ("settle", settle.Stand("it", 0, "a", "yes")),
    ("settle", settle.Agree("it", 0, "a")),
    ("settle", settle.Reopen("it", 0)),
    ("settle", settle.Escalate("it", 0, "a", "d1")),
    ("settle", pen.TakePen("it")),
    ("settle", pen.PutDown("it")),
    ("settle", pen.Write("it", "words", 0)),
    ("settle", pen.Suggest("it", "w1", "words")),
    ("settle", pen.Include("it", "w1", 0)),
    ("settle", pen.Withdraw("it", "w1")),
    ("collect", collect.AddNote("it", "n1", "worries", "time")),
    ("collect", collect.EditNote("it", "n1", "time")),
    ("collect", collect.RemoveNote("it", "n1")),
    ("collect", collect.RevealNotes("it")),
    ("collect", collect.MergeNotes("it", "n1", "n2")),
    ("collect", collect.SayNone("it", "worries")),
    ("turns", turns.Talk("it", "a")),
    ("turns", turns.Write("it", "a", "why")),
    ("turns", turns.Present("it", "lou")),
    ("turns", turns.SayBack("it", "a")),
    ("gate", gate.Acknowledge("it", True, "")),
    ("gate", gate.RecordAnswer("it", "lou", True, "")),
    ("form", form.Fill("it", "room", "a", "words")),
    ("form", form.ClearField("it", "room", "a", "")),
    ("form", form.ReadOut("it", "room", "a")),
    ("commit", commit.MakePromise("it", "p1", Terms("Call"), Named(("lou",)))),
    ("commit", commit.ChangePromise("it", "p1", Terms("Call"), 0)),
    ("commit", commit.WithdrawPromise("it", "p1")),
    ("commit", commit.AcceptPromise("it", "p1", "lou")),
    ("commit", commit.EnterResult("it", "p1", "done")),
]


def test_every_command_of_a_step_stands_in_the_list() -> None:
    assert {type(command) for _, command in COMMANDS} == set(get_args(steps.Command))


# Some commands make sense in one form of their kind only.
FORMS: dict[steps.Kind, steps.Settings] = {
    "judge": judge.Settings(guess=True),
    "settle": settle.Settings(form="text"),
    "turns": turns.Settings(by="people", order="presenter", back_to=True),
}


def ask(name: steps.Kind, command: steps.Command) -> Outcome:
    """Let a chair with a voice, who may do everything, ask it of a step of some kind."""
    of_a_form = pen.Command | turns.Present | turns.SayBack | guesses.Command
    settings = FORMS.get(name, SETTINGS[name]) if isinstance(command, of_a_form) else SETTINGS[name]
    prepared, *_ = room(plan("it", settings), items="ab")
    return given(prepared, joined("lou", "chair"), opened("it", *"ab")).when(command, by="lou")


@pytest.mark.parametrize(("own", "command"), COMMANDS)
def test_a_command_is_understood_by_its_own_kind_alone(
    own: steps.Kind, command: steps.Command
) -> None:
    for name in SETTINGS:
        refusal = ask(name, command).refusal
        understood = refusal is None or refusal.code is not Code.NOT_UNDERSTOOD
        assert understood is (name == own), name


def test_an_event_of_another_kind_is_a_bug() -> None:
    with pytest.raises(AssertionError, match="Reopened cannot happen to State"):
        steps.evolve(judge.State(()), settle.Reopened("it", 0))


# --- the starting point -----------------------------------------------------------------------


def ranked(*orders: str, revealed: bool = True) -> dict[str, steps.State]:
    """Return an earlier step in which these answers were given."""
    ballots = {f"m{n}": ballot(order) for n, order in enumerate(orders)}
    items = tuple(sorted(orders[0]))
    return {"rank": judge.State(items, ballots=ballots, revealed=revealed)}


def chosen(*answers: str) -> dict[str, steps.State]:
    """Return an earlier step in which some of a, b, c and d were chosen."""
    ballots = {f"m{n}": ballot(answer) for n, answer in enumerate(answers)}
    return {"rank": judge.State(("a", "b", "c", "d"), "choose", ballots=ballots, revealed=True)}


def bands(items: str, earlier: dict[str, steps.State]) -> list[str]:
    arrangement = arrange(settle.Settings(2, start="rank"), tuple(items), earlier)
    return ["".join(band) for band in arrangement.bands]


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        (("bac",), ["b", "a", "c"]),
        (("abc", "abc", "cba"), ["a", "b", "c"]),
        (("abc", "bac"), ["ab", "c"]),
        (("abc", "cba"), ["abc"]),
        (("abc", "bca", "cab"), ["abc"]),
    ],
    ids=["one", "majority", "level pair", "opposite", "circle"],
)
def test_rankings_are_combined_and_ties_stay_ties(
    orders: tuple[str, ...], expected: list[str]
) -> None:
    assert bands("abc", ranked(*orders)) == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (("a", "a", "b"), ["a", "b", "cd"]),
        (("d", "a"), ["ad", "bc"]),
        (("a", "b", "c", "d"), ["abcd"]),
        (("ba", "bc", "cb"), ["b", "c", "a", "d"]),
        (("ba", "ba"), ["ab", "cd"]),
    ],
)
def test_choices_are_counted_and_equal_counts_are_level(
    answers: tuple[str, ...], expected: list[str]
) -> None:
    assert bands("abcd", chosen(*answers)) == expected


def test_a_choice_of_all_that_is_left_claims_no_order() -> None:
    """Whoever tapped b first did not say that b comes first."""
    assert bands("ab", chosen("ba", "ba")) == ["ab"]


def test_rankings_of_more_items_are_combined_for_those_that_are_left() -> None:
    assert bands("bc", ranked("cab", "cba", "abc")) == ["c", "b"]


def test_items_that_were_not_asked_about_stand_last_and_claim_no_order() -> None:
    """A statement that was parted since stands as its parts, which nobody has ranked."""
    assert bands("yabz", ranked("ab", "ab")) == ["a", "b", "yz"]


def test_one_item_is_its_own_band_and_none_is_no_band() -> None:
    assert bands("a", ranked("abc")) == ["a"]
    assert bands("", ranked("abc")) == []


def test_an_order_that_could_be_proven_says_so() -> None:
    assert arrange(settle.Settings(2, "rank"), ("a", "b"), ranked("ab", "ba")).exact


def test_an_order_that_could_not_be_proven_says_so() -> None:
    """Fifty items of which each beats the next twenty-four contradict one another too much."""
    items = sorted("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX")
    orders = ["".join(items[n:] + items[:n]) for n in range(50)]

    arrangement = arrange(settle.Settings(5, "rank"), tuple(items), ranked(*orders))

    assert not arrangement.exact
    assert sorted(item for band in arrangement.bands for item in band) == items


@pytest.mark.parametrize("earlier", [{}, ranked("abc", revealed=False), {"rank": turns.State(())}])
@pytest.mark.parametrize(
    "settings", [settle.Settings(2, start="rank"), turns.Settings("widest", of="rank")]
)
def test_nothing_starts_from_answers_that_are_not_open(
    settings: steps.Settings, earlier: dict[str, steps.State]
) -> None:
    with pytest.raises(Refusal, match=Code.NOT_REVEALED_YET):
        arrange(settings, ("a", "b", "c"), earlier)


@pytest.mark.parametrize(
    "settings",
    [*SETTINGS.values(), turns.Settings("listed", of="rank"), judge.Settings(again="rank")],
)
def test_without_a_starting_point_items_come_as_they_are_listed(settings: steps.Settings) -> None:
    assert arrange(settings, ("c", "a"), {}) == Arrangement((("c",), ("a",)))


def test_the_widest_spread_comes_first_and_equal_ones_as_they_are_listed() -> None:
    settings = turns.Settings("widest", "rank")

    # Two people place c three places apart, a two, d one, and b at the same place.
    widest = arrange(settings, tuple("abcd"), ranked("cbad", "abdc"))
    assert widest.bands == (("c",), ("a",), ("d",), ("b",))
    assert arrange(settings, tuple("abc"), ranked("abc", "abc")).bands == (("a",), ("b",), ("c",))
    assert arrange(settings, (), ranked("abc", "abc")).bands == ()


@pytest.mark.parametrize("name", SETTINGS)
def test_a_step_begins_with_the_items_it_was_given(name: steps.Kind) -> None:
    state = steps.begin(SETTINGS[name], Arrangement((("c",), ("a", "b"))))

    # A notice and a form are about no items.
    assert steps.items_of(state) == (() if name in {"gate", "form"} else ("c", "a", "b"))


def test_a_group_is_shown_the_start_that_was_written_down() -> None:
    """Replaying with better mathematics must not change what a group saw."""
    board = plan("five", settle.Settings(1, "rank"), Source("rank"))
    answers: list[e.Event] = [
        judge.BallotCast("rank", member, ("a", "b"), "") for member in ("ana", "ben")
    ]
    revealed = (opened("rank", *"ab"), *answers, judge.Revealed("rank", ("cam",)))
    before = room(plan("rank", judge.Settings()), board, items="ab")

    given(*before, *revealed).when(c.OpenStep("five"), by="kit").then(opened("five", *"ab", at=NOW))
    replayed = given(*before, *revealed, opened("five", "ba", exact=False)).meeting.agenda[1].state
    assert isinstance(replayed, settle.State)
    assert (replayed.bands, replayed.exact) == ((("b", "a"),), False)
