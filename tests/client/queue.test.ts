import assert from "node:assert/strict";
import { test } from "node:test";
import { type Entry, makeQueue, type Surroundings } from "../../client/src/queue.ts";
import type { Command, Do, Refused } from "../../client/src/wire.ts";

const TALK: Command = { type: "raise_hand" };
const HUSH: Command = { type: "lower_hand" };

/** A queue with a server that answers when told to, and a device that keeps what is saved. */
function world(device = new Map<string, Entry>()) {
  const sent: Do[] = [];
  const orphans: Refused[] = [];
  const waits: (() => void)[] = [];
  const pageNumber = device.size;
  let made = 0;
  const around: Surroundings = {
    newId: () => `page${pageNumber}-${++made}`,
    save: (entry) => void device.set(entry.id, entry),
    forget: (entry) => void device.delete(entry.id),
    reached: () => Promise.resolve(),
    orphanRefused: (refused) => void orphans.push(refused),
    later: (run) => void waits.push(run),
  };
  const queue = makeQueue(around);
  return {
    ...queue,
    device,
    sent,
    orphans,
    waits,
    up: () => queue.lineUp((message) => void sent.push(message), [...device.values()]),
    ack: (id: string) => queue.answered({ type: "ack", id, position: 1 }),
    refuse: (id: string, code = "chair_only") => queue.answered({ type: "refused", id, code, sentence: `No: ${code}` }),
    ids: () => sent.map((message) => message.id),
  };
}

test("one command is on its way at a time, the rest follow in order", () => {
  const w = world();
  w.up();
  for (const command of [TALK, HUSH, TALK]) void w.send(command);
  assert.deepEqual(w.ids(), ["page0-1"]);
  w.ack("page0-1");
  w.ack("page0-2");
  assert.deepEqual(w.ids(), ["page0-1", "page0-2", "page0-3"]);
  assert.equal(w.pending.value, 1);
});

test("what may have been sent before says so, and what is new does not", () => {
  const w = world();
  w.up();
  void w.send(TALK);
  w.lineDown();
  w.up();
  w.ack("page0-1");
  void w.send(HUSH);
  assert.deepEqual(w.sent.map((message) => message.again ?? false), [false, true, false]);
});

test("what an earlier page left may have been sent before", () => {
  const device = new Map<string, Entry>();
  const before = world(device);
  before.up();
  void before.send(TALK);
  const after = world(device);
  after.up();
  assert.deepEqual(after.sent.map((message) => message.again ?? false), [true]);
});

test("an ack resolves and forgets", async () => {
  const w = world();
  w.up();
  const outcome = w.send(TALK);
  assert.equal(w.device.size, 1);
  w.ack("page0-1");
  assert.deepEqual(await outcome, { ok: true });
  assert.equal(w.device.size, 0);
  assert.equal(w.pending.value, 0);
});

test("a refusal tells its sentence to the one who asked, and the next goes on", async () => {
  const w = world();
  w.up();
  const outcome = w.send(TALK);
  void w.send(HUSH);
  w.refuse("page0-1");
  assert.deepEqual(await outcome, { ok: false, code: "chair_only", sentence: "No: chair_only" });
  assert.deepEqual(w.ids(), ["page0-1", "page0-2"]);
  assert.deepEqual(w.orphans, []);
});

test("what was done without a line is sent when it is back", () => {
  const w = world();
  void w.send(TALK);
  void w.send(HUSH);
  assert.deepEqual(w.sent, []);
  assert.equal(w.pending.value, 2);
  w.up();
  assert.deepEqual(w.ids(), ["page0-1"]);
});

test("a command whose answer was lost is sent again under the same id, before the rest", () => {
  const w = world();
  w.up();
  void w.send(TALK);
  void w.send(HUSH);
  w.lineDown();
  w.up();
  assert.deepEqual(w.ids(), ["page0-1", "page0-1"]);
  w.ack("page0-1");
  assert.deepEqual(w.ids(), ["page0-1", "page0-1", "page0-2"]);
});

test("after a reload, what the page before left behind goes first", () => {
  const before = world();
  void before.send(TALK);
  void before.send(HUSH);
  const w = world(before.device);
  void w.send(TALK);
  w.up();
  w.ack("page0-1");
  w.ack("page0-2");
  assert.deepEqual(w.ids(), ["page0-1", "page0-2", "page2-1"]);
});

test("a refusal of what an earlier page left behind is shown, for nobody waits for it", () => {
  const before = world();
  void before.send(TALK);
  const w = world(before.device);
  w.up();
  w.refuse("page0-1");
  assert.deepEqual(w.orphans.map((refused) => refused.sentence), ["No: chair_only"]);
  assert.equal(w.device.size, 0);
});

test("'not now' is waited out with the same id", () => {
  const w = world();
  w.up();
  void w.send(TALK);
  w.refuse("page0-1", "try_again");
  assert.equal(w.pending.value, 1);
  assert.equal(w.sent.length, 1);
  w.waits[0]?.();
  assert.deepEqual(w.ids(), ["page0-1", "page0-1"]);
});

test("'not now' does not go on for ever", async () => {
  const w = world();
  w.up();
  const outcome = w.send(TALK);
  for (let n = 0; n < 9; n += 1) {
    w.refuse("page0-1", "too_fast");
    w.waits[n]?.();
  }
  assert.equal((await outcome).ok, false);
});

test("an answer to something unknown is nobody's", () => {
  const w = world();
  w.up();
  w.ack("elsewhere");
  assert.equal(w.pending.value, 0);
});
