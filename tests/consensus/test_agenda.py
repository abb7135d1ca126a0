"""Steps in order, and where each takes its items from."""

import pytest

from consensus import commands as c
from consensus import views
from consensus.agenda import Step, find, source_items, states, used_later
from consensus.answers import stances
from consensus.items import Item, Source
from consensus.refusal import Code, Refusal
from consensus.steps import judge, settle
from tests.consensus.given import given, plan, room

LISTED = {letter: Item(letter, letter.upper()) for letter in "abcd"}
RANK = Step(plan("rank", judge.Settings()), 10)


def board(*slots: stances.Slot) -> dict[str, settle.State]:
    """Return an earlier board over d, c, b and a, in that order."""
    return {"board": settle.State((("d", "c"), ("b",), ("a",)), slots)}


def settled(item: str) -> stances.Slot:
    return stances.Slot(item, settled=True)


def test_a_step_is_found_by_its_id() -> None:
    assert find((RANK,), "rank") is RANK


@pytest.mark.parametrize("step", ["other", "", None])
def test_a_step_that_is_not_on_the_agenda_is_refused(step: str | None) -> None:
    with pytest.raises(Refusal, match=Code.NO_SUCH_STEP):
        find((RANK,), step)


def test_only_steps_that_were_opened_have_a_state() -> None:
    opened = Step(plan("choose", judge.Settings(choose=1)), 5, state=judge.State(("a",)))

    assert states((RANK, opened)) == {"choose": judge.State(("a",))}


def test_a_step_without_a_source_takes_the_whole_list() -> None:
    assert source_items(Source(), LISTED, {}) == ("a", "b", "c", "d")


def test_a_step_cannot_take_from_one_that_was_not_opened() -> None:
    with pytest.raises(Refusal, match=Code.NOT_SETTLED_YET):
        source_items(Source("board"), LISTED, {})


def test_a_question_passes_on_what_it_asked_about_even_before_the_reveal() -> None:
    assert source_items(Source("rank"), LISTED, {"rank": judge.State(("c", "a"))}) == ("c", "a")


def test_a_board_passes_on_all_its_items_settled_or_not() -> None:
    assert source_items(Source("board"), LISTED, board(stances.Slot())) == ("d", "c", "b", "a")


def test_what_a_board_chose_comes_in_the_order_of_its_slots() -> None:
    earlier = board(settled("b"), settled("d"))

    assert source_items(Source("board", "chosen"), LISTED, earlier) == ("b", "d")


def test_the_rest_of_a_board_comes_in_the_order_of_the_list() -> None:
    """Not in that of the starting point, which would sway the next answer."""
    assert source_items(Source("board", "rest"), LISTED, board(settled("b"))) == ("a", "c", "d")


def test_the_rest_of_a_board_holds_only_what_the_board_was_about() -> None:
    earlier = {"board": settle.State((("c", "a"),), (settled("a"),))}

    assert source_items(Source("board", "rest"), LISTED, earlier) == ("c",)


@pytest.mark.parametrize("take", ["chosen", "rest"])
@pytest.mark.parametrize("slot", [stances.Slot(), stances.Slot("a")])
def test_an_open_slot_leaves_undecided_what_is_chosen(take: str, slot: stances.Slot) -> None:
    source = Source("board", "chosen" if take == "chosen" else "rest")

    with pytest.raises(Refusal, match=Code.NOT_SETTLED_YET):
        source_items(source, LISTED, board(settled("b"), slot))


def test_a_step_is_used_later_once_one_that_takes_from_it_was_opened() -> None:
    later = plan("later", judge.Settings(), Source("rank"))

    assert not used_later((RANK, Step(later, 10)), "rank")
    assert used_later((RANK, Step(later, 10, state=judge.State(()))), "rank")


# --- what a step rests on ---------------------------------------------------------------------


def test_a_board_rests_on_the_last_ranking_that_was_opened() -> None:
    rank, again = plan("rank", judge.Settings()), plan("again", judge.Settings(again="rank"))
    resting = plan("board", settle.Settings(slots=2, start="again"))
    ranked = given(*room(rank, again, resting)).after(
        ("kit", c.OpenStep("rank")),
        *((member, judge.Cast("rank", tuple("abcd"))) for member in ("ana", "ben", "cam")),
        ("kit", judge.Reveal("rank", even_so=True)),
    )

    skipped = ranked.after(("kit", c.OpenStep("board")))

    record = views.everyone(skipped.meeting)["board/board"]
    assert isinstance(record, settle.BoardRecord)
    assert (record.suggested_by, record.bands) == ("rank", (("a",), ("b",), ("c",), ("d",)))


def test_a_board_waits_while_no_ranking_was_opened() -> None:
    rank, again = plan("rank", judge.Settings()), plan("again", judge.Settings(again="rank"))
    resting = plan("board", settle.Settings(slots=2, start="again"))
    private = given(*room(rank, again, resting)).after(
        ("kit", c.OpenStep("rank")), ("ana", judge.Cast("rank", tuple("abcd")))
    )

    private.when(c.OpenStep("board"), by="kit").refused(Code.NOT_REVEALED_YET)
