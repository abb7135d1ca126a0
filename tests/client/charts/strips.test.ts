import assert from "node:assert/strict";
import { test } from "node:test";
import {
  across,
  axisPlaces,
  byPlace,
  isLettered,
  laneBefore,
  laneOf,
  sorted,
  stretch,
  type Vote,
  votesFor,
  widestOf,
  yOf,
} from "../../../client/src/charts/strips.ts";
import type { Spread } from "../../../client/src/wire.ts";

function votes(...places: number[]): readonly Vote[] {
  return places.map((place, index) => ({ member: `m${index}`, place }));
}

function spread(item: string, median: number, apart: number): Spread {
  const middle = { median, quarter_low: median, quarter_high: median };
  return { item, places: [], ...middle, low: 1, high: 9, deviation: 0, apart };
}

test("a vote is the place of a statement in a person's order", () => {
  const ballots = [
    { member: "ann", answer: ["a", "b", "c"], shape: [] },
    { member: "sam", answer: ["c", "a", "b"], shape: [] },
    { member: "tom", answer: ["b"], shape: [] },
  ];
  assert.deepEqual(votesFor("a", ballots), [
    { member: "ann", place: 1 },
    { member: "sam", place: 2 },
  ]);
});

test("statements in one row share the middle of its places", () => {
  const ballots = [{ member: "ann", answer: ["a", "b", "c"], shape: [1, 2] }];
  assert.deepEqual(votesFor("b", ballots), [{ member: "ann", place: 2.5 }]);
});

test("places lie in the middle of equal columns", () => {
  assert.equal(across(1, 9), "5.56%");
  assert.equal(across(5, 9), "50%");
  assert.equal(across(9, 9), "94.44%");
  assert.equal(across(3.5, 10), "30%");
  assert.equal(stretch(3, 9), "33.33%");
});

test("equal places are stacked, each on a level of its own", () => {
  const lane = laneOf(votes(3, 3, 1, 3));
  assert.deepEqual(lane.marks.map((mark) => mark.level), [0, 1, 0, 2]);
  const [first, second, , third] = lane.marks.map((mark) => yOf(mark, lane));
  assert.ok(first! > second! && second! > third!);
  assert.ok(third! - lane.size / 2 >= 0, "the highest mark stays inside the lane");
});

test("a row stays low even when everybody gave the same place", () => {
  const few = laneOf(votes(...Array<number>(12).fill(4)));
  const many = laneOf(votes(...Array<number>(200).fill(4)));
  assert.ok(few.height <= 106 && many.height <= 106);
  assert.ok(isLettered(few.marks));
  assert.equal(isLettered(many.marks), false);
});

test("marks are larger on the wall, and smaller for the pass before", () => {
  assert.ok(laneOf(votes(1, 2), "wall").size > laneOf(votes(1, 2)).size);
  assert.ok(laneBefore(votes(1, 2)).size < laneOf(votes(1, 2)).size);
});

test("an empty lane has the height of one mark", () => {
  assert.ok(laneOf([]).height > 0);
  assert.deepEqual(laneOf([]).marks, []);
});

test("rows come in the list's order, by the middle, or the widest first", () => {
  const spreads = [spread("a", 5, 1), spread("b", 2, 4), spread("c", 2, 3)];
  const items = (by: "list" | "median" | "widest") => sorted(spreads, ["b", "c", "a"], by).map((each) => each.item);
  assert.deepEqual(items("list"), ["a", "b", "c"]);
  assert.deepEqual(items("median"), ["b", "c", "a"]);
  assert.deepEqual(items("widest"), ["b", "c", "a"]);
});

test("the widest may be several, or none", () => {
  assert.deepEqual(widestOf([spread("a", 1, 3), spread("b", 1, 3), spread("c", 1, 2)]), ["a", "b"]);
  assert.deepEqual(widestOf([spread("a", 1, 0)]), []);
});

test("people are named by place, from the highest down", () => {
  assert.deepEqual(byPlace(votes(4, 1, 4)), [
    { place: 1, members: ["m1"] },
    { place: 4, members: ["m0", "m2"] },
  ]);
});

test("a short axis has all places, a long one about ten", () => {
  assert.deepEqual(axisPlaces(9), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.equal(axisPlaces(14).length, 14);
  assert.deepEqual(axisPlaces(50), [1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50]);
});
