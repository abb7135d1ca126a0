/**
 * What the page says without being looked at: one polite status region for assistive technology,
 * and one visible notice. Own actions are said at once. What others do is gathered into a digest,
 * because a stream of it drowns everything else.
 */

import { type ReadonlySignal, signal } from "@preact/signals";

const DIGEST_MS = 10_000;
const UNDO_MS = 10_000;
// Quick moves, such as Up, Up, Up, say only where they ended.
const SETTLE_MS = 120;
// Time for an own action to be read before the digest follows.
const READ_MS = 2_000;

/** A line that stands on the page for a while, perhaps with the way back from what it says. */
export interface Notice {
  readonly text: string;
  readonly undo?: () => void;
}

const saying = signal("");
const shown = signal<Notice | undefined>(undefined);
const gathered = new Map<string, string>();
let next: ReturnType<typeof setTimeout> | undefined;
let digestDue: ReturnType<typeof setTimeout> | undefined;
let fading: ReturnType<typeof setTimeout> | undefined;
let lastDigest = 0;

/** What the status region holds now. */
export const said: ReadonlySignal<string> = saying;

/** The notice that stands on the page, if any. */
export const notice: ReadonlySignal<Notice | undefined> = shown;

/** True when a person wants to hear nothing of what others do. */
export const quiet = signal(false);

/** Say what this person has just done. */
export function announce(text: string): void {
  clearTimeout(next);
  // The same words twice are only heard twice if the region was empty in between.
  saying.value = "";
  next = setTimeout(() => (saying.value = text), SETTLE_MS);
}

/** Say what others did, within ten seconds. A later text about the same thing replaces this one. */
export function digest(text: string, about: string = text): void {
  if (quiet.value) return;
  gathered.delete(about);
  gathered.set(about, text);
  if (digestDue !== undefined) return;
  const rest = Math.min(DIGEST_MS, lastDigest + DIGEST_MS - Date.now());
  digestDue = setTimeout(sayDigest, Math.max(READ_MS, rest));
}

/** Show and say that something could not be done. It stands until the person closes it. */
export function warn(text: string): void {
  show({ text });
}

/** Show and say what was done, with the way back from it for ten seconds. */
export function offerUndo(text: string, undo: () => void): void {
  show({ text, undo });
  fading = setTimeout(closeNotice, UNDO_MS);
}

/** Close the notice. */
export function closeNotice(): void {
  clearTimeout(fading);
  shown.value = undefined;
}

function show(what: Notice): void {
  clearTimeout(fading);
  shown.value = what;
  announce(what.text);
}

function sayDigest(): void {
  digestDue = undefined;
  lastDigest = Date.now();
  announce([...gathered.values()].join(" "));
  gathered.clear();
}
