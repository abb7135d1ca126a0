import { t } from "../../words.ts";
import { Fives } from "../charts/fives.tsx";
import { listOf } from "../../steps/names.ts";
import { floorRecord } from "../floor.ts";
import { aboutFives } from "./questions.ts";
import { allFound, numbersOf, type Place, tables } from "./records.ts";

/** The tables' agreed lists beside one another. */
export function FivesView({ at }: { readonly at: Place }) {
  const columns = allFound().filter(({ places }) => places.some((item) => item !== null));
  if (columns.length === 0) return <p class="lead">{t("tables-fives-none")}</p>;
  const waiting = tables().length - columns.length;
  const unfinished = columns.filter(({ places }) => places.includes(null)).map(({ table }) => table);
  const notes = [
    ...typical(),
    ...(waiting > 0 ? [t("tables-fives-waiting", { count: waiting })] : []),
    ...(unfinished.length > 0 ? [t("tables-unfinished", { count: unfinished.length, tables: numbersOf(unfinished) })] : []),
  ];
  return (
    <div class="stack tables-view">
      <Fives at={at} columns={columns} first={aboutFives(columns)?.items?.[0]} />
      {notes.length > 0 && <p class="tables-notes">{notes.join(" ")}</p>}
    </div>
  );
}

/** Say which lists are nearest to the others, and which farthest: a description, and no order of merit. */
function typical(): readonly string[] {
  const comparison = floorRecord("results", "results")?.comparison;
  if (!comparison || comparison.most_typical.length === 0) return [];
  const { most_typical: near, most_its_own: own } = comparison;
  if (listOf(near) === listOf(own)) return [t("tables-typical-all")];
  return [
    t("tables-typical", { count: near.length, tables: numbersOf(near) }),
    t("tables-its-own", { count: own.length, tables: numbersOf(own) }),
    t("tables-typical-neither"),
  ];
}
