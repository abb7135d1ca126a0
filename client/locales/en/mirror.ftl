# The assumption mirror: a guess how another agency ranks, never opened, and what is made of all guesses.

mirror-private = Nobody will see your guess, not even the trainer. It is used once, together with others, to show how well agencies know each other, and it is deleted when the meeting ends.
mirror-offer = One more thing, if you like: how would people from { $agency } put these?
mirror-what = You choose the agency. Later you may all look at where guesses were furthest off: that is where to ask, and to listen.
mirror-begin = Make a guess
mirror-or-not = You can leave it out. Nobody will ask why.
mirror-how = How would people from { $agency } put these?
mirror-about = Guess about
mirror-about-hint = Choose an agency that you know little about. Think of all their people, not of one.
mirror-send = Keep my guess
mirror-leave = Stop guessing
mirror-made = Your guess about { $agency } is kept
mirror-made-said = Your guess is kept.
mirror-made-hint = You can change it until the answers are opened.
mirror-see = See my guess
mirror-change = Change my guess

# The mirror

mirror-head = The assumption mirror
mirror-closed =
    { $count ->
        [one] 1 person guessed how another agency would rank. What single people guessed is never shown.
       *[other] { $count } people guessed how another agency would rank. What single people guessed is never shown.
    }
mirror-in-hall =
    { $count ->
        [one] 1 person here guessed how another agency would rank. Your trainer opens the mirror, over all tables together; no single guess is shown.
       *[other] { $count } people here guessed how another agency would rank. Your trainer opens the mirror, over all tables together; no single guess is shown.
    }
mirror-open = Open the mirror, once for good
mirror-opened-said = The mirror is open.
mirror-read = Where a number is high, people expected something else from each other. Ask there: what did we not know about you?
mirror-of = Who guessed
mirror-about-whom = About whom
mirror-surprise = Surprise, of 100 pairs of statements
mirror-guesses =
    { $count ->
        [one] 1 guess
       *[other] { $count } guesses
    }
mirror-people =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
mirror-clear = a clear surprise
mirror-chance = no more than chance would make it
mirror-hidden =
    { $count ->
        [one] One more pair of agencies is not shown: too few people stand behind it.
       *[other] { $count } more pairs of agencies are not shown: too few people stand behind them.
    }
