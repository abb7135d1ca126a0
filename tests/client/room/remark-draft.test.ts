import assert from "node:assert/strict";
import { test } from "node:test";
import { commandOf, type Draft, draftKey, EMPTY, missingFrom } from "../../../client/src/room/remarks/draft.ts";

const ABOUT = { step: "facts", about: "note/n1", quote: "She is tired", of: "ben" };

const draft = (more: Partial<Draft>): Draft => ({ ...EMPTY, ...more });

test("a question needs no words, and another view does", () => {
  assert.equal(missingFrom(EMPTY, true), undefined);
  assert.equal(missingFrom(draft({ sort: "differ", safe: "yes", text: " " }), true), "text");
  assert.equal(missingFrom(draft({ sort: "news" }), true), "text");
});

test("whoever sees it differently says first whether the child is safe", () => {
  assert.equal(missingFrom(draft({ sort: "differ", text: "Not so" }), true), "safe");
  assert.equal(missingFrom(draft({ sort: "differ", text: "Not so", safe: "unknown" }), true), undefined);
  assert.equal(missingFrom(draft({ sort: "differ", text: "Not so" }), false), undefined);
});

test("each thing has a draft of its own", () => {
  assert.notEqual(draftKey(ABOUT), draftKey({ ...ABOUT, about: "" }));
});

test("what is sent says what it is about, and whom it is to", () => {
  const what = { remark: "r1", step: "facts", about: "note/n1", quote: "She is tired", to: "ben" };
  assert.deepEqual(commandOf("r1", ABOUT, EMPTY), { type: "remark.ask", ...what, text: "" });
  assert.deepEqual(commandOf("r1", ABOUT, draft({ sort: "differ", text: "No", safe: "no" })), {
    type: "remark.differ",
    ...what,
    text: "No",
    safe: "no",
  });
});

test("about a step as a whole, somebody is asked by name or everybody is", () => {
  const step = { ...ABOUT, about: "", of: null };
  const asked = (to: string) => commandOf("r1", step, draft({ to }));
  assert.equal((asked("cam") as { to: unknown }).to, "cam");
  assert.equal((asked("") as { to: unknown }).to, null);
});

test("news goes to the lead worker's list, and not into the talk", () => {
  assert.deepEqual(commandOf("r1", ABOUT, draft({ sort: "news", text: "He moved" })), {
    type: "parking.add",
    entry: "r1",
    text: "He moved",
    for_lead: true,
  });
});
