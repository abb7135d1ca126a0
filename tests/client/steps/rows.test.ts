import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, inRows, orderOf, placeIn, put, putInRow, rowAt, rowsOf, type Slots, takeOut } from "../../../client/src/steps/judge/rows.ts";

const SHAPE = [1, 2, 3, 2, 1];
const NINE = [..."abcdefghi"];
const FREE: Slots = NINE.map(() => null);

test("places come row by row", () => {
  assert.deepEqual(rowsOf(NINE, SHAPE).map((row) => row.join("")), ["a", "bc", "def", "gh", "i"]);
  assert.deepEqual([0, 1, 2, 3, 5, 6, 8].map((place) => rowAt(SHAPE, place)), [0, 1, 1, 2, 2, 3, 4]);
});

test("two answers with the same rows are the same answer", () => {
  assert.deepEqual(inRows([..."acbfedhgi"], SHAPE, NINE), NINE);
  assert.deepEqual(inRows(["b", "a"], [], ["a", "b"]), ["b", "a"]);
  assert.deepEqual(inRows(["b", "a"], SHAPE, NINE), ["b", "a"]);
});

test("those in one row share the middle of its places", () => {
  assert.deepEqual(NINE.map((item) => placeIn(NINE, SHAPE, item)), [1, 2.5, 2.5, 5, 5, 5, 7.5, 7.5, 9]);
  assert.equal(placeIn(["b", "a"], [], "a"), 2);
  assert.equal(placeIn(["b", "a"], [], "c"), 0);
});

test("tapping fills the places from the top, and a full list takes no more", () => {
  const two = put(put(FREE, "e"), "c");
  assert.deepEqual(two.slice(0, 3), ["e", "c", null]);
  assert.equal(put(two, "e"), two);
  assert.equal(put(NINE, "x"), NINE);
});

test("a row gives a free place, and a full one changes places with its last", () => {
  const top = putInRow(FREE, SHAPE, "a", 0);
  const both = putInRow(top, SHAPE, "b", 4);
  assert.deepEqual([both[0], both[8]], ["a", "b"]);
  const swapped = putInRow(both, SHAPE, "b", 0);
  assert.deepEqual([swapped[0], swapped[8]], ["b", "a"]);
  assert.equal(putInRow(both, SHAPE, "a", 0), both);
  assert.deepEqual(putInRow(top, SHAPE, "c", 0)[0], "c");
});

test("who is taken out has no place, and stands last", () => {
  const slots = takeOut(NINE, "b");
  assert.equal(slots[1], null);
  assert.deepEqual(orderOf(slots, NINE), [..."acdefghib"]);
});

test("places of other statements, or too many, are of no use", () => {
  assert.ok(fits(FREE, NINE));
  assert.ok(!fits(undefined, NINE));
  assert.ok(!fits(FREE.slice(1), NINE));
  assert.ok(!fits(FREE.map((_, at) => (at < 2 ? "a" : null)), NINE));
  assert.ok(!fits(put(FREE, "x"), NINE));
});
