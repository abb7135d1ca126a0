"""The final sheet says what happened, in people's own words, and claims nothing else."""

from random import Random

import httpx
import pytest
from markupsafe import Markup

from consensus import commands as c
from consensus.agenda import states
from consensus.meeting import Meeting
from consensus.minutes import StepMinutes, minutes
from consensus.ranking import Spread
from consensus.steps import collect, judge, settle, turns
from server import sheet
from server.demo.client import Door
from server.pages import write
from server.words import FALLBACK, Words
from tests.consensus.given import NOW, SERVER, Situation, given, plan, room
from tests.meetings import play
from tests.server.full_house import NO, PEOPLE, full_house
from tests.server.parsed import Page

RANK = plan("rank", judge.Settings())
AGAIN = plan("again", judge.Settings(again="rank"))
BOARD = plan("board", settle.Settings(slots=2))
CHOOSE = plan("choose", judge.Settings(choose=1))
TALK = plan("talk", turns.Settings())
LANES = (collect.Lane("alike", "Alike"), collect.Lane("other", "Different"))
COMPARE = plan("compare", collect.Settings(LANES))


def say(message: str, **facts: str | int) -> str:
    return Words(FALLBACK).say(message, **facts)


def read(meeting: Meeting) -> str:
    """Return the words of a meeting's sheet."""
    return Page(html(meeting)).text


def html(meeting: Meeting) -> str:
    words = Words(FALLBACK)
    return write("sheet.html", words, "build", room="ABC234", minutes=minutes(meeting))


def stands(
    member: str, word: settle.StanceWord, note: str = "", *, slot: int = 0
) -> tuple[str, settle.Stand]:
    return member, settle.Stand("board", slot, "ab"[slot], word, note)


def settled(*stances: tuple[str, settle.Stand], because: str = "it holds the rest up") -> Situation:
    """Return a room in which item a was settled for the first place of two."""
    agree = settle.Agree("board", 0, "a", because, even_so=True, keep_dissent=True)
    return given(*room(BOARD)).after(
        ("kit", c.OpenStep("board")),
        ("kit", settle.Propose("board", 0, "a")),
        *stances,
        ("kit", agree),
    )


# --- what was agreed ------------------------------------------------------------------------------


def test_a_place_that_all_agree_on_is_claimed_with_the_group_s_reason() -> None:
    meeting = settled(*(stands(who, "yes") for who in ("ana", "ben", "cam"))).meeting

    page = read(meeting)

    assert "statement a" in page
    assert "it holds the rest up" in page
    assert say("paper-all-agree", count=3) in page


def test_who_can_live_with_it_counts_as_agreeing_and_is_said() -> None:
    stances = [stands("ana", "yes"), stands("ben", "can_live"), stands("cam", "can_live")]

    page = read(settled(*stances).meeting)

    assert say("paper-all-agree", count=3) in page
    assert say("paper-can-live", count=2) in page


def test_a_no_is_kept_in_the_person_s_own_words() -> None:
    stances = [stands("ana", "yes"), stands("ben", "no", "not <while> he sleeps rough")]

    page = read(settled(*stances, stands("cam", "yes")).meeting)

    assert say("paper-some-agree", agree=2, all=3) in page
    assert f"{say('paper-no')} not <while> he sleeps rough Ben Health" in page
    assert say("paper-all-agree", count=2) not in page


def test_who_said_nothing_and_whose_it_is_not_to_say_are_named() -> None:
    page = read(settled(stands("ana", "yes"), stands("ben", "not_mine")).meeting)

    assert say("paper-some-agree", agree=1, all=3) in page
    assert f"{say('paper-not-mine')} Ben" in page
    assert f"{say('paper-did-not-say')} Cam" in page


def test_an_open_place_is_not_settled_whatever_stands_there() -> None:
    meeting = (
        settled(stands("ana", "yes"))
        .after(("kit", settle.Propose("board", 1, "b")), stands("ana", "yes", slot=1))
        .meeting
    )

    page = read(meeting)

    assert page.count(say("paper-not-settled")) == 1
    assert "statement b" in page


def test_somebody_taken_out_of_the_room_is_no_longer_named() -> None:
    before = settled(stands("ana", "yes"), stands("ben", "no", "not yet"), stands("cam", "yes"))

    page = read(before.after(("kit", c.Remove("ben"))).meeting)

    assert "Ben" not in page
    assert f"not yet {say('paper-gone', count=1)}" in page


# --- how we got there -----------------------------------------------------------------------------


def test_what_was_not_held_or_not_discussed_or_not_opened_says_so() -> None:
    meeting = (
        given(*room(TALK, CHOOSE, RANK, COMPARE))
        .after(("kit", c.OpenStep("talk")), ("kit", c.OpenStep("choose")))
        .after(("ana", judge.Cast("choose", ("a",), "between us")), at=NOW + 60_000)
        .after(("kit", c.OpenStep("compare")), ("kit", c.Close()), at=NOW + 120_000)
        .meeting
    )

    page = read(meeting)

    assert page.count(say("paper-not-discussed")) == 3  # the talk, and both lanes
    assert page.count(say("paper-nothing", why="private")) == 1
    assert page.count(say("paper-nothing", why="not-held")) == 1
    assert "between us" not in page


def test_a_choice_shows_who_gave_which_reason() -> None:
    choose = [(who, judge.Cast("choose", (item,), because)) for who, item, because in _CHOSEN]
    meeting = (
        given(*room(CHOOSE))
        .after(("kit", c.OpenStep("choose")), *choose, ("kit", judge.Reveal("choose")))
        .meeting
    )

    page = read(meeting)

    said = f"B {say('paper-chosen', count=2)} too vague Ben C {say('paper-chosen', count=1)}"
    assert said in page
    assert "statement b" in page


_CHOSEN = [("ana", "b", ""), ("ben", "b", "too vague"), ("cam", "c", "")]


def ranked(*orders: str, step: str = "rank") -> list[tuple[str, c.Command]]:
    cast = zip(("ana", "ben", "cam"), orders, strict=True)
    return [
        ("kit", c.OpenStep(step)),
        *((who, judge.Cast(step, tuple(order))) for who, order in cast),
        ("kit", judge.Reveal(step)),
    ]


def test_one_ranking_is_drawn_by_middle_place_with_its_agreement_in_words() -> None:
    meeting = given(*room(RANK)).after(*ranked("bacd", "badc", "bcda")).meeting

    page, drawn = read(meeting), sheet.strips(sheet.passes(minutes(meeting), _step(meeting, 0)))

    assert [strip.item for strip in drawn] == ["b", "a", "c", "d"]
    assert say("paper-agreement", times=7) in page
    assert say("paper-widest", letter="A", low=2, high=4) in page
    assert page.index("statement b") < page.index("statement a")


def test_two_rankings_are_drawn_once_and_what_moved_is_said() -> None:
    first, second = ranked("abcd", "bacd", "dcba"), ranked("abcd", "abcd", "abcd", step="again")
    meeting = given(*room(RANK, AGAIN)).after(*first, *second).meeting
    record = minutes(meeting)

    page = Page(html(meeting))

    assert len(page.all("svg", role="img")) == 4
    assert say("paper-strips-first") in page.text
    assert say("paper-movement", direction="closer", before=3, after=10, people=3) in page.text
    assert say("paper-unchanged", count=1) in page.text
    assert say("paper-all-same") in page.text
    assert [sheet.is_last_pass(record, step) for step in record.steps] == [False, True]
    by_item = {strip.item: strip for strip in sheet.strips(sheet.passes(record, record.steps[1]))}
    assert (by_item["a"].raised, by_item["a"].lowered) == (2, 0)
    assert by_item["d"].last is not None
    assert (by_item["d"].first.places, by_item["d"].last.places) == ((1, 4, 4), (4, 4, 4))


def test_only_a_ranking_is_drawn_as_one() -> None:
    meeting = given(*room(TALK, CHOOSE, RANK)).after(*ranked("abcd", "bacd", "dcba")).meeting
    record = minutes(meeting)

    assert [sheet.is_last_pass(record, step) for step in record.steps] == [False, False, True]


def _step(meeting: Meeting, at: int) -> StepMinutes:
    return minutes(meeting).steps[at]


def test_a_hall_is_drawn_with_dots_that_stand_for_several() -> None:
    spread = Spread("a", (1,) * 90 + (2,) * 31, 1, 1, 2, 1, 2, 0.5, 0.5)

    packing = sheet.dots([sheet.Strip("a", spread, None, 0, 0)])

    assert packing.people == 3
    assert (packing.count(spread, 1), packing.count(spread, 2)) == (30, 11)
    assert packing.across * packing.rows >= 30


def test_statements_keep_their_letters_past_z() -> None:
    many = "abcdefghijklmnopqrstuvwxyzABC"
    record = minutes(given(*room(TALK, items=many)).meeting)

    assert [sheet.letter(record, item) for item in "azAC"] == ["A", "Z", "AA", "AC"]


def test_two_people_of_the_same_name_are_told_apart_by_agency() -> None:
    twin = c.Join("ana2", "Ana", "Police")
    note = collect.AddNote("compare", "n1", "alike", "both are about time")
    meeting = (
        given(*room(COMPARE))
        .after((SERVER, twin), ("kit", c.OpenStep("compare")), ("ana2", note))
        .meeting
    )

    assert "both are about time Ana Police" in read(meeting)


# --- who was there --------------------------------------------------------------------------------


def test_only_those_who_left_before_the_close_were_away() -> None:
    meeting = (
        given(*room(TALK))
        .after((SERVER, c.Leave("ben")), at=NOW)
        .after(("kit", c.Close()), at=NOW + 1)
        .after((SERVER, c.Leave("ana")), (SERVER, c.Leave("kit")), at=NOW + 2)
        .meeting
    )

    assert [member.id for member in sheet.away(minutes(meeting))] == ["ben"]
    assert f"{say('paper-away', closed='yes')} Ben" in read(meeting)


def test_the_chair_who_only_steered_is_shown_as_such() -> None:
    assert f"Kit Health ({say('paper-chair', voice='no')})" in read(given(*room(TALK)).meeting)


def test_the_date_is_in_the_catalogue_s_own_words() -> None:
    assert "22 November 2026" in read(full_house())


# --- all of them ----------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(40))
def test_every_meeting_has_a_sheet_and_no_sheet_has_a_private_answer(seed: int) -> None:
    meeting = play(Random(seed).choice).meeting

    page = read(meeting)

    for state in states(meeting.agenda).values():
        if isinstance(state, judge.State) and not state.revealed:
            assert not any(
                ballot.because in page for ballot in state.ballots.values() if ballot.because
            )


def test_the_fullest_sheet_names_everybody_and_keeps_every_no() -> None:
    page = Page(html(full_house()))

    assert all(name in page.text for name in list(PEOPLE)[:-1])
    assert page.text.count(NO) == 2
    assert page.all("article", **{"class": "sheet tightest"})


def test_less_to_say_is_set_in_larger_print() -> None:
    assert sheet.print_size(Markup("<p>short</p>")) == "roomy"
    assert sheet.print_size(Markup('<span class="letter">A</span>') * 120) == "snug"
    assert sheet.print_size(Markup("x" * 10_000)) == "tightest"


async def test_a_member_reads_the_sheet_while_the_meeting_goes_on(site: str, door: Door) -> None:
    code, seat = await door.open_room(
        template="task-5-1",
        statements="working-together",
        title="Spring course",
        name="Robin",
        agency="Training",
    )
    async with httpx.AsyncClient(base_url=site, headers={"cookie": f"seat={seat}"}) as browser:
        page = Page((await browser.get(f"/r/{code}/sheet")).text)

    assert say("paper-kicker-open") in page.text
    assert say("paper-nothing", why="running") in page.text
    assert page.all("a", href=f"/r/{code}")
