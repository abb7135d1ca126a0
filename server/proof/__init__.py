"""The proof of the record: what is sealed, and how anybody can check any copy of it."""
