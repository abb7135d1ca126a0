/** A remark in the making. */

import type { Command } from "../../wire.ts";
import type { Subject } from "./subject.ts";

/** What may be said: a question, another view, or news that belongs to the lead worker. */
export type Sort = "why" | "differ" | "news";
export type Safe = "yes" | "no" | "unknown" | "";

/** What is kept on the device until the remark is made. */
export interface Draft {
  readonly sort: Sort;
  readonly text: string;
  readonly safe: Safe;
  /** Whom it is to, where what it is about does not say so; "" is nobody in particular. */
  readonly to: string;
}

/** Nothing said yet. */
export const EMPTY: Draft = { sort: "why", text: "", safe: "", to: "" };

/** Return where a draft is kept: one for each thing that it may be about. */
export function draftKey({ step, about }: Subject): string {
  return `remark/${step}/${about}`;
}

/**
 * Say what a remark still needs. A question may go without words; another view may not, and where the
 * room is about a child, whether they are safe comes first.
 */
export function missingFrom(draft: Draft, aboutChild: boolean): "safe" | "text" | undefined {
  if (aboutChild && draft.sort === "differ" && draft.safe === "") return "safe";
  return draft.sort !== "why" && draft.text.trim() === "" ? "text" : undefined;
}

/** Return the command that makes a remark. */
export function commandOf(id: string, subject: Subject, draft: Draft): Command {
  const { step, about, quote, of } = subject;
  if (draft.sort === "news") return { type: "parking.add", entry: id, text: draft.text, for_lead: true };
  const what = { remark: id, step, about, quote, to: of ?? (draft.to || null), text: draft.text };
  return draft.sort === "why" ? { type: "remark.ask", ...what } : { type: "remark.differ", ...what, safe: draft.safe };
}
