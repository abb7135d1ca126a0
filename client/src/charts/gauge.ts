/** What the agreement gauge shows. Agreement runs from 0 to 1, with chance at 0.5. */

import type { Figures } from "../wire.ts";

/** One mark on the gauge, in tenths as it is written: 7.1 of 10. */
export interface GaugeMark {
  readonly tenths: number;
  readonly pass: "before" | "now";
}

/** What the gauge says: marks to draw, and among how many people they were found. */
export interface Reading {
  readonly marks: readonly GaugeMark[];
  readonly people: number;
  readonly change: "closer" | "apart" | "same" | undefined;
}

/**
 * Return what to show; nothing under three people. With a pass before, both marks are of the people
 * who answered both times, because only they can have changed their minds.
 */
export function readingOf({ agreement, movement }: Figures, people: number): Reading | undefined {
  if (movement?.before != null && movement.after != null) {
    const [before, now] = [tenths(movement.before), tenths(movement.after)];
    const change = now > before ? "closer" : now < before ? "apart" : "same";
    const marks = [{ tenths: before, pass: "before" }, { tenths: now, pass: "now" }] as const;
    return { marks, people: movement.people, change };
  }
  if (agreement === null) return undefined;
  return { marks: [{ tenths: tenths(agreement), pass: "now" }], people, change: undefined };
}

/** Return a share from 0 to 1 in tenths, as it is written: 7.1 of 10. */
export function tenths(share: number): number {
  return Math.round(share * 100) / 10;
}
