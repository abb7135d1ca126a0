# The steps and their charts. Read by people in the middle of a meeting: short, plain, kind.

# Statements and places

statement-line = { $letter }: { $text }
others =
    { $count ->
        [one] 1 other
       *[other] { $count } others
    }
place =
    { $place ->
        [one] { $place }st
        [two] { $place }nd
        [few] { $place }rd
       *[other] { $place }th
    }
place-between = between { $low } and { $high }
set-aside = Set aside
step-paused = The meeting is paused. You can go on thinking, and send when it goes on.

# Putting things in order

order-modes = How do you want to put them in order?
order-mode-tap = Tap in order
order-mode-adjust = Adjust
order-hint-tap = Tap the most important one first, then the next, and so on. Tap again to take one out.
order-hint-adjust = Move a row with its buttons, or drag it.
order-now = { $item } is now { $place } of { $of }.
order-out = { $item } has no place now.
order-undo = Undo
order-undone = Undone.
order-start-again = Start again
order-cleared = All places are empty again.
order-up = Move up: { $item }
order-down = Move down: { $item }
order-to = Move to…
order-to-says = Move to…: { $item }
order-move-title = Which place?
order-move-place = Place { $place }

# Answering in private

judge-private = Only you can see this.
judge-progress = { $answered } of { $of } have answered
judge-choose =
    { $count ->
        [one] Your choice
       *[other] Choose { $count }
    }
judge-choose-more =
    { $count ->
        [one] Choose one statement first.
       *[other] Choose { $count } more first.
    }
judge-because = Because… (if you wish)
judge-because-was = Because: { $because }
judge-send = Send
judge-send-order = Send my order
judge-sent = Your answer is in
judge-see-order = See my order
judge-on-its-way = Your answer is on its way
judge-sent-hint = You can change it until the answers are opened.
judge-sending = It is saved on this device and sent as soon as it can be.
judge-sent-said = Your answer is in.
judge-change = Change it
judge-keep-sent = Keep what I sent
judge-rank = Your order
judge-again = You start from your own last order. Changing nothing is just as good.
judge-rank-more =
    { $count ->
        [one] One statement has no place yet.
       *[other] { $count } statements have no place yet. Tap them, or change to Adjust and use the order you see there.
    }
judge-check = Check my order
judge-check-head = Check your order
judge-check-hint = The most important one is first.
judge-unchanged = This is your last order, with nothing changed. That is just as good.
judge-shuffled = You have not moved anything. This is the mixed order you started from.
judge-rank-because = Do you want to say why? (if you wish)
judge-still-private = The answers have not been opened.
judge-veiled = Everyone is answering in private
judge-veiled-all = Everyone here has answered
judge-who-has = Answered: { $names }
judge-who-has-not = Not yet: { $names }

judge-reveal = Reveal to all { $of }
judge-nobody-yet = Nobody has answered yet.
judge-missing-title =
    { $count ->
        [one] 1 has not answered
       *[other] { $count } have not answered
    }
judge-missing-text = Not answered yet: { $names }. If you reveal now, the record says so, and they can no longer answer.
judge-missing-wait = Wait
judge-missing-go = Reveal without them, noted

judge-revealed-said = The answers are open.
judge-revealed = What everyone said
judge-revealed-count =
    { $count ->
        [one] 1 person answered.
       *[other] { $count } people answered.
    }
judge-were-missing = Here, but had not answered: { $names }
judge-reasons = Reasons people gave
wall-widest = Where we differ most

# Bars: who chose what

bars-label = Who chose which statement
bars-count =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
bars-who = Who chose it
bars-level =
    { $count ->
        [one] Level with 1 other statement.
       *[other] Level with { $count } other statements.
    }
bars-others =
    { $count ->
        [one] 1 statement that nobody chose
       *[other] { $count } statements that nobody chose
    }

# Strips: where everybody placed each statement

strips-label = Where everyone placed each statement
strips-sort = Show first
strips-sort-widest = Widest spread
strips-sort-median = Highest placed
strips-sort-list = List order
strips-legend = One mark for each person; yours has a ring. The grey band holds the middle half, the thick line is the middle.
strips-legend-before = One mark for each person; yours has a ring. Hollow: last time. Filled: now. The grey band holds the middle half, the thick line is the middle.
strips-most = most important
strips-least = least
strip-says = From { $low } to { $high }. Middle: { $middle }.
strip-widest = The widest spread.
strip-all-same = Everyone placed it { $place }.
strips-caption = Places, 1 is the most important
strips-middle = Middle
strips-from-to = From, to
strips-range = { $low } to { $high }
chart-table = Show as a table
chart-statement = Statement

# Agreement

gauge-head = How far we agree
gauge-question = Take two people and two statements at random. How often do they put them in the same order?
gauge-never = 0: never
gauge-chance = 5: chance
gauge-always = 10: always
gauge-now = { $tenths } times in 10, among { $people } people. By chance alone it would be 5.
gauge-key-before = Last time: { $tenths } in 10
gauge-key-now = Now: { $tenths } in 10
gauge-both = Among the { $people } people who answered both times. By chance alone it would be 5.
gauge-closer = People are closer together than before. That does not make them more right.
gauge-apart = People are further apart than before. That does not make them less right.
gauge-same = People are as close as before.
gauge-too-few = This needs three people or more.
furthest = { $name }’s order differs most. Ask what they see that others do not. See:

movement-head = What moved
movement-unchanged =
    { $unchanged ->
        [0] All { $people } people changed something.
        [one] 1 of { $people } people changed nothing. That is just as good.
       *[other] { $unchanged } of { $people } people changed nothing. That is just as good.
    }
movement-item =
    { $raised ->
        [0] { $lowered ->
            [one] 1 person put it lower
           *[other] { $lowered } people put it lower
        }
        [one] 1 person put it higher{ $lowered ->
            [0] { "" }
           *[other] , { $lowered } lower
        }
       *[other] { $raised } people put it higher{ $lowered ->
            [0] { "" }
           *[other] , { $lowered } lower
        }
    }

# From pass to pass

bump-head = From one time to the next
bump-label = How the statements moved from one time to the next
bump-hint = Each line is one statement, at the middle of where people placed it. Pick one or two letters to follow them.
bump-pass =
    { $number ->
        [1] First time
        [2] Second time
       *[other] Third time
    }
bump-board = Our board
bump-pick = Follow a statement
bump-first = (thick line)
bump-second = (dashed line)
bump-caption = Place of each statement
bump-level = { $low } to { $high }, level
bump-off = not on the board

# Settling

settle-start = Starting point, not the answer
settle-start-ranked = This puts everyone’s orders together. Talk about it, and change it as you like.
settle-start-chosen = The statements that most people chose come first. Talk about it, and change it as you like.
settle-not-exact = It could not be proven that this is the best order. Another one may fit just as well.
settle-statements = Statements

grounds-title = Why this order?
grounds-border =
    { $against ->
        [0] { $higher } before { $lower }: { $people } of { $of } people put them this way round, nobody the other way.
       *[other] { $higher } before { $lower }: { $people } of { $of } people put them this way round, { $against } the other way.
    }
grounds-border-even = { $higher } before { $lower }: as many people put them one way round as the other. Other statements decide it.
grounds-border-against = { $higher } before { $lower }, although { $against } of { $of } people put them the other way round: any other order would overrule more people.
grounds-rules-agree =
    { $slots ->
        [one] Five ways of counting agree on which comes first.
       *[other] Five ways of counting agree on which { $slots } come first.
    }
grounds-rules-differ =
    { $slots ->
        [one] Which comes first depends on how you count: { $items }.
       *[other] Which { $slots } come first depends on how you count: { $items }.
    }
grounds-chosen-open =
    { $slots ->
        [one] Several orders fit equally well, and they differ in which comes first.
       *[other] Several orders fit equally well, and they differ in which { $slots } come first.
    }
grounds-chosen-minds =
    { $count ->
        [one] One person changing their mind could alter which { $slots ->
            [one] comes
           *[other] { $slots } come
        } first.
       *[other] { $count } people changing their minds could alter which { $slots ->
            [one] comes
           *[other] { $slots } come
        } first. Fewer could not.
    }
grounds-chosen-at-least =
    { $count ->
        [one] It would take at least one person changing their mind to alter which { $slots ->
            [one] comes
           *[other] { $slots } come
        } first.
       *[other] It would take at least { $count } people changing their minds to alter which { $slots ->
            [one] comes
           *[other] { $slots } come
        } first.
    }
grounds-order-open = Several whole orders fit equally well.
grounds-order-minds =
    { $count ->
        [one] One person changing their mind could alter the order.
       *[other] { $count } people changing their minds could alter the order. Fewer could not.
    }
grounds-order-at-least =
    { $count ->
        [one] It would take at least one person changing their mind to alter the order.
       *[other] It would take at least { $count } people changing their minds to alter the order.
    }
grounds-absent-could =
    { $count ->
        [one] One person did not answer. They could still alter which { $slots ->
            [one] comes
           *[other] { $slots } come
        } first.
       *[other] { $count } people did not answer. They could still alter which { $slots ->
            [one] comes
           *[other] { $slots } come
        } first.
    }
grounds-absent-could-not =
    { $count ->
        [one] One person did not answer. Whatever they say, the same { $slots ->
            [one] one comes
           *[other] { $slots } come
        } first.
       *[other] { $count } people did not answer. Whatever they say, the same { $slots ->
            [one] one comes
           *[other] { $slots } come
        } first.
    }

settle-band-level = { $first } to { $last }: level, no order between them
settle-support =
    { $slots ->
        [1] { $count } of { $of } have it first
        [5] { $count } of { $of } have it in their own five
       *[other] { $count } of { $of } have it in their own first { $slots }
    }
settle-support-chosen = { $count } of { $of } chose it
settle-on-board = In place { $place }
settle-on-board-one = This is proposed
settle-propose = Propose this
settle-propose-instead = Propose this instead
settle-put = Place { $place }
settle-put-elsewhere = Other…
settle-put-instead = Place…
settle-says = { $label }: { $item }
settle-where = Which place?
settle-where-hint = If a statement stands there already, it goes back to the list, or the two change places. People then say again where they stand.
settle-place-empty = { $place }: empty
settle-place-with = { $place }: now { $item }
settle-put-said = { $item } is now in place { $place }.
settle-out-said = Place { $place } is empty now.
settle-reopened-said = Place { $place } is open again.

settle-news-proposed = Proposed for place { $place }: { $item }
settle-news-settled = Place { $place } is settled: { $item }
settle-empty = Nothing here yet
settle-empty-one = Nothing proposed yet
settle-proposed =
    { $aim ->
        [set_aside] Proposed to set aside
       *[keep] Proposed
    }
settle-settled =
    { $aim ->
        [set_aside] Set aside
       *[keep] Settled
    }
settle-move = Move…
settle-take-out = Take out
settle-take-out-title = Take it out?
settle-take-out-text =
    { $count ->
        [one] What 1 person said about it is lost.
       *[other] What { $count } people said about it is lost.
    }
settle-reopen = Open again
settle-because = Because… (the group’s reason)
settle-because-hint = Goes into the record when you settle this.
settle-because-was = Because: { $because }

settle-stand-title =
    { $aim ->
        [set_aside] Shall we set this aside?
       *[keep] Where do you stand?
    }
settle-stand = Send
settle-stand-open = Everyone sees this at once, with your name.
settle-stood = You said: { $stance }.
settle-you-said = You said: { $stance }
settle-change = Change it
settle-keep = Keep what I said
settle-pick-first = Pick one of the five.
settle-words-first = Please add a few words.
settle-not-heard = Not heard yet: { $names }
settle-was-missing = Here, but had not said: { $names }
settle-dissent = Kept beside it
settle-no-yet = Why not
settle-who = Who
settle-who-stands = Where everyone stands
settle-all-agree =
    { $aim ->
        [set_aside] All agree to set it aside
       *[keep] All agree
    }
settle-all-here-agree =
    { $aim ->
        [set_aside] All who were here agree to set it aside
       *[keep] All who were here agree
    }
settle-was-away = Away, and had not said: { $names }
settle-said-no = Did not agree: { $names }
settle-said-not-mine = Not theirs to say: { $names }

stance-yes = Yes
stance-yes-hint =
    { $aim ->
        [set_aside] I am for setting it aside.
       *[keep] I am for it.
    }
stance-yes_note = Yes, with a note
stance-yes_note-hint =
    { $aim ->
        [set_aside] I am for setting it aside, and want something written down.
       *[keep] I am for it, and want something written down.
    }
stance-yes_note-words = Your note
stance-can_live = I can live with it
stance-can_live-hint = Not my first choice, but fine.
stance-can_live-words = Do you want to add something? (if you wish)
stance-no = No, because…
stance-no-hint =
    { $aim ->
        [set_aside] I want to keep it. My reason is kept in my own words.
       *[keep] Your reason is kept in your own words.
    }
stance-no-words = Because…
stance-not_mine = Not mine to say
stance-not_mine-hint = Somebody else should decide this.

settle-act = Settle place { $place }
settle-act-one =
    { $aim ->
        [set_aside] Set this aside
       *[keep] Settle this
    }
settle-first = Put a statement in place { $place } first.
settle-first-one = Propose a statement first.
settle-unheard-title =
    { $count ->
        [one] 1 has not said where they stand
       *[other] { $count } have not said where they stand
    }
settle-unheard-text = Not heard yet: { $names }. If you go on, the record says so.
settle-unheard-wait = Wait
settle-unheard-go = Go on without them, noted
settle-no-title =
    { $count ->
        [one] 1 says no
       *[other] { $count } say no
    }
settle-no-text = { $names } said no. You can change what is proposed, or go on and keep their words beside it.
settle-no-wait = Change what is proposed
settle-no-go = Keep the no and go on

settle-wall-count =
    { $word ->
        [yes] Yes: { $count }
        [yes_note] Yes, with a note: { $count }
        [can_live] Can live with it: { $count }
        [no] No: { $count }
       *[not_mine] Not theirs to say: { $count }
    }
settle-wall-missing =
    { $count ->
        [one] 1 not heard
       *[other] { $count } not heard
    }

# Collecting

collect-news =
    { $count ->
        [one] There is 1 note by others.
       *[other] There are { $count } notes by others.
    }
collect-form = Write a note
collect-pair = Pick two statements
collect-first = One
collect-second = The other
collect-choose = Choose one
collect-tap = Or tap two cards
collect-picked =
    { $count ->
        [0] None picked.
        [one] One picked.
       *[other] Two picked.
    }
collect-lane = They are
collect-words = Your words
collect-add = Add
collect-added = Added to: { $lane }
collect-missing-pair = Pick two statements first.
collect-missing-text = Write a few words first.
collect-empty = Nothing here yet.
collect-edit = Change
collect-save = Save
collect-cancel = Cancel
collect-saved = Saved.
collect-remove = Take away
collect-remove-sure = Take this note away?
collect-remove-yes = Yes, take it away
collect-remove-no = Keep it
collect-removed = The note is gone.

# Turns

turns-news = Now talking about: { $item }
turns-talking = { $time } so far
turns-strip = Where everyone placed { $item }
turns-why = What made you put it there?
turns-highest = Ask who put it highest
turns-lowest = Ask who put it lowest
turns-keep = Worth keeping
turns-keep-save = Save the note
turns-kept = The note is saved.
turns-nothing-new = Nothing new to save.
turns-note = Note: { $note }
turns-now = Talking about this now
turns-had = Talked for { $time }
turns-talk = Talk about this
turns-talk-says = { $action }: { $item }
turns-stop = Stop here
turns-act-first = Start with { $letter }
turns-act-next = Next: { $letter }
