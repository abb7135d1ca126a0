import assert from "node:assert/strict";
import { test } from "node:test";
import { isAnew, nearOf, partOf, standing } from "../../../../client/src/room/statements/list.ts";
import { apply } from "../../../../client/src/store.ts";
import type { EveryoneRecord } from "../../../../client/src/wire.ts";
import { snapshot } from "../../world.ts";

const at = { by: "kit", at: 1 };

/** a was made one with b, c was parted into p and q, and d was put in other words. */
function given() {
  const put: Record<string, EveryoneRecord> = {
    "wording/a": { type: "wording", item: "a", history: { gone: { into: ["b"], ...at } } },
    "wording/b": { type: "wording", item: "b", history: { before: [{ text: "B", joined: "a", ...at }] } },
    "wording/c": { type: "wording", item: "c", history: { gone: { into: ["p", "q"], ...at } } },
    "wording/d": { type: "wording", item: "d", history: { before: [{ text: "D", ...at }], gone: null } },
  };
  apply(snapshot(1, put));
}

test("what is gone is stood for in its place, each once", () => {
  given();
  assert.deepEqual(standing(["a", "b", "c", "d", "e"]), ["b", "p", "q", "d", "e"]);
});

test("a part comes from a whole, and what was made one does not", () => {
  given();
  assert.equal(partOf("q"), "c");
  assert.equal(partOf("b"), undefined);
});

test("what is worded anew is what says something else, or comes from another", () => {
  given();
  assert.deepEqual(["b", "p", "d", "e"].map(isAnew), [true, true, true, false]);
});

test("how near two were put is said in words", () => {
  assert.deepEqual([null, 1, 0.8, 0.66].map(nearOf), ["unknown", "beside", "near", "chance"]);
});
