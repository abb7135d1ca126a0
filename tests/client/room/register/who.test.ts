import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { isHere, lopsided, missing, notQuorate, unexplained } from "../../../../client/src/room/register/who.ts";
import { apply } from "../../../../client/src/store.ts";
import type { ExpectedRecord } from "../../../../client/src/wire.ts";
import { newPage, person, snapshot } from "../../world.ts";

const expected = (agency: string, more: Partial<ExpectedRecord> = {}): ExpectedRecord => ({
  type: "expected",
  agency,
  coming: "expected",
  why: "",
  ...more,
});

beforeEach(() => {
  newPage();
  apply(
    snapshot(1, {
      "member/kit": person("kit", { agency: "Social care" }),
      "member/jo": person("jo", { agency: "Maya’s father", role: "family", seat: "carer" }),
      "member/eve": person("eve", { agency: "Police", role: "observer" }),
      "member/ben": person("ben", { agency: "Health", here: false }),
      "expected/social care": expected("Social Care"),
      "expected/police": expected("Police"),
      "expected/health": expected("Health", { why: "On another call" }),
      "expected/school": expected("School", { coming: "views" }),
      "expected/housing": expected("Housing", { coming: "not_invited", why: "Not involved" }),
      "expected/family": expected("Family"),
      quorum: { type: "quorum", agencies: ["Social care", "Police", "Health"], note: "" },
    }),
  );
});

test("an agency is here by somebody who takes part and is in the room now", () => {
  assert.ok(isHere(" social CARE "));
  assert.ok(!isHere("Police"), "somebody who only watches does not stand in for an agency");
  assert.ok(!isHere("Health"), "somebody whose line is gone is not here");
});

test("a family is here as what they are, however they call themselves", () => {
  assert.ok(isHere("Family"));
});

test("missing is who was expected and sent nothing", () => {
  assert.deepEqual(missing().map((of) => of.agency), ["Police", "Health"]);
  assert.deepEqual(unexplained().map((of) => of.agency), ["Police"]);
});

test("the meeting is not quorate without those whom the rules name", () => {
  assert.deepEqual(notQuorate(), ["Police", "Health"]);
});

test("people of one level only are noticed when there are enough to tell", () => {
  assert.ok(!lopsided());
  const reach = (member: string, level: "manager" | "practitioner") =>
    ({ type: "reach", member, complete: true, level }) as const;
  apply(snapshot(2, { "reach/a": reach("a", "manager"), "reach/b": reach("b", "manager"), "reach/c": reach("c", "manager") }));
  assert.ok(lopsided());
  apply(snapshot(3, { "reach/a": reach("a", "manager"), "reach/b": reach("b", "manager"), "reach/c": reach("c", "practitioner") }));
  assert.ok(!lopsided());
});
