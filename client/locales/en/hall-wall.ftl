# The wall of tables: what the tables of a training session found, side by side. Read from the back of a hall.
# No table is ever better than another, and no difference is claimed that chance could have made.

tables-name = Table { $number }
tables-name-named = Table { $number }: { $name }
tables-table = Table
tables-people = People
tables-own = Your table
tables-nothing = None
tables-percent = { $share } %
tables-places =
    { $places ->
        [one] 1 place
       *[other] { $places } places
    }
tables-quoted = “{ $text }” ({ $letter })
tables-busy = New figures are being worked out. These are the last ones.
tables-too-few = This needs two tables at which three or more people have opened their orders.
tables-too-few-now =
    { $count ->
        [0] There is none yet.
        [one] There is one so far.
       *[other] { $count } tables have opened theirs so far, but too few people are at them.
    }
tables-unfinished =
    { $count ->
        [one] Table { $tables } has places still open.
       *[other] Tables { $tables } have places still open.
    }

tables-title-seats = Find your table
tables-title-cards = How the tables get on
tables-title-fives = What each table agreed
tables-title-distances = How far apart we are
tables-title-splits = What splits tables, and what splits people
tables-title-journey = From alone to together
tables-title-orders = Everybody’s order and the tables’ order
tables-title-alike = Alike and different
tables-title-mirror = What we guess about one another
tables-title-nothing = Screen off

# The trainer’s debrief, and everybody’s own screen
tables-debrief = Compare the tables
tables-debrief-views = Ways to compare the tables
tables-short-fives = Lists
tables-short-distances = Distances
tables-short-splits = Splits
tables-short-journey = Journey
tables-short-orders = Orders
tables-short-alike = Alike
tables-short-mirror = Mirror
tables-to-wall = Show on the wall
tables-on-wall-now = This is on the wall now
tables-on-wall = On the wall: { $title }

# Seats and progress
tables-seats-none = There are no tables yet.
tables-seated =
    { $count ->
        [0] Nobody yet
        [one] 1 person
       *[other] { $count } people
    }
tables-joined =
    { $count ->
        [0] Nobody has joined yet
        [one] 1 person has joined
       *[other] { $count } people have joined
    }
tables-progress-none = Not begun
tables-progress-step = Step { $number } of { $of }
tables-progress-answered = { $answered } of { $expected } have answered
tables-progress-finished = Finished
tables-progress-paused = Paused

tables-left-out-own =
    { $count ->
        [one] One statement is left out, because only one table has it.
       *[other] { $count } statements are left out, because only one table has each.
    }

# Lists side by side
tables-fives-none = No table has agreed anything yet.
tables-fives-open = Still open
tables-fives-hint = The same letter is the same statement. Full: all tables have it. Tinted: most. Edge: some. Dots: one alone. Press one to follow it.
tables-fives-count = { $count } of { $of }
tables-fives-unused = On no list: { $items }
tables-fives-waiting =
    { $count ->
        [one] One table has agreed nothing yet.
       *[other] { $count } tables have agreed nothing yet.
    }
tables-typical =
    { $count ->
        [one] Nearest to all the others: the list of table { $tables }.
       *[other] Nearest to all the others: the lists of tables { $tables }.
    }
tables-its-own =
    { $count ->
        [one] Most its own: the list of table { $tables }.
       *[other] Most their own: the lists of tables { $tables }.
    }
tables-typical-neither = Neither is better: both are worth asking about.
tables-typical-all = No list is nearer to the others than any other.

# Distances
tables-apart-caption = Of 100 pairs of statements, how many do two people put the other way round?
tables-apart-how = Of 100 pairs of statements, how many two people put the other way round. Darker is further apart. Two orders drawn by lot: 50.
tables-apart-key-within = two people of the same table
tables-apart-key-differ = more than chance makes
tables-apart-pairs = More different than chance makes them
tables-apart-all = Table { $number } and every other table
tables-apart-pair =
    { $count ->
        [one] Table { $number } and table { $tables }
       *[other] Table { $number } and tables { $tables }
    }
tables-apart-more = The grid marks every pair.
tables-apart-left-out =
    { $count ->
        [one] Table { $tables } is left out: fewer than three people there have opened their orders.
       *[other] Tables { $tables } are left out: fewer than three people there have opened their orders.
    }
tables-apart-before = Before any talk: { $within } at the same table, { $between } at different tables.
tables-before-differ = The tables differed already.
tables-before-no_more_than_chance = The tables did not differ more than chance.
tables-before-too_few_to_tell = Too few people to tell.
tables-verdict-differ = The tables differ.
tables-verdict-why-differ = It matters where people sat: those of different tables are further apart than shuffling people over the tables would make them.
tables-verdict-no_more_than_chance = The tables are no more different than chance would make them.
tables-verdict-why-no_more_than_chance = People differ, and about as much at one table as between two.
tables-verdict-too_few_to_tell = Too few people to tell.
tables-verdict-why-too_few_to_tell = With so few, not even the greatest difference would count. That does not mean that there is none.
tables-mean-within = At the same table
tables-mean-between = At different tables
tables-mean-chance = By lot

# Splits
tables-splits-caption = How far each statement splits tables, and how far people
tables-splits-group = Group
tables-splits-splits_tables = Splits tables
tables-splits-splits_people = Splits people wherever they sit
tables-splits-level = Splits neither
tables-splits-too_few_to_tell = Too few to tell
tables-splits-why-splits_tables = Where you sat matters, more than chance makes it.
tables-splits-why-splits_people = Every table could have this talk.
tables-splits-why-level = Tables differ no more than chance, and people less than by lot.
tables-splits-why-too_few_to_tell = With so few people no statement could be found to split tables.
tables-splits-none = None
tables-splits-between = Share of all differences that lies between tables
tables-splits-chance = That share by chance
tables-splits-within = How far people are from the middle of their own table
tables-splits-lot = That by lot
tables-splits-between-short = between
tables-splits-within-short = within
tables-splits-how = Between tables, and within them: each bar is how much people differ. The upright mark is what chance would make.

# Journeys
tables-journey-first = what its members first said alone
tables-journey-last = what they last said alone
tables-journey-as-said = the list is just as its members said
tables-journey-chance = as if by lot
tables-journey-how = How far each table’s list lies from its members’ own orders: of 100 pairs of statements, so many are the other way round. Near is not better than far. Agreement: of 100 pairs, how many two of its people had in the same order, at first and at last.
tables-journey-caption = How far each table’s list lies from what its members said alone
tables-journey-list = The list
tables-journey-agreement = Agreement
tables-journey-none = Too few people to say
tables-journey-only-last = { $last } of 100 from what its members said alone
tables-journey-closer =
    { $closer ->
        [first] closer to what its members first said ({ $first }) than last ({ $last })
        [last] closer to what its members last said ({ $last }) than first ({ $first })
       *[same] as close to what its members first said as last ({ $last })
    }
tables-journey-nobody = No table has both a list and three people’s opened orders yet.
tables-journey-missing =
    { $count ->
        [one] Table { $tables } has no list yet, or too few people to say.
       *[other] Tables { $tables } have no list yet, or too few people to say.
    }
tables-agreement = Agreement { $first } at first, { $last } at last
tables-agreement-short = { $first } → { $last }
tables-agreement-last = Agreement { $last }

# Orders
tables-orders-none = There are no orders to show yet.
tables-orders-everybody =
    { $count ->
        [one] One person, alone
       *[other] { $count } people, each alone
    }
tables-orders-tables =
    { $count ->
        [one] One table’s list
       *[other] { $count } tables’ lists
    }
tables-orders-follow = Follow { $letter }
tables-orders-range = { $place }–{ $last }
tables-orders-tied = level, { $first } to { $last }
tables-orders-how = In a bracket no order is claimed. A heavy line: more than two places apart.
tables-orders-not-exact = This is a very good order, and not proven to be the best.

# Alike and different
tables-alike-none = Nobody’s order has been opened yet.
tables-alike-both = Ranked alike and read alike
tables-alike-ranked = Ranked alike, read differently
tables-alike-reads = Read alike, ranked differently
tables-alike-neither = Neither
tables-alike-axis-ranked = ranked more alike →
tables-alike-axis-reads = read more alike →
tables-alike-how = { $count } people’s orders. “Alike” means among the most alike quarter of all pairs; { $neither } pairs are neither. How alike they read is counted from their words alone: what they mean is for people to say.
tables-alike-caption = Pairs of statements, from 0 to 100, where 100 is as alike as can be
tables-alike-pair = Pair
tables-alike-group = Group
tables-alike-col-ranked = How alike they are ranked
tables-alike-col-reads = How alike they read
tables-alike-notes = What tables noted
tables-alike-two = { $first } – { $second }
tables-alike-said =
    { $alike ->
        [alike] Alike, say { $count ->
            [one] table { $tables }
           *[other] tables { $tables }
        }: { $text }
       *[different] Different, say { $count ->
            [one] table { $tables }
           *[other] tables { $tables }
        }: { $text }
    }

# The assumption mirror
tables-mirror-none = Too few people have guessed, or been guessed, to show anything without showing a person.
tables-mirror-caption = How far each agency’s guess was from how the other one ranked, of 100 pairs of statements
tables-mirror-corner = Who guessed ↓ about whom →
tables-mirror-guesses =
    { $count ->
        [one] 1 guess
       *[other] { $count } guesses
    }
tables-mirror-self = itself
tables-mirror-missing = too few people to show
tables-mirror-key-low = as they guessed
tables-mirror-clear = a surprise beyond chance: ask them
tables-mirror-hidden =
    { $count ->
        [one] one is hidden, so that nobody can be picked out
       *[other] { $count } are hidden, so that nobody can be picked out
    }
tables-mirror-how = Of 100 pairs of statements, how many a guess has the other way round, beyond how much those people differ among themselves. A surprise is no mistake: it shows where to be curious.

# One table
tables-board-none = This table has agreed nothing yet.
tables-board-open = Still open
tables-board-aside = Set aside: { $items }
tables-board-agreed = Everybody there can stand behind it.
tables-board-dissents =
    { $count ->
        [one] One “no” is kept beside it.
       *[other] { $count } times a “no” is kept beside it.
    }

# One question for each view
tables-ask-opposite = Table { $one } has { $item } in { $place } place, and table { $two } left it out. What did each talk about?
tables-ask-same-five = All lists hold the same statements. What did you nearly choose instead?
tables-ask-two-differ = Tables { $one } and { $two } see it differently. What did each talk about first?
tables-ask-one-differs = Table { $one } sees it differently from others. What did they talk about, and what did the others?
tables-ask-all-differ = It matters where we sat. What was said at your table that others may not have heard?
tables-ask-own-table = At your own table: who saw it most differently from you, and what do they know that you do not?
tables-ask-splits-tables = Where you sat mattered for { $item }. What was said about it at your table?
tables-ask-splits-people = People differ on { $item } wherever they sit. What does it mean to you in your work?
tables-ask-level = We are close on all of these. What would somebody say who is not in the room?
tables-ask-closer-last = At table { $one } the list is closer to what its members last said than to what they first said. What did they hear?
tables-ask-closer-first = At table { $one } the list is closer to what its members first said than to what they last said. What happened between?
tables-ask-nobody-moved = The lists lie as near to what people first said as to what they last said. What did talking change?
tables-ask-orders-up = { $item } stands higher on the tables’ lists than when people were alone. Who spoke for it?
tables-ask-orders-down = { $item } stands lower on the tables’ lists than when people were alone. What happened to it in the talk?
tables-ask-orders-same = The tables’ order and everybody’s order do not clearly differ. Whose view did the talk still bring in?
tables-ask-ranked-alike = { $item } and { $other } read differently and were ranked alike. What do they share?
tables-ask-reads-alike = { $item } and { $other } read alike and were ranked differently. What is the difference in your work?
tables-ask-both-alike = { $item } and { $other } are alike in every way. Would one sentence do for both?
tables-ask-surprise = { $one } was most surprised by { $two }. What would you like to ask one another?
tables-ask-no-surprise = No guess was further off than chance would make it. How did you know one another?
tables-ask-kept-no = A “no” is kept at table { $one }. What would it take for everybody to stand behind the list?
tables-ask-nearly = What was nearly on the list of table { $one }, and why did it go?
