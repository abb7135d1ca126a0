"""Words that say little."""

from consensus.ranking.pairs.common import COMMON_WORDS, STEMMERS


def test_common_words_are_written_as_texts_are_looked_at() -> None:
    for language, words in COMMON_WORDS.items():
        assert language in STEMMERS
        assert all(word.isalpha() and word == word.casefold() for word in words)
