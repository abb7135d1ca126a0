/** Where a statement stands across the tables, and the line that follows it. */

/** What a table has on its places, from the first; an open place is empty. */
export interface Places {
  readonly table: string;
  readonly places: readonly (string | null)[];
}

/** A place of a table: columns and places count from 0. */
export interface Point {
  readonly column: number;
  readonly place: number;
}

/** A piece of a line; `skips` says that tables between do not have the statement. */
export interface Piece {
  readonly item: string;
  readonly from: Point;
  readonly to: Point;
  readonly skips: boolean;
}

/** How many tables share a statement, in words that a pattern can show. */
export type Reach = "all" | "most" | "some" | "one";

/** Return where a statement stands, table by table; tables without it are left out. */
export function pointsOf(item: string, columns: readonly Places[]): readonly Point[] {
  return columns.flatMap(({ places }, column) => {
    const place = places.indexOf(item);
    return place < 0 ? [] : [{ column, place }];
  });
}

/** Return the line through all tables that have a statement. */
export function traceOf(item: string, columns: readonly Places[]): readonly Piece[] {
  const points = pointsOf(item, columns);
  return points.slice(1).map((to, index) => {
    const from = points[index]!;
    return { item, from, to, skips: to.column - from.column > 1 };
  });
}

/** Return the pieces that join neighbours: what two tables side by side have in common. */
export function neighbours(columns: readonly Places[]): readonly Piece[] {
  return shared(columns).flatMap((item) => traceOf(item, columns).filter((piece) => !piece.skips));
}

/** Return all statements that stand anywhere, most shared first, then in the order of `items`. */
export function byReach(items: readonly string[], columns: readonly Places[]): readonly string[] {
  const count = (item: string) => pointsOf(item, columns).length;
  return items.filter((item) => count(item) > 0).sort((a, b) => count(b) - count(a));
}

/** Say how widely a statement is shared: by `count` of so many tables that have a list. */
export function reachOf(count: number, of: number): Reach {
  if (count >= of && of > 1) return "all";
  if (count * 2 > of && count > 1) return "most";
  return count > 1 ? "some" : "one";
}

function shared(columns: readonly Places[]): readonly string[] {
  return [...new Set(columns.flatMap(({ places }) => places.flatMap((item) => item ?? [])))];
}
