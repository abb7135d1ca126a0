"""What is erased, by whom and when, and that its bytes are gone."""
