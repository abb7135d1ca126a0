/** Who has had a say: counts as the chair reads them, never in an order of amounts. */

import type { HeardRecord } from "../wire.ts";

/** The ways of having a say, in the order in which they are told. */
export const WAYS = ["spoken", "written", "answered", "stances", "referred"] as const;
export type Way = (typeof WAYS)[number];

/** One seat: an agency, or the family's, which has no agency. */
export interface SeatCounts {
  readonly agency: string | null;
  readonly here: HeardRecord | undefined;
  readonly counts: Readonly<Record<Way, number>>;
}

/** Say whether a seat had no say at all. */
export function isQuiet(record: Readonly<Record<Way, number>>): boolean {
  return WAYS.every((way) => record[way] === 0);
}

/** Return the seats that were not heard yet in a step, the family's first, then by the alphabet. */
export function notHeard(records: readonly HeardRecord[], step: string): readonly (string | null)[] {
  const quiet = records.filter((record) => record.step === step && isQuiet(record));
  return quiet.map((record) => record.agency).sort(bySeat);
}

/** Return every seat with its counts in a step and in the whole meeting. */
export function seatsOf(records: readonly HeardRecord[], step: string): readonly SeatCounts[] {
  const agencies = [...new Set(records.map((record) => record.agency))].sort(bySeat);
  return agencies.map((agency) => {
    const own = records.filter((record) => record.agency === agency);
    const total = (way: Way) => own.reduce((sum, record) => sum + record[way], 0);
    const counts = Object.fromEntries(WAYS.map((way) => [way, total(way)])) as Record<Way, number>;
    return { agency, here: own.find((record) => record.step === step), counts };
  });
}

function bySeat(one: string | null, other: string | null): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? -1 : 1;
  return one.localeCompare(other);
}
