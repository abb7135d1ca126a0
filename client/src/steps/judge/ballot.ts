/** A private answer on its way: what is kept on the device, and which face of the form is shown. */

import type { Ballot, JudgeRecord, MyBallotRecord } from "../../wire.ts";
import { isOrderOf } from "../ordering.ts";
import { inRows, type Slots } from "./rows.ts";

/** A mark for each statement, where null means "don't know"; one that is missing is not given yet. */
export type Marks = Readonly<Record<string, number | null>>;

/** An answer that the room does not hold yet, or that only this device can change. */
export interface Draft extends Ballot {
  /** How many of an order were put there on purpose; see src/steps/ordering.ts. */
  readonly placed: number;
  readonly stage: "edit" | "check" | "sent";
  /** Where a question asks for rows: what stands at each place of those in the making. */
  readonly slots?: Slots;
  /** By what the room knows an unattributed answer: with it, and only with it, the answer changes. */
  readonly token?: string;
}

/** Which face of the form is shown; `stays` when another device sent an unattributed answer. */
export type Face = "edit" | "check" | "sending" | "sent" | "stays";

/** Return an answer that the room holds as a draft to change; an empty one when it holds none. */
export function draftOf(ballot: Ballot | null): Draft {
  const none = { answer: [], because: "", marks: {}, whys: {}, unsure: false };
  return { ...(ballot ?? none), placed: ballot?.answer.length ?? 0, stage: "edit" };
}

/** Return a draft of an order, or what the room holds, or a start; a draft of other statements is of no use. */
export function draftFrom(draft: Draft | undefined, mine: MyBallotRecord, fromOwn: boolean): Draft {
  if (draft && isOrderOf(draft.answer, mine.start)) return draft;
  const held = draftOf(mine.ballot);
  const rest = mine.start.filter((item) => !held.answer.includes(item));
  const placed = fromOwn && !mine.ballot ? mine.start.length : held.placed;
  return { ...held, answer: [...held.answer, ...rest], placed };
}

/** Return what is sent of a draft: of an order that may be short, only what was put there. */
export function ballotOf(draft: Draft, judge: Pick<JudgeRecord, "ask" | "least" | "shape" | "items">): Ballot {
  const { because, unsure, marks, whys } = draft;
  if (judge.ask === "scale" || judge.ask === "level") return { answer: [], because, marks, whys, unsure: false };
  const short = judge.ask === "rank" && judge.least > 0;
  const answer = short ? draft.answer.slice(0, draft.placed) : inRows(draft.answer, judge.shape, judge.items);
  return { answer: unsure ? [] : answer, because, marks: {}, whys: {}, unsure };
}

/**
 * Say which face is shown. `waiting` is true while any command is on its way: after a reload that
 * is all that is left of the promise this answer was sent with.
 */
export function faceOf(draft: Draft | undefined, mine: MyBallotRecord, judge: JudgeRecord, waiting: boolean): Face {
  if (!draft) return faceWithout(mine);
  if (draft.stage !== "sent") return draft.stage;
  if (draft.token !== undefined) return waiting ? "sending" : mine.answered ? "sent" : "edit";
  if (isHeld(ballotOf(draft, judge), mine)) return "sent";
  return waiting ? "sending" : "edit";
}

function faceWithout(mine: MyBallotRecord): Face {
  if (!mine.answered) return "edit";
  return mine.ballot ? "sent" : "stays";
}

/** Say whether the room holds just this answer. The server trims and joins the spaces of a reason. */
export function isHeld(given: Ballot, mine: MyBallotRecord): boolean {
  const held = mine.ballot;
  if (!held || held.unsure !== given.unsure || held.because !== oneLine(given.because)) return false;
  const answers = held.answer.length === given.answer.length && held.answer.every((item, at) => item === given.answer[at]);
  const marks = Object.keys(held.marks);
  const same = (item: string) => held.marks[item] === given.marks[item] && (held.whys[item] ?? "") === oneLine(given.whys[item] ?? "");
  return answers && marks.length === Object.keys(given.marks).length && marks.every(same);
}

/** Choose an item, or put it back. Choosing one of one replaces the choice; of more, a full set stays. */
export function choose(chosen: readonly string[], item: string, most: number): readonly string[] {
  if (chosen.includes(item)) return chosen.filter((other) => other !== item);
  if (most === 1) return [item];
  return chosen.length < most ? [...chosen, item] : chosen;
}

/** Return how many items have no mark yet; "don't know" is one. */
export function unmarked(items: readonly string[], marks: Marks): number {
  return items.filter((item) => marks[item] === undefined).length;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
