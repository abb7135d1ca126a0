import assert from "node:assert/strict";
import { test } from "node:test";
import { backoff, judgeSilence } from "../../client/src/patience.ts";

const ALMOST_ONE = 1 - Number.EPSILON;

test("waits double from half a second up to fifteen, and stay there", () => {
  const most = Array.from({ length: 8 }, (_, tries) => Math.round(backoff(tries, ALMOST_ONE)));
  assert.deepEqual(most, [500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  assert.ok(backoff(10_000, ALMOST_ONE) <= 15_000);
});

test("the whole of a wait is random, but never nothing", () => {
  assert.equal(backoff(4, 0.5), 4000);
  assert.equal(backoff(9, 0), 250);
});

const QUIET = { heard: 0, probed: undefined };

test("silence is asked about after twenty seconds, not before", () => {
  assert.equal(judgeSilence({ ...QUIET, checked: 18_000 }, 19_000), "wait");
  assert.equal(judgeSilence({ ...QUIET, checked: 20_000 }, 21_000), "probe");
});

test("an unanswered probe gives the line up after eight seconds", () => {
  const asked = { heard: 0, probed: 21_000 };
  assert.equal(judgeSilence({ ...asked, checked: 27_000 }, 28_000), "wait");
  assert.equal(judgeSilence({ ...asked, checked: 29_000 }, 30_000), "give up");
});

test("a phone that slept asks first: what it did not hear says nothing", () => {
  assert.equal(judgeSilence({ heard: 0, probed: 21_000, checked: 22_000 }, 90_000), "probe");
  assert.equal(judgeSilence({ ...QUIET, checked: 2_000 }, 90_000), "probe");
});
