import { dayAt } from "../steps/day.ts";
import { record } from "../store.ts";
import type { RetentionRecord } from "../wire.ts";
import { t } from "../words.ts";
import { room } from "./agenda.ts";

const DAY = 86_400_000;

/** Return the time (ms) that is so many days after the meeting's end; undefined before its end. */
export function afterEnd(days: number): number | undefined {
  const closed = room()?.closed ?? null;
  return closed === null ? undefined : closed + days * DAY;
}

/** Until when the room is kept, by whom and why: one sentence, for everybody. */
export function Kept() {
  const found = record("retention", "retention");
  if (!found) return null;
  const day = afterEnd(found.days);
  const said = { owner: ownerOf(found), reason: reasonOf(found) };
  return (
    <p class="soft">
      {day === undefined ? t("kept-after", { days: found.days, ...said }) : t("kept-until", { day: dayAt(day), ...said })}
    </p>
  );
}

/** Return who keeps the room. */
export function ownerOf(found: RetentionRecord): string {
  return found.owner || t("kept-owner");
}

/** Return why, as the end of a sentence. */
export function reasonOf(found: RetentionRecord): string {
  return found.reason.replace(/[.!]+$/, "") || t(room()?.case ? "kept-reason-case" : "kept-reason");
}
