# Statements in rows of equal places, such as a diamond of nine.

diamond-label = Your rows, from the most important to the least
diamond-hint = Tap a statement below: it takes the first free place from the top. Tap one in a row to move it. Places in one row are equal.
diamond-row =
    Row { $row } of { $of }, { $places ->
        [one] one place
       *[other] { $places } places
    }
diamond-most = matters most
diamond-least = matters least
diamond-free = free
diamond-left =
    { $count ->
        [one] One has no place yet
       *[other] { $count } have no place yet
    }
diamond-now = { $item } is now in row { $row } of { $of }.
diamond-move-title = Which row?
diamond-swaps = Full: the two change places
diamond-take-out = Take it out of the rows
