## The minutes on the screen: read by everybody, put right by those who may

sheet-minutes = Minutes so far
minutes-of = Minutes of { $title }
minutes-closed = Minutes
minutes-back = Back to the room
minutes-open-page = Open as a page
minutes-unreachable = The minutes cannot be fetched just now. We keep trying.
minutes-contents = Contents
minutes-blank = –

minutes-label-fact = Fact
minutes-label-opinion = Opinion
minutes-label-decision = Decision
minutes-readers-all = Family too
minutes-readers-professionals = Professionals
minutes-readers-restricted = Keepers only

minutes-put-right = Put a line right
minutes-put-right-keeper = Choose the line. What it said before stays beside it, and everybody sees who changed it.
minutes-put-right-why = Choose the line that is not right and say how it should read. The chair or the recorder answers.
minutes-open-until = Is something wrong in the minutes? It can be put right until { $day }.
minutes-over-since = The time for corrections ended on { $day }. The minutes stay as they are.
minutes-as-family = See what the family sees
minutes-as-family-why = This is all that the family can read. Lines for professionals or keepers are left out.

minutes-change = Change
minutes-change-says = Change the line “{ $line }”
minutes-propose = Propose a correction
minutes-propose-says = Propose a correction of the line “{ $line }”
minutes-form = How this line should read: { $line }
minutes-words = Words
minutes-because = Why? (if you like)
minutes-is = This is a
minutes-readers = Who may read it
minutes-propose-why = You cannot change this line yourself. What you write here is sent to those who can, and you get an answer.
minutes-own-words = These are somebody’s own words. What you write here is sent to them as a proposal.
minutes-changed-meanwhile = This line has changed while you were writing. It now says: { $words }
minutes-save = Save
minutes-propose-send = Send the proposal
minutes-leave = Leave it as it is
minutes-restore = Back to how it was
minutes-nothing-changed = Change something first.
minutes-saved-said = The line is changed. What it said before stays beside it.
minutes-proposed-said = Your correction is sent. You will see the answer here.
minutes-restored-said = The line is as it was at first.

minutes-reworded = Reworded by { $name } on { $day }. Before:
minutes-since = By itself it would now say:
minutes-relabelled = Label or readers changed by { $name } on { $day }.

minutes-waiting = { $count ->
    [one] One correction waits
   *[other] { $count } corrections wait
 }
minutes-correction-of = Correction of “{ $words }”
minutes-proposed-by = { $name }, { $day }
minutes-now = It says
minutes-instead = It should say
minutes-because-said = Why
minutes-reason = Your reason, if you do not accept it
minutes-reason-needed = Say why in a few words first.
minutes-accept = Accept
minutes-accept-says = Accept the correction “{ $words }”
minutes-decline = Do not accept
minutes-decline-says = Do not accept the correction “{ $words }”
minutes-accepted-said = Accepted. The line now says so.
minutes-declined-said = Not accepted. Your reason is in the record.
minutes-mine-waits = Your correction waits for an answer.
minutes-withdraw = Take it back
minutes-withdraw-says = Take it back: the correction “{ $words }”
minutes-withdrawn-said = Your correction is taken back.

minutes-take-away = Take it with you
minutes-print = Print this page
closed-minutes = Read the minutes
closed-corrections = { $count ->
    [one] One correction waits for an answer.
   *[other] { $count } corrections wait for an answer.
 }
closed-wishes = { $count ->
    [one] One person asks for their words to be removed. Answer them.
   *[other] { $count } people ask for their words to be removed. Answer them.
 }

later-loading = One moment…
later-failed = This part could not be fetched.
later-again = Try again
