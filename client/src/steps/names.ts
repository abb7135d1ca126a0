/** People in a sentence. */

import { member } from "../people.tsx";
import { t } from "../words.ts";

// More names than this are a crowd: a sentence with all of them is read by nobody.
const MOST_NAMES = 6;

// "Ann, Sam and Priya": without a region, English lists are written as in America.
export const region = (lang: string) => (lang.includes("-") ? lang : `${lang || "en"}-GB`);

/** Return names as one piece of text: "Ann, Sam and Priya", or "Ann, Sam and 9 others". */
export function namesOf(ids: readonly string[]): string {
  const names = ids.map((id) => member(id)?.name ?? t("person-gone"));
  const shown = names.length > MOST_NAMES ? names.slice(0, MOST_NAMES - 1) : names;
  const rest = names.length - shown.length;
  return listOf(rest > 0 ? [...shown, t("others", { count: rest })] : shown);
}

/** Return words as one piece of text: "Health, Police and School". */
export function listOf(parts: readonly string[]): string {
  return new Intl.ListFormat(region(document.documentElement.lang)).format(parts);
}
