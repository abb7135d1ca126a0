"""A copy that is given out is written down: which lines, on which grounds, and not who asked."""

from typing import get_args

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus import events as e
from consensus.refusal import Code
from consensus.roomwide import disclosures
from consensus.roomwide.disclosures import Copy, Disclose, Disclosed
from tests.consensus.given import NOW, Situation, given, joined, room

ASKED = Disclose("c1", " SAR 7 ", 2, {"people.ana": "another_person"}, {}, 9, "uk")
MADE = Disclosed("c1", "SAR 7", 2, {"people.ana": "another_person"}, {}, 9, "uk", "kit", NOW)


def closed(*events: e.Event) -> Situation:
    return given(*room(), joined("rae", "recorder"), e.MeetingClosed(1), *events)


def test_whoever_keeps_the_record_gives_out_a_copy_of_it() -> None:
    closed().when(ASKED, by="kit").then(MADE)
    closed().when(ASKED, by="rae").then(replace(MADE, by="rae"))


def test_nobody_else_does_and_not_before_the_end() -> None:
    closed().when(ASKED, by="ana").refused(Code.DISCLOSURE_NOT_YOURS)
    closed().when(ASKED, by="eve").refused(Code.DISCLOSURE_NOT_YOURS)
    given(*room()).when(ASKED, by="kit").refused(Code.DISCLOSURE_TOO_SOON)


def test_no_browser_can_say_that_a_copy_was_made() -> None:
    assert Disclose not in get_args(c.PersonCommand)


def test_the_same_copy_made_twice_is_one_copy() -> None:
    closed(MADE).when(ASKED, by="kit").nothing()
    closed(MADE).when(replace(ASKED, withheld={}), by="kit").refused(Code.NOT_UNDERSTOOD)


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        (" ", Code.REFERENCE_EMPTY),
        ("x" * 41, Code.TEXT_TOO_LONG),
        ("Ana’s request", Code.REFERENCE_NAMES),
        ("ask.ana@example.org", Code.REFERENCE_NAMES),
    ],
)
def test_a_reference_is_short_and_names_nobody(reference: str, code: Code) -> None:
    closed().when(replace(ASKED, reference=reference), by="kit").refused(code)


@pytest.mark.parametrize(
    "odd",
    [
        replace(ASKED, copy="../.."),
        replace(ASKED, summaries={"people.ben": "Ben was there."}),
        replace(ASKED, withheld={str(n): "in_confidence" for n in range(20_001)}),
    ],
)
def test_what_no_page_would_send_is_refused(odd: Disclose) -> None:
    closed().when(odd, by="kit").refused(Code.NOT_UNDERSTOOD)


def test_a_summary_stands_only_for_what_is_withheld_and_is_short() -> None:
    said = replace(ASKED, summaries={"people.ana": " A worker\nwas there. "})

    closed().when(said, by="kit").then(
        replace(MADE, summaries={"people.ana": "A worker was there."})
    )
    long = replace(ASKED, summaries={"people.ana": "x" * 241})
    closed().when(long, by="kit").refused(Code.TEXT_TOO_LONG)


def test_there_is_an_end_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disclosures, "MOST_COPIES", 1)

    closed(MADE).when(replace(ASKED, copy="c2"), by="kit").refused(Code.DISCLOSURES_FULL)


def test_the_record_can_account_for_every_copy() -> None:
    kept = Copy("SAR 7", 2, {"people.ana": "another_person"}, {}, 9, "uk", "kit", NOW)

    assert disclosures.minutes(closed(MADE).meeting.beside.disclosures) == (kept,)
