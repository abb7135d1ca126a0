import assert from "node:assert/strict";
import { test } from "node:test";
import { gapOf, linksOf, rowsOf } from "../../../client/src/hall/charts/bands.ts";

const left = [["a"], ["b", "c"], ["d"]];
const right = [["d"], ["a", "b"], ["c"]];

test("a tie takes as many rows as it has statements, and all its places", () => {
  assert.deepEqual(
    rowsOf(left).map(({ item, row, place, last }) => [item, row, place, last]),
    [
      ["a", 0, 1, 1],
      ["b", 1, 2, 3],
      ["c", 2, 2, 3],
      ["d", 3, 4, 4],
    ],
  );
});

test("lines join what stands in both orders", () => {
  assert.deepEqual(linksOf(left, [["d"], ["a"]]), [
    { item: "a", from: 0, to: 1 },
    { item: "d", from: 3, to: 0 },
  ]);
});

test("two statements are only apart by what ties do not explain", () => {
  assert.equal(gapOf("a", left, right), 1);
  assert.equal(gapOf("b", left, right), 0);
  assert.equal(gapOf("c", left, right), 1);
  assert.equal(gapOf("d", left, right), 3);
  assert.equal(gapOf("z", left, right), 0);
});
