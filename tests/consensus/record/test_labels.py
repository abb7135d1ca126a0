"""Labels: what a line is, and who may read it."""

import pytest

from consensus.record.labels import Readers, narrower, wider


@pytest.mark.parametrize(
    ("readers", "than", "is_wider"),
    [
        ("all", "professionals", True),
        ("all", "restricted", True),
        ("professionals", "restricted", True),
        ("professionals", "professionals", False),
        ("restricted", "all", False),
    ],
)
def test_wider_means_that_more_people_read_it(
    readers: Readers, than: Readers, is_wider: bool
) -> None:
    assert wider(readers, than) is is_wider


def test_of_two_the_narrower_is_for_fewer_people() -> None:
    assert narrower("all", "professionals") == "professionals"
    assert narrower("restricted", "professionals") == "restricted"
    assert narrower("all", "all") == "all"
