"""What the forms send when nothing is wrong with them."""

# The form that opens a room, filled in by a trainer who only steers.
ROOM = {
    "template": "task-5-1",
    "statements": "working-together",
    "title": "A room",
    "name": "Robin",
    "agency": "Training",
}
