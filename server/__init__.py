"""Who is at the door and where things are kept: the only place with I/O."""
