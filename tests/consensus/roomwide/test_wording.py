"""A line of the record is put in other words by hand, and what it said first stays beside it."""

import pytest
from msgspec.structs import replace

from consensus import events as e
from consensus.meeting import evolve
from consensus.record.labels import Label, Readers
from consensus.record.lines import Line, Say
from consensus.record.written import record
from consensus.refusal import Code
from consensus.roomwide import wording
from consensus.roomwide.wording import Relabel, Restore, Reword
from consensus.steps import judge, settle
from tests.consensus.given import NOW, Situation, given, joined, opened, plan, room

LINE, CELL, SAID = "statement.a", 1, "statement a"
OWN = "own-words"
REWORD = Reword(LINE, CELL, "Trust grows slowly", SAID)
REWORDED = wording.Reworded(LINE, CELL, "Trust grows slowly", SAID, "kit", NOW)


def meeting(*events: e.Event, case: bool = False) -> Situation:
    """Return a room in which Kit is the chair, Rae keeps the record, and Ana has answered."""
    prepared, *others = room(plan("rank", judge.Settings()))
    assert isinstance(prepared, e.MeetingPrepared)
    answered = judge.BallotCast("rank", "ana", ("a", "b", "c", "d"), "I saw it at school.")
    return given(
        replace(prepared, case=case),
        *others,
        joined("rae", "recorder"),
        opened("rank", *"abcd"),
        answered,
        judge.Revealed("rank", ("ben", "cam")),
        *events,
    )


def line(situation: Situation, name: str = LINE) -> Line:
    found = record(situation.meeting).line(name)
    assert found is not None
    return found


def own_line(situation: Situation) -> Line:
    """Return a line that holds Ana's own words."""
    lines = (each for part in record(situation.meeting).sections for each in part.lines)
    return next(each for each in lines if each.whose == "ana")


@pytest.mark.parametrize("by", ["kit", "rae"])
def test_whoever_keeps_the_record_puts_a_line_in_other_words(by: str) -> None:
    after = meeting().when(REWORD, by=by).done()

    found = line(after)
    assert found.cells[CELL] == "Trust grows slowly"
    assert [(each.by, each.at, each.cells[CELL]) for each in found.changes] == [(by, NOW, SAID)]


def test_the_deputy_keeps_the_record_too() -> None:
    named = meeting(e.DeputyNamed("ben"))

    named.when(REWORD, by="ben").done()


def test_the_same_words_again_change_nothing() -> None:
    after = meeting().when(REWORD, by="kit").then(REWORDED)

    after.when(REWORD, by="kit").nothing()


def test_two_who_write_at_once_do_not_overwrite_each_other() -> None:
    after = meeting().when(REWORD, by="kit").done()

    after.when(Reword(LINE, CELL, "Something else", SAID), by="rae").refused(Code.LINE_CHANGED)


def test_everybody_else_proposes() -> None:
    meeting().when(REWORD, by="ben").refused(Code.RECORD_KEEPERS_ONLY)


def test_own_words_are_put_in_others_by_whoever_said_them() -> None:
    situation = meeting()
    own = own_line(situation)
    cell = len(own.cells) - 1
    was = own.cells[cell]
    asked = Reword(own.id, cell, "I saw it at school, twice.", was if isinstance(was, str) else "x")

    situation.when(asked, by="kit").refused(Code.OWN_WORDS)
    situation.when(asked, by="ben").refused(Code.OWN_WORDS)
    after = situation.when(asked, by="ana").done()

    found = line(after, own.id)
    assert found.cells[cell] == "I saw it at school, twice."
    assert found.changes[0].cells == own.cells


def test_a_line_gets_another_label_and_other_readers() -> None:
    asked = Relabel(LINE, "opinion", "professionals")
    relabelled = wording.Relabelled(LINE, "opinion", "professionals", "kit", NOW)

    after = meeting().when(asked, by="kit").then(relabelled)

    assert (line(after).label, line(after).readers) == ("opinion", "professionals")
    after.when(asked, by="kit").nothing()
    meeting().when(asked, by="ana").refused(Code.RECORD_KEEPERS_ONLY)


def test_own_words_go_to_fewer_readers_but_never_to_more() -> None:
    situation = meeting()
    own = own_line(situation)
    narrower = Relabel(own.id, own.label, "restricted")

    after = situation.when(narrower, by="kit").done()

    assert line(after, own.id).readers == "restricted"
    back = after.when(Relabel(own.id, own.label, own.readers), by="rae").done()
    assert line(back, own.id).readers == own.readers


def test_own_words_go_to_no_more_readers_than_they_were_said_to() -> None:
    situation = meeting(case=True)
    own = own_line(situation)
    assert own.readers == "professionals"

    situation.when(Relabel(own.id, own.label, "all"), by="kit").refused(Code.OWN_READERS)
    fewer = situation.when(Relabel(own.id, own.label, "restricted"), by="kit").done()
    fewer.when(Relabel(own.id, own.label, "all"), by="kit").refused(Code.OWN_READERS)


def test_what_somebody_kept_to_fewer_themselves_nobody_else_shows_again() -> None:
    situation = meeting(e.RoleSet("ana", "recorder", ""), case=True)
    own = own_line(situation)

    kept = situation.when(Relabel(own.id, own.label, "restricted"), by="ana").done()

    kept.when(Relabel(own.id, own.label, "professionals"), by="kit").refused(Code.OWN_READERS)
    kept.when(Relabel(own.id, own.label, "professionals"), by="ana").done()


def dissent() -> Situation:
    """Return a room about a real child in which Ana says no."""
    prepared, *others = room(plan("five", settle.Settings(slots=1)))
    assert isinstance(prepared, e.MeetingPrepared)
    no = settle.Stand("five", 0, "a", "no", "It is too soon")
    held = given(replace(prepared, case=True), *others, opened("five", *"ab"))
    return held.after(("kit", settle.Propose("five", 0, "a")), ("ana", no))


def test_a_dissent_stays_with_everybody_it_was_said_to() -> None:
    situation = dissent()

    away = Relabel("five.0.no.ana", "opinion", "restricted")
    situation.when(away, by="kit").refused(Code.DISSENT_STAYS)
    forced = wording.Relabelled(away.line, away.label, away.readers, "kit", NOW)
    laid = Situation(evolve(situation.meeting, forced))
    assert line(laid, "five.0.no.ana").readers == "professionals"


def test_words_that_a_sentence_quotes_stand_there_when_it_is_put_in_others() -> None:
    situation = dissent()
    asked = Reword("five.0.no.ana", 0, "Too soon, I say.", "Ana: “Too early”")

    situation.when(asked, by="ana").refused(Code.LINE_CHANGED)
    situation.when(replace(asked, was="Ana: “It is too soon”"), by="ana").done()


def test_a_dissent_in_new_words_is_not_hidden_under_the_old_ones() -> None:
    asked = Reword("five.0.no.ana", 0, "Too soon, I say.", "Ana: “It is too soon”")
    situation = dissent().when(asked, by="ana").done()

    again = settle.Stand("five", 0, "a", "no", "It costs too much")
    found = line(situation.when(again, by="ana").done(), "five.0.no.ana")

    (said,) = found.cells
    assert isinstance(said, Say)
    assert said.facts["words"] == "It costs too much"


def test_there_is_a_way_back_and_the_record_tells_of_it() -> None:
    after = meeting().after(("kit", REWORD), ("kit", Relabel(LINE, "opinion", "all")))

    back = after.when(Restore(LINE), by="rae").then(wording.Restored(LINE, "rae", NOW))

    found = line(back)
    assert (found.cells[CELL], found.label) == (SAID, line(meeting()).label)
    assert [each.by for each in found.changes] == ["kit", "kit", "rae"]
    meeting().when(Restore(LINE), by="kit").nothing()
    after.when(Restore(LINE), by="ben").refused(Code.RECORD_KEEPERS_ONLY)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (Reword("nowhere", 0, "Words", ""), Code.NO_SUCH_LINE),
        (Reword(LINE, 9, "Words", SAID), Code.NOT_UNDERSTOOD),
        (Reword(LINE, -1, "Words", SAID), Code.NOT_UNDERSTOOD),
        (Reword(LINE, CELL, "x" * 4_001, SAID), Code.TEXT_TOO_LONG),
        (Reword("meeting.held", 0, " \u200b ", ""), Code.TEXT_EMPTY),
        (Reword("meeting.held", 0, "Words", "x" * 4_001), Code.TEXT_TOO_LONG),
        (Relabel("nowhere", "fact", "all"), Code.NO_SUCH_LINE),
        (Restore("nowhere"), Code.NO_SUCH_LINE),
    ],
)
def test_what_cannot_be_is_refused(command: wording.Command, code: Code) -> None:
    meeting().when(command, by="kit").refused(code)


def test_a_line_is_not_changed_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "MOST_CHANGES", 1)
    after = meeting().when(REWORD, by="kit").done()

    after.when(Restore(LINE), by="kit").refused(Code.LINE_FULL, most=1)


@pytest.mark.parametrize("label", ["fact", "opinion", "decision"])
@pytest.mark.parametrize("readers", ["all", "professionals", "restricted"])
def test_every_label_and_all_readers_can_be_given(label: Label, readers: Readers) -> None:
    after = meeting().when(Relabel(LINE, label, readers), by="kit").done()

    assert (line(after).label, line(after).readers) == (label, readers)


def test_what_was_done_is_counted_and_kept() -> None:
    after = meeting().after(("kit", REWORD), ("kit", Restore(LINE)))

    state = after.meeting.beside.wording
    assert wording.count(state) == 2
    assert [type(each) for each in wording.minutes(state)[LINE]] == [
        wording.Reworded,
        wording.Restored,
    ]
