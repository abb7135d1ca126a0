import assert from "node:assert/strict";
import { test } from "node:test";
import { cut, grouped, labelled } from "../../../client/src/hall/charts/likeness.ts";
import { pair } from "./given.ts";

const pairs = [
  pair("a", "b", 0.9, 0.9),
  pair("a", "c", 0.8, 0.1),
  pair("a", "d", 0.3, 0.8),
  pair("b", "c", 0.3, 0.1),
  pair("b", "d", 0.2, 0.1),
  pair("c", "d", null, 0),
];

test("pairs fall into four groups by the most alike quarter of each", () => {
  const found = grouped(pairs);
  const names = (group: keyof typeof found) => found[group].map(({ first, second }) => first + second);
  assert.deepEqual(names("both"), ["ab"]);
  assert.deepEqual(names("ranked"), ["ac"]);
  assert.deepEqual(names("reads"), ["ad"]);
  assert.deepEqual(names("neither"), ["bc", "bd", "cd"]);
});

test("where no two statements share a word, none reads alike", () => {
  assert.equal(cut([0, 0, 0, 0]), Infinity);
  assert.equal(cut([]), Infinity);
});

test("what is level with most others does not stand out", () => {
  assert.equal(cut([0.5, 0.5, 0.5, 0.1]), Infinity);
  assert.equal(cut([0.5, 0.5, 0.2, 0.1]), 0.5);
});

test("only so many letters stand on the map as can be told apart", () => {
  const at = (index: number, x: number, y: number) => ({ pair: pairs[index]!, x, y });
  assert.deepEqual(labelled([at(0, 50, 50), at(1, 52, 52), at(2, 70, 50)]), [pairs[0], pairs[2]]);
});

test("statements that nobody has ranked are not said to be ranked differently", () => {
  const pairs = [pair("a", "b", null, 0.9), pair("a", "c", null, 0)];
  assert.deepEqual(grouped(pairs).reads, []);
  assert.deepEqual(grouped(pairs).neither, pairs);
});
