"""The 45 pairs of ten shipped statements, labelled by hand before anything was measured.

What two statements mean was looked at, not which words they share, and by one reader only: enough
to see what a lens finds and what it misses, and not to praise it. Pairs not listed are different.
"""

ALIKE = {("2", "7")}
PARTLY = {
    ("1", "8"),
    ("2", "4"),
    ("3", "5"),
    ("3", "8"),
    ("4", "7"),
    ("6", "9"),
    ("9", "10"),
}
