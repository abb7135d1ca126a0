/**
 * What the room's records are now, as the server last said: one signal for each key, so that a
 * component which reads a record renders again alone. Nothing here knows what a meeting is.
 */

import { batch, effect, type Signal, signal } from "@preact/signals";
import type { Changes, ChairsRecord, EveryoneRecord, MineRecord } from "./wire.ts";

/** Any record that the server may send. */
export type AnyRecord = EveryoneRecord | ChairsRecord | MineRecord;
type RecordType = AnyRecord["type"];
type RecordOf<T extends RecordType> = Extract<AnyRecord, { type: T }>;

const records = new Map<string, Signal<AnyRecord | undefined>>();
const keySets = new Map<string, Signal<ReadonlySet<string>>>();

/** The position of the room's log that the records stand for; 0 before the first frame. */
export const position = signal(0);

/** Which log the position belongs to. */
export const epoch = signal("");

/** Return the record under a key, and render again when it changes; undefined if there is none. */
export function record<T extends RecordType>(type: T, key: string): RecordOf<T> | undefined {
  const found = slot(key).value;
  return found?.type === type ? (found as RecordOf<T>) : undefined;
}

/**
 * Return the records whose key starts with `prefix` (at first `type/`), in the server's order;
 * the agenda in its own. Renders again when one of them changes, comes or goes.
 */
export function all<T extends RecordType>(type: T, prefix = `${type}/`): readonly RecordOf<T>[] {
  const found: RecordOf<T>[] = [];
  for (const key of keySet(type).value) {
    const value = key.startsWith(prefix) ? record(type, key) : undefined;
    if (value) found.push(value);
  }
  return type === "step" ? found.sort((a, b) => numberOf(a) - numberOf(b)) : found;
}

/** Put and drop what a frame says. False means that frames are missing: say hello again. */
export function apply(changes: Changes): boolean {
  if (!changes.fresh && changes.start !== position.peek()) return false;
  const patches = [changes.everyone, changes.chairs, changes.mine];
  batch(() => {
    const put = new Map(patches.flatMap((patch) => Object.entries<AnyRecord>(patch.put)));
    const gone = changes.fresh ? present().filter((key) => !put.has(key)) : patches.flatMap((p) => p.drop);
    for (const key of gone) if (!put.has(key)) slot(key).value = undefined;
    for (const [key, value] of put) slot(key).value = value;
    changeKeySets(changes.fresh, gone, [...put.keys()]);
    position.value = changes.end;
  });
  return true;
}

/** Take another log's name. Positions of the log before mean nothing in it. */
export function enterEpoch(name: string): void {
  if (name === epoch.peek()) return;
  batch(() => {
    epoch.value = name;
    position.value = 0;
  });
}

/** Resolve when the records stand for this position, or when its log has been replaced. */
export function reached(wanted: number): Promise<void> {
  const log = epoch.peek();
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (position.value < wanted && epoch.value === log) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

function slot(key: string): Signal<AnyRecord | undefined> {
  let found = records.get(key);
  if (!found) records.set(key, (found = signal<AnyRecord | undefined>(undefined)));
  return found;
}

function keySet(type: string): Signal<ReadonlySet<string>> {
  let found = keySets.get(type);
  if (!found) keySets.set(type, (found = signal<ReadonlySet<string>>(new Set())));
  return found;
}

function present(): readonly string[] {
  return [...keySets.values()].flatMap((keys) => [...keys.peek()]);
}

/** A key starts with its record's type, so a set changes only for the types a frame touches. */
function changeKeySets(fresh: boolean, gone: readonly string[], put: readonly string[]): void {
  const drafts = new Map<string, Set<string>>();
  const draftOf = (key: string) => {
    const type = key.split("/", 1)[0] ?? key;
    let draft = drafts.get(type);
    if (!draft) drafts.set(type, (draft = new Set(fresh ? [] : keySet(type).peek())));
    return draft;
  };
  for (const key of gone) draftOf(key).delete(key);
  for (const key of put) draftOf(key).add(key);
  for (const [type, draft] of drafts) {
    const before = keySet(type).peek();
    if (!sameOrder(before, draft)) keySet(type).value = draft;
  }
}

function sameOrder(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  const others = b.values();
  for (const key of a) if (key !== others.next().value) return false;
  return true;
}

function numberOf(found: AnyRecord): number {
  return found.type === "step" ? found.number : 0;
}
