import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage } from "./world.ts";

const device = newPage();
const { forgetMeetings, forgetOne, myMeetings, remember } = await import("../../client/src/my-meetings.ts");

const meeting = (code: string, at: number, title = code) => ({ code, title, at, leads: false, closed: false });

test("meetings are listed by date, each once, with what is newest of it", () => {
  remember(meeting("AAA", 1));
  remember(meeting("BBB", 5));
  remember(meeting("AAA", 1, "Renamed"));

  assert.deepEqual(
    myMeetings().map((one) => [one.code, one.title]),
    [
      ["BBB", "BBB"],
      ["AAA", "Renamed"],
    ],
  );
});

test("one meeting is taken off the list, and the others stay", () => {
  remember(meeting("CCC", 3));
  forgetOne("AAA");

  assert.deepEqual(
    myMeetings().map(({ code }) => code),
    ["BBB", "CCC"],
  );
});

test("the list is forgotten when somebody says so, and nothing else is", () => {
  device.set("common-ground/ABC234/me/draft/x", '"words"');
  remember(meeting("AAA", 1));
  forgetMeetings();

  assert.deepEqual(myMeetings(), []);
  assert.ok(device.has("common-ground/ABC234/me/draft/x"));
});

test("what somebody else wrote under its name is no list", () => {
  device.set("common-ground-meetings", '{"a": 1}');
  assert.deepEqual(myMeetings(), []);
  device.set("common-ground-meetings", "[null, 3]");
  assert.deepEqual(myMeetings(), []);
});

test("the list does not grow for ever", () => {
  device.delete("common-ground-meetings");
  for (let n = 0; n < 100; n++) remember(meeting(`C${n}`, n));
  assert.equal(myMeetings().length, 60);
  assert.equal(myMeetings()[0]?.code, "C99");
});
