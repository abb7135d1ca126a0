import { t } from "../../words.ts";
import { agreementInWords, inWords, Journeys } from "../charts/journeys.tsx";
import { floorRecord } from "../floor.ts";
import type { Journey } from "../../wire.ts";
import { Twin } from "./parts.tsx";
import { numberOf, numbersOf, type Place, tableName } from "./records.ts";

/** How far each table's list lies from what its members said alone, at first and at last. */
export function JourneyView({ at }: { readonly at: Place }) {
  const all = [...(floorRecord("journeys", "journeys")?.journeys ?? [])].sort((a, b) => Number(numberOf(a.table)) - Number(numberOf(b.table)));
  const drawn = all.filter(({ first, last }) => first !== null || last !== null);
  const none = all.filter((journey) => !drawn.includes(journey)).map(({ table }) => table);
  if (drawn.length === 0) return <p class="lead">{t("tables-journey-nobody")}</p>;
  return (
    <div class="stack tables-view">
      <p class="journey-key">
        <span class="key-first">{t("tables-journey-first")}</span>
        <span class="key-last">{t("tables-journey-last")}</span>
      </p>
      <div class={`journeys-frame at-${at}`}>
        {columnsOf(drawn, at).map((journeys, column) => (
          <Journeys key={column} journeys={journeys} />
        ))}
      </div>
      <p class="soft">{t("tables-journey-how")}</p>
      {none.length > 0 && <p class="soft">{t("tables-journey-missing", { count: none.length, tables: numbersOf(none) })}</p>}
      <Twin
        at={at}
        caption={t("tables-journey-caption")}
        head={[t("tables-table"), t("tables-people"), t("tables-journey-list"), t("tables-journey-agreement")]}
        rows={all.map((journey) => [tableName(journey.table), String(journey.people), inWords(journey), agreementInWords(journey)])}
      />
    </div>
  );
}

// So many stand below one another on the wall and can still be read.
const MOST_ROWS = 6;

/** In two columns where one is too long for the wall; still in the tables' order. */
function columnsOf(journeys: readonly Journey[], at: Place): readonly (readonly Journey[])[] {
  if (at === "hand" || journeys.length <= MOST_ROWS) return [journeys];
  const half = Math.ceil(journeys.length / 2);
  return [journeys.slice(0, half), journeys.slice(half)];
}
