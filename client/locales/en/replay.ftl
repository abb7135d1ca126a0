# How a meeting went, and nothing else: it is fetched with that page.

replay-needs-script = To show how a meeting went, this page needs scripts switched on.
replay-head = How it went
replay-loading = Fetching how it went.
replay-unreached = The meeting could not be reached just now.
replay-again = Try again
replay-frame-lost = This moment could not be fetched. Go to another one, and come back.
replay-how = Slide through the meeting. You see what everyone saw at each moment, and no words that were taken back since.
replay-moments = Moments of the meeting
replay-place = { $number } of { $of }
replay-previous = Back
replay-next = Next
replay-play = Play
replay-pause = Stop
replay-before = Before it began
replay-over = The meeting is over
replay-people =
    { $count ->
        [0] Nobody had come yet.
        [one] One person was there.
       *[other] { $count } people were there.
    }
replay-text = the text

replay-prepared = The meeting was prepared.
replay-came =
    { $count ->
        [one] One person had come.
       *[other] { $count } people had come.
    }
replay-opened = “{ $step }” began.
replay-acknowledged =
    { $step }: { $count ->
        [one] one person had answered the notice.
       *[other] { $count } people had answered the notice.
    }
replay-answered =
    { $step }: { $count ->
        [one] one person had answered, in private.
       *[other] { $count } people had answered, in private.
    }
replay-revealed =
    { $step }: { $count ->
        [one] one answer was opened.
       *[other] { $count } answers were opened together.
    }
replay-written =
    { $step }: { $count ->
        [one] there was one note.
       *[other] there were { $count } notes.
    }
replay-shown =
    { $step }: { $count ->
        [one] one note was opened.
       *[other] { $count } notes were opened together.
    }
replay-filled =
    { $step }: { $count ->
        [one] one field was filled in.
       *[other] { $count } fields were filled in.
    }
replay-turned = { $step }: the talk went on to the next.
replay-proposed = “{ $item }” was proposed for the { $place } place.
replay-cleared = The { $place } place was emptied.
replay-stood =
    { $place } place: { $count ->
        [one] one person had said where they stand.
       *[other] { $count } people had said where they stand.
    }
replay-settled = The { $place } place was settled: { $item }.
replay-reopened = The { $place } place was opened again.
replay-worded = { $step }: the words were changed.
replay-promised =
    { $step }: { $count ->
        [one] there was one promise.
       *[other] there were { $count } promises.
    }
replay-paused = The meeting paused.
replay-resumed = The meeting went on.
replay-closed = The meeting ended.

replay-views = How close views were
replay-not-yet = Not opened yet at this moment.
replay-too-few = Too few people answered to say.
replay-agreement-how = How often two people put two statements in the same order. The line in the middle is what chance gives.
replay-agreement = { $tenths } times of 10, among { $people } people.
replay-closer = Closer together than the pass before, among the { $people } people who answered both.
replay-apart = Further apart than the pass before, among the { $people } people who answered both.
replay-level = As far apart as the pass before, among the { $people } people who answered both.
replay-widest =
    { $count ->
        [one] Where people were furthest apart, of all the questions:
       *[other] The { $count } questions on which people were furthest apart:
    }
replay-end = { $mark }: { $words }
replay-no-marks = Nobody gave a mark.
replay-marks-same =
    { $people ->
        [one] { $mark } (one person).
       *[other] All at { $mark } ({ $people } people).
    }
replay-marks =
    From { $lowest } to { $highest }, in the middle { $middle } ({ $people ->
        [one] one person
       *[other] { $people } people
    }).
