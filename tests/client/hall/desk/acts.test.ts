import assert from "node:assert/strict";
import { test } from "node:test";
import { nextOf, type Session } from "../../../../client/src/hall/desk/acts.ts";

const READY: Session = { tables: 4, people: 20, begun: false, held: false, called: false };

test("tables come first, then people, then the start", () => {
  assert.equal(nextOf({ ...READY, tables: 0, people: 0 }), "make");
  assert.equal(nextOf({ ...READY, people: 0 }), "wait");
  assert.equal(nextOf(READY), "begin");
});

test("at work everybody may be called back, and then comes what all do together", () => {
  assert.equal(nextOf({ ...READY, begun: true }), "call");
  assert.equal(nextOf({ ...READY, begun: true, called: true }), "plenary");
});

test("while all tables are stopped, letting them go on comes before anything else", () => {
  assert.equal(nextOf({ ...READY, begun: true, held: true, called: true }), "go-on");
});
