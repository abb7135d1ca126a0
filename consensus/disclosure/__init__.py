"""A copy for one person: what may have to be withheld from it, and on which grounds."""
