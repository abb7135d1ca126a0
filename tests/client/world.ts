/** What tests of the client stand on: a page, a device that keeps things, and records. */

import type { AnyRecord } from "../../client/src/store.ts";
import type { Changes, MemberRecord, RoomRecord, StepRecord } from "../../client/src/wire.ts";

type Signals = typeof import("../../client/node_modules/@preact/signals/dist/signals.js");

// The packages are the client's, and so must be this copy: signals of two copies do not meet.
const signals = new URL("../../client/node_modules/@preact/signals/dist/signals.mjs", import.meta.url);

/** Run again whenever a record that was read changes. */
export const { effect } = (await import(signals.href)) as Signals;

/** Give the test a page of a room and an empty device. */
export function newPage(): Map<string, string> {
  const device = new Map<string, string>();
  const storage = new Proxy(
    {
      getItem: (key: string) => device.get(key) ?? null,
      setItem: (key: string, value: string) => void device.set(key, value),
      removeItem: (key: string) => void device.delete(key),
    },
    { ownKeys: () => [...device.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
  );
  Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
  Object.defineProperty(globalThis, "document", {
    value: { body: { dataset: { room: "ABC234" } } },
    configurable: true,
  });
  return device;
}

type Put = Readonly<Record<string, AnyRecord>>;

/** A frame from one position to another. */
export function frame(start: number, end: number, put: Put, drop: readonly string[] = [], fresh = false): Changes {
  const nothing = { put: {}, drop: [] };
  const everyone = { put, drop } as Changes["everyone"];
  return { type: "changes", fresh, start, end, everyone, chairs: nothing, mine: nothing };
}

/** A frame that starts anew. */
export function snapshot(end: number, put: Put): Changes {
  return frame(end, end, put, [], true);
}

/** A member in the room. */
export function person(id: string, more: Partial<MemberRecord> = {}): MemberRecord {
  const plain = { name: id, agency: "Police", role: "participant", voice: true, here: true, since: 0, attends: "room", seat: "" } as const;
  return { type: "member", id, ...plain, ...more };
}

/** A step of the agenda. */
export function step(id: string, number: number, more: Partial<StepRecord> = {}): StepRecord {
  const time = { planned: 5, minutes: 5, spent: 0 } as const;
  const plain = { kind: "judge", title: id, prompt: "", opened: true, who: [], after: [], skipped: null, added: false } as const;
  return { type: "step", id, number, ...time, ...plain, ...more };
}

/** A room that has begun. */
export function roomAt(current: string | null, more: Partial<RoomRecord> = {}): RoomRecord {
  const about = { title: "Room", purpose: "", focus: "", case: false, forbids: [], starts: null } as const;
  const plain = { running: 0, paused: false, closed: null, hand_order: "raised" } as const;
  return { type: "room", current, ...about, ...plain, cover_after: 60_000, ...more };
}
