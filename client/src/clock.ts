/** The server's clock, so that a phone which runs fast shows the same time left as the wall. */

import { type ReadonlySignal, signal } from "@preact/signals";

const ticking = signal(Date.now());
let ahead = 0;
let started = false;

/** The server's time in ms; it moves each second. */
export const now: ReadonlySignal<number> = ticking;

/** Set the clock by a time (ms) that the server has just said. */
export function setClock(serverNow: number): void {
  ahead = serverNow - Date.now();
  tick();
  if (started) return;
  started = true;
  setInterval(tick, 1000);
}

function tick(): void {
  ticking.value = Date.now() + ahead;
}
