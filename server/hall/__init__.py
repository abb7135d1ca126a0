"""Halls at this server: how they are opened, how tables follow them, and what is seen of tables."""
