# The room: header, lobby, people, banners, the chair's desk, the wall. Read by people who are busy.

# People

person-gone = Someone who left
people-you = (you)
people-away = offline
people-not-in-hall = not in the hall
people-hand = hand up, place { $place }
people-came-one = { $name } has come in.
people-came-many = { $count } people have come in.
people-left-one = { $name } has gone.
people-left-many = { $count } people have gone.

role-chair = chair
role-deputy = deputy
role-recorder = recorder
role-participant = taking part
role-family = family
role-advocate = advocate
role-observer = watching

# Getting in

opening = Opening the room
opening-text = One moment, please.

return-title = Welcome back
return-text = This link is your own way into the meeting. Keep it to yourself.
return-enter = Go in
return-failed = That did not work. Check that you are online, and try again.

stopped-reloading = Loading the newest version
stopped-removed = You are no longer in this room
stopped-removed-text = The chair took this name out of the room. If that was a mistake, join again with the code.
stopped-not-a-member = This browser is not in the room
stopped-not-a-member-text = Join with the code, or use your own link if you have one.
stopped-reload = There is a newer version of this page
stopped-reload-text = What you wrote is kept on this device. Load the page again to go on.
stopped-not-understood = Something went wrong on this page
stopped-not-understood-text = What you wrote is kept on this device. Load the page again to go on.
stopped-too-large = That was too large to send
stopped-too-large-text = Load the page again and try with fewer words.
stopped-foreign = This page was opened in a way that is not safe
stopped-foreign-text = Please open the room from its own address.
stopped-join = Join with the code
stopped-reload-button = Load the page again

# The connection

line-lost = You are offline. You can go on. We will connect you again.
line-lost-saved =
    { $count ->
        [one] You are offline. 1 thing is saved on this device. It will be sent when you are back.
       *[other] You are offline. { $count } things are saved on this device. They will be sent when you are back.
    }
line-back = You are back online.

# Header, time, banners

head-step = Step { $number } of { $of }
head-before-start = Not started yet

time-left-minutes = { $count } min left
time-left-seconds = { $count } seconds left
time-up = Time is up
time-over = { $count } min over
time-paused = Paused

banners-name = What you should know
case-bar-name = Always in reach
paused = The meeting is paused. Nothing is lost.
paused-over = The meeting goes on.

cover-wait = { $chair }, the chair, is offline. Please wait a moment.
cover-deputy = { $chair }, the chair, is still offline. { $deputy } can take over.
cover-offer = { $chair }, the chair, is still offline. You can take over.
cover-take = Take the chair

look-elsewhere = You are looking at another step. The meeting is at step { $number }, { $title }.
look-before-start = You are looking ahead. The meeting has not started.
look-back-to-now = Back to now
stage-not-open =
    { $minutes ->
        [one] This step has not been opened yet. It is planned for 1 minute.
       *[other] This step has not been opened yet. It is planned for { $minutes } minutes.
    }

# The lobby

lobby-you-are-in = You are in, { $name }.
lobby-chair-starts = { $chair } will start the meeting. Keep this page open.
lobby-somebody-starts = The chair will start the meeting. Keep this page open.
lobby-try-hand = Try the hand button below. If it changes, your phone works.
lobby-what-happens = What will happen
lobby-alone = You are the first one here
lobby-here =
    { $count ->
        [one] 1 person is here
       *[other] { $count } people are here
    }
lobby-invite = Bring people in

invite-how = Point a phone’s camera here, or go to { $host } and type:
invite-code-spoken = Code { $code }
invite-local = Only this computer can open this address. To let phones in, start the server for your network; the README says how.
invite-link = Or send this link
invite-drawing = QR code that opens the way into this room

copy-link = Copy link
copy-done = Copied
copy-by-hand = The link is selected. Copy it from there.
link-unreachable = You are offline. Please try again in a moment.

# The bar and its sheets

bar-name = In the room
hand-raise = Hand
hand-place = Hand up: { $place }
hand-up-said = Your hand is up. You are { $place }.
hand-down-said = Your hand is down.
hands-up =
    { $count ->
        [0] No other hands are up.
        [one] One other hand is up.
       *[other] { $count } other hands are up.
    }

sheet-people = People
sheet-steps = Steps
sheet-more = More
sheet-invite = Bring people in
sheet-wall = Wall

more-way-back = Your own way back in
more-way-back-why = If you change phones or lose this page, this link brings you back as yourself. Do not share it.
more-way-back-make = Make my link
more-way-back-link = Your link. It is shown only now
more-sheet-open = Open the sheet so far
more-read-aloud = For screen readers
more-read-others = Tell me what others do

# The agenda

agenda-plan =
    { $steps ->
        [one] 1 step
       *[other] { $steps } steps
    }, about { $minutes } minutes.
agenda-to-go =
    { $minutes ->
        [one] About 1 minute to go.
       *[other] About { $minutes } minutes to go.
    }
agenda-minutes = { $minutes } min
agenda-used = { $used } of { $minutes } min
agenda-done = (done)
agenda-now = (now)
agenda-next = (to come)
agenda-skipped = (skipped)

# The chair's desk

desk-agenda = Agenda
desk-code = Code { $code }
desk-pause = Pause
desk-close = Close the meeting
desk-add-time = +{ $minutes } min
desk-people = { $here } of { $count } people here
desk-hands = Hands up, in order
desk-hand-heard = Heard
desk-answered = answered
desk-not-answered = not answered yet
desk-person-options = More about { $name }

next-start = Start: { $title }
next-step = Go on to: { $title }
next-skip = Move on
next-resume = Go on
next-finish = We are through
next-finished = The trainer can see that your table is through, and ends the session.
next-open-this = Take everyone to this step
moved-on = Everyone is now at “{ $title }”.

close-title = Close the meeting?
close-text = Nobody can add anything after this. Everyone can still read the sheet.
close-risk = An immediate risk has no plan yet, and nobody can write one afterwards.
close-yes = Close the meeting
close-no = Keep it open

deputy-name = Make deputy
deputy-unname = No longer deputy
deputy-why = A deputy can take the chair if you go offline.
hand-over = Hand over the chair
hand-over-title = Make { $name } the chair?
hand-over-text = You stay in the room and take part.
hand-over-yes = Hand over
remove = Take out of the room
remove-title = Take { $name } out of the room?
remove-text = What they have answered in private goes with them. They can join again with the code.
remove-yes = Take out

dialog-close = Done
dialog-not-now = Not now
notice-undo = Undo
notice-close = Close

# After the meeting

closed-title = The meeting is over
closed-thanks = Thank you for taking part.
closed-sheet = Open the sheet
closed-message = Read the message for the family
closed-disclose = A copy for somebody who asks
closed-replay = See how it went
closed-look = Look back
closed-back = Back to the end

# The wall

wall-welcome = Welcome
wall-join = Join at { $host } with
wall-dark = The screen is off
wall-off = Screen off
wall-on = Screen on
wall-why = The wall is a page for the projector. It shows only what everyone may see.
wall-make = Make the wall’s link
wall-open = Open the wall
wall-link = Open this link on the projector
