import assert from "node:assert/strict";
import { test } from "node:test";
import { balanceOf, groupsOf, isGap, longestOf } from "../../../client/src/steps/collect/options.ts";
import { openPlace, previewOf } from "../../../client/src/steps/collect/preview.ts";
import type {
  BallotRecord,
  CollectRecord,
  JudgeRecord,
  Lane,
  NoteRecord,
  PromiseRecord,
  SlotRecord,
  StanceRecord,
} from "../../../client/src/wire.ts";

const LANES: readonly Lane[] = [
  { id: "bad", title: "Worries", about_one: true, tone: "worry" },
  { id: "good", title: "Strengths", about_one: true, tone: "strength" },
  { id: "why", title: "Don't know", about_one: true, tone: "unknown" },
  { id: "loose", title: "Anything" },
];
const LATER: readonly Lane[] = [
  { id: "more", title: "More worries", about_one: true, tone: "worry" },
  { id: "child", title: "The child", about_one: true, tone: "child" },
  { id: "own", title: "Costs", about_one: true },
  { id: "do", title: "Offers", about_one: true, tone: "offer", once_per_agency: true },
];

function collect(step: string, lanes: readonly Lane[]): CollectRecord {
  return { type: "collect", step, lanes, items: ["a", "b"], private: false, revealed: true, notes: 0, writers: 0, nones: {} };
}

let last = 0;

function note(step: string, lane: string, item: string, more: Partial<NoteRecord> = {}): NoteRecord {
  last += 1;
  const plain = { author: "ana", text: "x", agency: "", for_agency: "", source: "", when: "", nothing: false, into: "" };
  return { type: "note", step, note: `n${last}`, lane, items: [item], ...plain, ...more };
}

const STEPS = [collect("first", LANES), collect("second", LATER)];

test("an option's notes of all steps stand together, strengths before worries", () => {
  const notes = [note("first", "bad", "a"), note("second", "more", "a"), note("first", "good", "a"), note("first", "bad", "b")];

  const groups = groupsOf("a", STEPS, notes);

  assert.deepEqual(
    groups.map((group) => [group.title, group.notes.length]),
    [
      ["Strengths", 1],
      ["Worries", 2],
      ["Don't know", 0],
      ["The child", 0],
      ["Offers", 0],
      ["Costs", 0],
    ],
  );
});

test("a step that does not ask about an item says nothing of it", () => {
  assert.deepEqual(groupsOf("z", STEPS, []), []);
});

test("strengths, worries and don't-knows are counted apart, and those put together once", () => {
  const worry = note("first", "bad", "a");
  const notes = [worry, note("first", "bad", "a", { into: worry.note }), note("first", "why", "a")];

  assert.deepEqual(balanceOf(groupsOf("a", STEPS, notes)), { strength: 0, worry: 1, unknown: 1 });
});

test("all balances are drawn to the longest bar among them", () => {
  assert.equal(longestOf([]), 1);
  assert.equal(longestOf([{ strength: 1, worry: 4, unknown: 0 }]), 4);
});

test("an empty lane of the child is a gap until something is brought", () => {
  const childs = (steps: readonly CollectRecord[], notes: readonly NoteRecord[]) =>
    groupsOf("a", steps, notes).filter(isGap).length;

  assert.equal(childs(STEPS, []), 1);
  assert.equal(childs(STEPS, [note("second", "child", "a")]), 0);
});

const NO_ROOM = { judges: [], ballots: [], slots: [], stances: [], promises: [] };

test("a preview sorts offers from nothing", () => {
  const notes = [note("second", "do", "a"), note("second", "do", "a", { nothing: true })];

  const preview = previewOf("a", groupsOf("a", STEPS, notes), NO_ROOM);

  assert.deepEqual([preview.offers.length, preview.nothing.length], [1, 1]);
});

test("a preview tells what is promised for the option and not done yet", () => {
  const promise = (option: string, stage: string) => ({ terms: { what: "visit", option }, stage }) as unknown as PromiseRecord;
  const room = { ...NO_ROOM, promises: [promise("a", "open"), promise("a", "done"), promise("b", "open")] };

  assert.equal(previewOf("a", [], room).promises.length, 1);
});

const judge = (step: string, revealed = true) => ({ type: "judge", step, items: ["a", "b", "c", "d"], revealed }) as unknown as JudgeRecord;
const ballot = (step: string, member: string, order: string) =>
  ({ type: "ballot", step, member, ballot: { answer: [...order] } }) as unknown as BallotRecord;

test("a preview names who put it low in the last ranking that is open", () => {
  const room = {
    ...NO_ROOM,
    judges: [judge("one"), judge("two"), judge("three", false)],
    ballots: [
      ballot("one", "ana", "bcda"),
      ballot("two", "ana", "abcd"),
      ballot("two", "ben", "bcad"),
      ballot("two", "cam", "bcda"),
    ],
  };

  assert.deepEqual(previewOf("a", [], room).low, [
    { member: "cam", place: 4, of: 4 },
    { member: "ben", place: 3, of: 4 },
  ]);
});

const slot = (at: number, item: string | null, settled = false) =>
  ({ type: "slot", step: "board", slot: at, item, settled }) as unknown as SlotRecord;

test("a preview keeps each no on the place where it stands", () => {
  const stance = (at: number, word: string) => ({ step: "board", slot: at, member: "ana", word }) as unknown as StanceRecord;
  const room = { ...NO_ROOM, slots: [slot(0, "a"), slot(1, "b")], stances: [stance(0, "no"), stance(0, "yes"), stance(1, "no")] };

  assert.equal(previewOf("a", [], room).noes.length, 1);
});

test("it is proposed in an empty place, or the first open one, and only once", () => {
  assert.equal(openPlace("a", [slot(1, null), slot(0, "b")])?.slot, 1);
  assert.equal(openPlace("a", [slot(0, "b", true), slot(1, "c")])?.slot, 1);
  assert.equal(openPlace("a", [slot(0, "a"), slot(1, null)]), undefined);
  assert.equal(openPlace("a", [slot(0, "b", true)]), undefined);
});
