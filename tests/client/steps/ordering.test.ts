import assert from "node:assert/strict";
import { test } from "node:test";
import {
  droppedAt,
  isOrderOf,
  isWhole,
  made,
  moveTo,
  type Ordering,
  placeOf,
  sameOrder,
  tap,
  untouched,
} from "../../../client/src/steps/ordering.ts";

const ITEMS = ["a", "b", "c", "d", "e"];

function tapped(...items: string[]): Ordering {
  return items.reduce(tap, untouched(ITEMS));
}

test("tapping gives the next place each time, and the rest keep their order", () => {
  const ordering = tapped("d", "b");
  assert.deepEqual(ordering, { order: ["d", "b", "a", "c", "e"], placed: 2 });
  assert.equal(placeOf(ordering, "b"), 2);
  assert.equal(placeOf(ordering, "a"), undefined);
  assert.equal(isWhole(ordering), false);
});

test("tapping again gives the place back, and those after it move up", () => {
  const ordering = tapped("d", "b", "c", "d");
  assert.deepEqual(ordering, { order: ["b", "c", "d", "a", "e"], placed: 2 });
  assert.equal(placeOf(ordering, "b"), 1);
});

test("tapping one after the other places them all, the last one too", () => {
  const ordering = tapped("e", "d", "c", "b", "a");
  assert.deepEqual(ordering, { order: ["e", "d", "c", "b", "a"], placed: 5 });
  assert.ok(isWhole(ordering));
  assert.equal(isWhole(tapped("e", "d", "c", "b")), false);
});

test("taking one out of a whole order leaves one without a place", () => {
  const ordering = tap(made(ITEMS), "c");
  assert.deepEqual(ordering, { order: ["a", "b", "d", "e", "c"], placed: 4 });
});

test("an item that is not in the list changes nothing", () => {
  assert.deepEqual(tap(untouched(ITEMS), "z"), untouched(ITEMS));
  assert.deepEqual(moveTo(made(ITEMS), "z", 2).order, ITEMS);
});

test("moving puts an item at a place, and every place counts from then on", () => {
  assert.deepEqual(moveTo(tapped("d"), "e", 2), made(["d", "e", "a", "b", "c"]));
  assert.deepEqual(moveTo(made(ITEMS), "a", 5).order, ["b", "c", "d", "e", "a"]);
});

test("moving beyond an end stops there", () => {
  assert.deepEqual(moveTo(made(ITEMS), "a", 0).order, ITEMS);
  assert.deepEqual(moveTo(made(ITEMS), "e", 9).order, ITEMS);
});

test("a dropped row takes the place before or after the one it fell on", () => {
  const drop = (item: string, on: string, after: boolean) =>
    moveTo(made(ITEMS), item, droppedAt(ITEMS, item, on, after)).order.join("");
  assert.equal(drop("a", "c", false), "bacde");
  assert.equal(drop("a", "c", true), "bcade");
  assert.equal(drop("e", "a", false), "eabcd");
  assert.equal(drop("e", "a", true), "aebcd");
  assert.equal(drop("b", "gone", true), "abcde");
});

test("every way of moving keeps each item exactly once", () => {
  let ordering = untouched(ITEMS);
  for (let step = 0; step < 200; step += 1) {
    const item = ITEMS[(step * 7) % 5] ?? "a";
    ordering = step % 3 === 0 ? moveTo(ordering, item, ((step * 3) % 7) - 1) : tap(ordering, item);
    assert.ok(isOrderOf(ordering.order, ITEMS));
    assert.ok(ordering.placed >= 0 && ordering.placed <= ITEMS.length);
  }
});

test("an order is of some items when each is there once and no other is", () => {
  assert.ok(isOrderOf(["e", "d", "c", "b", "a"], ITEMS));
  assert.equal(isOrderOf(["a", "b", "c", "d"], ITEMS), false);
  assert.equal(isOrderOf(["a", "a", "b", "c", "d"], ITEMS), false);
  assert.equal(isOrderOf(["a", "b", "c", "d", "z"], ITEMS), false);
});

test("two orders are the same only place by place", () => {
  assert.ok(sameOrder(["a", "b"], ["a", "b"]));
  assert.equal(sameOrder(["a", "b"], ["b", "a"]), false);
  assert.equal(sameOrder(["a"], ["a", "b"]), false);
});
