import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { seatQuery, seatsHere } from "../../client/src/seat.ts";
import { newPage } from "./world.ts";

const at = (search: string) => Object.defineProperty(globalThis, "location", { value: { search }, configurable: true });

beforeEach(() => void newPage());

test("the address of the page says whose turn it is", () => {
  at("?seat=ab12");
  assert.equal(seatQuery(), "?seat=ab12");
  at("?seat=a%26b&other=1");
  assert.equal(seatQuery(), "?seat=a%26b");
});

test("a device with one seat needs no name for it", () => {
  at("");
  assert.equal(seatQuery(), "");
  assert.equal(seatsHere(), 1);
});

test("a device knows how many seats it holds", () => {
  document.body.dataset["seats"] = "3";
  assert.equal(seatsHere(), 3);
});
