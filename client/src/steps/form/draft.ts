/** What somebody types into one field before it is saved, and what to do when others were faster. */

import type { EntryRecord, Field } from "../../wire.ts";

/** Kept on the device until it is saved. `seen` is the value that it was started from. */
export interface Draft {
  readonly value: string;
  readonly why: string;
  readonly source: string;
  readonly when: string;
  readonly seen: string;
}

/** Begin with what stands in the field. */
export function begin(entry: EntryRecord | undefined): Draft {
  const value = entry?.value ?? "";
  return { value, why: entry?.why ?? "", source: entry?.source ?? "", when: entry?.when ?? "", seen: value };
}

/** What a draft still needs before it can be saved. */
export type Missing = "value" | "why" | "source" | "when" | undefined;

/** Say what a draft still needs: a value, a reason where the answer asks for one, a source and a day. */
export function missingFrom(draft: Draft, field: Field): Missing {
  if (draft.value.trim() === "") return "value";
  if (asksWhy(draft, field) && draft.why.trim() === "") return "why";
  if (!field.voice) return undefined;
  if (draft.source.trim() === "") return "source";
  return draft.when === "" ? "when" : undefined;
}

/** Say whether the answer is the one that asks for a reason. */
export function asksWhy(draft: Draft, field: Field): boolean {
  return !!field.why_if && draft.value === field.why_if;
}

/** Say whether somebody else changed the field since the draft was started. */
export function isBehind(draft: Draft, entry: EntryRecord | undefined): boolean {
  return draft.seen !== (entry?.value ?? "") && draft.value !== entry?.value;
}

/** Keep both: their words first, then these. */
export function both(draft: Draft, entry: EntryRecord): Draft {
  return { ...draft, value: `${entry.value}\n${draft.value}`, seen: entry.value };
}

/** Keep these words in the place of theirs. */
export function mine(draft: Draft, entry: EntryRecord | undefined): Draft {
  return { ...draft, seen: entry?.value ?? "" };
}

/** Add a person to those in the field, or take them out. */
export function togglePerson(value: string, id: string): string {
  const people = value.split(" ").filter(Boolean);
  return (people.includes(id) ? people.filter((other) => other !== id) : [...people, id]).join(" ");
}
