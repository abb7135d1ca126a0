"""What people here mean by a word, until the group agrees on one meaning."""

import pytest

from consensus.refusal import Code
from consensus.roomwide import glossary as g
from consensus.steps import judge
from consensus.views import everyone
from tests.consensus.given import NOW, Situation, given, plan, room

AT = NOW - 60_000
ANAS = g.WordPut("CIN", "ana", "Child in need", AT)
BENS = g.WordPut("CIN", "ben", "Computers in nurseries", AT)


def with_words(*events: g.Event) -> Situation:
    return given(*room(plan("rank", judge.Settings())), *events)


def term(situation: Situation, word: str = "cin") -> g.Term:
    return situation.meeting.beside.glossary.terms[word]


def test_a_word_gets_a_meaning_before_the_meeting_starts() -> None:
    put = with_words().when(g.Put("  CIN ", "Child in\nneed"), by="ana")

    put.then(g.WordPut("CIN", "ana", "Child in need", NOW))


def test_several_meanings_stand_side_by_side_under_one_word() -> None:
    both = with_words(ANAS).when(g.Put("cin", "Computers in nurseries"), by="ben").done()

    assert term(both).word == "CIN"
    assert list(term(both).meanings) == ["ana", "ben"]


def test_a_meaning_can_be_said_better_and_then_counts_anew() -> None:
    agreed = with_words(
        ANAS, g.MeantSame("CIN", "ana", "ben", True), g.WordSettled("CIN", "ana", AT)
    )

    agreed.when(g.Put("CIN", "Child in need"), by="ana").nothing()
    better = agreed.when(g.Put("CIN", "Child in need, section 17"), by="ana").done()

    assert term(better).agreed is None
    assert term(better).meanings["ana"] == g.Meaning("Child in need, section 17", NOW)


def test_whoever_means_the_same_says_so_of_one_meaning() -> None:
    ticked = with_words(ANAS, BENS).when(g.Same("cin", "ana"), by="cam").done()
    ticked.when(g.Same("cin", "ana"), by="cam").nothing()

    moved = ticked.when(g.Same("cin", "ben"), by="cam").done()

    assert [meaning.same for meaning in term(moved).meanings.values()] == [(), ("cam",)]
    off = moved.when(g.Same("cin", "ben", False), by="cam").done()
    assert [meaning.same for meaning in term(off).meanings.values()] == [(), ()]


def test_nobody_agrees_with_themselves() -> None:
    with_words(ANAS).when(g.Same("CIN", "ana"), by="ana").nothing()


def test_the_chair_marks_what_the_group_agreed_on() -> None:
    settled = with_words(ANAS, BENS).when(g.Settle("cin", "ana"), by="kit")
    again = settled.then(g.WordSettled("CIN", "ana", NOW))

    again.when(g.Settle("cin", "ana"), by="kit").nothing()
    assert term(again).agreed == "ana"
    assert term(again.when(g.Settle("CIN", None), by="kit").done()).agreed is None
    again.when(g.Settle("CIN", "ben"), by="ben").refused(Code.CHAIR_ONLY)
    again.when(g.Settle("CIN", "cam"), by="kit").refused(Code.NO_SUCH_TERM)


def test_a_meaning_goes_and_with_the_last_one_the_word() -> None:
    settled = with_words(ANAS, BENS, g.WordSettled("CIN", "ana", AT))

    one = settled.when(g.Drop("cin", "ana"), by="ana").done()
    assert (list(term(one).meanings), term(one).agreed) == (["ben"], None)
    none = one.when(g.Drop("cin", "ben"), by="kit").done()
    assert none.meeting.beside.glossary.terms == {}

    settled.when(g.Drop("cin", "ana"), by="ben").refused(Code.NOT_YOUR_WORDS)
    none.when(g.Drop("cin", "ana"), by="kit").refused(Code.NO_SUCH_TERM)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (g.Put("\u200b", "Something"), Code.TERM_EMPTY),
        (g.Put("x" * 61, "Something"), Code.TERM_TOO_LONG),
        (g.Put("CIN", " "), Code.TEXT_EMPTY),
        (g.Put("CIN", "x" * 601), Code.TEXT_TOO_LONG),
        (g.Same("CIN", "cam"), Code.NO_SUCH_TERM),
        (g.Same("nothing", "ana"), Code.NO_SUCH_TERM),
    ],
)
def test_what_cannot_be_is_refused(command: g.Command, code: Code) -> None:
    with_words(ANAS).when(command, by="ben").refused(code)


def test_whoever_watches_writes_no_words() -> None:
    with_words().when(g.Put("CIN", "Child in need"), by="eve").refused(Code.WATCHING_ONLY)


def test_the_list_has_an_end_and_can_still_be_put_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(g, "MOST_MEANINGS", 1)

    with_words(ANAS).when(g.Put("LAC", "?"), by="ana").refused(Code.WORDS_FULL, most=1)
    with_words(ANAS).when(g.Put("CIN", "Child in need, section 17"), by="ana").done()


def test_everybody_sees_all_meanings_and_the_agreed_one() -> None:
    meeting = with_words(ANAS, BENS, g.WordSettled("CIN", "ben", AT)).meeting

    record = everyone(meeting)["term/cin"]

    assert record == g.TermRecord(
        "CIN",
        (
            g.Meant("ana", "Child in need", AT, ()),
            g.Meant("ben", "Computers in nurseries", AT, ()),
        ),
        "ben",
    )


def test_clear_words_go_on_into_the_next_meeting() -> None:
    disputed = with_words(ANAS, BENS, g.WordPut("LAC", "cam", "Looked after child", AT))
    assert g.terms(disputed.meeting.beside.glossary) == (g.Word("LAC", "Looked after child"),)

    agreed = disputed.when(g.Settle("CIN", "ana"), by="kit").done()
    words = g.terms(agreed.meeting.beside.glossary)
    assert [word.word for word in words] == ["CIN", "LAC"]

    later = g.begin(words, AT)
    assert g.terms(later) == words
    assert later.terms["cin"].agreed == g.CARRIED


def test_the_record_has_the_words_by_the_alphabet() -> None:
    state = with_words(g.WordPut("LAC", "cam", "Looked after child", AT), ANAS).meeting.beside

    assert [term.word for term in g.minutes(state.glossary)] == ["CIN", "LAC"]
