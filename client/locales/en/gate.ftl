# gate: a wording that everybody reads and answers.
gate-version = Wording: version { $version }
gate-checks = Please tick each line
gate-tick-first =
    { $count ->
        [one] One line to tick first
       *[other] { $count } lines to tick first
    }
gate-note = Add a note
gate-note-words = Your own words
gate-note-hint = You can leave this empty. It is kept in the record with your answer.
gate-agree = I have read this and agree
gate-disagree = I do not agree
gate-agreed-said = Thank you. You agreed.
gate-not-agreed-said = Thank you. It is kept that you do not agree.
gate-you-agreed = You have read this and agreed, at { $time }.
gate-you-did-not = You do not agree. This was kept at { $time }.
gate-again = Change my answer
gate-count =
    { $waiting ->
        [0] Everybody here has answered.
        [one] Answers so far: { $answered }. One person here has not answered.
       *[other] Answers so far: { $answered }. { $waiting } people here have not answered.
    }
gate-answers = Who has answered
gate-answers-hint = Only you see this now. The record will have who answered what, and when.
gate-agreed = Agreed
gate-not-agreed = Not agreed
gate-not-yet = Not answered yet
gate-away = Not here
gate-said-aloud = said aloud, written down for them
gate-aloud = Ask aloud
gate-aloud-asked = What does { $name } say?
gate-their-words = Their own words, if they want to add any
gate-aloud-yes = They agree
gate-aloud-no = They do not agree
gate-written-down = Written down for { $name }.
gate-wall = Please read this on your own screen and answer.
gate-waiting =
    { $count ->
        [one] One person here has not answered. Wait, or ask them aloud.
       *[other] { $count } people here have not answered. Wait, or ask them aloud.
    }
gate-next = Go on
gate-first = You came in later. Before you take part, please read this and answer.
paper-gate-check = Asked to tick:
