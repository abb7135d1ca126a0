import assert from "node:assert/strict";
import { test } from "node:test";
import { isQuiet, notHeard, seatsOf } from "../../../client/src/room/heard-counts.ts";
import type { HeardRecord } from "../../../client/src/wire.ts";

const NOTHING = { spoken: 0, written: 0, answered: 0, stances: 0, referred: 0 };

function heard(step: string, agency: string | null, more: Partial<HeardRecord> = {}): HeardRecord {
  return { type: "heard", step, agency, ...NOTHING, ...more };
}

const RECORDS = [
  heard("facts", "School"),
  heard("facts", "Health", { spoken: 2 }),
  heard("facts", "Police"),
  heard("facts", null),
  heard("rank", "Health", { spoken: 1, answered: 1 }),
  heard("rank", "Police", { referred: 1 }),
];

test("those who had no say yet are named: the family first, then by the alphabet", () => {
  assert.deepEqual(notHeard(RECORDS, "facts"), [null, "Police", "School"]);
});

test("whoever is named by others is not unheard", () => {
  assert.deepEqual(notHeard(RECORDS, "rank"), []);
  assert.equal(isQuiet(heard("rank", "Police", { referred: 1 })), false);
});

test("seats stand in the same order, whatever their counts", () => {
  const seats = seatsOf(RECORDS, "facts");
  assert.deepEqual(
    seats.map((seat) => seat.agency),
    [null, "Health", "Police", "School"],
  );
  assert.deepEqual(seats[1]?.counts, { ...NOTHING, spoken: 3, answered: 1 });
  assert.equal(seats[1]?.here?.spoken, 2);
});

test("a seat that is not in a step has no counts there", () => {
  assert.equal(seatsOf(RECORDS, "rank").find((seat) => seat.agency === "School")?.here, undefined);
});
