/** A line that is being changed, and what has to be asked of the server for it. */

import type { Command } from "../wire.ts";
import type { Written } from "./shape.ts";

/** What somebody typed. `cells` are those they touched, `seen` what all said when they began. */
export interface Draft {
  readonly cells: Readonly<Record<number, string>>;
  readonly seen: readonly string[];
  readonly because: string;
  readonly label: Written["label"];
  readonly readers: Written["readers"];
}

/** Return a draft in which nothing has been changed. */
export function startedFrom(line: Written): Draft {
  return { cells: {}, seen: line.cells, because: "", label: line.label, readers: line.readers };
}

/**
 * Return what makes a line what the draft says: its labels first, then each cell that reads otherwise.
 * Who may not reword it proposes a correction of the cell.
 */
export function commandsFor(line: Written, now: Draft, rewords: boolean, newId: () => string): readonly Command[] {
  const found: Command[] = [];
  if (now.label !== line.label || now.readers !== line.readers)
    found.push({ type: "wording.relabel", line: line.id, label: now.label, readers: now.readers });
  line.cells.forEach((was, cell) => {
    const words = now.cells[cell];
    if (words === undefined || words.trim() === was) return;
    const change = { line: line.id, cell, words, was };
    if (rewords) found.push({ type: "wording.reword", ...change });
    else found.push({ type: "correction.propose", correction: newId(), because: now.because, ...change });
  });
  return found;
}
