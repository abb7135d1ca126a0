import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { announce, closeNotice, digest, notice, offerUndo, quiet, said, warn } from "../../client/src/status.ts";

mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 });

/** Let time pass little by little, so that what one timer starts can end as well. */
function pass(ms: number): void {
  for (let gone = 0; gone < ms; gone += 100) mock.timers.tick(100);
}

/** Long after whatever the test before said. */
beforeEach(() => {
  pass(60_000);
  announce("");
  pass(60_000);
});

test("an own action is said at once", () => {
  announce("Your hand is up.");
  pass(200);
  assert.equal(said.value, "Your hand is up.");
});

test("of quick moves only the last is said", () => {
  announce("E is now 3 of 9.");
  announce("E is now 2 of 9.");
  assert.equal(said.value, "");
  pass(200);
  assert.equal(said.value, "E is now 2 of 9.");
});

test("the same words twice are heard twice, for the region is empty in between", () => {
  announce("Copied");
  pass(200);
  announce("Copied");
  assert.equal(said.value, "");
  pass(200);
  assert.equal(said.value, "Copied");
});

test("what others do is gathered, and the later news of one thing replaces the earlier", () => {
  digest("3 of 6 have answered.", "answered");
  digest("Sam has come in.");
  digest("4 of 6 have answered.", "answered");
  pass(2_200);
  assert.equal(said.value, "Sam has come in. 4 of 6 have answered.");
});

test("a second digest waits until ten seconds after the first", () => {
  digest("one");
  pass(2_200);
  digest("two");
  pass(5_000);
  assert.equal(said.value, "one");
  pass(6_000);
  assert.equal(said.value, "two");
});

test("who wants quiet hears nothing of others", () => {
  quiet.value = true;
  digest("Sam has come in.");
  pass(15_000);
  assert.equal(said.value, "");
  quiet.value = false;
});

test("a warning stands until it is closed", () => {
  warn("Only the chair can do that.");
  pass(60_000);
  assert.deepEqual(notice.value, { text: "Only the chair can do that." });
  closeNotice();
  assert.equal(notice.value, undefined);
});

test("the way back stands for ten seconds", () => {
  offerUndo("Everyone is now at: Rank.", () => {});
  pass(9_000);
  assert.equal(typeof notice.value?.undo, "function");
  pass(2_000);
  assert.equal(notice.value, undefined);
});
