/** Opened answers, as far as the room may know whose they are. */

import { all, record } from "../../store.ts";
import { member } from "../../people.tsx";
import type { Ballot } from "../../wire.ts";

/**
 * One opened answer. `member` is whose it is; where answers are not shown by name, it is the key of
 * the answer's record, which tells at most an agency.
 */
export interface Voice extends Ballot {
  readonly member: string;
  /** How many equal places each row of an order has; none where each place is one of its own. */
  readonly shape: readonly number[];
}

/** Return the opened answers of a step. */
export function voicesOf(step: string): readonly Voice[] {
  const shape = record("judge", `judge/${step}`)?.shape ?? [];
  const named = all("ballot", `ballot/${step}/`).map(({ member, ballot }) => ({ ...ballot, member, shape }));
  const unnamed = all("unnamed", `unnamed/${step}/`).map(({ ballot }, index) => ({
    ...ballot,
    shape,
    member: `unnamed/${step}/${index + 1}`,
  }));
  return [...named, ...unnamed];
}

/** Say whether nobody may know whose an opened answer is, not even the room itself. */
export function isNobodys(voice: string): boolean {
  return record("unnamed", voice)?.agency === "";
}

/** Return the agency of an opened answer; undefined where nobody may know it. */
export function agencyOf(voice: string): string | undefined {
  return member(voice)?.agency ?? (record("unnamed", voice)?.agency || undefined);
}
