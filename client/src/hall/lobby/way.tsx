import { roomPath } from "../../http.ts";
import { Icon } from "../../icons.tsx";
import { currentStep } from "../../room/agenda.ts";
import { seatQuery } from "../../seat.ts";
import { record } from "../../store.ts";
import { t } from "../../words.ts";
import { tablePath } from "../at-table/addresses.ts";
import { myTable } from "./seats.ts";

/** While the hall is at a step of its own: which table is mine, and the way there. */
export function WayToTable() {
  const hall = record("hall", "hall");
  const mine = myTable();
  if (!hall || hall.begun === null || !mine || !currentStep()) return null;
  const { number } = mine.table;
  return (
    <nav class="hall-strip" aria-label={t("table-strip")}>
      <p>
        <strong>{t("hall-your-table", { number })}</strong>
      </p>
      <a class="button quiet" href={tablePath()}>
        {t("table-go", { number })}
      </a>
    </nav>
  );
}

/** My own card, to open and to keep: at my table, and in the hall after the end. */
export function MyCard() {
  return (
    <a class="button primary" href={roomPath("/card") + seatQuery()}>
      <Icon name="print" />
      {t("hall-my-card")}
    </a>
  );
}

/** A table's room after its end: what I take home. */
export function AfterTheTable() {
  return (
    <section class="card stack close">
      <h2>{t("hall-my-card-head")}</h2>
      <p>{t("hall-my-card-text")}</p>
      <div class="buttons">
        <MyCard />
      </div>
    </section>
  );
}

/** After the end of a hall: where my table's sheet and my own card are. */
export function AfterTheHall() {
  const mine = myTable();
  if (!mine) return null;
  return (
    <section class="card stack close">
      <h2>{t("hall-your-table", { number: mine.table.number })}</h2>
      <p>{t("hall-after")}</p>
      <p>{t("hall-my-card-text")}</p>
      <div class="buttons">
        <MyCard />
        <a class="button" href={tablePath()}>
          <Icon name="minutes" />
          {t("hall-after-go", { number: mine.table.number })}
        </a>
      </div>
    </section>
  );
}
