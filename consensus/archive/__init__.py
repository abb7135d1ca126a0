"""What stays to be found, and seen again, of a meeting that is over."""
