/** One question to be curious about for each view, worked out from its figures. No table is ever ranked. */

import { type Bands, gapOf, rowsOf } from "../charts/bands.ts";
import { differing } from "../charts/differing.ts";
import { grouped } from "../charts/likeness.ts";
import type { Comparison, FoundRecord, ItemSplit, Journey, MirrorRecord, Pair } from "../../wire.ts";

/** Which question it is, and what stands in it: statements and tables by their ids. */
export interface Question {
  readonly ask: string;
  readonly items?: readonly string[];
  readonly tables?: readonly string[];
  readonly agencies?: readonly string[];
  /** A place on a list, counted from 1. */
  readonly place?: number;
}

// A list that is as much closer to one order as to the other has not moved.
const MOVED = 0.03;

/** A statement that one finished list has high up and another does not have at all. */
export function aboutFives(lists: readonly FoundRecord[]): Question | undefined {
  const done = lists.filter(({ places }) => places.length > 0 && !places.includes(null));
  if (done.length < 2) return undefined;
  const opposite = opposites(done)[0];
  if (opposite) return { ask: "opposite", items: [opposite.item], tables: [opposite.has, opposite.lacks], place: opposite.place };
  return { ask: "same-five" };
}

interface Opposite {
  readonly item: string;
  readonly has: string;
  readonly lacks: string;
  readonly place: number;
  readonly weight: number;
}

/** The most evenly split statements first: those are where most tables have something to say. */
function opposites(done: readonly FoundRecord[]): readonly Opposite[] {
  const items = [...new Set(done.flatMap(({ places }) => places.flatMap((item) => item ?? [])))];
  const found = items.flatMap((item) => {
    const having = done.filter(({ places }) => places.includes(item));
    const lacking = done.filter(({ places }) => !places.includes(item));
    const has = [...having].sort((a, b) => a.places.indexOf(item) - b.places.indexOf(item))[0];
    const lacks = lacking.find(({ aside }) => aside.includes(item)) ?? lacking[0];
    if (!has || !lacks) return [];
    const place = has.places.indexOf(item) + 1;
    const top = place === 1 ? 1 : 0;
    const aside = lacks.aside.includes(item) ? 1 : 0;
    return [{ item, has: has.table, lacks: lacks.table, place, weight: Math.min(having.length, lacking.length) + top + aside }];
  });
  return found.sort((a, b) => b.weight - a.weight);
}

/** What two tables that differ talked about; otherwise the differences at one's own table. */
export function aboutDistances(comparison: Comparison | null | undefined): Question | undefined {
  if (!comparison) return undefined;
  const first = differing(comparison)[0];
  if (first && first.from.length === 1) return { ask: "two-differ", tables: [first.table, first.from[0]!] };
  if (first) return { ask: "one-differs", tables: [first.table] };
  if (comparison.overall.verdict === "differ") return { ask: "all-differ" };
  return { ask: "own-table" };
}

/** The statement that splits tables most clearly, or people; otherwise what holds all together. */
export function aboutSplits(items: readonly ItemSplit[]): Question | undefined {
  const most = (verdict: ItemSplit["verdict"], by: (item: ItemSplit) => number) =>
    items.filter((item) => item.verdict === verdict).sort((a, b) => by(b) - by(a))[0];
  const tables = most("splits_tables", ({ between }) => between ?? 0);
  if (tables) return { ask: "splits-tables", items: [tables.item] };
  const people = most("splits_people", ({ within }) => within ?? 0);
  if (people) return { ask: "splits-people", items: [people.item] };
  return items.length > 0 ? { ask: "level" } : undefined;
}

/** The table whose list lies most differently from its members' first and last orders. */
export function aboutJourneys(journeys: readonly Journey[]): Question | undefined {
  const moved = ({ first, last }: Journey) => (first === null || last === null ? 0 : first - last);
  const most = [...journeys].sort((a, b) => Math.abs(moved(b)) - Math.abs(moved(a)))[0];
  if (!most || most.last === null) return undefined;
  if (Math.abs(moved(most)) < MOVED) return { ask: "nobody-moved" };
  return { ask: moved(most) > 0 ? "closer-last" : "closer-first", tables: [most.table] };
}

/** The statement on which everybody alone and the tables together are furthest apart. */
export function aboutOrders(left: Bands, right: Bands): Question | undefined {
  const gap = (item: string) => gapOf(item, left, right);
  const most = rowsOf(left)
    .map(({ item }) => item)
    .sort((a, b) => gap(b) - gap(a))[0];
  if (most === undefined || right.length === 0) return undefined;
  if (gap(most) === 0) return { ask: "orders-same" };
  const place = (bands: Bands) => rowsOf(bands).find(({ item }) => item === most)?.place ?? 0;
  return { ask: place(right) < place(left) ? "orders-up" : "orders-down", items: [most] };
}

/** Two statements that were ranked alike and do not read so, or the other way round. */
export function aboutAlike(pairs: readonly Pair[]): Question | undefined {
  const { ranked, reads, both } = grouped(pairs);
  const of = (ask: string, pair: Pair | undefined) => pair && { ask, items: [pair.first, pair.second] };
  return of("ranked-alike", ranked[0]) ?? of("reads-alike", reads[0]) ?? of("both-alike", both[0]);
}

/** Who was furthest off about whom, where that is more than chance. */
export function aboutMirror(mirror: MirrorRecord | undefined): Question | undefined {
  if (!mirror || mirror.cells.length === 0) return undefined;
  const most = mirror.cells.filter(({ clear }) => clear).sort((a, b) => b.surprise - a.surprise)[0];
  return most ? { ask: "surprise", agencies: [most.of, most.about] } : { ask: "no-surprise" };
}

/** What a table's list was hard about. */
export function aboutBoard(list: FoundRecord | undefined): Question | undefined {
  if (!list || list.places.includes(null)) return undefined;
  return list.dissents > 0 ? { ask: "kept-no", tables: [list.table] } : { ask: "nearly", tables: [list.table] };
}
