/** Words and orders that a person has not sent yet, kept on the device at each change. */

import { effect, type Signal, signal } from "@preact/signals";
import { keep, kept, ownPlace, recall } from "./device.ts";

const drafts = new Map<string, Signal<unknown>>();

/** Return the draft under a key of this member, for ever the same signal; undefined forgets it. */
export function draft<T>(key: string): Signal<T | undefined> {
  const place = `${ownPlace()}draft/${key}`;
  let found = drafts.get(place);
  if (!found) {
    const made = signal(recall(place));
    effect(() => keep(place, made.value));
    drafts.set(place, (found = made));
  }
  // The caller says what it keeps under its key: nobody else writes there.
  return found as Signal<T | undefined>;
}

/** Say whether this member has words that are not sent: the page must not reload by itself. */
export function hasDrafts(): boolean {
  return kept(`${ownPlace()}draft/`).length > 0;
}

/**
 * Return the words that this member has not sent, whatever they are for. Beside words a draft holds
 * ids and names of choices, which are lower case letters, digits and marks without a space.
 */
export function unsentWords(): readonly string[] {
  return kept(`${ownPlace()}draft/`).flatMap((key) => wordsIn(recall(key)));
}

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return /[^a-z0-9_./:-]/.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

/**
 * Forget this member's drafts: the meeting is over, and the phone may be shared. What they began to
 * write about the record stays: that goes on after the end.
 */
export function forgetDrafts(): void {
  const start = `${ownPlace()}draft/`;
  const stays = (key: string) => key.startsWith(`${start}record/`);
  for (const key of kept(start)) if (!stays(key)) keep(key, undefined);
  for (const [key, found] of drafts) if (!stays(key)) found.value = undefined;
}
