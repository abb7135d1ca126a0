import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, type Draft, faceOf, isHeld } from "../../../client/src/steps/judge/ballot.ts";
import type { MyBallotRecord } from "../../../client/src/wire.ts";

function mine(answer: readonly string[] | null, because = ""): MyBallotRecord {
  return { type: "my_ballot", step: "rank", start: ["a", "b"], answer, because };
}

function draft(stage: Draft["stage"], answer = ["b", "a"], because = ""): Draft {
  return { answer, placed: 2, because, stage };
}

test("without a draft the form is open until the room holds an answer", () => {
  assert.equal(faceOf(undefined, mine(null), false), "edit");
  assert.equal(faceOf(undefined, mine(["a", "b"]), false), "sent");
});

test("a draft shows the page it was left on", () => {
  assert.equal(faceOf(draft("edit"), mine(["a", "b"]), false), "edit");
  assert.equal(faceOf(draft("check"), mine(null), true), "check");
});

test("an answer on its way says so, also after a reload", () => {
  assert.equal(faceOf(draft("sent"), mine(null), true), "sending");
});

test("an answer that the room holds has arrived, whatever else is on its way", () => {
  assert.equal(faceOf(draft("sent"), mine(["b", "a"]), true), "sent");
});

test("an answer that was refused comes back to be changed", () => {
  assert.equal(faceOf(draft("sent"), mine(null), false), "edit");
});

test("the server's spacing of a reason is the same reason", () => {
  const words = draft("sent", ["b", "a"], "  two\n words ");
  assert.ok(isHeld(words, mine(["b", "a"], "two words")));
  assert.equal(isHeld(words, mine(["b", "a"], "other words")), false);
});

test("one of one: the newer choice replaces the older", () => {
  assert.deepEqual(choose(["a"], "b", 1), ["b"]);
});

test("a few: a full set stays until one is put back", () => {
  assert.deepEqual(choose(["a"], "b", 2), ["a", "b"]);
  assert.deepEqual(choose(["a", "b"], "c", 2), ["a", "b"]);
  assert.deepEqual(choose(["a", "b"], "a", 2), ["b"]);
});
