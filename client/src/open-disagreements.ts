/** What is not agreed in any of my meetings, for the page that lists them. */

/** One line of a room's log of disagreements. It has the same `id` in every room of a series. */
export interface Line {
  readonly id: string;
  readonly title: string;
  readonly stage: number;
  readonly stage_name: string;
  readonly age_days: number;
  readonly overdue: boolean;
  readonly outcome: "open" | "agreed" | "partly" | "not_agreed";
}

/** The log of one room, named by its code. */
export interface Log {
  readonly room: string;
  readonly disagreements: readonly Line[];
}

/** Where a line was found. */
export interface Found {
  readonly log: Log;
  readonly line: Line;
}

/**
 * Return what is not agreed, the highest stage first, and there the oldest. The logs come latest
 * meeting first: how a disagreement stands in a follow-up counts, not how it was left before.
 */
export function notAgreed(logs: readonly Log[]): readonly Found[] {
  const latest = new Map<string, Found>();
  for (const log of logs) {
    for (const line of log.disagreements) if (!latest.has(line.id)) latest.set(line.id, { log, line });
  }
  return [...latest.values()]
    .filter(({ line }) => line.outcome !== "agreed")
    .sort((a, b) => b.line.stage - a.line.stage || b.line.age_days - a.line.age_days);
}
