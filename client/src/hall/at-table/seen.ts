/** What this member has read and closed on this device. */

import { effect, type Signal, signal } from "@preact/signals";
import { keep, recall } from "../../device.ts";
import { record } from "../../store.ts";

const marks = new Map<string, Signal<number>>();

// In the hall's place: whoever is moved has read the same words, and leaves one table for another.
const placeIn = (hall: string) => `common-ground/${hall}/${record("me", "me")?.id ?? ""}/`;

/** Return until when (ms) I have read what the trainer said to the tables of a hall, or called. */
export function readUntil(hall: string, what: "nudge" | "call"): Signal<number> {
  const place = `${placeIn(hall)}read/${what}`;
  let found = marks.get(place);
  if (!found) {
    const made = signal(Number(recall(place) ?? 0));
    effect(() => keep(place, made.value || undefined));
    marks.set(place, (found = made));
  }
  return found;
}

const left = signal<number | undefined>(undefined);

/** Remember which table I left, because I was moved. */
export function leave(hall: string, number: number): void {
  keep(`${placeIn(hall)}left`, number);
}

/** Return the number of the table from which I was moved to this one, until I have read it. */
export function cameFrom(hall: string, number: number): number | undefined {
  const kept = left.value ?? recall(`${placeIn(hall)}left`);
  return typeof kept === "number" && kept > 0 && kept !== number ? kept : undefined;
}

/** I have read that I was moved. */
export function settleIn(hall: string): void {
  keep(`${placeIn(hall)}left`, undefined);
  left.value = 0;
}
