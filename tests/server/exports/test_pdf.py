"""A PDF is tagged as PDF/UA-1 wants it, read back by other programs than the one that wrote it."""

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from server.exports import pdf
from server.exports.document import Document, Part
from server.exports.laid_out import Block, Layout, Row, laid_out
from tests.server.exports.made import COLUMNS, NASTY, WORDS, document, line, nasty

LONG = "What worked was that the same two people came each week. "


def written(made: Document) -> bytes:
    return pdf.write(laid_out(made, WORDS), WORDS)


def read(file: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(file))


def text(file: bytes) -> str:
    """Return a PDF's text in reading order, as another program finds it."""
    told = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=file, capture_output=True, check=True
    )
    return told.stdout.decode()


def squeezed(said: str) -> str:
    return re.sub(r"[\s\u200b-\u200f\u00ad\u202a-\u202e\u2066-\u2069]", "", said)


def elements(found: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Yield the elements of the structure tree in reading order."""

    def below(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
        kids = node.get("/K")
        if kids is None:
            return
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield kid
                yield from below(kid)

    return below(found.Root.StructTreeRoot)


def roles(found: pikepdf.Pdf) -> list[str]:
    return [str(each.S) for each in elements(found)]


def test_it_claims_to_be_accessible_and_says_its_title_and_language() -> None:
    with read(written(document())) as found, found.open_metadata() as said:
        assert said["pdfuaid:part"] == "1"
        assert said["dc:title"] == "Planning for the summer"
        assert bool(found.Root.MarkInfo.Marked)
        assert bool(found.Root.ViewerPreferences.DisplayDocTitle)
        assert str(found.Root.Lang) == "en"


def test_headings_come_in_order_and_are_bookmarks() -> None:
    with read(written(document())) as found:
        headings = [role for role in roles(found) if re.fullmatch(r"/H\d", role)]
        with found.open_outline() as outline:
            top = [each.title for each in outline.root]
            below = [each.title for each in outline.root[0].children]

    assert headings == ["/H1", "/H2", "/H2", "/H3"]
    assert top == ["Planning for the summer"]
    assert below == ["What was said", "Who was there"]


def test_the_cells_of_a_header_row_say_that_they_head_their_column() -> None:
    with read(written(document())) as found:
        heads = [each for each in elements(found) if str(each.S) == "/TH"]
        scopes = [
            str(part.Scope)
            for each in heads
            for part in (each.A if isinstance(each.A, pikepdf.Array) else [each.A])
            if "/Scope" in part
        ]
        assert roles(found).count("/Table") == 1
        assert roles(found).count("/THead") == 1

    assert scopes == ["/Column"] * len(COLUMNS)


def test_lists_are_lists() -> None:
    with read(written(document())) as found:
        assert roles(found).count("/L") == 1
        assert roles(found).count("/LI") == 3


def test_every_letter_is_in_the_structure_or_marked_as_decoration() -> None:
    many = tuple(line(f"who.{n}", f"Name {n}", "School", "Chair") for n in range(120))
    file = written(document(Part("who", 2, "Who was there", COLUMNS, many, "")))

    with read(file) as found:
        assert len(found.pages) > 2
        assert [loose for page in found.pages for loose in unmarked(page)] == []


def unmarked(page: pikepdf.Page) -> Iterator[str]:
    """Yield the operators that show text outside of anything that is marked."""
    depth = 0
    for instruction in pikepdf.parse_content_stream(page):
        match str(instruction.operator):
            case "BDC" | "BMC":
                depth += 1
            case "EMC":
                depth -= 1
            case "Tj" | "TJ" | "'" | '"' as shows if not depth:
                yield shows


def test_it_is_a4_and_every_page_says_which_of_how_many_it_is() -> None:
    many = tuple(line(f"said.{n}", LONG) for n in range(200))
    file = written(document(Part("said", 2, "Said", (), many, "")))

    with read(file) as found:
        sizes = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in found.pages}
        pages = len(found.pages)

    assert sizes == {(595, 842)}
    assert f"2 of {pages}" in text(file)


def test_it_reads_in_the_order_of_the_record_with_labels_readers_and_changes() -> None:
    said = squeezed(text(written(document())))
    expected = (
        "Planning for the summer",
        "Minutes so far.",
        "This copy is for professionals.",
        "ab12 cd34",
        "We meet again.",
        "Fact, for everybody",
        "Ana finds it too early.",
        "Opinion, for professionals",
        "Changed by Kit on 3 May 2027. Until then: “It is early”",
        "Decision, for keepers of the record",
        "Who was there",
        "Each line here: Fact, for everybody",
        "Participant",
        "Fears",
        "Not discussed",
    )

    places = [said.index(squeezed(each)) for each in expected]

    assert places == sorted(places)


def test_whatever_anybody_types_gives_an_accessible_file_without_links_or_programs() -> None:
    file = written(nasty())
    said = squeezed(text(file))

    with read(file) as found, found.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert not any("/Annots" in page for page in found.pages)
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(found.Root.keys())
        assert "/JavaScript" not in found.Root.get("/Names", {})
    for typed in NASTY:
        if typed.isascii() and typed.isprintable():
            assert squeezed(typed) in said
    assert WORDS.say("exports-not-drawn", mark="\ufffd").split(",")[0].replace(" ", "") in said


@pytest.mark.parametrize("typed", NASTY)
def test_each_of_them_alone_gives_an_accessible_file(typed: str) -> None:
    file = written(document(Part("x", 2, typed, (), (line("x.1", typed),), ""), title=typed))

    with read(file) as found, found.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"


def test_a_long_word_stays_on_the_paper(tmp_path: Path) -> None:
    row = line("x.1", "x" * 600, "y" * 600, "z" * 600)
    file = tmp_path / "long.pdf"
    file.write_bytes(written(document(Part("x", 2, "X", COLUMNS, (row,), ""))))

    told = subprocess.run(
        ["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True, text=True
    )

    edges = [float(edge) for edge in re.findall(r'xMax="([\d.]+)"', told.stdout)]
    assert edges
    assert max(edges) < 595 - 50


def sheet(*lengths: int) -> Layout:
    """Return a sheet with a field for each length of what was written into it."""
    rows = (
        Row(str(n), ("Who takes part, and what does each bring?", (LONG * 40)[:length]), "", ())
        for n, length in enumerate(lengths)
    )
    block = Block("sheet", 2, "Write it up", "", (), tuple(rows), "")
    return Layout("en", False, "A course", (), (("Date", "3 May 2027"),), (block,))


@pytest.mark.parametrize("lengths", [(20,) * 3, (150,) * 12, (300,) * 12, (400,) * 12])
def test_a_sheet_is_one_page_in_a_print_that_fits(lengths: tuple[int, ...]) -> None:
    with read(pdf.write(sheet(*lengths), WORDS, pdf.SHEET)) as found:
        assert len(found.pages) == 1


def test_a_sheet_that_no_print_can_hold_says_that_it_goes_over() -> None:
    file = pdf.write(sheet(*(2_000,) * 12), WORDS, pdf.SHEET)

    with read(file) as found:
        assert len(found.pages) > 1
    assert WORDS.say("exports-goes-over") in text(file)
