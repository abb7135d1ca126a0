/** Leaves, the root over them (RFC 6962, 2.1), signatures (RFC 8032) and fingerprints. */

// From @noble, pinned: older phones have no Ed25519 of their own, and a page that is opened from a
// file may not use what they have.

import { hashes, verify } from "@noble/ed25519";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { write, type Seal, type Shown } from "./form.ts";

hashes.sha512 = sha512;

const LEAF = 0;
const NODE = 1;

// Douglas Crockford's base 32, as in `server/proof/keys.py`.
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PRINT_BYTES = 15;

export function leafOf(number: number, entry: Shown): string {
  const place = new DataView(new ArrayBuffer(9));
  place.setUint8(0, LEAF);
  place.setUint32(5, number);
  const hash = sha256.create().update(new Uint8Array(place.buffer));
  return bytesToHex(hash.update(hexToBytes(entry.salt)).update(write(entry.says)).digest());
}

export function rootOf(leaves: readonly string[]): string {
  let level: Uint8Array[] = leaves.map((leaf) => hexToBytes(leaf));
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = level.slice(at, at + 2);
      if (left) above.push(right ? sha256(Uint8Array.of(NODE, ...left, ...right)) : left);
    }
    level = above;
  }
  return bytesToHex(level[0] ?? sha256(new Uint8Array()));
}

export function signed(key: string, signature: string, statement: object): boolean {
  try {
    return verify(hexToBytes(signature), write(statement), hexToBytes(key), { zip215: false });
  } catch {
    return false; // a key that is no point on the curve
  }
}

export function hashOf(statement: object): string {
  return bytesToHex(sha256(write(statement)));
}

/** What stands for a seal where people compare. */
export const markOf = (seal: Seal): string => fingerprint(write(seal.statement));

/** What stands for a key where people compare. */
export const keyMark = (key: string): string => fingerprint(hexToBytes(key));

function fingerprint(message: Uint8Array): string {
  const bytes = sha256(message).subarray(0, PRINT_BYTES);
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const letters = bits.replace(/.{5}/g, (five) => LETTERS.charAt(parseInt(five, 2)));
  return inGroups(letters);
}

/** A fingerprint that somebody typed, in any case and with any gaps, as it is written. */
export function asTyped(typed: string): string {
  const meant = { I: "1", L: "1", O: "0" } as const;
  const plain = typed.replace(/[\s-]/g, "").toUpperCase();
  return inGroups(plain.replace(/[ILO]/g, (letter) => meant[letter as keyof typeof meant]));
}

const inGroups = (letters: string): string => (letters.match(/.{1,4}/g) ?? []).join("-");
