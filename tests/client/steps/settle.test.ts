import assert from "node:assert/strict";
import { test } from "node:test";
import { bandsOf, firstEmpty, nextSlot, slotWith } from "../../../client/src/steps/settle/board.ts";
import { dissent, fall, needsWords, takesWords, total, unheard, WORDS } from "../../../client/src/steps/settle/stance.ts";
import { hints } from "../../../client/src/steps/settle/plain.ts";
import { both, standing, tidy } from "../../../client/src/steps/settle/wording.ts";
import type { SlotRecord, StanceRecord } from "../../../client/src/wire.ts";

function slot(number: number, item: string | null, settled = false): SlotRecord {
  return { type: "slot", step: "five", aim: "keep", slot: number, item, settled, because: "", missing: [], away: [], likely: "", next: "", escalated: "", all_agree: false, all_here_agree: false };
}

function stance(member: string, word: StanceRecord["word"]): StanceRecord {
  return { type: "stance", step: "five", slot: 0, member, word, note: "", harm: "", evidence: "", would_settle: "" };
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

test("everybody is counted, on whichever side they are", () => {
  assert.equal(total({ agree: 2, against: 1, split: 0, not_mine: 1 }), 4);
});

test("a draft with the words of the text is the same, whatever spaces end its lines", () => {
  const text = { words: "We meet.\n\nSoon.", version: 3 };
  assert.equal(standing(undefined, text), "same");
  assert.equal(standing({ words: " We  meet. \n\n\n\nSoon.\n", version: 1 }, text), "same");
});

test("a draft goes ahead of the version it began from, and stands apart from a later one", () => {
  const text = { words: "We meet.", version: 3 };
  assert.equal(standing({ words: "We meet soon.", version: 3 }, text), "ahead");
  assert.equal(standing({ words: "We meet soon.", version: 2 }, text), "apart");
});

test("words are tidied as the room does it", () => {
  assert.equal(tidy("\n one \r\n\ttwo  three\n\n\n\nfour\n"), "one\ntwo three\n\nfour");
  assert.equal(tidy(" \n "), "");
});

test("of two wordings neither is lost", () => {
  assert.equal(both("Theirs.", "Mine."), "Theirs.\n\nMine.");
  assert.equal(both("", "Mine."), "Mine.");
});

test("short words in short sentences need no hint", () => {
  assert.deepEqual(hints("We all want Sam to like school. We ask Sam first.\nWe meet on Friday."), { sentences: 0, words: [], capitals: [] });
  assert.deepEqual(hints(""), { sentences: 0, words: [], capitals: [] });
});

test("long sentences are counted and long words are named once", () => {
  const long = Array.from({ length: 21 }, () => "so").join(" ");
  assert.deepEqual(hints(`${long}. Representatives meet representatives. Short.`), { sentences: 1, words: ["representatives"], capitals: [] });
});

test("short forms are named once, unless the group has said what they mean", () => {
  const text = "The IRO and the CIN plan. The IRO calls Sam. I am ok.";

  assert.deepEqual(hints(text, ["cin"]).capitals, ["IRO"]);
  assert.deepEqual(hints("EHCPs help.").capitals, ["EHCPs"]);
});
