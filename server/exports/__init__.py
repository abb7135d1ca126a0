"""What leaves the room: the record as a document, and the kinds of file it is written to."""
