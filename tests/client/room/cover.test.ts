import assert from "node:assert/strict";
import { test } from "node:test";
import { coverOffer } from "../../../client/src/room/cover.ts";
import type { MemberRecord } from "../../../client/src/wire.ts";
import { person, roomAt } from "../world.ts";

const ROOM = roomAt("a");
const ANN = person("ann");
const GONE = person("chair", { role: "chair", here: false, since: 0 });

function offer(others: readonly MemberRecord[], at = 60_000, own = ANN) {
  return coverOffer([...others, own], own, ROOM, at).kind;
}

test("nothing is offered while the chair is here", () => {
  assert.equal(offer([person("chair", { role: "chair" })]), "none");
});

test("a minute must pass first", () => {
  assert.equal(offer([GONE], 59_999), "wait");
  assert.equal(offer([GONE], 60_000), "offer");
});

test("a deputy who is here comes first", () => {
  assert.equal(offer([GONE, person("dee", { role: "deputy" })]), "deputy");
  assert.equal(offer([GONE, person("dee", { role: "deputy", here: false })]), "offer");
  assert.equal(offer([GONE], 60_000, person("dee", { role: "deputy" })), "offer");
});

test("who only watches is not asked", () => {
  assert.equal(offer([GONE], 60_000, person("eve", { role: "observer" })), "wait");
});

test("a wall and a closed room are offered nothing", () => {
  assert.equal(coverOffer([GONE], undefined, ROOM, 60_000).kind, "none");
  assert.equal(coverOffer([GONE], ANN, roomAt("a", { closed: 5 }), 60_000).kind, "none");
});
