/** What tests of the tables stand on: cards as the server would send them. */

import type { FloorChanges, TableCardRecord } from "../../../client/src/wire.ts";

/** The card of a table that has just begun. */
export function cardOf(table: string, more: Partial<TableCardRecord> = {}): TableCardRecord {
  const time = { running: 0, spent: 0, minutes: 5, late: 0, times: [], paused: false, held: false } as const;
  const people = { chair: "", runs_itself: true, seated: 5, here: 5, answered: null, expected: 0, ready: 0 } as const;
  const state = { help: null, behind: null, agreement: null, people: 0, finished: false } as const;
  const step = { step: "read", number: 1, of: 7, title: "Read and talk" } as const;
  return { type: "table_card", table, ...step, ...time, ...people, ...state, ...more };
}

/** A frame of the floor. */
export function floorFrame(put: FloorChanges["put"], more: Partial<FloorChanges> = {}): FloorChanges {
  return { type: "floor", fresh: false, now: 0, busy: false, put, drop: [], ...more };
}
