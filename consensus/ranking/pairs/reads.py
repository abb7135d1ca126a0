"""How alike two statements read: by the words they have in common, and words that are nearly so.

Nothing is asked of a network, and nothing is known of what words mean: "kids" and "children" are
as far apart as "kids" and "money". So this only finds candidates, for people to look at.
"""

from collections.abc import Callable, Mapping
from itertools import combinations
from unicodedata import category, normalize

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist
from snowballstemmer import stemmer

from consensus.ranking.pairs.common import COMMON_WORDS, STEMMERS

Pair = tuple[str, str]
Numbers = npt.NDArray[np.float64]

# From here on two statements count as reading alike. Found with the statements that are shipped:
# one telling word in common of four or five comes to a little more.
READ_ALIKE = 0.15

# Two words this near are a word and its misspelling, or its plural where no stemmer knows it.
_NEARLY = 0.8

# A letter more or less makes another word of a short one: "cat" and "cart".
_LONG = 5

# Letters, the signs that belong to letters in many scripts, and numbers.
_OF_WORDS = frozenset("LMN")


def read_alike(texts: Mapping[str, str], language: str = "en") -> dict[Pair, float]:
    """Return for every pair of items how alike their texts read, from 0 to 1.

    Soft cosine of their words (G. Sidorov, A. Gelbukh, H. Gómez-Adorno and D. Pinto, "Soft
    similarity and soft cosine measure", Computación y Sistemas 18, 2014): words are cut to their
    stems, common ones are left out, and those weigh more that stand in fewer texts (inverse
    document frequency: K. Spärck Jones, Journal of Documentation 28, 1972). Words that are spelt
    nearly alike count as far as they are. In a language (two letters) without a stemmer, words
    stay as they are. Texts without any word are alike where they are the same.
    """
    items = tuple(texts)
    stem, common = _stem(language), COMMON_WORDS.get(language, frozenset())
    words = [_telling(text, stem, common) for text in texts.values()]
    known = {word: at for at, word in enumerate(sorted({word for each in words for word in each}))}
    if not known:
        return {pair: _same(texts[pair[0]], texts[pair[1]]) for pair in combinations(items, 2)}
    weights = _weights(words, known)
    alike = _common(weights, known)
    own = np.sqrt(np.maximum(alike.diagonal(), 1e-12))
    found = np.clip(alike / np.outer(own, own), 0, 1).tolist()
    return {
        (items[one], items[other]): _same(texts[items[one]], texts[items[other]])
        or found[one][other]
        for one, other in combinations(range(len(items)), 2)
    }


def _same(one: str, other: str) -> float:
    return float(_plain(one).split() == _plain(other).split())


def _plain(text: str) -> str:
    return normalize("NFKC", text).casefold()


def _telling(text: str, stem: Callable[[str], str], common: frozenset[str]) -> tuple[str, ...]:
    """Return the stems of a text's words, each once: without common ones, unless all are."""
    every = "".join(c if category(c)[0] in _OF_WORDS else " " for c in _plain(text)).split()
    telling = [word for word in every if word not in common] or every
    return tuple(dict.fromkeys(stem(word) for word in telling))


def _stem(language: str) -> Callable[[str], str]:
    """Return what cuts words to their stems; no two calls share one, as it keeps notes."""
    return stemmer(STEMMERS[language]).stemWord if language in STEMMERS else str


def _weights(texts: list[tuple[str, ...]], known: dict[str, int]) -> Numbers:
    """Return how much each word says of each text: shape (texts, words)."""
    stands = np.zeros((len(texts), len(known)))
    for row, words in zip(stands, texts, strict=True):
        row[[known[word] for word in words]] = 1
    rare: Numbers = np.log(1 + len(texts) / np.maximum(stands.sum(axis=0), 1))
    return stands * rare


def _common(weights: Numbers, known: dict[str, int]) -> Numbers:
    """Return what any two texts have in common: the same words, and long ones spelt nearly so."""
    long = [word for word in known if len(word) >= _LONG]
    of_long = weights[:, [known[word] for word in long]]
    nearness = cdist(long, long, scorer=Indel.normalized_similarity, score_cutoff=_NEARLY)
    np.fill_diagonal(nearness, 0)
    found: Numbers = weights @ weights.T + of_long @ nearness @ of_long.T
    return found
