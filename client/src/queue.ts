/**
 * Commands on their way to the server, in order and one at a time. Each is kept on the device
 * until it has an answer, and is sent again after the line was lost: the server gives a repeat of
 * an id its first answer, so sending twice does a thing once.
 */

import { type ReadonlySignal, signal } from "@preact/signals";
import type { Ack, Command, Do, Refused } from "./wire.ts";

/** What became of a command: done and seen in the records, or not done and why. */
export type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: string; readonly sentence: string };

/** One command that has no answer yet. `number` tells the order in which a page left them. */
export interface Entry {
  readonly id: string;
  readonly number: number;
  readonly command: Command;
}

/** What the queue needs from around it. */
export interface Surroundings {
  readonly newId: () => string;
  readonly save: (entry: Entry) => void;
  readonly forget: (entry: Entry) => void;
  /** Resolves when the records stand for a position. */
  readonly reached: (position: number) => Promise<void>;
  /** A command of an earlier page was refused, and nobody is waiting for its answer. */
  readonly orphanRefused: (refused: Refused) => void;
  readonly later: (run: () => void, ms: number) => void;
}

/** A queue of commands. */
export interface Queue {
  readonly pending: ReadonlySignal<number>;
  readonly send: (command: Command) => Promise<Outcome>;
  /** The line is up: send what waits, first what an earlier page has left behind. */
  readonly lineUp: (transmit: (message: Do) => void, left: readonly Entry[]) => void;
  readonly lineDown: () => void;
  readonly answered: (answer: Ack | Refused) => void;
}

// The server says so when it is busy or we were too quick. The person need not know: we wait.
const NOT_NOW: readonly string[] = ["try_again", "too_fast"];
const WAIT_MS = 1500;
const MOST_WAITS = 8;

/** Make an empty queue with its line down. */
export function makeQueue(around: Surroundings): Queue {
  let entries: readonly Entry[] = [];
  let transmit: ((message: Do) => void) | undefined;
  let inFlight: string | undefined;
  let waits = 0;
  // Ids that may have reached the server before: on an earlier line, or from an earlier page.
  const sentBefore = new Set<string>();
  const waiting = new Map<string, (outcome: Outcome) => void>();
  const pending = signal(0);

  const change = (changed: readonly Entry[]) => {
    entries = changed;
    pending.value = changed.length;
  };

  const sendFirst = () => {
    const first = entries[0];
    if (!transmit || !first || inFlight !== undefined) return;
    inFlight = first.id;
    const again = sentBefore.has(first.id);
    sentBefore.add(first.id);
    transmit({ type: "do", id: first.id, command: first.command, ...(again && { again }) });
  };

  const finish = (entry: Entry) => {
    around.forget(entry);
    sentBefore.delete(entry.id);
    change(entries.filter((other) => other.id !== entry.id));
    inFlight = undefined;
    waits = 0;
  };

  const again = (id: string) =>
    around.later(() => {
      if (inFlight !== id) return;
      inFlight = undefined;
      sendFirst();
    }, WAIT_MS);

  return {
    pending,

    send(command) {
      const last = entries[entries.length - 1]?.number ?? 0;
      const entry = { id: around.newId(), number: Math.max(Date.now(), last + 1), command };
      around.save(entry);
      change([...entries, entry]);
      const outcome = new Promise<Outcome>((resolve) => waiting.set(entry.id, resolve));
      sendFirst();
      return outcome;
    },

    lineUp(carry, left) {
      transmit = carry;
      const known = new Set(entries.map((entry) => entry.id));
      const found = left.filter((entry) => !known.has(entry.id));
      for (const entry of found) sentBefore.add(entry.id);
      change([...found.sort((a, b) => a.number - b.number), ...entries]);
      sendFirst();
    },

    lineDown() {
      transmit = undefined;
      inFlight = undefined;
    },

    answered(answer) {
      const entry = entries.find((other) => other.id === answer.id);
      if (!entry) return;
      if (answer.type === "refused" && NOT_NOW.includes(answer.code) && waits < MOST_WAITS) {
        waits += 1;
        again(entry.id);
        return;
      }
      finish(entry);
      const tell = waiting.get(entry.id);
      waiting.delete(entry.id);
      if (answer.type === "ack") void around.reached(answer.position).then(() => tell?.({ ok: true }));
      else if (tell) tell({ ok: false, code: answer.code, sentence: answer.sentence });
      else around.orphanRefused(answer);
      sendFirst();
    },
  };
}
