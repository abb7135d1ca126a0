/** What is still to come of my meetings: promises, reviews, time limits, and rooms about to go. */

import type { Archive } from "../wire.ts";
import { heldAt } from "./load.ts";

/** One thing, on a day ("2027-03-09") so many days from today; fewer than none is overdue. */
export interface Coming {
  readonly day: string;
  readonly days: number;
  readonly kind: "by" | "review" | "limit" | "look" | "forget" | "meeting";
  readonly what: string;
  readonly owners: readonly string[];
  readonly room: Archive;
}

const DAY = 86_400_000;

// What lies further off than a term is in the calendar file, and no news.
const FURTHEST_DAYS = 120;
// A room that goes later than this asks for nothing yet.
const SOON_GONE_DAYS = 30;

/** Return the day of a time (ms) on this device's calendar. */
export function dayOfTime(at: number): string {
  const day = new Date(at);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Return how many days lie between two days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/**
 * Return what is to come, what is overdue first. The rooms come latest first: how a promise stands
 * in a follow-up counts, not how it was left before.
 */
export function comingUp(found: readonly Archive[], now: number): readonly Coming[] {
  const today = dayOfTime(now);
  const list = [...promised(found), ...found.flatMap((room) => ofRoom(room, now))];
  return list
    .map((one) => ({ ...one, days: daysBetween(today, one.day) }))
    .filter(({ days, kind }) => days <= (kind === "forget" || kind === "look" ? SOON_GONE_DAYS : FURTHEST_DAYS))
    .sort((a, b) => a.day.localeCompare(b.day));
}

type Undated = Omit<Coming, "days">;

function promised(found: readonly Archive[]): readonly Undated[] {
  const seen = new Set<string>();
  const list: Undated[] = [];
  for (const room of found) {
    for (const { id, what, by, review, stage, owners } of room.meeting.promises) {
      if (seen.has(id)) continue;
      seen.add(id);
      if (stage === "done" || stage === "not_done") continue;
      if (by) list.push({ day: by, kind: "by", what, owners, room });
      if (review) list.push({ day: review, kind: "review", what, owners, room });
    }
  }
  return list;
}

/** What is past and has no promise behind it is over: nobody can say here whether it was done. */
function ofRoom(room: Archive, now: number): readonly Undated[] {
  const { meeting } = room;
  const dated = (at: number, kind: Coming["kind"], what = ""): readonly Undated[] =>
    at < now - DAY ? [] : [{ day: dayOfTime(at), kind, what, owners: [], room }];
  const after = meeting.closed === null ? [] : meeting.limits.flatMap(({ by, title }) => dated(by, "limit", title));
  return [
    ...(meeting.closed === null && meeting.starts !== null ? dated(heldAt(room), "meeting") : []),
    ...after,
    ...(meeting.review_at === null ? [] : dated(meeting.review_at, "look")),
    ...(meeting.forget_at === null ? [] : dated(meeting.forget_at, "forget")),
  ];
}
