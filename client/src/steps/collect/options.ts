/** What the room has said of one option, gathered from all its steps; nothing is ever added up. */

import type { CollectRecord, Lane, NoteRecord } from "../../wire.ts";
import { type Standing, standing } from "./note.ts";

/** What a lane holds. */
export type Tone = NonNullable<Lane["tone"]>;

/** Strengths first, so that each option is met with one before its worries. */
const ORDER: readonly Tone[] = ["strength", "worry", "unknown", "change", "child", "family", "offer", "unheard", "option", ""];

/** The notes of one sort about one option. */
export interface Group {
  readonly key: string;
  readonly tone: Tone;
  readonly title: string;
  readonly notes: readonly Standing[];
}

/** Return what all steps together hold about an item: a group for each lane that asks about one. */
export function groupsOf(item: string, collects: readonly CollectRecord[], notes: readonly NoteRecord[]): readonly Group[] {
  const found = new Map<string, { tone: Tone; title: string; notes: NoteRecord[] }>();
  for (const collect of collects) {
    for (const lane of collect.lanes) {
      if (!lane.about_one || !collect.items.includes(item)) continue;
      const tone = lane.tone ?? "";
      const key = tone || lane.title;
      const group = found.get(key) ?? { tone, title: lane.title, notes: [] };
      group.notes.push(...notes.filter((note) => isAbout(note, collect.step, lane.id, item)));
      found.set(key, group);
    }
  }
  return [...found]
    .map(([key, group]) => ({ ...group, key, notes: standing(group.notes) }))
    .sort((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone));
}

function isAbout(note: NoteRecord, step: string, lane: string, item: string): boolean {
  return note.step === step && note.lane === lane && note.items.includes(item);
}

/** Say whether an empty group is a gap that must be seen: what the child or the family thinks. */
export function isGap({ tone, notes }: Group): boolean {
  return notes.length === 0 && (tone === "child" || tone === "family");
}

/** How many strengths, worries and don't-knows an option has. They are shown, never added up. */
export interface Balance {
  readonly strength: number;
  readonly worry: number;
  readonly unknown: number;
}

/** Count an option's notes; those that were put together count as the one that they say. */
export function balanceOf(groups: readonly Group[]): Balance {
  const count = (tone: Tone) => notesOf(groups, tone).length;
  return { strength: count("strength"), worry: count("worry"), unknown: count("unknown") };
}

/** Return the notes of one tone. */
export function notesOf(groups: readonly Group[], tone: Tone): readonly Standing[] {
  return groups.filter((group) => group.tone === tone).flatMap((group) => group.notes);
}

/** Return the longest bar of some balances, so that all are drawn to one measure. */
export function longestOf(balances: readonly Balance[]): number {
  return Math.max(1, ...balances.flatMap(({ strength, worry, unknown }) => [strength, worry, unknown]));
}
