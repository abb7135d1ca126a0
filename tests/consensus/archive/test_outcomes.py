"""What a meeting came to, without anybody in it."""

import msgspec

from consensus.answers.promises import Named, Terms
from consensus.archive.outcomes import Done, Settlement, outcomes
from consensus.commands import OpenStep
from consensus.steps import commit, settle
from tests.consensus.given import Situation, given, joined, plan, prepared

MADE = commit.MakePromise


def held() -> Situation:
    agenda = prepared(plan("board", settle.Settings()), plan("do", commit.Settings()))
    return given(
        agenda, joined("kit", "chair", voice=False), joined("ana"), joined("ben", "family")
    ).after(
        ("kit", OpenStep("board")),
        ("kit", settle.Propose("board", 0, "a")),
        ("ana", settle.Stand("board", 0, "a", "no", "Too early, says Ana")),
        ("kit", settle.Agree("board", 0, "a", "So be it", even_so=True, keep_dissent=True)),
        ("kit", OpenStep("do")),
        ("ana", MADE("do", "p1", Terms("Visit", how="A note"), Named(("ana", "ben")))),
    )


def test_it_says_what_was_settled_and_what_came_of_promises() -> None:
    found = outcomes(held().meeting)

    assert found.settled == (Settlement("Board", "statement a", agreed=False),)
    assert found.promises == (Done("Visit", "A note", "", "", 2, 1, "open", ""),)
    assert found.roles == {"chair": 1, "participant": 1, "family": 1}
    assert (found.template, found.closed, found.disagreements_open) == ("a-template", False, 0)


def test_nobody_is_in_it() -> None:
    text = msgspec.json.encode(outcomes(held().meeting)).decode()

    for private in ("Ana", "Ben", "Kit", "Health", "A meeting", "To decide", "Too early"):
        assert private not in text


def test_a_meeting_that_came_to_nothing_says_so() -> None:
    found = outcomes(given(prepared(plan("do", commit.Settings()))).meeting)

    assert (found.settled, found.promises, found.minutes) == ((), (), 0)
