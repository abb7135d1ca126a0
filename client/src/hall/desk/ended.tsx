import { roomPath } from "../../http.ts";
import { Icon } from "../../icons.tsx";
import { room } from "../../room/agenda.ts";
import { LineBanner } from "../../room/banners.tsx";
import { StepHeading } from "../../room/stage.tsx";
import { seatQuery } from "../../seat.ts";
import { t } from "../../words.ts";
import { DebriefLater } from "../wall/later.tsx";
import { view } from "./view.ts";

/** After the end: what the trainer takes away, and the tables beside one another once more. */
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
          <TakeHome />
          <DebriefLater />
        </div>
      </main>
    </div>
  );
}

/** What the trainer takes home of all tables; none of it needs a seat at one. */
function TakeHome() {
  const at = (path: string) => roomPath(path) + seatQuery();
  return (
    <section class="card stack close">
      <h2>{t("hall-desk-take")}</h2>
      <p>{t("hall-desk-take-text")}</p>
      <div class="buttons">
        <a class="button" href={at("/comparison")}>
          <Icon name="print" />
          {t("hall-desk-take-comparison")}
        </a>
        <a class="button" href={at("/sheets")}>
          <Icon name="print" />
          {t("hall-desk-take-sheets")}
        </a>
        <a class="button" href={at("/tables.csv")} download>
          <Icon name="copy" />
          {t("hall-desk-take-table")}
        </a>
        <a class="button" href={at("/tables.json")} download>
          <Icon name="copy" />
          {t("hall-desk-take-data")}
        </a>
      </div>
    </section>
  );
}
