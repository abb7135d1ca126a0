import assert from "node:assert/strict";
import { test } from "node:test";
import { endsOf, marksFor, placesOf, rangeOf, unsureOf, widestMarks } from "../../../client/src/charts/scale.ts";
import type { Voice } from "../../../client/src/steps/judge/voices.ts";

function voice(member: string, marks: Voice["marks"]): Voice {
  return { member, answer: [], because: "", marks, whys: {}, unsure: false, shape: [] };
}

const VOICES = [
  voice("ana", { a: 0, b: 5, c: null }),
  voice("ben", { a: 10, b: 5, c: null }),
  voice("cam", { a: null, b: 6, c: null }),
];

test("a scale has eleven places, and the levels have five", () => {
  assert.equal(placesOf(rangeOf("scale")), 11);
  assert.equal(placesOf(rangeOf("level")), 5);
});

test("the lowest mark of either stands at the first place", () => {
  assert.deepEqual(marksFor("a", VOICES, rangeOf("scale")), [
    { member: "ana", place: 1 },
    { member: "ben", place: 11 },
  ]);
  assert.equal(marksFor("b", VOICES, rangeOf("level"))[0]?.place, 5);
});

test("those who do not know are beside the marks and not among them", () => {
  assert.deepEqual(unsureOf("a", VOICES), ["cam"]);
  assert.deepEqual(unsureOf("b", VOICES), []);
});

test("the spread is from the lowest mark to the highest; none when nobody knows", () => {
  assert.deepEqual(endsOf("a", VOICES), { low: 0, high: 10 });
  assert.equal(endsOf("c", VOICES), undefined);
});

test("the widest spread comes first, and what nobody knows last", () => {
  assert.deepEqual(widestMarks(["c", "b", "a"], VOICES), ["a", "b", "c"]);
});
