"""A hall: a training session in which many tables do one exercise, each in a room of its own.

The hall is a room as any other: the trainer is its chair, and everybody joins it with one code. Its
log says which tables there are and who sits where. Each table is a room, too, made from the hall's
exercise. What the hall wants of a table is worked out from both (`errands`), again and again until
they agree, so that nothing is lost when a server ends in between.
"""
