import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { write, type Says } from "../../../client/src/verify/form.ts";
import { asTyped, hashOf, keyMark, leafOf, markOf, rootOf } from "../../../client/src/verify/hashes.ts";
import { verify } from "../../../client/src/verify/verify.ts";

// Sealed once by the server, and kept: whatever comes later has to go on reading them.
const vectors = new URL("../../server/proof/vectors/", import.meta.url);
const bytes = (name: string) => new Uint8Array(readFileSync(new URL(name, vectors)));
const codes = (name: string, given = {}) => verify(bytes(name), given).findings.map(({ code }) => code);

test("a record that the server sealed is genuine, whole or not", () => {
  const receipt = bytes("ours.cgreceipt");
  for (const name of ["whole.cgrecord", "redacted.cgrecord"]) {
    const { status, file, confirmed } = verify(bytes(name), { receipt });
    assert.equal(status, 0, name);
    assert.deepEqual(confirmed, ["receipt"]);
    assert.ok(file);
    const seal = markOf(file.seal).toLowerCase().replaceAll("-", " ");
    const key = keyMark(file.seal.statement.key);
    assert.deepEqual(verify(bytes(name), { mark: seal, key }).confirmed, ["mark", "key"]);
  }
});

test("one that was changed is not, and one that was made up does not fit the receipt", () => {
  assert.deepEqual(codes("changed.cgrecord"), ["entry_changed"]);
  assert.deepEqual(codes("forged.cgrecord"), []);
  assert.deepEqual(codes("forged.cgrecord", { receipt: bytes("ours.cgreceipt") }), ["other_key"]);
});

test("a receipt alone is no record", () => {
  assert.deepEqual(codes("ours.cgreceipt"), ["not_a_record"]);
});

test("every byte counts", () => {
  const whole = bytes("whole.cgrecord");
  for (let at = 0; at < whole.length; at += 41) {
    const other = whole.slice();
    other[at] = (other[at] ?? 0) ^ 1;
    assert.notEqual(verify(other).status, 0, `byte ${at}`);
  }
});

test("characters stand for themselves wherever JSON lets them", () => {
  const text = "\0\b\t\n\v\f\r\x1f\x7f\"\\/\u2028\u2029é😀";
  const written = new TextDecoder().decode(write({ text }));
  assert.equal(written, '{"text":"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\x7f\\"\\\\/\u2028\u2029é😀"}');
});

test("the root of nothing is the hash of nothing, and of one leaf that leaf", () => {
  assert.equal(rootOf([]), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  assert.equal(rootOf(["ab".repeat(32)]), "ab".repeat(32));
});

test("a leaf holds its place and its salt", () => {
  const says: Says = { type: "fact", name: "Date", says: "1 May" };
  const leaves = [leafOf(0, { salt: "00".repeat(16), says }), leafOf(1, { salt: "00".repeat(16), says })];
  assert.notEqual(leaves[0], leaves[1]);
  assert.notEqual(leaves[0], leafOf(0, { salt: "01".repeat(16), says }));
  assert.equal(leaves[0]?.length, hashOf(says).length);
});

test("a mark is known however it is typed", () => {
  assert.equal(asTyped(" 49rt 47dk-nffq"), "49RT-47DK-NFFQ");
  assert.equal(asTyped("ilo0"), "1100");
});
