/** What the trainer looks at, and which dialog of the desk is open. */

import { signal } from "@preact/signals";

/** The tables at work, what they found beside one another, or what everybody does together. */
export const view = signal<"tables" | "compare" | "plenary">("tables");

/** A dialog of the desk: about one person, one table (or all: null), or the whole session. */
export type Open =
  | { readonly what: "move"; readonly member: string }
  | { readonly what: "nudge"; readonly table: string | null }
  | { readonly what: "table"; readonly table: string }
  | { readonly what: "align" };

const opened = signal<Open | undefined>(undefined);

/** Return the dialog that is open, if any. */
export function openDialog(): Open | undefined {
  return opened.value;
}

/** Open a dialog; the one before it closes. */
export function show(what: Open): void {
  opened.value = what;
}

/** What a dialog says once it has closed. */
export function closed(): void {
  opened.value = undefined;
}

/** Close the dialog that is open, as its own button does: the focus goes back to where it was. */
export function close(): void {
  document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
}
