# Turns, hands, remarks, and who is heard.

## Turns

turns-left = { $time } left
turns-over = Time is up. Finish your thought.
turns-presenter-speaks = The presenter speaks in this phase.
turns-presenter-listens = The presenter only listens in this phase.
turns-not-yet = Not yet spoken
turns-speaks = Speaking now
turns-spoke = Spoke for { $time }
turns-said-back = Said back, and it was right
turns-all = Show all { $count }
turns-give = Give the turn
turns-give-again = Give another turn
turns-begin = Start this phase
turns-go-back = Go back to this phase
turns-skip = Skip to this phase
turns-skip-title = Skip to “{ $name }”?
turns-skip-text = The phases before it are left out. You can go back to them at any time.
turns-skip-yes = Skip to “{ $name }”
turns-presenter = Presenter:
turns-presenter-none = nobody yet
turns-presenter-choose = Choose the presenter
turns-present-me = I will present
turns-say-back = Now the others say back what they heard. Whoever spoke says if it came back right.
turns-said-back-me = They heard me right
turns-said-back-for = It came back right
turns-news-mine = It is your turn to speak.
turns-news-speaks = Speaking now: { $item }
turns-yours = It is your turn. Take your time.
turns-order-widest = The widest spread comes first.
turns-order-least_heard = Those who have spoken least so far come first.
turns-order-remote_first = Those who are not in the room come first.
turns-order-hands = Raise your hand to speak. Raised hands come first.
turns-order-presenter = The presenter comes first.
turns-order-free = There is no order. Anybody may speak.

## I need longer

longer-ask = I need longer
longer-up-said = The chair can see that you need longer.
longer-down-said = You need no more time.
longer-who = Need longer
longer-given = Noted
longer-news = { $count ->
    [one] Somebody needs longer.
   *[other] { $count } people need longer.
}

## Raised hands

hand-order = Who comes first
hand-order-raised = first hand up first
hand-order-least_heard = least heard first
hand-order-remote_first = people not in the room first
hand-line = You are { $place } in line: { $order }.
hands-are = Raised hands: { $order }.
desk-hand-up = Raise their hand for them
desk-hand-down = They have had their say: hand down

## Remarks

bar-ask-why = Ask why
remark-sheet = Ask why, or see it differently
remark-more = Ask why, or see it differently: { $quote }
remark-sort = What would you like to do?
remark-sort-why = Ask why
remark-sort-differ = Say that I see it differently
remark-sort-news = Pass on new information
remark-words-why = Your question
remark-words-differ = How do you see it?
remark-words-news = What is new?
remark-hint-why = You may leave this empty. “Why?” is a whole question.
remark-hint-differ = Say what you have seen or heard. It is kept with your name.
remark-hint-news = It goes on the parking list for the lead worker, with the time. We do not talk about it here.
remark-to = Who is it for?
remark-to-all = Everybody
remark-safe = First: is the child safe now?
remark-is-safe-yes = Yes, as far as I know
remark-is-safe-no = No
remark-is-safe-unknown = I don’t know
remark-risk-first = This comes before everything else. Stop the meeting now.
remark-risk = Immediate risk
remark-missing-safe = First say whether the child is safe now.
remark-missing-text = Write something first.
remark-send-why = Ask why
remark-send-differ = I see it differently
remark-send-news = Pass it on
remark-made-why = Your question is there for all to see.
remark-made-differ = What you see differently is there for all to see.
remark-made-news = It is on the parking list for the lead worker.
remark-head-why = { $name } asks why:
remark-head-why-of = { $name } asks { $of } why:
remark-head-differ = { $name } sees it differently:
remark-safe-yes = The child is safe now, as far as they know.
remark-safe-no = They say that the child is not safe now.
remark-safe-unknown = They do not know whether the child is safe now.
remark-answered = { $name } answered:
remark-settled = This has been talked about.
remark-settle = Talked about
remark-settle-says = We have talked about this: { $quote }
remark-disagreement = Make it a disagreement
remark-disagreement-says = Make it a disagreement: { $text }
remark-disagreement-made = It is in the list of disagreements now.
remark-write-answer = Write down the answer
remark-answer = Answer
remark-answer-send = Send the answer
remark-answer-sent = Your answer is there for all to see.
asked-of-me = { $count ->
    [one] One thing for you to answer
   *[other] { $count } things for you to answer
}
open-remarks = { $count ->
    [one] 1 remark waits
   *[other] { $count } remarks wait
}

## Who is heard

heard-title = Who is heard
heard-not-yet = Not heard yet in this step: { $seats }
heard-all = Everybody has been heard in this step.
heard-details = Show the counts
heard-only-you = Only the chair sees this. It counts how often, and never what.
heard-seat = Who
heard-here = In this step
heard-meeting = In the meeting
heard-family = the family’s seat
heard-nothing = nothing yet
heard-spoken = spoke { $count ->
    [one] once
   *[other] { $count } times
}
heard-written = wrote { $count }
heard-answered = answered { $count }
heard-stances = { $count ->
    [one] 1 stance
   *[other] { $count } stances
}
heard-referred = named { $count ->
    [one] once
   *[other] { $count } times
}

## On paper

paper-phase-not-held = not held
paper-turn-said-back = said back
paper-turns-spoke = Also spoke:
paper-presenter = Presenter
paper-remarks = Questions and other views
paper-remark-why = asked why:
paper-remark-differ = saw it differently:
paper-remark-safe = { $safe ->
    [yes] Said first that the child was safe.
    [no] Said first that the child was not safe.
   *[other] Did not know whether the child was safe.
}
paper-remark-of = About:
paper-remark-answer = answered:
paper-remark-open = Not answered in the meeting.
paper-remark-settled = Talked about in the meeting.
