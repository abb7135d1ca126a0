/** How statements went from pass to pass, and on to the group's board: columns of nodes. */

import type { Figures, SlotRecord } from "../wire.ts";

/** One column: a pass or the board, with the height each statement stands at in it. */
export interface Column {
  readonly title: string;
  readonly heights: ReadonlyMap<string, number>;
}

/** A node: the statements that stand at one height of one column, because no order is claimed. */
export interface Node {
  readonly height: number;
  readonly items: readonly string[];
}

/** A line between two neighbouring columns. */
export interface Line {
  readonly item: string;
  readonly from: { readonly column: number; readonly height: number };
  readonly to: { readonly column: number; readonly height: number };
}

/**
 * Return the heights of a pass by the middle place of each statement. Statements with the same
 * middle share the height between them: a tie stays a tie.
 */
export function heightsOfPass(figures: Figures): ReadonlyMap<string, number> {
  const medians = figures.spreads.map((spread) => spread.median);
  return new Map(
    figures.spreads.map(({ item, median }) => {
      const above = medians.filter((other) => other < median).length;
      const level = medians.filter((other) => other === median).length;
      return [item, above + (level + 1) / 2];
    }),
  );
}

/** Return the heights of a board: the place each statement on it has, counted from 1. */
export function heightsOfBoard(slots: readonly SlotRecord[]): ReadonlyMap<string, number> {
  return new Map(slots.flatMap(({ item, slot }) => (item === null ? [] : [[item, slot + 1] as const])));
}

/** Return the nodes of a column from the top. */
export function nodesOf(column: Column): readonly Node[] {
  const heights = [...new Set(column.heights.values())].sort((a, b) => a - b);
  return heights.map((height) => ({
    height,
    items: [...column.heights].filter(([, other]) => other === height).map(([item]) => item),
  }));
}

/** Return the lines between neighbouring columns; a statement that is off the board has none. */
export function linesOf(columns: readonly Column[]): readonly Line[] {
  return columns.slice(1).flatMap((to, index) =>
    [...columns[index]!.heights].flatMap(([item, height]) => {
      const next = to.heights.get(item);
      if (next === undefined) return [];
      return [{ item, from: { column: index, height }, to: { column: index + 1, height: next } }];
    }),
  );
}

/** Pick out a statement, or let it go. Two at most: a third takes the place of the older one. */
export function pick(picked: readonly string[], item: string): readonly string[] {
  if (picked.includes(item)) return picked.filter((other) => other !== item);
  return [...picked.slice(-1), item];
}
