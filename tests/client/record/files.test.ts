import assert from "node:assert/strict";
import { test } from "node:test";
import { fileAddress } from "../../../client/src/record/files.ts";

test("a file is asked for by its address alone where there is nothing to say", () => {
  assert.equal(fileAddress("/r/ABC234/record.pdf", ""), "/r/ABC234/record.pdf");
  assert.equal(fileAddress("/r/ABC234/record.pdf", "?look=1"), "/r/ABC234/record.pdf");
});

test("it is asked for by whoever's turn it is, in the copy that a keeper chose", () => {
  assert.equal(fileAddress("/x.pdf", "?seat=m1%262"), "/x.pdf?seat=m1%262");
  assert.equal(fileAddress("/x.pdf", "?seat=m1", "all"), "/x.pdf?seat=m1&readers=all");
  assert.equal(fileAddress("/x.pdf", "", "professionals"), "/x.pdf?readers=professionals");
});
