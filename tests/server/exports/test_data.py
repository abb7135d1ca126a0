"""The data hold what the record keeps, whose it may be known to be, and nothing beyond it."""

import json
from typing import Any

import pytest

from consensus import commands as c
from consensus.answers.ballots import Shown
from consensus.answers.promises import Named, Terms
from consensus.record.labels import Readers
from consensus.record.minutes import minutes
from consensus.record.readers import EVERYTHING
from consensus.record.written import record
from consensus.roomwide import wording
from consensus.state import Meeting
from consensus.steps import commit, judge
from server.exports import data
from server.exports.document import document as said
from server.exports.document import read_by
from tests.consensus.given import MINUTE, NOW, given, plan, room
from tests.server.exports.made import NASTY, WORDS, document, nasty


def written(meeting: Meeting | None, allowed: frozenset[Readers] = EVERYTHING) -> Any:
    if meeting is None:
        return json.loads(data.write(document(), None))
    names = {member.id: member.name for member in meeting.members.values()}
    copied = read_by(said(record(meeting), WORDS, names), allowed)
    return json.loads(data.write(copied, minutes(meeting)))


def ranked(shown: Shown = "name", *, revealed: bool = True) -> Meeting:
    asked: list[tuple[str, c.Command]] = [
        ("kit", c.OpenStep("rank")),
        ("ana", judge.Cast("rank", ("a", "b", "c", "d"), "it holds")),
        ("ben", judge.Cast("rank", ("b", "a", "c", "d"))),
    ]
    if revealed:
        asked.append(("kit", judge.Reveal("rank", even_so=True)))
    return given(*room(plan("rank", judge.Settings(shown=shown)))).after(*asked).meeting


def answers(meeting: Meeting) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = written(meeting)["behind"]["steps"][0]["asked"]["answers"]
    return found


def test_words_that_were_made_for_fewer_readers_are_not_behind_their_lines() -> None:
    fewer = given(*room(plan("rank", judge.Settings()))).after(
        ("kit", c.OpenStep("rank")),
        ("ana", judge.Cast("rank", ("a", "b", "c", "d"), "it holds")),
        ("kit", judge.Reveal("rank", even_so=True)),
        ("kit", wording.Relabel(_line("it holds"), "opinion", "restricted")),
    )

    def because(allowed: frozenset[Readers]) -> str:
        [answer] = written(fewer.meeting, allowed)["behind"]["steps"][0]["asked"]["answers"]
        return str(answer["because"])

    assert because(EVERYTHING) == "it holds"
    assert because(EVERYTHING - {"restricted"}) == ""


def _line(words: str) -> str:
    """Return the id of the line that holds some words of the ranking above."""
    lines = (line for section in record(ranked()).sections for line in section.lines)
    return next(line.id for line in lines if words in str(line.cells))


def test_the_lines_are_in_it_as_they_stand() -> None:
    found = written(None)

    assert found["format"] == "common-ground-record/1"
    assert found["behind"] is None
    assert found["record"]["fingerprint"] == "ab12 cd34"
    [changed] = found["record"]["parts"][0]["lines"][1]["changed"]
    assert (changed["by"], changed["was"]) == ("Kit", ["It is early"])


def test_answers_by_name_say_whose_they_are_and_who_did_not_answer() -> None:
    asked = written(ranked())["behind"]["steps"][0]["asked"]

    assert (asked["ask"], asked["items"]) == ("rank", ["a", "b", "c", "d"])
    assert [(each["member"], each["answer"]) for each in asked["answers"]] == [
        ("ana", ["a", "b", "c", "d"]),
        ("ben", ["b", "a", "c", "d"]),
    ]
    assert asked["answers"][0]["because"] == "it holds"
    assert asked["did_not_answer"] == ["cam"]


def test_answers_by_agency_name_no_member() -> None:
    found = answers(ranked("agency"))

    assert [each["member"] for each in found] == ["", ""]
    assert {each["agency"] for each in found} == {"Health"}


def test_what_was_not_opened_is_not_in_it() -> None:
    meeting = ranked(revealed=False)

    assert written(meeting)["behind"]["steps"][0]["asked"] is None
    assert "it holds" not in json.dumps(written(meeting))


def test_promises_have_days_and_moments_that_programs_read_and_no_one_s_own_line() -> None:
    meeting = (
        given(*room(plan("plan", commit.Settings(personal=True))))
        .after(
            ("kit", c.OpenStep("plan")),
            (
                "ana",
                commit.MakePromise("plan", "p1", Terms("Call", by="2027-03-09"), Named(("ana",))),
            ),
            ("ben", commit.MakePromise("plan", "p2", Terms("Rest"), personal=True)),
            at=NOW + MINUTE,
        )
        .meeting
    )

    [promise] = written(meeting)["behind"]["steps"][0]["promises"]

    assert promise["terms"]["what"] == "Call"
    assert promise["terms"]["by"] == "2027-03-09"
    assert promise["at"] == "1970-01-01T00:17:40+00:00"
    assert promise["owners"][0]["member"] == "ana"


def test_words_that_attack_come_back_as_they_were() -> None:
    found = json.loads(data.write(nasty(), None))

    listed = found["record"]["parts"][0]["lines"]
    assert [line["cells"][0] for line in listed] == [
        typed.encode("utf-8", "replace").decode() for typed in NASTY
    ]


@pytest.mark.parametrize("kind", ["people", "items", "steps", "prepared", "closed"])
def test_what_is_behind_the_record_has_the_keys_that_are_promised(kind: str) -> None:
    assert kind in written(ranked())["behind"]
