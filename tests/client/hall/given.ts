/** Figures of halls, as far as a test needs them. */

import type { Comparison, FoundRecord, Pair } from "../../../client/src/wire.ts";

type Verdict = Comparison["overall"]["verdict"];

/** Tables of which these pairs differ more than chance makes them. */
export function comparison(tables: readonly string[], differ: readonly (readonly [string, string])[], verdict?: Verdict): Comparison {
  const overall = verdict ?? (differ.length > 0 ? "differ" : "no_more_than_chance");
  const difference = (of: Verdict) => ({ size: 0, p: 1, corrected: 1, reachable: 0, needed: null, exact: true, verdict: of });
  return {
    tables,
    left_out: [],
    apart: tables.map(() => tables.map(() => 0.3)),
    within: 0.3,
    between: 0.3,
    overall: difference(overall),
    pairs: differ.map((pair) => ({ tables: pair, difference: difference("differ") })),
  };
}

/** A table's list. */
export function list(table: string, places: readonly (string | null)[], more: Partial<FoundRecord> = {}): FoundRecord {
  return { type: "found", table, places, aside: [], dissents: 0, agreed: true, ...more };
}

/** Two statements. */
export function pair(first: string, second: string, ranked: number | null, reads: number): Pair {
  return { first, second, ranked, reads, said: [], more: 0 };
}
