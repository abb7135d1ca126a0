"""Documents to write files from, and words that have attacked files before."""

from server.exports.document import Changed, Document, Part, Written
from server.words import FALLBACK, Words

WORDS = Words(FALLBACK)
COLUMNS = ("Name", "Agency", "Role")

NASTY = (
    "<script>alert(1)</script><b>bold</b> &amp; &#60;",
    "</style></head><img src=x onerror=alert(1)>",
    "[click](https://example.org) ![x](https://example.org/x.png) <https://example.org>",
    "https://example.org/?a=b www.example.org kit@example.org :smile:",
    '=HYPERLINK("https://example.org","click")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-1+1|cmd",
    "+44 1632 960001",
    "＝1＋1",
    "|a|b|\\|c| `code` ``` ~~~ *star* _under_ ~~gone~~ ^[note] [^1]",
    "# heading",
    "1. first",
    "1) first",
    "- item",
    "+ item",
    "---",
    "===",
    "> quoted",
    '$x$ #eval("1") #import "x" *b* @ref <label> \\ ] } ) // /* */',
    "{{ 7*7 }} {% raw %} ${7*7} %s %(x)s {0}",
    "\x00\x01\x08\x0b\x1b[31m\ufffe\uffff\ud800",
    "\u202eetirw\u202c \u2066x\u2069",
    "x" * 600,
    "👩‍👩‍👧👍🏽🇬🇧🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f1️⃣",
    "a" + "\u0301" * 30 + " \u0301\u0302",
    "Siân Ŵyn, Łódź, Ümlaut, Ελένη, Олена, محمد علی, دانيال, יעל",
    "अनिता, ਹਰਪ੍ਰੀਤ, রহিমা, 李小龍, ภาษา",
    "one\ntwo\n\nthree",
    "trailing \\",
    "]]> <!-- --> <?xml?> &nbsp;",
    "\u0378\U000e0041\ue000",
)


def line(name: str, *cells: str, **more: object) -> Written:
    """Return a line of a document: a fact for everybody, unless more is said of it."""
    return Written(**{"id": name, "label": "fact", "readers": "all", "cells": cells, **more})  # type: ignore[arg-type]


CHANGED = line(
    "said.2",
    "Ana finds it too early.",
    label="opinion",
    readers="professionals",
    whose="ana",
    changed=(Changed("Kit", "3 May 2027", ("It is early",)),),
)


def document(*parts: Part, title: str = "Planning for the summer") -> Document:
    """Return a document of some sections; of three kinds of them, where none are given."""
    return Document(
        language="en",
        title=title,
        state="Minutes so far.",
        facts=(("Date", "3 May 2027"),),
        parts=parts or (SAID, WHO, NOTHING),
        fingerprint="ab12 cd34",
        copy_for="This copy is for professionals.",
    )


SAID = Part(
    "said",
    2,
    "What was said",
    (),
    (
        line("said.1", "We meet again."),
        CHANGED,
        line("said.3", "Once a week.", label="decision", readers="restricted"),
    ),
    "Not discussed",
)
WHO = Part(
    "who",
    2,
    "Who was there",
    COLUMNS,
    (line("who.ana", "Ana", "School", "Participant"), line("who.ben", "Ben", "Health", "Chair")),
    "Not discussed",
)
NOTHING = Part("fears", 3, "Fears", (), (), "Not discussed")


def nasty() -> Document:
    """Return a document in which every word anywhere is one that attacks."""
    listed = tuple(line(f"l.{n}", each, label="opinion") for n, each in enumerate(NASTY))
    rows = tuple(
        line(f"t.{n}", each, each, each, readers="professionals" if n % 2 else "all")
        for n, each in enumerate(NASTY)
    )
    changed = Changed(NASTY[0], NASTY[1], (NASTY[2],))
    sections = (
        Part(f"s.{n}", 2, each, (), (line(f"s.{n}", each, changed=(changed,)),), each)
        for n, each in enumerate(NASTY)
    )
    found = document(
        Part("list", 2, NASTY[0], (), listed, NASTY[1]),
        Part("table", 3, NASTY[8], (NASTY[0], NASTY[4], NASTY[9]), rows, NASTY[1]),
        *sections,
        title=NASTY[0] + NASTY[18] + NASTY[21],
    )
    return found
