"""The record of a meeting: what leaves the room, line by line, as a pure projection of its log."""
