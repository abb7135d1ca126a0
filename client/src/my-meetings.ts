/**
 * The meetings that this browser has a seat in: a list that never leaves the device. The room's
 * page writes it, the page of one's own meetings reads it, and whoever shares a phone forgets it.
 */

import { effect } from "@preact/signals";
import { keep, recall } from "./device.ts";
import { record } from "./store.ts";

const PLACE = "common-ground-meetings";

// Older ones are looked for in the archive, not on a phone.
const MOST = 60;

/** One meeting: its code, and what is known of it here. `at` (ms) is when it is, or when I came. */
export interface Mine {
  readonly code: string;
  readonly title: string;
  readonly at: number;
  readonly leads: boolean;
  readonly closed: boolean;
  /** Its room was deleted. */
  readonly gone?: boolean;
  /** There was nothing for this browser when it asked last: deleted meanwhile, or no seat any more. */
  readonly lost?: boolean;
}

/** Return my meetings, the latest first. */
export function myMeetings(): readonly Mine[] {
  const found = recall(PLACE);
  const list = Array.isArray(found) ? (found as readonly Mine[]).filter((one) => typeof one?.code === "string") : [];
  return [...list].sort((a, b) => b.at - a.at);
}

/** Put a meeting on the list, or what is new of it. */
export function remember(meeting: Mine): void {
  const others = myMeetings().filter((one) => one.code !== meeting.code);
  keep(PLACE, [meeting, ...others].slice(0, MOST));
}

/** Take one meeting off the list. */
export function forgetOne(code: string): void {
  keep(
    PLACE,
    myMeetings().filter((one) => one.code !== code),
  );
}

/** Forget the list. The meetings themselves, and the seats in them, stay. */
export function forgetMeetings(): void {
  keep(PLACE, undefined);
}

/** Know that a meeting's room was deleted. */
export function markGone(code: string): void {
  mark(code, { gone: true });
}

/** Know that there is nothing for this browser where a meeting was. To sit in it again undoes that. */
export function markLost(code: string): void {
  mark(code, { lost: true });
}

function mark(code: string, what: Partial<Mine>): void {
  const known = myMeetings().find((one) => one.code === code);
  if (known) remember({ ...known, ...what });
}

/** Keep this page's meeting on the list while it is open. */
export function rememberThis(code: string, now: number): void {
  effect(() => {
    const where = record("room", "room");
    const own = record("me", "me");
    const member = own && record("member", `member/${own.id}`);
    if (!where || !member) return;
    const before = myMeetings().find((one) => one.code === code);
    remember({
      code,
      title: where.title,
      at: where.starts ?? before?.at ?? now,
      leads: ["chair", "deputy", "recorder"].includes(member.role),
      closed: where.closed !== null,
    });
  });
}
