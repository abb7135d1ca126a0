"""Forgetting: how long things are kept, and what is left when they go."""
