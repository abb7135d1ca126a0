/**
 * What the floor's records are now, as the server last said: one signal for each key. Kept apart
 * from the room's own records, because they come over a line of their own.
 */

import { batch, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { FloorChanges, FloorRecord } from "../wire.ts";

type FloorType = FloorRecord["type"];
type FloorOf<T extends FloorType> = Extract<FloorRecord, { type: T }>;

const records = new Map<string, Signal<FloorRecord | undefined>>();
const present = signal<ReadonlySet<string>>(new Set());
const working = signal(true);

/** True while figures are still being worked out, and before the first frame. */
export const floorBusy: ReadonlySignal<boolean> = working;

/** Return the record under a key, and render again when it changes; undefined if there is none. */
export function floorRecord<T extends FloorType>(type: T, key: string): FloorOf<T> | undefined {
  const found = slot(key).value;
  return found?.type === type ? (found as FloorOf<T>) : undefined;
}

/** Return the records of a type, in no order that means anything. */
export function floorAll<T extends FloorType>(type: T): readonly FloorOf<T>[] {
  return [...present.value].flatMap((key) => floorRecord(type, key) ?? []);
}

/** Put and drop what a frame says. */
export function applyFloor(changes: FloorChanges): void {
  batch(() => {
    const put = Object.entries(changes.put);
    const before = present.peek();
    const gone = changes.fresh ? [...before].filter((key) => !(key in changes.put)) : changes.drop;
    for (const key of gone) slot(key).value = undefined;
    for (const [key, value] of put) slot(key).value = value;
    const came = put.some(([key]) => !before.has(key));
    if (came || gone.length > 0) present.value = after(before, gone, put.map(([key]) => key));
    working.value = changes.busy;
  });
}

function after(before: ReadonlySet<string>, gone: readonly string[], put: readonly string[]): ReadonlySet<string> {
  const now = new Set([...before, ...put]);
  for (const key of gone) if (!put.includes(key)) now.delete(key);
  return now;
}

function slot(key: string): Signal<FloorRecord | undefined> {
  let found = records.get(key);
  if (!found) records.set(key, (found = signal<FloorRecord | undefined>(undefined)));
  return found;
}
