# Starting a meeting: what to do, and the form that opens the room.

start-page = Start a meeting
start-head = Start a meeting
start-lead = Choose what comes closest. You can change every step before you begin, and while the meeting goes on.
start-group-case = Around a child
start-group-thinking = Thinking together
start-group-training = Training
start-group-own = Of this place
start-training-tables = For one group, or for many people at several tables with one code: say how many on the next page.
start-plan = I have a template as a file
start-plan-file = Template file
start-plan-hint = A file that was saved from a room or written by hand (.toml).
start-plan-button = Use this file
start-other = Choose something else
start-change-later = You can add, move and skip steps as soon as the room is open.
start-from = After “{ $title }”
start-follow-head = The next meeting
start-follow-lead =
    It takes up what is still open: { $promises ->
        [0] no promises
        [one] one promise
       *[other] { $promises } promises
    } and { $disagreements ->
        [0] no disagreements
        [one] one disagreement
       *[other] { $disagreements } disagreements
    }. People join it with its own code.
start-focus = Who is it about?
start-focus-hint = Initials or a reference, such as J.B. or 4417. Never a full name: it stands on every screen.
start-not-a-name = This is not anybody’s full name
start-starts = Day and time
start-starts-hint = People who come early see when it begins.
start-rules = Local rules
start-rules-hint = Time limits, notices and who should be there. They are copied into the room.
start-template = What kind of meeting is it?
start-template-facts =
    { $minutes ->
        [one] One minute
       *[other] { $minutes } minutes
    }, { $steps ->
        [one] one step
       *[other] { $steps } steps
    }
start-steps = See the steps
start-step-minutes = { $minutes } min
start-statements = Which statements?
start-statements-hint = People set one aside, rank the rest and agree on an order.
start-statements-count =
    { $count ->
        [one] One statement
       *[other] { $count } statements
    }
start-statements-read = Read them
start-statements-own = Our own list
start-statements-own-hint = Paste it or choose a file.
start-own = Your statements
start-own-hint = One on each line. About ten works well. Numbers and bullets at the start of a line are dropped.
start-file = Or a text file with one statement on each line
start-file-hint = If you choose a file, it is used and the box above is not.
start-file-again = If you had chosen a file, please choose it again.
start-meeting = About the meeting
start-title = Name of the meeting
start-title-hint = Everyone sees it when they join. No names of children or families here.
start-purpose = Purpose
start-purpose-hint = Shown to everyone. Change it if it does not fit.
start-you = About you
start-voice = I take part too: I answer and say where I stand
start-voice-hint = Leave this off if you only lead the meeting.
start-host = About this server
start-passphrase = Passphrase
start-passphrase-hint = The person who runs this server can tell you.
start-button = Open the room

start-kept-by-rules = Other local rules may say other days. You can change this in the room.

## Several tables (a training session)
start-tables = Several tables
start-tables-summary = Many people? Let them work at several tables
start-tables-lead = Everybody joins with one code. Each table does the exercise in a room of its own, and you compare what they found.
start-tables-number = How many tables?
start-tables-number-hint = Leave this empty if you are one group in one room.
start-tables-people = Or how many people do you expect?
start-tables-people-hint = We then make as many tables as they need. You can add tables later.
start-tables-size = People at each table
start-tables-size-hint = Six to eight works well.
start-placing = How do people come to their table?
start-placing-choose = They choose
start-placing-choose-hint = Whoever has not chosen when you begin goes to the smallest table.
start-placing-spread = At random
start-placing-spread-hint = Each person is given a table when they join. All tables stay about the same size.
start-placing-mixed = Mixed by agency
start-placing-mixed-hint = People of one agency are spread over the tables.
start-placing-placed = I place people
start-placing-placed-hint = You say who sits where. You can also move people later.
start-self-run = Tables without a chair run themselves
start-self-run-hint = Such a table goes on when half of the people there are ready. Without this, one person at each table takes the chair.
join-tables-choose = There are several tables. You choose yours when you are in.
join-tables-spread = There are several tables. You are told yours when you are in.
join-tables-mixed = There are several tables, with people from different agencies at each. You are told yours when you are in.
join-tables-placed = There are several tables. The trainer tells you which one is yours.
join-tables-late = The tables are already at work. You are given a place when you are in.
