# The page of one's own meetings, and nothing else: it is fetched with that page.

mine-head = My meetings
mine-here-only = Meetings that you joined with this browser. The list is kept on this device and nowhere else.
mine-empty = No meetings on this device yet. When you join or start one, you find it here again.
mine-join = Join with a code
mine-start = Start a meeting
mine-forget = Forget this list
mine-open = open
mine-closed = ended
mine-follow = Follow up
mine-follow-of = Follow up { $title }
mine-disagreements = Not agreed yet
mine-stage =
    Stage { $stage } ({ $name }), open for { $days ->
        [0] less than a day
        [one] one day
       *[other] { $days } days
    }
mine-overdue = This stage should be over by now.
mine-follow-disagreement = Meet about it
mine-needs-script = This list is kept in your browser, which needs scripts switched on to show it.

archive-asking = Asking your meetings how they stand: { $done } of { $of }.
archive-unreached =
    { $count ->
        [one] One meeting could not be reached.
       *[other] { $count } meetings could not be reached.
    }
archive-again = Ask again
archive-not-reached = could not be reached just now
archive-gone = not there any more
archive-take-off = Take off the list
archive-take-off-of = Take off the list: { $title }

archive-search = Find words in what you may read of your meetings
archive-search-go = Find
archive-looking = Looking: { $done } of { $of } meetings.
archive-none-found = Nothing found. Try fewer words, or only the start of a word.
archive-found =
    { $lines ->
        [one] One line
       *[other] { $lines } lines
    } in { $rooms ->
        [one] one meeting.
       *[other] { $rooms } meetings.
    }
archive-more-found =
    { $count ->
        [one] One more line in this meeting.
       *[other] { $count } more lines in this meeting.
    }

archive-rest =
    { $count ->
        [one] Show one more
       *[other] Show { $count } more
    }

archive-coming = Coming up
archive-overdue =
    { $days ->
        [one] One day late
       *[other] { $days } days late
    }
archive-in-days =
    { $days ->
        [0] Today
        [one] Tomorrow
       *[other] In { $days } days
    }
archive-due-by = { $what }
archive-due-by-of = { $what } ({ $names })
archive-due-review = To look at again: { $what }
archive-due-review-of = To look at again: { $what } ({ $names })
archive-due-limit = { $what }
archive-due-look = Look whether this meeting’s record is still needed
archive-due-forget = This meeting will be deleted
archive-due-meeting = The meeting is planned for this day

archive-meetings = Meetings
archive-type = Which type
archive-type-all = All types
archive-forgotten-in =
    { $days ->
        [0] deleted today
        [one] deleted tomorrow
       *[other] deleted in { $days } days
    }
archive-series = Meeting { $number } of { $of } in a series
archive-series-of = Meeting { $number } of { $of } in a series: { $title }
archive-came-to = What it came to
archive-came-to-of = What it came to: { $title }
archive-all-agreed = (everybody agreed)
archive-not-all-agreed = (not everybody agreed)
archive-record = Record
archive-record-of = Record: { $title }
archive-replay = How it went
archive-replay-of = How it went: { $title }

archive-trends = From one meeting to the next
archive-trends-how = The line goes from the lowest mark to the highest, and the tick is the middle. It shows whether people are closer together, not whether things are going well.
archive-point =
    { $day }: from { $lowest } to { $highest }, in the middle { $middle } ({ $people ->
        [one] one person
       *[other] { $people } people
    })
archive-point-same =
    { $day }: { $people ->
        [one] { $mark } (one person)
       *[other] all at { $mark } ({ $people } people)
    }
archive-end = { $mark }: { $words }
archive-trend-closer = Last time, people were closer together than the first time.
archive-trend-apart = Last time, people were further apart than the first time.
archive-trend-same = Last time, people were as far apart as the first time.

archive-library = What works: sheets to learn from
archive-library-all = The library of everybody here
archive-library-find = Find a theme or words
archive-library-shown = { $count } of { $of } shown.
archive-print = Open to print
archive-print-of = Open to print: { $title }

archive-compare = Compare groups
archive-compare-which = The same exercise
archive-compare-hint = Choose two to { $most } groups. They are shown side by side, on one page to print.
archive-compare-how = The same letter means the same statement.
archive-in-groups =
    { $count ->
        [one] only here
       *[other] in { $count } of { $of }
    }
archive-kept-by =
    { $count ->
        [one] kept by one group
       *[other] kept by { $count } groups
    }
archive-set-aside = Set aside
archive-agreement = How often two people ordered two statements the same way
archive-agreement-none = Too few people to say.
archive-agreement-one = { $last } times of 10, among { $people } people. By chance it would be 5.
archive-agreement-two = { $first } times of 10 at first and { $last } at the end, among { $people } people. By chance it would be 5.
archive-compare-print = Print this page
