import assert from "node:assert/strict";
import { test } from "node:test";
import { asksWhy, begin, both, isBehind, mine, missingFrom, togglePerson } from "../../../client/src/steps/form/draft.ts";
import type { EntryRecord, Field } from "../../../client/src/wire.ts";

const PLAIN: Field = { id: "a", label: "A" };
const ENTRY: EntryRecord = {
  type: "entry",
  step: "f",
  sheet: "room",
  field: "a",
  value: "theirs",
  why: "",
  source: "",
  when: "",
  by: "ana",
  at: 1,
  read_out: null,
};

const typed = (value: string) => ({ ...begin(undefined), value });

test("an empty field needs a value, and nothing else", () => {
  assert.equal(missingFrom(typed(" "), PLAIN), "value");
  assert.equal(missingFrom(typed("mine"), PLAIN), undefined);
});

test("the answer that asks for a reason needs one", () => {
  const field: Field = { ...PLAIN, kind: "yes_no", why_if: "no" };
  assert.equal(missingFrom(typed("no"), field), "why");
  assert.equal(missingFrom({ ...typed("no"), why: "not yet" }, field), undefined);
  assert.equal(asksWhy(typed("yes"), field), false);
  assert.equal(asksWhy(typed(""), PLAIN), false);
});

test("words of a child need where they come from, and a day", () => {
  const field: Field = { ...PLAIN, voice: "child" };
  assert.equal(missingFrom(typed("words"), field), "source");
  assert.equal(missingFrom({ ...typed("words"), source: "her teacher" }, field), "when");
  assert.equal(missingFrom({ ...typed("words"), source: "her teacher", when: "2027-03-09" }, field), undefined);
});

test("somebody else was faster: nobody's words are lost", () => {
  const draft = typed("mine");
  assert.equal(isBehind(draft, undefined), false);
  assert.equal(isBehind(draft, ENTRY), true);
  assert.deepEqual(both(draft, ENTRY), { ...draft, value: "theirs\nmine", seen: "theirs" });
  assert.deepEqual(mine(draft, ENTRY), { ...draft, seen: "theirs" });
  assert.equal(isBehind(mine(draft, ENTRY), ENTRY), false);
});

test("who wrote the same words is not behind, and a field that was emptied is seen to be", () => {
  assert.equal(isBehind(typed("theirs"), ENTRY), false);
  assert.equal(isBehind({ ...begin(ENTRY), value: "changed" }, undefined), true);
});

test("people are added and taken out", () => {
  assert.equal(togglePerson("", "ana"), "ana");
  assert.equal(togglePerson("ana", "ben"), "ana ben");
  assert.equal(togglePerson("ana ben", "ana"), "ben");
});
