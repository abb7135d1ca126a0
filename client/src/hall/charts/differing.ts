/** The pairs of tables that differ, gathered so that a sentence can say them. */

import type { Comparison } from "../../wire.ts";

/** One table, and the others from which it differs. */
export interface Differs {
  readonly table: string;
  readonly from: readonly string[];
}

/**
 * Return each supported pair once: the table with most of them first, together with all its others,
 * then what is left. It is a way of saying them, and says nothing of who is in the right.
 */
export function differing(comparison: Comparison): readonly Differs[] {
  let left = comparison.pairs.filter(({ difference }) => difference.verdict === "differ").map(({ tables }) => tables);
  const found: Differs[] = [];
  while (left.length > 0) {
    const table = busiest(comparison.tables, left);
    const own = left.filter((pair) => pair.includes(table));
    found.push({ table, from: own.map(([one, other]) => (one === table ? other : one)) });
    left = left.filter((pair) => !pair.includes(table));
  }
  return found;
}

/** Say whether two tables are a supported pair. */
export function differ(comparison: Comparison, one: string, other: string): boolean {
  return comparison.pairs.some(
    ({ tables, difference }) => difference.verdict === "differ" && tables.includes(one) && tables.includes(other) && one !== other,
  );
}

function busiest(tables: readonly string[], pairs: readonly (readonly string[])[]): string {
  const count = (table: string) => pairs.filter((pair) => pair.includes(table)).length;
  return tables.reduce((best, table) => (count(table) > count(best) ? table : best));
}
