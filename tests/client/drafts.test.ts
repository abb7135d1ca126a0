import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { draft, forgetDrafts, hasDrafts, unsentWords } from "../../client/src/drafts.ts";
import { apply } from "../../client/src/store.ts";
import { newPage, snapshot } from "./world.ts";

let device = newPage();
let people = 0;

function iAm(id: string): void {
  apply(snapshot(1, { me: { type: "me", id } as never }));
}

beforeEach(() => {
  device = newPage();
  iAm(`member${++people}`);
});

test("a draft is kept on the device at each change, under this room and this member", () => {
  draft<string>("note").value = "What I tho";
  draft<string>("note").value = "What I thought";
  assert.deepEqual([...device], [[`common-ground/ABC234/member${people}/draft/note`, '"What I thought"']]);
});

test("a draft of an earlier page is found again", () => {
  device.set(`common-ground/ABC234/member${people}/draft/order`, '["e","a"]');
  assert.deepEqual(draft<string[]>("order").value, ["e", "a"]);
});

test("undefined forgets", () => {
  const words = draft<string>("note");
  words.value = "half a th";
  assert.ok(hasDrafts());
  words.value = undefined;
  assert.equal(device.size, 0);
  assert.equal(hasDrafts(), false);
});

test("two people on one phone have two drafts", () => {
  draft<string>("note").value = "mine";
  iAm("somebody else");
  assert.equal(draft<string>("note").value, undefined);
  assert.equal(hasDrafts(), false);
});

test("a device that keeps nothing still keeps the draft for as long as the page lives", () => {
  Object.defineProperty(globalThis, "localStorage", {
    get: () => {
      throw new Error("storage is switched off");
    },
    configurable: true,
  });
  draft<string>("note").value = "still here";
  assert.equal(draft<string>("note").value, "still here");
});

test("something unreadable under the key counts as nothing", () => {
  device.set(`common-ground/ABC234/member${people}/draft/note`, "{not json");
  assert.equal(draft<string>("note").value, undefined);
});

test("all drafts can be forgotten at once", () => {
  draft<string>("note").value = "one";
  draft<string>("order").value = "two";
  forgetDrafts();
  assert.equal(device.size, 0);
  assert.equal(draft<string>("note").value, undefined);
});

test("of what is not sent the words can be read, without ids and choices", () => {
  draft<object>("judge/rank").value = { choice: "s10", because: "It is far" };
  draft<object>("note/compare").value = { lane: "alike", text: "Time", items: ["s1", "s2"] };
  assert.deepEqual(unsentWords(), ["It is far", "Time"]);
});
