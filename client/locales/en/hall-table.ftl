# A training session for those who take part: the hall, and a table of it.

# The hall

hall-choose = Choose a table
hall-choose-another = Choose another table
hall-sit-roomiest = Sit at table { $number }, where there is most room
hall-sit = Sit here
hall-sit-at = Sit here, at table { $number }
hall-own-table = You sit here
hall-empty-table = Nobody sits here yet.
hall-who-sits =
    { $count ->
        [one] 1 person: { $names }
       *[other] { $count } people: { $names }
    }
hall-given = The trainer will give you a table
hall-given-wait = Keep this page open. It tells you which one.
hall-watching = You are watching, so you have no table.
hall-your-table = Your table is { $number }
hall-your-table-is = Your table is
hall-find = Find your table. It begins when the trainer says so, and this page takes you there.
hall-going = Taking you to table { $number }.
hall-at-work = The tables are at work.
hall-called = Everybody was asked back to the hall. Your table stays as you left it.
hall-with-you =
    { $count ->
        [one] 1 other person sits with you
       *[other] { $count } other people sit with you
    }
hall-first-there = You are the first one at your table
hall-after = There you find what your table agreed, with its sheet and its minutes.
hall-after-go = Open what table { $number } did
hall-my-card-head = Yours to take home
hall-my-card-text = Your own card has your first and your last order, and where your table’s list stands beside them. Only you can open it.
hall-my-card = Open my card

# At a table

table-strip = Your table
table-number = Table { $number }
table-looking-in = You are looking in at table { $number }
table-to-hall = To the hall
table-to-desk = Back to the desk
table-go = Go to table { $number }
table-ago =
    { $minutes ->
        [0] Just now.
        [one] 1 minute ago.
       *[other] { $minutes } minutes ago.
    }
table-read = OK
table-held = The trainer has stopped all tables for a moment.
table-held-why = What you have typed is safe. You go on when the trainer says so.
table-called = Everybody is asked back to the hall.
table-called-go = Back to the hall
table-nudge = The trainer says: { $text }
table-moved = You sit at table { $number } now.
table-moved-goes = This page takes you there.
table-moved-unsent = You have not sent everything here. Copy what you want to keep, then go there.
table-arrived = The trainer moved you to table { $number }.
table-arrived-stays = What you gave at table { $from } stays there.
table-help-head = The trainer
table-help-ask = Ask for help
table-help-asked = The trainer can see that your table asks for help.
table-help-coming = Your table asked for help.
table-help-done = We are fine now
table-no-chair = Nobody leads this table.
table-no-chair-runs = It goes on when half of you are ready. Or one of you takes the chair, and leads it from step to step.
table-no-chair-needs = It needs somebody in the chair, who leads it from step to step, before it goes on.
table-take-chair = I will take the chair

# A table that runs itself

ready-name = Going on together
ready-press = Ready to go on
ready-undo = Not ready yet
ready-said = You are ready to go on.
ready-not-said = You are not ready yet.
ready-count = { $ready } of { $of } ready. You go on when { $needed } are.
ready-needs =
    { $needed ->
        [one] You go on when 1 of you is ready.
       *[other] You go on when { $needed } of you are ready.
    }
ready-who = Ready: { $names }.
ready-next-step = Next: { $title }
ready-next-answers = Next: everybody’s answers are opened
ready-next-notes = Next: everybody’s notes are opened
ready-next-end = Next: you are through
ready-stand-first =
    { $count ->
        [one] 1 more person says where they stand first.
       *[other] { $count } more people say where they stand first.
    }
ready-through = Your table is through. The trainer can see it.
