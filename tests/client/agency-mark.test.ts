import assert from "node:assert/strict";
import { test } from "node:test";
import { agencyLetters, assignMarks } from "../../client/src/agency-mark.ts";

const SHAPES = ["circle", "square", "diamond", "shield"] as const;

test("two letters stand for an agency", () => {
  const letters = ["Police", "Social care", "the Voluntary Sector", "Iechyd a Gofal", "E", "  ", "École"];
  assert.deepEqual(letters.map(agencyLetters), ["PO", "SC", "VS", "IG", "E", "?", "ÉC"]);
});

test("the same agency has the same shape, however it is typed", () => {
  const given = assignMarks(["Police", " police ", "POLICE"], SHAPES);
  assert.equal(given.size, 1);
});

test("agencies differ in shape as long as there are shapes", () => {
  const given = assignMarks(["Police", "Health", "School", "Housing"], SHAPES);
  assert.equal(new Set([...given.values()].map((mark) => mark.shape)).size, 4);
});

test("letters that are taken give way to others of the name", () => {
  const given = assignMarks(["Social care", "School", "Sexual health clinic", "SC"], SHAPES);
  assert.deepEqual([...given.values()].map((mark) => mark.letters), ["SC", "SH", "SE", "SC"]);
});

test("who comes later changes nobody's mark", () => {
  const before = assignMarks(["Police", "Health"], SHAPES);
  const after = assignMarks(["Police", "Health", "School", "Housing", "Youth work"], SHAPES);
  for (const [agency, mark] of before) assert.deepEqual(after.get(agency), mark);
  assert.equal(after.size, 5);
});
