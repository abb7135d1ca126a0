import assert from "node:assert/strict";
import { test } from "node:test";
import { differ, differing } from "../../../client/src/hall/charts/differing.ts";
import { comparison } from "./given.ts";

test("pairs that differ are said once, with the table that has most of them", () => {
  const found = comparison(["t1", "t2", "t3", "t4"], [["t1", "t3"], ["t2", "t3"], ["t3", "t4"], ["t1", "t2"]]);
  assert.deepEqual(differing(found), [
    { table: "t3", from: ["t1", "t2", "t4"] },
    { table: "t1", from: ["t2"] },
  ]);
});

test("where no pair is supported, none is named", () => {
  assert.deepEqual(differing(comparison(["t1", "t2"], [])), []);
});

test("a pair differs both ways round, and no table from itself", () => {
  const found = comparison(["t1", "t2", "t3"], [["t1", "t3"]]);
  assert.equal(differ(found, "t3", "t1"), true);
  assert.equal(differ(found, "t1", "t2"), false);
  assert.equal(differ(found, "t1", "t1"), false);
});
