"""Matrix products in portions."""

import numpy as np
import pytest

from consensus.ranking.kemeny.product import MOST_AT_ONCE, product


@pytest.mark.parametrize(
    ("rows", "inner", "columns"),
    [
        (1, 1, 1),
        (3, 4, 5),
        (0, 4, 5),
        (2_000, 50, 50),
        (14, 14, 2**14),
        (5, 520, 510),
        (101, 50, 50),
    ],
)
def test_it_is_the_product_to_the_last_bit_of_whole_numbers(
    rows: int, inner: int, columns: int
) -> None:
    rng = np.random.default_rng(rows + inner + columns)
    left = rng.integers(0, 2**20, (rows, inner))
    right = rng.integers(0, 2**20, (inner, columns))

    found = product(left.astype(np.float64), right.astype(np.float64))
    by_hand = np.zeros((rows, columns), dtype=np.int64)
    for at in range(inner):
        by_hand += left[:, at : at + 1] * right[at]

    assert found.shape == (rows, columns)
    assert (found == by_hand).all()


def test_portions_that_do_not_come_out_even_lose_no_row() -> None:
    right = np.ones((50, 50))
    rows = MOST_AT_ONCE // right.size

    for count in (rows - 1, rows, rows + 1, 2 * rows, 2 * rows + 1):
        left = np.arange(count, dtype=np.float64)[:, None] * np.ones(50)
        assert (product(left, right) == 50.0 * np.arange(count)[:, None]).all()


def test_columns_of_a_larger_table_are_multiplied_too() -> None:
    table = np.arange(60.0**3).reshape(60, 60, 60)
    left = np.eye(200, 60)

    assert (product(left, table[:, 7])[:60] == table[:, 7]).all()
