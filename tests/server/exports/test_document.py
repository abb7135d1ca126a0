"""A record in words: three played meetings are compared with it, point by point."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from random import Random

import pytest

from consensus.record.lines import Fact, Moment, Record, Say
from consensus.record.readers import reads
from consensus.record.written import record
from server.exports.document import Document, Part, Written, document, read_by, say
from server.words import FALLBACK, Words
from tests.meetings import play
from tests.server.exports import played

WORDS = Words(FALLBACK)


@cache
def strategy() -> Document:
    return played.read(played.strategy())


@cache
def follow_up() -> Document:
    return played.read(played.follow_up())


@cache
def training() -> Document:
    return played.read(played.training())


def every(found: Document) -> Iterator[Written]:
    for part in found.parts:
        yield from part.lines


def part(found: Document, name: str) -> Part:
    return next(each for each in found.parts if each.id == name)


def sentences(found: Document, name: str) -> list[str]:
    """Return what the lines of a section say, the cells of a row with bars between."""
    return [" | ".join(line.cells) for line in part(found, name).lines]


def line(found: Document, name: str) -> str:
    return " | ".join(next(each.cells for each in every(found) if each.id == name))


def seen_by(role: str) -> str:
    """Return everything that one of those in the strategy meeting may read of it."""
    meeting = played.strategy()
    member = next(m for m in meeting.members.values() if m.role == role)
    copy = read_by(strategy(), reads(member, meeting.case), member.id)
    lines = (cell for each in every(copy) for cell in each.cells)
    return "\n".join((*(each.heading for each in copy.parts), *lines))


# --- a meeting about a child ------------------------------------------------------------------


def test_the_head_says_what_the_meeting_was_for_and_that_it_is_over() -> None:
    found = strategy()

    assert found.title == "Strategy meeting about J.M."
    assert found.state == "The meeting is closed."
    assert dict(found.facts)["Who it is about"] == "J.M."
    assert "Until then it was: “Strategy meeting”." in line(found, "meeting.amended.1.title")


def test_the_register_says_who_was_there_as_what_and_how() -> None:
    rows = [row.split(" | ")[:4] for row in sentences(strategy(), "people")]

    assert rows == [
        ["Kit", "Social care", "Chair", "In the room"],
        ["Ana", "Health", "Participant", "In the room"],
        ["Ben", "School", "Participant", "In the room"],
        ["Cam", "Police", "Participant", "In the room"],
        ["Rae", "Social care", "Recorder", "In the room"],
        ["Mo", "Family", "Parent or carer", "In the room"],
        ["Pat", "Health", "Participant", "Without a screen: the chair wrote for them"],
        ["Zed", "School", "Participant", "In the room"],
    ]


def test_who_was_missing_is_said_with_the_reason_and_whether_it_was_quorate() -> None:
    missing = sentences(strategy(), "missing")

    housing = missing.index("Housing was invited, and nobody from it was there.")
    assert missing[housing + 1] == (
        "The reason that was written down for Housing: Their only worker is on leave"
    )
    assert missing[-3].startswith("No reason was written down for: ")
    assert "Probation" in missing[-3]
    assert missing[-2] == "All the agencies that are needed for a decision were there."
    assert missing[-1].startswith("What the rule says: “")


def test_a_caller_without_a_screen_was_read_to() -> None:
    assert sentences(strategy(), "proxies") == [
        "What was written for Pat (Health) was read back to them in: What we decide."
    ]


def test_the_exclusion_and_consent_stand_with_their_reasons() -> None:
    found = strategy()

    assert sentences(found, "left-out")[1:] == [
        f"The family’s reason about Mr Hall, his uncle: {played.WISH}",
        "Who brings the views of Mr Hall, his uncle: Ana",
        "What happens if the family does not work with us: We write to him",
        "When the threshold is looked at again: In June",
    ]
    assert line(found, "register.family").startswith("The family agrees: no (")
    assert line(found, "register.lead") == "Lead worker: Ana, Health"


def test_the_notice_stands_with_who_did_not_agree_and_why() -> None:
    found = strategy()

    assert line(found, "sharing.title") == (
        "“Sharing information, and what is written down”, version england 2026-11:"
    )
    ben = line(found, "sharing.answer.ben").split(" | ")
    assert (ben[0], ben[1], ben[4]) == (
        "Ben (School)",
        "Did not agree",
        "I must ask my head first",
    )
    pat = line(found, "sharing.answer.pat").split(" | ")
    assert pat[1] == "Agreed (written down by Kit (Social care))"


def test_the_familys_message_stands_apart_with_the_agencies_behind_it() -> None:
    assert sentences(strategy(), "message") == [
        "We will come and see you on Thursday.",
        "Ana will ring first.",
        "These agencies stand behind it: Social care, Health, Police.",
        "Settled with one “no”, which is kept below.",
        "Yes (5): Kit (Social care), Ana (Health), Cam (Police), Pat (Health), Rae (Social care).",
        "Were there and did not say where they stand: Mo (Family).",
        "Counted by person: 5 agree, one says no.",
        "Ben (School) says no: “Thursday is too soon”",
    ]


def test_the_decision_stands_with_its_reason_and_with_everybody_where_they_stand() -> None:
    assert sentences(strategy(), "decision") == [
        "The words were changed after people had said where they stood. This is wording 2:",
        played.DECISION,
        "The reason: He is losing weight",
        "Settled with one “no”, which is kept below.",
        "Yes (4): Kit (Social care), Cam (Police), Pat (Health), Rae (Social care).",
        "Can live with it (1): Ana (Health).",
        "Ana (Health) can live with it: “If it is short”",
        "Say that it is not theirs to say (1): Mo (Family).",
        "Counted by person: 5 agree, one says no, one leaves it to others.",
        "It was taken on as a disagreement. How that went stands under “Disagreements”.",
        f"Ben (School) says no: “{played.AWAY}”",
        f"What Ben (School) fears: “{played.FEAR}”",
        f"What Ben (School) knows about it: “{played.SEEN}”",
        f"What would settle it for Ben (School): “{played.ENOUGH}”",
    ]


def test_the_disagreement_can_be_told_from_the_record_alone() -> None:
    told = sentences(strategy(), "disagreement.d1")

    assert f"These are the words it is about: “{played.DECISION}”" in told
    assert "What those who say no say together: “Ask his gran first.”" in told
    assert "1 of 1 on that side confirmed these words: Ben (School)." in told
    assert "Those who agree did not write down what they say together." in told
    assert f"Ben (School) is with those who say no: “{played.AWAY}”" in told
    assert any(
        each.startswith("Stage 2 of 4, Their first-line managers: since ")
        and each.endswith(". Reason: It cannot wait")
        for each in told
    )
    assert told[-1].startswith("Still open, at stage 2 of 4, Their first-line managers.")
    assert told[-1].endswith("Nobody was named to see to it.")


def test_promises_are_a_table() -> None:
    found = part(strategy(), "promises")

    assert found.columns == (
        "What",
        "Who",
        "By when",
        "How we will know",
        "Looked at again",
        "What it takes",
        "Said yes?",
    )
    assert sentences(strategy(), "promises") == [
        "See him at home | Ana (Health), Ben (School) | 14 May 2026 | A note in his file |  | "
        "When away: Dee | Ana (Health): yes, Ben (School): yes"
    ]


def test_what_the_child_said_is_said_once_and_as_it_was() -> None:
    assert sentences(strategy(), "voices") == [
        "The child’s own words: “I want my dog” Where it comes from: His nurse, 11 May 2026."
    ]


def test_how_safe_everybody_found_it_stands_with_the_spread_and_who_does_not_know() -> None:
    found = strategy()

    assert sentences(found, "safety.spread") == [
        "How safe is the child today? | 2 | 4 | 7 | 1",
    ]
    assert "Ana (Health) | 2 | He is thin" in sentences(found, "safety.answers")
    assert "Ben (School) | don’t know | " in sentences(found, "safety.answers")
    assert line(found, "safety.silent") == "Did not answer: Rae (Social care)."
    assert line(found, "safety.middle.-") == ("With one voice for each agency, the middle is 4.5.")


def test_what_people_said_and_wrote_stands_with_who_it_was() -> None:
    found = strategy()

    assert sentences(found, "facts") == ["Health | 3 min | He lost four kilos since March"]
    assert line(found, "picture.note.n1") == "He sleeps in lessons |  | Ben (School) | "
    assert sentences(found, "unknown")[0] == "Where he is at night |  | Cam (Police) | "
    assert part(found, "picture.unheard").empty == (
        "Kit (Social care) wrote down that this was thought about, and that there is nothing."
    )
    assert sentences(found, "remarks")[0] == (
        "Cam (Police) asked Ana (Health) why, in “What each agency knows”: “Who weighed him?”"
    )
    assert line(found, "remark.r1.answer") == "Ana (Health) answered: “The practice nurse”"
    assert line(found, "parking.p1") == "Who pays for taxis? (from Cam (Police))"
    assert line(found, "glossary.marac.ben").startswith("MARAC: A meeting about high risk at home")


def test_the_alert_stands_with_what_happens_next() -> None:
    alert = sentences(strategy(), "risks")

    assert alert[0].startswith("Ben (School) raised an immediate risk on ")
    assert alert[1] == f"What it is about: {played.ALARM}"
    assert alert[2].startswith("Cam brings people together by 12 May 2026, 12:00.")
    assert alert[3] == "Who was told: The duty team"


def test_a_step_that_was_left_out_and_the_local_rules_are_said() -> None:
    found = strategy()

    assert part(found, "here").empty == "Left out, because: It is in the register"
    assert "Left out, because: It is in the register" in line(found, "times.here")
    assert line(found, "limits.rules").startswith("Local rules: England: common time limits.")


# --- the meeting after it ---------------------------------------------------------------------


def test_a_meeting_that_goes_on_from_another_says_what_came_of_it() -> None:
    found = follow_up()

    assert line(found, "series.before") == (
        "This meeting goes on from “Strategy meeting about J.M.”, 12 May 2026."
    )
    assert line(found, "series.settled.1") == (
        f"Agreed before, in “What we decide”: {played.DECISION} (not everybody agreed)"
    )
    assert line(found, "step-promises.promise.v1.came") == (
        "See him at home | Ana (Health), Ben (School) | 1 June 2026 | Changed | He was out"
    )
    assert line(found, "disagreement.d1.one.words") == (
        "What the first side says: “Ask his gran first.”"
    )


def test_a_small_test_of_change_stands_with_all_its_parts() -> None:
    assert sentences(follow_up(), "promises.more") == [
        "“Visit with his gran”. We think: He stays when she is there",
        "“Visit with his gran”. We will try: One visit",
        "“Visit with his gran”. We will look at: Whether he talks",
        "The family will be told of this: “Visit with his gran”",
    ]


def test_a_text_that_was_not_settled_is_a_draft_and_earlier_words_are_not_lost() -> None:
    assert sentences(follow_up(), "message") == [
        "No words were settled.",
        "We agree on a visit.",
        "One person spoke to earlier words, and not to these: Cam (Police).",
        "To earlier words, Ben (School) said no: “On what?”",
    ]


def test_what_was_put_together_offered_and_not_known_is_said() -> None:
    found = follow_up()

    assert sentences(found, "balance.worries") == [
        "He hides | A visit with his gran | Ana (Health) | ",
        "(put together with the note before) He may hide | A visit with his gran | Cam (Police) | ",
    ]
    assert line(found, "views.note.f1").startswith("Nothing from us | A visit with his gran | ")
    assert line(found, "unknown.words.room.offered").startswith(
        "Filled in with “don’t know”, in “The child’s words, and the family’s own plan” | "
    )
    assert line(found, "words.room.child") == (
        "In the child’s own words. The child’s words: “I am fine” Where they come from: Ana, "
        "20 May 2026. Not read out in the meeting."
    )
    assert line(found, "contacts.cam").split(" | ")[3] == "Nobody yet"


def test_an_alert_that_nobody_answered_says_so() -> None:
    assert sentences(follow_up(), "risks")[-1] == "Nobody wrote down what happens next."


# --- who reads what of it ---------------------------------------------------------------------

_FAMILY = ("We will come and see you on Thursday.", played.DECISION, "I want my dog", "See him")
_AT_WORK = ("Thursday is too soon", played.FEAR, "Ask his gran first.", "He sleeps in lessons")
_KEEPERS = (played.ALARM, played.WISH, "Mum fears the uncle will hear")


def test_the_family_reads_what_was_agreed_and_no_quarrel_between_agencies() -> None:
    copy = seen_by("family")

    assert all(words in copy for words in _FAMILY)
    assert not any(words in copy for words in (*_AT_WORK, *_KEEPERS))


def test_those_who_work_with_the_child_read_the_dissent_too() -> None:
    copy = seen_by("participant")

    assert all(words in copy for words in (*_FAMILY, *_AT_WORK))
    assert not any(words in copy for words in _KEEPERS)


def test_whoever_keeps_the_record_reads_all_of_it() -> None:
    assert all(words in seen_by("recorder") for words in (*_FAMILY, *_AT_WORK, *_KEEPERS))


def test_ones_own_words_are_read_whatever_they_are() -> None:
    meeting = played.strategy()
    copy = read_by(strategy(), reads(meeting.members["ben"], meeting.case), "ben")

    assert played.ALARM in " ".join(cell for each in every(copy) for cell in each.cells)


def test_a_heading_over_nothing_that_somebody_may_read_goes_and_an_empty_section_stays() -> None:
    ids = {each.id for each in read_by(strategy(), {"all"}).parts}

    assert ids.isdisjoint(
        {"disagreements", "disagreement.d1", "remarks", "left-out", "safety", "how", "here"}
    )
    assert {"agreed", "decision", "promises", "elsewhere", "series"} <= ids
    assert "Disagreement" not in seen_by("family")


def test_an_empty_part_goes_with_the_step_that_somebody_may_not_read() -> None:
    assert "balance.change" in {each.id for each in follow_up().parts}

    own = read_by(follow_up(), {"all"}, "cam")

    assert "views.offers" in {each.id for each in own.parts}
    assert {"balance", "balance.change"}.isdisjoint(each.id for each in own.parts)


# --- a training group -------------------------------------------------------------------------


def test_what_was_set_aside_stands_with_the_one_who_would_have_kept_it() -> None:
    assert sentences(training(), "discard") == [
        "The answers gave this order to start from: J, A, B = C = D = E = F = G = H = I. "
        "Those with “=” between them are level.",
        "Set aside: Decisions, and the responsibility for them, are owned together",
        "The reason: The others hold it up",
        "Settled with one “no”, which is kept below.",
        "Yes (3): Ana (Health), Ben (School), Dot (Health).",
        "Counted by person: 3 agree, one says no.",
        "Cam (Police) says no: “It is the one that families see”",
    ]


def test_the_five_stand_in_order_with_a_reason_each() -> None:
    places = [line(training(), f"five.{slot}") for slot in range(5)]

    assert places[0] == "Place 1: Things get better for the children we work with"
    assert [each.split(":")[0] for each in places] == [f"Place {n}" for n in range(1, 6)]
    assert line(training(), "five.4.because") == "The reason: reason 5"
    assert line(training(), "five.4.reached") == "Settled. Everybody who has a voice agrees."


def test_everybodys_choice_and_reason_stand() -> None:
    found = training()

    assert line(found, "choose.chosen.s10") == (
        "Decisions, and the responsibility for them, are owned together: chosen by 3 people."
    )
    assert line(found, "choose.answer.cam") == (
        "Cam (Police) | Things get better for the children we work with | cam says so"
    )


def test_both_passes_stand_and_what_moved_is_closer_and_never_more_right() -> None:
    found = training()

    assert line(found, "rank.answer.cam") == "Cam (Police) | I, H, G, F, E, D, C, B, A | "
    assert line(found, "rank-again.answer.cam") == "Cam (Police) | C, B, A, D, E, F, G, H, I | "
    assert line(found, "rank.answer.ana").endswith("| Trust first")
    assert line(found, "rank.agreement") == (
        "Take any two people and any two statements: they stand in the same order 4.9 times "
        "in 10. Chance gives 5."
    )
    assert line(found, "rank-again.movement") == (
        "Closer together than the time before: 4.9 times in 10 then, 9.4 times now, among the 4 "
        "who answered both times."
    )
    assert line(found, "rank-again.unchanged") == (
        "Of the 4 who answered both times, 2 changed nothing."
    )
    assert line(found, "rank.widest").endswith("from place 1 to place 9.")
    assert not any("more right" in cell for each in every(found) for cell in each.cells)


def test_steps_that_were_not_held_say_so() -> None:
    assert part(training(), "talk").empty == "Not held"
    assert line(training(), "times.talk").endswith("|  | Not held")


def test_in_a_room_about_nobody_every_line_is_for_everybody() -> None:
    assert {each.readers for each in every(training())} == {"all"}


# --- any meeting ------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(200, 230))
def test_every_record_can_be_said_and_leaves_no_gap(seed: int) -> None:
    meeting = play(Random(seed).choice).meeting
    found = document(record(meeting), WORDS, {})

    for each, after in pairwise((*found.parts, None)):
        assert each is not None
        assert each.heading
        # A heading over parts says nothing itself: they follow.
        assert each.lines or each.empty or (after is not None and after.level > each.level)
        assert not any("{" in column for column in each.columns)
    for written in every(found):
        assert not any("{" in cell or "record-" in cell for cell in written.cells), written.id


@pytest.mark.parametrize(
    ("message", "facts", "sentence"),
    [
        (
            "record-phase",
            {"title": "Tell", "who": "Ana", "does": "speaks"},
            "Tell (Ana speaks)",
        ),
        (
            "record-own-promise",
            {"who": "Ana", "what": "I ask first", "dated": "no", "by": ""},
            "Ana: I ask first",
        ),
        (
            "record-belongs-to",
            {"what": "Visit", "option": "See gran"},
            "“Visit” belongs to: See gran",
        ),
        ("record-vision", {"words": "Safe"}, "What we want, as it was agreed: Safe"),
        ("record-asked-roles", {"roles": ("Chair", "Family")}, "Asked were: Chair, Family."),
        ("record-source", {"source": "Mum", "day": "today"}, "Mum, today"),
        ("record-rules", {"known": "title", "title": "N", "edition": ""}, "Local rules: N."),
    ],
)
def test_what_is_rarely_said_can_be_said(
    message: str, facts: dict[str, Fact], sentence: str
) -> None:
    assert say(Say(message, facts), WORDS) == sentence


def test_words_of_any_length_are_said_in_full() -> None:
    long = "x" * 20_000
    facts = {"who": "Ana", "words": long}

    assert say(Say("record-no", facts), WORDS) == f"Ana says no: “{long}”"


def test_times_are_said_as_days_as_times_or_as_both() -> None:
    at = played.BEGAN
    day, time, both = (say(Moment(at, shows), WORDS) for shows in ("day", "time", "both"))

    assert both == f"{day}, {time}"
    assert day == "12 May 2026"


def test_a_meeting_that_goes_on_has_minutes_so_far() -> None:
    found = document(Record("A meeting", "", "", False, 0, None, None, ()), WORDS, {})

    assert found.state == "Minutes so far. The meeting is not over."
