import assert from "node:assert/strict";
import { test } from "node:test";
import { draftOf, EMPTY, hasMore, isTest, keyOf, missingFrom, named, toggle } from "../../../client/src/steps/commit/draft.ts";
import type { Owner, PromiseRecord } from "../../../client/src/wire.ts";

const ANA: Owner = { name: "Ana", agency: "Health", member: "ana", answer: "yes" };
const POLICE: Owner = { name: "", agency: "Police", member: "", answer: "asked" };
const GRAN: Owner = { name: "Grandmother", agency: "", member: "", answer: "asked" };

const PROMISE: PromiseRecord = {
  type: "promise",
  step: "plan",
  promise: "p1",
  terms: { what: "Call" },
  owners: [ANA, POLICE, GRAN],
  entered_by: "ana",
  at: 7,
  personal: false,
  carried: false,
  stage: "open",
  result: "",
};

test("a change begins with the promise as it is, and with when it was changed last", () => {
  const draft = draftOf(PROMISE);
  assert.deepEqual(draft, { terms: { what: "Call" }, members: ["ana"], agencies: ["Police"], others: "Grandmother", seen: 7 });
  assert.deepEqual(named(draft), { members: ["ana"], agencies: ["Police"], others: "Grandmother" });
});

test("a promise needs its words and somebody to keep it", () => {
  assert.equal(missingFrom(EMPTY), "what");
  assert.equal(missingFrom({ ...EMPTY, terms: { what: "Call" } }), "owner");
  assert.equal(missingFrom({ ...EMPTY, terms: { what: "Call" }, others: "Gran" }), undefined);
  assert.equal(missingFrom({ ...EMPTY, terms: { what: "Call" }, agencies: ["Police"] }), undefined);
});

test("owners are told apart as the server tells them apart", () => {
  assert.deepEqual([ANA, POLICE, GRAN].map(keyOf), ["ana", "Police", "Grandmother"]);
  assert.equal(keyOf({ name: "Ana", agency: "Health" }), "Ana, Health");
});

test("one of several is added or taken out", () => {
  assert.deepEqual(toggle(["a"], "b"), ["a", "b"]);
  assert.deepEqual(toggle(["a", "b"], "a"), ["b"]);
});

test("what is filled in says which parts are shown", () => {
  assert.equal(isTest({ what: "Call", trial: "once" }), true);
  assert.equal(isTest({ what: "Call" }), false);
  assert.equal(hasMore({ what: "Call", cover: "Ben" }), true);
  assert.equal(hasMore({ what: "Call", how: "A letter" }), false);
});
