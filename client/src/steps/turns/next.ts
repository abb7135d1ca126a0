/** Whose turn comes next. */

import type { TurnRecord, TurnsRecord } from "../../wire.ts";

/** Say whether an item has had its turn, or has it now. */
export function hadTurn(turn: TurnRecord, now: string | null): boolean {
  return turn.spent > 0 || turn.item === now;
}

/**
 * Return the item to talk about next: the first after the present one that has had no turn yet,
 * then those that were passed over; nothing when all have had theirs.
 */
export function nextItem({ items, now }: TurnsRecord, turns: readonly TurnRecord[]): string | undefined {
  const had = new Set(turns.filter((turn) => hadTurn(turn, now)).map((turn) => turn.item));
  const at = now === null ? -1 : items.indexOf(now);
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) => !had.has(item));
}

/** Return minutes and seconds of a time (ms), as "3:05". */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
