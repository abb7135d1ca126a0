# What goes on beside the steps: immediate risk, the words we use, the parking list, the calendar.

sheet-words = Words we use
sheet-parking = Parking list
more-count-spoken =
    { $count ->
        [one] 1 waiting
       *[other] { $count } waiting
    }
more-calendar = Add to my calendar
desk-beside = Beside the steps

# Immediate risk

risk-button = Immediate risk
risk-title = Is somebody in danger?
risk-call = If somebody is in danger now, call 999.
risk-what-happens = This stops the meeting. Everybody is told that you raised an immediate risk.
risk-raise = Stop the meeting
risk-not-now = Go back
risk-words = What is it about? You can leave this empty
risk-words-hint = Only you and the chair will see these words.
risk-going = Your alert is saved on this device. It goes out as soon as you are online.
risk-raised = { $name } raised an immediate risk at { $at }. The meeting is paused.
risk-planned = { $convenes } brings people together by { $due }.
risk-due = { $time } on { $day }
risk-only-you = Only you and the chair see this: { $what }
risk-answer = Write down what happens next
risk-answer-again = Change the plan
risk-plan-title = What happens next
risk-way = Is a strategy meeting needed?
risk-way-plan = Yes
risk-way-stand_down = No
risk-convenes = Who brings people together?
risk-seen-by-all = Everybody in the room sees the name and the time.
risk-by-when = By when?
risk-told = Who has been told?
risk-because = Why not?
risk-kept-private = Only the chair and the person who raised this can see these words.
risk-save = Write it down
risk-missing-plan = Please say who brings people together, and by when.
risk-missing-because = Please say why.
risk-saved = Written down. The chair can go on with the meeting.
risk-saved-chair = Written down. You can go on with the meeting.

# Words we use

words-why = Say what you mean by a word. It is then underlined where it comes up, so that everybody can look.
words-none = No words yet. For example: CIN means child in need.
words-form = Explain a word
words-word = The word
words-meaning = What I mean by it
words-put = Add to the list
words-missing-word = Please write the word first.
words-missing-meaning = Please say what you mean by it.
words-put-said = { $word } is on the list.
words-differ = We mean different things by this. Talk about it, then agree.
words-agreed = This is what we all mean.
words-same = I mean the same
words-same-count =
    { $count ->
        [one] { $names } means the same
       *[other] { $names } mean the same
    }
words-of = by { $word }, as { $name } wrote it
words-settle = We all agree
words-edit = Change my words
words-drop = Take away
words-drop-says = Take away what { $name } means by { $word }
words-dropped-said = Taken away: { $word }.
words-carried = The meeting before
gloss-what = , what does this mean?
gloss-agreed = { $meaning } (We all agreed on this.)
gloss-by = { $name }: { $meaning }

# Parking list

parking-why = For what matters and does not belong here. It is kept, so that nobody has to hold on to it.
parking-why-reflective = Here we think, and decide nothing. New information goes to the lead worker with the time, and out of this talk.
parking-none = Nothing is waiting here.
parking-form = Add to the parking list
parking-words = What should not get lost?
parking-is-news = This is new information for the lead worker
parking-add = Add to the list
parking-missing = Please write something first.
parking-added-said = Added to the parking list.
parking-for-lead = New information for the lead worker
parking-later = For another time
parking-done-title = Dealt with
parking-done-by = Dealt with by
parking-finish = Dealt with
parking-finish-says = Dealt with: { $text }
parking-finished-said = Marked as dealt with.

# The calendar file. Others may see it on a phone: no names.

calendar-meeting = Meeting: { $title }
calendar-more = Open the room to read more: { $link }
calendar-untitled = see the room
calendar-unsaid = something was promised
calendar-by = Due: { $what } ({ $title })
calendar-review = Look at it again: { $what } ({ $title })
calendar-disagreement = A disagreement should be settled by now ({ $title })
calendar-clock = { $what } ({ $title })

# On paper

paper-risks = Immediate risk
paper-risk-raised = raised an immediate risk at { $time }. The meeting stopped.
paper-risk-planned = { $convenes } brings people together by { $due }.
paper-risk-stood-down = It was written down why no strategy meeting is needed.
paper-risk-open = Nobody wrote down what happens next.
paper-parked-lead = new information for the lead worker
paper-parked-done = dealt with
paper-words-same = the same for
