import assert from "node:assert/strict";
import { test } from "node:test";
import { comingUp, dayOfTime, daysBetween } from "../../../client/src/archive/coming.ts";
import { byMonth, ofType, seriesOf, typesOf } from "../../../client/src/archive/groups.ts";
import { askAll, type Room, there } from "../../../client/src/archive/load.ts";
import { closed, DAY, planned } from "./rooms.ts";

const mine = (code: string, at = 0) => ({ code, title: code, at, leads: false, closed: false });
const room = (found: ReturnType<typeof closed>): Room => ({ mine: mine(found.code), state: "there", found });

const MARCH = new Date(2027, 2, 9, 12).getTime();
const APRIL = new Date(2027, 3, 1, 12).getTime();

test("rooms are asked a few at a time, in order, and each answer is told as it comes", async () => {
  let now = 0;
  let most = 0;
  const told: string[] = [];
  const ask = async (one: { code: string }): Promise<Room> => {
    most = Math.max(most, ++now);
    await Promise.resolve();
    now--;
    return { mine: mine(one.code), state: "gone" };
  };
  const codes = Array.from({ length: 60 }, (_, n) => `R${n}`);

  await askAll(codes.map((code) => mine(code)), ask, (found) => told.push(found.mine.code));

  assert.deepEqual(told, codes);
  assert.equal(most, 3);
});

test("only rooms that answered are looked into, the latest first", () => {
  const rooms: Room[] = [{ mine: mine("A"), state: "gone" }, room(closed("B", 1)), room(closed("C", 5))];
  assert.deepEqual(
    there(rooms).map(({ code }) => code),
    ["C", "B"],
  );
});

test("rooms stand under their month, the latest month first, also those that did not answer", () => {
  const rooms: Room[] = [room(closed("A", MARCH)), { mine: mine("B", APRIL), state: "unreached" }, room(closed("C", MARCH + DAY))];
  assert.deepEqual(
    byMonth(rooms).map(({ rooms }) => rooms.map(({ mine }) => mine.code)),
    [["B"], ["C", "A"]],
  );
});

test("one type at a time, where somebody wants that", () => {
  const found = [closed("A", 1, {}, "Review"), closed("B", 2, {}, "Exercise"), closed("C", 3, {}, "")];
  assert.deepEqual(typesOf(found), ["Exercise", "Review"]);
  assert.equal(ofType(found.map(room), "Review").length, 1);
  assert.equal(ofType(found.map(room), "").length, 3);
});

test("rooms that go on from one another are one series, in the order in which they were held", () => {
  const found = [
    closed("C", 9, { before: "B" }),
    closed("X", 5),
    closed("B", 4, { before: "A", after: ["C"] }),
    closed("A", 1, { after: ["B", "GONE"] }),
  ];
  assert.deepEqual(
    seriesOf(found).map((series) => series.map(({ code }) => code)),
    [["A", "B", "C"], ["X"]],
  );
});

const promise = (id: string, by: string, stage: "open" | "done" = "open") => ({ id, what: id, by, review: "", stage, owners: ["Ana"] });

test("what is late comes first, and what was done in the next meeting is done", () => {
  const found = [
    closed("B", 2, { promises: [promise("p1", "2027-03-01", "done")] }),
    closed("A", 1, { promises: [promise("p1", "2027-03-01"), promise("p2", "2027-03-05"), promise("p3", "2027-03-20")] }),
  ];
  assert.deepEqual(
    comingUp(found, MARCH).map(({ what, days }) => [what, days]),
    [
      ["p2", -4],
      ["p3", 11],
    ],
  );
});

test("a room that goes soon says so, and one that goes much later does not yet", () => {
  const soon = closed("A", 1, { forget_at: MARCH + 12 * DAY, review_at: MARCH + 5 * DAY });
  const later = closed("B", 1, { forget_at: MARCH + 90 * DAY, review_at: MARCH + 83 * DAY });
  assert.deepEqual(
    comingUp([soon, later], MARCH).map(({ kind, days }) => [kind, days]),
    [
      ["look", 5],
      ["forget", 12],
    ],
  );
});

test("a planned meeting and time limits are coming up until they are past", () => {
  const limits = [
    { title: "Record", by: MARCH + DAY },
    { title: "Call", by: MARCH - 5 * DAY },
  ];
  assert.deepEqual(
    comingUp([planned("A", MARCH + 3 * DAY), planned("B", MARCH - 9 * DAY), closed("C", 1, { limits })], MARCH).map(
      ({ kind, room }) => [kind, room.code],
    ),
    [
      ["limit", "C"],
      ["meeting", "A"],
    ],
  );
});

test("days are those of the calendar here", () => {
  assert.equal(dayOfTime(MARCH), "2027-03-09");
  assert.equal(daysBetween("2027-03-27", "2027-03-29"), 2);
});
