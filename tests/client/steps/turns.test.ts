import assert from "node:assert/strict";
import { test } from "node:test";
import { clockOf, hadTurn, nextItem } from "../../../client/src/steps/turns/next.ts";
import type { TurnRecord, TurnsRecord } from "../../../client/src/wire.ts";

const ITEMS = ["a", "b", "c"];

function turns(now: string | null): TurnsRecord {
  return { type: "turns", step: "talk", items: ITEMS, order: "listed", of: null, now, since: 0 };
}

function spent(...items: string[]): readonly TurnRecord[] {
  return ITEMS.map((item) => ({
    type: "turn",
    step: "talk",
    item,
    spent: items.includes(item) ? 1000 : 0,
    note: "",
    highest: [],
    lowest: [],
  }));
}

test("the first turn is the first item's", () => {
  assert.equal(nextItem(turns(null), spent()), "a");
});

test("after each comes the next one that had no turn", () => {
  assert.equal(nextItem(turns("a"), spent()), "b");
  assert.equal(nextItem(turns("a"), spent("b")), "c");
});

test("what was passed over comes after the end", () => {
  assert.equal(nextItem(turns("c"), spent()), "a");
});

test("when all had their turn nothing is next", () => {
  assert.equal(nextItem(turns("c"), spent("a", "b")), undefined);
  assert.equal(nextItem(turns(null), spent("a", "b", "c")), undefined);
});

test("a turn counts as had while it runs", () => {
  const [first] = spent();
  assert.ok(first && hadTurn(first, "a"));
  assert.equal(first && hadTurn(first, null), false);
});

test("time is shown in minutes and seconds", () => {
  assert.deepEqual([-5, 0, 61_999, 3_600_000].map(clockOf), ["0:00", "0:00", "1:01", "60:00"]);
});
