/** Places in words: "3rd", "between 3rd and 4th". */

import { FluentNumber } from "@fluent/bundle";
import { t } from "../words.ts";

/** Return a whole place as an ordinal. */
export function placeWord(place: number): string {
  // Fluent hands the options of a number on to Intl.PluralRules, where `type` chooses ordinals.
  const options = { type: "ordinal" } as Intl.NumberFormatOptions;
  return t("place", { place: new FluentNumber(place, options) });
}

/** Return the place in the middle of everybody's, which may fall between two. */
export function middleWord(median: number): string {
  const low = Math.floor(median);
  return low === median ? placeWord(low) : t("place-between", { low: placeWord(low), high: placeWord(low + 1) });
}
