"""The final sheet says what happened, in people's own words, and claims nothing else."""

from random import Random

import httpx
import msgspec
import pytest
from markupsafe import Markup
from msgspec.structs import replace

from consensus import commands as c
from consensus.agenda import states
from consensus.answers import pen, sides, stances
from consensus.answers.ballots import Ballot
from consensus.answers.notes import Lane
from consensus.items import Source
from consensus.ranking import Spread
from consensus.record.minutes import StepMinutes, minutes
from consensus.roomwide import disagreements, glossary, parking, remarks, risk
from consensus.state import Meeting
from consensus.steps import collect, judge, settle, turns
from server.demo.client import Door
from server.pages import write
from server.record import sheet
from server.words import FALLBACK, Words
from tests.consensus.given import NOW, SERVER, Situation, given, opened, plan, room
from tests.meetings import play
from tests.server.full_house import NO, PEOPLE, full_house
from tests.server.parsed import Page

RANK = plan("rank", judge.Settings())
AGAIN = plan("again", judge.Settings(again="rank"))
BOARD = plan("board", settle.Settings(slots=2))
CHOOSE = plan("choose", judge.Settings(choose=1))
TALK = plan("talk", turns.Settings())
LANES = (Lane("alike", "Alike"), Lane("other", "Different"))
COMPARE = plan("compare", collect.Settings(LANES))


def say(message: str, **facts: str | float) -> str:
    return Words(FALLBACK).say(message, **facts)


def read(meeting: Meeting) -> str:
    """Return the words of a meeting's sheet."""
    return Page(html(meeting)).text


def html(meeting: Meeting) -> str:
    words = Words(FALLBACK)
    return write("sheet.html", words, "build", room="ABC234", minutes=minutes(meeting))


def stands(
    member: str, word: stances.StanceWord, note: str = "", *, slot: int = 0
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


SCALE = judge.Settings(ask="scale", low="unsafe", high="safe", alarm_at=2)


def marked(settings: judge.Settings, *casts: tuple[str, int | None, str]) -> Meeting:
    """Return a room that has answered a question about the step itself."""
    asked = plan("safe", settings, Source(take="none"))
    answers = [(who, judge.Cast("safe", marks={"-": m}, whys={"-": why})) for who, m, why in casts]
    opening, reveal = ("kit", c.OpenStep("safe")), ("kit", judge.Reveal("safe", even_so=True))
    return given(*room(asked)).after(opening, *answers, reveal).meeting


def plain(page: str) -> str:
    """Return a page without the spaces that words in bold leave before a full stop."""
    return page.replace(" ;", ";").replace(" .", ".").replace("– ", "")


def test_marks_stand_from_the_lowest_with_names_reasons_and_who_does_not_know() -> None:
    page = plain(
        read(marked(SCALE, ("ana", 7, ""), ("ben", None, "too new"), ("cam", 1, "no food")))
    )

    assert "Cam 1; Ana 7; Ben don’t know. Middle: 4." in page
    assert "no food Cam" in page
    assert "too new Ben" in page
    assert say("paper-scale-ends", low="unsafe", high="safe") in page
    assert say("paper-alarm", mark=2) in page


def test_marks_by_agency_name_no_person_but_those_who_did_not_answer() -> None:
    agency = replace(SCALE, shown="agency")
    page = plain(read(marked(agency, ("ana", 7, "why"), ("ben", 3, ""))))
    said = page[page.index(say("paper-shown-agency")) :]

    assert "Health 3; Health 7." in said
    assert "Ana" not in said
    assert "Ben" not in said
    assert f"{say('paper-did-not-answer')} Cam" in said


def test_unattributed_marks_stand_alone() -> None:
    asked = plan("safe", replace(SCALE, shown="nobody"), Source(take="none"))
    slips = tuple(Ballot((), "", {"-": mark}, {"-": ""}, unsure=False) for mark in (4, 2, 4, 9))
    revealed = judge.Revealed("safe", (), slips=slips)
    page = plain(read(given(*room(asked), opened("safe", "-"), revealed).meeting))

    assert say("paper-shown-nobody") in page
    assert "2; 4; 4; 9. Middle: 4." in page


def test_of_a_step_whose_outcome_alone_is_kept_nobodys_answer_is_told() -> None:
    marks = replace(plan("safe", SCALE, Source(take="none")), minuted="outcome")
    choose = replace(CHOOSE, minuted="outcome")
    answers = (
        *(opened("safe", "-"), judge.BallotCast("safe", "ana", (), "", {"-": 3}, {"-": "between"})),
        *(judge.Revealed("safe", ("ben",)), opened("choose", *"abcd")),
        *(judge.BallotCast("choose", "ana", ("b",), "us"), judge.Revealed("choose", ("ben",))),
    )
    page = plain(read(given(*room(marks, choose), *answers).meeting))

    assert say("paper-middle", middle=3.0) in page
    assert f"B {say('paper-chosen', count=1)}" in page
    assert "between" not in page
    assert say("paper-did-not-answer") not in page


def test_who_does_not_know_what_to_choose_is_named() -> None:
    unsure = ("ana", judge.Cast("choose", unsure=True))
    opening, reveal = ("kit", c.OpenStep("choose")), ("kit", judge.Reveal("choose", even_so=True))
    page = read(given(*room(CHOOSE)).after(opening, unsure, reveal).meeting)

    assert f"{say('paper-unsure')} Ana" in page


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


# --- options ----------------------------------------------------------------------------------

VIEWS = plan(
    "views",
    collect.Settings(
        (
            Lane("worry", "Worries", about_one=True, tone="worry"),
            Lane("child", "The child", about_one=True, tone="child", sourced=True),
            Lane("offer", "Offers", about_one=True, tone="offer", once_per_agency=True),
            Lane("who", "Who else", may_be_empty=True),
            Lane("facts", "Facts", shown="agency"),
        )
    ),
)


def about(lane: str, item: str, text: str, *, note: str, **more: str | bool) -> collect.AddNote:
    return msgspec.convert(
        {"type": "collect.add", "step": "views", "note": note, "lane": lane, "text": text}
        | {"items": [item] if item else []}
        | more,
        collect.AddNote,
    )


def test_an_option_is_read_with_its_sources_its_gaps_and_who_offers_nothing() -> None:
    told = {"source": "her teacher", "when": "2026-05-12"}
    meeting = (
        given(*room(VIEWS, items="ab"), opened("views", *"ab"))
        .after(
            ("ana", about("worry", "a", "far away", note="n1")),
            ("ben", about("worry", "a", "a long way", note="n2")),
            ("kit", collect.MergeNotes("views", "n2", "n1")),
            ("ana", about("child", "a", "near friends", note="n3", **told)),
            ("ana", about("offer", "b", "", note="n4", nothing=True)),
            ("ben", about("facts", "", "two visits", note="n5", for_agency="Housing")),
            ("cam", collect.SayNone("views", "who")),
        )
        .meeting
    )

    page = read(meeting)

    source = say("paper-source", source="her teacher", day="12 May 2026")
    assert f"near friends Ana Health {source}" in page
    assert f"far away Ana Health {say('note-also')}: a long way Ben Health" in page
    assert f"{say('note-nothing')} Ana Health" in page
    assert say("option-gap", lane="The child") in page
    assert f"{say('lane-none')} Cam" in page
    assert f"two visits Health {say('note-for', agency='Housing')}" in page


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


def test_a_whole_meeting_goes_over_several_pages_in_a_print_that_can_be_read() -> None:
    assert sheet.print_size(Markup("x" * 20_000)) == sheet.SEVERAL_PAGES


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


# --- turns, and what people asked -----------------------------------------------------------------


def test_turns_of_people_are_named_with_their_notes_and_what_came_back() -> None:
    sides = plan("sides", turns.Settings(by="people", back_to=True))
    events = (
        *room(sides),
        opened("sides", *[["ana"], ["ben"], ["cam"]]),
        turns.TurnedTo("sides", "ana", 0),
        turns.TurnedTo("sides", "ben", 120_000),
        turns.Written("sides", "ana", "She is worried about Mondays", "kit"),
        turns.SaidBack("sides", "ana", True, "ana"),
    )

    page = read(given(*events).meeting)

    assert f"Ana She is worried about Mondays · 2 min · {say('paper-turn-said-back')}" in page
    assert f"{say('paper-turns-spoke')} Ben" in page


def test_every_phase_is_on_the_sheet_with_who_presented() -> None:
    phases = (turns.Phase("Issue"), turns.Phase("Reflections"))
    events = (
        *room(plan("set", turns.Settings(by="phases", phases=phases))),
        opened("set", *"01"),
        turns.Presenting("set", "ben"),
        turns.TurnedTo("set", "0", 0),
        turns.TurnedTo("set", None, 60_000),
    )

    page = read(given(*events).meeting)

    assert f"{say('paper-presenter')}: Ben" in page
    assert f"Reflections · {say('paper-phase-not-held')}" in page


def test_a_question_stands_on_the_sheet_with_its_answer() -> None:
    events = (
        *room(TALK),
        opened("talk", *"ab"),
        remarks.Made("r1", "why", "talk", "a", "statement a", "ana", "ben", "Since when?", "", 1),
        remarks.Answered("r1", "Since May", "ben"),
        remarks.Made("r2", "differ", "talk", "b", "", "cam", None, "He told me no", "yes", 2),
    )

    page = read(given(*events).meeting)

    assert f"Ana {say('paper-remark-why')} Since when?" in page
    assert f"Ben {say('paper-remark-answer')} Since May" in page
    assert f"Cam {say('paper-remark-differ')} He told me no" in page
    assert say("paper-remark-safe", safe="yes") in page


def test_a_sheet_without_remarks_has_no_place_for_them() -> None:
    assert say("paper-remarks") not in read(given(*room(TALK)).meeting)


# --- a text, and what was not agreed --------------------------------------------------------------

PAGE = plan("text", settle.Settings(form="text"))


def written(*asked: tuple[str, c.Command]) -> Situation:
    """Return a room whose group has written a text."""
    return given(*room(PAGE)).after(
        ("kit", c.OpenStep("text")),
        ("ana", pen.TakePen("text")),
        ("ana", pen.Write("text", "We will <meet>.\n\nOn Friday.", 0)),
        ("ana", pen.PutDown("text")),
        *asked,
    )


def on_text(member: str, word: stances.StanceWord, *words: str) -> tuple[str, settle.Stand]:
    return member, settle.Stand("text", 0, "v1", word, *words)


NO_WITH_FEARS = on_text("ben", "no", "too soon", "a lost place", "two calls", "a visit first")


def test_a_text_stands_in_its_own_words_with_what_was_expected_of_it() -> None:
    agree = settle.Agree("text", 0, "v1", even_so=True, likely="calmer days", next="Ana rings")

    page = read(written(on_text("ana", "yes"), ("kit", agree)).meeting)

    assert "We will <meet>. On Friday." in page
    assert say("paper-wording", number=1) in page
    assert f"{say('paper-likely')} calmer days" in page
    assert f"{say('paper-next')} Ana rings" in page


def test_what_was_suggested_and_not_put_in_is_kept() -> None:
    page = read(written(("cam", pen.Suggest("text", "s1", "And soon."))).meeting)

    assert say("paper-suggestions") in page
    assert "And soon." in page


def test_a_no_keeps_what_was_feared_why_and_what_would_settle_it() -> None:
    page = read(written(NO_WITH_FEARS).meeting)

    assert f"{say('paper-harm')} a lost place" in page
    assert f"{say('paper-evidence')} two calls" in page
    assert f"{say('paper-would-settle')} a visit first" in page


def test_a_disagreement_stands_with_both_sides_and_who_confirmed_what() -> None:
    taken_further = (
        NO_WITH_FEARS,
        on_text("cam", "yes"),
        ("kit", settle.Escalate("text", 0, "v1", "d1")),
        ("ben", sides.Confirm("d1", "one", "too soon")),
        ("cam", sides.Word("d1", "two", "They asked for Friday.")),
        ("kit", disagreements.SaySafe("d1", "yes")),
        ("kit", disagreements.MoveStage("d1", 2, "no way through yet")),
    )

    page = read(written(*taken_further).meeting)

    assert say("paper-escalated") in page
    assert say("paper-disagreement-safe", safe="yes") in page
    assert f"too soon {say('side-confirmed', count=1, of=1)}" in page
    assert f"They asked for Friday. {say('side-confirmed', count=0, of=1)}" in page
    assert "no way through yet" in page
    assert say("paper-disagreement-open") in page


def test_an_outcome_stands_with_who_confirmed_it() -> None:
    over = (
        NO_WITH_FEARS,
        ("kit", settle.Escalate("text", 0, "v1", "d1")),
        ("kit", disagreements.Resolve("d1", "partly", "We begin with a visit.")),
        ("ben", disagreements.ConfirmOutcome("d1", "We begin with a visit.")),
    )

    page = read(written(*over).meeting)

    ended = f"{say('paper-outcome', outcome='partly')} We begin with a visit."
    assert f"{ended} {say('outcome-confirmed', count=1, of=1)}" in page


# --- beside the steps ---------------------------------------------------------------------------


def test_the_sheet_has_the_words_and_what_was_parked() -> None:
    situation = given(*room(RANK)).after(
        ("ana", glossary.Put("CIN", "Child in need")),
        ("ben", glossary.Same("CIN", "ana")),
        ("kit", glossary.Settle("CIN", "ana")),
        ("ben", parking.Add("p1", "Who pays for taxis?")),
        ("cam", parking.Add("p2", "He moved school", for_lead=True)),
        ("kit", parking.Done("p1")),
    )

    text = read(situation.meeting)

    assert "CIN Child in need Ana" in text
    assert f"{say('paper-words-same')} Ben · {say('words-agreed')}" in text
    assert text.index("He moved school") < text.index("Who pays for taxis?")
    assert say("paper-parked-lead") in text
    assert say("paper-parked-done") in text


def test_the_sheet_says_that_an_alert_was_raised_and_not_what_it_was_about() -> None:
    raised = given(*room(RANK)).after(("ana", risk.Raise("r1", "he waits outside")))
    assert say("paper-risk-open") in read(raised.meeting)

    plan_of = risk.WritePlan("r1", "Sam", "2027-03-09T14:30", "the duty team")
    text = read(raised.after(("ana", plan_of)).meeting)
    assert say("paper-risk-planned", convenes="Sam", due="14:30 on 9 March 2027") in text

    calm = read(raised.after(("kit", risk.StandDown("r1", "a misunderstanding"))).meeting)
    assert say("paper-risk-stood-down") in calm
    for private in ("he waits outside", "the duty team", "a misunderstanding"):
        assert private not in text + calm
