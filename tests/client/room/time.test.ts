import assert from "node:assert/strict";
import { test } from "node:test";
import { crossed, inMinutes, leftInWords, timeLeft, timeSpent } from "../../../client/src/room/time.ts";
import { roomAt, step } from "../world.ts";

const MINUTE = 60_000;

test("time runs only in the step that the meeting is at, and not while it is paused", () => {
  const used = step("a", 1, { spent: MINUTE });
  assert.equal(timeSpent(used, roomAt("a", { running: 5_000 }), 8_000), MINUTE + 3_000);
  assert.equal(timeSpent(used, roomAt("b", { running: 5_000 }), 8_000), MINUTE);
  assert.equal(timeSpent(used, roomAt("a", { running: null }), 8_000), MINUTE);
});

test("a clock that is behind the server's takes no time back", () => {
  assert.equal(timeSpent(step("a", 1), roomAt("a", { running: 5_000 }), 4_000), 0);
});

test("what is left is the time box, as it was lengthened, without what was used", () => {
  assert.equal(timeLeft(step("a", 1, { minutes: 7 }), roomAt("a"), 2 * MINUTE), 5 * MINUTE);
});

test("time left is said in minutes, then in tens of seconds, then as time over", () => {
  const said = [5 * MINUTE, MINUTE + 1, MINUTE, 41_000, 1, 0, -59_000, -MINUTE].map(leftInWords);
  assert.deepEqual(
    said.map(({ id, count }) => [id, count]),
    [
      ["time-left-minutes", 5],
      ["time-left-minutes", 2],
      ["time-left-seconds", 60],
      ["time-left-seconds", 50],
      ["time-left-seconds", 10],
      ["time-up", 0],
      ["time-up", 0],
      ["time-over", 1],
    ],
  );
});

test("a step that was open for a moment counts as a minute", () => {
  assert.deepEqual([0, 400, 89_000, 91_000].map(inMinutes), [0, 1, 1, 2]);
});

test("each spoken mark is crossed once", () => {
  assert.equal(crossed(61_000, 60_000), 60_000);
  assert.equal(crossed(60_000, 59_000), undefined);
  assert.equal(crossed(500, -500), 0);
  assert.equal(crossed(-500, -1_500), undefined);
});
