import assert from "node:assert/strict";
import { test } from "node:test";
import { finderOf, keyOf } from "../../../client/src/room/gloss.ts";

function marked(text: string, ...words: readonly string[]): string {
  return finderOf(words)(text)
    .map((piece) => (piece.term === undefined ? piece.text : `[${piece.text}]`))
    .join("");
}

test("whole words are found, whatever their capitals", () => {
  assert.equal(marked("A cin plan, and the CIN review.", "CIN"), "A [cin] plan, and the [CIN] review.");
});

test("a part of another word is not the word", () => {
  assert.equal(marked("cinema, vaccine, CIN2, élan", "CIN", "an", "lan"), "cinema, vaccine, CIN2, élan");
});

test("what stands beside a word may be anything but a letter, a digit or an accent", () => {
  assert.equal(marked("(CIN) CIN's “CIN”: CIN-CIN", "CIN"), "([CIN]) [CIN]'s “[CIN]”: [CIN]-[CIN]");
  assert.equal(marked("CIN CIN", "CIN"), "[CIN] [CIN]");
});

test("the longest word wins", () => {
  assert.equal(marked("the child in need plan", "need", "child in need"), "the [child in need] plan");
  assert.equal(marked("child in\n  need", "Child in Need"), "[child in\n  need]");
});

test("words of any alphabet are found", () => {
  assert.equal(marked("Ysgol Tŷ Coch, straße, СОЦ работа", "tŷ", "Straße", "соц"), "Ysgol [Tŷ] Coch, [straße], [СОЦ] работа");
});

test("signs in a word mean only themselves", () => {
  assert.equal(marked("A&E (and s.17) s017", "A&E", "s.17"), "[A&E] (and [s.17]) s017");
  assert.equal(marked("What? [a-z]+ \\d", "[a-z]+", "\\d", "(.*)"), "What? [[a-z]+] [\\d]");
});

test("no words, and none in the text, leave the text as it is", () => {
  assert.deepEqual(finderOf([])("Hello"), [{ text: "Hello" }]);
  assert.deepEqual(finderOf(["CIN", ""])("Hello"), [{ text: "Hello" }]);
  assert.deepEqual(finderOf(["CIN"])(""), [{ text: "" }]);
});

test("a word is looked up without capitals, and with single spaces", () => {
  assert.equal(keyOf("Child  in\nNeed"), "child in need");
});
