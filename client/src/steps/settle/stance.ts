/** Stances: five words of the same weight, and how they fell. */

import type { IconName } from "../../icons.tsx";
import type { StanceRecord } from "../../wire.ts";

export type StanceWord = StanceRecord["word"];

/** The five stances in the order in which they are offered. */
export const WORDS = ["yes", "yes_note", "can_live", "no", "not_mine"] as const satisfies readonly StanceWord[];

/** Each stance's drawing. */
export const ICONS = {
  yes: "agree",
  yes_note: "with-note",
  can_live: "check",
  no: "differ",
  not_mine: "not-mine",
} as const satisfies Record<StanceWord, IconName>;

/** What a "no" may say beside its reason, in the order in which it is asked. */
export const FEARS = ["harm", "evidence", "would_settle"] as const;

/** The same in somebody's own words. */
export type Fears = { readonly [name in (typeof FEARS)[number]]?: string };

/** Say whether a stance says nothing without words of one's own. */
export function needsWords(word: StanceWord): boolean {
  return word === "yes_note" || word === "no";
}

/** Say whether a stance has room for words of one's own. */
export function takesWords(word: StanceWord): boolean {
  return needsWords(word) || word === "can_live";
}

/** One stance and the people who take it. */
export interface Fallen {
  readonly word: StanceWord;
  readonly stances: readonly StanceRecord[];
}

/** Return the stances that somebody takes, in the order in which they are offered. */
export function fall(stances: readonly StanceRecord[]): readonly Fallen[] {
  return WORDS.map((word) => ({ word, stances: stances.filter((stance) => stance.word === word) })).filter(
    ({ stances }) => stances.length > 0,
  );
}

/** Return how many are counted in all, by whichever side they are on. */
export function total(count: Readonly<Record<string, number>>): number {
  return Object.values(count).reduce((sum, each) => sum + each, 0);
}

/** Return those who said no: their words are kept, and never lost silently. */
export function dissent(stances: readonly StanceRecord[]): readonly StanceRecord[] {
  return stances.filter((stance) => stance.word === "no");
}

/** Return the people who have not taken a stance, out of those who may. */
export function unheard(voices: readonly string[], stances: readonly StanceRecord[]): readonly string[] {
  const heard = new Set(stances.map((stance) => stance.member));
  return voices.filter((voice) => !heard.has(voice));
}
