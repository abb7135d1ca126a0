import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Draft,
  emptyNote,
  fieldsOf,
  missingFrom,
  nextNote,
  putItem,
  standing,
  tapItem,
} from "../../../client/src/steps/collect/note.ts";
import type { Lane, NoteRecord } from "../../../client/src/wire.ts";

const ALIKE: Lane = { id: "alike", title: "Alike, because", joins_two: true };
const PLAIN: Lane = { id: "plain", title: "Worries" };
const CHILD: Lane = { id: "child", title: "The child", about_one: true, tone: "child", sourced: true };
const OFFER: Lane = { id: "offer", title: "Offers", about_one: true, once_per_agency: true };
const EMPTY: Draft = emptyNote([PLAIN]);

test("a note begins in the first lane", () => {
  const blank = { text: "", items: [], source: "", when: "", nothing: false, agency: "" };

  assert.deepEqual(emptyNote([ALIKE, PLAIN]), { lane: "alike", ...blank });
});

test("tapping cards picks two; a third takes the place of the second", () => {
  assert.deepEqual(["a", "b"].reduce(tapItem, [] as readonly string[]), ["a", "b"]);
  assert.deepEqual(["a", "b", "c"].reduce(tapItem, [] as readonly string[]), ["a", "c"]);
  assert.deepEqual(["a", "b", "a"].reduce(tapItem, [] as readonly string[]), ["b"]);
});

test("the two lists put one statement each", () => {
  assert.deepEqual(putItem([], 0, "a"), ["a"]);
  assert.deepEqual(putItem(["a"], 1, "b"), ["a", "b"]);
  assert.deepEqual(putItem(["a", "b"], 0, "c"), ["c", "b"]);
  assert.deepEqual(putItem(["a", "b"], 0, ""), ["b"]);
});

test("the same statement twice is no pair", () => {
  assert.deepEqual(putItem(["a", "b"], 0, "b"), ["b"]);
});

test("a lane that joins two asks for the pair before the words", () => {
  assert.equal(missingFrom({ ...EMPTY, items: ["a"] }, ALIKE), "pair");
  assert.equal(missingFrom({ ...EMPTY, text: " ", items: ["a", "b"] }, ALIKE), "text");
  assert.equal(missingFrom({ ...EMPTY, text: "trust", items: ["a", "b"] }, ALIKE), undefined);
  assert.equal(missingFrom({ ...EMPTY, text: "trust" }, PLAIN), undefined);
});

test("the child's lane asks for the option, the words, where they come from, and the day", () => {
  const said = { ...EMPTY, items: ["a"], text: "near school", source: "her teacher", when: "2026-05-12" };

  assert.equal(missingFrom({ ...said, items: [] }, CHILD), "item");
  assert.equal(missingFrom({ ...said, text: "" }, CHILD), "text");
  assert.equal(missingFrom({ ...said, source: " " }, CHILD), "source");
  assert.equal(missingFrom({ ...said, when: "" }, CHILD), "day");
  assert.equal(missingFrom(said, CHILD), undefined);
});

test("nothing from us is an answer only where each agency has one", () => {
  const nothing = { ...EMPTY, items: ["a"], nothing: true };

  assert.equal(missingFrom(nothing, OFFER), undefined);
  assert.equal(missingFrom(nothing, PLAIN), "text");
  assert.equal(fieldsOf(nothing, OFFER).nothing, true);
  assert.equal(fieldsOf(nothing, PLAIN).nothing, false);
});

test("only what a lane takes is sent", () => {
  const full = { ...EMPTY, text: "x", items: ["a"], source: "me", when: "2026-05-12", agency: "Housing" };

  assert.deepEqual(fieldsOf(full, { ...PLAIN, shown: "nobody" }), {
    lane: "plain",
    text: "x",
    items: [],
    for_agency: "",
    source: "",
    when: "",
    nothing: false,
  });
  assert.equal(fieldsOf(full, CHILD).source, "me");
  assert.equal(fieldsOf(full, PLAIN).for_agency, "Housing");
});

test("the next note stays in its lane, and with its option", () => {
  const draft = { ...EMPTY, lane: "child", text: "x", items: ["a"], source: "me" };

  assert.deepEqual(nextNote(draft, CHILD), { ...EMPTY, lane: "child", items: ["a"] });
  assert.deepEqual(nextNote(draft, ALIKE).items, []);
});

test("a note that was put together with another is listed under it", () => {
  const note = (id: string, into = "") => ({ note: id, into }) as NoteRecord;
  const notes = [note("n1", "n2"), note("n2"), note("n3")];

  assert.deepEqual(
    standing(notes).map((each) => [each.note.note, each.under.map((under) => under.note)]),
    [
      ["n2", ["n1"]],
      ["n3", []],
    ],
  );
});
