import assert from "node:assert/strict";
import { before, beforeEach, mock, test } from "node:test";
import { now } from "../../client/src/clock.ts";
import { pending, send } from "../../client/src/commands.ts";
import { connect, line, stoppedWhy } from "../../client/src/connection.ts";
import { draft } from "../../client/src/drafts.ts";
import { position } from "../../client/src/store.ts";
import { CloseCode } from "../../client/src/wire.ts";
import { FakeSocket } from "./fake-socket.ts";
import { frame, newPage, person, snapshot } from "./world.ts";

const WELCOME = { type: "welcome", epoch: "log", now: 5_000_000, build: "b1", member: "ann" } as const;
const ME = { type: "me", id: "ann" } as const;
const events = new Map<string, () => void>();
const session = new Map<string, string>();
let reloads = 0;

before(() => {
  mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] });
  newPage();
  const listen = (name: string, run: () => void) => void events.set(name, run);
  Object.assign(document, { addEventListener: listen, visibilityState: "visible" });
  Object.assign(document.body.dataset, { build: "b1", page: "room" });
  const reload = () => (reloads += 1);
  const store = { getItem: (key: string) => session.get(key) ?? null, setItem: (k: string, v: string) => void session.set(k, v) };
  const fakes = { WebSocket: FakeSocket, addEventListener: listen, sessionStorage: store };
  for (const [name, value] of Object.entries({ ...fakes, location: { protocol: "https:", host: "room.test", reload } })) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  connect();
});

function socket(): FakeSocket {
  return FakeSocket.made.at(-1) as FakeSocket;
}

/** Let time pass second by second, as it does: one great leap would look like a phone that slept. */
function pass(ms: number): void {
  for (let gone = 0; gone < ms; gone += 1_000) mock.timers.tick(1_000);
}

/** A socket that is not yet open, whatever the test before has left. */
beforeEach(() => {
  if (line.value === "live") socket().drop();
  events.get("online")?.();
  socket().sent = [];
});

/** A live line whose records stand at position 10. */
function live(): FakeSocket {
  socket().open();
  socket().say(WELCOME);
  socket().say({ ...snapshot(10, { "member/ann": person("ann") }), mine: { put: { me: ME }, drop: [] } });
  socket().sent = [];
  return socket();
}

test("a first hello says nothing of what it has; the first frame makes the line live", () => {
  assert.equal(socket().url, "wss://room.test/r/ABC234/live");
  socket().open();
  assert.deepEqual(socket().sent, [{ type: "hello", protocol: 1, build: "b1" }]);
  socket().say(WELCOME);
  assert.equal(line.value, "connecting");
  socket().say(snapshot(10, { "member/ann": person("ann") }));
  assert.equal(line.value, "live");
  assert.equal(now.value, 5_000_000);
});

test("a hello after a lost line says what this browser has, and a welcome is enough to go on", () => {
  live().drop();
  assert.equal(line.value, "lost");
  pass(15_000);
  socket().open();
  assert.deepEqual(socket().sent, [{ type: "hello", protocol: 1, build: "b1", epoch: "log", position: 10 }]);
  socket().say(WELCOME);
  assert.equal(line.value, "live");
});

test("a gap is answered with hello on the same socket", () => {
  const here = live();
  here.say(frame(12, 13, {}));
  assert.equal(position.value, 10);
  assert.deepEqual(here.sent, [{ type: "hello", protocol: 1, build: "b1", epoch: "log", position: 10 }]);
});

test("so is a beat that knows more than this browser has", () => {
  const here = live();
  here.say({ type: "beat", position: 10, now: 6_000_000 });
  here.say({ type: "beat", position: 11, now: 6_000_000 });
  assert.deepEqual(here.sent.map((message) => message.type), ["hello"]);
});

test("somebody else who has taken a seat in this browser starts with a page of their own", () => {
  live().drop();
  pass(15_000);
  const before = reloads;
  socket().open();
  socket().say({ ...WELCOME, member: "ben" });
  assert.equal(reloads, before + 1);
  assert.deepEqual(socket().sent.map((message) => message.type), ["hello"]);
});

test("what is done while the line is lost is sent when it is back", async () => {
  live().drop();
  const outcome = send({ type: "raise_hand" });
  assert.equal(pending.value, 1);
  events.get("online")?.();
  socket().open();
  socket().say(WELCOME);
  const [, command] = socket().sent;
  assert.ok(command?.type === "do");
  socket().say({ type: "ack", id: command.id, position: 10 });
  assert.deepEqual(await outcome, { ok: true });
});

test("silence is probed, and a line that does not answer is opened anew", () => {
  const here = live();
  pass(22_000);
  assert.deepEqual(here.sent, [{ type: "probe" }]);
  pass(12_000);
  assert.equal(here.readyState, 3);
  assert.notEqual(line.value, "live");
});

test("a socket that never opens is given up", () => {
  const never = socket();
  pass(40_000);
  assert.equal(never.readyState, 3);
  assert.notEqual(socket(), never);
});

test("a new release waits for words that are not sent, then the person says when", () => {
  live();
  const before = reloads;
  draft<string>("note").value = "half a th";
  socket().drop(CloseCode.RELOAD);
  pass(5_000);
  assert.equal(reloads, before);
  assert.equal(line.value, "stopped");
  assert.equal(stoppedWhy.value, "reload");
});

test("a line that has stopped is not opened again", () => {
  const before = FakeSocket.made.length;
  events.get("visibilitychange")?.();
  pass(60_000);
  assert.equal(FakeSocket.made.length, before);
});
