import assert from "node:assert/strict";
import { test } from "node:test";
import { peopleAt, sizeFor, tables, tablesFor, withoutTable } from "../../../../client/src/hall/desk/tables.ts";
import { apply } from "../../../../client/src/store.ts";
import { person, snapshot } from "../../world.ts";

const table = (id: string, number: number) => ({ type: "table", id, number, name: "", code: id }) as const;
const seat = (member: string, at: string) => ({ type: "sits", member, table: at }) as const;

test("people stand at their table, and who has none stands apart; trainers walk about", () => {
  apply(
    snapshot(1, {
      "member/tess": person("tess", { role: "chair", voice: false }),
      "member/dev": person("dev", { role: "deputy" }),
      "member/oli": person("oli", { role: "observer", voice: false }),
      "member/ana": person("ana"),
      "member/ben": person("ben"),
      "table/two": table("two", 2),
      "table/one": table("one", 1),
      "sits/ana": seat("ana", "two"),
    }),
  );
  assert.deepEqual(tables().map(({ id }) => id), ["one", "two"]);
  assert.deepEqual(peopleAt("two").map(({ id }) => id), ["ana"]);
  assert.deepEqual(peopleAt("one"), []);
  assert.deepEqual(withoutTable().map(({ id }) => id), ["ben"]);
});

test("so many tables are offered that about five sit at each", () => {
  assert.deepEqual([0, 4, 9, 12, 20, 60, 1_000].map(tablesFor), [4, 2, 2, 2, 4, 12, 40]);
});

test("the offer says how many come to a table", () => {
  assert.equal(sizeFor(0, 4), 5);
  assert.equal(sizeFor(60, 12), 5);
  assert.equal(sizeFor(61, 12), 6);
});
