/** What is said aloud of what others do, of the clock and of the line. Nothing of it is a record. */

import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { now } from "../clock.ts";
import { line } from "../connection.ts";
import { announce, digest } from "../status.ts";
import { all, record } from "../store.ts";
import { t } from "../words.ts";
import { currentStep, room } from "./agenda.ts";
import { hands } from "./hands.ts";
import { crossed, leftInWords, timeLeft } from "./time.ts";

// A line that comes back within this was never missed by anybody.
const BLINK_MS = 1_500;

const gone = signal(false);

/** True when the line has been gone for longer than a blink. */
export const lineGone: ReadonlySignal<boolean> = gone;

/** Begin to listen. */
export function sayHappenings(): void {
  watchLine();
  watchClock();
  watchPeople();
  watchHands();
  watchDoor();
  watchPause();
}

/** Notice when the line has gone, and say so. */
export function watchLine(): void {
  let blink: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    clearTimeout(blink);
    const state = line.value;
    if (state === "lost") blink = setTimeout(() => tellLine(true), BLINK_MS);
    else untracked(() => gone.value && tellLine(false));
  });
}

function tellLine(isGone: boolean): void {
  if (gone.peek() === isGone) return;
  gone.value = isGone;
  if (line.peek() !== "stopped") announce(t(isGone ? "line-lost" : "line-back"));
}

function watchClock(): void {
  let before: { readonly step: string; readonly left: number } | undefined;
  effect(() => {
    const where = room();
    const step = currentStep();
    if (!where || !step || where.running === null) return;
    const left = timeLeft(step, where, now.value);
    const mark = before?.step === step.id ? crossed(before.left, left) : undefined;
    before = { step: step.id, left };
    if (mark === undefined) return;
    const { id, count } = leftInWords(mark);
    announce(t(id, { count }));
  });
}

function watchPeople(): void {
  let before: ReadonlySet<string> | undefined;
  effect(() => {
    const here = new Set(all("member").flatMap((of) => (of.here ? [of.id] : [])));
    if (here.size === 0) return;
    const came = before && [...here].filter((id) => !before?.has(id));
    const left = before && [...before].filter((id) => !here.has(id));
    before = here;
    if (came?.length) tellPeople("came", came);
    if (left?.length) tellPeople("left", left);
  });
}

function tellPeople(what: "came" | "left", ids: readonly string[]): void {
  const [only] = ids;
  const name = untracked(() => only && record("member", `member/${only}`)?.name);
  if (ids.length === 1 && name) digest(t(`people-${what}-one`, { name }));
  else digest(t(`people-${what}-many`, { count: ids.length }), `people-${what}`);
}

function watchHands(): void {
  let before = 0;
  effect(() => {
    const own = record("me", "me")?.id;
    const count = hands().filter((id) => id !== own).length;
    if (count !== before) digest(t("hands-up", { count }), "hands");
    before = count;
  });
}

/** Somebody waits to come in: whoever may let them in hears it at once, whatever they are at. */
function watchDoor(): void {
  let before = 0;
  effect(() => {
    const count = all("waiting").length;
    if (count > before) announce(t("door-waiting", { count }));
    before = count;
  });
}

function watchPause(): void {
  let before: boolean | undefined;
  effect(() => {
    const paused = room()?.paused;
    if (before !== undefined && paused !== undefined && paused !== before) {
      announce(t(paused ? "paused" : "paused-over"));
    }
    before = paused;
  });
}
