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
} as const;
export type RefusalCode =
  | "agency_empty"
  | "agency_too_long"
  | "already_revealed"
  | "answers_missing"
  | "chair_is_here"
  | "chair_only"
  | "chair_stays"
  | "choose_exactly"
  | "code_mistyped"
  | "deputy_first"
  | "dissent_open"
  | "foreign_origin"
  | "item_settled"
  | "meeting_closed"
  | "meeting_paused"
  | "name_empty"
  | "name_taken"
  | "name_too_long"
  | "no_such_item"
  | "no_such_lane"
  | "no_such_member"
  | "no_such_note"
  | "no_such_page"
  | "no_such_room"
  | "no_such_slot"
  | "no_such_step"
  | "no_such_template"
  | "not_a_member"
  | "not_a_text_file"
  | "not_revealed_yet"
  | "not_settled_yet"
  | "not_understood"
  | "not_your_note"
  | "note_exists"
  | "nothing_to_reveal"
  | "rank_each_once"
  | "reason_needed"
  | "room_full"
  | "same_statement_twice"
  | "slot_changed"
  | "slot_empty"
  | "slot_open"
  | "slot_settled"
  | "stances_missing"
  | "statement_too_long"
  | "step_closed"
  | "text_empty"
  | "text_too_long"
  | "time_out_of_range"
  | "title_empty"
  | "too_fast"
  | "too_few_statements"
  | "too_large"
  | "too_many_here"
  | "too_many_notes"
  | "too_many_statements"
  | "too_many_tries"
  | "try_again"
  | "two_items_needed"
  | "used_later"
  | "watching_only"
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

/** Ask to speak. */
export interface RaiseHand {
  readonly type: "raise_hand";
}

/** Take my hand down, or another member's (chair). */
export interface LowerHand {
  readonly type: "lower_hand";
  readonly member?: string | null;
}

/** End the meeting (chair). Nobody new can come in; the sheet stays readable. */
export interface Close {
  readonly type: "close";
}

/** Give or change my answer; possible until the reveal. */
export interface Cast {
  readonly type: "judge.cast";
  readonly step: string;
  readonly answer: readonly string[];
  readonly because?: string;
}

/** Open all answers together (chair). `even_so` accepts that somebody has not answered. */
export interface Reveal {
  readonly type: "judge.reveal";
  readonly step: string;
  readonly even_so?: boolean;
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

/** Take a stance on the item in a slot; it may change until the slot is settled. */
export interface Stand {
  readonly type: "settle.stand";
  readonly step: string;
  readonly slot: number;
  readonly item: string;
  readonly word: "can_live" | "no" | "not_mine" | "yes" | "yes_note";
  readonly note?: string;
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
}

/** Open a settled slot again (chair); stances are kept. */
export interface Reopen {
  readonly type: "settle.reopen";
  readonly step: string;
  readonly slot: number;
}

/** Add a note; its id is made by the browser, so that sending it twice adds it once. */
export interface AddNote {
  readonly type: "collect.add";
  readonly step: string;
  readonly note: string;
  readonly lane: string;
  readonly text: string;
  readonly items?: readonly string[];
}

/** Change the words of my note. */
export interface EditNote {
  readonly type: "collect.edit";
  readonly step: string;
  readonly note: string;
  readonly text: string;
}

/** Take away my note, or anyone's (chair). */
export interface RemoveNote {
  readonly type: "collect.remove";
  readonly step: string;
  readonly note: string;
}

/** Turn to an item (chair), or to none; the turn before ends. */
export interface Talk {
  readonly type: "turns.talk";
  readonly step: string;
  readonly item: string | null;
}

/** Write down what is worth keeping of a turn (chair, deputy or recorder). */
export interface Write {
  readonly type: "turns.write";
  readonly step: string;
  readonly item: string;
  readonly note: string;
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
}

/** Everyone: a raised hand. Whoever raised theirs earlier has the lower `place`. */
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
  readonly kind: "collect" | "judge" | "settle" | "turns";
  readonly title: string;
  readonly prompt: string;
  readonly planned: number;
  readonly minutes: number;
  readonly spent: number;
  readonly opened: boolean;
}

/** Everyone: what is asked, and how many `of` those expected have answered; never what. */
export interface JudgeRecord {
  readonly type: "judge";
  readonly step: string;
  readonly items: readonly string[];
  readonly choose: number;
  readonly again: string | null;
  readonly answered: number;
  readonly of: number;
  readonly revealed: boolean;
  readonly missing: readonly string[];
}

/** Everyone, after the reveal: one member's answer. */
export interface BallotRecord {
  readonly type: "ballot";
  readonly step: string;
  readonly member: string;
  readonly answer: readonly string[];
  readonly because: string;
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

/** Everyone: one place on the board; `all_agree` is claimed only when it is true. */
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
}

/** One list to add to: its id, its title, and whether a note joins two items ("alike"). */
export interface Lane {
  readonly id: string;
  readonly title: string;
  readonly joins_two?: boolean;
}

/** Everyone: the lanes, and the items that notes may be about. */
export interface CollectRecord {
  readonly type: "collect";
  readonly step: string;
  readonly lanes: readonly Lane[];
  readonly items: readonly string[];
}

/** Everyone: one note. */
export interface NoteRecord {
  readonly type: "note";
  readonly step: string;
  readonly note: string;
  readonly lane: string;
  readonly author: string;
  readonly text: string;
  readonly items: readonly string[];
}

/** Everyone: the order of the turns, and the item being talked about since a time (ms). */
export interface TurnsRecord {
  readonly type: "turns";
  readonly step: string;
  readonly items: readonly string[];
  readonly order: "listed" | "widest";
  readonly of: string | null;
  readonly now: string | null;
  readonly since: number;
}

/** Everyone: one item's turn, and who placed it highest and lowest (asked for their why). */
export interface TurnRecord {
  readonly type: "turn";
  readonly step: string;
  readonly item: string;
  readonly spent: number;
  readonly note: string;
  readonly highest: readonly string[];
  readonly lowest: readonly string[];
}

/** Chairs: who has answered so far, never what. */
export interface AnsweredRecord {
  readonly type: "answered";
  readonly step: string;
  readonly members: readonly string[];
}

/** One member: who they are. */
export interface MeRecord {
  readonly type: "me";
  readonly id: string;
}

/** One member: the order to start from, and the answer that the room holds, if any. */
export interface MyBallotRecord {
  readonly type: "my_ballot";
  readonly step: string;
  readonly start: readonly string[];
  readonly answer: readonly string[] | null;
  readonly because: string;
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
  readonly put: Readonly<Record<string, AnsweredRecord>>;
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

export type Command = OpenStep | Pause | Resume | AddTime | NameDeputy | HandOver | Cover | Remove | RaiseHand | LowerHand | Close | Cast | Reveal | Propose | Clear | Stand | Agree | Reopen | AddNote | EditNote | RemoveNote | Talk | Write;
export type EveryoneRecord = RoomRecord | HandRecord | MemberRecord | ItemRecord | StepRecord | JudgeRecord | BallotRecord | FiguresRecord | BoardRecord | SlotRecord | StanceRecord | CollectRecord | NoteRecord | TurnsRecord | TurnRecord;
export type ChairsRecord = AnsweredRecord;
export type MineRecord = MeRecord | MyBallotRecord;
export type ClientMessage = Hello | Do | Probe;
export type ServerMessage = Welcome | Changes | Ack | Refused | Beat;
