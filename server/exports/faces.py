"""The faces of type of a PDF: which characters they can draw, and what stands for the others.

A PDF that promises to be readable by everybody (PDF/UA) may hold no character without a shape, so
it is asked before which ones there are.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import typst
from fontTools.ttLib import TTFont, TTLibError
from msgspec import Struct

from server.services import STATIC

FOLDER = STATIC / "app" / "print"

# Where a face has no shape for a character, the next one is asked. The browser client's build
# brings them.
FAMILIES = (
    "Atkinson Hyperlegible Next",
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Gurmukhi",
    "Bricolage Grotesque",
    "Noto Sans Symbols 2",
    "Noto Emoji",
)

# Stands for what cannot be drawn.
MARK = "\ufffd"

# Drawn as nothing, in every face: joiners, and what chooses between two shapes.
_UNSEEN = re.compile("[\u200b-\u200d\ufe00-\ufe0f\U000e0020-\U000e007f\n]")

# Longer words may be broken anywhere, or they would run over the edge of the paper.
LONGEST_WORD = 20
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_BREAK = "\u200b"


class Drawn(Struct, frozen=True):
    """Texts as they can be drawn, in this order of families; `whole` if nothing was left out."""

    texts: tuple[str, ...]
    families: tuple[str, ...]
    whole: bool


def drawn(texts: Iterable[str]) -> Drawn:
    """Return texts with what no face can draw replaced, and long words made to break."""
    said = tuple(texts)
    common = _shapes(FOLDER, FAMILIES)
    lacking = {c for text in said for c in set(text)} - common[0] - set().union(*common)
    lacking = {c for c in lacking if not _UNSEEN.match(c)}
    more = _of_the_machine(frozenset(lacking)) if lacking else {}
    faces = (*common, *more.values())
    shown = tuple(_shown(text, faces) for text in said)
    whole = shown == said
    return Drawn(tuple(map(_breaking, shown)), (*FAMILIES, *more), whole)


def _shown(text: str, faces: tuple[frozenset[str], ...]) -> str:
    """Return a text in which every letter stands with its accents in one face, or is marked."""
    if set(text) <= faces[0]:
        return text
    return "".join(
        letter if _in_one(letter, faces) else _marked(letter, faces) for letter in _letters(text)
    )


def _letters(text: str) -> list[str]:
    """Return a text in letters, each together with the accents and hidden signs that follow it."""
    found: list[str] = []
    for c in text:
        if found and (unicodedata.category(c)[0] == "M" or _UNSEEN.match(c)):
            found[-1] += c
        else:
            found.append(c)
    return found


def _in_one(letter: str, faces: tuple[frozenset[str], ...]) -> bool:
    seen = set(_UNSEEN.sub("", letter))
    return any(seen <= face for face in faces)


def _marked(letter: str, faces: tuple[frozenset[str], ...]) -> str:
    """Return the letter without its accents and with a mark for them, or the mark alone."""
    first = letter[0]
    return first + MARK if len(letter) > 1 and _in_one(first, faces) else MARK


def _breaking(text: str) -> str:
    return _LONG.sub(lambda word: _broken(word[0]), text)


def _broken(word: str) -> str:
    letters = _letters(word)
    parts = range(0, len(letters), LONGEST_WORD // 2)
    return _BREAK.join("".join(letters[at : at + LONGEST_WORD // 2]) for at in parts)


@cache
def fonts() -> typst.Fonts:
    """Return the faces that PDF files are set in: ours, and those of this machine after them."""
    return typst.Fonts(font_paths=[FOLDER])


@cache
def _shapes(folder: Path, families: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """Return the characters of each family whose files lie in a folder."""
    by_family: dict[str, set[str]] = {family: set() for family in families}
    for file in sorted(folder.glob("*400Regular.ttf")) + sorted(folder.glob("*700Bold.ttf")):
        with TTFont(file, lazy=True) as face:
            family = face["name"].getBestFamilyName()
            found = {chr(code) for code in face.getBestCmap()}
        # Bold and plain are asked for by turns, and have to have the same letters.
        by_family[family] = by_family[family] & found if by_family[family] else found
    return tuple(frozenset(by_family[family]) for family in families)


@lru_cache(maxsize=64)
def _of_the_machine(wanted: frozenset[str]) -> dict[str, frozenset[str]]:
    """Return the characters of this machine's own families that have some of those wanted."""
    left, found = set(wanted), dict[str, frozenset[str]]()
    for info in fonts().fonts():
        if not left:
            break
        if info.path is None or info.family in FAMILIES or info.style != "normal":
            continue
        try:
            with TTFont(info.path, fontNumber=info.index, lazy=True) as face:
                shapes = frozenset(map(chr, face.getBestCmap() or ()))
        except (OSError, TTLibError):
            continue
        if left & shapes:
            found[info.family] = shapes
            left -= shapes
    return found
