import assert from "node:assert/strict";
import { test } from "node:test";
import {
  aboutAlike,
  aboutBoard,
  aboutDistances,
  aboutFives,
  aboutJourneys,
  aboutMirror,
  aboutOrders,
  aboutSplits,
} from "../../../client/src/hall/wall/questions.ts";
import type { ItemSplit, Journey, MirrorRecord } from "../../../client/src/wire.ts";
import { comparison, list, pair } from "./given.ts";

test("lists: what one table has first and another set aside", () => {
  const lists = [list("t1", ["a", "b"]), list("t2", ["b", "c"], { aside: ["a"] }), list("t3", ["a", "c"])];
  assert.deepEqual(aboutFives(lists), { ask: "opposite", items: ["a"], tables: ["t1", "t2"], place: 1 });
});

test("lists: an unfinished list is not said to leave anything out", () => {
  assert.equal(aboutFives([list("t1", ["a", "b"]), list("t2", ["b", null])]), undefined);
});

test("lists: where all are the same, the question is what was nearly on them", () => {
  assert.deepEqual(aboutFives([list("t1", ["a", "b"]), list("t2", ["b", "a"])]), { ask: "same-five" });
});

test("distances: tables are only named where the test supports it", () => {
  const three = ["t1", "t2", "t3"];
  assert.deepEqual(aboutDistances(comparison(three, [["t1", "t3"]])), { ask: "two-differ", tables: ["t1", "t3"] });
  assert.deepEqual(aboutDistances(comparison(three, [["t1", "t3"], ["t1", "t2"]])), { ask: "one-differs", tables: ["t1"] });
  assert.deepEqual(aboutDistances(comparison(three, [], "differ")), { ask: "all-differ" });
  assert.deepEqual(aboutDistances(comparison(three, [])), { ask: "own-table" });
  assert.deepEqual(aboutDistances(comparison(three, [], "too_few_to_tell")), { ask: "own-table" });
  assert.equal(aboutDistances(null), undefined);
});

function split(item: string, verdict: ItemSplit["verdict"], between: number, within: number): ItemSplit {
  return { item, verdict, between, within, by_chance: 0.1, by_lot: 2.9, p: 1, corrected: 1 };
}

test("splits: what splits tables comes before what splits people", () => {
  const people = [split("a", "splits_people", 0, 3), split("b", "splits_people", 0, 3.2), split("c", "level", 0, 1)];
  assert.deepEqual(aboutSplits([...people, split("d", "splits_tables", 0.4, 1)]), { ask: "splits-tables", items: ["d"] });
  assert.deepEqual(aboutSplits(people), { ask: "splits-people", items: ["b"] });
  assert.deepEqual(aboutSplits([split("c", "level", 0, 1)]), { ask: "level" });
  assert.equal(aboutSplits([]), undefined);
});

function journey(table: string, first: number | null, last: number | null): Journey {
  return { table, people: 5, first, last, agreement_first: 0.6, agreement_last: 0.7 };
}

test("journeys: the list that lies most differently from first and last orders", () => {
  assert.deepEqual(aboutJourneys([journey("t1", 0.3, 0.25), journey("t2", 0.3, 0.1)]), { ask: "closer-last", tables: ["t2"] });
  assert.deepEqual(aboutJourneys([journey("t1", 0.1, 0.25)]), { ask: "closer-first", tables: ["t1"] });
  assert.deepEqual(aboutJourneys([journey("t1", 0.2, 0.21)]), { ask: "nobody-moved" });
  assert.equal(aboutJourneys([journey("t1", null, null)]), undefined);
});

test("orders: a tie is no difference", () => {
  assert.deepEqual(aboutOrders([["a"], ["b"]], [["a", "b"]]), { ask: "orders-same" });
  assert.deepEqual(aboutOrders([["a"], ["b"], ["c"]], [["b"], ["c"], ["a"]]), { ask: "orders-down", items: ["a"] });
  assert.deepEqual(aboutOrders([["a"], ["b"], ["c"]], [["c"], ["a"], ["b"]]), { ask: "orders-up", items: ["c"] });
  assert.equal(aboutOrders([["a"]], []), undefined);
});

test("alike: statements that were ranked alike and read differently come first", () => {
  const pairs = [pair("a", "b", 0.9, 0), pair("a", "c", 0.1, 0.9), pair("b", "c", 0.1, 0), pair("b", "d", 0.1, 0)];
  assert.deepEqual(aboutAlike(pairs), { ask: "ranked-alike", items: ["a", "b"] });
  assert.deepEqual(aboutAlike(pairs.slice(1)), { ask: "reads-alike", items: ["a", "c"] } );
  assert.equal(aboutAlike([]), undefined);
});

test("mirror: only a surprise beyond chance is asked about", () => {
  const cell = (of: string, surprise: number, clear: boolean) => ({ of, about: "Police", guesses: 5, people: 5, surprise, clear });
  const mirror = (...cells: MirrorRecord["cells"]): MirrorRecord => ({ type: "mirror", agencies: [], cells, hidden: 0 });
  assert.deepEqual(aboutMirror(mirror(cell("Health", 0.3, false), cell("School", 0.2, true))), {
    ask: "surprise",
    agencies: ["School", "Police"],
  });
  assert.deepEqual(aboutMirror(mirror(cell("Health", 0.3, false))), { ask: "no-surprise" });
  assert.equal(aboutMirror(mirror()), undefined);
});

test("one table: a kept no is asked about, and an open list is not", () => {
  assert.deepEqual(aboutBoard(list("t1", ["a"], { dissents: 1 })), { ask: "kept-no", tables: ["t1"] });
  assert.deepEqual(aboutBoard(list("t1", ["a"])), { ask: "nearly", tables: ["t1"] });
  assert.equal(aboutBoard(list("t1", [null])), undefined);
});
