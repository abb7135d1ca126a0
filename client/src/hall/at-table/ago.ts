import { t } from "../../words.ts";

const MINUTE = 60_000;

/** Return how long ago a time (ms) was, in words. */
export function ago(at: number, now: number): string {
  return t("table-ago", { minutes: Math.max(0, Math.floor((now - at) / MINUTE)) });
}
