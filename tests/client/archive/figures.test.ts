import assert from "node:assert/strict";
import { test } from "node:test";
import { exercises, sideBySide } from "../../../client/src/archive/compare.ts";
import { holds, marked } from "../../../client/src/archive/search.ts";
import { change, trends } from "../../../client/src/archive/trends.ts";
import { board, closed, ranking, scale } from "./rooms.ts";

const found = (line: string, typed: string) =>
  marked(line, typed)
    .filter((piece) => piece.found)
    .map(({ text }) => text);

test("words are marked whatever their capitals and accents, and the line stays whole", () => {
  assert.deepEqual(found("École and ECOLE", "ecole"), ["École", "ECOLE"]);
  assert.deepEqual(found("the children’s child", "child THE"), ["the", "child", "child"]);
  assert.equal(
    marked("A ﬁne Škoda", "fine skoda")
      .map(({ text }) => text)
      .join(""),
    "A ﬁne Škoda",
  );
  assert.deepEqual(found("A ﬁne day", "fine"), ["ﬁne"]);
  assert.deepEqual(found("words", " "), []);
});

test("everything that was typed has to be there", () => {
  assert.ok(holds("Sleep and school", "SCHOOL slé"));
  assert.ok(!holds("Sleep and school", "school bus"));
  assert.ok(holds("anything", ""));
});

test("a question that was asked at two meetings of a series is a trend, by the last pass of each", () => {
  const first = closed("A", 1, { case: true, after: ["B"], results: [scale("safe", 1, 5, 9)] });
  const results = [scale("safe", 0, 5, 10), scale("safe", 4, 5, 6)];
  const second = closed("B", 2, { case: true, before: "A", results: [results[0]!, { ...results[1]!, step: "later", again: "safe" }] });
  const again = closed("B", 2, { case: true, before: "A", results: [results[1]!] });

  assert.deepEqual(trends([second, first]), []);
  const [[trend] = []] = trends([again, first]);
  assert.deepEqual(
    trend?.points.map(({ code, lowest, highest }) => [code, lowest, highest]),
    [
      ["A", 1, 9],
      ["B", 4, 6],
    ],
  );
  assert.equal(trend && change(trend), "closer");
});

test("rooms about different families are never one trend; reviews of the same type are", () => {
  const results = [scale("safe", 2, 4, 6)];
  assert.deepEqual(trends([closed("A", 1, { case: true, results }), closed("B", 2, { case: true, results })]), []);
  const [[trend] = []] = trends([closed("A", 1, { results }), closed("B", 2, { results })]);
  assert.equal(trend && change(trend), "same");
});

test("only groups that did the same exercise to its end are compared", () => {
  const five = { boards: [board(["One", "Two"])] };
  const all = [
    closed("B", 2, five),
    closed("A", 1, five),
    closed("C", 3, { boards: [board(["One"], true)] }),
    closed("D", 4, { ...five, template: "other" }),
    closed("E", 5, { ...five, case: true }),
  ];
  assert.deepEqual(
    [...exercises(all)].map(([template, rooms]) => [template, rooms.map(({ code }) => code)]),
    [["task", ["A", "B"]]],
  );
});

test("the same statement has the same letter in every column, and what one set aside another kept", () => {
  const a = closed("A", 1, { boards: [board(["Three"], true), board(["One", "Two"])] });
  const results = [ranking("rank", 0.61), ranking("again", 0.738)];
  const b = closed("B", 2, { results, boards: [board(["two", "Three"])] });

  const [first, second] = sideBySide([a, b]);

  assert.deepEqual(
    first?.chosen.map(({ letter, of }) => [letter, of]),
    [
      ["A", 1],
      ["B", 2],
    ],
  );
  assert.deepEqual(
    second?.chosen.map(({ letter }) => letter),
    ["B", "C"],
  );
  assert.deepEqual(
    first?.aside.map(({ letter, of }) => [letter, of]),
    [["C", 1]],
  );
  assert.deepEqual(first?.agreement, { people: 0, first: undefined, last: undefined });
  assert.deepEqual(second?.agreement, { people: 5, first: 6.1, last: 7.4 });
});
