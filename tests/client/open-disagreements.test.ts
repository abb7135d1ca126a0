import assert from "node:assert/strict";
import { test } from "node:test";
import { notAgreed, type Line } from "../../client/src/open-disagreements.ts";

const line = (id: string, more: Partial<Line> = {}): Line => ({
  id,
  title: id,
  stage: 1,
  stage_name: "Practitioners",
  age_days: 0,
  overdue: false,
  outcome: "open",
  ...more,
});

test("the highest stage comes first, and there the oldest", () => {
  const found = notAgreed([
    { room: "A", disagreements: [line("young"), line("old", { age_days: 3 })] },
    { room: "B", disagreements: [line("high", { stage: 2 })] },
  ]);
  assert.deepEqual(
    found.map((one) => one.line.id),
    ["high", "old", "young"],
  );
});

test("what a follow-up takes up is named once, as it stands there", () => {
  const found = notAgreed([
    { room: "NEXT", disagreements: [line("d", { stage: 2 })] },
    { room: "BEFORE", disagreements: [line("d")] },
  ]);
  assert.deepEqual(
    found.map(({ log, line: at }) => [log.room, at.stage]),
    [["NEXT", 2]],
  );
});

test("what a follow-up has agreed is not open in the meeting before", () => {
  const found = notAgreed([
    { room: "NEXT", disagreements: [line("d", { outcome: "agreed" })] },
    { room: "BEFORE", disagreements: [line("d", { outcome: "partly" })] },
  ]);
  assert.deepEqual(found, []);
});
