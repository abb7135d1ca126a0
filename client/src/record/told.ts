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
  const words = line.cells.filter((cell) => cell.trim() !== "").slice(0, 2).join(" · ");
  return words.length <= NAME_LENGTH ? words : `${words.slice(0, NAME_LENGTH).trimEnd()}…`;
}

/** Return the parts as the family reads them. */
export function familyCopy(parts: readonly Part[]): readonly Part[] {
  return parts.map((part) => ({ ...part, lines: part.lines.filter((line) => line.readers === "all") }));
}
