/** A note in the making. */

import type { Lane } from "../../wire.ts";

/** What is kept on the device until the note is added. */
export interface Draft {
  readonly lane: string;
  readonly text: string;
  readonly items: readonly string[];
}

/** Begin a note in the first lane. */
export function emptyNote(lanes: readonly Lane[]): Draft {
  return { lane: lanes[0]?.id ?? "", text: "", items: [] };
}

/** Tap a statement: it joins the pair or leaves it; a third one takes the place of the second. */
export function tapItem(items: readonly string[], item: string): readonly string[] {
  if (items.includes(item)) return items.filter((other) => other !== item);
  return [...items.slice(0, 1), item];
}

/** Choose a statement as the first or second of the pair; the same one twice is no pair. */
export function putItem(items: readonly string[], at: 0 | 1, item: string): readonly string[] {
  const other = items[1 - at];
  const kept = other === item ? undefined : other;
  const pair = at === 0 ? [item, kept] : [kept, item];
  return pair.filter((each): each is string => each !== undefined && each !== "");
}

/** What is still missing before a note can be added. */
export type Missing = "pair" | "text" | undefined;

/** Say what a note still needs: a pair where its lane joins two, and words. */
export function missingFrom(draft: Draft, lane: Lane | undefined): Missing {
  if (lane?.joins_two && draft.items.length !== 2) return "pair";
  return draft.text.trim() === "" ? "text" : undefined;
}
