/** A note in the making. */

import type { Lane, NoteRecord } from "../../wire.ts";

/** What the server takes as an option, which will be a card among others (consensus/text.py). */
export const OPTION_LENGTH = 240;

/** Where the words of the note in the making are typed. */
export const WORDS_ID = "note-words";

/** What a person has typed of a note. It is kept on the device until the note is added. */
export interface Draft {
  readonly lane: string;
  readonly text: string;
  readonly items: readonly string[];
  readonly source: string;
  readonly when: string;
  readonly nothing: boolean;
  readonly agency: string;
}

const BLANK = { text: "", items: [], source: "", when: "", nothing: false, agency: "" };

/** Begin a note in the first lane. */
export function emptyNote(lanes: readonly Lane[]): Draft {
  return { lane: lanes[0]?.id ?? "", ...BLANK };
}

/** Begin the next note in the same lane; what is written about stays, where it is one thing. */
export function nextNote(draft: Draft, lane: Lane | undefined): Draft {
  return { ...BLANK, lane: draft.lane, items: lane?.about_one ? draft.items : [] };
}

/** Return what is sent of a draft: only what its lane takes. */
export function fieldsOf(draft: Draft, lane: Lane) {
  return {
    lane: lane.id,
    text: draft.text,
    items: lane.joins_two || lane.about_one ? draft.items : [],
    for_agency: lane.shown === "nobody" ? "" : draft.agency,
    source: lane.sourced ? draft.source : "",
    when: lane.sourced ? draft.when : "",
    nothing: lane.once_per_agency === true && draft.nothing,
  };
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
export type Missing = "pair" | "item" | "text" | "source" | "day" | undefined;

/** Say what a note still needs, in the order in which the form asks for it. */
export function missingFrom(draft: Draft, lane: Lane | undefined): Missing {
  if (lane?.joins_two && draft.items.length !== 2) return "pair";
  if (lane?.about_one && draft.items.length !== 1) return "item";
  if (!(lane?.once_per_agency && draft.nothing) && draft.text.trim() === "") return "text";
  return sourceMissing(draft, lane);
}

/** Say what is missing of where a note comes from. */
export function sourceMissing(draft: Pick<Draft, "source" | "when">, lane: Lane | undefined): "source" | "day" | undefined {
  if (!lane?.sourced) return undefined;
  if (draft.source.trim() === "") return "source";
  return draft.when === "" ? "day" : undefined;
}

/** A note, and those that were put together with it. */
export interface Standing {
  readonly note: NoteRecord;
  readonly under: readonly NoteRecord[];
}

/** Return notes in the order in which they came, each with those listed under it. */
export function standing(notes: readonly NoteRecord[]): readonly Standing[] {
  return notes
    .filter((note) => note.into === "")
    .map((note) => ({ note, under: notes.filter((other) => other.into === note.note) }));
}
