import assert from "node:assert/strict";
import { test } from "node:test";
import { all, apply, enterEpoch, epoch, position, reached, record } from "../../client/src/store.ts";
import { effect, frame, person, snapshot, step } from "./world.ts";

function given(...people: readonly string[]): void {
  apply(snapshot(1, Object.fromEntries(people.map((id) => [`member/${id}`, person(id)]))));
}

function names(): readonly string[] {
  return all("member").map((of) => of.id);
}

test("a snapshot puts its records and forgets all others", () => {
  given("ann", "bob");
  apply(snapshot(7, { "member/cy": person("cy") }));
  assert.deepEqual(names(), ["cy"]);
  assert.equal(record("member", "member/ann"), undefined);
  assert.equal(position.value, 7);
});

test("a frame puts whole records and drops keys", () => {
  given("ann", "bob");
  assert.ok(apply(frame(1, 3, { "member/bob": person("bob", { here: false }) }, ["member/ann"])));
  assert.deepEqual(names(), ["bob"]);
  assert.equal(record("member", "member/bob")?.here, false);
  assert.equal(position.value, 3);
});

test("a frame that starts elsewhere is a gap and changes nothing", () => {
  given("ann");
  assert.equal(apply(frame(2, 3, { "member/bob": person("bob") })), false);
  assert.deepEqual(names(), ["ann"]);
  assert.equal(position.value, 1);
});

test("records of every audience arrive in one frame", () => {
  apply({
    ...snapshot(1, { "member/ann": person("ann") }),
    mine: { put: { me: { type: "me", id: "ann" } }, drop: [] },
    chairs: { put: { "answered/rank": { type: "answered", step: "rank", members: ["ann"] } }, drop: [] },
  });
  assert.equal(record("me", "me")?.id, "ann");
  assert.deepEqual(record("answered", "answered/rank")?.members, ["ann"]);
});

test("all() keeps the server's order, narrows to a prefix, and sorts the agenda by number", () => {
  const plain = { items: [], agency: "", for_agency: "", source: "", when: "", nothing: false, into: "" };
  const note = (id: string, of: string) =>
    ({ type: "note", step: of, note: id, lane: "alike", author: "ann", text: id, ...plain }) as const;
  apply(
    snapshot(1, {
      "note/b/2": note("2", "b"),
      "note/a/9": note("9", "a"),
      "note/a/1": note("1", "a"),
      "step/last": step("last", 2),
      "step/first": step("first", 1),
    }),
  );
  assert.deepEqual(all("note").map((n) => n.note), ["2", "9", "1"]);
  assert.deepEqual(all("note", "note/a/").map((n) => n.note), ["9", "1"]);
  assert.deepEqual(all("step").map((s) => s.id), ["first", "last"]);
});

test("one frame is seen as a whole, and only by those who read what it changed", () => {
  given("ann", "bob");
  const lists: (readonly string[])[] = [];
  let anns = 0;
  const stops = [effect(() => void lists.push(names())), effect(() => void (record("member", "member/ann"), anns++))];
  apply(frame(1, 2, { "member/cy": person("cy"), "member/di": person("di") }, ["member/bob"]));
  assert.deepEqual(lists, [["ann", "bob"], ["ann", "cy", "di"]]);
  assert.equal(anns, 1);
  for (const stop of stops) stop();
});

test("a record that is read before it exists is seen when it comes", () => {
  apply(snapshot(1, {}));
  const seen: unknown[] = [];
  const stop = effect(() => void seen.push(record("member", "member/new")?.name));
  apply(frame(1, 2, { "member/new": person("new") }));
  assert.deepEqual(seen, [undefined, "new"]);
  stop();
});

test("another log's positions mean nothing", () => {
  enterEpoch("one");
  given("ann");
  enterEpoch("one");
  assert.equal(position.value, 1);
  enterEpoch("two");
  assert.equal(epoch.value, "two");
  assert.equal(position.value, 0);
});

test("reached() waits for a position, and not for a log that is gone", async () => {
  enterEpoch("three");
  given("ann");
  let done = false;
  const waiting = reached(3).then(() => (done = true));
  apply(frame(1, 2, {}));
  await Promise.resolve();
  assert.equal(done, false);
  apply(frame(2, 3, {}));
  await waiting;
  const never = reached(99);
  enterEpoch("four");
  await never;
});
