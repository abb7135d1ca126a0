// Something is done as soon as it makes sense, and never twice at a time.

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { pace } from "../../../client/src/record/pace.ts";

async function passed(ms: number): Promise<void> {
  now += ms;
  mock.timers.tick(ms);
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

let now = 0;
mock.method(performance, "now", () => now);
mock.timers.enable({ apis: ["setTimeout"] });

test("it is done at once after a rest, and then only when it is time", async () => {
  let times = 0;
  const every = pace(async () => void (times += 1), 1_000);

  every.soon();
  await passed(0);
  assert.equal(times, 1);
  every.soon();
  every.soon();
  await passed(999);
  assert.equal(times, 1);
  await passed(1);
  assert.equal(times, 2);
  await passed(5_000);
  assert.equal(times, 2);
});

test("what is asked for while it is under way is done once afterwards", async () => {
  let times = 0;
  let finish = () => {};
  const every = pace(() => {
    times += 1;
    return new Promise<void>((resolve) => (finish = resolve));
  }, 1_000);

  every.soon();
  await passed(0);
  every.soon();
  every.soon();
  await passed(5_000);
  assert.equal(times, 1);
  finish();
  await passed(0);
  await passed(0);
  assert.equal(times, 2);
});

test("when it is over, nothing is done any more", async () => {
  let times = 0;
  const every = pace(async () => void (times += 1), 1_000);

  every.soon();
  every.stop();
  every.soon();
  await passed(5_000);

  assert.equal(times, 0);
});
