/** A private answer on its way: what is kept on the device, and which face of the form is shown. */

import type { MyBallotRecord } from "../../wire.ts";

/** An answer that the room does not hold yet. */
export interface Draft {
  readonly answer: readonly string[];
  /** How many of an order were put there on purpose; see src/steps/ordering.ts. */
  readonly placed: number;
  readonly because: string;
  readonly stage: "edit" | "check" | "sent";
}

/** Which face of the form is shown. */
export type Face = "edit" | "check" | "sending" | "sent";

/**
 * Say which face is shown. `waiting` is true while any command is on its way: after a reload that
 * is all that is left of the promise this answer was sent with.
 */
export function faceOf(draft: Draft | undefined, mine: MyBallotRecord, waiting: boolean): Face {
  if (!draft) return mine.answer ? "sent" : "edit";
  if (draft.stage !== "sent") return draft.stage;
  if (isHeld(draft, mine)) return "sent";
  return waiting ? "sending" : "edit";
}

/** Say whether the room holds just this answer. The server trims and joins the spaces of a reason. */
export function isHeld(draft: Draft, mine: MyBallotRecord): boolean {
  const { answer } = mine;
  if (!answer || answer.length !== draft.answer.length) return false;
  return answer.every((item, at) => item === draft.answer[at]) && mine.because === oneLine(draft.because);
}

/** Choose an item, or put it back. Choosing one of one replaces the choice; of more, a full set stays. */
export function choose(chosen: readonly string[], item: string, most: number): readonly string[] {
  if (chosen.includes(item)) return chosen.filter((other) => other !== item);
  if (most === 1) return [item];
  return chosen.length < most ? [...chosen, item] : chosen;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
