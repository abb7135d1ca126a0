import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyNote, missingFrom, putItem, tapItem } from "../../../client/src/steps/collect/note.ts";
import type { Lane } from "../../../client/src/wire.ts";

const ALIKE: Lane = { id: "alike", title: "Alike, because", joins_two: true };
const PLAIN: Lane = { id: "plain", title: "Worries" };

test("a note begins in the first lane", () => {
  assert.deepEqual(emptyNote([ALIKE, PLAIN]), { lane: "alike", text: "", items: [] });
});

test("tapping cards picks two; a third takes the place of the second", () => {
  assert.deepEqual(["a", "b"].reduce(tapItem, [] as readonly string[]), ["a", "b"]);
  assert.deepEqual(["a", "b", "c"].reduce(tapItem, [] as readonly string[]), ["a", "c"]);
  assert.deepEqual(["a", "b", "a"].reduce(tapItem, [] as readonly string[]), ["b"]);
});

test("the two lists put one statement each", () => {
  assert.deepEqual(putItem([], 0, "a"), ["a"]);
  assert.deepEqual(putItem(["a"], 1, "b"), ["a", "b"]);
  assert.deepEqual(putItem(["a", "b"], 0, "c"), ["c", "b"]);
  assert.deepEqual(putItem(["a", "b"], 0, ""), ["b"]);
});

test("the same statement twice is no pair", () => {
  assert.deepEqual(putItem(["a", "b"], 0, "b"), ["b"]);
});

test("a lane that joins two asks for the pair before the words", () => {
  assert.equal(missingFrom({ lane: "alike", text: "", items: ["a"] }, ALIKE), "pair");
  assert.equal(missingFrom({ lane: "alike", text: " ", items: ["a", "b"] }, ALIKE), "text");
  assert.equal(missingFrom({ lane: "alike", text: "trust", items: ["a", "b"] }, ALIKE), undefined);
  assert.equal(missingFrom({ lane: "plain", text: "trust", items: [] }, PLAIN), undefined);
});
