# How long a room is kept, and how it is deleted

kept-until = This room is deleted on { $day }. { $owner } keeps it until then because { $reason }.
kept-after = This room is deleted { $days ->
    [one] one day
   *[other] { $days } days
 } after the meeting ends. { $owner } keeps it until then because { $reason }.
kept-owner = The chair
kept-reason = people may want to look back
kept-reason-case = it is a working copy, and each agency keeps its record in its own system
kept-head = How long this room is kept
kept-review = On { $day } somebody looks whether it is still needed.
kept-change = Change how long
kept-days = Days after the meeting ends
kept-days-day = That is { $day }.
kept-who = Who keeps it
kept-who-hint = A post, such as “Team manager”. It stays on the receipt, so please no name.
kept-why = It is kept because
kept-why-hint = To keep it for longer needs a reason.
kept-look = Look again after so many days
kept-save = Save
kept-saved = Saved. Everybody sees it.

## Deleting the room
erase-room = Delete this room
erase-head = Delete this room for everybody?
erase-goes = All of it goes: the record, the names and answers of { $people ->
    [one] one person
   *[other] { $people } people
 }, notes, promises, and the copies that are kept here. Nobody can bring it back. Copies that people have taken stay with them.
erase-take = Take the record first
erase-code = To delete it, type the room’s code, { $code }
erase-code-wrong = This is not the code. It is { $code }.
erase-do = Delete for good
erase-unreachable = The server cannot be reached. Nothing was deleted. Please try again.

## After it
stopped-erased = This room was deleted
stopped-erased-text = The server has nothing of it any more. This device has forgotten the seat in it, and what was typed here and not sent.
erased-receipt = This receipt says when and why it was deleted, and nothing of what was in it. Its number is { $id }.
erased-save = Save the receipt
mine-gone = deleted

## Removing one person's words
person-removed = Removed person
gone-ask = Ask for my words to be removed
gone-remove = Remove my name and my words
gone-ask-text = Your name, your notes, your reasons and how you are reached go from this room. What the group agreed stays, and so do your answers, without your name. This meeting is about real people, so the chair answers you: the law may need the record to stay as it is.
gone-remove-text = Your name, your notes, your reasons and how you are reached go from this room at once, and your seat in it too. What the group agreed stays, and so do your answers, without your name. Nobody can bring it back.
gone-asked = You asked on { $day } for your words to be removed. The chair will answer.
gone-stays = You asked on { $day } for your words to be removed. They stay, because: { $because }
gone-wish = { $name } asked on { $day } for their words to be removed.
gone-look = These words of others may name { $name }. Tick what has to go too.
gone-looking = Looking for words of others that may name { $name }.
gone-wish-of = What { $name } asks for
gone-do = Remove their words
gone-do-says = Remove their words: { $name }
gone-decline = Keep them
gone-decline-says = Keep them: the words of { $name }
gone-because = Why the record has to stand
gone-elsewhere = What is removed here stays in other meetings of this series that took it up. Ask for it there too.
gone-done = Removed. Everybody’s page loads again.
stopped-gone = Your words are removed
stopped-gone-text = Your name and your words are no longer in that room, and this device has forgotten your seat.
