import assert from "node:assert/strict";
import { test } from "node:test";
import { clockOf, hadTurn, leftOf, limitOf, nextItem, reached } from "../../../client/src/steps/turns/next.ts";
import type { TurnRecord, TurnsRecord } from "../../../client/src/wire.ts";

const ITEMS = ["a", "b", "c"];

function turns(now: string | null, more: Partial<TurnsRecord> = {}): TurnsRecord {
  const plain = { order: "listed", of: null, by: "items", seconds: 0, phases: [], back_to: false, presenter: null } as const;
  return { type: "turns", step: "talk", items: ITEMS, now, since: 0, ...plain, ...more };
}

function spent(...items: string[]): readonly TurnRecord[] {
  return turnsOf(ITEMS, ...items);
}

function turnsOf(all: readonly string[], ...had: string[]): readonly TurnRecord[] {
  return all.map((item) => ({
    type: "turn",
    step: "talk",
    item,
    spent: had.includes(item) ? 1000 : 0,
    note: "",
    times: had.includes(item) ? 1 : 0,
    said_back: false,
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

test("where the talk is free nobody is next", () => {
  assert.equal(nextItem(turns(null, { order: "free", by: "people" }), spent()), undefined);
});

test("where hands make the order, the first raised hand is next, then the list", () => {
  const asked = turns("a", { order: "hands", by: "people" });
  assert.equal(nextItem(asked, spent("a"), ["c", "b"]), "c");
  assert.equal(nextItem(asked, spent("a"), ["a", "kit"]), "b");
  assert.equal(nextItem(asked, spent("a"), []), "b");
  assert.equal(nextItem(turns("a", { by: "people" }), spent("a"), ["c"]), "b");
});

const PHASES = ["Issue", "Questions", "Reflections"].map((title) => ({ title, seconds: 60 }));

test("phases come one after another, also after a step back", () => {
  const set = (now: string | null) => turns(now, { by: "phases", items: ["0", "1", "2"], phases: PHASES });
  const had = (...phases: string[]) => turnsOf(["0", "1", "2"], ...phases);
  assert.equal(nextItem(set(null), had()), "0");
  assert.equal(nextItem(set("0"), had("0")), "1");
  assert.equal(nextItem(set("0"), had("0", "1")), "2");
  assert.equal(nextItem(set("2"), had("0", "2")), undefined);
  assert.equal(reached(set(null), had()), -1);
  assert.equal(limitOf(set("1"), "1"), 60);
});

test("a turn has its step's time, and a second turn has it again", () => {
  assert.equal(limitOf(turns("a", { seconds: 90 }), "a"), 90);
  assert.equal(leftOf(90, 1, 30_000), 60_000);
  assert.equal(leftOf(90, 1, 100_000), -10_000);
  assert.equal(leftOf(90, 2, 30_000), 90_000);
  assert.equal(leftOf(90, 2, 100_000), 80_000);
});

test("time is shown in minutes and seconds", () => {
  assert.deepEqual([-5, 0, 61_999, 3_600_000].map(clockOf), ["0:00", "0:00", "1:01", "60:00"]);
});
