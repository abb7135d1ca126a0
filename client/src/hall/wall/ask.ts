/** The question of a view in words. */

import { placeWord } from "../../steps/places.ts";
import { t } from "../../words.ts";
import { floorRecord } from "../floor.ts";
import type { Shown } from "../../wire.ts";
import {
  aboutAlike,
  aboutBoard,
  aboutDistances,
  aboutFives,
  aboutJourneys,
  aboutMirror,
  aboutOrders,
  aboutSplits,
  type Question,
} from "./questions.ts";
import { allFound, found, letterOf, numberOf, textOf } from "./records.ts";

// A question is read in one go: of a long statement its beginning and its letter will do.
const LONGEST = 70;

/** Return the question for what is shown; nothing where the figures raise none. */
export function questionFor({ what, table }: Shown): string | undefined {
  const question = about(what, table ?? undefined);
  if (!question) return undefined;
  const [item = "", other = ""] = (question.items ?? []).map(quoted);
  const [one = "", two = ""] = question.agencies ?? question.tables?.map(numberOf) ?? [];
  return t(`tables-ask-${question.ask}`, { item, other, one, two, place: placeWord(question.place ?? 0) });
}

function about(what: Shown["what"], table: string | undefined): Question | undefined {
  switch (what) {
    case "fives":
      return aboutFives(allFound());
    case "distances":
      return aboutDistances(floorRecord("distances", "distances")?.comparison);
    case "splits":
      return aboutSplits(floorRecord("splits", "splits")?.items ?? []);
    case "journey":
      return aboutJourneys(floorRecord("journeys", "journeys")?.journeys ?? []);
    case "orders": {
      const orders = floorRecord("orders", "orders");
      return orders && aboutOrders(orders.everybody, orders.over_tables);
    }
    case "alike":
      return aboutAlike(floorRecord("alike", "alike")?.pairs ?? []);
    case "mirror":
      return aboutMirror(floorRecord("mirror", "mirror"));
    case "table":
      return aboutBoard(table === undefined ? undefined : found(table));
    default:
      return undefined;
  }
}

function quoted(item: string): string {
  const text = textOf(item);
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
  return t("tables-quoted", { letter: letterOf(item), text: short });
}
