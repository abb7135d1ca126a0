# Copies for people who ask for their record. The server alone says these.

disclosure-page = A copy for somebody who asks
disclosure-lead = Somebody has asked for what is kept about them. You go through the sealed record line by line and decide what they are given. Nothing leaves this page until you make the copy.
disclosure-advice = The marks and proposals are made by a program that looks for names, numbers and labels. It finds too much, and it can miss what a person would see. You decide, and you answer for it.
disclosure-guidance = { $note } Written to: { $edition }, read on { $read }.
disclosure-back = Back to the room
disclosure-edition = Edition { $edition } of the record, sealed on { $day }.
disclosure-behind = The record was changed after this edition was sealed. If the copy should have the changes, seal the record again first.

disclosure-who = Who is the copy for?
disclosure-who-hint = Choose how they were part of this. Their name does not go into the record of copies.
disclosure-who-is = { $who ->
    [member] Somebody who was in the meeting
    [child] The child or young person
    [carer] A parent or carer
   *[other] Somebody else
 }
disclosure-who-hint-is = { $who ->
    [member] Choose who in the list below.
    [child] They were not in the meeting, or are not in the list.
    [carer] They were not in the meeting, or are not in the list.
   *[other] Whatever names anybody, or is about anybody, is proposed to be withheld.
 }
disclosure-member = Which person
disclosure-member-is = { $name }, { $agency }
disclosure-start = Go through the record

disclosure-for = { $who ->
    [member] A copy for { $name }
    [child] A copy for the child or young person
    [carer] A copy for a parent or carer
   *[other] A copy for somebody else
 }
disclosure-other-person = Choose somebody else
disclosure-start-again = Start again from the proposals
disclosure-kept = Your choices from earlier are back: this device kept them.
disclosure-count = Given: { $given }. Withheld: { $withheld }.
disclosure-given-count = Given
disclosure-withheld-count = Withheld
disclosure-recount = Count again
disclosure-cannot-cut = A line is sealed as a whole, so a part of it cannot be blacked out. Withhold the whole line, and if you like put a short sentence of your own in its place. The copy says that your sentence is not part of the sealed record.
disclosure-top = Title and first facts
disclosure-at-once = All { $count } lines at once
disclosure-give-all = Give all of these
disclosure-withhold-all = Withhold all of these
disclosure-as-proposed = As proposed
disclosure-section-ground = Ground for withholding all of “{ $heading }”
disclosure-in-section = { $act }: { $heading }

disclosure-choice = What to do with this line
disclosure-give = Give
disclosure-withhold = Withhold: { $ground }
disclosure-proposed = Proposed: withhold, { $ground }
disclosure-was = Until it was changed: { $was }
disclosure-summary = A sentence in its place (optional)
disclosure-summary-hint = For example: A worker described a worry about another child.

disclosure-clue = { $kind ->
    [own_words] These are their own words.
    [words_of] In the words of { $name }, { $role }.
    [words_of_somebody] In somebody’s own words. The record does not say whose.
    [about] About { $name }, { $role }.
    [names] Names { $name }, { $role }.
    [names_at_work] Names { $name }, who was there for their work.
    [perhaps_names] May name { $name }, or may be an everyday word.
    [names_other] Mentions “{ $words }”, who is in the register.
    [reach] Holds a number or an address.
    [risk] { $words ->
        [none] Belongs to an immediate risk.
       *[other] Says “{ $words }”: could a copy put somebody in danger?
     }
   *[restricted] Only the keepers of the record may read it now.
 }
disclosure-somebody = somebody
disclosure-clue-role = { $role ->
    [family] family
    [advocate] advocate
    [gone] no longer in this room
   *[work] there for their work
 }

disclosure-ground = { $ground ->
    [another_person] another person’s data
    [serious_harm] giving it could cause serious harm
    [childs_interests] giving it would not be in a child’s best interests
    [social_work] a rule for health, education or social work data
    [legal_advice] legal advice
    [inquiry] giving it could harm an inquiry
    [not_about_asker] not about the person who asks
    [in_confidence] given in confidence
    [erased] erased, and no longer kept
   *[other] not for this reader
 }
disclosure-rests-on = What the grounds rest on

disclosure-look = Look at it as they will see it
disclosure-look-head = As they will see it
disclosure-look-lead = Read it once as they would. Does what is left tell what you withheld? Look at what stands next to it.
disclosure-change = Go back and change something
disclosure-finish = Make the copy
disclosure-reference = Your reference for this request
disclosure-reference-hint = Such as SAR 2026-014. It stands on the copy and in the record of copies. Do not use a name.
disclosure-make = Make the copy

disclosure-made-page = The copy is made
disclosure-made-lead = It is written down in the record that this copy was made, with what was withheld and why. Nothing is sent from here: give it to them in the way your agency does.
disclosure-files = Files
disclosure-file = { $kind ->
    [pdf] PDF, to print or to send
    [docx] Word
    [html] Web page
    [md] Plain text (Markdown)
   *[cgrecord] Sealed file: anybody can check it against the seal
 }
disclosure-before = Copies made so far
disclosure-before-line = { $reference }, { $day }, by { $name }: edition { $edition }, { $given } given, { $withheld } withheld
disclosure-another = Make another copy

# What the copy itself says

disclosure-state = A copy of edition { $edition } of the sealed record, made for somebody who asked for what is kept about them.
disclosure-copy-for = Reference: { $reference }
disclosure-title-withheld = Record of a meeting
disclosure-heading = Part { $number } of the record
disclosure-withheld = Withheld: { $ground }.
disclosure-in-short = In short (not part of the sealed record): { $summary }
disclosure-withheld-head = What was withheld, and why
disclosure-why = Why
disclosure-how-many = Lines
disclosure-nothing-withheld = Nothing was withheld.
disclosure-review-head = About this copy
disclosure-given =
    { $withheld ->
        [0] All { $given } lines of the record are in this copy.
       *[other] This copy has { $given } lines of the record; { $withheld } were withheld.
    }
disclosure-has-summaries = A sentence marked “In short” was written for this copy in place of a line. It is not part of the sealed record.
disclosure-review = If you think that something was withheld wrongly, or that something is wrong, write to whoever gave you this copy, with the reference above. Ask for a review: somebody else should look at it again, and tell you in writing what they decided and why.
disclosure-regulator = If you are still unhappy, you can complain to the Information Commissioner (in the United Kingdom: ico.org.uk), or ask a court.
disclosure-check = The sealed file that belongs to this copy proves that every line in it stands as it was sealed, and shows where lines were left out.
