# What people take home from a training session. The server alone says these.

takeaway-names-on = With names
takeaway-names-off = Without names
takeaway-pdf = PDF
takeaway-word = Word
takeaway-back = Back

# The trainer’s comparison sheet
takeaway-comparison = { $title }: the tables compared
takeaway-exercise = Exercise
takeaway-who = Who took part
takeaway-count =
    { $people ->
        [one] 1 person
       *[other] { $people } people
    } at { $tables ->
        [one] 1 table
       *[other] { $tables } tables
    }
takeaway-side-by-side = What each table agreed
takeaway-side-by-side-hint = The same letter is the same statement. In brackets: on how many lists it stands. The way: of 100 pairs of statements, how many the list has the other way round from its members’ own orders, at first → at last. Near is not better than far.
takeaway-minutes = Minutes
takeaway-kept-no = “No” kept
takeaway-way = The way
takeaway-statements = The statements
takeaway-orders-hint = Everybody: one person, one voice, from their last orders. Tables: one table, one voice, from the lists. Where places are given as a range, no order is claimed.
takeaway-statement = Statement
takeaway-lists = On lists
takeaway-everybody = Everybody
takeaway-tables-order = Tables
takeaway-differ = Do the tables differ?
takeaway-apart = Two people of the same table had { $within } of 100 pairs the other way round, two of different tables { $between }. By lot it would be 50.
takeaway-pairs = More different than chance makes them, tables: { $pairs }.
takeaway-more-notes =
    { $count ->
        [one] One more thought is in the data file.
       *[other] { $count } more thoughts are in the data file.
    }
takeaway-mirror-of = Who guessed
takeaway-mirror-about = About whom
takeaway-mirror-surprise = Surprise

# One sheet for each table
takeaway-sheets = { $title }: a sheet for each table
takeaway-table = Table { $number }
takeaway-table-named = Table { $number }: { $name }
takeaway-agreed = What we agreed
takeaway-why = { $text } – because: { $because }
takeaway-no-kept =
    { $count ->
        [one] One “no” is kept beside it.
       *[other] { $count } times a “no” is kept beside it.
    }
takeaway-noted = What we noted as alike, and as different
takeaway-at-table = Who sat here
takeaway-at-table-count =
    { $count ->
        [one] 1 person. Names are not shown.
       *[other] { $count } people. Names are not shown.
    }
takeaway-own-orders = What each person put first at last
takeaway-alike = Alike:
takeaway-different = Different:
takeaway-time = How long it took
takeaway-step-time = { $title }: { $minutes } of { $planned } minutes

# Each person’s own card
takeaway-card = My card: { $title }
takeaway-card-alone = This card is for you alone. Nobody else can open it.
takeaway-card-kept = You can open it here until { $day }.
takeaway-card-name = Name
takeaway-our-list = Our table’s list
takeaway-journey = Our list has { $last } of 100 pairs of statements the other way round from what we said alone at last, and { $first } from what we said at first.
takeaway-journey-last = Our list has { $last } of 100 pairs of statements the other way round from what we said alone.
takeaway-beside = Where my first ones stand
takeaway-mine = Mine
takeaway-set-aside = set aside
takeaway-not-on-list = not on our list
takeaway-moves = What I moved
takeaway-move = “{ $text }” from place { $first } to { $last }
takeaway-moved-none = Nothing: my last order is as my first was.
takeaway-orders = My own order
takeaway-no-order = You gave no order of your own.
takeaway-unnamed = Answers were given without names here, so nobody can tell which one is yours.
takeaway-first = First
takeaway-last = Last
