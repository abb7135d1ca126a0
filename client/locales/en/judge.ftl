# Private answers: in what form, who will see whose, and what they came to. Short, plain, kind.

# Whose answers they are

judge-shown-name = When the answers are opened, everyone here sees your name beside yours.
judge-shown-agency = When the answers are opened, everyone here sees your agency beside yours and not your name; if you are the only one from your agency, that is the same thing.
judge-shown-nobody = Everyone can see that you answered, but nobody can look up what, because it is kept without your name; only somebody who runs this service and watches as you send it could tell.
judge-are-shown-agency = They are shown by agency, not by name.
judge-are-shown-nobody = Nobody’s name is kept with their answer.
judge-somebody = Somebody here
judge-sent-hint-here = You can change it on this device until the answers are opened. Nobody else can.
judge-stays = It was sent from another device, or this one no longer has it. Nothing here tells which answer is yours, so it stays as it is.
judge-too-few = This needs { $least } people or more. With fewer, everyone could tell whose answer is whose.
judge-too-few-yet = At least { $least } must have answered. With fewer, everyone could tell whose answer is whose.

# The forms of an answer

judge-dont-know = I don’t know
judge-unsure-was = You say that you don’t know. That is an answer too.
judge-unsure-head =
    { $count ->
        [one] 1 person doesn’t know
       *[other] { $count } people don’t know
    }
judge-chosen = { $count } of { $of } chosen
judge-rank-some =
    { $count ->
        [one] Put at least one in order. You may leave out the rest.
       *[other] Put at least { $count } in order, the most important first. You may leave out the rest.
    }
judge-rank-some-more =
    { $count ->
        [one] One more needs a place.
       *[other] { $count } more need a place. Tap them, or change to Adjust and use the order you see there.
    }
judge-rows-more =
    { $count ->
        [one] One more needs a place.
       *[other] { $count } more need a place.
    }
judge-not-ranked =
    { $count ->
        [one] 1 not ranked
       *[other] { $count } not ranked
    }
judge-this-question = This question
judge-give-scale =
    { $count ->
        [one] Your mark
       *[other] Your marks
    }
judge-give-level =
    { $count ->
        [one] How far do you agree?
       *[other] How far do you agree with each?
    }
judge-marks-again = You start from what you answered last time. Changing nothing is just as good.
judge-mark-more =
    { $count ->
        [one] Choose an answer first.
       *[other] { $count } still need an answer. “I don’t know” is one.
    }
judge-scale-itself = Your mark from 0 to 10
judge-end = { $mark }: { $words }
judge-mark = { $mark } of 10
judge-level-1 = I can’t agree
judge-level-2 = I have serious doubts
judge-level-3 = I can live with it
judge-level-4 = I agree, with small worries
judge-level-5 = I agree fully
judge-because-unsure = What would help you to know? (if you wish)
judge-because-all = Anything about all of them? (if you wish)

# After the reveal

judge-alarm = Somebody answered { $mark } or below. Is anyone in danger now?
judge-alarm-hint = Ask this before anything else. The mark is a question, not a finding.
judge-alarm-raise = Yes, or we can’t be sure
judge-alarm-words = A mark of { $mark } or below.
strip-all-same-some = All who placed it put it { $place }.
strip-placed-by = { $count } of { $of } placed it.
scale-label = Where everyone’s marks are
scale-legend = One mark for each person.
scale-legend-own = Yours has a ring.
scale-legend-before = Hollow: last time. Filled: now.
scale-legend-widest = The widest spread comes first.
scale-says = From { $low } to { $high }.
scale-all-same = All at { $mark }.
scale-unsure =
    { $count ->
        [one] 1 doesn’t know.
       *[other] { $count } don’t know.
    }
scale-unsure-cell = don’t know
scale-middle = Middle: { $middle }.
scale-caption = Marks from 0 ({ $low }) to 10 ({ $high })
scale-caption-levels = Agreement from 1 (none) to 5 (full)

# One person one voice, one agency one voice

two-voices-head = By person and by agency
two-voices-person = Each person one voice
two-voices-agency = Each agency one voice
two-voices-number = { $value }
two-voices-same-counts = Counted by person or by agency ({ $agencies } agencies), the same is in front.
two-voices-same-middles = Counted by person or by agency ({ $agencies } agencies), the middle is the same.
two-voices-same-orders = Counted by person or by agency ({ $agencies } agencies), the order is the same.
two-voices-differ-counts = It makes a difference how voices are counted: by person and by agency ({ $agencies } agencies), not the same is in front.
two-voices-differ-middles = It makes a difference how voices are counted: by person and by agency ({ $agencies } agencies), the middle is not the same.
two-voices-differ-orders = It makes a difference how voices are counted: by person and by agency ({ $agencies } agencies), the order is not the same.

# On the sheet

paper-shown-agency = Answers are shown by agency.
paper-shown-nobody = Answers are not attributed: no name is kept with them.
paper-nobody = somebody
paper-chosen-agencies = ({ $voices } when each agency has one voice)
paper-scale-ends = From 0 ({ $low }) to 10 ({ $high }).
paper-level-ends = From 1 (I can’t agree) to 5 (I agree fully).
paper-dont-know = don’t know
paper-middle = Middle: { $middle }.
paper-middle-agencies = Middle of the agencies: { $middle }.
paper-alarm = A mark of { $mark } or below was given: the meeting was asked whether anyone was in danger then.
paper-orders-differ = Counted by person and by agency, the order is not the same.
paper-unsure = Don’t know:
