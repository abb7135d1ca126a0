# The trainer's desk of a training session. Read by somebody who walks about among twelve tables.

# Where we are

hall-desk-title-before = Set up the tables
hall-desk-title-tables = The tables
hall-desk-title-compare = The tables compared
hall-desk-views = What to look at
hall-desk-view-tables = Tables
hall-desk-view-compare = Compare
hall-desk-view-plenary = All together
hall-desk-back = Back to the tables
hall-desk-beside = The wall and the plan

hall-desk-table = Table { $number }
hall-desk-table-named = Table { $number }, { $name }
hall-desk-size =
    { $count ->
        [0] Nobody yet
        [one] 1 person
       *[other] { $count } people
    }

# Before the start

hall-desk-joined =
    { $count ->
        [0] Nobody has joined yet
        [one] 1 person has joined
       *[other] { $count } people have joined
    }
hall-desk-who = Who sits where
hall-desk-seatless =
    { $count ->
        [one] No table yet: 1 person
       *[other] No table yet: { $count } people
    }
hall-desk-no-tables = No tables yet.
hall-desk-how-many = How many tables?
hall-desk-make =
    { $tables ->
        [one] Make 1 table
       *[other] Make { $tables } tables of { $size }
    }
hall-desk-made =
    { $count ->
        [one] One more table is there.
       *[other] { $count } tables are there.
    }
hall-desk-add = Add a table
hall-desk-table-options = More about { $table }

hall-desk-move = Move
hall-desk-seat = Seat
hall-desk-move-person = Move { $name }
hall-desk-seat-person = Seat { $name }
hall-desk-move-title = Where does { $name } sit?
hall-desk-move-keeps = What they wrote and ranked so far stays with their old table.
hall-desk-moved = { $name } sits at { $table } now.

hall-desk-seating = Seating
hall-desk-placing = When people join, …
hall-desk-placing-spread = they are spread over the tables by chance
hall-desk-placing-mixed = agencies are mixed at each table
hall-desk-placing-choose = they choose their own table
hall-desk-placing-placed = I say where they sit
hall-desk-self-run = A table without a chair goes on by itself, when half of those there are ready
hall-desk-deal-rest =
    { $count ->
        [one] Give 1 person a table
       *[other] Give { $count } people a table
    }
hall-desk-deal-spread = Seat all anew by chance
hall-desk-deal-mixed = Seat all anew, agencies mixed
hall-desk-deal-spread-title = Seat everybody anew by chance?
hall-desk-deal-mixed-title = Seat everybody anew, agencies mixed?
hall-desk-deal-text = Most people will sit at another table than now. The tables have not begun, so nothing is lost.

# The next thing

hall-desk-next-make = Tables come first.
hall-desk-next-wait = Wait until somebody has joined.
hall-desk-next-begin =
    { $seatless ->
        [0] Everybody has a table.
        [one] 1 person has no table yet, and goes to the smallest.
       *[other] { $seatless } people have no table yet, and go to the smallest.
    }
hall-desk-next-go-on = All tables are stopped.
hall-desk-next-call = The tables are at work.
hall-desk-next-finished = All tables have finished.
hall-desk-next-plenary = Everybody has been asked back.
hall-desk-begin = Let the tables begin
hall-desk-release = Let all go on
hall-desk-call = Call everybody back
hall-desk-call-title = Call everybody back?
hall-desk-call-text = Each phone asks its person to look up and listen. Nothing is closed, and the tables can go on later.
hall-desk-send-back = Back to work
hall-desk-to-plenary = Go to “All together”
hall-desk-save = Save the exercise as a file
hall-desk-end = End the session
hall-desk-end-title = End the session?
hall-desk-end-text =
    { $tables ->
        [0] Nobody can add anything after that. Everything stays to be read.
        [one] This closes the table too. Nobody can add anything after that. Everything stays to be read.
       *[other] This closes all { $tables } tables too. Nobody can add anything after that. Everything stays to be read.
    }

# At work

hall-desk-summary =
    { $tables ->
        [one] 1 table, { $here } of { $seated } people there.
       *[other] { $tables } tables, { $here } of { $seated } people there.
    }
hall-desk-all = For all tables
hall-desk-hold = Stop all tables
hall-desk-align = Bring all to a step
hall-desk-nudge-all = Say something to all

hall-desk-help =
    { $minutes ->
        [0] Asks for help
       *[other] Asks for help, for { $minutes } min
    }
hall-desk-help-said = Help is wanted: { $tables }.
hall-desk-help-count =
    { $count ->
        [one] 1 table asks for help
       *[other] { $count } tables ask for help
    }
hall-desk-held = Stopped
hall-desk-paused = Paused
hall-desk-finished = Finished
hall-desk-behind = Elsewhere

hall-desk-line-time = Time
hall-desk-time = { $spent } of { $planned } min
hall-desk-on-time = to plan
hall-desk-late = { $minutes } min behind
hall-desk-early = { $minutes } min ahead
hall-desk-line-plan = Plan
hall-desk-line-people = People
hall-desk-here = { $here } of { $seated } here
hall-desk-chair = { $name } chairs
hall-desk-itself = runs itself
hall-desk-no-chair = no chair
hall-desk-line-answers = Answers
hall-desk-no-answers = nothing is asked now
hall-desk-answered = { $answered } of { $expected } in
hall-desk-line-agreement = Agreement
hall-desk-no-ranking = no ranking opened yet
hall-desk-agreement = { $tenths } of 10; chance is 5 ({ $people } people)

hall-desk-behind-needed = A step before it must be finished first.
hall-desk-behind-notice = Somebody has not answered the notice yet.
hall-desk-behind-risk = Somebody raised an immediate risk there.
hall-desk-behind-skipped = A step that it builds on was left out there.
hall-desk-behind-other = It could not go where the others went. Look in and help.

hall-desk-visit = Look in
hall-desk-visit-table = Look in at { $table }
hall-desk-nudge = Say
hall-desk-nudge-table = Say something to { $table }

hall-desk-nudge-ready = Ready sentences
hall-desk-nudge-time = Two minutes left for this step.
hall-desk-nudge-quiet = Who has not spoken yet? Please ask them what they think.
hall-desk-nudge-go-on = Please go on to the next step when you can.
hall-desk-nudge-words = What they will read
hall-desk-nudge-hint = It stands on every phone at the table. A ready sentence can be changed before you send it.
hall-desk-nudge-send = Send
hall-desk-nudged = Sent.

hall-desk-align-which = To which step?
hall-desk-align-there =
    { $count ->
        [one] 1 table is there
       *[other] { $count } tables are there
    }
hall-desk-align-on =
    { $count ->
        [one] 1 table goes on to it.
       *[other] { $count } tables go on to it.
    }
hall-desk-align-back =
    { $count ->
        [one] 1 table comes back to it.
       *[other] { $count } tables come back to it.
    }
hall-desk-align-keeps = Answers that are still closed are opened first. Nothing is lost.
hall-desk-align-go = Bring all to: { $title }
hall-desk-aligned = All tables are asked to go to: { $title }.

hall-desk-name = Name of the table
hall-desk-name-hint = Such as a colour or an animal; the number stays.
hall-desk-name-save = Save the name
hall-desk-named = It is called { $table } now.
hall-desk-take-away = Take this table away
hall-desk-taken = { $table } is gone.
hall-desk-board = Bring its board to the wall
hall-desk-board-why = The wall then shows what this table has agreed so far, without names.
hall-desk-on-wall = Its board is on the wall now.

# The plan

hall-desk-timings = The plan
hall-desk-planned-end = Planned until { $time }
hall-desk-col-table = Table
hall-desk-col-step = Step
hall-desk-col-plan = Time
hall-desk-of = { $number } of { $of }

# The wall

hall-desk-wall-now = On the wall now
hall-desk-wall-next = Show next
hall-desk-wall-open = Open the wall on a projector
hall-desk-which-table = Which table?
hall-desk-board-of = The board of { $table }
hall-desk-names-on = With names
hall-desk-names-off = Without names
hall-desk-with-names = Show people’s names
hall-desk-show = Show it on the wall
hall-desk-shown = It is on the wall.
hall-desk-show-seats = Who sits where, and the way in
hall-desk-show-cards = How the tables get on
hall-desk-show-fives = What each table found
hall-desk-show-distances = How far apart tables are
hall-desk-show-splits = What splits tables, and what splits people
hall-desk-show-journey = How far each table came
hall-desk-show-orders = Everybody’s order beside the tables’
hall-desk-show-alike = Alike and different
hall-desk-show-mirror = The assumption mirror
hall-desk-show-table = The board of one table
hall-desk-show-nothing = Nothing

# After the end

hall-desk-ended = The session is over
hall-desk-ended-text = Thank you for leading it. Everything that the tables made stays to be read.
hall-desk-ended-record = Read the minutes
hall-desk-ended-plenary = What we did all together
hall-desk-take = To take home
hall-desk-take-text = Nobody’s name is in these, unless you ask for names on the sheets. Each person finds their own card in the hall, or at their table.
hall-desk-take-comparison = The tables compared, on paper
hall-desk-take-sheets = A sheet for each table
hall-desk-take-table = All answers as a table (CSV)
hall-desk-take-data = All answers as data (JSON)

# The assumption mirror

hall-desk-mirror = The assumption mirror
hall-desk-mirror-what = People guess, in private, how another agency ranks. Open the mirror when the tables have opened their first ranking: then all see which agencies surprise each other, and nobody sees a single guess.
hall-desk-mirror-open = Open the mirror
hall-desk-mirror-sure = Open the mirror now?
hall-desk-mirror-once = It is opened once and stays as it is. Guesses of tables that have not opened their first ranking by then do not count.
hall-desk-mirror-missing = Some tables are not ready
hall-desk-mirror-without = Open it without them
hall-desk-mirror-wait = Wait for them
hall-desk-mirror-opened = The mirror is open. Show it on the wall when you are ready to talk about it.
hall-desk-mirror-done = The mirror is open.
