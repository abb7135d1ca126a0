"""The record as it leaves the room: read, sealed, copied, found again, and seen again."""
