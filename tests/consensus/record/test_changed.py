"""What was changed by hand lies over the lines, and what a line said stays beside it."""

from collections.abc import Iterator
from random import Random

import pytest

from consensus.record.changed import changed, laid_over
from consensus.record.labels import NARROWEST_FIRST, wider
from consensus.record.lines import THE_FAMILYS, Change, Line, Say, Section
from consensus.record.written import record
from consensus.roomwide.wording import Relabelled, Restored, Reworded
from tests.meetings import play

TYPED = Line("l", "decision", ("We meet.", "Soon"))
SENTENCE = Line("s", "fact", (Say("record-going-on"),))
OWN = Line("o", "opinion", ("Never",), "professionals", whose="ben")


def reworded(
    words: str, was: str, *, line: str = "l", cell: int = 0, by: str = "kit", at: int = 5
) -> Reworded:
    return Reworded(line, cell, words, was, by, at)


def test_other_words_stand_in_their_cell_with_what_was_there_before() -> None:
    after = changed(TYPED, (reworded("We all meet.", "We meet."),))

    assert after.cells == ("We all meet.", "Soon")
    assert after.changes == (Change("kit", 5, ("We meet.", "Soon"), "decision", "all"),)


def test_changes_are_laid_one_over_the_other() -> None:
    twice = (reworded("We all meet.", "We meet."), reworded("All meet.", "We all meet."))
    after = changed(TYPED, twice)

    assert after.cells[0] == "All meet."
    assert [change.cells[0] for change in after.changes] == ["We meet.", "We all meet."]


def test_where_the_group_said_something_else_since_the_record_says_that() -> None:
    later = Line("l", "decision", ("We meet in May.", "Soon"))

    assert changed(later, (reworded("We all meet.", "We meet."),)) == later


def test_a_sentence_of_the_catalogue_stays_reworded_and_says_what_it_would_say_now() -> None:
    after = changed(SENTENCE, (reworded("It goes on.", "It is still going on.", line="s"),))

    assert after.cells == ("It goes on.",)
    assert after.changes[0].cells == ("It is still going on.",)
    assert after.changes[0].beneath == SENTENCE.cells


def test_nobody_puts_anothers_own_words_in_other_words() -> None:
    assert changed(OWN, (reworded("Perhaps", "Never", line="o"),)) == OWN

    own = changed(OWN, (reworded("Not yet", "Never", line="o", by="ben"),))
    assert own.cells == ("Not yet",)


def test_nobody_shows_anothers_own_words_to_more_people() -> None:
    wide, narrow = (Relabelled("o", "opinion", r, "kit", 5) for r in ("all", "restricted"))

    assert changed(OWN, (wide,)) == OWN
    assert changed(OWN, (narrow,)).readers == "restricted"


def test_a_label_can_be_put_right_and_everything_restored() -> None:
    events = (
        Relabelled("l", "opinion", "professionals", "kit", 5),
        reworded("We all meet.", "We meet.", at=6),
        Restored("l", "kit", 7),
    )
    after = changed(TYPED, events)

    assert (after.cells, after.label, after.readers) == (TYPED.cells, TYPED.label, TYPED.readers)
    assert [change.at for change in after.changes] == [5, 6, 7]


def test_what_changes_nothing_is_no_change_and_no_such_cell_is_left_alone() -> None:
    same = Relabelled("l", "decision", "all", "kit", 5)

    assert changed(TYPED, (same, reworded("x", "y", cell=7))) == TYPED


def test_only_sections_with_such_a_line_are_touched() -> None:
    sections = (Section("one", "One", (TYPED,)), Section("two", "Two", (OWN,)))
    one, two = laid_over(sections, {"l": (reworded("We all meet.", "We meet."),)})

    assert one.lines[0].cells[0] == "We all meet."
    assert two is sections[1]


@pytest.mark.parametrize("seed", range(20))
def test_in_any_record_own_words_are_changed_by_nobody_else_and_shown_to_no_more(
    seed: int,
) -> None:
    """Whatever a log says: what is laid over a record keeps to the rules too."""
    sections = record(play(Random(seed).choice).meeting).sections
    own = [x for section in sections for x in section.lines if x.whose not in {"", THE_FAMILYS}]
    for line in own:
        after = changed(line, _everything_that_another_could_do(line))
        first = line.changes[0].readers if line.changes else line.readers
        assert after.cells == line.cells
        assert not wider(after.readers, first)
        assert not wider(line.least, after.readers)


def _everything_that_another_could_do(line: Line) -> Iterator[Reworded | Relabelled]:
    for at, cell in enumerate(line.cells):
        was = cell if isinstance(cell, str) else str(cell.facts.get("words", ""))
        yield Reworded(line.id, at, "Never said", was, "another", 1)
    for readers in NARROWEST_FIRST:
        yield Relabelled(line.id, line.label, readers, "another", 1)


def test_what_was_erased_leaves_the_sentence_as_it_is() -> None:
    assert changed(SENTENCE, (reworded("", "", line="s"),)) == SENTENCE
