# The editor of the agenda, what comes from the meeting before, and the list of one's own meetings.

sheet-agenda = Change the agenda
agenda-edit = Change the agenda
agenda-saved = Our agenda
agenda-add = Add a step
agenda-add-before = Add a step before this
agenda-add-head = Add a step at the end
agenda-add-head-before = Add a step before “{ $title }”
agenda-add-this = Add
agenda-add-spoken = Add: { $title }
agenda-add-none = Back to the agenda
agenda-added = “{ $title }” is on the agenda.
agenda-save = Save as a template
agenda-held = · held
agenda-more = More for “{ $title }”
agenda-up = Move “{ $title }” up
agenda-down = Move “{ $title }” down
agenda-moved = “{ $title }” is now step { $place } of { $of }.
agenda-change = Change
agenda-change-head = Change “{ $title }”
agenda-change-opened = This step has been opened, so what it asks stays as it is. Its time can change.
agenda-changed = “{ $title }” is changed.
agenda-title = Name of the step
agenda-prompt = What people are asked
agenda-time = Minutes
agenda-time-needs = Please write how many minutes, as a number.
agenda-keep = Keep
agenda-skip = Skip
agenda-skip-head = Skip “{ $title }”?
agenda-skip-why = Why is it left out?
agenda-skip-hint = The record says it, and everybody sees it on the agenda.
agenda-skip-needs = Please say why first.
agenda-skipped-now = “{ $title }” is skipped.
agenda-skipped-because = Skipped, because: { $because }
agenda-unskip = Take it back in
agenda-back = “{ $title }” is back on the agenda.
agenda-remove = Take it out
agenda-removed = “{ $title }” is taken out.
agenda-forbidden = This is a space to think together. It makes no decisions and sets no tasks.
agenda-unreachable = The list could not be fetched.
agenda-try-again = Try again
agenda-kind-judge = Private answers
agenda-kind-settle = Agree on something
agenda-kind-collect = Notes
agenda-kind-turns = Speaking in turn
agenda-kind-gate = Read and agree
agenda-kind-form = A sheet to fill in
agenda-kind-commit = Promises

carried-head = From last time
carried-from = From “{ $title }”
carried-promises =
    { $count ->
        [0] No promise is open
        [one] One promise is open: what came of it?
       *[other] { $count } promises are open: what came of them?
    }
carried-vision = Our shared aim:
carried-how = We will know by: { $how }.
carried-due = To look at on { $day }.
carried-settled = What was agreed, and what was not
carried-agreed = (everybody agreed)
carried-not-all = (not everybody agreed)
followed-link = The next meeting has its own room: { $code }
followed-prepare = Prepare the next meeting

limits-head = Time limits after this meeting
limits-edition = From: { $edition }. Weekends are left out of working days, public holidays are not.
lobby-begins = It begins on { $day } at { $time }.

agenda-low = What 0 means
agenda-high = What 10 means
agenda-lane = Name of list { $number }
agenda-seconds = Seconds for each turn (0: no time set)
agenda-shown = When answers open, they are shown
agenda-shown-name = by name
agenda-shown-agency = by agency
agenda-shown-nobody = without saying whose they are
outcomes-link = Outcomes without names
