"""From a document to entries: everything that it says, in order, and nothing that it does not."""

from server.exports.document import Document
from server.proof.form import Change, Fact, Head, Heading, Line, Says
from server.proof.leaves import entries, with_headings
from tests.server.proof.samples import document


def test_everything_that_a_document_says_is_an_entry() -> None:
    said = [says for says, _ in entries(document(parts=1, lines=3))]

    assert said == [
        Head("en", "A meeting", "Closed."),
        Fact("Date", "1 May 2026"),
        Heading("part0", 2, "Section 0", ("What", "Where"), "Not discussed"),
        Line("part0.0", "fact", "all", ("plain words", "0.0"), ()),
        Line("part0.1", "fact", "professionals", ("", "0.1"), ()),
        Line(
            "part0.2",
            "fact",
            "restricted",
            ('"quoted" \\ and / <b>&amp;</b>', "0.2"),
            (Change("Robin", "2 May 2026", ("as it was",)),),
        ),
        Heading("none", 2, "Nothing here", (), "Not discussed"),
    ]


def test_whose_words_a_line_has_is_known_beside_it_and_not_in_it() -> None:
    of_a_line = [line for says, line in entries(document(parts=1)) if isinstance(says, Line)]

    assert [line.whose for line in of_a_line if line] == ["", "ana", "", "", "", ""]
    assert "ana" not in str([says for says, _ in entries(document(parts=1))])


def test_half_a_character_is_sealed_as_a_question_mark() -> None:
    (head, _), *_ = entries(Document("en", "odd \ud800", "", (), ()))

    assert head == Head("en", "odd ?", "")


def test_headings_go_from_the_inside_out() -> None:
    outer, inner = Heading("a", 2, "A", (), ""), Heading("b", 3, "B", (), "")
    line = Line("x", "fact", "all", (), ())
    said: list[Says | None] = [outer, line, inner, line, Heading("c", 2, "C", (), "")]

    assert with_headings(said, {3: "why"}) == {2: "why", 3: "why"}
    assert with_headings(said, {1: "this", 3: "why"}) == {0: "this", 1: "this", 2: "why", 3: "why"}
    assert with_headings(said, {}) == {}


def test_what_was_erased_before_counts_as_withheld() -> None:
    said: list[Says | None] = [Heading("a", 2, "A", (), ""), None, Line("x", "fact", "all", (), ())]

    assert with_headings(said, {1: "gone", 2: "why"}) == {0: "gone", 1: "gone", 2: "why"}
