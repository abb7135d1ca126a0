import { roomPath } from "../../http.ts";
import { Icon } from "../../icons.tsx";
import { room } from "../../room/agenda.ts";
import { LineBanner } from "../../room/banners.tsx";
import { StepHeading } from "../../room/stage.tsx";
import { seatQuery } from "../../seat.ts";
import { t } from "../../words.ts";
import { visitPath } from "./making.ts";
import { peopleAt, tableName, tables } from "./tables.ts";
import { view } from "./view.ts";

/** After the end: what the trainer takes away, of all tables and of each. */
export function Ended() {
  return (
    <div class="room">
      <header class="room-head">
        <p class="focus-line">{room()?.title}</p>
        <StepHeading shows="hall ended">{t("hall-desk-ended")}</StepHeading>
      </header>
      <div class="room-banners" role="region" aria-label={t("banners-name")}>
        <LineBanner />
      </div>
      <main id="main" class="room-main">
        <div class="stack open">
          <p class="lead">{t("hall-desk-ended-text")}</p>
          <div class="buttons">
            <a class="button primary big" href={roomPath("/record") + seatQuery()}>
              <Icon name="minutes" />
              {t("hall-desk-ended-record")}
            </a>
            <button type="button" class="button" onClick={() => (view.value = "plenary")}>
              {t("hall-desk-ended-plenary")}
            </button>
          </div>
          <EachTable />
        </div>
      </main>
    </div>
  );
}

function EachTable() {
  return (
    <section class="stack">
      <h2>{t("hall-desk-ended-tables")}</h2>
      <ul class="hall-people" role="list">
        {tables().map((table) => (
          <li key={table.id} class="split">
            <span>
              {tableName(table)} <span class="soft">{t("hall-desk-size", { count: peopleAt(table.id).length })}</span>
            </span>
            <form method="post" action={visitPath(table.id)} target="_blank" rel="noopener">
              <button type="submit" class="button" aria-label={t("hall-desk-ended-open", { table: tableName(table) })}>
                {t("hall-desk-ended-look")}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
