"""What was agreed stands with its reason, who stands where, and every "no" in its own words."""

import pytest

from consensus import commands as c
from consensus import events as e
from consensus.answers import pen
from consensus.answers.stances import StanceWord
from consensus.items import Source
from consensus.record.lines import Record, Say
from consensus.record.written import record
from consensus.steps import judge, settle
from tests.consensus.given import given, opened, plan
from tests.consensus.record.said import case_room, facts, line, lines, of, said, section

BOARD = plan("board", settle.Settings(slots=2))
ASIDE = plan("aside", settle.Settings(aim="set_aside"))
WORDS = plan("words", settle.Settings(form="text"))
FAMILY = plan("family", settle.Settings(form="text", plain=True))
LOBBY = case_room(ASIDE, BOARD, WORDS, FAMILY)
NO = settle.Stand("aside", 0, "a", "no", "Not yet", "He runs off", "He did in May", "A plan")


def stands(member: str, word: StanceWord, note: str = "") -> e.Event:
    return settle.Stood("aside", 0, member, word, note)


def board(*stances: e.Event, missing: tuple[str, ...] = (), away: tuple[str, ...] = ()) -> Record:
    return of(
        *LOBBY,
        opened("aside", "a", "bc"),
        settle.Proposed("aside", 0, "a"),
        *stances,
        settle.Agreed("aside", 0, "It can wait", missing, away, "Calm", "We call"),
    )


def test_a_place_says_what_was_agreed_and_the_groups_reasons() -> None:
    found = board(stands("ana", "yes"))

    assert facts(found, "aside.0") == {
        "places": "one",
        "place": 1,
        "aim": "set_aside",
        "words": "statement a",
        "all": "yes",
    }
    assert (line(found, "aside.0").label, line(found, "aside.0").readers) == ("decision", "all")
    assert facts(found, "aside.0.because") == {"what": "because", "words": "It can wait"}
    assert facts(found, "aside.0.likely")["words"] == "Calm"
    assert facts(found, "aside.0.next")["words"] == "We call"


def test_the_order_to_start_from_is_kept_with_what_was_level() -> None:
    start = facts(board(), "aside.start")

    assert start == {"order": ("A", "B = C"), "exact": "yes", "level": "yes"}


def test_everybody_is_named_where_they_stand() -> None:
    found = board(
        stands("ana", "yes"),
        stands("ben", "can_live", "for a week"),
        stands("cam", "not_mine"),
        missing=("kit",),
        away=("eve",),
    )

    stand = facts(found, "aside.0.can_live")
    assert stand == {"word": "can_live", "who": ("Ben (Health)",), "count": 1}
    assert facts(found, "aside.0.can_live.ben")["words"] == "for a week"
    assert line(found, "aside.0.can_live.ben").whose == "ben"
    assert facts(found, "aside.0.not_mine")["who"] == ("Cam (Health)",)
    assert facts(found, "aside.0.missing") == {"how": "missing", "who": ("Kit (Health)",)}
    assert facts(found, "aside.0.away") == {"how": "away", "who": ("Eve (Health)",)}


@pytest.mark.parametrize(
    ("stances", "missing", "away", "how"),
    [
        ((stands("ana", "yes"),), (), (), "all"),
        ((stands("ana", "yes"),), (), ("ben",), "here"),
        ((stands("ana", "yes"),), ("ben",), (), "some"),
        ((stands("ana", "no", "x"),), (), (), "dissent"),
        ((), ("ben",), (), "nobody"),
    ],
)
def test_how_it_was_reached_is_claimed_only_where_it_is_true(
    stances: tuple[e.Event, ...], missing: tuple[str, ...], away: tuple[str, ...], how: str
) -> None:
    assert facts(board(*stances, missing=missing, away=away), "aside.0.reached")["how"] == how


def test_a_no_keeps_what_is_feared_what_is_known_and_what_would_settle_it() -> None:
    opened_board = (*LOBBY, opened("aside", *"abc"), settle.Proposed("aside", 0, "a"))
    found = record(given(*opened_board).after(("ben", NO)).meeting)

    assert facts(found, "aside.0.no.ben") == {"who": "Ben (Health)", "words": "Not yet"}
    fears = {part: facts(found, f"aside.0.no.ben.{part}")["words"] for part in ("harm", "evidence")}
    assert fears == {"harm": "He runs off", "evidence": "He did in May"}
    assert facts(found, "aside.0.no.ben.settle")["words"] == "A plan"
    for part in ("", ".harm", ".evidence", ".settle"):
        dissent = line(found, f"aside.0.no.ben{part}")
        assert (dissent.whose, dissent.label) == ("ben", "opinion")
        assert dissent.readers == "professionals"


def test_both_counts_are_given_where_they_differ() -> None:
    police = [e.MemberJoined(m, m, "Police", "participant", True, 0) for m in ("pat", "pip")]
    noes = [stands(m, "no", "x") for m in ("ana", "ben", "cam")]
    yeses = [stands(m, "yes") for m in ("pat", "pip")]
    found = of(
        *LOBBY,
        *police,
        opened("aside", *"abc"),
        settle.Proposed("aside", 0, "a"),
        *noes,
        *yeses,
    )

    people, agencies = facts(found, "aside.0.tally"), facts(found, "aside.0.tally.agencies")
    assert (people["agree"], people["against"]) == (2, 3)
    assert (agencies["agree"], agencies["against"]) == (1, 1)


def test_one_count_is_enough_where_they_do_not_differ() -> None:
    assert board(stands("ana", "yes")).line("aside.0.tally.agencies") is None


def test_an_escalated_no_leads_to_its_disagreement() -> None:
    asked = (("ben", NO), ("kit", settle.Escalate("aside", 0, "a", "d1")))
    opened_board = (*LOBBY, opened("aside", *"abc"), settle.Proposed("aside", 0, "a"))
    found = record(given(*opened_board).after(*asked).meeting)

    assert facts(found, "aside.0.escalated") == {}
    assert found.line("disagreement.d1.opened") is not None


def test_open_places_are_not_settled() -> None:
    found = of(*LOBBY, opened("board", *"abc"), settle.Proposed("board", 1, "b"))

    assert said(found, "board.0") == Say("record-place-open", {"place": 1})
    assert said(found, "board.1").id == "record-proposed"
    assert line(found, "board.1").label == "fact"


def text(*asked: tuple[str, c.Command], step: str = "words") -> Record:
    write = (("ana", pen.TakePen(step)), ("ana", pen.Write(step, "We meet.\n\nSoon.", 0)))
    return record(given(*LOBBY, opened(step)).after(*write, *asked).meeting)


def test_a_text_stands_in_its_own_paragraphs_and_is_a_draft_until_it_is_settled() -> None:
    found = text()

    assert said(found, "words.0.state").id == "record-draft"
    assert line(found, "words.0.text.1").cells == ("We meet.",)
    draft = line(found, "words.0.text.2")
    assert (draft.label, draft.readers) == ("opinion", "professionals")


def test_a_first_wording_is_not_numbered() -> None:
    agreed = (
        ("ana", settle.Stand("words", 0, "v1", "yes")),
        ("ana", pen.PutDown("words")),
        ("kit", settle.Agree("words", 0, "v1", even_so=True)),
    )
    found = text(*agreed)

    assert found.line("words.0.state") is None
    assert line(found, "words.0.text.1").label == "decision"


def test_what_was_said_of_an_earlier_wording_is_kept_and_the_wording_numbered() -> None:
    changed = (
        ("ben", settle.Stand("words", 0, "v1", "no", "Not so")),
        ("cam", settle.Stand("words", 0, "v1", "yes")),
        ("ana", pen.Write("words", "We meet in May.", 1)),
        ("ana", pen.PutDown("words")),
        ("ana", settle.Stand("words", 0, "v2", "yes")),
        ("kit", settle.Agree("words", 0, "v2", even_so=True)),
    )
    found = text(*changed)

    assert facts(found, "words.0.state") == {"number": 2}
    assert facts(found, "words.0.earlier.ben")["words"] == "Not so"
    assert line(found, "words.0.earlier.ben").whose == "ben"
    assert facts(found, "words.0.earlier")["count"] == 1


def test_what_was_suggested_and_not_put_in_is_kept() -> None:
    found = text(("ben", pen.Suggest("words", "s1", "In May.")))

    assert facts(found, "words.suggestion.s1") == {"who": "Ben (Health)", "words": "In May."}
    assert line(found, "words.suggestion.s1").whose == "ben"


def test_the_message_for_the_family_stands_apart_with_the_agencies_behind_it() -> None:
    agreed = (
        ("ana", settle.Stand("family", 0, "v1", "yes")),
        ("ana", pen.PutDown("family")),
        ("kit", settle.Agree("family", 0, "v1", even_so=True)),
    )
    found = text(*agreed, step="family")

    order = [each.id for each in found.sections]
    assert order.index("the-message") < order.index("family") < order.index("agreed")
    assert facts(found, "family.0.agencies") == {"who": ("Health",)}
    assert line(found, "family.0.agencies").readers == "all"


def test_an_agency_with_a_no_does_not_stand_behind_the_message() -> None:
    agreed = (
        ("ana", settle.Stand("family", 0, "v1", "yes")),
        ("ben", settle.Stand("family", 0, "v1", "no", "Too soft")),
        ("ana", pen.PutDown("family")),
        ("kit", settle.Agree("family", 0, "v1", even_so=True, keep_dissent=True)),
    )

    assert text(*agreed, step="family").line("family.0.agencies") is None


def test_decisions_stand_in_the_order_of_the_agenda() -> None:
    later = plan("five", settle.Settings(), Source("rank"))
    found = of(*case_room(ASIDE, plan("rank", judge.Settings()), later))

    order = [each.id for each in found.sections]
    assert order.index("aside") < order.index("five")


def test_nothing_to_agree_on_was_not_discussed() -> None:
    found = of(*case_room())

    for name in ("the-message", "agreed"):
        assert section(found, name).empty == Say("record-not-discussed")
        assert lines(found, name) == []


def test_a_no_that_was_taken_back_when_the_words_changed_is_kept() -> None:
    changed = (
        ("ben", settle.Stand("words", 0, "v1", "no", "Not so")),
        ("cam", settle.Stand("words", 0, "v1", "yes")),
        ("ana", pen.Write("words", "We meet in May.", 1)),
        ("ben", settle.Stand("words", 0, "v2", "yes")),
        ("cam", settle.Stand("words", 0, "v2", "yes")),
    )
    found = text(*changed)

    assert facts(found, "words.0.withdrawn.ben") == {"who": "Ben (Health)", "words": "Not so"}
    assert line(found, "words.0.withdrawn.ben").readers == "professionals"
    assert found.line("words.0.withdrawn.cam") is None

    again = text(*changed, ("ben", settle.Stand("words", 0, "v2", "no", "Still not so")))
    assert again.line("words.0.withdrawn.ben") is None
    assert facts(again, "words.0.no.ben")["words"] == "Still not so"


def test_a_place_that_was_opened_again_says_what_was_agreed_there_first() -> None:
    found = of(
        *LOBBY,
        opened("board", *"abc"),
        settle.Proposed("board", 0, "a"),
        settle.Agreed("board", 0, "", ()),
        settle.Reopened("board", 0),
        settle.Cleared("board", 0),
        settle.Proposed("board", 0, "b"),
        settle.Agreed("board", 0, "", ()),
    )

    assert facts(found, "board.0")["words"] == "statement b"
    assert facts(found, "board.0.again.1")["words"] == "statement a"
    assert found.line("board.1.again.1") is None


def test_with_a_no_a_place_is_decided_and_not_agreed() -> None:
    found = board(stands("ana", "yes"), stands("ben", "no", "Not yet"))

    assert facts(found, "aside.0")["all"] == "no"


def test_the_family_and_their_advocate_are_no_agency_behind_the_message() -> None:
    for role in ("family", "advocate"):
        told = of(
            *LOBBY,
            e.MemberJoined("mo", "Mo", "Friends", role, True, 0),
            opened("family"),
            pen.Wrote("family", "ana", "We meet.", 1, 0),
            settle.Stood("family", 0, "ana", "yes", ""),
            settle.Stood("family", 0, "mo", "yes", ""),
            settle.Agreed("family", 0, "", ()),
        )

        assert facts(told, "family.0.agencies") == {"who": ("Health",)}
