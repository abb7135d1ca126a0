"""Places laid out item by item."""

import numpy as np
import pytest

from consensus.ranking.profile import Profile
from consensus.ranking.rules.columns import columns_of, not_ranked


@pytest.mark.parametrize("large", [3, 40_000])
def test_not_ranked_lies_behind_every_place(large: int) -> None:
    profile = Profile.of_places("ab", [[1, 2], [0, large], [0, 0]])
    columns = columns_of(profile)
    behind = not_ranked(columns)

    assert behind > large
    assert columns.tolist() == [[1, behind, behind], [2, large, behind]]


def test_columns_are_a_copy_that_may_be_changed() -> None:
    profile = Profile.of_places("a", np.array([[40_000], [0]]))
    columns_of(profile)[0] = 7

    assert profile.places.tolist() == [[40_000], [0]]
