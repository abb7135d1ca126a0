# The pages that are made on the server: the front page, the way in, and the final sheet.

app-name = Common Ground
skip-to-main = Skip to the main part
direction = ltr

page-title = { $page } · { app-name }
page-problem = Problem: { $page } · { app-name }
page-foot = What you write stays on this server. These pages load nothing from anywhere else.
problem-head = There is a problem
field-optional = { $label } (optional)

date-long =
    { $day } { $month ->
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

# The front page

home-page = Join or start a meeting
home-head = Find what everyone here can stand behind
home-lead = A live room for meetings and training groups. Everyone first thinks alone, then you look together at how far apart you are, and you leave with one agreed page.
home-join-head = Join with a code
home-join-hint = Six letters and numbers. The chair has it, and it is on the wall.
home-join-code = Code
home-join-button = Join
home-start-head = Running a meeting or a course?
home-start-text = Choose what kind of meeting it is and share the code. It takes about two minutes.
home-start-button = Start a meeting
home-how-head = How it works
home-how-1 = Think alone first
home-how-1-text = Each person chooses and ranks on their own phone. Nobody sees an answer until all answers open together.
home-how-2 = See how far apart you are
home-how-2-text = The room shows every answer side by side. You talk first about what you differ on most.
home-how-3 = Agree, and keep every no
home-how-3-text = The group settles on one text or one order. Whoever says no is on the page too, in their own words.
home-trust-head = Made to be trusted
home-trust-account = No account and no app
home-trust-account-text = A name and an agency are enough. Any phone or laptop with a browser will do.
home-trust-private = Private means private
home-trust-private-text = Before the answers open, not even the chair can see one. The wall never shows anything private.
home-trust-yours = It stays with you
home-trust-yours-text = Nothing is sent to any other company. At the end there is one A4 page to print or save.

# Joining

join-page = Join { $title }
join-kicker = You are joining
join-with-code = Code
join-name = Your name
join-name-hint = As people here know you.
join-agency = Your agency or group
join-agency-hint = Choose one from the list or type your own.
join-seen = Everyone in the meeting sees your name and agency. Your answers stay private until all answers open together.
join-button = Go in
join-elsewhere = Not your meeting? Type another code

# Agencies that people often belong to; anything else can be typed.
agency-police = Police
agency-social-care = Social care
agency-school = School
agency-health = Health
agency-voluntary = Voluntary sector
agency-parent = Parent or carer
agency-advocate = Advocate
agency-training = Training

# When something cannot be shown

refused-page = That did not work
refused-home = Go to the first page
refused-code = For whoever helps you: { $code }

# The final sheet: one A4 page, read on paper as often as on a screen

paper-page = { $title }: final sheet
paper-kicker = Final sheet
paper-kicker-open = Sheet so far: the meeting is still going on
paper-back = Back to the room
paper-print =
    To print this sheet or save it as a PDF, use Print in your browser’s menu.{ $size ->
        [several] { "" }
       *[one] { " " }It is made for one A4 page; a long meeting may need two.
    }
paper-purpose = Purpose
paper-date = Date
paper-time = Time
paper-time-all = { $spent } of { $planned } planned minutes
paper-who = Who was there
paper-who-count =
    { $count ->
        [one] One person
       *[other] { $count } people
    }
paper-away =
    { $closed ->
        [yes] Had left before the end:
       *[no] Not here now:
    }
paper-chair =
    { $voice ->
        [yes] chair
       *[no] chair, did not rank
    }
paper-role =
    { $role ->
        [deputy] deputy
        [recorder] recorder
        [family] family
        [advocate] advocate
       *[observer] watched
    }
paper-gone =
    { $count ->
        [one] someone who left
       *[other] { $count } people who left
    }
paper-agreed = What we agreed
paper-how = How we got there
paper-minutes = { $spent } of { $planned } min
paper-minutes-planned = { $planned } min planned
paper-skipped = Left out, because: { $because }
paper-stays-here = Held. What was said stays between those who were there.
paper-nothing =
    { $why ->
        [private] Held, but the answers were never opened.
        [running] Not finished yet.
       *[not-held] Not held.
    }
paper-not-discussed = Not discussed.

paper-not-settled = Not settled
paper-because = Why:
paper-aside =
    { $settled ->
        [0] Proposed to set aside:
       *[other] Set aside:
    }
paper-all-agree =
    { $count ->
        [one] The one person asked agrees
        [2] Both agree
       *[other] All { $count } agree
    }
paper-all-here-agree =
    { $count ->
        [one] The one person who was here agrees
        [2] Both who were here agree
       *[other] All { $count } who were here agree
    }
paper-was-away = Away:
paper-some-agree = { $agree } of { $all } agree
paper-nobody-said = Nobody said where they stand
paper-can-live = { $count } can live with it
paper-no = No:
paper-with-note = Yes, with a note:
paper-not-mine = Not theirs to say:
paper-did-not-say = Did not say:

paper-chosen =
    { $count ->
        [one] one person
       *[other] { $count } people
    }
paper-did-not-answer = Did not answer:

paper-agreement = Two people put two statements in the same order { $times } times in 10; chance gives 5.
paper-widest = Furthest apart on { $letter }: from place { $low } to place { $high }.
paper-all-same = Everyone gave the same order.
paper-movement =
    { $direction ->
        [closer] Closer together than before
        [apart] Further apart than before
       *[same] As close as before
    }: { $before } times in 10 the time before, { $after } now, counting the { $people } people who ranked both times.
paper-unchanged =
    { $count ->
        [0] Everyone changed something.
        [one] One person changed nothing.
       *[other] { $count } people changed nothing.
    }
paper-strips-first = first ranking
paper-strips-last = last ranking
paper-strips-dot =
    { $people ->
        [1] Each dot is one person.
       *[other] Each dot is up to { $people } people.
    }
paper-strips-most = 1 most important
paper-strips-least = { $places } least important
paper-strip-one = Places { $low } to { $high }, middle { $middle }.
paper-strip-both = First: places { $low } to { $high }, middle { $middle }. Last: places { $low-now } to { $high-now }, middle { $middle-now }.
paper-strip-moved = Moved up by { $raised }, down by { $lowered }.

paper-turn-minutes = { $minutes } min
paper-turns-bare = Talked about without a note:
paper-statements = The statements

# The message for the family

message-writing = The group is still writing this. Nobody has agreed to these words yet.
message-pdf = Take it as a PDF
message-word = Take it as a Word file
message-record = Read the minutes
message-record-family = Read your copy of the minutes
message-none-yet = The group has not agreed one yet. When it has, the words are here.
message-none-after = The group did not agree one in this meeting. That is nobody’s fault in the family. Ask the chair to tell you what was decided, and what happens next.
