// What a line of the record tells about itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Written } from "../../../client/src/record/shape.ts";
import { alike, cellsOf, doneTo, familyCopy, nameOf, unlike } from "../../../client/src/record/told.ts";

const line: Written = { id: "l1", label: "fact", readers: "all", cells: ["A", "Trust grows"] };
const part = { id: "p", level: 2, heading: "Part", columns: [], lines: [line], empty: "Not discussed" };

test("each change tells which words it replaced", () => {
  const changed = [
    { by: "Kit", day: "1 May 2027", was: ["A", "Trust"] },
    { by: "Rae", day: "2 May 2027", was: ["A", "Trust is there"] },
  ];

  assert.deepEqual(doneTo({ ...line, changed }), [
    { by: "Kit", day: "1 May 2027", before: ["Trust"], since: [] },
    { by: "Rae", day: "2 May 2027", before: ["Trust is there"], since: [] },
  ]);
});

test("what a line would say by itself now is told where it is something else", () => {
  const changed = [{ by: "Kit", day: "1 May 2027", was: ["A", "It goes on"], since: ["A", "It is over"] }];

  assert.deepEqual(doneTo({ ...line, changed })[0]?.since, ["It is over"]);
});

test("a change of labels alone replaced no words", () => {
  const changed = [{ by: "Kit", day: "1 May 2027", was: line.cells }];

  assert.deepEqual(doneTo({ ...line, changed }), [{ by: "Kit", day: "1 May 2027", before: [], since: [] }]);
  assert.deepEqual(doneTo(line), []);
});

test("a line is called by its first words, as far as they can be taken in", () => {
  assert.equal(nameOf(line), "A · Trust grows");
  assert.equal(nameOf({ ...line, cells: ["", "Trust"] }), "Trust");
  assert.equal(nameOf({ ...line, cells: [] }), "");
  const long = nameOf({ ...line, cells: ["word ".repeat(40)] });
  assert.ok(long.length <= 61 && long.endsWith("…"));
});

test("the family's copy leaves out what is for others, and keeps every heading", () => {
  const hidden: Written = { ...line, id: "l2", readers: "professionals" };

  const [first, second] = familyCopy([
    { ...part, lines: [line, hidden] },
    { ...part, id: "q", lines: [hidden] },
  ]);

  assert.deepEqual(first?.lines, [line]);
  assert.deepEqual(second?.lines, []);
});

test("what all lines are is said once, and each says only what sets it apart", () => {
  const opinion: Written = { ...line, id: "l2", label: "opinion" };
  const aside: Written = { ...line, id: "l3", readers: "restricted", aside: true };

  assert.deepEqual(alike([line, line]), { label: "fact", readers: "all" });
  assert.deepEqual(alike([line, opinion, aside]), { readers: "all" });
  assert.deepEqual(unlike(opinion, { readers: "all" }), { label: "opinion" });
  assert.deepEqual(unlike(opinion, {}), { label: "opinion", readers: "all" });
  assert.deepEqual(alike([]), {});
});

test("a row has a cell for each column, whatever the line holds", () => {
  assert.deepEqual(cellsOf({ ...line, cells: ["a"] }, ["One", "Two"]), ["a", ""]);
  assert.deepEqual(cellsOf({ ...line, cells: ["a", "b", "c"] }, ["One", "Two"]), ["a", "b · c"]);
});
