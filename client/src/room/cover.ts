/** Who may take the chair when the chair's line is gone. The server decides; this only offers. */

import type { MemberRecord, RoomRecord } from "../wire.ts";

/** What to tell a member while the chair is away. */
export type CoverOffer =
  | { readonly kind: "none" }
  | { readonly kind: "wait" | "offer"; readonly chair: MemberRecord }
  | { readonly kind: "deputy"; readonly chair: MemberRecord; readonly deputy: MemberRecord };

const NONE: CoverOffer = { kind: "none" };

/** Say what a member is offered at a time (ms of the server's clock). */
export function coverOffer(
  members: readonly MemberRecord[],
  own: MemberRecord | undefined,
  room: RoomRecord,
  now: number,
): CoverOffer {
  const chair = members.find((of) => of.role === "chair");
  if (!chair || chair.here || !own || room.closed !== null) return NONE;
  if (now - chair.since < room.cover_after) return { kind: "wait", chair };
  const deputy = members.find((of) => of.role === "deputy" && of.here);
  if (deputy && deputy.id !== own.id) return { kind: "deputy", chair, deputy };
  return own.role === "observer" ? { kind: "wait", chair } : { kind: "offer", chair };
}
