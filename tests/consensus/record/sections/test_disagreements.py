"""A disagreement stands with both sides in their words, every stage, and how it ended."""

from consensus import commands as c
from consensus.answers import sides
from consensus.dates import DAY
from consensus.record.lines import SOMEBODY, Moment, Record
from consensus.record.written import record
from consensus.roomwide import disagreements as d
from tests.consensus.given import NOW, given
from tests.consensus.record.said import case_room, facts, line, said, section

BOTH = (
    ("kit", d.Open("d1", "When to visit", "We visit weekly.", "no")),
    ("ana", sides.JoinSide("d1", "one", "Too often", "He hides", "He did", "Fortnightly")),
    ("ben", sides.JoinSide("d1", "two")),
    ("ana", sides.Word("d1", "one", "Every fortnight.")),
    ("ana", sides.Confirm("d1", "one", "Every fortnight.")),
)


def after(*asked: tuple[str, c.Command]) -> Record:
    return record(given(*case_room()).after(*BOTH, *asked).meeting)


def test_it_says_first_whether_the_child_is_safe_and_what_it_is_about() -> None:
    found = after()

    assert facts(found, "disagreement.d1.opened") == {"when": Moment(NOW, "both"), "safe": "no"}
    assert facts(found, "disagreement.d1.about") == {"words": "We visit weekly."}
    assert {each.readers for each in section(found, "disagreement.d1").lines} == {"professionals"}


def test_each_side_stands_in_the_words_that_it_confirmed() -> None:
    found = after()

    words = line(found, "disagreement.d1.one.words")
    assert facts(found, "disagreement.d1.one.words") == {
        "side": "one",
        "words": "Every fortnight.",
    }
    assert (words.whose, words.about) == (SOMEBODY, ("ana",))
    confirmed = facts(found, "disagreement.d1.one.confirmed")
    assert (confirmed["count"], confirmed["of"], confirmed["who"]) == (1, 1, ("Ana (Health)",))
    assert said(found, "disagreement.d1.two.words").id == "record-side-without"


def test_everybody_on_a_side_stands_there_in_their_own_words() -> None:
    found = after()

    assert facts(found, "disagreement.d1.one.ana")["words"] == "Too often"
    assert line(found, "disagreement.d1.one.ana").whose == "ana"
    for part, words in (("harm", "He hides"), ("evidence", "He did"), ("settle", "Fortnightly")):
        assert facts(found, f"disagreement.d1.one.ana.{part}")["words"] == words
    assert facts(found, "disagreement.d1.two.ben")["says"] == "no"


def test_every_stage_is_kept_with_its_reason_and_whether_it_was_urgent() -> None:
    moved = facts(after(("kit", d.MoveStage("d1", 3, "Today", True))), "disagreement.d1.stage.2")

    assert moved == {
        "stage": 3,
        "of": 4,
        "name": "Senior managers",
        "when": Moment(NOW, "both"),
        "because": "Today",
        "why": "yes",
        "urgent": "yes",
    }


def test_an_open_one_says_until_when_and_who_sees_to_it() -> None:
    found = after(("kit", d.Assign("d1", "cam", NOW + 5 * DAY)))

    stands = facts(found, "disagreement.d1.outcome")
    assert (stands["owner"], stands["owned"]) == ("Cam", "yes")
    assert stands["due"] == Moment(NOW + 5 * DAY, "day")
    assert line(found, "disagreement.d1.outcome").about == ("cam",)


def test_one_that_ended_says_how_and_who_confirms_it() -> None:
    found = after(
        ("kit", d.Resolve("d1", "agreed", "Every ten days.")),
        ("ben", d.ConfirmOutcome("d1", "Every ten days.")),
    )

    ended = facts(found, "disagreement.d1.outcome")
    assert (ended["outcome"], ended["words"]) == ("agreed", "Every ten days.")
    assert (ended["count"], ended["of"], ended["who"]) == (1, 2, ("Ben (Health)",))
    assert line(found, "disagreement.d1.outcome").label == "decision"


def test_words_that_somebody_stood_by_are_kept_when_the_side_changes_them() -> None:
    found = after(
        ("ana", sides.Word("d1", "one", "Every month.")),
        ("ana", sides.Word("d1", "one", "Every second month.")),
    )

    assert facts(found, "disagreement.d1.one.words")["words"] == "Every second month."
    before = facts(found, "disagreement.d1.one.before.1")
    assert before == {"side": "one", "words": "Every fortnight."}
    assert found.line("disagreement.d1.one.before.2") is None
