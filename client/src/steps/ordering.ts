/** An order in the making, and every way to change it. Pure: lists in, lists out. */

/** The items in order; the first `placed` of them were put there on purpose. */
export interface Ordering {
  readonly order: readonly string[];
  readonly placed: number;
}

/** Begin with an order that nobody has touched. */
export function untouched(order: readonly string[]): Ordering {
  return { order, placed: 0 };
}

/** Begin with an order that somebody has made before. */
export function made(order: readonly string[]): Ordering {
  return { order, placed: order.length };
}

/** Return the place of an item, counted from 1; nothing while it has none. */
export function placeOf(ordering: Ordering, item: string): number | undefined {
  const at = ordering.order.indexOf(item);
  return at >= 0 && at < ordering.placed ? at + 1 : undefined;
}

/** Say whether every item has its place. */
export function isWhole(ordering: Ordering): boolean {
  return ordering.placed >= ordering.order.length;
}

/** Tap an item: it takes the next place, or gives its place back and those after it move up. */
export function tap(ordering: Ordering, item: string): Ordering {
  const at = ordering.order.indexOf(item);
  if (at < 0) return ordering;
  const placed = at < ordering.placed ? ordering.placed - 1 : ordering.placed + 1;
  const goesTo = at < ordering.placed ? placed : placed - 1;
  return { order: moved(ordering.order, item, goesTo), placed };
}

/** Put an item at a place, counted from 1. Whoever moves a row has seen the whole list: it counts. */
export function moveTo(ordering: Ordering, item: string, place: number): Ordering {
  return made(moved(ordering.order, item, place - 1));
}

/** Say whether an order is of exactly these items, so that an old draft is not taken for a new one. */
export function isOrderOf(order: readonly string[], items: readonly string[]): boolean {
  const wanted = new Set(items);
  return order.length === wanted.size && new Set(order).size === wanted.size && order.every((item) => wanted.has(item));
}

/** Say whether two orders are the same. */
export function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

/** Return the place that a row dropped on another one takes, counted from 1. */
export function droppedAt(order: readonly string[], item: string, on: string, after: boolean): number {
  const rest = order.filter((other) => other !== item);
  const at = rest.indexOf(on);
  if (at < 0) return order.indexOf(item) + 1;
  return at + (after ? 2 : 1);
}

function moved(order: readonly string[], item: string, to: number): readonly string[] {
  const rest = order.filter((other) => other !== item);
  if (rest.length === order.length) return order;
  const at = Math.min(Math.max(to, 0), rest.length);
  return [...rest.slice(0, at), item, ...rest.slice(at)];
}
