"""The record tells what was proposed to be put right, by whom, and what became of it."""

import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus.record.lines import Section
from consensus.record.readers import may_read, reads
from consensus.record.written import record
from consensus.roomwide.corrections import AnswerCorrection, ProposeCorrection, WithdrawCorrection
from consensus.roomwide.wording import Relabel
from server.exports.document import document, say
from server.words import FALLBACK, Words
from tests.consensus.given import NOW, SERVER, Situation
from tests.consensus.record.test_correcting import CELL, LINE, PROPOSE, SAID, meeting


def section(situation: Situation) -> Section:
    return next(each for each in record(situation.meeting).sections if each.id == "corrections")


def told(situation: Situation) -> tuple[str, ...]:
    """Return the words of the only correction."""
    parts = document(record(situation.meeting), Words(FALLBACK), {}).parts
    (line,) = next(part.lines for part in parts if part.id == "corrections")
    return line.cells


def proposed(because: str = "") -> Situation:
    return meeting().when(replace(PROPOSE, because=because), by="ana", at=NOW).done()


def test_where_nothing_was_proposed_it_says_so() -> None:
    assert section(meeting()).lines == ()
    assert say(section(meeting()).empty, Words(FALLBACK)) == "None were proposed"


def test_who_proposed_what_when_and_why() -> None:
    by, was, words, because, answer = told(proposed("I was there"))

    assert by.startswith("Ana (Health), 1 January 1970")
    assert (was, words, because, answer) == (SAID, "Trust grows", "I was there", "Not answered")


@pytest.mark.parametrize(
    ("accepted", "reason", "says"),
    [
        (True, "", "Accepted by Kit (Health) on 1 January 1970."),
        (True, "Thank you.", "Accepted by Kit (Health) on 1 January 1970. Thank you."),
        (False, "We asked.", "Not accepted by Kit (Health) on 1 January 1970. We asked."),
    ],
)
def test_what_became_of_it(accepted: bool, reason: str, says: str) -> None:
    answered = proposed().when(AnswerCorrection("c1", accepted, reason, SAID), by="kit").done()

    assert told(answered)[-1] == says


def test_what_was_taken_back_stays_in_sight() -> None:
    back = proposed().when(WithdrawCorrection("c1"), by="ana").done()

    assert told(back)[-1] == "Taken back on 1 January 1970"


def test_what_was_proposed_for_few_is_not_told_to_more() -> None:
    hidden = meeting(case=True).when(Relabel(LINE, "fact", "restricted"), by="kit").done()
    asked = hidden.when(PROPOSE, by="rae").done()

    shown = asked.when(Relabel(LINE, "fact", "all"), by="kit").done()

    (line,) = section(shown).lines
    assert line.readers == "restricted"


def test_whoever_may_read_the_line_may_read_its_correction() -> None:
    case = meeting(case=True).when(ProposeCorrection("c1", LINE, CELL, "T", "", SAID), by="ana")
    hidden = case.done().when(Relabel(LINE, "fact", "restricted"), by="kit").done()
    members = hidden.meeting.members
    (line,) = section(hidden).lines

    readers = [m for m in members if may_read(line, reads(members[m], case=True), m)]

    assert readers == ["kit", "ana", "rae"]
    assert line.whose == "ana"


@pytest.mark.parametrize(("by", "reads_it"), [("ana", "professionals"), ("mo", "all")])
def test_what_professionals_put_right_is_no_quarrel_before_the_family(
    by: str, reads_it: str
) -> None:
    room = meeting(case=True)
    join = c.Join("mo", "Mo", "Family", "family")
    family = room.after(("kit", Relabel(LINE, "fact", "all")), (SERVER, join))
    asked = family.when(PROPOSE, by=by).done()

    (line,) = section(asked).lines
    assert line.readers == reads_it
