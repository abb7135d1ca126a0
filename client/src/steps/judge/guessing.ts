/** A guess in the making: about which agency, and the order so far. */

import type { Signal } from "@preact/signals";
import { agencyKey } from "../../agency-mark.ts";
import { draft } from "../../drafts.ts";
import type { MemberRecord } from "../../wire.ts";

/** A guess that the room does not hold yet; see src/steps/ordering.ts for `placed`. */
export interface GuessDraft {
  readonly about: string;
  readonly order: readonly string[];
  readonly placed: number;
}

/** Return what this device keeps of a member's guess in a step. */
export function keptGuess(step: string): Signal<GuessDraft | undefined> {
  return draft<GuessDraft>(`judge/${step}/guess`);
}

type Person = Pick<MemberRecord, "agency" | "voice">;

/**
 * Return the agencies, other than one's own, of those who answer here, by name. The first is the
 * next one after one's own: so people of one agency are led to the same other one, and enough of
 * them guess about it for anything to be shown.
 */
export function toGuess(people: readonly Person[], own: string): readonly string[] {
  const found = new Map<string, string>();
  for (const { agency, voice } of people) {
    const key = agencyKey(agency);
    if (voice && key !== "" && !found.has(key)) found.set(key, agency);
  }
  const mine = agencyKey(own);
  const keys = [...found.keys()].filter((key) => key !== mine).sort();
  const after = keys.filter((key) => key > mine);
  return [...after, ...keys.filter((key) => key < mine)].map((key) => found.get(key) as string);
}
