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

refusal-no_such_room = That code does not open a room. It may be mistyped, or the meeting has ended. Please ask the person who gave it to you.
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
refusal-another_form = This question takes another kind of answer. Reload the page, and answer again.
refusal-mark_each =
    { $count ->
        [one] Please give a mark, or say that you don’t know.
       *[other] Please give each of the { $count } a mark, or say that you don’t know.
    }
refusal-mark_out_of_range = A mark here is a whole number from { $low } to { $high }.
refusal-rank_at_least =
    { $count ->
        [one] Please put at least one in order, and none twice.
       *[other] Please put at least { $count } in order, and none twice.
    }
refusal-rank_each_once = Please put each of the { $count } statements in the order once.
refusal-no_such_item = That statement is not part of this step.
refusal-no_such_slot = There is no such place on the board.
refusal-slot_empty = There is nothing here yet to agree on.
refusal-slot_settled = This is already settled. The chair can open it again.
refusal-slot_open = This place is open already.
refusal-slot_changed = What is proposed here has just changed. Please look at it first.
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
refusal-needed_first = “{ $title }” comes first. Open it, or skip it and say why.
refusal-not_your_step = This step is for others in the room. You can follow along.
refusal-parking_full = The parking list is full: it holds { $most } things.
refusal-nothing_parked = This is not on the parking list. Load the page again to see the list as it is now.
refusal-not_your_entry = Only the person who put this on the parking list, or the chair, can say that it is dealt with.
refusal-term_empty = Please give the word first, then say what you mean by it.
refusal-term_too_long = That is { $length } characters. The word itself can have { $most }; use the meaning for the rest.
refusal-no_such_term = Nobody has put this word on the list yet, or it was taken off. Please add it.
refusal-not_your_words = Only the person who wrote this meaning, or the chair, can take it away.
refusal-words_full = The list of words is full: it holds { $most } meanings.
refusal-no_such_risk = This alert is not in the room. Load the page again to see what is there now.
refusal-not_your_risk = Only the chair, or the person who raised this, can write down what happens next.
refusal-risk_open = Somebody raised an immediate risk. First write down the plan, or why it is not needed. Then the meeting can go on.
refusal-too_many_risks = { $most } alerts were raised in this meeting. Speak to the chair now. If somebody is in danger, call 999.
refusal-time_unclear = Please give the day and the time, like 2026-03-09T14:30.
refusal-answered_elsewhere = Your answer is in. Only the device that sent it can change it.
refusal-no_such_turn = There is no such turn here. Please choose one from the list.
refusal-not_your_turn = Only the person who spoke, or the chair, can say that.
refusal-no_turn_yet = Nobody has spoken there yet. Give the turn first.
refusal-phases_in_order = “{ $title }” comes first. Open it, or skip it by name.
refusal-no_such_remark = That remark is no longer there.
refusal-not_your_remark = Only the person it is for, or the chair, can do that.
refusal-remark_settled = That has been talked about already. Make a new remark if there is more.
refusal-safe_first = First say whether the child is safe now.
refusal-too_many_remarks = You have made { $most } remarks, the most for one person. Please say the rest aloud.

# Notes and options
refusal-one_item_needed = Pick the one option that this is about.
refusal-source_needed = Say where these words come from: who brought them, or where they were written.
refusal-day_needed = Give the day when this was said or written, as year, month and day.
refusal-too_few_to_hide = A note without a name needs at least { $least } people who answer. With fewer, everyone could tell who wrote it.
refusal-agency_has_answered = { $agency } has already answered here. Change that answer instead.
refusal-notes_missing =
    { $count ->
        [one] 1 person here has not written yet. Wait, or open the notes without them.
       *[other] { $count } people here have not written yet. Wait, or open the notes without them.
    }
refusal-cannot_merge = Only two notes on the same list, about the same thing, can be put together.
refusal-lane_stays_open = This list stays open. Only some lists can be marked as considered, with nothing found.
refusal-lane_has_notes = There are notes on this list, so it is not empty.
refusal-no_notes_yet = Nobody has written anything there yet. Go back and add something first, or skip this step.
refusal-too_many_options = There are { $count } to choose from. A step can hold { $most }: put some together first.
refusal-note_in_use = This note is used in a later step now, so it stays as it is. Add a new note to change what it says.

refusal-pen_held = { $name } is writing just now. You can suggest words beside the text, or take the pen when they have been quiet for a minute.
refusal-pen_needed = Somebody else has the pen. What you wrote is kept on your device: suggest it, or take the pen first.
refusal-text_changed = Somebody changed this text while you typed. Your words are kept: put both together, or use theirs.
refusal-no_such_suggestion = That suggestion is no longer there.
refusal-too_many_suggestions = There are { $most } suggestions already. Please wait until some of them have been looked at.
refusal-nobody_says_no = Nobody says no to this now, so there is nothing to pass on.
refusal-no_such_disagreement = That disagreement is not in this room.
refusal-too_many_disagreements = This room holds { $most } disagreements at most. Close the ones that are over first.
refusal-disagreement_over = This disagreement has an outcome. The chair can open it again.
refusal-not_your_side = Only people on that side can do that. Join the side first.
refusal-nothing_to_confirm = There are no words to confirm yet. Please write them first.
refusal-words_changed = The words have just changed. Please read them again, then confirm.
refusal-no_such_stage = There is no such stage.
refusal-stage_by_stage = A disagreement goes one stage up at a time. If it is urgent, say so and say why.
refusal-due_out_of_range = Please choose a day within the next two years.
refusal-notice_not_yours = This notice is not for you to answer.
refusal-notice_changed = The wording has changed meanwhile. Please read it again first.
refusal-notice_first = Please read the notice and answer it first. Then you can go on.
refusal-notice_unanswered =
    { $count ->
        [one] One person here has not answered the notice. Wait, or ask them aloud and write down what they say.
       *[other] { $count } people here have not answered the notice. Wait, or ask them aloud and write down what they say.
    }
refusal-no_such_field = There is no such line on this sheet.
refusal-no_such_sheet = There is no such sheet in this step.
refusal-not_your_sheet = Only those it belongs to, the chair, the deputy or the recorder can write on this sheet.
refusal-no_such_choice = Please choose one of the answers that are offered.
refusal-not_a_number = Please write a number, such as 12 or 3.5.
refusal-no_such_day = Please give a day between 2000 and 2100, such as 2027-03-09.
refusal-form_changed = { $name } changed this while you wrote. Your words are kept: choose which to keep, or keep both.
refusal-nothing_to_read = There are no words of a child or family here to read out.
refusal-owner_needed = Please say who will do it.
refusal-too_many_owners = A promise can have { $most } owners at most. Who will really do it?
refusal-no_such_owner = That person or agency is not part of this promise any more.
refusal-no_such_promise = That promise is no longer there.
refusal-not_your_promise = Only its owners, who entered it, the chair, the deputy or the recorder can change this promise.
refusal-promise_exists = That promise could not be added. Please try again.
refusal-promise_changed = Somebody changed this promise meanwhile. Your words are kept: look at the new ones, then save again.
refusal-promise_carried = This promise was made in an earlier meeting. You can say what came of it, and make a new one.
refusal-one_line_each = You have your line already. Change it, or take it back first.
refusal-result_later = What came of a promise is written down in the next meeting.
refusal-too_many_promises = This step is full: it holds { $most } promises. Which of them matter most?

refusal-agenda_full = The agenda is full: it holds { $most } steps.
refusal-kind_forbidden = This is a space to think together. It makes no decisions and sets no tasks.
refusal-last_step = This is the only step. Add another one first.
refusal-skip_instead = “{ $title }” was part of the plan. Skip it and say why, so that the record shows it.
refusal-step_is_skipped = “{ $title }” gives this step what it is about, and it is skipped. Hold it first, or skip this one too.
refusal-step_opened = “{ $title }” has been opened, so only its time can be changed. Add a new step instead.
refusal-step_order = “{ $title }” needs what comes out of “{ $other }”. Please keep them in that order.
refusal-step_unfit = “{ $title }” would not work like that: it { $reason }.
refusal-step_untitled = Please give the step a name.
refusal-why_skipped = Please say in a few words why this step is left out. The record says it too.
refusal-template_wrong = Line { $line } of the file: { $reason }.
refusal-focus_like_name = This looks like a full name. Please use initials or a reference, or tick that it is not a name.
refusal-no_such_notice = The local rules have no notice called “{ $notice }”. Choose other rules, or put the notice into them.
refusal-no_such_date = Please write the day and the time as in the example, or leave both empty.

## People and seats
refusal-chair_or_deputy = Only the chair or the deputy can let people in.
refusal-chair_or_recorder = Only the chair or the recorder can change this. Ask one of them.
refusal-not_waiting = This person is not waiting any more.
refusal-only_one_person = Choose two different people.
refusal-not_asked = The chair is not asking this any more.
refusal-not_by_proxy = Only what the chair enters for somebody is read back.
refusal-proxy_is_the_chairs = Only the chair can enter for somebody who has no screen.
refusal-seats_full = One device can hold { $most } people. Use another device for the next one.

## The register
refusal-phone_wrong = Write a phone number with digits, such as 01603 000000.
refusal-email_wrong = Write an email address such as name@example.org.
refusal-not_your_agency = Only somebody from { $agency }, the chair or the recorder can write its card.
refusal-reason_missing = Say why in a few words.
refusal-lines_missing = Fill in both lines: what if the family does not engage, and when the threshold is looked at again.
refusal-register_full = The list can hold { $most } lines. Take one off first.

## Keeping and forgetting
refusal-retention_not_yours = Only the chair, the deputy or the recorder can change how long this room is kept. Ask one of them.
refusal-retention_days = Choose { $least } to { $most } days, and look at it again within them.
refusal-retention_why = Say why it is kept for longer.
refusal-retention_owner = Say who keeps the room: a name or a post.
refusal-retention_past = That day has passed. Choose more days, or delete the room now.
refusal-retention_often = This was changed { $most } times. It stays as it is now.
refusal-not_over_yet = The meeting is not over. End it first.
refusal-code_to_erase = This is not the room’s code. Type it as it stands at the top of this page.
refusal-cannot_erase_now = The server cannot delete this now. Nothing was deleted; please try again in a minute.
refusal-not_asked_to_erase = Nobody waits for this answer any more. Reload the page to see what was decided.
refusal-erasure_why = Say in a few words why these words have to stay.
refusal-chair_keeps_room = Whoever is in the chair keeps this room. Delete the whole room, or ask the host.
refusal-room_erased = This room was deleted.

## The record, put right by hand
refusal-no_such_line = This line is not in the record any more. Please look at the record again.
refusal-line_changed = This line has just changed. Your words are kept: read the new ones, then save again.
refusal-line_full = This line was changed { $most } times. Agree together how it should read, then propose a correction.
refusal-line_stands = This line tells what was put right, so it stays as it is. Change the line that it is about.
refusal-own_words = These are somebody’s own words, so only they can change them. Propose a correction, or ask them.
refusal-own_readers = These are somebody’s own words. Only they can let more people read them: ask them.
refusal-dissent_stays = This is somebody’s “no”. It stays in the record for everybody who was told it.
refusal-familys_wish = These are the child’s or the family’s own words. Write down how they wished this change, then accept it.
refusal-record_keepers_only = Only the chair, the deputy or the recorder changes the record. You can propose a correction.
refusal-no_such_correction = This correction is not there any more. Please look at the record again.
refusal-not_your_correction = Only the person who proposed this correction can take it back.
refusal-correction_answered = This correction has its answer already. Please read it.
refusal-answer_for_another = You proposed this correction yourself. Another chair or recorder answers it: ask one of them.
refusal-same_words = These are the words that stand there now. Change them first, then send.
refusal-too_many_corrections = You have proposed { $most } corrections. Ask the recorder to go through them with you.
refusal-corrections_over = Corrections ended on { date-long }. Ask the chair or the recorder how to add a note to the file.

## Copies for those who ask for their record
refusal-disclosure_not_yours = Only the chair, the deputy or the recorder can give out a copy. Ask one of them.
refusal-disclosure_too_soon = The meeting is not over. A copy can be made when it is closed and sealed.
refusal-disclosures_full = { $most } copies were made of this record. Ask whoever runs the server what is going on.
refusal-reference_empty = Give your own reference for this request, such as SAR 2026-014.
refusal-reference_names = Use a reference that does not say who asked, such as SAR 2026-014.

## Sealing the record
refusal-sealed_at_close = The record is sealed when the meeting ends, and not before.
refusal-no_such_edition = There is no sealed record of that number yet. Please look at the record again.
refusal-nothing_to_seal = Nothing in the record has changed since it was sealed, so the sealed one still holds.

## The assumption mirror
refusal-guess_needs_agency = A guess is made from one agency about another, and you gave none when you came in. You can leave this out.
refusal-guess_another_agency = Nobody from that agency is here. Choose another agency than your own.
refusal-too_few_to_mirror = Too few to show anything without showing somebody: it takes { $least } who guess about an agency, and { $least } of it who ranked.
refusal-mirror_too_soon = Open the answers first. The mirror sets the guesses beside them.
refusal-mirror_in_the_hall = The trainer opens the mirror, over all tables together.
refusal-mirror_tables_missing = { $count ->
    [one] One table has not opened its first ranking yet. Wait for it, or open the mirror without it.
   *[other] { $count } tables have not opened their first ranking yet. Wait for them, or open the mirror without them.
}

## Halls and tables
refusal-no_hall_for_cases = This agenda is for a meeting about a real child. Choose one that is made for training.
refusal-no_tables = There are no tables yet. Add some first.
refusal-no_such_table = This table is not there any more. Choose another one.
refusal-too_many_tables = A training session can have { $most } tables. Choose fewer.
refusal-tables_number = Write how many tables there are as a number from { $least } to { $most }, or leave it empty.
refusal-people_number = Write how many people you expect as a number from { $least } to { $most }, or leave it empty.
refusal-table_size = Write how many people sit at a table as a number from { $least } to { $most }.
refusal-too_many_nudges = You have sent { $most } messages to the tables. Go to a table and talk to them instead.
refusal-table_was_used = People have sat at this table, so it stays. Move everybody to other tables instead.
refusal-tables_are_given = The trainer says who sits where. Ask them if you would like to move.
refusal-tables_at_work = The tables are at work, so nobody is dealt anew. Move people one by one.
refusal-sits_at_no_table = { $name } sits at no table, because they lead or watch. Give them another role first.
refusal-table_held = The trainer has stopped all tables for a moment. Wait until they let you go on.
refusal-table_has_a_chair = Somebody is in the chair at this table. Ask them to go on.
refusal-moved_away = You sit at table { $number } now. Go there to take part.
refusal-sits_elsewhere = { $name } sits at table { $number } now. Choose somebody who is here.
refusal-trainer_seats = The trainer says who sits at which table and who watches. Ask them for help.
refusal-trainer_keeps = The trainer says how long this is kept, for all tables together. Ask them.
refusal-trainer_ends = The trainer ends the session for all tables. Say that your table has finished instead.
refusal-chair_needed = Somebody has to lead this table before it goes on. Take the chair, or ask somebody to.
refusal-risk_needs_chair = Somebody has raised a risk. One of you takes the chair and deals with it before you go on.
refusal-half_first = { $count ->
    [one] One more person here says where they stand first. Then you can settle this.
   *[other] { $count } more people here say where they stand first. Then you can settle this.
}
refusal-screen_needed = In a training session everybody joins on a screen. Two people can share one device.

## Statements that are worded anew
refusal-no_such_statement = This statement is not on the list any more, or somebody here wrote it. Choose another one.
refusal-statement_in_use = People are answering to this statement now. Open the answers, or take it off the board, and then change it.
refusal-statement_changed = Somebody has changed this statement while you were writing. Read it again, and then change it.
refusal-statement_twice = Another statement says the same already. Use other words, or make one of the two.
refusal-statements_full = The statements have been changed { $most } times. Go on with the words that you have.
refusal-merge_with_another = Choose two different statements to make one of.
refusal-too_few_left = A list needs at least { $least } statements. Keep these two apart.
refusal-too_many_parts = A list can hold { $most } statements. Make one of two others first.

refusal-too_many_aside =
    { $most ->
        [0] A list this short has nothing to spare: set aside none.
        [one] Set aside none or one of a list this long.
       *[other] Set aside { $most } at most of a list this long.
    }
refusal-shape_does_not_fit =
    { $count ->
        [one] The rows hold { $most } statements, and one comes to them. Change your list, or how many you set aside.
       *[other] The rows hold { $most } statements, and { $count } come to them. Change your list, or how many you set aside.
    }
refusal-places_out_of_range =
    { $most ->
        [one] Agree on one place.
       *[other] Agree on one to { $most } places.
    }

## The library of good practice
refusal-look_for_names = Read the sheet through for people’s names first, and tick that you have.
