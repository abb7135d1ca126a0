# A text that the group writes together, the pen, and what a "no" leads to.

text-ours = Our text
text-agreed = The text we agreed
text-settled = The text as it was settled
text-agreed-said = This is settled now.
text-empty = Nothing is written yet.
text-editor = Write here. Everyone can follow as you type.
text-saved = Everyone has these words.
text-saving = Saving. It is kept on this device as well.
text-apart = Somebody changed this text while you typed. Nothing is lost.
text-keep-both = Keep both
text-use-theirs = Use theirs
text-left-over = Your words that are not in the text
text-left-over-suggest = Suggest them
text-left-over-drop = Drop them
text-standing = Where everyone stands
text-stand = Where do you stand on these words?
text-stand-later = You are asked where you stand when nobody is writing.
text-earlier =
    { $count ->
        [one] Said of an earlier wording: 1 person
       *[other] Said of an earlier wording: { $count } people
    }
text-earlier-why = The words have changed since. These do not count until people say them again.
text-changed-said = The words have changed. Please say again where you stand.
text-act = Settle this text
text-act-empty = Nothing is written yet.
text-act-put-down = Put the pen down first.

pen-free = Nobody is writing.
pen-take = Take the pen
pen-yours = You have the pen. Only you can write now.
pen-yours-said = You have the pen.
pen-put-down = Put the pen down
pen-down-said = The pen is free.
pen-is-writing = is writing
pen-writing = { $name } is writing.
pen-wait = You can suggest words below, or take the pen once they have been quiet for a minute.

plain-hint = Easy to read?
plain-sentences =
    { $count ->
        [one] 1 long sentence. Two short ones are easier.
       *[other] { $count } long sentences. Short ones are easier.
    }
plain-capitals = Short forms that nobody has explained in “Words we use”: { $words }
plain-words = Long words: { $words }

suggestions = Suggested words
suggestion-make = Suggest words
suggestion-words = Your words
suggestion-hint = Everyone sees them, with your name. Whoever has the pen can put them in.
suggestion-send = Suggest
suggestion-empty = Write something first.
suggestion-include = Put it in
suggestion-include-says = Put it in: { $text }
suggestion-withdraw = Take it back
suggestion-decline = Leave it out
suggestion-said = Your suggestion is there.
suggestion-included-said = It is in the text now.
suggestion-gone-said = The suggestion is gone.

ways-title =
    { $count ->
        [one] { $names } says no. What now?
       *[other] { $names } say no. What now?
    }
ways-why = A no never disappears. Choose one of three ways to go on.
ways-change-text = Change the text
ways-change = Change the statement
ways-go-on = Keep the no, and go on
ways-escalate = Take it further…
ways-escalated = Open the disagreement

escalate-title = Take it further
escalate-text = This opens a disagreement about “{ $title }”. Each side words its position, and it moves on stage by stage until there is an outcome.
escalate-open = Open it, settle nothing yet
escalate-settle = Settle for now, and open it

today-why = This is how it would stand in the record. Nothing is saved until you settle it.
today-likely = What is likely to happen then?
today-likely-hint = Goes into the record when you settle this.
today-next = What happens in the next seven days?
today-next-hint = Who does what first. Promises have a step of their own.
settle-likely-was = Likely then: { $likely }
settle-next-was = In the next seven days: { $next }

fear-more = Say more about your no (if you wish)
fear-harm = What harm do you fear?
fear-evidence = What makes you think so?
fear-would_settle = What would settle it for you?
feared-harm = Harm feared
feared-evidence = What makes them think so
feared-would_settle = What would settle it

voices-people = One person, one voice: { $agree } of { $all } agree, { $against } against.
voices-agencies = One agency, one voice: { $agree } of { $all } agree, { $against } against.
voices-split =
    { $count ->
        [one] Of two minds: { $names }.
       *[other] Of two minds: { $names }.
    }
voices-differ = Counted by person and by agency, it comes out differently. Talk about why.

# On the sheet

paper-wording = Wording { $number }
paper-likely = Likely then:
paper-next = In the next seven days:
paper-harm = Harm feared:
paper-evidence = What makes them think so:
paper-would-settle = What would settle it:
paper-voices = By person { $people } of { $persons } agree; by agency, one voice each, { $agencies } of { $of }.
paper-escalated = Taken further as a disagreement.
paper-suggestions = Suggested, and not put in:

# The message for the family

message-page = The message for the family
message-print = Print this page, or save it as a PDF, with Print in your browser’s menu.
message-none = There is no agreed message for the family.
message-from = These stand behind it together:
message-preview = See the family’s copy
message-open = Open the family’s copy
