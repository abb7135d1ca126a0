/** A promise in the making, and how its parts are read. */

import type { Named, Owner, PromiseRecord, Terms } from "../../wire.ts";

/** Kept on the device until it is sent. `seen` is when the promise was last changed (ms). */
export interface Draft {
  readonly terms: Terms;
  readonly members: readonly string[];
  readonly agencies: readonly string[];
  readonly others: string;
  readonly seen: number;
}

export const EMPTY: Draft = { terms: { what: "" }, members: [], agencies: [], others: "", seen: 0 };

/** Begin with a promise as it is. */
export function draftOf(promise: PromiseRecord): Draft {
  const members = promise.owners.flatMap((owner) => owner.member || []);
  const agencies = promise.owners.flatMap((owner) => (owner.name === "" ? owner.agency : []));
  const others = promise.owners.find((owner) => !owner.member && owner.name !== "")?.name ?? "";
  return { terms: promise.terms, members, agencies, others, seen: promise.at };
}

/** Return the owners as the server is told them. */
export function named({ members, agencies, others }: Draft): Named {
  return { members, agencies, others };
}

/** What a promise still needs: its words, and somebody to keep it. */
export type Missing = "what" | "owner" | undefined;

/** Say what a draft still needs. */
export function missingFrom(draft: Draft): Missing {
  if (draft.terms.what.trim() === "") return "what";
  const owners = draft.members.length + draft.agencies.length + (draft.others.trim() === "" ? 0 : 1);
  return owners === 0 ? "owner" : undefined;
}

/** Add one of several, or take it out. */
export function toggle(from: readonly string[], one: string): readonly string[] {
  return from.includes(one) ? from.filter((other) => other !== one) : [...from, one];
}

/** What tells the owners of a promise apart, as in consensus/answers/promises.py. */
export function keyOf(owner: Owner): string {
  return owner.member || [owner.name, owner.agency].filter(Boolean).join(", ");
}

/** Say whether a promise is a small test of change. */
export function isTest(terms: Terms): boolean {
  return !!(terms.think || terms.trial || terms.look);
}

/** Say whether anything beside what, who, when and how is filled in. */
export function hasMore(terms: Terms): boolean {
  return !!(terms.review || terms.time || terms.cost || terms.cover || terms.tells_family || terms.option);
}
