"""A disclosure copy says what it left out and why, verifies, and holds no byte of that."""

import io
import re

import msgspec
import pytest
from docx import Document as Docx
from msgspec.structs import replace

from consensus.disclosure.third_parties import Asker, People
from consensus.people import Member, Role
from consensus.roomwide.disclosures import Copy
from server.disclosure.choices import as_command, as_proposed, pieces
from server.disclosure.copies import disclosed, sealed_file
from server.disclosure.files import KINDS, Kind, written
from server.disclosure.pieces import sections
from server.exports.document import Document, Part, Written
from server.proof.keys import SiteKey
from server.proof.seal import Kept, Place, Why, seal, without
from server.proof.verify import verify
from server.words import FALLBACK, Words

WORDS = Words(FALLBACK)
KEY = SiteKey(bytes(32))


def person(name: str, role: Role) -> Member:
    return Member(name, name.title(), "Health", role, True, True, 0)


PEOPLE = People({each.id: each for each in (person("sam", "family"), person("dana", "family"))})
SAM = Asker("member", "sam")

DOCUMENT = Document(
    language="en",
    title="About SECRETDANA",
    state="Closed",
    facts=(("Date", "3 May 2026"), ("Purpose", "To help Dana SECRETPURPOSE")),
    parts=(
        Part("plan", 2, "The plan", (), (Written("p.1", "decision", "all", ("We meet",)),), "None"),
        Part(
            "table",
            2,
            "A table",
            ("Who", "What"),
            (
                Written("t.1", "fact", "all", ("Somebody", "came")),
                Written("t.2", "fact", "all", ("Dana", "SECRETCELL"), about=("dana",)),
            ),
            "None",
        ),
        Part(
            "talk",
            2,
            "What Dana’s SECRETHEADING is",
            (),
            (Written("w.1", "opinion", "professionals", ("SECRETWORDS",), whose="dana"),),
            "None",
        ),
    ),
)


def kept(document: Document = DOCUMENT) -> Kept:
    return seal(document, Place("room", 1, 1_000), KEY)


def made(of: Kept, summaries: dict[str, str] | None = None) -> Copy:
    found = pieces(sections(of, SAM, PEOPLE))
    asked = as_command(as_proposed(found), found, "c1", 1, "uk")
    return Copy("SAR 7", 1, asked.withheld, summaries or {}, asked.given, "uk", "kit", 2_000)


def test_what_is_proposed_is_left_out_of_every_kind_of_file() -> None:
    of = kept(replace(DOCUMENT, title="About Dana SECRETTITLE"))
    copy = made(of)

    assert copy.withheld.keys() == {"head", "head.2", "t.2", "heading.talk", "w.1"}
    kinds: tuple[Kind, ...] = ("html", "md", "cgrecord")
    for kind in kinds:
        assert b"SECRET" not in written(kind, of, copy, WORDS, KEY, "build"), kind


def test_the_copy_says_what_was_withheld_and_on_what_ground_and_how_to_ask_again() -> None:
    of = kept()
    document = disclosed(of, made(of, {"w.1": "A worry was described."}), WORDS)

    told = {part.id: part for part in document.parts}
    assert told["table"].lines[1].cells == ("Withheld: another person’s data.", "")
    assert told["talk"].heading == "Part 3 of the record"
    assert told["talk"].lines[0].cells == (
        "Withheld: another person’s data. In short (not part of the sealed record): "
        "A worry was described.",
    )
    assert told["withheld"].lines[0].cells == ("another person’s data", "4")
    assert "review" in told["review"].lines[2].cells[0]
    assert document.facts[1] == ("Purpose", "Withheld: another person’s data.")
    assert document.copy_for == "Reference: SAR 7"


def test_the_sealed_file_still_verifies_and_tells_what_it_leaves_out() -> None:
    of = kept()
    file = sealed_file(of, made(of, {"w.1": "A worry was described."}), WORDS, KEY)

    verdict = verify(file)
    assert verdict.status == 0, verdict.findings
    assert b"another person\xe2\x80\x99s data" in file
    assert b"A worry was described." in file


def test_the_same_copy_is_the_same_file_whenever_it_is_taken() -> None:
    of = kept()

    assert sealed_file(of, made(of), WORDS, KEY) == sealed_file(of, made(of), WORDS, KEY)


def test_whole_sections_can_be_given_and_nothing_withheld_says_so() -> None:
    copy = Copy("SAR 8", 1, {}, {}, 4, "uk", "kit", 2_000)
    document = disclosed(kept(), copy, WORDS)

    account = {part.id: part for part in document.parts}["withheld"]
    assert account.lines == ()
    assert account.empty == "Nothing was withheld."
    assert document.title == DOCUMENT.title


def test_what_was_erased_since_is_in_no_copy_and_breaks_none() -> None:
    of = without(kept(), {0: Why("erased"), 3: Why("erased"), 4: Why("erased")})
    copy = made(of)

    document = disclosed(of, copy, WORDS)
    assert verify(sealed_file(of, copy, WORDS, KEY)).status == 0
    assert "We meet" not in msgspec.json.encode(document).decode()
    assert "erased" in document.parts[0].lines[0].cells[0]


def test_word_has_headings_for_what_was_withheld_and_none_that_tells_what() -> None:
    of = kept()
    opened = Docx(io.BytesIO(written("docx", of, made(of), WORDS, KEY, "build")))

    headings = [
        p.text for p in opened.paragraphs if ((p.style and p.style.name) or "")[:7] == "Heading"
    ]
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    told = "\n".join([*(p.text for p in opened.paragraphs), *cells])
    assert headings[-5:] == [
        "The plan",
        "A table",
        "Part 3 of the record",
        "What was withheld, and why",
        "About this copy",
    ]
    assert "Withheld: another person’s data." in cells
    assert not re.search("SECRETCELL|SECRETWORDS|SECRETHEADING|SECRETPURPOSE", told)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_is_made(kind: Kind) -> None:
    of = kept()

    assert len(written(kind, of, made(of), WORDS, KEY, "b")) > 500
