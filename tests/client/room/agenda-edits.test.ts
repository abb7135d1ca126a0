import assert from "node:assert/strict";
import { test } from "node:test";
import { canRemove, canSkip, minutesOf, movesOf } from "../../../client/src/room/agenda-editor/edits.ts";
import { step } from "../world.ts";

const fresh = { opened: false, skipped: null, added: false } as const;
const A = step("a", 1, fresh);
const B = step("b", 2, fresh);
const C = step("c", 3, fresh);
const AGENDA = [A, B, C];

test("a step moves before the one above it, and past the one below it", () => {
  assert.deepEqual(movesOf(AGENDA, B), {
    up: { type: "agenda.move", step: "b", before: "a" },
    down: { type: "agenda.move", step: "b", before: null },
  });
  assert.deepEqual(movesOf(AGENDA, A).down, { type: "agenda.move", step: "a", before: "c" });
});

test("the first goes no further up, and the last no further down", () => {
  assert.equal(movesOf(AGENDA, A).up, undefined);
  assert.equal(movesOf(AGENDA, C).down, undefined);
});

test("a step that was opened stays where it was held", () => {
  const held = { ...B, opened: true };
  assert.deepEqual(movesOf([A, held, C], held), { up: undefined, down: undefined });
  assert.equal(canSkip([A, held, C], held), false);
  assert.equal(canRemove([A, held, C], held), false);
});

test("a step that is no longer there moves nowhere", () => {
  assert.deepEqual(movesOf([A], B), { up: undefined, down: undefined });
});

test("before the first step any can be taken out; later what was added, and the rest is skipped", () => {
  assert.equal(canRemove(AGENDA, B), true);
  assert.equal(canSkip(AGENDA, B), false);
  const begun = [{ ...A, opened: true }, B, { ...C, added: true }];
  assert.equal(canRemove(begun, B), false);
  assert.equal(canSkip(begun, B), true);
  assert.equal(canRemove(begun, begun[2]!), true);
});

test("the only step stays, and a skipped one is not skipped again", () => {
  assert.equal(canRemove([A], A), false);
  assert.equal(canSkip([{ ...A, opened: true }, { ...B, skipped: "late" }], { ...B, skipped: "late" }), false);
});

test("what is left out takes no time", () => {
  assert.equal(minutesOf([A, { ...B, skipped: "late" }, C]), 10);
});
