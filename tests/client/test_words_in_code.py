"""No word that people see is left in the client's code, and the catalogue has just what is used."""

import re
import subprocess
from functools import cache
from pathlib import Path

from server.words import FALLBACK, FOLDER, OF_ONE_PAGE, Words

CLIENT = Path(__file__).parents[2] / "client"
SOURCES = sorted((CLIENT / "src").rglob("*.ts*"))
PAGES = sorted((CLIENT / "pages").rglob("*.html"))
ESBUILD = CLIENT / "node_modules" / ".bin" / "esbuild"

# What JSX becomes: text between tags, and the attributes that are read or shown.
_SHOWN = re.compile(
    r'\b(?:children|title|alt|placeholder|label|"aria-label"):\s*"((?:[^"\\]|\\.)*)"'
)
_IN_LIST = re.compile(r'^\s*"((?:[^"\\]|\\.)*)",?$', re.MULTILINE)
# An identifier is one word in small letters; what people read has a capital or a space.
_READ = re.compile(r"[A-Z][a-z]|[a-z] [a-z]")

# A message is asked for by its id, or by an id that is put together from a part and a value.
_ASKED = re.compile(r"""\bt\(\s*["'`]([a-z][\w-]*\w)["'`]""")
_ASKED_IN_PART = re.compile(r"\bt\(\s*`([^`$]*)\$\{[^}]*\}([^`]*)`")
_ASKED_ON_A_PAGE = re.compile(r'\bt\("([^"]*)" ~ \w+(?: ~ "([^"]*)")?\)')
_NAMED = re.compile(r'["\'`]([a-z][a-z0-9_]*(?:-[a-z0-9_]+)+)["\'`]')


@cache
def compiled() -> dict[str, str]:
    """Return the client's components as JavaScript, in which text stands as plain strings."""
    components = [source for source in SOURCES if source.suffix == ".tsx"]
    found: dict[str, str] = {}
    for source in components:
        told = subprocess.run(
            [ESBUILD, "--loader=tsx", "--jsx=automatic", "--jsx-import-source=preact"],
            input=source.read_text(encoding="utf-8"),
            capture_output=True,
            text=True,
            check=True,
        )
        found[str(source.relative_to(CLIENT))] = told.stdout
    return found


def test_no_component_has_words_of_its_own() -> None:
    words = [
        f"{name}: {text}"
        for name, code in compiled().items()
        for text in _SHOWN.findall(code) + _IN_LIST.findall(code)
        if _READ.search(text)
    ]

    assert words == []


def test_a_word_left_in_a_component_would_be_found() -> None:
    assert _SHOWN.findall('_jsx("p", { children: "Hello there" })') == ["Hello there"]
    assert _IN_LIST.findall('children: [\n  "Hello there",\n  name\n]') == ["Hello there"]


def ids() -> set[str]:
    files = sorted((FOLDER / FALLBACK).glob("*.ftl"))
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    found = re.findall(r"^([a-z][\w-]*) =", text, re.MULTILINE)
    assert len(found) == len(set(found)), "an id stands twice"
    return set(found)


def sources() -> str:
    record = sorted(Path(CLIENT.parent / "consensus" / "record").rglob("*.py"))
    python = [*sorted(Path(CLIENT.parent / "server").rglob("*.py")), *record]
    return "\n".join(file.read_text(encoding="utf-8") for file in [*SOURCES, *PAGES, *python])


def test_every_message_that_is_asked_for_is_there() -> None:
    asked = set(_ASKED.findall(sources()))

    assert asked - ids() == set()


def test_every_message_is_asked_for_somewhere() -> None:
    code = sources()
    named = set(_ASKED.findall(code)) | set(_NAMED.findall(code))
    in_part = [*_ASKED_IN_PART.findall(code), *_ASKED_ON_A_PAGE.findall(code), ("refusal-", "")]

    unused = {
        message
        for message in ids() - named
        if not any(message.startswith(a) and message.endswith(b) for a, b in in_part if a or b)
    }

    assert unused == set()


def test_a_browser_is_sent_every_message_that_the_client_asks_for() -> None:
    words = Words(FALLBACK)
    pages = "\n".join(words.of_page(page) or "" for page in sorted(OF_ONE_PAGE))
    sent = set(re.findall(r"^([a-z][\w-]*) =", f"{words.for_browsers}\n{pages}", re.MULTILINE))
    code = "\n".join(file.read_text(encoding="utf-8") for file in SOURCES)
    named = set(_ASKED.findall(code)) | set(_NAMED.findall(code))
    in_part = [(a, b) for a, b in _ASKED_IN_PART.findall(code) if a or b]

    kept_back = ids() - sent
    assert kept_back
    assert kept_back & named == set()
    assert not [m for m in kept_back for a, b in in_part if m.startswith(a) and m.endswith(b)]
