import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answeredWords,
  behindWords,
  furthest,
  inOrder,
  planWords,
  spentBy,
  standingTo,
  timeWords,
} from "../../../../client/src/hall/desk/cards.ts";
import { cardOf } from "../cards.ts";

const MINUTE = 60_000;

test("cards stand by number, and who has waited longest for help stands first", () => {
  const tables = ["d", "a", "c", "b"].map((id) => ({ id, number: "abcd".indexOf(id) + 1 }));
  const help: Readonly<Record<string, number>> = { d: 100, c: 200 };
  const ordered = inOrder(tables, (id) => cardOf(id, { help: help[id] ?? null }));
  assert.deepEqual(ordered.map(({ id }) => id), ["d", "c", "a", "b"]);
});

test("a table whose card has not come yet keeps its place", () => {
  const tables = [{ id: "b", number: 2 }, { id: "a", number: 1 }];
  assert.deepEqual(inOrder(tables, () => undefined).map(({ id }) => id), ["a", "b"]);
});

test("time on a step is what was spent, with the stretch that runs", () => {
  assert.equal(spentBy(cardOf("a", { spent: MINUTE, running: 10 * MINUTE }), 12 * MINUTE), 3 * MINUTE);
  assert.equal(spentBy(cardOf("a", { spent: MINUTE, running: null }), 12 * MINUTE), MINUTE);
  assert.equal(spentBy(cardOf("a", { spent: MINUTE, running: 12 * MINUTE }), 11 * MINUTE), MINUTE);
  const words = timeWords(cardOf("a", { spent: 4 * MINUTE, running: null, minutes: 7 }), 0);
  assert.deepEqual(words, { id: "hall-desk-time", args: { spent: 4, planned: 7 } });
});

test("within a minute of the plan a table keeps to it", () => {
  assert.equal(planWords(MINUTE - 1).id, "hall-desk-on-time");
  assert.equal(planWords(1 - MINUTE).id, "hall-desk-on-time");
  assert.deepEqual(planWords(2.5 * MINUTE), { id: "hall-desk-late", args: { minutes: 2 } });
  assert.deepEqual(planWords(-3 * MINUTE), { id: "hall-desk-early", args: { minutes: 3 } });
});

test("answers are counted only where something is asked", () => {
  assert.equal(answeredWords(cardOf("a")).id, "hall-desk-no-answers");
  const asked = answeredWords(cardOf("a", { answered: 0, expected: 6 }));
  assert.deepEqual(asked, { id: "hall-desk-answered", args: { answered: 0, expected: 6 } });
});

test("a table that could not follow says why, also for a reason that is not foreseen", () => {
  assert.equal(behindWords(cardOf("a")), undefined);
  assert.equal(behindWords(cardOf("a", { behind: "risk_open" }))?.id, "hall-desk-behind-risk");
  assert.equal(behindWords(cardOf("a", { behind: "meeting_closed" }))?.id, "hall-desk-behind-other");
});

test("bringing all to a step says how many go on and how many come back", () => {
  const cards = [
    cardOf("a", { step: null, number: 0 }),
    cardOf("b", { number: 2 }),
    cardOf("c", { number: 3 }),
    cardOf("d", { number: 5 }),
    cardOf("e", { number: 7, finished: true }),
  ];
  assert.deepEqual(standingTo(cards, 3), { there: 1, before: 2, after: 2 });
  assert.deepEqual(standingTo(cards, 7), { there: 0, before: 4, after: 1 });
  assert.equal(furthest(cards), 7);
  assert.equal(furthest([]), 1);
});
