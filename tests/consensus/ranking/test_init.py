"""The package's front page: what it offers, and the example that teaches it."""

import doctest

import pytest

import consensus.ranking


def test_given_the_package_docstring_when_its_example_is_run_then_it_is_true() -> None:
    outcome = doctest.testmod(consensus.ranking)

    assert outcome.attempted > 10
    assert outcome.failed == 0


@pytest.mark.parametrize("name", consensus.ranking.__all__)
def test_given_a_public_name_when_it_is_looked_up_then_it_explains_itself(name: str) -> None:
    assert getattr(consensus.ranking, name).__doc__


VALUES = [
    name
    for name in consensus.ranking.__all__
    if hasattr(getattr(consensus.ranking, name), "__struct_config__")
]


@pytest.mark.parametrize("name", VALUES)
def test_given_a_public_value_when_someone_would_change_it_then_it_is_frozen(name: str) -> None:
    assert getattr(consensus.ranking, name).__struct_config__.frozen
