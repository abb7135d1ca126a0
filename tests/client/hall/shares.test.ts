import assert from "node:assert/strict";
import { test } from "node:test";
import { along, CHANCE, ofHundred, shadeOf } from "../../../client/src/hall/charts/shares.ts";

test("a share is read as so many of a hundred", () => {
  assert.deepEqual([0, 0.284, 1].map(ofHundred), [0, 28, 100]);
});

test("shades go from nothing to chance, and no further", () => {
  assert.deepEqual([0, 0.1, 0.25, CHANCE, 0.9].map((share) => shadeOf(share)), [0, 1, 2, 5, 5]);
});

test("an axis ends where it ends", () => {
  assert.deepEqual([-1, 0.25, 2].map((share) => along(share, CHANCE)), ["0%", "50%", "100%"]);
});
