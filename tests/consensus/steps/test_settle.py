"""settle: a board of slots, everyone's stance on each, and the dissent kept beside it."""

from typing import get_args

import pytest

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.answers import pen, stances
from consensus.answers.grounds import grounds
from consensus.items import Source
from consensus.record import minutes
from consensus.refusal import Code
from consensus.steps import judge, settle
from consensus.text import NOTE_LENGTH
from tests.consensus.given import Situation, given, joined, opened, plan, room

BOARD = (*room(plan("five", settle.Settings(slots=3)), items="abcde"), opened("five", *"abcde"))


def proposed(slot: int, item: str) -> settle.Proposed:
    return settle.Proposed("five", slot, item)


def stood(
    member: str, word: stances.StanceWord, note: str = "", *, slot: int = 0, step: str = "five"
) -> settle.Stood:
    return settle.Stood(step, slot, member, word, note)


def agreed(
    slot: int = 0, because: str = "", missing: tuple[str, ...] = (), away: tuple[str, ...] = ()
) -> settle.Agreed:
    return settle.Agreed("five", slot, because, missing, away)


def slot(situation: Situation, number: int = 0) -> stances.SlotRecord:
    """Return one place of the board as everyone sees it."""
    record = views.everyone(situation.meeting)[f"slot/five/{number}"]
    assert isinstance(record, stances.SlotRecord)
    return record


def place_of_a(*, agreed: bool, because: str) -> stances.SlotRecord:
    """Return the first place with item a: settled with everybody's yes, or open."""
    return stances.SlotRecord(
        step="five",
        aim="keep",
        slot=0,
        item="a",
        settled=agreed,
        because=because,
        missing=(),
        away=(),
        likely="",
        next="",
        escalated="",
        all_agree=agreed,
        all_here_agree=agreed,
    )


ALL_YES = (proposed(0, "a"), stood("ana", "yes"), stood("ben", "yes"), stood("cam", "yes"))
AGREED = (*BOARD, *ALL_YES, agreed())


# --- the board --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slots", "items", "places"), [(1, "abc", 1), (5, "abcde", 5), (5, "ab", 2), (5, "", 0)]
)
def test_a_board_has_no_more_slots_than_items(slots: int, items: str, places: int) -> None:
    state = settle.begin(settle.Settings(slots), tuple((item,) for item in items))

    assert state.slots == (stances.Slot(),) * places


@pytest.mark.parametrize("number", [-1, 3])
def test_a_slot_that_the_board_does_not_have_is_refused(number: int) -> None:
    for command in (
        settle.Propose("five", number, "a"),
        settle.Clear("five", number),
        settle.Agree("five", number, "a"),
        settle.Reopen("five", number),
    ):
        given(*BOARD).when(command, by="kit").refused(Code.NO_SUCH_SLOT)


# --- putting items into slots -----------------------------------------------------------------


def test_the_chair_puts_an_item_into_a_slot() -> None:
    given(*BOARD).when(settle.Propose("five", 1, "c"), by="kit").then(proposed(1, "c"))


def test_an_item_that_stands_there_already_changes_nothing() -> None:
    given(*BOARD, *ALL_YES).when(settle.Propose("five", 0, "a"), by="kit").nothing()


def test_an_item_that_is_not_the_boards_is_refused() -> None:
    given(*BOARD).when(settle.Propose("five", 0, "z"), by="kit").refused(Code.NO_SUCH_ITEM)


def test_another_item_takes_the_place_and_stances_on_the_first_no_longer_hold() -> None:
    changed = (
        given(*BOARD, *ALL_YES)
        .when(settle.Propose("five", 0, "b"), by="kit")
        .then(proposed(0, "b"))
    )

    assert not [key for key in views.everyone(changed.meeting) if key.startswith("stance/")]


def test_an_item_from_another_slot_moves_to_an_empty_one() -> None:
    given(*BOARD, proposed(0, "a")).when(settle.Propose("five", 2, "a"), by="kit").then(
        settle.Cleared("five", 0), proposed(2, "a")
    )


def test_an_item_from_another_slot_changes_places_with_the_one_that_stands_there() -> None:
    swapped = (
        given(*BOARD, *ALL_YES, proposed(1, "b"), stood("ana", "can_live", slot=1))
        .when(settle.Propose("five", 1, "a"), by="kit")
        .then(proposed(1, "a"), proposed(0, "b"))
    )

    assert [slot(swapped, number).item for number in range(3)] == ["b", "a", None]
    assert not [key for key in views.everyone(swapped.meeting) if key.startswith("stance/")]


def test_an_item_that_is_settled_elsewhere_is_refused_with_its_place() -> None:
    given(*AGREED).when(settle.Propose("five", 1, "a"), by="kit").refused(
        Code.ITEM_SETTLED, place=1
    )


def test_the_chair_empties_a_slot_and_its_stances_go() -> None:
    emptied = (
        given(*BOARD, *ALL_YES)
        .when(settle.Clear("five", 0), by="kit")
        .then(settle.Cleared("five", 0))
    )

    assert slot(emptied).item is None
    assert "stance/five/0/ana" not in views.everyone(emptied.meeting)


def test_an_empty_slot_is_empty_already() -> None:
    given(*BOARD).when(settle.Clear("five", 0), by="kit").nothing()


# --- stances ----------------------------------------------------------------------------------


@pytest.mark.parametrize("word", get_args(stances.StanceWord))
def test_a_member_says_where_they_stand(word: stances.StanceWord) -> None:
    given(*BOARD, proposed(0, "a")).when(
        settle.Stand("five", 0, "a", word, " in my words "), by="ana"
    ).then(stood("ana", word, "in my words"))


@pytest.mark.parametrize("word", ["yes", "can_live", "not_mine"])
def test_most_stances_need_no_words(word: stances.StanceWord) -> None:
    given(*BOARD, proposed(0, "a")).when(settle.Stand("five", 0, "a", word), by="ana").then(
        stood("ana", word)
    )


@pytest.mark.parametrize("word", ["yes_note", "no"])
@pytest.mark.parametrize("note", ["", "   ", "\u202e"])
def test_a_note_and_a_no_need_words(word: stances.StanceWord, note: str) -> None:
    given(*BOARD, proposed(0, "a")).when(
        settle.Stand("five", 0, "a", word, note), by="ana"
    ).refused(Code.REASON_NEEDED)


def test_words_that_are_too_long_are_refused() -> None:
    words = "x" * (NOTE_LENGTH + 1)

    given(*BOARD, proposed(0, "a")).when(
        settle.Stand("five", 0, "a", "no", words), by="ana"
    ).refused(Code.TEXT_TOO_LONG)


def test_a_stance_may_change_until_the_slot_is_settled() -> None:
    given(*BOARD, *ALL_YES).when(settle.Stand("five", 0, "a", "no", "not yet"), by="ana").then(
        stood("ana", "no", "not yet")
    )


def test_the_same_stance_again_changes_nothing() -> None:
    given(*BOARD, *ALL_YES).when(settle.Stand("five", 0, "a", "yes"), by="ana").nothing()


def test_a_stance_on_an_item_that_was_swapped_meanwhile_is_refused() -> None:
    given(*BOARD, proposed(0, "a"), proposed(0, "b")).when(
        settle.Stand("five", 0, "a", "yes"), by="ana"
    ).refused(Code.SLOT_CHANGED)


def test_nobody_stands_on_an_empty_slot() -> None:
    given(*BOARD).when(settle.Stand("five", 0, "a", "yes"), by="ana").refused(Code.SLOT_EMPTY)


@pytest.mark.parametrize("member", ["kit", "eve"])
def test_those_without_a_voice_take_no_stance(member: str) -> None:
    given(*BOARD, proposed(0, "a")).when(settle.Stand("five", 0, "a", "yes"), by=member).refused(
        Code.WATCHING_ONLY
    )


# --- settling ---------------------------------------------------------------------------------


def test_the_chair_settles_a_slot_with_the_groups_reason() -> None:
    settled = (
        given(*BOARD, *ALL_YES)
        .when(settle.Agree("five", 0, "a", " we all see why "), by="kit")
        .then(agreed(because="we all see why"))
    )

    assert slot(settled) == place_of_a(agreed=True, because="we all see why")


def test_an_empty_slot_cannot_be_settled() -> None:
    given(*BOARD).when(settle.Agree("five", 0, "a"), by="kit").refused(Code.SLOT_EMPTY)


def test_what_is_settled_is_what_the_chair_was_looking_at() -> None:
    given(*BOARD, *ALL_YES).when(settle.Agree("five", 0, "b"), by="kit").refused(Code.SLOT_CHANGED)


def test_the_chair_is_told_how_many_people_here_have_no_stance() -> None:
    given(*BOARD, *ALL_YES[:2]).when(settle.Agree("five", 0, "a"), by="kit").refused(
        Code.STANCES_MISSING, count=2
    )


def test_the_chair_may_settle_even_so_and_it_is_kept_who_was_missing() -> None:
    settled = (
        given(*BOARD, *ALL_YES[:2])
        .when(settle.Agree("five", 0, "a", even_so=True), by="kit")
        .then(agreed(missing=("ben", "cam")))
    )

    assert slot(settled).missing == ("ben", "cam")
    assert not slot(settled).all_agree


def test_nobody_waits_for_somebody_who_is_away_and_nobody_speaks_for_them() -> None:
    settled = (
        given(*BOARD, *ALL_YES[:3], e.MemberLeft("cam", 5))
        .when(settle.Agree("five", 0, "a"), by="kit")
        .then(agreed(away=("cam",)))
    )

    assert (slot(settled).all_here_agree, slot(settled).all_agree) == (True, False)


def test_a_no_of_somebody_taken_out_does_not_come_back_with_the_slot() -> None:
    against = (*ALL_YES[:3], stood("cam", "no", "not yet"), agreed())

    reopened = (
        given(*BOARD, *against, e.MemberRemoved("cam"))
        .when(settle.Reopen("five", 0), by="kit")
        .then(settle.Reopened("five", 0, ("cam",)))
    )

    assert "stance/five/0/cam" not in views.everyone(reopened.meeting)


def test_a_no_never_goes_under_by_itself() -> None:
    against = (*ALL_YES, stood("ben", "no", "not yet"), stood("cam", "no", "nor here"))

    given(*BOARD, *against).when(settle.Agree("five", 0, "a", even_so=True), by="kit").refused(
        Code.DISSENT_OPEN, count=2
    )


def test_the_chair_may_go_on_and_the_dissent_is_kept_in_the_persons_own_words() -> None:
    settled = (
        given(*BOARD, *ALL_YES, stood("ben", "no", "not yet"))
        .when(settle.Agree("five", 0, "a", keep_dissent=True), by="kit")
        .then(agreed())
    )

    assert views.everyone(settled.meeting)["stance/five/0/ben"] == stances.StanceRecord(
        "five", 0, "ben", "no", "not yet", harm="", evidence="", would_settle=""
    )
    assert not slot(settled).all_agree


def test_the_no_of_somebody_who_went_away_still_counts() -> None:
    against = (*ALL_YES, stood("ben", "no", "not yet"), e.MemberLeft("ben", 5))

    given(*BOARD, *against).when(settle.Agree("five", 0, "a"), by="kit").refused(
        Code.DISSENT_OPEN, count=1
    )


def test_missing_stances_are_mentioned_before_dissent() -> None:
    given(*BOARD, proposed(0, "a"), stood("ben", "no", "not yet")).when(
        settle.Agree("five", 0, "a", keep_dissent=True), by="kit"
    ).refused(Code.STANCES_MISSING, count=2)


@pytest.mark.parametrize(
    "command",
    [
        settle.Propose("five", 0, "b"),
        settle.Propose("five", 0, "a"),
        settle.Clear("five", 0),
        settle.Agree("five", 0, "a"),
        settle.Stand("five", 0, "a", "no", "too late"),
    ],
)
def test_a_settled_slot_stays_as_it_is(command: settle.Command) -> None:
    by = "ana" if isinstance(command, settle.Stand) else "kit"

    given(*AGREED).when(command, by=by).refused(Code.SLOT_SETTLED)


@pytest.mark.parametrize("member", ["ana", "eve"])
@pytest.mark.parametrize(
    "command",
    [
        settle.Propose("five", 1, "b"),
        settle.Clear("five", 0),
        settle.Agree("five", 0, "a"),
        settle.Reopen("five", 0),
    ],
)
def test_only_the_chair_changes_the_board(command: settle.Command, member: str) -> None:
    given(*AGREED).when(command, by=member).refused(Code.CHAIR_ONLY)


# --- all agree, only when it is true ----------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "true"),
    [
        (("yes", "yes", "yes"), True),
        (("yes", "yes_note", "can_live"), True),
        (("can_live", "can_live", "can_live"), True),
        (("yes", "yes", "no"), False),
        (("yes", "yes", "not_mine"), False),
        (("not_mine", "not_mine", "not_mine"), False),
    ],
)
def test_all_agree_when_every_stance_does(
    words: tuple[stances.StanceWord, ...], true: bool
) -> None:
    taken = [
        stood(member, word, "w") for member, word in zip(("ana", "ben", "cam"), words, strict=True)
    ]

    assert slot(given(*BOARD, proposed(0, "a"), *taken, agreed())).all_agree is true


@pytest.mark.parametrize(
    "events",
    [
        (),
        (proposed(0, "a"),),
        ALL_YES,
        (*ALL_YES[:3], agreed(missing=("cam",))),
        (proposed(0, "a"), agreed()),
        (*ALL_YES, agreed(), settle.Reopened("five", 0)),
    ],
    ids=["empty", "proposed", "not-settled", "somebody-missing", "nobody-stood", "reopened"],
)
def test_all_agree_is_not_claimed_without_need(events: tuple[e.Event, ...]) -> None:
    assert not slot(given(*BOARD, *events)).all_agree


# --- opening a slot again ---------------------------------------------------------------------


def test_the_chair_opens_a_settled_slot_again_and_stances_are_kept() -> None:
    reopened = (
        given(*BOARD, *ALL_YES[:3], agreed(because="so it is", missing=("cam",)))
        .when(settle.Reopen("five", 0), by="kit")
        .then(settle.Reopened("five", 0))
    )

    assert slot(reopened) == place_of_a(agreed=False, because="so it is")
    assert "stance/five/0/ben" in views.everyone(reopened.meeting)


def test_a_slot_that_is_open_cannot_be_opened() -> None:
    given(*BOARD, *ALL_YES).when(settle.Reopen("five", 0), by="kit").refused(Code.SLOT_OPEN)


TWO_BOARDS = (
    *room(
        plan("discard", settle.Settings(slots=1)),
        plan("rank", judge.Settings(), Source("discard", "rest")),
    ),
    opened("discard", *"abcd"),
    settle.Proposed("discard", 0, "d"),
    settle.Agreed("discard", 0, "", ("ana", "ben", "cam")),
)


def test_a_discarded_item_may_come_back_before_anything_rests_on_it() -> None:
    given(*TWO_BOARDS).when(settle.Reopen("discard", 0), by="kit").then(
        settle.Reopened("discard", 0)
    )


def test_once_the_ranking_has_begun_the_discarded_item_stays_where_it_is() -> None:
    back = given(*TWO_BOARDS, opened("rank", *"abc")).after(("kit", c.OpenStep("discard")))

    back.when(settle.Reopen("discard", 0), by="kit").refused(Code.USED_LATER)


# --- removal ----------------------------------------------------------------------------------


def test_with_a_member_go_their_stances_on_open_slots_only() -> None:
    events = (*ALL_YES, agreed(), proposed(1, "b"), stood("ben", "no", "not yet", slot=1))
    removed = given(*BOARD, *events).when(c.Remove("ben"), by="kit").then(e.MemberRemoved("ben"))
    records = views.everyone(removed.meeting)

    assert "stance/five/0/ben" in records
    assert "stance/five/1/ben" not in records


# --- what everyone sees -----------------------------------------------------------------------

RANK_TO_FIVE = room(
    plan("rank", judge.Settings()),
    plan("five", settle.Settings(2, start="rank"), Source("rank")),
    items="abc",
)
RANKED = (
    opened("rank", *"abc"),
    judge.BallotCast("rank", "ana", ("a", "b", "c"), ""),
    judge.BallotCast("rank", "ben", ("a", "c", "b"), ""),
)


def board(*events: e.Event) -> settle.BoardRecord:
    record = views.everyone(given(*events).meeting)["board/five"]
    assert isinstance(record, settle.BoardRecord)
    return record


def test_everyone_sees_the_starting_point_and_how_many_have_each_item_among_their_first() -> None:
    revealed = judge.Revealed("rank", ("cam",))
    bands = (("a",), ("b", "c"))

    assert board(
        *RANK_TO_FIVE, *RANKED, revealed, opened("five", "a", "bc", exact=False)
    ) == settle.BoardRecord(
        "five",
        "keep",
        slots=2,
        bands=bands,
        exact=False,
        suggested_by="rank",
        support={"a": 2, "b": 1, "c": 1},
        of=2,
        grounds=grounds(bands, (("a", "b", "c"), ("a", "c", "b")), 2, 1),
    )


def test_answers_that_are_private_suggest_nothing() -> None:
    record = board(*RANK_TO_FIVE, *RANKED, opened("five", *"abc"))

    assert record.of == 0
    assert set(record.support.values()) == {0}
    assert record.grounds is None


def test_a_board_without_a_question_before_it_starts_from_the_list() -> None:
    record = board(*BOARD)

    assert record.suggested_by is None
    assert (record.bands, record.exact) == (tuple((item,) for item in "abcde"), True)


def test_everybody_who_chose_an_item_supports_it_wherever_they_named_it() -> None:
    chosen = (
        *room(plan("choose", judge.Settings(2)), plan("five", settle.Settings(1, "choose"))),
        opened("choose", *"abcd"),
        judge.BallotCast("choose", "ana", ("a", "b"), ""),
        judge.BallotCast("choose", "ben", ("c", "b"), ""),
        judge.Revealed("choose", ("cam",)),
        opened("five", "b", "ac", "d"),
    )

    assert board(*chosen).support == {"a": 1, "b": 2, "c": 1, "d": 0}


# --- what the minutes say ---------------------------------------------------------------------


def test_the_minutes_keep_each_slot_with_its_reason_its_stances_and_its_dissent() -> None:
    dissent = (*ALL_YES, stood("ben", "no", "not yet"), agreed(because="so it is"))
    said = minutes.minutes(given(*BOARD, *dissent).meeting).steps[0].said

    assert isinstance(said, settle.Minutes)
    assert said.slots[0].because == "so it is"
    assert said.slots[0].stances["ben"] == stances.Stance("no", "not yet")
    assert said.slots[1:] == (stances.Slot(), stances.Slot())


def test_somebody_who_came_after_a_slot_was_settled_is_not_missing_there() -> None:
    assert slot(given(*AGREED, joined("dot"))).missing == ()


# --- a "no" is more than words ----------------------------------------------------------------

AGAINST = (*ALL_YES, stood("ben", "no", "not yet"))


def test_a_no_says_what_is_feared_on_what_evidence_and_what_would_settle_it() -> None:
    command = settle.Stand("five", 0, "a", "no", "too soon", "a move", "two calls", "a visit")

    against = (
        given(*BOARD, proposed(0, "a"))
        .when(command, by="ana")
        .then(settle.Stood("five", 0, "ana", "no", "too soon", "a move", "two calls", "a visit"))
    )

    assert views.everyone(against.meeting)["stance/five/0/ana"] == stances.StanceRecord(
        "five", 0, "ana", "no", "too soon", "a move", "two calls", "a visit"
    )


def test_what_the_group_expects_is_kept_with_what_it_settles() -> None:
    settled = given(*BOARD, *ALL_YES).when(
        settle.Agree("five", 0, "a", likely=" calmer nights ", next="Ana rings"), by="kit"
    )

    assert (slot(settled.done()).likely, slot(settled.done()).next) == (
        "calmer nights",
        "Ana rings",
    )


def test_the_chair_may_settle_and_pass_the_no_on() -> None:
    command = settle.Agree("five", 0, "a", escalate="d1")

    settled = given(*BOARD, *AGAINST).when(command, by="kit").done()

    assert slot(settled).settled
    assert slot(settled).escalated == "d1"
    assert "d1" in settled.meeting.beside.disagreements.entries


@pytest.mark.parametrize("events", [AGAINST, (*AGAINST, agreed())], ids=["open", "settled"])
def test_the_chair_may_pass_a_no_on_and_settle_nothing(events: tuple[e.Event, ...]) -> None:
    passed = given(*BOARD, *events).when(settle.Escalate("five", 0, "a", "d1"), by="kit").done()

    assert slot(passed).escalated == "d1"
    assert list(passed.meeting.beside.disagreements.entries) == ["d1"]
    passed.when(settle.Escalate("five", 0, "a", "d2"), by="kit").nothing()


def test_without_a_no_there_is_nothing_to_pass_on() -> None:
    for command in (
        settle.Escalate("five", 0, "a", "d1"),
        settle.Agree("five", 0, "a", escalate="d1"),
    ):
        given(*BOARD, *ALL_YES).when(command, by="kit").refused(Code.NOBODY_SAYS_NO)


def test_only_the_chair_passes_a_no_on() -> None:
    given(*BOARD, *AGAINST).when(settle.Escalate("five", 0, "a", "d1"), by="ben").refused(
        Code.CHAIR_ONLY
    )


# --- a text -----------------------------------------------------------------------------------

PAGE = (*room(plan("text", settle.Settings(form="text", plain=True))), opened("text"))
WRITTEN = (
    *PAGE,
    pen.PenTaken("text", "ana", 1),
    pen.Wrote("text", "ana", "We will meet.", 1, 1),
    pen.PenPutDown("text"),
)
ALL_SAY_YES = tuple(stood(member, "yes", step="text") for member in ("ana", "ben", "cam"))


def place(situation: Situation) -> stances.SlotRecord:
    record = views.everyone(situation.meeting)["slot/text/0"]
    assert isinstance(record, stances.SlotRecord)
    return record


def test_a_text_begins_as_an_empty_page_without_a_board() -> None:
    records = views.everyone(given(*PAGE).meeting)

    assert "board/text" not in records
    assert place(given(*PAGE)).item is None


def test_nobody_stands_on_an_empty_page() -> None:
    given(*PAGE).when(settle.Stand("text", 0, "v0", "yes"), by="ana").refused(Code.SLOT_EMPTY)


def test_a_stance_is_on_one_wording() -> None:
    given(*WRITTEN).when(settle.Stand("text", 0, "v1", "yes"), by="ben").then(
        stood("ben", "yes", step="text")
    )
    given(*WRITTEN).when(settle.Stand("text", 0, "v2", "yes"), by="ben").refused(Code.SLOT_CHANGED)


def test_what_was_said_of_an_earlier_wording_is_kept_and_does_not_count() -> None:
    changed = given(
        *WRITTEN,
        *ALL_SAY_YES,
        pen.PenTaken("text", "ana", 2),
        pen.Wrote("text", "ana", "We will meet soon.", 2, 2),
        pen.PenPutDown("text"),
    )
    records = views.everyone(changed.meeting)

    assert not [key for key in records if key.startswith("stance/")]
    assert records["earlier/text/0/ben"] == stances.EarlierRecord("text", 0, "ben", "yes", "")
    changed.when(settle.Agree("text", 0, "v2"), by="kit").refused(Code.STANCES_MISSING, count=3)


def test_whoever_says_where_they_stand_anew_has_said_nothing_else() -> None:
    again = given(
        *WRITTEN,
        *ALL_SAY_YES,
        pen.Wrote("text", "ana", "We will meet soon.", 2, 2),
        stood("ben", "no", "not yet", step="text"),
    )

    earlier = [key for key in views.everyone(again.meeting) if key.startswith("earlier/")]
    assert earlier == ["earlier/text/0/ana", "earlier/text/0/cam"]


def test_a_wording_is_a_new_one_when_somebody_stood_on_the_one_before() -> None:
    changed = given(
        *PAGE,
        pen.Wrote("text", "ana", "We", 1, 1),
        pen.Wrote("text", "ana", "We meet", 2, 2),
        stood("ben", "yes", step="text"),
        pen.Wrote("text", "ana", "We meet soon", 3, 3),
    )
    record = views.everyone(changed.meeting)["text/text"]

    assert isinstance(record, pen.TextRecord)
    assert (record.version, record.wording) == (3, 2)


def test_a_text_that_is_emptied_has_nothing_to_agree_on() -> None:
    emptied = given(*WRITTEN, pen.Wrote("text", "ana", "", 2, 2))

    emptied.when(settle.Agree("text", 0, "v2"), by="kit").refused(Code.SLOT_EMPTY)


def test_a_text_is_settled_and_passes_on_no_items() -> None:
    settled = (
        given(*WRITTEN, *ALL_SAY_YES)
        .when(settle.Agree("text", 0, "v1"), by="kit")
        .then(settle.Agreed("text", 0, "", ()))
    )

    assert place(settled).all_agree
    state = settled.meeting.agenda[0].state
    assert isinstance(state, settle.State)
    assert (state.items(), state.chosen()) == ((), ())


def test_an_open_text_has_chosen_nothing() -> None:
    state = given(*WRITTEN).meeting.agenda[0].state

    assert isinstance(state, settle.State)
    assert state.chosen() is None


def test_nothing_is_settled_while_somebody_else_is_writing() -> None:
    writing = (*WRITTEN, *ALL_SAY_YES, pen.PenTaken("text", "ben", 2))

    agree, quiet = settle.Agree("text", 0, "v1"), 2 + pen.QUIET_AFTER
    given(*writing).when(agree, by="kit", at=quiet - 1).refused(Code.PEN_HELD, name="Ben")
    given(*writing).when(agree, by="kit", at=quiet).done()


def test_a_chair_who_writes_may_settle_and_the_pen_is_down() -> None:
    writing = (*WRITTEN, *ALL_SAY_YES, pen.PenTaken("text", "kit", 2))

    settled = given(*writing).when(settle.Agree("text", 0, "v1"), by="kit").done()

    record = views.everyone(settled.meeting)["text/text"]
    assert isinstance(record, pen.TextRecord)
    assert record.holder is None


def test_a_settled_text_is_not_written_in_until_it_is_opened_again() -> None:
    settled = given(*WRITTEN, *ALL_SAY_YES, settle.Agreed("text", 0, "", ()))

    settled.when(pen.TakePen("text"), by="ana").refused(Code.SLOT_SETTLED)
    settled.after(("kit", settle.Reopen("text", 0)), ("ana", pen.TakePen("text")))


def test_the_pen_is_down_when_the_meeting_goes_on() -> None:
    two = room(plan("text", settle.Settings(form="text")), plan("next", settle.Settings()))

    away = given(*two, opened("text"), pen.PenTaken("text", "ana", 1), opened("next", *"abcd"))

    record = views.everyone(away.meeting)["text/text"]
    assert isinstance(record, pen.TextRecord)
    assert record.holder is None


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (settle.Propose("text", 0, "a"), Code.NO_SUCH_ITEM),
        (settle.Clear("text", 0), Code.NOT_UNDERSTOOD),
        (settle.Agree("text", 1, "v1"), Code.NO_SUCH_SLOT),
    ],
)
def test_a_text_is_no_board(command: settle.Command, code: Code) -> None:
    given(*WRITTEN).when(command, by="kit").refused(code)


def test_a_board_has_no_pen() -> None:
    given(*BOARD).when(pen.TakePen("five"), by="kit").refused(Code.NOT_UNDERSTOOD)


def test_the_minutes_keep_the_wording_and_what_was_said_of_it() -> None:
    settled = given(*WRITTEN, *ALL_SAY_YES, settle.Agreed("text", 0, "", ()))
    said = minutes.minutes(settled.meeting).steps[0].said

    assert isinstance(said, settle.Minutes)
    assert said.text is not None
    assert said.text.words == "We will meet."
    assert list(said.slots[0].stances) == ["ana", "ben", "cam"]
