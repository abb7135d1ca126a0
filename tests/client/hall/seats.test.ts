import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { HallRecord, MeRecord, SitsRecord, TableRecord } from "../../../client/src/wire.ts";
import { newPage, person, snapshot } from "../world.ts";

newPage();
const { goesByItself, mayChoose, myTable, roomiest, seatedAt } = await import("../../../client/src/hall/lobby/seats.ts");
const { apply } = await import("../../../client/src/store.ts");

const table = (number: number): TableRecord => ({ type: "table", id: `t${number}`, number, name: "", code: `CODE${number}` });
const sits = (member: string, at: string): SitsRecord => ({ type: "sits", member, table: at });
const hall = (more: Partial<HallRecord> = {}) =>
  ({ type: "hall", exercise: "Choose and rank", steps: [], placing: "choose", self_run: true, begun: null, held: null, called: null, aligned: null, ...more }) as HallRecord;

/** Three tables, of which the tenth came first from the server; Ana sits at 2, and I am Me. */
function given(mine?: string): void {
  const own = mine === undefined ? {} : { "sits/me": sits("me", mine) };
  apply(
    snapshot(1, {
      me: { type: "me", id: "me" } as MeRecord,
      "member/me": person("me"),
      "member/ana": person("ana"),
      "table/t10": table(10),
      "table/t2": table(2),
      "table/t1": table(1),
      "sits/ana": sits("ana", "t2"),
      "sits/gone": sits("gone", "t1"),
      ...own,
    }),
  );
}

beforeEach(() => given());

test("tables come by number, each with those of its people who are still there", () => {
  const seats = seatedAt().map(({ table: at, people }) => [at.number, people.map((of) => of.id)]);

  assert.deepEqual(seats, [
    [1, []],
    [2, ["ana"]],
    [10, []],
  ]);
});

test("the first of the emptiest tables has most room", () => {
  assert.equal(roomiest(seatedAt())?.table.number, 1);
  assert.equal(roomiest([]), undefined);
});

test("my table is where I sit, with me among its people", () => {
  assert.equal(myTable(), undefined);

  given("t2");

  assert.equal(myTable()?.table.number, 2);
  assert.deepEqual(myTable()?.people.map((of) => of.id), ["ana", "me"]);
});

test("people choose, and change their mind until the tables begin", () => {
  assert.ok(mayChoose(hall()));
  assert.ok(mayChoose(hall({ begun: 5 })), "whoever has no seat may still choose");
  assert.ok(!mayChoose(hall({ placing: "spread" })));

  given("t1");

  assert.ok(mayChoose(hall()));
  assert.ok(!mayChoose(hall({ begun: 5 })));
});

test("the page goes to the table by itself once they begin, unless somebody is here on purpose", () => {
  assert.ok(!goesByItself(hall(), false, false));
  assert.ok(goesByItself(hall({ begun: 5 }), false, false));
  assert.ok(!goesByItself(hall({ begun: 5 }), true, false), "the hall is at a step of its own");
  assert.ok(!goesByItself(hall({ begun: 5 }), false, true), "they came back by the link");
  assert.ok(!goesByItself(hall({ begun: 5, called: 9 }), false, false), "they were called back");
  assert.ok(goesByItself(hall({ begun: 5, called: 9, aligned: { step: "rank", at: 12 } }), false, false), "and sent to a step after that");
});
