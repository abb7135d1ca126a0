import { t } from "../../words.ts";
import { floorRecord } from "../floor.ts";
import type { ProgressRecord } from "../../wire.ts";
import { ownTable, tableName, tables } from "./records.ts";

/** Where each table is in the exercise: nothing of what anybody said, and nothing of who is slow. */
export function ProgressView() {
  const every = tables();
  if (every.length === 0) return <p class="lead">{t("tables-seats-none")}</p>;
  return (
    <ul class="seats-tables broad tables-view" role="list">
      {every.map(({ id }) => (
        <li key={id} class={id === ownTable() ? "own" : ""}>
          <h3>{tableName(id)}</h3>
          <Progress card={floorRecord("progress", `progress/${id}`)} />
        </li>
      ))}
    </ul>
  );
}

function Progress({ card }: { readonly card: ProgressRecord | undefined }) {
  if (!card || card.step === null) return <p class="soft">{t(card?.finished ? "tables-progress-finished" : "tables-progress-none")}</p>;
  const { number, of, title, finished } = card;
  return (
    <>
      <svg class="progress-way" height="14" aria-hidden="true">
        <line class="tables-track" x1="0" x2="100%" y1="7" y2="7" />
        <line class="tables-bar" x1="0" x2={`${finished ? 100 : (100 * number) / Math.max(1, of)}%`} y1="7" y2="7" />
      </svg>
      <p>{finished ? t("tables-progress-finished") : title}</p>
      {!finished && <p class="soft">{now(card)}</p>}
    </>
  );
}

function now({ number, of, answered, expected, paused }: ProgressRecord): string {
  if (paused) return t("tables-progress-paused");
  if (answered === null) return t("tables-progress-step", { number, of });
  return t("tables-progress-answered", { answered, expected });
}
