import assert from "node:assert/strict";
import { test } from "node:test";
import { letterAt } from "../../../client/src/steps/letters.ts";

test("statements are called A to Z, then AA, AB", () => {
  assert.deepEqual([0, 8, 25, 26, 27, 51, 52].map(letterAt), ["A", "I", "Z", "AA", "AB", "AZ", "BA"]);
});

test("fifty statements have fifty letters", () => {
  assert.equal(new Set(Array.from({ length: 50 }, (_, index) => letterAt(index))).size, 50);
});
