/** Pairs of statements in four groups: alike in ranking, in wording, in both or in neither. */

import type { Pair } from "../../wire.ts";

export const GROUPS = ["both", "ranked", "reads", "neither"] as const;
export type Group = (typeof GROUPS)[number];

// "Alike" is said of the most alike quarter: no number means the same for every set of statements.
const QUARTER = 4;

/**
 * Return the pairs of each group: what tables wrote about a pair is why it is worth showing, so those
 * come first. One that nobody ranked is said to be neither.
 */
export function grouped(pairs: readonly Pair[]): Readonly<Record<Group, readonly Pair[]>> {
  const ranked = cut(pairs.flatMap((pair) => pair.ranked ?? []));
  const reads = cut(pairs.map((pair) => pair.reads));
  const of = (pair: Pair): Group => {
    if (pair.ranked === null) return "neither";
    const both = [pair.ranked >= ranked, pair.reads >= reads];
    if (both[0]) return both[1] ? "both" : "ranked";
    return both[1] ? "reads" : "neither";
  };
  const found: Record<Group, Pair[]> = { both: [], ranked: [], reads: [], neither: [] };
  for (const pair of withNotesFirst(pairs)) found[of(pair)].push(pair);
  return found;
}

function withNotesFirst(pairs: readonly Pair[]): readonly Pair[] {
  return [...pairs].sort((a, b) => Number(b.said.length > 0) - Number(a.said.length > 0));
}

/** Return from where on a figure is in the highest quarter; nothing is where half of all are level there. */
export function cut(figures: readonly number[]): number {
  const highest = [...figures].sort((a, b) => b - a).filter((figure) => figure > 0);
  const last = Math.ceil(figures.length / QUARTER) - 1;
  const from = highest[Math.min(last, highest.length - 1)] ?? Infinity;
  return highest.filter((figure) => figure >= from).length * 2 > figures.length ? Infinity : from;
}

/** A pair's place on the map, in %. */
export interface Placed {
  readonly pair: Pair;
  readonly x: number;
  readonly y: number;
}

// Letters nearer than this (in %) would hide one another.
const NEAR = { x: 9, y: 8 };

/** Return the pairs that can carry letters: the first ones, and others where there is room. */
export function labelled(placed: readonly Placed[]): readonly Pair[] {
  const kept: Placed[] = [];
  for (const each of placed) {
    const free = kept.every(({ x, y }) => Math.abs(x - each.x) > NEAR.x || Math.abs(y - each.y) > NEAR.y);
    if (free) kept.push(each);
  }
  return kept.map(({ pair }) => pair);
}
