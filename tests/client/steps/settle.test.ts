import assert from "node:assert/strict";
import { test } from "node:test";
import { bandsOf, firstEmpty, nextSlot, slotWith } from "../../../client/src/steps/settle/board.ts";
import { dissent, fall, needsWords, takesWords, unheard, WORDS } from "../../../client/src/steps/settle/stance.ts";
import type { SlotRecord, StanceRecord } from "../../../client/src/wire.ts";

function slot(number: number, item: string | null, settled = false): SlotRecord {
  return { type: "slot", step: "five", aim: "keep", slot: number, item, settled, because: "", missing: [], away: [], all_agree: false, all_here_agree: false };
}

function stance(member: string, word: StanceRecord["word"]): StanceRecord {
  return { type: "stance", step: "five", slot: 0, member, word, note: "" };
}

test("bands take up as many places as they have statements", () => {
  assert.deepEqual(bandsOf([["a"], ["b", "c", "d"], ["e"]]), [
    { items: ["a"], first: 1, last: 1 },
    { items: ["b", "c", "d"], first: 2, last: 4 },
    { items: ["e"], first: 5, last: 5 },
  ]);
});

test("the next place is the first open one with something in it", () => {
  const slots = [slot(0, "a", true), slot(1, null), slot(2, "c")];
  assert.equal(nextSlot(slots)?.slot, 2);
  assert.equal(firstEmpty(slots)?.slot, 1);
  assert.equal(slotWith(slots, "c")?.slot, 2);
});

test("with nothing proposed the next place is the first empty one", () => {
  assert.equal(nextSlot([slot(0, "a", true), slot(1, null), slot(2, null)])?.slot, 1);
});

test("a board that is settled throughout has no next place", () => {
  assert.equal(nextSlot([slot(0, "a", true), slot(1, "b", true)]), undefined);
});

test("stances are shown in the order in which they are offered, without empty ones", () => {
  const fallen = fall([stance("sam", "no"), stance("ann", "yes"), stance("tom", "no")]);
  assert.deepEqual(
    fallen.map(({ word, stances }) => [word, stances.map((each) => each.member)]),
    [
      ["yes", ["ann"]],
      ["no", ["sam", "tom"]],
    ],
  );
});

test("only a no is dissent", () => {
  assert.deepEqual(dissent(WORDS.map((word) => stance(word, word))).map((each) => each.word), ["no"]);
});

test("who has taken no stance has not been heard", () => {
  assert.deepEqual(unheard(["ann", "sam", "tom"], [stance("sam", "not_mine")]), ["ann", "tom"]);
});

test("a note and a no need words; living with it may have some", () => {
  assert.deepEqual(WORDS.filter(needsWords), ["yes_note", "no"]);
  assert.deepEqual(WORDS.filter(takesWords), ["yes_note", "can_live", "no"]);
});
