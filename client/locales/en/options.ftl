# Notes of every sort, private notes, options with their balance, and "if we decided this today".

# Writing a note
collect-shown-name = Everyone sees your note, with your name.
collect-shown-agency = Everyone sees your note, with your agency but not your name.
collect-shown-nobody = Everyone sees your note. Your name is not kept with it, so you cannot change it later. In a small group, people may still guess.
collect-then-name = Then everyone sees it, with your name.
collect-then-agency = Then everyone sees it, with your agency but not your name.
collect-then-nobody = Then everyone sees it. Your name is not kept with it, so you cannot read or change it after you press Add. In a small group, people may still guess.
collect-private = Only you can see what you write here, until the chair opens everyone’s notes together.
collect-words-if-any = Anything to add
collect-missing-item = Pick the one that this is about first.
collect-missing-source = Say where it comes from first.
collect-missing-day = Give the day first.
note-lane = What kind of note is it?
note-about = This is about
note-source = Where it comes from
note-source-hint = Who brought it, or where it is written. For example: words brought by her school.
note-day = The day it was said or written
note-nothing = Nothing from us
note-for-other = I am passing this on for another agency
note-for-agency = Which agency
note-strength-first = Nobody has said anything good about this one yet. Can you say one strength first?

# A note that is there
note-from = From: { $source }, { $day }
note-for = for { $agency }
note-unsigned = No name kept
note-used = A later step uses this now, so it stays as it is.
note-also = Put together with
note-merge = Put together
note-merge-title = Put this note together with another?
note-merge-none = There is no other note on this list to put it together with.
note-merge-into = It says the same as
note-merge-go = Put them together
note-merge-choose = Choose the other note first.
note-merged = Put together. Both keep their words.
note-part = Take apart
note-parted = It stands alone again.

# A list with nothing on it
lane-none = Considered, none.
lane-none-say = We considered this: none
lane-none-back = Take that back
lane-none-said = It is noted that you considered this and found none.
lane-none-back-said = Taken back.

# Private first
collect-veiled = Notes are private for now
collect-written =
    { $notes ->
        [0] Nobody has written yet.
        [one] 1 note so far.
       *[other] { $people ->
            [0] { $notes } notes so far.
            [one] { $notes } notes so far, by 1 person.
           *[other] { $notes } notes so far, by { $people } people.
        }
    }
collect-own = What you have written
collect-reveal =
    { $count ->
        [one] Open 1 note to all
       *[other] Open { $count } notes to all
    }
collect-reveal-title =
    { $count ->
        [one] 1 person here has not written yet
       *[other] { $count } people here have not written yet
    }
collect-reveal-text = { $names }. They can still add notes once all are open.
collect-reveal-wait = Wait
collect-reveal-go = Open them now

# A note to oneself
myself = A note to myself
myself-words = Only for me
myself-hint = This stays on this phone or computer. Nobody else can see it, and it is gone when the meeting ends.
myself-by-name = Add it with my name
myself-unsigned = Add it without my name
myself-who = Is it about somebody? Who could you speak to about it?
myself-call = Make it something I will do
myself-will-speak = I will speak to { $who } about this.
myself-moved = It is in the form now. Press Add when you are ready.

# Options
options = The options
option-write = Write about this
option-notes = What has been said
option-gap = A gap: nobody has brought anything for “{ $lane }” yet.
balance-label = Strengths, worries and what nobody knows, for each option
balance-not-a-score = These are counts of what people said. They are not a score, and they do not decide anything.
balance-strengths =
    { $count ->
        [0] No strengths yet
        [one] 1 strength
       *[other] { $count } strengths
    }
balance-worries =
    { $count ->
        [0] No worries yet
        [one] 1 worry
       *[other] { $count } worries
    }
balance-unknowns =
    { $count ->
        [0] No don’t-knows
        [one] 1 don’t-know
       *[other] { $count } don’t-knows
    }

# On paper
paper-source = From { $source }, { $day }.
paper-lanes-empty = Nothing was written under: { $lanes }.

# If we decided this today
preview-open = If we decided this today
preview-only = Only a preview. Nothing is saved.
preview-draft = The decision would be
preview-likely = What would likely follow
preview-strengths = Strengths
preview-worries = Worries
preview-changes = What could change
preview-dissent = Who is not behind it, and what nobody knows
preview-no-dissent = Nobody has said no or put it low so far. That is not the same as yes.
preview-says-no = No, because: { $note }
preview-put-low = put it { $place } of { $of }
preview-unknowns = What nobody knows
preview-week = In the next seven days
preview-no-offers = Nobody has offered to do anything for it yet.
preview-by = Promised, by { $day }
preview-propose = Propose this
preview-proposed = It is proposed. Everyone can say where they stand.
