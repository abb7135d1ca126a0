"""Members: how people come in and go, what they are here as, and who has been heard."""
