import assert from "node:assert/strict";
import { test } from "node:test";
import { ageInDays, dayInWords, endOfDay, fieldDay, isOverdue } from "../../../../client/src/room/disagreements/days.ts";

const DAY = 86_400_000;

test("a day of the date field ends where the next one begins", () => {
  assert.equal(endOfDay("1970-01-02"), 2 * DAY - 1);
  assert.equal(fieldDay(endOfDay("2026-11-24")!), "2026-11-24");
});

test("half a date is no day", () => {
  assert.equal(endOfDay(""), undefined);
  assert.equal(endOfDay("2026-13"), undefined);
});

test("a day is named with its weekday", () => {
  assert.equal(dayInWords(endOfDay("2026-11-24")!), "Tue, 24 Nov 2026");
});

test("age counts whole days and never less than none", () => {
  assert.equal(ageInDays(0, 2 * DAY - 1), 1);
  assert.equal(ageInDays(DAY, 0), 0);
});

test("only what is open can be overdue", () => {
  assert.ok(isOverdue({ outcome: "open", due: 5 }, 6));
  assert.ok(!isOverdue({ outcome: "open", due: 5 }, 5));
  assert.ok(!isOverdue({ outcome: "agreed", due: 5 }, 6));
});
