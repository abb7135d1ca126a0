import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY, paragraphs, tick, unticked } from "../../../client/src/steps/gate/ticks.ts";

test("every sentence has to be ticked, and a tick can be taken away", () => {
  const checks = ["No names", "I know who to ask"];
  const one = tick(EMPTY, 1);
  assert.equal(unticked(EMPTY, checks), 2);
  assert.equal(unticked(one, checks), 1);
  assert.equal(unticked(tick(one, 0), checks), 0);
  assert.equal(unticked(tick(one, 1), checks), 2);
});

test("ticks for sentences that are not asked any more count for nothing", () => {
  assert.equal(unticked({ ticked: [0, 5], note: "" }, ["No names", "Another"]), 1);
});

test("paragraphs stand between empty lines", () => {
  assert.deepEqual(paragraphs("One\ntwo\n\n \nThree\n"), ["One\ntwo", "Three\n"]);
  assert.deepEqual(paragraphs(""), []);
});
