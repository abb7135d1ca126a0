import assert from "node:assert/strict";
import { test } from "node:test";
import { barsOf, share } from "../../../client/src/charts/bars.ts";

const ITEMS = ["a", "b", "c", "d"];

function choice(member: string, ...answer: string[]) {
  return { member, answer };
}

test("the most chosen come first, and equals stay in the list's order and say that they are level", () => {
  const bars = barsOf(ITEMS, [choice("ann", "c"), choice("sam", "b"), choice("tom", "d"), choice("mo", "d")]);
  assert.deepEqual(
    bars.map((bar) => [bar.item, bar.members.join(" "), bar.level]),
    [
      ["d", "tom mo", 0],
      ["b", "sam", 1],
      ["c", "ann", 1],
      ["a", "", 0],
    ],
  );
});

test("who chose several counts for each", () => {
  const [first, second] = barsOf(ITEMS, [choice("ann", "a", "b")]);
  assert.deepEqual([first?.members, second?.members], [["ann"], ["ann"]]);
});

test("a share is of all who answered", () => {
  assert.deepEqual([share(1, 3), share(0, 3), share(3, 3), share(0, 0)], ["33.3%", "0%", "100%", "0%"]);
});
