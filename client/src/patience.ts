/** How long to wait: before the next try of a lost line, and before silence counts as a lost line. */

const FIRST_MS = 500;
const LONGEST_MS = 15_000;

// The server beats at least every 15 s; a slow phone network adds a few.
const SILENCE_MS = 20_000;
const ANSWER_MS = 8_000;
// A check that comes this late means that the tab was hidden or the phone slept: timers stop
// there, so what was not heard in the meantime says nothing about the line.
const LATE_MS = 5_000;

/** The time between two checks of the line. */
export const CHECK_MS = 2_000;

/**
 * Return how long (ms) to wait before try number `tries`, from 0. All of the wait is random, so
 * that a thousand phones do not come back at once; `random` is from 0 up to 1.
 */
export function backoff(tries: number, random: number): number {
  const most = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(tries, 10));
  return Math.max(FIRST_MS / 2, most * random);
}

/** What is known of a line: times in ms of the last word, of the unanswered probe, of the last check. */
export interface Watch {
  readonly heard: number;
  readonly probed: number | undefined;
  readonly checked: number;
}

/** Say what to do about a silent line: silence alone is never judged, only an unanswered probe. */
export function judgeSilence(watch: Watch, at: number): "wait" | "probe" | "give up" {
  const late = at - watch.checked > CHECK_MS + LATE_MS;
  if (late) return "probe";
  if (watch.probed !== undefined) return at - watch.probed > ANSWER_MS ? "give up" : "wait";
  return at - watch.heard > SILENCE_MS ? "probe" : "wait";
}
