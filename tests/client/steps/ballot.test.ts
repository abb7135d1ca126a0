import assert from "node:assert/strict";
import { test } from "node:test";
import { ballotOf, choose, type Draft, draftOf, faceOf, isHeld, unmarked } from "../../../client/src/steps/judge/ballot.ts";
import type { Ballot, JudgeRecord, MyBallotRecord } from "../../../client/src/wire.ts";

const PLAIN = { shape: [] as readonly number[], items: ["a", "b"] };
const RANK = { ask: "rank", least: 0, ...PLAIN } as unknown as JudgeRecord;
const SOME = { ask: "rank", least: 1, ...PLAIN } as unknown as JudgeRecord;
const SCALE = { ask: "scale", least: 0 } as JudgeRecord;

function ballot(answer: readonly string[], because = ""): Ballot {
  return { answer, because, marks: {}, whys: {}, unsure: false };
}

function mine(held: Ballot | null, answered = held !== null): MyBallotRecord {
  return { type: "my_ballot", step: "rank", start: ["a", "b"], start_marks: {}, answered, ballot: held };
}

function draft(stage: Draft["stage"], answer: readonly string[] = ["b", "a"], because = ""): Draft {
  return { ...ballot(answer, because), placed: 2, stage };
}

test("without a draft the form is open until the room holds an answer", () => {
  assert.equal(faceOf(undefined, mine(null), RANK, false), "edit");
  assert.equal(faceOf(undefined, mine(ballot(["a", "b"])), RANK, false), "sent");
});

test("a draft shows the page it was left on", () => {
  assert.equal(faceOf(draft("edit"), mine(ballot(["a", "b"])), RANK, false), "edit");
  assert.equal(faceOf(draft("check"), mine(null), RANK, true), "check");
});

test("an answer on its way says so, also after a reload", () => {
  assert.equal(faceOf(draft("sent"), mine(null), RANK, true), "sending");
});

test("an answer that the room holds has arrived, whatever else is on its way", () => {
  assert.equal(faceOf(draft("sent"), mine(ballot(["b", "a"])), RANK, true), "sent");
});

test("an answer that was refused comes back to be changed", () => {
  assert.equal(faceOf(draft("sent"), mine(null), RANK, false), "edit");
});

test("an unattributed answer has arrived when the room says so and nothing is on its way", () => {
  const sealed: Draft = { ...draft("sent"), token: "a1b2c3" };
  assert.equal(faceOf(sealed, mine(null, true), RANK, false), "sent");
  assert.equal(faceOf(sealed, mine(null, true), RANK, true), "sending");
  assert.equal(faceOf(sealed, mine(null, false), RANK, false), "edit");
});

test("an unattributed answer from another device stays as it is", () => {
  assert.equal(faceOf(undefined, mine(null, true), RANK, false), "stays");
});

test("the server's spacing of a reason is the same reason", () => {
  const words = ballotOf(draft("sent", ["b", "a"], "  two\n words "), RANK);
  assert.ok(isHeld(words, mine(ballot(["b", "a"], "two words"))));
  assert.equal(isHeld(words, mine(ballot(["b", "a"], "other words"))), false);
});

test("marks are held when each of them and each reason is the same", () => {
  const held: Ballot = { ...ballot([]), marks: { a: 3, b: null }, whys: { a: "why" } };
  assert.ok(isHeld({ ...held, whys: { a: " why ", b: "" } }, mine(held)));
  assert.equal(isHeld({ ...held, marks: { a: 3, b: 0 } }, mine(held)), false);
  assert.equal(isHeld({ ...held, whys: {} }, mine(held)), false);
});

test("of an order that may be short only what was put there is sent", () => {
  const short: Draft = { ...draft("check"), placed: 1 };
  assert.deepEqual(ballotOf(short, SOME).answer, ["b"]);
  assert.deepEqual(ballotOf(short, RANK).answer, ["b", "a"]);
});

test("who does not know sends that, and no answer beside it", () => {
  const unsure = ballotOf({ ...draft("check"), unsure: true }, RANK);
  assert.deepEqual([unsure.answer, unsure.unsure], [[], true]);
});

test("marks are sent without an order, and an order without marks", () => {
  const both: Draft = { ...draft("edit"), marks: { a: 1 }, whys: { a: "x" } };
  assert.deepEqual(ballotOf(both, SCALE), { ...ballot([]), marks: { a: 1 }, whys: { a: "x" } });
  assert.deepEqual(ballotOf(both, RANK), ballot(["b", "a"]));
});

test("what the room holds can be changed", () => {
  assert.deepEqual(draftOf(ballot(["b"], "why")), { ...ballot(["b"], "why"), placed: 1, stage: "edit" });
  assert.deepEqual(draftOf(null).answer, []);
});

test("not to know is a mark that was given", () => {
  assert.equal(unmarked(["a", "b", "c"], { a: 0, b: null }), 1);
});

test("one of one: the newer choice replaces the older", () => {
  assert.deepEqual(choose(["a"], "b", 1), ["b"]);
});

test("a few: a full set stays until one is put back", () => {
  assert.deepEqual(choose(["a"], "b", 2), ["a", "b"]);
  assert.deepEqual(choose(["a", "b"], "c", 2), ["a", "b"]);
  assert.deepEqual(choose(["a", "b"], "a", 2), ["b"]);
});
