import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { AnyRecord } from "../../../client/src/store.ts";
import type { AtTableRecord, CollectRecord, JudgeRecord, MeRecord } from "../../../client/src/wire.ts";
import { newPage, person, roomAt, snapshot, step } from "../world.ts";

const device = newPage();
const { cameFrom, leave, readUntil, settleIn } = await import("../../../client/src/hall/at-table/seen.ts");
const { chairless, movedTo, onward, sitting } = await import("../../../client/src/hall/at-table/table.ts");
const { apply } = await import("../../../client/src/store.ts");

const table = (more: Partial<AtTableRecord> = {}) =>
  ({ type: "at_table", hall: "HALL23", title: "Hall", number: 3, runs_itself: true, held: false, nudge: null, called: null, help: null, ready: [], needed: 1, moved: {}, finished: null, ...more }) as AtTableRecord;
const judge = (more: Partial<JudgeRecord>) => ({ type: "judge", step: "one", answered: 1, shown: "name", revealed: false, ...more }) as JudgeRecord;
const collect = (more: Partial<CollectRecord>) => ({ type: "collect", step: "one", notes: 1, revealed: false, ...more }) as CollectRecord;

function given(records: Readonly<Record<string, AnyRecord>>): void {
  apply(
    snapshot(1, {
      me: { type: "me", id: "me" } as MeRecord,
      "member/me": person("me"),
      room: roomAt("one"),
      at_table: table(),
      "step/one": step("one", 1),
      "step/two": step("two", 2),
      ...records,
    }),
  );
}

beforeEach(() => given({}));

test("answers and notes are opened before a table goes on", () => {
  given({ "judge/one": judge({}) });
  assert.deepEqual(onward("one"), { to: "answers" });

  given({ "collect/one": collect({}) });
  assert.deepEqual(onward("one"), { to: "notes" });
});

for (const [why, records] of [
  ["they are open", { "judge/one": judge({ revealed: true }) }],
  ["there are none", { "judge/one": judge({ answered: 0 }) }],
  ["too few answered to hide whose answers they are", { "judge/one": judge({ shown: "nobody", answered: 3 }) }],
  ["nobody wrote anything", { "collect/one": collect({ notes: 0 }) }],
] as const) {
  test(`a table goes on to the next step where ${why}`, () => {
    given(records);

    const next = onward("one");

    assert.equal(next.to === "step" && next.step.id, "two");
  });
}

test("after the last step a table is through", () => {
  given({ room: roomAt("two") });

  assert.deepEqual(onward("two"), { to: "end" });
});

test("whoever watches, or is away, does not count among those at the table", () => {
  given({ "member/away": person("away", { here: false }), "member/looks": person("looks", { voice: false, role: "observer" }) });

  assert.deepEqual(sitting().map((of) => of.id), ["me"]);
  assert.ok(chairless());
});

test("I know to which table I was moved", () => {
  assert.equal(movedTo(), undefined);

  given({ at_table: table({ moved: { me: 5, ana: 4 } }) });

  assert.equal(movedTo(), 5);
});

test("the new table tells me where I came from until I have read it", () => {
  leave("HALL23", 3);

  assert.equal(cameFrom("HALL23", 3), undefined);
  assert.equal(cameFrom("HALL23", 5), 3);

  settleIn("HALL23");

  assert.equal(cameFrom("HALL23", 5), undefined);
  assert.ok(![...device.keys()].some((key) => key.endsWith("/left")));
});

test("what was read stays read on this device until there is something newer", () => {
  readUntil("HALL23", "nudge").value = 7;

  assert.equal(readUntil("HALL23", "nudge").value, 7);
  assert.equal(readUntil("HALL23", "call").value, 0);
  assert.equal(readUntil("HALL45", "nudge").value, 0);
  assert.ok([...device.entries()].some(([key, value]) => key.endsWith("read/nudge") && value === "7"));
});
