"""Would it hold: how many people it takes to alter the result, and what the missing could do.

What is counted is the margin of victory (Xia, 2012), here for each part of a whole ranking. Every
answer is certain in one direction at least, and what could not be decided is said to be so.
"""

from consensus.ranking.robustness.people import (
    Absence,
    Absent,
    Change,
    Robustness,
    absent,
    robustness,
)

__all__ = ["Absence", "Absent", "Change", "Robustness", "absent", "robustness"]
