import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, heightsOfBoard, heightsOfPass, linesOf, nodesOf, pick } from "../../../client/src/charts/bump.ts";
import type { Figures, SlotRecord, Spread } from "../../../client/src/wire.ts";

function pass(medians: Readonly<Record<string, number>>): Figures {
  const spreads = Object.entries(medians).map(([item, median]) => ({ item, median }) as Spread);
  return { spreads, widest: [], agreement: null, furthest: null, movement: null };
}

function column(heights: Readonly<Record<string, number>>): Column {
  return { title: "", heights: new Map(Object.entries(heights)) };
}

test("statements with the same middle share their height: a tie stays a tie", () => {
  const heights = heightsOfPass(pass({ a: 4, b: 1.5, c: 4, d: 9 }));
  assert.deepEqual(Object.fromEntries(heights), { b: 1, a: 2.5, c: 2.5, d: 4 });
});

test("a board has only what was put on it", () => {
  const slots = [
    { slot: 0, item: "c" },
    { slot: 1, item: null },
    { slot: 2, item: "a" },
  ] as SlotRecord[];
  assert.deepEqual(Object.fromEntries(heightsOfBoard(slots)), { c: 1, a: 3 });
});

test("ties share a node", () => {
  assert.deepEqual(nodesOf(column({ a: 2.5, b: 1, c: 2.5 })), [
    { height: 1, items: ["b"] },
    { height: 2.5, items: ["a", "c"] },
  ]);
});

test("lines join neighbouring columns, and end where a statement is off the board", () => {
  const lines = linesOf([column({ a: 1, b: 2 }), column({ a: 2, b: 1 }), column({ b: 1 })]);
  assert.deepEqual(
    lines.map(({ item, from, to }) => [item, from.column, from.height, to.column, to.height]),
    [
      ["a", 0, 1, 1, 2],
      ["b", 0, 2, 1, 1],
      ["b", 1, 1, 2, 1],
    ],
  );
});

test("two can be followed at once; a third takes the place of the older one", () => {
  assert.deepEqual(pick(["a"], "b"), ["a", "b"]);
  assert.deepEqual(pick(["a", "b"], "c"), ["b", "c"]);
  assert.deepEqual(pick(["a", "b"], "a"), ["b"]);
});
