import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage } from "../world.ts";

newPage();
const { askRoom } = await import("../../../client/src/archive/load.ts");
const { myMeetings, remember } = await import("../../../client/src/my-meetings.ts");

const meeting = { code: "AAA", title: "AAA", at: 1, leads: false, closed: false };

/** Let every question have this answer; return which were asked. */
function answering(status: number): string[] {
  const asked: string[] = [];
  globalThis.fetch = (address) => {
    asked.push(String(address));
    return Promise.resolve(new Response(null, { status }));
  };
  return asked;
}

const mine = () => myMeetings()[0] ?? assert.fail();

test("a room that is not there for this browser is asked for once, and again after a new seat in it", async () => {
  remember(meeting);
  const asked = answering(404);

  for (let visit = 0; visit < 3; visit++) assert.equal((await askRoom(mine())).state, "gone");
  assert.deepEqual(asked, ["/r/AAA/archive.json"]);

  remember(meeting); // as the room's own page does
  await askRoom(mine());
  assert.equal(asked.length, 2);
});

test("one that could not be looked for just now is asked for again", async () => {
  remember(meeting);
  const asked = answering(503);

  for (let visit = 0; visit < 3; visit++) assert.equal((await askRoom(mine())).state, "unreached");
  assert.equal(asked.length, 3);
});
