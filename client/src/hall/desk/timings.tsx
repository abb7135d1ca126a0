import { now } from "../../clock.ts";
import { timeOf } from "../../steps/day.ts";
import type { HallRecord, HallStep, TableCardRecord, TableRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { floorRecord } from "../floor.ts";
import { Scroll } from "../wall/parts.tsx";
import { planWords } from "./cards.ts";
import { hall, tableName, tables } from "./tables.ts";

/** How each table stands to the plan: where it is among the steps, and how far ahead or behind. */
export function Timings() {
  const found = hall();
  if (!found || found.begun === null) return null;
  const minutes = found.steps.reduce((sum, step) => sum + step.minutes, 0);
  return (
    <section class="stack close">
      <h2>{t("hall-desk-timings")}</h2>
      <p class="soft">{t("hall-desk-planned-end", { time: timeOf(found.begun + minutes * 60_000 + stoodBy(found)) })}</p>
      <Scroll label={t("hall-desk-timings")}>
        <table class="table hall-timings">
          <thead>
            <tr>
              <th scope="col">{t("hall-desk-col-table")}</th>
              <th scope="col">{t("hall-desk-col-step")}</th>
              <th scope="col">{t("hall-desk-col-plan")}</th>
            </tr>
          </thead>
          <tbody>
            {tables().map((table) => (
              <Row key={table.id} table={table} steps={found.steps} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

/** How long (ms) the tables have been stopped: the plan moves with it. */
function stoodBy({ begun, held, stood }: HallRecord): number {
  return stood + (held === null || begun === null ? 0 : Math.max(0, now.value - Math.max(held, begun)));
}

interface RowProps {
  readonly table: TableRecord;
  readonly steps: readonly HallStep[];
}

function Row({ table, steps }: RowProps) {
  const card = floorRecord("table_card", `card/${table.id}`);
  const plan = card && planWords(card.late);
  return (
    <tr>
      <th scope="row">{tableName(table)}</th>
      <td>{card && <Way card={card} steps={steps} />}</td>
      <td>{plan && t(plan.id, plan.args)}</td>
    </tr>
  );
}

/** The steps as a row of marks, as wide as they are long; in words what number it is. */
function Way({ card, steps }: { readonly card: TableCardRecord; readonly steps: readonly HallStep[] }) {
  const stateOf = (number: number) =>
    card.finished || number < card.number ? "done" : number === card.number ? "now" : "";
  return (
    <>
      <span>{card.finished ? t("hall-desk-finished") : t("hall-desk-of", { number: card.number, of: card.of })}</span>
      <span class="hall-way" aria-hidden="true">
        {steps.map((step, index) => (
          <span key={step.id} class={stateOf(index + 1)} style={{ flexGrow: step.minutes }} />
        ))}
      </span>
    </>
  );
}
