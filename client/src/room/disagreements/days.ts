/** Days in a disagreement: when it is due, and how old it is. */

import type { DisagreementRecord } from "../../wire.ts";

const DAY_MS = 86_400_000;

/** Return a time (ms) as the day that a date field shows. */
export function fieldDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Return the time (ms) at which a day of a date field ends; nothing for half a date. */
export function endOfDay(day: string): number | undefined {
  const start = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(start) ? undefined : start + DAY_MS - 1;
}

/** Return a time (ms) as a day in words: "Tue 24 Nov 2026". */
export function dayInWords(at: number): string {
  const shown = { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat("en-GB", shown).format(at);
}

/** Return how many whole days have gone by since a time (ms). */
export function ageInDays(since: number, now: number): number {
  return Math.max(0, Math.floor((now - since) / DAY_MS));
}

/** Say whether the clock of its stage has run out. */
export function isOverdue(of: Pick<DisagreementRecord, "outcome" | "due">, now: number): boolean {
  return of.outcome === "open" && now > of.due;
}
