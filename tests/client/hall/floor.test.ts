import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { applyFloor, floorAll, floorBusy, floorRecord } from "../../../client/src/hall/floor.ts";
import { effect } from "../world.ts";
import { cardOf, floorFrame } from "./cards.ts";

beforeEach(() => applyFloor(floorFrame({}, { fresh: true })));

function cards(): readonly string[] {
  return floorAll("table_card").map(({ table }) => table);
}

test("a frame puts whole records and drops keys", () => {
  applyFloor(floorFrame({ "card/a": cardOf("a"), "card/b": cardOf("b") }));
  applyFloor(floorFrame({ "card/b": cardOf("b", { here: 3 }) }, { drop: ["card/a"] }));
  assert.deepEqual(cards(), ["b"]);
  assert.equal(floorRecord("table_card", "card/b")?.here, 3);
  assert.equal(floorRecord("table_card", "card/a"), undefined);
});

test("a fresh frame forgets what it does not say", () => {
  applyFloor(floorFrame({ "card/a": cardOf("a"), "card/b": cardOf("b") }));
  applyFloor(floorFrame({ "card/b": cardOf("b") }, { fresh: true }));
  assert.deepEqual(cards(), ["b"]);
});

test("a record is only given to whoever asks for its type", () => {
  applyFloor(floorFrame({ splits: { type: "splits", items: [] }, "card/a": cardOf("a") }));
  assert.equal(floorRecord("table_card", "splits"), undefined);
  assert.deepEqual(floorRecord("splits", "splits")?.items, []);
  assert.deepEqual(cards(), ["a"]);
});

test("only what reads a record that changed runs again", () => {
  applyFloor(floorFrame({ "card/a": cardOf("a"), "card/b": cardOf("b") }));
  let seen = 0;
  const stop = effect(() => void (floorRecord("table_card", "card/a"), seen++));
  applyFloor(floorFrame({ "card/b": cardOf("b", { here: 1 }) }));
  assert.equal(seen, 1);
  applyFloor(floorFrame({ "card/a": cardOf("a", { here: 1 }) }));
  assert.equal(seen, 2);
  stop();
});

test("a frame says whether figures are still being worked out", () => {
  applyFloor(floorFrame({}, { busy: true }));
  assert.equal(floorBusy.value, true);
  applyFloor(floorFrame({}));
  assert.equal(floorBusy.value, false);
});
