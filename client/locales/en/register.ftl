### The register: contacts, agencies, the family's side, who else to ask; and the meeting's heading.

## The page and the sheet
sheet-register = Who is who, and contacts
register-page = Contacts for { $title }
register-head = Who is who
register-lead = For the people of this meeting only. Please do not pass it on.
register-phone = Phone
register-email = Email
register-second = If you cannot reach me
register-second-none = Nobody else yet
register-nothing = No contact yet.
register-changed = Changed on { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
register-role =
    { $role ->
        [chair] Chair
        [deputy] Deputy
        [recorder] Recorder
        [family] Family
        [advocate] Independent advocate
        [observer] Watching
       *[participant] Taking part
    }

## My own entry
entry-head = How to reach me
entry-why = The people in this meeting see it, on the contact page and on the sheet. It is never on the wall. You can change it at any time, also after the meeting.
entry-why-family = You need not fill in anything. If you give a number, only the people in this meeting see it.
entry-second-hint = A colleague or a duty line, with a number.
entry-second-reminder = Nobody can be asked in your place yet. Please add somebody when you know who it is.
entry-bringing = What I bring today
entry-bringing-hint = One line. Everybody sees it beside your name.
entry-level = I work as
entry-level-hint = Only the chair sees this, to know whether all levels are in the room.
level-none = I would rather not say
level-practitioner = A practitioner
level-manager = A manager
level-senior = A senior leader
entry-save = Keep this
entry-saved = Kept. Thank you.
entry-see-all = See everybody’s contacts
entry-missing = Please say how to reach you.
entry-missing-some = Your phone or your email is missing.
entry-missing-second = Who can be asked when you are away?
lobby-entry = How to reach me, and what I bring

## Agency cards
card-open = { $name }: what { $agency } can and cannot do
card-title = { $agency }
card-none = Nobody has written this card yet.
card-does = What we do
card-must = What we must do
card-cannot = What we cannot do
card-pressures = What presses on us now
card-empty = Not said
card-written = Written on { $day } by
card-write = Write the card of { $agency }
card-save = Keep the card
card-saved = The card is kept.

## Who should be here
checklist-head = Who should be here
checklist-change = Change
checklist-open = Open the list and the contacts
checklist-stands = How it stands
checklist-why = Why they are missing
checklist-why-not = Why they are not invited
checklist-why-needed = Say why they are not invited.
checklist-save = Keep this
checklist-saved = { $agency }: kept.
checklist-remove = Take off the list
checklist-add = Another agency
checklist-add-button = Put on the list
checklist-add-needed = Type the agency’s name first.
coming-here = Here
coming-expected = Not here yet
coming-invited = Invited
coming-coming = Coming
coming-views = Sent their views
coming-not_invited = Not invited
quorum-missing = Not quorate: nobody is here from { $agencies }.
quorum-all = Everybody whom the local rules ask for is here.
copy-words = Copy these words
chaser-head = A line to send to those who are missing
chaser-now = “{ $title }” is meeting now and we miss { $agencies }. Please join with code { $code }: { $link }
chaser-at = “{ $title }” meets on { $when } and we count on { $agencies }. Please join with code { $code }: { $link }
gap-missing = No reason yet why these are missing: { $agencies }.
gap-contacts = No full contact yet from { $names }.
level-lopsided = Everybody who said so works at the same level. Who could decide, or who knows the day-to-day, and is not here?

## The family's side
family-head = The family’s side
lead-head = Lead worker
lead-hint = The one person the family turns to. It can be somebody who is not here.
lead-nobody = Nobody yet
lead-save = Name the lead worker
lead-saved = The lead worker is named.
consent-of-child = The child or young person agrees
consent-of-family = The family agrees
consent-of-knows = The family knows about this meeting
consent-yes = Yes
consent-no = No
consent-not_sought = Not asked
consent-unasked = Not written down yet
consent-change = Write it down
consent-why = Why
consent-why-needed = Say why in a few words.
consent-on = On which day
consent-save = Keep this
consent-saved = Written down.
left-out-head = Not here at the family’s wish
left-out-add = Somebody is not here at the family’s wish
left-out-change = Change the line about { $who }
left-out-who = Name and role
left-out-reason = The family’s reason
left-out-carrier = Who brings their views
left-out-not_engaging = What we do if the family does not engage
left-out-threshold = When we look at the threshold again
left-out-save = Keep this
left-out-saved = Written down.
left-out-needed = A name and both of the last two lines are needed.
left-out-remove = Take the line away

## Who else
elsewhere-head = Who else knows something, or could help
elsewhere-why = Think of every group once. Nobody found is an answer too.
elsewhere-peers = Friends and peers
elsewhere-family = The wider family
elsewhere-community = Neighbours, faith groups, clubs
elsewhere-shops = Shops, takeaways, transport
elsewhere-services = Other services
elsewhere-areas = Other council or police areas
elsewhere-other = Somebody else
elsewhere-open = Not thought of yet
elsewhere-none = Thought of, nobody found
elsewhere-by = { $who } contacts them
elsewhere-until = by { $day }
elsewhere-add = Add somebody
elsewhere-group = Group
elsewhere-who = Who, or which place
elsewhere-contact = Who contacts them
elsewhere-when = By when
elsewhere-save = Add
elsewhere-no = We thought of this group: nobody
elsewhere-needed = Say who, or choose the other button.
elsewhere-added = Added.
elsewhere-drop = Take away

## The heading
sheet-heading = Title, purpose and focus
focus-is = Our focus:
heading-why = Say it aloud when you change it. Everybody sees the new words at once, and the record keeps the old ones.
heading-title = What the meeting is called
heading-purpose = What it is for
heading-focus = Focus
heading-focus-hint = Initials or a reference, never a full name.
heading-save = Change it
heading-saved = The heading is changed.

## On the sheet
paper-register = Register
paper-consent =
    { $of ->
        [child] The child or young person agrees:
        [family] The family agrees:
       *[knows] The family knows about this meeting:
    }
paper-consent-answer =
    { $answer ->
        [yes] yes
        [no] no
       *[not_sought] not asked
    }
paper-proxy = took part by phone; the chair entered what they said.
paper-read-back = Read back to them in:
paper-not-read-back = It was not read back to them.
paper-missing = Who was missing
paper-coming =
    { $coming ->
        [invited] was invited.
        [coming] had said they would come.
        [views] sent their views.
        [not_invited] was not invited.
       *[expected] was expected.
    }
paper-no-reason = No reason is written down.
paper-group =
    { $group ->
        [peers] Friends and peers
        [family] The wider family
        [community] Neighbours, faith groups, clubs
        [shops] Shops, takeaways, transport
        [services] Other services
        [areas] Other council or police areas
       *[other] Somebody else
    }
paper-contacts = Contacts
paper-amended = Changed during the meeting; before, it said:
