/** Who keeps a promise, and who may change it. */

import { agencyKey } from "../../agency-mark.ts";
import { keepsRecord, me } from "../../people.tsx";
import type { Owner, PromiseRecord } from "../../wire.ts";

/** Say whether an owner is this person, or their agency; earlier rooms know people by name. */
export function isMe(owner: Owner): boolean {
  const own = me();
  if (!own || own.role === "observer") return false;
  if (owner.member) return owner.member === own.id;
  if (agencyKey(owner.agency) !== agencyKey(own.agency)) return false;
  return owner.name === "" || agencyKey(owner.name) === agencyKey(own.name);
}

/** Say whether this person may change a promise. */
export function mayChange(promise: PromiseRecord): boolean {
  const own = me();
  if (!own || own.role === "observer") return false;
  return keepsRecord() || promise.entered_by === own.id || promise.owners.some(isMe);
}
