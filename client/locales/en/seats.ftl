### Who comes in and as whom: the door, waiting, one device for several people.

## The way in
join-as = I am here as
join-as-professional = A professional
join-as-child = A child or young person
join-as-carer = A parent or carer
join-as-advocate = An independent advocate
join-as-observer = Somebody who only watches
join-attends = I take part
join-attends-proxy = By telephone, and I will enter what they say
join-agency-hint-case = Families may leave this empty.
join-agency-child = Child or young person
join-agency-carer = Parent or carer
join-agency-advocate = Independent advocate
join-more = I am family, an advocate or watching, or I am not in the room
join-knock = Ask to come in
join-known = You are not in this meeting now. You may have been turned away, or taken out. You can ask to come in again.
attends-room = In the room
attends-video = By video
attends-phone = By phone
attends-proxy = By phone, entered by the chair
attends-way =
    { $way ->
        [video] by video
        [phone] by phone
        [proxy] by phone, entered by the chair
       *[room] in the room
    }

## Waiting at the door
waiting-page = Waiting to come in
waiting-head = Thank you, { $name }. You are at the door.
waiting-lead = The chair can see that you are here and will let you in.
waiting-next = What happens next
waiting-next-child = The person who runs the meeting will let you in. You can say as much or as little as you like. You can ask what a word means, ask for a break, or leave at any time.
waiting-next-family = The chair will let you in. You will see the same screen as everybody else. You can ask what a word means, ask for a break, or have somebody speak for you.
waiting-next-advocate = The chair will let you in. You take part with the same rights as everybody else.
waiting-next-other = The chair will let you in. If it takes longer than you expect, ring the person who invited you.
waiting-private = Until then you see nothing of the meeting, and the meeting sees only your name, your agency and how you take part.
waiting-reload = This page looks again every 15 seconds.
waiting-in = You are in. One moment.

## Several people, one device
pass-page = Pass the phone on
pass-head = Who has the phone now?
pass-lead = Hand it over, then tap your own name.
pass-add = Add somebody to this phone
pass-waits = is waiting to be let in
pass-why = Each person has a place of their own. What one of you has answered in private is not on the next person’s screen. You can see each other tap, so look away when it is not your turn.
add-page = Add somebody
add-head = Add somebody to this phone
add-lead = They take part as a full member of the meeting and use this phone when it is passed to them.
add-head-chair = Enter for somebody
add-lead-chair = For somebody who has no screen, or who shares this device with you. You enter what they say, and read it back to them.
add-name = Their name
add-button = Add them
add-back = Back, add nobody
seat-now = You are { $name } now.
seat-pass = Pass the phone on
seat-done = Done, hide mine
seat-switch = Enter for somebody else
seat-pass-wait = One moment: your last words are still on their way.
seat-proxy = You enter for { $name }. Read it back to them before you go on.
seat-read-back = I have read it back to { $name }
seat-read-back-done = Read back to { $name } in this step
seat-share = Share this phone
seat-share-why = Somebody beside you can take part on this phone too. You pass it to and fro, and neither sees the other’s private answers.
seat-enter-for = Enter for somebody
seat-enter-for-why = For somebody on the phone who has no screen. You enter what they say and read it back.
people-read-back = read back

## The chair at the door
door-waiting =
    { $count ->
        [one] 1 person waits to come in
       *[other] { $count } people wait to come in
    }
door-admit = Let in
door-admit-all = Let all in
door-turn-away = Turn away
door-turn-away-title = Turn { $name } away?
door-turn-away-text = They are told that they were not let in. They can ask again.
door-turn-away-yes = Turn away

## What somebody is here as
person-change = Change
person-level = Works as: { $level }
person-role = Here as
person-seat-child = child or young person
person-seat-carer = parent or carer
person-attends = Takes part
person-role-recorder = The recorder
person-merge = This is the same person as …
person-merge-title = Which one stays?
person-merge-text = { $name } becomes one with the person you choose. What { $name } wrote is kept under the other. Private answers of { $name } that nobody has seen are dropped.
person-merge-do = Join the two
person-merge-asked = { $name } is asked whether they are both.
merge-ask = The chair thinks that you are also { $name }, { $agency }. Are you the same person?
merge-why = If you say yes, the device that { $name } joined with opens your place, with your private answers.
merge-yes = Yes, that is me too
merge-no = No, that is not me
chair-now = { $name } has the chair now.
chair-now-why = You were away, so somebody had to take over. You are the deputy. { $name } can hand the chair back to you.
chair-now-close = All right
