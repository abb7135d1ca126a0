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
kept-review = { $day }: time to look whether it is still needed.
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
erase-code = To delete it, type the room’s code: { $code }
erase-code-wrong = This is not the code. It is { $code }.
erase-do = Delete for good
erase-unreachable = The server cannot be reached. Nothing was deleted. Please try again.

## After it
stopped-erased = This room was deleted
stopped-erased-text = The server has nothing of it any more. This device has forgotten the seat in it, and what was typed here and not sent.
erased-receipt = This receipt says when and why it was deleted, and nothing of what was in it. Its number is { $id }.
erased-save = Save the receipt
mine-gone = deleted
