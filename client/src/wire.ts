// The messages between browser and server, as TypeScript sees them.
// Written by `python -m server.typescript` from server/wire.py: change them there.

export const PROTOCOL = 1;
export const MOST_BYTES = 16384;
export const CloseCode = {
  TOO_SLOW: 4001,
  TOO_MANY_LINES: 4002,
  MOVED: 4003,
  NOT_UNDERSTOOD: 4500,
  NOT_A_MEMBER: 4501,
  REMOVED: 4502,
  FOREIGN_ORIGIN: 4503,
  RELOAD: 4504,
  ERASED: 4505,
} as const;
export type RefusalCode =
  | "agency_empty"
  | "agency_has_answered"
  | "agency_too_long"
  | "agenda_full"
  | "already_revealed"
  | "another_form"
  | "answer_for_another"
  | "answered_elsewhere"
  | "answers_missing"
  | "cannot_erase_now"
  | "cannot_merge"
  | "chair_is_here"
  | "chair_keeps_room"
  | "chair_needed"
  | "chair_only"
  | "chair_or_deputy"
  | "chair_or_recorder"
  | "chair_stays"
  | "choose_exactly"
  | "code_mistyped"
  | "code_to_erase"
  | "correction_answered"
  | "corrections_over"
  | "day_needed"
  | "deputy_first"
  | "disagreement_over"
  | "disclosure_not_yours"
  | "disclosure_too_soon"
  | "disclosures_full"
  | "dissent_open"
  | "dissent_stays"
  | "due_out_of_range"
  | "email_wrong"
  | "erasure_why"
  | "familys_wish"
  | "focus_like_name"
  | "foreign_origin"
  | "form_changed"
  | "guess_another_agency"
  | "guess_needs_agency"
  | "half_first"
  | "item_settled"
  | "kind_forbidden"
  | "lane_has_notes"
  | "lane_stays_open"
  | "last_step"
  | "line_changed"
  | "line_full"
  | "line_stands"
  | "lines_missing"
  | "look_for_names"
  | "mark_each"
  | "mark_out_of_range"
  | "meeting_closed"
  | "meeting_paused"
  | "merge_with_another"
  | "mirror_in_the_hall"
  | "mirror_tables_missing"
  | "mirror_too_soon"
  | "moved_away"
  | "name_empty"
  | "name_taken"
  | "name_too_long"
  | "needed_first"
  | "no_hall_for_cases"
  | "no_notes_yet"
  | "no_such_choice"
  | "no_such_correction"
  | "no_such_date"
  | "no_such_day"
  | "no_such_disagreement"
  | "no_such_edition"
  | "no_such_field"
  | "no_such_item"
  | "no_such_lane"
  | "no_such_line"
  | "no_such_member"
  | "no_such_note"
  | "no_such_notice"
  | "no_such_owner"
  | "no_such_page"
  | "no_such_promise"
  | "no_such_remark"
  | "no_such_risk"
  | "no_such_room"
  | "no_such_sheet"
  | "no_such_slot"
  | "no_such_stage"
  | "no_such_statement"
  | "no_such_step"
  | "no_such_suggestion"
  | "no_such_table"
  | "no_such_template"
  | "no_such_term"
  | "no_such_turn"
  | "no_tables"
  | "no_turn_yet"
  | "nobody_says_no"
  | "not_a_member"
  | "not_a_number"
  | "not_a_text_file"
  | "not_asked"
  | "not_asked_to_erase"
  | "not_by_proxy"
  | "not_over_yet"
  | "not_revealed_yet"
  | "not_settled_yet"
  | "not_understood"
  | "not_waiting"
  | "not_your_agency"
  | "not_your_correction"
  | "not_your_entry"
  | "not_your_note"
  | "not_your_promise"
  | "not_your_remark"
  | "not_your_risk"
  | "not_your_sheet"
  | "not_your_side"
  | "not_your_step"
  | "not_your_turn"
  | "not_your_words"
  | "note_exists"
  | "note_in_use"
  | "notes_missing"
  | "nothing_parked"
  | "nothing_to_confirm"
  | "nothing_to_read"
  | "nothing_to_reveal"
  | "nothing_to_seal"
  | "notice_changed"
  | "notice_first"
  | "notice_not_yours"
  | "notice_unanswered"
  | "one_item_needed"
  | "one_line_each"
  | "only_one_person"
  | "own_readers"
  | "own_words"
  | "owner_needed"
  | "parking_full"
  | "pen_held"
  | "pen_needed"
  | "people_number"
  | "phases_in_order"
  | "phone_wrong"
  | "places_out_of_range"
  | "promise_carried"
  | "promise_changed"
  | "promise_exists"
  | "proxy_is_the_chairs"
  | "rank_at_least"
  | "rank_each_once"
  | "reason_missing"
  | "reason_needed"
  | "record_keepers_only"
  | "reference_empty"
  | "reference_names"
  | "register_full"
  | "remark_settled"
  | "result_later"
  | "retention_days"
  | "retention_not_yours"
  | "retention_often"
  | "retention_owner"
  | "retention_past"
  | "retention_why"
  | "risk_needs_chair"
  | "risk_open"
  | "room_erased"
  | "room_full"
  | "safe_first"
  | "same_statement_twice"
  | "same_words"
  | "screen_needed"
  | "sealed_at_close"
  | "seats_full"
  | "shape_does_not_fit"
  | "sits_at_no_table"
  | "sits_elsewhere"
  | "skip_instead"
  | "slot_changed"
  | "slot_empty"
  | "slot_open"
  | "slot_settled"
  | "source_needed"
  | "stage_by_stage"
  | "stances_missing"
  | "statement_changed"
  | "statement_in_use"
  | "statement_too_long"
  | "statement_twice"
  | "statements_full"
  | "step_closed"
  | "step_is_skipped"
  | "step_opened"
  | "step_order"
  | "step_unfit"
  | "step_untitled"
  | "table_has_a_chair"
  | "table_held"
  | "table_size"
  | "table_was_used"
  | "tables_are_given"
  | "tables_at_work"
  | "tables_number"
  | "template_wrong"
  | "term_empty"
  | "term_too_long"
  | "text_changed"
  | "text_empty"
  | "text_too_long"
  | "time_out_of_range"
  | "time_unclear"
  | "title_empty"
  | "too_fast"
  | "too_few_left"
  | "too_few_statements"
  | "too_few_to_hide"
  | "too_few_to_mirror"
  | "too_large"
  | "too_many_aside"
  | "too_many_corrections"
  | "too_many_disagreements"
  | "too_many_here"
  | "too_many_notes"
  | "too_many_nudges"
  | "too_many_options"
  | "too_many_owners"
  | "too_many_parts"
  | "too_many_promises"
  | "too_many_remarks"
  | "too_many_risks"
  | "too_many_statements"
  | "too_many_suggestions"
  | "too_many_tables"
  | "too_many_tries"
  | "trainer_ends"
  | "trainer_keeps"
  | "trainer_seats"
  | "try_again"
  | "two_items_needed"
  | "used_later"
  | "watching_only"
  | "why_skipped"
  | "words_changed"
  | "words_full"
  | "wrong_passphrase";

/** Go to a step, forwards or back (chair). Nothing that was done in any step is lost. */
export interface OpenStep {
  readonly type: "open_step";
  readonly step: string;
}

/** Stop the clock and everybody's hands (chair). */
export interface Pause {
  readonly type: "pause";
}

/** Go on after a pause (chair). */
export interface Resume {
  readonly type: "resume";
}

/** Lengthen the current step's time box by minutes, or shorten it (chair). */
export interface AddTime {
  readonly type: "add_time";
  readonly minutes: number;
}

/** Name who takes over when the chair's line drops (chair); nothing names nobody. */
export interface NameDeputy {
  readonly type: "name_deputy";
  readonly member: string | null;
}

/** Give the chair to another member (chair). */
export interface HandOver {
  readonly type: "hand_over";
  readonly member: string;
}

/** Take the chair while the chair's line has been gone for a minute. */
export interface Cover {
  readonly type: "cover";
}

/** Take a member out of the room (chair): a second phone of the same person, or a prank. */
export interface Remove {
  readonly type: "remove";
  readonly member: string;
}

/** Ask to speak; the chair also for another `member`, who has only a phone line. */
export interface RaiseHand {
  readonly type: "raise_hand";
  readonly member?: string | null;
}

/** Take my hand down, or that of another member who has had their say (chair). */
export interface LowerHand {
  readonly type: "lower_hand";
  readonly member?: string | null;
}

/** Say whose raised hand comes first (chair). */
export interface OrderHands {
  readonly type: "order_hands";
  readonly order: "least_heard" | "raised" | "remote_first";
}

/** End the meeting (chair). Nobody new can come in; the sheet stays readable. */
export interface Close {
  readonly type: "close";
}

/** Let somebody in who waits at the door (chair or deputy). */
export interface Admit {
  readonly type: "admit";
  readonly member: string;
}

/** Let everybody in who waits at the door (chair or deputy). */
export interface AdmitAll {
  readonly type: "admit_all";
}

/** Do not let somebody in who waits at the door (chair or deputy). */
export interface TurnAway {
  readonly type: "turn_away";
  readonly member: string;
}

/** Say what a member is here as (chair or recorder); the chair's own place is handed over. */
export interface SetRole {
  readonly type: "set_role";
  readonly member: string;
  readonly role: "advocate" | "chair" | "deputy" | "family" | "observer" | "participant" | "recorder";
  readonly seat?: "" | "carer" | "child";
}

/** Say how a member takes part (themselves, the chair or the recorder). */
export interface SetAttends {
  readonly type: "set_attends";
  readonly member: string;
  readonly attends: "phone" | "proxy" | "room" | "video";
}

/** Make one member of two who are one person (chair): `keep` says that it is so. */
export interface CommandsMerge {
  readonly type: "merge";
  readonly keep: string;
  readonly drop: string;
}

/** Say whether I am also the member whom the chair would like to join to me. */
export interface AnswerMerge {
  readonly type: "answer_merge";
  readonly drop: string;
  readonly yes: boolean;
}

/** Say that what was entered for me in a step was read back to me (by proxy only). */
export interface ReadBack {
  readonly type: "read_back";
  readonly step: string;
}

/** Change what the meeting is called, what for, and who it is about (chair). */
export interface Amend {
  readonly type: "amend";
  readonly title: string;
  readonly purpose: string;
  readonly focus: string;
}

/** The question; and `again` names the pass before, from which members start, to compare. */
export interface JudgeSettings {
  readonly type: "judge";
  readonly choose?: number;
  readonly ask?: "choose" | "level" | "rank" | "scale";
  readonly least?: number;
  readonly low?: string;
  readonly high?: string;
  readonly shown?: "agency" | "name" | "nobody";
  readonly alarm_at?: number;
  readonly reasons?: boolean;
  readonly guess?: boolean;
  readonly shape?: readonly number[];
  readonly again?: string | null;
}

/** How many `slots` the group fills, and the judge step `start` that suggests an order. */
export interface SettleSettings {
  readonly type: "settle";
  readonly slots?: number;
  readonly start?: string | null;
  readonly aim?: "keep" | "set_aside";
  readonly form?: "board" | "text";
  readonly plain?: boolean;
}

/** One list to add to: its id, its title, and what a note in it needs. */
export interface Lane {
  readonly id: string;
  readonly title: string;
  readonly joins_two?: boolean;
  readonly about_one?: boolean;
  readonly tone?: "" | "change" | "child" | "family" | "offer" | "option" | "strength" | "unheard" | "unknown" | "worry";
  readonly sourced?: boolean;
  readonly once_per_agency?: boolean;
  readonly shown?: "agency" | "name" | "nobody";
  readonly hint?: string;
  readonly may_be_empty?: boolean;
}

/** The lanes, one to five. `private` notes are seen by their authors alone until the reveal. */
export interface CollectSettings {
  readonly type: "collect";
  readonly lanes: readonly Lane[];
  readonly private?: boolean;
}

/** One phase, `seconds` long (0: as long as it takes), and what its presenter does in it. */
export interface Phase {
  readonly title: string;
  readonly prompt?: string;
  readonly seconds?: number;
  readonly presenter?: "" | "listens" | "speaks";
}

/** What the turns are `by`, and their order; `widest` is by the spread in the judge step `of`. */
export interface TurnsSettings {
  readonly type: "turns";
  readonly order?: "free" | "hands" | "least_heard" | "listed" | "presenter" | "remote_first" | "widest";
  readonly of?: string | null;
  readonly by?: "agencies" | "items" | "people" | "phases";
  readonly seconds?: number;
  readonly phases?: readonly Phase[];
  readonly back_to?: boolean;
}

/** What is asked, of whom. */
export interface GateSettings {
  readonly type: "gate";
  readonly notice?: string;
  readonly title?: string;
  readonly version?: string;
  readonly text?: string;
  readonly asked?: readonly ("advocate" | "chair" | "deputy" | "family" | "observer" | "participant" | "recorder")[];
  readonly checks?: readonly string[];
  readonly blocks?: boolean;
}

/** One thing to fill in. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind?: "choice" | "date" | "line" | "number" | "people" | "words" | "yes_no";
  readonly choices?: readonly string[];
  readonly required?: boolean;
  readonly why_if?: string;
  readonly voice?: "" | "child" | "family";
  readonly most?: number;
  readonly takes?: readonly string[];
}

/** One to thirty fields, on one sheet `per` room, agency or member. */
export interface FormSettings {
  readonly type: "form";
  readonly fields: readonly Field[];
  readonly per?: "agency" | "member" | "room";
  readonly must?: boolean;
  readonly like?: string | null;
}

/** What is asked for beside what, who, when and how. */
export interface CommitSettings {
  readonly type: "commit";
  readonly personal?: boolean;
  readonly tests?: boolean;
}

/** Where a step's items come from. */
export interface Source {
  readonly step?: string | null;
  readonly take?: "all" | "chosen" | "none" | "notes" | "rest";
  readonly lane?: string;
}

/** A step as its template words it. */
export interface StepPlan {
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes: number;
  readonly settings: JudgeSettings | SettleSettings | CollectSettings | TurnsSettings | GateSettings | FormSettings | CommitSettings;
  readonly items?: Source;
  readonly who?: readonly ("advocate" | "chair" | "deputy" | "family" | "observer" | "participant" | "recorder")[];
  readonly minuted?: "full" | "none" | "outcome";
  readonly after?: readonly string[];
}

/** Add a step before another, or at the end; its id is made by the browser. */
export interface AddStep {
  readonly type: "agenda.add";
  readonly plan: StepPlan;
  readonly before?: string | null;
}

/** Leave out a step that has not been opened, and say why. */
export interface SkipStep {
  readonly type: "agenda.skip";
  readonly step: string;
  readonly because: string;
}

/** Take a skipped step back into the agenda. */
export interface UnskipStep {
  readonly type: "agenda.unskip";
  readonly step: string;
}

/** Move a step that has not been opened before another, or to the end. */
export interface MoveStep {
  readonly type: "agenda.move";
  readonly step: string;
  readonly before: string | null;
}

/** Change what a step is called, what it asks, how long it takes and who acts in it. */
export interface ChangeStep {
  readonly type: "agenda.change";
  readonly step: string;
  readonly title: string;
  readonly prompt: string;
  readonly minutes: number;
  readonly who?: readonly ("advocate" | "chair" | "deputy" | "family" | "observer" | "participant" | "recorder")[];
  readonly settings?: JudgeSettings | SettleSettings | CollectSettings | TurnsSettings | GateSettings | FormSettings | CommitSettings | null;
}

/** Take out a step that was added to the agenda; before the first step, any that was not held. */
export interface RemoveStep {
  readonly type: "agenda.remove";
  readonly step: string;
}

/** Put a statement in other words (chair). `was` is what the writer saw. */
export interface Rewrite {
  readonly type: "statements.rewrite";
  readonly item: string;
  readonly text: string;
  readonly was: string;
}

/** Make one statement of two, in these words (chair); `drop` leaves the list. */
export interface WordingsMerge {
  readonly type: "statements.merge";
  readonly keep: string;
  readonly drop: string;
  readonly text: string;
}

/** One statement: an id that is unique in its meeting, and the words. */
export interface Item {
  readonly id: string;
  readonly text: string;
}

/** Part a statement into two or three (chair); their ids are made by the browser. */
export interface Split {
  readonly type: "statements.split";
  readonly item: string;
  readonly parts: readonly Item[];
}

/** Write an agency's card (somebody of that agency, the chair or the recorder). */
export interface WriteCard {
  readonly type: "agencies.write_card";
  readonly agency: string;
  readonly does?: string;
  readonly must?: string;
  readonly cannot?: string;
  readonly pressures?: string;
}

/** Put an agency on the checklist, or say how it stands with it (chair or recorder). */
export interface Expect {
  readonly type: "agencies.expect";
  readonly agency: string;
  readonly coming?: "coming" | "expected" | "invited" | "not_invited" | "views";
  readonly why?: string;
}

/** Take an agency off the checklist (chair or recorder). */
export interface Unexpect {
  readonly type: "agencies.unexpect";
  readonly agency: string;
}

/** Say how I am reached and what I bring; it may be put right after the end too. */
export interface Enter {
  readonly type: "contacts.enter";
  readonly phone?: string;
  readonly email?: string;
  readonly second?: string;
  readonly no_second?: boolean;
  readonly bringing?: string;
  readonly level?: "" | "manager" | "practitioner" | "senior";
}

/** Write down whom the family does not want here, or change the line (chair or recorder). */
export interface LeaveOut {
  readonly type: "register.leave_out";
  readonly line: string;
  readonly who: string;
  readonly reason?: string;
  readonly carrier?: string;
  readonly not_engaging?: string;
  readonly threshold?: string;
}

/** Write down whether the child or family agrees, or knows (chair or recorder). */
export interface SetConsent {
  readonly type: "register.set_consent";
  readonly of: "child" | "family" | "knows";
  readonly answer: "no" | "not_sought" | "yes";
  readonly why?: string;
  readonly on?: string;
}

/** Name the lead worker, in the room or not; nothing names nobody (chair or recorder). */
export interface SetLead {
  readonly type: "register.set_lead";
  readonly who: string;
}

/** Say who else holds information or influence (all but observers). */
export interface AddElsewhere {
  readonly type: "register.add_elsewhere";
  readonly line: string;
  readonly group: "areas" | "community" | "family" | "other" | "peers" | "services" | "shops";
  readonly who?: string;
  readonly contact?: string;
  readonly by_when?: string;
}

/** Take such a line away (whoever wrote it, the chair or the recorder). */
export interface DropElsewhere {
  readonly type: "register.drop_elsewhere";
  readonly line: string;
}

/** Open a disagreement (chair); its id is made by the browser. */
export interface Open {
  readonly type: "disagreement.open";
  readonly disagreement: string;
  readonly title: string;
  readonly text?: string;
  readonly safe?: "no" | "unknown" | "yes";
}

/** Say whether the child is safe now: anyone may say no, and the chair anything. */
export interface SaySafe {
  readonly type: "disagreement.say_safe";
  readonly disagreement: string;
  readonly safe: "no" | "unknown" | "yes";
}

/** Go to a side, perhaps with words of my own; or to none. */
export interface JoinSide {
  readonly type: "disagreement.join";
  readonly disagreement: string;
  readonly side: "one" | "two" | null;
  readonly note?: string;
  readonly harm?: string;
  readonly evidence?: string;
  readonly would_settle?: string;
}

/** Word a side's position (somebody on it, or the chair); who confirmed reads it again. */
export interface Word {
  readonly type: "disagreement.word";
  readonly disagreement: string;
  readonly side: "one" | "two";
  readonly words: string;
}

/** Confirm that these words, as I have read them, say what my side means. */
export interface Confirm {
  readonly type: "disagreement.confirm";
  readonly disagreement: string;
  readonly side: "one" | "two";
  readonly words: string;
}

/** Take it one stage up (chair). To skip one it must be urgent, and why is kept. */
export interface MoveStage {
  readonly type: "disagreement.move";
  readonly disagreement: string;
  readonly stage: number;
  readonly because?: string;
  readonly urgent?: boolean;
}

/** Say who sees to it, and by when (chair). */
export interface Assign {
  readonly type: "disagreement.assign";
  readonly disagreement: string;
  readonly owner: string | null;
  readonly due: number;
}

/** Say how it ended and in what words (chair); "open" opens it again. */
export interface Resolve {
  readonly type: "disagreement.resolve";
  readonly disagreement: string;
  readonly outcome: "agreed" | "not_agreed" | "open" | "partly";
  readonly words?: string;
}

/** Confirm that these words, as I have read them, say how it ended (anyone on a side). */
export interface ConfirmOutcome {
  readonly type: "disagreement.confirm_outcome";
  readonly disagreement: string;
  readonly words: string;
}

/** Ask for my own words and my name to be removed, once the meeting is over. */
export interface AskToErase {
  readonly type: "erasure.ask";
}

/** Say why somebody's words have to stay (chair), in a room about real people. */
export interface DeclineToErase {
  readonly type: "erasure.decline";
  readonly member: string;
  readonly because: string;
}

/** Say what I mean by a word, or say it better. */
export interface Put {
  readonly type: "glossary.put";
  readonly word: string;
  readonly meaning: string;
}

/** Say that I mean by a word what `of` wrote, or no longer. One meaning at a time. */
export interface Same {
  readonly type: "glossary.agree";
  readonly word: string;
  readonly of: string;
  readonly same?: boolean;
}

/** Mark the meaning that the group agreed on (chair); nothing takes the mark off. */
export interface GlossarySettle {
  readonly type: "glossary.settle";
  readonly word: string;
  readonly of: string | null;
}

/** Take a meaning off the list (whoever wrote it, or the chair). */
export interface Drop {
  readonly type: "glossary.drop";
  readonly word: string;
  readonly of: string;
}

/** Park something; its id is made by the browser, so that sending it twice parks it once. */
export interface Add {
  readonly type: "parking.add";
  readonly entry: string;
  readonly text: string;
  readonly for_lead?: boolean;
}

/** Say that something parked has been dealt with (whoever parked it, or the chair). */
export interface Done {
  readonly type: "parking.done";
  readonly entry: string;
}

/** Ask why. The browser makes the id, so that sending it twice asks once. */
export interface Ask {
  readonly type: "remark.ask";
  readonly remark: string;
  readonly step: string;
  readonly about?: string;
  readonly quote?: string;
  readonly to?: string | null;
  readonly text?: string;
}

/** See it differently. In a room about a child, `safe` answers first whether they are safe. */
export interface Differ {
  readonly type: "remark.differ";
  readonly remark: string;
  readonly step: string;
  readonly text: string;
  readonly safe?: "" | "no" | "unknown" | "yes";
  readonly about?: string;
  readonly quote?: string;
  readonly to?: string | null;
}

/** Answer a remark: whom it is to, or who keeps the record; anybody where it is to nobody. */
export interface Answer {
  readonly type: "remark.answer";
  readonly remark: string;
  readonly text: string;
}

/** Take back my remark. */
export interface RemarksWithdraw {
  readonly type: "remark.withdraw";
  readonly remark: string;
}

/** Say that a remark has been talked about (chair). */
export interface RemarksSettle {
  readonly type: "remark.settle";
  readonly remark: string;
}

/** Say that I need longer in a step, or no more. The chair may answer for `member`. */
export interface NeedLonger {
  readonly type: "remark.longer";
  readonly step: string;
  readonly wanted?: boolean;
  readonly member?: string | null;
}

/** Keep the room for longer or less long, also after the close (whoever keeps the record). */
export interface SetRetention {
  readonly type: "retention.set";
  readonly days: number;
  readonly owner: string;
  readonly reason: string;
  readonly review?: number | null;
}

/** Stop everything: somebody may be in danger. Its id is made by the browser. */
export interface Raise {
  readonly type: "risk.raise";
  readonly risk: string;
  readonly what?: string;
}

/** Write down what happens next (whoever raised it, or the chair); again, to correct it. */
export interface WritePlan {
  readonly type: "risk.plan";
  readonly risk: string;
  readonly convenes: string;
  readonly due: string;
  readonly told?: string;
}

/** Write down why no strategy meeting is needed (whoever raised it, or the chair). */
export interface StandDown {
  readonly type: "risk.stand_down";
  readonly risk: string;
  readonly because: string;
}

/** Give or change my answer; possible until the reveal. What it says is as in a `Ballot`. */
export interface Cast {
  readonly type: "judge.cast";
  readonly step: string;
  readonly answer?: readonly string[];
  readonly because?: string;
  readonly marks?: Readonly<Record<string, number | null>>;
  readonly whys?: Readonly<Record<string, string>>;
  readonly unsure?: boolean;
}

/** One private answer, with an optional reason in the person's own words. */
export interface Ballot {
  readonly answer: readonly string[];
  readonly because: string;
  readonly marks: Readonly<Record<string, number | null>>;
  readonly whys: Readonly<Record<string, string>>;
  readonly unsure: boolean;
}

/** Give or change an answer that nothing links to me. */
export interface Slip {
  readonly type: "judge.slip";
  readonly step: string;
  readonly token: string;
  readonly ballot: Ballot;
}

/** Open all answers together (chair). `even_so` accepts that somebody has not answered. */
export interface Reveal {
  readonly type: "judge.reveal";
  readonly step: string;
  readonly even_so?: boolean;
}

/** Guess, or guess anew, how people of another agency put the items; until the reveal. */
export interface MakeGuess {
  readonly type: "judge.guess";
  readonly step: string;
  readonly about: string;
  readonly answer: readonly string[];
}

/** Open the mirror of a room without tables, once and for good (chair). */
export interface OpenMirror {
  readonly type: "judge.open_mirror";
  readonly step: string;
}

/** Put an item into an open slot (chair); an item from another open slot changes places. */
export interface Propose {
  readonly type: "settle.propose";
  readonly step: string;
  readonly slot: number;
  readonly item: string;
}

/** Take the item out of an open slot (chair). */
export interface Clear {
  readonly type: "settle.clear";
  readonly step: string;
  readonly slot: number;
}

/** Take a stance on what stands in a slot; it may change until the slot is settled. */
export interface Stand {
  readonly type: "settle.stand";
  readonly step: string;
  readonly slot: number;
  readonly item: string;
  readonly word: "can_live" | "no" | "not_mine" | "yes" | "yes_note";
  readonly note?: string;
  readonly harm?: string;
  readonly evidence?: string;
  readonly would_settle?: string;
}

/** Settle a slot (chair), with the group's reason. */
export interface Agree {
  readonly type: "settle.agree";
  readonly step: string;
  readonly slot: number;
  readonly item: string;
  readonly because?: string;
  readonly even_so?: boolean;
  readonly keep_dissent?: boolean;
  readonly escalate?: string;
  readonly likely?: string;
  readonly next?: string;
}

/** Open a disagreement about a "no", under an id that the browser made (chair). */
export interface Escalate {
  readonly type: "settle.escalate";
  readonly step: string;
  readonly slot: number;
  readonly item: string;
  readonly disagreement: string;
}

/** Open a settled slot again (chair); stances are kept. */
export interface Reopen {
  readonly type: "settle.reopen";
  readonly step: string;
  readonly slot: number;
}

/** Take the pen: a free one, or one whose holder has been silent; the chair at any time. */
export interface TakePen {
  readonly type: "settle.take_pen";
  readonly step: string;
}

/** Put the pen down. */
export interface PutDown {
  readonly type: "settle.put_down";
  readonly step: string;
}

/** Change the words (holder). `version` is the one that the holder started from. */
export interface PenWrite {
  readonly type: "settle.write";
  readonly step: string;
  readonly text: string;
  readonly version: number;
}

/** Propose words beside the text; the id is made by the browser. */
export interface Suggest {
  readonly type: "settle.suggest";
  readonly step: string;
  readonly suggestion: string;
  readonly text: string;
}

/** Put a suggestion at the end of the text as a paragraph of its own (holder). */
export interface Include {
  readonly type: "settle.include";
  readonly step: string;
  readonly suggestion: string;
  readonly version: number;
}

/** Take back my suggestion, or anyone's (chair, or whoever holds the pen). */
export interface PenWithdraw {
  readonly type: "settle.withdraw";
  readonly step: string;
  readonly suggestion: string;
}

/** Add a note; its id is made by the browser, so that sending it twice adds it once. */
export interface AddNote {
  readonly type: "collect.add";
  readonly step: string;
  readonly note: string;
  readonly lane: string;
  readonly text: string;
  readonly items?: readonly string[];
  readonly for_agency?: string;
  readonly source?: string;
  readonly when?: string;
  readonly nothing?: boolean;
}

/** Change the words of my note, or of my agency's where each agency has one. */
export interface EditNote {
  readonly type: "collect.edit";
  readonly step: string;
  readonly note: string;
  readonly text: string;
  readonly source?: string;
  readonly when?: string;
  readonly nothing?: boolean;
}

/** Take away my note, or anyone's (chair). */
export interface RemoveNote {
  readonly type: "collect.remove";
  readonly step: string;
  readonly note: string;
}

/** Open all private notes together (chair). `even_so` accepts that somebody wrote none. */
export interface RevealNotes {
  readonly type: "collect.reveal";
  readonly step: string;
  readonly even_so?: boolean;
}

/** List a note under another that says the same (chair); under nothing, it stands alone again. */
export interface MergeNotes {
  readonly type: "collect.merge";
  readonly step: string;
  readonly note: string;
  readonly into?: string;
}

/** Say of an empty lane that it was considered and nothing was found, or take that back. */
export interface SayNone {
  readonly type: "collect.none";
  readonly step: string;
  readonly lane: string;
  readonly none?: boolean;
}

/** Give a turn (chair), or end the one before without another. `skip` leaves out a phase. */
export interface Talk {
  readonly type: "turns.talk";
  readonly step: string;
  readonly item: string | null;
  readonly skip?: boolean;
}

/** Write down what is worth keeping of a turn (chair, deputy or recorder). */
export interface TurnsWrite {
  readonly type: "turns.write";
  readonly step: string;
  readonly item: string;
  readonly note: string;
}

/** Say who presents (chair, or the person themselves); nothing names nobody (chair). */
export interface Present {
  readonly type: "turns.present";
  readonly step: string;
  readonly member: string | null;
}

/** Say that what was said in a turn came back right: the speaker, or the chair for them. */
export interface SayBack {
  readonly type: "turns.say_back";
  readonly step: string;
  readonly item: string;
  readonly said?: boolean;
}

/** Say that I have read the wording of this version, and whether I agree. */
export interface Acknowledge {
  readonly type: "gate.acknowledge";
  readonly step: string;
  readonly agreed: boolean;
  readonly version: string;
  readonly note?: string;
}

/** Write down what somebody answered who was asked aloud (chair, deputy or recorder). */
export interface RecordAnswer {
  readonly type: "gate.record";
  readonly step: string;
  readonly member: string;
  readonly agreed: boolean;
  readonly version: string;
  readonly note?: string;
}

/** Fill in a field, or change it; `seen` is the value that I started from. */
export interface Fill {
  readonly type: "form.fill";
  readonly step: string;
  readonly sheet: string;
  readonly field: string;
  readonly value: string;
  readonly why?: string;
  readonly source?: string;
  readonly when?: string;
  readonly seen?: string;
}

/** Empty a field; `seen` is the value that I started from. */
export interface ClearField {
  readonly type: "form.clear";
  readonly step: string;
  readonly sheet: string;
  readonly field: string;
  readonly seen: string;
}

/** Tick that a child's or family's words have been read out to the room (chair). */
export interface ReadOut {
  readonly type: "form.read_out";
  readonly step: string;
  readonly sheet: string;
  readonly field: string;
}

/** What is promised, in words; all but `what` may be empty. */
export interface Terms {
  readonly what: string;
  readonly by?: string;
  readonly how?: string;
  readonly review?: string;
  readonly time?: string;
  readonly cost?: string;
  readonly cover?: string;
  readonly tells_family?: boolean;
  readonly think?: string;
  readonly trial?: string;
  readonly look?: string;
  readonly option?: string;
}

/** Owners as they are named: members, whole agencies, and others outside the room in words. */
export interface Named {
  readonly members?: readonly string[];
  readonly agencies?: readonly string[];
  readonly others?: string;
}

/** Enter a promise; its id is made by the browser, so that sending it twice enters it once. */
export interface MakePromise {
  readonly type: "commit.promise";
  readonly step: string;
  readonly promise: string;
  readonly terms: Terms;
  readonly owners?: Named;
  readonly personal?: boolean;
}

/** Change a promise (an owner, who entered it, chair, deputy or recorder). */
export interface ChangePromise {
  readonly type: "commit.change";
  readonly step: string;
  readonly promise: string;
  readonly terms: Terms;
  readonly seen: number;
  readonly owners?: Named;
}

/** Take a promise back (an owner, who entered it, chair, deputy or recorder). */
export interface WithdrawPromise {
  readonly type: "commit.withdraw";
  readonly step: string;
  readonly promise: string;
}

/** Say whether I, or my agency, will keep a promise; or write down what an owner said aloud. */
export interface AcceptPromise {
  readonly type: "commit.accept";
  readonly step: string;
  readonly promise: string;
  readonly owner: string;
  readonly yes?: boolean;
}

/** Say what came of a promise of the room before. What changed may have a new day, `by`. */
export interface EnterResult {
  readonly type: "commit.result";
  readonly step: string;
  readonly promise: string;
  readonly stage: "changed" | "done" | "not_done" | "open";
  readonly words?: string;
  readonly by?: string;
}

/** Put a cell of a line in other words (chair, deputy, recorder; own words only oneself). */
export interface Reword {
  readonly type: "wording.reword";
  readonly line: string;
  readonly cell: number;
  readonly words: string;
  readonly was: string;
}

/** Say that a line is something else, or is for other readers (chair, deputy, recorder). */
export interface Relabel {
  readonly type: "wording.relabel";
  readonly line: string;
  readonly label: "decision" | "fact" | "opinion";
  readonly readers: "all" | "professionals" | "restricted";
}

/** Go back to how a line was before anybody changed it by hand. */
export interface Restore {
  readonly type: "wording.restore";
  readonly line: string;
}

/** Propose other words for a line that one may read; the id is made by the browser. */
export interface ProposeCorrection {
  readonly type: "correction.propose";
  readonly correction: string;
  readonly line: string;
  readonly cell: number;
  readonly words: string;
  readonly because: string;
  readonly was: string;
}

/** Take back a correction of one's own that waits for its answer. */
export interface WithdrawCorrection {
  readonly type: "correction.withdraw";
  readonly correction: string;
}

/** Accept a correction, or say why not (chair, recorder; of own words whoever said them). */
export interface AnswerCorrection {
  readonly type: "correction.answer";
  readonly correction: string;
  readonly accepted: boolean;
  readonly reason: string;
  readonly was: string;
}

/** Take a table away at which nobody has sat (trainer). */
export interface TakeTableAway {
  readonly type: "hall.take_table_away";
  readonly table: string;
}

/** Give a table a name, or take it away (trainer). */
export interface NameTable {
  readonly type: "hall.name_table";
  readonly table: string;
  readonly name: string;
}

/** Say how people come to tables, and whether those without a chair run themselves (trainer). */
export interface SetUp {
  readonly type: "hall.set_up";
  readonly placing: "choose" | "mixed" | "placed" | "spread";
  readonly self_run: boolean;
}

/** Sit down at a table of my choice, where people choose. */
export interface Sit {
  readonly type: "hall.sit";
  readonly table: string;
}

/** Put somebody at a table, or at another one; what they gave stays where it was (trainer). */
export interface Place {
  readonly type: "hall.place";
  readonly member: string;
  readonly table: string;
}

/** Spread people by lot, or mixed by agency: everybody anew, or only who has no table. */
export interface Deal {
  readonly type: "hall.deal";
  readonly how: "mixed" | "spread";
  readonly anew?: boolean;
}

/** Let the tables begin; who has no table yet goes to the smallest (trainer). */
export interface Begin {
  readonly type: "hall.begin";
}

/** Stop all tables (trainer). */
export interface HoldAll {
  readonly type: "hall.hold";
}

/** Let all tables go on (trainer). */
export interface ReleaseAll {
  readonly type: "hall.release";
}

/** Bring all tables to a step (trainer). */
export interface Align {
  readonly type: "hall.align";
  readonly step: string;
}

/** Say something to a table, or to all (trainer). */
export interface NudgeTable {
  readonly type: "hall.nudge";
  readonly table: string | null;
  readonly text: string;
}

/** Ask everybody to come back from the tables, or (not `on`) no longer (trainer). */
export interface Call {
  readonly type: "hall.call";
  readonly on?: boolean;
}

/** Say what the wall shows (trainer). */
export interface Show {
  readonly type: "hall.show";
  readonly what: "alike" | "cards" | "distances" | "fives" | "journey" | "mirror" | "nothing" | "orders" | "seats" | "splits" | "table";
  readonly table?: string | null;
  readonly names?: boolean;
}

/** Ask the trainer to come. */
export interface AskHelp {
  readonly type: "table.ask_help";
}

/** Say that the table no longer needs help. */
export interface Helped {
  readonly type: "table.helped";
}

/** Say that I am ready to go on, or (not `on`) that I am not yet. */
export interface Ready {
  readonly type: "table.ready";
  readonly on?: boolean;
  readonly went?: number | null;
}

/** Say that the table is through with its agenda (chair). */
export interface Finish {
  readonly type: "table.finish";
}

/** Everyone: where the meeting is. Times are in ms; `running` is nothing while paused. */
export interface RoomRecord {
  readonly type: "room";
  readonly title: string;
  readonly purpose: string;
  readonly current: string | null;
  readonly running: number | null;
  readonly paused: boolean;
  readonly closed: number | null;
  readonly cover_after: number;
  readonly focus: string;
  readonly case: boolean;
  readonly forbids: readonly ("collect" | "commit" | "form" | "gate" | "judge" | "settle" | "turns")[];
  readonly starts: number | null;
  readonly hand_order: "least_heard" | "raised" | "remote_first";
}

/** Everyone: a raised hand. Whoever is to speak earlier has the lower `place`. */
export interface HandRecord {
  readonly type: "hand";
  readonly member: string;
  readonly place: number;
}

/** Everyone: one member. `since` (ms) is when they came, or when their line was gone. */
export interface MemberRecord {
  readonly type: "member";
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly role: "advocate" | "chair" | "deputy" | "family" | "observer" | "participant" | "recorder";
  readonly voice: boolean;
  readonly here: boolean;
  readonly since: number;
  readonly attends: "phone" | "proxy" | "room" | "video";
  readonly seat: "" | "carer" | "child";
}

/** Everyone: one statement. */
export interface ItemRecord {
  readonly type: "item";
  readonly id: string;
  readonly text: string;
}

/** Everyone: one line of the agenda. `number` counts from 1; `spent` is in ms. */
export interface StepRecord {
  readonly type: "step";
  readonly id: string;
  readonly number: number;
  readonly kind: "collect" | "commit" | "form" | "gate" | "judge" | "settle" | "turns";
  readonly title: string;
  readonly prompt: string;
  readonly planned: number;
  readonly minutes: number;
  readonly spent: number;
  readonly opened: boolean;
  readonly who: readonly ("advocate" | "chair" | "deputy" | "family" | "observer" | "participant" | "recorder")[];
  readonly after: readonly string[];
  readonly skipped: string | null;
  readonly added: boolean;
}

/** Everyone: who, of those without a screen, was read back what was entered in a step. */
export interface ReadBackRecord {
  readonly type: "read_back";
  readonly step: string;
  readonly members: readonly string[];
}

/** What has to be done by a time (ms). */
export interface Limit {
  readonly title: string;
  readonly by: number;
}

/** Everyone: the time limits that the local rules set, which run from the meeting. */
export interface LimitsRecord {
  readonly type: "limits";
  readonly edition: string;
  readonly limits: readonly Limit[];
}

/** Everyone: that the record was changed by hand so often, and how many corrections wait. */
export interface CorrectingRecord {
  readonly type: "correcting";
  readonly changes: number;
  readonly waiting: number;
  readonly until: number | null;
}

/** Everyone: the newest edition, the marks of seal and key, and which agencies have a copy. */
export interface SealRecord {
  readonly type: "seal";
  readonly edition: number;
  readonly mark: string;
  readonly key: string;
  readonly at: number;
  readonly behind: boolean;
  readonly agencies: readonly string[];
}

/** What a step of the meeting before came to, in words; `agreed` where every voice agreed. */
export interface Settled {
  readonly title: string;
  readonly text: string;
  readonly agreed: boolean;
}

/** Somebody who is to keep a promise, and what they answered when it was asked of them. */
export interface Owner {
  readonly name: string;
  readonly agency: string;
  readonly member?: string;
  readonly answer?: "asked" | "no" | "yes";
}

/** One promise. Entered and last changed at a time (ms); `carried` from the room before. */
export interface Promise {
  readonly id: string;
  readonly terms: Terms;
  readonly owners: readonly Owner[];
  readonly entered_by: string;
  readonly at: number;
  readonly personal?: boolean;
  readonly carried?: boolean;
  readonly stage?: "changed" | "done" | "not_done" | "open";
  readonly result?: string;
}

/** Everyone: what was agreed and promised last time. Names are those of the people then. */
export interface CarriedRecord {
  readonly type: "carried";
  readonly title: string;
  readonly at: number;
  readonly vision: string;
  readonly settled: readonly Settled[];
  readonly promises: readonly Promise[];
}

/** Everyone: the code of a room that goes on from this one. */
export interface FollowedRecord {
  readonly type: "followed";
  readonly code: string;
}

/** Everyone: an agency's card. `by` wrote it last, at a time (ms). */
export interface CardRecord {
  readonly type: "card";
  readonly agency: string;
  readonly does: string;
  readonly must: string;
  readonly cannot: string;
  readonly pressures: string;
  readonly by: string;
  readonly at: number;
}

/** Everyone: an agency on the checklist; who of it is here is seen from the members. */
export interface ExpectedRecord {
  readonly type: "expected";
  readonly agency: string;
  readonly coming: "coming" | "expected" | "invited" | "not_invited" | "views";
  readonly why: string;
}

/** Everyone: the agencies without whom the meeting is not quorate, and what the rules say. */
export interface QuorumRecord {
  readonly type: "quorum";
  readonly agencies: readonly string[];
  readonly note: string;
}

/** Everyone: what a member brings today, in their own words. */
export interface BringingRecord {
  readonly type: "bringing";
  readonly member: string;
  readonly text: string;
}

/** Everyone: a member whose name and words were removed, and since when (ms). */
export interface GoneRecord {
  readonly type: "gone";
  readonly member: string;
  readonly at: number;
}

/** A meaning, by its author; one that comes from the meeting before has none. */
export interface Meant {
  readonly by: string;
  readonly text: string;
  readonly at: number;
  readonly same: readonly string[];
}

/** Everyone: a word and its meanings, and whose the group agreed on. */
export interface TermRecord {
  readonly type: "term";
  readonly word: string;
  readonly meanings: readonly Meant[];
  readonly agreed: string | null;
}

/** Everyone: one thing that was parked, when (ms), and who dealt with it, if anybody has. */
export interface ParkedRecord {
  readonly type: "parked";
  readonly entry: string;
  readonly by: string;
  readonly text: string;
  readonly at: number;
  readonly for_lead: boolean;
  readonly done: string | null;
}

/** Everyone: one remark. It is `open` for as long as it waits for somebody. */
export interface RemarkRecord {
  readonly type: "remark";
  readonly remark: string;
  readonly sort: "differ" | "why";
  readonly step: string;
  readonly about: string;
  readonly quote: string;
  readonly by: string;
  readonly to: string | null;
  readonly text: string;
  readonly safe: "" | "no" | "unknown" | "yes";
  readonly answer: string;
  readonly answered_by: string | null;
  readonly open: boolean;
  readonly settled: boolean;
}

/** Everyone: for how many days after the end the room is kept, by whom and why. */
export interface RetentionRecord {
  readonly type: "retention";
  readonly days: number;
  readonly owner: string;
  readonly reason: string;
  readonly review: number;
}

/** Everyone: that something was raised, and how it stands; never what it is about. */
export interface RiskRecord {
  readonly type: "risk";
  readonly risk: string;
  readonly by: string;
  readonly at: number;
  readonly stands: "open" | "planned" | "stood_down";
  readonly convenes: string;
  readonly due: string;
}

/** Everyone: what is asked, and how many `of` those expected have answered; never what. */
export interface JudgeRecord {
  readonly type: "judge";
  readonly step: string;
  readonly items: readonly string[];
  readonly choose: number;
  readonly ask: "choose" | "level" | "rank" | "scale";
  readonly least: number;
  readonly low: string;
  readonly high: string;
  readonly shown: "agency" | "name" | "nobody";
  readonly alarm_at: number;
  readonly reasons: boolean;
  readonly guess: boolean;
  readonly shape: readonly number[];
  readonly again: string | null;
  readonly answered: number;
  readonly of: number;
  readonly guessed: number;
  readonly revealed: boolean;
  readonly missing: readonly string[];
  readonly alarm: boolean;
}

/** Everyone, after the reveal of answers by name: one member's answer. */
export interface BallotRecord {
  readonly type: "ballot";
  readonly step: string;
  readonly member: string;
  readonly ballot: Ballot;
}

/** Everyone, after the reveal by agency or unattributed: an answer, and at most its agency. */
export interface UnnamedRecord {
  readonly type: "unnamed";
  readonly step: string;
  readonly agency: string;
  readonly ballot: Ballot;
}

/** Where people placed one item, from the highest place (1) to the lowest. */
export interface Spread {
  readonly item: string;
  readonly places: readonly number[];
  readonly median: number;
  readonly quarter_low: number;
  readonly quarter_high: number;
  readonly low: number;
  readonly high: number;
  readonly deviation: number;
  readonly apart: number;
}

/** The person whose order differs most from the others', and where. */
export interface Furthest {
  readonly person: string;
  readonly distance: number;
  readonly items: readonly string[];
}

/** What changed since the pass before, among people who answered both times. */
export interface Movement {
  readonly people: number;
  readonly before: number | null;
  readonly after: number | null;
  readonly raised: Readonly<Record<string, number>>;
  readonly lowered: Readonly<Record<string, number>>;
  readonly unchanged: number;
}

/** What a revealed ranking shows: spread before average, and agreement with chance at 0.5. */
export interface Figures {
  readonly spreads: readonly Spread[];
  readonly widest: readonly string[];
  readonly agreement: number | null;
  readonly furthest: Furthest | null;
  readonly movement: Movement | null;
}

/** Everyone, after the reveal of a ranking: spread, agreement, movement. */
export interface FiguresRecord {
  readonly type: "figures";
  readonly step: string;
  readonly figures: Figures;
}

/** How many voices chose each item. `differ` when the two ways put others in front. */
export interface Counts {
  readonly type: "counts";
  readonly agencies: number;
  readonly by_person: Readonly<Record<string, number>>;
  readonly by_agency: Readonly<Record<string, number>>;
  readonly differ: boolean;
}

/** The middle mark (median) of each item, of those who gave one; nothing where nobody did. */
export interface Middles {
  readonly type: "middles";
  readonly agencies: number;
  readonly by_person: Readonly<Record<string, number | null>>;
  readonly by_agency: Readonly<Record<string, number | null>>;
  readonly differ: boolean;
}

/** The combined order, in bands of items that are level; `differ` when the two are not one. */
export interface Orders {
  readonly type: "orders";
  readonly agencies: number;
  readonly by_person: readonly (readonly string[])[];
  readonly by_agency: readonly (readonly string[])[];
  readonly differ: boolean;
}

/** Everyone, after the reveal: the count by person and by agency. */
export interface TallyRecord {
  readonly type: "tally";
  readonly step: string;
  readonly tally: Counts | Middles | Orders;
}

/** What people `of` one agency guessed about another, and how it was. */
export interface Cell {
  readonly of: string;
  readonly about: string;
  readonly guesses: number;
  readonly people: number;
  readonly surprise: number;
  readonly clear: boolean;
}

/** The cells that enough people stand behind, and the agencies that are in one of them. */
export interface Mirror {
  readonly agencies: readonly string[];
  readonly cells: readonly Cell[];
  readonly hidden: number;
}

/** Everyone, once it was opened in a room without tables: the mirror of a question. */
export interface OpenedMirrorRecord {
  readonly type: "opened_mirror";
  readonly step: string;
  readonly mirror: Mirror;
}

/** The closest pair across the line between two neighbouring bands. */
export interface Border {
  readonly higher: string;
  readonly lower: string;
  readonly people: number;
  readonly against: number;
}

/** How firmly a part of the starting point stands. */
export interface Hold {
  readonly at_least: number;
  readonly exact: boolean;
  readonly absent: boolean | null;
}

/** The grounds of a combined order. */
export interface Grounds {
  readonly borders: readonly Border[];
  readonly rules_agree: boolean | null;
  readonly in_question: readonly string[];
  readonly chosen: Hold;
  readonly order: Hold;
  readonly of: number;
  readonly not_answered: number;
}

/** Everyone: the starting point, and how many people support each item. */
export interface BoardRecord {
  readonly type: "board";
  readonly step: string;
  readonly aim: "keep" | "set_aside";
  readonly slots: number;
  readonly bands: readonly (readonly string[])[];
  readonly exact: boolean;
  readonly suggested_by: string | null;
  readonly support: Readonly<Record<string, number>>;
  readonly of: number;
  readonly grounds: Grounds | null;
}

/** Everyone: one place; `all_agree` is claimed only when it is true. */
export interface SlotRecord {
  readonly type: "slot";
  readonly step: string;
  readonly aim: "keep" | "set_aside";
  readonly slot: number;
  readonly item: string | null;
  readonly settled: boolean;
  readonly because: string;
  readonly missing: readonly string[];
  readonly away: readonly string[];
  readonly likely: string;
  readonly next: string;
  readonly escalated: string;
  readonly all_agree: boolean;
  readonly all_here_agree: boolean;
}

/** Everyone: where one member stands on one slot. */
export interface StanceRecord {
  readonly type: "stance";
  readonly step: string;
  readonly slot: number;
  readonly member: string;
  readonly word: "can_live" | "no" | "not_mine" | "yes" | "yes_note";
  readonly note: string;
  readonly harm: string;
  readonly evidence: string;
  readonly would_settle: string;
}

/** Everyone: what one member said of an earlier wording; it does not count any more. */
export interface EarlierRecord {
  readonly type: "earlier";
  readonly step: string;
  readonly slot: number;
  readonly member: string;
  readonly word: "can_live" | "no" | "not_mine" | "yes" | "yes_note";
  readonly note: string;
}

/** Everyone: how the stances on one slot fall, by person and by agency; see `Tally`. */
export interface FallenRecord {
  readonly type: "fallen";
  readonly step: string;
  readonly slot: number;
  readonly people: Readonly<Record<"against" | "agree" | "not_mine" | "split", number>>;
  readonly agencies: Readonly<Record<"against" | "agree" | "not_mine" | "split", number>>;
  readonly split: readonly string[];
  readonly differ: boolean;
}

/** Everyone: the group's text as it is, and who holds the pen; see `Text`. */
export interface TextRecord {
  readonly type: "text";
  readonly step: string;
  readonly words: string;
  readonly version: number;
  readonly wording: number;
  readonly plain: boolean;
  readonly holder: string | null;
  readonly free_at: number | null;
}

/** Everyone: words that somebody proposed beside the text. */
export interface SuggestionRecord {
  readonly type: "suggestion";
  readonly step: string;
  readonly suggestion: string;
  readonly by: string;
  readonly text: string;
}

/** Everyone: the lanes, and the items that notes may be about. */
export interface CollectRecord {
  readonly type: "collect";
  readonly step: string;
  readonly lanes: readonly Lane[];
  readonly items: readonly string[];
  readonly private: boolean;
  readonly revealed: boolean;
  readonly notes: number;
  readonly writers: number;
  readonly nones: Readonly<Record<string, string>>;
}

/** Everyone: one note that is open to all. Its author is empty where the lane hides it. */
export interface NoteRecord {
  readonly type: "note";
  readonly step: string;
  readonly note: string;
  readonly lane: string;
  readonly author: string;
  readonly text: string;
  readonly items: readonly string[];
  readonly agency: string;
  readonly for_agency: string;
  readonly source: string;
  readonly when: string;
  readonly nothing: boolean;
  readonly into: string;
}

/** Everyone: what the turns are of, in order, and the one being had since a time (ms). */
export interface TurnsRecord {
  readonly type: "turns";
  readonly step: string;
  readonly items: readonly string[];
  readonly order: "free" | "hands" | "least_heard" | "listed" | "presenter" | "remote_first" | "widest";
  readonly of: string | null;
  readonly now: string | null;
  readonly since: number;
  readonly by: "agencies" | "items" | "people" | "phases";
  readonly seconds: number;
  readonly phases: readonly Phase[];
  readonly back_to: boolean;
  readonly presenter: string | null;
}

/** Everyone: one turn, and who placed its item highest and lowest (asked for their why). */
export interface TurnRecord {
  readonly type: "turn";
  readonly step: string;
  readonly item: string;
  readonly spent: number;
  readonly note: string;
  readonly times: number;
  readonly said_back: boolean;
  readonly highest: readonly string[];
  readonly lowest: readonly string[];
}

/** Everyone: the wording, and who is asked (nobody named: everybody). */
export interface NoticeRecord {
  readonly type: "notice";
  readonly step: string;
  readonly title: string;
  readonly version: string;
  readonly text: string;
  readonly checks: readonly string[];
  readonly asked: readonly ("advocate" | "chair" | "deputy" | "family" | "observer" | "participant" | "recorder")[];
  readonly blocks: boolean;
}

/** Everyone: how many have answered, and how many here have not. Never what they answered. */
export interface GateRecord {
  readonly type: "gate";
  readonly step: string;
  readonly answered: number;
  readonly waiting: number;
}

/** Everyone: what there is to fill in, and on which sheets. */
export interface FormRecord {
  readonly type: "form";
  readonly step: string;
  readonly fields: readonly Field[];
  readonly per: "agency" | "member" | "room";
  readonly must: boolean;
  readonly like: string | null;
}

/** Everyone: the sheets, how many required fields are empty, and how many words unheard. */
export interface FormCountRecord {
  readonly type: "form_count";
  readonly step: string;
  readonly sheets: readonly string[];
  readonly missing: number;
  readonly unread: number;
}

/** Everyone: what stands in one field of one sheet. */
export interface EntryRecord {
  readonly type: "entry";
  readonly step: string;
  readonly sheet: string;
  readonly field: string;
  readonly value: string;
  readonly why: string;
  readonly source: string;
  readonly when: string;
  readonly by: string;
  readonly at: number;
  readonly read_out: number | null;
}

/** Everyone: what is asked for, and the items that promises may belong to. */
export interface CommitRecord {
  readonly type: "commit";
  readonly step: string;
  readonly personal: boolean;
  readonly tests: boolean;
  readonly items: readonly string[];
}

/** How many promises an agency holds, alone or with others; `heavy` where that is over half. */
export interface AgencyLoad {
  readonly agency: string;
  readonly promises: number;
  readonly heavy: boolean;
}

/** Everyone: what each agency has taken on, the most first, and how many promises there are. */
export interface LoadRecord {
  readonly type: "load";
  readonly step: string;
  readonly agencies: readonly AgencyLoad[];
  readonly promises: number;
}

/** Everyone: one promise. */
export interface PromiseRecord {
  readonly type: "promise";
  readonly step: string;
  readonly promise: string;
  readonly terms: Terms;
  readonly owners: readonly Owner[];
  readonly entered_by: string;
  readonly at: number;
  readonly personal: boolean;
  readonly carried: boolean;
  readonly stage: "changed" | "done" | "not_done" | "open";
  readonly result: string;
}

/** What a statement said until somebody changed it at a time (ms), and what was `joined` to it. */
export interface Before {
  readonly text: string;
  readonly by: string;
  readonly at: number;
  readonly joined?: string;
}

/** Which statements stand for one that is no longer on the list, since a time (ms). */
export interface Gone {
  readonly into: readonly string[];
  readonly by: string;
  readonly at: number;
}

/** What was done to a statement, in order; and, where it is no longer on the list, by what. */
export interface History {
  readonly before?: readonly Before[];
  readonly gone?: Gone | null;
}

/** Everyone: what was done to a statement. */
export interface WordingRecord {
  readonly type: "wording";
  readonly item: string;
  readonly history: History;
}

/** Everyone: the words on which a step's answers were given, where these are others by now. */
export interface ThenRecord {
  readonly type: "then";
  readonly step: string;
  readonly words: Readonly<Record<string, string>>;
}

/** Two statements. `ranked` and `reads` run from 0 to 1, and 1 is as alike as can be. */
export interface Likeness {
  readonly first: string;
  readonly second: string;
  readonly ranked: number | null;
  readonly reads: number;
}

/** Everyone: pairs of a step's statements that may be one, as so many `people` ranked them. */
export interface PairsRecord {
  readonly type: "pairs";
  readonly step: string;
  readonly people: number;
  readonly pairs: readonly Likeness[];
}

/** One step of the exercise, for whoever brings all tables to it. */
export interface HallStep {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
}

/** The step to which all tables were asked to go at a time (ms). */
export interface Aligned {
  readonly step: string;
  readonly at: number;
}

/** What the wall shows; of which `table`, where it is one; with `names` only if asked for. */
export interface Shown {
  readonly what?: "alike" | "cards" | "distances" | "fives" | "journey" | "mirror" | "nothing" | "orders" | "seats" | "splits" | "table";
  readonly table?: string | null;
  readonly names?: boolean;
}

/** Everyone: the hall. Times are in ms; `steps` are those of the exercise, in order. */
export interface HallRecord {
  readonly type: "hall";
  readonly exercise: string;
  readonly steps: readonly HallStep[];
  readonly placing: "choose" | "mixed" | "placed" | "spread";
  readonly self_run: boolean;
  readonly begun: number | null;
  readonly held: number | null;
  readonly stood: number;
  readonly called: number | null;
  readonly aligned: Aligned | null;
  readonly shown: Shown;
  readonly guesses: boolean;
}

/** Everyone: one table. */
export interface TableRecord {
  readonly type: "table";
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly code: string;
}

/** Everyone: somebody sits at a table. */
export interface SitsRecord {
  readonly type: "sits";
  readonly member: string;
  readonly table: string;
}

/** What the trainer said, at a time (ms). */
export interface Nudge {
  readonly text: string;
  readonly at: number;
}

/** Everyone: which table this is, and what the trainer asks of it. Times are in ms. */
export interface AtTableRecord {
  readonly type: "at_table";
  readonly hall: string;
  readonly title: string;
  readonly number: number;
  readonly name: string;
  readonly runs_itself: boolean;
  readonly held: boolean;
  readonly nudge: Nudge | null;
  readonly called: number | null;
  readonly help: number | null;
  readonly went: number;
  readonly ready: readonly string[];
  readonly needed: number;
  readonly moved: Readonly<Record<string, number>>;
  readonly finished: number | null;
}

/** Chairs, and the deputy alone: somebody at the door, since a time (ms). */
export interface WaitingRecord {
  readonly type: "waiting";
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly role: "advocate" | "chair" | "deputy" | "family" | "observer" | "participant" | "recorder";
  readonly seat: "" | "carer" | "child";
  readonly attends: "phone" | "proxy" | "room" | "video";
  readonly at: number;
}

/** Chairs, and the member who is asked alone: whether `keep` is `drop` too. */
export interface MergingRecord {
  readonly type: "merging";
  readonly keep: string;
  readonly drop: string;
}

/** Chairs: the settings of a step that has not been opened, which may still be changed. */
export interface PlannedRecord {
  readonly type: "planned";
  readonly step: string;
  readonly settings: JudgeSettings | SettleSettings | CollectSettings | TurnsSettings | GateSettings | FormSettings | CommitSettings;
}

/** Chairs: who has answered so far, never what. */
export interface AnsweredRecord {
  readonly type: "answered";
  readonly step: string;
  readonly members: readonly string[];
}

/** Chairs, until the reveal: who has written a private note, never what. */
export interface WrittenRecord {
  readonly type: "written";
  readonly step: string;
  readonly members: readonly string[];
}

/** Chairs: what one member answered, when (ms), and who wrote it down. */
export interface GateAnswerRecord {
  readonly type: "gate_answer";
  readonly step: string;
  readonly member: string;
  readonly agreed: boolean;
  readonly version: string;
  readonly note: string;
  readonly by: string;
  readonly at: number;
}

/** Chairs: what of a member's entry is there, and at which level they work. */
export interface ReachRecord {
  readonly type: "reach";
  readonly member: string;
  readonly complete: boolean;
  readonly level: "" | "manager" | "practitioner" | "senior";
}

/** Chairs, and whoever wished it: somebody asked for their words to be removed at a time (ms). */
export interface WishRecord {
  readonly type: "wish";
  readonly member: string;
  readonly at: number;
  readonly because: string;
}

/** Chairs: who needs longer in a step, first come first. */
export interface LongerRecord {
  readonly type: "longer";
  readonly step: string;
  readonly members: readonly string[];
}

/** The chair, and whoever raised it: what it is about, and what came of it in full. */
export interface RiskWordsRecord {
  readonly type: "risk_words";
  readonly risk: string;
  readonly what: string;
  readonly told: string;
  readonly because: string;
}

/** Chairs: how often an agency had a say in a step; nothing as `agency` is the family's seat. */
export interface HeardRecord {
  readonly type: "heard";
  readonly step: string;
  readonly agency: string | null;
  readonly spoken: number;
  readonly written: number;
  readonly answered: number;
  readonly stances: number;
  readonly referred: number;
}

/** One member: who they are. */
export interface MeRecord {
  readonly type: "me";
  readonly id: string;
}

/** One member: what to start from, and the answer that the room holds of them, if any. */
export interface MyBallotRecord {
  readonly type: "my_ballot";
  readonly step: string;
  readonly start: readonly string[];
  readonly start_marks: Readonly<Record<string, number | null>>;
  readonly answered: boolean;
  readonly ballot: Ballot | null;
}

/** How people of the agency `about` put the items, as somebody thinks: best first. */
export interface Guess {
  readonly about: string;
  readonly answer: readonly string[];
}

/** One member: what they guessed, until the meeting ends. */
export interface MyGuessRecord {
  readonly type: "my_guess";
  readonly step: string;
  readonly guess: Guess;
}

/** One member: a note of their own that others cannot see yet, or cannot see is theirs. */
export interface MyNoteRecord {
  readonly type: "my_note";
  readonly step: string;
  readonly note: NoteRecord;
}

/** One member: what they answered. There is none while they have not. */
export interface MyNoticeRecord {
  readonly type: "my_notice";
  readonly step: string;
  readonly agreed: boolean;
  readonly version: string;
  readonly note: string;
  readonly by: string;
  readonly at: number;
}

/** One member: their own entry. `at` (ms) is when they last changed it. */
export interface MyContactsRecord {
  readonly type: "my_contacts";
  readonly phone: string;
  readonly email: string;
  readonly second: string;
  readonly no_second: boolean;
  readonly bringing: string;
  readonly level: "" | "manager" | "practitioner" | "senior";
  readonly at: number;
}

/** Each member: somebody who is not here at the family's wish. */
export interface LeftOutRecord {
  readonly type: "left_out";
  readonly line: string;
  readonly who: string;
  readonly reason: string;
  readonly carrier: string;
  readonly not_engaging: string;
  readonly threshold: string;
}

/** Each member: whether the child or family agrees, or knows. */
export interface ConsentRecord {
  readonly type: "consent";
  readonly of: "child" | "family" | "knows";
  readonly answer: "no" | "not_sought" | "yes";
  readonly why: string;
  readonly on: string;
}

/** Each member: who else holds information or influence; nobody says that none was found. */
export interface ElsewhereRecord {
  readonly type: "elsewhere";
  readonly line: string;
  readonly group: "areas" | "community" | "family" | "other" | "peers" | "services" | "shops";
  readonly who: string;
  readonly contact: string;
  readonly by_when: string;
  readonly by: string;
}

/** Each member: the lead worker. */
export interface LeadRecord {
  readonly type: "lead";
  readonly who: string;
}

/** What it is about: a title that names nobody, and the words at issue as they stood. */
export interface About {
  readonly title: string;
  readonly text: string;
  readonly step?: string | null;
  readonly slot?: number;
}

/** Somebody on a side, named as they were then, with what they said in their own words. */
export interface Voice {
  readonly name: string;
  readonly agency: string;
  readonly note?: string;
  readonly harm?: string;
  readonly evidence?: string;
  readonly would_settle?: string;
}

/** A side's position in words, the people on it, and those who `confirmed` these very words. */
export interface Side {
  readonly words?: string;
  readonly people?: Readonly<Record<string, Voice>>;
  readonly confirmed?: readonly string[];
  readonly before?: readonly string[];
}

/** How it came to a stage, counted from 1, at a time (ms). */
export interface Move {
  readonly stage: number;
  readonly at: number;
  readonly because?: string;
  readonly urgent?: boolean;
}

/** One member: a disagreement of the room, sent to each person in it and never to the wall. */
export interface DisagreementRecord {
  readonly type: "disagreement";
  readonly id: string;
  readonly about: About;
  readonly opened: number;
  readonly safe: "no" | "unknown" | "yes";
  readonly stage: number;
  readonly stage_names: readonly string[];
  readonly sides: Readonly<Record<"one" | "two", Side>>;
  readonly history: readonly Move[];
  readonly due: number;
  readonly owner: string | null;
  readonly owner_name: string;
  readonly outcome: "agreed" | "not_agreed" | "open" | "partly";
  readonly words: string;
  readonly confirmed: readonly string[];
}

/** One member: that they said they need longer in a step. */
export interface MyLongerRecord {
  readonly type: "my_longer";
  readonly step: string;
}

/** The first message on a connection, and again when a client finds a gap. */
export interface Hello {
  readonly type: "hello";
  readonly protocol: number;
  readonly build: string;
  readonly epoch?: string;
  readonly position?: number;
  readonly wall?: string;
}

/** One command under an id that the client made; sending it again is harmless. */
export interface Do {
  readonly type: "do";
  readonly id: string;
  readonly command: Command;
  readonly again?: boolean;
}

/** Ask for a sign of life. */
export interface Probe {
  readonly type: "probe";
}

/** The answer to hello: which log, the server's clock in ms, its client build, and who I am. */
export interface Welcome {
  readonly type: "welcome";
  readonly epoch: string;
  readonly now: number;
  readonly build: string;
  readonly member: string | null;
}

/** Records of everyone's view, to put by key, and keys to drop. */
export interface EveryonePatch {
  readonly put: Readonly<Record<string, EveryoneRecord>>;
  readonly drop: readonly string[];
}

/** Records of the chairs' view. */
export interface ChairsPatch {
  readonly put: Readonly<Record<string, ChairsRecord>>;
  readonly drop: readonly string[];
}

/** Records of this member's own view. */
export interface MinePatch {
  readonly put: Readonly<Record<string, MineRecord>>;
  readonly drop: readonly string[];
}

/** What the connection was missing, from a position of the log to another. */
export interface Changes {
  readonly type: "changes";
  readonly fresh: boolean;
  readonly start: number;
  readonly end: number;
  readonly everyone: EveryonePatch;
  readonly chairs: ChairsPatch;
  readonly mine: MinePatch;
}

/** A command was done and is kept; its effects are all in the records from `position` on. */
export interface Ack {
  readonly type: "ack";
  readonly id: string;
  readonly position: number;
}

/** A command was not done: a stable code, and a sentence for the person. */
export interface Refused {
  readonly type: "refused";
  readonly id: string;
  readonly code: string;
  readonly sentence: string;
}

/** A sign of life, with the position the connection has been sent up to. */
export interface Beat {
  readonly type: "beat";
  readonly position: number;
  readonly now: number;
}

/** Wall: what a table has agreed so far: its places in order, and what it set aside. */
export interface FoundRecord {
  readonly type: "found";
  readonly table: string;
  readonly places: readonly (string | null)[];
  readonly aside: readonly string[];
  readonly dissents: number;
  readonly agreed: boolean;
}

/** Wall: a statement of the exercise, and in how many tables' agreed places it stands. */
export interface StatementRecord {
  readonly type: "statement";
  readonly id: string;
  readonly text: string;
  readonly tables: number;
}

/** Wall: which private ranking is compared: that of a step, opened at so many tables by people. */
export interface PassRecord {
  readonly type: "pass";
  readonly step: string;
  readonly title: string;
  readonly tables: number;
  readonly people: number;
  readonly first: string | null;
  readonly own: number;
}

/** How much further apart people of different tables are than people of the same table. */
export interface Difference {
  readonly size: number | null;
  readonly p: number | null;
  readonly corrected: number | null;
  readonly reachable: number;
  readonly needed: number | null;
  readonly exact: boolean;
  readonly verdict: "differ" | "no_more_than_chance" | "too_few_to_tell";
}

/** Two tables and the difference between them. */
export interface TablePair {
  readonly tables: readonly [string, string];
  readonly difference: Difference;
}

/** Several tables compared, in the order in which `tables` first names them. */
export interface Comparison {
  readonly tables: readonly string[];
  readonly left_out: readonly string[];
  readonly apart: readonly (readonly (number | null)[])[];
  readonly within: number | null;
  readonly between: number | null;
  readonly overall: Difference;
  readonly pairs: readonly TablePair[];
}

/** Wall: how far apart people are within tables and between them; nothing for too few. */
export interface DistancesRecord {
  readonly type: "distances";
  readonly comparison: Comparison | null;
  readonly first: Comparison | null;
}

/** How differently tables placed one item, and how differently the people of each. */
export interface ItemSplit {
  readonly item: string;
  readonly between: number | null;
  readonly by_chance: number | null;
  readonly within: number | null;
  readonly by_lot: number | null;
  readonly p: number;
  readonly corrected: number;
  readonly verdict: "splits_tables" | "splits_people" | "level" | "too_few_to_tell";
}

/** Wall: which statements split tables, and which split people wherever they sit. */
export interface SplitsRecord {
  readonly type: "splits";
  readonly items: readonly ItemSplit[];
}

/** How far a table's result lies from what was said alone, and from the other results. */
export interface TableResult {
  readonly table: string;
  readonly from_own: number | null;
  readonly from_others: number | null;
}

/** How many items two tables both have among their first places, and what would be no surprise. */
export interface SharedTop {
  readonly items: number;
  readonly by_chance: number;
  readonly chance_p: number;
  readonly one_room: number | null;
  readonly one_room_p: number | null;
}

/** Two tables' results side by side. */
export interface ResultPair {
  readonly tables: readonly [string, string];
  readonly apart: number | null;
  readonly top: SharedTop | null;
}

/** What several tables arrived at, in the order in which results were given. */
export interface ResultComparison {
  readonly tables: readonly TableResult[];
  readonly from_own: number | null;
  readonly pairs: readonly ResultPair[];
  readonly most_typical: readonly string[];
  readonly most_its_own: readonly string[];
}

/** Wall: the tables' agreed lists beside one another; nothing where none has one. */
export interface ResultsRecord {
  readonly type: "results";
  readonly comparison: ResultComparison | null;
}

/** How far a table came. Shares of pairs, 0 to 1; nothing under three people. */
export interface Journey {
  readonly table: string;
  readonly people: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly agreement_first: number | null;
  readonly agreement_last: number | null;
}

/** Wall: how far each table's agreed list lies from what its members said alone. */
export interface JourneysRecord {
  readonly type: "journeys";
  readonly journeys: readonly Journey[];
}

/** Wall: one order over everybody's last private one, beside one over the tables' lists. */
export interface OrdersRecord {
  readonly type: "orders";
  readonly everybody: readonly (readonly string[])[];
  readonly people: number;
  readonly over_tables: readonly (readonly string[])[];
  readonly tables: number;
  readonly exact: boolean;
}

/** Wall: where a table is, of what its card says; nothing of who is slow or asks for help. */
export interface ProgressRecord {
  readonly type: "progress";
  readonly table: string;
  readonly step: string | null;
  readonly number: number;
  readonly of: number;
  readonly title: string;
  readonly answered: number | null;
  readonly expected: number;
  readonly paused: boolean;
  readonly finished: boolean;
}

/** What tables noted about two statements: in what they are `alike`, or different. */
export interface Said {
  readonly tables: readonly string[];
  readonly alike: boolean;
  readonly text: string;
}

/** Two statements. `ranked` and `reads` run from 0 to 1, and 1 is as alike as can be. */
export interface Pair {
  readonly first: string;
  readonly second: string;
  readonly ranked: number | null;
  readonly reads: number;
  readonly said: readonly Said[];
  readonly more?: number;
}

/** Wall: all pairs of statements, those most alike first; ranked by so many `people`. */
export interface AlikeRecord {
  readonly type: "alike";
  readonly people: number;
  readonly pairs: readonly Pair[];
}

/** Wall: the agencies, and the cells that enough people stand behind; `hidden` counts others. */
export interface MirrorRecord {
  readonly type: "mirror";
  readonly agencies: readonly string[];
  readonly cells: readonly Cell[];
  readonly hidden: number;
}

/** Trainers: one table. Times are in ms. */
export interface TableCardRecord {
  readonly type: "table_card";
  readonly table: string;
  readonly step: string | null;
  readonly number: number;
  readonly of: number;
  readonly title: string;
  readonly running: number | null;
  readonly spent: number;
  readonly minutes: number;
  readonly late: number;
  readonly times: readonly number[];
  readonly paused: boolean;
  readonly held: boolean;
  readonly chair: string;
  readonly runs_itself: boolean;
  readonly seated: number;
  readonly here: number;
  readonly answered: number | null;
  readonly expected: number;
  readonly ready: number;
  readonly help: number | null;
  readonly behind: RefusalCode | null;
  readonly agreement: number | null;
  readonly people: number;
  readonly finished: boolean;
}

/** That a line was changed by hand: by whom, on which day, and what it said until then. */
export interface Changed {
  readonly by: string;
  readonly day: string;
  readonly was: readonly string[];
  readonly since?: readonly string[];
}

/** One line in words; see `consensus.record.Line`. */
export interface DocumentWritten {
  readonly id: string;
  readonly label: "decision" | "fact" | "opinion";
  readonly readers: "all" | "professionals" | "restricted";
  readonly cells: readonly string[];
  readonly whose?: string;
  readonly about?: readonly string[];
  readonly changed?: readonly Changed[];
  readonly aside?: boolean;
}

/** One section in words. `empty` is what it says where there are no lines. */
export interface Part {
  readonly id: string;
  readonly level: number;
  readonly heading: string;
  readonly columns: readonly string[];
  readonly lines: readonly DocumentWritten[];
  readonly empty: string;
}

/** A record in words. `facts` are what its head tells: a name and a value each. */
export interface Document {
  readonly language: string;
  readonly title: string;
  readonly state: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly parts: readonly Part[];
  readonly fingerprint?: string;
  readonly copy_for?: string;
}

/** A correction that waits: `now` is what the line says by now, where it is still there. */
export interface OpenCorrection {
  readonly id: string;
  readonly line: string;
  readonly cell: number;
  readonly was: string;
  readonly words: string;
  readonly because: string;
  readonly by: string;
  readonly day: string;
  readonly now: string;
  readonly mine: boolean;
  readonly answers: boolean;
}

/** The record as one member may read it, at a position of the room's log. */
export interface RecordPage {
  readonly position: number;
  readonly closed: boolean;
  readonly until: string;
  readonly open: boolean;
  readonly keeper: boolean;
  readonly case: boolean;
  readonly document: Document;
  readonly changeable: readonly string[];
  readonly waiting: readonly OpenCorrection[];
}

/** A promise, the days on which it is due and looked at again ("2027-03-09"), and its owners. */
export interface Kept {
  readonly id: string;
  readonly what: string;
  readonly by: string;
  readonly review: string;
  readonly stage: "changed" | "done" | "not_done" | "open";
  readonly owners: readonly string[];
}

/** A disagreement in a log over many rooms: no position's words, and nobody but its owner. */
export interface Line {
  readonly id: string;
  readonly title: string;
  readonly people: readonly [number, number];
  readonly stage: number;
  readonly stage_name: string;
  readonly opened: number;
  readonly age_days: number;
  readonly due: number;
  readonly overdue: boolean;
  readonly outcome: "agreed" | "not_agreed" | "open" | "partly";
  readonly owner: string;
}

/** One filled field of a sheet. */
export interface ArchiveWritten {
  readonly label: string;
  readonly value: string;
}

/** A sheet about good practice, and the organisation of whoever wrote its first lines. */
export interface Sheet {
  readonly step: string;
  readonly title: string;
  readonly theme: string;
  readonly organisation: string;
  readonly fields: readonly ArchiveWritten[];
}

/** The marks that one question got from so many `people`; `text` is empty for the step's own. */
export interface Given {
  readonly item: string;
  readonly text: string;
  readonly people: number;
  readonly lowest?: number | null;
  readonly middle?: number | null;
  readonly highest?: number | null;
}

/** A pass of marks. `low` and `high` say in words what the ends stand for. */
export interface Scale {
  readonly type: "scale";
  readonly step: string;
  readonly title: string;
  readonly question: string;
  readonly ask: "choose" | "level" | "rank" | "scale";
  readonly low: string;
  readonly high: string;
  readonly again: string | null;
  readonly given: readonly Given[];
}

/** A pass of rankings. */
export interface Ranking {
  readonly type: "ranking";
  readonly step: string;
  readonly title: string;
  readonly again: string | null;
  readonly people: number;
  readonly agreement: number | null;
  readonly both: number;
  readonly before: number | null;
  readonly after: number | null;
}

/** A statement of an exercise, by its id and in words. */
export interface Statement {
  readonly id: string;
  readonly text: string;
}

/** What a group settled on a board: statements to keep in their order, or to set aside. */
export interface Board {
  readonly step: string;
  readonly title: string;
  readonly aside: boolean;
  readonly chosen: readonly Statement[];
  readonly because: readonly string[];
}

/** What is to be found of a meeting. Times are in ms; `template` is what it was made from. */
export interface Archived {
  readonly title: string;
  readonly template: string;
  readonly case: boolean;
  readonly prepared: number;
  readonly starts: number | null;
  readonly closed: number | null;
  readonly role: "advocate" | "chair" | "deputy" | "family" | "observer" | "participant" | "recorder";
  readonly before: string;
  readonly after: readonly string[];
  readonly forget_at: number | null;
  readonly review_at: number | null;
  readonly limits: readonly Limit[];
  readonly promises: readonly Kept[];
  readonly disagreements: readonly Line[];
  readonly sheets: readonly Sheet[];
  readonly results: readonly (Scale | Ranking)[];
  readonly settled: readonly Settled[];
  readonly boards: readonly Board[];
}

/** A room as its member finds it: its code, what `kind` of meeting it is, and what is in it. */
export interface Archive {
  readonly code: string;
  readonly kind: string;
  readonly meeting: Archived;
}

/** A line of a record in which everything that was typed is found, below its heading. */
export interface Passage {
  readonly line: string;
  readonly heading: string;
  readonly words: string;
}

/** What was found in one room; `more` are lines that are not among the passages. */
export interface Search {
  readonly code: string;
  readonly passages: readonly Passage[];
  readonly more: number;
}

/** What there was to see from a position of the log on, at a time (ms) or soon after. */
export interface Moment {
  readonly position: number;
  readonly at: number;
  readonly what: "acknowledged" | "answered" | "came" | "cleared" | "closed" | "filled" | "opened" | "paused" | "prepared" | "promised" | "proposed" | "reopened" | "resumed" | "revealed" | "settled" | "shown" | "stood" | "turned" | "worded" | "written";
  readonly step: string;
  readonly count: number;
  readonly slot: number;
  readonly item: string;
}

/** The moments of a meeting, and what its opened passes came to. */
export interface Replay {
  readonly title: string;
  readonly steps: Readonly<Record<string, string>>;
  readonly items: Readonly<Record<string, string>>;
  readonly moments: readonly Moment[];
  readonly results: readonly (Scale | Ranking)[];
}

/** What everyone saw at a position, as far as it may be shown now, by key. */
export interface Frame {
  readonly position: number;
  readonly records: Readonly<Record<string, EveryoneRecord>>;
}

/** Records to put by key, and keys to drop; `fresh` means: forget all records first. */
export interface FloorChanges {
  readonly type: "floor";
  readonly fresh: boolean;
  readonly now: number;
  readonly busy: boolean;
  readonly put: Readonly<Record<string, FloorRecord>>;
  readonly drop: readonly string[];
}

export type Command = OpenStep | Pause | Resume | AddTime | NameDeputy | HandOver | Cover | Remove | RaiseHand | LowerHand | OrderHands | Close | Admit | AdmitAll | TurnAway | SetRole | SetAttends | CommandsMerge | AnswerMerge | ReadBack | Amend | AddStep | SkipStep | UnskipStep | MoveStep | ChangeStep | RemoveStep | Rewrite | WordingsMerge | Split | WriteCard | Expect | Unexpect | Enter | LeaveOut | SetConsent | SetLead | AddElsewhere | DropElsewhere | Open | SaySafe | JoinSide | Word | Confirm | MoveStage | Assign | Resolve | ConfirmOutcome | AskToErase | DeclineToErase | Put | Same | GlossarySettle | Drop | Add | Done | Ask | Differ | Answer | RemarksWithdraw | RemarksSettle | NeedLonger | SetRetention | Raise | WritePlan | StandDown | Cast | Slip | Reveal | MakeGuess | OpenMirror | Propose | Clear | Stand | Agree | Escalate | Reopen | TakePen | PutDown | PenWrite | Suggest | Include | PenWithdraw | AddNote | EditNote | RemoveNote | RevealNotes | MergeNotes | SayNone | Talk | TurnsWrite | Present | SayBack | Acknowledge | RecordAnswer | Fill | ClearField | ReadOut | MakePromise | ChangePromise | WithdrawPromise | AcceptPromise | EnterResult | Reword | Relabel | Restore | ProposeCorrection | WithdrawCorrection | AnswerCorrection | TakeTableAway | NameTable | SetUp | Sit | Place | Deal | Begin | HoldAll | ReleaseAll | Align | NudgeTable | Call | Show | AskHelp | Helped | Ready | Finish;
export type EveryoneRecord = RoomRecord | HandRecord | MemberRecord | ItemRecord | StepRecord | ReadBackRecord | LimitsRecord | CorrectingRecord | SealRecord | CarriedRecord | FollowedRecord | CardRecord | ExpectedRecord | QuorumRecord | BringingRecord | GoneRecord | TermRecord | ParkedRecord | RemarkRecord | RetentionRecord | RiskRecord | JudgeRecord | BallotRecord | UnnamedRecord | FiguresRecord | TallyRecord | OpenedMirrorRecord | BoardRecord | SlotRecord | StanceRecord | EarlierRecord | FallenRecord | TextRecord | SuggestionRecord | CollectRecord | NoteRecord | TurnsRecord | TurnRecord | NoticeRecord | GateRecord | FormRecord | FormCountRecord | EntryRecord | CommitRecord | LoadRecord | PromiseRecord | WordingRecord | ThenRecord | PairsRecord | HallRecord | TableRecord | SitsRecord | AtTableRecord;
export type ChairsRecord = WaitingRecord | MergingRecord | PlannedRecord | AnsweredRecord | WrittenRecord | GateAnswerRecord | ReachRecord | WishRecord | LongerRecord | RiskWordsRecord | HeardRecord;
export type MineRecord = MeRecord | WaitingRecord | MergingRecord | MyBallotRecord | MyGuessRecord | MyNoteRecord | MyNoticeRecord | MyContactsRecord | LeftOutRecord | ConsentRecord | ElsewhereRecord | LeadRecord | DisagreementRecord | WishRecord | MyLongerRecord | RiskWordsRecord;
export type ClientMessage = Hello | Do | Probe;
export type ServerMessage = Welcome | Changes | Ack | Refused | Beat;
export type FloorRecord = FoundRecord | StatementRecord | PassRecord | DistancesRecord | SplitsRecord | ResultsRecord | JourneysRecord | OrdersRecord | ProgressRecord | AlikeRecord | MirrorRecord | TableCardRecord;
