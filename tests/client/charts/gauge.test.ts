import assert from "node:assert/strict";
import { test } from "node:test";
import { readingOf } from "../../../client/src/charts/gauge.ts";
import type { Figures, Movement } from "../../../client/src/wire.ts";

function figures(agreement: number | null, movement: Partial<Movement> | null = null): Figures {
  const none = { people: 0, before: null, after: null, raised: {}, lowered: {}, unchanged: 0 };
  const found = movement && { ...none, ...movement };
  return { spreads: [], widest: [], agreement, furthest: null, movement: found };
}

test("nothing is shown under three people", () => {
  assert.equal(readingOf(figures(null), 2), undefined);
});

test("one pass has one mark, of everybody who answered", () => {
  assert.deepEqual(readingOf(figures(0.7142), 6), {
    marks: [{ tenths: 7.1, pass: "now" }],
    people: 6,
    change: undefined,
  });
});

test("two passes have two marks, of those who answered both times", () => {
  const reading = readingOf(figures(0.9, { people: 5, before: 0.55, after: 0.68 }), 6);
  assert.deepEqual(reading?.marks.map((mark) => mark.tenths), [5.5, 6.8]);
  assert.equal(reading?.people, 5);
  assert.equal(reading?.change, "closer");
});

test("people may move apart, or stay, and a change too small to be written is none", () => {
  assert.equal(readingOf(figures(0.5, { before: 0.6, after: 0.5 }), 4)?.change, "apart");
  assert.equal(readingOf(figures(0.5, { before: 0.6, after: 0.601 }), 4)?.change, "same");
});

test("when fewer than three answered both times only this pass is shown", () => {
  const reading = readingOf(figures(0.5, { people: 2 }), 4);
  assert.deepEqual(reading?.marks, [{ tenths: 5, pass: "now" }]);
});
