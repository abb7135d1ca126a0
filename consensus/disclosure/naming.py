"""Finding people's names in what somebody typed, however their letters are written.

Case, accents, possessives and kinds of apostrophes and hyphens make no difference. It errs on the
side of finding too much, because a person looks at every line it finds.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

Who = TypeVar("Who")

# Letters that no decomposition takes apart, as English keyboards write them.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_APOSTROPHES = re.compile("[’‘ʼʻ′`´＇‛]")
_HYPHENS = re.compile("[‐‑‒–—−]")

# Marks on letters, and what is drawn as nothing.
_UNDRAWN = {"Mn", "Mc", "Me", "Cf"}

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Scripts that put no space between words: a name is found inside a run of letters.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7af]")

# Parts of names that say nothing by themselves, and what people put before a name.
_PARTICLES = _words(
    "al bin da de del den der di do dos du el ibn la le of the van von and "
    "dr miss mr mrs ms prof professor sir"
)

# What people are to each other, and where they work: no names, even where they begin a line.
_KIN = _words(
    "a an the his her their my our mum mother dad father parent parents carer aunt auntie uncle "
    "nan gran granny grandma grandad grandfather grandmother grandparents brother sister cousin "
    "friend friends neighbour neighbours stepfather stepmother partner family boyfriend baby "
    "girlfriend school college nursery teacher head nurse doctor gp health visitor midwife "
    "social worker police officer housing youth club football church mosque leader coach team "
    "service services maternal paternal older younger peers shop shops community"
)

# Names that are everyday words too: in small letters they are most often just that.
EVERYDAY = _words(
    "an art bill bob buck chance chase cliff dawn dean drew eve faith frank gene grace grant guy "
    "harry hope jack joy june long love low major mark may miles nick pat peg penny poppy price "
    "ray reed rich rob rose ruby rusty sandy say see sky so sue summer sunny victor violet wade "
    "will wood young"
)


class Names(Generic[Who]):
    """The names of people, ready to be looked for in many lines."""

    def __init__(self, names: Iterable[tuple[Who, str]]) -> None:
        self._by_word: dict[str, list[Who]] = {}
        self._by_initials: dict[str, list[Who]] = {}
        self._unspaced: list[tuple[str, Who]] = []
        for who, name in names:
            self._add(who, name)

    def _add(self, who: Who, name: str) -> None:
        for word in _words_of(name):
            if _UNSPACED.search(word):
                self._unspaced.append((word, who))
            else:
                self._by_word.setdefault(word, []).append(who)
        letters = "".join(part[0] for part in _NAME_WORD.findall(folded(name)))
        if len(letters) > 1:
            self._by_initials.setdefault(letters, []).append(who)

    def inside(self, text: str) -> Mapping[Who, bool]:
        """Return whom a text names, and whether it surely does.

        It does not surely where the word is an everyday one in small letters.
        """
        found: dict[Who, bool] = {}
        for who, sure in self._found(text):
            found[who] = found.get(who, False) or sure
        return found

    def _found(self, text: str) -> Iterator[tuple[Who, bool]]:
        plain = _without_marks(text)
        for word in _WORD.findall(plain):
            small = _small(word)
            sure = not (word.islower() and (small in EVERYDAY or len(small) == 1))
            for form in _forms(small):
                yield from ((who, sure) for who in self._by_word.get(form, ()))
        for dotted in _INITIALS.finditer(plain):
            if not dotted[0].isupper():  # e.g. is nobody
                continue
            letters = "".join(filter(str.isalpha, dotted[0])).casefold()
            yield from ((who, True) for who in self._by_initials.get(letters, ()))
        small = folded(text) if self._unspaced else ""
        yield from ((who, True) for word, who in self._unspaced if word in small)


# Capitals with a dot after each: A.B. or A. B. Without dots they are too like SC for social care.
_INITIALS = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]\.[ -]?)+[^\W\d_](?:\.|(?![^\W\d_]))")


class Phrases:
    """Words and phrases to be found as a whole, and with the usual English endings."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_word: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for phrase in phrases:
            words = _WORD.findall(folded(phrase))
            for form in {words[0] + ending for ending in _ENDINGS} if words else ():
                self._by_word.setdefault(form, []).append((phrase, _phrase(words)))

    def inside(self, text: str) -> Iterator[str]:
        """Yield the phrases that a text holds."""
        small = folded(text)
        for word in dict.fromkeys(_WORD.findall(small)):
            for phrase, pattern in self._by_word.get(word, ()):
                if pattern.search(small):
                    yield phrase


_ENDINGS = ("", "s", "'s", "ed", "ing", "ful", "ens", "ened")


def _phrase(words: list[str]) -> re.Pattern[str]:
    said, endings = r"\W+".join(map(re.escape, words)), "|".join(filter(None, _ENDINGS))
    return re.compile(rf"\b{said}(?:{endings})?\b")


def proper(phrase: str) -> str:
    """Return what in a phrase is a name by its capital, without what somebody is to somebody."""
    words = _NAME_WORD.findall(phrase)
    return " ".join(word for word in words if word[0].isupper() and folded(word) not in _KIN)


def folded(text: str) -> str:
    """Return a text in small letters without accents and hidden characters."""
    return _small(_without_marks(text))


def _small(text: str) -> str:
    """Return letters as small ones; a few of them have marks again only then."""
    if text.isascii():
        return text.lower()
    return _without_marks(text.casefold()).translate(_PLAIN)


def _without_marks(text: str) -> str:
    if text.isascii():  # nearly all of it, and much the quickest
        return text.replace("`", "'")
    parted = unicodedata.normalize("NFKD", text)
    drawn = "".join(c for c in parted if unicodedata.category(c) not in _UNDRAWN)
    return _APOSTROPHES.sub("'", _HYPHENS.sub("-", drawn))


def _words_of(name: str) -> set[str]:
    """Return the words by which a name is known, whole and in the parts between hyphens."""
    whole = _NAME_WORD.findall(folded(name))
    parts = {part.replace("'", "") for word in whole for part in (*word.split("-"),)}
    parts |= {word.replace("-", "").replace("'", "") for word in whole}
    return {part for part in parts if len(part) > 1 and part not in _PARTICLES} or parts


def _forms(word: str) -> Iterator[str]:
    """Return a typed word as a name may be in it: Kit's, Kits and O'Shea are Kit and OShea."""
    bare = word.removesuffix("'s")
    yield bare.replace("'", "")
    if bare != word:
        yield word.replace("'", "")
    elif word.endswith("s") and len(word) > 3:
        yield word[:-1].replace("'", "")
