# commit: who promises what, with whom, by when, and how everybody will know.
commit-carried = What came of our promises?
commit-asks-you =
    { $count ->
        [one] Somebody asks you to keep a promise. Please say yes or no.
       *[other] { $count } promises ask for your yes or no.
    }
commit-make = A new promise
commit-begin = Make a promise
commit-add = Add this promise
commit-made = The promise was added.
commit-cancel = Not now
commit-missing-what = Say what will be done
commit-missing-owner = Say who will do it
commit-what = What will be done?
commit-hint-what = One thing, in plain words.
commit-who = Who will do it?
commit-hint-who = Two or more keep it together. Everybody but you is asked, and says yes or no.
commit-who-else = A whole agency, or somebody who is not here
commit-whole-agency = { $agency } as an agency
commit-others = Somebody who is not in the room
commit-outside = not in the room
commit-by = By when?
commit-how = How will we know?
commit-hint-how = What will be different, and where we will see it.
commit-test = A small test of change
commit-think = We think
commit-hint-think = What might help, and why.
commit-trial = We will try
commit-hint-trial = The smallest step that shows something.
commit-look = We will look at
commit-hint-look = What tells us whether it helped.
commit-more = More: time, cost, cover, review
commit-option = For which option?
commit-option-none = None in particular
commit-review = Look at it again on
commit-time = Time it takes
commit-hint-time = For example: an hour a week.
commit-cost = What it costs
commit-hint-cost = And who pays.
commit-cover = Who covers
commit-hint-cover = Who does it when the owner is away.
commit-tells-family = The family is told about this
commit-promises =
    { $count ->
        [0] Promises
        [one] One promise
       *[other] { $count } promises
    }
commit-none = Nobody has promised anything yet.
commit-try-joint = Trust grows by doing something together: which one thing can two agencies do side by side?
commit-joint = Together
commit-is-test = Small test
commit-by-day = by { $day }
commit-no-day = No day yet
commit-answer-yes = Yes
commit-answer-no = No
commit-answer-asked = Asked
commit-yes = Yes, I will
commit-no = No, not this
commit-they-yes = They say yes
commit-they-no = They say no
commit-yes-said = You said yes. Thank you.
commit-no-said = It is kept that the answer is no.
commit-change = Change the promise
commit-save = Save
commit-changed = The promise was changed.
commit-behind = Somebody changed this promise while you wrote. It now says:
commit-withdraw = Take it back
commit-withdrawn = The promise was taken back.
commit-result = What came of it?
commit-stage-done = Done
commit-stage-not_done = Not done
commit-stage-changed = It changed
commit-result-words = In a few words
commit-result-save = Save what came of it
commit-result-saved = Kept: what came of it.
commit-result-change = Change what came of it
commit-result-asked = Its owners say what came of it.
commit-load = Who holds how much
commit-load-count =
    { $count ->
        [one] 1 promise
       *[other] { $count } promises
    }
commit-load-heavy = { $agency } holds more than half. Can others share?
commit-own = What I will do
commit-own-label = One thing that I myself will do
commit-own-hint = Everybody sees it, and our next meeting shows it again.
commit-own-save = Keep my line
commit-own-saved = Your line is kept.
commit-own-nothing-new = Write something new first
paper-commit-heavy =
    { $agency } holds { $count ->
        [one] one promise
       *[other] { $count } promises
    }, which is more than half.
