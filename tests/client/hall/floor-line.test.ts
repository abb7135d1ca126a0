import assert from "node:assert/strict";
import { before, beforeEach, mock, test } from "node:test";
import { connect } from "../../../client/src/connection.ts";
import { floorAll } from "../../../client/src/hall/floor.ts";
import { followFloor } from "../../../client/src/hall/floor-line.ts";
import { FakeSocket } from "../fake-socket.ts";
import { newPage, person, snapshot } from "../world.ts";
import { cardOf, floorFrame } from "./cards.ts";

const floors = () => FakeSocket.made.filter(({ url }) => url.includes("/floor"));
const open = () => floors().filter(({ readyState }) => readyState !== 3);

before(() => {
  mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] });
  newPage();
  Object.assign(document, { addEventListener: () => undefined, visibilityState: "visible" });
  Object.assign(document.body.dataset, { build: "b1", page: "room" });
  const location = { protocol: "https:", host: "room.test", search: "" };
  for (const [name, value] of Object.entries({ WebSocket: FakeSocket, addEventListener: () => undefined, location }))
    Object.defineProperty(globalThis, name, { value, configurable: true });
  connect();
});

beforeEach(() => {
  // Given a room whose own line is live
  const room = FakeSocket.made.filter(({ url }) => url.includes("/live")).pop();
  if (!room) throw new Error("no line to the room");
  room.readyState = FakeSocket.OPEN;
  room.onopen?.();
  room.say({ type: "welcome", epoch: "log", now: 5_000, build: "b1", member: "tess" });
  room.say(snapshot(1, { "member/tess": person("tess", { role: "chair" }) }));
});

test("the floor is greeted as a room is, and its records come in", () => {
  const letGo = followFloor();
  const [line] = open();
  assert.equal(line?.url, "wss://room.test/r/ABC234/floor");
  line?.onopen?.();
  assert.deepEqual(line?.sent[0], { type: "hello", protocol: 1, build: "b1" });
  line?.say({ type: "welcome", epoch: "log", now: 5_000, build: "b1", member: "tess" });
  line?.say(floorFrame({ "card/a": cardOf("a") }, { fresh: true, now: 5_000 }));
  assert.deepEqual(floorAll("table_card").map(({ table }) => table), ["a"]);
  letGo();
  assert.deepEqual(open(), []);
});

test("two parts of a page share one line, and it goes with the last of them", () => {
  const [one, other] = [followFloor(), followFloor()];
  assert.equal(open().length, 1);
  one();
  assert.equal(open().length, 1);
  other();
  assert.equal(open().length, 0);
});

test("a line that was lost is opened again; one that the server does not want is not", () => {
  const letGo = followFloor();
  const before = floors().length;
  open()[0]?.onclose?.({ code: 1006 });
  mock.timers.tick(16_000);
  assert.equal(floors().length, before + 1);
  floors().at(-1)?.onclose?.({ code: 4501 });
  mock.timers.tick(16_000);
  assert.equal(floors().length, before + 1);
  letGo();
});
