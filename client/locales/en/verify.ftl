# Whether a copy of a record is genuine: said by `commonground verify` and by the page that works
# without a network.

verify-title = Check a record
verify-lead = Choose the file of a record. It is checked here, on this device, and goes nowhere.
verify-choose = Choose a record
verify-choose-other = Choose another record
verify-drop = You can also drop the file anywhere on this page.
verify-given = What your agency was given
verify-given-why = With one of these the check is complete: nobody can make up a record that fits.
verify-choose-receipt = Choose the receipt
verify-receipt-chosen = The receipt is { $name }.
verify-mark-typed = Or type the mark or the key
verify-mark-how = 24 letters and digits, as on the room’s closing page. Gaps and small letters are fine.
verify-mark-length = A mark has 24 letters and digits; this has { $count }.
verify-status-0 = Genuine
verify-status-1 = Not genuine
verify-status-2 = Not readable

verify-whole = This record is whole and unchanged.
verify-partly = What this copy shows is unchanged. { $count ->
    [one] One entry is withheld.
   *[other] { $count } entries are withheld.
 }
verify-not-genuine = This is not the record as it was sealed. Do not rely on it.
verify-not-readable = This file could not be checked.

verify-edition = Edition { $edition } with { $count ->
    [one] one entry
   *[other] { $count } entries
 }, sealed on { $when }.
verify-copied = This copy was made on { $when }.
verify-mark = Mark of the seal
verify-key = Mark of the key
verify-because = Withheld, { $count ->
    [one] one entry
   *[other] { $count } entries
 }: { $why }

verify-confirmed-receipt = It fits the receipt.
verify-confirmed-mark = Its seal has the mark that you gave.
verify-confirmed-key = It was sealed with the key that you gave.
verify-unconfirmed = The file agrees with itself. To be sure that nobody made up all of it, compare the mark of the seal with the one your agency was given, or check it with the receipt.

verify-harm-too_large = The file is too large to be a record.
verify-harm-not_a_record = This file is no sealed record. A record’s name ends in .cgrecord.
verify-harm-newer = This record was sealed by a newer Common Ground. Check it with a newer version of this.
verify-harm-truncated = The file does not end where a record ends: a part is missing, or something was added. Ask for it again.
verify-harm-damaged = The file was changed: it is not written as a sealed record is written. Ask for it again.
verify-harm-wrong_count = Entries are missing or were added: the seal is for another number than { $count }.
verify-harm-leaves_changed = The list of what was sealed was changed: entries were exchanged, moved, added or taken out.
verify-harm-entry_changed = { $count ->
    [one] Entry { $entries } was changed or moved, or does not belong here.
   *[other] { $count } entries were changed or moved, or do not belong here: { $entries }.
 }
verify-harm-seal_forged = The signature under the seal is forged.
verify-harm-copy_of_another = What is said about this copy belongs to another record.
verify-harm-copy_forged = What is said about this copy, and what it withholds, is not signed by whoever sealed it.
verify-harm-no_ground = { $count ->
    [one] Entry { $entries } is missing, and no ground is given.
   *[other] { $count } entries are missing, and no ground is given: { $entries }.
 }
verify-harm-not_withheld = { $count ->
    [one] Entry { $entries } is shown, although this copy says that it is withheld.
   *[other] { $count } entries are shown, although this copy says that they are withheld: { $entries }.
 }
verify-harm-receipt_unreadable = The receipt is no receipt, or was changed. Get it out again, or ask for another.
verify-harm-receipt_forged = The signature under the receipt is forged.
verify-harm-other_room = The receipt is for another meeting.
verify-harm-other_edition = The receipt is for another edition of this record.
verify-harm-other_seal = This is not the seal that you were given: its mark is another.
verify-harm-other_key = This was sealed with another key than the one you were given.

verify-record = What it says
verify-withheld = Withheld
verify-nothing-known = ground not known
verify-changed = Changed by { $by }, { $day }. Before, it said:
verify-readers-professionals = For those who work with the family
verify-readers-restricted = For those who keep the record
verify-label-fact = Fact
verify-label-opinion = Opinion
verify-label-decision = Decision
