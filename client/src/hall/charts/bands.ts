/** Two orders side by side, in rows of the same height; a tie stays a tie. */

import type { OrdersRecord } from "../../wire.ts";

export type Bands = OrdersRecord["everybody"];

/** One row. `place` is the first of its band's, and `last` the last, counted from 1. */
export interface Row {
  readonly item: string;
  readonly row: number;
  readonly place: number;
  readonly last: number;
}

/** A statement's rows in both orders. */
export interface Link {
  readonly item: string;
  readonly from: number;
  readonly to: number;
}

/** Return the rows of an order from the top. */
export function rowsOf(bands: Bands): readonly Row[] {
  let above = 0;
  return bands.flatMap((band) => {
    const place = above + 1;
    above += band.length;
    return band.map((item, index) => ({ item, row: place - 1 + index, place, last: place + band.length - 1 }));
  });
}

/** Return the lines between two orders; what stands in one of them alone has none. */
export function linksOf(left: Bands, right: Bands): readonly Link[] {
  const to = new Map(rowsOf(right).map(({ item, row }) => [item, row]));
  return rowsOf(left).flatMap(({ item, row }) => {
    const other = to.get(item);
    return other === undefined ? [] : [{ item, from: row, to: other }];
  });
}

/** Return how far apart the two bands of a statement are: 0 where they could be the same place. */
export function gapOf(item: string, left: Bands, right: Bands): number {
  const one = rowsOf(left).find((row) => row.item === item);
  const other = rowsOf(right).find((row) => row.item === item);
  if (!one || !other) return 0;
  return Math.max(0, one.place - other.last, other.place - one.last);
}
