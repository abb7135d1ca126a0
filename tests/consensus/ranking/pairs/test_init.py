"""The examples in the description of pairs are so."""

import doctest

import consensus.ranking.pairs


def test_the_examples_are_true() -> None:
    outcome = doctest.testmod(consensus.ranking.pairs)

    assert outcome.attempted > 0
    assert outcome.failed == 0
