/** Rows of equal places: a diamond of nine is 1, 2, 3, 2, 1. Pure: lists in, lists out. */

/** What stands at each place, from the top; null where a place is free. */
export type Slots = readonly (string | null)[];

/** Return the places row by row. */
export function rowsOf<T>(places: readonly T[], shape: readonly number[]): readonly (readonly T[])[] {
  const ends = shape.map((_, row) => sum(shape.slice(0, row + 1)));
  return shape.map((wide, row) => places.slice(ends[row]! - wide, ends[row]));
}

/** Return an order with the equal items of each row as they are listed: as the room keeps it. */
export function inRows(answer: readonly string[], shape: readonly number[], items: readonly string[]): readonly string[] {
  if (shape.length === 0 || answer.length !== sum(shape)) return answer;
  return rowsOf(answer, shape).flatMap((row) => [...row].sort((a, b) => items.indexOf(a) - items.indexOf(b)));
}

/** Return the place of an item, counted from 1; equal items share the middle of theirs. 0 where it has none. */
export function placeIn(answer: readonly string[], shape: readonly number[], item: string): number {
  const at = answer.indexOf(item);
  if (at < 0 || shape.length === 0 || answer.length !== sum(shape)) return at + 1;
  const row = rowAt(shape, at);
  return sum(shape.slice(0, row)) + (shape[row]! + 1) / 2;
}

/** Return the row of a place; both are counted from 0. */
export function rowAt(shape: readonly number[], place: number): number {
  return shape.findIndex((_, row) => place < sum(shape.slice(0, row + 1)));
}

/** Give an item the first free place from the top. */
export function put(slots: Slots, item: string): Slots {
  const free = slots.indexOf(null);
  return free < 0 || slots.includes(item) ? slots : withItem(slots, free, item);
}

/** Give an item a place in a row: a free one, or that of the last item there, which takes the old place. */
export function putInRow(slots: Slots, shape: readonly number[], item: string, row: number): Slots {
  const was = slots.indexOf(item);
  if (was >= 0 && rowAt(shape, was) === row) return slots;
  const start = sum(shape.slice(0, row));
  const places = Array.from({ length: shape[row]! }, (_, index) => start + index);
  const to = places.find((place) => slots[place] === null) ?? places.at(-1)!;
  const there = slots[to] ?? null;
  return withItem(was < 0 ? slots : withItem(slots, was, there), to, item);
}

/** Take an item out: its place is free. */
export function takeOut(slots: Slots, item: string): Slots {
  return slots.map((each) => (each === item ? null : each));
}

/** Say whether places can hold these items: as many, and nothing else, and nothing twice. */
export function fits(slots: Slots | undefined, items: readonly string[]): slots is Slots {
  const placed = slots?.filter((each) => each !== null) ?? [];
  return slots?.length === items.length && new Set(placed).size === placed.length && placed.every((each) => items.includes(each));
}

/** Return the items in order, those without a place last, as they are listed. */
export function orderOf(slots: Slots, items: readonly string[]): readonly string[] {
  const placed = slots.filter((each) => each !== null);
  return [...placed, ...items.filter((item) => !placed.includes(item))];
}

function withItem(slots: Slots, place: number, item: string | null): Slots {
  return slots.map((each, at) => (at === place ? item : each));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
