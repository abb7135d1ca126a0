import { Badge } from "../../people.tsx";
import type { MemberRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { hall, tableOf } from "./tables.ts";
import { show } from "./view.ts";

/** Some people, each with the way to another table. */
export function Sitting({ people }: { readonly people: readonly MemberRecord[] }) {
  if (people.length === 0) return null;
  // Once the tables are at work people are there, and gone from the hall.
  const atHall = hall()?.begun === null;
  return (
    <ul class="hall-people" role="list">
      {people.map((of) => (
        <li key={of.id} class="hall-person">
          <Badge id={of.id} there={!atHall} />
          <span class="hall-person-name">
            <bdi>{of.name}</bdi> <bdi class="note soft">{of.agency}</bdi>
            {atHall && !of.here && <span class="note soft"> {t("people-away")}</span>}
          </span>
          <button
            type="button"
            class="button quiet"
            aria-label={t(tableOf(of.id) ? "hall-desk-move-person" : "hall-desk-seat-person", { name: of.name })}
            onClick={() => show({ what: "move", member: of.id })}
          >
            {t(tableOf(of.id) ? "hall-desk-move" : "hall-desk-seat")}
          </button>
        </li>
      ))}
    </ul>
  );
}
