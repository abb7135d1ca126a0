# What a person reads when something cannot be done. One clear sentence, and what to do about it.

refusal-name_empty = Please type a name, so that people know who you are.
refusal-name_too_long = That name is too long: please use { $most } characters or fewer.
refusal-name_taken = Somebody here is already called { $name } in that agency. Add an initial, or, if that is you, ask the chair to take the old one out.
refusal-agency_empty = Please type the agency or group you belong to.
refusal-agency_too_long = That agency’s name is too long: please use { $most } characters or fewer.
refusal-title_empty = Please give the meeting a name.
refusal-text_empty = There is nothing to keep yet: please write something first.
refusal-text_too_long = That is too long: please use { $most } characters or fewer.
refusal-too_few_statements = A list needs at least { $least } statements, one on each line; this one has { $count }.
refusal-too_many_statements = A list can have { $most } statements at most; this one has { $count }.
refusal-statement_too_long = Statement { $number } is too long for a card: please use { $most } characters or fewer.
refusal-same_statement_twice = Statements { $first } and { $second } are the same. Please take one out.
refusal-not_a_text_file = That file is not plain text. Save the list as a text file, or paste it in.

refusal-no_such_room = That code does not open a room. Please check it with the person who gave it to you.
refusal-code_mistyped = A code has { $length } letters and numbers, and never I, L, O, U, 0 or 1. Please check it.
refusal-too_many_tries = Too many wrong tries. Please wait a minute, then try again.
refusal-too_many_here = Very many people have just come in from where you are. Please wait a few seconds, then try again.
refusal-room_full = This room is full: it holds { $most } people.
refusal-not_a_member = This browser is not in the room. Please join with the code.
refusal-wrong_passphrase = That is not this server’s passphrase. Please ask the person who runs it.
refusal-foreign_origin = That did not come from this site’s own pages, so nothing was done.
refusal-too_large = That is too large to send. Nothing was changed.
refusal-no_such_template = That kind of meeting is not known here. Please choose one from the list.
refusal-no_such_page = There is nothing at this address. Please go to the first page and try from there.

refusal-not_understood = The room did not understand that. Please load the page again.
refusal-too_fast = That was too fast for the room. Please wait a moment, then try again.
refusal-try_again = That could not be kept just now. Please try again in a moment.

refusal-chair_only = Only the chair can do that.
refusal-chair_is_here = The chair is here, or was a moment ago, so nobody else can take the chair yet.
refusal-chair_stays = The chair cannot do that to themselves. Hand over the chair first.
refusal-deputy_first = The deputy is here and can take the chair.
refusal-no_such_member = That person is no longer in the room.
refusal-no_such_step = The meeting has no such step.
refusal-step_closed = The meeting has moved on from this step. What you wrote is still on your device.
refusal-meeting_paused = The meeting is paused. What you wrote is kept; send it when the meeting goes on.
refusal-meeting_closed = The meeting has ended, so nothing can be changed any more.
refusal-watching_only = You are watching this meeting, so you do not answer here.
refusal-time_out_of_range = A step lasts between 1 and { $most } minutes.

refusal-not_settled_yet = The step before has to be settled first: this one starts from what it decides.
refusal-not_revealed_yet = The answers before have to be opened first: this step starts from them.
refusal-already_revealed = The answers are already open, so they cannot be changed any more.
refusal-nothing_to_reveal = Nobody has answered yet, so there is nothing to open.
refusal-answers_missing =
    { $count ->
        [one] One person here has not answered yet. Wait, or open the answers without them.
       *[other] { $count } people here have not answered yet. Wait, or open the answers without them.
    }
refusal-choose_exactly =
    { $count ->
        [one] Please choose exactly one.
       *[other] Please choose exactly { $count }.
    }
refusal-rank_each_once = Please put each of the { $count } statements in the order once.
refusal-no_such_item = That statement is not part of this step.
refusal-no_such_slot = There is no such place on the board.
refusal-slot_empty = This place is empty: the chair has to put a statement there first.
refusal-slot_settled = This place is already settled. The chair can open it again.
refusal-slot_open = This place is open already.
refusal-slot_changed = The statement in this place has just changed. Please look at the new one first.
refusal-item_settled = That statement is already settled in place { $place }.
refusal-reason_needed = Please say why in a few words, so that it can be kept beside the decision.
refusal-stances_missing =
    { $count ->
        [one] One person here has not said where they stand. Wait, or go on without them.
       *[other] { $count } people here have not said where they stand. Wait, or go on without them.
    }
refusal-dissent_open =
    { $count ->
        [one] One person says no. Change the choice, or keep their dissent beside it and go on.
       *[other] { $count } people say no. Change the choice, or keep their dissent beside it and go on.
    }
refusal-used_later = A later step has already started from this decision, so it cannot be opened again.
refusal-no_such_lane = There is no such list in this step.
refusal-two_items_needed = Please choose two different statements.
refusal-no_such_note = That note is no longer there.
refusal-not_your_note = Only the person who wrote it can change that.
refusal-note_exists = That note could not be added. Please try again.
refusal-too_many_notes = This step is full: it holds { $most } notes.
