/** What this person does, on its way to the server; src/queue.ts says how it is never lost. */

import type { ReadonlySignal } from "@preact/signals";
import { keep, kept, ownPlace, recall } from "./device.ts";
import { newId } from "./ids.ts";
import { type Entry, makeQueue, type Outcome } from "./queue.ts";
import { warn } from "./status.ts";
import { reached } from "./store.ts";
import type { Command, Do } from "./wire.ts";

export { newId } from "./ids.ts";
export type { Outcome } from "./queue.ts";

const place = (id = "") => `${ownPlace()}out/${id}`;

const queue = makeQueue({
  newId,
  save: (entry) => keep(place(entry.id), entry),
  forget: (entry) => keep(place(entry.id), undefined),
  reached,
  orphanRefused: (refused) => warn(refused.sentence),
  later: (run, ms) => void setTimeout(run, ms),
});

/** How many commands have no answer yet. */
export const pending: ReadonlySignal<number> = queue.pending;

/** Do something. Resolves when it is done and seen in the records, or when it is refused. */
export const send: (command: Command) => Promise<Outcome> = queue.send;

/** Do something whose refusal needs no place of its own: its sentence is shown on the page. */
export async function attempt(command: Command): Promise<Outcome> {
  const outcome = await send(command);
  if (!outcome.ok) warn(outcome.sentence);
  return outcome;
}

/** The line is up and `me` is known: send what this member left behind, then what waits. */
export function lineUp(transmit: (message: Do) => void): void {
  const left = kept(place()).map(recall) as Entry[];
  queue.lineUp(transmit, left.filter((entry) => typeof entry?.id === "string"));
}

/** The line is down; the server's answers to come. */
export const { lineDown, answered } = queue;
