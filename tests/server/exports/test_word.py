"""A Word document has real headings, lists and tables, read by programs that did not write it."""

import io
import zipfile
from xml.etree import ElementTree

import mammoth
import pytest

from server.exports import word
from server.exports.document import Document, Part
from server.exports.laid_out import laid_out, safe
from tests.server.exports.made import COLUMNS, NASTY, WORDS, document, line, nasty
from tests.server.parsed import Page

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AT = 1_795_342_000_000  # 22 November 2026


def written(made: Document) -> bytes:
    return word.write(laid_out(made, WORDS), WORDS, AT)


def xml(file: bytes, part: str = "word/document.xml") -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
        return ElementTree.fromstring(archive.read(part))


def read(file: bytes) -> Page:
    return Page(mammoth.convert_to_html(io.BytesIO(file)).value)


def test_headings_are_word_s_own() -> None:
    found = xml(written(document()))
    styles = [style.get(f"{W}val") for style in found.iter(f"{W}pStyle")]

    assert [s for s in styles if s and s.startswith("Heading")] == [
        "Heading1",
        "Heading2",
        "Heading2",
        "Heading3",
    ]


def test_another_program_finds_headings_a_list_and_a_table_with_a_head() -> None:
    page = read(written(document()))
    tags = [tag for tag, _ in page.elements]

    assert [tag for tag in tags if tag in {"h1", "h2", "h3"}] == ["h1", "h2", "h2", "h3"]
    assert tags.count("li") == 3
    assert tags.count("th") == len(COLUMNS)
    assert tags.count("td") == 2 * len(COLUMNS)


def test_the_header_row_comes_again_on_every_page_and_rows_stay_whole() -> None:
    rows = list(xml(written(document())).iter(f"{W}tr"))

    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows[1:])


def test_no_paragraph_is_empty_where_a_screen_reader_would_stop() -> None:
    found = xml(written(document()))
    body = found.find(f"{W}body")
    assert body is not None

    silent = [at for at in body.findall(f"{W}p") if not "".join(at.itertext()).strip()]

    assert silent == []


def test_it_says_its_title_its_language_and_nobody_as_its_author() -> None:
    file = written(document())
    core = ElementTree.tostring(xml(file, "docProps/core.xml"), encoding="unicode")
    lang = xml(file, "word/styles.xml").find(f".//{W}rPrDefault/{W}rPr/{W}lang")

    assert ">Planning for the summer<" in core
    assert "python" not in core
    assert lang is not None
    assert lang.get(f"{W}val") == "en-GB"


def test_labels_readers_changes_and_what_was_not_discussed_are_said() -> None:
    said = read(written(document())).text

    assert "Minutes so far. This copy is for professionals. Mark of the seal: ab12" in said
    assert "Ana finds it too early. (Opinion, for professionals)" in said
    assert "Changed by Kit on 3 May 2027. Until then: “It is early”" in said
    assert "Each line here: Fact, for everybody Name Agency Role" in said
    assert "Fears Not discussed" in said


def test_a_change_in_a_table_goes_across_it() -> None:
    changed = document().parts[0].lines[1].changed
    rows = (line("t.1", "Ana", "School", "Chair", changed=changed), line("t.2", "Ben"))

    found = xml(written(document(Part("t", 2, "T", COLUMNS, rows, ""))))

    spans = [span.get(f"{W}val") for span in found.iter(f"{W}gridSpan")]
    assert spans == [str(len(COLUMNS))]


@pytest.mark.parametrize("typed", NASTY)
def test_typed_words_are_in_it_as_they_are(typed: str) -> None:
    row = line("t.1", typed, typed, "end")
    file = written(document(Part("h", 2, typed, (), (line("l.1", typed),), ""), table_of(row)))

    said = "".join("".join(read(file).text.split()).split("\ufffd"))

    assert said.count("".join(safe(typed).replace("\ufffd", "").split())) >= 4


def table_of(*rows: object) -> Part:
    return Part("t", 2, "T", COLUMNS, rows, "")  # type: ignore[arg-type]


def test_words_that_attack_bring_no_link_field_or_file_with_them() -> None:
    file = written(nasty())
    found = xml(file)

    fields = [field.get(f"{W}instr") for field in found.iter(f"{W}fldSimple")]
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        names = archive.namelist()
        links = archive.read("word/_rels/document.xml.rels").decode()
    assert fields == []
    assert not list(found.iter(f"{W}hyperlink"))
    assert not list(found.iter(f"{W}instrText"))
    assert "External" not in links
    assert not [name for name in names if "vba" in name.lower() or "embed" in name.lower()]
