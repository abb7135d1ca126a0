// A line that is being changed, and what is asked of the server for it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { commandsFor, startedFrom } from "../../../client/src/record/saving.ts";
import type { Written } from "../../../client/src/record/shape.ts";

const line: Written = { id: "l1", label: "fact", readers: "all", cells: ["A", "Trust"] };
const untouched = startedFrom(line);
const newId = () => "new";

test("where nothing was changed, nothing is asked", () => {
  const same = { ...untouched, cells: { 0: "A", 1: " Trust " } };

  assert.deepEqual(commandsFor(line, untouched, true, newId), []);
  assert.deepEqual(commandsFor(line, same, true, newId), []);
});

test("whoever may rewords each cell that reads otherwise", () => {
  const now = { ...untouched, cells: { 1: "Trust grows" } };

  assert.deepEqual(commandsFor(line, now, true, newId), [
    { type: "wording.reword", line: "l1", cell: 1, words: "Trust grows", was: "Trust" },
  ]);
});

test("everybody else proposes, with a reason", () => {
  const now = { ...untouched, cells: { 1: "Trust grows" }, because: "I said so" };

  assert.deepEqual(commandsFor(line, now, false, newId), [
    {
      type: "correction.propose",
      correction: "new",
      because: "I said so",
      line: "l1",
      cell: 1,
      words: "Trust grows",
      was: "Trust",
    },
  ]);
});

test("other labels and readers go first, for own words may go to fewer readers only", () => {
  const now = { ...untouched, label: "opinion" as const, cells: { 0: "" } };

  assert.deepEqual(
    commandsFor(line, now, true, newId).map(({ type }) => type),
    ["wording.relabel", "wording.reword"],
  );
});

test("what is saved is compared with what the line says now, which the writer is shown", () => {
  const now = { ...untouched, cells: { 1: "Trust grows" } };
  const moved = { ...line, cells: ["A", "Trust is there"] };

  const [asked] = commandsFor(moved, now, true, newId);

  assert.equal(asked?.type === "wording.reword" && asked.was, "Trust is there");
});
