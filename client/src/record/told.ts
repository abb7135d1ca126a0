/** What a line tells about itself: what was done to it by hand, and how it is called. */

import type { Part, Written } from "./shape.ts";

/** Something that was done to a line. `before` are the words it replaced; none where only labels changed. */
export interface Done {
  readonly by: string;
  readonly day: string;
  readonly before: readonly string[];
  /** What the line would say by itself now, where that is something else. */
  readonly since: readonly string[];
}

/** Return what was done to a line by hand, the first thing first. */
export function doneTo(line: Written): readonly Done[] {
  const changes = line.changed ?? [];
  return changes.map(({ by, day, was, since = [] }, at) => {
    const then = changes[at + 1]?.was ?? line.cells;
    return { by, day, before: was.filter((words, cell) => words !== then[cell]), since: since.filter((words, cell) => words !== was[cell]) };
  });
}

// Long enough to tell one line from the next, short enough to be read aloud.
const NAME_LENGTH = 60;

/** Return how a line is called where only its name is said: of a row, by its first two cells. */
export function nameOf(line: Written): string {
  return shortened(line.cells.filter((cell) => cell.trim() !== "").slice(0, 2).join(" · "));
}

/** Return words as they stand in the name of something. */
export function shortened(words: string): string {
  return words.length <= NAME_LENGTH ? words : `${words.slice(0, NAME_LENGTH).trimEnd()}…`;
}

/** What a line is and who may read it, as far as it has to be said. */
export type Marked = Partial<Pick<Written, "label" | "readers">>;

/** Return what all lines have in common: said once above them, it need not stand at each. */
export function alike(lines: readonly Written[]): Marked {
  const [first, ...others] = lines.filter((line) => !line.aside);
  if (!first) return {};
  return {
    ...(others.every((line) => line.label === first.label) && { label: first.label }),
    ...(others.every((line) => line.readers === first.readers) && { readers: first.readers }),
  };
}

/** Return what a line has to say of itself, where this much was said above it. */
export function unlike(line: Written, said: Marked): Marked {
  return { ...(!said.label && { label: line.label }), ...(!said.readers && { readers: line.readers }) };
}

/** Return one cell for each column; what is left over stands in the last. */
export function cellsOf(line: Written, columns: readonly string[]): readonly string[] {
  const last = columns.length - 1;
  return columns.map((_, at) => (at < last ? line.cells[at] : line.cells.slice(last).join(" · ")) ?? "");
}

/** Return the parts as the family reads them. */
export function familyCopy(parts: readonly Part[]): readonly Part[] {
  return parts.map((part) => ({ ...part, lines: part.lines.filter((line) => line.readers === "all") }));
}
