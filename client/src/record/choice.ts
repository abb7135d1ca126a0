/** What this person does with the record: reads it, reads it as the family does, or puts it right. */

import { signal } from "@preact/signals";
import type { Part } from "./shape.ts";

/** True while lines show their buttons. Reading is the usual thing, and has no buttons in its way. */
export const puttingRight = signal(false);

/** True while a keeper looks at what the family sees. */
export const asFamily = signal(false);

/** The line that is being changed; undefined for none. */
export const chosenLine = signal<string | undefined>(undefined);

/** Return the id of the button that opens a line's form. */
export function changeButton(line: string): string {
  return `change-${line}`;
}

/** Return the id of the heading of a section. */
export function headingOf(part: Part): string {
  return `part-${part.id}`;
}

/** The section of the record that tells of corrections itself: nothing in it is changed. */
export const CORRECTIONS = "corrections";
