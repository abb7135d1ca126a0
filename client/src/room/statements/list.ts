/** Which statements are on the list now, and how near two of them were put. */

import { all, record } from "../../store.ts";

/** Return the statements that stand for some now, each once, in the place of the first it is for. */
export function standing(items: readonly string[]): readonly string[] {
  return [...new Set(items.flatMap((item) => {
    const gone = record("wording", `wording/${item}`)?.history.gone;
    return gone ? standing(gone.into) : [item];
  }))];
}

/** Return the statement that was parted into this one, if it comes from another. */
export function partOf(item: string): string | undefined {
  const isPart = (into: readonly string[]) => into.length > 1 && into.includes(item);
  return all("wording").find(({ history }) => isPart(history.gone?.into ?? []))?.item;
}

/** Say whether a statement says something else than at first, or comes from another. */
export function isAnew(item: string): boolean {
  return (record("wording", `wording/${item}`)?.history.before ?? []).length > 0 || partOf(item) !== undefined;
}

/** How near people put two statements, in words; by chance two come to 2/3. */
export type Near = "beside" | "near" | "chance" | "unknown";

/** Return how near people put two statements. */
export function nearOf(ranked: number | null): Near {
  if (ranked === null) return "unknown";
  if (ranked >= 0.9) return "beside";
  return ranked >= 0.75 ? "near" : "chance";
}
