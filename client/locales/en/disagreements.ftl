# Disagreements: what is not agreed, who stands where, and how it moves on.

sheet-disagreements = Disagreements
disagreements-all = All { $count } disagreements
disagreements-none = There is no disagreement on the list. To differ is healthy: this is where it is worked on.
disagreements-why = To differ is healthy. Each one is worked on stage by stage until it has an outcome.
disagreement-begin = Open a disagreement
disagreement-begin-go = Open it
disagreement-title = What is it about?
disagreement-title-hint = A few words without names. They stand in lists.
disagreement-title-first = Say what it is about first.
disagreement-text = The words or the plan at issue (if there are any)
disagreement-about = The words at issue, as they stood

safe-unknown = First: is the child safe now?
safe-yes = The chair says that the child is safe now.
safe-no = The child may not be safe now.
safe-no-do = Do not wait for this to be settled. Use Immediate risk, or call the emergency services.
safe-say-yes = Yes, safe now
safe-say-no = No, not safe now

side-one = Side 1
side-two = Side 2
side-of-step-one = Those who say no
side-of-step-two = Those who agree
side-empty = Nobody is on this side yet.
side-no-words = Not put into words yet.
side-word = Put it into words
side-reword = Change the words
side-words = What this side means, in its own words
side-words-hint = Everyone on this side is then asked to confirm it.
side-words-first = Write something first.
side-save = Save
side-cancel = Cancel
side-worded-said = The position has these words now. Everyone on the side is asked to confirm.
side-confirm = Yes, this is what we mean
side-confirmed = { $count } of { $of } on this side have confirmed these words.
side-confirmed-said = You have confirmed the words of your side.
side-has-confirmed = Confirmed
side-join = Join this side
side-join-says = Join this side: { $side }
side-joined-said = You are on this side now.
side-leave = Leave this side
side-leave-says = Leave this side: { $side }
side-left-said = You are on no side now.

stage-title = Where it is
stage-of = Stage { $stage } of { $of }: { $name }
stage-people = { $one } on one side, { $two } on the other
stage-age =
    { $days ->
        [0] opened today
        [one] 1 day old
       *[other] { $days } days old
    }
stage-due = by { $day }
stage-overdue = was due { $day }
stage-since = since { $day }
stage-since-urgent = since { $day }, urgent
stage-owner = Who sees to it
stage-owner-nobody = Nobody yet
stage-owner-is = { $name } sees to it.
stage-owner-none = Nobody sees to it yet.
stage-by-when = By when
stage-assigned-said = Saved.
stage-up = Take it to: { $name }
stage-up-go = Take it up
stage-because = Why does it go further?
stage-because-first = Say why a stage is left out.
stage-urgent = It is urgent: leave out a stage
stage-which = To which stage?
stage-moved-said = It is with the next stage now: { $name }.

outcome-say = Say how it ended
outcome-title = How it ended
outcome-agreed = Agreed
outcome-partly = Agreed in part
outcome-not_agreed = Not agreed
outcome-words = What was agreed, and what was not
outcome-words-hint = Everyone on both sides is asked to confirm these words.
outcome-words-first = Write what was agreed first.
outcome-pick = Pick how it ended.
outcome-save = Save the outcome
outcome-said = The outcome is there. Both sides are asked to confirm it.
outcome-confirm = Yes, this says how it ended
outcome-confirmed = { $count } of { $of } people have confirmed these words.
outcome-confirmed-said = You have confirmed the outcome.
outcome-reopen = Open it again

# On the sheet

paper-disagreement = Disagreement:
paper-disagreement-safe =
    { $safe ->
        [yes] The chair said that the child was safe at the time.
        [no] Somebody said that the child was not safe at the time.
       *[unknown] It was not said whether the child was safe at the time.
    }
paper-disagreement-about = The words at issue:
paper-disagreement-open = Not over yet:
paper-urgent = Urgent.
paper-side =
    { $side ->
        [of-step-one] Those who say no
        [of-step-two] Those who agree
        [two] Side 2
       *[one] Side 1
    }
paper-outcome =
    { $outcome ->
        [agreed] Agreed:
        [partly] Agreed in part:
       *[not_agreed] Not agreed.
    }
