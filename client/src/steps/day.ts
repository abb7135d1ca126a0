import { region } from "./names.ts";

/** Return a day of the calendar ("2026-05-12") as people write it. */
export function dayOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  const lang = region(document.documentElement.lang);
  return new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format(at);
}

/** Return a time (ms) as a clock on the wall of this device shows it. */
export function timeOf(at: number): string {
  const lang = region(document.documentElement.lang);
  return new Intl.DateTimeFormat(lang, { timeStyle: "short" }).format(at);
}

/** Return the day of a time (ms) as people write it here. */
export function dayAt(at: number): string {
  return new Intl.DateTimeFormat(region(document.documentElement.lang), { dateStyle: "long" }).format(at);
}
