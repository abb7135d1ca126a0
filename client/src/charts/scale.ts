/** Where marks stand on a scale or among levels. A strip counts its places from 1. */

import type { Voice } from "../steps/judge/voices.ts";
import type { Vote } from "./strips.ts";

/** The first and the last mark of a scale. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** Return the range of a form: 0 to 10, or the five levels. */
export function rangeOf(ask: "scale" | "level"): Range {
  return ask === "scale" ? { first: 0, last: 10 } : { first: 1, last: 5 };
}

/** Return how many marks there are to give. */
export function placesOf({ first, last }: Range): number {
  return last - first + 1;
}

/** Return every voice's place for an item, of those who gave it a mark. */
export function marksFor(item: string, voices: readonly Voice[], { first }: Range): readonly Vote[] {
  return voices.flatMap(({ member, marks }) => {
    const mark = marks[item];
    return mark == null ? [] : [{ member, place: mark - first + 1 }];
  });
}

/** Return the voices that do not know. */
export function unsureOf(item: string, voices: readonly Voice[]): readonly string[] {
  return voices.filter(({ marks }) => marks[item] === null).map(({ member }) => member);
}

/** Return the lowest and the highest mark for an item; undefined when nobody gave one. */
export function endsOf(item: string, voices: readonly Voice[]): { readonly low: number; readonly high: number } | undefined {
  const marks = voices.flatMap((voice) => voice.marks[item] ?? []);
  return marks.length === 0 ? undefined : { low: Math.min(...marks), high: Math.max(...marks) };
}

/** Return the items by how far apart their lowest and highest marks are; equals stay as listed. */
export function widestMarks(items: readonly string[], voices: readonly Voice[]): readonly string[] {
  const apart = (item: string) => {
    const ends = endsOf(item, voices);
    return ends ? ends.high - ends.low : -1;
  };
  return [...items].sort((a, b) => apart(b) - apart(a));
}
