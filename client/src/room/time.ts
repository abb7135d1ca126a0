/** Time left, in ms and in words. A time box warns and never cuts anybody off. */

import type { RoomRecord, StepRecord } from "../wire.ts";

const MINUTE = 60_000;

/** Return how long (ms) a step has been open by now, the running stretch with it. */
export function timeSpent(step: StepRecord, room: RoomRecord, now: number): number {
  const runs = room.current === step.id && room.running !== null;
  return step.spent + (runs ? Math.max(0, now - (room.running ?? now)) : 0);
}

/** Return how much (ms) of a step's time is left; below 0 when it is over. */
export function timeLeft(step: StepRecord, room: RoomRecord, now: number): number {
  return step.minutes * MINUTE - timeSpent(step, room, now);
}

/** Words for a time: an id of the catalogue with its number, and how pressing it is. */
export interface TimeWords {
  readonly id: string;
  readonly count: number;
  readonly mood: "" | "last" | "over";
}

/** Return the words for a time left (ms): minutes, then tens of seconds, then minutes over. */
export function leftInWords(left: number): TimeWords {
  if (left > MINUTE) return { id: "time-left-minutes", count: Math.ceil(left / MINUTE), mood: "" };
  if (left > 0) return { id: "time-left-seconds", count: Math.ceil(left / 10_000) * 10, mood: "last" };
  const over = Math.floor(-left / MINUTE);
  if (over === 0) return { id: "time-up", count: 0, mood: "over" };
  return { id: "time-over", count: over, mood: "over" };
}

/** Return whole minutes (at least 1 once any time was spent), for a plan beside what was used. */
export function inMinutes(ms: number): number {
  return ms === 0 ? 0 : Math.max(1, Math.round(ms / MINUTE));
}

/** The times left (ms) that are said aloud, each once. */
const SPOKEN: readonly number[] = [MINUTE, 30_000, 0];

/** Return the spoken time that was crossed between two looks at the clock, if one was. */
export function crossed(before: number, after: number): number | undefined {
  return SPOKEN.find((mark) => before > mark && after <= mark);
}
