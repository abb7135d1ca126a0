"""Labels: what a line is, and who may read it."""

import pytest

from consensus.labels import Readers, wider


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
