/** Whose turn comes next, and how long it lasts. */

import type { TurnRecord, TurnsRecord } from "../../wire.ts";

/** Say whether somebody or something has had a turn, or has it now. */
export function hadTurn(turn: TurnRecord, now: string | null): boolean {
  return turn.times > 0 || turn.item === now;
}

/**
 * Return what comes next; nothing when all have had their turn, or where the talk is free. Phases
 * come one after another. Otherwise it is whoever raised a hand, where hands make the order, and then
 * the first after the present one that has had no turn yet; last, those that were passed over.
 * `raised` are the hands in their order, as what the turns are of: members, or agencies.
 */
export function nextItem(turns: TurnsRecord, had: readonly TurnRecord[], raised: readonly string[] = []): string | undefined {
  const { items, now, order, by } = turns;
  const done = new Set(had.filter((turn) => hadTurn(turn, now)).map((turn) => turn.item));
  if (by === "phases") return items[reached(turns, had) + 1];
  if (order === "free") return undefined;
  const hand = order === "hands" ? raised.find((item) => item !== now && items.includes(item)) : undefined;
  if (hand !== undefined) return hand;
  const at = now === null ? -1 : items.indexOf(now);
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) => !done.has(item));
}

/** Return the number of the last phase that was begun; -1 before the first. */
export function reached({ items, now }: TurnsRecord, had: readonly TurnRecord[]): number {
  return had.reduce((last, turn) => (hadTurn(turn, now) ? Math.max(last, items.indexOf(turn.item)) : last), -1);
}

/** Return how long (s) a turn may take; 0 sets no time. */
export function limitOf(turns: TurnsRecord, item: string): number {
  return turns.by === "phases" ? (turns.phases[Number(item)]?.seconds ?? 0) : turns.seconds;
}

/**
 * Return the time (ms) that is left of a turn, below 0 when it is over. Whoever has a second turn
 * gets the full time again, and nothing on top.
 */
export function leftOf(limit: number, times: number, talked: number): number {
  return Math.min(limit, limit * Math.max(1, times) - talked / 1000) * 1000;
}

/** Return minutes and seconds of a time (ms), as "3:05". */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
