import assert from "node:assert/strict";
import { test } from "node:test";
import { byReach, neighbours, type Places, pointsOf, reachOf, traceOf } from "../../../client/src/hall/charts/traces.ts";

const columns: readonly Places[] = [
  { table: "t1", places: ["a", "b", "c"] },
  { table: "t2", places: ["b", "d", null] },
  { table: "t3", places: ["c", "a", "b"] },
];

test("a statement stands where tables put it, and nowhere else", () => {
  assert.deepEqual(pointsOf("a", columns), [
    { column: 0, place: 0 },
    { column: 2, place: 1 },
  ]);
  assert.deepEqual(pointsOf("z", columns), []);
});

test("a line skips tables that do not have its statement", () => {
  assert.deepEqual(
    traceOf("a", columns).map(({ skips }) => skips),
    [true],
  );
  assert.deepEqual(
    traceOf("b", columns).map(({ from, to, skips }) => [from.place, to.place, skips]),
    [
      [1, 0, false],
      [0, 2, false],
    ],
  );
});

test("only what neighbours share is joined quietly", () => {
  assert.deepEqual(new Set(neighbours(columns).map(({ item }) => item)), new Set(["b"]));
});

test("what most tables share comes first, and what nobody took is left out", () => {
  assert.deepEqual(byReach(["a", "b", "c", "d", "e"], columns), ["b", "a", "c", "d"]);
});

test("how widely a statement is shared has four words", () => {
  assert.deepEqual([3, 2, 1].map((count) => reachOf(count, 3)), ["all", "most", "one"]);
  assert.deepEqual([12, 7, 6, 2, 1].map((count) => reachOf(count, 12)), ["all", "most", "some", "some", "one"]);
  assert.equal(reachOf(1, 1), "one");
});
