# The record: what leaves the room, line by line. The server alone says these.

record-so-far = Minutes so far. The meeting is not over.
record-closed = The meeting is closed.
record-not-discussed = Not discussed
record-date = Date
record-purpose = Purpose
record-focus = Who it is about
record-at = { $day }, { $time }
record-when = { $when }
record-list = { $list }
record-step = { $number }. { $title }
record-asked = The question: { $words }
record-dont-know = don’t know
record-unsaid = Not said whose
record-removed-person = Removed person
record-taken-out = { $who }, later taken out of the room
record-somebody-gone = Somebody who is not named any more
record-people-gone =
    { $count ->
        [one] somebody who is not named any more
       *[other] { $count } people who are not named any more
    }
record-yes-no =
    { $value ->
        [yes] Yes
        [no] No
       *[other] Don’t know
    }

# The columns of tables

record-column =
    { $name ->
        [about] About
        [accepted] Said yes?
        [agency] Agency
        [answer] Answer
        [answered] Answer
        [apart] Apart, on average
        [as-of] As of
        [attends] Took part
        [became] What became of it
        [by] Written by
        [by-when] By when
        [came-of-it] What came of it
        [dont-know] Don’t know
        [email] Email
        [field] What was asked
        [from] From
        [highest-mark] Highest
        [highest-place] Highest place
        [how-known] How we will know
        [kept] What was kept of it
        [letter] Letter
        [lowered] Moved down by
        [lowest-mark] Lowest
        [lowest-place] Lowest place
        [middle-mark] Middle
        [middle-place] Middle place
        [minutes] Time
        [name] Name
        [note] What was written
        [owners] Who
        [phone] Phone
        [planned] Planned
        [raised] Moved up by
        [review] Looked at again
        [role] Role
        [said-back] Said back
        [second] When away, ask
        [source] Where it comes from
        [spent] Taken
        [statement] Statement
        [step] Step
        [takes] What it takes
        [turn] Who or what
        [was-due] Was due
        [what] What
        [when] When
        [who] Who
        [why] Why
        [wording] Version
        [words] In their words
       *[written] What was written
    }

# The meeting itself

record-meeting = The meeting
record-planned = Planned for { $when }, { $minutes } minutes long.
record-prepared = Prepared on { $when }, to be { $minutes } minutes long.
record-going-on = It is still going on.
record-held =
    It ended on { $when }. The steps took { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } in all.
record-in-chair =
    { $how ->
        [first] In the chair from { $when }: { $who }.
        [covering] At { $when }, { $who } took the chair, because whoever had it had lost their line.
       *[passed] At { $when }, the chair was handed on to { $who }.
    }
record-deputy-named =
    { $named ->
        [yes] At { $when }, { $who } was named deputy chair.
       *[no] From { $when } on, nobody was deputy chair.
    }
record-amended =
    { $who } changed { $what ->
        [title] what the meeting is called
        [purpose] what the meeting is for
       *[focus] who the meeting is about
    } on { $when }. { $before ->
        [yes] Until then it was: “{ $words }”.
       *[no] Until then nothing was written there.
    }

# A training session with tables

record-tables = The tables
record-exercise = What each table did: { $title }
record-table-is = Table { $number }{ $named ->
        [yes] {" "}({ $name })
       *[no] {""}
    }: { $people ->
        [0] nobody
        [one] one person
       *[other] { $people } people
    }
record-tables-begun = The tables began at { $when }.
record-tables-moved = { $people ->
        [one] One person sat
       *[other] { $people } people sat
    } at more than one table.
record-tables-led = At { $when }, all tables were brought to this step: { $title }
record-tables-held = The tables were stopped for { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } in all.
record-table = The table
record-table-of = This was table { $number }{ $named ->
        [yes] {" "}({ $name })
       *[no] {""}
    } of a training session: { $title }
record-moved-to = { $who } went on to table { $number }.
record-table-finished = The table had finished at { $when }.

# Who was there, who was not

record-people = Who was there
record-role-is =
    { $role ->
        [chair] Chair
        [deputy] Deputy chair
        [recorder] Recorder
        [family] Family
        [child] Child or young person
        [carer] Parent or carer
        [advocate] Advocate
        [observer] Observer
       *[participant] Participant
    }
record-attends =
    { $way ->
        [room] In the room
        [video] By video
        [phone] By phone
       *[proxy] Without a screen: the chair wrote for them
    }{ $voice ->
        [yes] { "" }
       *[no] ; did not answer or vote
    }
record-there =
    { $how ->
        [here] From { $came }
        [stayed] From { $came } to the end
        [back] From { $came }, away for a time, and back from { $since }
        [out] From { $came }, until the chair took them out of the room
       *[left] From { $came } to { $since }
    }
record-missing = Who was missing
record-nobody-missing = No agency was listed as missing.
record-missing-is =
    { $over ->
        [no] { $agency } { $coming ->
            [expected] is on the list of who could come, and nobody from it is here yet.
            [invited] is invited, and nobody from it is here yet.
            [coming] said they would come, and nobody from it is here yet.
            [views] sent views instead of coming.
           *[not_invited] was not invited.
        }
       *[yes] { $agency } { $coming ->
            [expected] was on the list of who could come, and nobody from it was there.
            [invited] was invited, and nobody from it was there.
            [coming] had said they would come, and nobody from it was there.
            [views] sent views instead of coming.
           *[not_invited] was not invited.
        }
    }
record-missing-why = The reason that was written down for { $agency }: { $why }
record-missing-unsaid = No reason was written down for: { $agencies }.
record-quorum =
    { $quorate ->
        [yes] All the agencies that are needed for a decision were there.
       *[no] Without these, the rules say that the meeting cannot decide: { $agencies }.
    }
record-quorum-rule = What the rule says: “{ $words }”
record-proxies = People without a screen
record-read-back =
    { $done ->
        [yes] What was written for { $who } was read back to them in: { $steps }.
       *[no] Nothing that was written for { $who } was marked as read back to them.
    }
record-bringing = What people brought
record-brings = { $who }: { $words }
record-cards = What each agency does
record-card =
    { $part ->
        [does] { $agency } does: { $words }
        [must] { $agency } must: { $words }
        [cannot] { $agency } cannot: { $words }
       *[pressures] Pressing on { $agency } now: { $words }
    }
record-contacts = How people are reached
record-no-second = Nobody yet
record-day-of = { $when }

# The register

record-register = Lead worker and consent
record-lead = Lead worker: { $who }
record-consent =
    { $of ->
        [child] The child or young person agrees
        [family] The family agrees
       *[knows] The family knows about this meeting
    }: { $answer ->
        [yes] yes
        [no] no
       *[not_sought] not asked
    } ({ $on }).
record-consent-why =
    { $of ->
        [child] About the child’s agreement
        [family] About the family’s agreement
       *[knows] About what the family knows
    }: { $words }
record-left-out = Not there at the family’s wish
record-left-out-is = { $who } was not there because the family did not want it. Written down by { $by } on { $when }.
record-left-out-part =
    { $part ->
        [reason] The family’s reason about { $who }
        [carrier] Who brings the views of { $who }
        [not_engaging] What happens if the family does not work with us
       *[threshold] When the threshold is looked at again
    }: { $words }
record-elsewhere = Who else knows something, or could help
record-elsewhere-is =
    { $group ->
        [peers] Friends and peers
        [family] The wider family
        [community] The community
        [shops] Shops and local places
        [services] Other services
        [areas] Other areas
       *[other] Others
    }: { $known ->
        [yes] { $who }
       *[no] thought of, and there is nobody
    }{ $asked ->
        [both] . { $contact } gets in touch by { $by }.
        [who] . { $contact } gets in touch.
       *[other] .
    }

# Notices

record-notices = What people were told and asked to agree to
record-notice =
    { $known ->
        [yes] “{ $title }”, version { $version }:
       *[no] “{ $title }”:
    }
record-check = Each person ticked: { $words }
record-asked-roles = Asked were: { $roles }.
record-unanswered = Did not answer: { $who }.
record-notice-answers = Answers to “{ $title }”
record-nobody-answered = Nobody answered.
record-notice-answer =
    { $agreed ->
        [yes] Agreed
       *[no] Did not agree
    }{ $written ->
        [yes] { " " }(written down by { $who })
       *[no] { "" }
    }

# What was agreed

record-the-message = The message for the family
record-agreed = What we agreed
record-place =
    { $places ->
        [one] { $aim ->
            [set_aside] Set aside: { $words }
           *[keep] { $all ->
                [yes] Agreed
               *[no] Decided
            }: { $words }
        }
       *[many] { $aim ->
            [set_aside] Set aside, { $place }: { $words }
           *[keep] Place { $place }: { $words }
        }
    }
record-proposed =
    { $aim ->
        [set_aside] Proposed to set aside, and not settled: { $words }
       *[keep] Proposed for place { $place }, and not settled: { $words }
    }
record-place-open = Place { $place } was left open.
record-no-text = Nothing was written.
record-draft = No words were settled.
record-wording = The words were changed after people had said where they stood. This is wording { $number }:
record-behind = These agencies stand behind it: { $who }.
record-start =
    The answers gave this order to start from: { $order }.{ $exact ->
        [yes] { "" }
       *[no] { " " }It could not be shown that no other order fits better.
    }{ $level ->
        [yes] { " " }Those with “=” between them are level.
       *[no] { "" }
    }
record-group-said =
    { $what ->
        [because] The reason
        [likely] What will probably come of it
       *[next] The next seven days
    }: { $words }
record-reached =
    { $how ->
        [all] Settled. Everybody who has a voice agrees.
        [here] Settled. Everybody who was there agrees.
        [dissent] Settled with { $noes ->
            [one] one “no”, which is
           *[other] { $noes } times “no”, which are
        } kept below.
        [some] Settled. Not everybody said where they stand.
       *[nobody] Settled. Nobody said where they stand.
    }
record-stand =
    { $word ->
        [yes] Yes
        [yes_note] Yes, with a note
        [can_live] Can live with it
       *[not_mine] Say that it is not theirs to say
    } ({ $count }): { $who }.
record-stance-note =
    { $word ->
        [yes] { $who } says yes: “{ $words }”
        [yes_note] { $who } says yes, with a note: “{ $words }”
        [can_live] { $who } can live with it: “{ $words }”
        [no] { $who } says no: “{ $words }”
       *[not_mine] { $who } says that it is not theirs to say: “{ $words }”
    }
record-silent =
    { $how ->
        [missing] Were there and did not say where they stand
       *[away] Were away when it was settled
    }: { $who }.
record-tally =
    { $by ->
        [person] Counted by person
       *[agency] Counted with one voice for each agency
    }: { $agree ->
        [one] one agrees
       *[other] { $agree } agree
    }, { $against ->
        [0] nobody says no
        [one] one says no
       *[other] { $against } say no
    }{ $not_mine ->
        [0] { "" }
        [one] , one leaves it to others
       *[other] , { $not_mine } leave it to others
    }{ $split ->
        [0] .
        [one] , one is of two minds.
       *[other] , { $split } are of two minds.
    }
record-split = Of two minds are: { $who }.
record-no = { $who } says no: “{ $words }”
record-fear =
    { $part ->
        [harm] What { $who } fears
        [evidence] What { $who } knows about it
       *[settle] What would settle it for { $who }
    }: “{ $words }”
record-escalated = It was taken on as a disagreement. How that went stands under “Disagreements”.
record-earlier-count =
    { $count ->
        [one] One person spoke to earlier words, and not to these
       *[other] { $count } people spoke to earlier words, and not to these
    }: { $who }.
record-earlier =
    To earlier words, { $who } said { $word ->
        [yes] yes
        [yes_note] yes, with a note
        [can_live] that they can live with it
        [no] no
       *[not_mine] that it is not theirs to say
    }: “{ $words }”
record-withdrawn = To earlier words, { $who } said no: “{ $words }” They took that back when the words were changed.
record-text-again = It was settled once before, and then opened again.
record-place-again =
    { $aim ->
        [set_aside] This was to be set aside at first, and was then opened again: { $words }
       *[keep] This was agreed here at first, and was then opened again: { $words }
    }
record-suggestion = { $who } suggested, and it was not put in: “{ $words }”

# Promises

record-promises = Who does what, by when
record-no-promises = Nobody promised anything.
record-promises-more = More about what was promised
record-promises-carried = What came of promises
record-none-carried = No promises came with this meeting from one before it.
record-carried-not-asked = Nobody was asked about the promises of the meeting before.
record-promises-own = What people will do themselves
record-promises-load = How it is shared out
record-takes =
    { $part ->
        [time] Time
        [cost] Cost
       *[cover] When away
    }: { $words }
record-accepted =
    { $answer ->
        [yes] Yes
        [no] No
       *[asked] Not yet
    }
record-accepted-by =
    { $who }: { $answer ->
        [yes] yes
        [no] no
       *[asked] not yet
    }
record-test =
    “{ $what }”. { $part ->
        [think] We think
        [trial] We will try
       *[look] We will look at
    }: { $words }
record-belongs-to = “{ $what }” belongs to: { $option }
record-tells-family = The family will be told of this: “{ $what }”
record-promise-was =
    “{ $now }” was changed during the meeting. What was said yes to first: { $what }{ $dated ->
        [yes] , by { $by }.
       *[no] .
    }
record-promise-withdrawn =
    Promised first, and taken back in the meeting: { $what } ({ $who }){ $dated ->
        [yes] , by { $by }.
       *[no] .
    }
record-stage =
    { $stage ->
        [open] Still to do
        [done] Done
        [not_done] Not done
       *[changed] Changed
    }
record-own-promise =
    { $who }: { $what }{ $dated ->
        [yes] { " " }(by { $by })
       *[no] { "" }
    }
record-load =
    { $agency } has { $count ->
        [one] one promise
       *[other] { $count } promises
    }{ $heavy ->
        [yes] , which is more than half.
       *[no] .
    }

# The child's and the family's own words

record-voices = The child’s and the family’s own words
record-voice =
    { $about }. { $whose ->
        [child] The child’s
       *[family] The family’s
    } words: “{ $words }” Where they come from: { $source }, { $day }. { $read ->
        [yes] Read out at { $heard }.
       *[no] Not read out in the meeting.
    }
record-voice-noted =
    { $about }: “{ $words }”{ $sourced ->
        [yes] { " " }Where it comes from: { $source }, { $day }.
       *[no] { "" }
    }
record-gap = { $title }: { $gap }

# Disagreements

record-disagreements = Disagreements
record-disagreement = About “{ $title }”
record-disagreement-opened =
    Opened on { $when }. { $safe ->
        [yes] The child is safe now, it was said.
        [no] The child is not safe now, it was said.
       *[unknown] It was not known whether the child is safe now.
    }
record-at-issue = These are the words it is about: “{ $words }”
record-side =
    What { $side ->
        [of-step-one] those who say no say together
        [of-step-two] those who agree say together
        [one] the first side says
       *[two] the second side says
    }: “{ $words }”
record-side-without =
    { $side ->
        [of-step-one] Those who say no
        [of-step-two] Those who agree
        [one] The first side
       *[two] The second side
    } did not write down what they say together.
record-side-before =
    What { $side ->
        [of-step-one] those who say no
        [of-step-two] those who agree
        [one] the first side
       *[two] the second side
    } had said together before they changed it: “{ $words }”
record-side-confirmed =
    { $count ->
        [0] Nobody on that side has confirmed these words.
       *[other] { $count } of { $of } on that side confirmed these words: { $who }.
    }
record-on-side =
    { $who } is { $side ->
        [of-step-one] with those who say no
        [of-step-two] with those who agree
        [one] on the first side
       *[two] on the second side
    }{ $says ->
        [yes] : “{ $words }”
       *[no] .
    }
record-move =
    Stage { $stage } of { $of }, { $name }: since { $when }{ $urgent ->
        [yes] , as it was urgent
       *[no] { "" }
    }{ $why ->
        [yes] . Reason: { $because }
       *[no] .
    }
record-disagreement-open =
    Still open, at stage { $stage } of { $of }, { $name }. This stage should be over by { $due }. { $owned ->
        [yes] { $owner } sees to it.
       *[no] Nobody was named to see to it.
    }
record-outcome =
    { $outcome ->
        [agreed] It ended in agreement
        [partly] It ended in part agreement
       *[not_agreed] It ended without agreement
    }{ $said ->
        [yes] : “{ $words }” { $count ->
            [0] Nobody on either side has confirmed these words.
           *[other] { $count } of { $of } confirmed these words: { $who }.
        }
       *[no] .
    }

# How we got there

record-how = How we got there
record-skipped = Left out, because: { $because }
record-not-held = Not held
record-to-come = Still to come
record-stays-here = Held. What was said stays between those who were there.
record-never-opened = Held, but the answers were never opened.
record-not-finished = Not finished yet.
record-answers = Answers to “{ $title }”
record-spread = How far apart people are on “{ $title }”
record-form =
    { $ask ->
        [choose] Each person chose { $count }.
        [rank] Each person put all of them in order, the most important first.
        [rank-some] Each person put at least { $count } in order, the most important first.
        [scale] Each person gave a mark from 0 ({ $low }) to 10 ({ $high }).
       *[level] Each person gave a mark from 1 (I can’t agree) to 5 (I agree fully).
    }
record-shown =
    { $shown ->
        [name] Answers were opened together, with names.
        [agency] Answers were opened together, with the agency and without names.
       *[nobody] Answers were opened together, and nobody can say whose they are.
    }
record-chosen =
    { $words }: chosen by { $count ->
        [one] one person
       *[other] { $count } people
    }.
record-share = { $words }: { $share }
record-by-agency = With one voice for each agency it looks different: { $shares }.
record-together =
    { $by ->
        [person] Put together, the answers give this order
       *[agency] With one voice for each agency, they give this order
    }: { $order }.{ $level ->
        [yes] { " " }Those with “=” between them are level.
       *[no] { "" }
    }
record-middle-agencies =
    With one voice for each agency, the middle{ $known ->
        [yes] { " " }of “{ $words }”
       *[no] { "" }
    } is { $middle }.
record-middle-moved =
    The middle mark{ $known ->
        [yes] { " " }for “{ $words }”
       *[no] { "" }
    } was { $before } the time before, and is { $after } now.
record-widest-marks = People’s marks were furthest apart on “{ $words }”: from { $low } to { $high }.
record-agreement = Take any two people and any two statements: they stand in the same order { $times } times in 10. Chance gives 5.
record-widest =
    { $same ->
        [yes] Everybody gave the same order.
       *[no] People were furthest apart on “{ $words }”: from place { $low } to place { $high }.
    }
record-furthest = The order of { $who } differs most from the others’. See { $items }.
record-movement =
    { $direction ->
        [closer] Closer together than the time before
        [apart] Further apart than the time before
       *[same] As close together as the time before
    }: { $before } times in 10 then, { $after } times now, among the { $people } who answered both times.
record-unchanged =
    { $count ->
        [0] Of the { $people } who answered both times, everybody changed something.
        [one] Of the { $people } who answered both times, one changed nothing.
       *[other] Of the { $people } who answered both times, { $count } changed nothing.
    }
record-alarm = A mark of { $mark } or lower was given. The room was asked whether anybody is in danger now.
record-one-mark = { $mark }
record-mark-for = { $letter }: { $mark }
record-unsure =
    { $shown ->
        [nobody] { $count ->
            [one] One person said that they do not know.
           *[other] { $count } people said that they do not know.
        }
       *[other] Said that they do not know: { $who }.
    }
record-did-not-answer = Did not answer: { $who }.
record-lane = { $lane }, in “{ $title }”
record-lane-count =
    { $lane }: { $count ->
        [0] no notes
        [one] one note
       *[other] { $count } notes
    }{ $place ->
        [voices] . They stand under the child’s and the family’s own words.
        [unknown] . They stand under what we do not know.
       *[here] .
    }
record-lane-empty = Nothing was written.
record-lane-none = { $who } wrote down that this was thought about, and that there is nothing.
record-nothing-from-us = Nothing from us
record-together-with = (put together with the note before) { $words }
record-on-behalf = { $who }, for { $agency }
record-source = { $source }, { $day }
record-no-turns = Nobody had a turn.
record-no-note = (no note was kept)
record-turn-minutes = { $minutes } min
record-presented = { $who }, who presented
record-phase =
    { $title } ({ $who } { $does ->
        [speaks] speaks
       *[listens] listens
    })
record-sheet = { $number }. { $title } ({ $whose })
record-nothing-filled = Nothing was filled in.
record-not-filled =
    { $needed ->
        [yes] Left empty, though it was needed
       *[no] Left empty
    }
record-in-voices = See the child’s and the family’s own words.
record-written-by = { $who }, { $when }

# Beside the agenda

record-unknown = What we do not know
record-unsure-in =
    Asked “{ $title }”, { $count ->
        [one] one person
       *[other] { $count } people
    } did not know
record-unknown-in = Filled in with “don’t know”, in “{ $title }”
record-remarks = Questions and other views
record-remark =
    { $who } { $sort ->
        [why] asked{ $asked ->
            [yes] { " " }{ $to }
           *[no] { "" }
        } why
       *[differ] saw it differently{ $asked ->
            [yes] { " " }from { $to }
           *[no] { "" }
        }
    }{ $known ->
        [yes] , in “{ $step }”
       *[no] { "" }
    }{ $said ->
        [yes] : “{ $words }”
       *[no] .
    }
record-remark-stays =
    { $who } { $sort ->
        [why] asked why
       *[differ] saw it differently
    } in “{ $step }”. What was said stays between those who were there.
record-remark-of = What { $who } spoke of: “{ $words }”
record-remark-safe =
    Asked first whether the child is safe, { $who } said { $safe ->
        [yes] yes.
        [no] no.
       *[other] that they do not know.
    }
record-remark-answer = { $who } answered: “{ $words }”
record-remark-ended =
    { $how ->
        [settled] It was talked about in the meeting.
        [answered] It was answered, and not marked as talked about.
       *[open] It was not answered in the meeting.
    }
record-risks = Immediate risk
record-no-risk = No immediate risk was raised.
record-risk = { $who } raised an immediate risk on { $when }. The meeting stopped.
record-risk-words =
    { $part ->
        [what] What it is about
        [told] Who was told
       *[because] Why no strategy meeting is needed
    }: { $words }
record-risk-open = Nobody wrote down what happens next.
record-risk-plan = { $convenes } brings people together by { $due }. Written down by { $who } at { $when }.
record-risk-stood-down = { $who } wrote down at { $when } why no strategy meeting is needed.
record-parking = Put aside for later
record-parked =
    { $words } (from { $who }{ $lead ->
        [yes] ; news for the lead worker
       *[no] { "" }
    }{ $done ->
        [yes] ; taken off the list by { $by }
       *[no] { "" }
    })
record-glossary = Words, and what we mean by them
record-earlier-meeting = the meeting before
record-word =
    { $how ->
        [agreed] { $word }: { $words } The group agreed on this meaning, from { $who }.
        [several] { $word }, as { $who } means it: { $words }
       *[one] { $word }: { $words } (from { $who })
    }{ $same ->
        [0] { "" }
       *[other] { " " }The same for: { $others }.
    }
record-statements = The statements, and their letters
record-worded = Statements that were worded anew
record-worded-before =
    { $how ->
        [joined] { $letter } said before { $joined } was made one with it: “{ $words }” (changed by { $who })
       *[rewritten] { $letter } said before: “{ $words }” (changed by { $who })
    }
record-worded-gone = { $letter } is no longer on the list. Instead: { $instead } (changed by { $who })
record-times = Times
record-time-box =
    { $planned } min{ $changed ->
        [yes] , changed to { $now } min
       *[no] { "" }
    }
record-held-step =
    { $added ->
        [yes] Held; it was added during the meeting
       *[no] Held
    }{ $again ->
        [0] { "" }
        [one] ; the meeting went back to it once
       *[other] ; the meeting went back to it { $again } times
    }
record-limits = Rules and time limits
record-no-limits = No local rules were set for this meeting.
record-rules =
    { $known ->
        [both] Local rules: { $title }. Edition: { $edition }.
        [edition] Edition of the local rules: { $edition }.
       *[title] Local rules: { $title }.
    }
record-limit = { $title }: by { $by }.
record-series = Before and after this meeting
record-alone = No other meeting is joined to this one.
record-follows = This meeting goes on from “{ $title }”, { $when }.
record-vision = What we want, as it was agreed: { $words }
record-settled-before =
    Agreed before, in “{ $title }”: { $words }{ $agreed ->
        [yes] { "" }
       *[no] { " " }(not everybody agreed)
    }
record-promised-before =
    Promised before: { $what } ({ $who }){ $dated ->
        [yes] , by { $by }
       *[no] { "" }
    }
record-followed = A meeting that goes on from this one was prepared on { $when }.

record-disclosures = Copies given out
record-disclosed =
    { $when }, reference { $reference }: a copy of edition { $edition } for somebody who asked for their record, made by { $by }. { $given } lines given, { $withheld ->
        [0] none withheld.
       *[other] { $withheld } withheld ({ $grounds }).
    }
record-disclosed-ground = { $ground ->
    [another_person] another person’s data
    [serious_harm] serious harm
    [childs_interests] a child’s best interests
    [social_work] health, education or social work data
    [legal_advice] legal advice
    [inquiry] harm to an inquiry
    [not_about_asker] not about whoever asked
   *[in_confidence] given in confidence
 }: { $count }

# What a line said before it was opened to more people, in other words.
record-was-for-fewer = (words that were for fewer people)

record-retention = How long this room is kept
record-retention-until = This room is deleted on { $day }. { $owner } keeps it until then because { $reason }.
record-retention-after = This room is deleted { $days ->
    [one] one day
   *[other] { $days } days
 } after the meeting ends. { $owner } keeps it until then because { $reason }.
record-retention-owner = The chair
record-retention-reason = { $kind ->
    [case] it is a working copy, and each agency keeps its record in its own system
   *[other] people may want to look back
 }
# When the program was brought up to date: the room had been made before rooms had a day.
record-retention-site = This site
record-retention-changed = { $who } changed this on { $day }. Until then it was { $days ->
    [one] one day
   *[other] { $days } days
 }.
