"""Matrix products that stay on one thread."""

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

# Up to this many multiplications OpenBLAS does not wake its other threads. On a machine that is
# busy with rooms, waiting for them took a hundred times as long as the product: 8 ms, not 0.1.
MOST_AT_ONCE = 250_000


def product(left: Numbers, right: Numbers) -> Numbers:
    """Multiply two matrices, a few rows at a time."""
    rows = max(1, MOST_AT_ONCE // right.size)
    if len(left) <= rows:
        return left @ right
    result = np.empty((len(left), right.shape[1]))
    for at in range(0, len(left), rows):
        np.matmul(left[at : at + rows], right, out=result[at : at + rows])
    return result
