/** What a moment of a replay was, in words. */

import { placeWord } from "../steps/places.ts";
import type { Moment, Replay } from "../wire.ts";
import { t } from "../words.ts";

/** Return a moment as a sentence that names nobody. */
export function momentInWords(moment: Moment, { steps, items }: Replay): string {
  return t(`replay-${moment.what}`, {
    step: steps[moment.step] ?? "",
    item: items[moment.item] ?? t("replay-text"),
    place: placeWord(moment.slot + 1),
    count: moment.count,
  });
}
